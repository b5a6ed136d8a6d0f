"""The invented year, with its days counted back from the day it is opened."""

from __future__ import annotations

import secrets
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec

from hearthside.moments.moment import Bond, Gathered, Moment
from hearthside.web.keeping.store import Keeper
from hearthside.web.moments import store

YEAR = Path(__file__).with_name("year.toml")
DAYS = {"on", "due", "made", "done", "happened"}
"""Keys whose number is a day: so many before today."""
WITH_IDS = ("returns", "promises", "namings")


def keep_year(keeper: Keeper, *, today: date) -> dict[str, str]:
    """Keep the invented year as *keeper*'s own; return the ids of what has a name."""
    told = tomllib.loads(YEAR.read_text("utf-8"))
    ids = {
        name: store.put(keeper, msgspec.convert(bond, Bond))
        for name, bond in told["bond"].items()
    }
    for name, moment in moments(told["moment"], ids, today=today):
        id_ = store.put(keeper, moment)
        if name:
            ids[name] = id_
    for name, one in told["gathered"].items():
        gathered = Gathered(
            name=one["name"],
            at=at(today, 0, time.min),
            moments=tuple(ids[moment] for moment in one["moments"]),
        )
        ids[name] = store.put(keeper, gathered)
    return ids


def moments(
    told: list[dict[str, Any]], ids: dict[str, str], *, today: date
) -> Iterator[tuple[str, Moment]]:
    """Yield each moment with the name it has in the file, empty where it has none."""
    for one in told:
        parts = dated({k: v for k, v in one.items() if k not in NOT_ITS_OWN}, today)
        for kind in WITH_IDS:
            for item in parts.get(kind, []):
                item["id"] = secrets.token_hex(16)
        if "words" in parts:
            parts["words"] = parts["words"].strip()
        if "bond" in parts:
            parts["bond"] = ids[parts["bond"]]
        parts["at"] = at(today, one["ago"], one["time"])
        yield one.get("name", ""), msgspec.convert(parts, Moment)


NOT_ITS_OWN = {"name", "ago", "time"}


def at(today: date, ago: int, hour: time) -> datetime:
    """Return the time that was *ago* days before today, at that hour."""
    return datetime.combine(today - timedelta(days=ago), hour, tzinfo=UTC)


def dated(told: Any, today: date) -> Any:
    """Return *told* with a date in place of each number that counts days."""
    if isinstance(told, list):
        return [dated(one, today) for one in told]
    if not isinstance(told, dict):
        return told
    return {
        key: today - timedelta(days=value) if key in DAYS else dated(value, today)
        for key, value in told.items()
    }
