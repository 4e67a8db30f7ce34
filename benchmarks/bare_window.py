"""An empty PySide6 window that says after how many milliseconds it was painted, and quits: the peer of a start."""

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Says when it was painted."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the first painting."""
        if event.type() is QEvent.Type.Paint:
            self.removeEventFilter(self)
            QTimer.singleShot(0, self.say)
        return super().eventFilter(watched, event)

    def say(self) -> None:
        """Print the milliseconds since the process began, and quit."""
        with open("/proc/self/stat", encoding="utf-8") as stream:  # noqa: PTH123 - it loads nothing that it can do without
            began = int(stream.read().rpartition(")")[2].split()[19]) / os.sysconf("SC_CLK_TCK")
        print(round((time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000), flush=True)
        QApplication.quit()


application = QApplication([])
window = Window()
window.show()
sys.exit(application.exec())
