"""What the user sees of an unexpected error: once, in plain words, with a report that can be given to others."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import column, label, row
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.passing import PassingDialog
from jiebei_desktop.ui.widgets.reading import Reading

_Place = tuple[type[BaseException], str, int]


class CrashDialog(PassingDialog):
    """Says that something went wrong and that the plan is still there, and shows what may be copied of it.

    Args:
        report: what is shown and copied; without money and names.
        save_elsewhere: asks for a file and saves the plan there.
        parent: the window that goes on below it.
    """

    def __init__(self, report: str, save_elsewhere: Callable[[], object], parent: QWidget | None) -> None:
        super().__init__(parent)
        self._save_elsewhere = save_elsewhere
        self.setWindowTitle(translate("Crash", "程序出了错"))
        self.text = Reading(translate("Crash", "错误报告"))
        self.text.setPlainText(report)
        self.state = label(name="quiet")
        self.copy = QPushButton(translate("Crash", "复制"))
        self.save = QPushButton(translate("Crash", "另存一份计划…"))
        self.go_on = QPushButton(translate("Crash", "继续"))
        self.go_on.setObjectName("primary")
        self.go_on.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.go_on.clicked.connect(self.reject)
        self._lay_out()
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.state.setText(translate("Crash", "已复制"))

    def _save(self) -> None:
        self._save_elsewhere()

    def _lay_out(self) -> None:
        buttons = row()
        buttons.addWidget(self.state, 1)
        for button in (self.copy, self.save, self.go_on):
            buttons.addWidget(button)
        layout = column(spacing=design.SPACE)
        layout.setContentsMargins(design.WIDE, design.WIDE, design.WIDE, design.SPACE)
        said = column(spacing=design.SPACE)
        said.addWidget(label(translate("Crash", "程序出了一个没料到的错"), "headline", wrap=True))
        for paragraph in (
            translate("Crash", "你的计划还在，改过的都存在这台电脑上。可以继续用；不放心的话，先另存一份。"),
            translate(
                "Crash", "想告诉开发者，可以复制下面这段。金额和名字都拿掉了；程序不联网，这段话不会自己发出去。"
            ),
        ):
            said.addWidget(label(paragraph, wrap=True))
        self.text.setMinimumHeight(design.PART_HEIGHT)
        said.addWidget(self.text, 1)
        layout.addWidget(DialogBody(said, design.READING_WIDTH - 2 * design.WIDE), 1)
        layout.addLayout(buttons)
        self.setLayout(layout)
        wanted = QSize(design.READING_WIDTH, design.ABOUT_WIDTH)
        self.resize(wanted.boundedTo(self.screen().availableSize()))


class Catcher(QObject):
    """Takes what nobody caught, in any thread, in the place of Python's own hooks, which would print it as it is.

    Each error is shown once a sitting, and none while another is on screen: a painting that fails does so again and
    again.

    Args:
        report_of: makes the redacted report, in the thread where the error was.
        show: shows a report and returns when the user is done with it; called by the event loop and not where the error
            was, which may be in the middle of a painting.
        note: hears how often the same error has been there, shown or not: at the first time, the second, the fourth,
            the eighth and so on, for a painting would soon fill a log.
    """

    _found = Signal(str)

    def __init__(
        self, report_of: Callable[[BaseException], str], show: Callable[[str], None], note: Callable[[int], None]
    ) -> None:
        super().__init__()
        self._report_of, self._show, self._note = report_of, show, note
        self._lock = threading.Lock()
        self._busy = False
        self._times: Counter[_Place] = Counter()
        self._shown: set[_Place] = set()
        self._hooks = (sys.excepthook, threading.excepthook)
        self._found.connect(self._show_found, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of the hooks that are there now."""
        if sys.excepthook != self._caught:
            self._hooks = (sys.excepthook, threading.excepthook)
            sys.excepthook, threading.excepthook = self._caught, self._caught_in_thread

    def uninstall(self) -> None:
        """Give the hooks back."""
        if sys.excepthook == self._caught:
            sys.excepthook, threading.excepthook = self._hooks

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hooks[0](kind, error, trace)
        else:
            self._take(error)

    def _caught_in_thread(self, found: threading.ExceptHookArgs) -> None:
        if found.exc_value is None or issubclass(found.exc_type, KeyboardInterrupt | SystemExit):
            self._hooks[1](found)
        else:
            self._take(found.exc_value)

    def _take(self, error: BaseException) -> None:
        """Count an error, and report it if it is new; what fails at that is dropped, or it would come here again."""
        place = _place(error)
        with self._lock:
            self._times[place] += 1
            times = self._times[place]
            wanted = not self._busy and place not in self._shown
            if wanted:
                self._busy = True
                self._shown.add(place)
        if times.bit_count() == 1:
            with suppress(Exception):
                self._note(times)
        if wanted:
            self._report(error)

    def _report(self, error: BaseException) -> None:
        try:
            report = self._report_of(error)
        except Exception:  # noqa: BLE001 - what can be said without it
            report = type(error).__name__
        with suppress(Exception):  # there may be no such thing any more
            sys.stderr.write(f"{report}\n")
        with suppress(Exception):
            self._found.emit(report)

    def _show_found(self, report: str) -> None:
        try:
            self._show(report)
        finally:
            self._busy = False


def _place(error: BaseException) -> _Place:
    """Return what makes an error the same as another: its type, and the file and line of its innermost frame."""
    file, line, trace = "", 0, error.__traceback__
    while trace is not None:
        file, line, trace = trace.tb_frame.f_code.co_filename, trace.tb_lineno, trace.tb_next
    return type(error), file, line
