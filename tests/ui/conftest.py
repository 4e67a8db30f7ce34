"""A real window over a real store, and a hand that answers dialogs."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.ui import design
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.window import MainWindow
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def _garbage(qapp) -> Iterator[None]:
    """Look for garbage in the window's thread only, as the program does."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture
def qtbot(qtbot, monkeypatch) -> Iterator[QtBot]:
    """Hold what it is given until the test is over, and let Qt take it apart then, as it does in the program.

    pytest-qt holds it weakly. The collector would take a page that a test lets go apart in an order of its own: a part
    that goes first and holds the page would delete it, from within the page, a second time.
    """
    held, add = [], qtbot.addWidget

    def hold(widget: QWidget, **more: object) -> None:
        held.append(widget)
        add(widget, **more)

    monkeypatch.setattr(qtbot, "addWidget", hold)
    yield qtbot
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def store(rules) -> Store:
    return Store(new_plan("我的还款计划", rules, TODAY), rules, lambda: TODAY)


@pytest.fixture
def keeper(store, settings) -> Iterator[Keeper]:
    made = Keeper(store, settings.data_folder)
    yield made
    made.close(give_up=True)


@pytest.fixture
def window(qtbot, keeper, store, settings) -> MainWindow:
    design.choose(QApplication.instance(), design.ThemeChoice.LIGHT)
    made = MainWindow(keeper, settings)
    design.dress(QApplication.instance())
    qtbot.addWidget(made, before_close_func=lambda _: store.undo_stack.setClean())  # nothing to ask about at the end
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_page(place_of("loans"))  # on which most of what is tested begins
    return made


@pytest.fixture
def start(qtbot, settings) -> Iterator[Callable[..., object]]:
    """A way to start the program again and again, with what a window left for the next one."""
    from tests.ui.desks import starting

    with starting(settings) as give:
        yield give


@pytest.fixture
def answer(qapp) -> Iterator[Callable[[Callable[[QDialog], None]], list[str]]]:
    """Answer the next dialog when it is there; returns the list that its texts are put into."""

    waiting = QTimer()
    waiting.setInterval(5)

    def prepare(act: Callable[[QDialog], None]) -> list[str]:
        seen: list[str] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            waiting.stop()
            waiting.timeout.disconnect()
            seen.append(dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle())
            act(dialog)

        waiting.timeout.connect(look)
        waiting.start()
        return seen

    yield prepare
    waiting.stop()


def choose_file(path: Path) -> Callable[[QDialog], None]:
    """Return an answer that types a path into a file dialog and accepts it.

    It is typed, as Qt selects no file that is not there yet while the line for names has the focus.
    """

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    return act


def press(title: str) -> Callable[[QDialog], None]:
    """Return an answer that presses a button by its text."""

    def act(dialog: QDialog) -> None:
        buttons = [button for button in dialog.findChildren(QAbstractButton) if button.text() == title]
        assert buttons, f"no button {title}"
        buttons[0].click()

    return act


def type_over(qtbot, editor, text: str) -> None:
    """Replace what is in an editor, key by key, as a user does."""
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    if text.isascii():
        qtbot.keyClicks(editor, text)
    else:  # as an input method does it
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(editor, composed)
