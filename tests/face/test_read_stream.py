"""``hearthside read`` line by line, and with someone at the terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("hearthside")
HURT = "I'm sorry if you felt hurt. You always make it about yourself."
DYING = "I'm sorry if you felt hurt. I'm going to kill myself tonight."
PATIENCE = 15  # seconds

# --- line by line ----------------------------------------------------------------


def stream(*lines: bytes) -> tuple[int, list[dict[str, object]]]:
    """Return the exit status and the answers to *lines*."""
    ended = subprocess.run(
        [COMMAND, "read", "--jsonl"],
        input=b"\n".join(lines),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.stderr == b""
    answers = [
        json.loads(line, parse_constant=pytest.fail)
        for line in ended.stdout.splitlines()
    ]
    return ended.returncode, answers


def test_each_line_is_answered_in_order() -> None:
    texts = [HURT, "The bus leaves at nine.", "Fine. Whatever. Forget it."]

    status, answers = stream(
        *(json.dumps({"id": n, "text": t}).encode() for n, t in enumerate(texts))
    )

    assert status == 0
    assert [(answer["id"], answer["text"]) for answer in answers] == [*enumerate(texts)]
    assert answers[0]["marks"]


def test_danger_is_told_of_a_line_and_of_the_one_before_it() -> None:
    _, answers = stream(
        json.dumps({"text": DYING}).encode(),
        json.dumps({"text": "ok", "before": DYING}).encode(),
        json.dumps({"text": "ok", "before": "ok"}).encode(),
    )

    told = [(answer["danger"], answer["left_unmarked"]) for answer in answers]
    assert told == [(True, True), (True, False), (False, False)]


@pytest.mark.parametrize(
    "line",
    [
        b"garbage",
        b'{"text": "porch"',
        b"[]",
        b"null",
        b'{"text": 5}',
        b'{"id": 1}',
        b'{"text": ""}',
        b'{"text": "porch\xff"}',
        b'{"text": "porch", "before": 7}',
        b'{"text": "porch", "before": "%s"}' % (b"porch " * 4000),
        b'{"text": "%s"}' % (b"porch" * 200_000),
        b'{"text": "porch", "id": 1e999}',
        b'{"text": "porch", "id": NaN}',
        b'{"text": "porch", "id": true}',
        b'{"text": "porch", "id": %s}' % (b"9" * 5000),
        b'{"text": "porch", "id": %s%s}' % (b"[" * 900, b"]" * 900),
        b"[" * 100_000,
        b"\x00\x00",
        '{"text": "porch"}'.encode("utf-16"),
    ],
)
def test_a_line_that_cant_be_read_says_its_number_and_the_stream_goes_on(
    line: bytes,
) -> None:
    status, answers = stream(b'{"id": "a", "text": "One."}', b"", line, b'{"text":"2"}')

    assert status == 1
    assert [answer.get("id", "none") for answer in answers] == ["a", "none", None]
    assert set(answers[1]) == {"line", "error"}
    assert answers[1]["line"] == 3
    assert "porch" not in str(answers[1]["error"])


def test_odd_letters_are_answered_like_any_others() -> None:
    status, answers = stream(
        b'{"text": "\\ud800 porch"}', b'\xef\xbb\xbf{"text": "porch \\u0000"}\r'
    )

    assert status == 0
    assert [answer["text"] for answer in answers] == ["\ud800 porch", "porch \x00"]


# --- at the terminal -------------------------------------------------------------


class Terminal:
    """A terminal with the command in it."""

    def __init__(self, ours: int) -> None:
        self._ours = ours
        self.seen = ""

    def types(self, text: str | bytes) -> None:
        """Type *text*."""
        os.write(self._ours, text.encode() if isinstance(text, str) else text)

    def shows(self, text: str) -> bool:
        """Return whether *text* is shown before the command ends."""
        while text not in self.seen and self._read():
            pass
        return text in self.seen

    def _read(self) -> bool:
        waited_for = select.select([self._ours], [], [], PATIENCE)[0]
        with suppress(OSError):  # the command ended
            if waited_for and (came := os.read(self._ours, 65536)):
                self.seen += came.decode(errors="replace").replace("\r\n", "\n")
                return True
        return False

    def whole(self) -> str:
        """Return everything shown until the command ended."""
        while self._read():
            pass
        return self.seen


@contextmanager
def terminal(*options: str) -> Iterator[tuple[Terminal, subprocess.Popen[bytes]]]:
    """Give a terminal in which ``hearthside read`` was called."""
    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    surroundings.pop("NO_COLOR", None)
    with subprocess.Popen(
        [COMMAND, "read", *options],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=surroundings,
        start_new_session=True,
    ) as command:
        os.close(theirs)
        try:
            yield Terminal(ours), command
        finally:
            command.kill()
            os.close(ours)


def marks_on(screen: Terminal) -> str:
    """Skip how the words landed, ask for the marks, and return all that is shown."""
    assert screen.shows("to skip: ")
    screen.types("\n1\n")
    return screen.whole()


def test_it_asks_for_the_words_then_how_they_landed_then_shows_marks() -> None:
    with terminal() as (screen, command):
        assert screen.shows("Paste or type the words.")
        screen.types(f"{HURT}\n\n\n")
        assert screen.shows("How did it land in you?")
        assert screen.shows("to skip: ")
        screen.types("4\n")
        assert screen.shows("What these words turn toward")
        before_the_marks = screen.seen
        screen.types("1\n")
        page = screen.whole()
        status = command.wait(PATIENCE)

    after = page.removeprefix(before_the_marks)
    assert status == 0
    assert "(1)" not in before_the_marks
    assert after.index("You said: I felt tolerated, not met.") < after.index("(1)")


def test_marks_on_a_terminal_have_a_line_a_sign_a_number_and_a_heading() -> None:
    with terminal(HURT) as (screen, _):
        page = marks_on(screen)

    assert "You said" not in page
    assert re.search(r"\x1b\[[\d;]*21m=You always make it about yourself=\x1b", page)
    assert re.search(r"\x1b\[[\d;]*4m~I'm sorry if you felt hurt~\x1b", page)
    assert re.search(r"\x1b\[1m\(2\)", page)
    assert re.search(r"\x1b\[1m2  \w", page)


def test_the_marks_are_shown_only_if_they_are_asked_for() -> None:
    with terminal(HURT) as (screen, command):
        assert screen.shows("to skip: ")
        screen.types("3\n\n")
        page = screen.whole()
        status = command.wait(PATIENCE)

    assert status == 0
    assert "(1)" not in page


def test_numbers_stand_above_the_question_where_someone_may_want_to_die() -> None:
    with terminal(DYING) as (screen, _):
        assert screen.shows("to go on: ")
        screen.types("\n")
        assert screen.shows("How did it land in you?")
        page = screen.seen

    assert "they want to die" in page
    assert page.index("emergency") < page.index("How did it land in you?")


def test_words_about_dying_in_the_message_before_are_heeded_as_ones_own() -> None:
    with terminal("--before", "I want to kill myself", "ok, sorry.") as (screen, _):
        assert screen.shows("to go on: ")
        page = screen.seen

    assert "You don’t have to be alone with that" in " ".join(page.split())
    assert "they want to die" not in page


def test_it_is_not_that_lets_the_words_be_read_like_any_others() -> None:
    with terminal(DYING) as (screen, _):
        assert screen.shows("to go on: ")
        screen.types("1\n")
        page = marks_on(screen)

    assert page.index("1  It isn’t that") < page.index("How did it land in you?")
    assert "(1)" in page


def test_going_on_leaves_words_about_dying_unmarked() -> None:
    with terminal(DYING) as (screen, _):
        assert screen.shows("to go on: ")
        screen.types("\n")
        page = marks_on(screen)

    assert "(1)" not in page


def test_it_is_not_that_can_be_said_of_a_draft_too() -> None:
    with terminal("--draft", "--for", "i-hurt-them", DYING) as (screen, _):
        assert screen.shows("to go on: ")
        screen.types("1\n")
        page = screen.whole()

    assert "“I'm sorry if you felt hurt”" in page


def test_an_answer_that_isnt_there_is_asked_for_again() -> None:
    with terminal(HURT) as (screen, _):
        assert screen.shows("to skip: ")
        screen.types("9\n")
        screen.types("²\n")
        screen.types("1\n1\n")

        assert screen.shows("You said: It landed.")


def test_a_draft_is_asked_what_it_is_for_and_shows_no_marks() -> None:
    with terminal("--draft", HURT) as (screen, command):
        assert screen.shows("What are these words for?")
        assert screen.shows("A number: ")
        screen.types("1\n")
        page = screen.whole()
        status = command.wait(PATIENCE)

    assert status == 0
    assert "(1)" not in page
    assert "How did it land" not in page
    assert page.split("A number: ")[1].count("?") >= 3


def test_bytes_that_are_no_text_are_taken_as_signs_when_typed() -> None:
    with terminal() as (screen, command):
        assert screen.shows("Paste or type the words.")
        screen.types(b"You always do this \xff\xfe.\n\n\n")
        page = marks_on(screen)
        status = command.wait(PATIENCE)

    assert status == 0
    assert "Traceback" not in page


def test_a_message_that_steers_a_terminal_doesnt_steer_this_one() -> None:
    with terminal("You always \x1b]0;owned\x07do \x1b[2Jthis.") as (screen, _):
        page = marks_on(screen)

    assert "\x1b]" not in page
    assert "\x1b[2J" not in page
    assert "\x07" not in page


def test_ending_the_input_ends_the_question() -> None:
    with terminal("--draft", HURT) as (screen, command):
        assert screen.shows("A number: ")
        screen.types("\x04")
        page = screen.whole()
        status = command.wait(PATIENCE)

    assert status == 1
    assert "Traceback" not in page
