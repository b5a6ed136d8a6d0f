from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.test import Client

from hearthside.words import reading
from hearthside.words.matching import Heard, Message, hear

from .bringing import brought, page

# From the barest to one with all nine moves of repair to close paraphrases of words
# that are often held up as a model: none of them is let through.
DRAFTS = [
    "k.",
    "ok fine",
    "sorry",
    "sorry!! 🙏🙏",
    "I'm sorry if you were upset.",
    "I'm sorry you feel that way.",
    "I didn't mean to hurt you, I was only trying to help.",
    "I guess I can't do anything right.",
    "I already said sorry. Can we move on?",
    "You always do this. You're so selfish.",
    "it wasn't that bad, don't be silly",
    "I never said that.",
    "I'm done talking.",
    "I'm sorry I forgot. Work was too much.",
    "I said I'd come and I didn't. I'm sorry. How was it for you?",
    "You were right, that one I missed.",
    "I can tell how it landed with you. I'd like to understand it better.",
    "I see now that my going quiet was like being left. It wasn't okay. I'm sorry.",
    "Us two matter more to me than who was right. I want to know what it was like.",
    "I've been thinking about what you told me. I said I'd come and I didn't. That was"
    " wrong, it was on me. I'm sorry I left you there. You must have felt so alone."
    " It makes sense that you're angry. How has it been since? I'd like to make it up"
    " to you. I will call when I'm late from now on.",
]


class Shape(HTMLParser):
    """What a page is made of, but for the words given and the quotes of them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.parts: list[tuple[str, str | None]] = []
        self._inside = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside += tag == "blockquote"
        if not self._inside and tag not in ("q", "input"):
            self.parts.append((tag, dict(attrs).get("class")))

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "blockquote"


def given(client: Client, words: str) -> str:
    """Bring *words* as a draft; return the address they lead to."""
    return brought(client, "drafts", words=words)


def questions(client: Client, words: str, purpose: str = "i-hurt-them") -> str:
    """Return the page a draft for *purpose* gets."""
    answer = client.post(f"{given(client, words)}purpose/", {"purpose": purpose})
    return page(client, str(answer.headers["Location"]))


def test_a_draft_comes_back_as_written_with_one_question(client: Client) -> None:
    shown = page(client, given(client, "I'm sorry if you were upset."))

    assert "I'm sorry if you were upset." in shown
    assert "What are these words for?" in shown
    assert shown.count('type="radio"') == 4
    assert "checked" not in shown


@pytest.mark.parametrize("purpose", ["i-hurt-them", "i-was-hurt"])
def test_twenty_drafts_get_a_page_of_the_same_shape(
    client: Client, purpose: str
) -> None:
    shapes = [Shape(questions(client, draft, purpose)).parts for draft in DRAFTS]

    assert len(DRAFTS) == 20
    assert shapes[0].count(("li", "place")) == 3
    assert all(shape == shapes[0] for shape in shapes)


@pytest.mark.parametrize("draft", DRAFTS)
def test_no_draft_is_marked_or_told_what_it_lacks(client: Client, draft: str) -> None:
    shown = questions(client, draft)

    assert "<mark" not in shown
    assert "no rule heard" not in shown
    assert "centre" not in shown


def test_words_that_turn_away_come_back_as_a_question(client: Client) -> None:
    shown = questions(client, "ok. I'm sorry if you were upset.")

    assert "You wrote <q" in shown
    assert "“I'm sorry if you were upset”" in shown


@pytest.mark.parametrize("purpose", ["calm-again", "afraid"])
def test_whoever_wants_calm_or_is_afraid_gets_no_question_and_the_numbers(
    client: Client, purpose: str
) -> None:
    shown = questions(client, "I'm sorry if you were upset.", purpose)

    assert "No questions here" in shown
    assert 'class="place"' not in shown
    assert 'class="countries"' in shown


def test_no_purpose_is_not_taken_for_one(client: Client) -> None:
    entry = given(client, "k.")

    answer = client.post(f"{entry}purpose/", {"purpose": "winning"})

    assert answer.headers["Location"] == f"{entry}#purpose"
    assert "Nothing was chosen." in page(client, entry)


def test_no_way_leads_past_the_question(client: Client) -> None:
    entry = given(client, "k.")

    assert client.get(f"{entry}questions/").headers["Location"] == entry


def test_writing_on_leaves_nothing_of_the_earlier_words(client: Client) -> None:
    entry = given(client, "I'm sorry if you were upset.")
    assert "sorry if" in page(client, f"{entry}words/")

    answer = client.post(f"{entry}words/", {"words": "I'm sorry I didn't come."})

    shown = page(client, str(answer.headers["Location"]))
    assert "sorry if" not in shown
    assert client.get(entry).status_code == 404


def test_ones_own_words_about_dying_are_met_with_one_quiet_block(
    client: Client,
) -> None:
    entry = given(client, "I don't want to live anymore.")

    shown = page(client, entry)

    assert shown.count('class="danger') == 1
    assert "I don't want to live anymore." in shown
    order = ["not wanting to live", "Keep writing", "Show numbers", "It isn’t that"]
    places = [shown.index(one) for one in order]
    assert places == sorted(places)
    assert f'href="{entry}words/"' in shown


def test_it_is_not_that_takes_the_block_away(client: Client) -> None:
    entry = given(client, "I don't want to live anymore.")

    client.post(f"{entry}not-that/")

    assert 'class="danger' not in page(client, entry)


@pytest.mark.parametrize("words", ["", " \n ", "a" * 20_001])
def test_words_that_cannot_be_taken_stay_in_their_field(
    client: Client, words: str
) -> None:
    address = given(client, words)

    shown = page(client, address)

    assert address.endswith("/words/")
    assert 'class="trouble"' in shown
    assert words in shown


def test_a_draft_is_read_once_for_each_page(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = []

    def listening(message: Message) -> list[Heard]:
        heard.append(message.text)
        return hear(message)

    monkeypatch.setattr(reading, "VOICES", (listening,))
    entry = given(client, "I hurt you. I don't want to be alive.")
    page(client, entry)
    for_the_draft = len(heard)
    client.post(f"{entry}purpose/", {"purpose": "i-hurt-them"})
    page(client, f"{entry}questions/")

    assert for_the_draft == 1
    assert len(heard) == 2


def test_not_now_lets_the_draft_go(client: Client) -> None:
    entry = given(client, "k.")

    client.post(f"{entry}not-now/")

    assert client.get(entry).status_code == 404


def test_numbers_stand_above_the_questions_of_a_draft_that_may_be_about_dying(
    client: Client,
) -> None:
    entry = given(client, "I hurt you. I don't want to be alive.")

    client.post(f"{entry}purpose/", {"purpose": "i-hurt-them"})

    asked = page(client, f"{entry}questions/")
    assert asked.index("Numbers to call") < asked.index("Room to think")
