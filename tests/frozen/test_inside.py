"""The project's tests, run inside a packed Python: what is packed behaves as the source does."""

import re
import shutil
import subprocess
import sys

from tests.frozen.conftest import ROOT

TESTS = ROOT / "build" / "packed" / "frozen-tests"
NOT_INSIDE = {
    "tests/frozen": "is this",
    "tests/packing": "is about building",
    "tests/test_bootstrap.py": "is about setting up",
    "tests/test_start.py": "is about the order in which a plain Python loads",
}
MANY = 4000


def test_the_tests_pass_inside_a_packed_python(tmp_path):
    spec = ["--distpath", str(TESTS.parent), "--workpath", str(ROOT / "build" / "work"), "packaging/frozen-tests.spec"]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *spec]
    subprocess.run(command, cwd=ROOT, check=True)
    for name in ("tests", "resources"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    done = subprocess.run(
        [str(TESTS / "frozen-tests"), "-q", "-p", "no:cacheprovider", *(f"--ignore={name}" for name in NOT_INSIDE)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:]
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) > MANY
