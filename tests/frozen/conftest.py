"""Where the packed program is, and what it is run with."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.bootstrap import PACKED

SECONDS = 300

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def program() -> Path:
    assert PACKED.is_file(), "make bundle builds it"
    return PACKED


@pytest.fixture
def copied(program, tmp_path) -> Path:
    """A copy of the program in a folder whose name has spaces and Chinese in it."""
    return Path(shutil.copytree(program.parent, tmp_path / "我的 程序" / "借花规划", symlinks=True)) / program.name


@pytest.fixture
def run(tmp_path) -> Run:
    """Run it in an empty folder, with nothing of this process's surroundings but where programs are."""

    def run(program: Path, *arguments: str, before: tuple[str, ...] = (), **environment: str | None):
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        plain = {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}
        given = {**plain, **environment}
        return subprocess.run(
            [*before, str(program), *arguments],
            cwd=tmp_path,
            env={name: value for name, value in given.items() if value is not None},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    return run
