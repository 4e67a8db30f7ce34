"""Rows put together: refunds and what they give back, rows that are there twice, and the household's sums."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.planning.statement.movements import Flow, Kind
from tests.files.alipay.making import HEADER_LINE, NEWER, OLDER, bought, read, repaid, row, text_of

FIRST = HEADER_LINE + 1
ORDER = "2026071023001400000000000001"
JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)


def refund(**cells: str) -> dict[str, str]:
    """A refund of a breakfast, as it is written today: it says nothing of 花呗."""
    told = {"category": "退款", "party": "早点铺", "goods": "退款-豆浆", "direction": "不计收支", "status": "退款成功"}
    return row(**{**told, "order": f"{ORDER}_1", "amount": "5.00", **cells})


def kinds(found):
    return [(each.line - FIRST, each.kind) for each in found.movements]


def flow(
    amount: str, count: int, days: int, month: date = JULY, category: str = "餐饮美食", by_huabei: bool = True
) -> Flow:
    return Flow(month, False, category, by_huabei, Decimal(amount), count, days)


# --- refunds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("order", [f"{ORDER}_1", f"{ORDER}*REFUND", ORDER, f"{ORDER}77"])
def test_a_refund_goes_back_to_what_its_purchase_was_paid_with(tmp_path, backwards, order):
    rows = [bought(order=ORDER), refund(order=order)]
    found = read(tmp_path, text_of(rows[::-1] if backwards else rows))
    assert {each.kind for each in found.movements} == {Kind.PURCHASE, Kind.REFUND}
    assert found.flows == (flow("7.50", 2, 20),)
    assert found.remarks == ()


def test_a_refund_in_a_later_month_is_taken_off_that_month(tmp_path):
    found = read(tmp_path, text_of([refund(time="2026-08-02 10:00:00"), bought(order=ORDER)]))
    assert found.flows == (flow("12.50", 1, 10), flow("-5.00", 1, 2, AUGUST))


def test_a_refund_that_names_huabei_needs_no_purchase(tmp_path):
    found = read(tmp_path, text_of([refund(method="花呗"), refund(order="other")]))
    assert kinds(found) == [(0, Kind.REFUND)]
    assert found.skipped == 1
    assert found.flows == (
        flow("-5.00", 1, 10, category="退款", by_huabei=False),
        flow("-5.00", 1, 10, category="退款"),
    )


def test_a_refund_of_what_a_card_paid_is_none_of_huabei(tmp_path):
    found = read(tmp_path, text_of([refund(), bought(order=ORDER, method="招商银行储蓄卡(1234)")]))
    assert found.movements == ()
    assert found.skipped == 2
    assert found.flows == (flow("7.50", 2, 20, by_huabei=False),)


def test_a_short_number_that_another_begins_with_is_not_its_purchase(tmp_path):
    found = read(tmp_path, text_of([bought(order="12"), refund(order="1234"), refund(order="12_1")]))
    assert kinds(found) == [(0, Kind.PURCHASE), (2, Kind.REFUND)]


def test_a_refund_under_another_category_is_one_by_its_status(tmp_path):
    found = read(tmp_path, text_of([bought(order=ORDER), refund(category="餐饮美食", direction="收入")]))
    assert kinds(found) == [(0, Kind.PURCHASE), (1, Kind.REFUND)]
    assert found.flows == (flow("7.50", 2, 20),)


def test_a_purchase_that_was_given_back_whole_is_closed(tmp_path):
    rows = [refund(amount="12.50"), bought(order=ORDER, status="交易关闭", direction="不计收支")]
    found = read(tmp_path, text_of(rows))
    assert kinds(found) == [(0, Kind.REFUND), (1, Kind.FAILED)]
    assert found.flows == ()  # neither of both is any spending in the end


def test_a_refund_of_nothing_is_skipped(tmp_path):
    found = read(tmp_path, text_of([bought(order=ORDER), refund(amount="0.00")]))
    assert kinds(found) == [(0, Kind.PURCHASE)]
    assert found.skipped == 1
    assert found.flows == (flow("12.50", 1, 10),)


def test_a_refund_that_failed_gives_nothing_back(tmp_path):
    found = read(tmp_path, text_of([bought(order=ORDER), refund(status="退款关闭")]))
    assert kinds(found) == [(0, Kind.PURCHASE), (1, Kind.FAILED)]
    assert found.flows == (flow("12.50", 1, 10),)


# --- rows that are there twice ----------------------------------------------------------------------------------------


def test_a_row_that_is_there_twice_names_the_first_and_is_summed_once(tmp_path):
    rows = [repaid(order="a"), bought(order="b"), repaid(order="a"), bought(order="b"), repaid(order="a")]
    found = read(tmp_path, text_of(rows))
    assert [each.repeats for each in found.movements] == [None, None, FIRST, FIRST + 1, FIRST]
    assert found.flows == (flow("12.50", 1, 10),)
    assert found.remarks == ("有 3 行和前面的重复，没有再算（第 13、14、15 行）",)


def test_only_the_first_lines_are_named(tmp_path):
    found = read(tmp_path, text_of([repaid(order="a")] * 6))
    assert found.remarks == ("有 5 行和前面的重复，没有再算（第 12、13、14… 行）",)


def test_rows_of_one_number_that_differ_are_rows_of_their_own(tmp_path):
    rows = [repaid(order="a"), repaid(order="a", amount="13"), repaid(order="a", time="2026-07-11 00:00:00")]
    found = read(tmp_path, text_of(rows))
    assert [each.repeats for each in found.movements] == [None] * 3
    assert found.remarks == ("有 2 行和前面的订单号一样，内容不一样，各算各的（第 12、13 行）",)


@pytest.mark.parametrize("order", ["", "/", "2.02607E+27", "9" * 65])
def test_rows_without_a_number_of_their_own_repeat_nothing(tmp_path, order):
    found = read(tmp_path, text_of([bought(order=order), bought(order=order)]))
    assert [(each.order, each.repeats) for each in found.movements] == [("", None)] * 2
    assert found.flows == (flow("25.00", 2, 20),)
    assert found.remarks == ()


# --- the household's sums ---------------------------------------------------------------------------------------------


def test_income_and_spending_are_summed_by_month_category_and_what_paid(tmp_path):
    rows = [
        bought(time="2026-07-03 08:00:00", amount="10", method="余额宝"),
        bought(time="2026-07-05 08:00:00", amount="20", method="余额宝"),
        bought(time="2026-07-05 08:00:00", amount="40"),
        bought(time="2026-08-31 08:00:00", amount="80"),
        bought(time="2026-07-31 08:00:00", amount="160", category="交通出行"),
        row("2026-07-15 09:00:00", "8000", category="收入", direction="收入", status="交易成功", goods="工资"),
    ]
    assert read(tmp_path, text_of(rows)).flows == (
        flow("160", 1, 31, category="交通出行"),
        flow("30", 2, 8, by_huabei=False),
        flow("40", 1, 5),
        Flow(JULY, True, "收入", False, Decimal(8000), 1, 15),
        flow("80", 1, 31, AUGUST),
    )


@pytest.mark.parametrize(
    "cells",
    [
        bought(direction="不计收支"),
        bought(direction="/"),
        bought(status="交易关闭"),
        bought(status="等待付款"),
        bought(category="投资理财", goods="基金买入"),
        bought(category="账户存取", goods="提现"),
        repaid(),
        row(category="信用借还", party="网商银行", goods="网商贷还款", direction="支出", status="交易成功"),
        row(category="信用借还", party="某某银行", goods="放款", direction="收入", status="放款成功"),
    ],
)
def test_what_is_neither_income_nor_spending_is_not_summed(tmp_path, cells):
    assert read(tmp_path, text_of([cells])).flows == ()


def test_what_a_hired_thing_has_cost_is_spending(tmp_path):
    cells = row(category="信用借还", party="充电宝", goods="设备使用费", direction="支出", status="交易成功")
    assert read(tmp_path, text_of([cells])).flows == (flow("12.50", 1, 10, category="信用借还", by_huabei=False),)


@pytest.mark.parametrize(
    ("party", "goods", "counts"),
    [
        ("超市", "水果", True),
        ("某某基金会", "捐款", True),
        ("余额宝", "余额宝-单次转入", False),
        ("某某基金管理有限公司", "定投", False),
        ("招商银行", "信用卡还款", False),
        ("某某", "提现", False),
    ],
)
def test_the_older_form_tells_ones_own_money_by_its_words(tmp_path, party, goods, counts):
    cells = row(kind="即时到账交易", party=party, goods=goods, direction="支出", status="交易成功", order="1")
    assert bool(read(tmp_path, text_of([cells], OLDER)).flows) == counts


def test_a_purchase_paid_only_in_part_with_huabei_is_remarked_upon(tmp_path):
    rows = [bought(method="花呗&余额宝"), bought(method="招商银行储蓄卡(1234)&花呗"), bought(method="花呗&红包")]
    found = read(tmp_path, text_of(rows))
    assert kinds(found) == [(0, Kind.PURCHASE), (1, Kind.PURCHASE), (2, Kind.PURCHASE)]
    assert found.remarks == ("有 2 笔只有一部分用花呗付，分不出多少，按整笔算（第 11、12 行）",)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1234.5", "1234.5"),
        ("¥1,234.50", "1234.50"),
        ("￥１，２３４．５０", "1234.50"),
        ("1,234.50元", "1234.50"),
        ("-12.00", "12.00"),
        ("+12", "12"),
        ("12.00-", "12.00"),
        ("¥-12.00", "12.00"),
        ("−12.00", "12.00"),
        ("12.500", "12.500"),
        (" 12.50 \t", "12.50"),
        ("1,000,000", "1000000"),
    ],
)
def test_an_amount_is_read_however_it_is_written(tmp_path, written, amount):
    (found,) = read(tmp_path, text_of([repaid(amount=written)])).movements
    assert found.amount == Decimal(amount)


@pytest.mark.parametrize(
    "written",
    [
        "2026-07-10 09:31:22",
        "2026/7/10 9:31",
        "2026-07-10",
        "2026-07-10T09:31:22",
        "2026年7月10日 09:31:22",
        "２０２６-07-10 09:31",
        "2026-07-10  09:31:22.0",
        "20260710 09:31:22",
    ],
)
def test_a_day_is_read_however_it_is_written(tmp_path, written):
    (found,) = read(tmp_path, text_of([repaid(time=written)])).movements
    assert found.day == date(2026, 7, 10)


def test_columns_are_found_by_name_wherever_they_stand(tmp_path):
    form = {"序号": "number", **NEWER, "交易对方 ": "again"}
    (found,) = read(tmp_path, text_of([repaid(number="1", again="别人")], form)).movements
    assert found.said == "花呗主动还款-2026年07月账单"
