"""Numbers to call, as data that both faces show; ``numbers.toml`` says where seen."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


class AtOnce(NamedTuple):
    """What a country has for someone who needs a number now."""

    country: str
    """ISO 3166, lower case."""
    line: str
    """A service and its number; empty where none could be checked."""
    is_always_open: bool
    emergency: str


@cache
def numbers() -> dict[str, Any]:
    """Return the file as it is: the day it was read, and its countries."""
    return tomllib.loads(
        (files("hearthside.ground") / "numbers.toml").read_text("utf-8")
    )


def at_once(kind: str = "not_wanting_to_live") -> list[AtOnce]:
    """Return a line of *kind* and the emergency number, country by country."""
    return [_at_once(country, kind) for country in numbers()["country"]]


def _at_once(country: dict[str, Any], kind: str) -> AtOnce:
    lines = [
        line
        for line in country.get("line", [])
        if line["kind"] == kind and "number" in line
    ]
    return AtOnce(
        country["id"],
        f"{lines[0]['name']} {lines[0]['number']}" if lines else "",
        bool(lines) and lines[0].get("hours") == "always",
        country["emergency"][0]["number"],
    )
