"""All rows of a statement put together: what moved, what is ordinary, and what is odd about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from jiebei_desktop.files.alipay.cells import shown, words
from jiebei_desktop.files.alipay.flows import Sold, Sums, is_ordinary, sold_in
from jiebei_desktop.files.alipay.meaning import (
    INCOME,
    REFUNDS,
    Meaning,
    Outcome,
    by_huabei,
    by_others_too,
    is_refund,
    is_refunded,
    loan_of,
    purchase_of,
)
from jiebei_desktop.files.alipay.refunds import Purchases, Refund
from jiebei_desktop.files.alipay.table import Around, Record
from jiebei_desktop.files.alipay.trouble import StatementError
from jiebei_desktop.planning.statement.movements import Kind, Movement, Statement
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate

_LETTERS: Final = 60
"""Of what a row says of itself."""
_LINES_NAMED: Final = 3


@dataclass(slots=True)
class _Gathered:
    """What is known after so many rows.

    Attributes:
        seen: what tells rows of income and spending apart, so that none is summed twice.
        unsure: the lines with a status that nobody knows; `mixed` those paid only in part with 花呗, `twice` those
            that are in the file already.
    """

    movements: list[Movement] = field(default_factory=list)
    sums: Sums = field(default_factory=Sums)
    purchases: Purchases = field(default_factory=Purchases)
    refunds: list[Refund] = field(default_factory=list)
    seen: set[tuple[str, date, Decimal, str]] = field(default_factory=set)
    days: set[date] = field(default_factory=set)
    rows: int = 0
    unsure: list[int] = field(default_factory=list)
    mixed: list[int] = field(default_factory=list)
    twice: set[int] = field(default_factory=set)


def gathered(name: str, records: Iterable[Record], around: Around) -> Statement:
    """Return what the rows of a statement come to.

    Args:
        name: of the file, to be shown.
        records: its rows.
        around: what else is found out while they are read.

    Raises:
        StatementError: there are no rows, or reading them raises it.
    """
    found = _Gathered()
    for record in records:
        found.rows += 1
        found.days.add(record.day)
        _take_in(record, found)
    if not found.rows:
        raise StatementError(translate("Statement", "里面一笔交易也没有，请重新下载，选有交易的日期"))
    for refund in found.refunds:
        _give_back(refund, found)
    movements, different = _told_apart(sorted(found.movements), found.twice)
    return Statement(
        name,
        tuple(movements),
        found.sums.flows(),
        found.rows - len(movements),
        min(found.days | {around.first or date.max}),
        max(found.days | {around.last or date.min}),
        tuple(_remarks(found, different, around)),
    )


def _take_in(record: Record, found: _Gathered) -> None:
    meaning = loan_of(record)
    if meaning:
        _add(record, meaning, found)
        return
    if is_refund(record):
        by_method, done = by_huabei(record.method), is_refunded(record)
        found.refunds.append(
            Refund(record.line, record.day, record.amount, record.order, by_method, done, _said(record))
        )
        return
    meaning = purchase_of(record)
    if meaning:
        _add(record, meaning, found)
    income, ordinary = words(record.direction) == INCOME, is_ordinary(record)
    sold = sold_in(record, ordinary=ordinary)
    if not income:
        found.purchases.add(record.order, sold)
    row = (record.order, record.day, record.amount, record.direction)
    if ordinary and not _is_seen(record.line, row, found):
        found.sums.add(record.day, sold, record.amount, income=income)


def _add(record: Record, meaning: Meaning, found: _Gathered) -> None:
    """Take in a row of 花呗 or 借呗; one without an amount has moved nothing."""
    if not record.amount:
        return
    done = meaning.outcome is Outcome.DONE
    if meaning.outcome is Outcome.UNKNOWN:
        found.unsure.append(record.line)
    if meaning.kind is Kind.PURCHASE and done and by_others_too(record.method):
        found.mixed.append(record.line)
    kind = meaning.kind if done else Kind.FAILED
    found.movements.append(
        Movement(
            record.line,
            kind,
            meaning.product,
            record.day,
            record.amount,
            meaning.bill_month,
            _said(record),
            record.order,
        )
    )


def _give_back(refund: Refund, found: _Gathered) -> None:
    """Take in a refund, now that all purchases are known."""
    if not refund.amount:
        return
    sold = found.purchases.behind(refund)
    if refund.by_huabei or (sold and sold.by_huabei):
        kind = Kind.REFUND if refund.done else Kind.FAILED
        found.movements.append(
            Movement(refund.line, kind, Brand.HUABEI, refund.day, refund.amount, None, refund.said, refund.order)
        )
    if not refund.done or _is_seen(refund.line, (refund.order, refund.day, refund.amount, REFUNDS), found):
        return
    if sold is None or sold.counted:
        sold = sold or Sold(counted=False, category=REFUNDS, by_huabei=refund.by_huabei)
        found.sums.add(refund.day, sold, -refund.amount)


def _is_seen(line: int, row: tuple[str, date, Decimal, str], found: _Gathered) -> bool:
    """Tell whether a row was there before; one without an order number never was."""
    if not row[0]:
        return False
    if row in found.seen:
        found.twice.add(line)
        return True
    found.seen.add(row)
    return False


def _told_apart(movements: Sequence[Movement], twice: set[int]) -> tuple[list[Movement], list[int]]:
    """Return the movements with those marked that repeat another, and the lines of those that have only its number."""
    told: list[Movement] = []
    first: dict[str, Movement] = {}
    lines: dict[tuple[object, ...], int] = {}
    paid: set[str] = set()
    different: list[int] = []
    for movement in movements:
        earlier = first.setdefault(movement.order, movement) if movement.order else movement
        if earlier is not movement:
            lines.setdefault((earlier.order, *earlier[1:5]), earlier.line)
            line = lines.setdefault((movement.order, *movement[1:5]), movement.line)
            if line != movement.line:
                twice.add(movement.line)
                told.append(movement._replace(repeats=line))
                continue
            if movement.kind is not Kind.REFUND and movement.order in paid:  # a refund may have its purchase's number
                different.append(movement.line)
        told.append(movement)
        if movement.kind is not Kind.REFUND:
            paid.add(movement.order)
    return told, different


def _said(record: Record) -> str:
    both = record.goods if record.party in record.goods else f"{record.party} {record.goods}"
    return shown(both, _LETTERS)


def _remarks(found: _Gathered, different: list[int], around: Around) -> list[str]:
    remarks = []
    if around.count > found.rows:
        text = translate("Statement", "文件说有 {told} 笔，只找到 {found} 笔，后面的可能没有下载下来")
        remarks.append(text.format(told=around.count, found=found.rows))
    for lines, text in (
        (sorted(found.twice), translate("Statement", "有 {count} 行和前面的重复，没有再算（第 {lines} 行）")),
        (different, translate("Statement", "有 {count} 行和前面的订单号一样，内容不一样，各算各的（第 {lines} 行）")),
        (found.unsure, translate("Statement", "有 {count} 行的交易状态不认识，没有算作成功（第 {lines} 行）")),
        (found.mixed, translate("Statement", "有 {count} 笔只有一部分用花呗付，分不出多少，按整笔算（第 {lines} 行）")),
    ):
        if lines:
            named = "、".join(map(str, lines[:_LINES_NAMED])) + ("…" if len(lines) > _LINES_NAMED else "")
            remarks.append(text.format(count=len(lines), lines=named))
    if not around.has_method:
        remarks.append(translate("Statement", "这张表没有“收/付款方式”这一列，看不出哪些是用花呗付的"))
    if around.unreadable:
        text = translate("Statement", "有 {count} 行里有读不出的字，写作“�”")
        remarks.append(text.format(count=around.unreadable))
    return remarks
