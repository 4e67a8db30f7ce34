"""The charts of a workbook: what is drawn of a sheet's own table, and how Excel is asked to draw it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple

from jiebei_desktop.files.tables import Table
from jiebei_desktop.products import Brand

BRAND_COLOURS: Final = {Brand.JIEBEI: "#2F6BFF", Brand.HUABEI: "#C96A00", Brand.OTHER: "#704A78"}
"""A product family's colour, as the window has it on light ground."""
PRINCIPAL: Final = "#9DB7F5"
COST: Final = "#B3361E"
FEE: Final = "#D98A3D"
MONEY: Final = "#1D7A4B"
BALANCE: Final = "#1B2330"
FAINT: Final = "#8A94A3"

_INK, _RULE = "#5B6675", "#E4E8EE"
_WIDE, _HIGH = 960, 340  # pixels
CHART_WIDE, CHART_HIGH = 0.75 * _WIDE, 0.75 * _HIGH
"""The same in points."""
_GAP = 60  # percent of a column's width
_MOST_LABELS = 13


class Series(NamedTuple):
    """A column of figures as it is drawn: where it is in the table, and in which colour."""

    place: int
    colour: str


class Chart(NamedTuple):
    """A picture of a table: columns that stand on each other, lines, or both; the lines then have their own axis.

    Attributes:
        title: what it shows. A literal text of the program's: one of a user's could be taken for a formula.
        across: the place of the column that is read from left to right.
    """

    title: str
    across: int
    columns: tuple[Series, ...] = ()
    lines: tuple[Series, ...] = ()


def draw_chart(workbook: Any, page: Any, chart: Chart, table: Table, row: int) -> None:  # noqa: ANN401 - no types
    """Draw a chart on a page.

    Args:
        workbook: what the page is in.
        page: what has the table, its header in the first row.
        chart: what is drawn.
        table: what it is drawn of.
        row: the row from which on there is room.
    """
    font = {"color": _INK, "size": 9}
    kinds: list[Any] = []
    for kind, series in (("column", chart.columns), ("line", chart.lines)):
        if not series:
            continue
        made = workbook.add_chart({"type": kind, "subtype": "stacked"} if kind == "column" else {"type": kind})
        for each in series:
            made.add_series(_series(page.get_name(), chart, each, len(table.rows), kind, apart=bool(kinds)))
        axis = {"num_format": "#,##0", "num_font": font, "line": {"none": True}, **_from_zero(table, series)}
        if kinds:
            made.set_y2_axis(axis)
            kinds[0].combine(made)
        else:
            made.set_y_axis({**axis, "major_gridlines": {"visible": True, "line": {"color": _RULE}}})
        kinds.append(made)
    first = kinds[0]
    first.set_title({"name": chart.title, "name_font": {"color": _INK, "size": 11, "bold": False}, "overlay": False})
    first.set_legend({"position": "bottom", "font": font})
    first.set_x_axis({"text_axis": True, "num_font": font, "label_position": "low", **_labels(table, chart.across)})
    first.set_chartarea({"border": {"none": True}})
    first.set_size({"width": _WIDE, "height": _HIGH})
    page.insert_chart(row, 0, first, {"description": chart.title, "object_position": 2})


def _labels(table: Table, across: int) -> dict[str, object]:
    """Return how the figures from left to right are written, so few that they do not run into each other."""
    form = "yyyy-mm-dd" if any(isinstance(row[across], date) for row in table.rows) else "0"
    apart = -(-len(table.rows) // _MOST_LABELS)
    return {"num_format": form, "interval_unit": apart, "interval_tick": apart}


def _from_zero(table: Table, series: Sequence[Series]) -> dict[str, int]:
    """Return where an axis begins: at zero, so that what looks twice as high is, unless something is below."""
    figures = (row[each.place] for each in series for row in table.rows)
    return {} if any(isinstance(figure, Decimal) and figure < 0 for figure in figures) else {"min": 0}


def _series(name: str, chart: Chart, each: Series, count: int, kind: str, *, apart: bool) -> dict[str, object]:
    """Return a column of figures as the library wants it, by its cells, so that it follows what is edited there."""
    found: dict[str, object] = {
        "name": [name, 0, each.place],
        "categories": [name, 1, chart.across, count, chart.across],
        "values": [name, 1, each.place, count, each.place],
    }
    if kind == "column":
        return {**found, "fill": {"color": each.colour}, "gap": _GAP}
    return {**found, "line": {"color": each.colour, "width": 2}, "y2_axis": apart}
