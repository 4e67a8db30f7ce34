"""The program that goes on in the tray: its window hides, comes back, and ends when that is wanted."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.reminders_dialog import RemindersDialog
from tests.conftest import TODAY

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
