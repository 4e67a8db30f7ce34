"""Why this number, without a window: sums and steps with their amounts, and whose rule it is."""

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine import Prepayment, Restructure, Terms, schedule
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.disclosure import disclosure
from jiebei_desktop.planning.document import Loan, loan_schedule, rule_for
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.late_whys import figure_why, penalty_why, periods_why, rule_why
from jiebei_desktop.planning.reasons import effective_why, nominal_why, summed
from jiebei_desktop.planning.schedule_why import balance_why, line_why, payment_why, principal_why, total_why
from jiebei_desktop.planning.why import cost_why
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import Method, RatePer
from tests.conftest import TODAY
from tests.planning.helping.plans import loan

MONEY = st.decimals("0.01", "300000", places=2)


def amounts(sentence: str) -> list[Decimal]:
    """Return the amounts of a sentence, in order."""
    words = sentence.replace("。", " ").split()
    return [Decimal(word.replace(",", "")) for word in words if word.replace(",", "").replace(".", "").isdigit()]


@given(st.lists(MONEY, min_size=1, max_size=12))
def test_a_sum_has_all_its_parts_and_comes_to_them(parts):
    *shown, whole = amounts(summed(parts, sum(parts)))
    assert shown == parts
    assert whole == sum(parts)


@given(st.lists(MONEY, min_size=13, max_size=49))
def test_a_long_sum_shows_its_ends_and_says_how_many_there_are(parts):
    said = summed(parts, sum(parts))
    assert amounts(said)[:3] == parts[:3]
    assert f"（共 {len(parts)} 期）" in said


@given(MONEY, st.integers(1, 12), st.decimals("0", "0.36", places=4))
def test_the_steps_of_each_row_add_up(principal, periods, rate):
    terms = {"principal": principal, "start_date": date(2026, 1, 31), "periods": periods, "rate": rate}
    found = schedule(Terms(**terms, rate_per=RatePer.YEAR, method=Method.EQUAL_PAYMENT))
    for row in found.rows:
        payment, interest, fee, rest = amounts(principal_why(row))
        assert payment - interest - fee == rest == row.principal
        first, second, third, whole = amounts(payment_why(row))
        assert first + second + third == whole == row.payment
        before, paid, left = amounts(balance_why(row))
        assert before - paid == left == row.balance
    *parts, whole = amounts(total_why(found, "payment"))
    assert sum(parts) == whole == found.totals.payment


def test_a_rate_of_nothing_says_so():
    day, paid = date(2026, 1, 15), [(date(2026, 2, 15), Decimal(100))]
    nothing = ["一分钱也没多付，所以是 0。"]
    assert effective_why(day, Decimal(100), paid, Decimal(0)) == nothing
    assert nominal_why(day, Decimal(100), paid, Decimal(0), Decimal(12)) == nothing


def test_every_line_of_the_cost_table_says_how_and_by_whose_word(rules):
    loan = sample_plan(TODAY).loans[0]
    found, rule = loan_schedule(loan, rules), rule_for(loan, rules)
    said = {line.item: line_why(line, found, rule).split("\n") for line in disclosure(found, rule)}
    assert said["利息"][:3] == [
        "利息：455.47",
        "按未还本金，年利率 15% · 放款方",
        "147.95 + 123.03 + 92.86 + 60.29 + 31.34 = 455.47",
    ]
    assert said["罚息"][2].startswith("罚息：逾期本金 × 日利率 × 1.5。来自 合作银行公开的借呗计息表结构，2018-05-15")
    assert said["提前结清费"][0] == "提前结清费：没有"
    without = {line.item: line_why(line, found, None) for line in disclosure(found, None)}
    assert without["罚息"] == "罚息：—\n没有查到，以合同为准"
    assert "这个产品没有提前结清的规则" in without["提前结清费"]


def test_what_is_late_says_since_when_and_by_which_rule(rules):
    subject = loan_subject(sample_plan(TODAY).loans[0], rules, TODAY)
    books = subject.at(subject.days)
    assert periods_why(books).split("\n") == [
        "第 4 期（2026-10-15）没还 2,491.09",
        "第 5 期（2026-11-15）没还 2,491.11",
        "从最早那期的还款日 2026-10-15 算到 2026-11-24：40 天。",
    ]
    # 31 nights on 2,430.80, then 9 on 4,890.57, at 15 % ÷ 365 × 1.5 a day; no penalty on interest by the rule
    assert "31 天 × 2,430.80 × 0.0616% = 46.418557 元" in penalty_why(subject, books, rules)
    assert "本金的罚息 73.53 + 利息和费的罚息 0.00 = 73.53 元" in penalty_why(subject, books, rules)
    assert figure_why(subject, books, "normal_principal", rules).startswith(
        "没还的本金一共 4,890.57 − 逾期的本金 4,890.57"
    )
    assert periods_why(subject.at(0)).endswith(" 没有逾期的。")


def test_a_rule_that_the_user_gave_a_loan_is_their_word(rules):
    rule = OverdueRule(penalty_multiplier=2)
    loan = sample_plan(TODAY).loans[0].model_copy(update={"overdue": rule})
    assert rule_why(loan_subject(loan, rules, TODAY), rules) == ["罚息：这笔借款自己填的规则。"]


# --- interest and fees ------------------------------------------------------------------------------------------------

BORROWED = {"principal": "5000", "start_date": "2026-10-31", "periods": 6}
PER = {"day": "0.0005", "month": "0.01", "year": "0.15"}


def multiplied(said: str) -> tuple[Fraction, Fraction]:
    """Return what is written to be multiplied and divided, and what is said to come of it."""
    bare = re.sub(r"（[^）]*）", "", said.replace(",", ""))
    steps, value = bare[bare.index("：") + 1 :].split("，")[0].split(" = ")
    found, sign = Fraction(1), "×"
    for word in steps.split():
        number = re.sub(r"[^\d.%]", "", word)
        if word in {"×", "÷"}:
            sign = word
        elif number:
            times = Fraction(number.rstrip("%")) / (100 if "%" in number else 1)
            found = found * times if sign == "×" else found / times
    return found, Fraction(value.rstrip("。"))


@pytest.mark.parametrize("method", ["equal_payment", "bullet", "interest_first"])
@pytest.mark.parametrize("day_count", DayCount)
@pytest.mark.parametrize("per", PER)
def test_what_is_written_of_interest_comes_to_what_is_said(per, day_count, method):
    terms = BORROWED | {"rate": PER[per], "rate_per": per, "method": method, "day_count": day_count}
    early = Prepayment(date=date(2026, 12, 10), amount=Decimal(500))
    found = schedule(Terms.model_validate(terms), (early,))
    written = [said for row in found.rows for said in cost_why(row, found.terms) if said.startswith("利息 ")]
    assert written
    for said in written:
        steps, value = multiplied(said)
        assert abs(steps - value) <= Fraction(1, 10**6)


def phone(principal: str, **more: object) -> Loan:
    terms = {"principal": principal, "start": "2026-10-09", "periods": 6, "method": "flat_fee", "fee_rate": "0.045"}
    return loan("phone", product="huabei_instalment", **terms, **more)


def test_a_fee_is_rounded_before_it_is_shared(rules):
    """7,069 × 4.5 % = 318.105."""
    found = loan_schedule(phone("7069"), rules)
    said = "手续费 7,069.00 × 4.5%，取整是 318.11 元，÷ 6 期 = 53.018333，收 53.02 元。"
    assert cost_why(found.rows[0], found.terms) == (said,)


def test_the_fee_of_a_new_plan_is_not_that_of_the_old_one(rules):
    """Four instalments of 27.00 are left of six."""
    agreed = Restructure(date=date(2026, 12, 20), periods=4)
    found = loan_schedule(phone("3600", unpaid_from=2, events=(agreed,)), rules)
    assert cost_why(found.rows[0], found.terms) == ("手续费 3,600.00 × 4.5% ÷ 6 期 = 27.00，收 27.00 元。",)
    said = "重新分期后手续费一共 108.00 元 ÷ 4 期 = 27.00，收 27.00 元。"
    assert cost_why(found.rows[-1], found.terms) == (said,)


def test_the_interest_of_a_new_plan_of_what_bore_a_fee_is_said(rules):
    """3,030.45 are owed with 27.00 of fee and 3.45 of penalty; 10 % ÷ 12 of them are 25.25."""
    agreed = Restructure(date=date(2026, 12, 20), periods=4, rate=Decimal("0.1"), rate_per=RatePer.YEAR)
    found = loan_schedule(phone("3600", unpaid_from=2, events=(agreed,)), rules)
    said = "利息 2026-12-20 到 2027-01-20：3,030.45 × 年利率 10% × 1 ÷ 12 × 一期（不看天数） = 25.25375"
    assert cost_why(found.rows[3], found.terms)[0].startswith(said)
