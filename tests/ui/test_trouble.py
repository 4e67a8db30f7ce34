"""Where it breaks: disks that are full, locked or gone, names that no disk takes. The plan stays, whatever comes."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from jiebei_desktop.files.backups import backups_of
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.planning.snapshots import with_snapshot
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.remarks import Act
from tests.conftest import TODAY
from tests.ui.conftest import choose_file, press
from tests.ui.desks import (
    FOUND,
    a_plan,
    activate,
    add_loan,
    click,
    drafts,
    in_turn,
    keys,
    kill,
    on_disk,
    rename,
    said,
    say_yes,
)

ROOT = os.name == "posix" and os.geteuid() == 0
bound = pytest.mark.skipif(os.name != "posix" or ROOT, reason="needs a user whom permissions bind")
GONE = "没能存到 a.jiehua：文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）。计划还在窗口里，可以另存到别处。"


class Disk:
    """A small disk that can be filled, locked and pulled out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        self._mount("-t", "tmpfs", "-o", "size=128k", "tmpfs")

    def fill(self) -> None:
        with (self.path / "filler").open("ab", buffering=0) as stream:
            try:
                while True:
                    stream.write(bytes(512))
            except OSError:
                return

    def free(self) -> None:
        (self.path / "filler").unlink()

    def lock(self) -> None:
        """Make it one that can only be read, also where something on it is open for writing."""
        self._mount("--bind", self.path)
        self._mount("-o", "remount,bind,ro")

    def unlock(self) -> None:
        subprocess.run(["umount", self.path], check=True)

    def pull_out(self) -> None:
        while self.path.is_mount():
            subprocess.run(["umount", "-l", self.path], check=True)
        if self.path.exists():
            self.path.rmdir()

    def _mount(self, *options: str | Path) -> None:
        subprocess.run(["mount", *options, self.path], check=True, capture_output=True)


def a_disk(path: Path) -> Iterator[Disk]:
    if not ROOT:
        pytest.skip("needs root, to mount a small disk")
    try:
        made = Disk(path)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"needs to be allowed to mount a small disk: {error}")
    yield made
    made.pull_out()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    yield from a_disk(tmp_path / "stick")


@pytest.fixture
def drafts_disk(settings) -> Iterator[Disk]:
    yield from a_disk(settings.data_folder / "drafts")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "别处.jiehua"


def a_file(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    save_plan(folder / "a.jiehua", a_plan())
    return folder / "a.jiehua"


def saved_elsewhere(qtbot, desk: Desk, answer, elsewhere: Path, message: str, *before: object) -> None:
    """Save, hear why it can't be, and save to another place."""
    plan = desk.store.plan

    def press_elsewhere(box):
        assert box.informativeText() == "什么都没有丢，改动还在。"
        assert desk.store.plan == plan
        assert desk.store.unsaved
        for each in before:
            each()
        press("存到别处…")(box)

    asked = in_turn(answer, press_elsewhere, choose_file(elsewhere))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == [message, "保存计划"]
    assert desk.store.plan == plan
    assert load_plan(elsewhere) == plan
    assert not desk.store.unsaved
    assert desk.store.path == elsewhere


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- disks that are full ----------------------------------------------------------------------------------------------


def test_a_full_disk_says_so_and_the_old_file_stays_whole(qtbot, disk, start, answer, elsewhere):
    path = a_file(disk.path)
    desk = start(path)
    before, others = path.read_bytes(), names(disk.path)
    disk.fill()
    add_loan(qtbot, desk)
    message = "没能存到 a.jiehua：磁盘满了。计划还在窗口里，可以另存到别处。"
    saved_elsewhere(qtbot, desk, answer, elsewhere, message)
    assert path.read_bytes() == before
    assert set(names(disk.path)) <= {*others, "filler"}, "what was begun is taken away again"


def test_a_plan_on_a_full_disk_can_be_opened_and_saved_once_there_is_room(qtbot, disk, start, answer):
    path = a_file(disk.path)
    disk.fill()
    desk = start(path)
    assert said(desk) == []
    add_loan(qtbot, desk)
    asked = in_turn(answer, press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == ["没能存到 a.jiehua：磁盘满了。计划还在窗口里，可以另存到别处。"]
    disk.free()
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert desk.window.close()
    assert names(disk.path) == ["a.jiehua"]


@pytest.mark.skipif(os.name != "posix", reason="limits are POSIX")
def test_a_plan_larger_than_a_file_may_be_is_neither_lost_nor_cut_off(qtbot, start, answer, elsewhere, tmp_path):
    """As by a quota; nothing as large can be written anywhere, not even the draft."""
    import resource

    path = a_file(tmp_path / "计划")
    large = load_plan(path)
    for number in range(40):
        large = with_snapshot(large, str(number), TODAY)
    save_plan(path, large)
    before = path.read_bytes()
    desk = start(path)
    limit, most = 50_000, resource.getrlimit(resource.RLIMIT_FSIZE)
    assert len(before) > limit
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most[1]))
    try:
        add_loan(qtbot, desk)
        remark = "⚠ 改动没能自动留存：文件超过了这里允许的大小。计划还在窗口里，请先存到别处；这里会一直再试。"
        qtbot.waitUntil(lambda: said(desk) == [remark])
        message = "没能存到 a.jiehua：文件超过了这里允许的大小。计划还在窗口里，可以另存到别处。"
        lift = [lambda: resource.setrlimit(resource.RLIMIT_FSIZE, most)]
        saved_elsewhere(qtbot, desk, answer, elsewhere, message, *lift)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert path.read_bytes() == before
    assert names(path.parent) == ["a.jiehua"]
    qtbot.waitUntil(lambda: said(desk) == [])


# --- places that can't be written to ----------------------------------------------------------------------------------


def read_only(qtbot, start, path, answer, elsewhere, message):
    before = path.read_bytes()
    desk = start(path)
    assert said(desk) == []
    add_loan(qtbot, desk)
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan]
    saved_elsewhere(qtbot, desk, answer, elsewhere, message)
    assert path.read_bytes() == before
    assert names(path.parent) == ["a.jiehua"]


def test_a_disk_that_can_only_be_read_says_so(qtbot, disk, start, answer, elsewhere):
    path = a_file(disk.path)
    disk.lock()
    message = "没能存到 a.jiehua：这个位置只能读，不能写。计划还在窗口里，可以另存到别处。"
    read_only(qtbot, start, path, answer, elsewhere, message)


@bound
def test_a_folder_that_can_only_be_read_says_so(qtbot, start, answer, elsewhere, tmp_path):
    path = a_file(tmp_path / "计划")
    path.parent.chmod(0o500)
    message = "没能存到 a.jiehua：没有权限。计划还在窗口里，可以另存到别处。"
    read_only(qtbot, start, path, answer, elsewhere, message)
    path.parent.chmod(0o700)


@bound
def test_a_file_that_can_only_be_read_is_not_replaced(qtbot, start, answer, elsewhere, tmp_path):
    path = a_file(tmp_path / "计划")
    path.chmod(0o400)
    desk = start(path)
    before = path.read_bytes()
    add_loan(qtbot, desk)
    saved_elsewhere(qtbot, desk, answer, elsewhere, "没能存到 a.jiehua：没有权限。计划还在窗口里，可以另存到别处。")
    assert path.read_bytes() == before


def test_a_disk_that_is_locked_halfway_says_so_and_goes_on_once_it_is_not(qtbot, disk, start, answer):
    path = a_file(disk.path)
    desk = start(path)
    add_loan(qtbot, desk)
    keys(qtbot, desk, Qt.Key.Key_S)
    before = path.read_bytes()
    add_loan(qtbot, desk)
    disk.lock()
    desk.keeper.look_at_disk()
    asked = in_turn(answer, press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == ["没能存到 a.jiehua：这个位置只能读，不能写。计划还在窗口里，可以另存到别处。"]
    assert path.read_bytes() == before
    disk.unlock()
    keys(qtbot, desk, Qt.Key.Key_S)
    assert len(load_plan(path).loans) == 2
    assert said(desk) == []


@bound
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_permission_that_is_lost_halfway_says_so_and_all_is_well_with_it(qtbot, start, answer, tmp_path, mode):
    """Also where the folder can't even be looked into."""
    path = a_file(tmp_path / "计划")
    desk = start(path)
    add_loan(qtbot, desk)
    path.parent.chmod(mode)
    desk.keeper.look_at_disk()
    asked = in_turn(answer, press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    path.parent.chmod(0o700)
    assert asked == ["没能存到 a.jiehua：没有权限。计划还在窗口里，可以另存到别处。"]
    assert load_plan(path) == a_plan()
    assert desk.store.unsaved
    desk.keeper.look_at_disk()
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert said(desk) == []


def test_a_folder_cannot_be_saved_to(qtbot, start, answer, elsewhere, tmp_path):
    desk = start()
    add_loan(qtbot, desk)
    folder = tmp_path / "计划" / "文件夹.jiehua"
    folder.mkdir(parents=True)
    (folder / "里面的").write_text("还在", encoding="utf-8")
    asked = in_turn(answer, press("存到别处…"), choose_file(elsewhere))
    assert desk.window.files.save_to(folder)
    assert asked[0] == "没能存到 文件夹.jiehua：这是一个文件夹。计划还在窗口里，可以另存到别处。"
    assert load_plan(elsewhere) == desk.store.plan
    assert names(folder) == ["里面的"]
    assert names(folder.parent) == ["文件夹.jiehua"]


def test_a_plan_file_that_became_a_folder_says_so(qtbot, start, answer, elsewhere, tmp_path):
    path = a_file(tmp_path / "计划")
    desk = start(path)
    add_loan(qtbot, desk)
    path.unlink()
    path.mkdir()
    desk.keeper.look_at_disk()
    message = "没能存到 a.jiehua：这是一个文件夹。计划还在窗口里，可以另存到别处。"
    saved_elsewhere(qtbot, desk, answer, elsewhere, message)


# --- sticks that are pulled out ---------------------------------------------------------------------------------------


def test_a_stick_that_is_pulled_out_takes_no_edit_along(qtbot, disk, start, answer, elsewhere):
    path = a_file(disk.path)
    desk = start(path)
    add_loan(qtbot, desk)
    disk.pull_out()
    add_loan(qtbot, desk)
    desk.keeper.look_at_disk()
    assert [len(draft.plan.loans) for draft in on_disk(qtbot, desk)] == [2]
    saved_elsewhere(qtbot, desk, answer, elsewhere, GONE)
    assert said(desk) == []


def test_a_folder_that_is_gone_takes_no_edit_along(qtbot, start, answer, elsewhere, tmp_path):
    path = a_file(tmp_path / "计划")
    desk = start(path)
    shutil.rmtree(path.parent)
    add_loan(qtbot, desk)
    desk.keeper.look_at_disk()
    assert [len(draft.plan.loans) for draft in on_disk(qtbot, desk)] == [1]
    saved_elsewhere(qtbot, desk, answer, elsewhere, GONE)
    assert not path.parent.exists()


def test_a_stick_that_comes_back_is_saved_to_as_if_nothing_had_been(qtbot, start, answer, tmp_path):
    path = a_file(tmp_path / "计划")
    away = tmp_path / "拔出来的"
    desk = start(path)
    path.parent.rename(away)
    add_loan(qtbot, desk)
    asked = in_turn(answer, press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == [GONE]
    assert desk.store.unsaved
    away.rename(path.parent)
    desk.keeper.look_at_disk()
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert said(desk) == []


def test_what_was_saved_on_a_stick_that_comes_back_counts_as_saved_again(qtbot, start, tmp_path):
    path = a_file(tmp_path / "计划")
    away = tmp_path / "拔出来的"
    desk = start(path)
    path.parent.rename(away)
    desk.keeper.look_at_disk()
    away.rename(path.parent)
    desk.keeper.look_at_disk()
    assert not desk.store.unsaved
    assert on_disk(qtbot, desk) == []


# --- names ------------------------------------------------------------------------------------------------------------

ENDING = len(".jiehua")


@pytest.mark.parametrize(
    "name",
    [
        "a" * (255 - ENDING),
        "借" * ((255 - ENDING) // 3),
        "💰" * ((255 - ENDING) // 4),
        "我的 还款 计划（2026 年）",
        "👩‍👩‍👧 家里 🏠",
        "🤷",
        " 前后有空格 ",
        ".藏起来的",
        "带'引号'和%20&#;的",
        "e\u0301 两种写法 \u00e9",
    ],
    ids=["255 bytes", "Chinese", "emoji", "spaces", "joined", "one sign", "at the ends", "hidden", "signs", "accents"],
)
def test_a_plan_keeps_under_whatever_name_a_disk_takes(qtbot, start, answer, tmp_path, name):
    """Saved by the dialog, with lock, draft and backups; found again after a kill, and opened by the next start."""
    path = tmp_path / "计划" / f"{name}.jiehua"
    path.parent.mkdir()
    desk = start()
    add_loan(qtbot, desk)
    answer(choose_file(path))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert desk.window.topbar.state.text().startswith(f"已存在 {name}.jiehua · ")
    add_loan(qtbot, desk)
    kill(desk)
    again = start()
    assert again.store.path == path
    assert len(again.store.plan.loans) == 2
    assert said(again) == [FOUND]
    keys(qtbot, again, Qt.Key.Key_S)
    assert len(backups_of(again.keeper.backups, path)) == 2
    assert again.window.close()
    assert names(path.parent) == [path.name]
    last = start()
    assert last.store.plan == again.store.plan
    assert last.store.path == path


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_text_is_shown_as_far_as_it_goes(qtbot, start, tmp_path):
    """As it comes from an old system; the plan is found again, though not its file."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xb4\xf3.jiehua"))
    try:
        save_plan(path, a_plan())
    except OSError:
        pytest.skip("needs a disk whose names are bytes")
    desk = start(path)
    assert desk.window.topbar.state.text().startswith("已存在 ??.jiehua · ")
    add_loan(qtbot, desk)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    add_loan(qtbot, desk)
    kill(desk)
    again = start()
    assert len(again.store.plan.loans) == 2
    assert again.store.unsaved


@pytest.mark.parametrize(
    ("name", "why"), [("借" * 83, "文件名太长"), ("a\0b", "这里不能用这个文件名")], ids=["too long", "NUL"]
)
def test_a_name_that_no_disk_takes_says_so(qtbot, start, answer, elsewhere, tmp_path, name, why):
    desk = start()
    add_loan(qtbot, desk)
    folder = tmp_path / "计划"
    folder.mkdir()
    asked = in_turn(answer, press("存到别处…"), choose_file(elsewhere))
    assert desk.window.files.save_to(folder / f"{name}.jiehua")
    assert asked[0] == f"没能存到 {name}.jiehua：{why}。计划还在窗口里，可以另存到别处。"
    assert load_plan(elsewhere) == desk.store.plan
    assert names(folder) == []


@pytest.mark.parametrize("name", ["a\0b.jiehua", "借" * 83 + ".jiehua"], ids=["NUL", "too long"])
def test_a_name_that_no_disk_takes_cannot_be_opened_and_the_plan_stays(qtbot, start, tmp_path, name):
    desk = start()
    add_loan(qtbot, desk)
    plan = desk.store.plan
    assert not desk.window.files.open(tmp_path / name)
    assert said(desk)[0].startswith(f"⚠ 打不开 {name}：")
    assert desk.store.plan == plan
    assert desk.store.unsaved


@pytest.mark.skipif(os.name != "posix", reason="symbolic links are everybody's on POSIX only")
def test_a_link_that_leads_to_itself_cannot_be_saved_to(qtbot, start, answer, elsewhere, tmp_path):
    ring = tmp_path / "a.jiehua"
    ring.symlink_to(ring)
    desk = start()
    add_loan(qtbot, desk)
    asked = in_turn(answer, press("存到别处…"), choose_file(elsewhere))
    assert desk.window.files.save_to(ring)
    assert asked[0].startswith("没能存到 a.jiehua：")
    assert load_plan(elsewhere) == desk.store.plan


def test_a_plan_with_a_name_for_no_file_is_proposed_a_name_that_can_be(qtbot, start, answer, tmp_path):
    desk = start()
    desk.window.settings.last_folder = tmp_path
    rename(qtbot, desk, 'a/b\\c:d*?"<e>|.')
    proposed = []

    def look(dialog):
        proposed.extend(dialog.selectedFiles())
        dialog.reject()

    in_turn(answer, look)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert [Path(each).name for each in proposed] == ["a_b_c_d____e__.jiehua"]


def latin(text: str) -> str:
    """Return what is no Chinese in a text, as the system's own words would be."""
    return "".join(letter for letter in text if letter.isascii() and letter.isalpha())


# --- the program's own folder -----------------------------------------------------------------------------------------


def not_kept(why: str) -> str:
    return f"⚠ 改动没能自动留存：{why}。计划还在窗口里，请先存到别处；这里会一直再试。"


@pytest.fixture
def soon(monkeypatch) -> None:
    """What the disk refused is tried again sooner than a test would wait."""
    monkeypatch.setattr("jiebei_desktop.ui.drafting._TRY_AGAIN", 20)


def comes_back(qtbot, desk, why, make_well):
    """Edit where no draft can be written, and again where it can."""
    add_loan(qtbot, desk)
    qtbot.waitUntil(lambda: said(desk) == [not_kept(why)])
    assert not desk.keeper.all_kept
    assert desk.window.topbar.state.text().startswith("有未保存的改动 · ")
    assert desk.window.notice.button(Act.SAVE_AS).isVisible()
    make_well()
    qtbot.waitUntil(lambda: said(desk) == [])
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan]
    assert desk.window.topbar.state.text().startswith("有未保存的改动（已自动留存） · ")


def test_drafts_that_find_no_room_are_told_and_come_back_by_themselves(qtbot, drafts_disk, start, soon):
    desk = start()
    drafts_disk.fill()
    comes_back(qtbot, desk, "磁盘满了", drafts_disk.free)


def test_drafts_on_a_disk_that_can_only_be_read_are_told_and_come_back(qtbot, drafts_disk, start, soon):
    desk = start()
    drafts_disk.lock()
    comes_back(qtbot, desk, "这个位置只能读，不能写", drafts_disk.unlock)


@bound
def test_drafts_in_a_folder_that_can_only_be_read_are_told_and_come_back(qtbot, start, soon, settings):
    folder = settings.data_folder / "drafts"
    folder.mkdir(mode=0o500)
    comes_back(qtbot, start(), "没有权限", lambda: folder.chmod(0o700))


def test_the_draft_of_before_stays_where_a_new_one_finds_no_room(qtbot, drafts_disk, start, settings):
    desk = start()
    add_loan(qtbot, desk)
    [kept] = on_disk(qtbot, desk)
    drafts_disk.fill()
    add_loan(qtbot, desk)
    qtbot.waitUntil(lambda: said(desk) == [not_kept("磁盘满了")])
    assert drafts(settings) == [kept]
    assert len(names(drafts_disk.path)) == 3, "the draft, what holds it, and the filler"


def test_a_remark_that_drafts_are_not_kept_offers_to_save_elsewhere(qtbot, drafts_disk, start, soon, answer, elsewhere):
    desk = start()
    drafts_disk.fill()
    add_loan(qtbot, desk)
    qtbot.waitUntil(lambda: said(desk) == [not_kept("磁盘满了")])
    answer(choose_file(elsewhere))
    click(qtbot, desk, Act.SAVE_AS)
    assert load_plan(elsewhere) == desk.store.plan
    assert not desk.store.unsaved
    qtbot.waitUntil(lambda: said(desk) == [])  # there is nothing to be kept any more


def test_a_draft_that_cannot_be_taken_away_is_once_it_can(qtbot, drafts_disk, start, soon, tmp_path, settings):
    path = a_file(tmp_path / "计划")
    desk = start(path)
    add_loan(qtbot, desk)
    assert len(on_disk(qtbot, desk)) == 1
    drafts_disk.lock()
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    drafts_disk.unlock()
    qtbot.waitUntil(lambda: drafts(settings) == [])
    qtbot.waitUntil(lambda: said(desk) == [])


def test_a_folder_for_drafts_that_somebody_tidied_away_is_made_again(qtbot, start, soon, settings):
    desk = start()
    add_loan(qtbot, desk)
    assert len(on_disk(qtbot, desk)) == 1
    shutil.rmtree(settings.data_folder / "drafts")
    add_loan(qtbot, desk)
    qtbot.waitUntil(lambda: [len(draft.plan.loans) for draft in drafts(settings)] == [2])
    qtbot.waitUntil(lambda: said(desk) == [])


def test_a_place_for_drafts_that_is_taken_says_so_in_chinese(qtbot, start, settings, answer, elsewhere):
    (settings.data_folder / "drafts").write_text("no folder", encoding="utf-8")
    desk = start()
    add_loan(qtbot, desk)
    qtbot.waitUntil(lambda: said(desk) != [])
    assert said(desk)[0].startswith("⚠ 改动没能自动留存：")
    assert not latin(said(desk)[0])
    answer(choose_file(elsewhere))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(elsewhere) == desk.store.plan


def test_a_backup_that_finds_no_room_is_told_and_the_plan_is_saved(qtbot, start, settings, tmp_path):
    path = a_file(tmp_path / "计划")
    (settings.data_folder / "backups").write_text("no folder", encoding="utf-8")
    desk = start(path)
    add_loan(qtbot, desk)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert not desk.store.unsaved
    assert said(desk)[0].startswith("⚠ 计划已存好，但没能留备份：")
    assert not latin(said(desk)[0])
    click(qtbot, desk, Act.HEARD)
    assert said(desk) == []


def test_backups_on_a_full_disk_are_told_and_the_old_ones_stay(qtbot, start, settings, tmp_path):
    made = a_disk(settings.data_folder / "backups")
    disk = next(made)
    try:
        path = a_file(tmp_path / "计划")
        desk = start(path)
        keys(qtbot, desk, Qt.Key.Key_S)
        [old] = backups_of(desk.keeper.backups, path)
        content = old.path.read_bytes()
        disk.fill()
        add_loan(qtbot, desk)
        keys(qtbot, desk, Qt.Key.Key_S)
        assert load_plan(path) == desk.store.plan
        assert said(desk) == ["⚠ 计划已存好，但没能留备份：磁盘满了。"]
        assert [each.path.read_bytes() for each in backups_of(desk.keeper.backups, path)] == [content]
        disk.free()
        add_loan(qtbot, desk)
        keys(qtbot, desk, Qt.Key.Key_S)
        assert said(desk) == []
        assert len(backups_of(desk.keeper.backups, path)) == 2
    finally:
        next(made, None)


def test_backups_are_in_order_after_the_clock_was_set_back(qtbot, start, answer, tmp_path):
    """Those of before say that they are of a day to come; the last one made is the newest all the same."""
    path = a_file(tmp_path / "计划")
    desk = start(path)
    rename(qtbot, desk, "钟拨回去之前")
    keys(qtbot, desk, Qt.Key.Key_S)
    [before] = backups_of(desk.keeper.backups, path)
    before.path.rename(before.path.with_name("000001 2099-12-31 235959.jiehua"))
    rename(qtbot, desk, "钟拨回去之后")
    keys(qtbot, desk, Qt.Key.Key_S)
    found = backups_of(desk.keeper.backups, path)
    assert [load_plan(each.path).name for each in found] == ["钟拨回去之后", "钟拨回去之前"]
    assert [each.number for each in found] == [2, 1]
    listed = []

    def look(dialog):
        listed.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        dialog.reject()

    in_turn(answer, look)
    desk.window.action("backups").trigger()
    assert listed[1] == "2099-12-31 23:59:59"
    assert listed[0] < listed[1]


def test_drafts_after_the_clock_was_set_back_are_all_there(qtbot, start, settings, tmp_path):
    path = a_file(tmp_path / "计划")
    first, second = start(), start(path)
    rename(qtbot, first, "钟拨回去之前")
    rename(qtbot, second, "钟拨回去之后")
    on_disk(qtbot, first)
    on_disk(qtbot, second)
    for draft in (settings.data_folder / "drafts").glob("*.draft"):
        if json.loads(draft.read_bytes())["plan"]["name"] == "钟拨回去之前":
            os.utime(draft, (4_000_000_000, 4_000_000_000))
    kill(first)
    kill(second)
    again = start()
    assert again.store.plan.name == "钟拨回去之前"
    assert said(again)[-1] == "还有 1 份没保存的改动，是别的窗口留下的。"


# --- what is written besides the plan ---------------------------------------------------------------------------------


def test_an_anonymous_copy_that_cannot_be_written_says_why_in_chinese(qtbot, start, answer, tmp_path):
    desk = start()
    add_loan(qtbot, desk)
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull_out(dialog):
        dialog.selectFile(str(stick / "b.jiehua"))
        stick.rmdir()
        dialog.accept()

    answer(pull_out)
    desk.window.action("anonymous").trigger()
    why = "没能写到 b.jiehua：文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）。"
    assert said(desk) == [f"⚠ {why}计划没有动，换个地方再存一次就行。"]


def test_saving_over_another_file_keeps_what_was_in_it(qtbot, start, answer, tmp_path):
    path = a_file(tmp_path / "计划")
    desk = start()
    rename(qtbot, desk, "新的")
    in_turn(answer, choose_file(path), say_yes)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path).name == "新的"
    assert [load_plan(each.path).name for each in backups_of(desk.keeper.backups, path)] == ["新的", "家里的计划"]


def test_closing_where_saving_fails_leaves_the_window_open(qtbot, start, answer, tmp_path):
    path = a_file(tmp_path / "计划")
    desk = start(path)
    add_loan(qtbot, desk)
    shutil.rmtree(path.parent)
    asked = in_turn(answer, press("保存"), press("取消"))
    assert not desk.window.close()
    assert asked == ["“家里的计划”有还没保存的改动。", GONE]
    assert desk.window.isVisible()
    activate(qtbot, desk)
    save_as = [button for button in desk.window.findChildren(QPushButton) if button.text() == "另存为…"]
    assert save_as == [], "there is no remark that would offer it"
    assert desk.window.rect().contains(QPoint(5, 5))
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan]
