"""What a statement's repayments are in the plan, and which of them are to be recorded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from jiebei_desktop.money import grouped, signed
from jiebei_desktop.planning.statement.results import Match, Status
from jiebei_desktop.planning.statement.words import claims_label, match_sentence, status_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, label, row
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.ticks import TickRow, TickTable

_ORDER = (Status.DIFFERENT, Status.MISSING, Status.EXTRA, Status.MATCHED)
_TONES = {Status.DIFFERENT: Tone.WRONG, Status.MISSING: Tone.WRONG, Status.EXTRA: Tone.PLAIN, Status.MATCHED: Tone.BEST}


class MatchesCard(Card):
    """All matches, what is odd first; `wanted` asks for the ticked ones to be recorded."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Reconcile", "还款对账"))
        self._matches: list[Match] = []
        self._chosen: dict[object, bool] = {}  # what the user ticked or cleared, by what it is about
        self.table = TickTable(translate("Reconcile", "还款对账"))
        self.table.changed.connect(self._count)
        self.whole = label(name="quiet", wrap=True)
        self.table.asked.connect(self._tell)
        self.take = QPushButton()
        self.take.setObjectName("primary")
        self.take.clicked.connect(self.wanted)
        line = row()
        line.addWidget(self.whole, 1)
        line.addWidget(self.take)
        self.body.addWidget(self.table)
        self.body.addLayout(line)

    @property
    def ticked(self) -> list[Match]:
        """Return the matches that are to be recorded."""
        return [self._matches[place] for place in self.table.ticked]

    @property
    def chosen(self) -> dict[object, bool]:
        """Return what the user ticked or cleared, by what it is about."""
        return dict(self._chosen)

    def go_on(self, chosen: Mapping[object, bool]) -> None:
        """Go on with what was ticked or cleared elsewhere."""
        self._matches, self._chosen = [], dict(chosen)

    def forget(self) -> None:
        """Forget what was ticked, as another statement is looked at."""
        self.go_on({})

    def show_matches(self, matches: Sequence[Match]) -> None:
        """Show matches; what the user ticked or cleared stays so."""
        self._matches = sorted(matches, key=_place)
        self.table.blockSignals(True)
        self.table.show_rows(_header(), [self._row(match) for match in self._matches])
        self.table.blockSignals(False)
        self.table.fix_columns(
            {
                0: design.NAMED_COLUMN,
                1: design.CYCLE_FIELD,
                2: design.DATE_COLUMN,
                3: design.DATE_COLUMN,
                4: design.DATE_COLUMN,
                5: design.DATE_COLUMN,
            }
        )
        now = self.table.currentIndex()
        self._tell(self.table.figures.why(now) if now.isValid() else "")
        self._count()

    def _row(self, match: Match) -> TickRow:
        able = bool(match.takes) and not match.recorded
        ticked = self._chosen.get(_key(match), match.advised) if able else None
        quiet = Tone.QUIET if match.recorded and match.status is Status.MATCHED else Tone.PLAIN
        said = translate("Reconcile", "已记过") if match.recorded and match.takes else status_name(match.status)
        tone = quiet if quiet is Tone.QUIET else _TONES[match.status]
        why = match_sentence(match)
        cells = [
            Cell(said, tone, words=True, why=why),
            Cell(claims_label(match), quiet, words=True, why=why),
            Cell(_day(match).isoformat(), quiet, why=why),
            Cell(grouped(match.expected) if match.claims else "", quiet, why=why),
            Cell(grouped(match.paid) if match.payments else "", quiet, why=why),
            Cell(signed(match.difference) if match.difference else "", quiet, why=why),
            Cell(match.note, quiet, words=True, why=why),
        ]
        return TickRow(cells, ticked)

    def _tell(self, why: str) -> None:
        self.whole.setText(why or translate("Reconcile", "选一行看整句话；空格键勾上或去掉。"))

    def _count(self) -> None:
        ticks = zip(self._matches, self.table.ticks.ticks, strict=True)
        self._chosen |= {_key(match): tick for match, tick in ticks if tick is not None}
        count = len(self.table.ticked)
        text = translate("Reconcile", "把勾选的 {count} 笔记进还款记录")
        if not count:
            text = translate("Reconcile", "没有勾选的")
        self.take.setText(text.format(count=count))
        if not count and self.take.hasFocus():
            self.table.setFocus()  # else the focus would go on to what stands below, and the page with it
        self.take.setEnabled(bool(count))


def _header() -> list[Cell]:
    return [
        Cell(translate("Reconcile", "结果"), words=True),
        Cell(translate("Reconcile", "哪一期"), words=True),
        Cell(translate("Reconcile", "还款日")),
        Cell(translate("Reconcile", "应还")),
        Cell(translate("Reconcile", "账单里付的")),
        Cell(translate("Reconcile", "差多少")),
        Cell(translate("Reconcile", "说明"), words=True),
    ]


def _place(match: Match) -> tuple[bool, int, date]:
    """Return where a match stands: what is recorded last, what is odd first, the older one first."""
    return match.recorded and match.status is Status.MATCHED, _ORDER.index(match.status), _day(match)


def _day(match: Match) -> date:
    """Return the day that stands in a match's row: the due date, or that of money that nothing asked for."""
    return match.claims[0].due_date if match.claims else match.payments[0].day


def _key(match: Match) -> object:
    lines = tuple(payment.line for payment in match.payments)
    return lines, tuple((claim.loan_id, claim.period) for claim in match.claims)
