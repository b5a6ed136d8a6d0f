"""The numbers that ship: each with digits, its own page, and a date."""

from __future__ import annotations

import re

import pytest

from hearthside.web.numbers import Country, Kind, Line, countries

LINES = [(c, line) for c in countries() for line in c.lines]
NAMED = [f"{c.id} {line.name}" for c, line in LINES]
DATED = re.compile(r"(?:(?:about|after) )?\d{4}(?:-\d\d){0,2}|undated copy")
DIGITS = re.compile(r"\d[\d ]*\d")

# Pages whose only copy was seen without TLS; an address nobody saw is not invented.
SEEN_ONLY_AS_HTTP = {"http://www.whatsup.co.nz/node/21", "http://gbv.org.za/about-us"}


def test_there_are_a_few_countries_and_no_id_stands_twice() -> None:
    ids = [country.id for country in countries()]

    assert len(ids) == len(set(ids)) == 10
    assert countries() is countries()


def test_no_line_of_a_country_stands_twice() -> None:
    assert len(NAMED) == len(set(NAMED))


@pytest.mark.parametrize(("country", "line"), LINES, ids=NAMED)
def test_a_line_has_digits_to_dial_or_to_text(country: Country, line: Line) -> None:
    assert line.name
    assert DIGITS.fullmatch(line.number) or (
        not line.number and re.search(r"\d{5}", str(line.text))
    )
    assert not line.number_also or DIGITS.fullmatch(line.number_also)


@pytest.mark.parametrize(("country", "line"), LINES, ids=NAMED)
def test_a_line_names_its_page_and_when_it_was_seen(
    country: Country, line: Line
) -> None:
    assert line.page.startswith("https://") or line.page in SEEN_ONLY_AS_HTTP
    assert not line.hours_page or line.hours_page.startswith("https://")
    assert DATED.fullmatch(str(line.page_date))
    assert line.read.isoformat() == "2026-11-24"


@pytest.mark.parametrize(("country", "line"), LINES, ids=NAMED)
def test_hours_that_could_not_be_checked_are_not_shown(
    country: Country, line: Line
) -> None:
    assert line.hours in ("", "any time, day or night")
    if not line.hours:
        assert "couldn’t check its hours" in str(line.note)


@pytest.mark.parametrize("country", countries(), ids=lambda c: c.id)
def test_a_country_has_an_emergency_number_with_its_page(country: Country) -> None:
    assert country.emergency.isdigit()
    assert country.emergencies[0].number == country.emergency
    assert all(one.number.isdigit() and one.reaches for one in country.emergencies)
    assert country.emergency_page.startswith("https://")
    assert DATED.fullmatch(str(country.emergency_page_date))


@pytest.mark.parametrize("country", countries(), ids=lambda c: c.id)
def test_a_number_that_reaches_police_alone_comes_after_any_other(
    country: Country,
) -> None:
    reached = [str(one.reaches) for one in country.emergencies]

    assert reached == sorted(reached, key=lambda one: one == "police")


def test_only_indias_emergency_number_was_not_seen_on_a_services_own_page() -> None:
    unchecked = [country.id for country in countries() if not country.emergency_checked]

    assert unchecked == ["in"]


@pytest.mark.parametrize("country", countries(), ids=lambda c: c.id)
def test_a_kind_is_never_empty_silently(country: Country) -> None:
    missing = country.without_a_line()

    for kind in Kind:
        if kind is not Kind.EMERGENCY:
            assert bool(country.of(kind)) != (kind in missing)


def test_a_kind_without_a_line_in_singapore_leaves_the_emergency_number() -> None:
    [singapore] = [country for country in countries() if country.id == "sg"]

    assert singapore.emergency == "995"
    assert Kind.A_CHILD in singapore.without_a_line()
    assert [str(one.reaches) for one in singapore.emergencies] == [
        "ambulance, fire",
        "police",
    ]


def test_every_kind_has_a_heading() -> None:
    assert len({str(kind.heading) for kind in Kind}) == len(Kind)


def test_a_line_reached_by_text_says_the_word_and_the_number() -> None:
    [kids] = [line for _, line in LINES if line.name == "Kids Help Phone"]

    assert str(kids.text) == "Text CONNECT to 686868"
    assert "By text" in str(kids.note)
