"""A household's ordinary income and spending in a statement, summed by month and category."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from jiebei_desktop.files.alipay.cells import words
from jiebei_desktop.files.alipay.meaning import INCOME, SPENDING, Outcome, by_huabei, outcome_of
from jiebei_desktop.files.alipay.table import Record
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.statement.movements import Flow

_OWN: Final = frozenset({"投资理财", "账户存取"})
"""Money that goes from one's own pocket into the other."""
_LENDING: Final = "信用借还"
_OWN_MONEY: Final = re.compile(
    r"(?:余额宝|余利宝|零钱通|账户余额)|.*(?:基金(?!会)|理财|信用卡还款|网商贷|备用金)|提现|充值-|转账到(?:银行卡|余额)"
)
"""The same where a row has no category, as in the older form."""


class Sold(NamedTuple):
    """What a refund needs to know of what it gives back.

    Attributes:
        counted: whether it is part of the spending.
        category: in the statement's words.
    """

    counted: bool
    category: str
    by_huabei: bool


class _Key(NamedTuple):
    month: date
    income: bool
    category: str
    by_huabei: bool


class Sums:
    """Sums that rows are added to one by one."""

    __slots__ = ("_sums",)

    def __init__(self) -> None:
        self._sums: dict[_Key, tuple[Decimal, int, int]] = {}

    def add(self, day: date, sold: Sold, amount: Decimal, *, income: bool = False) -> None:
        """Add a row, what was refunded below zero."""
        key = _Key(day.replace(day=1), income, sold.category, sold.by_huabei)
        total, count, days = self._sums.get(key, (ZERO, 0, 0))
        self._sums[key] = (total + amount, count + 1, days + day.day)

    def flows(self) -> tuple[Flow, ...]:
        """Return what they come to, by month, spending first."""
        return tuple(Flow(*key, *self._sums[key]) for key in sorted(self._sums))


def category_of(record: Record) -> str:
    """Return what a row is filed under: the older form only knows kinds of payment."""
    return record.category or record.kind


def is_ordinary(record: Record) -> bool:
    """Tell whether a row that is no loan's and no refund is income or spending that came about."""
    direction, category = words(record.direction), words(record.category)
    if direction not in (SPENDING, INCOME) or category in _OWN or outcome_of(record.status) is not Outcome.DONE:
        return False
    if category and category != _LENDING:
        return True
    goods = words(record.goods)
    if category == _LENDING:  # what a thing hired on credit has cost; not what was paid back to another lender
        return direction == SPENDING and "还款" not in goods
    return not _OWN_MONEY.match(goods) and not _OWN_MONEY.match(words(record.party))


def sold_in(record: Record, *, ordinary: bool) -> Sold:
    """Return what a refund of this row would have to know; `ordinary` is what `is_ordinary` says of it."""
    counted = ordinary and words(record.direction) == SPENDING
    return _sold(counted, category_of(record), by_huabei(record.method))


@lru_cache(maxsize=1024)
def _sold(counted: bool, category: str, on_credit: bool) -> Sold:
    """Return one and the same value for the many rows that have it."""
    return Sold(counted, category, on_credit)
