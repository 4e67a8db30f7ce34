"""What holds for the ledger of every loan, printed figures, and the days on which something counts as late."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jiebei_desktop.calc import answers
from jiebei_desktop.engine import penalty_rate, read_events, read_terms, schedule
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import ProblemError, checked
from tests.engine.test_events import loans
from tests.engine.test_ledger_second_way import FIGURES, histories, rules

PATIENT = settings(deadline=None)
RULES = shipped_rules()
ONE_AND_A_HALF = {"penalty_multiplier": "1.5"}
PER_MILLE = {"penalty_rate": "0.001"}
HUABEI = RULES.rule("huabei_instalment").overdue.value


def books(terms, events, rule, as_of):
    if isinstance(rule, dict):
        rule = checked(OverdueRule, rule)
    day = as_of if isinstance(as_of, date) else date.fromisoformat(as_of)
    return ledger(read_terms(terms, RULES), read_events(list(events)), rule, day)


def possible(terms, events, rule, as_of):
    """Return the books, and pass over histories that can't be."""
    try:
        return books(terms, events, rule, as_of)
    except ProblemError:
        assume(False)


def refused(terms, events, rule, as_of):
    with pytest.raises(ProblemError) as caught:
        books(terms, events, rule, as_of)
    assert caught.value.problem.message
    return caught.value.problem.field


def figures(found):
    return {name: getattr(found, name) for name in FIGURES}


def money(entry):
    """Return what came in or, for a waiver, was let off."""
    parts = entry.penalty_on_principal, entry.penalty_on_interest, entry.interest, entry.fee, entry.principal
    return sum(parts) + entry.credit


def pay(day, amount):
    return {"type": "payment", "date": str(day), "amount": str(amount)}


def waive(day, amount, of="penalty"):
    return {"type": "waiver", "date": str(day), "amount": str(amount), "of": of}


def prepay(day, amount, effect="shorten"):
    return {"type": "prepayment", "date": str(day), "amount": str(amount), "effect": effect}


def settle(day):
    return {"type": "settlement", "date": str(day)}


def restructure(day, periods, arrears="capitalise", **more):
    return {"type": "restructure", "date": str(day), "periods": periods, "arrears": arrears, **more}


def days_later(day, count):
    return date.fromisoformat(str(day)) + timedelta(days=count)


def at_once(principal, rate="0", due="2026-03-01", **more):
    """Return a loan that falls due in one sum."""
    terms = {"principal": principal, "start_date": "2026-01-01", "periods": 1, "method": "bullet", "rate": rate}
    return terms | {"rate_per": "day", "day_count": "actual", "due_dates": [due]} | more


# --- printed figures -------------------------------------------------------------------------------------------------


# gucheng.com, 2022-06: 7.50 a day on 10,000 at 0.05 %; yuqile.com: 6 on 10,000 at 0.04 %, and so 30 on 50,000; at 1
# time the rate 100glory.com has 5 for 1,000 over 10 days and szhome.com 0.50 for a day.
@pytest.mark.parametrize(
    ("principal", "rate", "multiplier", "days", "penalty"),
    [
        ("10000", "0.0005", "1.5", 1, "7.50"),
        ("10000", "0.0005", "1.5", 2, "15.00"),
        ("10000", "0.0004", "1.5", 1, "6.00"),
        ("50000", "0.0004", "1.5", 1, "30.00"),
        ("1000", "0.0005", "1", 10, "5.00"),
        ("1000", "0.0005", "1", 1, "0.50"),
    ],
)
def test_printed_penalties_of_jiebei(principal, rate, multiplier, days, penalty):
    found = books(at_once(principal, rate), [], {"penalty_multiplier": multiplier}, days_later("2026-03-01", days))
    assert found.penalty_on_principal == found.penalty_total == Decimal(penalty)
    assert (found.overdue_days, found.overdue_principal) == (days, Decimal(principal))


def test_the_penalty_rate_has_six_decimals():  # a partner bank's tables, 2018-05-15: 0.000415 × 1.5 is 0.000623
    terms = at_once("1000000", "0.000415")
    assert penalty_rate(read_terms(terms, RULES), checked(OverdueRule, ONE_AND_A_HALF)) == Decimal("0.000623")
    assert books(terms, [], ONE_AND_A_HALF, "2026-03-02").penalty_total == 623
    yearly = at_once("1000000", "0.12372", rate_per="year", day_count="actual/360")  # ÷ 360 × 1.5 is 0.0005155
    assert books(yearly, [], ONE_AND_A_HALF, "2026-03-02").penalty_total == 516


# 4hw.com.cn/646/36784: 30 for 2,000 over 30 days; wodefinance: 50 for 10,000 over 10; haobala.com: 0.50 for 1,000 in a
# day; cadforex.com: 7.50 for 500 over 30 and 0.25 a day; 0.05 % of a bill of 900 are 0.45 a day.
@pytest.mark.parametrize(
    ("amount", "days", "penalty"),
    [
        ("2000", 30, "30.00"),
        ("10000", 10, "50.00"),
        ("1000", 1, "0.50"),
        ("500", 30, "7.50"),
        ("500", 1, "0.25"),
        ("900", 1, "0.45"),
        ("900", 2, "0.90"),
    ],
)
def test_printed_overdue_interest_of_huabei(amount, days, penalty):
    terms = {"product": "huabei_instalment", "principal": amount, "start_date": "2026-01-01", "periods": 1}
    terms |= {"fee_rate": "0", "due_dates": ["2026-02-09"]}
    found = books(terms, [], HUABEI, days_later("2026-02-09", days))
    assert found.penalty_total == Decimal(penalty)
    assert found.due_now == Decimal(amount) + Decimal(penalty)


# --- which days are late ---------------------------------------------------------------------------------------------


# A Saturday and the first of the national holiday count as themselves; so do a leap day and a new year.
@pytest.mark.parametrize("due", ["2026-03-07", "2026-10-01", "2028-02-29", "2027-12-31", "2028-01-01"])
def test_what_is_paid_on_its_due_date_is_not_late(due):
    terms = at_once("10000", due=due)
    on_it = books(terms, [], ONE_AND_A_HALF, due)
    assert (on_it.overdue_days, on_it.overdue_principal, on_it.due_now) == (0, 0, 10000)
    paid = books(terms, [pay(due, "10000")], ONE_AND_A_HALF, days_later(due, 30))
    assert (paid.overdue_days, paid.penalty_total, paid.settlement) == (0, 0, 0)
    a_day_late = [pay(days_later(due, 1), "10000")]
    left = books(terms | {"rate": "0.001"}, a_day_late, PER_MILLE, days_later(due, 1))
    assert left.entries[0].penalty_on_principal == 10  # one night


@pytest.mark.parametrize(
    ("due", "as_of", "nights"),
    [
        ("2028-02-28", "2028-03-01", 2),  # the 29th is a night
        ("2026-02-28", "2026-03-01", 1),
        ("2027-12-31", "2028-01-01", 1),
        ("2027-12-15", "2028-03-15", 91),
        ("2028-02-29", "2029-02-28", 365),
        ("2026-10-01", "2026-10-08", 7),
    ],
)
def test_every_night_of_the_calendar_bears_the_penalty(due, as_of, nights):
    found = books(at_once("1000", due=due), [], PER_MILLE, as_of)
    assert (found.overdue_days, found.penalty_total) == (nights, nights)


def test_grace_days_are_overdue_but_bear_nothing():
    rule = PER_MILLE | {"grace_days": 3}
    found = [books(at_once("1000"), [], rule, days_later("2026-03-01", n)) for n in (0, 1, 3, 4, 10)]
    assert [one.overdue_days for one in found] == [0, 1, 3, 4, 10]
    assert [one.penalty_total for one in found] == [0, 0, 0, 1, 7]


def test_days_are_counted_from_the_oldest_instalment_that_lacks_anything():
    terms = {"principal": "900", "start_date": "2026-01-15", "periods": 3, "method": "equal_principal", "rate": "0"}
    terms |= {"rate_per": "day"}
    as_of = "2026-04-01"  # 300 on 15 February and 300 on 15 March
    nothing = books(terms, [], PER_MILLE, as_of)
    assert (nothing.overdue_days, nothing.overdue_periods, nothing.overdue_principal) == (45, 2, 600)
    assert nothing.penalty_total == Decimal("18.60")  # 0.30 × 45 + 0.30 × 17
    first = books(terms, [pay("2026-02-15", 300)], PER_MILLE, as_of)
    assert (first.overdue_days, first.overdue_periods, first.penalty_total) == (17, 1, Decimal("5.10"))


# 300 due on 15 February and paid, 300 on 15 March and not: 0.30 a night, on the last instalment as on any other
@pytest.mark.parametrize(
    ("as_of", "penalty"), [("2026-03-16", "0.30"), ("2026-03-25", "3.00"), ("2027-04-19", "120.00")]
)
def test_the_last_instalment_bears_its_penalty_once_however_long_the_loan_has_ended(as_of, penalty):
    terms = {"principal": "600", "start_date": "2026-01-15", "periods": 2, "method": "equal_principal", "rate": "0"}
    found = books(terms | {"rate_per": "day"}, [pay("2026-02-15", 300)], PER_MILLE, as_of)
    assert (found.overdue_periods, found.overdue_principal, found.penalty_total) == (1, 300, Decimal(penalty))
    assert found.due_now == found.settlement == 300 + Decimal(penalty)


# 1,000 due on 1 March at 1 a day. 500 on 11 March pay the 10 of penalty and 490; then 0.51 a day.
def test_a_part_payment_lowers_what_bears_the_penalty():
    found = books(at_once("1000"), [pay("2026-03-11", 500)], PER_MILLE, "2026-03-21")
    entry = found.entries[0]
    assert (entry.kind, entry.penalty_on_principal, entry.principal, entry.credit) == ("payment", 10, 490, 0)
    assert (found.overdue_principal, found.penalty_total) == (510, Decimal("5.10"))
    assert (found.due_now, found.settlement, found.balance) == (Decimal("515.10"), Decimal("515.10"), 510)


# 1,000 and 30 of interest (60 days at 0.05 %), 20 nights late at 0.1 %: 20.00, and 0.60 on the interest.
@pytest.mark.parametrize(
    ("base", "on_interest", "penalty"),
    [
        ("overdue_principal", False, ("20.00", "0.00")),
        ("overdue_principal", True, ("20.00", "0.60")),
        ("overdue_amount", False, ("20.00", "0.60")),
        ("all_principal", False, ("20.00", "0.00")),
    ],
)
def test_the_penalty_on_interest_is_a_figure_of_its_own(base, on_interest, penalty):
    terms = at_once("1000", "0.0005", due="2026-03-02")
    rule = PER_MILLE | {"base": base, "on_interest": on_interest}
    found = books(terms, [], rule, "2026-03-22")
    assert found.overdue_interest == 30
    assert (found.penalty_on_principal, found.penalty_on_interest) == tuple(map(Decimal, penalty))


def test_all_principal_bears_the_penalty_once_any_is_late():
    terms = {"principal": "900", "start_date": "2026-01-15", "periods": 3, "method": "equal_principal", "rate": "0"}
    rule = PER_MILLE | {"base": "all_principal"}
    assert books(terms | {"rate_per": "day"}, [], rule, "2026-02-25").penalty_total == 9
    paid = [pay("2026-02-15", 299)]
    assert books(terms | {"rate_per": "day"}, paid, rule, "2026-02-25").penalty_total == Decimal("6.01")


def test_the_loans_own_rate_can_go_on_besides_the_penalty():
    rule = ONE_AND_A_HALF | {"adds_to_interest": True}  # 0.05 % and 0.075 %
    assert books(at_once("10000", "0.0005"), [], rule, "2026-03-02").penalty_total == Decimal("12.50")


def test_a_fee_has_no_rate_that_could_go_on():
    terms = {"principal": "1000", "start_date": "2026-01-01", "periods": 1, "method": "flat_fee", "fee_rate": "0.12"}
    rule = PER_MILLE | {"adds_to_interest": True}
    assert books(terms | {"rate": "0.0005"}, [], rule, "2026-02-11").penalty_total == 10


def test_an_instalment_that_asks_for_nothing_is_never_late():
    terms = {"principal": "1000", "start_date": "2026-01-15", "periods": 3, "method": "interest_first", "rate": "0"}
    assert books(terms | {"rate_per": "day"}, [], None, "2026-04-15").overdue_days == 0
    rule = PER_MILLE | {"base": "all_principal"}
    late = books(terms | {"rate_per": "day"}, [], rule, "2026-04-25")
    assert (late.overdue_days, late.overdue_periods, late.penalty_total) == (10, 1, 10)


def test_a_new_rate_changes_what_a_multiple_of_it_is():
    events = [{"type": "rate_change", "date": "2026-03-11", "rate": "0.0002"}]
    found = books(at_once("10000", "0.0004"), events, ONE_AND_A_HALF, "2026-03-21")
    assert found.penalty_total == 90  # 10 nights of 6 and 10 of 3


# 1,000 at 1 a day from 1 March: 31.00 by 1 April, which bear 0.031 a day; 30 more days make 30.93.
def test_the_penalty_can_join_its_base_each_month():
    rule = PER_MILLE | {"compounding": "monthly"}
    assert books(at_once("1000"), [], rule, "2026-04-01").penalty_total == 31
    assert books(at_once("1000"), [], rule, "2026-05-01").penalty_total == Decimal("61.93")
    paid = [pay("2026-04-01", 31)]
    assert books(at_once("1000"), paid, rule, "2026-05-01").penalty_total == 30


# 10,000 × 10.0025 % ÷ 365 × 73 is 200.05, and a tenth of that 20.005: a tie, which goes up.
def test_a_yearly_penalty_rate_is_divided_last():
    rule = {"penalty_rate": "0.100025", "penalty_rate_per": "year"}
    assert books(at_once("1000", due="2026-02-01"), [], rule, "2026-04-15").penalty_total == Decimal("20.01")


# 337.33 on 12 February pay 333.33 and 4.00 of interest (40 days of 0.10); two nights on the interest made 0.004. The
# 0.33 on principal stay owed. The next interest, 1.33 (20 days of 0.07), is 0.0013 by 4 March: 0.0053 with the trace.
def test_a_trace_of_penalty_is_forgotten_with_what_bore_it():
    terms = {"principal": "1000", "start_date": "2026-01-01", "periods": 3, "method": "equal_principal"}
    terms |= {"rate": "0.0001", "rate_per": "day", "due_dates": ["2026-02-10", "2026-03-02", "2026-04-01"]}
    rule = {"penalty_rate": "0.0005", "on_interest": True, "order": ["principal", "interest", "fee", "penalty"]}
    paid = [pay("2026-02-12", "337.33")]
    assert books(terms, paid, rule, "2026-02-12").penalty_total == Decimal("0.33")
    found = books(terms, paid, rule, "2026-03-04")
    assert (found.penalty_on_principal, found.penalty_on_interest) == (Decimal("0.67"), 0)


# --- where money goes ------------------------------------------------------------------------------------------------

# 500 and 20 (40 days of 0.1 % on 500) due on 10 February, 500 and 10 on 2 March; 1 % a day on what is late.
TWO = {"principal": "1000", "start_date": "2026-01-01", "periods": 2, "method": "equal_principal", "rate": "0.001"}
TWO |= {"rate_per": "day", "due_dates": ["2026-02-10", "2026-03-02"]}


@pytest.mark.parametrize(
    ("order", "by_instalment", "moved"),
    [
        # 12 March: 150 + 50 of penalty (30 and 10 nights of 5.00), 40 + 10 of interest (0.1 % on 1,000, then 500)
        (["penalty", "interest", "fee", "principal"], False, (200, 50, 150)),
        (["principal", "interest", "fee", "penalty"], False, (0, 0, 400)),
        (["interest", "penalty", "principal", "fee"], False, (200, 50, 150)),
        (["interest", "principal", "fee", "penalty"], False, (0, 50, 350)),
        (["interest", "principal", "fee", "penalty"], True, (0, 40, 360)),
        (["penalty", "principal", "interest", "fee"], True, (200, 0, 200)),
    ],
)
def test_money_goes_in_the_order_of_the_rule(order, by_instalment, moved):
    rule = {"penalty_rate": "0.01", "order": order, "by_instalment": by_instalment}
    found = books(TWO, [pay("2026-03-12", 400)], rule, "2026-03-12")
    entry = found.entries[0]
    assert (entry.penalty_on_principal, entry.interest, entry.principal) == moved
    assert found.due_now == 1000 + 50 + 200 - 400


def test_by_instalment_the_next_one_waits_for_the_one_before():
    rule = {"penalty_rate": "0.01", "by_instalment": True, "order": ["interest", "principal", "fee", "penalty"]}
    found = books(TWO, [pay("2026-03-12", 545)], rule, "2026-03-12")
    assert (found.overdue_principal, found.overdue_interest, found.penalty_total) == (500, 5, 200)
    assert (found.overdue_days, found.overdue_periods) == (10, 1)


def test_money_beyond_what_is_due_is_held_and_pays_the_next_instalment():
    early = [pay("2026-02-10", 600)]
    held = books(TWO, early, PER_MILLE, "2026-02-20")
    assert (held.credit, held.balance, held.overdue_days, held.due_now) == (60, 500, 0, 0)
    assert held.settlement == 500 + 5 - 60  # 10 nights of 0.50
    due = books(TWO, early, PER_MILLE, "2026-03-02")
    assert (due.credit, due.due_now, due.settlement) == (0, 450, 450)


@pytest.mark.parametrize(("surplus", "last"), [("shorten", "2026-03-02"), ("lower", "2026-03-02")])
def test_money_beyond_what_is_due_can_be_a_prepayment(surplus, last):
    found = books(TWO, [pay("2026-02-10", 640)], PER_MILLE | {"surplus": surplus}, last)
    assert (found.entries[0].principal, found.credit) == (600, 0)
    assert found.due_now == 400 + 8  # 20 nights of 0.40


def test_money_that_is_no_more_than_the_interest_so_far_is_held_all_the_same():
    rule = PER_MILLE | {"surplus": "shorten"}
    assert books(TWO, [pay("2026-01-21", 20)], rule, "2026-01-21").credit == 20  # 20 nights of 1.00
    more = books(TWO, [pay("2026-01-21", "20.01")], rule, "2026-01-21")
    assert (more.credit, more.balance) == (0, Decimal("999.99"))


def test_money_that_settles_the_loan_settles_it():
    rule = PER_MILLE | {"surplus": "lower"}
    found = books(TWO, [pay("2026-01-21", 1021)], rule, "2026-04-01")
    assert (found.balance, found.settlement, found.credit) == (0, 0, 1)
    assert books(TWO, [pay("2026-01-21", "1019.99")], rule, "2026-01-21").balance == Decimal("0.01")


def test_money_between_all_that_is_left_and_what_settles_is_held():
    terms = TWO | {"early": {"charge_rate": "0.03"}}  # 1,000, 20 of interest and a charge of 30
    rule = PER_MILLE | {"surplus": "shorten"}
    day = "2026-01-21"
    found = [books(terms, [pay(day, amount)], rule, day) for amount in (1019, 1020, 1049, 1050)]
    assert [(one.balance, one.credit) for one in found] == [(1, 0), (1000, 1020), (1000, 1049), (0, 0)]


def test_more_can_arrive_on_the_day_on_which_all_is_paid():
    events = [pay("2026-03-02", 1100), pay("2026-03-02", 5)]
    rule = PER_MILLE | {"grace_days": 40}
    assert books(TWO, events, rule, "2026-03-02").credit == 55
    assert refused(TWO, [*events, pay("2026-03-03", 5)], rule, "2026-03-03") == "events.2.date"


def test_a_prepayment_pays_what_is_late_first():
    events = [prepay("2026-02-20", 700)]  # 540 due and 5 of penalty; 155 left, 5 of them interest
    found = books(TWO, events, PER_MILLE, "2026-02-20")
    entry = found.entries[0]
    assert (entry.penalty_on_principal, entry.interest, entry.principal, entry.credit) == (5, 45, 650, 0)
    assert (found.balance, found.overdue_days) == (350, 0)


def test_what_is_left_of_a_prepayment_is_held_where_it_is_only_interest():
    found = books(TWO, [prepay("2026-02-20", 550)], PER_MILLE, "2026-02-20")
    assert (found.credit, found.balance, found.overdue_days) == (5, 500, 0)


# --- what is let off -------------------------------------------------------------------------------------------------


def test_a_waiver_of_penalty_takes_it_away_and_nothing_else():
    before = books(TWO, [], PER_MILLE, "2026-02-20")
    after = books(TWO, [waive("2026-02-20", before.penalty_total)], PER_MILLE, "2026-02-20")
    assert (before.penalty_total, after.penalty_total) == (5, 0)
    assert after.settlement == before.settlement - 5
    assert (after.overdue_principal, after.overdue_interest) == (before.overdue_principal, before.overdue_interest)


def test_a_waiver_of_interest_reaches_the_running_period():
    asked = books(TWO, [waive("2026-02-20", 42, "interest")], PER_MILLE, "2026-02-20")  # 40 due, 2 of the 5 so far
    assert (asked.overdue_interest, asked.settlement) == (0, 500 + 5 + 500 + 3)
    later = books(TWO, [waive("2026-02-20", 42, "interest")], PER_MILLE, "2026-03-12")
    assert later.overdue_interest == 10 - 2
    assert refused(TWO, [waive("2026-02-20", "45.01", "interest")], PER_MILLE, "2026-02-20") == "events.0.amount"


# --- a new plan ------------------------------------------------------------------------------------------------------


# On 20 February 1,000 are unpaid, 40 of interest due, 5 of penalty, and 5 of interest run since the 10th.
@pytest.mark.parametrize(
    ("arrears", "principal", "late"),
    [("capitalise", 1050, 0), ("waive_penalty", 1045, 0), ("carry", 1000, 50)],
)
def test_a_new_plan_takes_on_what_is_late(arrears, principal, late):
    events = [restructure("2026-02-20", 2, arrears, first_due_date="2026-03-20")]
    begun = books(TWO, events, PER_MILLE, "2026-02-20")
    assert (begun.balance, begun.overdue_days, begun.penalty_total, begun.due_now) == (principal, 0, 0, 0)
    assert begun.settlement == principal + late
    terms = {name: TWO[name] for name in ("method", "rate", "rate_per")} | {"principal": str(principal), "periods": 2}
    terms |= {"start_date": "2026-02-20", "first_due_date": "2026-03-20"}
    plan = schedule(read_terms(terms, RULES)).totals
    ended = books(TWO, events, PER_MILLE, "2026-04-21")
    assert (ended.overdue_periods, ended.overdue_principal) == (2, plan.principal)
    assert ended.overdue_fee == min(late, 5)  # the penalty is a fee from now on
    assert ended.overdue_interest == plan.interest + max(late - 5, 0)


def test_a_flat_fee_goes_on_at_the_same_share_and_never_below_what_was_still_to_come():
    terms = {"principal": "1200", "start_date": "2026-01-15", "periods": 12, "method": "flat_fee", "fee_rate": "0.06"}
    free = PER_MILLE | {"grace_days": 366}
    # half a per cent of 1,200 is 6 an instalment: 18 of them come to 108, but 6 to 36 only, where 72 were to come
    longer = books(terms, [restructure("2026-01-20", 18)], free, "2027-07-20")
    assert (longer.overdue_principal, longer.overdue_fee, longer.overdue_periods) == (17 * Decimal("66.67"), 102, 17)
    shorter = books(terms, [restructure("2026-01-20", 6)], free, "2026-07-21")
    assert (shorter.overdue_principal, shorter.overdue_fee, shorter.overdue_periods) == (1200, 72, 6)


def test_what_was_carried_falls_due_once():
    terms = {"principal": "1000", "start_date": "2026-01-01", "periods": 1, "method": "flat_fee", "fee_rate": "0.12"}
    events = [restructure("2026-02-11", 1, "carry"), restructure("2026-03-20", 1)]
    found = books(terms, events, PER_MILLE | {"grace_days": 20}, "2026-03-20")
    assert found.balance == 1000 + 120 + 120  # the fee of each plan


# --- what can't be ---------------------------------------------------------------------------------------------------

FLAT = {"principal": "1200", "start_date": "2026-01-01", "periods": 12, "method": "flat_fee", "fee_rate": "0.06"}
LEVEL = TWO | {"method": "equal_payment", "day_count": "period"}  # 30 times the balance in each period
ON_THAT_DAY = {"first_due_date": "2026-01-21"}
NEW_RATE = {"type": "rate_change", "date": "2026-01-02", "rate": "0.1"}


@pytest.mark.parametrize(
    ("terms", "events", "rule", "as_of", "field"),
    [
        (TWO, [], PER_MILLE, "2025-12-31", "as_of"),
        (TWO, [pay("2025-12-31", 1)], PER_MILLE, "2026-01-01", "events.0.date"),
        (TWO, [pay("2026-01-05", 1), waive("2025-12-31", 1)], PER_MILLE, "2026-01-05", "events.1.date"),
        (TWO, [settle("2026-01-21"), pay("2026-01-22", 1)], PER_MILLE, "2026-02-01", "events.1.date"),
        (TWO, [settle("2026-01-21"), restructure("2026-01-22", 3)], PER_MILLE, "2026-02-01", "events.1.date"),
        (TWO, [pay("2026-03-02", 9999), pay("2026-03-03", 1)], PER_MILLE, "2026-03-03", "events.1.date"),
        (TWO, [waive("2026-02-10", "0.01")], PER_MILLE, "2026-02-10", "events.0.amount"),
        (TWO, [waive("2026-02-20", "5.01")], PER_MILLE, "2026-02-20", "events.0.amount"),
        (TWO, [waive("2026-02-20", "0.01", "fee")], PER_MILLE, "2026-02-20", "events.0.amount"),
        (FLAT, [waive("2026-02-20", "6.01", "fee")], PER_MILLE, "2026-02-20", "events.0.amount"),
        (TWO, [prepay("2026-02-20", 1050)], PER_MILLE, "2026-02-20", "events.0.amount"),
        (TWO, [prepay("2026-03-12", 5000)], PER_MILLE, "2026-03-12", "events.0.amount"),
        (TWO, [prepay("2026-01-21", 20)], PER_MILLE, "2026-01-21", "events.0.amount"),
        (TWO, [restructure("2026-01-21", 2, **ON_THAT_DAY)], PER_MILLE, "2026-01-21", "events.0.first_due_date"),
        (LEVEL, [restructure("2026-02-20", 60, rate="1")], PER_MILLE, "2026-02-20", "events.0.periods"),
        (FLAT, [NEW_RATE], PER_MILLE, "2026-01-02", "events.0.rate"),
        (TWO, [NEW_RATE, NEW_RATE], PER_MILLE, "2026-01-02", "events.1.date"),
        (FLAT, [], ONE_AND_A_HALF, "2026-02-02", "overdue.penalty_multiplier"),
        (TWO, [], None, "2026-02-11", "overdue"),
    ],
)
def test_what_cannot_be_is_named(terms, events, rule, as_of, field):
    assert refused(terms, events, rule, as_of) == field


@pytest.mark.parametrize("as_of", ["2026-01-01", "2026-02-10"])
def test_no_overdue_rule_is_needed_while_nothing_is_late(as_of):
    assert books(TWO, [], None, as_of).penalty_total == 0
    paid = [pay("2026-02-10", 540), pay("2026-03-02", 510)]
    assert books(TWO, paid, None, "2026-06-01").settlement == 0


def test_what_happens_later_has_not_happened_yet():
    later = [settle("2026-02-21"), pay("2026-02-25", 1)]  # which can't be, once it happens
    new_rates = [NEW_RATE | {"date": "2026-02-24"}] * 2
    assert figures(books(TWO, new_rates, PER_MILLE, "2026-02-20")) == figures(books(TWO, [], PER_MILLE, "2026-02-20"))
    assert figures(books(TWO, later, PER_MILLE, "2026-02-20")) == figures(books(TWO, [], PER_MILLE, "2026-02-20"))
    assert refused(TWO, later, PER_MILLE, "2026-02-25") == "events.1.date"


# --- what holds for every loan ---------------------------------------------------------------------------------------

SHORT = histories(most=6, nights=150, possible=True)
PAYMENTS = histories(most=6, nights=150, kinds=("payment",), possible=True)
LATE_LOANS = loans().flatmap(
    lambda terms: st.tuples(st.just(terms), rules(terms["method"]), st.integers(0, 150), st.integers(0, 60))
)


@settings(PATIENT, max_examples=60)
@given(history=SHORT)
def test_every_yuan_that_came_in_is_in_one_place(history):
    _, events, _, as_of = history
    found = books(*history)
    for kind in ("payment", "prepayment"):
        came = sorted(Decimal(one["amount"]) for one in events if one["type"] == kind and one["date"] <= as_of)
        assert came == sorted(money(entry) for entry in found.entries if entry.kind == kind)
    for entry in found.entries:
        assert min(entry.penalty_on_principal, entry.penalty_on_interest, entry.interest, entry.fee) >= 0
        assert entry.principal >= 0


@settings(PATIENT, max_examples=60)
@given(history=PAYMENTS)
def test_what_came_in_is_what_was_asked_for_and_penalty_and_what_is_held(history):
    terms, events, rule, as_of = history
    found = books(terms, events, rule | {"surplus": "hold"}, as_of)
    rows = schedule(read_terms(terms, RULES)).rows
    asked = sum((row.payment for row in rows if str(row.due_date) <= as_of), Decimal(0))
    penalty = sum(entry.penalty_on_principal + entry.penalty_on_interest for entry in found.entries)
    came = sum(Decimal(one["amount"]) for one in events if one["date"] <= as_of)
    assert came == asked - (found.due_now - found.penalty_total) + penalty + found.credit


@settings(PATIENT, max_examples=50)
@given(late=LATE_LOANS)
def test_the_penalty_never_falls_while_nothing_is_paid(late):
    terms, rule, count, more = late
    start = date.fromisoformat(terms["start_date"])
    first, second = (books(terms, [], rule, start + timedelta(days=n)) for n in (count, count + more))
    assert first.penalty_on_principal <= second.penalty_on_principal
    assert first.penalty_on_interest <= second.penalty_on_interest
    assert first.due_now <= second.due_now
    assert second.overdue_days == (first.overdue_days and first.overdue_days + more) or not first.overdue_days


@settings(PATIENT, max_examples=50)
@given(data=st.data(), history=SHORT, fen=st.integers(2, 10**7))
def test_a_payment_in_parts_on_one_day_is_one_payment(data, history, fen):
    terms, events, rule, as_of = history
    cuts = sorted({0, fen, *data.draw(st.lists(st.integers(1, fen - 1), max_size=4))})
    parts = [pay(as_of, Decimal(end - begin) / 100) for begin, end in pairwise(cuts)]
    events = [one for one in events if one["date"] < as_of]
    if terms["method"] == "flat_fee" or "early" in terms or any(one.get("arrears") == "carry" for one in events):
        rule |= {"surplus": "hold"}  # what ends a loan early is charged on what is left, which a first part lowers
    whole = possible(terms, [*events, pay(as_of, Decimal(fen) / 100)], rule, as_of)
    assert figures(books(terms, events + parts, rule, as_of)) == figures(whole)
    later = days_later(as_of, 40)
    again = books(terms, [*events, pay(as_of, Decimal(fen) / 100)], rule, later)
    assert figures(books(terms, events + parts, rule, later)) == figures(again)


@settings(PATIENT, max_examples=50)
@given(data=st.data(), history=SHORT)
def test_the_order_in_which_events_are_given_does_not_matter(data, history):
    terms, events, rule, as_of = history
    days = data.draw(st.lists(st.sampled_from([one["date"] for one in events] or [as_of]), min_size=1, max_size=2))
    same = [one if "first_due_date" in one else one | {"date": data.draw(st.sampled_from(days))} for one in events]
    found = possible(terms, same, rule, as_of)
    again = books(terms, data.draw(st.permutations(same)), rule, as_of)
    assert figures(again) == figures(found)
    assert again.entries == found.entries


@settings(PATIENT, max_examples=40)
@given(terms=loans(), data=st.data())
def test_a_loan_paid_on_each_due_day_is_never_late(terms, data):
    rows = schedule(read_terms(terms, RULES)).rows
    rule = data.draw(rules(terms["method"]))
    paid = [pay(row.due_date, row.payment) for row in rows if row.payment]
    checked_on = data.draw(st.sampled_from([row.due_date for row in rows]))
    for as_of in (checked_on, rows[-1].due_date, days_later(rows[-1].due_date, 100)):
        found = books(terms, paid, rule, as_of)
        assert (found.overdue_days, found.penalty_total, found.due_now, found.credit) == (0, 0, 0, 0)
        assert found.balance == next(row.balance for row in reversed(rows) if row.due_date <= as_of)
    assert found.settlement == 0


@settings(PATIENT, max_examples=60)
@given(history=SHORT)
def test_the_settlement_is_what_settling_takes(history):
    terms, events, rule, as_of = history
    events = [one for one in events if one["date"] <= as_of and one["type"] != "settlement"]
    before = possible(terms, events, rule, as_of)
    assume(before.settlement)
    after = books(terms, [*events, settle(as_of)], rule, as_of)
    entry = after.entries[-1]
    assert entry.kind == "settlement"
    assert money(entry) == before.settlement
    assert entry.principal == before.balance
    assert entry.penalty_on_principal + entry.penalty_on_interest == before.penalty_total
    assert (after.balance, after.due_now, after.settlement, after.overdue_days) == (0, 0, 0, 0)
    assert refused(terms, [*events, settle(as_of), pay(days_later(as_of, 1), 1)], rule, days_later(as_of, 1)) == (
        f"events.{len(events) + 1}.date"
    )


@settings(PATIENT, max_examples=40)
@given(terms=loans(), data=st.data())
def test_settling_a_loan_that_is_not_late_is_the_schedules_settlement(terms, data):
    rows = schedule(read_terms(terms, RULES)).rows
    start = date.fromisoformat(terms["start_date"])
    day = data.draw(st.dates(start, rows[-1].due_date).filter(lambda day: day not in {row.due_date for row in rows}))
    paid = [pay(row.due_date, row.payment) for row in rows if row.due_date < day and row.payment]
    expected = schedule(read_terms(terms, RULES), read_events([settle(day)])).rows[-1]
    assert books(terms, paid, PER_MILLE, day).settlement == expected.payment
    entry = books(terms, [*paid, settle(day)], PER_MILLE, day).entries[-1]
    assert (entry.principal, entry.interest, entry.fee) == (expected.principal, expected.interest, expected.fee)


@settings(PATIENT, max_examples=40)
@given(late=LATE_LOANS, fen=st.integers(1, 10**7), order=st.permutations(["penalty", "interest", "fee", "principal"]))
def test_the_order_of_a_rule_moves_money_but_not_what_is_left_to_pay_that_day(late, fen, order):
    terms, rule, count, _ = late
    rule |= {"surplus": "hold"}
    day = days_later(terms["start_date"], count)
    before = books(terms, [], rule, day)
    amount = Decimal(fen) / 100
    for by_instalment in (False, True):
        ways = rule | {"order": order, "by_instalment": by_instalment}
        after = books(terms, [pay(day, amount)], ways, day)
        assert after.due_now == max(before.due_now - amount, 0)
        assert after.credit == max(amount - before.due_now, 0)


@settings(PATIENT, max_examples=40)
@given(terms=loans(methods=["equal_payment", "equal_principal", "interest_first", "bullet"]), data=st.data())
def test_a_new_plan_begins_with_what_settling_would_take(terms, data):
    rule = data.draw(rules(terms["method"]))
    day = days_later(terms["start_date"], data.draw(st.integers(0, 200)))
    before = books(terms, [], rule, day)
    found = {
        arrears: possible(terms, [restructure(day, 3, arrears)], rule, day)
        for arrears in ("capitalise", "carry", "waive_penalty")
    }
    assert found["capitalise"].balance == found["carry"].settlement == before.settlement
    assert found["waive_penalty"].balance == before.settlement - before.penalty_total
    assert found["carry"].balance == before.balance
    for one in found.values():
        assert (one.overdue_days, one.due_now, one.credit) == (0, 0, 0)


# --- from the command line -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "stage"),
    [(0, "M0"), (1, "M1"), (30, "M1"), (31, "M2"), (60, "M2"), (61, "M3"), (90, "M3"), (91, "M3+"), (400, "M3+")],
)
def test_the_stage_is_that_of_the_days(days, stage):
    request = {"id": "late", "kind": "ledger", "terms": at_once("1000"), "events": [], "overdue": PER_MILLE}
    request["as_of"] = days_later("2026-03-01", days).isoformat()
    (found,) = answers(json.dumps([request]).encode(), lambda: RULES)
    assert (found["overdue_days"], found["stage"]) == (days, stage)


def test_the_command_line_answers_in_plain_decimals():
    asked = [
        {
            "id": "late",
            "kind": "ledger",
            "terms": TWO,
            "events": [pay("2026-02-20", 45)],
            "overdue": PER_MILLE,
            "as_of": "2026-03-22",
        },
        {"id": "wrong", "kind": "ledger", "terms": TWO, "events": [waive("2026-01-02", 1)], "as_of": "2026-01-02"},
    ]
    command = [sys.executable, "-m", "jiebei_desktop", "calc"]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    late, wrong = json.loads(done.stdout)
    # 45 pay 5 of penalty and the 40 of interest; 500 are late for 30 nights from 20 February, and 500 for 20
    expected = {"overdue_days": 40, "stage": "M2", "overdue_principal": "1000.00", "overdue_interest": "10.00"}
    expected |= {"overdue_fee": "0.00", "penalty_on_principal": "25.00", "penalty_on_interest": "0.00"}
    expected |= {"penalty_total": "25.00", "due_now": "1035.00", "settlement": "1035.00", "balance": "1000.00"}
    assert {name: late[name] for name in expected} == expected
    assert wrong["error"]["field"] == "events.0.amount"
