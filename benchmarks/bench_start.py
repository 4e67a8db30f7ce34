"""Cold start to the first painted window, against an empty PySide6 window in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 9

EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.settings import Settings
app = application()
desk = Desk(app, Settings(Path(sys.argv[1]) / "settings.ini"))
desk.open_first(None)
QTimer.singleShot(0, app.quit)
app.exec()
"""


def seconds(program: str, folder: str) -> float:
    """Return how long a fresh Python takes to run a program."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, folder], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Run both in turn and print the medians and the ratio of each pair."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for program in (EMPTY, OURS):
            seconds(program, folder)
        pairs = [(seconds(EMPTY, folder), seconds(OURS, folder)) for _ in range(RUNS)]
    empty, ours = (statistics.median(values) for values in zip(*pairs, strict=True))
    ratio = statistics.median(own / bare for bare, own in pairs)
    print(f"start: {ours * 1000:.0f} ms, empty window {empty * 1000:.0f} ms, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
