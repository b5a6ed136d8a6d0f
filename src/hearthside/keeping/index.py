"""The sealed list of all records: which revision each has, and what it is about.

Lists and search read it in place of every record, and a record that was put back,
removed or added behind it is found out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Self

import msgspec

from hearthside.ground.errors import Damaged, NewerFormat
from hearthside.keeping.envelopes import Envelope, seal, unseal

INDEX_ID = "0" * 32
"""The id that the index has among envelopes; no record is drawn as this."""
FORMAT = 1


class Line(msgspec.Struct, frozen=True):
    """What the index says of one record."""

    revision: int
    digest: bytes
    about: dict[str, Any]
    """What lists and search need; nothing here looks into it."""


class Strange(NamedTuple):
    """Ids of records that aren't as the index has them."""

    put_back: frozenset[str]
    """Another revision than the last one, or the same in another envelope."""
    removed: frozenset[str]
    added: frozenset[str]


class Index(msgspec.Struct, frozen=True):
    """Every record by its id."""

    lines: dict[str, Line] = msgspec.field(default_factory=dict)

    def with_record(self, envelope: Envelope, about: dict[str, Any]) -> Self:
        """Return the index with *envelope* as the last revision of its record."""
        return self.with_records([(envelope, about)])

    def with_records(self, kept: Iterable[tuple[Envelope, dict[str, Any]]]) -> Self:
        """Return the index with each envelope as the last revision of its record."""
        lines = {one.id: Line(one.revision, one.digest, about) for one, about in kept}
        return type(self)({**self.lines, **lines})

    def without(self, id: str) -> Self:
        """Return the index without the record *id*, whether or not it had it."""
        return type(self)({key: one for key, one in self.lines.items() if key != id})

    def check(self, rows: Iterable[tuple[str, int, bytes]]) -> Strange:
        """Return what differs between the index and *rows* of id, revision, digest."""
        found = {id: (revision, digest) for id, revision, digest in rows}
        kept = {id: (line.revision, line.digest) for id, line in self.lines.items()}
        both = found.keys() & kept.keys()
        return Strange(
            put_back=frozenset(id for id in both if found[id] != kept[id]),
            removed=frozenset(kept.keys() - found.keys()),
            added=frozenset(found.keys() - kept.keys()),
        )


def seal_index(index: Index, key: bytes, *, owner: str, revision: int) -> Envelope:
    """Return *index* sealed under the record *key*, as one revision of itself.

    Raises:
        TooBig: more than 16 MiB, some 50,000 records.
    """
    return seal(
        msgspec.json.encode(index),
        key,
        owner=owner,
        id=INDEX_ID,
        format=FORMAT,
        revision=revision,
    )


def open_index(envelope: Envelope, key: bytes, *, owner: str) -> Index:
    """Return the index that *owner* sealed in *envelope*.

    Raises:
        Damaged: it isn't the index, or isn't as it was sealed.
        NewerFormat: a newer Hearthside wrote it.
    """
    content = unseal(envelope, key, owner=owner)
    if envelope.id != INDEX_ID:
        raise Damaged(envelope.id)
    if envelope.format > FORMAT:
        raise NewerFormat(found=envelope.format, known=FORMAT)
    try:
        return msgspec.json.decode(content, type=Index)
    except msgspec.DecodeError:
        # A record under the id of the index; its words are in the first error.
        raise Damaged(envelope.id) from None
