"""Typing Chinese on Linux: which of Qt's plug-ins for input methods is asked for."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

_ASKED = "QT_IM_MODULE"


def choose_input_method() -> None:
    """Speak to fcitx in ibus's way where Qt has no plug-in for fcitx itself; before the application is made.

    Qt as it comes with PySide6 brings ibus's plug-in only, and fcitx answers to both. Without this, a desktop that
    asks for fcitx would get no input method at all.
    """
    asked = os.environ.get(_ASKED, "")
    if sys.platform.startswith("linux") and asked.startswith("fcitx") and not _has_plugin(asked):
        os.environ[_ASKED] = "ibus"


def _has_plugin(name: str) -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforminputcontexts")
    return any(plugins.glob(f"lib*{name}*"))
