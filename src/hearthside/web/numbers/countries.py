"""The numbers as the pages use them, read once from ``numbers.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hearthside.ground.numbers import numbers
from hearthside.web.numbers import wording

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Kind(StrEnum):
    """What someone may call about."""

    NOT_WANTING_TO_LIVE = "not_wanting_to_live"
    VIOLENCE_AT_HOME = "violence_at_home"
    A_CHILD = "a_child"
    AFRAID_OF_HURTING_SOMEONE = "afraid_of_hurting_someone"
    EMERGENCY = "emergency"

    @property
    def heading(self) -> StrOrPromise:
        """Return the words a page heads these lines with."""
        return _HEADINGS[self]


_HEADINGS = {
    Kind.NOT_WANTING_TO_LIVE: _("Not wanting to live"),
    Kind.VIOLENCE_AT_HOME: _("Violence at home"),
    Kind.A_CHILD: _("A child"),
    Kind.AFRAID_OF_HURTING_SOMEONE: _("Afraid of hurting someone"),
    Kind.EMERGENCY: _("Emergency"),
}


@dataclass(frozen=True)
class Line:
    """One service, and how it is reached."""

    kind: Kind
    name: str
    number: str
    """Digits and spaces, to be dialled; empty where it is reached by text only."""
    number_also: str
    text: StrOrPromise
    hours: StrOrPromise
    """Empty where they couldn't be checked."""
    page: str
    """The service's own page on which the number was seen."""
    hours_page: str
    """The page its hours were seen on, where that is another one."""
    page_date: StrOrPromise
    """The date the seen copy of the page bears, or that it bears none."""
    note: StrOrPromise
    read: date
    """The day the copy was read."""


@dataclass(frozen=True)
class Emergency:
    """A number for an emergency, and for which."""

    number: str
    reaches: StrOrPromise


@dataclass(frozen=True)
class Country:
    """A country's emergency numbers and its lines."""

    id: str
    name: StrOrPromise
    emergency: str
    """The number to dial first: digits only."""
    emergencies: tuple[Emergency, ...]
    """That number and any other, each with what it reaches."""
    emergency_page: str
    emergency_page_date: StrOrPromise
    emergency_checked: bool
    """Whether that page is a police, ambulance or fire service's or regulator's own."""
    emergency_note: StrOrPromise
    lines: tuple[Line, ...]

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """Return the lines to call about *kind*."""
        return tuple(line for line in self.lines if line.kind is kind)

    def without_a_line(self) -> tuple[Kind, ...]:
        """Return the kinds without a checked line; the emergency number stands in."""
        return tuple(k for k in Kind if k is not Kind.EMERGENCY and not self.of(k))


@cache
def countries() -> tuple[Country, ...]:
    """Return every country there is, in the file's order."""
    data = numbers()
    return tuple(_country(one, read=data["read"]) for one in data["country"])


def _country(fields: dict[str, Any], *, read: date) -> Country:
    found = tuple(
        Emergency(one["number"], wording.SERVICES[one.get("reaches", "")])
        for one in fields["emergency"]
    )
    return Country(
        id=fields["id"],
        name=wording.COUNTRIES[fields["id"]],
        emergency=found[0].number,
        emergencies=found,
        emergency_page=fields["page"],
        emergency_page_date=_dated(fields["seen_on"]),
        emergency_checked=fields.get("checked", True),
        emergency_note=_noted(fields.get("notes", [])),
        lines=tuple(_line(one, read=read) for one in fields.get("line", [])),
    )


def _line(fields: dict[str, Any], *, read: date) -> Line:
    return Line(
        kind=Kind(fields["kind"]),
        name=fields["name"],
        number=fields.get("number", ""),
        number_also=fields.get("number_also", ""),
        text=_text(fields),
        hours=wording.HOURS[fields.get("hours", "")],
        page=fields["page"],
        hours_page=fields.get("hours_page", ""),
        page_date=_dated(fields["seen_on"]),
        note=_noted(fields.get("notes", [])),
        read=read,
    )


def _text(fields: dict[str, Any]) -> StrOrPromise:
    if "text" not in fields:
        return ""
    said = wording.TEXT_WORD if "text_word" in fields else wording.TEXT
    return format_lazy(said, number=fields["text"], word=fields.get("text_word", ""))


def _dated(seen_on: str) -> StrOrPromise:
    """Return *seen_on* ("2021-08-31", "about 2023", "undated copy") for a page."""
    if seen_on == "undated copy":
        return wording.UNDATED
    how, _space, when = seen_on.rpartition(" ")
    return format_lazy(wording.DATED[how], date=when)


def _noted(notes: list[str]) -> StrOrPromise:
    sentences = [wording.NOTES[note] for note in notes]
    return format_lazy(" ".join(["{}"] * len(sentences)), *sentences)
