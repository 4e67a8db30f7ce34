"""The application: its look, its language and its window."""

from __future__ import annotations

import gc
import os
import sys
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from jiebei_desktop import APP_ID, text
from jiebei_desktop.files.drafts import DraftFile
from jiebei_desktop.files.plan_file import LockedPlanError, PlanFileError, plan_data, shown_name
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.calling import Callee, call
from jiebei_desktop.ui.collector import Collector
from jiebei_desktop.ui.first_paint import FirstPaint, milliseconds_since_start
from jiebei_desktop.ui.icons import app_icon
from jiebei_desktop.ui.input_method import choose_input_method
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.settings import NAME, Settings
from jiebei_desktop.ui.store import Store, today
from jiebei_desktop.ui.widgets.in_sight import InSight
from jiebei_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from jiebei_desktop.ui.crash import Catcher
    from jiebei_desktop.ui.reminders import Reminders

_SETTLED = 2_000
"""Milliseconds after the first painting, before the user is reminded."""
_TRAY_EVERY, _TRAY_LOOKS = 5_000, 12
"""Milliseconds from one look for the tray to the next, and how often, where the program starts with the session."""


def run_window(plan: Path | None, *, exit_after_first_paint: bool = False, quiet: bool = False) -> int:
    """Open the window, with a plan file, the last one, or an empty plan, and run until it is closed.

    With `exit_after_first_paint` it prints after how many milliseconds the first page was on screen, and quits. A
    `quiet` start opens no window where the program can remind without one.
    """
    os.umask(0o077)  # what is written is for the user's eyes alone
    app = application()
    settings = Settings()
    if not exit_after_first_paint and call(settings.data_folder, plan, show=not quiet):
        return 0
    desk = Desk(app, settings, plan)
    if desk.window.pages.current is not None:
        first = FirstPaint(desk.window.pages.current)
        first.done.connect(partial(_started, desk, exiting=exit_after_first_paint))
    if quiet and desk.wants_reminders:
        desk.start_quietly()
    else:
        desk.show()
    return app.exec()


def _started(desk: Desk, *, exiting: bool) -> None:
    desk.catch_errors()
    desk.remind_soon()
    if exiting:
        sys.stdout.write(f"{milliseconds_since_start():.0f}\n")
        sys.stdout.flush()
        QApplication.quit()
    gc.freeze()  # what the start made stays, and is not looked through again and again


class Application(QApplication):
    """Says `file_wanted` when macOS asks for a file: there it is no argument of a double-clicked program."""

    file_wanted = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take such a request; what else is sent to the application is Qt's."""
        if isinstance(event, QFileOpenEvent):
            self.file_wanted.emit(event.file())
            return True
        return super().event(event)


def application() -> QApplication:
    """Return the process's application, named and with its icon."""
    found = QApplication.instance()
    if found is None:
        choose_input_method()
    app = found if isinstance(found, QApplication) else Application(["jiebei-desktop", *design.STYLE])
    if app.findChild(Collector) is None:
        Collector(app)
        InSight(app)
        calm()
    app.setApplicationName(NAME)
    app.setDesktopFileName(APP_ID)
    app.setWindowIcon(app_icon())
    return app


def calm() -> None:
    """Let nothing move on its own: menus, lists and hints are there at once, whatever the system does elsewhere."""
    for effect in (
        Qt.UIEffect.UI_General,
        Qt.UIEffect.UI_AnimateMenu,
        Qt.UIEffect.UI_FadeMenu,
        Qt.UIEffect.UI_AnimateCombo,
        Qt.UIEffect.UI_AnimateTooltip,
        Qt.UIEffect.UI_FadeTooltip,
        Qt.UIEffect.UI_AnimateToolBox,
    ):
        QApplication.setEffectEnabled(effect, False)


class Desk(QObject):
    """Holds the store and its window, and makes the window anew when theme, size of texts or language change."""

    def __init__(self, app: QApplication, settings: Settings, asked: Path | None = None) -> None:
        """Make the window, with the plan that was asked for, else the last sitting's if it is still there."""
        super().__init__()
        self._app = app
        self._settings = settings
        self._qt_words = QTranslator(self)
        self._refused: tuple[PlanFileError, Path] | None = None
        self._locked: DraftFile | None = None
        self._catcher: Catcher | None = None
        self._looks = QTimer(self)
        self._looks.setInterval(_TRAY_EVERY)
        self._looks.timeout.connect(self._look_for_tray)
        self._looks_left = _TRAY_LOOKS
        self._callee = Callee(settings.data_folder, self)
        self._callee.called.connect(lambda: self._show_wanted("", ""))
        self._speak()
        self._failed: Exception | None = None
        self.store, self.keeper = self._empty()
        try:
            self._begin(asked)  # before there is a window: it is made, laid out and painted but once
            self.window = self._make_window()
        except Exception as error:  # noqa: BLE001 - a mistake of ours that this plan brings out: begin without it
            self._failed = error
            self.keeper.close()  # what is not saved stays on disk
            self.store, self.keeper = self._empty()
            self.window = self._make_window()
        app.aboutToQuit.connect(self._callee.stop)
        app.commitDataRequest.connect(lambda _: self.window.ends_with_session())
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        if isinstance(app, Application):
            app.file_wanted.connect(self._open_wanted)

    def show(self) -> None:
        """Show the window where it was the last time, and say why where its plan could not be read."""
        self._callee.stop()
        if self._settings.geometry is not None:
            self.window.restoreGeometry(self._settings.geometry)
        self.window.show()
        if "reminders" in self.__dict__:
            self.reminders.trouble = ""
        locked, refused = self._locked, self._refused
        self._locked = self._refused = None  # before it is asked about: it is once only
        if locked is not None:
            self.window.files.unlock(locked)
        if refused is not None:
            self.window.files.opened_after(*refused)
        if self._failed is not None:
            self._show_error(self._report_of(self._failed))
            self._failed = None

    @property
    def wants_reminders(self) -> bool:
        """Tell whether the user wants to be reminded."""
        return self._settings.remind

    def start_quietly(self) -> None:
        """Begin without a window once there is a tray, which may come after the program when a session begins.

        Where none comes, there is a window. Qt is not asked for a tray before: it keeps the answer.
        """
        self.catch_errors()
        self._looks.start()

    def _look_for_tray(self) -> None:
        self._looks_left -= 1
        self.reminders.follow_settings()
        if self.reminders.active:
            self._looks.stop()
            self._listen()
            trouble = self._trouble()
            if trouble:
                self.reminders.tell_trouble(trouble)
        elif not self._looks_left:
            self._looks.stop()
            self.show()

    def _listen(self) -> None:
        """Hear of later starts, as there is no window."""
        self._callee.listen(self.store.path)

    def _trouble(self) -> str:
        """Return why the user's plan is not open, where the window has to be there before it can be."""
        if self._locked is not None:
            return translate("Reminders", "没保存的改动有密码，打开窗口输入密码。")
        if self._refused is not None:
            error, path = self._refused
            if isinstance(error, LockedPlanError):
                return translate("Reminders", "“{name}”有密码，打开窗口输入密码。").format(name=shown_name(path))
            return str(error)
        return translate("Reminders", "程序出了错，打开窗口看看。") if self._failed is not None else ""

    def catch_errors(self) -> None:
        """Show from now on what goes wrong in the program itself, in a way that gives nothing of the user's away."""
        if self._catcher is not None:
            return
        from jiebei_desktop.ui.crash import Catcher  # noqa: PLC0415 - no part of the first page

        def note(times: int) -> None:
            self.keeper.diary.note("error", times=times)

        self._catcher = Catcher(self._report_of, self._show_error, note)
        self._catcher.install()

    def _show_error(self, report: str) -> None:
        from jiebei_desktop.ui.crash import CrashDialog  # noqa: PLC0415 - no part of the first page

        CrashDialog(report, self.window.files.save_as, self.window).exec()

    def _report_of(self, error: BaseException) -> str:
        from jiebei_desktop.files.redaction import report, texts_of  # noqa: PLC0415 - seldom needed
        from jiebei_desktop.ui.about import versions  # noqa: PLC0415

        path = self.store.path
        return report(error, texts_of(plan_data(self.store.plan)) | ({path.stem} if path else set()), versions())

    def _open_wanted(self, path: str) -> None:
        if self.window.files.may_leave():
            self.window.files.open(Path(path))

    def _empty(self) -> tuple[Store, Keeper]:
        """Return a store with an empty plan, and who keeps it."""
        rules = shipped_rules()
        store = Store(new_plan(translate("Window", "我的还款计划"), rules, today()), rules, today)
        return store, Keeper(store, self._settings.data_folder)

    def _begin(self, asked: Path | None) -> None:
        """Begin with a file that was asked for, else what was left without saving, else the last plan."""
        last = self._settings.last_plan
        path = asked or (last if last is not None and last.is_file() else None)
        if asked is None and self._recovered():
            return
        if path is not None:
            try:
                self.keeper.open(path)
            except PlanFileError as error:
                self._refused = error, path
            else:
                self._settings.opened(path)

    def _recovered(self) -> bool:
        """Begin with the newest draft that has something in it which is not saved."""
        self.keeper.find()
        for draft in tuple(self.keeper.others):
            try:
                if self.keeper.recover(draft):
                    return True
            except LockedPlanError:
                self._locked = draft  # asked for once there is a window
                return True
        return False

    def _speak(self) -> None:
        """Put the chosen language, theme and size of texts into force."""
        text.use(self._settings.language)
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        QLocale.setDefault(chinese if text.language() == text.CHINESE else QLocale(QLocale.Language.English))
        self._app.removeTranslator(self._qt_words)
        if self._settings.language == text.CHINESE:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._qt_words.load(chinese, "qtbase", "_", folder):
                self._app.installTranslator(self._qt_words)
        design.choose(self._app, self._settings.theme, self._settings.text_size)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.keeper, self._settings)
        design.dress(self._app)
        window.look_changed.connect(self.renew)
        window.reminders_wanted.connect(self._show_reminders)
        window.put_away.connect(self._listen)
        window.stays = lambda: self._settings.stay_in_tray and self.reminders.keeps_running
        return window

    @cached_property
    def reminders(self) -> Reminders:
        """Return what tells the user what is due; it stays when the window goes."""
        from jiebei_desktop.ui.reminders import Reminders  # noqa: PLC0415 - no part of the first page

        made = Reminders(self.store, self._settings, self)
        made.wanted.connect(self._show_wanted)
        made.quit_wanted.connect(self._end)
        return made

    def remind_soon(self) -> None:
        """Begin to remind, where that is wanted, once the window has had its time."""
        if self._settings.remind:
            QTimer.singleShot(_SETTLED, self, lambda: self.reminders)

    def _end(self) -> None:
        self.window.end()

    def _show_wanted(self, page: str, loan_id: str) -> None:
        """Show the window, and the page that a reminder leads to."""
        if not self.window.isVisible():
            self.show()
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()
        if page:
            self.window.go(page, loan_id)

    def _show_reminders(self) -> None:
        from jiebei_desktop.ui.reminders_dialog import RemindersDialog  # noqa: PLC0415 - no part of the first page

        RemindersDialog(self._settings, self.reminders, self.window).open()

    def _follow_system(self) -> None:
        if self._settings.theme is design.ThemeChoice.SYSTEM:
            self.renew()

    def renew(self) -> None:
        """Make the window anew in the look in force, in the place of the old one and on the same page."""
        old = self.window
        self._speak()
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        self.window.go_on(old)
        if old.isVisible():
            self.window.show()
        old.hide()
        old.deleteLater()
        if "reminders" in self.__dict__:
            self.reminders.follow_settings()
