"""From a reading to what a face shows: every word in order, and numbered notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from hearthside.ground.spans import Span
from hearthside.words.groups import GROUPS, Family, Line
from hearthside.words.moves import MOVES
from hearthside.words.reading import Mark, Reading
from hearthside.words.sentences import ABSENT, CENTRES


@dataclass(frozen=True, slots=True)
class Note:
    """A mark, its number, and how it is drawn and named."""

    number: int
    mark: Mark
    heading: str
    line: Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, with the note to them where they are marked."""

    words: str
    note: Note | None = None


@dataclass(slots=True)
class Passage:
    """Paragraphs that stand together, and the notes beside them."""

    paragraphs: list[list[Piece]]
    notes: list[Note] = field(default_factory=list)


def notes(reading: Reading) -> list[Note]:
    """Return a note for each mark of *reading*, numbered from 1."""
    return [_note(number, mark) for number, mark in enumerate(reading.marks, start=1)]


def pieces(reading: Reading) -> list[Piece]:
    """Return every word of *reading*, in order, cut at its marks.

    >>> from hearthside.words import read
    >>> [one.words for one in pieces(read("ok. I’m sorry if you were upset. see you"))]
    ['ok. ', 'I’m sorry if you were upset', '. see you']
    """
    return list(_cut(reading.text, Span(0, len(reading.text)), notes(reading)))


def passages(reading: Reading) -> list[Passage]:
    """Return every word of *reading*, in order, beside what is noted of it.

    A paragraph with marks is a passage of its own, so that its notes follow it;
    paragraphs without any stand together.
    """
    noted = notes(reading)
    shown: list[Passage] = []
    for span in _paragraphs(reading):
        here = [n for n in noted if span.start <= n.mark.start < span.end]
        paragraph = list(_cut(reading.text, span, here))
        if here or not shown or shown[-1].notes:
            shown.append(Passage([paragraph], here))
        else:
            shown[-1].paragraphs.append(paragraph)
    return shown


def turns(reading: Reading) -> list[str]:
    """Return what the words turn to, each once, in the order they do."""
    return list(dict.fromkeys(GROUPS[mark.group].turns_to for mark in reading.marks))


def centred(reading: Reading) -> str:
    """Return what the words centre, as a sentence; nothing where that is open."""
    return CENTRES[reading.centres] if reading.centres else ""


def missing(reading: Reading) -> list[str]:
    """Return what no rule heard in an attempt at repair, as a person says it."""
    return [ABSENT[one] for one in reading.absent]


def holds_repair(reading: Reading) -> bool:
    """Return whether any marked words belong to repair."""
    return any(mark.family == Family.REPAIR for mark in reading.marks)


def _note(number: int, mark: Mark) -> Note:
    group = GROUPS[mark.group]
    named = MOVES[mark.move] if mark.move else group
    return Note(number, mark, named.heading, group.line)


def _paragraphs(reading: Reading) -> Iterator[Span]:
    """Yield the lines of the text that aren't blank; no mark is cut by one's end."""
    start = 0
    text = reading.text
    for end in [i for i, char in enumerate(text) if char == "\n"] + [len(text)]:
        if any(mark.start < end < mark.end for mark in reading.marks):
            continue
        if text[start:end].strip():
            yield Span(start, end)
        start = end + 1


def _cut(text: str, span: Span, notes: list[Note]) -> Iterator[Piece]:
    start = span.start
    for note in notes:
        if start < note.mark.start:
            yield Piece(text[start : note.mark.start])
        yield Piece(note.mark.words, note)
        start = note.mark.end
    if start < span.end:
        yield Piece(text[start : span.end])
