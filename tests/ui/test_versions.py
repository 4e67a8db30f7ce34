"""Snapshots and backups: kept, compared with the plan as it is, gone back to; by clicks and by keys alone."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from jiebei_desktop.files.backups import backups_of
from jiebei_desktop.files.drafts import left_behind
from jiebei_desktop.files.plan_file import load_plan, plan_content, save_plan
from jiebei_desktop.files.sealed import Secret
from jiebei_desktop.planning.document import Snapshot
from jiebei_desktop.planning.snapshots import with_snapshot
from jiebei_desktop.ui.backups_dialog import BackupsDialog
from jiebei_desktop.ui.password_dialog import AskPassword
from jiebei_desktop.ui.snapshots_dialog import SnapshotsDialog
from jiebei_desktop.ui.versions_dialog import VersionsDialog
from tests.conftest import TODAY
from tests.ui.conftest import press, type_over
from tests.ui.desks import PASSWORD, a_plan, in_turn, nobody_waits

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _answered(qapp):
    with nobody_waits() as unanswered:
        yield
    assert unanswered == []


def items(dialog: VersionsDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def rows(dialog: VersionsDialog) -> list[list[str]]:
    """Return what the table shows; nothing where it is out of sight."""
    if not dialog.table.isVisible():
        return []
    model = dialog.table.model()
    return [[model.index(row, place).data() for place in range(model.columnCount())] for row in range(model.rowCount())]


def header(dialog: VersionsDialog) -> list[str]:
    model = dialog.table.model()
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def back_to(qtbot, window) -> None:
    """Go back to the window after a dialog: without a window manager nobody does."""

    def active() -> bool:
        window.activateWindow()
        return window.isActiveWindow()

    qtbot.waitUntil(active)


def in_dialog(qtbot, window, answer, kind, how, *acts) -> list[str]:
    """Open a dialog as `how` says, and do something in it."""

    def first(dialog):
        assert isinstance(dialog, kind)
        acts[0](dialog)
        if dialog.isVisible():
            dialog.reject()

    back_to(qtbot, window)
    said = in_turn(answer, first, *acts[1:])
    how()
    back_to(qtbot, window)
    return said


def snapshots(qtbot, window, answer, *acts) -> list[str]:
    return in_dialog(
        qtbot, window, answer, SnapshotsDialog, lambda: qtbot.keyClick(window, Qt.Key.Key_K, CONTROL | SHIFT), *acts
    )


def backups(qtbot, window, answer, *acts) -> list[str]:
    return in_dialog(qtbot, window, answer, BackupsDialog, window.action("backups").trigger, *acts)


def tab_to(qtbot, dialog: QDialog, widget) -> None:
    """Press the tab key until the focus is on a widget."""
    for _ in range(12):
        if dialog.focusWidget() is widget:
            return
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
    raise AssertionError(f"the tab key does not come to {widget.accessibleName() or widget.text()}")


def add_loan(window) -> None:
    window.action("loan").trigger()


@pytest.fixture
def kept(store) -> None:
    """Two snapshots: one without a loan, and a newer one with one."""
    store.edit("留快照", with_snapshot(store.plan, "什么都没借", TODAY))
    store.edit("借", store.plan.with_loan(load_plan(OLD).loans[0]))
    store.edit("留快照", with_snapshot(store.plan, "借了一笔", TODAY))


OLD = Path(__file__).parents[1] / "data" / "plans" / "first.jiehua"


# --- snapshots --------------------------------------------------------------------------------------------------------


def test_a_snapshot_is_added_by_the_enter_key_and_by_the_button(qtbot, window, store, answer):
    def add(dialog):
        assert items(dialog) == []
        assert dialog.about.text() == "还没有快照。试大的改动之前留一个，随时能对比、能回来。"
        assert not dialog.restore.isEnabled()
        assert not dialog.delete.isEnabled()
        type_over(qtbot, dialog.name.editor, "协商之前")
        qtbot.keyClick(dialog.name.editor, Qt.Key.Key_Return)
        assert items(dialog) == ["协商之前\n2026-11-24"]
        assert dialog.isVisible()
        assert dialog.name.text() == ""
        type_over(qtbot, dialog.name.editor, "  after  ")
        qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
        assert items(dialog) == ["after\n2026-11-24", "协商之前\n2026-11-24"]
        assert dialog.list.currentRow() == 0
        assert dialog.about.text() == "没有借款。和现在完全一样。"
        assert dialog.delete.isEnabled()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    assert snapshots(qtbot, window, answer, add) == ["快照"]
    assert [snapshot.name for snapshot in store.plan.snapshots] == ["after", "协商之前"]
    assert store.undo_stack.undoText() == "留快照“after”"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan.snapshots == ()
    assert not store.unsaved


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("借了一笔", "⚠ 已经有一个叫这个名字的快照"),
        (" 借了一笔 ", "⚠ 已经有一个叫这个名字的快照"),
        ("", "⚠ 不能是空的"),
        ("  ", "⚠ 不能是空的"),
        ("长" * 61, "⚠ 太长了"),
    ],
    ids=["taken", "taken but for spaces", "none", "spaces", "too long"],
)
def test_a_name_that_cannot_be_is_told_at_its_field(qtbot, window, store, answer, kept, name, message):
    before = store.plan

    def add(dialog):
        type_over(qtbot, dialog.name.editor, name)
        qtbot.keyClick(dialog.name.editor, Qt.Key.Key_Return)
        assert dialog.name.message.text() == message
        assert dialog.name.message.isVisible()
        assert dialog.name.editor.accessibleDescription() == message.removeprefix("⚠ ")
        assert dialog.name.text() == name
        assert len(items(dialog)) == 2
        type_over(qtbot, dialog.name.editor, "别的名字")
        qtbot.keyClick(dialog.name.editor, Qt.Key.Key_Return)
        assert not dialog.name.message.isVisible()
        assert len(items(dialog)) == 3

    snapshots(qtbot, window, answer, add)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan == before


def test_only_what_is_different_is_compared_until_all_is_wanted(qtbot, window, store, answer, kept):
    def compare(dialog):
        assert items(dialog) == ["借了一笔\n2026-11-24", "什么都没借\n2026-11-24"]
        assert dialog.about.text() == "1 笔借款，共借 12,000.00 元，还欠本金 0.00 元。和现在完全一样。"
        assert rows(dialog) == []
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.about.text() == "没有借款。和现在有 3 处不一样。"
        assert header(dialog) == ["", "留快照时", "现在"]
        shown = rows(dialog)
        assert shown == [
            ["借款", "0 笔", "1 笔"],
            ["利息和手续费，全部借款", "0.00 元", "455.47 元"],
            ["借呗 5 期", "—", "借呗，12,000.00 元，5 期，每月等额 · 年利率 15%"],
        ]
        qtbot.mouseClick(dialog.all, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.all.height() // 2))
        every = rows(dialog)
        assert ["计划的名字", "我的还款计划", "我的还款计划"] in every
        assert [row for row in every if row[1] != row[2]] == shown
        qtbot.mouseClick(dialog.all, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.all.height() // 2))
        assert rows(dialog) == shown

    snapshots(qtbot, window, answer, compare)


def test_going_back_to_a_snapshot_is_a_step_and_loses_no_snapshot(qtbot, window, store, answer, kept):
    before = store.plan

    def go_back(dialog):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
        assert not dialog.isVisible()

    snapshots(qtbot, window, answer, go_back)
    assert store.plan.loans == ()
    assert [snapshot.name for snapshot in store.plan.snapshots] == ["借了一笔", "什么都没借"]
    assert store.undo_stack.undoText() == "回到快照“什么都没借”"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan == before
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert store.plan.loans == ()


def test_a_snapshot_is_deleted_and_comes_back_by_undoing(qtbot, window, store, answer, kept):
    before = store.plan

    def delete(dialog):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        assert items(dialog) == ["借了一笔\n2026-11-24"]
        assert dialog.list.currentRow() == 0
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        assert items(dialog) == []
        assert not dialog.restore.isEnabled()
        assert not dialog.delete.isEnabled()
        assert rows(dialog) == []

    snapshots(qtbot, window, answer, delete)
    assert store.plan.snapshots == ()
    assert store.undo_stack.undoText() == "删除快照“借了一笔”"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ({}, "这个快照读不了：里面没有还款计划"),
        ({"format": "jiehua-plan", "schema_version": 2}, "这个快照读不了：name 必须填写"),
        (
            {"format": "jiehua-plan", "schema_version": 99, "loans": "in another way"},
            "坏了的 是更新版本的程序存的（格式 99，这里认得到 3），请升级后再打开。",
        ),
    ],
    ids=["no plan", "damaged", "newer"],
)
def test_a_snapshot_that_cannot_be_read_says_so_and_can_be_deleted(qtbot, window, store, answer, content, why):
    broken = Snapshot(name="坏了的", made=TODAY, content=content)
    store.edit("坏", store.plan.model_copy(update={"snapshots": (broken,)}))

    def look(dialog):
        assert dialog.about.text() == why
        assert not dialog.restore.isEnabled()
        assert rows(dialog) == []
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)
        assert items(dialog) == []

    snapshots(qtbot, window, answer, look)
    assert store.plan.snapshots == ()


def test_snapshots_go_by_keys_alone(qtbot, window, store, answer, kept):
    def by_keys(dialog):
        tab_to(qtbot, dialog, dialog.name.editor)
        qtbot.keyClicks(dialog.name.editor, "third")
        tab_to(qtbot, dialog, dialog.add)
        qtbot.keyClick(dialog.add, Qt.Key.Key_Space)
        assert items(dialog)[0] == "third\n2026-11-24"
        tab_to(qtbot, dialog, dialog.list)
        qtbot.keyClick(dialog.list, Qt.Key.Key_End)
        assert dialog.list.currentRow() == 2
        tab_to(qtbot, dialog, dialog.all)
        qtbot.keyClick(dialog.all, Qt.Key.Key_Space)
        assert ["计划的名字", "我的还款计划", "我的还款计划"] in rows(dialog)
        tab_to(qtbot, dialog, dialog.delete)
        tab_to(qtbot, dialog, dialog.restore)
        qtbot.keyClick(dialog.restore, Qt.Key.Key_Space)
        assert not dialog.isVisible()

    snapshots(qtbot, window, answer, by_keys)
    assert store.undo_stack.undoText() == "回到快照“什么都没借”"
    assert len(store.plan.snapshots) == 3


def test_what_is_said_of_a_snapshot_is_of_the_plan_at_that_moment(qtbot, window, keeper, store, answer, tmp_path):
    """Others may save to the file while the dialog is there: the list must not be that of the plan before."""
    path = tmp_path / "a.jiehua"
    store.edit("留快照", with_snapshot(store.plan, "旧的", TODAY))
    keeper.save(path)
    theirs = with_snapshot(store.plan, "那边留的", TODAY)

    def delete_the_old_one(dialog):
        save_plan(path, theirs)
        keeper.look_at_disk()
        if items(dialog) == ["旧的\n2026-11-24"]:
            dialog.list.setCurrentRow(0)
        else:
            dialog.list.setCurrentRow(1)
        qtbot.mouseClick(dialog.delete, Qt.MouseButton.LeftButton)

    snapshots(qtbot, window, answer, delete_the_old_one)
    assert [snapshot.name for snapshot in store.plan.snapshots] == ["那边留的"]


# --- backups ----------------------------------------------------------------------------------------------------------

WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


@pytest.fixture
def path(window, keeper, store, tmp_path) -> Path:
    """A file that was saved three times, with a loan more each time."""
    found = tmp_path / "a.jiehua"
    keeper.save(found)
    for _ in range(2):
        add_loan(window)
        keeper.save(found)
    return found


def test_backups_are_listed_the_newest_first_and_compared(qtbot, window, answer, path):
    def look(dialog):
        assert dialog.file.currentText() == "a.jiehua"
        assert len(items(dialog)) == 3
        assert all(WHEN.fullmatch(item) for item in items(dialog))
        assert items(dialog) == sorted(items(dialog), reverse=True)
        assert dialog.about.text().endswith("。和现在完全一样。")
        assert not dialog.unlock.isVisible()
        qtbot.keyClick(dialog.list, Qt.Key.Key_End)
        assert header(dialog) == ["", "备份时", "现在"]
        assert ["借款", "0 笔", "2 笔"] in rows(dialog)
        assert dialog.about.text().startswith("没有借款。和现在有 ")
        assert dialog.restore.text() == "换回这一份"

    assert backups(qtbot, window, answer, look) == ["备份"]


def test_a_backup_of_the_plans_own_file_comes_back_as_a_step(qtbot, window, store, answer, path):
    before = store.plan

    def restore(dialog):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    backups(qtbot, window, answer, restore)
    assert len(store.plan.loans) == 1
    assert store.undo_stack.undoText() == "换回备份"
    assert store.path == path
    assert store.unsaved
    assert len(load_plan(path).loans) == 2, "the file changes when it is saved, and not before"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan == before
    assert not store.unsaved
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL)
    assert len(load_plan(path).loans) == 1


@pytest.fixture
def other(qtbot, window, keeper, store, path, tmp_path) -> Path:
    """Another file, saved once, is what the window works on now."""
    found = tmp_path / "b.jiehua"
    keeper.begin(a_plan("另一份"))
    keeper.save(found)
    return found


def test_a_backup_of_another_file_opens_as_a_plan_that_is_not_saved(qtbot, window, keeper, store, answer, other, path):
    def open_it(dialog):
        assert [dialog.file.itemText(place) for place in range(dialog.file.count())] == ["b.jiehua", "a.jiehua"]
        assert dialog.file.itemData(1, Qt.ItemDataRole.ToolTipRole) == str(path.parent)
        assert len(items(dialog)) == 1
        dialog.file.setFocus()
        qtbot.keyClick(dialog.file, Qt.Key.Key_Down)
        assert dialog.file.currentText() == "a.jiehua"
        assert len(items(dialog)) == 3
        assert dialog.restore.text() == "打开这一份"
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    backups(qtbot, window, answer, open_it)
    assert len(store.plan.loans) == 2
    assert store.path is None
    assert store.unsaved
    assert not store.undo_stack.canUndo()
    qtbot.waitUntil(lambda: keeper.all_kept)
    assert "（已自动留存）" in window.topbar.state.text()
    assert load_plan(other).name == "另一份"
    asked = answer(press("取消"))
    assert not window.close()
    assert asked == ["“我的还款计划”有还没保存的改动。"]


def test_what_is_not_saved_is_asked_about_before_another_files_backup_opens(qtbot, window, store, answer, other):
    add_loan(window)
    before = store.plan

    def open_it(dialog):
        dialog.file.setCurrentIndex(1)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    asked = backups(qtbot, window, answer, open_it, press("取消"))
    assert asked == ["备份", "“另一份”有还没保存的改动。"]
    assert store.plan == before
    assert store.path == other


def test_backups_of_a_file_that_is_gone_are_still_there(qtbot, window, store, answer, other, path):
    path.unlink()

    def open_it(dialog):
        dialog.file.setCurrentIndex(1)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    backups(qtbot, window, answer, open_it)
    assert len(store.plan.loans) == 2


def test_a_plan_that_was_never_saved_has_no_backups(qtbot, window, answer):
    def look(dialog):
        assert dialog.file.count() == 0
        assert items(dialog) == []
        assert dialog.about.text() == "还没有备份：第一次保存就会有。"
        assert not dialog.restore.isEnabled()
        assert not dialog.unlock.isVisible()
        assert rows(dialog) == []

    backups(qtbot, window, answer, look)


def test_a_backup_that_is_damaged_says_so_and_the_others_can_be_had(qtbot, window, keeper, store, answer, path):
    newest, second, _ = backups_of(keeper.backups, path)
    newest.path.write_bytes(b"{")

    def look(dialog):
        assert "文件不完整，后面的内容没有了" in dialog.about.text()
        assert not dialog.restore.isEnabled()
        assert not dialog.unlock.isVisible()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        assert dialog.restore.isEnabled()
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    backups(qtbot, window, answer, look)
    assert store.plan == load_plan(second.path)


@pytest.fixture
def sealed(keeper, other, path) -> Secret:
    """The other file's backups are under a password."""
    secret = Secret(PASSWORD)
    for number, backup in enumerate(backups_of(keeper.backups, path)):
        backup.path.write_bytes(plan_content(a_plan(f"绝密 {number}"), secret))
    return secret


def give(qtbot, *passwords):
    """Type one password after the other and press the enter key; the last one may be the right one."""

    def act(dialog):
        assert isinstance(dialog, AskPassword)
        for place, password in enumerate(passwords):
            type_over(qtbot, dialog.password.editor, password)
            qtbot.keyClick(dialog.password.editor, Qt.Key.Key_Return)
            if place < len(passwords) - 1:
                assert dialog.password.message.text() == "⚠ 密码不对。"
                assert isinstance(dialog.password.editor, QLineEdit)
                assert dialog.password.editor.selectedText() != ""
        if dialog.isVisible():
            dialog.reject()

    return act


def test_a_backup_under_a_password_asks_for_it(qtbot, window, keeper, store, answer, sealed, tmp_path):
    def unlock(dialog):
        dialog.file.setCurrentIndex(1)
        assert dialog.about.text().endswith(" 有密码。")
        assert not dialog.restore.isEnabled()
        assert dialog.unlock.isVisible()
        assert dialog.unlock.text() == "输入密码…"
        asked = in_turn(answer, give(qtbot, "not the one", PASSWORD))
        qtbot.mouseClick(dialog.unlock, Qt.MouseButton.LeftButton)
        assert asked == ["打开有密码的计划"]
        assert ["计划的名字", "绝密 0", "另一份"] in rows(dialog)
        assert not dialog.unlock.isVisible()
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    backups(qtbot, window, answer, unlock)
    assert store.plan.name == "绝密 0"
    assert store.unsaved
    assert keeper.wait()
    leaks = [
        path.relative_to(tmp_path)
        for path in tmp_path.rglob("*")
        if path.is_file() and ("绝密".encode() in path.read_bytes() or b"\\u7edd\\u5bc6" in path.read_bytes())
    ]
    assert leaks == [], "what was under a password must not come to the disk without one"


def test_a_backup_whose_password_is_not_known_stays_closed(qtbot, window, store, answer, sealed):
    def look(dialog):
        dialog.file.setCurrentIndex(1)
        in_turn(answer, give(qtbot, "not the one", "nor this one"))
        qtbot.mouseClick(dialog.unlock, Qt.MouseButton.LeftButton)
        assert not dialog.restore.isEnabled()
        assert dialog.unlock.isVisible()
        dialog.file.setCurrentIndex(0)
        assert not dialog.unlock.isVisible()
        assert dialog.restore.isEnabled()

    backups(qtbot, window, answer, look)
    assert store.plan.name == "另一份"


def test_backups_go_by_keys_alone(qtbot, window, store, answer, other):
    def by_keys(dialog):
        tab_to(qtbot, dialog, dialog.file)
        qtbot.keyClick(dialog.file, Qt.Key.Key_Down)
        tab_to(qtbot, dialog, dialog.list)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        tab_to(qtbot, dialog, dialog.restore)
        qtbot.keyClick(dialog.restore, Qt.Key.Key_Space)
        assert not dialog.isVisible()

    backups(qtbot, window, answer, by_keys)
    assert len(store.plan.loans) == 1
    assert store.path is None


def test_a_restored_backup_that_is_not_saved_is_found_after_a_kill(qtbot, window, keeper, store, answer, path):
    def restore(dialog):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)

    backups(qtbot, window, answer, restore)
    assert keeper.wait()
    keeper.close()
    [draft] = left_behind(window.settings.data_folder / "drafts")
    found, _ = draft.read()
    draft.let_go()
    assert (found.plan, found.file) == (store.plan, path)
    assert json.loads(path.read_bytes())["loans"] != []
    assert QApplication.activeModalWidget() is None
