"""Edits that no file has yet, on disk: found by the next start, and by nobody while their window lives."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest

from jiebei_desktop.files.drafts import Draft, DraftFile, left_behind
from jiebei_desktop.files.hold import HeldError
from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.files.plan_file import NewerError, load_plan
from jiebei_desktop.files.sealed import Cost, Secret, WrongPasswordError
from tests.files.test_hold import heard, other_process

PLANS = Path(__file__).parents[1] / "data" / "plans"
BASE = load_plan(PLANS / "0.1.0.jiehua")
PLAN = load_plan(PLANS / "schema-2.jiehua")
WRITING = """
import sys
from pathlib import Path
from jiebei_desktop.files.drafts import Draft, DraftFile
from jiebei_desktop.files.plan_file import load_plan

place = DraftFile(Path(sys.argv[1]))
plan = load_plan(Path(sys.argv[2]))
place.write(Draft(plan, plan), None)
print(place.path.name, flush=True)
sys.stdin.read()
"""


def quick(password: str) -> Secret:
    return Secret(password, cost=Cost(128, 1, 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "drafts"


def found(folder: Path) -> list[DraftFile]:
    places = list(left_behind(folder))
    for place in places:
        place.let_go()
    return places


def leave(folder: Path, draft: Draft, secret: Secret | None = None) -> Path:
    """Write a draft as a window that then ends without taking it away."""
    place = DraftFile(folder)
    place.write(draft, secret)
    place.let_go()
    return place.path


# --- what is in a draft -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft",
    [
        Draft(PLAN, BASE),
        Draft(PLAN, PLAN, Path("/home/王小明/我的 计划.jiehua")),
        Draft(BASE, PLAN, Path("/media/usb/plan.jiehua"), borrowed=True),
    ],
    ids=["new", "of a file", "borrowed"],
)
@pytest.mark.parametrize("secret", [None, quick("12345678")], ids=["plain", "sealed"])
def test_what_is_written_is_read(folder, draft, secret):
    place = DraftFile(folder)
    place.write(draft, secret)
    assert (b'"format": "jiehua-sealed"' in place.path.read_bytes()) is (secret is not None)
    assert place.read(None, secret) == (draft, secret)
    place.let_go()


def test_a_draft_is_what_was_written_last(folder):
    place = DraftFile(folder)
    for plan in (PLAN, BASE, PLAN.model_copy(update={"name": "第三次"})):
        place.write(Draft(plan, BASE), None)
        assert place.read()[0].plan == plan
    assert sorted(path.suffix for path in folder.iterdir()) == [".draft", ".held"]
    place.let_go()


def test_a_draft_is_plain_json_that_names_its_version(folder):
    path = leave(folder, Draft(PLAN, BASE, Path("/tmp/计划.jiehua")))  # noqa: S108 - nothing is written there
    data = json.loads(path.read_bytes())
    assert list(data) == ["format", "version", "file", "borrowed", "plan", "base"]
    assert (data["format"], data["version"], data["file"]) == ("jiehua-draft", 1, "/tmp/计划.jiehua")  # noqa: S108
    assert data["plan"]["name"] == "格式 2 存的计划"
    assert data["base"]["schema_version"] == 3


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_draft_is_its_owner_s_alone(folder):
    path = leave(folder, Draft(PLAN, BASE))
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert folder.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
def test_a_plan_whose_file_has_a_name_that_is_no_text_comes_back_without_a_file(folder):
    path = leave(folder, Draft(PLAN, BASE, Path(os.fsdecode(b"/home/\xff.jiehua"))))
    assert json.loads(path.read_bytes())["file"] is None
    (place,) = left_behind(folder)
    assert place.read()[0] == Draft(PLAN, BASE)
    place.let_go()


def test_half_a_letter_that_an_input_method_left_costs_no_edit(folder):
    place = DraftFile(folder)
    place.write(Draft(PLAN.model_copy(update={"name": "欠款\ud83d"}), BASE), None)
    assert place.read()[0] == Draft(PLAN.model_copy(update={"name": "欠款?"}), BASE)
    place.let_go()


@pytest.mark.parametrize("secret", [None, quick("12345678")], ids=["plain", "sealed"])
def test_a_plan_that_is_too_large_to_be_saved_is_still_a_draft(folder, secret):
    large = PLAN.model_copy(update={"name": "x" * 7_000_000})
    place = DraftFile(folder)
    place.write(Draft(large, BASE), secret)
    assert place.read(None, secret)[0].plan == large
    place.let_go()


def test_what_could_not_be_read_again_is_refused_and_the_draft_before_it_stays(folder):
    place = DraftFile(folder)
    place.write(Draft(PLAN, BASE), None)
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
        place.write(Draft(PLAN.model_copy(update={"name": "x" * 12_600_000}), BASE), None)
    assert place.read()[0] == Draft(PLAN, BASE)
    place.let_go()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 5_000,
        b"{",
        b"[]",
        b'{"format": "jiehua-plan"}',
        b'{"format": "jiehua-draft"}',
        b'{"format": "jiehua-draft", "plan": {}, "base": {}}',
        b'{"format": "jiehua-draft", "plan": [], "base": []}',
        b"\xff",
    ],
)
def test_a_draft_that_is_damaged_says_so_and_is_kept_aside(folder, content):
    path = leave(folder, Draft(PLAN, BASE))
    path.write_bytes(content)
    (place,) = left_behind(folder)
    with pytest.raises(DamagedError):
        place.read()
    place.set_aside()
    place.let_go()
    assert [path.suffix for path in folder.iterdir()] == [".unreadable"]
    assert next(folder.iterdir()).read_bytes() == content
    assert found(folder) == []


def test_a_draft_that_only_a_newer_program_understands_is_not_read(folder):
    path = leave(folder, Draft(PLAN, BASE))
    data = json.loads(path.read_bytes())
    path.write_text(json.dumps({**data, "plan": {**data["plan"], "schema_version": 99, "loans": 5}}), encoding="utf-8")
    (place,) = left_behind(folder)
    with pytest.raises(NewerError):
        place.read()
    place.let_go()
    assert path.exists()


def test_a_draft_under_a_password_opens_with_that_one_only(folder):
    leave(folder, Draft(PLAN, BASE), quick("12345678"))
    (place,) = left_behind(folder)
    assert b'"format": "jiehua-sealed"' in place.path.read_bytes()
    for password, secret in ((None, None), ("87654321", None), (None, quick("12345678"))):
        with pytest.raises(WrongPasswordError):
            place.read(password, secret)
    draft, secret = place.read("12345678")
    assert draft == Draft(PLAN, BASE)
    assert place.read(None, secret)[0] == draft
    place.let_go()


# --- whose it is ------------------------------------------------------------------------------------------------------


def test_the_draft_of_a_window_that_lives_is_nobody_else_s(folder):
    place = DraftFile(folder)
    place.write(Draft(PLAN, BASE), None)
    assert found(folder) == []
    with pytest.raises(HeldError):
        DraftFile(folder, place.path.stem)
    place.let_go()
    (again,) = found(folder)
    assert again.path == place.path


def test_the_draft_of_a_window_that_was_killed_is_found(folder):
    with other_process(WRITING, folder, PLANS / "schema-2.jiehua") as other:
        name = heard(other)
        assert found(folder) == []
        other.kill()
        other.wait()
    assert sorted(path.suffix for path in folder.iterdir()) == [".draft", ".held"]
    (place,) = left_behind(folder)
    assert place.path.name == name
    assert place.read()[0] == Draft(PLAN, PLAN)
    place.remove()
    place.let_go()
    assert list(folder.iterdir()) == []


def test_drafts_that_were_left_are_found_the_newest_first(folder):
    paths = [leave(folder, Draft(PLAN, BASE)) for _ in range(4)]
    for path, second in zip(paths, (300, 100, 400, 200), strict=True):
        os.utime(path, ns=(0, second * 10**9))
    assert [place.path for place in found(folder)] == [paths[2], paths[0], paths[3], paths[1]]


def test_what_was_found_is_held_until_it_is_let_go(folder):
    leave(folder, Draft(PLAN, BASE))
    (place,) = left_behind(folder)
    assert list(left_behind(folder)) == []
    place.let_go()
    assert len(found(folder)) == 1


def test_a_window_that_goes_without_edits_leaves_nothing(folder):
    place = DraftFile(folder)
    place.write(Draft(PLAN, BASE), None)
    place.remove()
    place.remove()
    place.let_go()
    assert list(folder.iterdir()) == []


def test_what_windows_without_edits_left_when_they_were_killed_is_tidied_up(folder):
    with other_process(WRITING, folder, PLANS / "schema-2.jiehua") as other:
        (folder / heard(other)).unlink()
        other.kill()
        other.wait()
    (folder / ".0123456789abcdef-00000000.tmp").write_bytes(b"half a dra")
    (folder / "0123456789abcdef.held").touch()
    assert found(folder) == []
    assert list(folder.iterdir()) == []


def test_other_files_in_the_folder_stay(folder):
    folder.mkdir(parents=True)
    for name in ("note.txt", "x.unreadable", ".hidden"):
        (folder / name).touch()
    assert found(folder) == []
    assert sorted(path.name for path in folder.iterdir()) == [".hidden", "note.txt", "x.unreadable"]


def test_there_are_no_drafts_where_there_is_no_folder(folder):
    assert found(folder) == []
    assert not folder.exists()


def test_each_window_has_a_draft_of_its_own(folder):
    places = [DraftFile(folder) for _ in range(20)]
    assert len({place.path for place in places}) == 20
    for place in places:
        place.let_go()
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_takes_no_draft(folder):
    path = leave(folder, Draft(PLAN, BASE))
    folder.chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            DraftFile(folder)
        assert found(folder) == []
    finally:
        folder.chmod(0o700)
    assert path.exists()
