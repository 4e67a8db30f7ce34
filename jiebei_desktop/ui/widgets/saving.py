"""Files that the user gives a name: what every file system takes, and what is said where one can't be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from jiebei_desktop.files.plan_file import shown_name
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.text import translate

_FORBIDDEN = '<>:"/\\|?*\0'
_LENGTH = 60


def file_name(name: str) -> str:
    """Return a name that every file system takes."""
    kept = "".join("_" if char in _FORBIDDEN or ord(char) < ord(" ") else char for char in name)
    return kept.strip(" .")[:_LENGTH] or "jiehua"


def written(parent: QWidget, path: Path, write: Callable[[Path], None]) -> bool:
    """Write a file; say why where it can't be. Returns whether it is there."""
    try:
        write(path)
    except OSError as error:
        message = translate("Window", "没能写到 {name}：{reason}。计划没有动，换个地方再存一次就行。")
        warn(parent, message.format(name=shown_name(path), reason=reason(error)))
        return False
    return True


@runtime_checkable
class Tells(Protocol):
    """A window that has a place of its own for what went wrong, so that nothing has to be put away first."""

    def tell(self, message: str) -> None:
        """Show what went wrong."""


def warn(parent: QWidget, message: str) -> None:
    """Say that something went wrong in the window that it went wrong in, else in one of its own."""
    window: QWidget | None = parent
    while window is not None:
        if isinstance(window, Tells):
            window.tell(message)
            return
        window = window.parentWidget()
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - a start does without

    QMessageBox.warning(parent, translate("Window", "借花规划"), message)
