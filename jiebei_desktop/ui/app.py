"""The application: its look, its language and its window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from jiebei_desktop import text
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import app_icon
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Store, today
from jiebei_desktop.ui.window import MainWindow


def run_window(plan: Path | None) -> int:
    """Open the window, with a plan file, the last one, or an empty plan, and run until it is closed."""
    app = application()
    desk = Desk(app, Settings())
    desk.open_first(plan)
    return app.exec()


def application() -> QApplication:
    """Return the process's application, named and with its icon."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(["jiebei-desktop"])
    app.setApplicationName("jiebei-desktop")
    app.setDesktopFileName("jiebei-desktop")
    app.setWindowIcon(app_icon())
    return app


class Desk(QObject):
    """Holds the store and its window, and makes the window anew when theme or language change."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._qt_words = QTranslator(self)
        self._speak()
        rules = shipped_rules()
        self.store = Store(new_plan(translate("Window", "我的还款计划"), rules, today()), rules, today)
        self.window = self._make_window()
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def open_first(self, plan: Path | None) -> None:
        """Show the window with the plan that was asked for, else the last sitting's if it is still there."""
        if self._settings.geometry is not None:
            self.window.restoreGeometry(self._settings.geometry)
        self.window.show()
        last = self._settings.last_plan
        if plan is not None:
            self.window.files.open(plan)
        elif last is not None and last.is_file():
            self.window.files.open(last)

    def _speak(self) -> None:
        """Put the chosen language and theme into force."""
        text.use(self._settings.language)
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        QLocale.setDefault(chinese if text.language() == text.CHINESE else QLocale(QLocale.Language.English))
        self._app.removeTranslator(self._qt_words)
        if self._settings.language == text.CHINESE:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._qt_words.load(chinese, "qtbase", "_", folder):
                self._app.installTranslator(self._qt_words)
        design.choose(self._app, self._settings.theme)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.store, self._settings)
        design.dress(self._app)
        window.look_changed.connect(self.renew)
        return window

    def _follow_system(self) -> None:
        if self._settings.theme is design.ThemeChoice.SYSTEM:
            self.renew()

    def renew(self) -> None:
        """Make the window anew in the look in force, in the place of the old one and on the same page."""
        old = self.window
        self._speak()
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        self.window.show_page(old.page_index)
        if old.isVisible():
            self.window.show()
        old.hide()
        old.deleteLater()
