"""Burning: what was let go leaves every file, at once or as soon as it can.

SQLite writes zeros over what is deleted (``secure_delete``). Earlier pages stay in
the write-ahead log until it is emptied, and whoever is still reading holds it back.
"""

from __future__ import annotations

import threading

from django.db import DatabaseError, connection, transaction

A_MOMENT = 1000  # milliseconds to wait for a reader; nobody can write meanwhile
_left = threading.Event()  # set while the log holds what was let go


def burn() -> None:
    """Empty the log once this transaction is kept; where it is held, a little later."""
    transaction.on_commit(_burn)


def burn_what_is_left() -> bool:
    """Try again where the log was held; return whether nothing is left in it."""
    if _left.is_set():
        _burn()
    return not _left.is_set()


def _burn() -> None:
    # Let down before, and not after: another thread may come to need it meanwhile.
    _left.clear()
    if not _empty_the_log():
        _left.set()


def _empty_the_log() -> bool:
    """Return whether the log is empty now."""
    try:
        with connection.cursor() as cursor:
            (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {A_MOMENT}")
            try:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                is_held, *_ = cursor.fetchone()
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {patience}")
    except DatabaseError:  # a full disk: what is kept is kept, and this waits
        return False
    return not is_held
