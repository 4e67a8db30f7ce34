"""A made-up Alipay statement that fits the sample plan, for trying out without a statement of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.files.alipay import read_statement
from jiebei_desktop.money import plain
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule
from jiebei_desktop.planning.statement.movements import Statement
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate

SAMPLE_LOAN = "seed"
"""The id of the sample's loan."""

_HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
_PAY, _RENT, _LUNCH = Decimal(5600), Decimal(1500), Decimal("38.50")
_LATER = 1
"""Days after its day on which the second instalment was paid: something for the match to find."""


class _Row(NamedTuple):
    day: date
    category: str
    other: str
    goods: str
    direction: str
    amount: Decimal
    method: str
    status: str


def sample_loan(plan: Plan) -> Loan | None:
    """Return the sample's loan, where the plan is the sample."""
    return plan.loan(SAMPLE_LOAN)


def sample_statement(loan: Loan, rules: RuleBook, today: date) -> Statement:
    """Return what is read from the made-up statement: it is written as Alipay does, and read like any other.

    Raises:
        ProblemError: the loan has no schedule.
        OSError: there is no room for the file.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / translate("Sample", "示例账单（编的）.csv")
        path.write_bytes(statement_file(loan, rules, today))
        found = read_statement(path)
    said = translate("Sample", "这份账单是编的，只为试一试；真的账单也是这样对。")
    return found._replace(remarks=(said, *found.remarks))


def statement_file(loan: Loan, rules: RuleBook, today: date) -> bytes:
    """Return the made-up statement, as a file in the form that Alipay gives.

    Raises:
        ProblemError: the loan has no schedule.
    """
    rows = sorted((row for row in _rows(loan, rules) if row.day <= today), reverse=True)
    before = (
        "支付宝交易明细",
        f"起始时间：[{loan.start_date} 00:00:00]    终止时间：[{today} 23:59:59]",
        f"共{len(rows)}笔记录",
        "------------------------支付宝（中国）网络技术有限公司------------------------",
        _HEADER,
    )
    lines = [*before, *(_line(number, row) for number, row in enumerate(rows, start=1))]
    return "".join(f"{line}\r\n" for line in lines).encode("gb18030")


def _rows(loan: Loan, rules: RuleBook) -> Iterator[_Row]:
    """Return the draw, the instalments that were paid, the one that could not be taken, and a household's life."""
    neither, done = "不计收支", "还款成功"
    yield _Row(loan.start_date, "信用借还", "借呗", "借呗放款", neither, loan.principal, "余额", "放款成功")
    missed = loan.unpaid_from or loan.periods + 1
    for row in loan_schedule(loan, rules).rows:
        if row.period > missed:
            break
        day = row.due_date + timedelta(days=_LATER if row.period == 2 else 0)
        paid = row.period < missed
        status = done if paid else "还款失败"
        yield _Row(day, "信用借还", "借呗", "借呗还款", neither, row.payment, "余额宝", status)
    for month in range(loan.periods):
        first = add_months(loan.start_date, month)
        yield _Row(first, "收入", "公司", "工资", "收入", _PAY, "余额", "交易成功")
        yield _Row(first + timedelta(days=2), "住房物业", "房东", "房租", "支出", _RENT, "余额宝", "交易成功")
        yield _Row(first + timedelta(days=5), "餐饮美食", "小店", "午饭", "支出", _LUNCH, "花呗", "交易成功")


def _line(number: int, row: _Row) -> str:
    cells = (
        f"{row.day} 12:00:00",
        row.category,
        row.other,
        "/",
        row.goods,
        row.direction,
        plain(row.amount),
        row.method,
        row.status,
        f"S{number:04}\t",
        "\t",
        "",
        "",
    )
    return ",".join(cells)
