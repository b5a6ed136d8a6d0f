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


# --- what is kept ------------------------------------------------------------


class EmptyPassphrase(HearthsideError):
    """A passphrase with nothing in it but space."""

    def __init__(self) -> None:
        super().__init__("There is no passphrase here yet. Type one, then go on.")


class WrongPassphrase(HearthsideError):
    """The passphrase opens nothing here."""

    def __init__(self) -> None:
        super().__init__(
            "This passphrase doesn’t open it. Look at capital letters and at the"
            " keyboard’s language, then try again."
        )


class WrongWords(HearthsideError):
    """Recovery words that open nothing here."""

    def __init__(self, why: str = "") -> None:
        super().__init__(
            why
            or "These recovery words belong together, but they don’t open this."
            " They may be older ones, or another home’s."
        )


class NoWordsKept(WrongWords):
    """The lock was never given recovery words."""

    def __init__(self) -> None:
        super().__init__(
            "This has no recovery words. Only its passphrase opens it, or a backup."
        )


class WordsMissing(WrongWords):
    """Fewer or more words than recovery words are."""

    def __init__(self, *, found: int, needed: int) -> None:
        super().__init__(
            f"Recovery words are {needed}, and here are {found}. Look whether one is"
            " missing or there twice."
        )


class NotAWord(WrongWords):
    """A word that isn't in the list; its place is told, never the word."""

    def __init__(self, *, place: int) -> None:
        self.place = place
        super().__init__(
            f"Word {place} isn’t a recovery word. Look at how it was written down."
        )


class WordsDontFit(WrongWords):
    """Every word is in the list, and together they are no recovery words."""

    def __init__(self) -> None:
        super().__init__(
            "Each of these is a recovery word, but they don’t fit together. One may be"
            " another word, or two may have changed places."
        )


class CostRefused(HearthsideError):
    """A lock that is too cheap to guess at, or too dear to open."""

    def __init__(self, *, memory: int, passes: int, between: str) -> None:
        super().__init__(
            f"This lock asks for {memory // 2**20:,} MiB of memory and {passes:,}"
            f" passes; {between} is what is taken. Something may have changed it, so"
            " nothing was opened. Restore a backup."
        )


class NotEnoughMemory(HearthsideError):
    """The computer can't give the memory that a lock takes."""

    def __init__(self, *, memory: int) -> None:
        super().__init__(
            f"Opening this takes {memory // 2**20:,} MiB of memory for a moment, and"
            " there isn’t as much free. Close other programs, then try again."
        )


class ForeignKey(HearthsideError):
    """A part of the lock wasn't made with the key that it opens to."""

    def __init__(self, *, what: str) -> None:
        super().__init__(
            f"The {what} in this lock wasn’t made with your key: something changed it"
            " from outside, so nothing was opened. Restore a backup."
        )


class UnreadableLock(HearthsideError):
    """Bytes that are no lock."""

    def __init__(self) -> None:
        super().__init__(
            "The lock of this home is damaged, so nothing was opened or changed."
            " Restore a backup."
        )


class Damaged(HearthsideError):
    """What lies under an id isn't what was sealed there."""

    def __init__(self, id: str = "") -> None:
        self.id = id
        what = f"Record {id}" if id else "Something that arrived here"
        super().__init__(
            f"{what} is damaged, or isn’t what was kept. Everything else can be read;"
            " a backup may still have this."
        )


class NewerFormat(HearthsideError):
    """Something written by a newer Hearthside."""

    def __init__(self, *, found: int, known: int) -> None:
        super().__init__(
            f"A newer Hearthside wrote this: its form is {found}, and this one knows"
            f" {known} and before. Nothing was changed. Update, then open it again."
        )


class TooBig(HearthsideError):
    """More bytes than are taken in one piece."""

    def __init__(self, *, what: str, most: int) -> None:
        super().__init__(
            f"{what} can hold {-(-most // 2**20):,} MiB, and this is more. Nothing was"
            " changed. Take a smaller one."
        )


class NotABackup(HearthsideError):
    """A file that isn't a backup of ours, or not a whole one."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"This file isn’t a backup that can be restored: {why}. Nothing was"
            " changed. Choose another copy."
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
