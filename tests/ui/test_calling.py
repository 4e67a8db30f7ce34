"""A start while the program is in the tray: the one that is there shows its window."""

import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QObject

from jiebei_desktop.files.hold import Hold
from jiebei_desktop.ui.app import application
from jiebei_desktop.ui.calling import Callee, call
from jiebei_desktop.ui.settings import data_folder


@pytest.fixture(autouse=True)
def _patience(monkeypatch) -> None:
    """Wait longer than a machine can be busy with something else."""
    monkeypatch.setattr("jiebei_desktop.ui.calling._PATIENCE", 60.0)


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def callee(qapp, folder) -> Callee:
    parent = QObject()
    made = Callee(folder, parent)
    yield made
    made.stop()


@pytest.fixture
def heard(callee) -> list[str]:
    found: list[str] = []
    callee.called.connect(lambda: found.append("called"))
    return found


def answers(qtbot, *asked: object, **how: bool) -> bool:
    """Call as another process does: while this one goes on."""
    found: list[bool] = []
    thread = Thread(target=lambda: found.append(call(*asked, **how)))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=60_000)
    return found[0]


def test_nobody_answers_where_nobody_is(folder):
    assert not call(folder, None, show=True)
    folder.mkdir()
    (folder / "tray").write_bytes(b"/plan.jiehua")  # left behind by one that was killed
    assert not call(folder, None, show=True)
    assert list(folder.iterdir()) == []


def test_a_start_without_a_plan_or_with_the_same_one_calls(qtbot, callee, heard, folder, tmp_path):
    plan = tmp_path / "家.jiehua"
    callee.listen(plan)
    assert answers(qtbot, folder, None, show=True)
    assert answers(qtbot, folder, plan, show=True)
    assert heard == ["called", "called"]


def test_another_plan_gets_a_window_of_its_own(callee, heard, folder, tmp_path):
    callee.listen(tmp_path / "家.jiehua")
    assert not call(folder, tmp_path / "别的.jiehua", show=True)
    assert heard == []


def test_a_quiet_start_wants_no_window(qtbot, callee, heard, folder):
    callee.listen(None)
    assert answers(qtbot, folder, None, show=False)
    assert heard == []


def test_who_has_a_window_again_is_not_called(callee, folder):
    callee.listen(None)
    callee.stop()
    assert not call(folder, None, show=True)


def test_a_second_one_in_the_tray_does_not_disturb_the_first(qtbot, qapp, callee, heard, folder):
    callee.listen(None)
    second = Callee(folder, callee)
    second.listen(None)
    second.stop()
    assert answers(qtbot, folder, None, show=True)
    assert heard == ["called"]


def test_one_that_is_stuck_is_not_waited_for_for_ever(folder, monkeypatch):
    monkeypatch.setattr("jiebei_desktop.ui.calling._PATIENCE", 0.0)
    folder.mkdir()
    stuck = Hold(folder / "tray")
    assert not call(folder, None, show=True)
    stuck.let_go(take_away=True)


def test_the_program_ends_at_once_where_another_one_answers(qtbot, qapp):
    application()  # which names it, and with that its folder
    callee = Callee(data_folder(), qapp)
    callee.listen(None)
    with qtbot.waitSignal(callee.called, timeout=30_000):
        later = subprocess.Popen([sys.executable, "-m", "jiebei_desktop"])
    qtbot.waitUntil(lambda: later.poll() is not None, timeout=30_000)
    assert later.returncode == 0
    callee.stop()
