"""How a reading looks in a terminal: a line, a number and a heading for each mark.

Off a terminal the same stands in plain text. Letters that steer a terminal never
reach it: what can't be shown is shown as a sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from hearthside.ground.numbers import at_once
from hearthside.words import PURPOSES, Purpose, Question, Reading
from hearthside.words.passages import Note, holds_repair, notes, pieces, turns
from hearthside.words.reading import Whose

# A terminal has no wavy or dotted line everywhere, so brackets say it too.
_STYLES = {
    "return": ("underline", "[", "]"),
    "guard": ("italic underline", "~", "~"),
    "hurt": ("underline2", "=", "="),
    "hush": ("dim underline", "·", "·"),
}
_CANT_HEAR = (
    "This reads words. It can’t hear tone, timing, or who they are to you. Nothing"
    " marked doesn’t mean nothing happened."
)
_CENTRES = {
    "the_one_hurt": "They centre the person who was hurt.",
    "the_one_who_hurt": "They centre the person who did it.",
    "both": "In part they centre the person who was hurt, in part the person who did"
    " it.",
}
_ABSENT = {
    "impact": "how it was for you",
    "question": "a question to you",
    "next": "what comes next",
}
_DANGER = {
    "theirs": (
        "Someone may be saying here that they want to die. If it could be now, call the"
        " emergency number for them. You can take it seriously without doing what they"
        " ask, and you don’t have to be alone with it."
    ),
    "mine": (
        "Some of these words may be about not wanting to live. You don’t have to be"
        " alone with that. Someone can listen now, and if it could be now, the"
        " emergency number is for you too."
    ),
}
_PROGRAM = (
    "This is a program. Nobody has read this, and nobody was told. The words are here"
    " as they were written. More numbers: open `hearthside`, and Numbers at the foot."
)

# Letters of some scripts, and signs that chats put between lines, that no terminal
# is steered by.
_HARMLESS = "\n\t\u00ad\u200c\u200d\u200e\u200f\u2060\ufeff"

_console = Console(highlight=False)


def _print(text: Text) -> None:
    _console.print(text, soft_wrap=not _console.is_terminal)


def safe(text: str) -> str:
    """Return *text* with every sign that would steer a terminal made visible.

    >>> safe("ok" + chr(27) + "[31m")
    'ok�[31m'
    """
    return "".join(
        c
        if c in _HARMLESS or unicodedata.category(c) not in ("Cc", "Cs", "Cf", "Co")
        else "\ufffd"
        for c in text.replace("\r\n", "\n")
    )


def alone(words: str) -> None:
    """Show the message as it came, with nothing marked."""
    _print(Text(f"\n{safe(words.strip())}"))


def received(reading: Reading, landed: str | None) -> None:
    """Show a message's marks, the answer above them."""
    if landed:
        _say(f"You said: {landed}.")
    if not reading.is_read:
        _say("These words aren’t in English, and this reads no other language yet.")
    elif reading.marks:
        _print(Text("\n").append_text(_marked(reading)))
        for note in notes(reading):
            _show(note)
        _say(together(reading))
    elif not reading.danger:
        _say("Nothing is marked. The rules aren’t sure enough of any of these words.")
    _say(_CANT_HEAR)


def draft(questions: Sequence[Question], purpose: Purpose) -> None:
    """Show a draft's questions, or numbers where there are none."""
    _say(f"You said: {PURPOSES[purpose]}.")
    for question in questions:
        quote = f"“{safe(question.quote)}”\n" if question.quote else ""
        _say(f"{quote}{question.asks}")
    if not questions:
        _say("No questions here. The words are yours, and so is whether they go.")
        _numbers("violence_at_home")


def together(reading: Reading) -> str:
    """Return what the marks say taken together, in plain sentences."""
    first, *rest = turns(reading)
    said = [f"The marked words turn {'first ' if rest else ''}to {first}"]
    said += [f"then to {turn}" for turn in rest]
    sentences = [", ".join(said) + "."]
    if reading.centres:
        sentences.append(_CENTRES[reading.centres])
    if reading.absent:
        missing = [_ABSENT[one] for one in reading.absent]
        sentences.append(
            f"What no rule heard here: {'; '.join(missing)}. It may be there in other"
            " words, or still come."
        )
    if holds_repair(reading):
        sentences.append("Have you heard words like these before? What came after?")
    sentences.append(
        "A rule speaks here, and nobody has measured how sure it is. You may hear these"
        " words another way."
    )
    return " ".join(sentences)


def danger(whose: Whose) -> None:
    """Show the one quiet block: what it may be, a line, its hours, the emergency."""
    _say(_DANGER[whose])
    _numbers("not_wanting_to_live")
    _say(_PROGRAM)


def _numbers(kind: str) -> None:
    for number in at_once(kind):
        line = f"{number.line}{', any time' * number.is_always_open}; " * bool(
            number.line
        )
        _print(Text(f"  {number.country.upper()}  {line}emergency {number.emergency}"))


def _marked(reading: Reading) -> Text:
    shown = Text()
    for piece in pieces(reading):
        words = safe(piece.words)
        if piece.note:
            style, opens, closes = _STYLES[piece.note.line]
            shown.append(f"{opens}{words}{closes}", style=style)
            shown.append(f"({piece.note.number})", style="bold")
        else:
            shown.append(words)
    return shown


def _show(note: Note) -> None:
    _print(Text(f"\n{note.number}  {note.heading}", style="bold"))
    _print(Text(f"   “{safe(note.mark.words)}”"))
    _print(Text(f"   {note.mark.says}"))


def _say(sentence: str) -> None:
    _print(Text(f"\n{sentence}"))
