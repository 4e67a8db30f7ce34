"""The draft of one window, kept beside it."""

import os
import shutil
from pathlib import Path
from threading import Event

import pytest

from jiebei_desktop.files.autosave import Autosave
from jiebei_desktop.files.drafts import Draft, left_behind
from jiebei_desktop.files.plan_file import load_plan
from jiebei_desktop.files.sealed import Cost, Secret
from tests.files.test_drafts import found, leave
from tests.files.test_latest import PATIENCE, Heard

PLANS = Path(__file__).parents[1] / "data" / "plans"
BASE = load_plan(PLANS / "0.1.0.jiehua")
PLAN = load_plan(PLANS / "schema-2.jiehua")


def edited(name: str) -> Draft:
    return Draft(PLAN.model_copy(update={"name": name}), BASE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "drafts"


@pytest.fixture
def heard() -> Heard:
    return Heard()


def drafts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.draft"))


def names(folder: Path) -> list[str]:
    """What the plans that were left are called."""
    places = list(left_behind(folder))
    read = [place.read()[0].plan.name for place in places]
    for place in places:
        place.let_go()
    return read


def test_an_edit_is_on_disk_once_it_is_waited_for_and_heard(folder, heard):
    autosave = Autosave(folder, heard)
    assert autosave.keep(edited("一"), None) == 1
    assert autosave.wait()
    assert heard.all == [(1, None)]
    assert autosave.keep(edited("二"), None) == 2
    assert autosave.wait()
    assert heard.all == [(1, None), (2, None)]
    autosave.let_go()
    assert names(folder) == ["二"]


def test_nothing_is_made_before_the_first_edit(folder, heard):
    autosave = Autosave(folder, heard)
    assert autosave.drop() == 1
    assert autosave.wait()
    autosave.let_go()
    assert heard.all == [(1, None)]
    assert not folder.exists()


def test_all_edits_of_a_window_are_in_one_draft_of_which_the_last_counts(folder, heard):
    autosave = Autosave(folder, heard)
    for number in range(50):
        autosave.keep(edited(str(number)), None)
    assert autosave.wait()
    assert len(drafts(folder)) == 1
    assert heard.numbers[-1] == 50
    assert all(error is None for _, error in heard.all)
    autosave.let_go()
    assert names(folder) == ["49"]


def test_what_was_saved_leaves_no_draft(folder, heard):
    autosave = Autosave(folder, heard)
    autosave.keep(edited("一"), None)
    autosave.drop()
    assert autosave.wait()
    assert drafts(folder) == []
    autosave.keep(edited("二"), None)
    assert autosave.wait()
    assert len(drafts(folder)) == 1
    autosave.drop()
    autosave.let_go()
    assert list(folder.iterdir()) == []


def test_a_window_that_goes_with_edits_leaves_them_to_the_next_start(folder, heard):
    autosave = Autosave(folder, heard)
    autosave.keep(edited("一"), None)
    assert autosave.wait()
    assert found(folder) == []
    autosave.let_go()
    assert names(folder) == ["一"]


def test_a_window_goes_on_in_the_place_of_a_draft_that_it_took_over(folder, heard):
    path = leave(folder, edited("以前"))
    (place,) = left_behind(folder)
    autosave = Autosave(folder, heard)
    autosave.adopt(place)
    assert place.read()[0] == edited("以前")
    autosave.keep(edited("现在"), None)
    assert autosave.wait()
    assert drafts(folder) == [path]
    autosave.let_go()
    assert names(folder) == ["现在"]


def test_a_draft_of_its_own_is_left_when_another_one_is_taken_over(folder, heard):
    leave(folder, edited("以前"))
    autosave = Autosave(folder, heard)
    autosave.keep(edited("自己的"), None)
    assert autosave.wait()
    (place,) = left_behind(folder)
    autosave.adopt(place)
    assert names(folder) == ["自己的"]
    autosave.let_go()
    assert sorted(names(folder)) == ["以前", "自己的"]


def test_a_draft_is_sealed_as_the_plan_is(folder, heard):
    secret = Secret("12345678", cost=Cost(128, 1, 1))
    autosave = Autosave(folder, heard)
    autosave.keep(edited("有密码"), secret)
    assert autosave.wait()
    (path,) = drafts(folder)
    assert "有密码".encode() not in path.read_bytes()
    autosave.keep(edited("没有了"), None)
    assert autosave.wait()
    assert "没有了".encode() in path.read_bytes()
    autosave.let_go()


def test_windows_do_not_share_a_draft(folder, heard):
    one, other = Autosave(folder, heard), Autosave(folder, Heard())
    one.keep(edited("一"), None)
    other.keep(edited("二"), None)
    assert one.wait()
    assert other.wait()
    one.drop()
    one.let_go()
    other.let_go()
    assert names(folder) == ["二"]


def test_a_window_that_was_let_go_can_begin_anew(folder, heard):
    autosave = Autosave(folder, heard)
    autosave.keep(edited("一"), None)
    autosave.let_go()
    autosave.keep(edited("二"), None)
    autosave.let_go()
    assert sorted(names(folder)) == ["一", "二"]


def test_what_can_not_be_written_is_heard_and_tried_again_with_the_next_edit(tmp_path, folder, heard):
    folder.write_text("a file where the folder should be")
    autosave = Autosave(folder, heard)
    autosave.keep(edited("一"), None)
    assert autosave.wait()
    ((number, error),) = heard.all
    assert number == 1
    assert isinstance(error, OSError)
    folder.unlink()
    autosave.keep(edited("二"), None)
    assert autosave.wait()
    assert heard.all[1] == (2, None)
    autosave.let_go()
    assert names(folder) == ["二"]


def test_a_folder_that_was_tidied_up_is_made_again(folder, heard):
    autosave = Autosave(folder, heard)
    autosave.keep(edited("一"), None)
    assert autosave.wait()
    shutil.rmtree(folder)
    autosave.keep(edited("二"), None)
    assert autosave.wait()
    assert heard.all == [(1, None), (2, None)]
    assert found(folder) == []
    autosave.let_go()
    assert names(folder) == ["二"]


def test_typing_does_not_wait_for_the_disk(folder):
    begun, go_on = Event(), Event()

    def slow(number: int, error: Exception | None) -> None:
        begun.set()
        assert go_on.wait(PATIENCE)

    autosave = Autosave(folder, slow)
    autosave.keep(edited("一"), None)
    assert begun.wait(PATIENCE)
    assert [autosave.keep(edited(str(number)), None) for number in range(2, 12)] == list(range(2, 12))
    go_on.set()
    autosave.let_go()
    assert names(folder) == ["11"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_can_only_be_read_is_heard_of(folder, heard):
    folder.mkdir(mode=0o500)
    autosave = Autosave(folder, heard)
    autosave.keep(edited("一"), None)
    autosave.let_go()
    folder.chmod(0o700)
    ((_, error),) = heard.all
    assert isinstance(error, PermissionError)
    assert list(folder.iterdir()) == []
