"""What stands under a loan's schedule: why a row is what it is, changes on the way, the lender's cost table."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton

from jiebei_desktop.engine import Effect, Prepayment, RateChange, Settlement
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.happenings import Happening
from jiebei_desktop.ui import design
from jiebei_desktop.ui.disclosure_card import FitDialog
from jiebei_desktop.ui.events_card import EventDialog
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from tests.conftest import TODAY
from tests.ui.conftest import type_over
from tests.ui.why_hand import click_cell
from tests.ui.why_hand import said as why_said


@pytest.fixture
def page(qtbot, window) -> LoansPage:
    """The page with a loan of 100 yuan at 0.035 % a day over 12 instalments from 2023-04-15 (ieqm.com, 2023-04-15)."""
    page = window.page(LoansPage)
    qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)
    for field, text in ((Field.PRINCIPAL, "100"), (Field.START_DATE, "2023-04-15"), (Field.RATE, "0.035")):
        type_over(qtbot, page.form.fields[field].editor, text)
    return page


def loan(page):
    return page.store.plan.loans[0]


def open_event(qtbot, page, kind) -> EventDialog:
    qtbot.mouseClick(page.events.buttons[kind], Qt.MouseButton.LeftButton)
    return next(dialog for dialog in page.events.findChildren(EventDialog) if dialog.isVisible())


def add(qtbot, dialog, **texts):
    for name, text in texts.items():
        type_over(qtbot, dialog.fields[name].editor, text)
    qtbot.mouseClick(dialog.findChild(QDialogButtonBox).buttons()[0], Qt.MouseButton.LeftButton)


def test_the_first_row_says_how_it_came_about_and_the_arrow_keys_go_on(qtbot, page):
    said = click_cell(qtbot, page.result.table, 0, 5).split("\n")
    assert said[:3] == ["应还：8.92", "本金 7.87 + 利息 1.05 + 手续费 0.00 = 应还 8.92。", "2023-05-15 应还 8.92 元"]
    assert said[3] == "利息 2023-04-15 到 2023-05-15：100.00 × 日利率 0.035% × 30 天 = 1.05，四舍五入到分是 1.05 元。"
    assert said[4].startswith("每期 8.92 元：让 100.00 元在 12 期里")
    assert "规则：借呗（jiebei，2026-11-23 核对）。" in said
    assert "价格：你自己填的。" in said
    assert any(line.startswith("计息天数：来自 借呗两种还款方式的利息对比，2023-04-15") for line in said)
    qtbot.keyClick(page.result.table, Qt.Key.Key_Down)
    assert why_said(page).split("\n")[2] == "2023-06-15 应还 8.92 元"


def test_money_paid_early_is_a_row_and_saves(qtbot, page):
    before = Decimal(page.result.table.model().index(12, 4).data())
    add(qtbot, open_event(qtbot, page, Happening.PREPAYMENT), date="2023-06-01", amount="30")
    assert loan(page).events == (Prepayment(date="2023-06-01", amount="30", effect=Effect.SHORTEN),)
    model = page.result.table.model()
    rows = [[model.index(row, column).data() for column in (0, 1, 3, 4)] for row in range(3)]
    assert rows[1] == ["＋", "2023-06-01", "29.45", "0.55"]
    assert Decimal(model.index(model.rowCount() - 1, 4).data()) < before
    assert "少付" in page.headline.reason.text()
    why = click_cell(qtbot, page.result.table, 1, 0)
    assert "提前还 30.00 元：先付到这天的利息 0.55，其余 29.45 还本金。" in why


def test_an_event_can_lower_the_instalments_be_undone_and_be_taken_away(qtbot, page, window):
    dialog = open_event(qtbot, page, Happening.PREPAYMENT)
    dialog.fields["effect"].set_text("lower")
    add(qtbot, dialog, date="2023-06-15", amount="30")
    assert loan(page).events[0].effect is Effect.LOWER
    window.store.undo_stack.undo()
    assert loan(page).events == ()
    window.store.undo_stack.redo()
    remove = [button for button in page.events.findChildren(QPushButton) if button.text() == "去掉"]
    qtbot.mouseClick(remove[-1], Qt.MouseButton.LeftButton)
    assert loan(page).events == ()


def test_a_settlement_and_a_new_rate(qtbot, page):
    add(qtbot, open_event(qtbot, page, Happening.RATE_CHANGE), date="2023-07-01", rate="0.02")
    add(qtbot, open_event(qtbot, page, Happening.SETTLEMENT), date="2023-09-01")
    assert loan(page).events == (
        RateChange(date="2023-07-01", rate="0.0002", rate_per="day"),
        Settlement(date="2023-09-01"),
    )
    assert "2023 年 9 月 1 日还清" in page.headline.answer.text()
    why = click_cell(qtbot, page.result.table, 2, 0)
    assert "日利率 0.035% × 16 天" in why
    assert "日利率 0.02% × 14 天" in why


@pytest.mark.parametrize(
    ("kind", "texts", "field", "said"),
    [
        (Happening.PREPAYMENT, {"date": "2023-06-31", "amount": "30"}, "date", "2023-06-31"),
        (Happening.PREPAYMENT, {"date": "2023-06-01", "amount": "abc"}, "amount", "abc"),
        (Happening.PREPAYMENT, {"date": "2023-06-01", "amount": "500"}, "amount", "92.68"),
        (Happening.PREPAYMENT, {"date": "2023-06-01", "amount": "0"}, "amount", "0.01"),
        (Happening.SETTLEMENT, {"date": "2024-06-01"}, "date", "2024-04-15"),
        (Happening.SETTLEMENT, {"date": "2022-06-01"}, "date", "2023-04-15"),
        (Happening.RATE_CHANGE, {"date": "2023-06-01", "rate": "135"}, "rate", "1"),
    ],
)
def test_an_event_that_cannot_be_says_why_at_its_field_and_keeps_what_was_typed(qtbot, page, kind, texts, field, said):
    dialog = open_event(qtbot, page, kind)
    add(qtbot, dialog, **texts)
    assert dialog.isVisible()
    assert said in dialog.fields[field].message.text()
    assert dialog.fields[field].text() == texts[field]
    assert loan(page).events == ()


def test_a_draw_on_the_31st_asks_for_the_due_day_and_follows_it(qtbot, page):
    type_over(qtbot, page.form.fields[Field.START_DATE].editor, "2026-01-31")
    remark = page.form.fields[Field.DUE_DAY].message.text()
    assert "每月 27 或 3 日" in remark
    model = page.result.table.model()
    assert model.index(0, 1).data() == "2026-02-27"
    type_over(qtbot, page.form.fields[Field.DUE_DAY].editor, "3")
    assert model.index(0, 1).data() == "2026-03-03"  # 3 February is fewer than 15 days away
    assert page.form.fields[Field.DUE_DAY].message.text() == ""
    type_over(qtbot, page.form.fields[Field.DUE_DAY].editor, "31")
    assert "1 到 28" in page.form.fields[Field.DUE_DAY].message.text()


def test_a_coupon_lowers_what_is_paid_in_its_instalments(qtbot, page):
    model = page.result.table.model()
    before = [model.index(row, 3).data() for row in range(12)]
    type_over(qtbot, page.form.fields[Field.COUPON_OFF].editor, "50")
    type_over(qtbot, page.form.fields[Field.COUPON_PERIODS].editor, "1")
    assert [model.index(row, 4).data() for row in (0, 1)] == ["0.53", "1.00"]  # half of 1.05, and the whole of 1.00
    assert [model.index(row, 3).data() for row in range(12)] == before
    assert "优惠 50%" in click_cell(qtbot, page.result.table, 0, 4)


def test_a_high_rate_is_remarked_at_its_field(qtbot, page):
    type_over(qtbot, page.form.fields[Field.START_DATE].editor, "2026-01-15")
    type_over(qtbot, page.form.fields[Field.RATE].editor, "0.06")
    assert "4 倍 LPR 12%" in page.form.fields[Field.RATE].message.text()
    assert not page.result.notice.isVisible()


def test_the_cost_table_follows_the_loan(qtbot, page):
    assert "利息 7.08 按未还本金，日利率 0.035% · 放款方" in page.disclosure.text()
    type_over(qtbot, page.form.fields[Field.PRINCIPAL].editor, "1000")
    assert "利息 70.77" in page.disclosure.text()
    type_over(qtbot, page.form.fields[Field.RATE].editor, "90")
    assert not page.disclosure.isVisible()


def test_the_lenders_figures_give_the_rate(qtbot, page):
    type_over(qtbot, page.form.fields[Field.RATE].editor, "0.05")
    qtbot.mouseClick(page.disclosure.check, Qt.MouseButton.LeftButton)
    dialog = page.disclosure.findChild(FitDialog)
    assert not dialog.take.isEnabled()
    type_over(qtbot, dialog.fields["cost"].editor, "7.08")
    type_over(qtbot, dialog.fields["annual"].editor, "18")
    assert "18.00%" in dialog.fields["annual"].message.text()
    type_over(qtbot, dialog.fields["annual"].editor, "12.6")
    assert "日利率 0.035%，填的每一项都对得上" in dialog.answer.text()
    assert "日利率 × 360" in dialog.answer.text()
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert loan(page).rate == Decimal("0.00035")
    assert page.store.undo_stack.undoText() == "照 App 里的明示表核对"


def test_figures_that_cannot_be_say_so_at_their_field(qtbot, page):
    qtbot.mouseClick(page.disclosure.check, Qt.MouseButton.LeftButton)
    dialog = page.disclosure.findChild(FitDialog)
    type_over(qtbot, dialog.fields["instalment"].editor, "5")
    assert "连本金 100.00 元都不够" in dialog.fields["instalment"].message.text()
    type_over(qtbot, dialog.fields["instalment"].editor, "x")
    assert "x" in dialog.fields["instalment"].message.text()
    assert not dialog.take.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert page.disclosure.findChild(QDialog) is None or not dialog.isVisible()


@pytest.mark.parametrize(
    ("kind", "texts", "field", "said"),
    [
        (Happening.PAYMENT, {"date": "2023-04-01", "amount": "5"}, "date", "那天还没有到期的"),
        (Happening.PAYMENT, {"date": "2023-06-01", "amount": "0"}, "amount", "不能小于 0.01"),
        (Happening.PAYMENT, {"date": "2023-06-01", "amount": "一百"}, "amount", "不是数字"),
        (Happening.PAYMENT, {"date": "六月", "amount": "5"}, "date", "日期"),
        (Happening.WAIVER, {"date": "2023-06-01", "amount": "5"}, "amount", "那天只欠"),
        (Happening.RESTRUCTURE, {"date": "2023-06-01", "periods": "0"}, "periods", "不能小于 1"),
        (Happening.RESTRUCTURE, {"date": "2023-06-01", "periods": "x"}, "periods", "不是数字"),
        (Happening.RESTRUCTURE, {"date": "2023-06-01", "periods": "6", "rate": "101"}, "rate", "不能大于 1"),
        (
            Happening.RESTRUCTURE,
            {"date": "2023-06-01", "periods": "6", "first_due_date": "2023-06-01"},
            "first_due_date",
            "首个还款日要在 2023-06-01 之后",
        ),
        (Happening.RESTRUCTURE, {"date": "2024-05-01", "periods": "6"}, "date", "已经还清"),
        (Happening.RESTRUCTURE, {"date": "2023-04-01", "periods": "6"}, "date", "不能早于起息日"),
    ],
)
def test_what_cannot_have_happened_is_said_at_its_field_and_the_loan_stays(qtbot, page, kind, texts, field, said):
    before = loan(page)
    dialog = open_event(qtbot, page, kind)
    add(qtbot, dialog, **texts)
    assert said in dialog.fields[field].message.text()
    assert dialog.isVisible()
    assert {name: dialog.fields[name].text() for name in texts} == texts  # nothing typed is lost
    assert loan(page) == before
    dialog.reject()


def test_what_is_let_off_and_a_new_plan_are_listed(qtbot, page, window):
    """100 yuan with the instalment of 15 June missed: 7.96 + 0.96 of it; 15 nights at 0.000525 on 7.96 make 0.06."""
    window.store.edit("记", window.store.plan.with_loan(loan(page).model_copy(update={"unpaid_from": 2})))
    waiver = open_event(qtbot, page, Happening.WAIVER)
    add(qtbot, waiver, date="2023-06-30", amount="0.06")
    plan = open_event(qtbot, page, Happening.RESTRUCTURE)
    add(qtbot, plan, date="2023-06-30", periods="10", rate="0")
    said = [each.text() for each in page.events.findChildren(QLabel)]
    assert "2023 年 6 月 30 日减免罚息 0.06 元" in said
    assert "2023 年 6 月 30 日重新分 10 期，欠的利息和罚息并入本金" in said
    rows = page.result.table.model()
    # 92.13 of principal, 0.97 due in June, and 15 days of interest on the 84.18 that were to be left: 0.44
    balance = Decimal(rows.index(2, 6).data())
    assert balance == sum(Decimal(rows.index(row, 5).data()) for row in range(3, 13))
    assert rows.index(2, 0).data() == "⇨"
    assert rows.rowCount() == 3 + 10 + 1


def test_a_late_loan_fits_a_window_of_the_least_size(qtbot, window):
    """The longest cell of the table, `没还 2,491.09`, makes its own column wide and not all of them."""
    window.resize(*design.MINIMUM_WINDOW)
    window.store.replace(sample_plan(TODAY))
    window.show_page(place_of("loans"))
    result = window.page(LoansPage).result
    table = result.table
    qtbot.waitUntil(lambda: table.isVisible() and table.width() > design.FORM_WIDTH)
    assert result.widget().minimumSizeHint().width() <= result.viewport().width()
    for place in range(3, 7):
        needed = table.figures.widest(place, QFontMetrics(design.text_font(bold=True)))
        assert table.columnWidth(place) >= needed
    window.resize(*design.USUAL_WINDOW)
    qtbot.waitUntil(lambda: len({table.columnWidth(place) for place in range(3, 6)}) == 1)
