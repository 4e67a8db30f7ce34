"""What a statement says of the household's money: income and spending by month, to be put into the budget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.words import kind_name
from jiebei_desktop.planning.statement.suggestions import Suggestion
from jiebei_desktop.planning.statement.words import suggestion_why
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, label, row
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.ticks import TickRow, TickTable


class SuggestedCard(Card):
    """A row a category, none ticked at first; `wanted` asks for the ticked ones to be taken over."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Reconcile", "预算参考：平均每个月"))
        self._found: list[Suggestion] = []
        self._chosen: dict[str, bool] = {}
        self.table = TickTable(translate("Reconcile", "预算参考"))
        self.table.changed.connect(self._count)
        self.take = QPushButton()
        self.take.clicked.connect(self.wanted)
        line = row()
        said = translate("Reconcile", "只算完整的月份。转账、还款和理财不算在内；已经在预算里的别重复放。")
        line.addWidget(label(said, "quiet", wrap=True), 1)
        line.addWidget(self.take)
        self.body.addWidget(self.table)
        self.body.addLayout(line)

    @property
    def ticked(self) -> list[Suggestion]:
        """Return what is to be taken over."""
        return [self._found[place] for place in self.table.ticked]

    @property
    def chosen(self) -> dict[str, bool]:
        """Return what the user ticked or cleared, by the entry that it would be."""
        return dict(self._chosen)

    def go_on(self, chosen: Mapping[str, bool]) -> None:
        """Go on with what was ticked or cleared elsewhere."""
        self._found, self._chosen = [], dict(chosen)

    def forget(self) -> None:
        """Forget what was ticked, as another statement is looked at."""
        self.go_on({})

    def show_suggestions(self, found: Sequence[Suggestion]) -> None:
        """Show what could be taken over; hide where there is nothing."""
        self._found = list(found)
        header = [
            Cell(translate("Reconcile", "类别"), words=True),
            Cell(translate("Reconcile", "收支"), words=True),
            Cell(translate("Reconcile", "平均每月")),
            Cell(translate("Reconcile", "大约几号")),
            Cell(translate("Reconcile", "几个月")),
            Cell(translate("Reconcile", "多少笔")),
            Cell(translate("Reconcile", "怎么付"), words=True),
        ]
        self.table.blockSignals(True)
        self.table.show_rows(header, [self._row(each) for each in self._found])
        self.table.blockSignals(False)
        self.table.fix_columns({1: design.FIRST_COLUMN, 2: design.NAMED_COLUMN, 6: design.NAMED_COLUMN})
        self.setVisible(bool(self._found))
        self._count()

    def _row(self, found: Suggestion) -> TickRow:
        entry = found.entry
        tone = Tone.QUIET if found.present else Tone.PLAIN
        paid = translate("Reconcile", "花呗") if entry.by_huabei else ""
        cells = [
            Cell(found.category, tone, words=True),
            Cell(_state(found), tone, words=True),
            Cell(grouped(found.monthly), tone, why=suggestion_why(found)),
            Cell(str(entry.day or ""), tone, why=suggestion_why(found)),
            Cell(str(found.months), tone, why=suggestion_why(found)),
            Cell(str(found.rows), tone, why=suggestion_why(found)),
            Cell(paid, tone, words=True),
        ]
        return TickRow(cells, None if found.present else self._chosen.get(entry.id, False))

    def _count(self) -> None:
        ticks = zip(self._found, self.table.ticks.ticks, strict=True)
        self._chosen |= {found.entry.id: bool(tick) for found, tick in ticks if tick is not None}
        count = len(self.table.ticked)
        text = translate("Reconcile", "把勾选的 {count} 项放进预算") if count else translate("Reconcile", "没有勾选的")
        self.take.setText(text.format(count=count))
        if not count and self.take.hasFocus():
            self.table.setFocus()  # else the focus would go on to what stands below, and the page with it
        self.take.setEnabled(bool(count))


def _state(found: Suggestion) -> str:
    """Return whether it is income or spending, and what the budget has of it already."""
    if found.present:
        return translate("Reconcile", "已在预算里")
    if found.before is not None:
        return translate("Reconcile", "预算里现在是 {amount}").format(amount=grouped(found.before))
    return kind_name(found.entry.kind)
