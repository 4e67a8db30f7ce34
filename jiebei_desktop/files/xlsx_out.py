"""Excel workbooks: real numbers and dates with formats, sums that live, texts that nothing runs, pages that print."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.tables import Cell, Share, Table, shown, text_width
from jiebei_desktop.files.xlsx_charts import CHART_HIGH, CHART_WIDE, Chart, draw_chart
from jiebei_desktop.money import ZERO
from jiebei_desktop.text import translate

_MONEY, _SHARE, _DAY, _COUNT = "#,##0.00", "0.00%", "yyyy-mm-dd", "0"
_A4 = 9
_MARGIN = 0.5  # inches
_SHEET_NAME = 31
_MOST_TEXT = 32_767
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_RESERVED = "history"
_INK, _TINT, _RULE, _QUIET = "#1B2330", "#E7EEFF", "#C9D2DF", "#5B6675"

# Widths in characters, heights in points.
_NARROWEST, _WIDEST, _FIRST, _HEADER = 9, 48, 22, 14
_NOTES = 110
_PADDING = 2
_LINE = 15
_HIGHEST = 409
_COLUMN = 5.3
"""Points that a character of a column's width takes, with its share of the lines between them."""
_PAGE_WIDE, _PAGE_HIGH = 769, 487
"""Points on a page of A4 on its side within its margins."""
_ROOM = 0.95
"""The share of a column that texts surely have: their font may be a little wider than figures tell."""


class Sheet(NamedTuple):
    """One sheet of a workbook.

    Attributes:
        name: of its tab.
        table: what is on it.
        notes: sentences under that.
        totals: the places of the columns of money that are summed in a last row, by formulas that live on.
        chart: drawn under all of it.
    """

    name: str
    table: Table
    notes: tuple[str, ...] = ()
    totals: tuple[int, ...] = ()
    chart: Chart | None = None


def write_xlsx(path: Path, sheets: Sequence[Sheet], created: date) -> None:
    """Write sheets as one workbook.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    write_atomically(path, xlsx_bytes(sheets, created))


def xlsx_bytes(sheets: Sequence[Sheet], created: date) -> bytes:
    """Return sheets as the bytes of an Excel workbook, the same for the same sheets and day."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - seldom needed, and a start is not to pay for it

    stream = io.BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, {"in_memory": True, **never}) as workbook:
        workbook.set_properties(
            {
                "title": translate("Workbook", "借花规划：还款的计算"),
                "comments": translate("Workbook", "由借花规划在本机离线生成；文件属性里没有个人信息。"),
                "created": datetime.combine(created, time()),
            }
        )
        styles = _Styles(workbook)
        names = sheet_names([sheet.name for sheet in sheets])
        for name, sheet in zip(names, sheets, strict=True):
            page = workbook.add_worksheet(name)
            taken = _fill(page, sheet, styles)
            if sheet.chart is not None and sheet.table.rows:
                draw_chart(workbook, page, sheet.chart, sheet.table, taken.rows + 1)
                if not taken.leaves_room:
                    page.set_h_pagebreaks([taken.rows + 1])  # or the picture would be cut in two
            _set_up_page(page)
    return stream.getvalue()


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return names that Excel takes, as near to the wanted ones as can be, each only once whatever its case."""
    found: list[str] = []
    taken: set[str] = set()
    for each in wanted:
        bare = _NOT_IN_A_NAME.sub(" ", each).strip(" '") or translate("Workbook", "表")
        bare = f"{bare}_" if bare.casefold() == _RESERVED else bare
        name, count = _shortened(bare, _SHEET_NAME), 1
        while name.casefold() in taken:
            count += 1
            suffix = f" ({count})"
            name = _shortened(bare, _SHEET_NAME - len(suffix)) + suffix
        taken.add(name.casefold())
        found.append(name)
    return found


def _shortened(name: str, units: int) -> str:
    """Return as much of a name's beginning as there is room for."""
    return _beginning(name, units).rstrip(" '")


def _beginning(text: str, units: int) -> str:
    """Return the beginning of a text that takes no more than so many units, as Excel counts them, by UTF-16."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


class _Styles:
    """The formats of a workbook, by what they are for."""

    def __init__(self, workbook: Any) -> None:  # noqa: ANN401 - the library has no types
        plain = {"font_color": _INK, "valign": "top", "bottom": 1, "bottom_color": _RULE}
        header = {**plain, "bold": True, "bg_color": _TINT, "text_wrap": True, "valign": "vcenter"}
        self.header = workbook.add_format({**header, "align": "left", "indent": 1})
        self.figure_header = workbook.add_format({**header, "align": "right"})
        self.note = workbook.add_format({"font_color": _QUIET, "text_wrap": True, "valign": "top", "align": "left"})
        self.blank = workbook.add_format(plain)
        # A text even after somebody has edited it; Excel's own format for texts shows the long ones as ####.
        text = {**plain, "quote_prefix": True, "text_wrap": True, "align": "left", "indent": 1}
        self.text = workbook.add_format(text)
        self.told = workbook.add_format({**text, "font_color": _QUIET})
        last = {**plain, "bold": True, "top": 1, "top_color": _INK, "bottom": 0}
        self.total = workbook.add_format({**last, "num_format": _MONEY, "align": "right"})
        self.last = workbook.add_format({**last, "align": "left", "indent": 1})
        self.figures = {
            kind: workbook.add_format({**plain, "num_format": kind, "align": "right"})
            for kind in (_MONEY, _SHARE, _DAY, _COUNT)
        }


class _Taken(NamedTuple):
    """What a table and the notes under it take: rows, points down, and points across."""

    rows: int
    high: float
    wide: float

    @property
    def leaves_room(self) -> bool:
        """Tell whether a picture under it is still on the first page, which is made as wide as what is on it."""
        shrunk = min(1, _PAGE_WIDE / max(self.wide, CHART_WIDE))
        return (self.high + 2 * _LINE + CHART_HIGH) * shrunk <= _PAGE_HIGH


def _fill(page: Any, sheet: Sheet, styles: _Styles) -> _Taken:  # noqa: ANN401 - the library has no types
    """Put a sheet's table, totals and notes on its page."""
    table = sheet.table
    columns = [tuple(row[place] for row in table.rows) for place in range(len(table.header))]
    widths = []
    for place, (name, cells) in enumerate(zip(table.header, columns, strict=True)):
        width = _column_width(name, cells, first=place == 0)
        widths.append(width)
        page.set_column(place, place, width)
        _write_text(page, 0, place, name, styles.header if _is_text(cells) else styles.figure_header)
        for row, cell in enumerate(cells, 1):
            _write(page, row, place, cell, styles, told=place in table.told)
    names = zip(table.header, widths, strict=True)
    lines_high = max((_lines(name, width - _PADDING) for name, width in names), default=1)
    for row, line in enumerate(table.rows, 1):
        texts = [(cell, widths[place]) for place, cell in enumerate(line) if isinstance(cell, str)]
        high = max((_lines(cell, _ROOM * width - _PADDING) for cell, width in texts), default=1)
        if high > 1:
            page.set_row(row, min(_LINE * high, _HIGHEST))  # not every program looks for it when it opens the file
        lines_high += high
    page.freeze_panes(1, 1)
    page.repeat_rows(0)
    row = len(table.rows) + 1
    if sheet.totals and table.rows:
        _write_totals(page, sheet, columns, styles)
        row += 1
        lines_high += 1
    if sheet.notes:
        lines_high += 1 + _write_notes(page, sheet.notes, row + 1, widths, styles)
        row += 1 + len(sheet.notes)
    return _Taken(row, _LINE * lines_high, sum(_COLUMN * width for width in widths))


def _write_totals(page: Any, sheet: Sheet, columns: Sequence[Sequence[Cell]], styles: _Styles) -> None:  # noqa: ANN401
    """Write the last row: what columns of money come to, as a formula and as the figure that it has now."""
    from xlsxwriter.utility import xl_range  # type: ignore[import-untyped]  # noqa: PLC0415 - as the library itself

    count = len(sheet.table.rows)
    row = count + 1
    for place, cells in enumerate(columns):
        if place in sheet.totals:
            total = sum((cell for cell in cells if isinstance(cell, Decimal)), ZERO)
            page.write_formula(row, place, f"=SUM({xl_range(1, place, count, place)})", styles.total, total)
        elif place:
            page.write_blank(row, place, None, styles.last)
        else:
            _write_text(page, row, place, translate("Workbook", "合计"), styles.last)


def _write_notes(page: Any, notes: Sequence[str], row: int, widths: Sequence[float], styles: _Styles) -> int:  # noqa: ANN401
    """Write sentences across the columns, a row each; return how many lines they take."""
    across, last, taken = 0.0, 0, 0
    for place, width in enumerate(widths):
        if place and across + width > _NOTES:
            break
        across, last = across + width, place
    for note in notes:
        if last:
            page.merge_range(row, 0, row, last, "", styles.note)
        _write_text(page, row, 0, note, styles.note)
        high = _lines(note, across - _PADDING)
        page.set_row(row, min(_LINE * high, _HIGHEST))  # a merged cell never finds its height by itself
        row, taken = row + 1, taken + high
    return taken


def _write(page: Any, row: int, place: int, cell: Cell, styles: _Styles, *, told: bool) -> None:  # noqa: ANN401
    """Write one cell as what it is."""
    if cell is None:
        page.write_blank(row, place, None, styles.blank)
    elif isinstance(cell, str):
        _write_text(page, row, place, cell, styles.told if told else styles.text)
    elif isinstance(cell, Share):
        page.write_number(row, place, cell.value + ZERO, styles.figures[_SHARE])
    elif isinstance(cell, Decimal):
        page.write_number(row, place, cell + ZERO, styles.figures[_MONEY])  # a float would be 8.699999999999999
    elif isinstance(cell, date):
        page.write_datetime(row, place, cell, styles.figures[_DAY])
    else:
        page.write_number(row, place, cell, styles.figures[_COUNT])


def _write_text(page: Any, row: int, place: int, text: str, style: Any) -> None:  # noqa: ANN401 - no types
    """Write a text that stays one: what looks like the library's own mark-up begins with an invisible space."""
    whole = f"\u200b{text}" if text.startswith("<r>") else text
    if _beginning(whole, _MOST_TEXT) != whole:  # the library counts otherwise, and says nothing of it
        whole = f"{_beginning(whole, _MOST_TEXT - 1)}…"
    page.write_string(row, place, whole, style)


def _set_up_page(page: Any) -> None:  # noqa: ANN401 - the library has no types
    """Make a page print well: A4 on its side, as wide as its table, numbered."""
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(_MARGIN, _MARGIN, _MARGIN, 2 * _MARGIN)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&R&P / &N")


def _is_text(cells: Sequence[Cell]) -> bool:
    """Tell whether a column holds texts, by the first thing in it."""
    return isinstance(next((cell for cell in cells if cell is not None), ""), str)


def _column_width(name: str, cells: Sequence[Cell], *, first: bool) -> float:
    """Return how wide a column is: all of what it holds up to a point, and of its name, which wraps, the most of it."""
    least = _FIRST if first and _is_text(cells) else _NARROWEST
    widest = max((text_width(shown(cell)) for cell in cells), default=0)
    return min(max(least, widest + _PADDING, min(text_width(name), _HEADER) + _PADDING), _WIDEST)


def _lines(text: str, width: float) -> int:
    """Return in how many lines a text stands where so many characters go into one."""
    return sum(1 + int(max(text_width(line) - 1, 0) // max(width, 1)) for line in text.splitlines() or [""])
