"""策略: which debt first, what each simple rule costs against the proven best, and what a little more a month saves."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QScrollArea

from jiebei_desktop.files.payoff_tables import payments_table, payoff_table, ways_off
from jiebei_desktop.files.xlsx_out import Sheet
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.payoff.answers import best_of, payoff_aside, payoff_headline, payoff_reason
from jiebei_desktop.planning.payoff.outcome import Outcome
from jiebei_desktop.planning.payoff.plan import EXTRAS, Found, Question, adopted, question, searched, simple_rules
from jiebei_desktop.planning.payoff.programme import Progress
from jiebei_desktop.planning.payoff.rules import by_extra
from jiebei_desktop.planning.payoff.whys import headline_why
from jiebei_desktop.planning.payoff.words import rule_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.pages.working import WorkingPage
from jiebei_desktop.ui.payoff.cards import ExtraCard, MoneyCard, MonthsCard, OrderCard, WaysCard
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Notice, scrolled
from jiebei_desktop.ui.widgets.invite import Invite
from jiebei_desktop.ui.widgets.later import Later
from jiebei_desktop.values import ProblemError


class PayoffPage(WorkingPage):
    """Which debt to pay first."""

    name = "payoff"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._asked: Question | None = None
        self.found = Found(())
        self.notice = Notice()
        self.money = MoneyCard(store)
        self.money.enough.connect(self.work.enough)
        self.ways = WaysCard()
        self.ways.chosen.connect(lambda _: self._show_chosen())
        self.ways.adopted.connect(self._adopt)
        self.order = OrderCard()
        self.order.ordered.connect(self._order)
        self.months = MonthsCard()
        self.extra = ExtraCard()
        self._later: Later[Question] = Later(self)
        self._later.add(self.extra, self._show_extra)
        self.area = QScrollArea()
        scrolled(self.area, (self.notice, self.money, self.ways, self.order, self.months, self.extra))
        self.area.verticalScrollBar().valueChanged.connect(lambda _: self._later.look_soon())
        self.empty = Invite(
            translate("PayoffPage", "填了借款，就知道先还哪笔最省，每月多还一点能省多少。"),
            translate("PayoffPage", "填一笔借款"),
            translate("PayoffPage", "看示例计划"),
        )
        self.empty.action.clicked.connect(self.loan_wanted)
        self.empty.second.clicked.connect(self.sample_wanted)
        self.body.addWidget(self.empty)
        self.area.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.area, 1)
        self.body.addStretch(0)  # where there is nothing to show the sentence stays on top

    def show_change(self, change: Change) -> None:
        """Show the plan after a change."""
        if not change.typed:
            self.money.form.entry.forget()
        elif self._asked is not None and self._spared(change):
            return
        self._show()

    def can_export(self) -> bool:
        """Tell whether there is something to pay off."""
        return bool(self.found.outcomes)

    def export(self) -> Export | None:
        """Return the ways of paying off, in a workbook with every payment of the chosen one."""
        found, chosen = self.found, self._chosen()
        if chosen is None:
            return None
        table = payoff_table(found)

        def workbook() -> list[Sheet]:
            return [
                Sheet(translate("PayoffPage", "还法"), table),
                Sheet(rule_name(chosen.rule), payments_table(chosen)),
            ]

        return Export(translate("PayoffPage", "{name} 策略").format(name=self.store.plan.name), table, workbook)

    def _show(self) -> None:
        store = self.store
        self._stop_work()
        self.money.show_search(None)
        self.notice.say("")
        asked = self._asked = question(store.plan, store.rules, store.today)
        self.empty.setVisible(asked.empty)
        self.area.setVisible(not asked.empty)
        self.found = Found(() if asked.empty else tuple(simple_rules(asked)))
        self._say()
        if asked.empty:
            return
        self.money.show_question(asked)
        self.order.show_question(asked)
        self._show_ways()
        self._later.show(asked)
        self._later.look_soon()
        self._soon.start()

    def _begin(self) -> None:
        store, asked = self.store, self._asked
        if asked is None or asked.empty:
            return
        self.money.show_search(0.0)
        self.work.start(partial(searched, asked, self.found, store.plan, store.rules, store.today))

    def _take(self, found: object) -> None:
        assert isinstance(found, Found)  # noqa: S101 - what `searched` gives
        self.found = found
        self.money.show_search(None)
        if self.ways.rule != "custom":
            self.ways.rule = "optimum"
        self._say()
        self._show_ways()

    def _refuse(self, said: str) -> None:
        self.money.show_search(None)
        self.notice.say(said)

    def _move(self, seen: object) -> None:
        assert isinstance(seen, Progress)  # noqa: S101 - what `searched` tells
        self.money.show_search(seen.seconds, seen.best, seen.bound)

    def _say(self) -> None:
        asked = self._asked
        if asked is not None:
            answer = payoff_headline(asked, self.found)
            self.headline.say(answer, payoff_reason(asked, self.found), payoff_aside(asked, self.found))

    def headline_why(self) -> str:
        """Return how what the best way costs, and what it is held against, came about."""
        return headline_why(self.found.outcomes, best_of(self.found))

    def _show_ways(self) -> None:
        self.ways.show_found(self.found)
        self._show_chosen()

    def _chosen(self) -> Outcome | None:
        return next((way for way in ways_off(self.found) if way.rule == self.ways.rule), None)

    def _show_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.months.show_outcome(chosen)
            early = any(paid.early for loan in chosen.loans for paid in loan.payments)
            self.ways.adopt.setEnabled(early and not chosen.late)

    def _show_extra(self, asked: Question) -> None:
        self.extra.show_extras(by_extra(asked.debts.found, asked.money, EXTRAS))

    def _order(self, keys: list[str]) -> None:
        plan = self.store.plan
        budget = plan.budget.model_copy(update={"order": tuple(keys)})
        self.ways.rule = "custom"
        self.store.edit(translate("PayoffPage", "自己排顺序"), with_budget(plan, budget))

    def _adopt(self, rule: str) -> None:
        """Take over what the chosen way pays early."""
        chosen, store = self._chosen(), self.store
        if chosen is None or chosen.rule != rule:
            return
        try:
            changed = adopted(store.plan, chosen, store.rules, store.today)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        store.edit(translate("PayoffPage", "照这个还"), changed)
        self.done.emit(translate("PayoffPage", "提前还的已记到“借款”里"))
