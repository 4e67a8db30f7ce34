"""The same month of a borrower in every form that a statement has: what is read is matched to the plan alike."""

import codecs
from collections.abc import Sequence
from datetime import date

import pytest

from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.planning.statement.matching import reconcile
from jiebei_desktop.planning.statement.taking import with_matches
from tests.conftest import TODAY
from tests.files.alipay.making import NEWEST, OLDER, bought, read, repaid, text_of
from tests.files.alipay.zips import aes_zip, old_zip, plain_zip

JIEBEI = {"product": "jiebei", "method": "equal_payment", "rate": "0.0004", "rate_per": "day"}
LOANS = (
    {**JIEBEI, "id": "a", "name": "手机", "principal": "6000", "start_date": "2026-06-15", "periods": 6},
    {**JIEBEI, "id": "b", "name": "装修", "principal": "9000", "start_date": "2026-06-15", "periods": 12},
    {
        "id": "h",
        "name": "电脑",
        "product": "huabei_instalment",
        "method": "flat_fee",
        "fee_rate": "0.045",
        "principal": "6000",
        "start_date": "2026-06-20",
        "periods": 6,
    },
)
"""1,043.16 and 810.72 on each 15th, 1,045.00 (6,270 over six) on each 20th."""


def loan_row(goods: str, day: str, amount: str, party: str = "借呗", status: str = "还款成功") -> dict[str, str]:
    return repaid(goods, time=f"{day} 08:00:05", amount=amount, party=party, status=status)


def rows(texts: Sequence[str], lender: str) -> list[dict[str, str]]:
    """A borrower's months: both loans at once, one a day late with its penalty, a bill in two parts, one unknown."""
    july, august, rest = texts
    return [
        loan_row("借呗还款", "2026-07-15", "1853.88", lender),
        loan_row(july, "2026-07-08", "1345.00", "花呗"),
        loan_row("借呗还款", "2026-08-15", "1043.16", lender),
        loan_row("借呗自动还款", "2026-08-15", "810.72", lender, status="还款失败"),
        loan_row("借呗自动还款", "2026-08-16", "811.14", lender),  # 707.83 of principal × 0.0004 × 1.5, one night: 0.42
        loan_row(august, "2026-08-08", "1,000.00", "花呗|信用购"),
        loan_row(rest, "2026-08-10", "45.00", "花呗|信用购"),
        loan_row("借呗还款", "2026-08-28", "77.00", lender),
        bought(time="2026-08-20 12:00:00", amount="20.00", method="余额宝"),
    ]


EXPECTED = [
    ("matched", [1], [("电脑", 1)], "0", True),
    ("matched", [0], [("手机", 1), ("装修", 1)], "0", True),
    ("matched", [5, 6], [("电脑", 2)], "0", True),
    ("matched", [2], [("手机", 2)], "0", True),
    ("matched", [4], [("装修", 2)], "0", True),
    ("extra", [7], [], "77.00", False),
]
"""By hand: which rows, counted from 0, are for which instalments. September's fall due after the statement's end."""

ACTIVE = ("花呗主动还款-2026年07月账单", "花呗主动还款-2026年08月账单", "花呗自动还款-2026年08月账单")
LATER = ("主动还款-花呗2026年07月账单", "主动还款-花呗|信用购2026年08月账单", "自动还款-花呗|信用购2026年08月账单")
BARE = ("花呗主动还款", "花呗主动还款", "花呗自动还款")
BEFORE = ("支付宝交易明细", "起始时间：[2026-07-01 00:00:00]    终止时间：[2026-08-31 23:59:59]", "-----")


def statement(texts=ACTIVE, lender="借呗", **form) -> str:
    return text_of(rows(texts, lender), before=BEFORE, **form)


VARIANTS = {
    "newer, GB18030, comma at the end": statement().encode("gb18030"),
    "newer, GBK, no comma": statement(comma="").encode("gbk"),
    "newer, UTF-8": statement(lender="蚂蚁借呗").encode(),
    "newer, UTF-8 with a mark": statement(lender="重庆蚂蚁消费金融有限公司").encode("utf-8-sig"),
    "newer, UTF-16": codecs.BOM_UTF16_LE + statement().encode("utf-16-le"),
    "newer, padded cells": statement(pad=24).encode("gb18030"),
    "newer, tabs behind order numbers": statement(tab=True).encode("gb18030"),
    "newer, Unix lines": statement(end="\n").encode("gb18030"),
    "newer, texts of 2026": statement(LATER).encode("gb18030"),
    "newer, texts without a month": statement(BARE).encode("gb18030"),
    "newest, GB18030": statement(LATER, form=NEWEST, comma="").encode("gb18030"),
    "newest, UTF-8 with a mark, padded": statement(LATER, form=NEWEST, comma="", pad=30).encode("utf-8-sig"),
    "older, GB18030, padded": statement(form=OLDER, pad=20).encode("gb18030"),
    "older, UTF-8": statement(BARE, form=OLDER).encode(),
    "a zip": plain_zip({"账单.csv": statement().encode("gb18030")}),
    "a zip sealed with AES": aes_zip(statement().encode("gb18030"), "234512"),
    "a zip sealed the old way": old_zip(statement().encode("gb18030"), "234512", b"record.csv"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_form_of_a_statement_is_matched_alike(variant, tmp_path, rules):
    plan = new_plan("我的", rules, TODAY)
    plan = plan.model_copy(update={"loans": tuple(map(Loan.model_validate, LOANS))})
    found = read(tmp_path, VARIANTS[variant], "234512" if "sealed" in variant else None)
    assert (found.first, found.last, found.skipped) == (date(2026, 7, 1), date(2026, 8, 31), 1)
    assert not [remark for remark in found.remarks if "收/付款方式" not in remark]  # which the older form has not
    first = found.movements[0].line
    matches = reconcile(plan, rules, found, TODAY).matches
    told = [
        (
            match.status.value,
            [payment.line - first for payment in match.payments],
            [(claim.name, claim.period) for claim in match.claims],
            str(match.difference),
            match.advised,
        )
        for match in matches
    ]
    assert told == EXPECTED
    taken = with_matches(plan, [match for match in matches if match.advised], rules, TODAY)
    amounts = [[str(event.amount) for event in loan.events] for loan in taken.loans]
    assert amounts == [["1043.16", "1043.16"], ["810.72", "811.14"], ["1045.00", "1000.00", "45.00"]]
