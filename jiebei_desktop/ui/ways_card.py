"""Ways out of being late, side by side: what each takes, what each costs, and which is cheapest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from jiebei_desktop.engine import Arrears
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.document import Relief
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.happenings import arrears_name
from jiebei_desktop.planning.last_days import helps_until
from jiebei_desktop.planning.late_whys import (
    clean_why,
    extra_whole_why,
    last_why,
    monthly_why,
    months_why,
    now_why,
    total_why,
)
from jiebei_desktop.planning.late_words import (
    assumed_periods,
    even_sentence,
    monthly_words,
    support,
    way_label,
    way_name,
    ways_sentence,
)
from jiebei_desktop.planning.situation import Outcome, Situation, Way, WayKind
from jiebei_desktop.planning.ways import cheapest, move_warning, ways
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.offer_fields import field_name
from jiebei_desktop.ui.relief_fields import plan_fields
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Card, column, label, row
from jiebei_desktop.ui.widgets.even import Even
from jiebei_desktop.ui.widgets.fields import ChoiceField, DateField, FormField, TextField, choose, fill, narrow
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.still import StillBox

_PAUSE = 120
"""Milliseconds after the slider rests in which the last days are looked for: some hundred replays."""


class WaysCard(Card):
    """`letter_wanted` asks for the letter, `adopted` to take the negotiated plan over, `turned_to` for another loan."""

    letter_wanted = Signal()
    adopted = Signal()
    turned_to = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__(translate("Ways", "有哪些办法"))
        self._store = store
        self._found: Situation | None = None
        self._days = 0
        self._ways: Sequence[Way] = ()
        self.loan = narrow(StillBox())
        self.loan.setAccessibleName(translate("Ways", "给哪一笔想办法"))
        self.loan.activated.connect(lambda _: self.turned_to.emit(str(self.loan.currentData())))
        self._loan_line = QWidget()
        line = row()
        line.addWidget(label(self.loan.accessibleName(), "fieldLabel"))
        line.addWidget(self.loan)
        line.addStretch(1)
        self._loan_line.setLayout(line)
        self.answer = ""
        self.fields = _fields()
        self.entry = Entry(self.fields, self._read, self._commit, store.end_typing, lambda: store.rules)
        self.table = FigureTable(translate("Ways", "各条路的数字"), whole=True)
        self.notes = column(spacing=design.HALF)
        self._notes: dict[WayKind, QLabel] = {}
        self.letter = QPushButton(translate("Ways", "写协商信…"))
        self.letter.setObjectName("primary")
        self.letter.clicked.connect(self.letter_wanted)
        self.adopt = QPushButton(translate("Ways", "谈成了，按协商的还"))
        self.adopt.clicked.connect(self.adopted)
        self.even = label(wrap=True)
        self.one, self.other = narrow(StillBox()), narrow(StillBox())
        self.one.setAccessibleName(translate("Ways", "现在就做的"))
        self.other.setAccessibleName(translate("Ways", "等等再做的"))
        for box in (self.one, self.other):
            box.activated.connect(lambda _: self._show_even())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.show_last_days)
        self._lay_out()

    def forget(self) -> None:
        """Drop what is typed and wrong: the plan was replaced, or a step was undone."""
        self.entry.forget()

    def show_loans(self, loans: Sequence[tuple[str, str]], key: str) -> None:
        """Offer the loans that are looked at."""
        fill(self.loan, loans)
        choose(self.loan, key)
        self._loan_line.setVisible(len(loans) > 1)

    def show_ways(self, found: Situation, days: int) -> None:
        """Show every way for somebody so many days late; their last days follow when the hand rests."""
        self._found, self._days = found, days
        self._ways = ways(found, days)
        able = [each for each in self._ways if each.outcome]
        best = cheapest(self._ways)
        self.answer = ways_sentence(found, self._ways)
        header = [Cell("", words=True), *(Cell(way_name(found, each.kind)) for each in able)]
        self.table.show_cells(header, self._lines(able, best, {}))
        self.table.fix_columns({0: design.NAMED_COLUMN})
        self._offer([each.kind for each in able])
        self.entry.show({Field.PERIODS: assumed_periods(found)})
        negotiated = next(each for each in self._ways if each.kind is WayKind.NEGOTIATE)
        self.letter.setEnabled(found.subject.loan is not None)
        past = 0 <= days <= found.subject.days  # nothing is agreed on in days to come
        self.adopt.setEnabled(found.subject.days > 0 and past and negotiated.outcome is not None)
        self._timer.start()

    def show_last_days(self) -> None:
        """Show until when each way still helps, and where two ways cost the same."""
        self._timer.stop()
        if self._found is None:
            return
        able = [each for each in self._ways if each.outcome]
        last = {each.kind: helps_until(self._found, each.kind, self._days) for each in able}
        header = [Cell("", words=True), *(Cell(way_name(self._found, each.kind)) for each in able)]
        self.table.show_cells(header, self._lines(able, cheapest(self._ways), last))
        self._show_even()
        self._show_notes(self._found)

    def _lines(
        self, able: Sequence[Way], best: frozenset[WayKind], last: dict[WayKind, date | None]
    ) -> list[list[Cell]]:
        found = self._found
        assert found is not None  # noqa: S101 - set before

        def line(name: str, figure: Callable[[Way, Outcome], Cell], why: str = "") -> list[Cell]:
            cells = [figure(each, each.outcome) for each in able if each.outcome]
            return [Cell(name, Tone.QUIET, words=True, why=why), *cells]

        def now(each: Way, worked: Outcome) -> Cell:
            return Cell(grouped(worked.now), Tone.STRONG, why=partial(now_why, found, each))

        def months(each: Way, worked: Outcome) -> Cell:
            count = str(len(worked.by_month)) if worked.later else "—"
            return Cell(count, why=partial(months_why, each))

        def extra(each: Way, worked: Outcome) -> Cell:
            tone = Tone.BEST if each.kind in best else Tone.PLAIN
            return Cell(grouped(worked.extra), tone, why=partial(extra_whole_why, found, each))

        def clean(each: Way, worked: Outcome) -> Cell:
            return Cell(worked.clean.isoformat(), Tone.QUIET, why=partial(clean_why, found, each))

        def helps(each: Way, _worked: Outcome) -> Cell:
            if each.kind not in last:
                return Cell("…", Tone.QUIET)
            day = last[each.kind]
            return Cell(day.isoformat() if day else "—", Tone.QUIET, why=partial(last_why, day))

        return [
            line(translate("Ways", "当天要拿出"), now),
            line(translate("Ways", "以后每月"), lambda e, w: Cell(monthly_words(w), why=partial(monthly_why, e))),
            line(translate("Ways", "还几个月"), months),
            line(translate("Ways", "从那天起一共还"), lambda e, w: Cell(grouped(w.total), why=partial(total_why, e))),
            line(translate("Ways", "比按时还多付"), extra),
            line(translate("Ways", "哪天起不再逾期"), clean),
            line(
                translate("Ways", "哪天还清"),
                lambda e, w: Cell(w.ends.isoformat(), Tone.QUIET, why=partial(monthly_why, e)),
            ),
            line(translate("Ways", "最晚哪天做还省钱"), helps, translate("Ways", "那天以前做，都比不管它省")),
        ]

    def _show_notes(self, found: Situation) -> None:
        """Say what is known of each way; a line is made once and only its words change."""
        known = shipped_overdue()
        for each in self._ways:
            said = known.ways[each.kind.value]
            text = translate("Ways", "{name}：{what}").format(name=way_label(found, each.kind), what=said.text)
            if each.problem:
                text += translate("Ways", "（现在用不了：{why}）").format(why=each.problem)
            if each.kind is WayKind.MOVE and each.outcome:
                text = joined(text, move_warning(found, each.outcome.day))
            line = self._notes.get(each.kind)
            if line is None:
                line = self._notes[each.kind] = label(wrap=True)
                self.notes.addWidget(line)
            if text != line.text():
                line.setText(text)
                line.setToolTip(support(said, known))
                line.setAccessibleDescription(line.toolTip())

    def _offer(self, kinds: Sequence[WayKind]) -> None:
        found = self._found
        assert found is not None  # noqa: S101 - set before
        names = [(kind.value, way_label(found, kind)) for kind in kinds]
        first = not self.one.count()
        fill(self.one, names)
        fill(self.other, names)
        if first:
            choose(self.one, WayKind.NEGOTIATE.value)
            choose(self.other, WayKind.PAY_OVERDUE.value)

    def _show_even(self) -> None:
        if self._found is not None and self.one.count():
            one, other = WayKind(self.one.currentData()), WayKind(self.other.currentData())
            self.even.setText(even_sentence(self._found, one, other, self._days))

    def _read(self) -> tuple[object, Relief] | None:
        return "relief", self._store.plan.relief

    def _commit(self, field: Field, relief: Relief) -> None:
        title = translate("Ways", "修改办法：{field}").format(field=field_name(field))
        self._store.edit(title, self._store.plan.model_copy(update={"relief": relief}), typing=("relief", field))

    def _lay_out(self) -> None:
        self.body.addWidget(self._loan_line)
        shown = [field for name, field in self.fields.items() if name is not Field.RATE_PER]
        self.body.addWidget(Even(shown, most=4, top=True))
        self.body.addWidget(self.table)
        buttons = FlowLayout(design.GRID, design.GRID)
        buttons.addWidget(self.letter)
        buttons.addWidget(self.adopt)
        self.body.addLayout(buttons)
        days = FlowLayout(design.GRID, design.GRID)
        even, both = label(translate("Ways", "哪天打平："), "fieldLabel"), label(translate("Ways", "和"), "fieldLabel")
        for part in (even, self.one, both, self.other):
            days.addWidget(part)
            days.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(days)
        self.body.addWidget(self.even)
        self.body.addLayout(self.notes)


def _fields() -> dict[Field, FormField]:
    """Return what shapes the ways, by what it edits."""
    arrears = ChoiceField(field_name(Field.ARREARS))
    narrow(arrears.box)
    arrears.set_choices((each.value, arrears_name(each)) for each in Arrears)
    return {
        **plan_fields(),
        Field.FIRST_DUE_DATE: DateField(translate("Ways", "协商首期（不填：一个月后）")),
        Field.ARREARS: arrears,
        Field.WAIT_DAYS: TextField(field_name(Field.WAIT_DAYS), translate("Late", "天")),
        Field.DEFER_MONTHS: TextField(field_name(Field.DEFER_MONTHS), translate("Ways", "个月")),
        Field.WAIVER_SHARE: TextField(field_name(Field.WAIVER_SHARE), "%"),
    }
