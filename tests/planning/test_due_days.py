"""What falls due when and how it stands, against the schedule, the books and what the budget asks for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import Event, Payment, Prepayment, Restructure, Settlement
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.payables import owed_of, payables_of
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.due_days import DueKind, LoanDues, Standing, loan_dues, plan_dues
from jiebei_desktop.planning.due_words import day_off_words, due_lines, due_title, enough_words, late_words, one_line
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule, Owed
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY

RULES = shipped_rules()
SEED = sample_plan().loans[0]
"""12,000 at 15 % a year from 2026-06-15 over 5: 2,491.09 each on the 15th, the last 2,491.11; unpaid from the 4th."""
ON_TIME = SEED.model_copy(update={"unpaid_from": None})
SEPTEMBER = date(2026, 9, 1)


def with_(loan: Loan, *events: Event, **changes: object) -> Loan:
    return loan.model_copy(update={"events": events} | changes)


def shown(dues: LoanDues) -> list[str]:
    return [f"{each.key} {each.day} {each.amount} {each.standing}" for each in dues.days]


def plan_of(*loans: Loan) -> Plan:
    return new_plan("", RULES, TODAY).model_copy(update={"loans": loans})


def test_what_fell_due_before_today_is_taken_as_paid_and_what_falls_due_today_is_not():
    assert shown(loan_dues(ON_TIME, RULES, date(2026, 9, 15))) == [
        "1 2026-07-15 2491.09 paid",
        "2 2026-08-15 2491.09 paid",
        "3 2026-09-15 2491.09 ahead",
        "4 2026-10-15 2491.09 ahead",
        "5 2026-11-15 2491.11 ahead",
    ]


def test_what_was_missed_is_late_with_what_pays_it_all_today():
    dues = loan_dues(SEED, RULES, TODAY)
    assert [line.split()[-1] for line in shown(dues)] == ["paid", "paid", "paid", "late", "late"]
    assert [each.amount for each in dues.late] == [Decimal("2491.09"), Decimal("2491.11")]
    # 4,890.57 + 91.63 + 73.53, see test_late
    assert (dues.due_now, dues.penalty, dues.late_days) == (Decimal("5055.73"), Decimal("73.53"), 40)


def test_a_recorded_payment_closes_what_it_paid_and_leaves_the_rest():
    """2,600 on the 15th of October pay the fourth, and 108.91 of the fifth, which falls due a month later."""
    loan = with_(SEED, Payment(date=date(2026, 10, 15), amount=Decimal(2600)))
    dues = loan_dues(loan, RULES, date(2026, 10, 20))
    assert shown(dues)[3:] == ["4 2026-10-15 2491.09 paid", "5 2026-11-15 2382.20 ahead"]
    assert dues.days[-1].kept == Decimal("108.91")
    assert dues.late == ()


def test_what_is_paid_ahead_whole_is_paid():
    """Products that keep what is over: 4,982.20 on the day of the fourth pay both."""
    loan = with_(SEED, Payment(date=date(2026, 10, 15), amount=Decimal("4982.20")))
    found = loan_dues(loan, RULES, date(2026, 10, 20)).days
    assert [each.standing for each in found[3:]] == [Standing.PAID, Standing.PAID]


def test_a_partly_paid_instalment_asks_for_the_rest():
    loan = with_(SEED, Payment(date=date(2026, 10, 15), amount=Decimal(1000)))
    fourth = loan_dues(loan, RULES, date(2026, 10, 20)).late[0]
    assert fourth.amount == Decimal("1491.09") == fourth.principal + fourth.interest + fourth.fee


def test_a_payment_recorded_for_a_day_to_come_has_not_happened():
    later = with_(SEED, Payment(date=date(2026, 12, 1), amount=Decimal(6000)))
    assert shown(loan_dues(later, RULES, TODAY)) == shown(loan_dues(SEED, RULES, TODAY))


def test_a_settlement_that_what_was_kept_pays_is_nothing_to_be_paid():
    """5,200 on the day of the fourth leave 2,708.91 when the last is settled for 2,459.77 and its interest."""
    events = Payment(date=date(2026, 10, 15), amount=Decimal(5200)), Settlement(date=date(2026, 11, 1))
    for day in (date(2026, 10, 20), date(2026, 11, 1)):
        found = loan_dues(with_(SEED, *events), RULES, day).days
        (early,) = (each for each in found if each.kind is DueKind.EARLY)
        # 2,459.77 × 0.15 / 365 × 17 days = 17.18
        assert (early.standing, early.amount) == (Standing.PAID, Decimal("2476.95"))
        assert [each.day for each in found if each.open] == []


def test_what_was_kept_is_taken_off_once():
    """100 too much for the third are kept for the fourth, and not for the settlement of the same day too."""
    events = Payment(date=date(2026, 9, 15), amount=Decimal("2591.09")), Settlement(date=date(2026, 10, 15))
    found = loan_dues(with_(SEED, *events, unpaid_from=3), RULES, date(2026, 9, 20)).days
    assert [(each.key, each.amount) for each in found if each.open] == [
        ("early-20261015", Decimal("2459.77")),
        ("4", Decimal("2391.09")),
    ]


def test_a_planned_settlement_is_to_be_paid_and_what_was_agreed_after_it_is_gone():
    loan = with_(ON_TIME, Settlement(date=date(2026, 9, 20)))
    dues = loan_dues(loan, RULES, SEPTEMBER)
    assert [line.split()[0] + " " + line.split()[-1] for line in shown(dues)] == [
        "1 paid",
        "2 paid",
        "3 ahead",
        "early-20260920 ahead",
        "4 gone",
        "5 gone",
    ]
    after = loan_dues(loan, RULES, date(2026, 9, 21))
    assert [each.standing for each in after.days[2:]] == [Standing.PAID, Standing.PAID, Standing.GONE, Standing.GONE]


def test_money_paid_early_is_one_thing_a_day_and_what_it_makes_unnecessary_is_gone():
    early = [Prepayment(date=date(2026, 9, 20), amount=Decimal(amount)) for amount in (3000, 1500)]
    dues = loan_dues(with_(ON_TIME, *early), RULES, SEPTEMBER)
    found = {each.key: each for each in dues.days}
    assert found["early-20260920"].amount == 4500
    assert found["early-20260920"].kind is DueKind.EARLY
    assert found["5"].standing is Standing.GONE  # 4,890.57 were owed after the third: the fourth takes what is left


def test_a_new_plan_asks_for_what_it_says_and_what_it_took_in_is_gone():
    loan = with_(SEED, Restructure(date=date(2026, 11, 20), periods=3), unpaid_from=None, missed=((4, 5),))
    dues = loan_dues(loan, RULES, TODAY)
    assert [f"{each.number} {each.standing}" for each in dues.days] == [
        *("1 paid", "2 paid", "3 paid", "4 gone", "5 gone", "6 ahead", "7 ahead", "8 ahead"),
    ]
    assert dues.last == 8


def test_a_penalty_that_is_left_alone_is_still_to_be_paid():
    """0.1 % a day on 2,430.80 for 36 days and on 2,459.77 for 5 days: 87.51 + 12.30; the penalty is paid last."""
    rule = OverdueRule(penalty_rate=Decimal("0.001"), order=(Owed.PRINCIPAL, Owed.INTEREST, Owed.FEE, Owed.PENALTY))
    loan = with_(SEED, Payment(date=date(2026, 11, 20), amount=Decimal("4982.20")), overdue=rule)
    dues = loan_dues(loan, RULES, TODAY)
    assert shown(dues)[-1] == "penalty 2026-11-24 99.81 late"
    assert [each.key for each in dues.late] == ["penalty"]
    assert due_title(dues, dues.late[0], RULES) == "借呗 剩下的罚息 已逾期 还差 99.81 元"
    assert (dues.due_now, dues.penalty, dues.late_days) == (Decimal("99.81"), Decimal("99.81"), 0)


def test_a_loan_that_can_t_be_worked_out_is_named_and_the_others_go_on():
    broken = with_(ON_TIME, Settlement(date=date(2026, 1, 1)), id="broken")
    found = plan_dues(plan_of(broken, ON_TIME), RULES, SEPTEMBER)
    assert [(loan.id, problem.field) for loan, problem in found.problems] == [("broken", "events.0.date")]
    assert [dues.loan.id for dues in found.loans] == ["seed"]


def test_all_that_falls_due_on_a_day_is_added_up():
    other = with_(ON_TIME, id="other", principal=Decimal(6000))
    found = plan_dues(plan_of(ON_TIME, other, with_(SEED, id="late")), RULES, date(2026, 9, 15))
    each = [dues.days[2].amount for dues in found.loans]
    assert found.on(date(2026, 9, 15)) == sum(each)
    assert found.on(date(2026, 9, 14)) == 0


@st.composite
def loans(draw: st.DrawFn) -> tuple[Loan, date]:
    """A loan of any way of paying back, to which this and that happened, and a day on which it is looked at."""
    today = SEED.start_date + timedelta(days=draw(st.integers(0, 400)))
    method = draw(st.sampled_from(["equal_payment", "equal_principal", "interest_first", "bullet"]))
    changes: dict[str, object] = {
        "principal": Decimal(draw(st.integers(1000, 20000))),
        "method": method,
        "periods": draw(st.integers(1, 12)),
    }
    if draw(st.booleans()):
        changes["unpaid_from"] = draw(st.integers(1, 12))
    events: list[dict[str, object]] = []
    for _ in range(draw(st.integers(0, 3))):
        day = SEED.start_date + timedelta(days=draw(st.integers(1, 400)))
        kind = draw(st.sampled_from(["payment", "prepayment", "settlement", "restructure", "waiver"]))
        event: dict[str, object] = {"type": kind, "date": day}
        if kind in {"payment", "prepayment"}:
            event["amount"] = Decimal(draw(st.integers(1, 9000)))
        if kind == "waiver":
            event |= {"amount": Decimal("1.00"), "of": "penalty"}
        if kind == "restructure":
            event["periods"] = draw(st.integers(1, 12))
        events.append(event)
    return Loan.model_validate(SEED.model_dump() | {"unpaid_from": None, "events": tuple(events)} | changes), today


@settings(max_examples=300)
@given(loans())
def test_what_is_to_be_paid_is_what_the_budget_asks_for(drawn):
    """Day by day: the budget's walk over the same loan puts what is late into one payment of today."""
    loan, today = drawn
    try:
        asked = [each for each in payables_of(owed_of(loan, RULES), today, today) if each.number]
        dues = loan_dues(loan, RULES, today)
    except ProblemError:
        return
    assert [each for each in dues.days if each.amount <= 0] == []
    assert len({each.key for each in dues.days}) == len(dues.days)
    if any(isinstance(event, Payment | Prepayment | Settlement) and event.date == today for event in loan.events):
        return  # the budget counts as made what the calendar still shows for the day
    mine: dict[date, Decimal] = {}
    for each in dues.days:
        if each.standing is Standing.AHEAD and each.day > today:
            mine[each.day] = mine.get(each.day, Decimal(0)) + each.amount
    theirs: dict[date, Decimal] = {}
    for each in asked:
        if each.day > today:
            theirs[each.day] = theirs.get(each.day, Decimal(0)) + each.amount
    assert mine == theirs
    now = sum(each.amount for each in dues.days if each.open and each.day <= today and each.kind is not DueKind.PENALTY)
    assert now + (dues.penalty if dues.late else 0) == sum(each.amount for each in asked if each.day == today)


# --- in words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("装修 贷款", "装修 贷款"),
        ("一行\r\n\r\n两行\t三", "一行 两行 三"),
        ("a\0b\x1b[31m", "ab[31m"),
        ("\u202eabc\u2066\u200f", "abc"),
        ("👨\u200d👩\u200d👧 🇨🇳", "👨\u200d👩\u200d👧 🇨🇳"),
        ("\ud800x", "x"),
        ("\u2028\u2029 ", ""),
        ("长" * 500, "长" * 59 + "…"),
        ("长" * 60, "长" * 60),
    ],
)
def test_a_name_is_one_line_that_every_program_can_show(given, expected):
    assert one_line(given) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-10-01", "那天国庆节放假，前一个工作日是 2026 年 9 月 30 日。"),
        ("2026-02-20", "那天春节放假，前一个工作日是 2026 年 2 月 14 日。"),
        ("2026-11-15", "那天是周末，前一个工作日是 2026 年 11 月 13 日。"),
        ("2026-10-10", ""),  # a Saturday that is worked
        ("2026-11-24", ""),
        ("2198-10-06", "那天是周末。"),  # nobody knows yet whether Friday the 5th is worked: it may be 国庆节
        ("2198-10-05", ""),
    ],
)
def test_a_day_off_is_named_with_the_working_day_before_it(day, expected):
    assert day_off_words(date.fromisoformat(day)) == expected


def test_an_entry_is_called_by_name_number_and_amount():
    dues = loan_dues(ON_TIME, RULES, date(2026, 9, 15))
    assert [due_title(dues, each, RULES) for each in dues.days[1:4]] == [
        "借呗 第 2 期 已还",
        "借呗 第 3 期 还 2,491.09 元",
        "借呗 第 4 期 还 2,491.09 元",
    ]
    named = loan_dues(with_(SEED, name=" 装修\n"), RULES, TODAY)
    assert due_title(named, named.late[0], RULES) == "装修 第 4 期 已逾期 还差 2,491.09 元"


def test_an_entry_tells_parts_the_whole_day_and_the_year_without_holidays():
    loan = with_(ON_TIME, start_date=date(2026, 11, 15))
    plan = plan_of(loan, with_(loan, id="other"))
    every = plan_dues(plan, RULES, TODAY)
    dues = every.loans[0]
    # 12,000 × 0.15 / 365 × 30 = 147.95 go off the first; 9,657.65 × 0.15 / 365 × 31 = 123.04
    assert list(filter(None, due_lines(dues, dues.days[1], every, RULES, TODAY, None))) == [
        "借呗 5 期，第 2 期，最后一期是第 5 期",
        "2,490.30 元 = 本金 2,367.26 + 利息 123.04",
        "这一天一共要还 4,980.60 元。",
        "2027 年怎么放假还不知道，这里只看周末。",
        "由“借花规划”算出，以贷款人 App 里的为准。",
    ]


def test_what_is_late_tells_what_it_takes_today_and_whether_the_penalty_is_known():
    assert late_words(loan_dues(SEED, RULES, TODAY), TODAY) == (
        "2026 年 11 月 24 日一共付 5,055.73 元，这笔借款就不再逾期；其中罚息 73.53 元。"
    )
    dues = loan_dues(SEED, RULES, TODAY)
    unknown = dues._replace(owed=dues.owed._replace(rule=None), penalty=Decimal(0), due_now=Decimal("4982.20"))
    assert late_words(unknown, TODAY) == (
        "2026 年 11 月 24 日一共付 4,982.20 元，这笔借款就不再逾期。不知道罚息怎么算，没有算在里面。"
    )


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("5000", "按预算，那天有 5,000.00 元，够。"),
        ("2491.09", "按预算，那天有 2,491.09 元，够。"),
        ("2000", "按预算，那天有 2,000.00 元，还差 491.09 元。"),
    ],
)
def test_the_budget_says_whether_there_is_enough(held, expected):
    plan = plan_of(ON_TIME)
    plan = plan.model_copy(
        update={"budget": plan.budget.changed(accounts=(Account(id="a", balance=held),), as_of=SEPTEMBER)}
    )
    outlook = basis(plan, RULES, SEPTEMBER).outlook()
    assert enough_words(outlook, date(2026, 9, 15)) == expected
    assert enough_words(outlook, date(2040, 9, 15)) == ""


def test_of_two_that_fall_due_together_the_budget_says_what_both_lack():
    """4,000 are enough for the first 2,491.09 only; 982.18 more would do for both."""
    plan = plan_of(ON_TIME, with_(ON_TIME, id="other"))
    plan = plan.model_copy(
        update={"budget": plan.budget.changed(accounts=(Account(id="a", balance="4000"),), as_of=SEPTEMBER)}
    )
    outlook = basis(plan, RULES, SEPTEMBER).outlook()
    assert enough_words(outlook, date(2026, 9, 15)) == "按预算，那天有 4,000.00 元，还差 982.18 元。"
