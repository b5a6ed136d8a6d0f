"""What one person keeps, open while they are here: every write is one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

from django.db import DatabaseError, connection, transaction

from hearthside.ground.errors import Damaged, HearthsideError
from hearthside.keeping.envelopes import Envelope, seal, unseal
from hearthside.keeping.index import Index, Strange, open_index, seal_index
from hearthside.keeping.keys import Keys
from hearthside.web.keeping.models import Contents, Record

About = dict[str, Any]
MOST_NAMED = 900  # ids in one query; above, all rows are looked through (chosen)
P = ParamSpec("P")
T = TypeVar("T")


class ChangedElsewhere(HearthsideError):
    """The record was changed since the page that sends this was opened."""

    def __init__(self) -> None:
        super().__init__(
            "This was changed in another tab since you opened it, so what you typed"
            " wasn’t kept yet. It is still here: look at both, then keep it."
        )


class NotHere(HearthsideError):
    """There is no such record."""

    def __init__(self) -> None:
        super().__init__("This isn’t here any more. It may have been forgotten.")


class NoRoom(HearthsideError):
    """The disk didn't take it."""

    def __init__(self) -> None:
        super().__init__(
            "The disk didn’t take this, so it wasn’t kept. It may be full: make some"
            " room, then keep it again. What you typed is still here."
        )


class Row(NamedTuple):
    """What opening a record needs of its row; lighter than the row where all are."""

    id: str
    owner_id: str
    format: int
    revision: int
    sealed: bytes


class Opened(NamedTuple):
    """A record, open."""

    content: bytes
    format: int
    revision: int


def _all_or_nothing(write: Callable[P, T]) -> Callable[P, T]:
    """Make *write* one transaction, and say in a sentence where the disk refuses."""

    @wraps(write)
    def inner(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            with transaction.atomic():
                return write(*args, **kwargs)
        except DatabaseError as error:
            raise NoRoom from error

    return inner


@dataclass(frozen=True, repr=False)
class Keeper:
    """One person's records, and the keys to them."""

    owner: str
    keys: Keys

    def index(self) -> Index:
        """Return the index: of each record its revision and what it is about.

        Raises:
            Damaged: it can't be opened; ``mended_index`` makes it anew.
        """
        row = Contents.objects.filter(owner_id=self.owner).first()
        if row is None:
            return Index()
        return open_index(
            Envelope(self.owner, "0" * 32, 1, row.revision, bytes(row.sealed)),
            self.keys.record_key,
            owner=self.owner,
        )

    def open(self, id_: str) -> Opened:
        """Return the record under *id_*.

        Raises:
            NotHere: there is none.
            Damaged: its envelope isn't what was sealed.
        """
        row = Record.objects.filter(owner_id=self.owner, id=id_).first()
        if row is None:
            raise NotHere
        return self._opened(row)

    def open_all(self) -> Iterator[tuple[str, Opened | Damaged]]:
        """Yield every record with its id, and the refusal where one is damaged."""
        return self.open_many(None)

    def open_many(self, ids: Set[str] | None) -> Iterator[tuple[str, Opened | Damaged]]:
        """Yield those of *ids* that are there, in one query; see ``open_all``."""
        rows = Record.objects.filter(owner_id=self.owner)
        if ids is not None and len(ids) <= MOST_NAMED:
            rows = rows.filter(id__in=ids)
        for row in map(Row._make, rows.values_list(*Row._fields).iterator()):
            if ids is not None and row.id not in ids:
                continue
            try:
                yield row.id, self._opened(row)
            except Damaged as refusal:
                yield row.id, refusal

    @_all_or_nothing
    def keep(
        self,
        content: bytes,
        about: About,
        *,
        form: int,
        id_: str = "",
        seen: int | None = None,
    ) -> str:
        """Seal *content* as a new record, or as the next revision of *id_*.

        Raises:
            ChangedElsewhere: *seen* isn't its revision any more.
            NotHere: there is none under *id_*.
            NoRoom: the disk didn't take it; all is as it was.
        """
        index = self.index()
        revision = self._revision_after(id_, seen) if id_ else 1
        id_ = id_ or secrets.token_hex(16)
        envelope = seal(
            content,
            self.keys.record_key,
            owner=self.owner,
            id=id_,
            format=form,
            revision=revision,
        )
        Record(
            id=id_,
            owner_id=self.owner,
            format=form,
            revision=revision,
            size=envelope.size,
            sealed=envelope.sealed,
        ).save(force_insert=revision == 1, force_update=revision > 1)
        self._write(index.with_record(envelope, about))
        return id_

    def forget(self, *ids: str) -> None:
        """Take records out of the tables and the index, and their bytes off the disk.

        What was never there, or is gone already, is no error.
        """
        self._forget(*ids)
        burn()

    def strange(self) -> Strange:
        """Return what was put back, removed or added behind the index."""
        rows = Record.objects.filter(owner_id=self.owner).iterator()
        return self.index().check(
            (row.id, row.revision, self._envelope(row).digest) for row in rows
        )

    @_all_or_nothing
    def write_index(self, index: Index) -> None:
        """Put *index* in the place of the one there is."""
        self._write(index)

    @_all_or_nothing
    def _forget(self, *ids: str) -> None:
        index = self.index()
        for id_ in ids:
            index = index.without(id_)
        Record.objects.filter(owner_id=self.owner, id__in=ids).delete()
        self._write(index)

    def _write(self, index: Index) -> None:
        row = Contents.objects.filter(owner_id=self.owner).only("revision").first()
        revision = row.revision + 1 if row else 1
        sealed = seal_index(
            index, self.keys.record_key, owner=self.owner, revision=revision
        )
        Contents(owner_id=self.owner, revision=revision, sealed=sealed.sealed).save()

    def _revision_after(self, id_: str, seen: int | None) -> int:
        row = Record.objects.filter(owner_id=self.owner, id=id_).only("revision")
        now = row.values_list("revision", flat=True).first()
        if now is None:
            raise NotHere
        if seen is not None and seen != now:
            raise ChangedElsewhere
        return now + 1

    def _envelope(self, row: Record | Row) -> Envelope:
        return Envelope(
            row.owner_id, row.id, row.format, row.revision, bytes(row.sealed)
        )

    def _opened(self, row: Record | Row) -> Opened:
        content = unseal(self._envelope(row), self.keys.record_key, owner=self.owner)
        return Opened(content, row.format, row.revision)


def burn() -> None:
    """Empty the write-ahead log, so that what was deleted is in no file.

    SQLite has written zeros over it in the database (``secure_delete``).
    """
    transaction.on_commit(_empty_the_log)


def _empty_the_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
