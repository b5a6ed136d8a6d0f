"""The terminal in another language: every sentence of its own can be translated."""

from __future__ import annotations

import gettext
import struct
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearthside.cli import reading, speaking

HURT = "I'm sorry if you felt hurt. I was late, that was my fault. You always do this."
DYING = "I'm going to kill myself tonight."


class Bracketed(gettext.NullTranslations):
    """A language in which every sentence stands in brackets."""

    def gettext(self, message: str) -> str:
        return f"‹{message}›"


@pytest.fixture
def in_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "catalogue", Bracketed)


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_at_a_terminal", lambda: True)


def lines_of(*options: str, typed: str = "") -> list[str]:
    """Return what the command says, without what the person wrote."""
    ended = CliRunner().invoke(reading.read_words, options, input=typed)
    assert ended.exit_code == 0
    said = [line.strip() for line in ended.output.splitlines()]
    return [line for line in said if line and "sorry if" not in line]


@pytest.mark.usefixtures("in_brackets")
@pytest.mark.parametrize(
    "options",
    [
        [HURT],
        [DYING],
        ["See you at six."],
        ["--before", DYING, HURT],
        ["--draft", "--for", "i-hurt-them", HURT],
        ["--draft", "--for", "afraid", HURT],
        ["Es tut mir leid, dass ich gestern nicht gekommen bin, ich habe es vergessen"],
    ],
)
def test_every_line_of_a_reading_can_be_translated(options: list[str]) -> None:
    own = [line for line in lines_of(*options) if not line.startswith("“")]

    assert own
    assert [line for line in own if "‹" not in line] == []


@pytest.mark.usefixtures("in_brackets", "at_a_terminal")
def test_every_question_can_be_translated() -> None:
    asked = lines_of(DYING, typed="\n\n1\n")
    purpose = lines_of("--draft", HURT, typed="1\n")

    for line in asked + purpose:
        assert "‹" in line or line == DYING or line.startswith("“")


def written_down(words: dict[str, str]) -> bytes:
    """Return *words* and their translations as a compiled catalogue holds them."""
    pairs = {"": "Content-Type: text/plain; charset=UTF-8\n"} | words
    sides = [[text.encode() for text in sorted(pairs)]]
    sides.append([pairs[text.decode()].encode() for text in sides[0]])
    at = 28 + 16 * len(pairs)
    tables, texts = b"", b""
    for text in sides[0] + sides[1]:
        tables += struct.pack("<II", len(text), at + len(texts))
        texts += text + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, at)
    return head + tables + texts


def test_the_language_of_the_surroundings_is_spoken_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = tmp_path / "de" / "LC_MESSAGES" / "django.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(written_down({"It landed": "Es kam an"}))
    monkeypatch.setattr(speaking, "LOCALE", tmp_path)
    monkeypatch.setattr(speaking, "catalogue", speaking.catalogue.__wrapped__)

    for language, said in [("de", "Es kam an"), ("fi", "It landed")]:
        monkeypatch.setenv("LANGUAGE", language)

        assert speaking.gettext("It landed") == said
