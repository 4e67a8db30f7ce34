"""The months ahead: what to look out for, both products tried on them, the money day by day and month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QScrollArea

from jiebei_desktop.files.budget_tables import brands_of
from jiebei_desktop.money import ZERO, grouped, percent, signed
from jiebei_desktop.planning.budget.alerts import Alert
from jiebei_desktop.planning.budget.capacity import Carry
from jiebei_desktop.planning.budget.outlook import Band, Month, Outlook
from jiebei_desktop.planning.budget.trials import Tried
from jiebei_desktop.planning.budget.whys import dues_why, income_why, late_month_why, payables_why, spending_why
from jiebei_desktop.planning.budget.words import (
    band_name,
    brand_name,
    budget_headline,
    carry_why,
    lowest_why,
    payable_label,
    share_why,
)
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.budget.alerts import AlertsCard
from jiebei_desktop.ui.budget.cycles import CyclesCard
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Card, scrolled
from jiebei_desktop.ui.widgets.chart_parts import Level
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.later import Later
from jiebei_desktop.ui.widgets.picture_out import PictureCard
from jiebei_desktop.ui.widgets.step_lines import Dot, Sign, StepLine, StepLines

_NOTHING = "—"


class Ahead(NamedTuple):
    """What the view shows."""

    outlook: Outlook
    tried: Sequence[Tried]
    carries: Sequence[Carry]
    alerts: Sequence[Alert]


class AheadView(QScrollArea):
    """What comes, with and without a new loan."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._later: Later[Ahead] = Later(self)
        self.alerts = AlertsCard()
        self.cycles = CyclesCard(store)
        self.lines = StepLines()
        picture = PictureCard(translate("Budget", "钱一天天有多少"), self.lines)
        self.lines.why = self._day_why
        self.months = FigureTable(translate("Budget", "往后每个月"), whole=True)
        months = Card(translate("Budget", "往后每个月"))
        months.body.addWidget(self.months)
        self.each = FigureTable(translate("Budget", "再借一笔，每个月会怎样"), whole=True)
        each = Card(translate("Budget", "再借一笔，每个月会怎样"))
        each.body.addWidget(self.each)
        self.carries = FigureTable(translate("Budget", "我还能承担多少"), whole=True)
        carry = Card(translate("Budget", "我还能承担多少（每天都不低于要留的钱）"))
        carry.body.addWidget(self.carries)
        scrolled(self, (self.alerts, self.cycles, picture, self.cycles.effects, months, each, carry))
        self._later.add(self.lines, self._show_lines)
        self._later.add(self.months, self._show_months)
        self._later.add(self.each, self._show_each)
        self._later.add(self.carries, self._show_carries)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._later.look_soon())
        self._outlook: Outlook | None = None

    def show_ahead(self, ahead: Ahead) -> None:
        """Show the months ahead."""
        self._outlook = ahead.outlook
        self.alerts.show_alerts(ahead.alerts)
        self.cycles.show_tried(ahead.outlook, ahead.tried)
        self._later.show(ahead)
        self._later.look_soon()

    def _show_lines(self, ahead: Ahead) -> None:
        theme, outlook = design.current(), ahead.outlook
        line = outlook.line
        start = line.place(outlook.today)
        lines = [StepLine(translate("Budget", "不再借"), theme.quiet, 0, line.on_time[start:])]
        dots = [_dot(each.owed.brand, each.day, 0) for each in line.payables]
        for place, tried in enumerate(ahead.tried, start=1):
            if not tried.payables:
                continue
            colour = theme.brand(tried.brand)
            lines.append(StepLine(tried.column.usual, colour, place, tried.outlook.line.on_time[start:]))
            dots += [_dot(each.owed.brand, each.day, len(lines) - 1) for each in tried.payables]
        cushion = outlook.budget.cushion
        levels = [Level(cushion, translate("Budget", "要留 {amount}").format(amount=grouped(cushion)), False)]
        signs = [
            Sign(brand_name(brand), theme.brand(brand), _sign(brand))
            for brand in brands_of(outlook)
            if brand in {Brand.JIEBEI, Brand.HUABEI} or any(p.owed.brand is brand for p in line.payables)
        ]
        self.lines.show_lines(
            lines,
            dots,
            levels if cushion else (),
            outlook.today,
            line.last,
            budget_headline(outlook),
            signs=signs,
        )

    def _day_why(self, _place: int) -> str:
        """Return what moves on the marked day."""
        day = self.lines.marked_day
        if self._outlook is None or day is None:
            return ""
        line = self._outlook.line
        text = translate("Budget", "{what} {amount}")
        parts = [
            text.format(what=flow.entry.name or flow.entry.category, amount=signed(flow.amount))
            for flow in line.flows
            if flow.day == day
        ]
        parts += [
            text.format(what=payable_label(each), amount=signed(-each.amount))
            for each in line.payables
            if each.day == day
        ]
        held = line.on_time[line.place(day)]
        text = translate("Budget", "{day}：{moved}，那天结束有 {held} 元。")
        moved = translate("Budget", "，").join(parts) or translate("Budget", "没有进出")
        return text.format(day=day, moved=moved, held=grouped(held))

    def _show_months(self, ahead: Ahead) -> None:
        outlook = ahead.outlook
        brands = brands_of(outlook)
        header = [
            Cell(translate("Budget", "月份"), words=True),
            Cell(translate("Budget", "收入")),
            Cell(translate("Budget", "开支")),
            *(Cell(brand_name(brand)) for brand in brands),
            Cell(translate("Budget", "还款占收入")),
            Cell(translate("Budget", "最紧的一天")),
            Cell(translate("Budget", "那天有")),
            Cell(translate("Budget", "会晚的，多付")),
        ]
        self.months.show_cells(header, [self._month(month, outlook, brands) for month in outlook.months])

    def _month(self, month: Month, outlook: Outlook, brands: list[Brand]) -> list[Cell]:
        late = month.late
        share = percent(month.share, 0) if month.share is not None else _NOTHING
        named = f"{share} {band_name(month.band)}" if month.debt and month.band is not Band.PART else _NOTHING
        tone = {Band.HEAVY: Tone.WRONG, Band.NO_INCOME: Tone.WRONG}.get(
            month.band, Tone.PLAIN if month.debt else Tone.QUIET
        )
        said = translate("Budget", "{count} 笔，{cost}").format(count=len(late), cost=grouped(month.late_cost))
        return [
            Cell(f"{month.first:%Y-%m}", words=True),
            Cell(grouped(month.income), why=partial(income_why, month, outlook)),
            Cell(grouped(month.spending + month.saving), why=partial(spending_why, month, outlook)),
            *(_due(month.dues.get(brand, ZERO), partial(dues_why, month, outlook, brand)) for brand in brands),
            Cell(named, tone, why=lambda: share_why(month, outlook.budget)),
            Cell(f"{month.lowest_day:%m-%d}", Tone.QUIET, why=partial(lowest_why, month, outlook)),
            Cell(
                grouped(month.lowest),
                Tone.WRONG if month.lowest < outlook.budget.cushion else Tone.STRONG,
                why=lambda: lowest_why(month, outlook),
            ),
            Cell(said if late else _NOTHING, Tone.WRONG if late else Tone.QUIET, why=partial(late_month_why, month)),
        ]

    def _show_each(self, ahead: Ahead) -> None:
        """Show what each product that is tried does to each month."""
        tried = [each for each in ahead.tried if each.payables]
        header = [Cell(translate("Budget", "月份"), words=True), Cell(translate("Budget", "不再借，最紧那天"))]
        for each in tried:
            name = brand_name(each.brand)
            header.append(Cell(translate("Budget", "{name}\n当月还").format(name=name)))
            header.append(Cell(translate("Budget", "{name}\n最紧那天").format(name=name)))
            header.append(Cell(translate("Budget", "{name}\n晚了多付").format(name=name)))
        rows = []
        for place, month in enumerate(ahead.outlook.months):
            cells = [Cell(f"{month.first:%Y-%m}", words=True), _held(month, ahead.outlook)]
            for each in tried:
                after = each.outlook.months[place]
                own = [due for due in each.payables if after.first <= due.day <= after.last]
                due = _due(after.debt - month.debt, partial(payables_why, own))
                cells += [due, _held(after, each.outlook), _cost(after)]
            rows.append(cells)
        self.each.show_cells(header, rows)

    def _show_carries(self, ahead: Ahead) -> None:
        header = [
            Cell(translate("Budget", "产品和周期"), words=True),
            Cell(translate("Budget", "最多再借")),
            Cell(translate("Budget", "每次最多还")),
            Cell(translate("Budget", "卡在哪个月")),
        ]
        cushion = ahead.outlook.budget.cushion
        rows = [_carry(each, cushion) for each in ahead.carries]
        self.carries.show_cells(header, rows)


def _carry(found: Carry, cushion: Decimal) -> list[Cell]:
    why = carry_why(found, cushion)
    return [
        Cell(found.label, words=True, why=why),
        Cell(grouped(found.amount), Tone.STRONG if found.amount else Tone.WRONG, why=why),
        Cell(grouped(found.instalment) if found.amount else _NOTHING, Tone.QUIET, why=why),
        Cell(f"{found.day:%Y-%m}" if found.day else _NOTHING, Tone.QUIET, why=why),
    ]


def _held(month: Month, outlook: Outlook) -> Cell:
    why = partial(lowest_why, month, outlook)
    return Cell(grouped(month.lowest), Tone.WRONG if month.short else Tone.PLAIN, why=why)


def _cost(month: Month) -> Cell:
    why = partial(late_month_why, month)
    return Cell(grouped(month.late_cost), Tone.WRONG, why=why) if month.late else Cell(_NOTHING, Tone.QUIET)


def _due(amount: Decimal, why: Callable[[], str]) -> Cell:
    return Cell(grouped(amount), Tone.STRONG, why=why) if amount else Cell(_NOTHING, Tone.QUIET)


def _sign(brand: Brand | None) -> int:
    return {Brand.JIEBEI: 0, Brand.HUABEI: 1}.get(brand or Brand.OTHER, 2)


def _dot(brand: Brand | None, day: date, line: int) -> Dot:
    return Dot(day, line, design.current().brand(brand), _sign(brand))
