"""The loans as a small table: what falls due next, what is still owed, at what rate, until when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Signal

from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.overview import Overview, Stand
from jiebei_desktop.planning.overview_words import due_line, ends_why, late_facts, owed_why, rate_why
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.basics import Card, label
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.short_label import shortened
from jiebei_desktop.values import Problem

_NOTHING = "—"


class LoansCard(Card):
    """`wanted` says the id of the loan whose row was clicked, or on which Enter was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        title = translate("Overview", "每一笔借款")
        super().__init__(title)
        self.table = FigureTable(title, whole=True)
        self.table.setAccessibleDescription(translate("Overview", "按回车看这一笔"))
        self.body.addWidget(self.table)
        self.body.addWidget(label(translate("Overview", "点一行，或者按回车，看这一笔的还款表。"), "small", wrap=True))
        self._loans: list[str] = []
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)

    def show_overview(self, found: Overview, rules: RuleBook) -> None:
        """Show the loans: what is late first, then what falls due next, those that can't be worked out last."""
        self._loans = [each.loan.id for each in found.stands] + [loan.id for loan, _ in found.problems]
        header = [
            Cell(translate("Overview", "借款"), words=True),
            Cell(translate("Overview", "下次还款日")),
            Cell(translate("Overview", "要还")),
            Cell(translate("Overview", "还欠")),
            Cell(translate("Overview", "实际年化")),
            Cell(translate("Overview", "最后一天")),
        ]
        rows = [_row(each, found) for each in found.stands]
        self.table.show_cells(header, rows + [_broken(loan, problem, rules) for loan, problem in found.problems])

    def _go(self, index: QModelIndex) -> None:
        self.wanted.emit(self._loans[index.row()])


def _row(each: Stand, found: Overview) -> list[Cell]:
    last = each.last_day.isoformat() if each.last_day else _NOTHING
    rate = percent(each.rate) if each.rate is not None else _NOTHING
    return [
        Cell(shortened(each.name), words=True, why=each.name),
        *_next(each),
        Cell(grouped(each.owed), Tone.PLAIN if each.owed else Tone.QUIET, why=partial(owed_why, found)),
        Cell(rate, Tone.QUIET, why=partial(rate_why, found)),
        Cell(last, Tone.QUIET, why=partial(ends_why, found)),
    ]


def _next(each: Stand) -> list[Cell]:
    """Return when something is to be paid next and how much: what is late, else what falls due."""
    if each.is_late:
        late = each.dues.late_days
        days = (
            translate("Overview", "⚠ 逾期 {days} 天").format(days=late) if late else translate("Overview", "⚠ 还有罚息")
        )
        why = late_facts(each)
        return [Cell(days, Tone.WRONG, why=why), Cell(grouped(each.dues.due_now), Tone.STRONG, why=why)]
    if each.next is None:
        return [Cell(translate("Overview", "已还清"), Tone.QUIET), Cell(_NOTHING, Tone.QUIET)]
    why = due_line(each, each.next)
    return [Cell(each.next.day.isoformat(), why=why), Cell(grouped(each.next.amount), Tone.STRONG, why=why)]


def _broken(loan: Loan, problem: Problem, rules: RuleBook) -> list[Cell]:
    why = problem.message
    empty = [Cell(_NOTHING, Tone.QUIET, why=why) for _ in range(4)]
    name = Cell(shortened(loan_label(loan, rules)), words=True, why=why)
    return [name, Cell(translate("Overview", "算不出来"), Tone.WRONG, why=why), *empty]
