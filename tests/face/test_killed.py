"""Killed at any moment, a home is as it was or as it was to be: never half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A process without threads, so that it can be forked.
PROGRAM = """
import sys, django
django.setup()
from tests.face.dying import main
main(*sys.argv[1:])
"""
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks to be killed")


def met(what: str, home: Path, *, times: int) -> dict[str, int]:
    """Return what a program met that was killed so many *times*, and came through."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, what, home, "9", str(times)],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "hearthside.web.settings"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, int] = json.loads(done.stdout)
    return said


def test_killed_a_hundred_times_as_it_saves_it_has_the_old_or_the_new(
    tmp_path: Path,
) -> None:
    seen = met("saves", tmp_path, times=100)

    assert seen["the old"] + seen["the new"] == 100
    assert seen["steps done before"] > 0


def test_killed_as_its_tables_change_the_next_start_goes_on_from_there(
    tmp_path: Path,
) -> None:
    seen = met("tables", tmp_path / "home", times=40)

    assert seen["the old"] + seen["the new"] == 40
    assert seen["with the copy still there"]


def test_what_was_forgotten_by_a_program_killed_at_once_is_burned_by_the_next(
    tmp_path: Path,
) -> None:
    assert met("burning", tmp_path, times=3) == {"left by the killed": 3}
