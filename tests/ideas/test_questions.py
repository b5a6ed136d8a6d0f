from __future__ import annotations

import pytest

from hearthside.words import PURPOSES, Purpose, ask

TO_MEND = Purpose.I_HURT_THEM
TO_SAY_IT = Purpose.I_WAS_HURT
ALWAYS = 3  # places to think in


def quotes(text: str, purpose: Purpose) -> list[str]:
    return [q.quote for q in ask(text, purpose) if q.quote]


@pytest.mark.parametrize("purpose", [TO_MEND, TO_SAY_IT])
@pytest.mark.parametrize(
    "draft",
    [
        "k.",
        "",
        "I'm sorry I didn't come on Friday.",
        "I'm sorry if you were upset.",
        "I'm sorry if I hurt you. I'm sorry you feel that way. I never said that.",
        "Es tut mir leid, dass ich gestern nicht gekommen bin und nichts gesagt habe.",
        "🙏" * 500,
    ],
)
def test_three_places_stand_open_whatever_the_words(
    draft: str, purpose: Purpose
) -> None:
    assert len(ask(draft, purpose)) == ALWAYS


def test_words_that_turn_away_are_quoted_as_they_were_written() -> None:
    draft = "ok. I’m sorry if you were  upset. see you"

    [quote] = quotes(draft, TO_MEND)

    assert quote in draft
    assert "sorry if you were  upset" in quote


def test_one_place_always_asks_what_no_draft_can_know() -> None:
    draft = (
        "I'm sorry if I hurt you. I'm sorry you feel that way. You're so selfish."
        " It wasn't that bad. I already said sorry, can we move on?"
    )

    questions = ask(draft, TO_MEND)

    assert questions[-1].quote is None
    assert questions[-1].asks == ask("k.", TO_MEND)[-1].asks


def test_no_question_is_asked_twice() -> None:
    draft = (
        "I'm sorry if I hurt you.\nI'm sorry if you were upset.\nSorry if that hurt."
    )

    asked = [q.asks for q in ask(draft, TO_MEND)]

    assert len(set(asked)) == ALWAYS


def test_words_that_turn_toward_are_never_quoted() -> None:
    assert quotes("I'm sorry I didn't come on Friday.", TO_MEND) == []


def test_someone_who_was_hurt_is_asked_about_what_they_swallowed() -> None:
    draft = "It hurt that you left. Never mind, it's nothing, I'm overreacting."

    quoted = quotes(draft, TO_SAY_IT)

    assert quoted
    assert "left" not in " ".join(quoted)


def test_someone_who_was_hurt_is_never_asked_about_their_anger() -> None:
    assert quotes("You always do this. You're so selfish.", TO_SAY_IT) == []


@pytest.mark.parametrize("purpose", [Purpose.CALM_AGAIN, Purpose.AFRAID])
def test_whoever_is_afraid_or_wants_calm_is_asked_nothing(purpose: Purpose) -> None:
    assert ask("I'm sorry if you were upset.", purpose) == ()


def test_words_about_dying_are_never_quoted_back() -> None:
    draft = "I don't want to live anymore. I'm sorry if you were upset."

    assert quotes(draft, TO_MEND) == []


def test_words_that_were_not_about_dying_are_read_like_any_others() -> None:
    draft = "I don't want to live anymore. I'm sorry if you were upset."

    questions = ask(draft, TO_MEND, heed_danger=False)

    assert any(q.quote for q in questions)


def test_every_purpose_has_words_to_choose_it_by() -> None:
    assert list(PURPOSES) == list(Purpose)
