"""What a host can see: every field of every row, in plain words.

A test holds it to the schema: a field without words here fails it.
"""

from __future__ import annotations

from typing import NamedTuple

from hearthside.ground.translating import gettext_noop as _
from hearthside.web.keeping.models import ROWS


class Row(NamedTuple):
    """One table, and what can be read in each of its fields."""

    what: str
    fields: tuple[str, ...]


TABLES = {
    "Person": _("Someone who keeps words here: one row"),
    "Record": _("Each thing kept: a moment, a name, a gathering, or a wish"),
    "Contents": _("The list of everything kept: one row"),
    "Arrived": _("Each thing that came while it was locked"),
}
FIELDS = {
    ("Person", "id"): _("a random number, in place of a name"),
    ("Person", "lock"): _(
        "the lock: how much work it is to try a passphrase, whether there are recovery"
        " words, and a public key. The key that opens your words is in it too, sealed."
    ),
    ("Record", "id"): _("a random number"),
    ("Record", "owner"): _("whose it is, by their random number"),
    ("Record", "format"): _("which form it is written in, so that later ones open it"),
    ("Record", "revision"): _("how many times it was changed"),
    ("Record", "size"): _(
        "about how long it is: everything is filled up to 1, 2, 4, 8 or more kilobytes"
    ),
    ("Record", "sealed"): _(
        "its words, its kind, its dates and its names, sealed: without the key this is"
        " noise"
    ),
    ("Contents", "owner"): _("whose list it is, by their random number"),
    ("Contents", "revision"): _("how many times anything was kept or forgotten"),
    ("Contents", "sealed"): _(
        "first lines, dates and names, sealed. Its length shows about how many there"
        " are."
    ),
    ("Arrived", "id"): _("a random number"),
    ("Arrived", "owner"): _("whom it waits for, by their random number"),
    ("Arrived", "sealed"): _("what was typed, sealed, and about how long it is"),
}
SEEN_BY_A_HOST = (
    _("how many things are kept, and about how long each one is"),
    _("which one was changed, when two copies of the file are held side by side"),
    _("the day and the hour the file was last written, as the computer notes it"),
    _("that this program is used on this computer"),
)


def seen() -> list[Row]:
    """Return what can be seen, table by table, from the rows as they are.

    Raises:
        KeyError: a table or a field has no words here.
    """
    return [
        Row(
            TABLES[row.__name__],
            tuple(FIELDS[row.__name__, field.name] for field in row._meta.fields),
        )
        for row in ROWS
    ]
