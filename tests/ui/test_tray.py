"""The program that goes on in the tray: its window hides, comes back, and ends when that is wanted."""

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.reminders_dialog import RemindersDialog
from tests.conftest import TODAY
from tests.ui.desks import PASSWORD, kill

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def desk(start, settings) -> Desk:
    """A desk on a desktop that has a tray, which the screen of the tests has not."""
    settings.remind = settings.stay_in_tray = True
    made = start()
    made.reminders._tray_there = lambda: True
    made.reminders.follow_settings()
    return made


def test_closing_the_window_only_hides_it_and_nothing_is_asked(desk, start):
    desk.store.edit("改名字", desk.store.plan.model_copy(update={"name": "改过"}))
    assert not desk.window.close()
    assert not desk.window.isVisible()
    assert desk.store.unsaved
    desk.reminders.open_action.trigger()
    assert desk.window.isVisible()
    assert desk.store.plan.name == "改过"


def test_quitting_asks_about_what_is_unsaved_and_then_ends(desk, answer):
    desk.store.edit("改名字", desk.store.plan.model_copy(update={"name": "改过"}))
    desk.window.close()
    said = answer(lambda dialog: dialog.reject())
    desk.reminders.quit_action.trigger()
    assert "还没保存" in said[0]
    desk.window.close()
    assert not desk.window.isVisible()  # the user stayed, and the tray is what it was
    assert desk.reminders.keeps_running
    desk.store.undo_stack.undo()
    desk.reminders.quit_action.trigger()
    assert not desk.window.isVisible()


def test_a_window_closed_by_the_end_of_the_session_does_not_stay(desk):
    desk.window.ends_with_session()
    assert desk.window.close()


def test_without_the_choice_closing_ends(desk, settings):
    settings.stay_in_tray = False
    assert desk.window.close()


def test_a_notice_leads_to_its_loan_even_when_the_window_is_hidden(desk):
    desk.store.replace(sample_plan(TODAY))
    desk.window.close()
    noticed = []
    desk.reminders.noticed.connect(lambda title, _text: noticed.append(title))
    desk.reminders.look()
    assert len(noticed) == 1
    desk.reminders.tray.messageClicked.emit()
    assert desk.window.isVisible()
    assert desk.window.page_index == place_of("late")


def test_the_menu_opens_what_is_set_about_reminders(desk, qtbot):
    desk.window.action("reminders").trigger()
    dialog = next(each for each in desk.window.findChildren(QDialog) if isinstance(each, RemindersDialog))
    assert dialog.isVisible()
    assert dialog.remind.isChecked()
    qtbot.mouseClick(dialog.findChildren(QPushButton)[-1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_a_quiet_start_opens_the_window_where_nobody_could_be_reminded():
    done = subprocess.run(
        [sys.executable, "-m", "jiebei_desktop", "open", "--quiet", "--exit-after-first-paint"],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0
    assert int(done.stdout) > 0  # the first page was painted


@pytest.fixture
def quiet(settings, start) -> Callable[..., Desk]:
    """A way to start with the session; it is said later whether there is a tray by then."""

    def do(there: list[bool]) -> Desk:
        settings.remind = settings.stay_in_tray = True
        desk = start(shown=False)
        desk.reminders._tray_there = lambda: bool(there)
        desk.start_quietly()
        return desk

    yield do
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__


def test_a_start_with_the_session_waits_for_the_tray(quiet):
    there: list[bool] = []
    desk = quiet(there)
    desk._looks.timeout.emit()
    assert not desk.window.isVisible()
    there.append(True)
    desk._looks.timeout.emit()
    assert not desk._looks.isActive()
    assert desk.reminders.active
    assert not desk.window.isVisible()


def test_where_no_tray_comes_there_is_a_window(quiet):
    desk = quiet([])
    for _ in range(12):
        assert not desk.window.isVisible()
        desk._looks.timeout.emit()
    assert desk.window.isVisible()
    assert not desk._looks.isActive()


def test_a_plan_with_a_password_is_asked_for_by_a_notice_and_then_reminded_of(
    qtbot, quiet, start, settings, tmp_path, answer
):
    path = tmp_path / "家.jiehua"
    before = start()
    before.store.replace(sample_plan(TODAY))
    before.keeper.save(path)
    before.keeper.set_password(PASSWORD)
    settings.opened(path)
    before.window.close()
    desk = quiet([True])
    told = []
    desk.reminders.noticed.connect(lambda title, text: told.append((title, text)))
    desk._looks.timeout.emit()
    assert told == [("计划没有打开，现在提醒不了", "“家.jiehua”有密码，打开窗口输入密码。")]
    desk.reminders.menu.aboutToShow.emit()
    assert desk.reminders.next_action.text() == "“家.jiehua”有密码，打开窗口输入密码。"
    assert not desk.window.isVisible()

    def unlock(dialog: QDialog) -> None:
        desk.reminders.tray.messageClicked.emit()  # once more, while it is asked
        dialog.findChild(QLineEdit).setText(PASSWORD)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    said = answer(unlock)
    desk.reminders.tray.messageClicked.emit()
    assert said == ["打开有密码的计划"]
    assert desk.store.path == path
    assert len(desk.store.plan.loans) == 1
    desk.reminders.menu.aboutToShow.emit()
    assert desk.reminders.next_action.text().startswith("借呗 5 期已经逾期")  # nothing more falls due
    assert desk.reminders._soon.isActive()
    desk.reminders._soon.timeout.emit()
    assert "借呗 5 期已经逾期" in "".join(told[1])


def test_quitting_before_a_draft_with_a_password_was_opened_loses_nothing(qtbot, quiet, start, settings, tmp_path):
    path = tmp_path / "家.jiehua"
    before = start()
    before.store.replace(sample_plan(TODAY))
    before.keeper.save(path)
    before.keeper.set_password(PASSWORD)
    settings.opened(path)
    before.store.edit("改名字", before.store.plan.model_copy(update={"name": "改过"}))
    kill(before)
    kept = {each: each.read_bytes() for each in settings.data_folder.glob("drafts/*.draft")}
    assert len(kept) == 1
    desk = quiet([True])
    desk._looks.timeout.emit()
    desk.reminders.menu.aboutToShow.emit()
    assert desk.reminders.next_action.text() == "没保存的改动有密码，打开窗口输入密码。"
    desk.reminders.quit_action.trigger()
    assert {each: each.read_bytes() for each in settings.data_folder.glob("drafts/*.draft")} == kept


def test_a_notice_brings_a_window_forward_and_leaves_it_where_it_is(desk):
    desk._settings.geometry = desk.window.saveGeometry()
    desk.window.resize(1100, 720)
    desk.reminders.wanted.emit("late", "")
    assert desk.window.size().toTuple() == (1100, 720)
    desk.window.showMinimized()
    desk.reminders.wanted.emit("", "")
    assert not desk.window.isMinimized()


def test_a_later_start_brings_the_hidden_window_back(desk):
    desk.window.close()
    assert (desk._settings.data_folder / "tray").is_file()
    desk._callee.called.emit()
    assert desk.window.isVisible()
    assert not (desk._settings.data_folder / "tray").exists()
