"""压力测试: what shocks do to the months ahead, how likely it is to be late, and what would help."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QScrollArea

from jiebei_desktop.files.stress_tables import chances_table, remedies_table
from jiebei_desktop.files.xlsx_out import Sheet
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.stress.plan import Drawn, Tested, drawn, stress_tested
from jiebei_desktop.planning.stress.whys import chance_why, expected_why, lowest_shock_why, worst_why
from jiebei_desktop.planning.stress.words import headline, reason, shock_sentence
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.pages.working import WorkingPage
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.stress.cards import ChanceCard, FanCard, LateCard, RemediesCard, ShocksCard
from jiebei_desktop.ui.widgets.basics import scrolled
from jiebei_desktop.ui.widgets.invite import Invite


class StressPage(WorkingPage):
    """Income falls, something breaks: the fan of outcomes, and what helps."""

    name = "stress"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._memory = Memory()
        self._test: Tested | None = None
        self.drawn: Drawn | None = None
        self._bare = True  # the pictures show no figures, not even those of before
        self.shocks = ShocksCard(store)
        self.chance = ChanceCard(store)
        self.chance.enough.connect(self._stop)
        self.chance.wanted.connect(self._begin)
        self.fan = FanCard()
        self.late = LateCard()
        self.remedies = RemediesCard(store)
        self.empty = Invite(
            translate("StressPage", "填了收入和开支，就能试：少一份收入、突然要用钱，会不会还不上，怎么撑过去。"),
            translate("StressPage", "填收入和开支"),
            translate("StressPage", "看示例计划"),
        )
        self.empty.action.clicked.connect(lambda: self.wanted.emit("budget", ""))
        self.empty.second.clicked.connect(self.sample_wanted)
        self.area = QScrollArea()
        scrolled(self.area, (self.fan, self.shocks, self.late, self.chance, self.remedies))
        self.body.addWidget(self.empty)
        self.area.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.area, 1)
        self.body.addStretch(0)  # where there is nothing to show the sentence stays on top

    def show_change(self, change: Change) -> None:
        """Show the plan after a change."""
        if not change.typed:
            self.shocks.forget()
            self.chance.form.entry.forget()
            self.remedies.form.entry.forget()
        elif self._test is not None and self._spared(change):
            return
        self._show()

    def _looked_at(self, plan: Plan) -> tuple[object, ...]:
        return (*super()._looked_at(plan), plan.stress)

    def can_export(self) -> bool:
        """Tell whether there are months ahead to test."""
        return self._test is not None

    def export(self) -> Export | None:
        """Return the many futures by month, in a workbook with what would help."""
        store, stress = self.store, self.store.plan.stress
        if self._test is None:
            return None
        found = self.drawn
        if found is None or not found.remedies:  # asked for before the work beside has come so far
            found = drawn(self._test, store.rules, lambda _: True)
        if found is None:
            return None
        table = chances_table(found.chances)

        def workbook() -> list[Sheet]:
            helped = remedies_table(found.remedies, found.chances, stress)
            return [
                Sheet(translate("StressPage", "每个月"), table),
                Sheet(translate("StressPage", "办法"), helped),
            ]

        return Export(translate("StressPage", "{name} 压力测试").format(name=store.plan.name), table, workbook)

    def headline_why(self) -> str:
        """Return how many futures were counted, what is late in them and what it costs."""
        if self.drawn is None:
            return lowest_shock_why(self._test.together) if self._test is not None else ""
        chances = self.drawn.chances
        return "\n".join((chance_why(chances), expected_why(chances), worst_why(chances)))

    def _show(self) -> None:
        store = self.store
        self._stop_work()
        self.chance.show_progress(None)
        self.drawn = None
        empty = store.plan.budget.empty
        self.empty.setVisible(empty)
        self.area.setVisible(not empty)
        if empty:
            self._test = None
            self.headline.say(translate("StressPage", "收入少一截、突然要用钱，还扛得住吗？"), "")
            return
        test = self._test = stress_tested(store.plan, store.rules, store.today, self._memory)
        self.chance.form.show_stress(store.plan.budget)
        self.remedies.form.show_stress(store.plan.budget)
        self.shocks.show_shocks(store, test.alone, test.together)
        for part in (self.fan, self.late, self.remedies.table):
            part.setEnabled(False)
        self._say_working()
        self._soon.start()

    def _say_working(self) -> None:
        """Say that work is on; figures of before stay, as such, until there are new ones."""
        if self._test is None:
            return
        said = translate("StressPage", "正在算很多种可能……")
        if self.drawn is None:
            self.headline.say(said, shock_sentence(self._test.together))
        if self._bare:
            self._show_state(said)

    def _begin(self) -> None:
        if self._test is not None:
            self._say_working()
            self.chance.show_progress(0.0)
            self.work.start(partial(drawn, self._test, self.store.rules))

    def _stop(self) -> None:
        """Leave what is there by now; figures of before go, for nothing says any more that they are."""
        self.work.stop()
        self.chance.show_progress(None, stopped=True)
        said = translate("StressPage", "很多种可能没有算完")
        if self.drawn is None and self._test is not None:
            self.headline.say(said, shock_sentence(self._test.together))
            self._show_state(said)
        self.remedies.show_state(said)

    def _show_state(self, said: str) -> None:
        self._bare = True
        self.fan.show_state(said)
        self.late.show_state(said)

    def _take(self, found: object) -> None:
        self.chance.show_progress(None)
        if isinstance(found, Drawn):
            self._show_drawn(found)

    def _move(self, seen: object) -> None:
        if isinstance(seen, Drawn):
            self._show_drawn(seen)
        elif isinstance(seen, float):
            self.chance.show_progress(seen)

    def _refuse(self, said: str) -> None:
        self.chance.show_progress(None)
        self.headline.say(translate("StressPage", "这样算不出来"), said)

    def _show_drawn(self, found: Drawn) -> None:
        """Show the many futures, and the remedies where they are there."""
        self.drawn, self._bare = found, False
        chances = found.chances
        self.headline.say(headline(chances), reason(chances))
        self.chance.show_chances(chances)
        self.fan.setEnabled(True)
        self.late.setEnabled(True)
        self.fan.show_chances(chances, self.store.plan.budget.cushion)
        self.late.show_chances(chances)
        if found.remedies:
            self.remedies.table.setEnabled(True)
            self.remedies.show_remedies(found.remedies, self.store.plan.stress)
