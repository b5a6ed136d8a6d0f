"""What the papers say is held by a test is held by one that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = [
    ROOT / "docs" / "privacy.md",
    ROOT / "docs" / "threat-model.md",
    ROOT / "SECURITY.md",
]
NAMED = re.compile(r"`((?:tests|src|docs)/[\w./-]+)(?:::(\w+))?`")
LINKED = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_file_and_test_that_a_paper_names_is_there(paper: Path) -> None:
    named = NAMED.findall(paper.read_text("utf-8"))

    assert named
    for place, test in named:
        assert (ROOT / place).exists(), place
        if test:
            source = (ROOT / place).read_text("utf-8")
            assert f"def {test}(" in source, f"{place}::{test}"


@pytest.mark.parametrize(
    "paper", [*PAPERS, ROOT / "README.md", ROOT / "SAFETY.md"], ids=lambda p: p.name
)
def test_every_link_between_the_papers_leads_somewhere(paper: Path) -> None:
    for place in LINKED.findall(paper.read_text("utf-8")):
        assert (paper.parent / place).exists(), place
