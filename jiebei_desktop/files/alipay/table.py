"""The table in a statement: what stands around it, its columns by name, and its rows as records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple, TypeVar

from jiebei_desktop.files.alipay.cells import amount_in, day_in, is_moment, order_in, shown, words
from jiebei_desktop.files.alipay.decoding import Line, no_statement
from jiebei_desktop.files.alipay.misfits import DIRECTIONS, Columns, mended
from jiebei_desktop.files.alipay.rows import Row, cells_in, rows_of
from jiebei_desktop.files.alipay.trouble import StatementError, half_written
from jiebei_desktop.text import half_width, translate

_MOST_BEFORE: Final = 500
"""Lines before the header."""
_CELL_LETTERS: Final = 30
_TIMES: Final = ("交易时间", "付款时间", "交易创建时间")
"""A row has its day from the first of these that it fills in."""
_FEWEST: Final = 3
"""Columns of a header; less is prose that speaks of one."""
_NEEDED: Final = {
    "party": ("交易对方",),
    "goods": ("商品说明", "商品名称"),
    "direction": ("收/支",),
    "amount": ("金额", "金额(元)"),
    "status": ("交易状态",),
}
_ALSO: Final = {
    "category": ("交易分类",),
    "kind": ("类型",),
    "method": ("收/付款方式",),
    "order": ("交易订单号", "交易号"),
    "fund": ("资金状态",),
}
_FUND_DIRECTIONS: Final = {"已支出": "支出", "已收入": "收入"}
_FROM: Final = re.compile(r"起始(?:时间|日期)[::]\s*\[?\s*([^\]\s]+)")
_TO: Final = re.compile(r"终止(?:时间|日期)[::]\s*\[?\s*([^\]\s]+)")
_COUNT: Final = re.compile(r"共\s*([0-9]{1,9})\s*笔记录")
_SKIPPED: Final = ("", "-")
T = TypeVar("T")


class Record(NamedTuple):
    """A row of the table.

    Attributes:
        line: where it begins; the first one is 1.
        amount: in yuan, its sign left out.
        category: of the newer forms; empty in the older one.
        kind: what a row has that takes the category's place in the older form.
        direction: 支出, 收入, or anything else for neither.
        method: what it was paid with; empty where the form has none.
        order: its number; may be empty.
    """

    line: int
    day: date
    amount: Decimal
    category: str
    kind: str
    party: str
    goods: str
    direction: str
    method: str
    status: str
    order: str


@dataclass(slots=True)
class Around:
    """What is found out about a statement while its table is read.

    Attributes:
        first: the first day that it covers, where it says so; `last` the last one.
        count: of the rows that it says it has.
        has_method: whether it says what was paid with what.
        unreadable: how many lines have letters that can't be read.
    """

    first: date | None = None
    last: date | None = None
    count: int = 0
    has_method: bool = False
    unreadable: int = 0

    def look_at(self, text: str) -> None:
        """Take in a line before or after the table."""
        plain = half_width(text)
        self.first = _found(_FROM, plain, day_in) or self.first
        self.last = _found(_TO, plain, day_in) or self.last
        self.count = _found(_COUNT, plain, int) or self.count


def records_of(lines: Iterator[Line], around: Around) -> Iterator[Record]:
    """Yield the rows of a statement's table, and tell `around` what else is found.

    Raises:
        StatementError: there is no table, a column or cell is missing or can't be read, or the file ends within a row.
    """
    lines = _counted(lines, around)
    names = _header(lines, around)
    columns = _columns(names)
    around.has_method = columns.method >= 0
    width = max(place for place, name in enumerate(names) if name) + 1
    least = max(*columns.times, *columns[1:6]) + 1
    whole = width if width > least else len(names)
    in_table = True
    for row in rows_of(lines, width):
        cells = [cell.strip() for cell in row.cells]
        if len(cells) < (least if row.ended else whole):
            _check_short(row, cells, names, in_table=in_table)
        elif cells[columns.amount] not in _SKIPPED or any(is_moment(cells[place]) for place in columns.times):
            if len(cells) > len(names) or cells[columns.direction] not in DIRECTIONS:
                cells = _mended(row.line, cells, columns, names)
            cells += [""] * max(width - len(cells) + 1, 1)
            yield _record(row.line, cells, columns, names)
            continue
        around.look_at(",".join(cells))
        in_table = in_table and not any(cells)


def _counted(lines: Iterator[Line], around: Around) -> Iterator[Line]:
    for line in lines:
        around.unreadable += "\ufffd" in line.text
        yield line


def _header(lines: Iterator[Line], around: Around) -> list[str]:
    """Return the names of the columns, as they are compared."""
    others = False
    for line in lines:
        names = [words(cell).lstrip("\ufeff") for cell in cells_in(line.text) or line.text.split(",")]
        if any(name in names for name in _TIMES) and sum(map(bool, names)) >= _FEWEST:
            if others:
                raise StatementError(translate("Statement", "这是微信支付的账单，要选支付宝的"))
            return names
        others = others or "微信支付账单" in line.text
        around.look_at(line.text)
        if line.number >= _MOST_BEFORE:
            break
    raise no_statement()


def _columns(names: list[str]) -> Columns:
    def place(known: tuple[str, ...]) -> int:
        return next((names.index(name) for name in known if name in names), -1)

    missing = [known[0] for known in _NEEDED.values() if place(known) < 0]
    if missing:
        text = translate("Statement", "表头里少了这几列：{names}；请选支付宝发来的原始文件")
        raise StatementError(text.format(names="、".join(missing)))
    found = {field: place(known) for field, known in (_NEEDED | _ALSO).items()}
    return Columns(tuple(names.index(name) for name in _TIMES if name in names), **found)


def _record(line: int, cells: list[str], columns: Columns, names: list[str]) -> Record:
    """Return a row as a record; a column that is missing stands for the last cell, which is empty."""
    time = next((place for place in columns.times if cells[place] not in _SKIPPED), columns.times[0])
    direction = cells[columns.direction]
    return Record(
        line,
        _read(day_in, line, cells[time], names[time]),
        _read(amount_in, line, cells[columns.amount], names[columns.amount]),
        cells[columns.category],
        cells[columns.kind],
        cells[columns.party],
        cells[columns.goods],
        direction or _FUND_DIRECTIONS.get(cells[columns.fund], ""),
        cells[columns.method],
        cells[columns.status],
        order_in(cells[columns.order]),
    )


def _read(read: Callable[[str], T], line: int, cell: str, name: str) -> T:
    try:
        return read(cell)
    except ValueError:
        text = translate("Statement", "第 {line} 行的“{column}”读不懂：“{cell}”；请改用支付宝发来的原始文件")
        raise StatementError(text.format(line=line, column=name, cell=shown(cell, _CELL_LETTERS))) from None


def _mended(line: int, cells: list[str], columns: Columns, names: list[str]) -> list[str]:
    """Return the cells of a row in their columns; one that has only an odd word for 收/支 stays as it is."""
    found = mended(cells, len(cells) - len(names), columns)
    if found is None and len(cells) > len(names):
        text = translate("Statement", "第 {line} 行有 {found} 格，表头只有 {wanted} 列；文件可能坏了，请重新下载")
        raise StatementError(text.format(line=line, found=len(cells), wanted=sum(map(bool, names))))
    return found or cells


def _check_short(row: Row, cells: list[str], names: list[str], *, in_table: bool) -> None:
    """Refuse a row with too few cells, where it is one: prose after the table has few cells as well."""
    if not row.ended and in_table and any(cells) and not cells[0].startswith("-"):
        raise half_written(row.line)
    if any(is_moment(cell) for cell in cells):
        text = translate("Statement", "第 {line} 行只有 {found} 格，表头有 {wanted} 列；文件可能坏了，请重新下载")
        raise StatementError(text.format(line=row.line, found=len(cells), wanted=sum(map(bool, names))))


def _found(pattern: re.Pattern[str], text: str, read: Callable[[str], T]) -> T | None:
    """Return what a line says, or None where it doesn't or can't be read: nothing depends on it."""
    match = pattern.search(text)
    try:
        return read(match[1]) if match else None
    except ValueError:
        return None
