"""What ships: the wheel, put into an empty environment far from this checkout."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "hearthside"
PATIENCE = 300  # seconds, to fetch what isn't here yet
NO_NETWORK = re.compile(r"Failed to fetch|network was disabled|error sending request")
ELSEWHERE = {
    name: value
    for name, value in os.environ.items()
    if name not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
}


def uv() -> str:
    """Return the uv of this machine, or the one ``./start`` brought."""
    for found in (shutil.which("uv"), str(ROOT / ".uv" / "bin" / "uv")):
        if found and Path(found).is_file():
            answer = subprocess.run([found, "-V"], capture_output=True, check=False)
            if answer.returncode == 0:
                return found
    pytest.skip("there is no uv here: ./start brings one")


def run_uv(*words: str | Path) -> None:
    """Run uv, from what it fetched before where there is no network."""
    for way in ([], ["--offline"]):
        ended = subprocess.run(
            [uv(), *words, *way],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            env=ELSEWHERE,
            check=False,
        )
        if ended.returncode == 0:
            return
        if not NO_NETWORK.search(ended.stderr):
            pytest.fail(ended.stderr)
    pytest.skip("there is no network, and what the wheel needs isn't here yet")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout."""
    place = tmp_path_factory.mktemp("wheel")
    run_uv("build", "--wheel", "--python", sys.executable, "--out-dir", place, ROOT)
    [built] = place.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(
    wheel: Path,
) -> None:
    with zipfile.ZipFile(wheel) as whole:
        held = {
            name.removeprefix("hearthside/")
            for name in whole.namelist()
            if ".dist-info/" not in name
        }

    assert held == {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def test_the_wheel_reads_words_in_an_empty_environment(
    wheel: Path, tmp_path: Path
) -> None:
    place = tmp_path / "empty"
    run_uv("venv", "--no-project", "--python", sys.executable, place)
    run_uv("pip", "install", "--python", place, wheel)

    ended = subprocess.run(
        [place / "bin" / "hearthside", "read", "--json", "-"],
        input="You're right, I missed that.",
        cwd=tmp_path,
        env=ELSEWHERE,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    [mark] = json.loads(ended.stdout)["marks"]
    assert mark["move"] == "acknowledges"
