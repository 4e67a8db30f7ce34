"""Holding a file: nobody else can, in this process or in another, for as long as its holder lives."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jiebei_desktop.files.hold import HeldError, Hold

NAMES = {
    "plain": b"plan.held",
    "255 bytes": b"x" * 255,
    "emoji": "💰 还款 📅.held".encode(),
    "no text": b"plan \xff\xfe.held",
    "signs": b" -rf * 'a' \"b\"\n.held",
}
"""Names that a file can have."""

HOLDING = """
import sys
from pathlib import Path
from jiebei_desktop.files.hold import HeldError, Hold

try:
    hold = Hold(Path(sys.argv[1]))
except HeldError:
    print("taken", flush=True)
else:
    print("held", flush=True)
    sys.stdin.read()
    hold.let_go(take_away=True)
"""
COUNTING = """
import sys
from pathlib import Path
from jiebei_desktop.files.hold import HeldError, Hold

held, counter = Path(sys.argv[1]), Path(sys.argv[2])
print(flush=True)
input()
rounds = 0
while rounds < 300:
    try:
        hold = Hold(held)
    except HeldError:
        continue
    counter.write_text(str(int(counter.read_text()) + 1))
    rounds += 1
    hold.let_go(take_away=rounds % 3 > 0)
"""


@contextmanager
def other_process(program: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Run a program beside the test until it is not needed any more; it ends by itself when its input does."""
    words = [sys.executable, "-X", "utf8", "-c", program, *map(os.fspath, arguments)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(words, **pipes, close_fds=False) as process:
        try:
            yield process
        finally:
            process.stdin.close()
            process.wait()


def heard(process: subprocess.Popen[str]) -> str:
    """What another process says next."""
    return process.stdout.readline().rstrip("\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.held"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
def test_a_file_of_any_name_is_held_once(tmp_path, name):
    path = tmp_path / os.fsdecode(NAMES[name])
    hold = Hold(path)
    assert hold.sure
    with pytest.raises(HeldError):
        Hold(path)
    with other_process(HOLDING, path) as other:
        assert heard(other) == "taken"
    hold.let_go(take_away=True)
    assert list(tmp_path.iterdir()) == []
    with other_process(HOLDING, path) as other:
        assert heard(other) == "held"
        with pytest.raises(HeldError):
            Hold(path)


def test_what_is_let_go_can_be_held_again(path):
    for _ in range(3):
        Hold(path).let_go(take_away=False)
        assert path.exists()
    Hold(path).let_go(take_away=True)
    assert not path.exists()


def test_the_death_of_its_holder_lets_a_file_go(path):
    with other_process(HOLDING, path) as other:
        assert heard(other) == "held"
        with pytest.raises(HeldError):
            Hold(path)
        other.kill()
        other.wait()
        hold = Hold(path)
        assert hold.read() == b""
        hold.let_go(take_away=True)


def test_a_program_that_was_started_meanwhile_does_not_go_on_holding_it(path):
    hold = Hold(path)
    with other_process("print(flush=True); input()") as other:
        assert heard(other) == ""
        hold.let_go(take_away=False)
        Hold(path).let_go(take_away=True)
        other.stdin.write("\n")


def test_only_one_at_a_time_has_it_however_often_it_is_taken_and_given_back(tmp_path):
    counter = tmp_path / "counter"
    counter.write_text("0")
    with (
        other_process(COUNTING, tmp_path / "held", counter) as one,
        other_process(COUNTING, tmp_path / "held", counter) as other,
    ):
        for process in (one, other):
            assert heard(process) == ""
        for process in (one, other):
            process.stdin.write("\n")
            process.stdin.flush()
    assert counter.read_text() == "600"


def test_a_file_that_was_taken_away_between_opening_and_holding_it_is_made_anew(path, monkeypatch):
    first, opened = [Hold(path)], []
    really = os.open

    def and_let_go(*arguments, **named):
        handle = really(*arguments, **named)
        opened.append(handle)
        if first:
            first.pop().let_go(take_away=True)
        return handle

    monkeypatch.setattr(os, "open", and_let_go)
    hold = Hold(path)
    monkeypatch.undo()
    assert len(opened) == 2
    assert path.exists()
    with pytest.raises(HeldError):
        Hold(path)
    hold.let_go(take_away=True)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_new_file_is_its_owner_s_alone_and_an_old_one_stays_as_it_is(path):
    Hold(path).let_go(take_away=False)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o640)
    path.write_bytes(b"content")
    hold = Hold(path)
    assert hold.read() == b"content"
    assert path.stat().st_mode & 0o777 == 0o640
    hold.let_go(take_away=True)


def test_what_is_written_takes_the_place_of_all_that_was_there(path):
    hold = Hold(path)
    for content in (b"a long one", b"", b"short", bytes(300_000)):
        hold.write(content)
        hold.sync()
        assert path.read_bytes() == content
        assert hold.read() == content[:65_536]
    hold.let_go(take_away=True)


def test_a_file_that_somebody_else_took_away_is_no_trouble(path):
    hold = Hold(path)
    path.unlink()
    hold.let_go(take_away=True)
    assert not path.exists()


@pytest.mark.skipif(os.name != "posix", reason="links are followed on Windows")
def test_a_link_in_its_place_is_not_followed(tmp_path, path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    path.symlink_to(precious)
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        Hold(path)
    assert precious.read_bytes() == b"precious"


def test_a_folder_in_its_place_is_an_error(path):
    path.mkdir()
    with pytest.raises(OSError, match=r"plan\.held"):
        Hold(path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        Hold(tmp_path / "gone" / "plan.held")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_an_error(tmp_path, path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            Hold(path)
    finally:
        tmp_path.chmod(0o700)
