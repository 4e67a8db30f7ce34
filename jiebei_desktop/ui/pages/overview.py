"""总览: what is due next, what is owed in all, until when, and what to look out for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollArea

from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import says_rules
from jiebei_desktop.planning.overview import Overview, left_a_month, overview
from jiebei_desktop.planning.overview_words import (
    answer,
    answer_why,
    ends_remark,
    ends_value,
    ends_why,
    left_out,
    month_remark,
    month_why,
    owed_why,
    rate_why,
    reason,
)
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.overview.late_card import LateCard
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.welcome import Welcome
from jiebei_desktop.ui.widgets.basics import FigureCard, FigureRow, column, fill_area
from jiebei_desktop.ui.widgets.fields import chain_tabs

if TYPE_CHECKING:
    from jiebei_desktop.planning.budget.alerts import Alert
    from jiebei_desktop.planning.budget.outlook import Outlook
    from jiebei_desktop.ui.budget.alerts import AlertsCard
    from jiebei_desktop.ui.overview.loans import LoansCard
    from jiebei_desktop.ui.overview.year import YearCard

_MOST_ALERTS = 5
_NOTHING = "—"


class _Below(NamedTuple):
    alerts: AlertsCard
    year: YearCard
    loans: LoansCard


class OverviewPage(Page):
    """Where everything stands."""

    name = "overview"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._found: Overview | None = None
        self._memory = Memory()
        self._painted = False
        self.welcome = Welcome()
        self.welcome.sample_wanted.connect(self.sample_wanted)
        self.welcome.new_wanted.connect(self.loan_wanted)
        self.welcome.file_wanted.connect(self.file_wanted)
        self.month = FigureCard(translate("Overview", "这个月还要还"))
        self.owed = FigureCard(translate("Overview", "一共还欠"))
        self.rate = FigureCard(translate("Overview", "平均实际年化"))
        self.ends = FigureCard(translate("Overview", "还清"))
        self.figures = FigureRow((self.month, self.owed, self.rate, self.ends))
        self.late = LateCard()
        self.late.wanted.connect(lambda loan: self.wanted.emit("late", loan))
        self.late.made.connect(self._chain)
        self._parts = column(spacing=design.INSET)
        self._parts.addWidget(self.figures)
        self._parts.addWidget(self.late)
        self._parts.addStretch(1)
        self._parts.setContentsMargins(0, 0, design.INSET, 0)
        self.area = QScrollArea()
        fill_area(self.area, self._parts)
        self.body.addWidget(self.welcome, 1)
        self.area.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.area, 1)

    @property
    def alerts(self) -> AlertsCard:
        """Return the card of what to look out for."""
        return self._below.alerts

    @property
    def year(self) -> YearCard:
        """Return the card of the months ahead."""
        return self._below.year

    @property
    def loans(self) -> LoansCard:
        """Return the card of the loans."""
        return self._below.loans

    @cached_property
    def _below(self) -> _Below:
        """Make what stands below the figures: it comes once they are painted, and the months ahead with it."""
        from jiebei_desktop.ui.budget.alerts import AlertsCard  # noqa: PLC0415 - the start does without
        from jiebei_desktop.ui.overview.loans import LoansCard  # noqa: PLC0415
        from jiebei_desktop.ui.overview.year import YearCard  # noqa: PLC0415

        below = _Below(AlertsCard(_MOST_ALERTS), YearCard(), LoansCard())
        below.alerts.wanted.connect(self.wanted)
        below.alerts.made.connect(self._chain)
        below.loans.wanted.connect(lambda loan: self.wanted.emit("loans", loan))
        for card in (below.alerts, below.year, below.loans):
            self._parts.insertWidget(self._parts.count() - 1, card)
        return below

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, and make what was left out for the first time to be soon."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._complete)

    def show_change(self, change: Change) -> None:
        """Show the plan after a change, unless it is in what is not shown here."""
        before, after = change.before, change.after
        same = (before.loans, before.budget) == (after.loans, after.budget) and says_rules(before) == says_rules(after)
        if not (change.typed and same):
            self._show()

    def headline_why(self) -> str:
        """Return of which payments the answer speaks."""
        return answer_why(self._found) if self._found is not None else ""

    def can_export(self) -> bool:
        """Tell whether there is a loan."""
        return bool(self.store.plan.loans)

    def export(self) -> Export | None:
        """Return the months ahead, in a workbook with the loans as they stand."""
        store = self.store
        if not self.can_export():
            return None
        from jiebei_desktop.files.loan_tables import loans_of, overview_table  # noqa: PLC0415 - the start does without
        from jiebei_desktop.files.overview_tables import year_table  # noqa: PLC0415
        from jiebei_desktop.files.xlsx_out import Sheet  # noqa: PLC0415

        plan, rules, today = store.plan, store.rules, store.today
        table = year_table(overview(plan, rules, today))

        def workbook() -> list[Sheet]:
            return [
                Sheet(translate("Overview", "往后 12 个月"), table),
                Sheet(translate("Overview", "每一笔借款"), overview_table(loans_of(plan, rules, today).found)),
            ]

        return Export(translate("Overview", "{name} 总览").format(name=plan.name), table, workbook)

    def _show(self) -> None:
        store = self.store
        self._found = found = overview(store.plan, store.rules, store.today, self._memory)
        empty = not store.plan.loans
        self.welcome.setVisible(empty)
        # Keys begin with what there is to do.
        self.setFocusProxy(self.welcome.sample if empty else None)  # type: ignore[arg-type] # Qt takes none as well
        self.area.setVisible(not empty)
        if empty:
            self.headline.say(
                translate("Overview", "借呗、花呗怎么还最省，晚一天多付多少，一看就明白。"),
                translate("Overview", "先看看示例，或者直接填自己的借款。"),
            )
            return
        self.figures.setVisible(bool(found.owed))
        self.month.show_figure(grouped(found.months[0].whole), month_remark(found), lambda: month_why(found))
        principal = translate("Overview", "其中本金 {amount}").format(amount=grouped(found.principal))
        self.owed.show_figure(grouped(found.owed), principal, lambda: owed_why(found))
        rate = percent(found.rate) if found.rate is not None else _NOTHING
        self.rate.show_figure(rate, translate("Overview", "按欠的本金加权"), lambda: rate_why(found))
        self.ends.show_figure(ends_value(found), ends_remark(found), lambda: ends_why(found))
        self.figures.fit()
        self.late.show_late(found.late)
        if self._painted:
            self._complete()
        else:
            self._say(None)

    def _say(self, outlook: Outlook | None) -> None:
        if self._found is not None:
            out = left_out(self._found, self.store.rules)
            self.headline.say(answer(self._found, outlook), reason(self._found), out)

    def _complete(self) -> None:
        """Show what takes the months ahead: whether the money is there, what to look out for, the year, the loans."""
        from jiebei_desktop.planning.budget.outlook import basis  # noqa: PLC0415 - the start does without

        found, store, below = self._found, self.store, self._below
        if found is None or not store.plan.loans:
            return
        budget = store.plan.budget
        outlook = None
        if not budget.empty:
            outlook = basis(store.plan, store.rules, store.today, memory=self._memory).outlook()
        self._say(outlook)
        below.alerts.show_alerts(self._alerts(found, outlook))
        below.year.setVisible(bool(found.owed))
        below.year.show_overview(found, left_a_month(outlook) if outlook is not None else None)
        below.loans.show_overview(found, store.rules)

    def _alerts(self, found: Overview, outlook: Outlook | None) -> list[Alert]:
        """Return what to look out for, without what the headline and the late loans say already."""
        from jiebei_desktop.planning.budget.alerts import AlertKind, alerts, alerts_without_budget  # noqa: PLC0415

        store = self.store
        if outlook is None:
            every = alerts_without_budget(store.plan, store.rules, store.today, found.problems)
            return [each for each in every if found.owed or each.kind is not AlertKind.NO_BUDGET]
        every = alerts(store.plan, store.rules, store.today, outlook)
        next_ones = {stand.loan.id for stand, _ in found.on(found.next_day)} if found.next_day else set()
        said = {(AlertKind.DUE, loan) for loan in next_ones} | {(AlertKind.LATE, each.loan.id) for each in found.late}
        left = [each for each in every if (each.kind, each.about) not in said]
        return sorted(left, key=lambda each: each.kind is not AlertKind.LOAN)

    def _chain(self) -> None:
        """Let Tab go from top to bottom, whenever something was made."""
        stops = [self.month, self.owed, self.rate, self.ends, *self.late.buttons]
        if "_below" in self.__dict__:
            stops += [
                *self._below.alerts.buttons,
                self._below.year.bars,
                self._below.year.save,
                self._below.loans.table,
            ]
        chain_tabs(stops)
