"""New plans in a schedule that is paid in time, what cannot be agreed, and fees that are let off."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import read_events, read_terms, schedule
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import late_cost, ledger, penalties
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import ProblemError

START = "2026-01-15"
LEVEL = {"method": "equal_payment", "rate": "0.0005", "rate_per": "day", "principal": "1000", "periods": 4}
FEES = {"principal": "1200", "periods": 12, "method": "flat_fee", "fee_rate": "0.06"}  # 100 and 6 a month
PENALTY = OverdueRule(penalty_rate=Decimal("0.001"))


def made(**terms):
    return read_terms({"start_date": START, **terms}, shipped_rules())


def agree(day, periods, **more):
    return {"type": "restructure", "date": day, "periods": periods, **more}


def rows(terms, *events):
    found = schedule(made(**terms), read_events(list(events))).rows
    return [
        (row.period, row.due_date.isoformat(), row.principal, row.interest, row.payment, row.balance) for row in found
    ]


def test_in_time_only_the_interest_so_far_joins_the_principal():
    """1,000 at 0.05 % a day: 20 days after the first instalment 7.56 of interest join the 756.05 that are left."""
    found = rows(LEVEL, agree("2026-03-07", 2, rate="0"))
    first = found[0]
    assert first[:4] == (1, "2026-02-15", Decimal("243.95"), Decimal("15.50"))  # of 259.45
    left = Decimal(1000) - first[2]
    interest = (left * Decimal("0.0005") * 20).quantize(Decimal("0.01"))
    assert found[1] == (2, "2026-03-07", -interest, interest, 0, left + interest)
    assert [row[1] for row in found[2:]] == ["2026-04-07", "2026-05-07"]
    assert sum(row[4] for row in found[2:]) == left + interest
    assert sum(row[2] for row in found) == 1000


def test_a_plan_that_pays_interest_first_goes_on_so_where_it_is_said():
    terms = LEVEL | {"method": "interest_first"}
    changed = rows(terms, agree("2026-02-15", 3))
    kept = rows(terms, agree("2026-02-15", 3, same_method=True))
    assert [row[2] for row in kept[2:]] == [0, 0, 1000]
    assert all(row[2] > 300 for row in changed[2:])


def test_a_first_due_date_of_its_own_makes_a_long_first_period():
    found = rows(LEVEL, agree("2026-02-15", 2, first_due_date="2026-05-15"))
    assert [row[1] for row in found[2:]] == ["2026-05-15", "2026-06-15"]
    assert found[2][3] == (found[1][5] * Decimal("0.0005") * 89).quantize(Decimal("0.01"))


@pytest.mark.parametrize(
    ("terms", "event", "field"),
    [
        (LEVEL, agree("2026-05-16", 3), "events.0.date"),  # paid off the day before
        (LEVEL, agree("2026-01-14", 3), "events.0.date"),
        (LEVEL, agree("2026-02-20", 3, first_due_date="2026-02-20"), "events.0.first_due_date"),
        (LEVEL, agree("2026-02-20", 601), "events.0.periods"),
        (LEVEL, agree("2026-02-20", 3, rate="1.5"), "events.0.rate"),
        (LEVEL, agree("2026-02-20", 3, arrears="forget"), "events.0.arrears"),
        (LEVEL, agree("2026-02-20", 3, same_method="yes"), "events.0.same_method"),
        (LEVEL | {"principal": "1"}, agree("2026-01-20", 300, rate="0"), "events.0.periods"),  # a third of a fen each
        (FEES, agree("2026-01-20", 300), "events.0.periods"),  # a fee above the principal
        (LEVEL | {"start_date": "2199-06-15", "periods": 2}, agree("2199-07-01", 9), "events.0.periods"),
    ],
)
def test_a_plan_that_cannot_be_is_named_by_field(terms, event, field):
    with pytest.raises(ProblemError) as caught:
        rows(terms, event)
    assert caught.value.problem.field == field


def test_a_payment_is_no_part_of_a_schedule():
    with pytest.raises(ProblemError) as caught:
        rows(LEVEL, {"type": "payment", "date": "2026-02-15", "amount": "1"})
    assert caught.value.problem.field == "events.0.type"


def test_fees_are_let_off_the_oldest_first():
    events = [{"type": "waiver", "date": "2026-03-20", "amount": "8", "of": "fee"}]
    found = ledger(made(**FEES), read_events(events), PENALTY, date(2026, 3, 20))
    assert [(due.number, due.principal, due.fee) for due in found.unpaid] == [(1, 100, 0), (2, 100, 4)]
    assert (found.entries[-1].kind, found.entries[-1].fee) == ("waiver", 8)
    with pytest.raises(ProblemError) as caught:
        ledger(made(**FEES), read_events([events[0] | {"amount": "12.01"}]), PENALTY, date(2026, 3, 20))
    assert caught.value.problem.field == "events.0.amount"


def test_a_loan_can_be_late_in_a_part_of_its_instalments_only():
    """February and May are missed: 100 + 6 each; 33 nights on the one to 20 March, 94 + 5 to 20 May."""
    missed = Missed(4, 4, earlier=((1, 1),))
    for day, owed in ((date(2026, 3, 20), "106"), (date(2026, 5, 20), "212")):
        found = ledger(made(**FEES), (), PENALTY, day, missed)
        assert found.overdue_principal + found.overdue_fee == Decimal(owed)
    assert found.penalty_total == Decimal("9.90")  # 100 × 0.001 × (94 + 5)
    assert ledger(made(**FEES), (), PENALTY, date(2026, 5, 20), Missed(None)).due_now == 0


def test_a_penalty_that_cannot_be_is_refused_before_anything_is_late():
    with pytest.raises(ProblemError) as caught:
        ledger(made(**FEES), (), OverdueRule(penalty_multiplier=Decimal("1.5")), date(2026, 1, 20))
    assert caught.value.problem.field == "overdue.penalty_multiplier"


def test_the_first_instalment_is_late_and_not_what_was_paid_early_before_it():
    found = schedule(made(**LEVEL), read_events([{"type": "prepayment", "date": "2026-01-20", "amount": "500"}]))
    first = found.rows[1]
    assert (first.period, first.event, first.due_date) == (1, None, date(2026, 2, 15))
    assert late_cost(found, PENALTY, 10) == (first.principal * Decimal("0.01")).quantize(Decimal("0.01"))


def test_what_happens_on_the_last_of_some_days_counts():
    paid = read_events([{"type": "waiver", "date": "2026-02-25", "amount": "1", "of": "penalty"}])
    days = [date(2026, 2, 24), date(2026, 2, 25)]
    assert penalties(made(**FEES), paid, PENALTY, days) == [Decimal("0.90"), Decimal("0.00")]
