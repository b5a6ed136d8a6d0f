from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
ESSAY = ROOT.parent / "shared" / "seed.txt"
MOST_LINES = (
    400  # in a file (chosen; the median of the trees we learn from is 22 to 92)
)
MOST_LINES_OF_A_FUNCTION = 60  # chosen


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_one_idea_of_readable_size(path: Path) -> None:
    source = path.read_text("utf-8")

    assert len(source.splitlines()) <= MOST_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < MOST_LINES_OF_A_FUNCTION, node.name


def test_no_folder_is_named_after_nothing() -> None:
    names = {path.stem for path in SOURCES}

    assert names.isdisjoint({"utils", "helpers", "manager", "core", "common", "misc"})


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower().replace("’", "'"))


@cache
def tree() -> list[Path]:
    """Return every text file of the project that a person wrote."""
    kept = {".py", ".md", ".toml", ".html", ".css", ".js", ".jsonl", ".txt", ""}
    folders = ("src", "tests", "docs", "benchmarks")
    files = [p for folder in folders for p in (ROOT / folder).rglob("*") if p.is_file()]
    files += [p for p in ROOT.iterdir() if p.is_file()]
    return [p for p in files if p.suffix in kept and "__pycache__" not in p.parts]


@pytest.mark.skipif(not ESSAY.is_file(), reason="the essay lies outside this tree")
def test_no_sentence_of_the_essay_stands_in_the_tree() -> None:
    """No run of eight of its words, anywhere."""
    essay = words_of(ESSAY.read_text("utf-8"))
    runs = {tuple(essay[i : i + 8]) for i in range(len(essay) - 7)}

    for path in tree():
        words = words_of(path.read_text("utf-8", errors="ignore"))
        found = [
            words[i : i + 8]
            for i in range(len(words) - 7)
            if tuple(words[i : i + 8]) in runs
        ]
        assert not found, (path, found)


def test_every_row_of_the_essay_names_a_place_in_the_tree_or_says_not_built() -> None:
    rows = re.findall(
        r"^\| (M\d+) \|[^|]*\| (.+?) \| (.+?) \|$",
        (ROOT / "docs" / "from-essay-to-code.md").read_text("utf-8"),
        re.MULTILINE,
    )

    assert [row for row, *_ in rows] == [f"M{n}" for n in range(1, 17)]
    for row, module, test in rows:
        if module == "not built yet":
            assert test == "–", row
            continue
        for place in re.findall(r"`([^`]+)`", f"{module} {test}"):
            assert (ROOT / place).exists(), (row, place)


def test_the_versions_in_the_papers_are_those_of_the_project() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    version = re.search(r'^version = "(.+)"', project, re.MULTILINE)
    assert version is not None

    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    readme = (ROOT / "README.md").read_text("utf-8")

    assert f"## {version[1]}" in changes
    assert "Python 3.11, 3.12 or 3.13" in readme
