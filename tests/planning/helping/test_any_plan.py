"""Whatever a plan holds, every question gets a whole answer."""

import re
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.helping.questions import answer, questions
from jiebei_desktop.planning.overview import overview
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY
from tests.planning.helping.plans import empty, sample, with_money
from tests.planning.test_due_days import loans as happened

RULES = shipped_rules()
PAGES = {"loans", "compare", "late", "budget", "payoff", "reconcile", "rules"}


@st.composite
def loans(draw: st.DrawFn) -> Loan:
    """A loan of any product and state, some of which can't be worked out."""
    product = draw(st.sampled_from(["jiebei", "huabei_instalment", "credit_pay", "jiebei_instalment"]))
    flat = product != "jiebei"
    methods = ["flat_fee"] if flat else ["equal_payment", "equal_principal", "interest_first", "bullet"]
    periods = draw(st.sampled_from([1, 2, 3, 12, 24]))
    start = TODAY + timedelta(days=draw(st.integers(-900, 60)))
    share = draw(st.none() | st.decimals("0", "0.0009", places=6))
    return Loan.model_validate(
        {
            "id": draw(st.uuids()).hex,
            "name": draw(st.sampled_from(["", "手机", "{name} <b>%</b>"])),
            "product": product,
            "periods": periods,
            "method": draw(st.sampled_from(methods)),
            "rate": None if flat else share,
            "fee_rate": share * 100 if flat and share is not None else None,
            "principal": draw(st.decimals("0.01", "300000", places=2)),
            "start_date": start,
            "unpaid_from": draw(st.none() | st.integers(1, periods)),
        }
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    base = draw(st.sampled_from([empty, sample, with_money]))(RULES)
    return base.model_copy(update={"loans": tuple(draw(st.lists(loans(), max_size=3)))})


@settings(max_examples=60)
@given(plans(), st.integers(-30, 400))
def test_every_question_gets_a_whole_answer(plan, days):
    today = TODAY + timedelta(days=days)
    for question in questions():
        found = answer(question.key, plan, RULES, today)
        assert found.page in PAGES
        assert found.action
        assert not re.search(r"NaN|None|Decimal\(|Infinity", found.text)
        for sentence in (found.lead, *found.paragraphs):
            assert sentence.endswith(("。", "）")), sentence
        if found.loan_id:
            assert plan.loan(found.loan_id) is not None


@settings(max_examples=60)
@given(happened())
def test_what_falls_due_next_is_what_the_first_page_says(drawn):
    lent, today = drawn
    plan = empty(RULES).model_copy(update={"loans": (lent.model_copy(update={"name": "那笔"}),)})
    found = answer("due_day", plan, RULES, today)
    told = [each for each in found.paragraphs if each.startswith("那笔：")]
    ahead = [each.next for each in overview(plan, RULES, today).stands if each.next and not each.dues.late_days]
    said = "那笔：下一个还款日是 {day}，要还 {amount} 元。"
    wanted = [said.format(day=long_date(each.day), amount=grouped(each.amount)) for each in ahead]
    assert told == ([] if found.example else wanted)


def test_a_loan_that_begins_later_is_answered_for():
    later = Loan.model_validate(
        {
            "id": "later",
            "name": "",
            "product": "jiebei",
            "periods": 3,
            "method": "equal_payment",
            "rate": Decimal("0.0004"),
            "principal": Decimal(3000),
            "start_date": date(2026, 12, 1),
        }
    )
    found = answer("due_day", empty(RULES).model_copy(update={"loans": (later,)}), RULES, TODAY)
    assert "下一个还款日是 2027 年 1 月 1 日" in found.text
    assert not found.example
