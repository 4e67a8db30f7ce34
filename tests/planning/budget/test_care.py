"""Care after the loan: what there really was against what was planned, and what brings it back, proved by adding it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.calendar import add_months
from jiebei_desktop.planning.budget.care import (
    Checked,
    WayBack,
    checks,
    monthly_drift,
    way_back,
    with_record,
    without_record,
)
from jiebei_desktop.planning.budget.cash import CashLine
from jiebei_desktop.planning.budget.household import Account, Balance, Budget, Entry
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.words import way_back_sentence
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free, plans

RULES = shipped_rules()
WAGES = Entry(id="pay", kind="income", amount=3000, day=15)
FOOD = Entry(id="food", amount=2000, day=5)


def plan_with(
    *records: tuple[date, int], balance: int = 1000, as_of: date | None = date(2026, 8, 31), cushion: int = 0
) -> Plan:
    accounts = (Account(id="a", balance=balance), Account(id="pot", balance=7000, counts=False))
    balances = tuple(Balance(day=day, amount=amount) for day, amount in records)
    budget = Budget(accounts=accounts, entries=(WAGES, FOOD), as_of=as_of, balances=balances, cushion=cushion)
    return new_plan("", RULES, TODAY).model_copy(update={"budget": budget})


def seen(found: list[Checked]) -> list[tuple[str, Decimal, Decimal, Decimal]]:
    return [(str(each.day), each.planned, each.real, each.drift) for each in found]


# --- what there was --------------------------------------------------------------------------------------------------


def test_each_record_is_held_against_the_plan_from_the_one_before():
    plan = plan_with((date(2026, 11, 10), 3000), (date(2026, 9, 30), 1900), (date(2026, 10, 20), 3100))
    assert seen(checks(plan, RULES, TODAY)) == [
        ("2026-09-30", 2000, 1900, -100),  # 1,000 − 2,000 + 3,000
        ("2026-10-20", 2900, 3100, 200),  # from 1,900, not from what was planned
        ("2026-11-10", 1100, 3000, 1900),
    ]


def test_records_before_the_balance_and_after_today_are_not_judged():
    plan = plan_with((date(2026, 8, 31), 5), (date(2026, 8, 1), 5), (TODAY, 9000), (date(2026, 11, 25), 5))
    assert [each.day for each in checks(plan, RULES, TODAY)] == [TODAY]
    assert [str(each.day) for each in checks(plan, RULES, date(2026, 11, 25))] == ["2026-11-24", "2026-11-25"]
    assert checks(plan_with((TODAY, 5), as_of=None), RULES, TODAY) == []
    assert checks(plan_with(), RULES, TODAY) == []


def test_repayments_were_planned_too_also_those_that_had_to_wait():
    loan = free("l", 1500, date(2026, 9, 10), start=date(2026, 8, 1))
    plan = plan_with((date(2026, 9, 12), 0), (date(2026, 9, 30), 0), balance=2500).with_loan(loan)
    found = checks(plan, RULES, TODAY)
    # 2,500 − 2,000 leaves 500 on the 10th: the 1,500 wait, so 500 were planned for the 12th; 0 + 3,000 for the 30th
    assert [each.planned for each in found] == [500, 3000]
    plan = plan_with((date(2026, 9, 30), 0), balance=2500).with_loan(loan)
    # without a record between they are paid from the wages of the 15th, 1,500 × 0.05 % × 5 days more
    assert checks(plan, RULES, TODAY)[0].planned == 3500 - 1500 - Decimal("3.75")


def test_a_record_is_kept_by_its_day_and_replaced():
    plan = with_record(with_record(plan_with(), date(2026, 10, 1), Decimal(5)), date(2026, 9, 1), Decimal(3))
    assert [(str(each.day), each.amount) for each in plan.budget.balances] == [("2026-09-01", 3), ("2026-10-01", 5)]
    plan = with_record(plan, date(2026, 10, 1), Decimal(8))
    assert [each.amount for each in plan.budget.balances] == [3, 8]
    assert without_record(plan, date(2026, 9, 1)).budget.balances == (Balance(day=date(2026, 10, 1), amount=8),)
    assert without_record(plan, date(2026, 9, 2)) == plan
    assert basis(plan, RULES, TODAY).opening == 8


def checked(day: date, drift: int) -> Checked:
    return Checked(day, Decimal(1000), Decimal(1000 + drift))


def test_what_an_average_month_comes_out_other_than_planned():
    since = date(2026, 6, 30)
    found = [checked(date(2026, 7, 30), -100), checked(date(2026, 8, 29), -200), checked(date(2026, 9, 28), 60)]
    assert monthly_drift(found, since) == -80  # −240 in 90 days
    assert monthly_drift(found[:1], since) == -100
    # of the last three only, so since the first
    assert monthly_drift([*found, checked(date(2026, 10, 28), -400)], since) == -180
    # a few days are no month
    assert monthly_drift([checked(date(2026, 7, 2), -100)], since) == -100
    assert monthly_drift([checked(date(2026, 8, 19), -100)], since) == -60  # in 50 days
    assert monthly_drift([], since) is None
    assert monthly_drift(found, None) is None


# --- the way back ----------------------------------------------------------------------------------------------------


def line_of(plan: Plan, today: date = TODAY) -> CashLine:
    return basis(plan, RULES, today, 12).outlook().line


def lowest_with(
    line: CashLine, today: date, monthly: Decimal, at_once: Decimal, until: date, most: int = 12
) -> Decimal:
    """Return the least from today on when something is added at once, and more with each month up to a day."""
    least = []
    for place, held in enumerate(line.on_time):
        day = line.day(place)
        if day >= today:
            full = sum(1 for months in range(1, 13) if add_months(today, months) <= min(day, until))
            least.append(held + at_once + monthly * min(full, most))
    return min(least)


def test_by_hand():
    """500 short on 5 January in a line that loses 500 a month; nothing is short in the first month."""
    food = Entry(id="food", amount=3500, day=5)
    account = Account(id="a", balance=3500)
    budget = Budget(accounts=(account,), entries=(WAGES, food), as_of=TODAY)
    plan = new_plan("", RULES, TODAY).model_copy(update={"budget": budget})
    line = line_of(plan)
    assert line.on_time[line.place(date(2026, 12, 5))] == 0
    # −500 on 5 January after one month, −1,000 after two, … −5,500 on 5 November after eleven
    assert way_back(line, Decimal(0), TODAY) == WayBack(Decimal(500), date(2027, 11, 5), Decimal(0))
    # below a cushion of 100 on 5 December already; then 600 − 100 after one month
    back = way_back(line, Decimal(100), TODAY)
    assert back == WayBack(Decimal(500), date(2027, 11, 5), Decimal(100))
    outlook = basis(plan, RULES, TODAY, 12).outlook()
    assert way_back_sentence(back, outlook) == (
        "这个月先补 100.00 元，再每月多留 500.00 元到 2027 年 11 月 5 日，就不会不够。"
    )


def test_where_nothing_is_missing_there_is_no_way_back():
    line = line_of(plan_with(balance=5000, as_of=TODAY))
    assert way_back(line, Decimal(0), TODAY) is None
    assert way_back(line, Decimal(3000), TODAY) is None  # 3,000 on 5 December is just enough
    assert way_back(line, Decimal("3000.01"), TODAY) == WayBack(Decimal(0), TODAY, Decimal("0.01"))


def test_what_was_missing_before_today_is_past():
    food = Entry(id="food", amount=3000, repeat="once", start=date(2026, 10, 5))
    wages = Entry(id="pay", kind="income", amount=5000, repeat="once", start=date(2026, 10, 15))
    budget = Budget(accounts=(Account(id="a"),), entries=(food, wages), as_of=date(2026, 10, 1))
    line = line_of(new_plan("", RULES, TODAY).model_copy(update={"budget": budget}))
    assert min(line.on_time) == -3000
    assert way_back(line, Decimal(0), TODAY) is None


@pytest.mark.parametrize("today", [date(2026, 8, 31), date(2027, 1, 30), date(2028, 2, 29)])
def test_months_that_have_no_such_day_end_on_their_last(today):
    food = Entry(id="food", amount=4000, day=1)
    budget = Budget(accounts=(Account(id="a", balance=5000),), entries=(WAGES, food), as_of=today)
    line = line_of(new_plan("", RULES, TODAY).model_copy(update={"budget": budget}), today)
    back = way_back(line, Decimal(0), today)
    assert lowest_with(line, today, back.monthly, back.at_once, back.until) >= 0
    assert lowest_with(line, today, back.monthly - 1, back.at_once, back.until) < 0


@given(plan=plans(), cushion=st.integers(0, 3000).map(Decimal))
@settings(max_examples=120)
def test_that_much_more_each_month_keeps_the_line_above_and_a_yuan_less_does_not(plan, cushion):
    line = line_of(plan)
    back = way_back(line, cushion, TODAY)
    if back is None:
        assert lowest_with(line, TODAY, Decimal(0), Decimal(0), TODAY) >= cushion
        return
    assert back.monthly == back.monthly.to_integral_value()
    assert lowest_with(line, TODAY, back.monthly, back.at_once, back.until) >= cushion
    if back.monthly:
        assert lowest_with(line, TODAY, back.monthly - 1, back.at_once, back.until) < cushion
        missing = cushion - back.at_once - line.on_time[line.place(back.until)]
        times = ceil(missing / back.monthly)  # so often is it needed, and by that day
        assert lowest_with(line, TODAY, back.monthly, back.at_once, line.last, times) >= cushion
        assert lowest_with(line, TODAY, back.monthly, back.at_once, line.last, times - 1) < cushion
    if back.at_once:
        first_month = line.on_time[line.place(TODAY) : line.place(add_months(TODAY, 1))]
        assert min(first_month) + back.at_once == cushion
