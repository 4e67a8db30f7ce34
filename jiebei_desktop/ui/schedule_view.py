"""A loan's schedule on screen: figures, picture and table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.engine.ledger import Kept
from jiebei_desktop.money import HUNDRED, grouped, percent
from jiebei_desktop.planning.warnings import Remark
from jiebei_desktop.planning.why import cost_why, why
from jiebei_desktop.planning.wording import loan_sentence
from jiebei_desktop.products import ProductRule
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, FigureCard, FigureRow, Notice, column, fill_area, label
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone
from jiebei_desktop.ui.widgets.pictures import Bar, Bars
from jiebei_desktop.values import Method

_NOTHING: Mapping[date, Decimal] = MappingProxyType({})


class ScheduleView(QScrollArea):
    """A schedule: four figures, the instalments as bars, every row, and how the chosen row came about."""

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
        self.why = label(wrap=True)
        self.why.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.why.setAccessibleName(translate("Loans", "这一行是怎么算出来的"))
        reasons = Card(translate("Loans", "这一行是怎么算出来的"))
        reasons.body.addWidget(self.why)
        self._schedule: Schedule | None = None
        self._rule: ProductRule | None = None
        self._remarks: list[str] = []
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._explain(now.row()))
        layout = column(spacing=design.INSET)
        self._above = column(spacing=design.INSET)
        layout.addLayout(self._above)
        self._parts = (self._figure_row, bars, table, reasons)
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

    def lead_with(self, card: Card) -> None:
        """Put a card before everything else."""
        self._above.addWidget(card)

    def show_figures(self, there: bool) -> None:
        """Show the figures, or nothing where there are none: those of another loan would deceive."""
        for part in self._parts:
            part.setVisible(there)

    def show_schedule(
        self,
        worked_out: Schedule,
        rule: ProductRule | None,
        remarks: Sequence[Remark],
        unpaid: Mapping[date, Decimal] = _NOTHING,
    ) -> None:
        """Show a schedule in its product's colour.

        Args:
            worked_out: the schedule.
            rule: the product's rule, if there is one.
            remarks: what is remarked on it, to stand among the reasons.
            unpaid: what is left of instalments that are late, by their due dates.
        """
        self._schedule, self._rule = worked_out, rule
        self._remarks = [remark.whole for remark in remarks]
        colour = design.current().brand(rule.brand if rule else None)
        rows, totals, rates = worked_out.rows, worked_out.totals, worked_out.rates
        per_hundred = grouped(totals.cost * HUNDRED / totals.principal)
        cost = translate("Loans", "每借 100 元付 {amount} 元").format(amount=per_hundred)
        principal = translate("Loans", "其中本金 {amount}").format(amount=grouped(totals.principal))
        self._figures["cost"].show_figure(grouped(totals.cost), cost)
        self._figures["payment"].show_figure(grouped(totals.payment), principal)
        self._figures["nominal"].show_figure(percent(rates.nominal_annual), translate("Loans", "单利 · 按期数"))
        self._figures["effective"].show_figure(percent(rates.effective_annual), translate("Loans", "复利 · 按还款日"))
        self._figure_row.fit()
        fee = worked_out.terms.method is Method.FLAT_FEE
        self._bars.show_bars(
            [
                Bar(f"{row.due_date:%m-%d}", row.principal, row.interest + row.fee, _why(row))
                for row in rows
                if row.event != "restructure"
            ],
            colour,
            loan_sentence(worked_out),
        )
        header = [
            Cell(translate("Loans", "期")),
            Cell(translate("Loans", "还款日")),
            Cell(translate("Loans", "天数")),
            Cell(translate("Loans", "本金")),
            Cell(translate("Loans", "手续费") if fee else translate("Loans", "利息")),
            Cell(translate("Loans", "应还")),
            Cell(translate("Loans", "还剩本金")),
        ]
        replaced = worked_out.replaced if isinstance(worked_out, Kept) else frozenset()
        cells = []
        for row in rows:
            left = unpaid.get(row.due_date) if row.event is None else None
            moved = row.event is None and row.due_date in replaced
            cells.append(_cells(row, "\n".join(cost_why(row, worked_out.terms)), _payment(row, left, moved=moved)))
        total = translate("Loans", "合计")
        cells.append(
            [
                Cell(""),
                Cell(total, Tone.STRONG),
                Cell(str(sum(row.days for row in rows)), Tone.QUIET),
                Cell(grouped(totals.principal), Tone.STRONG),
                Cell(grouped(totals.cost), Tone.STRONG),
                Cell(grouped(totals.payment), Tone.STRONG),
                Cell(""),
            ]
        )
        self.table.show_cells(header, cells)
        self.table.fix_columns({0: design.NUMBER_COLUMN, 1: design.DATE_COLUMN, 2: design.DAYS_COLUMN})
        self._explain(self.table.currentIndex().row())

    def _explain(self, place: int) -> None:
        """Say how a row came about; the first where none is chosen."""
        if self._schedule is None:
            return
        rows = self._schedule.rows
        row = rows[place if 0 <= place < len(rows) else 0]
        title = translate("Loans", "{due} 应还 {payment} 元").format(due=row.due_date, payment=grouped(row.payment))
        self.why.setText("\n".join((title, *why(row, self._schedule, self._rule), *self._remarks)))


def _payment(row: Row, left: Decimal | None, *, moved: bool) -> Cell:
    """Return what an instalment asks for, or what is left of one that is late or went into a new plan."""
    if left is not None:
        return Cell(translate("Loans", "没还 {amount}").format(amount=grouped(left)), Tone.WRONG)
    if row.event == "restructure":  # it takes back what had fallen due unpaid
        return Cell(grouped(row.payment), Tone.QUIET, why=translate("Loans", "没还的，转入新的计划"))
    if moved:
        return Cell(f"⇨ {grouped(row.payment)}", Tone.QUIET, why=translate("Loans", "没还，转入新的计划"))
    return Cell(grouped(row.payment), Tone.STRONG)


def _cells(row: Row, why: str, payment: Cell) -> list[Cell]:
    return [
        Cell(_EVENT_SIGNS.get(row.event or "", str(row.period)), Tone.QUIET, why=_event_name(row)),
        Cell(row.due_date.isoformat()),
        Cell(str(row.days), Tone.QUIET),
        Cell(grouped(row.principal)),
        Cell(grouped(row.interest + row.fee), why=why),
        payment,
        Cell(grouped(row.balance), Tone.QUIET),
    ]


_EVENT_SIGNS = {"prepayment": "＋", "settlement": "✓", "restructure": "⇨"}


def _event_name(row: Row) -> str:
    return {
        "prepayment": translate("Loans", "提前还款"),
        "settlement": translate("Loans", "结清"),
        "restructure": translate("Loans", "重新分期"),
    }.get(row.event or "", "")


def _why(row: Row) -> str:
    text = translate("Loans", "第 {period} 期 {due}：本金 {principal} + 利息和手续费 {cost} = {payment} 元")
    return text.format(
        period=row.period,
        due=row.due_date,
        principal=grouped(row.principal),
        cost=grouped(row.interest + row.fee),
        payment=grouped(row.payment),
    )
