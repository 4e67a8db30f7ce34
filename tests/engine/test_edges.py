"""Edges of the engine that other tests pass by: each was found by a change of the code that no test noticed."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import (
    Basis,
    Said,
    compounded,
    ground,
    penalty_rate,
    period_rate,
    read_events,
    read_terms,
    schedule,
    solve,
)
from jiebei_desktop.engine.events import in_order
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import ProblemError

RULES = shipped_rules()
START = "2026-01-15"
MONTHLY = {"method": "equal_payment", "rate_per": "month", "day_count": "period", "principal": "12000"}
FEES = {"principal": "1200", "periods": 12, "method": "flat_fee", "fee_rate": "0.06"}  # 100 and 6 a month


def made(**terms):
    return read_terms({"start_date": START, **terms}, RULES)


def work_out(terms, *events):
    return schedule(made(**terms), read_events(list(events)))


def prepay(day, amount):
    return {"type": "prepayment", "date": day, "amount": amount}


def settle(day):
    return {"type": "settlement", "date": day}


def flows(*amounts):
    return [(number, Decimal(amount)) for number, amount in enumerate(amounts)]


# --- events ----------------------------------------------------------------------------------------------------------


def test_a_new_rate_comes_before_a_prepayment_of_its_day():
    given = [prepay("2026-02-15", "0.01"), {"type": "rate_change", "date": "2026-02-15", "rate": "0.02"}]
    assert [place for place, _ in in_order(read_events(given))] == [1, 0]


def test_an_event_after_the_end_says_when_that_is():
    terms = {"principal": "10000", "periods": 2, "rate": "0.0004", "rate_per": "day", "method": "interest_first"}
    with pytest.raises(ProblemError) as caught:
        work_out(terms, prepay("2026-03-16", "100"))
    assert "2026-03-15" in caught.value.problem.message


def test_a_shortened_loan_counts_the_days_of_each_period():
    days = ["2026-01-25", "2026-03-25", "2026-04-04", "2026-06-03"]  # 10, 59, 10 and 60 days
    terms = {"principal": "10000", "periods": 4, "rate": "0.001", "rate_per": "day", "method": "equal_payment"}
    loan = work_out({**terms, "due_dates": days}, prepay("2026-01-25", "4800"))
    assert [(row.due_date.isoformat(), row.principal) for row in loan.rows[2:]] == [
        ("2026-03-25", Decimal("2531.01")),
        ("2026-04-04", Decimal("83.71")),
    ]


def test_settling_after_a_prepayment_of_a_due_day_charges_the_next_fee_alone():
    terms = {**FEES, "early": {"fees_left": "next"}}
    loan = work_out(terms, prepay("2026-02-15", "100"), settle("2026-02-15"))
    assert [row.fee for row in loan.rows] == [6, 0, 6]


# --- rates -----------------------------------------------------------------------------------------------------------


def test_half_a_period_counts_as_half():
    terms = {"principal": "10000", "periods": 2, "rate": "0.01", "rate_per": "month", "method": "interest_first"}
    loan = work_out({**terms, "start_date": "2026-04-15"}, settle("2026-04-30"))  # 15 of 30 days
    assert loan.rates.nominal_annual == Decimal("0.1203")  # 12 × (1.005² − 1)


@pytest.mark.parametrize(
    ("price", "field"),
    [
        ({"method": "flat_fee", "fee_rate": "1"}, "fee_rate"),
        ({"method": "interest_first", "rate": "1", "rate_per": "day"}, "rate"),
    ],
)
def test_a_price_that_no_annual_rate_can_hold_is_named(price, field):
    found = work_out({"principal": "100", "periods": 1, "interval": {"unit": "day"}, **price})
    with pytest.raises(ProblemError) as caught:
        _ = found.rates
    assert caught.value.problem.field == field


def test_the_largest_annual_rate_is_still_one():
    assert compounded(Decimal("1E12"), Decimal(1)) == Decimal("1E12")
    with pytest.raises(ProblemError):
        compounded(Decimal("1E12") + 1, Decimal(1))


def test_a_rate_of_nothing_is_counted_once():
    assert period_rate(flows("-1", "1", "-1", "1")) == (0, False)


def test_flows_whose_worth_no_float_holds_are_refused():
    with pytest.raises(ProblemError):
        period_rate([(0, Decimal(-1)), (999, Decimal(-1000)), (1000, Decimal(1))])


# --- late costs and reasons ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal", "interest_first", "bullet"])
def test_every_method_with_interest_has_a_rate_to_multiply(method):
    terms = made(principal="100", periods=2, method=method, rate="0.0005", rate_per="day")
    assert penalty_rate(terms, OverdueRule(penalty_multiplier=Decimal("1.5"))) == Decimal("0.00075")


@pytest.mark.parametrize(
    ("product", "price"),
    [
        ("jiebei", {"rate": "0.0004", "rate_per": "year"}),  # the rule's number, but a day's
        ("huabei_instalment", {"method": "equal_payment", "periods": 3, "rate": "0.0004", "rate_per": "day"}),
    ],
)
def test_a_price_of_another_kind_than_the_rules_is_the_users_own(product, price):
    terms = made(product=product, principal="1000", **price)
    assert ground(terms, RULES.rule(product, date(2026, 1, 15))).bases[0] == Basis("price", Said.USER)


# --- what is missing -------------------------------------------------------------------------------------------------


def test_the_method_that_is_said_decides_which_price_is_looked_for():
    data = MONTHLY | {"product": "huabei_instalment", "periods": 5, "start_date": START}
    assert solve(data, "2490.75", RULES)[0] == "rate"


def test_one_period_is_found_where_the_calendar_has_room_for_no_more():
    data = MONTHLY | {"rate": "0.0125", "start_date": "2199-11-20"}
    assert solve(data, "12150", RULES) == ("periods", 1)


@pytest.mark.parametrize(
    ("terms", "listed"),
    [({"principal": "1", "rate": "0.01", "periods": 5}, "没有"), ({"rate": "0.01"}, "principal、periods")],
)
def test_what_is_missing_is_listed(terms, listed):
    with pytest.raises(ProblemError) as caught:
        solve({"start_date": START, "method": "equal_payment", "rate_per": "month", **terms}, "2500", RULES)
    assert caught.value.problem.message.endswith(f"缺的是：{listed}")
