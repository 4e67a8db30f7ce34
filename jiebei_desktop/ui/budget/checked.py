"""Care after the loan: what there really was against the plan, and what would bring it back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.money import ZERO, grouped, signed, typed
from jiebei_desktop.planning.budget.care import Checked, checks, monthly_drift, way_back, with_record, without_record
from jiebei_desktop.planning.budget.household import Balance
from jiebei_desktop.planning.budget.outlook import Outlook
from jiebei_desktop.planning.budget.whys import checked_why
from jiebei_desktop.planning.budget.words import way_back_sentence
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Card, column, label, row
from jiebei_desktop.ui.widgets.fields import DateField, TextField
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.values import ProblemError, checked


class CheckedView(QWidget):
    """Records of what there really was. `said` says what was recorded."""

    said = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.day = DateField(translate("Budget", "哪一天（不填：今天）"))
        self.amount = TextField(translate("Budget", "那天结束时一共有多少"), translate("Fields", "元"))
        self.record = QPushButton(translate("Budget", "记下来"))
        self.record.clicked.connect(self._record)
        self.answer = label(wrap=True)
        self.answer.setObjectName("cardTitle")
        card = Card(translate("Budget", "照计划走了吗"))
        card.body.addWidget(self.answer)
        line = FlowLayout(design.INSET, design.GRID)
        for field in (self.day, self.amount):
            field.keep_width(design.CYCLE_FIELD)
            line.addWidget(field)
        beside = column(spacing=design.HALF // 2)
        beside.addWidget(label(" ", "fieldLabel"))  # in line with the editors
        beside.addWidget(self.record)
        button = QWidget()
        button.setLayout(beside)
        line.addWidget(button)
        card.body.addLayout(line)
        self.table = FigureTable(translate("Budget", "计划和实际"), whole=True)
        self.remove = QPushButton(translate("Budget", "去掉选中的记录"))
        self.remove.clicked.connect(self._remove)
        self.records = Card(translate("Budget", "计划和实际"))
        self.records.body.addWidget(self.table)
        end = row()
        end.addStretch(1)
        end.addWidget(self.remove)
        self.records.body.addLayout(end)
        layout = column(spacing=design.INSET)
        layout.addWidget(card)
        layout.addWidget(self.records)
        layout.addStretch(1)
        self.setLayout(layout)
        self._found: list[Checked] = []
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._fit())

    def show_outlook(self, outlook: Outlook) -> None:
        """Show the records, and what would bring the plan back."""
        plan, today = self._store.plan, self._store.today
        self._found = checks(plan, self._store.rules, today)
        self.answer.setText(_answer(self._found, outlook))
        self.records.setVisible(bool(self._found))
        header = [
            Cell(translate("Budget", "哪一天"), words=True),
            Cell(translate("Budget", "计划有")),
            Cell(translate("Budget", "实际有")),
            Cell(translate("Budget", "这一段差了")),
        ]
        before = [None, *self._found]
        pairs = zip(self._found, before, strict=False)
        rows = [_cells(each, partial(checked_why, each, last, outlook)) for each, last in pairs]
        self.table.show_cells(header, rows)
        self._fit()

    def _fit(self) -> None:
        self.remove.setEnabled(0 <= self.table.currentIndex().row() < len(self._found))

    def _record(self) -> None:
        """Take the record over; what is wrong is said at its field."""
        today = self._store.today
        self.day.say("")
        self.amount.say("")
        try:
            day = typed_date(self.day.text()) if self.day.text().strip() else today
        except ValueError as error:
            self.day.say(str(error))
            return
        since = self._store.plan.budget.as_of
        if day > today or (since is not None and day <= since):
            text = translate("Budget", "要在 {since} 之后、今天（{today}）或以前")
            if since is None:
                text = translate("Budget", "不能晚于今天（{today}）")
            elif since >= today:
                text = translate("Budget", "账户的余额就是今天填的，过些天再来记")
            self.day.say(text.format(since=since, today=today))
            return
        try:
            record = checked(Balance, {"day": day, "amount": typed(self.amount.text())})
        except (ProblemError, ValueError) as error:
            self.amount.say(str(error))
            return
        title = translate("Budget", "记下实际余额")
        self._store.edit(title, with_record(self._store.plan, record.day, record.amount))
        self.amount.set_text("")
        self.day.set_text("")
        self.said.emit(translate("Budget", "记下了 {day} 的余额").format(day=day))

    def _remove(self) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self._found):
            title = translate("Budget", "去掉余额记录")
            self._store.edit(title, without_record(self._store.plan, self._found[place].day))


def _answer(found: list[Checked], outlook: Outlook) -> str:
    """Return whether the plan was kept, and what would bring it back."""
    budget = outlook.budget
    if budget.as_of is None:
        return translate("Budget", "先在“填收支”里加一个账户，填上余额；以后每个月来记一次实际有多少。")
    drift = monthly_drift(found, budget.as_of)
    back = way_back(outlook.line, budget.cushion, outlook.today)
    if drift is None:
        said = translate("Budget", "计划从 {day}开始；还没有记过实际余额。").format(day=long_date(budget.as_of))
    elif drift < ZERO:
        text = translate("Budget", "最近平均每月比计划少 {amount} 元：计划在走偏。")
        said = text.format(amount=grouped(-drift))
    else:
        said = translate("Budget", "照着计划在走，平均每月多 {amount} 元。").format(amount=grouped(drift))
    return joined(said, way_back_sentence(back, outlook) if back else translate("Budget", "往后都够。"))


def _cells(each: Checked, why: Callable[[], str]) -> list[Cell]:
    tone = Tone.WRONG if each.drift < ZERO else Tone.STRONG
    return [
        Cell(each.day.isoformat(), words=True),
        Cell(grouped(each.planned), Tone.QUIET, why=why),
        Cell(grouped(each.real), why=why),
        Cell(signed(each.drift), tone, why=why),
    ]
