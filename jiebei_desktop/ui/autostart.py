"""Whether the system starts the program with the session: as each kind of system keeps it, for this user alone."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

from jiebei_desktop import APP_ID
from jiebei_desktop.files.atomic import private_folder, write_atomically
from jiebei_desktop.resources import is_packed
from jiebei_desktop.text import translate

_ENTRY: Final = "jiehua.desktop"
_RUN_KEY: Final = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
_RUN_NAME: Final = "jiehua"
_GROUP: Final = "[Desktop Entry]"
_OFF: Final = {("Hidden", "true"), ("X-GNOME-Autostart-enabled", "false")}
"""How desktops note that an entry is there and does nothing."""


class Autostart:
    """The state is the system's own: it is read anew each time, as it can be changed elsewhere."""

    def is_on(self) -> bool:
        """Tell whether the program starts with the session."""
        if sys.platform == "win32":
            return bool(_run_key().contains(_RUN_NAME))
        if sys.platform == "darwin":
            return agent_path(Path.home() / "Library" / "LaunchAgents").is_file()
        return entry_is_on(entry_path())

    def set(self, on: bool) -> None:
        """Let the program start with the session, without a window, or not.

        Raises:
            OSError: the system could not be told.
        """
        if sys.platform == "win32":
            key = _run_key()
            key.setValue(_RUN_NAME, run_line(command())) if on else key.remove(_RUN_NAME)
            key.sync()
            if key.status() is not QSettings.Status.NoError:
                raise OSError(0, "", _RUN_KEY)
        elif sys.platform == "darwin":
            keep(agent_path(Path.home() / "Library" / "LaunchAgents"), launch_agent(command()) if on else None)
        else:
            keep(entry_path(), desktop_entry(command()) if on else None)


def command() -> list[str]:
    """Return how the program is started, without a window: the packed one itself, else by the Python that runs it."""
    if not is_packed():
        return [sys.executable, "-m", "jiebei_desktop", "open", "--quiet"]
    # An AppImage is unpacked to another place each time; what the user has is named here.
    return [os.environ.get("APPIMAGE") or sys.executable, "open", "--quiet"]


# --- Linux ------------------------------------------------------------------------------------------------------------


def entry_path() -> Path:
    """Return the file by which desktops start the program."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "autostart" / _ENTRY


def desktop_entry(program: list[str]) -> bytes:
    """Return an entry for desktops that starts a program."""
    name = translate("Window", "借花规划")
    lines = (
        _GROUP,
        "Type=Application",
        "Version=1.1",
        f"Name={name}",
        f"Exec={exec_line(program)}",
        f"Icon={APP_ID}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def exec_line(program: list[str]) -> str:
    r"""Return a command as desktop entries write it: each part in quotes, and every `\` once more as in any value."""
    return " ".join(_quoted(part) for part in program)


def _quoted(part: str) -> str:
    inside = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in part).replace("%", "%%")
    return '"' + inside.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + '"'


def entry_is_on(path: Path) -> bool:
    """Tell whether there is an entry that desktops act on."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    pairs = {(name.strip(), value.strip().lower()) for name, _, value in (line.partition("=") for line in lines)}
    return _GROUP in lines and not pairs & _OFF


# --- macOS ------------------------------------------------------------------------------------------------------------


def agent_path(folder: Path) -> Path:
    """Return the file by which macOS starts the program, in its folder of such files."""
    return folder / f"{APP_ID}.plist"


def launch_agent(program: list[str]) -> bytes:
    """Return what macOS starts a program by."""
    return plistlib.dumps(
        {"Label": APP_ID, "ProgramArguments": program, "RunAtLoad": True, "ProcessType": "Interactive"}
    )


# --- Windows ----------------------------------------------------------------------------------------------------------


def _run_key() -> QSettings:
    return QSettings(_RUN_KEY, QSettings.Format.NativeFormat)


def run_line(program: list[str]) -> str:
    """Return a command as Windows takes it apart again."""
    return subprocess.list2cmdline(program)


# ----------------------------------------------------------------------------------------------------------------------


def keep(path: Path, content: bytes | None) -> None:
    """Let a file hold this, or not be there."""
    if content is None:
        path.unlink(missing_ok=True)
        return
    private_folder(path.parent)
    write_atomically(path, content)
