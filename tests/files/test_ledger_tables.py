"""The books of a loan as a table: what money went to, and what is owed today."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.ledger_tables import ledger_table
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import CustomProduct, Loan
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY
from tests.files.small_plan import LATE

RULES = shipped_rules()
MOVED, OWED, SUMS = "钱的来去", "到今天还欠", "合起来"


def loan(**changes: object) -> Loan:
    return Loan.model_validate({**LATE, **changes})


def part(table, name):
    return [row for row in table.rows if row[0] == name]


def test_a_part_payment_goes_to_the_penalty_first_then_interest_then_principal():
    moved = part(ledger_table(loan(), RULES, TODAY), MOVED)
    assert moved[0][1:3] == (date(2026, 9, 25), "按时还")
    assert "3,000.00 × 日利率 0.04% × 31 天 = 37.20" in moved[0][11]
    # 10 nights × 1,000 × 0.06 % = 6.00; 24.00 interest; 500 − 30 = 470 to the principal
    zero = Decimal(0)
    assert moved[1] == (
        *(MOVED, date(2026, 11, 4), "还款", Decimal(470), Decimal("24.00"), zero, Decimal("6.00"), zero, zero),
        *(Decimal(500), None, None),
    )


def test_what_is_owed_comes_last_with_how_late_it_is_and_why():
    table = ledger_table(loan(), RULES, TODAY)
    due, penalty, ahead, cost = part(table, OWED)
    assert due[1:4] == (date(2026, 10, 25), "第 2 期没还的", Decimal("530.00"))
    assert due[9:11] == (Decimal("530.00"), 30)
    assert penalty[6:10] == (Decimal("6.36"), 0, None, Decimal("6.36"))  # 20 nights × 530 × 0.06 %
    assert ahead[9] == Decimal("1000.00")
    assert cost[9] == Decimal("12.00")  # 30 days × 1,000 × 0.04 %
    now, whole = part(table, SUMS)
    assert now[9:11] == (Decimal("536.36"), 30)
    assert "20 天 × 530.00 × 0.06% = 6.36 元" in now[11]
    assert "没还的各期 530.00 + 罚息 6.36 = 536.36 元" in now[11]
    assert whole[9] == Decimal("1548.36")
    assert table.told == {11}


def test_money_that_was_kept_is_taken_off():
    events = [{"type": "payment", "date": "2026-10-25", "amount": "1100"}]
    table = ledger_table(loan(events=events), RULES, date(2026, 10, 26))
    assert part(table, OWED)[-1][8:10] == (Decimal("-76.00"), Decimal("-76.00"))  # 1,100 − 1,024
    assert part(table, SUMS)[0][9:11] == (0, None)


def test_more_than_all_that_is_owed_is_no_interest():
    events = [*LATE["events"], {"type": "payment", "date": "2026-11-30", "amount": "2000"}]
    table = ledger_table(loan(events=events), RULES, date(2026, 12, 1))
    # 2,000 − 530.00 and 1,012.40 that had fallen due, and 21 nights on 530.00 and 5 on 1,530.00 more: 6.68 + 4.59
    assert [row[2:] for row in part(table, OWED)] == [
        ("减去先存着的钱", *[None] * 5, Decimal("-446.33"), Decimal("-446.33"), None, None)
    ]
    assert [row[9] for row in part(table, SUMS)] == [0, 0]


def test_a_loan_that_is_paid_off_owes_nothing():
    events = [{"type": "settlement", "date": "2026-11-10"}]
    table = ledger_table(loan(events=events), RULES, TODAY)
    assert part(table, OWED) == []
    assert [row[9] for row in part(table, SUMS)] == [0, 0]
    assert part(table, MOVED)[-1][2] == "一次结清"


def test_where_nobody_knows_what_late_costs_that_is_said():
    own = CustomProduct(id="own_card", name="信用卡", rate="0.18")
    rules = with_own_products(RULES, (own,), TODAY)
    made = loan(name="卡", product="own_card", method="equal_payment", rate="0.18", rate_per="year", events=[])
    now = part(ledger_table(made, rules, TODAY), SUMS)[0]
    assert "不知道卡逾期一天多收多少" in now[11]
    assert now[10] == 30


def test_before_a_loan_has_begun_there_are_no_books():
    with pytest.raises(ProblemError) as refused:
        ledger_table(loan(events=[]), RULES, date(2026, 8, 24))
    assert refused.value.problem.field == "as_of"


@given(
    st.lists(st.tuples(st.integers(62, 300), st.decimals("0.01", "900", places=2)), max_size=4),
    st.integers(62, 400),
)
def test_movements_add_up_by_row_and_what_is_owed_adds_up_to_paying_all_off(payments, days):
    begun = date(2026, 8, 25)
    events = [
        {"type": "payment", "date": (begun + timedelta(days=day)).isoformat(), "amount": str(amount)}
        for day, amount in payments
    ]
    made, today = loan(periods=6, events=events), begun + timedelta(days=days)
    try:
        books, table = loan_ledger(made, RULES, today), ledger_table(made, RULES, today)
    except ProblemError:  # money after all was paid off
        return
    for row in part(table, MOVED):
        assert sum(row[3:9]) == row[9]
    assert sum(row[9] for row in part(table, MOVED)) == books.paid
    assert max(sum(row[9] for row in part(table, OWED)), 0) == books.settlement
    assert part(table, SUMS)[0][9] == books.due_now
