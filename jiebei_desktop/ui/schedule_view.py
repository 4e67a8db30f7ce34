"""A loan's schedule on screen: figures, picture and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from PySide6.QtWidgets import QScrollArea, QWidget

from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.warnings import Remark
from jiebei_desktop.planning.wording import loan_sentence
from jiebei_desktop.products import ProductRule
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, FigureCard, FigureRow, Notice, column, fill_area
from jiebei_desktop.ui.widgets.fields import chain_before
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.pictures import Bar, Bars

_NOTHING: Mapping[date, Decimal] = MappingProxyType({})


class ScheduleView(QScrollArea):
    """A schedule: four figures, the instalments as bars, and every row."""

    def __init__(self) -> None:
        super().__init__()
        self.notice = Notice()
        self._figures = {
            "cost": FigureCard(translate("Loans", "利息和手续费")),
            "payment": FigureCard(translate("Loans", "总共还")),
            "nominal": FigureCard(translate("Loans", "名义年化")),
            "effective": FigureCard(translate("Loans", "实际年化")),
        }
        self._figure_row = FigureRow(list(self._figures.values()))
        self._bars = Bars()
        bars = Card(translate("Loans", "每期要还（下段是本金，上段是利息或手续费）"))
        bars.body.addWidget(self._bars)
        self.table = FigureTable(translate("Loans", "还款表"), whole=True)
        table = Card()
        table.body.setContentsMargins(design.HALF, design.HALF, design.HALF, design.GRID)
        table.body.addWidget(self.table)
        self._schedule: Schedule | None = None
        self._rule: ProductRule | None = None
        self._remarks: list[str] = []
        self.table.row_why = self._row_why
        layout = column(spacing=design.INSET)
        self._above = column(spacing=design.INSET)
        layout.addLayout(self._above)
        self._parts = (self._figure_row, bars, table)
        for part in (self.notice, *self._parts):
            layout.addWidget(part)
        self._below = column(spacing=design.INSET)
        layout.addLayout(self._below)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        fill_area(self, layout)

    def add_card(self, card: Card) -> None:
        """Put another card under the schedule; it stays where there are no figures."""
        self._below.addWidget(card)

    def lead_with(self, card: Card, stops: Sequence[QWidget]) -> None:
        """Put a card before everything else; Tab comes to its stops first, too."""
        self._above.addWidget(card)
        chain_before(self._figures["cost"], stops)

    def show_figures(self, there: bool) -> None:
        """Show the figures, or nothing where there are none: those of another loan would deceive."""
        for part in self._parts:
            part.setVisible(there)

    def show_schedule(
        self,
        worked_out: Schedule,
        rule: ProductRule | None,
        remarks: Sequence[Remark],
        today: date,
        unpaid: Mapping[date, Decimal] = _NOTHING,
    ) -> None:
        """Show a schedule in its product's colour.

        Args:
            worked_out: the schedule.
            rule: the product's rule, if there is one.
            remarks: what is remarked on it, to stand among the reasons.
            today: what lies before it is behind one, and quieter.
            unpaid: what is left of instalments that are late, by their due dates.
        """
        from jiebei_desktop.ui.schedule_cells import cells, figures, header  # noqa: PLC0415 - a start shows no schedule

        self._schedule, self._rule = worked_out, rule
        self._remarks = [remark.whole for remark in remarks]
        colour = design.current().brand(rule.brand if rule else None)
        for name, shown in figures(worked_out, rule).items():
            self._figures[name].show_figure(*shown)
        self._figure_row.fit()
        self._bars.show_bars(
            [
                Bar(f"{row.due_date:%m-%d}", row.principal, row.interest + row.fee, _why(row))
                for row in worked_out.rows
                if row.event != "restructure"
            ],
            colour,
            loan_sentence(worked_out),
        )
        self.table.show_cells(header(worked_out), cells(worked_out, unpaid, today))
        self.table.fix_columns({0: design.NUMBER_COLUMN, 1: design.DATE_COLUMN, 2: design.DAYS_COLUMN})

    def _row_why(self, place: int) -> Sequence[str]:
        """Return how a row came about, and what is remarked on the whole; of the sums, the remarks."""
        from jiebei_desktop.planning.schedule_why import row_why  # noqa: PLC0415 - asked for by a click

        if self._schedule is None or place >= len(self._schedule.rows):
            return self._remarks
        return (*row_why(self._schedule.rows[place], self._schedule, self._rule), *self._remarks)


def _why(row: Row) -> str:
    text = translate("Loans", "第 {period} 期 {due}：本金 {principal} + 利息和手续费 {cost} = {payment} 元")
    return text.format(
        period=row.period,
        due=row.due_date,
        principal=grouped(row.principal),
        cost=grouped(row.interest + row.fee),
        payment=grouped(row.payment),
    )
