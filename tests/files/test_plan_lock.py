"""Who has a plan file open: this window, another one, one that has died, or one on another machine."""

import json
import os
import sys
from pathlib import Path

import pytest

from jiebei_desktop.files.plan_lock import Holder, PlanLock, TakenError, lock_path
from tests.files.test_hold import NAMES, heard, other_process

MACHINE = os.uname().nodename if os.name == "posix" else os.environ.get("COMPUTERNAME", "")
LOCKING = """
import json, sys
from pathlib import Path
from jiebei_desktop.files.plan_lock import PlanLock, TakenError

path = Path(sys.argv[1])
try:
    lock = PlanLock(path, take_over=len(sys.argv) > 2)
except TakenError as error:
    print("taken by", error.holder.owner, flush=True)
    sys.exit()
print("locked", flush=True)
for line in sys.stdin:
    if line == "release\\n":
        lock.release()
    holder = lock.holder() if line == "who\\n" else None
    print(holder.owner if holder else "mine" if line == "who\\n" else "done", flush=True)
"""


@pytest.fixture(autouse=True)
def _me(monkeypatch):
    monkeypatch.setenv("USER", "王小明")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.jiehua"


def ask(process, question: str) -> str:
    """What another process answers."""
    process.stdin.write(f"{question}\n")
    process.stdin.flush()
    return heard(process)


def written(path: Path) -> dict:
    return json.loads(lock_path(path).read_bytes())


def put(path: Path, **said: object) -> None:
    """Leave a lock behind that nobody holds."""
    lock_path(path).write_text(json.dumps(said), encoding="utf-8")


def test_a_lock_is_a_hidden_file_beside_the_plan(path):
    lock = PlanLock(path)
    assert lock.path == path.with_name(".plan-50091a9a.lock")
    assert lock.path.exists()
    assert lock.path.stat().st_mode & 0o777 == 0o600 or os.name != "posix"
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_it_says_who_has_the_plan_and_since_when(path):
    lock = PlanLock(path)
    said = written(path)
    assert list(said) == ["owner", "machine", "since", "id", "held"]
    assert (said["owner"], said["machine"]) == ("王小明", MACHINE)
    assert len(said["since"]) == len("2026-11-24T09:30+08:00")
    assert len(said["id"]) == 16
    with pytest.raises(TakenError) as caught:
        PlanLock(path)
    assert caught.value.holder == Holder(**said)
    assert caught.value.holder.here
    assert lock.holder() is None
    lock.release()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
def test_a_plan_of_any_name_is_locked_against_other_processes(tmp_path, name):
    path = tmp_path / os.fsdecode(NAMES[name])
    with other_process(LOCKING, path) as other:
        assert heard(other) == "locked"
        with pytest.raises(TakenError):
            PlanLock(path)
        assert ask(other, "who") == "mine"
        assert ask(other, "release") == "done"
        lock = PlanLock(path)
        assert len(os.fsencode(lock.path.name)) < 200
        with other_process(LOCKING, path) as third:
            assert heard(third) == "taken by 王小明"
        lock.release()
    assert list(tmp_path.iterdir()) == []


def test_plans_of_one_folder_have_locks_of_their_own(tmp_path):
    names = ["a.jiehua", "b.jiehua", "a", "A.jiehua", "a!.jiehua", "a?.jiehua", "长" * 80, "长" * 81]
    locks = [PlanLock(tmp_path / name) for name in names]
    assert len(list(tmp_path.iterdir())) == len(names)
    for lock in locks:
        lock.release()
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_is_opened_by_a_link_is_the_plan_that_it_leads_to(tmp_path, path):
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.jiehua"
    link.symlink_to(path)
    lock = PlanLock(link)
    assert lock.path == lock_path(path)
    with pytest.raises(TakenError):
        PlanLock(path)
    lock.release()


@pytest.mark.skipif(os.name != "posix", reason="links in circles are POSIX")
def test_a_link_that_leads_to_itself_has_a_lock_beside_it(path):
    path.symlink_to(path)
    lock = PlanLock(path)
    assert lock.path.parent == path.parent
    lock.release()


# --- the holder dies --------------------------------------------------------------------------------------------------


def test_the_lock_of_a_window_that_was_killed_is_taken(path):
    with other_process(LOCKING, path) as other:
        assert heard(other) == "locked"
        other.kill()
        other.wait()
    assert lock_path(path).exists()
    lock = PlanLock(path)
    assert lock.holder() is None
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_that_an_earlier_start_of_this_machine_left_is_taken(path):
    put(path, owner="王小明", machine=MACHINE, since="2026-11-23T18:00+08:00", id="0123456789abcdef")
    lock = PlanLock(path)
    assert written(path)["id"] != "0123456789abcdef"
    lock.release()


# --- other machines ---------------------------------------------------------------------------------------------------


def test_a_lock_of_another_machine_counts_until_it_is_taken_over(path):
    put(path, owner="李红", machine="另一台电脑", since="2026-11-23T18:00+08:00", id="0123456789abcdef")
    before = lock_path(path).read_bytes()
    for _ in range(2):
        with pytest.raises(TakenError) as caught:
            PlanLock(path)
        assert caught.value.holder == Holder("李红", "另一台电脑", "2026-11-23T18:00+08:00", "0123456789abcdef")
        assert not caught.value.holder.here
        assert lock_path(path).read_bytes() == before
    lock = PlanLock(path, take_over=True)
    assert written(path)["owner"] == "王小明"
    with pytest.raises(TakenError):
        PlanLock(path)
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_what_another_machine_writes_into_the_lock_is_seen(path):
    lock = PlanLock(path)
    put(path, owner="李红", machine="另一台电脑", since="2026-11-24T10:00+08:00", id="0123456789abcdef")
    assert lock.holder() == Holder("李红", "另一台电脑", "2026-11-24T10:00+08:00", "0123456789abcdef")
    lock.release()
    assert written(path)["owner"] == "李红"


# --- taking over ------------------------------------------------------------------------------------------------------


def test_a_window_finds_out_that_another_one_has_taken_over(path):
    first = PlanLock(path)
    second = PlanLock(path, take_over=True)
    assert first.holder() == Holder(**written(path))
    assert second.holder() is None
    first.release()
    assert lock_path(path).exists()
    assert second.holder() is None
    with pytest.raises(TakenError):
        PlanLock(path)
    second.release()
    assert list(path.parent.iterdir()) == []


def test_another_process_finds_out_that_this_one_has_taken_over(path, monkeypatch):
    with other_process(LOCKING, path) as other:
        assert heard(other) == "locked"
        monkeypatch.setenv("USER", "李红")
        lock = PlanLock(path, take_over=True)
        assert ask(other, "who") == "李红"
        assert ask(other, "release") == "done"
        assert lock.holder() is None
        with other_process(LOCKING, path) as third:
            assert heard(third) == "taken by 李红"
        with other_process(LOCKING, path, "take over") as third:
            assert heard(third) == "locked"
            assert lock.holder().owner == "李红"
            lock.release()
            assert ask(third, "who") == "mine"
            assert ask(third, "release") == "done"
    assert list(path.parent.iterdir()) == []


def test_a_plan_can_be_taken_over_again_and_again(path):
    locks = [PlanLock(path)]
    for _ in range(5):
        locks.append(PlanLock(path, take_over=True))
        assert [lock.holder() is None for lock in locks] == [False] * (len(locks) - 1) + [True]
    for lock in locks:
        lock.release()
    assert list(path.parent.iterdir()) == []


def test_a_window_that_goes_before_the_one_it_took_over_from_leaves_nothing_that_counts(path):
    first = PlanLock(path)
    PlanLock(path, take_over=True).release()
    first.release()
    PlanLock(path).release()
    assert list(path.parent.iterdir()) == []


def test_there_is_nothing_to_take_over_where_nobody_has_it(path):
    lock = PlanLock(path, take_over=True)
    with pytest.raises(TakenError):
        PlanLock(path)
    lock.release()
    assert list(path.parent.iterdir()) == []


# --- what is in a lock ------------------------------------------------------------------------------------------------

GARBAGE = (
    b"",
    b"\x00" * 100,
    b"\xff\xfe",
    b"nonsense",
    b"[]",
    b"{}",
    b'"id"',
    b'{"id": ""}',
    b'{"id": null, "machine": "x"}',
    b'{"id": 5, "machine": "x"}',
    b'{"id": ["x"], "machine": "x"}',
    b'{"id": {"x": 1}}',
    b'{"id": ' + b"7" * 10_000 + b"}",
    b'{"id": "x"',
    b"[" * 100_000,
    b'{"id": "x", "pad": "' + b"x" * 1_000_000 + b'"}',
)


@pytest.mark.parametrize("content", GARBAGE, ids=range(len(GARBAGE)))
def test_a_lock_that_names_nobody_is_taken(path, content):
    lock_path(path).write_bytes(content)
    lock = PlanLock(path)
    assert written(path)["owner"] == "王小明"
    lock.release()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("content", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_in_a_lock_that_is_held_is_nobody_else_s(path, content):
    lock = PlanLock(path)
    lock_path(path).write_bytes(content)
    assert lock.holder() is None
    with pytest.raises(TakenError) as caught:
        PlanLock(path)
    assert caught.value.holder == Holder("", "", "", "")
    lock.release()
    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("deep", [300, 900, 990, 1_000, 20_000])
def test_nesting_in_a_lock_is_no_trouble_however_deep(path, deep):
    lock_path(path).write_bytes(b'{"id": "x", "owner": ' + b"[" * deep + b"]" * deep + b"}")
    lock = PlanLock(path, take_over=True)
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_what_others_say_about_themselves_is_text_of_a_length_that_can_be_shown(path):
    put(path, owner="长" * 10_000, machine="\ud800x", since=5, id="1")
    with pytest.raises(TakenError) as caught:
        PlanLock(path)
    assert caught.value.holder == Holder("长" * 100, "?x", "", "1")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
@pytest.mark.parametrize("user", ["x" * 5_000, "\udcff\udcfe", '"}', "王小明\n", "\ud83d"])
def test_a_user_of_any_name_knows_their_own_lock(path, monkeypatch, user):
    monkeypatch.setattr(os, "environ", {**os.environ, "USER": user})
    lock = PlanLock(path)
    assert lock.holder() is None
    other = PlanLock(path, take_over=True)
    assert lock.holder() is not None
    assert other.holder() is None
    lock.release()
    other.release()
    assert list(path.parent.iterdir()) == []


def test_a_user_without_a_name_has_a_lock_too(path, monkeypatch):
    for name in ("USER", "LOGNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    lock = PlanLock(path)
    assert written(path)["owner"] == ""
    assert lock.holder() is None
    lock.release()


# --- what others do to it ---------------------------------------------------------------------------------------------


def test_a_lock_that_somebody_took_away_is_still_nobody_else_s(path):
    lock = PlanLock(path)
    lock.path.unlink()
    assert lock.holder() is None
    lock.release()
    lock.release()
    assert list(path.parent.iterdir()) == []


def test_a_lock_that_was_taken_away_and_made_by_another_is_the_other_s(path):
    first = PlanLock(path)
    first.path.unlink()
    second = PlanLock(path)
    assert first.holder() == Holder(**written(path))
    assert second.holder() is None
    first.release()
    assert second.path.exists()
    with pytest.raises(TakenError):
        PlanLock(path)
    second.release()
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_is_not_there_takes_no_lock(tmp_path):
    with pytest.raises(OSError, match="gone"):
        PlanLock(tmp_path / "gone" / "plan.jiehua")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_takes_no_lock(tmp_path, path):
    path.touch()
    tmp_path.chmod(0o500)
    try:
        for take_over in (False, True):
            with pytest.raises(PermissionError):
                PlanLock(path, take_over=take_over)
    finally:
        tmp_path.chmod(0o700)
    assert list(tmp_path.iterdir()) == [path]
