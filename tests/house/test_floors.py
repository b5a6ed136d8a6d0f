from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_folder_stands_on_its_floor() -> None:
    """The import contract is exhaustive: a folder on no floor breaks it too."""
    lint = Path(sys.executable).with_name("lint-imports")

    result = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


def test_the_ideas_open_no_socket_and_know_no_django() -> None:
    """Importing and reading loads neither Django nor a socket."""
    code = (
        "import sys, hearthside; hearthside.read('I’m sorry I was late.');"
        "print({'django', 'socket', 'rich', 'click'} & set(sys.modules))"
    )

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "set()"
