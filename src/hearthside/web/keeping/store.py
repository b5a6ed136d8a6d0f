"""What one person keeps, open while they are here: every write is one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from typing import Any, NamedTuple, ParamSpec, TypeVar

from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from msgspec.structs import replace

from hearthside.ground.errors import Damaged, HearthsideError
from hearthside.keeping.envelopes import Envelope, seal, unseal
from hearthside.keeping.index import (
    FORMAT,
    INDEX_ID,
    Index,
    Line,
    Strange,
    open_index,
    seal_index,
)
from hearthside.keeping.keys import Keys
from hearthside.web.keeping.burning import burn
from hearthside.web.keeping.models import Contents, Record

About = dict[str, Any]
UNREAD: About = {"kind": "unread"}  # said of a record nobody could read
A_WRITE = 500  # rows in one statement (chosen)
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


Tell = Callable[[Opened], About]
"""What says of a record what the index is to say; raises where it can't be read."""


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
            Envelope(self.owner, INDEX_ID, FORMAT, row.revision, bytes(row.sealed)),
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
        rows = self._rows()
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
        envelope = self._sealed(id_, Opened(content, form, revision))
        row = self._row(envelope)
        row.save(force_insert=revision == 1, force_update=revision > 1)
        self._write(index.with_record(envelope, about))
        return id_

    @_all_or_nothing
    def keep_many(self, contents: Iterable[tuple[bytes, About]], *, form: int) -> None:
        """Seal each content as a new record, all of them or none, in one write.

        Raises:
            NoRoom: the disk didn't take it; all is as it was.
        """
        sealed = [
            (self._sealed(secrets.token_hex(16), Opened(content, form, 1)), about)
            for content, about in contents
        ]
        rows = (self._row(envelope) for envelope, _ in sealed)
        Record.objects.bulk_create(rows, batch_size=A_WRITE)
        self._write(self.index().with_records(sealed))

    def forget(self, *ids: str) -> None:
        """Take records out of the tables and the index, and their bytes off the disk.

        What was never there, or is gone already, is no error.
        """
        self._forget(*ids)
        burn()

    def strange(self) -> Strange:
        """Return what was put back, removed or added behind the index."""
        return self.index().check(
            (row.id, row.revision, self._envelope(row).digest)
            for row in self._rows().iterator()
        )

    def mended_index(self, tell: Tell) -> Index:
        """Return an index made anew from every record that can be read."""
        lines = {}
        for row in self._rows().iterator():
            with suppress(HearthsideError):
                about = tell(self._opened(row))
                lines[row.id] = Line(row.revision, self._envelope(row).digest, about)
        return Index(lines)

    @_all_or_nothing
    def take_as_they_are(self, tell: Tell) -> None:
        """Let the index say what lies here now: each record, and no other.

        One that can't be read keeps what was said of it, if anything was.
        """
        said = self.index().lines
        lines = {}
        for row in self._rows().iterator():
            line = said.get(row.id, Line(0, b"", dict(UNREAD)))
            now = (row.revision, self._envelope(row).digest)
            if (line.revision, line.digest) != now:
                with suppress(HearthsideError):
                    line = replace(line, about=tell(self._opened(row)))
            lines[row.id] = Line(*now, line.about)
        self._write(Index(lines))

    @_all_or_nothing
    def bring_in(self, records: Mapping[str, Opened], tell: Tell) -> int:
        """Keep *records* under the ids and revisions they have; return how many came.

        One that is here stays as it is here, unless it is damaged here or was
        changed fewer times than the one that comes.

        Raises:
            NoRoom, TooBig: none came.
        """
        lines = dict(self.index().lines)
        stay = set()
        for row in self._rows().iterator():
            came = records.get(row.id)
            if came and row.revision >= came.revision and self._is_readable(row):
                stay.add(row.id)
        rows = []
        for id_, record in records.items():
            if id_ not in stay:
                envelope = self._sealed(id_, record)
                about = tell(record)
                lines[id_] = Line(record.revision, envelope.digest, about)
                rows.append(self._row(envelope))
        Record.objects.bulk_create(
            rows,
            batch_size=A_WRITE,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["format", "revision", "size", "sealed"],
        )
        self._write(Index(lines))
        return len(rows)

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

    def _rows(self) -> QuerySet[Record]:
        return Record.objects.filter(owner_id=self.owner)

    def _is_readable(self, row: Record) -> bool:
        try:
            self._opened(row)
        except Damaged:
            return False
        return True

    def _sealed(self, id_: str, record: Opened) -> Envelope:
        return seal(
            record.content,
            self.keys.record_key,
            owner=self.owner,
            id=id_,
            format=record.format,
            revision=record.revision,
        )

    def _row(self, envelope: Envelope) -> Record:
        return Record(
            id=envelope.id,
            owner_id=self.owner,
            format=envelope.format,
            revision=envelope.revision,
            size=envelope.size,
            sealed=envelope.sealed,
        )

    def _envelope(self, row: Record | Row) -> Envelope:
        return Envelope(
            row.owner_id, row.id, row.format, row.revision, bytes(row.sealed)
        )

    def _opened(self, row: Record | Row) -> Opened:
        content = unseal(self._envelope(row), self.keys.record_key, owner=self.owner)
        return Opened(content, row.format, row.revision)
