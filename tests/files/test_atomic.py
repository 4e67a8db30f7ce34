"""Writing a file so that there is always a whole one: in which order, and what is there whenever it ends half-way."""

import errno
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jiebei_desktop.files.atomic import (
    beside,
    clear_leftover,
    clear_leftovers,
    plain_name,
    private_folder,
    resolved,
    write_atomically,
)
from jiebei_desktop.files.hold import HeldError, Hold
from jiebei_desktop.files.plan_file import PlanFileError, load_plan, save_plan
from tests.files.test_hold import NAMES, heard, other_process

OLD, NEW = b"the old content", b"the new content, which is longer"
PLANS = Path(__file__).parents[1] / "data" / "plans"
posix = pytest.mark.skipif(os.name != "posix", reason="POSIX knows modes, links and folders that can be synced")
nobody = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "plan.jiehua"
    path.write_bytes(OLD)
    return path


def temporary(path: Path) -> Path:
    """Where a file is written before it takes its place."""
    return beside(path, ".tmp")


# --- the order --------------------------------------------------------------------------------------------------------


class Recorded:
    """The real calls of the system, noted as they are made, with what is in both files then."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, path: Path, fails: str = "", error: int = errno.EIO) -> None:
        self.calls: list[str] = []
        self.seen: dict[str, tuple[bytes | None, bytes | None]] = {}
        self._path, self._fails, self._error = path, fails, error
        recorded = self

        class File(io.FileIO):
            def write(self, content: bytes) -> int:
                recorded.note("write")
                return super().write(content)

        for name in ("open", "chmod", "fsync", "replace"):
            monkeypatch.setattr(os, name, self._noting(name, getattr(os, name)))
        monkeypatch.setattr(os, "fdopen", lambda handle, *_, **__: File(handle, "r+b"))

    def note(self, call: str) -> None:
        new = temporary(self._path)
        self.calls.append(call)
        self.seen[call] = self._path.read_bytes(), new.read_bytes() if new.exists() else None
        if call == self._fails:
            raise OSError(self._error, os.strerror(self._error))

    def _noting(self, name: str, really: Callable[..., object]) -> Callable[..., object]:
        def call(what: object, *rest: object, **named: object) -> object:
            folder = os.path.isdir(what)  # noqa: PTH112 - a file's number or its path
            self.note(f"{name} folder" if folder else name)
            return really(what, *rest, **named)

        return call


@posix
def test_the_new_file_is_on_disk_before_it_takes_the_place_of_the_old_one(path, monkeypatch):
    recorded = Recorded(monkeypatch, path)
    write_atomically(path, NEW)
    monkeypatch.undo()
    calls = [call for call in recorded.calls if call != "chmod"]
    assert calls == ["open", "write", "fsync", "replace", "open folder", "fsync folder"]
    assert recorded.seen["write"] == (OLD, b"")
    assert recorded.seen["fsync"] == (OLD, NEW)
    assert recorded.seen["replace"] == (OLD, NEW)
    assert recorded.seen["fsync folder"] == (NEW, None)


@posix
@pytest.mark.parametrize("call", ["open", "chmod", "write", "fsync", "replace"])
def test_where_something_fails_before_that_the_old_file_is_there_and_nothing_else(path, monkeypatch, call):
    recorded = Recorded(monkeypatch, path, call)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_atomically(path, NEW)
    monkeypatch.undo()
    assert call in recorded.calls
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@posix
def test_a_folder_that_fails_to_reach_the_disk_is_an_error_though_the_new_file_is_there(path, monkeypatch):
    Recorded(monkeypatch, path, "fsync folder")
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_atomically(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == NEW


@posix
@pytest.mark.parametrize("call", ["chmod", "fsync folder"])
@pytest.mark.parametrize("error", [errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_a_file_system_without_modes_or_folders_to_sync_is_written_to_all_the_same(path, monkeypatch, call, error):
    recorded = Recorded(monkeypatch, path, call, error)
    write_atomically(path, NEW)
    monkeypatch.undo()
    assert call in recorded.calls
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


@posix
def test_a_system_that_takes_a_part_at_a_time_gets_all_of_it(path, monkeypatch):
    taken = []

    class Short(io.FileIO):
        def write(self, content: bytes) -> int:
            taken.append(super().write(content[:1_000]))
            return taken[-1]

    monkeypatch.setattr(os, "fdopen", lambda handle, *_, **__: Short(handle, "r+b"))
    content = os.urandom(10_500)
    write_atomically(path, content)
    monkeypatch.undo()
    assert taken == [1_000] * 10 + [500]
    assert path.read_bytes() == content


# --- ended half-way ---------------------------------------------------------------------------------------------------

DYING = """
import os, signal, sys
from pathlib import Path
from jiebei_desktop.files import atomic, hold

path, dies = Path(sys.argv[1]), sys.argv[2]

def dying(name):
    really = getattr(os, name)
    def call(what, *rest, **named):
        called = f"{name} folder" if os.path.isdir(what) else name
        if dies == f"before {called}":
            os.kill(os.getpid(), signal.SIGKILL)
        found = really(what, *rest, **named)
        if dies == f"after {called}":
            os.kill(os.getpid(), signal.SIGKILL)
        return found
    return call

for name in ("open", "chmod", "fsync", "replace"):
    setattr(os, name, dying(name))
atomic.write_atomically(path, b"the new content, which is longer")
"""


@posix
@pytest.mark.parametrize(
    ("moment", "content", "leftover"),
    [
        ("before open", OLD, False),
        ("after open", OLD, True),
        ("after chmod", OLD, True),
        ("before fsync", OLD, True),
        ("after fsync", OLD, True),
        ("before replace", OLD, True),
        ("after replace", NEW, False),
        ("before fsync folder", NEW, False),
        ("after fsync folder", NEW, False),
    ],
)
def test_whenever_it_is_killed_there_is_a_whole_file(path, moment, content, leftover):
    process = subprocess.run([sys.executable, "-c", DYING, path, moment], capture_output=True, check=False)
    assert process.returncode == -signal.SIGKILL, process.stderr
    assert path.read_bytes() == content
    assert temporary(path).exists() is leftover
    clear_leftover(path)
    assert list(path.parent.iterdir()) == [path]
    assert path.read_bytes() == content


@posix
def test_the_next_write_takes_the_place_of_what_a_killed_one_left(path):
    subprocess.run([sys.executable, "-c", DYING, path, "after fsync"], capture_output=True, check=False)
    assert temporary(path).read_bytes() == NEW
    write_atomically(path, b"short")
    assert path.read_bytes() == b"short"
    assert list(path.parent.iterdir()) == [path]


@posix
def test_what_killed_writers_left_in_a_folder_is_cleared_and_nothing_else(tmp_path):
    for name in ("a", "b", "c"):
        subprocess.run([sys.executable, "-c", DYING, tmp_path / name, "after fsync"], capture_output=True, check=False)
    (tmp_path / "plan.jiehua").write_bytes(OLD)
    (tmp_path / "folder.tmp").mkdir()
    assert len(list(tmp_path.glob(".*.tmp"))) == 3
    clear_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder.tmp", "plan.jiehua"]
    clear_leftovers(tmp_path / "gone")


PAUSING = """
import os, sys
from pathlib import Path
from jiebei_desktop.files.atomic import write_atomically

really = os.fsync

def fsync(handle):
    if not os.path.isdir(handle):
        print("written", flush=True)
        sys.stdin.readline()
    really(handle)

os.fsync = fsync
write_atomically(Path(sys.argv[1]), b"by the other one")
print("done", flush=True)
"""


@posix
def test_what_a_living_writer_writes_is_not_taken_away(path):
    with other_process(PAUSING, path) as other:
        assert heard(other) == "written"
        clear_leftover(path)
        clear_leftovers(path.parent)
        assert temporary(path).read_bytes() == b"by the other one"
        with pytest.raises(HeldError):
            Hold(temporary(path))
        other.stdin.write("\n")
        other.stdin.flush()
        assert heard(other) == "done"
    assert path.read_bytes() == b"by the other one"
    assert list(path.parent.iterdir()) == [path]


@posix
def test_two_who_write_the_same_file_do_not_write_into_each_other_s(path):
    with other_process(PAUSING, path) as other:
        assert heard(other) == "written"
        write_atomically(path, NEW)
        assert path.read_bytes() == NEW
        other.stdin.write("\n")
        other.stdin.flush()
        assert heard(other) == "done"
    assert path.read_bytes() == b"by the other one"
    assert list(path.parent.iterdir()) == [path]


AGAIN_AND_AGAIN = """
import sys
from pathlib import Path
from jiebei_desktop.files.atomic import write_atomically

for _ in range(150):
    write_atomically(Path(sys.argv[1]), sys.argv[2].encode() * 50_000)
"""


@posix
def test_who_reads_meanwhile_finds_a_whole_file(path):
    path.write_bytes(b"a" * 50_000)
    reads = 0
    with other_process(AGAIN_AND_AGAIN, path, "a") as one, other_process(AGAIN_AND_AGAIN, path, "b") as other:
        while one.poll() is None or other.poll() is None:
            assert path.read_bytes() in {b"a" * 50_000, b"b" * 50_000}
            reads += 1
    assert (one.returncode, other.returncode) == (0, 0)
    assert reads > 0
    assert list(path.parent.iterdir()) == [path]


# --- a full disk ------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_disk_that_is_full_keeps_the_old_plan_and_says_so(small_disk):
    path, plan = small_disk / "plan.jiehua", load_plan(PLANS / "first.jiehua")
    save_plan(path, plan)
    with pytest.raises(PlanFileError) as caught:
        save_plan(path, plan.model_copy(update={"name": "长" * 50_000}))
    assert str(caught.value) == "没能存到 plan.jiehua：磁盘满了。计划还在窗口里，可以另存到别处。"
    assert list(small_disk.iterdir()) == [path]
    assert load_plan(path) == plan
    (small_disk / "filler").write_bytes(bytes(40_000))
    save_plan(path, plan.model_copy(update={"name": "短"}))
    assert load_plan(path).name == "短"


# --- whose it is ------------------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o660, 0o700])
def test_an_old_file_keeps_its_mode(path, mode):
    path.chmod(mode)
    write_atomically(path, NEW)
    assert path.stat().st_mode & 0o7777 == mode


@posix
def test_a_new_file_is_its_owner_s_alone_even_where_a_leftover_was_not(path):
    path.unlink()
    temporary(path).write_bytes(b"left by somebody with another mask")
    temporary(path).chmod(0o666)
    write_atomically(path, NEW)
    assert path.stat().st_mode & 0o777 == 0o600


@nobody
def test_a_file_that_is_marked_as_read_only_is_not_replaced(path):
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        write_atomically(path, NEW)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@nobody
def test_a_folder_that_can_only_be_read_keeps_its_file(path):
    path.parent.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            write_atomically(path, NEW)
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@nobody
def test_a_folder_that_can_be_written_to_and_not_be_read_takes_a_file(path):
    path.parent.chmod(0o300)
    try:
        write_atomically(path, NEW)
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == NEW


# --- what else may be in its place ------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_is_written(tmp_path, name):
    path = tmp_path / os.fsdecode(NAMES[name])
    write_atomically(path, OLD)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


def test_a_name_that_no_file_can_have_is_refused(tmp_path):
    with pytest.raises(ValueError, match="null"):
        write_atomically(tmp_path / "plan\0.jiehua", NEW)
    with pytest.raises(OSError, match="x" * 256):
        write_atomically(tmp_path / ("x" * 256), NEW)
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "plan.jiehua", NEW)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced_by_a_file(tmp_path):
    folder = tmp_path / "plan.jiehua"
    folder.mkdir()
    with pytest.raises(OSError, match="plan"):
        write_atomically(folder, NEW)
    assert list(tmp_path.iterdir()) == [folder]


@posix
def test_a_link_to_a_file_that_is_not_there_yet_leads_to_it_then(tmp_path):
    link = tmp_path / "link.jiehua"
    link.symlink_to("real.jiehua")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert (tmp_path / "real.jiehua").read_bytes() == NEW


@posix
def test_a_link_that_somebody_put_where_the_new_file_is_written_leads_nowhere(tmp_path, path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    temporary(path).symlink_to(precious)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert not path.is_symlink()
    assert precious.read_bytes() == b"precious"
    clear_leftover(path)
    assert precious.read_bytes() == b"precious"


def test_a_folder_that_somebody_put_where_the_new_file_is_written_is_no_hindrance(path):
    temporary(path).mkdir()
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert temporary(path).is_dir()


# --- names and folders ------------------------------------------------------------------------------------------------


def test_what_is_written_first_has_the_same_hidden_name_each_time(tmp_path):
    assert beside(tmp_path / "我的 计划.jiehua", ".tmp").name == ".我的_计划-2967d87e.tmp"
    assert beside(tmp_path / ("x" * 255), ".lock").name == f".{'x' * 40}-3d66e3d9.lock"


def test_a_plain_name_has_forty_letters_at_most():
    assert plain_name("我的 计划/2026.11") == "我的_计划_2026_11"
    assert plain_name("💰\udcff\n'") == "____"
    assert plain_name("长" * 50) == "长" * 40


def test_a_path_leads_where_its_links_lead(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    assert resolved(tmp_path / "link" / ".." / "link" / "plan.jiehua") == tmp_path / "folder" / "plan.jiehua"
    assert resolved(tmp_path / "gone" / "plan.jiehua") == tmp_path / "gone" / "plan.jiehua"


@posix
def test_a_private_folder_and_what_is_above_it_are_made_for_the_user_alone(tmp_path):
    made = private_folder(tmp_path / "data" / "program" / "drafts")
    for folder in (made, made.parent, made.parent.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    made.chmod(0o755)
    tmp_path.chmod(0o755)
    assert private_folder(made) == made
    assert made.stat().st_mode & 0o777 == 0o755
    assert tmp_path.stat().st_mode & 0o777 == 0o755


def test_a_file_in_the_place_of_a_private_folder_is_an_error(tmp_path):
    (tmp_path / "data").write_bytes(OLD)
    for path in (tmp_path / "data", tmp_path / "data" / "drafts"):
        with pytest.raises(OSError, match="data"):
            private_folder(path)
    assert (tmp_path / "data").read_bytes() == OLD
