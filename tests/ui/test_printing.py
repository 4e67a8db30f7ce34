"""The preview of what is printed, as a user drives it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from jiebei_desktop.files.overdue_paper import overdue_paper
from jiebei_desktop.files.papers import schedule_paper
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.comparison_report import comparison_sheet
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.ui import design
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.pages.budget import BudgetPage
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.plan_papers import comparison_printed
from jiebei_desktop.ui.print_paper import printed
from jiebei_desktop.ui.printing import PreviewDialog, preview
from tests.conftest import SEED, TODAY
from tests.ui.conftest import choose_file, press
from tests.ui.desks import in_turn
from tests.ui.pdf_text import read_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def host(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def long_paper(rules):
    loan = Loan.model_validate(SEED | {"unpaid_from": None, "periods": 120})
    return printed(schedule_paper(new_plan("计划", rules, TODAY), loan, rules, TODAY))


def opened(qtbot, made: PreviewDialog) -> PreviewDialog:
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def dialog(qtbot, host, rules, tmp_path) -> PreviewDialog:
    """A preview of three pages on a machine with a printer."""
    design.choose(QApplication.instance(), design.ThemeChoice.LIGHT)
    made = PreviewDialog("借呗 还款表", long_paper(rules), tmp_path, host, lambda: ["office"])
    return opened(qtbot, made)


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def colours(dialog: PreviewDialog) -> set[int]:
    image = dialog.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {pixel & 0xFFFFFF for pixel in memoryview(image.constBits()).cast("I")}


# --- what is seen -----------------------------------------------------------------------------------------------------


def test_the_preview_has_the_pages_of_the_file(dialog, rules):
    assert dialog.view.pageCount() == len(read_pdf(long_paper(rules).pdf())) == 3
    assert dialog.place.text() == "第 1 / 3 页"
    assert dialog.windowTitle() == "打印：借呗 还款表"


def test_pages_are_painted_on_white_paper_with_dark_letters(dialog):
    seen = colours(dialog)
    assert 0xFFFFFF in seen
    assert len(seen) > 50  # smooth letters, rules and the ground around the page
    assert min(colour >> 16 for colour in seen) < 0x60  # in its red, which ink has little of


@pytest.mark.parametrize("theme", [design.ThemeChoice.LIGHT, design.ThemeChoice.DARK])
def test_paper_is_white_in_every_theme(qtbot, host, rules, tmp_path, theme):
    application = QApplication.instance()
    design.choose(application, theme)
    design.dress(application)
    try:
        made = opened(qtbot, PreviewDialog("x", long_paper(rules), tmp_path, host))
        assert 0xFFFFFF in colours(made)
    finally:
        design.choose(application, design.ThemeChoice.LIGHT)
        design.dress(application)


def test_a_wide_paper_lies_on_its_side(qtbot, host, rules, tmp_path):
    sheet = comparison_sheet(compare(sample_plan(), rules), "计划", TODAY)
    made = opened(qtbot, PreviewDialog("对比", comparison_printed(sheet), tmp_path, host))
    assert made.view.orientation() is QPageLayout.Orientation.Landscape
    assert made.view.pageCount() == 1
    assert not made.back.isEnabled()
    assert not made.on.isEnabled()
    assert len(colours(made)) > 50


def test_buttons_turn_pages_and_stop_at_the_ends(qtbot, dialog):
    assert not dialog.back.isEnabled()
    click(qtbot, dialog.on)
    assert dialog.place.text() == "第 2 / 3 页"
    click(qtbot, dialog.on)
    assert dialog.view.currentPage() == 3
    assert not dialog.on.isEnabled()
    click(qtbot, dialog.back)
    assert dialog.place.text() == "第 2 / 3 页"
    assert dialog.on.isEnabled()


def test_keys_turn_pages_and_change_the_size(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.view.currentPage() == 2
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert dialog.view.currentPage() == 1
    before = dialog.view.zoomFactor()
    qtbot.keyClick(dialog, Qt.Key.Key_Plus, CONTROL)
    larger = dialog.view.zoomFactor()
    assert larger > before
    qtbot.keyClick(dialog, Qt.Key.Key_Minus, CONTROL)
    assert dialog.view.zoomFactor() < larger
    qtbot.keyClick(dialog, Qt.Key.Key_9, CONTROL)
    wide = dialog.view.zoomFactor()
    qtbot.keyClick(dialog, Qt.Key.Key_0, CONTROL)
    assert dialog.view.zoomFactor() < wide  # an upright page is higher than the window


def test_tab_comes_to_every_button_that_can_be_pressed(qtbot, dialog):
    wanted = [dialog.print, dialog.save, dialog.leave, dialog.on]
    wanted += [dialog.smaller, dialog.larger, dialog.whole, dialog.wide]
    reached = [QGuiApplication.focusObject()]
    for _ in range(14):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached[0] is dialog.print
    assert reached[: len(wanted)] == wanted


def test_escape_closes_it(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_button_closes_it(qtbot, dialog):
    click(qtbot, dialog.leave)
    assert not dialog.isVisible()


# --- printing ---------------------------------------------------------------------------------------------------------


def print_to(path: Path, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4):
    """Return an answer that prints into a file, on paper of a size."""

    def act(asked):
        assert isinstance(asked, QPrintDialog)
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setPageSize(QPageSize(size))
        asked.printer().setOutputFileName(str(path))
        asked.done(QPrintDialog.DialogCode.Accepted)

    return act


def test_printing_asks_for_a_printer_and_prints_every_page(qtbot, dialog, answer, tmp_path):
    path = tmp_path / "out.pdf"
    answer(print_to(path))
    click(qtbot, dialog.print)
    assert path.read_bytes().count(b"/Type /Page\n") == 3
    assert dialog.state.text() == "已送去打印"
    assert dialog.view.pageCount() == 3


def test_other_paper_is_laid_out_anew(qtbot, dialog, answer, tmp_path):
    path = tmp_path / "out.pdf"
    answer(print_to(path, QPageSize.PageSizeId.A6))
    click(qtbot, dialog.print)
    pages = read_pdf(path.read_bytes())
    assert len(pages) > 6  # a quarter of the room
    assert {(page.width, page.height) for page in pages} == {(297, 420)}
    assert dialog.view.pageCount() == len(pages)
    assert dialog.place.text() == f"第 1 / {len(pages)} 页"


def test_letter_paper_loses_nothing(qtbot, dialog, answer, tmp_path, rules):
    path = tmp_path / "out.pdf"
    answer(print_to(path, QPageSize.PageSizeId.Letter))
    click(qtbot, dialog.print)
    pages = read_pdf(path.read_bytes())
    assert {(page.width, page.height) for page in pages} == {(612, 792)}
    lines = [line for page in pages for line in page.lines]
    for number in range(1, 121):
        assert str(number) in lines
    assert "12,000.00" in lines


def test_printing_can_be_left(qtbot, dialog, answer):
    answer(lambda asked: asked.reject())
    click(qtbot, dialog.print)
    assert not dialog.state.text()
    assert dialog.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_said(qtbot, dialog, answer, tmp_path):
    answer(print_to(tmp_path / "no" / "folder" / "out.pdf"))
    click(qtbot, dialog.print)
    assert dialog.state.text() == "⚠ 没能打印。看看打印机开着没有，或者先存成 PDF。"


def test_a_machine_without_a_printer_says_what_to_do(qtbot, host, rules, tmp_path, answer):
    there: list[str] = []
    made = opened(qtbot, PreviewDialog("x", long_paper(rules), tmp_path, host, lambda: there))
    click(qtbot, made.print)
    assert made.state.text() == "没有找到打印机。接好以后再试，或者先存成 PDF。"
    there.append("office")  # it was plugged in
    answer(print_to(tmp_path / "out.pdf"))
    click(qtbot, made.print)
    assert made.state.text() == "已送去打印"


# --- the file ---------------------------------------------------------------------------------------------------------


def test_a_file_is_written_where_the_user_says(qtbot, dialog, answer, rules, tmp_path):
    answer(choose_file(tmp_path / "mine.pdf"))
    click(qtbot, dialog.save)
    assert read_pdf((tmp_path / "mine.pdf").read_bytes()) == read_pdf(long_paper(rules).pdf())
    assert dialog.state.text() == "已存到 mine.pdf"


def test_a_name_without_an_ending_gets_one(qtbot, dialog, answer, tmp_path):
    answer(choose_file(tmp_path / "2026.11"))
    click(qtbot, dialog.save)
    assert (tmp_path / "2026.11.pdf").read_bytes().startswith(b"%PDF-")


def test_an_ending_that_is_added_replaces_nothing_without_asking(qtbot, dialog, answer, tmp_path):
    theirs = tmp_path / "2026.11.pdf"
    theirs.write_bytes(b"of before")
    said = in_turn(answer, choose_file(tmp_path / "2026.11"), press("取消"))
    click(qtbot, dialog.save)
    assert said[1:] == ["已经有一个文件叫 2026.11.pdf。"]
    assert theirs.read_bytes() == b"of before"
    in_turn(answer, choose_file(tmp_path / "2026.11"), press("换掉"))
    click(qtbot, dialog.save)
    assert theirs.read_bytes().startswith(b"%PDF-")


def test_a_file_is_proposed_by_name_in_the_folder(qtbot, dialog, answer, tmp_path):
    proposed = []

    def look(asked):
        proposed.extend(asked.selectedFiles())
        asked.reject()

    answer(look)
    click(qtbot, dialog.save)
    assert proposed == [str(tmp_path / "借呗 还款表.pdf")]
    assert not dialog.state.text()


def test_a_file_that_cannot_be_written_is_said(qtbot, dialog, answer, tmp_path):
    def act(asked):
        choose_file(tmp_path / "gone.pdf")(asked)
        (tmp_path / "gone.pdf").mkdir()

    answer(act)
    click(qtbot, dialog.save)
    assert dialog.state.text() == "⚠ 没能写到 gone.pdf：这是一个文件夹。计划没有动，换个地方再存一次就行。"


# --- from the pages ---------------------------------------------------------------------------------------------------


def test_a_preview_opens_over_the_window_and_goes_when_it_is_closed(qtbot, host, rules):
    made = preview(host, Export("逾期", None, printed=lambda: printed(overdue_paper(sample_plan(), rules, TODAY))))
    assert made.isVisible()
    assert made.view.pageCount() == 2
    with qtbot.waitSignal(made.destroyed):
        qtbot.keyClick(made, Qt.Key.Key_Escape)


def shown(qtbot, store, kind, plan):
    """Return a page that shows a plan."""
    page = kind(store)
    qtbot.addWidget(page)
    store.changed.connect(page.show_change)
    store.replace(plan)
    return page


@pytest.mark.parametrize("kind", [LoansPage, LatePage, BudgetPage])
def test_pages_give_out_what_they_print(qtbot, store, kind):
    export = shown(qtbot, store, kind, sample_plan()).export()
    assert ".pdf" in export.endings
    assert export.printed().title.endswith(store.plan.name)


def test_the_paper_of_being_late_is_of_the_loans_on_screen(qtbot, store):
    two = sample_plan().with_loan(Loan.model_validate(SEED | {"id": "b", "name": "装修"}))
    page = shown(qtbot, store, LatePage, two)
    page.look_at("b")
    whole = "".join(each.text for each in read_pdf(page.export().printed().pdf()))
    assert "装修：再晚几天" in whole
    assert "借呗5期：再晚几天" not in whole


def test_margins_of_paper_are_kept_on_a_printer(rules, qapp, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setPageSize(QPageSize(QSizeF(210, 297), QPageSize.Unit.Millimeter))
    printer.setFullPage(True)
    long_paper(rules).paint(printer)
    assert len(read_pdf((tmp_path / "out.pdf").read_bytes())) == 3
