"""What somebody is reminded of, in calm words and with the right figures."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from jiebei_desktop.engine import Settlement
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account, Entry
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.planning.reminding import Reminder, next_due, reminders
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY

RULES = shipped_rules()
SEED = sample_plan().loans[0]
"""12,000 at 15 % a year from 2026-06-15 over 5: 2,491.09 each on the 15th, the last 2,491.11; unpaid from the 4th."""
ON_TIME = SEED.model_copy(update={"unpaid_from": None})
FALLS_DUE = date(2026, 9, 15)


def plan_of(*loans: Loan, held: str | None = None, entries: tuple[Entry, ...] = ()) -> Plan:
    plan = new_plan("", RULES, TODAY).model_copy(update={"loans": loans})
    if held is None:
        return plan
    budget = plan.budget.changed(accounts=(Account(id="a", balance=held),), entries=entries, as_of=date(2026, 9, 1))
    return plan.model_copy(update={"budget": budget})


def shown(found: tuple[Reminder, ...]) -> list[tuple[str, str, str]]:
    return [(each.kind.value, each.title, each.text) for each in found]


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (0, "借呗 第 3 期今天还"),
        (1, "借呗 第 3 期明天还"),
        (2, "借呗 第 3 期还有 2 天"),
        (3, "借呗 第 3 期还有 3 天"),
    ],
)
def test_what_falls_due_soon_is_told_with_day_and_amount(before, title):
    (found,) = reminders(plan_of(ON_TIME), RULES, FALLS_DUE - timedelta(days=before), 3)
    assert found == ("due", "due seed 3", title, "2026 年 9 月 15 日要还 2,491.09 元。", "loans", "seed")


def test_nothing_is_told_earlier_or_later_than_wanted():
    assert reminders(plan_of(ON_TIME), RULES, FALLS_DUE - timedelta(days=4), 3) == ()
    assert reminders(plan_of(ON_TIME), RULES, FALLS_DUE - timedelta(days=1), 0) == ()
    assert reminders(plan_of(ON_TIME), RULES, FALLS_DUE + timedelta(days=1), 3) == ()


def test_a_day_off_is_told_with_the_working_day_before():
    """15 November 2026 is a Sunday."""
    (found,) = reminders(plan_of(ON_TIME), RULES, date(2026, 11, 13), 3)
    assert found.text == "2026 年 11 月 15 日要还 2,491.11 元。那天是周末，前一个工作日是 2026 年 11 月 13 日。"


def test_several_are_told_by_day_whatever_their_place_in_the_plan():
    later = ON_TIME.model_copy(update={"id": "later", "first_due_date": date(2026, 7, 16)})
    found = reminders(plan_of(later, ON_TIME), RULES, date(2026, 9, 14), 3)
    assert [(each.loan, each.key) for each in found] == [("seed", "due seed 3"), ("later", "due later 3")]


def test_what_is_late_is_told_first_with_what_it_takes_today():
    found = reminders(plan_of(ON_TIME.model_copy(update={"id": "a"}), SEED), RULES, date(2026, 11, 14), 3)
    assert [(each.kind, each.key, each.page) for each in found] == [
        ("late", "late seed", "late"),
        ("due", "due a 5", "loans"),
        ("due", "due seed 5", "loans"),
    ]
    (late,) = reminders(plan_of(SEED), RULES, TODAY, 3)
    assert late.title == "借呗 5 期已经逾期 40 天"
    assert late.text == (
        "2026 年 11 月 24 日一共付 5,055.73 元，这笔借款就不再逾期；其中罚息 73.53 元。"
        "别急，“逾期”那一页里有几种办法可以比。"
    )


def test_the_key_of_something_late_is_the_same_the_next_day_though_it_costs_more():
    first, second = (reminders(plan_of(SEED), RULES, TODAY + timedelta(days=day), 3)[0] for day in (0, 1))
    assert first.key == second.key
    assert first.text != second.text


def test_money_that_will_be_short_is_told_with_day_and_amount():
    """2,000 on the account, 2,491.09 fall due on the 15th, as much again on 15 October, which is 30 days later."""
    found = reminders(plan_of(ON_TIME, held="2000"), RULES, date(2026, 9, 5), 3)
    assert shown(found) == [
        ("short", "2026 年 9 月 15 日钱可能不够", "按预算，到那天还差 491.09 元，提前补上就行。"),
    ]
    assert (found[0].key, found[0].page, found[0].loan) == ("short", "budget", "")
    (_, short) = reminders(plan_of(ON_TIME, held="2000"), RULES, FALLS_DUE, 3)
    assert short.title == "今天钱可能不够"
    assert short.text == ("按预算，到那天还差 491.09 元，提前补上就行。到 2026 年 10 月 15 日一共差 2,982.18 元。")


def test_money_that_will_be_short_later_than_in_thirty_days_is_not_told_yet():
    assert reminders(plan_of(ON_TIME, held="2000"), RULES, date(2026, 9, 16), 3)[0].kind == "short"  # 29 days
    enough = plan_of(ON_TIME, held="2491.09")
    assert reminders(enough, RULES, date(2026, 9, 10), 3) == ()  # 35 days before 15 October
    assert [each.kind for each in reminders(enough, RULES, FALLS_DUE, 0)] == ["due", "short"]


def test_without_a_budget_and_with_enough_nothing_is_said_about_money():
    assert reminders(plan_of(ON_TIME), RULES, date(2026, 9, 5), 3) == ()
    assert reminders(plan_of(ON_TIME, held="20000"), RULES, date(2026, 9, 5), 3) == ()


def test_a_loan_that_can_t_be_worked_out_is_left_out():
    broken = ON_TIME.model_copy(update={"id": "broken", "product": "no-such-product"})
    assert [each.loan for each in reminders(plan_of(broken, ON_TIME), RULES, FALLS_DUE, 3)] == ["seed"]


def test_a_name_of_any_kind_stays_one_line():
    odd = SEED.model_copy(update={"name": "\u202e装\n修\0" + "长" * 500})
    (late,) = reminders(plan_of(odd), RULES, TODAY, 3)
    assert late.title == "装 修" + "长" * 56 + "…已经逾期 40 天"


def test_the_next_due_day_is_told_in_a_few_words():
    assert next_due(plan_of(ON_TIME), RULES, FALLS_DUE) == "下一笔：2026-09-15 借呗 第 3 期 2,491.09 元"
    early = ON_TIME.model_copy(update={"events": (Settlement(date=date(2026, 9, 20)),)})
    # 4,890.57 owed after the third, and 5 days of interest: 4,890.57 × 0.15 / 365 × 5 = 10.05
    assert next_due(plan_of(early), RULES, date(2026, 9, 16)) == "下一笔：2026-09-20 借呗 提前还 4,900.62 元"
    assert next_due(plan_of(SEED), RULES, TODAY) == ""
    assert next_due(plan_of(), RULES, TODAY) == ""
    assert Decimal("4890.57") + Decimal("10.05") == Decimal("4900.62")
