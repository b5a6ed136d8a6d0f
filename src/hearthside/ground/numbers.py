"""Numbers to call, as data that both faces show; ``numbers.toml`` says where seen."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from hearthside.ground.translating import gettext_noop as _

COUNTRIES = {
    "gb": _("United Kingdom"),
    "ie": _("Ireland"),
    "us": _("United States"),
    "ca": _("Canada"),
    "au": _("Australia"),
    "nz": _("New Zealand"),
    "in": _("India"),
    "de": _("Germany"),
    "za": _("South Africa"),
    "sg": _("Singapore"),
}
"""Each country by its ISO 3166 letters, in lower case."""

SERVICES = {
    "": _("all emergencies"),
    "police": _("police"),
    "ambulance_fire": _("ambulance, fire"),
}
"""What an emergency number reaches."""


class AtOnce(NamedTuple):
    """What a country has for someone who needs a number now."""

    country: str
    line: str
    """A service and its number; empty where none could be checked."""
    is_always_open: bool
    emergencies: tuple[tuple[str, str], ...]
    """Each number with what it reaches; police alone comes last."""


@cache
def numbers() -> dict[str, Any]:
    """Return the file as it is: the day it was read, and its countries."""
    return tomllib.loads(
        (files("hearthside.ground") / "numbers.toml").read_text("utf-8")
    )


def at_once(kind: str = "not_wanting_to_live") -> list[AtOnce]:
    """Return a line of *kind* and the emergency numbers, country by country."""
    return [_at_once(country, kind) for country in numbers()["country"]]


def _at_once(country: dict[str, Any], kind: str) -> AtOnce:
    lines = [
        line
        for line in country.get("line", [])
        if line["kind"] == kind and "number" in line
    ]
    return AtOnce(
        COUNTRIES[country["id"]],
        f"{lines[0]['name']} {lines[0]['number']}" if lines else "",
        bool(lines) and lines[0].get("hours") == "always",
        tuple(
            (one["number"], SERVICES[one.get("reaches", "")])
            for one in country["emergency"]
        ),
    )
