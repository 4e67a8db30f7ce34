"""All loans together: how each instalment stands, what falls due by month, what is left to pay."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.loan_tables import (
    State,
    all_loans_table,
    due_by_month_table,
    loans_of,
    overview_table,
    standing,
    state_word,
)
from jiebei_desktop.files.tables import Share
from jiebei_desktop.planning.budget.payables import owed_of, payables_of
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.due_days import Standing, loan_dues
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY
from tests.files.small_plan import LATE, PHONE, small_plan

RULES = shipped_rules()


def loan(data: dict[str, object], **changes: object) -> Loan:
    return Loan.model_validate({**data, **changes})


def states(made: Loan, today: date = TODAY) -> list[State]:
    return [each.state for each in standing(made, RULES, today).asked]


@pytest.fixture
def found():
    return loans_of(small_plan(), RULES, TODAY).found


def test_every_instalment_of_all_loans_by_its_day(found):
    table = all_loans_table(found, TODAY)
    assert table.keys[:4] == ("due_date", "loan", "product", "period")
    assert [row[:2] for row in table.rows] == [
        (date(2026, 9, 25), "=装修"),
        (date(2026, 10, 25), "=装修"),
        (date(2026, 11, 20), "手机"),
        (date(2026, 11, 25), "=装修"),
        (date(2026, 12, 20), "手机"),
        (date(2027, 1, 20), "手机"),
    ]
    # 500 paid of 1,024.00 on 4 November, of which 6.00 went to the penalty: 530.00 is left, 30 days late
    assert table.rows[1][7:12] == (Decimal("1024.00"), Decimal("1000.00"), "逾期", 30, Decimal("530.00"))
    assert [row[9] for row in table.rows] == ["已还", "逾期", "已还", "没到期", "没到期", "没到期"]
    assert {row[12] for row in table.rows} == {"每期还款"}
    assert table.told == {13}
    assert "2,000.00 × 日利率 0.04% × 30 天 = 24.00" in table.rows[1][13]


def test_what_falls_due_by_month_and_product(found):
    table = due_by_month_table(found)
    assert table.header == ("月份", "借呗", "花呗", "一共要还")
    assert table.keys == ("month", "jiebei", "huabei", "total")
    assert table.rows[2] == ("2026-11", Decimal("1012.40"), Decimal("410.00"), Decimal("1422.40"))
    assert [row[0] for row in table.rows] == ["2026-09", "2026-10", "2026-11", "2026-12", "2027-01"]


def test_a_month_without_anything_has_its_row_too():
    early = loan(PHONE, start_date="2026-01-20", periods=1, fee_rate="0")
    plan = small_plan().model_copy(update={"loans": (early, loan(PHONE, id="other", start_date="2026-04-20"))})
    table = due_by_month_table(loans_of(plan, RULES, TODAY).found)
    assert [row[0] for row in table.rows][:4] == ["2026-02", "2026-03", "2026-04", "2026-05"]
    assert table.rows[1] == ("2026-03", 0, 0)


def test_the_overview_says_how_each_loan_stands(found):
    late, phone = overview_table(found).rows
    assert late[:3] == ("=装修", "借呗", Decimal("3000.00"))
    assert isinstance(late[3], Share)
    # 37.20 + 24.00 + 12.40 = 73.60; 530.00 and 6.36 of penalty are late; 1,012.40 is to come
    assert late[4:] == (
        *(Decimal("73.60"), 30, Decimal("536.36"), date(2026, 11, 25), Decimal("1012.40")),
        Decimal("1548.76"),
    )
    assert phone[4:] == (Decimal("30.00"), None, 0, date(2026, 12, 20), Decimal("410.00"), Decimal("820.00"))


def test_what_falls_due_today_is_neither_paid_nor_late():
    due = standing(loan(PHONE), RULES, date(2026, 12, 20))
    assert [each.state for each in due.asked] == [State.PAID, State.DUE, State.OPEN]
    assert due.next is due.asked[1]
    assert due.left == Decimal("820.00")  # today's 410 and the last 410
    paid = loan(PHONE, unpaid_from=2, events=[{"type": "payment", "date": "2026-12-20", "amount": "410"}])
    assert states(paid, date(2026, 12, 20)) == [State.PAID, State.PAID, State.OPEN]


def test_a_new_plan_takes_the_place_of_what_was_late():
    event = {"type": "restructure", "date": "2026-11-10", "periods": 6, "arrears": "capitalise"}
    made = loan(LATE, missed=[[2, 2]], unpaid_from=None, events=[*LATE["events"], event])
    found = standing(made, RULES, TODAY)
    assert [each.state for each in found.asked][:3] == [State.PAID, State.REPLACED, State.NEW_PLAN]
    assert {each.state for each in found.asked[3:]} == {State.OPEN}
    assert found.left == sum(each.row.payment for each in found.asked[3:])
    table = due_by_month_table([found])
    assert [row[0] for row in table.rows][:3] == ["2026-09", "2026-10", "2026-11"]
    assert table.rows[1] == ("2026-10", 0, 0)  # what was due in October went into the new plan


def test_a_new_plan_that_is_to_come_is_not_paid_twice():
    event = {"type": "restructure", "date": "2026-12-01", "periods": 6, "arrears": "capitalise"}
    made = loan(LATE, missed=[[2, 3]], unpaid_from=None, events=[*LATE["events"], event])
    found = standing(made, RULES, TODAY)
    assert [each.state for each in found.asked][:4] == [State.PAID, State.LATE, State.REPLACED, State.NEW_PLAN]
    assert found.asked[1].unpaid == Decimal("530.00")
    assert found.left == sum(each.row.payment for each in found.asked[4:])


def test_what_was_kept_pays_what_comes_next_unless_a_new_plan_takes_it():
    kept = {"type": "payment", "date": "2026-08-26", "amount": "10"}
    made = loan(LATE, unpaid_from=1, events=[kept])
    assert standing(made, RULES, date(2026, 8, 27)).left == Decimal("3063.60")  # 3,073.60 less the 10 kept
    new_plan = {"type": "restructure", "date": "2026-09-10", "periods": 6}
    found = standing(loan(LATE, unpaid_from=1, events=[kept, new_plan]), RULES, date(2026, 8, 27))
    assert found.books.credit == 10
    assert found.left == sum(each.row.payment for each in found.asked if each.state is State.OPEN)


def test_what_was_kept_is_taken_off_what_comes_next():
    # 3,000 less 1,037.20 are kept: the second instalment of 1,024.00 is paid, 938.80 of the third's 1,012.40 are there
    event = {"type": "payment", "date": "2026-09-25", "amount": "3000"}
    found = standing(loan(LATE, unpaid_from=1, events=[event]), RULES, date(2026, 9, 26))
    assert [(each.state, each.unpaid) for each in found.asked] == [
        (State.PAID, 0),
        (State.PAID, 0),
        (State.OPEN, Decimal("73.60")),
    ]
    assert found.next is found.asked[2]
    assert overview_table([found]).rows[0][7:] == (date(2026, 11, 25), Decimal("73.60"), Decimal("73.60"))
    assert [row[11] for row in all_loans_table([found], date(2026, 9, 26)).rows] == [0, 0, Decimal("73.60")]


def test_before_it_begins_nothing_of_a_loan_is_late():
    found = standing(loan(LATE), RULES, date(2026, 8, 1))
    assert found.books is None
    assert {each.state for each in found.asked} == {State.OPEN}
    assert found.left == Decimal("3073.60")


def test_early_money_is_paid_or_still_to_come():
    made = loan(LATE, unpaid_from=None, events=[{"type": "prepayment", "date": "2026-10-10", "amount": "500"}])
    assert states(made, date(2026, 10, 9)) == [State.PAID, State.OPEN, State.OPEN, State.OPEN]
    assert states(made, date(2026, 10, 10)) == [State.PAID, State.PAID, State.OPEN, State.OPEN]


def test_a_loan_that_can_t_be_worked_out_is_left_out_with_its_reason():
    plan = small_plan(LATE, {**PHONE, "fee_rate": None, "periods": 5})
    loans = loans_of(plan, RULES, TODAY)
    assert [each.label for each in loans.found] == ["=装修"]
    (problem,) = loans.problems
    assert problem.field == "loans.1"
    assert problem.message.startswith("手机：")
    assert "费率没有公布" in problem.message


def test_what_is_no_plain_instalment_says_so():
    early = {"type": "prepayment", "date": "2026-10-10", "amount": "500"}
    done = {"type": "settlement", "date": "2026-11-01"}
    found = standing(loan(LATE, unpaid_from=None, events=[early, done]), RULES, TODAY)
    kinds = [row[12] for row in all_loans_table([found], TODAY).rows]
    assert kinds == ["每期还款", "提前还款", "每期还款", "结清"]
    assert [kind.key for kind in kinds] == ["instalment", "prepayment", "instalment", "settlement"]
    again = {"type": "restructure", "date": "2026-11-10", "periods": 6}
    found = standing(loan(LATE, missed=[[2, 2]], unpaid_from=None, events=[again]), RULES, TODAY)
    assert [row[12].key for row in all_loans_table([found], TODAY).rows][1:4] == [
        *("instalment", "restructure", "instalment")
    ]


def test_every_state_has_a_name():
    assert len({state_word(state) for state in State}) == len(State)


@given(
    st.integers(1, 12),
    st.integers(0, 400),
    st.decimals("100", "50000", places=2),
    st.none() | st.integers(1, 12),
    st.sampled_from(["equal_payment", "equal_principal", "interest_first"]),
)
def test_what_is_not_paid_is_what_the_books_say(periods, days, principal, unpaid_from, method):
    made = loan(LATE, periods=periods, principal=principal, method=method, events=[], unpaid_from=unpaid_from)
    today = made.start_date + timedelta(days=days)
    found = standing(made, RULES, today)
    late = [each for each in found.asked if each.state is State.LATE]
    assert len(late) == found.books.overdue_periods
    assert sum(each.unpaid for each in late) == found.books.overdue_amount
    ahead = sum(each.row.principal for each in found.asked if each.state is State.OPEN)
    assert ahead == found.books.normal_principal
    assert found.left >= found.books.due_now


offsets = st.integers(1, 300)
amounts = st.decimals("1", "4000", places=2).map(str)
happened = st.one_of(
    st.fixed_dictionaries({"type": st.just("payment"), "day": offsets, "amount": amounts}),
    st.fixed_dictionaries({"type": st.just("prepayment"), "day": offsets, "amount": amounts}),
    st.fixed_dictionaries({"type": st.just("settlement"), "day": offsets}),
    st.fixed_dictionaries({"type": st.just("rate_change"), "day": offsets, "rate": st.just("0.0003")}),
    st.fixed_dictionaries({"type": st.just("restructure"), "day": offsets, "periods": st.just(6)}),
)


@given(
    st.integers(1, 12),
    st.none() | st.integers(1, 12),
    st.lists(happened, max_size=2, unique_by=lambda event: event["day"]),
    st.integers(0, 500),
)
def test_what_is_left_is_what_the_budget_sets_aside(periods, unpaid_from, events, days):
    begun = date(2026, 8, 25)
    today = begun + timedelta(days=days)
    dated = []
    for event in events:
        day = begun + timedelta(days=event["day"])
        # Of money and plans that are recorded for later the budget knows less.
        if day < today or (day > today and event["type"] not in {"payment", "restructure"}):
            dated.append({**{key: value for key, value in event.items() if key != "day"}, "date": day.isoformat()})
    made = loan(LATE, periods=periods, unpaid_from=unpaid_from, events=dated)
    try:
        found = standing(made, RULES, today)
        asked = payables_of(owed_of(made, RULES), today, today)
    except ProblemError:  # what can't have happened
        return
    assert found.left == sum(each.amount for each in asked)
    ahead = [due for due in loan_dues(made, RULES, today).days if due.day >= today and due.standing is Standing.AHEAD]
    assert (found.next.row.due_date if found.next else None) == (ahead[0].day if ahead else None)
