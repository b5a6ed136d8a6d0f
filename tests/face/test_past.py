"""One's own past: looked at first, kept all at once, sorted later or never."""

from __future__ import annotations

import json
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.test import Client, override_settings

from hearthside.moments.moment import Moment
from hearthside.web.keeping.models import Record
from hearthside.web.moments import store

from .bringing import page
from .keeping_it import lock, set_up
from .test_moments import answered, keeper, kept


def brought(client: Client, **files: str | bytes) -> str:
    """Choose files (their names with _ for a full stop); return where that leads."""
    sent = [
        SimpleUploadedFile(
            name.replace("_", "."), text.encode() if isinstance(text, str) else text
        )
        for name, text in files.items()
    ]
    return answered(client, "/moments/past/", files=sent)


def moments(client: Client) -> list[Moment]:
    """Return everything that is kept, by its day."""
    return sorted(
        dict(store.many(keeper(client), Moment)).values(), key=lambda m: m.day
    )


JRNL = json.dumps(
    {
        "entries": [
            {"date": "2024-05-01", "time": "21:30", "title": "the gate", "body": "x"},
            {"date": "someday", "time": "21:30", "title": "the hall", "body": ""},
        ]
    }
)


def test_pages_are_looked_at_before_anything_is_kept(client: Client) -> None:
    set_up(client)

    read = brought(client, a_md="---\ndate: 2024-03-01\n---\nthe gate", b_md="the hall")

    shown = page(client, read)
    assert "2 pages were read" in shown
    assert "It is of 1 March 2024." in shown
    assert "the gate" in shown
    assert "kept as of today" in shown
    assert not Record.objects.exists()


def test_kept_they_wait_to_be_sorted(client: Client) -> None:
    set_up(client)
    read = brought(client, a_md="---\ndate: 2024-03-01\n---\nthe gate", b_md="the hall")

    to = answered(client, read, keep="yes")

    assert all(one.to_sort for one in moments(client))
    assert to == "/moments/?to_sort"
    shown = page(client, to)
    assert "To be sorted" in shown
    assert "the gate" in shown
    assert client.get(read).headers["Location"] == "/moments/past/"


def test_let_go_nothing_is_kept(client: Client) -> None:
    set_up(client)
    read = brought(client, a_md="the gate")

    answered(client, read)

    assert not Record.objects.exists()


def test_what_cannot_be_read_is_named_with_its_place(client: Client) -> None:
    set_up(client)

    read = brought(client, old_json=JRNL, bad_md=b"so\n\xff", empty_md=" ")

    shown = page(client, read)
    assert "1 page was read" in shown
    assert "old.json, entry 2 can’t be read: it needs a date and words." in shown
    assert "bad.md, line 2 can’t be read: it needs to be UTF-8 text." in shown
    assert "empty.md can’t be read: it needs words." in shown


@pytest.mark.parametrize("text", ["[]", "{", '{"entries": 3}', "[" * 100_000])
def test_a_json_that_is_no_diary_is_one_sentence(client: Client, text: str) -> None:
    set_up(client)

    shown = page(client, brought(client, x_json=text))

    assert "Nothing new was read" in shown
    assert "needs to be a JSON export of Day One or jrnl" in shown


@pytest.mark.parametrize("files", [{}, {"photo_png": b"\x89PNG"}])
def test_nothing_known_is_one_sentence(client: Client, files: dict[str, bytes]) -> None:
    set_up(client)

    shown = page(client, brought(client, **files))

    assert "Nothing came that can be read here." in shown


def test_pages_of_one_name_in_two_folders_are_two(client: Client) -> None:
    set_up(client)
    sent = [SimpleUploadedFile("a.md", text) for text in (b"the gate", b"the hall")]

    read = answered(client, "/moments/past/", files=sent)

    assert "2 pages were read" in page(client, read)


def test_the_same_export_twice_brings_nothing_twice(client: Client) -> None:
    set_up(client)
    answered(client, brought(client, old_json=JRNL), keep="yes")

    shown = page(client, brought(client, old_json=JRNL))

    assert "Nothing new was read" in shown
    assert "1 is here already" in shown


def test_anything_said_of_one_sorts_it(client: Client) -> None:
    set_up(client)
    answered(client, brought(client, a_md="the gate"), keep="yes")
    [id_] = store.lines(keeper(client))

    answered(client, f"/moments/{id_}/parts/form/", forms="silence")

    [one] = moments(client)
    assert not one.to_sort
    assert "Nothing is left to sort" in page(client, "/moments/?to_sort")
    assert "To be sorted" not in page(client, "/moments/")


def test_a_tap_sorts_it_and_leads_back_to_the_rest(client: Client) -> None:
    set_up(client)
    answered(client, brought(client, a_md="the gate"), keep="yes")
    [id_] = store.lines(keeper(client))
    assert "You brought this in" in page(client, f"/moments/{id_}/")

    to = answered(client, f"/moments/{id_}/sorted/")

    assert to == "/moments/?to_sort"
    assert not moments(client)[0].to_sort
    assert not moments(client)[0].earlier


def test_a_full_disk_keeps_none_and_says_so(client: Client) -> None:
    set_up(client)
    read = brought(client, a_md="the gate", b_md="the hall")

    with patch.object(Record.objects, "bulk_create", side_effect=DatabaseError):
        back = answered(client, read, keep="yes")

    assert "The disk didn’t take this" in page(client, back)
    assert not Record.objects.exists()
    answered(client, read, keep="yes")
    assert len(moments(client)) == 2


def test_locked_nothing_is_brought_in(client: Client) -> None:
    kept(client)
    lock(client)

    assert brought(client, a_md="the gate") == "/lock/"


def test_many_are_paged_and_stay_with_what_is_to_be_sorted(client: Client) -> None:
    set_up(client)
    many = {f"p{n}_md": f"page {n}" for n in range(60)}
    answered(client, brought(client, **many), keep="yes")

    shown = page(client, "/moments/?to_sort")

    assert "from=50&to_sort" in shown
    assert page(client, "/moments/?from=50&to_sort").count('class="given"') == 0


def test_too_much_at_once_is_one_sentence_and_nothing_is_kept(client: Client) -> None:
    set_up(client)

    with override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=10):
        shown = page(client, brought(client, a_md="the gate"))

    assert "64 MB at most in one go" in shown
