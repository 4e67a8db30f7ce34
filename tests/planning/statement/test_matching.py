"""借呗: which repayment was for which instalment, with figures worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import Payment, Prepayment, RateChange, Settlement, Waiver, WaiverOf
from jiebei_desktop.planning.statement.matching import Status
from jiebei_desktop.planning.statement.movements import Kind
from jiebei_desktop.products import Brand
from jiebei_desktop.products.conditions import OverdueRule
from tests.planning.statement.scenes import found_in, huabei_loan, moved, plan_of, seed_loan, taken, told

ON_TIME = [("2026-07-15", "2491.09"), ("2026-08-15", "2491.09"), ("2026-09-15", "2491.09"), ("2026-10-15", "2491.09")]
LAST = ("2026-11-15", "2491.11")


def test_instalments_paid_on_their_days_match():
    found = found_in(plan_of(seed_loan()), *(moved(*each) for each in (*ON_TIME, LAST)))
    assert told(found) == [
        ("matched", [1], ["2491.09"]),
        ("matched", [2], ["2491.09"]),
        ("matched", [3], ["2491.09"]),
        ("matched", [4], ["2491.09"]),
        ("matched", [5], ["2491.11"]),
    ]
    first = found.matches[0]
    assert first.claims[0][:5] == ("seed", "借呗 5 期", Brand.JIEBEI, 1, date(2026, 7, 15))
    assert first.takes == (("seed", date(2026, 7, 15), Decimal("2491.09"), (1,)),)
    assert first.note == "2026 年 7 月 15 日还的，是到期当天。"
    assert all(match.advised and not match.recorded and not match.difference for match in found.matches)
    assert found.partings == ()


def test_an_instalment_that_nothing_paid_is_missing():
    found = found_in(plan_of(seed_loan()), moved(*ON_TIME[0]), moved(*ON_TIME[2]), last="2026-09-30")
    assert told(found) == [("matched", [1], ["2491.09"]), ("missing", [2], []), ("matched", [3], ["2491.09"])]
    missing = found.matches[1]
    assert (missing.difference, missing.takes, missing.recorded, missing.advised) == (
        Decimal("-2491.09"),
        (),
        True,
        False,
    )
    assert missing.note == "是从别处还的，还是真的没还？到 App 里看一眼。"


def test_a_repayment_that_was_given_back_has_paid_nothing():
    paid = moved(*ON_TIME[0])._replace(order="2026071522001")
    back = moved("2026-07-16", "2491.09", Kind.REFUND)._replace(order="2026071522001_1")
    found = found_in(plan_of(seed_loan()), paid, back, first="2026-07-15", last="2026-07-31")
    assert told(found) == [("missing", [1], [])]
    other = back._replace(order="2026071599999_1")
    found = found_in(plan_of(seed_loan()), paid, other, first="2026-07-15", last="2026-07-31")
    assert told(found) == [("matched", [1], ["2491.09"])]


def test_what_falls_due_outside_the_statement_is_not_missing():
    found = found_in(plan_of(seed_loan()), first="2026-07-16", last="2026-09-14")
    assert told(found) == [("missing", [2], [])]


def test_what_falls_due_on_the_first_and_the_last_day_is_missing():
    found = found_in(plan_of(seed_loan()), first="2026-07-15", last="2026-09-15")
    assert told(found) == [("missing", [1], []), ("missing", [2], []), ("missing", [3], [])]


def test_what_falls_due_after_today_is_not_missing():
    found = found_in(plan_of(seed_loan()), today=date(2026, 8, 14), last="2026-11-24")
    assert told(found) == [("missing", [1], [])]


def test_what_fell_due_before_the_statement_or_falls_due_after_it_can_be_paid_in_it():
    # instalment 1, of 2026-07-15, two days late with 2,343.14 × 0.000616 × 2 = 2.89; instalment 3 five days early
    found = found_in(
        plan_of(seed_loan()),
        moved("2026-07-17", "2493.98"),
        moved(*ON_TIME[1]),
        moved("2026-09-10", "2491.09"),
        first="2026-07-16",
        last="2026-09-12",
    )
    assert told(found) == [("matched", [1], ["2493.98"]), ("matched", [2], ["2491.09"]), ("matched", [3], ["2491.09"])]
    assert found.matches[2].note == "2026 年 9 月 10 日还的，提前 5 天。"


def test_of_equal_amounts_the_nearest_in_time_are_paired_and_not_the_first_that_come():
    # only one payment, between two due dates: it is for the one that is nearer
    found = found_in(plan_of(seed_loan()), moved("2026-08-13", "2491.09"), first="2026-07-01", last="2026-08-31")
    assert told(found) == [("missing", [1], []), ("matched", [2], ["2491.09"])]
    # two payments: as many as can be are paired, even if the first of them lies nearer to the second due date
    found = found_in(
        plan_of(seed_loan(overdue=OverdueRule(penalty_rate=0))),
        moved("2026-08-13", "2491.09"),
        moved("2026-08-16", "2491.09"),
        first="2026-07-01",
        last="2026-08-31",
    )
    assert [(match.claims[0].period, match.payments[0].day.day) for match in found.matches] == [(1, 13), (2, 16)]


def test_a_late_payment_with_its_penalty_is_one_match():
    # ten nights of 2,343.14 × 0.000616: 14.43
    found = found_in(plan_of(seed_loan()), moved("2026-07-25", "2505.52"), last="2026-07-31")
    match = found.matches[0]
    assert (match.status, match.difference, match.advised) == (Status.MATCHED, 0, True)
    assert match.note == "2026 年 7 月 25 日还的，晚 10 天，其中罚息 14.43 元。"
    assert match.takes == (("seed", date(2026, 7, 25), Decimal("2505.52"), (1,)),)


def test_a_late_payment_without_the_penalty_is_not_advised_before_the_rule_is_right():
    found = found_in(plan_of(seed_loan()), moved("2026-07-17", "2491.09"), last="2026-07-31")
    match = found.matches[0]
    assert (match.status, match.advised) == (Status.MATCHED, False)
    assert match.note == (
        "2026 年 7 月 17 日还的，晚 2 天。照逾期规则该有罚息 2.89 元，这里没有。"
        "如果有 2 天宽限，请先在“规则”里填上，再记。"
    )
    with_grace = plan_of(seed_loan(overdue=OverdueRule(penalty_multiplier=Decimal("1.5"), grace_days=2)))
    found = found_in(with_grace, moved("2026-07-17", "2491.09"), last="2026-07-31")
    assert (found.matches[0].advised, found.matches[0].note) == (True, "2026 年 7 月 17 日还的，晚 2 天。")


def test_one_payment_for_two_instalments_of_one_loan():
    # both on the second's due date: the first is 31 nights late, 2,343.14 × 0.000616 × 31 = 44.74
    found = found_in(plan_of(seed_loan()), moved("2026-08-15", "5026.92"), last="2026-08-31")
    assert told(found) == [("matched", [1, 2], ["5026.92"])]
    match = found.matches[0]
    assert match.takes == (("seed", date(2026, 8, 15), Decimal("5026.92"), (1, 2)),)
    assert match.note == "一笔还了 2 期。2026 年 8 月 15 日还的，晚 31 天，其中罚息 44.74 元。"


def test_one_payment_for_instalments_of_two_loans():
    # 6,000 over 5 at the same rate: half of all, 1,245.55 (2,491.09 / 2 is 1,245.545)
    plan = plan_of(seed_loan(), seed_loan(id="half", name="小的", principal="6000"))
    found = found_in(plan, moved("2026-07-14", "3736.64"), last="2026-07-31")
    assert told(found) == [("matched", [1, 1], ["3736.64"])]
    assert found.matches[0].takes == (
        ("half", date(2026, 7, 14), Decimal("1245.55"), (1,)),
        ("seed", date(2026, 7, 14), Decimal("2491.09"), (1,)),
    )


def test_one_payment_for_all_of_eight_loans_that_fall_due_together():
    loans = [seed_loan(id=f"loan {number}", name=f"{number}") for number in range(8)]
    # 8 × 2,491.09
    found = found_in(plan_of(*loans), moved("2026-07-15", "19928.72"), last="2026-07-31")
    assert told(found) == [("matched", [1] * 8, ["19928.72"])]
    assert len(found.matches[0].takes) == 8


def test_one_instalment_paid_in_three_parts():
    parts = [("2026-07-10", "1000"), ("2026-07-12", "1400"), ("2026-07-15", "91.09")]
    found = found_in(plan_of(seed_loan()), *(moved(*part) for part in parts), last="2026-07-31")
    assert told(found) == [("matched", [1], ["1000", "1400", "91.09"])]
    match = found.matches[0]
    assert match.note == "分 3 笔还的。2026 年 7 月 15 日还的，是到期当天。"
    assert [(take.day.day, take.amount) for take in match.takes] == [
        (10, Decimal(1000)),
        (12, Decimal(1400)),
        (15, Decimal("91.09")),
    ]


def test_an_instalment_paid_in_parts_of_which_one_is_late_with_its_penalty():
    # 1,000 in time pays 147.95 interest and 852.05 principal; on the other 1,491.09, all of it principal, ten nights
    # cost 1,491.09 × 0.000616 × 10 = 9.19
    found = found_in(
        plan_of(seed_loan()), moved("2026-07-15", "1000"), moved("2026-07-25", "1500.28"), last="2026-07-31"
    )
    assert told(found) == [("matched", [1], ["1000", "1500.28"])]
    assert found.matches[0].note == "分 2 笔还的。2026 年 7 月 25 日还的，晚 10 天，其中罚息 9.19 元。"
    assert found.matches[0].advised


def test_the_same_amount_of_two_loans_is_paid_twice():
    plan = plan_of(seed_loan(), seed_loan(id="twin", name="另一笔"))
    one = found_in(plan, moved(*ON_TIME[0]), last="2026-07-31")
    assert {match.claims[0].loan_id: match.status.value for match in one.matches} == {
        "seed": "matched",
        "twin": "missing",
    }
    two = found_in(plan, moved(*ON_TIME[0]), moved(*ON_TIME[0]), last="2026-07-31")
    assert [(match.status.value, match.claims[0].loan_id) for match in two.matches] == [
        ("matched", "seed"),
        ("matched", "twin"),
    ]


def test_paying_everything_off_is_named_and_is_no_payment():
    # after the second instalment 7,288.80 is left; five days cost 7,288.80 × 0.15 × 5 / 365 = 14.98
    found = found_in(
        plan_of(seed_loan()), moved(*ON_TIME[0]), moved(*ON_TIME[1]), moved("2026-08-20", "7303.78"), last="2026-11-24"
    )
    assert told(found)[2] == ("different", [3, 4, 5], ["7303.78"])
    match = found.matches[2]
    # 2,491.09 + 2,491.09 + 2,491.11 = 7,473.29
    assert (match.difference, match.takes, match.advised) == (Decimal("-169.51"), (), False)
    assert match.note == "这正好是 2026 年 8 月 20 日一次结清借呗 5 期的钱。请在那笔借款里记“一次结清”。"


def test_early_money_and_paying_off_that_the_plan_knows_match_and_record_nothing():
    events = (Settlement(date=date(2026, 8, 20)),)
    found = found_in(
        plan_of(seed_loan(events=events)), moved(*ON_TIME[0]), moved(*ON_TIME[1]), moved("2026-08-20", "7303.78")
    )
    assert [match.status for match in found.matches] == [Status.MATCHED] * 3
    assert (found.matches[2].takes, found.matches[2].recorded, found.matches[2].advised) == ((), True, False)
    early = (Prepayment(date=date(2026, 7, 20), amount=Decimal(3000)),)
    found = found_in(plan_of(seed_loan(events=early)), moved(*ON_TIME[0]), last="2026-07-31")
    assert told(found) == [("matched", [1], ["2491.09"]), ("missing", [2], [])]
    assert found.matches[1].note == "这是计划里记着的提前还款。"


def test_a_near_amount_on_a_near_day_is_different():
    found = found_in(plan_of(seed_loan()), moved("2026-07-13", "2400"), last="2026-07-31")
    match = found.matches[0]
    assert told(found) == [("different", [1], ["2400"])]
    assert (match.difference, match.advised) == (Decimal("-91.09"), False)
    assert "比计划少 91.09 元。照这样记，计划会以为还欠着；请先把这笔借款改对，再记。" in match.note
    assert match.takes == (("seed", date(2026, 7, 13), Decimal(2400), (1,)),)


@pytest.mark.parametrize(("day", "amount"), [("2026-07-15", "1900"), ("2026-07-19", "2300"), ("2026-07-25", "2360")])
def test_what_is_neither_near_in_time_nor_in_amount_is_extra(day, amount):
    # 1,900 is 24 % less; 2,300 four days late is 8 % less; ten days late 5.3 % less is too far
    found = found_in(plan_of(seed_loan()), moved(day, amount), last="2026-08-10")
    assert told(found) == [("missing", [1], []), ("extra", [], [amount])]
    assert (found.matches[1].difference, found.matches[1].takes) == (Decimal(amount), ())


def test_a_payment_of_all_that_fell_due_on_a_day_but_a_little_more_is_different_for_all():
    plan = plan_of(seed_loan(), seed_loan(id="half", name="小的", principal="6000"))
    more = found_in(plan, moved("2026-07-15", "3740.00"), last="2026-07-31")
    assert told(more) == [("different", [1, 1], ["3740.00"])]
    # each gets what is its own; the 3.36 above 3,736.64 belong to nobody yet
    assert [take.amount for take in more.matches[0].takes] == [Decimal("1245.55"), Decimal("2491.09")]
    less = found_in(plan, moved("2026-07-15", "3700.00"), last="2026-07-31")
    assert less.matches[0].takes == ()
    assert less.partings == ()  # nobody can tell which of the two parts


def test_failed_rows_repeats_and_purchases_pay_nothing():
    rows = [
        moved("2026-07-15", "2491.09", Kind.FAILED),
        moved("2026-07-15", "2491.09", repeats=1),
        moved("2026-07-15", "2491.09", Kind.PURCHASE, Brand.HUABEI),
        moved("2026-07-15", "2491.09", Kind.REFUND, Brand.HUABEI),
        moved("2026-07-15", "2491.09", Kind.DRAW),
    ]
    found = found_in(plan_of(seed_loan()), *rows, last="2026-07-31")
    assert told(found) == [("missing", [1], [])]
    assert (found.purchases, found.refunds) == (Decimal("2491.09"), Decimal("2491.09"))


def test_a_repayment_of_one_product_is_none_of_the_other():
    found = found_in(plan_of(seed_loan()), moved("2026-07-15", "2491.09", product=Brand.HUABEI), last="2026-07-31")
    assert told(found) == [("missing", [1], []), ("extra", [], ["2491.09"])]


def test_a_loan_that_cannot_be_worked_out_is_left_out():
    broken = seed_loan(id="broken", rate=None)
    assert told(found_in(plan_of(broken), last="2026-07-31")) == []
    other = seed_loan(id="other", product="own_card")
    assert told(found_in(plan_of(other), last="2026-07-31")) == []


def test_recorded_payments_and_waivers_do_not_change_what_is_expected():
    late = seed_loan(
        unpaid_from=4,
        events=(
            Payment(date=date(2026, 11, 1), amount=Decimal(100)),
            Waiver(date=date(2026, 11, 1), amount=Decimal(1), of=WaiverOf.PENALTY),
        ),
    )
    found = found_in(plan_of(late), *(moved(*each) for each in (*ON_TIME, LAST)))
    assert [match.claims[0].amount for match in found.matches] == [Decimal("2491.09")] * 4 + [Decimal("2491.11")]


def test_a_new_rate_changes_what_is_expected():
    # at no interest from the first due date on: 9,656.86 in four parts of 2,414.22 and 2,414.20
    free = seed_loan(events=(RateChange(date=date(2026, 7, 15), rate=0),))
    found = found_in(plan_of(free), moved("2026-07-15", "2491.09"), moved("2026-08-15", "2414.22"), last="2026-08-31")
    assert told(found) == [("matched", [1], ["2491.09"]), ("matched", [2], ["2414.22"])]


def test_a_missing_instalment_says_what_the_plan_knows_of_it():
    open_one = found_in(plan_of(seed_loan(unpaid_from=4)), first="2026-10-01", last="2026-10-31")
    assert open_one.matches[0].note == "计划里这一期也还没还。"
    paid = seed_loan(missed=((4, 4),), events=(Payment(date=date(2026, 10, 15), amount=Decimal("2491.09")),))
    by_hand = found_in(plan_of(paid), first="2026-10-01", last="2026-10-31")
    assert by_hand.matches[0].note == "计划里记下的还款已经还上了这一期。"


def test_a_draw_is_the_loan_of_the_same_principal_that_began_within_a_day():
    rows = [
        moved("2026-06-15", "12000", Kind.DRAW),
        moved("2026-06-16", "12000", Kind.DRAW),
        moved("2026-06-15", "5000", Kind.DRAW),
        moved("2026-06-10", "1200", Kind.DRAW, Brand.JIEBEI),
    ]
    found = found_in(plan_of(seed_loan(), huabei_loan()), *rows, last="2026-06-30")
    assert {(str(drawn.movement.amount), drawn.movement.day.day): drawn.loan_id for drawn in found.draws} == {
        ("1200", 10): None,  # the loan of this principal is one by 花呗
        ("12000", 15): "seed",
        ("12000", 16): None,  # each loan is drawn once
        ("5000", 15): None,
    }


def test_a_second_import_finds_the_same_and_knows_that_it_is_recorded():
    rows = [moved(*each) for each in (*ON_TIME, LAST)]
    plan = plan_of(seed_loan(unpaid_from=4))
    first = found_in(plan, *rows)
    after = taken(plan, first.matches)
    second = found_in(after, *rows)
    assert [match._replace(recorded=False) for match in second.matches] == list(first.matches)
    assert all(match.recorded for match in second.matches)
    assert taken(after, second.matches) == after


def test_an_instalment_in_parts_comes_before_an_old_one_of_the_same_amount():
    # 2,491.09 on 2026-09-15 is for 3; the two parts around 2026-10-15 are for 4, and nothing is for 2
    rows = [
        moved("2026-07-15", "2491.09"),
        moved("2026-09-15", "2491.09"),
        moved("2026-10-12", "1000"),
        moved("2026-10-15", "1491.09"),
    ]
    found = found_in(plan_of(seed_loan()), *rows, last="2026-10-31")
    assert told(found) == [
        ("matched", [1], ["2491.09"]),
        ("missing", [2], []),
        ("matched", [3], ["2491.09"]),
        ("matched", [4], ["1000", "1491.09"]),
    ]


def test_what_was_paid_twice_does_not_take_the_place_of_parts_or_of_a_penalty():
    # 3 was paid twice; 4 with ten nights of penalty on 2,430.80 × 0.000616 × 10 = 14.97
    rows = [moved("2026-09-15", "2491.09"), moved("2026-09-15", "2491.09"), moved("2026-10-25", "2506.06")]
    found = found_in(plan_of(seed_loan()), *rows, first="2026-08-20", last="2026-10-31")
    assert told(found)[-1] == ("matched", [4], ["2506.06"])


def test_a_payment_on_a_due_date_is_not_for_the_month_that_has_its_amount_by_chance():
    # interest alone: 148.80 for months of 31 days, 144.00 for those of 30; the lender takes 4.80 less in August
    loan = seed_loan(method="interest_first", rate="0.0004", rate_per="day")
    rows = [moved("2026-07-15", "144.00"), moved("2026-08-15", "144.00"), moved("2026-09-15", "148.80")]
    found = found_in(plan_of(loan), *rows, last="2026-10-14")
    assert told(found) == [("matched", [1], ["144.00"]), ("different", [2], ["144.00"]), ("matched", [3], ["148.80"])]


def test_what_is_a_month_late_without_a_penalty_is_not_called_a_grace():
    rows = [moved("2026-08-15", "2491.09"), moved("2026-08-15", "2491.09")]
    found = found_in(plan_of(seed_loan()), *rows, first="2026-07-01", last="2026-08-31")
    # 31 nights of 2,343.14 × 0.000616
    assert found.matches[0].note == (
        "2026 年 8 月 15 日还的，晚 31 天。照逾期规则该有罚息 44.74 元，这里没有。"
        "这一笔也可能不是还这一期的，到 App 里看一眼再记。"
    )


def test_one_payment_leaves_out_no_instalment_in_between():
    # 144.00 is 1 and 4, 148.80 is 2 and 3: nobody pays 1 and 4 together and neither 2 nor 3
    loan = seed_loan(method="interest_first", rate="0.0004", rate_per="day")
    found = found_in(plan_of(loan), moved("2026-09-15", "288.00"), last="2026-10-31")
    assert all(len(periods) < 2 for _, periods, _ in told(found))
    both = found_in(plan_of(loan), moved("2026-09-15", "297.60"), last="2026-10-31")
    assert ("matched", [2, 3], ["297.60"]) in told(both)
