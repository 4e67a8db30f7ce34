"""The payoff of the small plan as tables: what each way costs, and every payment of the best one."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.files.payoff_tables import (
    payments_table,
    payoff_table,
    reasoned_payments_table,
    reasoned_payoff_table,
)
from jiebei_desktop.planning.payoff.plan import Found, question, searched, simple_rules
from tests.conftest import TODAY
from tests.files.small_plan import LATE, PHONE, small_plan


@pytest.fixture
def found(rules) -> Found:
    plan = small_plan()
    asked = question(plan, rules, TODAY)
    return searched(asked, Found(tuple(simple_rules(asked))), plan, rules, TODAY, lambda _: True)


def test_the_ways_with_why_the_best_is_the_best(found):
    table = reasoned_payoff_table(found)
    assert table.keys[:3] == ("way", "cost", "above_best")
    assert table.without(table.told) == payoff_table(found)
    best, agreed = table.rows[:2]
    assert (best[0], agreed[0]) == ("最省的办法", "照期还，不提前")
    # 13.04 for 1,000 late since October, 31.05 for the third instalment, 12.40 and 2 × 10.00 as agreed
    assert best[1:3] == (Decimal("76.49"), 0)
    assert best[7].startswith("从今天起一共多付 76.49 元")
    assert agreed[7].startswith("=装修逾期的部分晚 51 天，到 2026 年 12 月 15 日还，多付 13.04 元。")


def test_every_payment_that_is_late_says_so(found):
    best = found.result.best
    table = reasoned_payments_table(best)
    assert table.without(table.told) == payments_table(best)
    assert table.keys == ("date", "what", "amount", "penalty", "why")
    # 530.00 + 6.36 so far, and 21 nights on 530.00 at 0.06 %: 543.04
    assert table.rows[0][:4] == (date(2026, 12, 15), "=装修：逾期的部分", Decimal("543.04"), Decimal("13.04"))
    assert table.rows[0][4] == "=装修逾期的部分晚 51 天，到 2026 年 12 月 15 日还，多付 13.04 元。"
    assert table.rows[1] == (date(2026, 12, 20), "手机：第 2 期", Decimal("410.00"), None, None)


def test_an_early_payment_says_what_a_day_more_would_cost(rules):
    free = {**LATE, "unpaid_from": None, "events": [], "periods": 12, "name": "旅行"}
    budget = {"as_of": TODAY.isoformat(), "accounts": [{"id": "card", "balance": "9000"}]}
    plan = small_plan(free, PHONE, budget=budget)
    asked = question(plan, rules, TODAY)
    found = searched(asked, Found(tuple(simple_rules(asked))), plan, rules, TODAY, lambda _: True)
    whys = [row[4] for row in reasoned_payments_table(found.result.best).rows]
    # 0.04 % of 10,000 a day are 4 yuan
    assert "旅行：每 1 万元多欠一天多付 4.00 元。" in whys
