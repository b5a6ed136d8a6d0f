"""``hearthside read`` as a command of its own: what goes in, and what comes out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("hearthside")
HURT = "I'm sorry if you felt hurt. You always make it about yourself."
DYING = "Fine. I'm going to kill myself tonight."
REPAIR = "You're right, I was late and you waited. That was my fault."
PATIENCE = 60  # seconds


def run(
    *options: str, given: bytes = b"", surroundings: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Return how the command ended, with *given* on its standard input."""
    return subprocess.run(
        [os.fsencode(COMMAND), b"read", *map(os.fsencode, options)],
        input=given,
        capture_output=True,
        timeout=PATIENCE,
        env={**os.environ, **(surroundings or {})},
        check=False,
    )


def shown(*options: str, given: bytes = b"") -> str:
    """Return what the command prints, having ended well and said nothing else."""
    ended = run(*options, given=given)
    assert (ended.returncode, ended.stderr) == (0, b"")
    return ended.stdout.decode()


def refused(*options: str, given: bytes = b"") -> str:
    """Return the one sentence that the command refuses with."""
    ended = run(*options, given=given)
    assert (ended.returncode, ended.stdout) == (1, b"")
    assert ended.stderr.count(b"\n") == 1
    return ended.stderr.decode()


def test_a_mark_is_a_line_a_number_and_a_heading() -> None:
    page = shown(HURT)

    assert "=You always make it about yourself=(2)" in page
    assert "~I'm sorry if you felt hurt~(1)" in page
    for number in ("1", "2"):
        note = next(line for line in page.splitlines() if line.startswith(number))
        assert note.removeprefix(f"{number}  ").strip()
    assert "“You always make it about yourself”" in page


def test_the_same_words_come_from_the_call_and_from_standard_input() -> None:
    assert shown(HURT) == shown(given=HURT.encode()) == shown("-", given=HURT.encode())


def test_nothing_marked_is_said_and_what_cant_be_heard_too() -> None:
    page = shown("The bus leaves at nine.")

    assert "Nothing is marked." in page
    assert "Nothing marked doesn’t mean nothing happened." in page


def test_words_about_dying_stand_under_numbers_and_carry_no_marks() -> None:
    page = shown(DYING)

    assert "they want to die" in page.split("\n\n")[0]
    assert "emergency" in page
    assert "(1)" not in page


def test_a_number_stands_with_what_it_reaches_and_a_missing_line_is_said() -> None:
    by_country = dict(
        line.strip().split(": ", 1)
        for line in shown(DYING).splitlines()
        if line.startswith("  ")
    )

    assert len(by_country) == 10
    assert by_country["South Africa"].endswith("emergency 10111 (police)")
    assert by_country["Singapore"] == (
        "no line could be checked; emergency 995 (ambulance, fire), 999 (police)"
    )
    assert by_country["United Kingdom"] == (
        "Samaritans 116 123, any time, day or night; emergency 999 (all emergencies)"
    )


def test_off_a_terminal_nothing_is_asked() -> None:
    assert "It isn’t that" not in shown(DYING)


def test_a_draft_about_dying_has_the_numbers_above_its_questions() -> None:
    page = shown("--draft", "--for", "i-hurt-them", f"{HURT} {DYING}")

    assert "not wanting to live" in page.split("\n\n")[0]
    assert page.index("emergency") < page.index("?")


@pytest.mark.parametrize("draft", [HURT, REPAIR, "k."])
def test_a_draft_gets_three_questions_and_no_marks(draft: str) -> None:
    page = shown("--draft", "--for", "i-hurt-them", draft)
    asked = json.loads(shown("--draft", "--for", "i-hurt-them", "--json", draft))

    assert len(asked["questions"]) == 3
    assert all(question["asks"] in page for question in asked["questions"])
    assert "(1)" not in page
    assert set(asked) == {"text", "questions", "danger"}


@pytest.mark.parametrize("purpose", ["calm-again", "afraid"])
def test_a_draft_for_calm_or_from_fear_gets_numbers_and_no_questions(
    purpose: str,
) -> None:
    page = shown("--draft", "--for", purpose, HURT)

    assert "No questions here." in page
    assert "emergency 999" in page
    assert "?" not in page


def test_a_reading_in_json_holds_its_marks_where_they_stand() -> None:
    reading = json.loads(
        shown("--json", f"\N{SLIGHTLY SMILING FACE} Ça va, Zoë? {HURT}")
    )

    assert set(reading) == {
        "text", "language", "marks", "centres", "absent", "attempt", "danger",
        "left_unmarked",
    }  # fmt: skip
    assert len(reading["marks"]) == 2
    for mark in reading["marks"]:
        assert reading["text"][mark["start"] : mark["end"]] == mark["words"]
        assert mark["sure"] is None


def test_what_steers_a_terminal_never_reaches_it() -> None:
    sent = "You \x1b[31malways\x1b]0;x\x07 do \x9b2Jthis \u202e\b\x7f.\r"

    page = shown(given=sent.encode())
    note = shown("--draft", "--for", "i-hurt-them", sent)

    for sign in "\x1b\x07\x9b\u202e\b\x7f\r":
        assert sign not in page
        assert sign not in note


def test_lines_and_tabs_of_any_system_are_shown_as_they_are() -> None:
    page = shown(given="\ufeffYou always do this.\r\n\tAnd I left.\u200e".encode())

    assert "�" not in page
    assert re.search(r"\n\s+And I left\.", page)


def test_what_is_no_unicode_is_shown_as_a_sign() -> None:
    page = run(os.fsdecode(b"You always do this \xff\xfe."))

    assert page.returncode == 0
    assert "�" in page.stdout.decode()


def test_a_terminal_without_curly_quotes_is_shown_signs_for_them() -> None:
    ended = run(HURT, surroundings={"PYTHONIOENCODING": "ascii"})

    assert ended.returncode == 0
    assert ended.stderr == b""
    assert b"=(2)" in ended.stdout


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (b"", "no words here yet"),
        (b" \n\t\xe2\x80\x8b", "no words here yet"),
        (b"\x00\x01\x1b", "no words here yet"),
        (b"quiet porch \xff\xfe", "isn’t UTF-8"),
        (b"\xed\xa0\x80", "isn’t UTF-8"),
        (b"quiet porch" * 100_000, "1,100,000 characters long"),
    ],
)
def test_what_cant_be_read_is_refused_in_one_sentence(
    given: bytes, sentence: str
) -> None:
    said = refused(given=given)

    assert sentence in said
    assert "quiet porch" not in said


def test_what_was_written_before_can_be_too_long_as_well() -> None:
    assert "characters long" in refused("--before", "porch " * 4_000, "Fine.")


@pytest.mark.parametrize(
    "options",
    [
        ["--draft", "quiet porch"],
        ["--draft", "--json", "quiet porch"],
        ["--draft", "--for", "revenge", "quiet porch"],
        ["--for", "i-hurt-them", "quiet porch"],
        ["--jsonl", "--draft"],
        ["--jsonl", "quiet porch"],
    ],
)
def test_a_call_that_would_leave_something_unheard_is_a_wrong_call(
    options: list[str],
) -> None:
    ended = run(*options)

    assert ended.returncode == 2
    assert ended.stdout == b""
    assert b"Traceback" not in ended.stderr
    assert b"quiet porch" not in ended.stderr


@pytest.mark.parametrize("rest", ["", "--json", "--jsonl"])
def test_without_standard_input_there_are_no_words(rest: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f"exec '{COMMAND}' read {rest} <&-"],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )

    assert ended.returncode == 1
    assert "no words here yet" in ended.stderr.decode()
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("options", ["hello", "--json hello", "--jsonl"])
def test_a_full_disk_is_told_in_a_sentence(options: str) -> None:
    ended = subprocess.run(
        ["sh", "-c", f"exec '{COMMAND}' read {options} >/dev/full"],
        input=b'{"text": "hello"}\n',
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith(b"The reading could not be written out")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize("options", ["", "--json", "--jsonl"])
def test_whoever_reads_along_may_stop(options: str) -> None:
    line = json.dumps({"text": HURT}).encode() if options == "--jsonl" else b"Porch."
    ended = subprocess.run(
        ["sh", "-c", f"'{COMMAND}' read {options} | true"],
        input=(line + b"\n") * 200,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )

    assert ended.stderr == b""
