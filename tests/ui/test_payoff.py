"""策略, driven as a user drives it."""

import csv
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.payoff import PayoffPage
from tests.conftest import TODAY
from tests.ui.conftest import choose_file, type_over
from tests.ui.test_budget import cells, click

SEARCH = 20_000  # milliseconds that a busy machine may take


def two_loans(plan: Plan) -> Plan:
    """借呗 at 0.05 % a day and at 0.03 % a day, 6,000 yuan each over 12, and a pay of 8,000 on the 15th."""
    loans = tuple(
        Loan(
            id=key,
            name=name,
            product="jiebei",
            periods=12,
            method="equal_payment",
            rate=Decimal(rate),
            principal=Decimal(6000),
            start_date=date(2026, 10, 20),
        )
        for key, name, rate in (("cheap", "便宜的", "0.0003"), ("dear", "贵的", "0.0005"))
    )
    budget = Budget(
        as_of=TODAY,
        accounts=(Account(id="card", balance=Decimal(3000)),),
        entries=(
            Entry(id="pay", kind=EntryKind.INCOME, amount=Decimal(8000), day=15),
            Entry(id="living", amount=Decimal(5000), day=16),
        ),
        cushion=Decimal(1000),
    )
    return plan.model_copy(update={"loans": loans, "budget": budget})


@pytest.fixture
def page(qtbot, window, store) -> PayoffPage:
    store.replace(two_loans(store.plan))
    window.show_page(place_of("payoff"))
    return window.page(PayoffPage)


@pytest.fixture
def found(qtbot, page) -> PayoffPage:
    """The page when the search has ended."""
    qtbot.waitUntil(lambda: page.found.result is not None, timeout=SEARCH)
    return page


def test_without_a_loan_it_says_so(window):
    window.show_page(place_of("payoff"))
    page = window.page(PayoffPage)
    assert page.headline.answer.text() == "没有要还的借款。"
    assert not page.area.isVisible()
    assert not page.can_export()


def test_the_simple_rules_are_there_before_the_best(page):
    assert [row[0] for row in cells(page.ways.table.model())] == [
        "照期还，不提前",
        "先还最小的",
        "先还最贵的",
        "按自己的顺序",
    ]
    assert "最省的还在找" in page.headline.reason.text()


def test_the_best_is_proven_and_no_dearer_than_any_rule(found):
    result = found.found.result
    assert result.proven
    costs = {outcome.rule: outcome.cost for outcome in found.found.outcomes}
    assert result.best.cost <= min(costs.values())
    assert costs["avalanche"] < costs["as_agreed"]
    assert found.headline.answer.text().startswith("最省的还法一共多付 ")
    assert "已证明没有更省的还法" in found.headline.reason.text()
    assert cells(found.ways.table.model())[0][0] == "最省的办法"
    assert not result.best.late


def test_ones_own_order_is_dragged_by_keys_and_costs_what_it_costs(qtbot, found, store):
    assert found.order.list.keys == ["cheap", "dear"]
    agreed = {way.rule: way.cost for way in found.found.outcomes}
    found.order.list.select("dear")
    found.order.list.list.setFocus()
    qtbot.keyClick(found.order.list.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert store.plan.budget.order == ("dear", "cheap")
    assert store.undo_stack.undoText() == "自己排顺序"
    own = next(way for way in found.found.outcomes if way.rule == "custom")
    assert own.cost == agreed["avalanche"]
    assert found.ways.rule == "custom"


def test_a_fixed_amount_a_month_is_typed_in(qtbot, found, store):
    type_over(qtbot, found.money.monthly.editor, "1500")
    assert store.plan.budget.monthly == Decimal(1500)
    assert "每月拿 1,500.00 元还债" in found.headline.aside.text()
    type_over(qtbot, found.money.monthly.editor, "一点")
    assert "“一点”不是数字" in found.money.monthly.message.text()
    assert found.money.monthly.text() == "一点"


def test_what_is_paid_early_is_taken_over_as_one_step(qtbot, found, store, rules):
    best = found.found.result.best
    click(qtbot, found.ways.adopt)
    assert store.undo_stack.undoText() == "照这个还"
    costs = []
    for loan, paid in zip(store.plan.loans, best.loans, strict=True):
        rows = loan_schedule(loan, rules).rows
        costs.append((sum(row.payment for row in rows if row.due_date >= TODAY), sum(p.amount for p in paid.payments)))
    assert [plan for plan, _ in costs] == [by_engine for _, by_engine in costs]
    store.undo_stack.undo()
    assert all(not loan.events for loan in store.plan.loans)


def test_another_row_shows_its_payments(qtbot, found):
    found.ways.table.setFocus()
    found.ways.table.selectRow(1)
    assert found.ways.rule == "as_agreed"
    payments = cells(found.months.table.model())
    assert len(payments) == 22  # eleven instalments of each are to come
    assert not found.ways.adopt.isEnabled()


def test_too_little_money_says_what_slips_and_what_a_new_plan_changes(qtbot, window, store):
    store.replace(sample_plan(SAMPLE_DAY))
    window.show_page(place_of("payoff"))
    page = window.page(PayoffPage)
    qtbot.waitUntil(lambda: page.found.result is not None, timeout=SEARCH)
    assert page.headline.answer.text().startswith("钱不够按时还，损失最小的办法：借呗 5 期逾期的部分晚 ")
    assert "要是借呗 5 期谈成分 6 期" in page.ways.words.text()
    assert not page.ways.adopt.isEnabled()


def test_a_search_is_stopped_and_the_best_so_far_is_taken(qtbot, page):
    qtbot.waitUntil(lambda: page.work.running or page.found.result is not None, timeout=SEARCH)
    page.work.enough()
    qtbot.waitUntil(lambda: page.found.result is not None, timeout=SEARCH)
    assert page.found.result.best.cost <= min(way.cost for way in page.found.outcomes)


def test_an_edit_while_it_searches_begins_anew(qtbot, page, store):
    qtbot.waitUntil(lambda: page.work.running or page.found.result is not None, timeout=SEARCH)
    store.edit("", store.plan.without_loan("cheap"))
    assert page.found.result is None
    qtbot.waitUntil(lambda: page.found.result is not None, timeout=SEARCH)
    assert [loan.debt.key for loan in page.found.result.best.loans] == ["dear"]


def test_more_a_month_saves_more(qtbot, found):
    area = found.area.verticalScrollBar()
    area.setValue(area.maximum())
    qtbot.waitUntil(lambda: found.extra.table.model().rowCount() == 11)
    costs = [Decimal(row[1].replace(",", "")) for row in cells(found.extra.table.model())]
    assert costs == sorted(costs, reverse=True)
    assert costs[1] < costs[0]


def test_the_ways_go_out_as_csv(window, found, answer, tmp_path):
    path = tmp_path / "策略.csv"
    answer(choose_file(path))
    window.action("export").trigger()
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:2] == ["还法", "一共多付"]
    assert len(rows) == 6
    sheets = found.export().workbook()
    assert len(sheets[1].table.rows) == sum(len(loan.payments) for loan in found.found.result.best.loans)


def test_whether_anything_may_be_late_is_chosen_by_keys(qtbot, found, store):
    box = found.money.form.fields[Field.NO_LATE].editor
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.plan.budget.no_late is False
    qtbot.waitUntil(lambda: found.found.result is not None, timeout=SEARCH)
