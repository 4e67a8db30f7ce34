"""预算, driven as a user drives it."""

import csv
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt

from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind
from jiebei_desktop.planning.budget.occurrences import opening
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.products import Brand
from jiebei_desktop.ui.app import application
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.budget import BudgetPage
from jiebei_desktop.ui.pages.loans import LoansPage
from tests.conftest import TODAY
from tests.ui.conftest import choose_file, type_over
from tests.ui.why_hand import click_cell

AHEAD, INPUTS, CHECKED = range(3)


@pytest.fixture
def page(window) -> BudgetPage:
    window.show_page(place_of("budget"))
    return window.page(BudgetPage)


@pytest.fixture
def sample(window, store) -> BudgetPage:
    store.replace(sample_plan(SAMPLE_DAY))
    window.show_page(place_of("budget"))
    return window.page(BudgetPage)


def cells(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def typed(qtbot, page, field: Field, text: str) -> None:
    form = page.inputs.forms.currentWidget()
    type_over(qtbot, form.fields[field].editor, text)


def choose(qtbot, page, field: Field, value: str) -> None:
    """Choose a value of a box by the arrow keys."""
    box = page.inputs.forms.currentWidget().fields[field].editor
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == value:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == value


def test_an_empty_budget_begins_with_what_to_enter(page):
    assert page.tabs.currentIndex() == INPUTS
    assert page.headline.answer.text() == "填上收入和开支，就知道下个月够不够还。"
    assert page.inputs.hint.isVisible()
    assert not page.can_export()


def test_income_and_spending_typed_in_say_whether_the_months_hold(qtbot, window, page, store):
    inputs = page.inputs
    click(qtbot, inputs.add_account)
    typed(qtbot, page, Field.BALANCE, "1000")
    click(qtbot, inputs.add[EntryKind.INCOME])
    typed(qtbot, page, Field.AMOUNT, "5000")
    typed(qtbot, page, Field.DAY, "15")
    click(qtbot, inputs.add[EntryKind.SPENDING])
    typed(qtbot, page, Field.AMOUNT, "3000")
    typed(qtbot, page, Field.DAY, "1")
    typed(qtbot, page, Field.NAME, "房租")

    # 1,000 today, rent of 3,000 on 1 December, pay of 5,000 on 15 December: by hand
    assert page.headline.answer.text() == "2026 年 12 月 1 日钱就不够了，差 2,000.00 元。"
    assert "下个月收入 5,000.00 元，开支 3,000.00 元，还款 0.00 元" in page.headline.reason.text()
    assert "这个月补上 2,000.00 元，就不会不够。" in page.headline.reason.text()
    assert cells(inputs.entries.model()) == [
        ["收入", "收入", "每月 15 日", "+5,000.00"],
        ["房租", "开支", "每月 1 日", "−3,000.00"],
    ]
    assert store.plan.budget.as_of == TODAY
    assert opening(store.plan.budget, TODAY) == (TODAY, Decimal(1000))


def test_every_edit_is_one_undo_step_with_a_name(qtbot, page, store):
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    typed(qtbot, page, Field.AMOUNT, "6000")
    assert [store.undo_stack.text(place) for place in range(store.undo_stack.count())] == [
        "添加收入",
        "修改收支：每次多少",
    ]
    store.undo_stack.undo()
    assert store.plan.budget.entries[0].amount == Decimal(1000)
    assert page.inputs.entry_form.fields[Field.AMOUNT].text() == "1,000.00"
    store.undo_stack.undo()
    assert store.plan.budget.entries == ()
    assert page.inputs.hint.isVisible()


def test_what_is_wrong_is_said_at_its_field_and_stays_there(qtbot, page, store):
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    typed(qtbot, page, Field.AMOUNT, "很多")
    field = page.inputs.entry_form.fields[Field.AMOUNT]
    assert "“很多”不是数字" in field.message.text()
    assert field.text() == "很多"
    assert store.plan.budget.entries[0].amount == Decimal(1000)
    typed(qtbot, page, Field.END, "2020-01-01")
    assert "不能早于开始" in page.inputs.entry_form.fields[Field.END].message.text()
    typed(qtbot, page, Field.SEASONS, "100 50")
    assert "要填 12 个数" in page.inputs.entry_form.fields[Field.SEASONS].message.text()
    typed(qtbot, page, Field.AMOUNT, "8000")
    assert store.plan.budget.entries[0].amount == Decimal(8000)


def test_a_shop_has_seasons_and_a_purchase_waits_for_its_bill(qtbot, page, store):
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    typed(qtbot, page, Field.SEASONS, "50 50 100 100 100 100 100 100 100 100 100 200")
    assert store.plan.budget.entries[0].seasons == tuple(Decimal(n) / 100 for n in (50, 50, *[100] * 9, 200))
    click(qtbot, page.inputs.add[EntryKind.SPENDING])
    choose(qtbot, page, Field.BY_HUABEI, "yes")
    assert store.plan.budget.entries[1].by_huabei
    assert page.inputs.entry_form.by_huabei.isVisible()


def test_the_form_asks_only_what_the_entry_needs(qtbot, page, store):
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    form = page.inputs.entry_form
    assert form.day.isVisible()
    assert not form.by_huabei.isVisible()
    choose(qtbot, page, Field.REPEAT, "last_workday")
    assert not form.day.isVisible()
    assert not form.shift.isVisible()
    choose(qtbot, page, Field.REPEAT, "weeks")
    assert form.every.title.text() == "每几周一次"


def test_the_sample_says_what_is_missing_and_what_being_late_costs(sample):
    # 40 days late, 5,055.73 yuan are due; 4,600 are there (sample plan, tests/planning/test_outlook.py for the rest)
    assert sample.tabs.currentIndex() == AHEAD
    assert sample.headline.answer.text().startswith("今天就差 455.73 元。逾期的借呗 5 期要到 ")
    table = cells(sample.ahead.cycles.table.model())
    assert [row[0] for row in table][:4] == ["每次最多还", "利息和手续费", "实际年化（复利）", "还款最多占收入"]


def test_another_cycle_shows_at_once_and_is_not_taken_over(qtbot, sample, store):
    side = sample.ahead.cycles.sides[Brand.HUABEI]
    before = cells(sample.ahead.cycles.table.model())
    loans = store.plan.loans
    click(qtbot, side.buttons["12"])
    after = cells(sample.ahead.cycles.table.model())
    # 12,000 by 花呗 over 12: 8.8 % of the whole (doing.city 2024-06): 13,056 / 12 = 1,088
    assert (before[0][3], after[0][3]) == ("2,090.00", "1,088.00")
    assert (before[1][3], after[1][3]) == ("540.00", "1,056.00")
    assert "花呗分期 12 期" in side.said.text()
    assert store.plan.loans == loans
    assert store.undo_stack.undoText() == "试另一个周期"
    store.undo_stack.undo()
    assert cells(sample.ahead.cycles.table.model()) == before
    assert side.buttons["6"].isChecked()


def test_a_cycle_is_chosen_by_keys_and_made_a_loan(qtbot, window, sample, store):
    side = sample.ahead.cycles.sides[Brand.JIEBEI]
    side.buttons["12"].setFocus()
    qtbot.keyClick(side.buttons["12"], Qt.Key.Key_Space)
    assert store.plan.budget.trial.jiebei == 12
    side.take.setFocus()
    qtbot.keyClick(side.take, Qt.Key.Key_Space)
    loan = store.plan.loans[-1]
    assert (loan.product, loan.periods, loan.principal, loan.start_date) == ("jiebei", 12, Decimal(12000), TODAY)
    assert "借呗 12 期已加到“借款”里" in window.topbar.state.text()


def test_a_bill_can_be_tried_but_is_no_loan(qtbot, sample):
    side = sample.ahead.cycles.sides[Brand.HUABEI]
    click(qtbot, side.buttons["full"])
    assert not side.take.isEnabled()
    assert cells(sample.ahead.cycles.table.model())[0][3] == "12,000.00"
    click(qtbot, side.buttons["minimum"])
    # a tenth of 12,000 first, the rest with 0.05 % a day with the next bill
    assert cells(sample.ahead.cycles.table.model())[0][3].startswith("10,")


def test_an_amount_of_ones_own_is_tried(qtbot, sample, store):
    field = sample.ahead.cycles.form.fields[Field.AMOUNT]
    type_over(qtbot, field.editor, "3000")
    assert cells(sample.ahead.cycles.table.model())[0][3] == "522.50"  # 3,000 × 1.045 / 6
    type_over(qtbot, field.editor, "")
    assert store.plan.budget.trial.amount is None


def test_alerts_lead_to_where_something_can_be_done(qtbot, window, sample):
    click(qtbot, sample.ahead.alerts.buttons[0])
    assert window.pages.current.name == "late"


def test_a_loan_that_cannot_be_worked_out_is_said_and_leads_to_it(qtbot, window, sample, store):
    loan = store.plan.loans[0].model_copy(update={"id": "broken", "rate": None, "unpaid_from": None, "name": "坏的"})
    store.edit("", store.plan.with_loan(loan))
    said = [button.accessibleName() for button in sample.ahead.alerts.buttons]
    assert any("坏的算不出来，没有算在里面" in name for name in said)
    click(qtbot, sample.ahead.alerts.buttons[-1])
    assert window.pages.current.name == "loans"
    assert window.page(LoansPage).loan.id == "broken"


def test_a_month_says_why(qtbot, sample):
    sample.ahead.verticalScrollBar().setValue(sample.ahead.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: sample.ahead.months.model().rowCount() == 25)
    months = sample.ahead.months
    rows = cells(months.model())
    assert rows[0][0] == "2026-11"
    assert rows[1][1:3] == ["5,600.00", "4,328.00"]
    lowest = months.model().columnCount() - 2
    assert "起初 4,600.00 + 到那天的收入" in click_cell(qtbot, months, 1, lowest)
    income = click_cell(qtbot, months, 1, 1).split("\n")
    assert income[0] == "2026-12 · 收入：5,600.00"
    assert income[-1] == "一共 5,600.00 元。"


def test_what_really_happened_is_recorded_and_taken_back(qtbot, window, sample, store):
    budget = store.plan.budget.model_copy(update={"as_of": date(2026, 10, 24)})
    store.edit("", with_budget(store.plan, budget))
    sample.tabs.setCurrentIndex(CHECKED)
    checked = sample.checked
    type_over(qtbot, checked.amount.editor, "900")
    click(qtbot, checked.record)
    assert store.plan.budget.balances[0].day == TODAY
    assert cells(checked.table.model())[0][2] == "900.00"
    assert "从" in sample.headline.aside.text()
    assert "900.00" in sample.headline.aside.text()
    type_over(qtbot, checked.day.editor, "2027-05-01")
    type_over(qtbot, checked.amount.editor, "1")
    click(qtbot, checked.record)
    assert "今天（2026-11-24）或以前" in checked.day.message.text()
    assert checked.amount.text() == "1"
    checked.table.selectRow(0)
    click(qtbot, checked.remove)
    assert store.plan.budget.balances == ()


def test_the_months_go_out_as_csv(qtbot, window, sample, answer, tmp_path):
    path = tmp_path / "预算.csv"
    answer(choose_file(path))
    window.action("export").trigger()
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:3] == ["月份", "收入", "开支"]
    assert rows[1][0] == "2026-11"
    assert len(rows) == 26
    sheets = sample.export().workbook()
    assert [sheet.name for sheet in sheets] == ["往后的月份", "还能承担", "收支"]


def test_four_hundred_entries_are_taken_and_the_next_is_refused(qtbot, page, store):
    entries = tuple(Entry(id=str(number), amount=Decimal(1), day=1 + number % 28) for number in range(400))
    store.edit("", with_budget(store.plan, Budget(entries=entries, accounts=(Account(id="a"),), as_of=TODAY)))
    assert page.inputs.entries.model().rowCount() == 400
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    assert "最多 400 项" in page.inputs.notice.text
    assert len(store.plan.budget.entries) == 400


def test_a_click_on_an_entry_opens_its_form(qtbot, sample):
    sample.tabs.setCurrentIndex(INPUTS)
    entries = sample.inputs.entries
    place = entries.visualRect(entries.model().index(2, 0)).center()
    qtbot.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert sample.inputs.entry_form.fields[Field.CATEGORY].text() == "房租"
    click(qtbot, sample.inputs.entry_form.remove)
    assert [row[0] for row in cells(entries.model())] == ["工资", "年终奖", "吃饭", "水电话费", "购物"]


def test_another_entry_shows_the_title_of_the_field_that_the_keys_go_to_whole(qtbot, page):
    application()  # which follows the focus
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    form = page.inputs.entry_form
    form.verticalScrollBar().setValue(form.verticalScrollBar().maximum())  # where 上下可能差 is
    click(qtbot, page.inputs.add[EntryKind.SPENDING])
    field = form.fields[Field.AMOUNT]
    assert field.editor.hasFocus()
    qtbot.waitUntil(lambda: field.title.visibleRegion().boundingRect() == field.title.rect())


def test_without_an_account_it_says_that_money_is_counted_from_nothing(qtbot, page):
    click(qtbot, page.inputs.add[EntryKind.INCOME])
    assert page.headline.aside.text() == "还没填账户余额，先从 0 元算起；填上才准。"
    click(qtbot, page.inputs.add_account)
    assert page.headline.aside.text() == "从 2026 年 11 月 24 日的余额 0.00 元算起。"


def test_undo_from_another_page_comes_back_here(qtbot, window, sample, store):
    click(qtbot, sample.ahead.cycles.sides[Brand.JIEBEI].buttons["3"])
    window.show_page(place_of("loans"))
    store.undo_stack.undo()
    assert window.pages.current.name == "budget"


def test_a_transfer_is_made_by_its_button_alone(qtbot, page, store):
    click(qtbot, page.inputs.add[EntryKind.SPENDING])
    box = page.inputs.entry_form.kind.box
    assert [box.itemData(place) for place in range(box.count())] == ["income", "spending", "saving"]
    click(qtbot, page.inputs.add[EntryKind.TRANSFER])
    assert "先添加第二个账户" in page.inputs.notice.text
    click(qtbot, page.inputs.add_account)
    click(qtbot, page.inputs.add_account)
    click(qtbot, page.inputs.add[EntryKind.TRANSFER])
    assert page.inputs.notice.text == ""
    assert store.plan.budget.entries[-1].to_account == store.plan.budget.accounts[1].id
    assert box.currentData() == "transfer"


def test_a_record_on_the_day_of_the_balance_itself_is_refused_in_words(qtbot, sample, store):
    sample.tabs.setCurrentIndex(CHECKED)
    type_over(qtbot, sample.checked.amount.editor, "900")
    click(qtbot, sample.checked.record)
    assert sample.checked.day.message.text() == "⚠ 账户的余额就是今天填的，过些天再来记"
    assert sample.checked.amount.text() == "900"
    assert store.plan.budget.balances == ()
