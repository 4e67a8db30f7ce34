"""The rows of a statement that a plan can use, whatever file they came from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.products import Brand


class Kind(StrEnum):
    """What a row is for 花呗 or 借呗."""

    REPAYMENT = "repayment"
    DRAW = "draw"
    PURCHASE = "purchase"
    REFUND = "refund"
    FAILED = "failed"


class Movement(NamedTuple):
    """A row that concerns 花呗 or 借呗.

    Attributes:
        line: in the file, the first one is 1.
        product: 借呗 or 花呗.
        day: on which the money moved.
        amount: in yuan, above zero.
        bill_month: the first day of the month of the bill that the row names; None where it names none.
        said: what the row says of itself, to be read.
        order: the order number; may be empty.
        repeats: the line of an earlier row that is the same in all that counts; None for a row of its own.
    """

    line: int
    kind: Kind
    product: Brand
    day: date
    amount: Decimal
    bill_month: date | None
    said: str
    order: str = ""
    repeats: int | None = None


class Flow(NamedTuple):
    """All ordinary income or spending of a month in one category.

    Attributes:
        month: its first day.
        income: whether it came in; else it went out.
        category: in the statement's words.
        by_huabei: whether it was bought with 花呗.
        amount: the sum less what was refunded, in yuan; may be below zero.
        rows: how many it is the sum of.
        days: the sum of the rows' days of the month, for the usual one.
    """

    month: date
    income: bool
    category: str
    by_huabei: bool
    amount: Decimal
    rows: int
    days: int


class Statement(NamedTuple):
    """What a statement says.

    Attributes:
        name: of the file, to be shown.
        movements: what concerns 花呗 or 借呗, in the order of the file.
        flows: ordinary income and spending by month and category.
        skipped: how many rows concern neither 花呗 nor 借呗.
        first: the first day that it covers, as it says itself or as its rows do; `last` the last one.
        remarks: what is odd about the file and did not keep it from being read, in the user's words.
    """

    name: str
    movements: tuple[Movement, ...]
    flows: tuple[Flow, ...]
    skipped: int
    first: date
    last: date
    remarks: tuple[str, ...] = ()
