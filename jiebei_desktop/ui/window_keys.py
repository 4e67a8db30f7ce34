"""The window's keys work in every field, too: some platforms have text editing keys of the same name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from jiebei_desktop.ui.shortcuts import COMMANDS, IN_WIDGETS, keys_of

_LEFT_TO_FIELDS = {"undo", "redo"}
"""Which a field hears while what is typed in it could not be taken over."""


class WindowKeys(QObject):
    """Refuses whatever has the keys in a window its claim to the keys of the window's commands.

    On Linux a field would delete to the end of its line by Ctrl+K, and go there by Ctrl+E.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys = {
            key.toString()
            for command in COMMANDS
            if command.group not in IN_WIDGETS and command.name not in _LEFT_TO_FIELDS
            for key in keys_of(command.name)
        }
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is a window
        app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Refuse the claim."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and QKeySequence(event.keyCombination()).toString() in self._keys
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and now.window() is self._window:
            now.installEventFilter(self)
