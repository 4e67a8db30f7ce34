"""What the window remembers between sittings, in a file of its own that holds no money and no names."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QLocale, QSettings, QStandardPaths

from jiebei_desktop import text
from jiebei_desktop.resources import portable_folder
from jiebei_desktop.ui.design import TEXT_SIZES, ThemeChoice

if TYPE_CHECKING:
    from jiebei_desktop.files.csv_out import CsvOptions

NAME = "jiebei-desktop"
"""Of the program, as the system's folders for it are called."""
BACKUPS: Final = "backups"
"""The folder for them in that for the program's own data."""

USUAL_REMIND_DAYS: Final = 3
"""How many days before its day something that falls due is told of, where the user says nothing."""
MOST_REMIND_DAYS: Final = 30


class Settings:
    """Typed access to the settings file."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the settings at `path`, with the program's own data beside it; by default the user's own."""
        self.data_folder = path.parent if path else data_folder()
        self.found_last: list[str] = []  # what the palette went to, for as long as the program runs
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
    def text_size(self) -> int:
        """Return how large texts are, in per cent of the usual size."""
        chosen = str(self._file.value("text_size", ""))
        return int(chosen) if chosen in {str(size) for size in TEXT_SIZES} else TEXT_SIZES[0]

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._file.setValue("text_size", value)

    @property
    def last_plan(self) -> Path | None:
        """Return the file of the last sitting, if there was one."""
        return self._plan("last_plan")

    @last_plan.setter
    def last_plan(self, value: Path | None) -> None:
        self._keep_plan("last_plan", value)

    @property
    def recent_plan(self) -> Path | None:
        """Return the plan file that was in use last, though a plan without a file was begun since."""
        return self._plan("recent_plan")

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
        self._keep_plan("recent_plan", path)
        self.last_folder = path.parent

    @property
    def geometry(self) -> QByteArray | None:
        """Return the window's place and size, as Qt keeps it."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)

    @property
    def remind(self) -> bool:
        """Tell whether the user wants to be reminded."""
        return self._is_on("remind")

    @remind.setter
    def remind(self, value: bool) -> None:
        self._file.setValue("remind", value)

    @property
    def remind_days(self) -> int:
        """Return how many days before its day something that falls due is told of."""
        chosen = str(self._file.value("remind_days", ""))
        known = chosen.isascii() and chosen.isdigit() and len(chosen) <= len(str(MOST_REMIND_DAYS))
        return min(int(chosen), MOST_REMIND_DAYS) if known else USUAL_REMIND_DAYS

    @remind_days.setter
    def remind_days(self, value: int) -> None:
        self._file.setValue("remind_days", value)

    @property
    def stay_in_tray(self) -> bool:
        """Tell whether the program goes on reminding when its window is closed."""
        return self._is_on("stay_in_tray")

    @stay_in_tray.setter
    def stay_in_tray(self, value: bool) -> None:
        self._file.setValue("stay_in_tray", value)

    def reminded(self, day: date) -> frozenset[str]:
        """Return the marks of what was told on a day."""
        noted, *marks = str(self._file.value("reminded", "")).split(" ")
        return frozenset(marks) if noted == day.isoformat() else frozenset()

    def remember_reminded(self, day: date, marks: Iterable[str]) -> None:
        """Remember marks of what was told on a day, with those of the same day before."""
        known = sorted(self.reminded(day) | frozenset(marks))
        self._file.setValue("reminded", " ".join((day.isoformat(), *known)))

    @property
    def csv_options(self) -> CsvOptions:
        """Return how the user wants CSV files."""
        from jiebei_desktop.files.csv_out import CsvOptions  # noqa: PLC0415 - a start writes none

        usual = CsvOptions()
        return CsvOptions(*(self._is_on(f"csv_{name}", usual=value) for name, value in usual._asdict().items()))

    @csv_options.setter
    def csv_options(self, value: CsvOptions) -> None:
        for name, on in value._asdict().items():
            self._file.setValue(f"csv_{name}", on)

    def _plan(self, name: str) -> Path | None:
        chosen = self._file.value(name)
        return (portable_folder() or Path()) / str(chosen) if chosen else None

    def _keep_plan(self, name: str, value: Path | None) -> None:
        portable = portable_folder()
        if value and portable and value.is_relative_to(portable):  # a stick is not at the same place everywhere
            value = value.relative_to(portable)
        self._file.setValue(name, str(value) if value else "")

    def _is_on(self, name: str, *, usual: bool = False) -> bool:
        return str(self._file.value(name, usual)).lower() == "true"


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
