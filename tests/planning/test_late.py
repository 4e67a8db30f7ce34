"""Loans looked at for being late: the seed case, and what a page asks of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import Payment, Prepayment, RateChange, Restructure, Settlement, Waiver, WaiverOf
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.document import Loan, loan_schedule
from jiebei_desktop.planning.entry import Field, edit, text_of
from jiebei_desktop.planning.happenings import with_event, without_event
from jiebei_desktop.planning.hints import billed_instalment_check
from jiebei_desktop.planning.late import days_late, late_since, loan_ledger, loan_subject, subjects
from jiebei_desktop.planning.late_rules import chosen_rule, overdue_choices, with_grace, with_rule
from jiebei_desktop.planning.late_words import first_steps, late_headline, late_reason, nights_why
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.products.conditions import OverdueBase
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.values import ProblemError, RatePer

TODAY = date(2026, 11, 24)


@pytest.fixture
def seed() -> Loan:
    """12,000 over 5 instalments at 15 % a year from 2026-06-15, three paid, two missed."""
    return sample_plan().loans[0]


def test_the_seed_case_stands_where_its_story_says(seed, rules):
    subject = loan_subject(seed, rules, TODAY)
    books = subject.at(subject.days)
    # instalments 4 and 5 of 2,491.09 and 2,491.11; penalty 0.15 / 365 × 1.5 = 0.000616 a day, on 2,430.80 for
    # 31 nights and on 4,890.57 for 9 more: 46.4185568 + 27.11332008 = 73.53
    assert (subject.number, subject.due_date, subject.days) == (4, date(2026, 10, 15), 40)
    assert books.overdue_periods == 2
    assert books.overdue_principal == Decimal("4890.57")
    assert books.overdue_interest == Decimal("91.63")
    assert books.penalty_total == Decimal("73.53")
    assert books.due_now == books.settlement == Decimal("5055.73")
    assert nights_why(books.nights) == (
        "2026-10-15 到 2026-11-15：31 天 × 2,430.80 × 0.0616% = 46.418557 元",
        "2026-11-15 到 2026-11-24：9 天 × 4,890.57 × 0.0616% = 27.11332 元",
    )


def test_the_printed_instalment_of_the_seed_case_cannot_be(seed, rules):
    found = billed_instalment_check(seed, loan_schedule(seed, rules))
    assert found is not None
    assert "每期 1,300.00 元不可能：5 期共 6,500.00 元" in found.message
    assert "2,491.09" in found.message


def test_the_answer_in_words(seed, rules):
    subject = loan_subject(seed, rules, TODAY)
    books = subject.at(40)
    assert late_headline(40, [(subject, books)]) == "晚 40 天多付 73.53 元，全是本金的罚息。"
    assert late_headline(0, [(subject, subject.at(0))]) == "还款日当天 24:00 以前还，不算逾期，一分不多付。"
    reason = late_reason(subject, books, shipped_overdue().stage(40))
    assert "2026 年 11 月 24 日有 2 期没还" in reason
    assert "付 5,055.73 元就不再逾期" in reason
    steps = first_steps(subject, books, shipped_overdue())
    # the next night costs 4,890.57 × 0.000616 = 3.01; M3 begins 61 days after 2026-10-15
    assert "再拖一天多付 3.01 元；2026 年 12 月 15 日起进入 M3" in steps[1]


def test_penalties_on_principal_and_on_fees_are_told_apart(rules):
    plan = sample_plan()
    huabei = next(each for each in subjects(plan, rules, TODAY) if each.loan is None)
    assert huabei.rule is not None
    books = huabei.at(30)
    # instalment 2,000 + 90, at 0.05 % a day for 30 days: 30.00 (as a page has it for 2,000) and 1.35
    assert late_headline(30, [(huabei, books)]) == (
        "晚 30 天多付 31.35 元，其中本金罚息 30.00 元，利息和费的罚息 1.35 元。"
    )


def test_two_loans_are_named_each(rules):
    plan = sample_plan()
    found = [(each, each.at(40)) for each in subjects(plan, rules, TODAY)]
    # 花呗: 2,090 for 40 days and 2,090 more for the last 9 at 0.05 %: 41.80 + 9.405 = 51.205
    assert late_headline(40, found) == "各晚 40 天，多付：借呗 5 期 73.53 元，花呗分期 6 期（对比） 51.21 元。"


def test_a_loan_whose_payments_are_all_there_is_looked_at_from_its_next_instalment(seed, rules):
    loan = seed.model_copy(update={"unpaid_from": None})
    subject = loan_subject(loan, rules, date(2026, 9, 1))
    assert (subject.number, subject.due_date, subject.days) == (4 - 1, date(2026, 9, 15), 0)
    assert days_late(loan, rules, TODAY) == 0
    after = loan_subject(loan, rules, date(2027, 1, 1))  # all fell due: the last one serves
    assert (after.number, after.days) == (5, 0)


def test_what_was_paid_late_counts(seed, rules):
    whole = Decimal("2491.09") + Decimal(
        "29.94"
    )  # instalment 4 with the penalty of 20 nights: 2,430.80 × 0.000616 × 20
    paid = seed.model_copy(update={"events": (Payment(date=date(2026, 11, 4), amount=whole + Decimal("0.01")),)})
    subject = loan_subject(paid, rules, TODAY)
    assert (subject.number, subject.due_date, subject.days) == (5, date(2026, 11, 15), 9)
    part = seed.model_copy(update={"events": (Payment(date=date(2026, 11, 4), amount=Decimal(100)),)})
    assert days_late(part, rules, TODAY) == 40
    assert loan_subject(part, rules, TODAY).at(40).due_now < Decimal("5055.73") - 100


def test_a_day_costs_what_the_books_of_that_day_say(seed, rules):
    subject = loan_subject(seed, rules, TODAY)
    costs = subject.cost(365)
    assert len(costs) == 366
    assert [costs[day] for day in (0, 1, 31, 40, 365)] == [subject.at(day).penalty_total for day in (0, 1, 31, 40, 365)]
    assert costs[0] == 0
    assert costs == sorted(costs)


def test_both_brands_are_there_to_look_at(rules):
    plan = sample_plan()
    assert [each.label for each in subjects(plan, rules, TODAY)] == ["借呗 5 期", "花呗分期 6 期（对比）"]
    bare = plan.model_copy(update={"loans": ()})
    assert [each.key for each in subjects(bare, rules, TODAY)] == ["option 0", "option 1"]


def test_a_loan_that_cannot_be_worked_out_is_left_to_its_own_page(seed, rules):
    plan = sample_plan().with_loan(seed.model_copy(update={"id": "x", "rate": None}))
    assert [each.key for each in subjects(plan, rules, TODAY)] == ["seed", "option 1"]


def test_a_new_plan_is_the_schedule_from_its_day_on(seed, rules):
    agreed = seed.model_copy(update={"events": (Restructure(date=TODAY, periods=6),)})
    rows = loan_schedule(agreed, rules).rows
    assert [row.event for row in rows] == [None] * 5 + ["restructure"] + [None] * 6
    assert rows[5].balance == Decimal("5055.73")
    assert [row.payment for row in rows[6:]] == [Decimal("879.65")] * 6
    assert [row.period for row in rows[6:]] == [6, 7, 8, 9, 10, 11]
    assert days_late(agreed, rules, TODAY) == 0
    # all that is really paid: three instalments and the six new ones
    assert loan_schedule(agreed, rules).totals.payment == 3 * Decimal("2491.09") + 6 * Decimal("879.65")
    assert loan_schedule(agreed, rules).rates == loan_schedule(seed, rules).rates  # as agreed at first


def test_a_recorded_rate_stays_in_the_rates_of_a_late_loan(seed, rules):
    change = RateChange(date=date(2026, 8, 1), rate=Decimal("0.24"), rate_per=RatePer.YEAR)
    dearer = loan_schedule(seed.model_copy(update={"events": (change,)}), rules).rates
    on_time = loan_schedule(seed.model_copy(update={"events": (change,), "unpaid_from": None}), rules).rates
    assert dearer == on_time
    assert dearer.nominal_annual > loan_schedule(seed, rules).rates.nominal_annual
    after = seed.model_copy(update={"events": (change.model_copy(update={"date": TODAY}),)})
    assert loan_schedule(after, rules).rates == loan_schedule(seed, rules).rates  # only the penalty still follows it
    assert (
        loan_subject(after, rules, TODAY).at(41).penalty_total > loan_subject(seed, rules, TODAY).at(41).penalty_total
    )


def test_what_is_planned_for_tomorrow_does_not_hide_what_tomorrow_costs(seed, rules):
    planned = seed.model_copy(update={"events": (Payment(date=date(2026, 11, 25), amount=Decimal(100)),)})
    subject = loan_subject(planned, rules, TODAY)
    assert "再拖一天多付 3.01 元" in first_steps(subject, subject.at(40), shipped_overdue())[1]


def test_what_was_paid_of_a_penalty_is_still_a_cost(seed, rules):
    paid = seed.model_copy(update={"events": (Payment(date=date(2026, 11, 4), amount=Decimal(100)),)})
    subject = loan_subject(paid, rules, TODAY)
    books = subject.at(40)
    # 20 nights on 2,430.80 = 29.95; 100 − 29.95 = 70.05 pays interest 60.29 and 9.76 of principal; 11 nights on
    # 2,421.04 and 9 on 4,880.81 = 43.46
    assert (books.penalty_total, books.charged) == (Decimal("43.46"), Decimal("73.41"))
    assert late_headline(40, [(subject, books)]) == "晚 40 天多付 73.41 元，全是本金的罚息。"
    assert subject.cost(40)[40] == Decimal("73.41")


def test_what_an_older_instalment_cost_is_not_this_one_s(seed, rules):
    whole = Decimal("2491.09") + Decimal("29.95")
    paid = seed.model_copy(update={"events": (Payment(date=date(2026, 11, 4), amount=whole),)})
    subject = loan_subject(paid, rules, TODAY)
    assert (subject.number, subject.days, subject.since) == (5, 9, date(2026, 10, 15))
    assert subject.cost(9)[9] == Decimal("13.64")  # 2,459.77 × 0.000616 × 9
    bearing = paid.model_copy(update={"overdue": subject.rule.model_copy(update={"on_interest": True})})
    again = loan_subject(bearing, rules, TODAY)
    # 20 nights on 60.29 of interest cost 0.74 more, so 0.74 of principal stayed; 31.34 bears for 9 nights: 0.17
    first, second = again.cost_by(again.at(again.days))
    assert (again.number, again.days) == (4, 40)
    assert (first, second) == (Decimal("43.60"), Decimal("0.91"))
    assert late_headline(0, [(subject, subject.at(0))]).startswith("还款日当天 24:00 以前还")


def test_a_loan_of_the_future_or_without_end_is_no_trouble(seed, rules):
    later = seed.model_copy(update={"start_date": date(2027, 1, 15)})
    assert loan_subject(later, rules, TODAY).days == 0
    beyond = seed.model_copy(update={"unpaid_from": 9})
    subject = loan_subject(beyond, rules, TODAY)
    assert (subject.days, subject.last, subject.beside) == (0, 5, "（已还清）")
    settled = seed.model_copy(update={"unpaid_from": None, "events": (Settlement(date=date(2026, 9, 1)),)})
    assert [each.key for each in subjects(sample_plan().with_loan(settled), rules, TODAY)] == ["option 0", "option 1"]


def test_on_its_last_due_day_a_loan_is_not_paid_off_yet(seed, rules):
    on_time = seed.model_copy(update={"unpaid_from": None})
    on_the_day = loan_subject(on_time, rules, date(2026, 11, 15))
    assert (on_the_day.paid_off, on_the_day.label) == (False, "借呗 5 期")
    assert loan_subject(on_time, rules, date(2026, 11, 16)).paid_off
    known = seed.model_copy(update={"events": (Payment(date=date(2026, 11, 15), amount=Decimal(6000)),)})
    assert loan_subject(known, rules, date(2026, 11, 15)).paid_off


def test_the_rule_can_be_one_of_the_views_and_have_a_grace(seed, rules):
    words = [text for _, text in overdue_choices(seed, rules)]
    assert words[0] == "逾期本金 × 日利率 × 1.5"
    assert len(words) == 5
    assert chosen_rule(seed, rules) == 0
    other = with_rule(seed, rules, 1)
    assert other.overdue is not None
    assert other.overdue.base is OverdueBase.ALL_PRINCIPAL
    assert chosen_rule(other, rules) == 1
    kind = with_grace(other, rules, "3")
    assert kind.overdue is not None
    assert (kind.overdue.grace_days, kind.overdue.base) == (3, OverdueBase.ALL_PRINCIPAL)
    assert with_grace(with_rule(kind, rules, 0), rules, "0").overdue is None  # the product's own again
    assert loan_subject(with_grace(seed, rules, "3"), rules, TODAY).at(3).penalty_total == 0


def test_a_grace_that_was_tried_holds_for_the_new_plan_as_well(seed, rules):
    kind = with_grace(seed, rules, "3")
    agreed = with_event(kind, Restructure(date=TODAY, periods=2), rules, TODAY)
    subject = loan_subject(agreed, rules, TODAY)
    first = next(row for row in loan_schedule(agreed, rules).rows if row.due_date == subject.due_date)
    assert (subject.due_date, first.principal) == (date(2026, 12, 24), Decimal("2508.40"))
    # 2,508.40 × 0.000616 = 1.545… for the one night after the days of grace
    assert [subject.at(days).penalty_total for days in (1, 3, 4)] == [0, 0, Decimal("1.55")]


@pytest.mark.parametrize(
    ("text", "message"), [("x", "不是数字"), ("1.5", "整数"), ("-1", "不能小于 0"), ("400", "不能大于 366")]
)
def test_a_grace_that_cannot_be_is_said(seed, rules, text, message):
    with pytest.raises(ProblemError, match=message) as caught:
        with_grace(seed, rules, text)
    assert caught.value.problem.field == "grace_days"


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        (Field.WAIT_DAYS, "30", "30"),
        (Field.DEFER_MONTHS, "３", "3"),
        (Field.WAIVER_SHARE, "80%", "80"),
        (Field.RATE, "", ""),
        (Field.RATE, "12", "12"),
        (Field.PERIODS, "12", "12"),
        (Field.INCOME, "8000", "8,000.00"),
        (Field.SPENDING, "", ""),
        (Field.REASON, "住院三周", "住院三周"),
        (Field.ARREARS, "carry", "carry"),
    ],
)
def test_what_a_user_would_try_is_read_as_typed(rules, field, text, shown):
    assert text_of(edit(sample_plan().relief, field, text, rules), field) == shown


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.WAIT_DAYS, "0"),
        (Field.WAIT_DAYS, "366"),
        (Field.DEFER_MONTHS, "13"),
        (Field.WAIVER_SHARE, "101"),
        (Field.PERIODS, "0"),
    ],
)
def test_what_cannot_be_tried_is_said_at_its_field(rules, field, text):
    with pytest.raises(ProblemError) as caught:
        edit(sample_plan().relief, field, text, rules)
    assert caught.value.problem.field == field


@pytest.mark.parametrize(
    ("today", "start", "late"),
    [
        (date(2026, 11, 24), date(2026, 6, 15), 40),
        (date(2026, 11, 15), date(2026, 6, 15), 31),
        (date(2026, 11, 14), date(2026, 5, 15), 60),
        (date(2028, 3, 1), date(2027, 9, 15), 46),
    ],
)
def test_the_sample_is_always_about_now(rules, today, start, late):
    plan = sample_plan(today)
    assert plan.loans[0].start_date == plan.comparison.start_date == start
    assert days_late(plan.loans[0], rules, today) == late


def test_a_new_plan_is_paid_on_its_days_unless_said(seed, rules):
    agreed = with_event(seed, Restructure(date=TODAY, periods=6), rules, TODAY)
    assert (agreed.unpaid_from, agreed.missed) == (None, ((4, 5),))
    later = date(2027, 2, 1)
    assert days_late(agreed, rules, later) == 0
    assert loan_subject(agreed, rules, later).number == 8
    again = edit(agreed, Field.UNPAID_FROM, "7", rules)  # the second instalment of the new plan, due 2027-01-24
    assert days_late(again, rules, later) == 8
    assert loan_subject(again, rules, later).at(8).overdue_periods == 1
    twice = with_event(again, Restructure(date=later, periods=3), rules, TODAY)
    assert twice.missed == ((4, 5), (7, 7))
    assert loan_schedule(twice, rules).rows[5].balance == Decimal("5055.73")  # the first plan stands as it stood
    assert without_event(agreed, 0, rules) == seed
    paid = with_event(agreed, Payment(date=date(2027, 1, 30), amount=Decimal(10)), rules, TODAY)
    assert paid.unpaid_from == 7
    early = with_event(agreed, Payment(date=date(2026, 12, 1), amount=Decimal(10)), rules, TODAY)
    assert (early.unpaid_from, early.missed, len(early.events)) == (None, ((4, 5),), 2)
    with pytest.raises(ProblemError, match="那天还没有到期的"):
        with_event(seed, Payment(date=date(2026, 7, 1), amount=Decimal(10)), rules, TODAY)


def test_money_that_clears_what_was_late_closes_the_list(seed, rules):
    """12,000 over 5 at 2,490-odd each: 2,495 five nights late is enough, and the instalment after it counts as paid."""
    on_time = seed.model_copy(update={"unpaid_from": None})
    enough = Payment(date=date(2026, 10, 20), amount=Decimal(2500))
    cleared = with_event(on_time, enough, rules, TODAY)
    assert (cleared.unpaid_from, cleared.missed) == (None, ((4, 4),))
    assert days_late(cleared, rules, TODAY) == 0
    assert without_event(cleared, 0, rules) == on_time
    part = with_event(on_time, Payment(date=date(2026, 10, 20), amount=Decimal(500)), rules, TODAY)
    assert (part.unpaid_from, part.missed) == (4, ())
    rest = Payment(date=date(2026, 11, 2), amount=Decimal(2100))
    known = with_event(part, rest, rules, rest.date)
    assert (known.unpaid_from, known.missed) == (None, ((4, 4),))
    known = with_event(part, rest, rules, TODAY)  # by then the fifth was due, too, and nothing came for it
    assert known.unpaid_from == 4
    assert days_late(known, rules, TODAY) == 9
    # the two that the sample has missed: what is due today closes both, and taking it away opens them again
    due = loan_ledger(seed, rules, TODAY).due_now
    paid = with_event(seed, Payment(date=TODAY, amount=due), rules, TODAY)
    assert (paid.unpaid_from, paid.missed) == (None, ((4, 5),))
    assert days_late(paid, rules, date(2026, 12, 20)) == 0
    assert without_event(paid, 0, rules) == seed
    waived = with_event(seed, Payment(date=TODAY, amount=due - 5), rules, TODAY)
    assert waived.unpaid_from == 4
    waived = with_event(waived, Waiver(date=TODAY, amount=Decimal(5), of=WaiverOf.PENALTY), rules, TODAY)
    assert (waived.unpaid_from, waived.missed) == (None, ((4, 5),))


def test_money_is_taken_down_in_any_order(seed, rules):
    on_time = seed.model_copy(update={"unpaid_from": None})
    later = with_event(on_time, Payment(date=date(2026, 10, 20), amount=Decimal(500)), rules, TODAY)
    both = with_event(later, Payment(date=date(2026, 8, 20), amount=Decimal(2500)), rules, TODAY)
    assert (both.unpaid_from, both.missed) == (4, ((2, 2),))
    agreed = with_event(seed, Restructure(date=TODAY, periods=6), rules, TODAY)
    before = with_event(agreed, Payment(date=date(2026, 10, 20), amount=Decimal(300)), rules, TODAY)
    assert (before.unpaid_from, before.missed) == (None, ((4, 5),))
    first = loan_schedule(agreed, rules).rows[-1].payment
    assert loan_schedule(before, rules).rows[-1].payment < first


def test_payments_that_are_recorded_in_time_are_no_lateness(seed, rules):
    """Nothing was ever late, so money paid early counts in what the loan comes to as agreed."""
    rows = loan_schedule(seed.model_copy(update={"unpaid_from": None}), rules).rows
    paid = tuple(Payment(date=row.due_date, amount=row.payment) for row in rows[:3])
    early = Prepayment(date=date(2026, 9, 20), amount=Decimal(1000))
    recorded = seed.model_copy(update={"unpaid_from": None, "missed": ((1, 3),), "events": (*paid, early)})
    assert late_since(recorded, rows, rules, TODAY) is None
    subject = loan_subject(recorded, rules, date(2026, 9, 25))
    assert (subject.number, subject.since) == (4, date(2026, 10, 15))
    plain = seed.model_copy(update={"unpaid_from": None, "events": (early,)})
    agreed = [
        situation(sample_plan(), loan_subject(each, rules, date(2026, 9, 25)), rules).agreed(date(2026, 9, 25))
        for each in (recorded, plain)
    ]
    assert agreed[0] == agreed[1] == loan_schedule(plain, rules).totals.payment


def test_lateness_begins_with_the_first_instalment_that_was_not_paid_on_its_day(seed, rules):
    rows = loan_schedule(seed.model_copy(update={"unpaid_from": None}), rules).rows
    days = (date(2026, 7, 15), date(2026, 8, 16), date(2026, 9, 15))  # the second one came a day late
    paid = tuple(Payment(date=day, amount=row.payment) for day, row in zip(days, rows, strict=False))
    recorded = seed.model_copy(update={"unpaid_from": None, "missed": ((1, 3),), "events": paid})
    assert late_since(recorded, rows, rules, TODAY) == date(2026, 8, 15)
