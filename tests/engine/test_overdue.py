"""What a late day costs, from figures that pages print and by a walk through every day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.engine import penalty_rate, read_terms, schedule
from jiebei_desktop.engine.ledger import late_cost
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import Compounding, OverdueBase, OverdueRule
from jiebei_desktop.values import ProblemError

RULES = shipped_rules()
ONE_AND_A_HALF = OverdueRule(penalty_multiplier=Decimal("1.5"))


def bullet(principal, rate, per="day"):
    terms = {"principal": principal, "start_date": "2026-01-01", "periods": 1, "method": "bullet", "rate": rate}
    return schedule(read_terms(terms | {"rate_per": per, "day_count": "actual"}, RULES))


# gucheng.com, 2022-06: 7.50 a day on 10,000 at 0.05 %; yuqile.com: 6 on 10,000 at 0.04 %; at 1 time the rate
# 100glory.com has 5 for 1,000 over 10 days and szhome.com 0.50 for a day.
@pytest.mark.parametrize(
    ("principal", "rate", "multiplier", "days", "cost"),
    [
        ("10000", "0.0005", "1.5", 1, "7.50"),
        ("10000", "0.0004", "1.5", 1, "6.00"),
        ("50000", "0.0004", "1.5", 1, "30.00"),
        ("1000", "0.0005", "1", 10, "5.00"),
        ("1000", "0.0005", "1", 1, "0.50"),
        ("10000", "0.0005", "1.5", 0, "0.00"),
    ],
)
def test_printed_penalties_of_jiebei(principal, rate, multiplier, days, cost):
    rule = OverdueRule(penalty_multiplier=Decimal(multiplier))
    assert late_cost(bullet(principal, rate), rule, days) == Decimal(cost)


def test_the_penalty_rate_is_kept_to_six_decimals():  # a partner bank's tables, 2018-05-15
    assert penalty_rate(bullet("100", "0.000415").terms, ONE_AND_A_HALF) == Decimal("0.000623")


def test_a_yearly_rate_is_brought_down_to_the_day():
    assert penalty_rate(bullet("100", "0.1825", "year").terms, ONE_AND_A_HALF) == Decimal("0.00075")


# 4hw.com.cn/646/36784: 30 for 2,000 over 30 days; wodefinance: 50 for 10,000 over 10; haobala.com: 0.50 for 1,000 in a
# day; cadforex.com: 7.50 for 500 over 30.
@pytest.mark.parametrize(
    ("amount", "days", "cost"), [("2000", 30, "30"), ("10000", 10, "50"), ("1000", 1, "0.5"), ("500", 30, "7.5")]
)
def test_printed_overdue_interest_of_huabei(amount, days, cost):
    terms = {
        "product": "huabei_instalment",
        "principal": amount,
        "periods": 1,
        "fee_rate": "0",
        "start_date": "2026-01-01",
    }
    rule = RULES.rule("huabei_instalment").overdue.value
    assert late_cost(schedule(read_terms(terms, RULES)), rule, days) == Decimal(cost)


def test_grace_days_cost_nothing_and_are_not_charged_afterwards():
    rule = ONE_AND_A_HALF.model_copy(update={"grace_days": 3})
    loan = bullet("10000", "0.0005")
    assert [late_cost(loan, rule, days) for days in (1, 3, 4, 10)] == [0, 0, Decimal("7.50"), Decimal("52.50")]


def test_the_base_is_a_choice():
    terms = {
        "principal": "1000",
        "start_date": "2026-01-01",
        "periods": 2,
        "method": "equal_principal",
        "rate": "0.001",
    }
    loan = schedule(read_terms(terms | {"rate_per": "day", "due_dates": ["2026-01-31", "2026-03-02"]}, RULES))
    first = loan.rows[0]
    assert (first.principal, first.interest) == (500, 30)
    costs = {base: late_cost(loan, OverdueRule(penalty_rate=Decimal("0.001"), base=base), 10) for base in OverdueBase}
    assert costs == {
        OverdueBase.OVERDUE_PRINCIPAL: 5,
        OverdueBase.OVERDUE_AMOUNT: Decimal("5.30"),
        OverdueBase.ALL_PRINCIPAL: 10,
    }
    with_interest = OverdueRule(penalty_rate=Decimal("0.001"), on_interest=True)
    assert late_cost(loan, with_interest, 10) == Decimal("5.30")


@pytest.mark.parametrize(("days", "cost"), [(31, "31.00"), (32, "32.03"), (59, "59.87")])
def test_a_penalty_can_join_its_base_month_by_month(days, cost):
    # 1,000 at 0.1 % a day, due on 1 March: 31.00 by 1 April, then 1.031 a day on 1,031.00: 28 days make 28.868
    rule = OverdueRule(penalty_rate=Decimal("0.001"), compounding=Compounding.MONTHLY)
    terms = {"principal": "1000", "start_date": "2026-01-01", "periods": 1, "method": "bullet", "rate": "0"}
    loan = schedule(read_terms(terms | {"rate_per": "day", "due_dates": ["2026-03-01"]}, RULES))
    assert late_cost(loan, rule, days) == Decimal(cost)


@given(st.integers(0, 400), st.dates(date(2023, 1, 1), date(2028, 12, 28)).filter(lambda day: day.day <= 28))
def test_monthly_compounding_is_a_walk_through_the_days(days, due):
    terms = {"principal": "1000", "start_date": "2022-01-01", "periods": 1, "method": "bullet", "rate": "0"}
    loan = schedule(read_terms(terms | {"rate_per": "day", "due_dates": [due.isoformat()]}, RULES))
    rule = OverdueRule(penalty_rate=Decimal("0.001"), compounding=Compounding.MONTHLY)
    base, accrued = Decimal(1000), Decimal(0)
    for count in range(1, days + 1):
        accrued += base * Decimal("0.001")
        if (due + timedelta(days=count)).day == due.day:
            base, accrued = base + accrued, Decimal(0)
    expected = base + accrued - 1000
    assert abs(late_cost(loan, rule, days) - expected) <= Decimal("0.005")


def test_a_multiple_of_no_rate_is_refused():
    terms = {"product": "huabei_instalment", "principal": "100", "periods": 3, "start_date": "2026-01-01"}
    with pytest.raises(ProblemError) as caught:
        late_cost(schedule(read_terms(terms, RULES)), ONE_AND_A_HALF, 1)
    assert caught.value.problem.field == "overdue.penalty_multiplier"


def test_compounding_begins_when_the_grace_days_are_over():
    # due on 1 March, 5 days of grace: 31 days from 6 March make 31.00 on 1,000, then 5 days of 1.031
    rule = OverdueRule(penalty_rate=Decimal("0.001"), compounding=Compounding.MONTHLY, grace_days=5)
    terms = {"principal": "1000", "start_date": "2026-01-01", "periods": 1, "method": "bullet", "rate": "0"}
    loan = schedule(read_terms(terms | {"rate_per": "day", "due_dates": ["2026-03-01"]}, RULES))
    assert late_cost(loan, rule, 41) == Decimal("36.16")
