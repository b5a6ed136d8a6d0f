"""Write down what is worked out from the rules, so that a start is quick.

``python -m hearthside.words.writing_down`` does it.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from hearthside.words.rulebook import (
    anchors,
    hash_of,
    rulebook,
    with_phrases,
)


def write_down() -> str:
    """Return what ``rulebook.json`` holds for the rules as they are."""
    cases = {
        hash_of(with_phrases(way.pattern)): [
            "|".join(" ".join(sorted(clause)) for clause in case)
            for case in anchors()[way.pattern]
        ]
        for way in rulebook().ways
    }
    parsed = {hash_of(text): tomllib.loads(text) for text in _rule_files()}
    return json.dumps({"cases": cases, "parsed": parsed}, indent=0, sort_keys=True)


def _rule_files() -> Iterator[str]:
    here = files("hearthside.words")
    for name in ("danger.toml", "phrases.toml", "spellings.toml"):
        yield (here / name).read_text("utf-8")
    for file in (here / "rules").iterdir():
        if file.name.endswith(".toml"):
            yield file.read_text("utf-8")


if __name__ == "__main__":
    Path(__file__).with_name("rulebook.json").write_text(write_down(), "utf-8")
