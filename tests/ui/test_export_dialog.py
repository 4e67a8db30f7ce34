"""The whole plan as files, chosen and written through the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from jiebei_desktop.files.csv_out import CsvOptions
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.ui.export_dialog import CSV, ICS, PDF, XLSX, ExportDialog
from tests.conftest import TODAY
from tests.ui.conftest import press

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def dialog(qtbot, window, store) -> ExportDialog:
    store.replace(sample_plan(TODAY))
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL | SHIFT)
    return next(each for each in window.findChildren(ExportDialog))


def only(dialog: ExportDialog, *kinds: str) -> None:
    for kind, box in dialog.kinds.items():
        box.setChecked(kind in kinds)


@contextmanager
def asked(title: str) -> Iterator[list[str]]:
    """Press a button of a question over the dialog; gives the list of what is asked."""
    said: list[str] = []
    timer = QTimer()

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            said.append(box.text())
            press(title)(box)

    timer.timeout.connect(look)
    timer.start(5)
    yield said
    timer.stop()


def exported(qtbot, dialog: ExportDialog, folder: Path) -> set[str]:
    folder.mkdir(exist_ok=True)
    dialog.export_to(folder)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    return {path.name for path in folder.iterdir()}


def test_everything_is_written_at_once_and_said(qtbot, dialog, tmp_path):
    names = exported(qtbot, dialog, tmp_path / "全部")
    assert {"示例：12,000 元，两期没还.xlsx", "示例：12,000 元，两期没还.ics"} <= names
    assert {"schedule-1.csv", "all-loans.csv", "budget.csv", "payoff.csv", "stress.csv", "schedule-1.pdf"} <= names
    assert dialog.about.text() == f"写好了 {len(names)} 个文件，在 {tmp_path / '全部'}"
    assert dialog.show_folder.isVisible()


def test_what_is_not_ticked_is_not_written(qtbot, dialog, tmp_path):
    only(dialog, ICS, PDF)
    names = exported(qtbot, dialog, tmp_path / "out")
    assert {Path(name).suffix for name in names} == {".ics", ".pdf"}
    only(dialog)
    assert not dialog.start.isEnabled()


def test_how_tables_are_written_is_remembered_for_the_page_s_own_export(qtbot, window, dialog, settings, tmp_path):
    only(dialog, CSV)
    dialog.mark.setChecked(False)
    dialog.keys.setChecked(True)
    dialog.why.setChecked(False)
    exported(qtbot, dialog, tmp_path / "out")
    assert (tmp_path / "out" / "schedule-1.csv").read_bytes().startswith(b"period,start_date,due_date,")
    assert settings.csv_options == CsvOptions(mark=False, keys=True, why=False)
    assert ExportDialog(window.store, settings, window).keys.isChecked()


def test_a_folder_that_can_not_be_written_to_is_named(qtbot, dialog, tmp_path):
    only(dialog, XLSX)
    (tmp_path / "taken").write_text("a file")
    dialog.export_to(tmp_path / "taken")
    qtbot.waitUntil(lambda: bool(dialog.notice.text))
    assert str(tmp_path / "taken") in dialog.notice.text
    assert (tmp_path / "taken").read_text() == "a file"


def test_it_can_be_stopped_and_nothing_is_written(qtbot, dialog, tmp_path):
    only(dialog, CSV, XLSX)
    dialog.export_to(tmp_path)
    assert dialog.leave.text() == "停下"
    dialog.leave.click()
    assert dialog.leave.text() == "关闭"
    assert dialog.start.isEnabled()
    qtbot.waitUntil(lambda: not any(thread.is_alive() for thread in dialog.work._state.threads), timeout=60_000)
    assert list(tmp_path.glob("*.csv")) == []


def test_a_calendar_of_somebody_else_s_is_set_aside(qtbot, dialog, tmp_path):
    only(dialog, ICS)
    other = tmp_path / "示例：12,000 元，两期没还.ics"
    other.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//other//\r\nEND:VCALENDAR\r\n")
    names = exported(qtbot, dialog, tmp_path)
    assert len([name for name in names if name.endswith(".ics")]) == 2


def test_the_enter_key_begins(qtbot, dialog, answer):
    said = answer(lambda asking: asking.reject())
    qtbot.keyClick(dialog.kinds[CSV], Qt.Key.Key_Return)
    assert said == ["导出到哪个文件夹"]


def test_files_that_are_there_already_are_replaced_only_when_the_user_says_so(qtbot, dialog, tmp_path):
    only(dialog, XLSX, ICS)
    theirs = tmp_path / "示例：12,000 元，两期没还.xlsx"
    theirs.write_bytes(b"of somebody else")
    with asked("取消") as said:
        exported(qtbot, dialog, tmp_path)
    assert said == ["这个文件夹里已经有 1 个同名的文件：示例：12,000 元，两期没还.xlsx"]
    assert theirs.read_bytes() == b"of somebody else"
    assert list(tmp_path.glob("*.ics")) == []
    assert "什么都没有写" in dialog.notice.text
    with asked("换掉"):
        exported(qtbot, dialog, tmp_path)
    assert theirs.read_bytes().startswith(b"PK")
    assert dialog.notice.text == ""


def test_it_can_be_stopped_between_two_papers_and_nothing_is_written(qtbot, dialog, tmp_path):
    only(dialog, PDF)
    dialog.work.found.connect(dialog.leave.click)  # once the first paper is drawn
    assert exported(qtbot, dialog, tmp_path / "out") == set()
    assert dialog.leave.text() == "关闭"
    assert dialog.isVisible()


def test_what_is_unticked_meanwhile_changes_nothing(qtbot, dialog, tmp_path):
    only(dialog, PDF)
    dialog.export_to(tmp_path)
    dialog.kinds[PDF].setChecked(False)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)
    assert (tmp_path / "schedule-1.pdf").read_bytes().startswith(b"%PDF-")
