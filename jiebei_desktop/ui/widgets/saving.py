"""Files that the user gives a name: what every file system takes, and what is said where one can't be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

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
        message = translate("Window", "没能写到 {name}：{reason}。")
        warn(parent, message.format(name=shown_name(path), reason=reason(error)))
        return False
    return True


def warn(parent: QWidget, message: str) -> None:
    """Say that something went wrong."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - a start does without

    QMessageBox.warning(parent, translate("Window", "借花规划"), message)
