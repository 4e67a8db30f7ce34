"""借款, driven as a user drives it."""

import csv
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget, QPushButton, QTableView

from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from tests.ui.conftest import choose_file, type_over


@pytest.fixture
def page(window) -> LoansPage:
    return window.page(LoansPage)


@pytest.fixture
def loan_page(qtbot, page) -> LoansPage:
    """The page with a new loan: 借呗, 10,000 yuan, 12 instalments from today."""
    qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)
    return page


def editor(page: LoansPage, field: Field):
    found = page.form.fields[field].editor
    return found.lineEdit() if field is Field.PERIODS else found


def shown(page: LoansPage) -> list[list[str]]:
    model = page.result.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def bold(model, row: int) -> bool:
    font = model.index(row, 5).data(Qt.ItemDataRole.FontRole)
    return font is not None and font.bold()


def choose(page: LoansPage, qtbot, field: Field, value: str) -> None:
    box = page.form.fields[field].editor
    box.setFocus()
    while box.currentData() != value:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        if box.currentIndex() == before:
            break
    assert box.currentData() == value


def test_a_loan_typed_into_the_form_gives_its_rows_and_its_csv(qtbot, window, loan_page, answer, tmp_path):
    # 借呗 100 yuan at 0.035 % a day, 12 instalments from 2023-04-15: 7.08 yuan (ieqm.com, 2023-04-15)
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "100")
    type_over(qtbot, editor(loan_page, Field.START_DATE), "2023-04-15")
    type_over(qtbot, editor(loan_page, Field.PERIODS), "12")
    type_over(qtbot, editor(loan_page, Field.RATE), "0.035")

    rows = shown(loan_page)
    assert rows[0] == ["1", "2023-05-15", "30", "7.87", "1.05", "8.92", "92.13"]
    assert rows[11] == ["12", "2024-04-15", "31", "8.86", "0.10", "8.96", "0.00"]
    assert rows[12] == ["", "合计", "366", "100.00", "7.08", "107.08", ""]
    assert "一共多付 7.08 元" in loan_page.headline.answer.text()

    path = tmp_path / "还款表.csv"
    answer(choose_file(path))
    qtbot.mouseClick(window.topbar.export, Qt.MouseButton.LeftButton)

    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 13
    lines = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    assert lines[0] == [
        "期",
        "起息日",
        "还款日",
        "天数",
        "期初本金",
        "本金",
        "利息",
        "手续费",
        "应还",
        "剩余本金",
        "种类",
        "怎么算的",
        "依据",
    ]
    assert lines[1][:10] == ["1", "2023-04-15", "2023-05-15", "30", "100.00", "7.87", "1.05", "0.00", "8.92", "92.13"]
    assert sum(Decimal(line[6]) for line in lines[1:]) == Decimal("7.08")


def test_interest_first_is_chosen_by_keyboard_and_costs_what_the_page_prints(qtbot, loan_page):
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "100")
    type_over(qtbot, editor(loan_page, Field.START_DATE), "2023-04-15")
    type_over(qtbot, editor(loan_page, Field.RATE), "0.035")
    choose(loan_page, qtbot, Field.METHOD, "interest_first")
    assert "一共多付 12.85 元" in loan_page.headline.answer.text()  # ieqm.com, 2023-04-15


def test_huabei_fills_in_its_fee_and_follows_the_number_of_instalments(qtbot, loan_page):
    choose(loan_page, qtbot, Field.PRODUCT, "huabei_instalment")
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "1200")
    type_over(qtbot, editor(loan_page, Field.PERIODS), "3")
    assert editor(loan_page, Field.FEE_RATE).text() == "2.5"
    assert [row[5] for row in shown(loan_page)[:3]] == ["410.00"] * 3  # 52ps.vip, 2022-07-08
    assert loan_page.form.fields[Field.FEE_RATE].isVisible()
    assert not loan_page.form.fields[Field.RATE].isVisible()


def test_every_keystroke_is_followed(qtbot, loan_page):
    amount = editor(loan_page, Field.PRINCIPAL)
    type_over(qtbot, amount, "6000")
    assert shown(loan_page)[12][3] == "6,000.00"
    qtbot.keyClick(amount, Qt.Key.Key_Backspace)
    assert shown(loan_page)[12][3] == "600.00"
    assert amount.text() == "600"  # left as typed while the user is in the field


@pytest.mark.parametrize(
    ("field", "text", "part"),
    [
        (Field.PRINCIPAL, "", "要填一个数字"),
        (Field.PRINCIPAL, "一万", "不是数字"),
        (Field.PRINCIPAL, "0", "不能小于 0.01"),
        (Field.PRINCIPAL, "-5", "不能小于"),
        (Field.PRINCIPAL, "1000000000.01", "不能大于"),
        (Field.PRINCIPAL, "100.005", "两位小数"),
        (Field.START_DATE, "2026-02-31", "日历上没有"),
        (Field.START_DATE, "昨天", "2026-11-24 这样"),
        (Field.PERIODS, "0", "1 到 600"),
        (Field.PERIODS, "3.5", "整数"),
        (Field.RATE, "200", "0 到 100"),
        (Field.FIRST_DUE_DATE, "2020-01-01", "不能早于起息日"),
    ],
)
def test_bad_input_is_named_at_its_field_and_nothing_is_lost(qtbot, store, loan_page, field, text, part):
    before = store.plan
    type_over(qtbot, editor(loan_page, field), text)
    message = loan_page.form.fields[field].message
    assert message.isVisible()
    assert part in message.text()
    assert editor(loan_page, field).property("wrong") or loan_page.form.fields[field].editor.property("wrong")
    assert loan_page.result.notice.isVisible()
    type_over(qtbot, editor(loan_page, Field.NAME), "装修")  # the user goes elsewhere
    assert editor(loan_page, field).text() == text
    assert store.plan.loans[0].name == "装修"
    # what could not be taken over left the plan at the last text that could: a prefix of it, or the old value
    assert (
        store.plan.loans[0].model_copy(update={"name": "", field.value: getattr(before.loans[0], field)})
        == (before.loans[0])
    )


def test_a_date_that_waits_for_another_is_taken_over_when_the_other_allows_it(qtbot, store, loan_page):
    type_over(qtbot, editor(loan_page, Field.FIRST_DUE_DATE), "2026-10-10")
    assert "不能早于" in loan_page.form.fields[Field.FIRST_DUE_DATE].message.text()
    type_over(qtbot, editor(loan_page, Field.START_DATE), "2026-09-20")
    assert not loan_page.form.fields[Field.FIRST_DUE_DATE].message.isVisible()
    assert store.plan.loans[0].first_due_date == date(2026, 10, 10)
    assert shown(loan_page)[0][1] == "2026-10-10"


def test_a_new_loan_waits_for_its_amount_to_be_typed(qtbot, page, store):
    qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(editor(page, Field.PRINCIPAL), "8000")
    assert store.plan.loans[0].principal == Decimal(8000)


def test_a_wrong_text_stays_with_its_loan(qtbot, loan_page):
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "abc")
    loan_page.add_loan()
    assert editor(loan_page, Field.PRINCIPAL).text() == "10,000.00"
    first = loan_page.strip.findChildren(QPushButton, "loan")[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert editor(loan_page, Field.PRINCIPAL).text() == "abc"


def test_many_loans_scroll_and_the_button_for_another_stays_in_reach(qtbot, window, loan_page):
    for _ in range(7):
        loan_page.add_loan()

    def buttons(name):
        found = loan_page.strip.findChildren(QPushButton, name)
        return [button for button in found if button.isVisible() and button.objectName() == name]

    def inside(button):
        left = button.mapTo(window, button.rect().topLeft()).x()
        return left >= 0 and left + button.width() <= window.width() and not button.visibleRegion().isEmpty()

    qtbot.waitUntil(lambda: len(buttons("loan")) == 8 and inside(buttons("loan")[-1]))
    assert not inside(buttons("loan")[0])
    assert inside(buttons("")[0])


def test_the_strip_outlives_the_loan_that_it_showed(qtbot, window, loan_page):
    loan_page.form.delete.click()
    qtbot.waitUntil(lambda: not loan_page.strip.findChildren(QPushButton, "loan"))
    window.resize(1100, 720)
    window.action("undo").trigger()
    qtbot.waitUntil(lambda: len(loan_page.strip.findChildren(QPushButton, "loan")) == 1)


def test_typing_in_one_field_is_one_undo_step(qtbot, window, store, loan_page):
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "8000")
    type_over(qtbot, editor(loan_page, Field.PERIODS), "6")
    assert store.undo_stack.undoText() == "修改借款：分几期"
    window.action("undo").trigger()
    assert store.plan.loans[0].periods == 12
    assert store.plan.loans[0].principal == Decimal(8000)
    window.action("undo").trigger()
    assert editor(loan_page, Field.PRINCIPAL).text() == "10,000.00"
    window.action("redo").trigger()
    assert editor(loan_page, Field.PRINCIPAL).text() == "8,000.00"


def test_undo_from_inside_a_field_is_the_plan_s(qtbot, store, loan_page):
    amount = editor(loan_page, Field.PRINCIPAL)
    type_over(qtbot, amount, "8000")
    qtbot.keyClick(amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert amount.text() == "10,000.00"
    qtbot.keyClick(amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert store.plan.loans[0].principal == Decimal(8000)
    periods = editor(loan_page, Field.PERIODS)
    type_over(qtbot, periods, "6")
    qtbot.keyClick(periods, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert store.plan.loans[0].periods == 12


def test_undo_inside_a_wrong_field_mends_the_text_and_no_more(qtbot, store, loan_page):
    amount = editor(loan_page, Field.PRINCIPAL)
    type_over(qtbot, amount, "8000")
    editor(loan_page, Field.NAME).setFocus()
    amount.setFocus()
    qtbot.keyClick(amount, Qt.Key.Key_End)
    qtbot.keyClicks(amount, "x")
    assert loan_page.form.fields[Field.PRINCIPAL].message.isVisible()
    qtbot.keyClick(amount, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not loan_page.form.fields[Field.PRINCIPAL].message.isVisible()
    assert store.plan.loans[0].principal == Decimal(8000)


def test_leaving_a_field_ends_its_undo_step(qtbot, window, store, loan_page):
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "8000")
    editor(loan_page, Field.NAME).setFocus()
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "9000")
    window.action("undo").trigger()
    assert store.plan.loans[0].principal == Decimal(8000)


def test_undo_clears_a_text_that_could_not_be_taken_over(qtbot, window, loan_page):
    type_over(qtbot, editor(loan_page, Field.PRINCIPAL), "80")
    type_over(qtbot, editor(loan_page, Field.PERIODS), "x")
    window.action("undo").trigger()
    assert editor(loan_page, Field.PERIODS).text() == "12"
    assert not loan_page.form.fields[Field.PERIODS].message.isVisible()


def test_a_deleted_loan_comes_back_by_undo(qtbot, window, store, loan_page):
    loan = store.plan.loans[0]
    qtbot.mouseClick(loan_page.form.delete, Qt.MouseButton.LeftButton)
    assert store.plan.loans == ()
    assert loan_page.empty.isVisible()
    window.action("undo").trigger()
    assert store.plan.loans == (loan,)
    assert loan_page.loan == loan


def test_a_loan_without_a_price_shows_no_figures_of_another(qtbot, loan_page):
    choose(loan_page, qtbot, Field.PRODUCT, "huabei_instalment")
    type_over(qtbot, editor(loan_page, Field.PERIODS), "5")
    assert not loan_page.result.table.isVisible()
    assert "5 期的费率没有公布" in loan_page.result.notice.text
    assert loan_page.export() is None
    type_over(qtbot, editor(loan_page, Field.FEE_RATE), "4")
    assert loan_page.result.table.isVisible()
    assert [row[5] for row in shown(loan_page)[:5]] == ["2,080.00"] * 5


def test_a_loan_that_ends_beyond_the_calendar_says_so(qtbot, loan_page):
    type_over(qtbot, editor(loan_page, Field.START_DATE), "2199-12-01")
    assert "最后一期晚于 2199-12-31" in loan_page.result.notice.text
    assert not loan_page.result.table.isVisible()


def test_a_rate_beyond_all_measure_says_so(qtbot, loan_page):
    type_over(qtbot, editor(loan_page, Field.RATE), "100")
    assert "大得算不出来" in loan_page.result.notice.text


def test_changing_the_unit_of_a_rate_keeps_what_it_means(qtbot, store, loan_page):
    per = loan_page.form.offer.rate.per
    per.setFocus()
    qtbot.keyClick(per, Qt.Key.Key_Down)
    assert per.currentData() == "year"
    assert editor(loan_page, Field.RATE).text() == "14.6"  # 0.04 % × 365
    assert store.plan.loans[0].rate == Decimal("0.146")


def test_the_sample_shows_that_its_printed_instalment_cannot_be(qtbot, window, page, store):
    qtbot.mouseClick(page.empty.second, Qt.MouseButton.LeftButton)
    window.show_page(place_of("loans"))  # the walk through the sample begins elsewhere
    assert isinstance(store.plan.loans[0], Loan)
    assert page.result.notice.isVisible()
    assert "每期 1,300.00 元不可能：5 期共 6,500.00 元，连本金 12,000.00 元都不够" in page.result.notice.text
    assert "2,491.09" in page.headline.reason.text()
    assert page.hasFocus()


def test_remarks_name_what_is_unusual_without_stopping(qtbot, loan_page):
    type_over(qtbot, editor(loan_page, Field.PERIODS), "5")
    assert "3、6、9、12" in loan_page.form.fields[Field.PERIODS].message.text()
    type_over(qtbot, editor(loan_page, Field.RATE), "0.4")
    assert "0.015% 到 0.06%" in loan_page.form.fields[Field.RATE].message.text()
    assert not loan_page.result.notice.isVisible()


@pytest.mark.parametrize(
    ("product", "why"),
    [
        (
            "jiebei",
            "利息 2026-11-24 到 2026-12-24：10,000.00 × 日利率 0.04% × 30 天 = 120.00，四舍五入到分是 120.00 元。",
        ),
        ("huabei_instalment", "手续费 10,000.00 × 8.8% ÷ 12 期 = 73.333333，收 73.33 元。"),
    ],
)
def test_interest_and_fee_say_how_they_came_about(qtbot, loan_page, product, why):
    choose(loan_page, qtbot, Field.PRODUCT, product)
    model = loan_page.result.table.model()
    assert model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == why
    assert model.index(0, 4).data(Qt.ItemDataRole.AccessibleDescriptionRole) == why


def test_what_is_behind_one_is_quiet_and_the_first_strong_amount_is_what_is_next(qtbot, loan_page):
    type_over(qtbot, editor(loan_page, Field.START_DATE), "2026-08-24")  # three months before today
    due = loan_page.result.table.model()
    strong = [due.index(row, 1).data() for row in range(12) if bold(due, row)]
    assert strong[0] == "2026-11-24"  # today itself is still to be paid
    assert len(strong) == 10


def test_two_loans_that_are_called_the_same_are_told_apart_by_a_name(qtbot, loan_page):
    name = loan_page.form.fields[Field.NAME]
    assert name.message.text() == ""
    loan_page.add_loan()
    assert name.message.text() == "还有一笔也叫“借呗 12 期”：起个名字，哪里都分得清"
    type_over(qtbot, name.editor, "装修")
    assert name.message.text() == ""


def test_rows_can_be_copied_into_a_spreadsheet(qtbot, loan_page, qapp):
    table = loan_page.result.table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text().split("\t")[0] == "1"
    assert len(qapp.clipboard().text().split("\t")) == 7


def test_the_calendar_has_room_for_the_names_of_the_days(qtbot, loan_page):
    field = loan_page.form.fields[Field.START_DATE]
    qtbot.keyClick(field._button, Qt.Key.Key_Space)
    days = field.findChild(QCalendarWidget).findChild(QTableView)
    qtbot.waitUntil(days.isVisible)
    for column in range(7):
        name = days.model().index(0, column)
        assert days.sizeHintForIndex(name).width() <= days.columnWidth(column), name.data()


def test_a_day_can_be_picked_from_the_calendar_by_keyboard(qtbot, loan_page, store, qapp):
    field = loan_page.form.fields[Field.START_DATE]
    qtbot.keyClick(field._button, Qt.Key.Key_Space)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 11, 24)
    days = calendar.focusProxy() or calendar
    qtbot.keyClick(days, Qt.Key.Key_Right)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert store.plan.loans[0].start_date == date(2026, 11, 25)
    assert editor(loan_page, Field.START_DATE).text() == "2026-11-25"
