"""How long each page takes at the server, with 5,000 moments in a home on the disk.

    python -m benchmarks.moments

Every page is asked for as a browser asks, through the whole of the house, and the
home is a real file. The moments are invented by chance from a seed: unlike bonds,
forms and returns, and one bond with 500 moments of its own.
"""

from __future__ import annotations

import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import msgspec

from hearthside.keeping.envelopes import seal
from hearthside.keeping.index import Index, Line
from hearthside.moments.choices import BODY, BONDS, BY, ENDINGS, FELT, FORMS, HOW, PACES
from hearthside.moments.found import about
from hearthside.moments.moment import (
    FORMAT,
    Body,
    Bond,
    Felt,
    Kept,
    Moment,
    Promise,
    Rest,
    Return,
)
from hearthside.moments.opening import seal_up
from hearthside.web.wsgi import open_house

MOMENTS, OF_ONE, BONDS_KEPT = 5000, 500, 40
LINE = 200  # milliseconds: no page takes longer at the server
ROUNDS = 25
TODAY = date(2026, 7, 1)
PASSPHRASE = "porch ladder seven owls"  # noqa: S105 - an example
WORDS = (
    "i you we they then again said looked went quiet door table train rain kitchen"
    " phone late morning never asked heard story laughed waited stairs cup window over"
    " before after nothing something tired home light left cold answer message sister"
    " the a and but so because when while not yet still there here it was had didn’t"
).split()


def invented(draw: Random) -> Iterator[tuple[str, Kept]]:
    """Yield every bond and moment of the home, with its id."""
    bonds = [f"{draw.getrandbits(128):032x}" for _ in range(BONDS_KEPT)]
    for number, id_ in enumerate(bonds):
        yield id_, Bond(name=f"Invented {number}", kind=draw.choice(list(BONDS)))
    for number in range(MOMENTS):
        with_one = bonds[0] if number < OF_ONE else draw.choice([*bonds[1:], ""])
        yield f"{draw.getrandbits(128):032x}", a_moment(draw, with_one)


def a_moment(draw: Random, bond: str) -> Moment:
    """Return one moment of the ten years before, of this bond."""
    day = TODAY - timedelta(days=draw.randrange(1, 3650))
    returns = tuple(
        a_return(draw, day + timedelta(days=7 * number + draw.randrange(7)))
        for number in range(draw.choice((0, 0, 0, 1, 1, 2, 3, 4, 8)))
    )
    rest = Rest(ending=draw.choice(list(ENDINGS)), on=TODAY - timedelta(days=40))
    again = Rest(ending=rest.ending, on=TODAY)
    later = Promise(id=secrets.token_hex(8), due=TODAY, made=day)
    return Moment(
        at=datetime.combine(day, datetime.min.time(), UTC),
        body=Body(did=(draw.choice(list(BODY)),), where=said(draw, 4)),
        words=said(draw, draw.randint(1, 160)),
        forms=tuple(draw.sample(list(FORMS), draw.randrange(3))),
        pace=draw.choice(list(PACES)),
        bond=bond,
        story=said(draw, draw.choice((0, 0, 12))),
        returns=returns,
        rests=draw.choice(((), (rest,), (rest, again))),
        promises=(later,) if draw.random() < 0.01 else (),
    )


def a_return(draw: Random, day: date) -> Return:
    """Return someone's coming back on this day, felt once or twice."""
    felt = tuple(
        Felt(how=draw.choice(list(FELT)), on=day + timedelta(days=3 * number))
        for number in range(draw.choice((1, 1, 2)))
    )
    return Return(
        id=f"{draw.getrandbits(64):016x}",
        on=day,
        by=draw.choice(list(BY)),
        how=draw.choice(list(HOW)),
        words=said(draw, draw.randint(0, 30)),
        felt=felt,
    )


def said(draw: Random, count: int) -> str:
    """Return so many words."""
    return " ".join(draw.choices(WORDS, k=count))


class House:
    """A home on the disk with everything invented in it, and a browser let in."""

    def __init__(self, home: Path) -> None:
        open_house(home=home, port=0, launcher_key="")
        from django.test import Client  # noqa: PLC0415 - once the house stands

        from hearthside.web.door.latch import latch  # noqa: PLC0415

        self.browser = Client(headers={"host": "127.0.0.1"})
        self.browser.get(f"/open/{latch.new_secret()}")
        twice = {"passphrase": PASSPHRASE, "again": PASSPHRASE}
        self.browser.post("/keep/", twice)
        self.draw = Random(9)  # noqa: S311
        everything = dict(invented(self.draw))
        self._keep(everything)
        self.bond = next(iter(everything))
        self.ids = [k for k, one in everything.items() if isinstance(one, Moment)]

    def _keep(self, everything: dict[str, Kept]) -> None:
        """Keep everything at once, with one index of it."""
        from hearthside.web.keeping.models import Record  # noqa: PLC0415
        from hearthside.web.keeping.people import UNLOCKED, cookie  # noqa: PLC0415
        from hearthside.web.keeping.store import Keeper  # noqa: PLC0415
        from hearthside.web.keeping.unlocked import unlocked  # noqa: PLC0415

        half = self.browser.cookies[cookie()].value
        found = unlocked.keys(self.browser.session[UNLOCKED], half)
        assert found
        keeper = Keeper(*found)
        rows, lines = [], {}
        for id_, kept in everything.items():
            one = seal(
                seal_up(kept),
                keeper.keys.record_key,
                owner=keeper.owner,
                id=id_,
                format=FORMAT,
                revision=1,
            )
            rows.append(
                Record(
                    id=one.id,
                    owner_id=one.owner,
                    format=one.format,
                    revision=one.revision,
                    size=one.size,
                    sealed=one.sealed,
                )
            )
            lines[id_] = Line(1, one.digest, msgspec.to_builtins(about(kept)))
        Record.objects.bulk_create(rows)
        keeper.write_index(Index(lines))

    def get(self, address: str) -> None:
        """Ask for a page, as one of the house's own."""
        answer = self.browser.get(address)
        assert answer.status_code == 200, (address, answer.status_code)

    def post(self, address: str, **fields: Any) -> str:
        """Send a form; return where it leads."""
        answer = self.browser.post(address, fields)
        assert answer.status_code == 302, (address, answer.status_code)
        return str(answer.headers["Location"])

    def one(self) -> str:
        """Return the address of some moment."""
        return f"/moments/{self.draw.choice(self.ids)}/"

    def found(self, **fields: str) -> str:
        """Look for something; return the address of what was found."""
        return self.post("/moments/", **fields)


def pages(house: House) -> dict[str, Callable[[], object]]:
    """Return what is measured, by its name."""
    by_words = house.found(words="again rain")
    by_form = house.found(bond=house.bond, form="tone")
    by_days = house.found(since="2025-01-01", until="2025-06-30")
    return {
        "the threshold": lambda: house.get("/"),
        "the list, first page": lambda: house.get("/moments/"),
        "the list, second page": lambda: house.get("/moments/?from=50"),
        "the list, last page": lambda: house.get(f"/moments/?from={MOMENTS - 50}"),
        "looking for two words": lambda: house.found(words=said(house.draw, 2)),
        "looking for what is nowhere": lambda: house.found(words="zebra"),
        "looking for what is everywhere": lambda: house.found(words="e"),
        "what was found by words": lambda: house.get(by_words),
        "found by person and form": lambda: house.get(by_form),
        "found by days": lambda: house.get(by_days),
        "a moment": lambda: house.get(house.one()),
        "whom one was with": lambda: house.get(f"{house.one()}parts/bond/"),
        "everyone named": lambda: house.get("/moments/with/"),
        f"one with {OF_ONE} moments": lambda: house.get(f"/moments/with/{house.bond}/"),
        "keeping one more": lambda: house.post(
            "/moments/new/3/", words=said(house.draw, 60), enough="yes"
        ),
        "keeping a return": lambda: house.post(
            f"{house.one()}returns/", by="them", how="said", on="2026-06-30"
        ),
    }


class Taken(NamedTuple):
    """What each round of one page took, in milliseconds."""

    waited: list[float]
    worked: list[float]
    """Of them, what the processor worked at it; the rest is the disk, and others."""


def taken(do: Callable[[], object]) -> Taken:
    """Return what the rounds took, after one that isn't counted."""
    do()
    found = Taken([], [])
    for _ in range(ROUNDS):
        begun, working = time.perf_counter(), time.process_time()
        do()
        found.waited.append(1000 * (time.perf_counter() - begun))
        found.worked.append(1000 * (time.process_time() - working))
    return found


def main() -> int:
    """Print the table; end with 1 where a page takes longer than the line."""
    is_over = False
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder))
        print(f"{MOMENTS:,} moments; milliseconds at the server, line at {LINE}\n")
        print("| page | median | 95th percentile | of it, work (median) |")
        print("|---|---|---|---|")
        for name, do in pages(house).items():
            waited, worked = taken(do)
            late = statistics.quantiles(waited, n=20)[-1]
            is_over = is_over or late > LINE
            over = " (over)" if late > LINE else ""
            print(
                f"| {name} | {statistics.median(waited):.0f} | {late:.0f}{over} |"
                f" {statistics.median(worked):.0f} |"
            )
    return int(is_over)


if __name__ == "__main__":
    sys.exit(main())
