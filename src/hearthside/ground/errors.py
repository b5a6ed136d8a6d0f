"""Every refusal Hearthside makes: one tree, one clear sentence each.

A message says what, where, and what to do. It never holds a person's words,
since messages reach terminals and logs.
"""

from __future__ import annotations


class HearthsideError(Exception):
    """Something could not be done; the message is fit to be shown."""


class NothingToRead(HearthsideError):
    """There is no text, or nothing in it but space."""

    def __init__(self) -> None:
        super().__init__(
            "There are no words here yet. Write or paste some, then go on."
        )


class TooLong(HearthsideError):
    """The text is longer than one message can be."""

    def __init__(self, *, length: int, most: int) -> None:
        super().__init__(
            f"This is {length:,} characters long, and one message can have {most:,}."
            " Take the part that matters to you."
        )


class UnreadableLine(HearthsideError):
    """A line of a stream isn't in the form it has to be."""

    def __init__(self, *, line: int, needed: str) -> None:
        super().__init__(f"Line {line} can’t be read: it needs {needed}.")


class UnreadableInput(HearthsideError):
    """Bytes that are no UTF-8 text."""

    def __init__(self, *, where: str) -> None:
        super().__init__(f"{where} isn’t UTF-8 text. Save it as UTF-8 and try again.")


class BrokenRule(HearthsideError):
    """A rule file isn't what a rule has to be."""

    def __init__(self, *, file: str, what: str) -> None:
        super().__init__(f"{file}: {what}")


class HomeInUse(HearthsideError):
    """Another server holds this home, and could not be asked to open."""

    def __init__(self) -> None:
        super().__init__(
            "Hearthside is already running in this home, but it doesn’t answer."
            " Close the terminal it runs in, then start again."
        )


class NewerFormat(HearthsideError):
    """Something was kept in a form that this version doesn't know yet."""

    def __init__(self) -> None:
        super().__init__(
            "This was kept by a newer version of Hearthside, so it was left as it is."
            " Open it with that version."
        )


class UnreadableRecord(HearthsideError):
    """What was kept isn't in the form it has to be."""

    def __init__(self) -> None:
        super().__init__(
            "This can’t be read in the form it was kept in, so it was left as it is."
            " Everything else is there."
        )


class NoLongerThere(HearthsideError):
    """A part of a moment was asked for that isn't in it."""

    def __init__(self) -> None:
        super().__init__(
            "This part isn’t there any more. Open the moment again to see what is."
        )


class NothingToUndo(HearthsideError):
    """No change was made yet."""

    def __init__(self) -> None:
        super().__init__("Nothing was changed here yet, so all is as it was written.")


class UnreadableImport(HearthsideError):
    """A part of one's own past that can't be brought in."""

    def __init__(self, *, file: str, place: str, needed: str) -> None:
        self.file, self.place, self.needed = file, place, needed
        where = f"{file}, {place}" if place else file
        super().__init__(f"{where} can’t be read: it needs {needed}.")
