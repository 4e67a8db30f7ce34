"""What a start loads, in which order, and that it says how long it took."""

import json
import os
import re
import subprocess
import sys

import pytest

from jiebei_desktop.resources import resource

LATE = {
    "numpy",
    "pypinyin",
    "numpy_financial",
    "pyqtgraph",
    "highspy",
    "xlsxwriter",
    "chinese_calendar",
    "cryptography",
    "xml",
} | {
    "icalendar",
    "pyzipper",
    "dateutil",
}
"""What is loaded when it is first needed, and never for the first page."""
FIRST_PAGE = {
    "files.plan_file": True,
    "files.alipay": False,
    "files.csv_out": False,
    "files.ics_out": False,
    "files.xlsx_out": False,
    "planning.budget.outlook": False,
    "planning.comparison": False,
    "planning.fitting": False,
    "planning.helping": False,
    "planning.late_words": False,
    "planning.letter": False,
    "planning.overview": True,
    "planning.overview_words": True,
    "planning.payoff": False,
    "planning.stress.futures": False,
    "planning.ways": False,
    "ui.about": False,
    "ui.beside": False,
    "ui.budget.alerts": False,
    "ui.disclosure_card": False,
    "ui.events_card": False,
    "ui.pages.compare": False,
    "ui.pages.help": False,
    "ui.pages.loans": False,
    "ui.pages.overview": True,
    "ui.export_dialog": False,
    "ui.pages.reconcile": False,
    "ui.pages.rules": False,
    "ui.overview.loans": False,
    "ui.overview.year": False,
    "ui.palette": False,
    "ui.pdf": False,
    "ui.printing": False,
    "ui.reminders": False,
    "ui.tour": False,
    "ui.widgets.why_panel": False,
}


PROGRAM = """
import json, sys
from jiebei_desktop.cli import main

class Listening:
    def write(self, text):  # the milliseconds, once the first page is painted
        sys.stderr.write(json.dumps(list(sys.modules)))
    def flush(self):
        pass

sys.stdout = Listening()
main(sys.argv[1:])
"""


def python(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a Python without a screen."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def start(*program: str) -> subprocess.CompletedProcess[str]:
    """Start the program with the sample until its first page is painted."""
    return python(*program, "open", "--exit-after-first-paint", resource("samples", "seed.jiehua"))


@pytest.fixture
def loaded() -> list[str]:
    """The modules that are there when the first page is painted, in the order of their coming."""
    return json.loads(start("-c", PROGRAM).stderr)


def test_it_prints_the_milliseconds_and_quits():
    done = start("-m", "jiebei_desktop")
    assert re.fullmatch(r"\d+\n", done.stdout)
    assert 0 < int(done.stdout) < 120_000


def test_a_start_leaves_out_what_the_first_page_does_not_need(loaded):
    roots = {name.partition(".")[0] for name in loaded}
    assert not roots & LATE
    for name, wanted in FIRST_PAGE.items():
        assert (f"jiebei_desktop.{name}" in loaded) is wanted, name


def test_what_needs_no_qt_is_loaded_before_it(loaded):
    """For each module that is loaded after them, PySide's modules look into its source."""
    qt = loaded.index("PySide6.QtCore")
    after = [name for name in loaded[qt:] if name.startswith("jiebei_desktop.")]
    assert [name for name in after if not name.startswith("jiebei_desktop.ui")] == []
    assert loaded.index("pydantic") < qt


FILE_EVENT = """
import sys
from pathlib import Path
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.settings import Settings

app = application()
desk = Desk(app, Settings(Path(sys.argv[1])))
desk.show()
assert app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[2])))
print(desk.store.path, len(desk.store.plan.loans))
"""


def test_a_file_that_macos_asks_for_is_opened(tmp_path):
    plan = tmp_path / "我的 计划.jiehua"
    plan.write_bytes(resource("samples", "seed.jiehua").read_bytes())
    done = python("-c", FILE_EVENT, tmp_path / "settings.ini", plan)
    assert done.stdout == f"{plan} 1\n"


GARBAGE = """
import gc, sys, threading, weakref
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from jiebei_desktop.ui import app as program
from jiebei_desktop.ui.first_paint import FirstPaint

resting, looked, gone = [], [], []
asked = FirstPaint.eventFilter
FirstPaint.eventFilter = lambda self, *event: resting.append(gc.isenabled()) or asked(self, *event)
gc.callbacks.append(lambda phase, _: looked.append(threading.current_thread() is threading.main_thread()))

def litter():
    for number in range(2000):
        widget = QWidget()
        widget.me = [widget]
        weakref.finalize(widget, gone.append, number)

def in_a_thread():
    kept = []
    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(100_000)))
    thread.start()
    thread.join()

def after(*_, exiting):
    litter()
    in_a_thread()
    timer = QTimer(program.QApplication.instance())
    timer.timeout.connect(lambda: gone and program.QApplication.quit())
    timer.start(20)

program._started = after
looked.clear()
program.run_window(None)
print(set(resting), gc.isenabled(), set(looked), len(gone) > 0)
"""


def test_garbage_is_looked_for_in_the_window_s_thread_only_and_not_while_it_starts():
    """What goes in another thread takes the program down, if it is a part of the window."""
    done = python("-c", GARBAGE)
    assert done.stdout.splitlines()[-1] == "{False} False {True} True"
