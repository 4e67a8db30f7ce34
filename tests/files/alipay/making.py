"""Statements made up from the facts of the format: rows by field, put into any of the forms that exist."""

from collections.abc import Sequence
from pathlib import Path

from jiebei_desktop.files.alipay import read_statement
from jiebei_desktop.planning.statement.movements import Statement

FIELDS = ("time", "category", "party", "goods", "direction", "amount", "method", "status", "order")
NEWER = {
    "交易时间": "time",
    "交易分类": "category",
    "交易对方": "party",
    "对方账号": "account",
    "商品说明": "goods",
    "收/支": "direction",
    "金额": "amount",
    "收/付款方式": "method",
    "交易状态": "status",
    "交易订单号": "order",
    "商家订单号": "merchant",
    "备注": "note",
}
"""As exported from 2023 on; it may end in a comma."""
NEWEST = {
    "交易时间": "time",
    "交易分类": "category",
    "交易对方": "party",
    "商品说明": "goods",
    "金额": "amount",
    "收/支": "direction",
    "收/付款方式": "method",
    "交易状态": "status",
    "备注": "note",
    "交易订单号": "order",
    "订单号": "other_order",
    "商家订单号": "merchant",
}
"""As seen in 2026."""
OLDER = {
    "交易号": "order",
    "商家订单号": "merchant",
    "交易创建时间": "made",
    "付款时间": "time",
    "最近修改时间": "changed",
    "交易来源地": "place",
    "类型": "kind",
    "交易对方": "party",
    "商品名称": "goods",
    "金额（元）": "amount",
    "收/支": "direction",
    "交易状态": "status",
    "服务费（元）": "fee",
    "成功退款（元）": "refunded",
    "备注": "note",
    "资金状态": "fund",
}
"""As exported until about 2021."""
BEFORE = (
    "导出信息：",
    "姓名：某某",
    "支付宝账户：abc***@example.com",
    "起始时间：[2026-06-01 00:00:00]    终止时间：[2026-09-30 23:59:59]",
    "导出交易类型：[全部]",
    "共{count}笔记录",
    "特别提示：",
    "1.本回单内容可表明支付宝受理了相应支付交易申请",
    "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------",
)
REPAID = {"category": "信用借还", "party": "花呗", "direction": "不计收支", "status": "还款成功", "method": "余额宝"}
BOUGHT = {
    "category": "餐饮美食",
    "party": "早点铺",
    "goods": "豆浆",
    "direction": "支出",
    "status": "交易成功",
    "method": "花呗",
}


def row(time: str = "2026-07-10 09:31:22", amount: str = "12.50", **cells: str) -> dict[str, str]:
    """A row by field; what is left out is empty."""
    return {"time": time, "amount": amount, **cells}


def repaid(goods: str = "花呗主动还款-2026年07月账单", **cells: str) -> dict[str, str]:
    """A repayment of 花呗 as it is written today."""
    return row(**{**REPAID, "goods": goods, **cells})


def bought(**cells: str) -> dict[str, str]:
    """A breakfast that was paid with 花呗."""
    return row(**{**BOUGHT, **cells})


def text_of(
    rows: Sequence[dict[str, str]],
    form: dict[str, str] = NEWER,
    before: Sequence[str] = BEFORE,
    after: Sequence[str] = (),
    comma: str = ",",
    end: str = "\r\n",
    pad: int = 0,
    tab: bool = False,
) -> str:
    """The text of a statement.

    Args:
        rows: by field.
        form: the columns and the fields in them.
        before: the lines before the header; `after` those after the table.
        comma: what a row ends in, the header among them.
        end: of a line.
        pad: to how many letters cells are filled up with blanks.
        tab: whether order numbers have one at their end.
    """

    def cell(field: str, value: str) -> str:
        if field == "amount" and "," in value:
            value = f'"{value}"'
        return value + "\t" if tab and field in ("order", "merchant") else value.ljust(pad)

    lines = [line.format(count=len(rows)) for line in before]
    lines.append(",".join(name.ljust(pad) for name in form) + comma)
    lines += [",".join(cell(field, each.get(field, "")) for field in form.values()) + comma for each in rows]
    return "".join(f"{line}{end}" for line in [*lines, *after])


HEADER_LINE = len(BEFORE) + 1
"""Where the header stands; the first row is on the next line."""


def read(folder: Path, content: str | bytes, password: str | None = None, name: str = "账单.csv") -> Statement:
    """Read a statement of this content, in GB18030 as the originals are where it is text."""
    path = folder / name
    path.write_bytes(content.encode("gb18030") if isinstance(content, str) else content)
    return read_statement(path, password)
