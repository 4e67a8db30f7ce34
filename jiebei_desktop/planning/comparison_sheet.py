"""A comparison as one page for paper: what is printed, in words and figures, without a window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.products import Brand


class PrintedFigure(NamedTuple):
    """One figure of an option, how far it is from the base column's, and whether none is better."""

    text: str
    beside: str = ""
    best: bool = False


class PrintedLine(NamedTuple):
    """One line of the table: what it is, and one figure an option, in order."""

    title: str
    figures: tuple[PrintedFigure, ...]


class PrintedHead(NamedTuple):
    """One option: its column's head, and what the pictures show of it.

    Attributes:
        name: what it is called.
        detail: its way and price in a few words.
        brand: gives its colour.
        base: the column that differences are taken against.
        problem: why it can't be computed; empty where it can.
        payments: the due dates with what is paid on them.
        costs: interest and fee up to each day from the start on; may be empty.
    """

    name: str
    detail: str
    brand: Brand | None
    base: bool
    problem: str
    payments: tuple[tuple[date, Decimal], ...]
    costs: tuple[Decimal, ...]


class ComparisonSheet(NamedTuple):
    """The page: one to six heads with their pictures, the lines of the table, and notes."""

    title: str
    headline: str
    reason: str
    given: str
    start: date
    heads: tuple[PrintedHead, ...]
    lines: tuple[PrintedLine, ...]
    notes: tuple[str, ...]
    made: str
