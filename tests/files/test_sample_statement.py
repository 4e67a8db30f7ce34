"""The made-up statement: in the form that Alipay gives, about the sample's own loan and days."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.alipay import read_statement
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.files.sample_statement import sample_loan, sample_statement, statement_file
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.planning.statement.matching import reconcile
from jiebei_desktop.planning.statement.movements import Kind
from jiebei_desktop.planning.statement.results import Status
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY

RULES = shipped_rules()


def test_it_is_a_file_as_alipay_gives_it_and_says_that_it_is_made_up(tmp_path):
    loan = sample_loan(sample_plan(TODAY))
    content = statement_file(loan, RULES, TODAY)
    assert content.decode("gb18030").startswith("支付宝交易明细\r\n起始时间：[2026-06-15 00:00:00]")
    path = tmp_path / "record.csv"
    path.write_bytes(content)
    plain, marked = read_statement(path), sample_statement(loan, RULES, TODAY)
    assert plain.movements == marked.movements
    assert plain.flows == marked.flows
    assert plain.remarks == ()
    assert marked.name == "示例账单（编的）.csv"
    assert marked.remarks == ("这份账单是编的，只为试一试；真的账单也是这样对。",)


def test_it_holds_the_draw_the_three_instalments_that_were_paid_and_the_one_that_could_not_be_taken():
    found = sample_statement(sample_loan(sample_plan(TODAY)), RULES, TODAY)
    moved = [(each.kind, each.day.isoformat(), each.amount) for each in reversed(found.movements)]
    assert [each for each in moved if each[0] is not Kind.PURCHASE] == [
        (Kind.DRAW, "2026-06-15", Decimal("12000.00")),
        (Kind.REPAYMENT, "2026-07-15", Decimal("2491.09")),
        (Kind.REPAYMENT, "2026-08-16", Decimal("2491.09")),  # a day late
        (Kind.REPAYMENT, "2026-09-15", Decimal("2491.09")),
        (Kind.FAILED, "2026-10-15", Decimal("2491.09")),
    ]


@given(st.integers(min_value=0, max_value=800))
def test_on_any_day_three_instalments_match_and_the_two_missed_ones_are_not_found(later):
    today = TODAY + timedelta(days=later)
    plan = sample_plan(today)
    found = reconcile(plan, RULES, sample_statement(sample_loan(plan), RULES, today), today)
    by_status = [match.status for match in found.matches]
    assert by_status.count(Status.MATCHED) == 3
    assert len(by_status) == 5
    assert [drawn.loan_id for drawn in found.draws] == ["seed"]  # known, so not offered as a new one


def test_a_plan_of_ones_own_has_none():
    assert sample_loan(new_plan("我的", RULES, TODAY)) is None
