"""借呗 and 花呗 side by side inside the month's money: the same loan by a cycle of each, tried before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.budget.household import Trial
from jiebei_desktop.planning.budget.outlook import Outlook
from jiebei_desktop.planning.budget.trials import (
    BRANDS,
    HUABEI_CYCLES,
    JIEBEI_CYCLES,
    Tried,
    trial_amount,
    trial_start,
    with_cycle,
)
from jiebei_desktop.planning.budget.whys import (
    all_late_why,
    cost_tried_why,
    late_tried_why,
    lowest_day_why,
    most_why,
    rate_tried_why,
    share_most_why,
)
from jiebei_desktop.planning.budget.words import brand_name, cycle_name, late_names, tried_sentence
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.offers import BillOption
from jiebei_desktop.planning.options import loan_of
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.part_form import PartForm
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Card, column, label, row
from jiebei_desktop.ui.widgets.even import Even
from jiebei_desktop.ui.widgets.fields import DateField, FormField, TextField
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.flow import FlowLayout

_NOTHING = "—"


class CyclesCard(Card):
    """Both products by a cycle of each. `taken` says that one was made a loan of the plan.

    `effects` is a card of its own, with what each does to the months ahead.
    """

    taken = Signal(str)

    def __init__(self, store: Store) -> None:
        super().__init__(translate("Budget", "再借一笔，两种产品各会怎样（先试，不算数）"))
        self._store = store
        yuan = translate("Fields", "元")
        fields: dict[Field, FormField] = {
            Field.AMOUNT: TextField(translate("Budget", "借多少（不填：同“对比”）"), yuan),
            Field.START: DateField(translate("Budget", "哪天借（不填：今天）")),
        }
        self.form = PartForm(store, fields, design.CYCLE_FIELD, self._read, self._commit)
        self.body.addWidget(self.form)
        self.sides = {brand: _Side(brand) for brand in BRANDS}
        for brand, side in self.sides.items():
            side.chosen.connect(partial(self._choose, brand))
            side.take.clicked.connect(partial(self._take, brand))
        self.body.addWidget(Even(list(self.sides.values()), spacing=design.WIDE))
        self.table = FigureTable(translate("Budget", "借呗和花呗对往后几个月的影响"), whole=True)
        self.effects = Card(translate("Budget", "两种产品对往后几个月的影响"))
        self.effects.body.addWidget(self.table)
        self._found: Sequence[Tried] = ()

    def forget(self) -> None:
        """Drop what is typed and wrong: the plan was replaced, or a step was undone."""
        self.form.entry.forget()

    def show_tried(self, before: Outlook, found: Sequence[Tried]) -> None:
        """Show what each product does to the months ahead."""
        plan, today = self._store.plan, self._store.today
        self._found = found
        self.form.entry.show(
            {
                Field.AMOUNT: translate("Budget", "{amount} 元").format(amount=grouped(trial_amount(plan))),
                Field.START: trial_start(plan, today).isoformat(),
            }
        )
        for tried in found:
            self.sides[tried.brand].show_tried(tried)
        header = [
            Cell("", words=True),
            Cell(translate("Budget", "不再借")),
            *(Cell(tried.column.usual) for tried in found),
        ]
        self.table.show_cells(header, _rows(before, found))
        self.table.fix_columns({0: design.FIRST_COLUMN})

    def _read(self) -> tuple[object, Trial]:
        return "trial", self._store.plan.budget.trial

    def _commit(self, field: Field, trial: Trial) -> None:
        plan = self._store.plan
        changed = with_budget(plan, plan.budget.model_copy(update={"trial": trial}))
        title = translate("Budget", "试另一个金额") if field is Field.AMOUNT else translate("Budget", "试另一个日子")
        self._store.edit(title, changed, typing=("trial", field))

    def _choose(self, brand: Brand, cycle: str) -> None:
        self._store.edit(translate("Budget", "试另一个周期"), with_cycle(self._store.plan, brand, cycle))

    def _take(self, brand: Brand) -> None:
        """Make what is tried a loan of the plan."""
        tried = next((each for each in self._found if each.brand is brand), None)
        if tried is None or tried.worked is None:
            return
        plan, today = self._store.plan, self._store.today
        option = tried.column.option
        money = {"amount": trial_amount(plan), "start_date": trial_start(plan, today), "options": (option,)}
        loan = loan_of(plan.comparison.model_copy(update=money), 0)
        self._store.edit(translate("Budget", "变成借款"), plan.with_loan(loan))
        self.taken.emit(translate("Budget", "{name}已加到“借款”里").format(name=tried.column.usual))


class _Side(QWidget):
    """One product: its cycles as buttons, what the chosen one does in a sentence, and a button that takes it."""

    chosen = Signal(str)

    def __init__(self, brand: Brand) -> None:
        super().__init__()
        cycles = JIEBEI_CYCLES if brand is Brand.JIEBEI else HUABEI_CYCLES
        title = label(brand_name(brand), "cardTitle")
        title.setProperty("brand", brand.value)
        self.take = QPushButton(translate("Budget", "变成借款"))
        self.take.setObjectName("smallChip")
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        chips = FlowLayout(design.HALF, design.HALF)
        for cycle in cycles:
            button = QPushButton(cycle_name(cycle))
            button.setObjectName("smallChip")
            button.setCheckable(True)
            button.setAccessibleName(f"{title.text()} {cycle_name(cycle)}")
            button.clicked.connect(partial(self._choose, cycle))
            group.addButton(button)
            chips.addWidget(button)
            self.buttons[cycle] = button
        title.setFixedHeight(design.CHIP_HEIGHT)  # in the middle of the first line of buttons
        top = row()
        top.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(chips, 1)
        top.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.said = label(wrap=True)
        layout = column(spacing=design.HALF)
        layout.addLayout(top)
        layout.addWidget(self.said)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_tried(self, found: Tried) -> None:
        """Show the cycle that is tried."""
        button = self.buttons.get(found.cycle)
        if button is not None:
            button.setChecked(True)
        self.said.setText(tried_sentence(found))
        bill = isinstance(found.column.option, BillOption)
        self.take.setEnabled(found.worked is not None and not bill)
        self.take.setToolTip(translate("Budget", "账单不是一笔借款，变不成借款") if bill else "")

    def _choose(self, cycle: str, _checked: bool = False) -> None:
        self.chosen.emit(cycle)


def _rows(before: Outlook, found: Sequence[Tried]) -> list[list[Cell]]:
    lines = [
        [Cell(translate("Budget", "每次最多还"), words=True), Cell(_NOTHING, Tone.QUIET)]
        + [
            Cell(grouped(tried.most), Tone.STRONG, why=partial(most_why, tried)) if tried.payables else _nothing()
            for tried in found
        ],
        [Cell(translate("Budget", "利息和手续费"), words=True), Cell(_NOTHING, Tone.QUIET)]
        + [
            Cell(grouped(tried.worked.cost), why=partial(cost_tried_why, tried)) if tried.worked else _nothing()
            for tried in found
        ],
        [Cell(translate("Budget", "实际年化（复利）"), words=True), Cell(_NOTHING, Tone.QUIET)]
        + [
            Cell(percent(tried.worked.rates.effective_annual), why=partial(rate_tried_why, tried))
            if tried.worked
            else _nothing()
            for tried in found
        ],
        [Cell(translate("Budget", "还款最多占收入"), words=True), _share(before)]
        + [_share(tried.outlook, tried) for tried in found],
        [Cell(translate("Budget", "不够的月份"), words=True), _short(before)]
        + [_short(tried.outlook) for tried in found],
        [Cell(translate("Budget", "最紧的一天有"), words=True), _lowest(before)]
        + [_lowest(tried.outlook) for tried in found],
        [Cell(translate("Budget", "会晚的期数"), words=True), _late(before)]
        + [_late(tried.outlook) for tried in found],
        [Cell(translate("Budget", "晚了一共多付"), words=True), _cost(before)]
        + [_cost(tried.outlook) for tried in found],
    ]
    for place, name in enumerate(late_names()):
        cells = [
            Cell(grouped(tried.late[place]), why=partial(late_tried_why, tried, place)) if tried.late else _nothing()
            for tried in found
        ]
        lines.append([Cell(name, words=True), Cell(_NOTHING, Tone.QUIET), *cells])
    return lines


def _share(outlook: Outlook, tried: Tried | None = None) -> Cell:
    known = [month.share for month in outlook.months if month.share is not None]
    most = tried.share if tried is not None else max(known, default=None)
    if most is None:
        return Cell(_NOTHING, Tone.QUIET)
    tone = Tone.WRONG if most > outlook.budget.heavy else Tone.PLAIN
    return Cell(percent(most, 0), tone, why=partial(share_most_why, outlook, most))


def _nothing() -> Cell:
    return Cell(_NOTHING, Tone.QUIET)


def _short(outlook: Outlook) -> Cell:
    months = outlook.short_months
    why = translate("Budget", "、").join(f"{month.first:%Y-%m} -{grouped(month.short)}" for month in months)
    text = translate("Budget", "{count} 个月").format(count=len(months)) if months else translate("Budget", "没有")
    return Cell(text, Tone.WRONG if months else Tone.PLAIN, why=why)


def _lowest(outlook: Outlook) -> Cell:
    _, held = outlook.line.lowest(outlook.today)
    return Cell(grouped(held), Tone.WRONG if held < 0 else Tone.PLAIN, why=partial(lowest_day_why, outlook))


def _late(outlook: Outlook) -> Cell:
    late = outlook.line.late
    text = translate("Budget", "{count} 期").format(count=len(late)) if late else translate("Budget", "没有")
    return Cell(text, Tone.WRONG if late else Tone.PLAIN, why=partial(all_late_why, outlook))


def _cost(outlook: Outlook) -> Cell:
    cost = outlook.line.late_cost
    why = partial(all_late_why, outlook) if cost else translate("Budget", "都按时还，没有罚息。")
    return Cell(grouped(cost), Tone.WRONG if cost else Tone.PLAIN, why=why)
