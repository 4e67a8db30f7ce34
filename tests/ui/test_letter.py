"""The dialog that helps with negotiating, as a user drives it."""

import re
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from jiebei_desktop import text as language
from jiebei_desktop.files.plan_file import load_plan, save_plan
from jiebei_desktop.planning.document import Loan, Relief
from jiebei_desktop.planning.entry import Field, new_plan
from jiebei_desktop.planning.facts import fact_sheet
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.letter import letter
from jiebei_desktop.planning.sheet import Sheet, text
from jiebei_desktop.planning.situation import Situation, situation
from jiebei_desktop.ui import design, letter_dialog
from jiebei_desktop.ui.letter_dialog import LetterDialog, paper, pdf_bytes
from jiebei_desktop.ui.store import Store
from jiebei_desktop.values import ProblemError
from tests.conftest import SEED, TODAY
from tests.ui.conftest import choose_file, type_over

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store(rules) -> Store:
    return Store(new_plan("我的还款计划", rules, TODAY).with_loan(Loan.model_validate(SEED)), rules, lambda: TODAY)


@pytest.fixture
def host(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot, store, host, day=TODAY) -> LetterDialog:
    def found() -> Situation:
        if not store.plan.loans:
            raise ProblemError("loan", "这笔借款不在了")
        return situation(store.plan, loan_subject(store.plan.loans[0], store.rules, TODAY), store.rules)

    design.choose(QApplication.instance(), design.ThemeChoice.LIGHT)
    made = LetterDialog(store, found, day, host)
    design.dress(QApplication.instance())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def dialog(qtbot, store, host) -> LetterDialog:
    return opened(qtbot, store, host)


def shown(dialog, place=0) -> str:
    return dialog.views[place].toPlainText()


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# --- the form ---------------------------------------------------------------------------------------------------------


def test_a_reason_stands_in_the_letter_with_each_key(qtbot, dialog, store):
    editor = dialog.fields[Field.REASON].editor
    editor.setFocus()
    qtbot.keyClicks(editor, "No wor")
    assert "还不上的原因：\nNo wor\n" in shown(dialog)
    qtbot.keyClicks(editor, "k")
    assert "还不上的原因：\nNo work\n" in shown(dialog)
    type_over(qtbot, editor, "失业了。")
    assert "还不上的原因：\n失业了。\n" in shown(dialog)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Soon.")
    assert "还不上的原因：\n失业了。\nSoon.\n" in shown(dialog)
    assert store.plan.relief.reason == "失业了。\nSoon."


def test_every_field_stands_in_the_letter(qtbot, dialog, store):
    typed = {
        Field.INCOME: "6000",
        Field.SPENDING: "4,000",
        Field.PERIODS: "12",
        Field.RATE: "6",
        Field.SIGNATURE: "Zhang San",
        Field.CONTACT: "13800000000",
    }
    for field, content in typed.items():
        type_over(qtbot, dialog.fields[field].editor, content)
    said = shown(dialog)
    for line in (
        "收入 6,000.00 元。",
        "必要开支 4,000.00 元。",
        "年利率 6%。",
        "签名：Zhang San",
        "联系方式：13800000000",
    ):
        assert line in said.splitlines()
    assert "分 12 期，每期" in said
    assert store.plan.relief == Relief(
        income="6000", spending="4000", periods=12, rate="0.06", signature="Zhang San", contact="13800000000"
    )


def test_undo_takes_back_a_field_and_redo_gives_it_again(qtbot, dialog, store):
    reason, income = dialog.fields[Field.REASON].editor, dialog.fields[Field.INCOME].editor
    type_over(qtbot, reason, "No work")
    type_over(qtbot, income, "6000")
    assert store.undo_stack.count() == 2
    assert store.undo_stack.undoText() == "修改协商信：每月收入（可不填）"
    qtbot.keyClick(income, Qt.Key.Key_Z, CONTROL)
    assert dialog.fields[Field.INCOME].text() == ""
    assert "我每个月的收支" not in shown(dialog)
    assert "No work" in shown(dialog)
    reason.setFocus()
    qtbot.keyClick(reason, Qt.Key.Key_Z, CONTROL)
    assert dialog.fields[Field.REASON].text() == ""
    assert store.plan.relief == Relief()
    dialog.views[0].setFocus()
    qtbot.keyClick(dialog.views[0], Qt.Key.Key_Z, CONTROL | SHIFT)
    assert dialog.fields[Field.REASON].text() == "No work"
    assert "No work" in shown(dialog)


def test_undo_works_from_the_text_that_is_read(qtbot, dialog, store):
    type_over(qtbot, dialog.fields[Field.CONTACT].editor, "138")
    dialog.views[0].setFocus()
    qtbot.keyClick(dialog.views[0], Qt.Key.Key_Z, CONTROL)
    assert store.plan.relief.contact == ""
    assert "联系方式：＿" in shown(dialog)


def test_what_cannot_be_waits_in_its_field_and_the_letter_stays(qtbot, dialog, store):
    type_over(qtbot, dialog.fields[Field.INCOME].editor, "6000")
    type_over(qtbot, dialog.fields[Field.INCOME].editor, "6000x")
    assert "“6000x”不是数字" in dialog.fields[Field.INCOME].message.text()
    assert "收入 6,000.00 元。" in shown(dialog)
    type_over(qtbot, dialog.fields[Field.CONTACT].editor, "138")
    assert dialog.fields[Field.INCOME].text() == "6000x"
    reason = dialog.fields[Field.REASON].editor
    reason.insertPlainText("x" * 1999)  # pasted
    qtbot.keyClicks(reason, "xx")
    assert "太长了" in dialog.fields[Field.REASON].message.text()
    assert store.plan.relief.reason == "x" * 2000


def test_showing_a_reason_is_not_typing_it(qtbot, dialog):
    said = []
    field = dialog.fields[Field.REASON]
    field.edited.connect(said.append)
    field.set_text("甲\n乙")
    assert said == []
    assert field.text() == "甲\n乙"


def test_the_letter_follows_the_form_whatever_relief_it_was_opened_with(qtbot, store, host):
    once = situation(store.plan, loan_subject(store.plan.loans[0], store.rules, TODAY), store.rules)
    dialog = LetterDialog(store, lambda: once, TODAY, host)
    dialog.show()
    type_over(qtbot, dialog.fields[Field.CONTACT].editor, "138")
    assert "联系方式：138" in shown(dialog)


def test_a_step_undone_drops_what_waits(qtbot, dialog, store):
    type_over(qtbot, dialog.fields[Field.CONTACT].editor, "138")
    type_over(qtbot, dialog.fields[Field.INCOME].editor, "x")
    dialog.fields[Field.CONTACT].editor.setFocus()
    store.undo_stack.undo()
    assert dialog.fields[Field.INCOME].text() == ""
    assert dialog.fields[Field.INCOME].message.text() == ""


def test_a_reason_of_another_plan_is_shown(qtbot, dialog, store):
    store.edit("elsewhere", store.plan.model_copy(update={"relief": Relief(reason="甲\n乙", periods=3)}))
    assert dialog.fields[Field.REASON].text() == "甲\n乙"
    assert dialog.fields[Field.PERIODS].text() == "3"
    assert "甲\n乙" in shown(dialog)


def test_a_plan_that_is_saved_and_opened_keeps_the_letter(qtbot, dialog, store, host, tmp_path):
    type_over(qtbot, dialog.fields[Field.REASON].editor, "失业了。")
    said = shown(dialog)
    save_plan(tmp_path / "a.jiehua", store.plan)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    store.replace(load_plan(tmp_path / "a.jiehua"))
    assert shown(opened(qtbot, store, host)) == said


def test_a_letter_of_a_day_to_come_is_not_to_be_sent_yet_and_one_of_today_is(qtbot, store, host, dialog):
    assert not dialog.notice.isVisible()
    ahead = opened(qtbot, store, host, date(2026, 12, 31))
    assert ahead.notice.isVisible()
    assert "信里写的是 2026 年 12 月 31 日的情况，那天还没到，先别发。" in ahead.notice.text
    assert "日期：2026 年 12 月 31 日" in shown(ahead)


def test_too_little_left_is_remarked_until_it_is_enough(qtbot, dialog):
    type_over(qtbot, dialog.fields[Field.INCOME].editor, "3000")
    assert not dialog.notice.isVisible()
    type_over(qtbot, dialog.fields[Field.SPENDING].editor, "2500")
    assert dialog.notice.isVisible()
    assert "每月剩下 500.00 元，方案里每月最多要还 879.65 元，差 379.65 元。" in dialog.notice.text
    type_over(qtbot, dialog.fields[Field.PERIODS].editor, "12")
    assert not dialog.notice.isVisible()


def test_the_rate_can_be_of_a_day(qtbot, dialog, store):
    type_over(qtbot, dialog.fields[Field.RATE].editor, "7.3")
    assert "年利率 7.3%。" in shown(dialog).splitlines()
    box = dialog.fields[Field.RATE].per
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)  # of a day stands above of a year
    assert dialog.fields[Field.RATE].text() == "0.02"
    assert "年利率 7.3%（日利率 0.02% × 365）。" in shown(dialog).splitlines()
    assert store.plan.relief.rate == Decimal("0.0002")


# --- what is read -----------------------------------------------------------------------------------------------------


def test_three_pages_and_each_is_as_the_plan_is_when_it_is_looked_at(qtbot, dialog, store):
    where = situation(store.plan, loan_subject(store.plan.loans[0], store.rules, TODAY), store.rules)
    assert [dialog.tabs.tabText(place) for place in range(3)] == ["协商信", "情况说明", "清单"]
    assert shown(dialog) == text(letter(where, 40))
    dialog.tabs.tabBar().setFocus()
    qtbot.keyClick(dialog.tabs.tabBar(), Qt.Key.Key_Right)
    assert shown(dialog, 1) == text(fact_sheet(where, 40))
    type_over(qtbot, dialog.fields[Field.PERIODS].editor, "3")
    assert "协商分 3 期" in shown(dialog, 1)
    dialog.tabs.setCurrentIndex(0)
    assert "分 3 期" in shown(dialog)
    dialog.tabs.setCurrentIndex(2)
    assert "12378" in shown(dialog, 2)


def test_the_text_can_be_selected_by_keys_and_not_changed(qtbot, dialog):
    view = dialog.views[0]
    before = shown(dialog)
    view.setFocus()
    qtbot.keyClicks(view, "abc")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert shown(dialog) == before
    view.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(view, Qt.Key.Key_End, SHIFT)
    assert view.textCursor().selectedText() == "协商还款申请"
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "协商还款申请"


def test_the_place_that_is_read_stays_while_typing(qtbot, dialog):
    dialog.resize(*design.MINIMUM_WINDOW)
    QApplication.processEvents()  # the text is broken into lines anew
    bar = dialog.views[0].verticalScrollBar()
    assert bar.maximum() > 5
    bar.setValue(5)
    type_over(qtbot, dialog.fields[Field.CONTACT].editor, "138")
    assert "138" in shown(dialog)
    assert bar.value() == 5


def test_signs_beyond_the_first_plane_are_replaced_whole(qtbot, dialog):
    editor = dialog.fields[Field.REASON].editor
    for reason in ("😀没工作", "", "😁没工作了🙏", "没🙏了", "𠮷姓", ""):
        type_over(qtbot, editor, reason)
        assert f"还不上的原因：\n{reason or '＿' * 12}\n\n我想这样还：" in shown(dialog)


def test_english(qtbot, store, host):
    language.use(language.ENGLISH)
    said = shown(opened(qtbot, store, host))
    assert "Jiebei" in said
    assert "4,890.57" in said
    assert "A copy of your identity card" in said


def test_a_loan_that_is_gone_is_said_and_its_return_shows_the_letter_again(qtbot, dialog, store):
    whole = shown(dialog)
    store.edit("delete", store.plan.without_loan("seed"))
    assert "这笔借款不在了" in dialog.notice.text
    assert shown(dialog) == ""
    assert not any(button.isEnabled() for button in (dialog.copy, dialog.save_text, dialog.save_pdf, dialog.print))
    dialog.tabs.setCurrentIndex(2)
    assert dialog.copy.isEnabled()  # the checklist needs no loan
    dialog.tabs.setCurrentIndex(0)
    qtbot.keyClick(dialog.fields[Field.CONTACT].editor, Qt.Key.Key_Z, CONTROL)
    assert shown(dialog) == whole
    assert not dialog.notice.isVisible()
    assert dialog.copy.isEnabled()


# --- what is given out ------------------------------------------------------------------------------------------------


def test_copying_takes_the_page_in_front(qtbot, dialog):
    click(qtbot, dialog.copy)
    assert QGuiApplication.clipboard().text() == shown(dialog)
    assert dialog.state.text() == "已复制"
    dialog.tabs.setCurrentIndex(1)
    assert dialog.state.text() == ""
    click(qtbot, dialog.copy)
    assert QGuiApplication.clipboard().text() == shown(dialog, 1)
    assert QGuiApplication.clipboard().text().startswith("情况说明")


def test_saving_the_text(qtbot, dialog, answer, tmp_path):
    type_over(qtbot, dialog.fields[Field.REASON].editor, "失业了。")
    answer(choose_file(tmp_path / "信"))
    click(qtbot, dialog.save_text)
    content = (tmp_path / "信.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == content.count(b"\n") == shown(dialog).count("\n")
    assert content.decode("utf-8-sig").replace("\r\n", "\n") == shown(dialog)
    assert "失业了。" in content.decode()
    assert dialog.state.text() == "已存到 信.txt"


def test_the_name_that_is_proposed_is_of_the_page_and_the_day_beside_the_plan(qtbot, dialog, store, answer, tmp_path):
    folder = tmp_path / "plans"
    folder.mkdir()
    store.saved(folder / "a.jiehua")
    proposed = []
    answer(lambda asked: (proposed.extend(asked.selectedFiles()), asked.reject()))
    dialog.tabs.setCurrentIndex(1)
    click(qtbot, dialog.save_text)
    assert proposed == [str(folder / "情况说明 2026-11-24.txt")]
    assert list(folder.iterdir()) == []
    assert dialog.state.text() == ""


@pytest.mark.parametrize("button", ["save_text", "save_pdf"])
def test_a_folder_that_is_pulled_out_says_why(qtbot, dialog, answer, tmp_path, button):
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull_out(asked):
        choose_file(stick / "a.file")(asked)
        stick.rmdir()

    answer(pull_out)
    click(qtbot, getattr(dialog, button))
    assert dialog.state.text().startswith("⚠ 没能写到 a.file：")


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", content))


def test_saving_a_pdf(qtbot, dialog, answer, tmp_path):
    answer(choose_file(tmp_path / "信"))
    click(qtbot, dialog.save_pdf)
    content = (tmp_path / "信.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert pages(content) == 1  # the margins are no wider than they have to be
    assert dialog.state.text() == "已存到 信.pdf"
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", content)
    assert (round(float(box[1])), round(float(box[2]))) == (595, 842)  # A4 in points


def test_a_long_sheet_goes_on_on_another_page(qapp):
    short, long = Sheet("信", ("一行。",)), Sheet("信", ("一行。\n" * 30,) * 10)
    assert pages(pdf_bytes(short)) == 1
    assert pages(pdf_bytes(long)) >= 4


def test_letters_are_copied_from_the_pdf_as_they_were_typed(qapp):
    maps = b"".join(
        re.findall(rb"begincmap.*?endcmap", pdf_bytes(Sheet("一月一日", ("工 行，12 periods",))), re.DOTALL)
    )
    for typed, look_alike in zip("月日一工 ", "⽉⽇⼀⼯\t", strict=True):
        assert b"<%04X>" % ord(typed) in maps
        assert b" <%04X>" % ord(look_alike) not in maps


def test_paper_has_the_whole_text_with_the_title_on_top(qapp):
    sheet = Sheet("标题", ("<b>甲</b>\n乙", "丙"))
    document = paper(sheet)
    assert document.toPlainText() == "标题\n<b>甲</b>\n乙\n丙"
    first, second = document.firstBlock(), document.firstBlock().next()
    assert first.blockFormat().alignment() == Qt.AlignmentFlag.AlignHCenter
    assert second.blockFormat().alignment() != Qt.AlignmentFlag.AlignHCenter
    sizes = [next(iter(block)).fragment().charFormat().font().pointSizeF() for block in (first, second)]
    assert sizes == [16.5, 10.5]
    weights = [next(iter(block)).fragment().charFormat().font().weight() for block in (first, second)]
    assert weights == [QFont.Weight.Bold, QFont.Weight.Normal]
    assert design.text_font().pixelSize() == design.TEXT  # the window's own font is as it was


def print_to(path):
    """Return an answer that prints into a file."""

    def act(asked):
        assert isinstance(asked, QPrintDialog)
        asked.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        asked.printer().setOutputFileName(str(path))
        asked.done(QPrintDialog.DialogCode.Accepted)

    return act


def test_printing_asks_and_prints_the_page_in_front(qtbot, dialog, answer, tmp_path):
    path = tmp_path / "paper.pdf"
    answer(print_to(path))
    click(qtbot, dialog.print)
    assert pages(path.read_bytes()) >= 1
    assert dialog.state.text() == "已送去打印"


def test_printing_can_be_left(qtbot, dialog, answer):
    seen = answer(lambda asked: asked.reject())
    click(qtbot, dialog.print)
    assert len(seen) == 1
    assert dialog.state.text() == ""


# --- keys, room and closing -------------------------------------------------------------------------------------------


def test_tab_reaches_everything_and_comes_round(qtbot, dialog):
    wanted = [dialog.fields[field].editor for field in dialog.fields if field is not Field.RATE_PER]
    wanted.insert(wanted.index(dialog.fields[Field.RATE].editor) + 1, dialog.fields[Field.RATE].per)
    wanted += [dialog.tabs.tabBar(), dialog.views[0]]
    wanted += [dialog.copy, dialog.save_text, dialog.save_pdf, dialog.print, dialog.leave]
    wanted[0].setFocus()
    visited = []
    for _ in wanted:
        visited.append(QApplication.focusWidget())
        qtbot.keyClick(visited[-1], Qt.Key.Key_Tab)
    assert visited == wanted
    assert QApplication.focusWidget() is wanted[0]


def test_enter_in_a_field_presses_nothing(qtbot, dialog):
    QGuiApplication.clipboard().setText("before")
    editor = dialog.fields[Field.CONTACT].editor
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("close", ["escape", "button", "window"])
def test_closing_lets_the_store_go_and_keeps_what_was_typed(qtbot, dialog, store, close):
    editor = dialog.fields[Field.CONTACT].editor
    type_over(qtbot, editor, "138")
    with qtbot.waitSignal(dialog.destroyed, timeout=60_000):
        if close == "escape":
            qtbot.keyClick(editor, Qt.Key.Key_Escape)
        elif close == "button":
            click(qtbot, dialog.leave)
        else:
            dialog.close()
    assert store.plan.relief.contact == "138"
    count = store.undo_stack.count()
    store.edit(
        "later",
        store.plan.model_copy(update={"relief": Relief(contact="139")}),
        typing=("relief", Field.CONTACT),
    )
    assert store.undo_stack.count() == count + 1  # what is typed elsewhere is a step of its own


def test_nothing_listens_once_it_is_closed(qtbot, dialog, store, monkeypatch):
    asked = []
    monkeypatch.setattr(letter_dialog, "remark", lambda *_: asked.append(1) or "")
    store.edit("one", store.plan.model_copy(update={"relief": Relief(contact="1")}))
    assert asked == [1]
    dialog.reject()
    store.edit("two", store.plan.model_copy(update={"relief": Relief(contact="2")}))
    assert asked == [1]


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_it_fits_the_smallest_window(qtbot, store, host, spoken):
    language.use(spoken)
    store.edit("x", store.plan.model_copy(update={"relief": Relief(income="3000", spending="2500")}))
    dialog = opened(qtbot, store, host)
    dialog.resize(*design.MINIMUM_WINDOW)
    assert dialog.minimumSizeHint().width() <= design.MINIMUM_WINDOW[0]
    assert dialog.minimumSizeHint().height() <= design.MINIMUM_WINDOW[1]
    for widget in (dialog.leave, dialog.copy, dialog.notice, dialog.views[0], dialog.fields[Field.CONTACT].editor):
        corner = widget.mapTo(dialog, widget.rect().bottomRight())
        assert dialog.rect().contains(corner)
    assert dialog.views[0].horizontalScrollBar().maximum() == 0
