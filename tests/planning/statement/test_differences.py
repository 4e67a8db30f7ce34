"""Where the lender took something else than the plan has: the reason is found by asking the engine itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine import schedule
from jiebei_desktop.money import RoundingMode
from jiebei_desktop.planning.document import loan_terms
from jiebei_desktop.planning.statement.matching import Status
from jiebei_desktop.planning.statement.words import parting_sentence
from jiebei_desktop.products.conditions import Coupon
from jiebei_desktop.values import Rounding
from tests.planning.statement.scenes import RULES, bill_paid, bought, found_in, huabei_loan, moved, plan_of, seed_loan


def _as_agreed_by(loan, **changes: object):
    """The repayments of a loan whose lender has other terms than the plan, each on its day."""
    terms = loan_terms(loan, RULES)
    terms = type(terms).model_validate({name: getattr(terms, name) for name in type(terms).model_fields} | changes)
    return [moved(str(row.due_date), row.payment) for row in schedule(terms).rows]


def _reason(loan, rows) -> str:
    found = found_in(plan_of(loan), *rows)
    assert len(found.partings) == 1
    return found.partings[0].reason


def test_the_first_instalment_that_differs_is_named_with_both_figures():
    # from the second instalment on five yuan more each time
    rows = [moved("2026-07-15", "2491.09"), moved("2026-08-15", "2496.09"), moved("2026-09-15", "2496.09")]
    found = found_in(plan_of(seed_loan()), *rows, last="2026-09-30")
    assert [match.status for match in found.matches] == [Status.MATCHED, Status.DIFFERENT, Status.DIFFERENT]
    parting = found.partings[0]
    assert parting[:6] == ("seed", "借呗 5 期", 2, date(2026, 8, 15), Decimal("2491.09"), Decimal("2496.09"))
    assert parting_sentence(parting) == (
        "借呗 5 期从第 2 期（2026 年 8 月 15 日）起对不上：计划是 2,491.09 元，实际付了 2,496.09 元。"
        "2 期都正好多 5.00 元：可能每期另收了一笔费用。"
    )
    assert found.matches[1].note.endswith(parting.reason)
    assert found.matches[2].note.endswith(parting.reason)


def test_every_month_counted_as_thirty_days():
    rows = _as_agreed_by(seed_loan(), day_count=DayCount.PERIOD)
    # the level payment of 12,000 at 1.25 % over 5: 12,000 × 0.0125 / (1 − 1.0125⁻⁵) = 2,490.75
    assert rows[0].amount == Decimal("2490.75")
    assert _reason(seed_loan(), rows) == "可能是利息每个月都按 30 天算。这样算，账单里的 5 期都正好。"


def test_actual_days_where_the_plan_has_a_year_of_365():
    rows = _as_agreed_by(seed_loan(), day_count=DayCount.ACTUAL_360)
    assert _reason(seed_loan(), rows) == (
        "可能是利息的天数算得不同：实际天数，一年 360 天。这样算，账单里的 5 期都正好。"
    )


def test_another_rounding():
    # 147.945… is 147.94 cut off, 123.02… stays: equal principal, so that the interest is seen
    loan = seed_loan(method="equal_principal")
    rows = _as_agreed_by(loan, rounding=Rounding(mode=RoundingMode.DOWN))
    assert rows[0].amount == Decimal("2547.94")
    assert _reason(loan, rows).startswith("可能是尾数取法不同：舍去尾数到分。")


def test_an_instalment_rounded_up_to_the_fen():
    # unrounded it is 2,491.094
    rows = _as_agreed_by(seed_loan(), rounding=Rounding(instalment_mode=RoundingMode.UP))
    assert rows[0].amount == Decimal("2491.10")
    assert _reason(seed_loan(), rows) == "可能是每期金额的尾数取法不同：有零就进到分。这样算，账单里的 5 期都正好。"


def test_another_first_due_date():
    rows = _as_agreed_by(seed_loan(), first_due_date=date(2026, 7, 20))
    assert _reason(seed_loan(), rows) == (
        "可能是首个还款日不同：是 2026 年 7 月 20 日，不是 2026 年 7 月 15 日。这样算，账单里的 5 期都正好。"
    )


def test_a_rate_that_lenders_quote():
    rows = _as_agreed_by(seed_loan(), rate=Decimal("0.156"))
    assert _reason(seed_loan(), rows) == "可能是年利率 15.6%，不是 15%。这样算，账单里的 5 期都正好。"
    daily = seed_loan(rate="0.0004", rate_per="day")
    rows = _as_agreed_by(daily, rate=Decimal("0.00045"))
    assert _reason(daily, rows) == "可能是日利率 0.045%，不是 0.04%。这样算，账单里的 5 期都正好。"


@pytest.mark.parametrize(
    ("share", "periods", "said"),
    [
        ("0.3", 2, "可能有优惠：前 2 期的利息减 30%。"),
        ("0.25", None, "可能有优惠：利息减 25%。"),
        ("0.125", None, "可能有优惠：利息减 12.5%。"),
        ("1", 1, "可能有优惠：前 1 期的利息减 100%。"),
    ],
)
def test_a_coupon_that_the_plan_does_not_know(share, periods, said):
    rows = _as_agreed_by(seed_loan(), coupons=(Coupon(share=Decimal(share), periods=periods),))
    assert _reason(seed_loan(), rows) == f"{said}这样算，账单里的 5 期都正好。"


def test_a_coupon_that_the_lender_does_not_know():
    with_coupon = seed_loan(coupon_off="0.1")
    rows = _as_agreed_by(with_coupon, coupons=())
    assert _reason(with_coupon, rows) == "可能是计划里的优惠没有用上。这样算，账单里的 5 期都正好。"


def test_late_payments_with_another_penalty():
    # ten nights late: 14.43 by the rule, 10.00 was taken
    found = found_in(plan_of(seed_loan()), moved("2026-07-25", "2501.09"), last="2026-07-31")
    assert found.matches[0].status is Status.DIFFERENT
    assert found.partings[0].reason == "可能是罚息：晚了 10 天，多收 10.00 元；照计划里的逾期规则是 14.43 元。"


def test_one_instalment_alone_that_no_usual_figure_explains_is_not_explained_by_an_odd_one():
    # 19.71 % a year would come to 2,520, but so would a fee
    found = found_in(plan_of(seed_loan()), moved("2026-07-15", "2520"), last="2026-07-31")
    assert found.partings[0].reason == "可能另收了费用，也可能利率不同；账单里多有几期才看得出来。"
    found = found_in(plan_of(seed_loan()), moved("2026-07-15", "2450"), last="2026-07-31")
    assert found.partings[0].reason == "可能有优惠，也可能利率不同；账单里多有几期才看得出来。"


def test_one_instalment_alone_may_have_a_rate_that_lenders_quote():
    # the level payment of 12,000 at 15.6 % a year, counted by days
    row = _as_agreed_by(seed_loan(), rate=Decimal("0.156"))[0]
    found = found_in(plan_of(seed_loan()), row, last="2026-07-31")
    assert found.partings[0].reason == "可能是年利率 15.6%，不是 15%。这样算，这一期正好。"


def test_a_lower_rate_is_not_a_coupon_of_an_odd_share():
    # 11,500 at 0.058 % a day: 8.62 % less interest is what 0.053 % comes to
    loan = seed_loan(principal="11500", method="interest_first", rate="0.00058", rate_per="day")
    rows = _as_agreed_by(loan, rate=Decimal("0.00053"))
    assert rows[0].amount == Decimal("182.85")  # 11,500 × 0.00053 × 30
    assert _reason(loan, rows) == "可能是日利率 0.053%，不是 0.058%。这样算，账单里的 5 期都正好。"


def test_where_a_coupon_and_a_rate_come_to_just_the_same_both_are_said():
    loan = seed_loan(method="equal_principal", rate="0.0004", rate_per="day")
    rows = _as_agreed_by(loan, rate=Decimal("0.00036"))
    assert _reason(loan, rows) == (
        "可能有优惠：利息减 10%。也可能是日利率 0.036%，不是 0.04%。这样算，账单里的 5 期都正好。"
    )


@pytest.mark.parametrize(("factor", "said"), [("0.5", "可能有优惠：利息减 50%。"), ("1.75", "可能是日利率 0.07%")])
def test_interest_alone_of_half_as_much_or_far_more_is_different_and_not_missing(factor, said):
    loan = seed_loan(method="interest_first", rate="0.0004", rate_per="day")
    rows = _as_agreed_by(loan, rate=Decimal("0.0004") * Decimal(factor))[:4]
    found = found_in(plan_of(loan), *rows, last="2026-11-14")
    assert [match.status for match in found.matches] == [Status.DIFFERENT] * 4
    assert said in found.partings[0].reason


def test_a_fen_is_no_fee():
    rows = [moved("2026-07-15", "2491.10"), moved("2026-08-15", "2491.10"), moved("2026-09-15", "2491.09")]
    found = found_in(plan_of(seed_loan()), *rows, last="2026-09-30")
    assert found.partings[0].reason == "只差一两分，可能是尾数取法不同。"


def test_a_first_due_date_in_a_month_of_another_length():
    # the 28th of October instead of the 2nd of November: five days off, and four in the months with 30 days
    loan = seed_loan(start_date="2025-10-02", first_due_date="2025-11-02", principal="10500", rate="0.00048")
    loan = loan.model_copy(update={"rate_per": "day"})
    rows = _as_agreed_by(loan, first_due_date=date(2025, 10, 28))[1:]
    found = found_in(plan_of(loan), *rows, first="2025-11-15", last="2026-03-15")
    assert found.partings[0].reason.startswith(
        "可能是首个还款日不同：是 2025 年 10 月 28 日，不是 2025 年 11 月 2 日。"
    )


def test_what_is_far_above_the_penalty_may_be_another_due_date():
    # two days more of interest and no penalty: 23,200 × 0.00052 × 2 = 24.13; the rule would have 3.62
    loan = seed_loan(principal="23200", method="equal_principal", rate="0.00052", rate_per="day")
    row = _as_agreed_by(loan, first_due_date=date(2026, 7, 17))[0]
    found = found_in(plan_of(loan), row, last="2026-07-31")
    assert "可能是首个还款日不同：是 2026 年 7 月 17 日，不是 2026 年 7 月 15 日。" in found.partings[0].reason


def test_a_penalty_on_what_bears_none_by_the_plan_is_said_without_a_figure():
    loan = seed_loan(method="interest_first", rate="0.0004", rate_per="day")
    rows = [moved("2026-07-18", "145.50"), moved("2026-08-17", "155.50")]  # 144.00 and 148.80 are due
    found = found_in(plan_of(loan), *rows, last="2026-08-31")
    assert found.partings[0].reason == "可能是罚息：晚了 3 天，多收 1.50 元；照计划里的逾期规则不收。"


def test_bills_that_are_all_a_little_more_though_nothing_was_bought_have_a_higher_fee():
    # 1,200 by 3 at 2.7 % instead of 2.5 %: 410.80
    rows = [bill_paid("2026-07-10", "410.80", "2026-07"), bill_paid("2026-08-10", "410.80", "2026-08")]
    found = found_in(plan_of(huabei_loan()), *rows, last="2026-08-31")
    assert [(match.status, match.advised) for match in found.matches] == [(Status.MATCHED, True)] * 2
    assert found.matches[0].note == (
        "2026 年 7 月 10 日还的，是到期当天。"
        "账单上多 0.80 元，可 2026-06-01 到 2026-06-30 没看到用花呗买东西：可能这期分期的手续费比计划多。"
    )
    assert found.partings[0].reason == "可能是总费率 2.7%，不是 2.5%。这样算，账单里的 2 期都正好。"
    # one of them alone tells nothing, nor do bills on which something was bought
    assert found_in(plan_of(huabei_loan()), rows[0], last="2026-07-31").partings == ()
    things = [bought("2026-06-20", "0.80"), bought("2026-07-20", "0.80")]
    assert found_in(plan_of(huabei_loan()), *rows, *things, last="2026-08-31").partings == ()


def test_what_explains_only_a_part_says_so():
    # the rate of 15.6 % in the first two, something of its own in the third
    rows = _as_agreed_by(seed_loan(), rate=Decimal("0.156"))[:2]
    found = found_in(plan_of(seed_loan()), *rows, moved("2026-09-15", "2480"), last="2026-09-30")
    assert found.partings[0].reason == "可能是年利率 15.6%，不是 15%。这样算，账单里的 3 期有 2 期正好。"


def test_what_nothing_explains_is_not_explained():
    # without any interest it would be 2,400: no rate gives 2,395, and no coupon of up to four places does
    found = found_in(plan_of(seed_loan()), moved("2026-07-15", "2395"), last="2026-07-31")
    assert found.partings[0].reason == "说不准是为什么；请和 App 里的还款计划一期一期对一对。"
    free = seed_loan(rate="0")
    found = found_in(plan_of(free), moved("2026-07-14", "2398"), moved("2026-08-15", "2405"), last="2026-08-31")
    assert found.partings[0].reason == "付的还不到这一期的本金，可能只还了一部分。"
    odd = [moved("2026-07-15", "2400"), moved("2026-08-15", "2600"), moved("2026-09-15", "2300.5")]
    found = found_in(plan_of(seed_loan(events=())), *odd, last="2026-09-30")
    # each of them could have some rate of its own, which explains nothing
    assert found.partings[0].reason == "说不准是为什么；请和 App 里的还款计划一期一期对一对。"


def test_a_fee_that_is_lower_than_the_plans():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-10", "409.2", "2026-07"), last="2026-07-31")
    # 9.20 instead of 10.00
    assert found.partings[0].reason == ("可能有优惠：手续费减 8%。也可能是总费率 2.3%，不是 2.5%。这样算，这一期正好。")


def test_each_loan_parts_once():
    plan = plan_of(seed_loan(), seed_loan(id="half", name="小的", principal="6000"))
    rows = [moved("2026-07-15", "2496.09"), moved("2026-07-15", "1250.55"), moved("2026-08-15", "2496.09")]
    found = found_in(plan, *rows, last="2026-08-14")
    assert {parting.loan_id: parting.period for parting in found.partings} == {"seed": 1, "half": 1}


def test_a_round_sum_each_time_is_rather_a_fee_than_an_odd_price():
    # 2 yuan on each of three bills of 410: by the fee rate that is 3.0 %, and 9.9 yuan would be 4.975 %
    loan = huabei_loan(periods=3)
    rows = [bill_paid("2026-07-10", "419.9", "2026-07"), bill_paid("2026-08-10", "419.9", "2026-08")]
    found = found_in(plan_of(loan), *rows, last="2026-08-31")
    assert found.partings[0].reason == "2 期都正好多 9.90 元：可能每期另收了一笔费用。"
    rows = [bill_paid("2026-07-10", "412", "2026-07"), bill_paid("2026-08-10", "412", "2026-08")]
    found = found_in(plan_of(loan), *rows, last="2026-08-31")
    assert found.partings[0].reason == "可能是总费率 3%，不是 2.5%。这样算，账单里的 2 期都正好。"
