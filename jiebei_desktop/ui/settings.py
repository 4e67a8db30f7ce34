"""What the window remembers between sittings, in a file of its own that holds no money and no names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from jiebei_desktop import text
from jiebei_desktop.resources import portable_folder
from jiebei_desktop.ui.design import ThemeChoice


class Settings:
    """Typed access to the settings file."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings at `path`, with the program's own data beside it; by default the user's own."""
        self.data_folder = path.parent if path else data_folder()
        self._file = QSettings(str(path or settings_folder() / "settings.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """Return the user's language; before a choice, English only where the system speaks it."""
        chosen = self._file.value("language")
        if chosen in text.LANGUAGES:
            return str(chosen)
        return text.ENGLISH if QLocale.system().language() is QLocale.Language.English else text.CHINESE

    @language.setter
    def language(self, value: str) -> None:
        self._file.setValue("language", value)

    @property
    def theme(self) -> ThemeChoice:
        """Return the chosen look."""
        chosen = self._file.value("theme")
        return ThemeChoice(chosen) if chosen in set(ThemeChoice) else ThemeChoice.SYSTEM

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._file.setValue("theme", value.value)

    @property
    def last_plan(self) -> Path | None:
        """Return the file of the last sitting, if there was one."""
        chosen = self._file.value("last_plan")
        return (portable_folder() or Path()) / str(chosen) if chosen else None

    @last_plan.setter
    def last_plan(self, value: Path | None) -> None:
        portable = portable_folder()
        if value and portable and value.is_relative_to(portable):  # a stick is not at the same place everywhere
            value = value.relative_to(portable)
        self._file.setValue("last_plan", str(value) if value else "")

    @property
    def last_folder(self) -> Path:
        """Return the folder that file dialogs begin in."""
        chosen = self._file.value("last_folder")
        if chosen and Path(str(chosen)).is_dir():
            return Path(str(chosen))
        return documents_folder()

    @last_folder.setter
    def last_folder(self, value: Path) -> None:
        self._file.setValue("last_folder", str(value))

    def opened(self, path: Path) -> None:
        """Remember the plan file that is in use, and its folder, wherever the next start is from."""
        path = path.absolute()
        self.last_plan = path
        self.last_folder = path.parent

    @property
    def geometry(self) -> QByteArray | None:
        """Return the window's place and size, as Qt keeps it."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)


def settings_folder() -> Path:
    """Return the folder that holds the settings: beside a portable program, else the user's own."""
    return _own_folder(QStandardPaths.StandardLocation.AppConfigLocation)


def data_folder() -> Path:
    """Return the folder for drafts, backups and the log: beside a portable program, else the user's own."""
    return _own_folder(QStandardPaths.StandardLocation.AppLocalDataLocation)


def _own_folder(kind: QStandardPaths.StandardLocation) -> Path:
    return portable_folder() or Path(QStandardPaths.writableLocation(kind))


def documents_folder() -> Path:
    """Return the folder that plans are first proposed for: of a portable program, else the user's documents.

    Where there is neither, nor a home, it is the one for temporary files, which is always there.
    """
    places = QStandardPaths.StandardLocation
    kinds = (places.DocumentsLocation, places.HomeLocation, places.TempLocation)
    folders = (Path(QStandardPaths.writableLocation(kind)) for kind in kinds)
    return portable_folder() or next((folder for folder in folders if folder.is_dir()), Path())
