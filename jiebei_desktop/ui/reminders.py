"""Reminders by the system's tray: each matter once a day, at the start, when the day changes and when the plan does."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from jiebei_desktop.planning.reminding import Reminder, next_due, reminders
from jiebei_desktop.text import translate
from jiebei_desktop.ui.icons import app_icon
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Store

_LOOK_AGAIN: Final = 30 * 60 * 1000
"""Milliseconds from one look at the day to the next: after midnight, or when the computer woke up."""
_SETTLED: Final = 2_000
"""Milliseconds after the last change of the plan."""
_MOST_LINES: Final = 3
_MARK_LETTERS: Final = 16
_NO_MARKUP: Final = str.maketrans({"<": "＜", ">": "＞", "&": "＆"})
"""Some desktops read a notice as markup, others do not: what both show alike."""


class Reminders(QObject):
    """Tells what is due. It outlives windows; where there is no tray, or the user wants none of it, it is silent.

    `noticed` says the title and text of each notice, `wanted` which page and loan the user wants to see (both empty
    where just the window is wanted), `quit_wanted` that the program is to end.

    Args:
        store: holds the plan.
        settings: say what the user wants, and remember what was told, by marks that give nothing away.
        parent: what it lives as long as.
        tray_there: tells whether the desktop has a tray.

    Attributes:
        trouble: why nothing can be told of the user's plan; empty where it can.
    """

    noticed = Signal(str, str)
    wanted = Signal(str, str)
    quit_wanted = Signal()

    def __init__(
        self,
        store: Store,
        settings: Settings,
        parent: QObject | None = None,
        tray_there: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(parent)
        self._store, self._settings, self._tray_there = store, settings, tray_there
        self._leads_to = ("", "")
        self.trouble = ""
        self.menu = QMenu()
        self.open_action = self.menu.addAction("")
        self.next_action = self.menu.addAction("")
        self.next_action.setEnabled(False)
        self.menu.addSeparator()
        self.quit_action = self.menu.addAction("")
        self.open_action.triggered.connect(lambda: self.wanted.emit("", ""))
        self.quit_action.triggered.connect(self.quit_wanted)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.tray = QSystemTrayIcon(app_icon(), self)
        self.tray.setContextMenu(self.menu)
        self.tray.messageClicked.connect(lambda: self.wanted.emit(*self._leads_to))
        self.tray.activated.connect(self._activated)
        self.noticed.connect(self.tray.showMessage)
        self.clock = QTimer(self)
        self.clock.setInterval(_LOOK_AGAIN)
        self.clock.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLED)
        self._soon.timeout.connect(self.look)
        store.changed.connect(self._follow_plan)
        self.follow_settings()

    @property
    def can_be(self) -> bool:
        """Tell whether there is a tray, without which nobody can be reminded."""
        return self._tray_there()

    @property
    def active(self) -> bool:
        """Tell whether the user is reminded."""
        return self._settings.remind and self.can_be

    @property
    def keeps_running(self) -> bool:
        """Tell whether the program is to stay when its window is closed."""
        return self.active and self._settings.stay_in_tray

    def follow_settings(self) -> None:
        """Begin or end by what the user wants now."""
        self.tray.setVisible(self.active)
        if not self.active:
            self.clock.stop()
            self._soon.stop()
            return
        self._fill_menu()
        self.clock.start()
        self.look()

    def look(self) -> None:
        """Tell what was not told today."""
        if not self.active:
            return
        day = self._store.today
        told = self._settings.reminded(day)
        new = [each for each in self.due_today() if _mark(each) not in told]
        if new:
            self._settings.remember_reminded(day, map(_mark, new))
            self._tell(new)

    def tell_trouble(self, trouble: str) -> None:
        """Say why nothing can be told of the user's plan; a click on the notice leads to the window."""
        self.trouble = trouble
        self._leads_to = ("", "")
        self.noticed.emit(translate("Reminders", "计划没有打开，现在提醒不了"), trouble.translate(_NO_MARKUP))

    def due_today(self) -> tuple[Reminder, ...]:
        """Return all that there is to be told today, also what was told already."""
        store = self._store
        return reminders(store.plan, store.rules, store.today, self._settings.remind_days)

    def _tell(self, new: list[Reminder]) -> None:
        """Say all that is new in one notice: a system shows one at a time."""
        first = new[0]
        title, text = first.title, first.text
        self._leads_to = (first.page, first.loan)
        if len(new) > 1:
            title = translate("Reminders", "还款的事有 {count} 件").format(count=len(new))
            lines = [each.title for each in new[:_MOST_LINES]]
            if len(new) > _MOST_LINES:
                lines.append(translate("Reminders", "……还有 {count} 件").format(count=len(new) - _MOST_LINES))
            text = "\n".join(lines)
        self.noticed.emit(title.translate(_NO_MARKUP), text.translate(_NO_MARKUP))

    def _follow_plan(self, _change: object) -> None:
        if self.active:
            self._soon.start()

    def _activated(self, how: QSystemTrayIcon.ActivationReason) -> None:
        if how in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.wanted.emit("", "")

    def _fill_menu(self) -> None:
        """Give the menu its words, in the language in use and for the plan as it is."""
        store = self._store
        self.tray.setToolTip(translate("Window", "借花规划"))
        self.open_action.setText(translate("Reminders", "打开借花规划"))
        found = self.trouble or next_due(store.plan, store.rules, store.today)
        found = found or next((each.title for each in self.due_today()), translate("Reminders", "没有要还的"))
        self.next_action.setText(found.replace("&", "&&"))
        self.quit_action.setText(translate("Window", "退出"))


def _mark(reminder: Reminder) -> str:
    """Return by what a reminder is remembered: it tells neither loan nor amount."""
    return sha256(reminder.key.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_LETTERS]
