"""Run the project's tests inside a packed Python: what is packed behaves as its source does."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.packing.project import ROOT

PACKED = ROOT / "build" / "packed"
PROGRAM = PACKED / "frozen-tests" / "frozen-tests"
NOT_INSIDE = {
    "tests/packing": "is about building",
    "tests/test_bootstrap.py": "is about setting up",
    "tests/test_selftest.py": "is done by the packed program itself",
    "tests/test_start.py": "is about the order in which a plain Python loads",
}
"""What can't be run in there, and why."""


def pack() -> None:
    """Pack a Python with the program, pytest and what the tests import."""
    places = ["--distpath", str(PACKED), "--workpath", str(ROOT / "build" / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places]
    subprocess.run([*command, "packaging/frozen-tests.spec"], cwd=ROOT, check=True)


def run(arguments: list[str]) -> int:
    """Run the tests from a folder without the program's source, and return pytest's exit status."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("tests", "resources"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        left_out = [f"--ignore={each}" for each in NOT_INSIDE]
        # pytest's own assertions are packed without effect, those of the tests are read from their folder.
        options = ["-q", "-p", "no:cacheprovider", "-W", "ignore:assertions not in test modules"]
        command = [str(PROGRAM), *options, *left_out, *arguments]
        return subprocess.run(command, cwd=folder, check=False).returncode


if __name__ == "__main__":
    pack()
    sys.exit(run(sys.argv[1:]))
