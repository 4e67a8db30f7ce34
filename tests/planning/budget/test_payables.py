"""What loans take out of a budget: as it falls due, as it was paid, and what it costs later."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import Arrears, Event, Payment, Prepayment, RateChange, Restructure, Settlement, Waiver
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.payables import Payable, owed_of, payables_of, plan_payables
from jiebei_desktop.planning.document import Loan, loan_schedule, loan_terms, missed_of, overdue_rule
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import ProblemError, RatePer
from tests.conftest import TODAY

RULES = shipped_rules()
SEED = sample_plan().loans[0]
"""12,000 at 15 % a year from 2026-06-15 over 5: 2,491.09 each on the 15th, the last 2,491.11; unpaid from the 4th."""
ON_TIME = SEED.model_copy(update={"unpaid_from": None})
OCTOBER, NOVEMBER = date(2026, 10, 15), date(2026, 11, 15)


def asked(loan: Loan, since: date, today: date = TODAY) -> list[Payable]:
    return payables_of(owed_of(loan, RULES), since, today)


def shown(found: list[Payable]) -> list[tuple[int, str, str, bool]]:
    return [(each.number, str(each.day), str(each.amount), each.overdue) for each in found]


def with_(loan: Loan, *events: Event, **changes: object) -> Loan:
    return loan.model_copy(update={"events": events} | changes)


def yesterday(day: date) -> date:
    return day - timedelta(days=1)


# --- paid on time ----------------------------------------------------------------------------------------------------


def test_what_falls_due_after_the_balance_is_asked_for_as_the_schedule_has_it():
    assert shown(asked(ON_TIME, date(2026, 8, 15), date(2026, 9, 1))) == [
        (3, "2026-09-15", "2491.09", False),
        (4, "2026-10-15", "2491.09", False),
        (5, "2026-11-15", "2491.11", False),
    ]


def test_what_falls_due_today_is_still_to_be_paid_and_what_fell_due_before_the_balance_is_not():
    day = date(2026, 9, 15)
    assert [each.number for each in asked(ON_TIME, day, day)] == [3, 4, 5]
    assert [each.number for each in asked(ON_TIME, yesterday(day), day)] == [3, 4, 5]
    assert [each.number for each in asked(ON_TIME, day, date(2026, 9, 16))] == [4, 5]
    # a balance of some time ago: everything since is asked for, though it is past
    assert [each.number for each in asked(ON_TIME, date(2026, 7, 1), date(2026, 9, 16))] == [1, 2, 3, 4, 5]


def test_a_loan_that_begins_later_asks_for_all_of_it_and_brings_no_money():
    later = with_(ON_TIME, start_date=date(2027, 1, 15))
    assert [each.day.isoformat() for each in asked(later, TODAY)] == [
        *("2027-02-15", "2027-03-15", "2027-04-15", "2027-05-15", "2027-06-15"),
    ]
    plan = new_plan("", RULES, TODAY).model_copy(update={"loans": (later,)})
    line = basis(plan, RULES, TODAY).outlook().line
    assert line.on_time[line.place(date(2027, 1, 20))] == 0
    assert shown(asked(with_(later, unpaid_from=2), TODAY)) == shown(asked(later, TODAY))


@pytest.mark.parametrize("days", [0, 1, 7, 30, 63, 64, 65, 200])
def test_what_being_late_costs_is_what_the_books_say(days):
    """2,398.83 principal of the third × 0.000616 a day: 1.5 × 15 % / 365, to six decimals."""
    (third, *_) = asked(ON_TIME, date(2026, 9, 1), date(2026, 9, 1))
    row = loan_schedule(ON_TIME, RULES).rows[2]
    assert third.late(days) == round(row.principal * Decimal("0.000616") * days, 2)
    terms, rule = loan_terms(ON_TIME, RULES), overdue_rule(ON_TIME, RULES)
    paid = [Payment(date=each.due_date, amount=each.payment) for each in loan_schedule(ON_TIME, RULES).rows[:2]]
    books = ledger(terms, paid, rule, date(2026, 9, 15) + timedelta(days=min(days, 29)))
    assert third.late(min(days, 29)) == books.penalty_total


def test_days_late_can_be_asked_for_in_any_order_and_all_at_once():
    (found, *_) = asked(ON_TIME, date(2026, 9, 1), date(2026, 9, 1))
    (again, *_) = asked(ON_TIME, date(2026, 9, 1), date(2026, 9, 1))
    days = [3, 40, 41, 64, 128, 200]
    one_by_one = [found.late(each) for each in reversed(days)][::-1]
    assert again.late.on(days) == one_by_one
    assert found.late.on(days) == one_by_one
    assert again.late.on([]) == []


def test_where_nobody_knows_what_being_late_costs_it_counts_as_nothing():
    loan = Loan(
        id="own",
        name="朋友",
        product="jiebei",
        periods=3,
        method="equal_payment",
        rate="0.0004",
        principal="900",
        start_date=TODAY,
    )
    (first, *_) = payables_of(owed_of(loan, RULES)._replace(rule=None), TODAY, TODAY)
    assert first.late(300) == 0


def test_a_planned_prepayment_is_money_that_goes_out_and_lowers_what_comes_after():
    early = Prepayment(date=date(2026, 9, 20), amount=Decimal(3000))
    found = asked(with_(ON_TIME, early), date(2026, 9, 1), date(2026, 9, 1))
    assert [(each.number, str(each.day)) for each in found] == [
        (3, "2026-09-15"),
        (4, "2026-09-20"),
        (4, "2026-10-15"),
    ]
    assert found[1].amount == 3000
    assert found[1].late(100) == 0  # whoever pays early can do so later
    assert sum(each.amount for each in found) < 3 * Decimal("2491.11")


def test_a_planned_settlement_ends_it():
    found = asked(with_(ON_TIME, Settlement(date=date(2026, 9, 20))), date(2026, 9, 1), date(2026, 9, 1))
    assert [str(each.day) for each in found] == ["2026-09-15", "2026-09-20"]


def test_a_planned_prepayment_after_a_missed_one_does_not_pay_it():
    """The money goes out as a payable of its own: counted for the missed one too it would be there twice."""
    early = Prepayment(date=date(2026, 9, 20), amount=Decimal(3000))
    (plain, *_) = asked(ON_TIME, date(2026, 9, 1), date(2026, 9, 1))
    (third, *_) = asked(with_(ON_TIME, early), date(2026, 9, 1), date(2026, 9, 1))
    assert [third.late(days) for days in (4, 6, 30)] == [plain.late(days) for days in (4, 6, 30)]


# --- with books ------------------------------------------------------------------------------------------------------


def test_all_that_is_late_is_one_payment_of_today():
    (found,) = asked(SEED, yesterday(TODAY))
    assert shown([found]) == [(4, "2026-11-24", "5055.73", True)]  # 4,890.57 + 91.63 + 73.53, see test_late
    assert found.due_date == OCTOBER
    # 4,890.57 × 0.000616 × 10 = 30.1259 on top of 73.5312 makes 103.66
    assert [found.late(days) for days in (0, 1, 10)] == [0, Decimal("3.01"), Decimal("30.13")]


def test_what_is_late_does_not_hang_on_the_day_of_the_balance():
    for since in (TODAY, yesterday(TODAY), date(2026, 11, 1), date(2026, 9, 20)):
        assert shown(asked(SEED, since)) == [(4, "2026-11-24", "5055.73", True)]
    assert shown(asked(SEED, date(2026, 9, 1))) == [
        (4, "2026-11-24", "5055.73", True),
        (3, "2026-09-15", "2491.09", False),
    ]


def test_later_instalments_of_a_loan_that_is_late_cost_only_their_own_penalty():
    today = date(2026, 10, 20)
    found = asked(SEED, yesterday(today), today)
    assert [(each.number, each.overdue) for each in found] == [(4, True), (5, False)]
    row = loan_schedule(ON_TIME, RULES).rows[4]
    assert found[1].late(30) == round(row.principal * Decimal("0.000616") * 30, 2)


def test_the_last_unpaid_instalment_of_today_is_not_late_yet():
    (found, *rest) = asked(SEED, yesterday(OCTOBER), OCTOBER)
    assert shown([found]) == [(4, "2026-10-15", "2491.09", False)]
    assert [each.number for each in rest] == [5]


def test_money_that_arrived_is_counted_once():
    part = Payment(date=date(2026, 11, 20), amount=Decimal(1000))
    found = asked(with_(SEED, part), date(2026, 11, 1))
    assert [(each.number, each.day.isoformat(), each.overdue) for each in found] == [
        (4, "2026-11-24", True),
        (0, "2026-11-20", False),
    ]
    books = ledger(loan_terms(SEED, RULES), [part], overdue_rule(SEED, RULES), TODAY, missed_of(SEED))
    assert found[0].amount == books.due_now
    assert found[1].amount == 1000
    # it is in a balance of that day or later
    assert [each.number for each in asked(with_(SEED, part), part.date)] == [4]
    assert found[1].late(50) == 0


def test_money_that_arrived_today_is_in_today_s_balance():
    paid = with_(SEED, Payment(date=TODAY, amount=Decimal("5055.73")))
    assert asked(paid, TODAY) == []
    assert shown(asked(paid, yesterday(TODAY))) == [(0, "2026-11-24", "5055.73", False)]
    plan = sample_plan().with_loan(paid)
    assert basis(plan, RULES, TODAY).outlook().line.on_time[0] == 4600


def test_what_falls_due_today_and_was_paid_today_is_not_asked_for_again():
    paid = with_(SEED, Payment(date=OCTOBER, amount=Decimal("2491.09")))
    assert [each.number for each in asked(paid, OCTOBER, OCTOBER)] == [5]
    half = with_(SEED, Payment(date=OCTOBER, amount=Decimal(1000)))
    assert shown(asked(half, OCTOBER, OCTOBER))[0] == (4, "2026-10-15", "1491.09", False)


def test_money_that_is_promised_is_not_there_beside_what_it_would_pay():
    """Everything is paid as soon as there is money, so a promise asks for nothing more."""
    promised = with_(SEED, Payment(date=date(2026, 12, 20), amount=Decimal(5000)))
    assert shown(asked(promised, yesterday(TODAY))) == [(4, "2026-11-24", "5055.73", True)]
    assert asked(promised, yesterday(TODAY))[0].late(60) == asked(SEED, yesterday(TODAY))[0].late(60)


def test_money_paid_early_that_went_to_what_was_late_went_out():
    early = Prepayment(date=date(2026, 11, 4), amount=Decimal(500))
    found = asked(with_(SEED, early), date(2026, 11, 1))
    same = asked(with_(SEED, Payment(date=date(2026, 11, 4), amount=Decimal(500))), date(2026, 11, 1))
    assert shown(found) == shown(same)
    settled = asked(with_(SEED, Settlement(date=TODAY)), date(2026, 11, 1))
    assert shown(settled) == [(0, "2026-11-24", "5055.73", False)]


def test_an_earlier_time_of_being_late_that_is_over_asks_for_nothing():
    paid = Payment(date=date(2026, 8, 1), amount=Decimal(2600))
    over = with_(ON_TIME, paid, missed=((1, 1),))
    found = asked(over, date(2026, 7, 20), date(2026, 9, 1))
    # 2,600 paid the first with its penalty; what is left of it is kept
    assert shown(found)[:2] == [(2, "2026-08-15", "2491.09", False), (3, "2026-09-15", "2491.09", False)]
    assert shown(found)[-1] == (0, "2026-08-01", "2600.00", False)
    assert len(found) == 5


@pytest.mark.parametrize("unpaid_from", [2, 3, 4, 5])
def test_instalments_before_the_first_that_will_be_missed_cost_something_late_as_well(unpaid_from):
    today = date(2026, 7, 1)
    plain = asked(ON_TIME, today, today)
    found = asked(with_(SEED, unpaid_from=unpaid_from), today, today)
    assert shown(found) == shown(plain)
    assert [each.late(30) for each in found] == [each.late(30) for each in plain]
    assert all(each.late(30) > 0 for each in found)


# --- new plans -------------------------------------------------------------------------------------------------------


def test_a_new_plan_of_today_takes_in_what_was_late():
    agreed = Restructure(date=TODAY, periods=6)
    found = asked(with_(SEED, agreed), yesterday(TODAY))
    assert [(str(each.day), str(each.amount)) for each in found] == [
        (f"{day}", "879.65")
        for day in ("2026-12-24", "2027-01-24", "2027-02-24", "2027-03-24", "2027-04-24", "2027-05-24")
    ]  # see test_ways
    assert not any(each.overdue for each in found)
    assert all(each.late(30) > 0 for each in found)


def test_a_new_plan_to_come_asks_for_nothing_that_goes_into_it():
    today, agreed = date(2026, 10, 20), Restructure(date=TODAY, periods=6, arrears=Arrears.CAPITALISE)
    found = asked(with_(SEED, agreed), yesterday(today), today)
    assert [str(each.amount) for each in found] == ["879.65"] * 6
    assert min(each.day for each in found) > TODAY


def test_a_new_plan_while_all_is_paid_asks_for_the_new_instalments():
    agreed = Restructure(date=date(2026, 9, 20), periods=6)
    found = asked(with_(ON_TIME, agreed), date(2026, 9, 1), date(2026, 9, 1))
    assert [str(each.day) for each in found[:2]] == ["2026-09-15", "2026-10-20"]
    assert len(found) == 7


def test_a_new_rate_to_come_counts():
    change = RateChange(date=date(2026, 9, 20), rate=Decimal("0.3"), rate_per=RatePer.YEAR)
    found = asked(with_(ON_TIME, change), date(2026, 9, 1), date(2026, 9, 1))
    assert found[0].amount == Decimal("2491.09")
    assert found[1].amount > Decimal("2491.09")


def test_a_new_rate_after_the_end_as_agreed_that_only_what_is_late_lives_to_see():
    change = RateChange(date=date(2026, 12, 1), rate=Decimal("0.2"), rate_per=RatePer.YEAR)
    loan = with_(SEED, change, Restructure(date=date(2027, 1, 1), periods=2), unpaid_from=2)
    today = date(2026, 7, 1)
    (first, *rest) = asked(loan, today, today)
    assert [first.late(days) for days in (1, 300)] == [asked(ON_TIME, today, today)[0].late(1), first.late(300)]
    assert [str(each.due_date) for each in rest] == ["2027-02-01", "2027-03-01"]
    assert all(each.late(300) > 0 for each in rest)


# --- a whole plan ----------------------------------------------------------------------------------------------------


def test_a_loan_that_cannot_be_worked_out_is_reported_and_the_others_go_on():
    gone = with_(ON_TIME, id="gone", product="gone")
    dear = with_(ON_TIME, id="dear", rate=None)
    event = with_(ON_TIME, Prepayment(date=date(2026, 7, 1), amount=Decimal(50_000)), id="event")
    fee = Loan(
        id="fee",
        name="",
        product="huabei_instalment",
        periods=3,
        method="flat_fee",
        fee_rate="0.01",
        principal="900",
        start_date=TODAY,
        overdue=OverdueRule(penalty_multiplier=Decimal("1.5")),
    )
    plan = sample_plan().model_copy(
        update={"loans": (gone, dear, event, fee, with_(ON_TIME, start_date=TODAY, principal=Decimal(60_000)))}
    )
    found = plan_payables(plan, RULES, yesterday(TODAY), TODAY)
    assert [(loan.id, problem.field) for loan, problem in found.problems] == [
        ("gone", "product"),
        ("dear", "rate"),
        ("event", "events.0.amount"),
        ("fee", "overdue.penalty_multiplier"),
    ]
    assert all(problem.message for _, problem in found.problems)
    assert {each.owed.key for each in found.payables} == {"seed"}
    assert len(found.payables) == 5
    outlook = basis(plan, RULES, TODAY).outlook()
    assert outlook.problems == found.problems
    assert outlook.line.late_cost > 0


def test_they_come_by_the_day_on_which_they_can_be_paid_the_older_first():
    today = date(2026, 10, 15)
    newer = with_(ON_TIME, id="newer")
    plan = sample_plan().model_copy(update={"loans": (newer, with_(SEED, unpaid_from=3))})
    found = plan_payables(plan, RULES, yesterday(today), today).payables
    assert [(each.owed.key, str(each.due_date), str(each.day)) for each in found] == [
        ("seed", "2026-09-15", "2026-10-15"),
        ("newer", "2026-10-15", "2026-10-15"),
        ("newer", "2026-11-15", "2026-11-15"),
        ("seed", "2026-11-15", "2026-11-15"),
    ]


def test_repayments_are_not_spending():
    """They come from the loans; an entry of the same amount is something else."""
    rent = Entry(id="rent", amount="2491.09", day=15, start=date(2026, 9, 1), end=date(2026, 9, 30))
    budget = Budget(accounts=(Account(id="a", balance=9000),), entries=(rent,), as_of=date(2026, 9, 1))
    plan = sample_plan().model_copy(update={"loans": (ON_TIME,), "budget": budget})
    outlook = basis(plan, RULES, date(2026, 9, 1)).outlook()
    first = outlook.months[0]
    assert (first.spending, first.debt) == (Decimal("2491.09"), Decimal("2491.09"))
    assert outlook.line.on_time[-1] == 9000 - Decimal("2491.09") * 3 - Decimal("2491.11")


# --- whatever happened -----------------------------------------------------------------------------------------------


@st.composite
def happened(draw) -> Event:
    day, amount = draw(st.dates(date(2026, 6, 16), date(2027, 6, 1))), draw(st.decimals("1", 3000, places=2))
    made = [
        lambda: Payment(date=day, amount=amount),
        lambda: Prepayment(date=day, amount=amount),
        lambda: RateChange(date=day, rate="0.2", rate_per=RatePer.YEAR),
        lambda: Restructure(date=day, periods=draw(st.integers(2, 8)), arrears=draw(st.sampled_from(Arrears))),
        lambda: Settlement(date=day),
        lambda: Waiver(date=day, amount=min(amount, Decimal(20)), of=draw(st.sampled_from(["penalty", "interest"]))),
    ]
    return draw(st.sampled_from(made))()


@given(
    events=st.lists(happened(), max_size=4),
    unpaid_from=st.none() | st.integers(1, 5),
    missed=st.sampled_from([(), ((1, 1),), ((1, 2),)]),
    today=st.dates(date(2026, 6, 10), date(2027, 6, 1)),
    back=st.integers(0, 90),
)
@settings(max_examples=200)
def test_whatever_happened_it_is_worked_out_or_refused_and_being_late_never_breaks(
    events, unpaid_from, missed, today, back
):
    loan = with_(ON_TIME, *events, unpaid_from=unpaid_from, missed=missed if (unpaid_from or 9) > 2 else ())
    since = today - timedelta(days=back)
    try:
        found = asked(loan, since, today)
    except ProblemError as error:
        assert error.problem.field
        assert error.problem.message
        return
    for each in found:
        assert each.amount > 0
        assert each.day > since or each.day == today
        costs = [each.late(days) for days in (0, 1, 40, 300)]
        assert costs[0] == 0
        assert costs == sorted(costs)


@given(
    unpaid_from=st.integers(1, 5),
    payments=st.lists(st.tuples(st.integers(0, 150), st.decimals("1", 3000, places=2)), max_size=3),
    today=st.dates(date(2026, 7, 1), date(2027, 2, 1)),
)
@settings(max_examples=200)
def test_all_that_was_paid_and_is_asked_for_pays_the_loan_off_to_the_fen(unpaid_from, payments, today):
    """By the books of the whole loan, in which nothing is paid but by this money."""
    made = [Payment(date=date(2026, 6, 16) + timedelta(days=days), amount=amount) for days, amount in payments]
    loan = with_(SEED, *(each for each in made if each.date <= today), unpaid_from=unpaid_from)
    found = asked(loan, SEED.start_date, today)
    money = [Payment(date=each.day, amount=each.amount) for each in found if not 0 < each.number < unpaid_from]
    terms, rule, missed = loan_terms(loan, RULES), overdue_rule(loan, RULES), missed_of(loan)
    last = max([terms.payment_dates[-1], *(each.day for each in found)])
    books = ledger(terms, money, rule, last, missed)
    assert (books.balance, books.due_now) == (0, 0)
    if any(each.number >= unpaid_from for each in found):  # else more arrived than was left to pay
        assert books.credit == 0
