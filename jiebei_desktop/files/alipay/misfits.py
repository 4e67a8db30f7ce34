"""Rows whose cells have slipped: a comma in a name or an amount that stands in no quotes makes two cells of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jiebei_desktop.files.alipay.cells import amount_in, is_moment

DIRECTIONS: Final = frozenset({"支出", "收入", "不计收支", "其他", "/", "-", ""})
_MOST_COMMAS: Final = 20
_THOUSANDS: Final = re.compile(r"[+-]?[¥￥]?[+-]?[0-9]{1,3}")
_REST: Final = re.compile(r"[0-9]{3}(?:\.[0-9]{1,2})?元?")


class Columns(NamedTuple):
    """Where the columns are; -1 for one that is missing."""

    times: tuple[int, ...]
    party: int
    goods: int
    direction: int
    amount: int
    status: int
    category: int
    kind: int
    method: int
    order: int
    fund: int


def mended(cells: list[str], extra: int, columns: Columns) -> list[str] | None:
    """Return the cells of a row in their columns, the commas put back; None where none makes sense.

    Args:
        cells: those that were found.
        extra: how many there are too many.
        columns: where they belong.
    """
    for joined in _joined(cells, extra, columns):
        found = _amount_joined(joined, columns.amount) if extra > 0 else joined
        if _fits(found, columns):
            return found
    return None


def _joined(cells: list[str], extra: int, columns: Columns) -> Iterator[list[str]]:
    """Yield the cells as they are, and with more and more of them in the text that people write commas into."""
    yield cells
    place = columns.goods
    for more in range(1, min(max(extra, 1), _MOST_COMMAS) + 1):
        yield [*cells[:place], ",".join(cells[place : place + more + 1]), *cells[place + more + 1 :]]


def _amount_joined(cells: list[str], place: int) -> list[str]:
    """Return the cells with an amount such as 1,234.50 as one again."""
    end = place + 1
    if end < len(cells) and _THOUSANDS.fullmatch(cells[place]):
        while end < len(cells) and _REST.fullmatch(cells[end]):
            end += 1
    return [*cells[:place], ",".join(cells[place:end]), *cells[end:]]


def _fits(cells: list[str], columns: Columns) -> bool:
    """Tell whether the cells that can be told from others are where they belong."""
    if len(cells) <= max(*columns.times, *columns[1:6]) or cells[columns.direction] not in DIRECTIONS:
        return False
    try:
        amount_in(cells[columns.amount])
    except ValueError:
        return False
    return any(is_moment(cells[place]) for place in columns.times)
