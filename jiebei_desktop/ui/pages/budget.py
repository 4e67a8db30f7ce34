"""预算: whether the months ahead hold, with both products side by side inside the month's money."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from jiebei_desktop.files.budget_tables import carries_table, entries_table, months_table
from jiebei_desktop.files.xlsx_out import Sheet
from jiebei_desktop.planning.budget.alerts import CHECKED, INPUTS, alerts
from jiebei_desktop.planning.budget.capacity import carries
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import Outlook, basis
from jiebei_desktop.planning.budget.trials import BRANDS, cycle_of, tried
from jiebei_desktop.planning.budget.whys import all_late_why, lowest_day_why
from jiebei_desktop.planning.budget.words import (
    bands_rule,
    budget_aside,
    budget_headline,
    budget_reason,
    heaviest,
    share_why,
)
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.budget.ahead import Ahead, AheadView
from jiebei_desktop.ui.budget.checked import CheckedView
from jiebei_desktop.ui.budget.inputs import InputsView
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.store import Cause, Change, Store
from jiebei_desktop.ui.widgets.fields import chain_tabs

_AHEAD, _INPUTS, _CHECKED = range(3)


class BudgetPage(Page):
    """The household's money."""

    name = "budget"
    prints = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._outlook: Outlook | None = None
        self._begun = False
        self._memory = Memory()
        self.ahead = AheadView(store)
        self.inputs = InputsView(store)
        self.checked = CheckedView(store)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.ahead, translate("Budget", "往后的月份"))
        self.tabs.addTab(self.inputs, translate("Budget", "填收支"))
        self.tabs.addTab(self.checked, translate("Budget", "对照实际"))
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        self.ahead.alerts.wanted.connect(self.wanted)
        self.ahead.alerts.made.connect(self._chain)
        self.ahead.cycles.taken.connect(self.done)
        self.checked.said.connect(self.done)
        self.tabs.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.tabs, 1)

    def show_change(self, change: Change) -> None:
        """Show the plan after a change."""
        if not change.typed:
            self.ahead.cycles.forget()
        if change.cause is Cause.ANOTHER_PLAN or not self._begun:
            self._begun = True
            self.tabs.setCurrentIndex(_INPUTS if change.after.budget.empty else _AHEAD)
        self.inputs.show_change(change)
        self._show()

    def can_export(self) -> bool:
        """Tell whether there is a budget."""
        return not self.store.plan.budget.empty

    def export(self) -> Export | None:
        """Return the months ahead, in a workbook with what can be carried and what was entered."""
        if self._outlook is None or not self.can_export():
            return None
        from jiebei_desktop.files.papers import budget_paper  # noqa: PLC0415 - printing only when asked for
        from jiebei_desktop.ui.pdf import Printed  # noqa: PLC0415
        from jiebei_desktop.ui.print_paper import printed  # noqa: PLC0415

        outlook, table = self._outlook, months_table(self._outlook)
        plan, rules = self.store.plan, self.store.rules

        def workbook() -> list[Sheet]:
            found = carries(plan, rules, self._basis, outlook)
            return [
                Sheet(translate("Budget", "往后的月份"), table),
                Sheet(translate("Budget", "还能承担"), carries_table(found, plan.budget)),
                Sheet(translate("Budget", "收支"), entries_table(plan.budget)),
            ]

        def paper() -> Printed:
            return printed(budget_paper(plan, rules, self.store.today, outlook))

        title = translate("Budget", "{name} 预算").format(name=plan.name)
        return Export(title, table, workbook, paper)

    def headline_why(self) -> str:
        """Return how the least money and the heaviest month came about, and where the bounds are."""
        outlook = self._outlook
        if outlook is None or outlook.budget.empty:
            return ""
        worst = heaviest(outlook)
        share = share_why(worst, outlook.budget) if worst is not None else bands_rule(outlook.budget)
        late = all_late_why(outlook) if outlook.line.late else ""
        return "\n".join(filter(None, (lowest_day_why(outlook), late, share)))

    def _show(self) -> None:
        store = self.store
        self._basis = basis(store.plan, store.rules, store.today, memory=self._memory)
        self._outlook = self._basis.outlook()
        self.headline.say(budget_headline(self._outlook), budget_reason(self._outlook), budget_aside(self._outlook))
        self._stale = {_AHEAD, _CHECKED}
        self._show_tab()

    def _show_tab(self) -> None:
        """Bring the view in sight up to date; the others wait until they are."""
        tab = self.tabs.currentIndex()
        if tab == _INPUTS:
            self.inputs.freshen()
        if self._outlook is None or tab not in self._stale:
            return
        self._stale.discard(tab)
        store, outlook = self.store, self._outlook
        plan, rules = store.plan, store.rules
        if tab == _AHEAD:
            trial = plan.budget.trial
            found = [tried(plan, rules, self._basis, outlook, brand, cycle_of(trial, brand)) for brand in BRANDS]
            able = carries(plan, rules, self._basis, outlook)
            self.ahead.show_ahead(Ahead(outlook, found, able, alerts(plan, rules, store.today, outlook)))
        else:
            self.checked.show_outlook(outlook)

    def _chain(self) -> None:
        """Let Tab come to new alerts first, whenever they were made."""
        first = self.ahead.cycles.form.fields[Field.AMOUNT].editor
        chain_tabs([self.tabs.tabBar(), *self.ahead.alerts.buttons, first])

    def look_at(self, about: str) -> None:
        """Show the part of the page that an alert leads to."""
        parts = {INPUTS: _INPUTS, CHECKED: _CHECKED}
        if about in parts:
            self.tabs.setCurrentIndex(parts[about])
