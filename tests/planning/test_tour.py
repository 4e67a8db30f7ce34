"""What the walk through the sample says: its own figures, and little enough to be read in two minutes."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.late import subjects
from jiebei_desktop.planning.tour import steps
from jiebei_desktop.products import shipped_rules
from tests.conftest import TODAY

SLOW_READER = 300
"""Characters that somebody who reads slowly reads in a minute."""


def said(plan, today=TODAY) -> list[str]:
    return [step.said for step in steps(plan, shipped_rules(), today)]


def test_it_tells_what_the_sample_costs_then_of_being_late_then_of_the_way_back():
    assert said(sample_plan(TODAY)) == [
        # the comparison: 532.31 of interest against 540.00 of fees, so 7.69 less
        (
            "借 12,000.00 元分 5 期，听说每期约 1,300.00？算下来是 2,491.09 元。"
            "同样的钱，借呗 6 期比花呗分期 6 期少付 7.69 元：实际年化 16.08% 对 16.32%。别只看每期多少。"
        ),
        # 2,430.80 × 0.0616 % × 31 nights, then 4,890.57 × 0.0616 % × 9; the next night 4,890.57 × 0.15 / 365 × 1.5
        (
            "逾期 40 天，已经多付 73.53 元，再拖一天多 3.01 元。今天付 5,055.73 元就不再逾期。"
            "2026 年 12 月 15 日起进入 M3 逾期 61–90 天。"
        ),
        "一次拿不出？可以谈：分 6 个月，每月 879.65 元，谈成那天起不再逾期，一共多付 295.70 元。下面能写信。",
    ]


def test_one_more_night_is_on_the_principal_that_is_late_at_one_and_a_half_times_the_rate():
    night = Decimal("4890.57") * Decimal("0.15") / 365 * Decimal("1.5")
    assert round(night, 2) == Decimal("3.01")


def test_it_leads_to_the_comparison_then_twice_to_the_late_loan():
    found = steps(sample_plan(TODAY), shipped_rules(), TODAY)
    assert [(step.page, step.place, step.loan_id) for step in found] == [
        ("compare", "card", ""),
        ("late", "books", "seed"),
        ("late", "ways", "seed"),
    ]


def test_all_of_it_is_read_in_well_under_two_minutes():
    letters = sum(map(len, said(sample_plan(TODAY))))
    assert letters < 400
    assert letters / SLOW_READER < 2


@given(st.integers(min_value=0, max_value=1500))
def test_on_any_day_it_says_the_days_and_the_sum_that_the_late_page_says(later):
    today = TODAY + timedelta(days=later)
    plan = sample_plan(today)
    subject = next(each for each in subjects(plan, shipped_rules(), today) if each.key == "seed")
    books = subject.at(subject.days)
    late = said(plan, today)[1]
    assert f"逾期 {subject.days} 天，已经多付 {books.penalty_total:,} 元" in late
    assert f"今天付 {books.due_now:,} 元" in late
    assert 28 <= subject.days <= 61  # a month of February before, to 31 days and 30 more


def test_a_printed_instalment_that_is_right_is_not_spoken_of():
    plan = sample_plan(TODAY)
    right = plan.loans[0].model_copy(update={"billed_instalment": Decimal("2491.09")})
    assert said(plan.with_loan(right))[0].startswith("同样的钱")


@pytest.mark.parametrize("without", ["loan", "late", "second option"])
def test_where_there_is_no_such_story_nothing_is_told(without):
    plan = sample_plan(TODAY)
    if without == "loan":
        plan = plan.without_loan("seed")
    elif without == "late":
        plan = plan.with_loan(plan.loans[0].model_copy(update={"unpaid_from": None}))
    else:
        comparison = plan.comparison.with_options(plan.comparison.options[:1], 0)
        plan = plan.model_copy(update={"comparison": comparison})
    assert steps(plan, shipped_rules(), TODAY) == ()


def test_long_after_the_last_stage_no_further_one_is_announced():
    plan = sample_plan(TODAY)
    later = date(2028, 1, 1)
    assert "起进入" not in said(plan, later)[1]
