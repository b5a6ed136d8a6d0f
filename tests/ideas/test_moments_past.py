from __future__ import annotations

import json
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearthside.ground.errors import UnreadableImport
from hearthside.moments.past import from_json, from_markdown

NOW = datetime(2026, 6, 1, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def page(text: str, name: str = "a.md") -> dict[str, bytes]:
    return {name: text.encode()}


def export(*entries: object) -> bytes:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": entries}).encode()


def test_the_front_matter_gives_the_day_and_the_rest_are_the_words() -> None:
    text = "---\ntitle: 'The hall'\ndate: 2025-03-01\n---\n\nI waited.\n\n*Long.*\n"

    [moment] = from_markdown(page(text), now=NOW).moments

    assert moment.words == "I waited.\n\n*Long.*\n"
    assert moment.title == "The hall"
    assert moment.happened == date(2025, 3, 1)
    assert moment.at == datetime(2025, 3, 1, 11, tzinfo=UTC)
    assert moment.to_sort


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2025-03-01T22:15", datetime(2025, 3, 1, 21, 15, tzinfo=UTC)),
        ("2025-03-01 22:15:00", datetime(2025, 3, 1, 21, 15, tzinfo=UTC)),
        ('"2025-03-01T22:15:00Z"', datetime(2025, 3, 1, 22, 15, tzinfo=UTC)),
    ],
)
def test_a_time_without_a_zone_is_in_the_persons_own(
    written: str, at: datetime
) -> None:
    text = f"---\r\ndate: {written}\r\n---\r\nI waited."

    [moment] = from_markdown(page(text), now=NOW).moments

    assert (moment.at, moment.happened) == (at, date(2025, 3, 1))
    assert moment.words == "I waited."


def test_a_day_in_the_files_name_is_used_where_nothing_else_says_it() -> None:
    text = "---\ndate: some time in spring\n---\nI waited."

    [moment] = from_markdown(page(text, "2024/2025-03-01 hall.md"), now=NOW).moments

    assert moment.happened == date(2025, 3, 1)


@pytest.mark.parametrize("name", ["hall.md", "2025-02-30.md", "12025-03-010.md"])
def test_with_no_day_at_all_it_was_written_down_now(name: str) -> None:
    [moment] = from_markdown(page("I waited.", name), now=NOW).moments

    assert moment.at == NOW
    assert moment.happened is None


def test_a_line_across_the_page_is_no_front_matter() -> None:
    [moment] = from_markdown(page("I waited.\n---\ndate: never\n"), now=NOW).moments

    assert moment.words == "I waited.\n---\ndate: never\n"


def test_what_could_be_read_is_given_beside_what_couldnt() -> None:
    files = {"a.md": b"I waited.", "b.md": b"one\nsecret \xff", "c.md": b" \n"}

    past = from_markdown(files, now=NOW)

    assert [moment.words for moment in past.moments] == ["I waited."]
    assert [(one.file, one.place) for one in past.unread] == [
        ("b.md", "line 2"),
        ("c.md", ""),
    ]
    assert all("secret" not in str(one) for one in past.unread)
    assert (
        str(past.unread[0]) == "b.md, line 2 can’t be read: it needs to be UTF-8 text."
    )


def test_a_day_one_entry_is_on_the_day_of_its_own_zone() -> None:
    entry = {
        "creationDate": "2017-06-28T18:38:37Z",
        "timeZone": "Asia/Taipei",
        "text": "![](dayone-moment://AD6F2A)\n\nI waited\\. Two \\- three\\!",
        "uuid": "1546",
    }

    [moment] = from_json(export(entry), file="Journal.json", now=NOW).moments

    assert moment.happened == date(2017, 6, 29)
    assert moment.at == datetime(2017, 6, 28, 18, 38, 37, tzinfo=UTC)
    assert moment.words == "\nI waited. Two - three!"
    assert moment.to_sort


def test_a_day_one_entry_without_a_zone_is_in_utc() -> None:
    entry = {"creationDate": "2017-06-28T23:38:37", "text": "I waited"}

    [moment] = from_json(export(entry), file="Journal.json", now=NOW).moments

    assert moment.happened == date(2017, 6, 28)


def test_a_jrnl_entry_keeps_its_title_as_its_first_words() -> None:
    entry = {
        "date": "2025-03-01",
        "time": "23:30",
        "title": "I waited.",
        "body": "The whole \\* evening.",
        "tags": [],
        "starred": False,
    }

    [moment] = from_json(export(entry), file="j.json", now=NOW).moments

    assert moment.words == "I waited.\nThe whole \\* evening."
    assert moment.happened == date(2025, 3, 1)
    assert moment.at == datetime(2025, 3, 1, 22, 30, tzinfo=UTC)


def test_an_entry_that_cant_be_read_is_named_by_its_number() -> None:
    past = from_json(
        export(
            {"creationDate": "2017-06-28T18:38:37Z", "text": "I waited"},
            {"creationDate": "secret", "text": "secret"},
            {"creationDate": "2017-06-28T18:38:37Z", "photos": []},
            {
                "creationDate": "2017-06-28T18:38:37Z",
                "timeZone": "No/Where",
                "text": "x",
            },
            "secret",
            None,
        ),
        file="Journal.json",
        now=NOW,
    )

    assert len(past.moments) == 1
    assert [one.place for one in past.unread] == [f"entry {n}" for n in range(2, 7)]
    assert all("secret" not in str(one) for one in past.unread)


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"entries": 3}', b"\xff", b"null"]
)
def test_a_file_of_another_kind_is_said_to_be_one(content: bytes) -> None:
    past = from_json(content, file="x.json", now=NOW)

    assert past.moments == ()
    assert isinstance(past.unread[0], UnreadableImport)


def test_a_mark_at_the_start_of_a_file_does_no_harm() -> None:
    entry = {"creationDate": "2017-06-28T18:38:37Z", "text": "I waited"}

    past = from_json(b"\xef\xbb\xbf" + export(entry), file="x.json", now=NOW)

    assert len(past.moments) == 1


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda more: st.lists(more) | st.dictionaries(st.text(), more),
)
entry = st.fixed_dictionaries(
    {},
    optional={
        key: anything | st.just("2025-03-01") | st.just("0001-01-01T00:00:00Z")
        for key in ("creationDate", "timeZone", "text", "date", "time", "title", "body")
    },
)


@given(st.lists(entry | anything))
def test_every_entry_is_either_read_or_named(entries: list[object]) -> None:
    content = json.dumps({"entries": entries}).encode()

    past = from_json(content, file="x.json", now=NOW)

    assert len(past.moments) + len(past.unread) == len(entries)


@given(st.dictionaries(st.text(max_size=20), st.binary(max_size=60), max_size=4))
def test_every_page_is_either_read_or_named(files: dict[str, bytes]) -> None:
    past = from_markdown(files, now=NOW)

    assert len(past.moments) + len(past.unread) == len(files)
