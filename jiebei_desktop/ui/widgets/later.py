"""Widgets that are brought up to date only while they are in sight; the others wait until they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

T = TypeVar("T")


class Later(QObject, Generic[T]):
    """Shows a value in several widgets, each when it is next in sight.

    Whoever moves widgets into sight says so by `look_soon`.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.freshen)
        self._parts: dict[QWidget, Callable[[T], None]] = {}
        self._stale: set[QWidget] = set()
        self._value: T | None = None

    def add(self, part: QWidget, show: Callable[[T], None]) -> None:
        """Take in a widget, with what shows a value in it, for as long as it lives."""
        self._parts[part] = show
        self._stale.add(part)
        part.destroyed.connect(partial(self._forget, part))

    def _forget(self, part: QWidget, _gone: QObject | None = None) -> None:
        self._parts.pop(part, None)
        self._stale.discard(part)

    def show(self, value: T) -> None:
        """Show another value."""
        self._value = value
        self._stale.update(self._parts)
        self.freshen()

    def freshen(self) -> None:
        """Bring up to date what has come into sight."""
        if self._value is None:
            return
        seen = [part for part in self._parts if part in self._stale and not part.visibleRegion().isEmpty()]
        for part in seen:
            if part not in self._stale or part.visibleRegion().isEmpty():
                continue  # one before it took it away
            self._stale.discard(part)
            self._parts[part](self._value)
        if seen and self._stale:
            self.look_soon()  # what changed its height moved the others

    def look_soon(self) -> None:
        """See what has come into sight, once all is laid out."""
        self._soon.start()
