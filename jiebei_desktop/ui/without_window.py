"""What the command line needs of the window's side where there is no window: its folder, and paper to draw on."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from jiebei_desktop.ui.settings import BACKUPS, NAME, data_folder


def backups_folder() -> Path:
    """Return the folder that the window keeps backups in."""
    QCoreApplication.setApplicationName(NAME)
    return data_folder() / BACKUPS


def begin_drawing() -> None:
    """Make ready for drawing pages: no screen is needed for that, whichever one the window would have."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from jiebei_desktop.ui.app import application  # noqa: PLC0415 - Qt reads the platform on first use

    application()
