"""Every payment of every option, side by side by number."""

from __future__ import annotations

from functools import partial

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_why import due_why
from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.basics import Card
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable

_NAME = 16
"""Letters of a name that a head has room for."""
_ROOM_FOR_ALL = 2
"""Up to so many options, each has columns for its cost and for what is left, too."""


class PeriodsCard(Card):
    """The table of payments."""

    def __init__(self) -> None:
        super().__init__(translate("Compare", "每一期"))
        self.table = FigureTable(translate("Compare", "每一期"), whole=True, numbered=True, headed=False)
        self.body.addWidget(self.table)

    def show_comparison(self, compared: Compared) -> None:
        """Show the payments of a comparison."""
        whole = len(compared.columns) <= _ROOM_FOR_ALL
        header = []
        for name in compared.names:
            short = name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
            header.append(Cell(translate("Compare", "{name}\n还款日").format(name=short), why=name))
            header.append(Cell(translate("Compare", "应还")))
            if whole:
                header.append(Cell(translate("Compare", "利息和手续费")))
                header.append(Cell(translate("Compare", "还剩本金")))
        count = max((len(worked.instalments) for _, worked in compared.able), default=0)
        lines = []
        for index in range(count):
            cells: list[Cell] = []
            for place in range(len(compared.columns)):
                cells += _cells(compared, place, index, whole=whole)
            lines.append(cells)
        self.table.show_cells(header, lines)


def _cells(compared: Compared, place: int, index: int, *, whole: bool) -> list[Cell]:
    worked = compared.columns[place].worked
    if worked is None or index >= len(worked.instalments):
        return [Cell("—", Tone.QUIET)] * (4 if whole else 2)
    due = worked.instalments[index]
    why = partial(due_why, compared, place, worked.dues.index(due))
    cells = [Cell(due.due_date.isoformat(), why=why), Cell(grouped(due.payment), Tone.STRONG, why=why)]
    if whole:
        cells += [Cell(grouped(due.cost), why=why), Cell(grouped(due.balance), Tone.QUIET, why=why)]
    return cells
