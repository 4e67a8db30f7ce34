"""What the window remembers between sittings, in a file of its own that holds no money and no names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from jiebei_desktop import text
from jiebei_desktop.ui.design import ThemeChoice


class Settings:
    """Typed access to the settings file."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings at `path`; by default the user's own."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self._file = QSettings(str(path or Path(folder) / "settings.ini"), QSettings.Format.IniFormat)

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
        return Path(str(chosen)) if chosen else None

    @last_plan.setter
    def last_plan(self, value: Path | None) -> None:
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

    @property
    def geometry(self) -> QByteArray | None:
        """Return the window's place and size, as Qt keeps it."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)


def documents_folder() -> Path:
    """Return the folder of the user's documents."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
