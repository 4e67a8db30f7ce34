"""Work beside the window: what is heard of it, how it is stopped, and that it never outlives the program."""

import subprocess
import sys
from threading import Event

import pytest
from PySide6.QtCore import QObject

from jiebei_desktop.ui.beside import Beside
from jiebei_desktop.values import ProblemError

QUIT_WHILE_WORKING = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from jiebei_desktop.ui.beside import Beside

app = QCoreApplication([])
beside = Beside(app)

def work(tell):
    while tell(0.5):
        pass
    return "ended"

beside.moved.connect(lambda _: QTimer.singleShot(0, app.quit))
beside.start(work)
sys.exit(app.exec())
"""


@pytest.fixture
def beside(qapp):
    parent = QObject()
    made = Beside(parent)
    yield made
    made.stop()


def test_what_work_comes_to_is_heard_once(qtbot, beside):
    with qtbot.waitSignal(beside.found) as heard:
        beside.start(lambda _: 6 * 7)
    assert heard.args == [42]
    assert not beside.running


def test_a_mistake_of_the_program_is_said_and_goes_on_to_whoever_looks_for_mistakes(qtbot, beside):
    with qtbot.captureExceptions() as seen, qtbot.waitSignal(beside.refused) as heard:
        beside.start(lambda _: 1 // 0)
    assert heard.args == ["程序出了错，这里没有算出来。你填的都还在。"]
    assert not beside.running
    assert [error for error, _, _ in seen] == [ZeroDivisionError]


def test_how_far_it_has_come_is_heard_and_enough_ends_it(qtbot, beside):
    def count(tell):
        steps = 0
        while tell(steps):
            steps += 1
        return steps

    with qtbot.waitSignal(beside.moved):
        beside.start(count)
    assert beside.running
    with qtbot.waitSignal(beside.found) as heard:
        beside.enough()
    assert heard.args[0] >= 0


def test_a_refusal_is_heard_in_words(qtbot, beside):
    def refuse(tell):
        raise ProblemError("money", "钱不够")

    with qtbot.waitSignal(beside.refused) as heard:
        beside.start(refuse)
    assert heard.args == ["钱不够"]


def test_new_work_takes_the_place_of_the_old_whose_end_is_not_heard(qtbot, beside):
    heard, ended = [], Event()
    beside.found.connect(heard.append)

    def old(tell):
        while tell(None):
            pass
        ended.set()
        return "old"

    beside.start(old)
    with qtbot.waitSignal(beside.found):
        beside.start(lambda _: "new")
    assert ended.wait(10)
    qtbot.waitUntil(lambda: not beside.running)
    assert heard == ["new"]


def test_stopped_work_is_not_heard(qtbot, beside):
    heard, ended = [], Event()
    beside.found.connect(heard.append)

    def work(tell):
        while tell(None):
            pass
        ended.set()
        return "too late"

    beside.start(work)
    beside.stop()
    assert ended.wait(10)
    with qtbot.waitSignal(beside.found) as last:
        beside.start(lambda _: "asked for")
    assert heard == last.args == ["asked for"]


def test_the_program_quits_while_it_works():
    done = subprocess.run(
        [sys.executable, "-c", QUIT_WHILE_WORKING], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
