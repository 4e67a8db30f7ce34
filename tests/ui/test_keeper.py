"""What is not saved is never lost, and what others do to a file is seen: through the window, on real files."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop import text
from jiebei_desktop.files.backups import backups_of
from jiebei_desktop.files.drafts import Draft
from jiebei_desktop.files.plan_file import load_plan, plan_content, save_plan
from jiebei_desktop.files.plan_lock import lock_path
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.ui import app as app_module
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.left_behind import LeftBehind
from jiebei_desktop.ui.password_dialog import AskPassword
from jiebei_desktop.ui.remarks import Act
from tests.ui.conftest import choose_file, press, type_over
from tests.ui.desks import (
    CONTROL,
    FOUND,
    PASSWORD,
    a_plan,
    activate,
    add_loan,
    click,
    compared,
    drafts,
    in_turn,
    keys,
    kill,
    on_disk,
    rename,
    said,
    say_yes,
    watched,
)

CONFLICT = "⚠ 文件在别处改过，和这里的改动对不到一起。两边都还在：要用哪边？"
UNREADABLE = "⚠ 文件里现在的内容打不开了。计划还在窗口里，保存就会换掉它（它会留在备份里）。"
MACHINE = os.uname().nodename if os.name == "posix" else os.environ.get("COMPUTERNAME", "")
SINCE = r"\d{4}-\d\d-\d\d \d\d:\d\d"
ELSEWHERE = rf"⚠ 这份计划在别处打开着（小明，{re.escape(MACHINE)}，{SINCE} 起）。这里能看能试，存不回原来的文件。"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan file, and a folder that is not the program's own."""
    found = tmp_path / "计划" / "a.jiehua"
    found.parent.mkdir()
    save_plan(found, a_plan())
    return found


# --- each edit is on disk ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("named", [True, False])
def test_each_edit_is_on_disk_once_it_is_said_to_be_kept(qtbot, start, path, named):
    desk = start(path if named else None)
    base = desk.store.plan
    for letter in "abc":
        with qtbot.waitSignal(desk.keeper.kept, check_params_cb=lambda number: number == desk.keeper.given):
            qtbot.keyClicks(desk.window.topbar.name, letter)
        assert desk.store.plan.name.endswith(letter)
        assert drafts(desk.window.settings) == [Draft(desk.store.plan, base, path if named else None)]
        assert desk.window.topbar.state.text().startswith("有未保存的改动（已自动留存） · ")
    with qtbot.waitSignal(desk.keeper.kept, check_params_cb=lambda number: number == desk.keeper.given):
        keys(qtbot, desk, Qt.Key.Key_L)
    assert [len(draft.plan.loans) for draft in drafts(desk.window.settings)] == [1]
    assert not named or load_plan(path) == base


def test_what_waits_for_the_disk_is_not_said_to_be_kept(qtbot, start):
    desk = start()
    qtbot.keyClicks(desk.window.topbar.name, "a")
    assert not desk.keeper.all_kept
    assert desk.window.topbar.state.text().startswith("有未保存的改动 · ")
    qtbot.waitUntil(lambda: desk.window.topbar.state.text().startswith("有未保存的改动（已自动留存） · "))


def test_undoing_back_to_what_is_saved_takes_the_draft_away(qtbot, start, path):
    desk = start(path)
    add_loan(qtbot, desk)
    assert len(on_disk(qtbot, desk)) == 1
    keys(qtbot, desk, Qt.Key.Key_Z)
    assert on_disk(qtbot, desk) == []
    keys(qtbot, desk, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan]


def test_saving_takes_the_draft_away(qtbot, start, path):
    desk = start(path)
    add_loan(qtbot, desk)
    assert len(on_disk(qtbot, desk)) == 1
    keys(qtbot, desk, Qt.Key.Key_S)
    assert on_disk(qtbot, desk) == []
    assert load_plan(path) == desk.store.plan


@pytest.mark.parametrize("named", [True, False])
def test_edits_that_are_given_up_do_not_come_back(qtbot, start, path, answer, named):
    desk = start(path if named else None)
    before = desk.store.plan
    add_loan(qtbot, desk)
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    asked = answer(press("不保存"))
    assert desk.window.close()
    assert asked == [f"“{before.name}”有还没保存的改动。"]
    again = start()
    assert again.store.plan == before
    assert said(again) == []
    assert drafts(again.window.settings) == []


def test_a_plan_that_is_left_for_another_one_leaves_no_draft(qtbot, start, path, answer):
    desk = start(path)
    add_loan(qtbot, desk)
    answer(press("不保存"))
    keys(qtbot, desk, Qt.Key.Key_N)
    assert desk.store.path is None
    assert on_disk(qtbot, desk) == []


def test_edits_are_kept_by_the_window_of_another_look_too(qtbot, start, path):
    desk = start(path)
    add_loan(qtbot, desk)
    desk.window.topbar.choose_look("theme", ThemeChoice.DARK)
    QApplication.processEvents()
    desk.window.topbar.choose_look("theme", ThemeChoice.LIGHT)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the old windows go
    add_loan(qtbot, desk)
    assert [len(draft.plan.loans) for draft in on_disk(qtbot, desk)] == [2]
    assert desk.window.topbar.state.text().startswith("有未保存的改动（已自动留存） · ")


# --- a window that is gone without having been closed -----------------------------------------------------------------

LIFE = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.settings import Settings

app = application()
desk = Desk(app, Settings(Path(sys.argv[1])), Path(sys.argv[2]) if sys.argv[2:] else None)
desk.keeper.kept.connect(lambda number: number < desk.keeper.given or print("kept", len(desk.store.plan.loans)))
desk.show()
desk.window.action("loan").trigger()
QTest.keyClicks(desk.window.topbar.name, "!")
desk.window.action("loan").trigger()
app.exec()
"""


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
@pytest.mark.parametrize("named", [True, False])
def test_a_process_that_is_killed_loses_nothing(qtbot, start, settings, path, named, monkeypatch):
    """As long as it lives its file is its own, and its draft as well."""
    monkeypatch.setenv("USER", "小明")
    there = load_plan(path).name if named else "我的还款计划"
    settings.language = text.CHINESE
    settings._file.sync()
    arguments = [settings.data_folder / "settings.ini", *([path] if named else [])]
    command = [sys.executable, "-u", "-c", LIFE, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.stdout.readline() != "kept 2\n":
            assert process.poll() is None
        if named:
            meanwhile = start(path)
            assert re.fullmatch(ELSEWHERE, "\n".join(said(meanwhile)))
            assert meanwhile.window.close()
            assert lock_path(path).exists()
        process.send_signal(signal.SIGKILL)
    desk = start()
    assert QApplication.activeModalWidget() is None
    assert desk.store.plan.name == f"{there}!"
    assert len(desk.store.plan.loans) == 2
    assert desk.store.path == (path if named else None)
    assert desk.store.unsaved
    assert said(desk) == [FOUND]
    assert desk.window.windowTitle() == f"{there}![*] — 借花规划"
    assert desk.window.isWindowModified()
    if named:
        keys(qtbot, desk, Qt.Key.Key_S)
        assert load_plan(path) == desk.store.plan
        assert said(desk) == []
        assert on_disk(qtbot, desk) == []


def test_the_step_of_what_was_found_can_be_undone_to_what_the_file_holds(qtbot, start, path):
    desk = start(path)
    add_loan(qtbot, desk)
    found = desk.store.plan
    kill(desk)
    again = start()
    assert again.store.plan == found
    assert again.store.undo_stack.undoText() == "找回没保存的改动"
    click(qtbot, again, Act.UNDO)
    assert again.store.plan == load_plan(path)
    assert not again.store.unsaved
    assert said(again) == []
    assert on_disk(qtbot, again) == []
    keys(qtbot, again, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert again.store.plan == found
    assert [draft.plan for draft in on_disk(qtbot, again)] == [found]


def test_what_was_found_is_found_again_when_that_window_is_gone_too(qtbot, start, path):
    desk = start(path)
    add_loan(qtbot, desk)
    for _ in range(3):
        kill(desk)
        desk = start()
        assert said(desk) == [FOUND]
    assert len(desk.store.plan.loans) == 1
    assert len(on_disk(qtbot, desk)) == 1
    click(qtbot, desk, Act.HEARD)
    assert said(desk) == []
    assert desk.store.unsaved


def test_opening_the_file_brings_what_was_not_saved_of_it(qtbot, start, path, tmp_path):
    other = tmp_path / "b.jiehua"
    save_plan(other, a_plan("另一份"))
    desk = start(path)
    add_loan(qtbot, desk)
    kill(desk)
    again = start(other)
    assert again.store.plan.name == "另一份"
    assert said(again) == ["还有 1 份没保存的改动，是别的窗口留下的。"]
    assert again.window.files.open(path)
    assert len(again.store.plan.loans) == 1
    assert said(again) == [FOUND]


def test_edits_on_what_was_found_do_not_make_its_button_undo_them(qtbot, start, path):
    desk = start(path)
    add_loan(qtbot, desk)
    kill(desk)
    again = start()
    rename(qtbot, again, "新名字")
    if again.window.notice.button(Act.UNDO) is not None:
        click(qtbot, again, Act.UNDO)
    assert again.store.plan.name == "新名字"


def test_a_plan_without_a_file_that_was_never_saved_is_unsaved_when_it_is_found(qtbot, start, settings, answer):
    """It began as the state of another file, and nothing was changed in it: still it is in no file."""
    desk = start()
    desk.keeper.begin(a_plan("从备份里拿出来的"), saved=False)
    assert len(on_disk(qtbot, desk)) == 1
    kill(desk)
    again = start()
    assert again.store.plan.name == "从备份里拿出来的"
    assert again.store.unsaved
    assert len(on_disk(qtbot, again)) == 1
    asked = answer(press("取消"))
    assert not again.window.close()
    assert asked == ["“从备份里拿出来的”有还没保存的改动。"]


# --- drafts of several windows ----------------------------------------------------------------------------------------


@pytest.fixture
def two_left(qtbot, start, path, settings) -> tuple[Plan, Plan]:
    """Two windows are gone: the first one had an unnamed plan, the second one a file's."""
    first, second = start(), start(path)
    rename(qtbot, first, "没有文件的")
    rename(qtbot, second, "有文件的")
    assert on_disk(qtbot, first)
    assert len(on_disk(qtbot, second)) == 2
    for draft in (settings.data_folder / "drafts").glob("*.draft"):
        if json.loads(draft.read_bytes())["plan"]["name"] == "没有文件的":
            os.utime(draft, (1_000_000_000, 1_000_000_000))
    kill(first)
    kill(second)
    return first.store.plan, second.store.plan


def test_of_two_windows_drafts_the_newest_opens_and_the_other_is_offered(qtbot, start, two_left):
    desk = start()
    assert desk.store.plan == two_left[1]
    assert said(desk) == [FOUND, "还有 1 份没保存的改动，是别的窗口留下的。"]
    assert desk.window.notice.button(Act.SHOW_OTHERS).text() == "看看"


def shown_others(answer, seen: list[str], *acts):
    """Note what the list of drafts shows, and do something with it."""

    def look(dialog):
        assert isinstance(dialog, LeftBehind)
        seen.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        acts[0](dialog)

    return in_turn(answer, look, *acts[1:])


def test_the_other_draft_can_be_opened_and_what_is_there_is_asked_about(qtbot, start, two_left, answer, path):
    desk = start()
    seen = []
    titles = shown_others(answer, seen, press("打开"), press("保存"))
    click(qtbot, desk, Act.SHOW_OTHERS)
    assert titles == ["没保存的改动", "“有文件的”有还没保存的改动。"]
    assert re.fullmatch(r"没有文件的 · 还没有文件 · 2001-09-09 \d\d:\d\d", seen[0])
    assert len(seen) == 1
    assert desk.store.plan == two_left[0]
    assert desk.store.path is None
    assert desk.store.unsaved
    assert said(desk) == [FOUND]
    assert load_plan(path) == two_left[1]
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [two_left[0]]


def test_the_other_draft_stays_where_the_plan_that_is_there_is_not_left(qtbot, start, two_left, answer):
    desk = start()
    in_turn(answer, press("打开"), press("取消"))
    click(qtbot, desk, Act.SHOW_OTHERS)
    assert desk.store.plan == two_left[1]
    assert said(desk)[-1] == "还有 1 份没保存的改动，是别的窗口留下的。"
    assert len(on_disk(qtbot, desk)) == 2


def test_the_other_draft_can_be_thrown_away(qtbot, start, two_left, answer):
    desk = start()

    def drop(dialog):
        asked = in_turn(answer, press("取消"))
        press("不要了")(dialog)
        assert dialog.list.count() == 1
        asked += in_turn(answer, press("丢掉"))
        press("不要了")(dialog)
        assert asked[0] == "这份改动不要了？丢掉就找不回来了。"
        assert dialog.list.count() == 0
        assert not dialog.take.isEnabled()
        assert not dialog.drop.isEnabled()
        press("以后再说")(dialog)

    in_turn(answer, drop)
    click(qtbot, desk, Act.SHOW_OTHERS)
    assert said(desk) == [FOUND]
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [two_left[1]]


def test_the_other_draft_can_wait_for_another_day(qtbot, start, two_left, answer):
    desk = start()
    in_turn(answer, press("以后再说"))
    click(qtbot, desk, Act.SHOW_OTHERS)
    assert said(desk)[-1] == "还有 1 份没保存的改动，是别的窗口留下的。"
    answer(press("不保存"))
    assert desk.window.close()
    again = start()
    assert again.store.plan == two_left[0]
    assert said(again) == [FOUND]


def test_the_list_of_drafts_goes_by_keys(qtbot, start, two_left, answer):
    desk = start()
    desk.store.undo_stack.undo()

    def by_keys(dialog):
        dialog.list.setFocus()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    in_turn(answer, by_keys)
    click(qtbot, desk, Act.SHOW_OTHERS)
    assert desk.store.plan == two_left[0]


# --- a draft whose file is not as it was ------------------------------------------------------------------------------


def left(qtbot, start, path: Path, name: str = "这里改的") -> Plan:
    """Rename the plan of a file in a window that is gone then; returns what was not saved."""
    desk = start(path)
    rename(qtbot, desk, name)
    kill(desk)
    return desk.store.plan


def test_a_draft_takes_in_what_was_saved_to_its_file_since(qtbot, start, path):
    left(qtbot, start, path)
    theirs = compared(load_plan(path), 6000)
    save_plan(path, theirs)
    desk = start()
    assert said(desk) == ["上次没来得及保存的改动都找回来了，也合上了文件里后来的改动，还没存进文件。"]
    assert (desk.store.plan.name, desk.store.plan.comparison.amount) == ("这里改的", 6000)
    click(qtbot, desk, Act.UNDO)
    assert desk.store.plan == theirs
    keys(qtbot, desk, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert desk.store.plan.comparison.amount == 6000


@pytest.mark.parametrize("windows", [1, 2])
def test_a_draft_that_does_not_go_together_with_its_file_says_so_and_saving_asks(qtbot, start, path, answer, windows):
    """Also with the window after the next: that one was gone as well does not settle which side counts."""
    mine = left(qtbot, start, path)
    theirs = load_plan(path).model_copy(update={"name": "那边改的"})
    save_plan(path, theirs)
    desk = start()
    for _ in range(windows - 1):
        kill(desk)
        desk = start()
    assert said(desk) == [CONFLICT, FOUND]
    assert desk.store.plan == mine
    keys(qtbot, desk, Qt.Key.Key_Z)
    assert desk.store.plan == theirs
    keys(qtbot, desk, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    asked = in_turn(answer, press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == ["a.jiehua 在别处改过了。"]
    assert load_plan(path) == theirs
    asked = in_turn(answer, press("盖掉"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == mine
    assert [load_plan(backup.path) for backup in backups_of(desk.keeper.backups, path)] == [mine, theirs]
    assert said(desk) == []


def test_a_draft_whose_stick_was_pulled_out_can_be_saved_elsewhere(qtbot, start, path, answer, tmp_path):
    mine = left(qtbot, start, path)
    for each in path.parent.iterdir():
        each.unlink()
    path.parent.rmdir()
    desk = start()
    assert desk.store.plan == mine
    assert said(desk) == [FOUND]
    assert desk.store.unsaved
    asked = in_turn(answer, press("存到别处…"), choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked[0] == (
        "没能存到 a.jiehua：文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）。计划还在窗口里，可以另存到别处。"
    )
    assert load_plan(tmp_path / "b.jiehua") == mine
    assert on_disk(qtbot, desk) == []


def test_a_draft_whose_file_is_damaged_is_found_and_saving_asks(qtbot, start, path, answer):
    mine = left(qtbot, start, path)
    path.write_bytes(b"\0" * 999)
    desk = start()
    assert desk.store.plan == mine
    assert said(desk) == [UNREADABLE, FOUND]
    assert QApplication.activeModalWidget() is None
    keys(qtbot, desk, Qt.Key.Key_Z)
    assert desk.store.unsaved, "the file does not hold what was there before"
    keys(qtbot, desk, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    asked = in_turn(answer, press("盖掉"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == ["a.jiehua 在别处改过了。"]
    assert load_plan(path) == mine
    assert [each.path.read_bytes() for each in backups_of(desk.keeper.backups, path)][1] == b"\0" * 999


def test_a_damaged_file_that_is_asked_for_offers_what_was_not_saved_of_it(qtbot, start, path):
    left(qtbot, start, path)
    path.write_bytes(b"{")
    desk = start(path)
    why = "a.jiehua 读不了：文件不完整，后面的内容没有了。文件没有被改动。"
    assert said(desk) == [
        f"⚠ {why}这里的计划也没有动；有别的副本的话，打开那份试试。",
        "还有 1 份没保存的改动，是别的窗口留下的。",
    ]


def test_a_draft_that_was_saved_vanishes_without_a_word(qtbot, start, path):
    mine = left(qtbot, start, path)
    save_plan(path, mine)
    desk = start(path)
    assert said(desk) == []
    assert desk.store.plan == mine
    assert not desk.store.unsaved
    assert on_disk(qtbot, desk) == []


def test_a_draft_that_cannot_be_read_is_set_aside_and_the_last_plan_opens(qtbot, start, path, settings):
    left(qtbot, start, path)
    settings.opened(path)
    [draft] = (settings.data_folder / "drafts").glob("*.draft")
    draft.write_bytes(b"{torn")
    desk = start()
    assert desk.store.plan == load_plan(path)
    assert said(desk) == []
    assert [each.read_bytes() for each in (settings.data_folder / "drafts").glob("*.unreadable")] == [b"{torn"]
    assert not list((settings.data_folder / "drafts").glob("*.draft"))


def test_a_draft_of_a_newer_program_waits_for_it(qtbot, start, path, settings):
    left(qtbot, start, path)
    [draft] = (settings.data_folder / "drafts").glob("*.draft")
    data = json.loads(draft.read_bytes())
    for plan in (data["plan"], data["base"]):
        plan |= {"schema_version": 4, "loans": "in another way"}
    draft.write_text(json.dumps(data), encoding="utf-8")
    desk = start()
    kill(desk)
    assert draft.exists(), "only under this name it is found by the program that can read it"


def test_a_draft_that_brings_out_a_mistake_of_the_program_keeps_nobody_out(qtbot, start, path, answer, monkeypatch):
    """It would come back with each start; it stays on disk, and the window comes up without it."""
    left(qtbot, start, path)
    real, made = app_module.MainWindow, []

    def breaks(keeper, settings):
        made.append(keeper.store.plan.name)
        if keeper.store.plan.name == "这里改的":
            raise ZeroDivisionError("12,000 元")
        return real(keeper, settings)

    monkeypatch.setattr(app_module, "MainWindow", breaks)
    told = in_turn(answer, press("继续"))
    desk = start()
    assert told == ["程序出了错"]
    assert made == ["这里改的", "我的还款计划"]
    assert desk.store.path is None
    assert desk.window.close()
    monkeypatch.undo()
    assert said(start()) == [FOUND]


# --- under a password -------------------------------------------------------------------------------------------------


@pytest.fixture
def sealed_left(qtbot, start, path) -> Plan:
    """A plan under a password was changed in a window that is gone."""
    desk = start(path)
    desk.keeper.set_password(PASSWORD)
    mine = left(qtbot, lambda _: desk, path)
    [draft] = (desk.window.settings.data_folder / "drafts").glob("*.draft")
    assert b"jiehua-sealed" in draft.read_bytes()
    return mine


def give(qtbot, password: str, seen: list[str] | None = None):
    """Type a password and press the enter key, over a window that is there already."""

    def act(dialog):
        assert isinstance(dialog, AskPassword)
        assert dialog.parent().isVisible()
        qtbot.keyClick(dialog.password.editor, Qt.Key.Key_A, CONTROL)
        type_over(qtbot, dialog.password.editor, password)
        qtbot.keyClick(dialog.password.editor, Qt.Key.Key_Return)
        if seen is not None and dialog.isVisible():
            seen.append(dialog.password.message.text())
            dialog.reject()

    return act


def test_a_draft_under_a_password_asks_for_it_once_the_window_is_there(qtbot, start, sealed_left, answer):
    asked = in_turn(answer, give(qtbot, PASSWORD))
    desk = start()
    assert asked == ["打开有密码的计划"]
    assert desk.store.plan == sealed_left
    assert said(desk) == [FOUND]
    rename(qtbot, desk, "再改")
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    [draft] = (desk.window.settings.data_folder / "drafts").glob("*.draft")
    assert "再改" not in draft.read_text(encoding="utf-8")


def test_a_draft_whose_password_is_not_known_is_offered_further(qtbot, start, sealed_left, answer):
    seen = []
    in_turn(answer, give(qtbot, "not the one", seen))
    desk = start()
    assert seen == ["⚠ 密码不对。"]
    assert desk.store.plan.loans == ()
    assert said(desk) == ["还有 1 份没保存的改动，是别的窗口留下的。"]
    names = []
    shown_others(answer, names, press("打开"), give(qtbot, PASSWORD))
    click(qtbot, desk, Act.SHOW_OTHERS)
    assert names[0].startswith("有密码的计划 · ")
    assert desk.store.plan == sealed_left


def test_opening_the_file_with_its_password_brings_the_draft_under_it(qtbot, start, sealed_left, path, answer):
    asked = in_turn(answer, give(qtbot, PASSWORD))
    desk = start(path)
    assert asked == ["打开有密码的计划"]
    assert desk.store.plan == sealed_left
    assert said(desk) == [FOUND]


def test_a_draft_under_a_password_that_was_saved_gives_its_file(qtbot, start, sealed_left, path, settings, answer):
    in_turn(answer, give(qtbot, PASSWORD))
    desk = start(path)
    [draft] = (settings.data_folder / "drafts").glob("*.draft")
    content = draft.read_bytes()
    name = draft.name
    keys(qtbot, desk, Qt.Key.Key_S)
    assert on_disk(qtbot, desk) == []
    kill(desk)
    (settings.data_folder / "drafts" / name).write_bytes(content)  # killed between saving and taking it away
    asked = in_turn(answer, give(qtbot, PASSWORD))
    again = start()
    assert asked == ["打开有密码的计划"]
    assert again.store.plan == sealed_left, "who gives the password wants to see the plan"
    assert not again.store.unsaved


# --- one file in two windows ------------------------------------------------------------------------------------------


@pytest.fixture
def two(qtbot, start, path, monkeypatch) -> tuple[Desk, Desk]:
    """Two windows on one file, in the order in which they opened it."""
    monkeypatch.setenv("USER", "小明")
    return start(path), start(path)


def test_the_second_window_says_who_has_the_file_and_is_read_only(two, path):
    first, second = two
    assert said(first) == []
    assert first.window.windowTitle() == "家里的计划[*] — 借花规划"
    assert len(said(second)) == 1
    assert re.fullmatch(ELSEWHERE, said(second)[0])
    assert second.window.windowTitle() == "家里的计划[*]（只读） — 借花规划"
    assert second.store.plan == first.store.plan


def test_the_second_window_can_try_things_and_save_them_elsewhere(qtbot, two, path, answer, tmp_path):
    first, second = two
    before = path.read_bytes()
    add_loan(qtbot, second)
    assert [draft.borrowed for draft in on_disk(qtbot, second)] == [True]
    asked = in_turn(answer, press("存到别处…"), choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, second, Qt.Key.Key_S)
    assert asked == ["a.jiehua 正在别处打开，这里只能另存到别处。", "保存计划"]
    assert path.read_bytes() == before
    assert load_plan(tmp_path / "b.jiehua") == second.store.plan
    assert said(second) == []
    assert second.window.windowTitle() == "家里的计划[*] — 借花规划"
    rename(qtbot, first, "第一个")
    keys(qtbot, first, Qt.Key.Key_S)
    assert load_plan(path).name == "第一个"


def test_another_windows_file_is_not_saved_over(qtbot, start, path, tmp_path, answer):
    """Not by a plan of another file either."""
    other = tmp_path / "b.jiehua"
    save_plan(other, a_plan("另一份"))
    first, second = start(path), start(other)
    before = path.read_bytes()
    asked = in_turn(answer, choose_file(path), say_yes, press("取消"))
    second.window.action("save_as").trigger()
    assert asked[-1] == "a.jiehua 正在别处打开，这里只能另存到别处。"
    assert path.read_bytes() == before
    assert second.store.path == other
    assert said(second) == []
    assert not first.keeper.standing.read_only


def test_a_file_that_is_taken_over_is_the_other_windows(qtbot, two, path, answer, tmp_path):
    first, second = two
    rename(qtbot, first, "第一个改的")
    mine = first.store.plan
    watched(qtbot, first)
    add_loan(qtbot, second)
    click(qtbot, second, Act.TAKE_OVER)
    assert said(second) == []
    assert second.window.windowTitle() == "家里的计划[*] — 借花规划"
    qtbot.waitUntil(lambda: first.keeper.standing.read_only)  # by itself
    assert re.fullmatch(ELSEWHERE, said(first)[0])
    assert first.window.windowTitle() == "第一个改的[*]（只读） — 借花规划"
    assert first.store.plan == mine
    assert first.store.unsaved
    assert mine in [draft.plan for draft in on_disk(qtbot, first)]

    keys(qtbot, second, Qt.Key.Key_S)
    assert load_plan(path) == second.store.plan
    both = mine.model_copy(update={"loans": second.store.plan.loans})
    qtbot.waitUntil(lambda: first.store.plan == both)  # and hears of what is saved there
    asked = in_turn(answer, press("存到别处…"), choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, first, Qt.Key.Key_S)
    assert asked[0] == "a.jiehua 正在别处打开，这里只能另存到别处。"
    assert load_plan(tmp_path / "b.jiehua") == both
    assert load_plan(path) == second.store.plan


def test_a_file_that_is_taken_over_brings_what_was_saved_there(qtbot, two, path):
    first, second = two
    rename(qtbot, first, "第一个存的")
    keys(qtbot, first, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: second.store.plan.name == "第一个存的")
    assert said(second)[-1] == "文件在别处改过，这里已经换成新的内容。"
    click(qtbot, second, Act.TAKE_OVER)
    rename(qtbot, second, "第二个存的")
    keys(qtbot, second, Qt.Key.Key_S)
    assert load_plan(path).name == "第二个存的"


def test_a_file_can_be_taken_back(qtbot, two, path):
    first, second = two
    watched(qtbot, first)
    click(qtbot, second, Act.TAKE_OVER)
    qtbot.waitUntil(lambda: first.keeper.standing.read_only)
    activate(qtbot, first)
    click(qtbot, first, Act.TAKE_OVER)
    activate(qtbot, second)
    qtbot.waitUntil(lambda: second.keeper.standing.read_only)
    rename(qtbot, first, "又是第一个")
    keys(qtbot, first, Qt.Key.Key_S)
    assert load_plan(path).name == "又是第一个"


def test_the_file_of_a_window_that_was_closed_can_be_taken_over(qtbot, two, path):
    first, second = two
    assert first.window.close()
    activate(qtbot, second)
    if second.keeper.standing.read_only:
        click(qtbot, second, Act.TAKE_OVER)
    rename(qtbot, second, "第二个")
    keys(qtbot, second, Qt.Key.Key_S)
    assert load_plan(path).name == "第二个"
    assert second.window.close()
    assert not lock_path(path).exists()


def test_after_a_window_that_was_killed_nobody_has_the_file(qtbot, start, path):
    kill(start(path))
    assert lock_path(path).exists()
    desk = start(path)
    assert said(desk) == []
    assert not desk.keeper.standing.read_only


def test_a_file_that_another_machine_has_stays_its_own_until_it_is_taken_over(qtbot, start, path, answer):
    holder = {"owner": "小红", "machine": "书房", "since": "2026-11-24T09:30+08:00", "id": "there"}
    lock_path(path).write_text(json.dumps(holder), encoding="utf-8")
    desk = start(path)
    assert said(desk) == ["⚠ 这份计划在别处打开着（小红，书房，2026-11-24 09:30 起）。这里能看能试，存不回原来的文件。"]
    click(qtbot, desk, Act.TAKE_OVER)
    assert said(desk) == []
    add_loan(qtbot, desk)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert len(load_plan(path).loans) == 1


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"{" * 5000])
def test_a_lock_that_says_nothing_holds_nobody_up(qtbot, start, path, content):
    lock_path(path).write_bytes(content)
    desk = start(path)
    assert said(desk) == []


def test_a_lock_that_names_nobody_says_so(start, path):
    lock_path(path).write_bytes(json.dumps({"id": "0123456789abcdef"}).encode())
    assert said(start(path)) == ["⚠ 这份计划在别处打开着（不知道是谁）。这里能看能试，存不回原来的文件。"]


def test_the_draft_of_a_window_without_the_file_comes_back_beside_it(qtbot, two, start, path, answer, tmp_path):
    first, second = two
    rename(qtbot, second, "第二个改的")
    kill(second)
    third = start()
    assert third.store.plan.name == "第二个改的"
    assert third.store.path is None
    assert said(third) == ["上次没来得及保存的改动都找回来了。原来的文件当时在别处打开着，所以没有接着用它，请另存。"]
    answer(choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, third, Qt.Key.Key_S)
    assert load_plan(tmp_path / "b.jiehua") == third.store.plan
    assert load_plan(path) == first.store.plan


def test_edits_follow_the_file_when_it_is_taken_over(qtbot, two, start, path):
    """What is left of a window that had taken the file over is of that file, and of the one before it is not."""
    first, second = two
    rename(qtbot, first, "第一个改的")
    rename(qtbot, second, "第二个改的")
    watched(qtbot, first)
    click(qtbot, second, Act.TAKE_OVER)
    qtbot.waitUntil(lambda: first.keeper.standing.read_only)
    qtbot.waitUntil(lambda: first.keeper.all_kept)
    found = {draft.plan.name: draft.borrowed for draft in on_disk(qtbot, second)}
    assert found == {"第一个改的": True, "第二个改的": False}


@pytest.mark.skipif(os.name != "posix", reason="symbolic links are everybody's on POSIX only")
@pytest.mark.parametrize("way", ["open", "save"])
def test_a_window_is_not_in_its_own_way_by_a_link(qtbot, start, path, tmp_path, way):
    link = tmp_path / "link.jiehua"
    link.symlink_to(path)
    desk = start(path)
    if way == "open":
        assert desk.window.files.open(link)
    rename(qtbot, desk, "改了")
    assert desk.window.files.save_to(link)
    assert said(desk) == []
    assert not desk.keeper.standing.read_only
    assert link.is_symlink()
    assert load_plan(path).name == "改了"
    assert desk.window.close()
    assert not lock_path(path).exists()


# --- a file that others change ----------------------------------------------------------------------------------------


def test_a_file_that_others_changed_is_loaded_again_where_nothing_is_unsaved(qtbot, start, path):
    desk = start(path)
    watched(qtbot, desk)
    before = desk.store.plan
    theirs = a_plan("那边改的")
    save_plan(path, theirs)
    qtbot.waitUntil(lambda: desk.store.plan == theirs)
    assert said(desk) == ["文件在别处改过，这里已经换成新的内容。"]
    assert not desk.store.unsaved
    assert desk.store.undo_stack.undoText() == "换成文件里的内容"
    click(qtbot, desk, Act.UNDO)
    assert desk.store.plan == before
    assert desk.store.unsaved
    assert said(desk) == []
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == before


def test_news_are_gone_once_they_are_known(qtbot, start, path):
    desk = start(path)
    watched(qtbot, desk)
    for name in ("那边改的", "那边又改的"):  # the file is another one to the system each time
        save_plan(path, a_plan(name))
        qtbot.waitUntil(lambda name=name: desk.store.plan.name == name)
        click(qtbot, desk, Act.HEARD)
        assert said(desk) == []
        assert not desk.window.notice.isVisible()


def test_a_change_that_was_not_heard_of_is_seen_when_the_user_comes_back(qtbot, start, path):
    desk = start(path)
    desk.keeper._watcher.removePaths(desk.keeper._watcher.files())  # as on a folder of a network
    start()
    save_plan(path, a_plan("那边改的"))
    activate(qtbot, desk)
    assert desk.store.plan.name == "那边改的"


def test_a_remark_takes_the_focus_from_nobody_who_types(qtbot, start, path):
    """It must not be a window of its own, not even for a moment."""
    desk = start(path)
    watched(qtbot, desk)
    activate(qtbot, desk)
    desk.window.topbar.name.setFocus()
    qtbot.keyClicks(desk.window.topbar.name, "a")
    app, taken = QApplication.instance(), []
    heard = app.focusWindowChanged.connect(lambda window: taken.append(window is None))
    save_plan(path, compared(load_plan(path), 6000))
    qtbot.waitUntil(lambda: said(desk) != [])
    app.disconnect(heard)
    assert taken == []
    assert desk.window.isActiveWindow()
    qtbot.keyClicks(QApplication.focusWidget(), "b")
    assert desk.store.plan.name == "家里的计划ab"


def test_changes_on_both_sides_are_put_together(qtbot, start, path):
    desk = start(path)
    watched(qtbot, desk)
    rename(qtbot, desk, "这里改的")
    save_plan(path, compared(load_plan(path), 6000))
    qtbot.waitUntil(lambda: desk.store.plan.comparison.amount == 6000)
    assert desk.store.plan.name == "这里改的"
    assert said(desk) == ["文件在别处改过，那边的改动已经和这里的合在一起，还没存进文件。"]
    assert desk.store.unsaved
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan]
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path) == desk.store.plan
    assert said(desk) == []


def test_changes_that_are_the_same_on_both_sides_are_saved(qtbot, start, path):
    desk = start(path)
    watched(qtbot, desk)
    rename(qtbot, desk, "两边一样")
    save_plan(path, desk.store.plan)
    qtbot.waitUntil(lambda: not desk.store.unsaved)
    assert on_disk(qtbot, desk) == []


@pytest.fixture
def conflict(qtbot, start, path) -> Desk:
    """The plan was renamed on both sides."""
    desk = start(path)
    watched(qtbot, desk)
    rename(qtbot, desk, "这里改的")
    save_plan(path, a_plan("那边改的"))
    qtbot.waitUntil(lambda: desk.keeper.standing.conflict)
    assert said(desk) == [CONFLICT]
    assert desk.store.plan.name == "这里改的"
    return desk


def test_a_conflict_can_be_settled_by_what_is_in_the_file(qtbot, conflict, path):
    click(qtbot, conflict, Act.USE_THEIRS)
    assert conflict.store.plan == load_plan(path)
    assert not conflict.store.unsaved
    assert said(conflict) == ["文件在别处改过，这里已经换成新的内容。"]
    keys(qtbot, conflict, Qt.Key.Key_Z)
    assert conflict.store.plan.name == "这里改的"
    assert conflict.store.unsaved


def test_a_conflict_can_be_settled_by_what_is_here(qtbot, conflict, path):
    click(qtbot, conflict, Act.SAVE_OVER)
    assert load_plan(path).name == "这里改的"
    names = [load_plan(backup.path).name for backup in backups_of(conflict.keeper.backups, path)]
    assert names == ["这里改的", "那边改的"]
    assert said(conflict) == []
    assert not conflict.store.unsaved


def test_a_conflict_can_be_settled_by_another_file(qtbot, conflict, path, answer, tmp_path):
    answer(choose_file(tmp_path / "b.jiehua"))
    click(qtbot, conflict, Act.SAVE_AS)
    assert load_plan(tmp_path / "b.jiehua").name == "这里改的"
    assert load_plan(path).name == "那边改的"
    assert said(conflict) == []
    assert conflict.store.path == tmp_path / "b.jiehua"


def test_saving_in_a_conflict_asks_and_the_draft_has_it_all_the_while(qtbot, conflict, path, answer):
    assert [draft.plan.name for draft in on_disk(qtbot, conflict)] == ["这里改的"]
    asked = in_turn(answer, press("取消"))
    keys(qtbot, conflict, Qt.Key.Key_S)
    assert asked == ["a.jiehua 在别处改过了。"]
    assert load_plan(path).name == "那边改的"
    assert conflict.store.unsaved
    asked = in_turn(answer, press("盖掉"))
    keys(qtbot, conflict, Qt.Key.Key_S)
    assert load_plan(path).name == "这里改的"


def test_what_was_there_before_a_conflict_is_not_taken_for_saved(qtbot, conflict):
    """The file holds what others made of it: undoing what was done here leads to a state that is in no file."""
    keys(qtbot, conflict, Qt.Key.Key_Z)
    assert conflict.store.plan.name == "家里的计划"
    assert conflict.store.unsaved or conflict.keeper.standing.conflict is False


GARBAGE = b"\x89PNG is no plan"


@pytest.fixture
def garbage(qtbot, start, path) -> Desk:
    """Somebody wrote something else into the file of a plan that was looked at only."""
    desk = start(path)
    watched(qtbot, desk)
    path.write_bytes(GARBAGE)
    qtbot.waitUntil(lambda: desk.keeper.standing.unreadable)
    assert said(desk) == [UNREADABLE]
    return desk


@pytest.mark.parametrize("way", ["button", "keys"])
def test_a_file_that_holds_something_else_now_is_written_over_and_kept(qtbot, garbage, path, answer, way):
    rename(qtbot, garbage, "还在")
    if way == "button":
        click(qtbot, garbage, Act.SAVE_OVER)
    else:
        asked = in_turn(answer, press("取消"))
        keys(qtbot, garbage, Qt.Key.Key_S)
        assert asked == ["a.jiehua 在别处改过了。"]
        assert path.read_bytes() == GARBAGE
        in_turn(answer, press("盖掉"))
        keys(qtbot, garbage, Qt.Key.Key_S)
    assert load_plan(path).name == "还在"
    assert [backup.path.read_bytes() for backup in backups_of(garbage.keeper.backups, path)][1] == GARBAGE
    assert said(garbage) == []


def test_a_plan_whose_file_holds_something_else_now_is_not_left_without_asking(qtbot, garbage, answer):
    """It is in no file any more."""
    assert garbage.store.unsaved
    assert [draft.plan for draft in on_disk(qtbot, garbage)] == [garbage.store.plan]
    asked = answer(press("取消"))
    assert not garbage.window.close()
    assert asked == ["“家里的计划”有还没保存的改动。"]


def test_a_file_that_is_gone_is_written_again(qtbot, start, path):
    desk = start(path)
    watched(qtbot, desk)
    rename(qtbot, desk, "还在")
    path.unlink()
    keys(qtbot, desk, Qt.Key.Key_S)
    assert load_plan(path).name == "还在"
    assert said(desk) == []


def test_a_file_that_was_replaced_by_something_large_is_not_written_over_without_asking(qtbot, start, path, answer):
    desk = start(path)
    rename(qtbot, desk, "还在")
    with path.open("wb") as stream:
        stream.truncate(500 * 1024 * 1024)
    asked = answer(press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == ["a.jiehua 在别处改过了。"]
    assert path.stat().st_size == 500 * 1024 * 1024


def test_a_plan_whose_file_is_gone_is_not_left_without_asking(qtbot, start, path, answer):
    desk = start(path)
    watched(qtbot, desk)
    path.unlink()
    desk.keeper.look_at_disk()
    assert desk.store.unsaved, "it is in no file"
    assert [draft.plan for draft in on_disk(qtbot, desk)] == [desk.store.plan]
    asked = answer(press("取消"))
    assert not desk.window.close()
    assert asked == ["“家里的计划”有还没保存的改动。"]


# --- other versions of the program ------------------------------------------------------------------------------------

NEWER = "⚠ 这份计划是更新版本的程序存的，里面可能有这里不认识的东西：能看能试，只能另存。"


def of_version(plan: Plan, version: int, **more: object) -> bytes:
    """Return a plan's file as another version of the program writes it."""
    data = json.loads(plan_content(plan)) | {"schema_version": version} | more
    return json.dumps(data, ensure_ascii=False).encode()


def test_an_older_version_that_is_taken_in_from_underneath_gets_a_backup(qtbot, start, path):
    desk = start(path)
    old = of_version(load_plan(path).model_copy(update={"name": "旧的"}), 1)
    path.write_bytes(old)
    desk.keeper.look_at_disk()
    assert desk.store.plan.name == "旧的"
    assert [backup.path.read_bytes() for backup in backups_of(desk.keeper.backups, path)] == [old]


def test_a_newer_programs_file_is_read_only_and_can_be_saved_elsewhere(qtbot, start, path, answer, tmp_path):
    content = of_version(a_plan(), 4, later={"what": "is to come"})
    path.write_bytes(content)
    desk = start(path)
    assert said(desk) == [NEWER]
    assert desk.window.windowTitle() == "家里的计划[*]（只读） — 借花规划"
    add_loan(qtbot, desk)
    asked = in_turn(answer, press("存到别处…"), choose_file(tmp_path / "b.jiehua"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked[0] == "文件是更新版本的程序存的，这里只能另存到别处。"
    assert path.read_bytes() == content
    assert len(load_plan(tmp_path / "b.jiehua").loans) == 1
    assert said(desk) == []


def test_a_file_that_a_newer_program_writes_meanwhile_is_read_only_from_then_on(qtbot, start, path, answer):
    desk = start(path)
    watched(qtbot, desk)
    content = of_version(a_plan("新版存的"), 4, later={"what": "is to come"})
    path.write_bytes(content)
    qtbot.waitUntil(lambda: desk.store.plan.name == "新版存的")
    assert said(desk) == [NEWER, "文件在别处改过，这里已经换成新的内容。"]
    rename(qtbot, desk, "旧版改的")
    asked = in_turn(answer, press("取消"))
    keys(qtbot, desk, Qt.Key.Key_S)
    assert asked == ["文件是更新版本的程序存的，这里只能另存到别处。"]
    assert path.read_bytes() == content


def test_an_older_programs_file_is_kept_before_anything_is_written(qtbot, start, path):
    content = of_version(a_plan(), 1)
    path.write_bytes(content)
    desk = start(path)
    assert said(desk) == []
    assert path.read_bytes() == content
    assert [backup.path.read_bytes() for backup in backups_of(desk.keeper.backups, path)] == [content]
    add_loan(qtbot, desk)
    keys(qtbot, desk, Qt.Key.Key_S)
    assert json.loads(path.read_bytes())["schema_version"] == 3
    assert [backup.path.read_bytes() for backup in backups_of(desk.keeper.backups, path)] == [
        path.read_bytes(),
        content,
    ]
