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


READS_EVERY_EXAMPLE = """
import sys

def refuse(event, _):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise AssertionError(event)

sys.addaudithook(refuse)
import hearthside
from hearthside.words import language
from hearthside.words.rulebook import rulebook

examples = [e for f in rulebook().files for e in f.marks + f.leaves_alone]
assert len(examples) > 300
for example in examples:
    hearthside.read(example.text, example.before)
long = "Es tut mir leid, dass ich gestern nicht gekommen bin, das war falsch."
assert hearthside.read(long).language == "de"
assert any(name.startswith("py3langid") for name in sys.modules)
print({"django", "rich", "click"} & set(sys.modules))
"""


def test_the_ideas_open_no_socket_and_know_no_django() -> None:
    """Reading every example of a rule, the language told by its letters too."""
    printed = subprocess.run(
        [sys.executable, "-c", READS_EVERY_EXAMPLE],
        capture_output=True,
        text=True,
        check=False,
    )

    assert printed.returncode == 0, printed.stderr
    assert printed.stdout.strip() == "set()"


def test_the_watch_for_sockets_sees_one() -> None:
    watch = READS_EVERY_EXAMPLE.split("import hearthside", maxsplit=1)[0]
    opens = "import socket; socket.socket()"

    seen = subprocess.run(
        [sys.executable, "-c", watch + opens],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "AssertionError: socket." in seen.stderr
