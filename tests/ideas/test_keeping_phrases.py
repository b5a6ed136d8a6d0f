"""What a person remembers or writes down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from hearthside.ground.errors import (
    EmptyPassphrase,
    NotAWord,
    UnreadableInput,
    WordsDontFit,
    WordsMissing,
)
from hearthside.keeping.phrases import (
    entropy_of,
    is_short,
    new_words,
    passphrase_as_kept,
    suggested_passphrase,
)

LIST = Mnemonic("english")
ALL_ZERO = "abandon " * 23 + "art"  # from BIP 39's own test vectors


def test_recovery_words_are_24_and_new_each_time() -> None:
    assert len(new_words().split()) == 24
    assert new_words() != new_words()


def test_words_stand_for_the_bytes_that_the_standard_says() -> None:
    assert entropy_of(ALL_ZERO) == bytes(32)


@given(st.binary(min_size=32, max_size=32))
def test_words_come_back_however_they_were_written_down(entropy: bytes) -> None:
    words = LIST.to_mnemonic(entropy)
    listed = "\n".join(f"{n}. {word.title()}," for n, word in enumerate(words.split()))

    assert entropy_of(words) == entropy_of(listed) == entropy


def test_a_word_that_isnt_in_the_list_is_named_by_its_place_alone() -> None:
    words = ALL_ZERO.split()
    words[4] = "zebrafish"

    with pytest.raises(NotAWord, match="Word 5") as refusal:
        entropy_of(" ".join(words))

    assert refusal.value.place == 5
    assert "zebrafish" not in str(refusal.value)


@pytest.mark.parametrize("count", [0, 12, 23, 25])
def test_another_number_of_words_is_told(count: int) -> None:
    with pytest.raises(WordsMissing, match=rf"\b{count}\b"):
        entropy_of("abandon " * count)


def test_words_in_another_order_dont_fit_together() -> None:
    with pytest.raises(WordsDontFit):
        entropy_of("art " + "abandon " * 23)


@given(st.text())
def test_no_text_breaks_the_reading_of_words(text: str) -> None:
    with pytest.raises((WordsMissing, NotAWord, WordsDontFit)):
        entropy_of(text)


def test_a_suggested_passphrase_is_six_words_of_the_list_and_not_short() -> None:
    words = suggested_passphrase().split(" ")

    assert len(words) == 6
    assert set(words) <= set(LIST.wordlist)
    assert not is_short("six words or fifteen letters")


@pytest.mark.parametrize(
    ("passphrase", "short"),
    [("", True), ("hunter2", True), (f"  {'a' * 14}  ", True), ("a" * 15, False)],
)
def test_short_is_under_fifteen_characters(passphrase: str, short: bool) -> None:
    assert is_short(passphrase) is short


@given(st.text(st.characters(codec="utf-8")))
def test_what_is_kept_of_a_passphrase_is_kept_as_it_is_again(text: str) -> None:
    try:
        kept = passphrase_as_kept(text)
    except EmptyPassphrase:
        return

    assert passphrase_as_kept(kept) == kept == kept.strip()


def test_half_a_character_is_refused_and_not_repeated() -> None:
    with pytest.raises(UnreadableInput) as refusal:
        passphrase_as_kept("river \udcff lamp")

    assert "river" not in str(refusal.value)
    assert refusal.value.__cause__ is None
