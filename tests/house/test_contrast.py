"""Every colour can be read where it stands, in dusk and in dawn."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

HERE = Path(__file__).parents[2] / "src/hearthside/web/static/hearthside"
SHEET = (HERE / "hearthside.css").read_text("utf-8")
MARKERS = r"::marker {[^}]*}"  # a sign beside words, held to what an edge is
TOKENS = (HERE / "tokens.css").read_text("utf-8")
TEXT = ("text", "quiet", "link", "return", "guard", "hurt", "hush")
EDGES = ("control", "focus", "ember")  # borders, rings, a chosen dot
GROUNDS = ("ground", "raised", "sunken", "lit")
ORNAMENT = ("line",)  # nothing is known by it alone
AA_TEXT, AA_EDGE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11

Palette = dict[str, str]


def channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def luminance(colour: str) -> float:
    """Return the relative luminance of *colour*, as WCAG 2.2 has it."""
    linear = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (value / 255 for value in channels(colour))
    )
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def palettes(css: str) -> dict[str, Palette]:
    """Return dawn and dusk, a colour by token; "glow" is the ground at its lightest."""
    pairs = re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", css)
    modes = {
        "dawn": {name: dawn for name, dawn, _ in pairs},
        "dusk": {name: dusk for name, _, dusk in pairs},
    }
    glows = re.findall(r"rgb\((\d+) (\d+) (\d+) / (\.\d+)\)", css)
    for mode, (*rgb, share) in zip(modes.values(), glows, strict=True):
        mixed = (
            round(ground * (1 - float(share)) + int(c) * float(share))
            for ground, c in zip(channels(mode["ground"]), rgb, strict=True)
        )
        mode["glow"] = "#{:02x}{:02x}{:02x}".format(*mixed)
    return modes


MODES = palettes(TOKENS)
PAIRS = [
    *product(TEXT, (*GROUNDS, "glow"), [AA_TEXT]),
    *product(EDGES, (*GROUNDS, "glow"), [AA_EDGE]),
    ("on-ember", "ember", AA_TEXT),
]


def named_by(properties: str) -> set[str]:
    """Return the tokens that the sheet gives to one of *properties*."""
    sheet = re.sub(MARKERS, "", SHEET)
    given = re.findall(rf"(?<![\w-])(?:{properties}): ([^;}}]*)", sheet)
    return set(re.findall(r"var\(--([\w-]+)\)", " ".join(given))) & {
        *MODES["dawn"],
        "glow",
    }


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("token", "ground", "least"), PAIRS)
def test_a_colour_can_be_read_on_every_ground(
    mode: str, token: str, ground: str, least: float
) -> None:
    assert contrast(MODES[mode][token], MODES[mode][ground]) >= least


def test_no_token_is_left_out() -> None:
    held = {*TEXT, *EDGES, *GROUNDS, *ORNAMENT, "on-ember", "glow"}

    assert held == set(MODES["dawn"]) == set(MODES["dusk"])


def test_the_sheet_uses_a_token_only_for_what_it_is_held_to() -> None:
    assert named_by("color|text-decoration-color") <= {*TEXT, "on-ember"}
    assert named_by("background") <= {*GROUNDS, "ember", "glow"}
    assert named_by(r"border[\w-]*|outline[\w-]*") <= {*EDGES, *TEXT, *ORNAMENT}


def test_the_sheet_has_no_colour_of_its_own() -> None:
    assert re.findall(r"#[\da-f]{3,8}\b(?=[^{}]*[;}])|rgb\(|hsl\(", SHEET) == []


def test_marks_differ_by_their_line_and_not_by_colour_alone() -> None:
    lines = re.findall(r"\.mark--\w+ \{[^}]*text-decoration-style: (\w+)", SHEET)

    assert len(lines) == len(set(lines)) == 4
