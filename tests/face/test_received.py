from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

from hearthside.web.door.latch import latch
from hearthside.web.words import waiting

MIXED = (
    "ok so friday\n\nI'm sorry I didn't text. I'm sorry if you were upset\n\n"
    "see you at six"
)
NOTHING = "see you at six then"
DYING = "I don't want to live anymore.\nI'm sorry if you were upset."


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def given(client: Client, words: str, **others: str) -> str:
    """Give the page *words*; return the address it leads to."""
    answer = client.post("/words/received/", {"words": words, **others})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def landed(client: Client, words: str, how: str = "part") -> str:
    """Give the page *words* and say how they landed; return their address."""
    entry = given(client, words)
    answer = client.post(f"{entry}landing/", {"landed": how})
    assert answer.headers["Location"] == f"{entry}answered/"
    return entry


# --- felt first ------------------------------------------------------------------


def test_a_message_is_met_alone_with_nothing_marked_and_nothing_chosen(
    client: Client,
) -> None:
    shown = page(client, given(client, MIXED))

    assert "I'm sorry I didn't text" in shown
    assert "How did it land in you?" in shown
    assert "<mark" not in shown
    assert "checked" not in shown


@pytest.mark.parametrize("way", ["answered/", "marks/"])
def test_no_way_leads_past_the_question(client: Client, way: str) -> None:
    entry = given(client, MIXED)

    assert client.get(f"{entry}{way}").headers["Location"] == entry


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("landed", "You said it landed."),
        ("part", "You said part of it landed."),
        ("not", "You said it didn’t land."),
        ("tolerated", "You said you felt tolerated, not met."),
        ("later", "You said not yet."),
        ("unknown", "You said you don’t know."),
        ("skip", "You left open how it landed."),
    ],
)
def test_the_answer_stands_above_every_mark(
    client: Client, how: str, said: str
) -> None:
    entry = landed(client, MIXED, how)

    assert said in page(client, f"{entry}answered/")
    shown = page(client, f"{entry}marks/")
    assert shown.index(said) < shown.index("<mark")


def test_after_the_answer_one_can_see_more_or_stop(client: Client) -> None:
    entry = landed(client, MIXED)

    shown = page(client, f"{entry}answered/")

    assert f'href="{entry}marks/"' in shown
    assert f'action="{entry}not-now/"' in shown
    assert "<mark" not in shown


def test_an_answer_can_be_changed(client: Client) -> None:
    entry = landed(client, MIXED, "landed")

    client.post(f"{entry}landing/", {"landed": "tolerated"})

    shown = page(client, f"{entry}marks/")
    assert "tolerated, not met" in shown
    assert "You said it landed" not in shown


def test_no_answer_is_not_taken_for_one(client: Client) -> None:
    entry = given(client, MIXED)

    answer = client.post(f"{entry}landing/", {"landed": "fine"})

    assert answer.headers["Location"] == f"{entry}#landing"
    assert "Nothing was chosen." in page(client, entry)


# --- the marks -------------------------------------------------------------------


def test_a_mixed_message_stays_mixed(client: Client) -> None:
    shown = page(client, f"{landed(client, MIXED)}marks/")

    assert "mark--return" in shown
    assert "mark--guard" in shown
    assert "in part the person who did it" in shown


def test_each_number_leads_to_its_note_and_back(client: Client) -> None:
    shown = page(client, f"{landed(client, MIXED)}marks/")

    for number in (1, 2):
        assert f'id="words-{number}"' in shown
        assert f'href="#note-{number}"' in shown
        assert f'id="note-{number}"' in shown
        assert f'href="#words-{number}"' in shown


def test_every_word_is_there_as_it_was_written(client: Client) -> None:
    words = "ok  so\n\n\tI'm sorry I didn't text.  fine\nlast line"

    shown = page(client, f"{landed(client, words)}marks/")

    for line in ("ok  so", "I'm sorry I didn't text", ".  fine", "last line"):
        assert line in shown


def test_the_groups_are_taken_together_in_the_order_of_the_words(
    client: Client,
) -> None:
    shown = page(client, f"{landed(client, MIXED)}marks/")

    together = "The marked words turn first to what they did, then to how you took it."
    assert together in shown


def test_it_says_that_a_rule_speaks_and_what_it_cannot_hear(client: Client) -> None:
    for words in (MIXED, NOTHING):
        shown = page(client, f"{landed(client, words)}marks/")

        assert "Nothing marked doesn’t mean nothing happened." in shown
        assert "Nothing is kept." in shown
    assert "A rule speaks here" in page(client, f"{landed(client, MIXED)}marks/")


def test_what_an_attempt_does_not_hold_is_said_and_only_of_an_attempt(
    client: Client,
) -> None:
    attempt = page(client, f"{landed(client, MIXED)}marks/")
    attack = page(client, f"{landed(client, 'You are so selfish.')}marks/")

    assert "What no rule heard here" in attempt
    assert "What no rule heard here" not in attack


def test_where_nothing_is_marked_the_page_says_only_that(client: Client) -> None:
    shown = page(client, f"{landed(client, NOTHING)}marks/")

    assert "Nothing is marked" in shown
    assert "<mark" not in shown
    assert "Have you heard words like these before?" not in shown


def test_another_language_is_said_to_be_unread(client: Client) -> None:
    german = (
        "Es tut mir leid, dass ich gestern nicht gekommen bin, ich habe es vergessen"
        " und das war nicht in Ordnung von mir."
    )

    shown = page(client, f"{landed(client, german)}marks/")

    assert "These words aren’t read here" in shown
    assert "<mark" not in shown


# --- heard before ----------------------------------------------------------------


def test_what_came_after_such_words_is_asked_and_stands_beside_them(
    client: Client,
) -> None:
    entry = landed(client, MIXED)
    assert "Have you heard words like these before?" in page(client, f"{entry}marks/")

    answer = client.post(
        f"{entry}heard-before/",
        {"heard": "often", "came_after": "same", "told": "in may, and in june"},
    )

    shown = page(client, str(answer.headers["Location"]).split("#")[0])
    assert "You have heard them often." in shown
    assert "After them, it went on as before." in shown
    assert "in may, and in june" in shown


def test_what_came_after_can_stay_open(client: Client) -> None:
    entry = landed(client, MIXED)

    client.post(f"{entry}heard-before/", {"heard": "made up"})

    shown = page(client, f"{entry}marks/")
    assert "You have heard" not in shown
    assert "Answer, if you want to" in shown


def test_too_long_an_answer_stays_in_its_field(client: Client) -> None:
    entry = landed(client, MIXED)

    client.post(f"{entry}heard-before/", {"told": "a" * 20_001})

    shown = page(client, f"{entry}marks/")
    assert "20,000 characters" in shown
    assert "a" * 20_001 in shown


# --- danger ----------------------------------------------------------------------


def test_one_quiet_block_stands_above_words_about_dying(client: Client) -> None:
    shown = page(client, given(client, DYING))

    assert shown.count('class="danger') == 1
    assert shown.index('class="danger') < shown.index("<h1")
    assert "call the emergency number for them" in shown
    for first, second in [
        ("Keep reading", "Show numbers"),
        ("Show numbers", "It isn’t that"),
    ]:
        assert shown.index(first) < shown.index(second)


def test_words_about_dying_carry_no_mark_and_the_others_do(client: Client) -> None:
    shown = page(client, f"{landed(client, DYING)}marks/")

    [marked] = [part.split("</mark>")[0] for part in shown.split("<mark")[1:]]
    assert "sorry if you were upset" in marked
    assert "Nothing is marked there" in shown


def test_it_is_not_that_takes_the_block_away_for_good(client: Client) -> None:
    entry = given(client, DYING)

    answer = client.post(f"{entry}not-that/")

    assert answer.headers["Location"] == entry
    assert 'class="danger' not in page(client, entry)


def test_ones_own_words_about_dying_are_met_as_ones_own(client: Client) -> None:
    before = page(client, given(client, NOTHING, before="I don't want to live anymore"))
    entry = landed(client, MIXED)
    client.post(f"{entry}heard-before/", {"told": "I don't want to live anymore"})
    after = page(client, f"{entry}marks/")

    for shown in (before, after):
        assert shown.count('class="danger') == 1
        assert "not wanting to live" in shown
        assert "call the emergency number for them" not in shown


def test_a_harmless_message_brings_no_block(client: Client) -> None:
    assert 'class="danger' not in page(client, given(client, "this heat is killing me"))


# --- bad input -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "There are no words here yet."),
        (" \n\t \u200b", "There are no words here yet."),
        ("a" * 20_001, "One message can have 20,000 characters"),
        ("a" * 1_000_000, "One message can have 20,000 characters"),
    ],
    ids=["empty", "blank", "too long", "a megabyte"],
)
def test_words_that_cannot_be_taken_stay_in_their_field(
    client: Client, words: str, sentence: str
) -> None:
    address = given(client, words)

    shown = page(client, address)

    assert address.endswith("/words/")
    assert sentence in shown
    assert words in shown


def test_a_field_filled_anew_leads_on(client: Client) -> None:
    address = given(client, "")

    answer = client.post(address, {"words": MIXED})

    assert "I'm sorry I didn't text" in page(client, str(answer.headers["Location"]))
    assert client.get(address).status_code == 404


def test_words_that_cannot_be_taken_have_no_page_but_their_form(
    client: Client,
) -> None:
    address = given(client, "")

    answer = client.get(address.removesuffix("words/"))

    assert answer.headers["Location"] == address


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "أنا آسف لأنني لم آت أمس",
        "😀" * 10_000,
        "bell\x07 escape\x1b[31m",
        "\u202eback to front",
    ],
    ids=["html", "right to left", "emoji", "control", "override"],
)
def test_strange_words_are_shown_as_given(client: Client, words: str) -> None:
    entry = landed(client, words)

    for address in (entry, f"{entry}marks/"):
        raw = client.get(address).content.decode()
        assert words in unescape(raw)
        assert "<script>alert" not in raw


def test_what_no_page_can_show_is_shown_as_a_browser_shows_it(client: Client) -> None:
    body = b"words=null%00+and+surrogate%ED%A0%80"
    form = "application/x-www-form-urlencoded"

    answer = client.post("/words/received/", body, content_type=form)

    shown = page(client, str(answer.headers["Location"]))
    assert "null\ufffd and surrogate\ufffd" in shown


# --- kept nowhere ----------------------------------------------------------------


def test_no_page_with_words_answers_a_form(client: Client) -> None:
    entry = given(client, MIXED)

    for address, form in [
        ("/words/received/", {"words": MIXED}),
        ("/words/received/", {"words": ""}),
        (f"{entry}words/", {"words": ""}),
        (f"{given(client, MIXED)}landing/", {"landed": "part"}),
        (f"{given(client, MIXED)}heard-before/", {"told": "once"}),
    ]:
        assert client.post(address, form).status_code == 302


def test_no_address_holds_a_word(client: Client) -> None:
    entry = given(client, "Marjoram and thyme")

    assert "marjoram" not in entry.lower()
    assert len(entry.split("/")[3]) >= 20


def test_not_now_lets_the_words_go(client: Client) -> None:
    entry = landed(client, MIXED)

    answer = client.post(f"{entry}not-now/")

    assert answer.headers["Location"] == "/"
    gone = client.get(entry)
    assert gone.status_code == 404
    assert "aren’t here any more" in gone.content.decode()


def test_leaving_lets_every_word_go(client: Client) -> None:
    given(client, MIXED)

    client.post("/leave/")

    assert len(waiting.waiting) == 0


def test_another_session_never_finds_the_words(
    client: Client, stranger: Client
) -> None:
    entry = given(client, MIXED)

    stranger.get(f"/open/{latch.new_secret()}")

    assert stranger.get(entry).status_code == 404


def test_a_draft_is_not_found_as_a_message(client: Client) -> None:
    draft = client.post("/words/drafts/", {"words": MIXED}).headers["Location"]

    assert client.get(draft.replace("drafts", "received")).status_code == 404


def test_the_oldest_words_go_first_and_idle_ones_go_by_themselves() -> None:
    now = 0.0
    held = waiting.Waiting(clock=lambda: now)
    ids = [
        held.keep(waiting.Draft(str(n)), owner="Ada")
        for n in range(waiting.AT_MOST + 1)
    ]

    assert held.find(ids[0], owner="Ada") is None
    assert held.find(ids[1], owner="Ada") is not None
    assert held.find(ids[1], owner="Ben") is None

    now = waiting.IDLE.total_seconds() + 1
    assert held.find(ids[1], owner="Ada") is None
    assert len(held) == 0
