"""Windows over real files, and hands for them: what the tests of keeping a plan have in common."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from shiboken6 import delete, isValid

from jiebei_desktop import text
from jiebei_desktop.files.drafts import Draft
from jiebei_desktop.files.hold import Hold
from jiebei_desktop.files.plan_file import plan_of
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.remarks import Act
from jiebei_desktop.ui.settings import Settings
from tests.conftest import TODAY
from tests.ui.conftest import type_over

CONTROL = Qt.KeyboardModifier.ControlModifier
FOUND = "上次没来得及保存的改动都找回来了，还没存进文件。"
PASSWORD = "一二三四五六七八"  # noqa: S105 - of nobody
PATIENCE = 5_000
"""In milliseconds, before a dialog that no test answers is closed."""

Start = Callable[..., Desk]


@contextmanager
def starting(settings: Settings) -> Iterator[Start]:
    """Give a way to start the program again and again; its windows are gone afterwards, without asking."""
    settings.language, settings.theme = text.CHINESE, ThemeChoice.LIGHT
    desks = []

    def start(asked: Path | None = None, *, own: Settings | None = None, shown: bool = True) -> Desk:
        desk = Desk(application(), own or settings, asked)
        desks.append(desk)
        desk.window.show_page(place_of("loans"))  # on which most of what is tested begins
        if shown:
            desk.show()
        QApplication.processEvents()  # what a start puts off
        return desk

    with nobody_waits() as unanswered:
        yield start
    while desks:
        end(desks.pop())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    assert unanswered == []


def end(desk: Desk) -> None:
    if isValid(desk.keeper):
        desk.store.undo_stack.setClean()
        desk.window.close()
    desk.window.deleteLater()


@contextmanager
def nobody_waits() -> Iterator[list[str]]:
    """Close a dialog that nobody answers, as it would wait for ever; gives the list of what they say."""
    seen: list[QDialog | None] = [None]
    unanswered = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog is seen[0]:
            unanswered.append(text_of(dialog))
            dialog.reject()
        seen[0] = dialog

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(PATIENCE)
    yield unanswered
    timer.stop()


def say_yes(dialog: QDialog) -> None:
    """Answer whether a file may be replaced, as a file dialog asks."""
    assert isinstance(dialog, QMessageBox)
    dialog.button(QMessageBox.StandardButton.Yes).click()


def text_of(dialog: QDialog) -> str:
    return dialog.text() if isinstance(dialog, QMessageBox) else dialog.windowTitle()


def kill(desk: Desk) -> None:
    """End a window as the system ends a process: it lets go of what the window held, and the window does no more."""
    assert desk.keeper.wait()
    for hold in holds(desk.keeper):
        hold.let_go(take_away=False)
    delete(desk.keeper)
    desk.window.hide()


def holds(thing: object, depth: int = 4) -> list[Hold]:
    """Return all that something of the program holds, wherever it keeps it."""
    if isinstance(thing, Hold):
        return [thing]
    if isinstance(thing, list):
        return [hold for each in thing for hold in holds(each, depth)]
    if depth == 0:
        return []
    own = type(thing).__module__.startswith(("jiebei_desktop.files", "jiebei_desktop.ui"))
    return holds(list(vars(thing).values()), depth - 1) if own and hasattr(thing, "__dict__") else []


def in_turn(answer, *acts: Callable[[QDialog], None]) -> list[str]:
    """Answer one dialog after the other; returns the list that what they say is put into."""
    said: list[str] = []

    def prepare(act: Callable[[QDialog], None], *rest: Callable[[QDialog], None]) -> None:
        def do(dialog: QDialog) -> None:
            said.append(text_of(dialog))
            if rest:
                prepare(*rest)
            try:
                act(dialog)
            except BaseException:
                dialog.reject()
                raise

        answer(do)

    prepare(*acts)
    return said


def activate(qtbot, desk: Desk) -> None:
    """Go to a window: without a window manager nobody gives it the focus back after a dialog."""

    def active() -> bool:
        desk.window.activateWindow()
        return desk.window.isActiveWindow()

    qtbot.waitUntil(active)


def keys(qtbot, desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    activate(qtbot, desk)
    qtbot.keyClick(desk.window, key, modifier)


def rename(qtbot, desk: Desk, name: str) -> None:
    """Type the plan's name, and go elsewhere, so that it is a step of its own."""
    activate(qtbot, desk)
    type_over(qtbot, desk.window.topbar.name, name)
    desk.window.topbar.name.clearFocus()
    assert desk.store.plan.name == name


def add_loan(qtbot, desk: Desk) -> None:
    before = len(desk.store.plan.loans)
    keys(qtbot, desk, Qt.Key.Key_L)
    assert len(desk.store.plan.loans) == before + 1


def click(qtbot, desk: Desk, act: Act) -> None:
    """Click what a remark offers."""
    button = desk.window.notice.button(act)
    assert button is not None, desk.window.notice.text
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def said(desk: Desk) -> list[str]:
    """Return what the window says of the plan's file."""
    return desk.window.notice.text.splitlines()


def on_disk(qtbot, desk: Desk) -> list[Draft]:
    """Return the drafts on disk once the window says that all is kept there."""
    qtbot.waitUntil(lambda: desk.keeper.all_kept)
    return drafts(desk.window.settings)


def drafts(settings: Settings) -> list[Draft]:
    found = [json.loads(path.read_bytes()) for path in (settings.data_folder / "drafts").glob("*.draft")]
    return [
        Draft(plan_of(each["plan"])[0], plan_of(each["base"])[0], each["file"] and Path(each["file"]), each["borrowed"])
        for each in found
    ]


def a_plan(name: str = "家里的计划", **more: object) -> Plan:
    return new_plan(name, shipped_rules(), TODAY).model_copy(update=more)


def compared(plan: Plan, amount: int) -> Plan:
    """Return a plan with another amount in its comparison: something else than its name."""
    return plan.model_copy(update={"comparison": plan.comparison.model_copy(update={"amount": Decimal(amount)})})


def watched(qtbot, desk: Desk) -> None:
    """Wait until the window hears of what others do to the file."""
    qtbot.waitUntil(lambda: str(desk.store.path) in desk.keeper._watcher.files())
