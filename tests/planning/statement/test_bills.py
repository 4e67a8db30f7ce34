"""花呗: a repayment pays a month's bill, whatever else stands on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop.engine import Prepayment
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.planning.statement.matching import Status
from jiebei_desktop.planning.statement.movements import Kind
from tests.conftest import TODAY
from tests.planning.statement.scenes import (
    RULES,
    bill_paid,
    bought,
    found_in,
    huabei_loan,
    moved,
    plan_of,
    seed_loan,
    taken,
    told,
)

JULY = {"first": "2026-06-01", "last": "2026-07-31"}


def test_a_bill_that_is_just_the_instalment_matches():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-09", "410", "2026-07"), **JULY)
    match = found.matches[0]
    assert told(found) == [("matched", [1], ["410"])]
    assert (match.note, match.advised) == ("2026 年 7 月 9 日还的，提前 1 天。", True)
    assert match.takes == (("hb", date(2026, 7, 9), Decimal("410.00"), (1,)),)


def test_what_else_is_on_the_bill_is_said_and_not_recorded():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-10", "1000", "2026-07"), **JULY)
    match = found.matches[0]
    assert (match.status, match.difference, match.advised) == (Status.MATCHED, 0, True)
    assert match.note == "2026 年 7 月 10 日还的，是到期当天。账单上另有 590.00 元是别的消费。"
    assert [take.amount for take in match.takes] == [Decimal("410.00")]


def test_purchases_of_the_month_before_less_refunds_explain_the_rest_of_a_bill():
    rows = [
        bought("2026-06-01", "500"),
        bought("2026-06-30", "190"),
        bought("2026-06-20", "100", Kind.REFUND),
        bought("2026-07-01", "77"),  # on the next bill
        bill_paid("2026-07-10", "1000", "2026-07"),
    ]
    found = found_in(plan_of(huabei_loan()), *rows, **JULY)
    assert found.matches[0].note == (
        "2026 年 7 月 10 日还的，是到期当天。账单上另外 590.00 元，正好是 2026-06-01 到 2026-06-30 用花呗买的东西。"
    )
    assert (found.purchases, found.refunds) == (Decimal(767), Decimal(100))
    # a statement that begins in the middle of the month does not know all of them
    part = found_in(plan_of(huabei_loan()), *rows, first="2026-06-02", last="2026-07-31")
    assert "账单上另有 590.00 元是别的消费。" in part.matches[0].note


def test_what_was_given_back_of_a_closed_purchase_counts_as_little_as_the_purchase():
    rows = [
        bought("2026-06-01", "590"),
        bought("2026-06-03", "100", Kind.FAILED)._replace(order="2026060322001"),
        bought("2026-06-04", "100", Kind.REFUND)._replace(order="2026060322001_1"),
        bill_paid("2026-07-10", "1000", "2026-07"),
    ]
    found = found_in(plan_of(huabei_loan()), *rows, **JULY)
    assert "正好是 2026-06-01 到 2026-06-30 用花呗买的东西" in found.matches[0].note


def test_the_days_of_the_bill_are_those_of_the_plan():
    plan = plan_of(huabei_loan())
    plan = plan.model_copy(update={"budget": plan.budget.changed(statement_day=10, due_day=20)})
    rows = [bought("2026-06-10", "300"), bought("2026-07-09", "290"), bill_paid("2026-07-10", "1000", "2026-07")]
    assert "2026-06-10 到 2026-07-09" in found_in(plan, *rows, **JULY).matches[0].note


def test_a_bill_that_names_no_month_is_the_one_that_falls_due_nearest():
    found = found_in(
        plan_of(huabei_loan()), bill_paid("2026-07-24", "410"), bill_paid("2026-07-28", "410"), last="2026-08-31"
    )
    # 14 days after 2026-07-10, and 13 before 2026-08-10; late nights: 410 × 0.0005 × 14 = 2.87
    assert [(match.status.value, match.claims[0].period) for match in found.matches] == [("matched", 1), ("matched", 2)]
    assert found.matches[0].note.startswith("2026 年 7 月 24 日还的，晚 14 天。照逾期规则该有罚息 2.87 元，这里没有。")
    assert not found.matches[0].advised


def test_a_late_bill_pays_the_penalty_of_the_instalment_before_anything_else():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-24", "1000", "2026-07"), **JULY)
    match = found.matches[0]
    assert [take.amount for take in match.takes] == [Decimal("412.87")]
    assert match.note == ("2026 年 7 月 24 日还的，晚 14 天，其中罚息 2.87 元。账单上另有 587.13 元是别的消费。")


def test_a_bill_paid_bit_by_bit_pays_an_instalment_out_of_the_first_part_that_has_enough():
    rows = [bill_paid("2026-07-02", "200", "2026-07"), bill_paid("2026-07-05", "700", "2026-07")]
    found = found_in(plan_of(huabei_loan()), *rows, **JULY)
    match = found.matches[0]
    assert match.takes == (("hb", date(2026, 7, 5), Decimal("410.00"), (1,)),)
    assert match.note == "分 2 笔还的。2026 年 7 月 5 日还的，提前 5 天。账单上另有 490.00 元是别的消费。"


def test_an_instalment_for_which_no_part_has_enough_is_taken_out_of_several():
    rows = [bill_paid("2026-07-02", "200", "2026-07"), bill_paid("2026-07-05", "300", "2026-07")]
    match = found_in(plan_of(huabei_loan()), *rows, **JULY).matches[0]
    assert [(take.day.day, take.amount) for take in match.takes] == [(2, Decimal(200)), (5, Decimal("210.00"))]
    assert "账单上另有 90.00 元是别的消费。" in match.note


def test_two_loans_on_one_bill():
    plan = plan_of(huabei_loan(), huabei_loan(id="tv", name="电视", start_date="2026-06-09"))
    found = found_in(plan, bill_paid("2026-07-09", "820", "2026-07"), **JULY)
    assert told(found) == [("matched", [1, 1], ["820"])]
    assert {take.loan_id: take.amount for take in found.matches[0].takes} == {"hb": 410, "tv": 410}


def test_a_bill_of_less_than_the_instalments_is_different():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-10", "405", "2026-07"), **JULY)
    match = found.matches[0]
    assert (match.status, match.difference, match.advised) == (Status.DIFFERENT, -5, False)
    assert "比计划少 5.00 元。照这样记，计划会以为还欠着；请先把这笔借款改对，再记。" in match.note
    # half of the fee of 10.00 was taken off
    assert found.partings[0].reason == "可能有优惠：手续费减 50%。这样算，这一期正好。"


def test_a_bill_of_less_than_the_principal_was_perhaps_paid_in_part():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-10", "41", "2026-07"), **JULY)
    assert found.partings[0].reason == "付的还不到这一期的本金，可能只还了一部分。"


def test_one_repayment_pays_two_bills_only_where_the_sum_says_so():
    plan = plan_of(huabei_loan())
    # 410 and its 31 nights at 0.05 % (6.36), and 410 more
    both = found_in(plan, bill_paid("2026-08-10", "826.36"), first="2026-07-01", last="2026-08-31")
    assert told(both) == [("matched", [1, 2], ["826.36"])]
    assert both.matches[0].takes == (("hb", date(2026, 8, 10), Decimal("826.36"), (1, 2)),)
    more = found_in(plan, bill_paid("2026-08-10", "900"), first="2026-07-01", last="2026-08-31")
    assert told(more) == [("missing", [1], []), ("matched", [2], ["900"])]
    named = found_in(plan, bill_paid("2026-08-10", "826.36", "2026-08"), first="2026-07-01", last="2026-08-31")
    assert told(named) == [("missing", [1], []), ("matched", [2], ["826.36"])]


def test_two_bills_paid_together_before_either_is_due():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-07-10", "820"), first="2026-07-01", last="2026-08-31")
    assert told(found) == [("matched", [1, 2], ["820"])]
    assert found.matches[0].takes == (("hb", date(2026, 7, 10), Decimal(820), (1, 2)),)


def test_a_bill_on_which_nothing_of_the_plan_stands_is_left_alone():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-06-09", "88", "2026-06"), **JULY)
    assert told(found)[0] == ("extra", [], ["88"])
    assert found.matches[0].note == "花呗 2026 年 6 月的账单上，没有计划里的分期。"
    assert not found.matches[0].advised


def test_a_month_whose_bill_nothing_paid_is_missing():
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-08-10", "410", "2026-08"), last="2026-08-31")
    assert told(found) == [("missing", [1], []), ("matched", [2], ["410"])]


def test_early_money_that_the_plan_knows_is_no_bill():
    early = (Prepayment(date=date(2026, 6, 20), amount=Decimal(300)),)
    rows = [bill_paid("2026-06-20", "300"), bill_paid("2026-07-10", "310", "2026-07")]
    found = found_in(plan_of(huabei_loan(events=early)), *rows, **JULY)
    assert told(found)[0] == ("matched", [1], ["300"])
    assert found.matches[0].takes == ()


def test_a_repayment_of_one_product_pays_no_bill_of_the_other():
    found = found_in(plan_of(seed_loan()), bill_paid("2026-07-15", "2491.09"), moved("2026-07-15", "2491.09"), **JULY)
    assert sorted(told(found)) == [("extra", [], ["2491.09"]), ("matched", [1], ["2491.09"])]


def test_bills_that_were_recorded_leave_nothing_late():
    plan = plan_of(huabei_loan())
    rows = [
        bill_paid("2026-07-09", "655.50", "2026-07"),
        bill_paid("2026-08-10", "300", "2026-08"),
        bill_paid("2026-08-03", "200", "2026-08"),
        bill_paid("2026-09-01", "410", "2026-09"),
    ]
    found = found_in(plan, *rows)
    after = taken(plan, found.matches)
    loan = after.loans[0]
    assert loan.missed == ((1, 3),)
    books = loan_ledger(loan, RULES, TODAY)
    assert (books.due_now, books.charged, books.credit, books.closed) == (0, 0, 0, True)
    again = found_in(after, *rows)
    assert all(match.recorded for match in again.matches)
    assert taken(after, again.matches) == after


def test_a_bill_without_a_month_goes_by_the_usual_day_too():
    # the loan is entered with the 28th, the bills fall due on the 10th
    plan = plan_of(huabei_loan(start_date="2026-06-28"))
    found = found_in(plan, bill_paid("2026-08-10", "410"), first="2026-08-01", last="2026-08-31")
    assert told(found) == [("matched", [2], ["410"])]  # of 2026-08-28, not the one of 2026-07-28
    later = plan.model_copy(update={"budget": plan.budget.changed(statement_day=10, due_day=20)})
    found = found_in(later, bill_paid("2026-07-26", "410"), first="2026-07-15", last="2026-08-31")
    assert told(found)[0] == ("matched", [1], ["410"])


def test_a_bill_paid_by_its_day_is_late_only_by_how_the_loan_was_entered():
    plan = plan_of(huabei_loan(start_date="2026-06-03"))
    match = found_in(plan, bill_paid("2026-07-10", "410", "2026-07"), **JULY).matches[0]
    assert match.note == (
        "2026 年 7 月 10 日还的，晚 7 天。"
        "花呗 10 日到期（见“预算”），这笔借款填的是 3 日，所以算成晚了。请先把其中一个改对，再记。"
    )
    assert not match.advised


def test_a_payment_of_two_bills_is_rather_for_one_to_come_than_for_a_late_one_without_its_penalty():
    # 410 each; the first bill was paid from elsewhere
    found = found_in(plan_of(huabei_loan()), bill_paid("2026-08-10", "820"), last="2026-09-30")
    assert told(found) == [("missing", [1], []), ("matched", [2, 3], ["820"])]


def test_no_payment_is_for_a_loan_that_had_not_begun():
    # 410 in July, and 410 and 1,230 in August
    plan = plan_of(huabei_loan(), huabei_loan(id="tv", name="电视", start_date="2026-07-28", periods=1))
    found = found_in(plan, bill_paid("2026-07-10", "2050"), last="2026-08-31")
    assert told(found)[0] == ("matched", [1], ["2050"])
    assert "账单上另有 1,640.00 元是别的消费。" in found.matches[0].note


def test_one_payment_of_two_bills_that_is_a_day_late_for_the_first_owes_its_penalty_when_the_second_falls_due():
    # on 2026-08-10 the money pays 1 and its 0.21; what is left is 0.21 short of 2
    plan = plan_of(huabei_loan(start_date="2026-06-09"))
    found = found_in(plan, bill_paid("2026-07-10", "820"), first="2026-07-01", last="2026-08-31")
    match = found.matches[0]
    assert [claim.period for claim in match.claims] == [1, 2]
    assert not match.advised
    assert "照逾期规则该有罚息 0.21 元，这里没有。" in match.note
