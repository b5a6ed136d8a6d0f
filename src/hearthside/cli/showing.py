"""How a reading looks in a terminal: a line, a number and a heading for each mark.

Off a terminal the same stands in plain text. Letters that steer a terminal never
reach it: what can't be shown is shown as a sign.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from hearthside.cli.speaking import gettext as _
from hearthside.ground.numbers import at_once
from hearthside.words import PURPOSES, Purpose, Question, Reading
from hearthside.words.passages import (
    Note,
    centred,
    holds_repair,
    missing,
    notes,
    pieces,
    turns,
)
from hearthside.words.sentences import DANGER, Whose

# A terminal has no wavy or dotted line everywhere, so brackets say it too.
_STYLES = {
    "return": ("underline", "[", "]"),
    "guard": ("italic underline", "~", "~"),
    "hurt": ("underline2", "=", "="),
    "hush": ("dim underline", "·", "·"),
}
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
        _said(landed)
    if not reading.is_read:
        _say(_("These words aren’t in English, and this reads no other language yet."))
    elif reading.marks:
        _print(Text("\n").append_text(_marked(reading)))
        for note in notes(reading):
            _show(note)
        _say(together(reading))
    elif not reading.left_unmarked:
        _say(
            _("Nothing is marked. The rules aren’t sure enough of any of these words.")
        )
    _say(
        _(
            "This reads words. It can’t hear tone, timing, or who they are to you."
            " Nothing marked doesn’t mean nothing happened."
        )
    )


def draft(questions: Sequence[Question], purpose: Purpose) -> None:
    """Show a draft's questions, or numbers where there are none."""
    _said(PURPOSES[purpose])
    for question in questions:
        quote = f"“{safe(question.quote)}”\n" if question.quote else ""
        _say(f"{quote}{_(question.asks)}")
    if not questions:
        _say(_("No questions here. The words are yours, and so is whether they go."))
        _numbers("violence_at_home")


def together(reading: Reading) -> str:
    """Return what the marks say taken together, in plain sentences."""
    sentences = [_turned(*map(_, turns(reading)))]
    if reading.centres:
        sentences.append(_(centred(reading)))
    if reading.absent:
        unheard = "; ".join(map(_, missing(reading)))
        sentences += [
            f"{_('What no rule heard here:')} {unheard}.",
            _("It may be there in other words, or still come."),
        ]
    if holds_repair(reading):
        sentences.append(_("Have you heard words like these before? What came after?"))
    sentences.append(
        _(
            "A rule speaks here, and nobody has measured how sure it is. You may hear"
            " these words another way."
        )
    )
    return " ".join(sentences)


def danger(whose: Whose) -> None:
    """Show the one quiet block: what it may be, a line, its hours, the emergency."""
    met = DANGER[whose]
    _say(f"{_(met.heading)}. {_(met.says)}")
    _numbers("not_wanting_to_live")
    nobody = _(
        "This is a program. Nobody has read this, and nobody was told. The words are"
        " here as they were written."
    )
    more = _("More numbers: open `hearthside`, and Numbers at the foot.")
    _say(f"{nobody} {more}")


def _turned(first: str, *others: str) -> str:
    if not others:
        return _("The marked words turn to %(first)s.") % {"first": first}
    said = _("The marked words turn first to %(to)s") % {"to": first}
    return said + "".join(_(", then to %(to)s") % {"to": to} for to in others) + "."


def _numbers(kind: str) -> None:
    for number in at_once(kind):
        line = number.line or _("no line could be checked")
        if number.is_always_open:
            line += f", {_('any time, day or night')}"
        emergencies = ", ".join(f"{n} ({_(to)})" for n, to in number.emergencies)
        said = f"{_(number.country)}: {line}; {_('emergency')} {emergencies}"
        _print(Text(f"  {said}"))


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
    _print(Text(f"\n{note.number}  {_(note.heading)}", style="bold"))
    _print(Text(f"   “{safe(note.mark.words)}”"))
    _print(Text(f"   {_(note.mark.says)}"))


def _said(answer: str) -> None:
    _say(f"{_('You said:')} {_(answer)}.")


def _say(sentence: str) -> None:
    _print(Text(f"\n{sentence}"))
