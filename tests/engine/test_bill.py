from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.engine.bill import (
    BillCycle,
    BillDates,
    BilledPurchase,
    Pay,
    Payments,
    Purchase,
    Revolving,
    bills,
    cycle_of,
    free_days,
    read_bill_request,
)
from jiebei_desktop.products.bill import shipped_bill_rule
from jiebei_desktop.values import ProblemError

RULE = shipped_bill_rule()
FIRST_TO_TENTH = BillCycle(statement_day=1, due_day=10)
FULL, MINIMUM = Payments(), Payments(default=Pay.MINIMUM)


def bought(*items):
    return [Purchase(date=day, amount=amount) for day, amount in items]


# A bill on the 1st holds what was bought from the 1st of the month before to its last day.
# 1 July to 10 August are 31 + 9 = 40 days, the longest; 31 July to 10 August are 10, the shortest.
@pytest.mark.parametrize(
    ("day", "cycle", "statement", "due", "free"),
    [
        ("2026-07-01", (1, 10), "2026-08-01", "2026-08-10", 40),
        ("2026-07-02", (1, 10), "2026-08-01", "2026-08-10", 39),
        ("2026-07-31", (1, 10), "2026-08-01", "2026-08-10", 10),
        ("2026-02-01", (1, 10), "2026-03-01", "2026-03-10", 37),
        ("2026-07-01", (1, 8), "2026-08-01", "2026-08-08", 38),
        ("2026-12-31", (1, 9), "2027-01-01", "2027-01-09", 9),
        ("2026-07-04", (5, 15), "2026-07-05", "2026-07-15", 11),
        ("2026-07-05", (5, 15), "2026-08-05", "2026-08-15", 41),
        ("2026-07-09", (10, 20), "2026-07-10", "2026-07-20", 11),
        ("2026-07-10", (10, 20), "2026-08-10", "2026-08-20", 41),
        ("2026-07-01", (25, 5), "2026-07-25", "2026-08-05", 35),  # falls due in the month after
        ("2026-12-26", (25, 5), "2027-01-25", "2027-02-05", 41),
        ("2026-07-01", (7, 7), "2026-07-07", "2026-08-07", 37),
    ],
)
def test_which_bill_a_purchase_is_on(day, cycle, statement, due, free):
    bought_on = date.fromisoformat(day)
    assert cycle_of(bought_on, *cycle) == BillDates(date.fromisoformat(statement), date.fromisoformat(due))
    assert free_days(bought_on, *cycle) == free


# Bill of 1 August: 2,000.00 + 500.00 = 2,500.00; 10 % = 250.00; rest 2,250.00.
# Bill of 1 September: 11 August to 10 September are 31 days; 2,250.00 x 0.0005 x 31 = 34.875, half up 34.88;
#   total 100.00 + 2,250.00 + 34.88 = 2,384.88; minimum 10.00 + 2,250.00 + 34.88 = 2,294.88; rest 90.00.
# Bill of 1 October: 11 September to 10 October are 30 days; 90.00 x 0.0005 x 30 = 1.35; all of it is due.
def test_paying_the_minimum_of_two_bills():
    days = bought((date(2026, 8, 5), "100"), (date(2026, 7, 1), "2000"), (date(2026, 7, 15), "500"))
    first, second, third = bills(days, MINIMUM, FIRST_TO_TENTH, RULE)
    assert first.purchases == (
        BilledPurchase(date(2026, 7, 1), Decimal(2000), 40),
        BilledPurchase(date(2026, 7, 15), Decimal(500), 26),
    )
    assert (first.statement_date, first.due_date) == (date(2026, 8, 1), date(2026, 8, 10))
    assert (first.new, first.carried, first.interest, first.revolving) == (2500, 0, 0, None)
    assert (first.total, first.minimum, first.paid, first.rest) == (2500, 250, 250, 2250)
    assert (first.minimum_share, first.pay) == (Decimal("0.10"), Pay.MINIMUM)
    assert second.revolving == Revolving(
        balance=Decimal(2250),
        rate=Decimal("0.0005"),
        first_day=date(2026, 8, 11),
        last_day=date(2026, 9, 10),
        days=31,
        exact=Decimal("34.875"),
        amount=Decimal("34.88"),
    )
    assert (second.new, second.carried, second.interest) == (100, 2250, Decimal("34.88"))
    assert (second.total, second.minimum, second.rest) == (Decimal("2384.88"), Decimal("2294.88"), 90)
    assert (third.statement_date, third.due_date, third.purchases) == (date(2026, 10, 1), date(2026, 10, 10), ())
    assert (third.carried, third.interest) == (90, Decimal("1.35"))
    assert third.total == third.minimum == third.paid == Decimal("91.35")
    assert third.rest == 0


def test_paying_in_full_costs_nothing():
    days = bought((date(2026, 7, 1), "2000"), (date(2026, 8, 5), "100"))
    first, second = bills(days, FULL, FIRST_TO_TENTH, RULE)
    assert (first.paid, first.rest, second.paid, second.rest) == (2000, 0, 100, 0)
    assert first.interest == second.interest == 0


# 10 % of 1,663.00 is 166.30; of 0.05 it is 0.005, half up 0.01; of 0.04 it is 0.004, nothing.
@pytest.mark.parametrize(("amount", "minimum"), [("1663", "166.30"), ("0.05", "0.01"), ("0.04", "0.00")])
def test_the_minimum_of_a_new_bill(amount, minimum):
    assert bills(bought((date(2026, 7, 1), amount)), FULL, FIRST_TO_TENTH, RULE)[0].minimum == Decimal(minimum)


def test_one_bill_can_be_paid_otherwise_than_the_others():
    days = bought((date(2026, 7, 1), "1000"), (date(2026, 8, 2), "1000"))
    pay = Payments(by_bill={date(2026, 8, 1): Pay.MINIMUM})
    first, second = bills(days, pay, FIRST_TO_TENTH, RULE)
    assert (first.pay, first.rest, second.pay, second.rest) == (Pay.MINIMUM, 900, Pay.FULL, 0)
    assert second.paid == Decimal("1913.95")  # 1,000.00 + 900.00 + 900.00 x 0.0005 x 31


def test_months_without_a_purchase_have_no_bill():
    days = bought((date(2026, 1, 5), "10"), (date(2026, 6, 5), "20"))
    assert [bill.statement_date for bill in bills(days, FULL, FIRST_TO_TENTH, RULE)] == [
        date(2026, 2, 1),
        date(2026, 7, 1),
    ]


def test_bills_after_a_day_are_left_out():
    days = bought((date(2026, 7, 5), "100"), (date(2026, 9, 5), "20"))
    until = bills(days, MINIMUM, FIRST_TO_TENTH, RULE, date(2026, 8, 1))
    assert [(bill.statement_date, bill.rest) for bill in until] == [(date(2026, 8, 1), 90)]
    assert bills(days, MINIMUM, FIRST_TO_TENTH, RULE, date(2026, 7, 31)) == ()


def test_without_purchases_there_is_no_bill():
    assert bills([], MINIMUM, FIRST_TO_TENTH, RULE) == ()


@pytest.mark.parametrize("day", [date(2026, 8, 2), date(2026, 9, 1)])
def test_a_choice_for_a_day_without_a_bill_is_named(day):
    pay = Payments(by_bill={day: Pay.MINIMUM})
    with pytest.raises(ProblemError) as caught:
        bills(bought((date(2026, 7, 5), "100")), pay, FIRST_TO_TENTH, RULE)
    assert caught.value.problem.field == f"pay.{day}"
    assert str(day) in caught.value.problem.message


def by_the_day(purchases, pay, cycle):
    """Walk through every day: buy, close a bill on its day, pay on the due day; interest grows a day at a time."""
    open_sum, carried, interest, due, found = Fraction(0), Fraction(0), Fraction(0), None, []
    day = min((item.date for item in purchases), default=date(2026, 1, 1))
    last = max((item.date for item in purchases), default=day) + timedelta(days=130)
    billed = None
    while day <= last:
        if day.day == cycle.statement_day:
            billed, open_sum = open_sum, Fraction(0)
            due, statement = True, day
        open_sum += sum(Fraction(item.amount) for item in purchases if item.date == day)
        interest += carried * Fraction(5, 10000)
        if due and day.day == cycle.due_day and day > statement:
            charged = to_fen(interest)
            total = billed + carried + charged
            if total:
                least = to_fen(billed / 10) + carried + charged
                paid = total if pay.by_bill.get(statement, pay.default) is Pay.FULL else least
                found.append((statement, day, total, paid))
                carried = total - paid
            interest, due = Fraction(0), None
        day += timedelta(days=1)
    return found


def to_fen(value):
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return Fraction(exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


PURCHASES = st.lists(
    st.builds(
        Purchase,
        date=st.dates(date(2027, 10, 1), date(2028, 4, 30)),  # over a new year and the end of a leap February
        amount=st.integers(1, 5_000_000).map(lambda fen: Decimal(fen) / 100),
    ),
    max_size=8,
)
CYCLES = st.sampled_from([(1, 8), (1, 9), (1, 10), (5, 15), (10, 20), (25, 5), (28, 12)]).map(
    lambda pair: BillCycle(statement_day=pair[0], due_day=pair[1])
)
CHOICES = st.sampled_from([FULL, MINIMUM])


@given(PURCHASES, CYCLES, CHOICES)
def test_the_same_as_day_by_day(purchases, cycle, pay):
    found = [(bill.statement_date, bill.due_date, bill.total, bill.paid) for bill in bills(purchases, pay, cycle, RULE)]
    assert found == by_the_day(purchases, pay, cycle)


@given(PURCHASES, CYCLES, st.lists(st.sampled_from(Pay), min_size=12, max_size=12))
def test_whatever_is_chosen_everything_is_paid_in_the_end(purchases, cycle, choices):
    every = bills(purchases, MINIMUM, cycle, RULE)
    pay = Payments(
        by_bill={bill.statement_date: choice for bill, choice in zip(every, choices, strict=False) if bill.new}
    )
    found = bills(purchases, pay, cycle, RULE)
    bought_for = sum(item.amount for item in purchases)
    assert sum(bill.paid for bill in found) == bought_for + sum(bill.interest for bill in found)
    assert sum(bill.new for bill in found) == bought_for
    assert not found or found[-1].rest == 0
    for bill in found:
        assert bill.total == bill.new + bill.carried + bill.interest == bill.paid + bill.rest
        assert bill.carried + bill.interest <= bill.minimum <= bill.total
        assert bill.rest <= bill.new


@given(PURCHASES, CYCLES)
def test_who_pays_in_full_pays_no_interest_and_who_pays_the_minimum_never_less(purchases, cycle):
    full, least = (bills(purchases, pay, cycle, RULE) for pay in (FULL, MINIMUM))
    assert all(bill.interest == 0 for bill in full)
    assert sum(bill.paid for bill in full) <= sum(bill.paid for bill in least)


@given(st.dates(date(1990, 1, 1), date(2199, 12, 31)), CYCLES)
def test_a_purchase_is_billed_after_its_day_and_within_a_month(day, cycle):
    dates = cycle_of(day, cycle.statement_day, cycle.due_day)
    assert 1 <= (dates.statement - day).days <= 31
    assert dates.statement < dates.due
    assert (dates.statement.day, dates.due.day) == (cycle.statement_day, cycle.due_day)


REQUEST = {
    "statement_day": 1,
    "due_day": 10,
    "purchases": [{"date": "2026-07-01", "amount": "2000.00"}],
    "pay": "minimum",
}


def test_a_request_is_read():
    found = read_bill_request(REQUEST | {"until": "2026-12-31"}, RULE)
    assert found.purchases == (Purchase(date=date(2026, 7, 1), amount=Decimal(2000)),)
    assert (found.statement_day, found.due_day, found.until) == (1, 10, date(2026, 12, 31))
    assert found.pay == MINIMUM
    assert bills(found.purchases, found.pay, found, RULE, found.until)[0].rest == 1800


def test_bills_are_paid_in_full_unless_said_otherwise():
    assert read_bill_request({**REQUEST, "pay": None}, RULE).pay == FULL
    by_bill = read_bill_request({**REQUEST, "pay": {"2026-08-01": "minimum"}}, RULE).pay
    assert by_bill == Payments(by_bill={date(2026, 8, 1): Pay.MINIMUM})


@pytest.mark.parametrize(("statement_day", "due_day"), [(5, 15), (10, 20)])
def test_the_due_day_is_filled_in_where_only_one_is_known(statement_day, due_day):
    data = {**REQUEST, "statement_day": statement_day, "due_day": None}
    assert read_bill_request(data, RULE).due_day == due_day


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due_day": None}, "due_day"),  # the 8th, the 9th or the 10th
        ({"statement_day": 7, "due_day": None}, "due_day"),
        ({"statement_day": None}, "statement_day"),
        ({"statement_day": "1"}, "statement_day"),
        ({"statement_day": True}, "statement_day"),
        ({"statement_day": "1", "due_day": None}, "statement_day"),
        ({"statement_day": 29}, "statement_day"),
        ({"due_day": 0}, "due_day"),
        ({"due_day": 10.0}, "due_day"),
        ({"purchases": None}, "purchases"),
        ({"purchases": {}}, "purchases"),
        ({"purchases": [1]}, "purchases.0"),
        ({"purchases": [{"date": "2026-07-01"}]}, "purchases.0.amount"),
        ({"purchases": [{"date": "2026-07-01", "amount": "0"}]}, "purchases.0.amount"),
        ({"purchases": [{"date": "2026-07-01", "amount": "1.001"}]}, "purchases.0.amount"),
        ({"purchases": [{"date": "2026-07-01", "amount": 12.5}]}, "purchases.0.amount"),
        ({"purchases": [REQUEST["purchases"][0], {"date": "2026-02-30", "amount": "1"}]}, "purchases.1.date"),
        ({"purchases": [{"date": "2026-07-01", "amount": "1", "shop": "x"}]}, "purchases.0.shop"),
        ({"pay": "half"}, "pay"),
        ({"pay": 1}, "pay"),
        ({"pay": ["full"]}, "pay"),
        ({"pay": {"2026-08-01": "half"}}, "pay.2026-08-01"),
        ({"pay": {"soon": "full"}}, "pay.soon"),
        ({"pay": {"default": "full"}}, "pay.default"),
        ({"until": "soon"}, "until"),
        ({"colour": 1}, "colour"),
    ],
)
def test_what_is_wrong_with_a_request_is_named(changes, field):
    with pytest.raises(ProblemError) as caught:
        read_bill_request(REQUEST | changes, RULE)
    assert caught.value.problem.field == field
    assert caught.value.problem.message
