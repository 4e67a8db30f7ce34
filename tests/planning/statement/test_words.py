"""What a statement held against a plan comes to, in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop.planning.statement.matching import Status
from jiebei_desktop.planning.statement.movements import Kind
from jiebei_desktop.planning.statement.words import (
    claims_label,
    headline,
    kind_name,
    match_sentence,
    reason,
    status_name,
)
from tests.planning.statement.scenes import bill_paid, bought, found_in, moved, plan_of, seed_loan, taken

JULY = moved("2026-07-15", "2491.09")
AUGUST = moved("2026-08-15", "2491.09")


def test_each_way_of_standing_has_a_name():
    assert [status_name(status) for status in Status] == ["对上了", "金额不一样", "没找到", "计划里没有"]


def test_rows_are_named_by_product_and_kind():
    rows = [
        JULY,
        moved("2026-07-15", "1", Kind.DRAW),
        bought("2026-07-15", "1"),
        bought("2026-07-15", "1", Kind.REFUND),
    ]
    rows += [bill_paid("2026-07-15", "1"), moved("2026-07-15", "1", Kind.FAILED)]
    assert [kind_name(row) for row in rows] == [
        "借呗还款",
        "借呗借款",
        "花呗消费",
        "花呗退款",
        "花呗还款",
        "借呗没有成功",
    ]


def test_the_headline_counts_and_the_reason_says_what_to_do():
    rows = [JULY, AUGUST, moved("2026-10-15", "2480"), moved("2026-09-01", "5")]
    found = found_in(plan_of(seed_loan()), *rows, last="2026-10-31")
    assert headline(found) == "2 笔对上了，1 笔没找到，1 笔金额不一样，1 笔计划里没有。"
    assert reason(found) == (
        "金额不一样的，先把那笔借款改对再记。没找到的，到 App 里看看是不是真的还了。勾好的 2 笔可以记进还款记录。"
    )


def test_once_all_is_recorded_there_is_nothing_to_do():
    plan = plan_of(seed_loan())
    found = found_in(plan, JULY, AUGUST, last="2026-08-31")
    after = found_in(taken(plan, found.matches), JULY, AUGUST, last="2026-08-31")
    assert (headline(after), reason(after)) == ("2 笔对上了。", "都记过了，没有要做的。")


def test_an_empty_statement_has_an_answer_too():
    found = found_in(plan_of(), last="2026-07-31")
    assert headline(found) == "账单里没有花呗或借呗的还款，计划里这段时间也没有要还的。"
    assert reason(found) == ""


def test_draws_that_the_plan_does_not_know_are_said():
    found = found_in(plan_of(seed_loan()), moved("2026-06-20", "5000", Kind.DRAW), last="2026-06-30")
    assert reason(found) == "账单里有 1 笔借款还不在计划里。"


def test_instalments_are_named_by_loan_and_number():
    plan = plan_of(seed_loan(), seed_loan(id="half", name="小的", principal="6000"))
    both = found_in(plan, moved("2026-07-15", "3736.64"), last="2026-07-31")
    assert claims_label(both.matches[0]) == "借呗 5 期 第 1 期，小的 第 1 期"
    two = found_in(plan_of(seed_loan()), moved("2026-08-15", "5026.92"), last="2026-08-31")
    assert claims_label(two.matches[0]) == "借呗 5 期 第 1、2 期"
    off = found_in(plan_of(seed_loan()), JULY, AUGUST, moved("2026-08-20", "7303.78"))
    assert claims_label(off.matches[2]) == "借呗 5 期 第 3 到 5 期"


def test_a_match_in_a_sentence():
    found = found_in(plan_of(seed_loan()), JULY, moved("2026-09-01", "5"), last="2026-08-31")
    assert [match_sentence(match) for match in found.matches] == [
        "借呗 5 期 第 1 期：该还 2,491.09 元，付了 2,491.09 元，对上了。2026 年 7 月 15 日还的，是到期当天。",
        (
            "借呗 5 期 第 2 期：2026 年 8 月 15 日该还 2,491.09 元，账单里没找到。"
            "是从别处还的，还是真的没还？到 App 里看一眼。"
        ),
        (
            "借呗还款：2026 年 9 月 1 日付了 5.00 元，计划里没有。"
            "没有哪一期是这个数。可能是提前还了一笔、只还了一部分，或者计划里少了一笔借款。"
        ),
    ]
    assert (found.matches[2].difference, found.matches[2].day) == (Decimal(5), date(2026, 9, 1))
