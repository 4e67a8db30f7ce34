"""Confirmed matches become payments in the loans' books, once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.engine import (
    Arrears,
    Effect,
    Payment,
    Prepayment,
    RateChange,
    Restructure,
    Settlement,
    Waiver,
    WaiverOf,
)
from jiebei_desktop.planning.document import loan_schedule
from jiebei_desktop.planning.late import days_late, loan_ledger
from jiebei_desktop.planning.statement.agreed import slots_of
from jiebei_desktop.planning.statement.matching import Status
from jiebei_desktop.planning.statement.taking import with_matches
from jiebei_desktop.products.conditions import OverdueRule, Surplus
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY
from tests.planning.statement.scenes import RULES, found_in, huabei_loan, moved, plan_of, seed_loan, taken

ON_TIME = [("2026-07-15", "2491.09"), ("2026-08-15", "2491.09"), ("2026-09-15", "2491.09"), ("2026-10-15", "2491.09")]
LAST = ("2026-11-15", "2491.11")


def _paid(*rows: tuple[str, str]):
    return [moved(*row) for row in rows]


def test_what_is_taken_is_a_payment_of_an_instalment_that_counts_only_as_recorded():
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(ON_TIME[1]), first="2026-08-01", last="2026-08-31")
    loan = taken(plan, found.matches).loans[0]
    assert loan.events == (Payment(date=date(2026, 8, 15), amount=Decimal("2491.09")),)
    assert (loan.missed, loan.unpaid_from) == (((2, 2),), None)
    books = loan_ledger(loan, RULES, TODAY)
    assert (books.due_now, books.credit, books.overdue_days, books.closed) == (0, 0, 0, True)
    assert [row.payment for row in loan_schedule(loan, RULES).rows] == [
        row.payment for row in loan_schedule(plan.loans[0], RULES).rows
    ]


def test_instalments_taken_next_to_each_other_make_one_span():
    plan = plan_of(seed_loan(missed=((5, 5),), events=(Payment(date=date(2026, 11, 15), amount=Decimal("2491.11")),)))
    found = found_in(plan, *_paid(ON_TIME[0], ON_TIME[1], ON_TIME[3]), first="2026-07-01", last="2026-10-31")
    assert taken(plan, found.matches).loans[0].missed == ((1, 2), (4, 5))


def test_what_was_missed_is_closed_once_nothing_is_owed():
    plan = plan_of(seed_loan(unpaid_from=4))
    assert days_late(plan.loans[0], RULES, TODAY) == 40
    found = found_in(plan, *_paid(*ON_TIME, LAST))
    loan = taken(plan, found.matches).loans[0]
    assert (loan.missed, loan.unpaid_from) == (((1, 5),), None)
    assert days_late(loan, RULES, TODAY) == 0
    assert loan_ledger(loan, RULES, TODAY).closed


def test_what_is_still_owed_leaves_the_list_open():
    plan = plan_of(seed_loan(unpaid_from=4))
    loan = taken(plan, found_in(plan, *_paid(ON_TIME[3])).matches).loans[0]
    assert (loan.missed, loan.unpaid_from) == ((), 4)
    assert days_late(loan, RULES, TODAY) == 9  # the fifth, of 2026-11-15


def test_a_list_that_is_open_for_later_stays_open():
    plan = plan_of(seed_loan(unpaid_from=5))
    today = date(2026, 9, 20)
    found = found_in(plan, *_paid(*ON_TIME[:3]), today=today, last="2026-09-20")
    loan = taken(plan, found.matches, today).loans[0]
    assert (loan.missed, loan.unpaid_from) == (((1, 3),), 5)


def test_a_late_payment_with_its_penalty_leaves_nothing_open():
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(("2026-07-25", "2505.52"), ON_TIME[1]), last="2026-08-31")
    loan = taken(plan, found.matches).loans[0]
    books = loan_ledger(loan, RULES, TODAY)
    assert (books.due_now, books.charged) == (0, Decimal("14.43"))


def test_late_payments_that_together_leave_something_owed_are_not_advised():
    # instalment 4 alone, 36 nights late: 2,430.80 × 0.000616 × 36 = 53.91. But 5 was paid before that, and books give
    # its money to 4 first: 77.74 of 4 and 2,459.77 of 5 are late for five nights more, which is 7.82: 0.33 in the end
    plan = plan_of(seed_loan(unpaid_from=4))
    found = found_in(plan, *_paid(LAST, ("2026-11-20", "2545.00")), first="2026-10-01")
    assert [(match.status, match.advised) for match in found.matches] == [
        (Status.MATCHED, False),
        (Status.MATCHED, True),
    ]
    assert "还会差 0.33 元" in found.matches[0].note
    whole = with_matches(plan, found.matches, RULES, TODAY).loans[0]
    assert loan_ledger(whole, RULES, date(2026, 11, 20)).due_now == Decimal("0.33")


def test_early_money_waits_for_its_due_date():
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(("2026-07-01", "2491.09")), last="2026-07-31")
    loan = taken(plan, found.matches).loans[0]
    assert loan_ledger(loan, RULES, date(2026, 7, 14)).credit == Decimal("2491.09")
    assert loan_ledger(loan, RULES, date(2026, 7, 15)).due_now == 0


def test_books_that_take_early_money_off_the_principal_get_it_on_the_due_date():
    rule = OverdueRule(penalty_multiplier=Decimal("1.5"), surplus=Surplus.SHORTEN)
    plan = plan_of(seed_loan(overdue=rule))
    found = found_in(plan, *_paid(("2026-07-10", "2491.09")), last="2026-07-31")
    assert found.matches[0].takes[0].day == date(2026, 7, 15)
    loan = taken(plan, found.matches).loans[0]
    assert loan_ledger(loan, RULES, date(2026, 7, 31)).due_now == 0
    assert len(loan_schedule(loan, RULES).rows) == 5


def test_a_payment_that_is_recorded_is_not_recorded_again():
    by_hand = (Payment(date=date(2026, 10, 15), amount=Decimal("2491.09")),)
    plan = plan_of(seed_loan(unpaid_from=4, events=by_hand))
    found = found_in(plan, *_paid(ON_TIME[3], LAST), first="2026-10-01")
    assert [match.recorded for match in found.matches] == [True, False]
    loan = taken(plan, found.matches).loans[0]
    assert [(event.date.month, event.date.day) for event in loan.events] == [(10, 15), (11, 15)]


def test_a_payment_that_was_recorded_by_hand_on_another_day_is_not_recorded_again():
    by_hand = (Payment(date=date(2026, 10, 15), amount=Decimal("2491.09")),)
    plan = plan_of(seed_loan(unpaid_from=4, events=by_hand))
    found = found_in(plan, *_paid(("2026-10-12", "2491.09")), first="2026-10-01", last="2026-10-31")
    match = found.matches[0]
    assert (match.status, match.recorded) == (Status.MATCHED, True)
    assert match.note == "2026 年 10 月 12 日还的，提前 3 天。计划里记在 2026 年 10 月 15 日。"
    assert with_matches(plan, found.matches, RULES, TODAY) == plan


def test_a_payment_of_about_the_same_that_was_recorded_by_hand_is_asked_about():
    # ten nights late, recorded without the penalty of 14.97
    by_hand = (Payment(date=date(2026, 10, 24), amount=Decimal("2491.09")),)
    plan = plan_of(seed_loan(unpaid_from=4, events=by_hand))
    found = found_in(plan, *_paid(("2026-10-25", "2506.06")), first="2026-10-01", last="2026-10-31")
    match = found.matches[0]
    assert (match.status, match.recorded, match.advised) == (Status.MATCHED, False, False)
    assert match.note.endswith("计划里 2026 年 10 月 24 日已经记了 2,491.09 元；如果是同一笔，就别再记。")
    assert taken(plan, found.matches) == plan


def test_a_recorded_payment_stands_for_one_of_the_statement_only():
    # two loans alike would be paid by two payments; of the one only one was recorded by hand
    by_hand = (Payment(date=date(2026, 10, 14), amount=Decimal("2491.09")),)
    plan = plan_of(seed_loan(unpaid_from=4, events=by_hand), seed_loan(id="twin", name="另一笔"))
    found = found_in(plan, *_paid(ON_TIME[3], ON_TIME[3]), first="2026-10-01", last="2026-10-31")
    assert sorted((match.claims[0].loan_id, match.recorded, match.advised) for match in found.matches) == [
        ("seed", True, True),
        ("twin", False, True),
    ]


def test_two_payments_of_one_day_and_amount_are_two():
    rows = [("2026-07-15", "500"), ("2026-07-15", "500"), ("2026-07-15", "1491.09")]
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(*rows), last="2026-07-31")
    after = taken(plan, found.matches)
    assert sorted(event.amount for event in after.loans[0].events) == [500, 500, Decimal("1491.09")]
    again = found_in(after, *_paid(*rows), last="2026-07-31")
    assert again.matches[0].recorded
    assert taken(after, again.matches) == after


def test_nothing_taken_changes_nothing():
    plan = plan_of(seed_loan())
    assert with_matches(plan, [], RULES, TODAY) is plan
    missing = found_in(plan, last="2026-07-31").matches
    assert missing[0].status is Status.MISSING
    assert with_matches(plan, missing, RULES, TODAY) == plan


def test_a_loan_that_is_gone_is_said():
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(ON_TIME[0]), last="2026-07-31")
    with pytest.raises(ProblemError, match="已经不在计划里了"):
        taken(plan.without_loan("seed"), found.matches)


def test_what_cannot_be_worked_out_is_refused_by_the_loans_name():
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(LAST), first="2026-11-01")
    began_later = plan.with_loan(seed_loan(start_date="2026-11-20"))
    with pytest.raises(ProblemError, match="“借呗 5 期”记不进去：不能早于起息日 2026-11-20"):
        taken(began_later, found.matches)


def test_early_money_that_was_recorded_goes_on_as_before():
    early = (Prepayment(date=date(2026, 8, 20), amount=Decimal(3000)),)
    plan = plan_of(seed_loan(events=early))
    before = [row.payment for row in loan_schedule(plan.loans[0], RULES).rows]
    found = found_in(plan, *_paid(ON_TIME[0], ON_TIME[1], ("2026-08-20", "3000")), last="2026-08-31")
    assert [match.status for match in found.matches] == [Status.MATCHED] * 3
    after = taken(plan, found.matches)
    assert [row.payment for row in loan_schedule(after.loans[0], RULES).rows] == before
    assert loan_ledger(after.loans[0], RULES, date(2026, 8, 31)).due_now == 0


def test_a_new_plan_after_what_was_taken_stays_as_it_was():
    events = (Restructure(date=date(2026, 9, 20), periods=6),)
    plan = plan_of(seed_loan(events=events))
    before = [row.payment for row in loan_schedule(plan.loans[0], RULES).rows]
    found = found_in(plan, *_paid(*ON_TIME[:3]), last="2026-09-20")
    after = taken(plan, found.matches)
    assert after.loans[0].missed == ((1, 3),)
    assert [row.payment for row in loan_schedule(after.loans[0], RULES).rows] == before


def test_what_does_not_go_together_with_a_loans_events_is_not_advised():
    # by the plan all was paid off on 2026-11-20, five nights late: 2,459.77 × 0.000616 × 5 = 7.58. The statement has
    # just that sum, but two days later
    plan = plan_of(seed_loan(unpaid_from=5, events=(Settlement(date=date(2026, 11, 20)),)))
    found = found_in(plan, *_paid(("2026-11-22", "2498.69")), first="2026-11-01")
    match = found.matches[0]
    assert (match.status, match.advised) == (Status.MATCHED, False)
    assert match.note.endswith("2026-11-15 已经还清，之后不能再有变动。请先看看这笔借款的变动。")
    assert taken(plan, found.matches) == plan


def test_of_two_payments_alike_the_one_that_was_advised_is_the_recorded_one():
    # the second payment of the day is for 1, late without its penalty; the first one for 2 is recorded alone
    plan = plan_of(seed_loan())
    rows = _paid(ON_TIME[1], ON_TIME[1])
    found = found_in(plan, *rows, first="2026-07-01", last="2026-08-31")
    assert [match.advised for match in found.matches] == [False, True]
    after = found_in(taken(plan, found.matches), *rows, first="2026-07-01", last="2026-08-31")
    assert [match.recorded for match in after.matches] == [False, True]


def test_too_little_is_recorded_where_somebody_wants_it_and_then_it_is_late():
    plan = plan_of(seed_loan())
    found = found_in(plan, *_paid(("2026-07-15", "2400")), last="2026-07-31")
    assert taken(plan, found.matches) == plan
    wanted = with_matches(plan, found.matches, RULES, TODAY)
    assert loan_ledger(wanted.loans[0], RULES, date(2026, 7, 15)).due_now == Decimal("91.09")


# --- for any loans ----------------------------------------------------------------------------------------------------

_LOANS = st.lists(
    st.tuples(
        st.integers(100, 50_000),
        st.integers(1, 12),
        st.sampled_from(["equal_payment", "equal_principal", "interest_first"]),
        st.integers(0, 60),
        st.integers(0, 59),
    ),
    min_size=1,
    max_size=4,
)


def _loans(drawn):
    for number, (principal, periods, method, rate, days) in enumerate(drawn):
        yield seed_loan(
            id=f"loan {number}",
            principal=str(principal),
            periods=periods,
            method=method,
            rate=str(Decimal(rate) / 100_000),
            rate_per="day",
            start_date=str(date.fromordinal(date(2026, 1, 1).toordinal() + days)),
        )


@given(_LOANS, st.data())
def test_what_is_paid_on_its_day_all_matches_and_leaves_nothing_late(drawn, data):
    plan = plan_of(*_loans(drawn))
    rows = [row for loan in plan.loans for row in loan_schedule(loan, RULES).rows if row.payment]
    rows = [row for row in rows if row.due_date <= TODAY]
    paid = [moved(str(row.due_date), row.payment) for row in data.draw(st.permutations(rows))]
    found = found_in(plan, *paid, first="2026-01-01")
    assert all(match.status is Status.MATCHED and match.advised for match in found.matches)
    assert len(found.matches) == len(paid)
    after = taken(plan, found.matches)
    for loan in after.loans:
        books = loan_ledger(loan, RULES, TODAY)
        assert (books.due_now, books.charged, books.credit) == (0, 0, 0)
    again = found_in(after, *paid, first="2026-01-01")
    assert [match._replace(recorded=False) for match in again.matches] == list(found.matches)
    assert all(match.recorded for match in again.matches)
    assert taken(after, again.matches) == after


@given(
    _LOANS,
    st.lists(
        st.tuples(st.integers(0, 327), st.one_of(st.integers(1, 500_000), st.none()), st.integers(0, 60)), max_size=12
    ),
    st.integers(1, 24),
)
def test_whatever_was_paid_is_used_once_and_no_more_of_it_than_there_is(drawn, paid, shown):
    plan = plan_of(*_loans(drawn))
    amounts = [row.payment for loan in plan.loans for row in loan_schedule(loan, RULES).rows if row.payment]
    first = date(2026, 1, 1).toordinal()
    rows = [
        moved(str(date.fromordinal(first + day)), Decimal(fen) / 100 if fen else amounts[place % len(amounts)])
        for day, fen, place in paid
    ]
    found = found_in(plan, *rows, first="2026-01-01", last=f"2026-11-{shown:02d}")
    used = [payment.line for match in found.matches for payment in match.payments]
    assert sorted(used) == sorted(row.line for row in rows)
    claims = [claim for match in found.matches for claim in match.claims]
    assert len(set(claims)) == len(claims)
    for match in found.matches:
        assert sum(take.amount for take in match.takes) <= match.paid
        if match.status is Status.MATCHED:
            assert match.difference == 0
        else:
            assert match.difference == match.paid - match.expected
    once = taken(plan, found.matches)
    assert taken(once, found.matches) == once


_DAY = st.dates(date(2026, 1, 1), date(2026, 11, 24))
_EVENTS = st.lists(
    st.one_of(
        st.builds(Payment, date=_DAY, amount=st.integers(1, 3000)),
        st.builds(Prepayment, date=_DAY, amount=st.integers(200, 3000), effect=st.sampled_from(Effect)),
        st.builds(Settlement, date=_DAY),
        st.builds(RateChange, date=_DAY, rate=st.sampled_from([Decimal(0), Decimal("0.1"), Decimal("0.3")])),
        st.builds(Restructure, date=_DAY, periods=st.integers(1, 6), arrears=st.sampled_from(Arrears)),
        st.builds(Waiver, date=_DAY, amount=st.integers(1, 30), of=st.sampled_from(WaiverOf)),
    ),
    max_size=3,
).map(tuple)


@st.composite
def _any_loan(draw):
    make = draw(st.sampled_from([seed_loan, huabei_loan]))
    return make(
        id=draw(st.sampled_from(["one", "two"])),
        principal=draw(st.integers(100, 12_000)),
        start_date=str(draw(st.dates(date(2025, 12, 1), date(2026, 9, 1)))),
        periods=draw(st.integers(1, 12)),
        events=draw(_EVENTS),
        unpaid_from=draw(st.one_of(st.none(), st.integers(1, 12))),
        missed=draw(st.sampled_from([(), ((1, 1),), ((2, 3),)])),
    )


@given(st.lists(_any_loan(), min_size=1, max_size=2, unique_by=lambda loan: loan.id), st.data())
def test_whatever_happened_to_a_loan_what_is_taken_is_taken_once(loans, data):
    plan = plan_of(*loans)
    due = [slot.claim for slot in slots_of(plan, RULES)] or [None]
    rows = []
    for claim, away, above, named in data.draw(
        st.lists(
            st.tuples(st.sampled_from(due), st.integers(-20, 40), st.sampled_from([0, 0, 1, 500, -1]), st.booleans()),
            max_size=8,
        )
    ):
        if claim is not None and claim.amount + above > 0:
            day = date.fromordinal(claim.due_date.toordinal() + away)
            bill = f"{claim.due_date:%Y-%m}" if named else None
            rows.append(moved(str(day), claim.amount + above, product=claim.product, bill=bill))
    found = found_in(plan, *rows, first="2026-01-01")
    used = [payment.line for match in found.matches for payment in match.payments]
    assert sorted(used) == sorted(row.line for row in rows)
    for match in found.matches:
        assert sum(take.amount for take in match.takes) <= match.paid
    try:
        once = with_matches(plan, found.matches, RULES, TODAY)
    except ProblemError as refused:
        assert refused.problem.field == "loans"
        return
    assert with_matches(once, found.matches, RULES, TODAY) == once
    for loan in once.loans:
        spans = list(loan.missed)
        assert spans == sorted(spans)
        if loan != plan.loan(loan.id):
            loan_schedule(loan, RULES)
            assert all(before[1] + 1 < after[0] for before, after in pairwise(spans))
