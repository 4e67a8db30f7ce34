"""A window that edits by itself, as an input method does it, and notes what it did: for who kills it and looks."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from jiebei_desktop.files.plan_file import SUFFIX
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.settings import Settings

_SAVES, _UNDOES = 0.05, 0.2
"""Which share of what it does is saving, and which up to there is undoing something."""
_PAUSE: Final = 2
"""In milliseconds, from one edit to the next."""


def drive(folder: Path, note: Callable[[str], None]) -> int:
    """Open the window on what is in a folder and edit until somebody ends it.

    It notes `found NAME` for the plan that it begins with, `making NUMBER NAME` for what it is about to make of it, and
    `kept NUMBER` for what is on disk for sure. The plan's name counts up.
    """
    app = application()
    desk = Desk(app, Settings(folder / "settings.ini"))
    desk.show()
    driver = _Driver(desk, folder / f"driven{SUFFIX}", note)
    timer = QTimer()
    timer.timeout.connect(driver.go_on)
    timer.start(_PAUSE)
    return app.exec()


class _Driver:
    def __init__(self, desk: Desk, file: Path, note: Callable[[str], None]) -> None:
        self._desk, self._file, self._note = desk, file, note
        self._random = random.Random()  # noqa: S311 - no secret
        self._made = 0
        self._numbers = {0: 0}  # what is made, by the autosave's numbers
        name = desk.store.plan.name
        self._top = int(name) if name.isdecimal() else 0
        self._names = [str(self._top)]
        note(f"found {self._top}")
        desk.keeper.kept.connect(self._kept)

    def go_on(self) -> None:
        """Make one more edit, undo one, or save."""
        what, editor = self._random.random(), self._desk.window.topbar.name
        if what < _SAVES:
            if self._desk.window.files.save_to(self._file):
                self._note(f"kept {self._made}")
        elif what < _UNDOES and len(self._names) > 1:
            self._names.pop()
            self._making()
            self._desk.store.undo_stack.undo()
        else:
            self._top += 1
            self._names.append(str(self._top))
            self._making()
            _type_over(editor, str(self._top))
            self._desk.store.end_typing()
        self._numbers[self._desk.keeper.given] = self._made

    def _making(self) -> None:
        self._made += 1
        self._note(f"making {self._made} {self._names[-1]}")

    def _kept(self, number: int) -> None:
        known = max(given for given in self._numbers if given <= number)
        self._note(f"kept {self._numbers[known]}")


def _type_over(editor: QLineEdit, text: str) -> None:
    editor.selectAll()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)
