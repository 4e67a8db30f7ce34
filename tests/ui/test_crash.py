"""What a user sees of an unexpected error, and how often."""

import sys
import threading

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from jiebei_desktop.files.redaction import report as redacted
from jiebei_desktop.ui import design
from jiebei_desktop.ui.crash import Catcher, CrashDialog

REPORT = "借花规划: 0.1.0\n\nValueError: owes # to ‹…›\n  jiebei_desktop/ui/x.py:12 in f"


@pytest.fixture
def saves() -> list[str]:
    return []


@pytest.fixture
def host(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot, host, saves, report=REPORT, theme=design.ThemeChoice.LIGHT) -> CrashDialog:
    design.choose(QApplication.instance(), theme)
    made = CrashDialog(report, lambda: saves.append("saved"), host)
    design.dress(QApplication.instance())
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


@pytest.fixture
def dialog(qtbot, host, saves) -> CrashDialog:
    return opened(qtbot, host, saves)


# --- the dialog -------------------------------------------------------------------------------------------------------


def test_it_says_what_happened_and_shows_what_would_be_copied(dialog):
    assert dialog.windowTitle() == "程序出了错"
    assert [each.text() for each in dialog.findChildren(QLabel) if each.text()] == [
        "程序出了一个没料到的错",
        "你的计划还在，改过的都存在这台电脑上。可以继续用；不放心的话，先另存一份。",
        "想告诉开发者，可以复制下面这段。金额和名字都拿掉了；程序不联网，这段话不会自己发出去。",
    ]
    assert dialog.text.toPlainText() == REPORT
    assert dialog.text.accessibleName() == "错误报告"
    assert [each.text() for each in dialog.findChildren(QPushButton)] == ["复制", "另存一份计划…", "继续"]


def test_the_report_can_be_read_and_not_changed(qtbot, dialog):
    dialog.text.setFocus()
    qtbot.keyClicks(dialog.text, "x")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Delete)
    assert dialog.text.toPlainText() == REPORT


def test_copying_takes_what_is_shown(qtbot, dialog):
    QGuiApplication.clipboard().setText("before")
    assert dialog.state.text() == ""
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == REPORT
    assert dialog.state.text() == "已复制"
    assert dialog.isVisible()


def test_the_plan_can_be_saved_elsewhere_and_the_dialog_stays(qtbot, dialog, saves):
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert saves == ["saved"]
    assert dialog.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space])
def test_it_begins_at_going_on_and_a_key_does_it(qtbot, dialog, saves, key):
    assert dialog.focusWidget() is dialog.go_on
    qtbot.keyClick(dialog.focusWidget(), key)
    assert not dialog.isVisible()
    assert saves == []


def test_the_tab_key_comes_to_all_of_it(qtbot, dialog):
    found = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        found.append(dialog.focusWidget())
    assert found == [dialog.text, dialog.copy, dialog.save, dialog.go_on]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_button_with_the_focus_is_pressed_by_keys(qtbot, dialog, saves, key):
    dialog.save.setFocus()
    qtbot.keyClick(dialog.save, key)
    assert saves == ["saved"]
    assert dialog.isVisible()


@pytest.mark.parametrize("theme", [design.ThemeChoice.LIGHT, design.ThemeChoice.DARK])
def test_all_of_it_is_in_sight(qtbot, host, saves, theme):
    made = opened(qtbot, host, saves, "\n".join([REPORT] * 99), theme)
    for each in made.findChildren(QLabel):
        assert each.height() >= each.heightForWidth(each.width())
    for button in made.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
        assert made.rect().contains(button.geometry())
    assert made.text.height() > 200


# --- what nobody caught -----------------------------------------------------------------------------------------------


class Desk:
    """What stands around a catcher: counts, shows, and looks at where it is shown."""

    def __init__(self) -> None:
        self.notes: list[int] = []
        self.shown: list[str] = []
        self.threads: list[QThread] = []
        self.meanwhile = lambda: None
        self.catcher = Catcher(lambda error: redacted(error, ["Wang"], {}), self.show, self.note)

    def note(self, times: int) -> None:
        self.notes.append(times)

    def show(self, report: str) -> None:
        self.shown.append(report.splitlines()[0])
        self.threads.append(QThread.currentThread())
        self.meanwhile()


@pytest.fixture
def desk(qapp):
    made = Desk()
    made.catcher.install()
    yield made
    made.catcher.uninstall()


class Failing(QWidget):
    """Fails whenever it is painted."""

    painted = 0

    def paintEvent(self, _):  # noqa: N802
        self.painted += 1
        raise ValueError("owes 12000 to Wang")


def paint_again(qtbot, failing: Failing) -> None:
    """Have it painted by the event loop, as a window is."""
    before = failing.painted
    failing.update()
    qtbot.waitUntil(lambda: failing.painted > before)


def failing_button(qtbot, fail) -> QPushButton:
    made = QPushButton("x")
    qtbot.addWidget(made)
    made.clicked.connect(fail)
    return made


def divide() -> None:
    1 // 0  # noqa: B018


def look_up() -> None:
    {}["Wang"]


def all_events(qapp) -> None:
    """Let everything happen that waits."""
    qapp.sendPostedEvents()
    qapp.processEvents()


def test_an_error_is_shown_by_the_event_loop_and_said_redacted(qtbot, qapp, desk, capsys):
    def fail():
        raise ValueError("owes 12000 to Wang")

    failing_button(qtbot, fail).click()
    assert desk.shown == []
    qtbot.waitUntil(lambda: bool(desk.shown))
    assert desk.shown == ["ValueError: owes # to ‹…›"]
    assert desk.threads == [qapp.thread()]
    assert desk.notes == [1]
    said = capsys.readouterr().err
    assert said.splitlines()[0] == "ValueError: owes # to ‹…›"
    assert "12000" not in said
    assert "Wang" not in said


def test_the_same_error_is_shown_once_and_another_too(qtbot, qapp, desk, capsys):
    first, other = failing_button(qtbot, divide), failing_button(qtbot, look_up)
    for button in (first, first, other, first, other):
        button.click()
        all_events(qapp)
    assert desk.shown == ["ZeroDivisionError: integer division or modulo by zero", "KeyError: ‹…›"]
    assert desk.notes == [1, 2, 1, 2]
    assert capsys.readouterr().err.count("ZeroDivisionError") == 1


def test_what_fails_while_one_is_shown_is_only_counted(qtbot, qapp, desk):
    other = failing_button(qtbot, look_up)
    desk.meanwhile = other.click
    failing_button(qtbot, divide).click()
    all_events(qapp)
    assert desk.shown == ["ZeroDivisionError: integer division or modulo by zero"]
    assert desk.notes == [1, 1]
    desk.meanwhile = lambda: None
    other.click()
    all_events(qapp)
    assert desk.shown[1:] == ["KeyError: ‹…›"]


def test_what_fails_before_one_is_shown_is_only_counted(qtbot, qapp, desk):
    failing_button(qtbot, divide).click()
    failing_button(qtbot, look_up).click()
    all_events(qapp)
    assert desk.shown == ["ZeroDivisionError: integer division or modulo by zero"]
    assert desk.notes == [1, 1]


def test_a_painting_that_fails_again_and_again_opens_one_dialog(qtbot, qapp, host, desk):
    failing = Failing()
    qtbot.addWidget(failing)
    dialogs = []

    def meanwhile() -> None:
        dialog = CrashDialog(REPORT, lambda: None, host)
        dialogs.append(dialog)
        dialog.open()
        paint_again(qtbot, failing)
        paint_again(qtbot, failing)
        dialog.reject()

    desk.meanwhile = meanwhile
    failing.show()
    qtbot.waitUntil(lambda: bool(desk.shown))
    paint_again(qtbot, failing)
    all_events(qapp)
    assert len(dialogs) == 1
    assert desk.shown == ["ValueError: owes # to ‹…›"]
    assert desk.notes[:3] == [1, 2, 4]


def test_an_error_in_another_thread_is_shown_beside_the_window(qtbot, qapp, desk):
    thread = threading.Thread(target=divide)
    thread.start()
    thread.join()
    assert desk.shown == []
    qtbot.waitUntil(lambda: bool(desk.shown))
    assert desk.shown == ["ZeroDivisionError: integer division or modulo by zero"]
    assert desk.threads == [qapp.thread()]
    assert desk.notes == [1]


def test_a_dialog_that_fails_to_show_is_not_tried_for_ever(qtbot, qapp, desk):
    desk.meanwhile = look_up
    failing_button(qtbot, divide).click()
    for _ in range(5):
        all_events(qapp)
    assert desk.shown == ["ZeroDivisionError: integer division or modulo by zero", "KeyError: ‹…›"]


def test_what_happens_very_often_is_counted_in_few_notes(qapp, desk):
    for _ in range(1000):
        hook(ValueError)
    hook(TypeError)
    assert desk.notes == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1]


def hook(kind: type[BaseException]) -> None:
    """Give an error to the hook that is in force, as Python does."""
    sys.excepthook(kind, kind("12000"), None)


def test_the_hook_never_raises(qapp, monkeypatch):
    def fail(*_: object) -> str:
        raise RuntimeError

    catcher = Catcher(fail, lambda _: None, fail)
    catcher.install()
    try:
        monkeypatch.setattr(sys, "stderr", None)
        hook(ValueError)
    finally:
        catcher.uninstall()


def test_a_report_that_cannot_be_made_is_the_kind_of_error(qtbot, qapp):
    shown = []

    def fail(_: object) -> str:
        raise RuntimeError("Wang")

    catcher = Catcher(fail, shown.append, lambda _: None)
    catcher.install()
    try:
        hook(ValueError)
    finally:
        catcher.uninstall()
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["ValueError"]


def test_stopping_the_program_goes_to_the_hooks_that_were_there(qapp, monkeypatch):
    passed = []
    monkeypatch.setattr(sys, "excepthook", lambda *found: passed.append(found[0]))
    monkeypatch.setattr(threading, "excepthook", lambda found: passed.append(found.exc_type))
    desk = Desk()
    desk.catcher.install()
    desk.catcher.install()
    hook(KeyboardInterrupt)
    for kind in (KeyboardInterrupt, SystemExit):
        threading.excepthook(threading.ExceptHookArgs((kind, kind(), None, None)))
    desk.catcher.uninstall()
    assert passed == [KeyboardInterrupt, KeyboardInterrupt, SystemExit]
    assert desk.notes == []


def test_taken_away_it_leaves_the_hooks_that_were_there(qapp):
    before = (sys.excepthook, threading.excepthook)
    desk = Desk()
    desk.catcher.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
    desk.catcher.install()
    assert sys.excepthook != before[0]
    assert threading.excepthook != before[1]
    desk.catcher.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
