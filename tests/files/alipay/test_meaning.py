"""What rows mean to 花呗 and 借呗: each text that is known, and those that only look like one."""

from datetime import date

import pytest

from jiebei_desktop.planning.statement.movements import Kind
from jiebei_desktop.products import Brand
from tests.files.alipay.making import OLDER, bought, read, repaid, row, text_of

JULY = date(2026, 7, 1)
H, J = Brand.HUABEI, Brand.JIEBEI


def only(folder, cells):
    """The kind, product and bill month of a statement's only row, or None where it was skipped."""
    found = read(folder, text_of([cells]))
    assert found.skipped + len(found.movements) == 1
    return next(((each.kind, each.product, each.bill_month) for each in found.movements), None)


@pytest.mark.parametrize(
    ("party", "goods", "month"),
    [
        ("花呗", "花呗主动还款-2026年07月账单", JULY),
        ("花呗", "花呗主动还款", None),
        ("花呗", "花呗自动还款", None),
        ("花呗", "花呗自动还款-2026年7月账单", JULY),
        ("花呗|信用购", "自动还款-花呗|信用购2026年09月账单", date(2026, 9, 1)),
        ("花呗｜信用购", "自动还款-花呗｜信用购２０２６年０９月账单", date(2026, 9, 1)),
        ("花呗", "主动还款-花呗2023年05月账单", date(2023, 5, 1)),
        ("重庆蚂蚁消费金融有限公司", "花呗主动还款-2026年07月账单", JULY),  # the lender of both: the text decides
        ("", "花呗自动还款", None),
        ("花呗", "花呗主动还款-2026年13月账单", None),
        ("花呗", "花呗主动还款-0000年01月账单", None),
    ],
)
def test_a_repayment_of_huabei_names_its_bill_where_it_can(tmp_path, party, goods, month):
    assert only(tmp_path, repaid(goods, party=party)) == (Kind.REPAYMENT, H, month)


@pytest.mark.parametrize(
    ("party", "goods"),
    [
        ("借呗", "借呗还款"),
        ("借呗", "借呗自动还款"),
        ("借呗", "借呗自动扣款"),
        ("蚂蚁借呗", "蚂蚁借呗还款"),
        ("重庆蚂蚁消费金融有限公司", "还款"),
        ("重庆市蚂蚁小微小额贷款有限公司", "借呗还款-第3期"),
        ("重庆市蚂蚁商诚小额贷款有限公司", "自动还款"),
        ("某某银行", "借呗还款"),
        ("/", "借呗提前还款"),
        ("借呗", "借呗借款还款"),  # pays back what was borrowed
    ],
)
def test_a_repayment_of_jiebei_goes_to_it_or_its_lender(tmp_path, party, goods):
    assert only(tmp_path, repaid(goods, party=party)) == (Kind.REPAYMENT, J, None)


@pytest.mark.parametrize(
    ("party", "goods", "status"),
    [
        ("借呗", "借呗放款至银行卡", "放款成功"),
        ("蚂蚁借呗", "蚂蚁借呗放款至余额", "交易成功"),
        ("重庆蚂蚁消费金融有限公司", "借款", "放款成功"),
        ("借呗", "", "放款成功"),
        ("/", "放款", "放款成功"),
        ("某某银行", "放款", "放款成功"),  # one of those that lend with it
        ("某某银行", "借款", "交易成功"),
        ("某某银行", "", "放款成功"),
    ],
)
def test_a_draw_says_that_it_was_lent(tmp_path, party, goods, status):
    assert only(tmp_path, repaid(goods, party=party, status=status)) == (Kind.DRAW, J, None)


@pytest.mark.parametrize("category", ["", "其他", "信用借还"])
def test_a_repayment_need_not_be_filed_under_lending(tmp_path, category):
    assert only(tmp_path, repaid("花呗自动还款", party="", category=category)) == (Kind.REPAYMENT, H, None)


@pytest.mark.parametrize(
    "method",
    [
        "花呗",
        "花呗&红包",
        "红包&花呗",
        "花呗分期",
        "花呗(3期)",
        "花呗分期（12期）",
        "优惠 & 花呗 & 红包",
        "信用购",
        "花呗&花呗青春特惠",
    ],
)
def test_what_is_paid_with_huabei_is_a_purchase(tmp_path, method):
    assert only(tmp_path, bought(method=method)) == (Kind.PURCHASE, H, None)


@pytest.mark.parametrize(
    "method", ["余额宝&红包", "余额宝&花呗立减", "花呗红包", "招商银行信用卡(1234)", "", "花呗卡(1234)x"]
)
def test_what_is_paid_otherwise_is_nothing_to_huabei(tmp_path, method):
    assert only(tmp_path, bought(method=method)) is None


@pytest.mark.parametrize(
    "status", ["交易成功", "支付成功", "等待确认收货", "等待发货", "买家已付款", "等待卖家发货", "卖家已发货"]
)
def test_what_is_paid_counts_though_it_is_still_on_its_way(tmp_path, status):
    assert only(tmp_path, bought(status=status)) == (Kind.PURCHASE, H, None)


@pytest.mark.parametrize(
    "cells",
    [
        repaid(status="还款失败"),
        repaid(status="交易关闭"),
        repaid(status="已关闭"),
        repaid(status="处理中"),
        repaid(status=""),
        repaid(status="退款成功"),  # it was given back
        bought(status="支付失败"),
        bought(status="交易关闭", direction="不计收支"),
        bought(status="等待付款"),
        bought(category="退款", status="退款失败"),
    ],
)
def test_what_came_to_nothing_is_kept_as_failed(tmp_path, cells):
    kind, product, _ = only(tmp_path, cells)
    assert (kind, product) == (Kind.FAILED, H)


def test_a_draw_that_was_refused_is_failed(tmp_path):
    assert only(tmp_path, repaid("借呗放款至银行卡", party="借呗", status="放款失败")) == (Kind.FAILED, J, None)


@pytest.mark.parametrize(("fund", "direction"), [("已支出", ""), ("资金转移", ""), ("", "支出")])
@pytest.mark.parametrize(
    ("party", "goods", "wanted"),
    [
        ("某某银行", "借呗还款", (Kind.REPAYMENT, J, None)),
        ("", "蚂蚁借呗还款", (Kind.REPAYMENT, J, None)),
        ("", "花呗自动还款-2020年07月账单", (Kind.REPAYMENT, H, date(2020, 7, 1))),
        ("书店", "花呗还款指南", None),
        ("朋友", "还款", None),
    ],
)
def test_the_older_form_may_call_a_repayment_spending(tmp_path, fund, direction, party, goods, wanted):
    cells = row(kind="即时到账交易", party=party, goods=goods, status="还款成功", fund=fund, direction=direction)
    found = read(tmp_path, text_of([cells], OLDER))
    assert [(each.kind, each.product, each.bill_month) for each in found.movements] == ([wanted] if wanted else [])
    assert not (wanted and found.flows)  # what pays back a loan is no spending


def test_the_older_form_may_call_a_draw_income(tmp_path):
    cells = row(kind="即时到账交易", goods="借呗放款", status="放款成功", fund="已收入")
    (found,) = read(tmp_path, text_of([cells], OLDER)).movements
    assert (found.kind, found.product) == (Kind.DRAW, J)


@pytest.mark.parametrize(
    ("party", "goods", "product"),
    [("花呗", "退款-花呗主动还款-2026年07月账单", H), ("蚂蚁借呗", "借呗还款退款", J)],
)
def test_a_repayment_that_was_given_back_is_a_refund(tmp_path, party, goods, product):
    cells = {"party": party, "goods": goods, "category": "退款", "method": "余额宝"}
    found = read(tmp_path, text_of([repaid(**cells, status="退款成功"), repaid(**cells, status="退款失败")]))
    assert [(each.kind, each.product) for each in found.movements] == [(Kind.REFUND, product), (Kind.FAILED, product)]
    assert found.flows == ()  # it was no spending either
    assert found.remarks == ()


def test_a_repayment_whose_own_status_is_that_it_was_given_back_is_no_riddle(tmp_path):
    found = read(tmp_path, text_of([repaid(status="退款成功")]))
    assert [each.kind for each in found.movements] == [Kind.FAILED]
    assert found.remarks == ()


def test_a_status_that_nobody_knows_is_no_proof_of_a_payment(tmp_path):
    found = read(tmp_path, text_of([repaid(status="星辰大海"), repaid(status="还款失败"), bought(status="处理中")]))
    assert [each.kind for each in found.movements] == [Kind.FAILED] * 3
    assert found.remarks == ("有 2 行的交易状态不认识，没有算作成功（第 11、13 行）",)


@pytest.mark.parametrize(
    "cells",
    [
        row(category="信用借还", goods="无人机/电池租赁", direction="不计收支", status="芝麻免押下单成功"),
        row(category="信用借还", goods="押金解冻", direction="不计收支", status="解冻成功"),
        row(
            category="信用借还",
            party="充电宝",
            goods="设备使用费",
            direction="支出",
            status="交易成功",
            method="账户余额",
        ),
        row(category="信用借还", party="花呗", goods="花呗免押租借还款", direction="不计收支", status="交易成功"),
        row(category="信用借还", party="酒店", goods="预授权", direction="不计收支", status="交易成功", method="花呗"),
        repaid("网商贷-还款", party="网商银行"),
        repaid("备用金归还还款", party="重庆蚂蚁消费金融有限公司"),
        repaid("信用卡还款", party="招商银行"),
        repaid("还款", party="某某消费金融"),
        repaid("网商贷放款", party="网商银行", status="放款成功"),
        repaid("借款还款", party="某某银行"),
        bought(party="书店", goods="花呗还款指南", category="文化休闲", method="招商银行储蓄卡(1234)"),
        bought(
            party="书店", goods="花呗还款指南", category="文化休闲", method="", status="交易关闭", direction="不计收支"
        ),
        bought(party="花呗", goods="花呗还款", category="日用百货", method="余额"),  # a shop of that name
        row(category="投资理财", party="余额宝", goods="余额宝-转出还花呗", direction="不计收支", status="交易成功"),
        row(category="转账红包", party="花呗", goods="还款红包", direction="收入", status="交易成功", method="花呗"),
        repaid("借呗额度调整", party="借呗", status="交易成功"),
        repaid("花呗借款", party="花呗", status="交易成功"),  # it lends no money
        repaid(amount="0.00"),
        bought(amount="0"),
    ],
)
def test_what_only_looks_like_it_is_skipped(tmp_path, cells):
    assert only(tmp_path, cells) is None


def test_a_thing_hired_on_credit_and_paid_with_huabei_is_a_purchase(tmp_path):
    cells = bought(category="信用借还", party="充电宝", goods="设备使用费")
    assert only(tmp_path, cells) == (Kind.PURCHASE, H, None)
