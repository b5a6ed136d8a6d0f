from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

from hearthside.web.numbers import countries


def numbers(client: Client, **headers: str) -> str:
    answer = client.get("/numbers/", headers=headers)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def test_every_number_stands_with_its_own_page_and_how_old_that_is(
    client: Client,
) -> None:
    shown = numbers(client)

    for country in countries():
        assert str(country.name) in shown
        assert country.emergency_page in shown
        for one in country.emergencies:
            assert f">{one.number}</a>" in shown
        for line in country.lines:
            for part in (line.name, line.number, line.text, line.hours, line.page):
                assert str(part) in shown
            assert f"({line.page_date})" in shown


def test_a_number_is_dialled_without_its_spaces(client: Client) -> None:
    shown = numbers(client)

    assert 'href="tel:116123">116 123</a>' in shown


def test_what_a_country_has_no_line_for_is_said(client: Client) -> None:
    shown = numbers(client)

    missing = [country for country in countries() if country.without_a_line()]
    assert shown.count("No line could be checked for:") == len(missing) > 0


def test_the_numbers_are_there_for_someone_who_was_not_let_in(
    stranger: Client,
) -> None:
    shown = numbers(stranger)

    assert all(country.emergency in shown for country in countries())
    assert "Hearthside" not in shown
    assert "/light/" not in shown


def test_the_country_a_browser_names_stands_first_and_open(client: Client) -> None:
    shown = numbers(client, accept_language="de-DE,de;q=0.9,en-US;q=0.8")

    opened, *_ = shown.split("<details")[1:]
    assert opened.startswith(' class="country" open')
    assert shown.index("Germany") < shown.index("United Kingdom")


@pytest.mark.parametrize("language", ["", "en", "eo-XX", "*"])
def test_a_browser_that_names_no_country_gets_them_all_in_order(
    client: Client, language: str
) -> None:
    shown = numbers(client, accept_language=language)

    places = [shown.index(f"<h2>{country.name}") for country in countries()]
    assert places == sorted(places)


@pytest.mark.parametrize("address", ["/numbers/", "/"])
def test_numbers_are_reached_without_a_script(client: Client, address: str) -> None:
    assert 'href="/numbers/"' in client.get(address).content.decode()
