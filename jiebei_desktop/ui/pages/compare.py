"""对比: the same money on the same day, by 借呗 and by 花呗, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.files.tables import comparison_table
from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.comparison import Compared, Option, compare, verdict
from jiebei_desktop.planning.document import Comparison, Offer
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.hints import offer_hints
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.offer_fields import OfferFields, field_name
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row
from jiebei_desktop.ui.widgets.fields import DateField, TextField, polish
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone
from jiebei_desktop.ui.widgets.pictures import Cycle, CycleStrip
from jiebei_desktop.values import Method


class ComparePage(Page):
    """The comparison of the plan: what each option costs, which is cheaper and why."""

    name = "compare"

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._compared: Compared | None = None
        self.amount = TextField(field_name(Field.AMOUNT), translate("Fields", "元"))
        self.start_date = DateField(field_name(Field.START_DATE))
        self._entry = Entry(
            {Field.AMOUNT: self.amount, Field.START_DATE: self.start_date},
            lambda: ("comparison", self.store.plan.comparison),
            self._commit,
            store.end_typing,
            lambda: store.rules,
        )
        self.columns: list[OptionColumn] = []
        self._columns_row = row(spacing=design.WIDE)
        money = column(spacing=design.INSET)
        money.addWidget(self.amount)
        money.addWidget(self.start_date)
        money.addStretch(1)
        first = QWidget()
        first.setLayout(money)
        money.setContentsMargins(design.HEADER_INSET, 0, 0, 0)  # in line with the words of the table below
        first.setFixedWidth(design.FIRST_COLUMN)
        top = row(spacing=design.WIDE)
        top.addWidget(first)
        top.addLayout(self._columns_row, 1)
        self.summary = FigureTable(translate("Compare", "两边比较"), whole=True)
        self.summary.horizontalHeader().hide()  # the columns have their names above
        card = Card()
        card.body.addLayout(top)
        card.body.addWidget(self.summary)
        self.strip = CycleStrip()
        picture = Card(translate("Compare", "哪天还"))
        picture.body.addWidget(self.strip)
        self.periods = FigureTable(translate("Compare", "每一期"), whole=True)
        every = Card(translate("Compare", "每一期"))
        every.body.addWidget(self.periods)
        inside = QWidget()
        inside.setObjectName("plain")
        layout = column(spacing=design.INSET)
        for part in (card, picture, every):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        inside.setLayout(layout)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        self.body.addWidget(area, 1)

    def show_change(self, change: Change) -> None:
        """Show the plan's comparison; nothing to do where only loans changed."""
        if not change.typed:
            self._entry.forget()
            for made in self.columns:
                made.entry.forget()
        elif (change.before.comparison, change.before.products) == (change.after.comparison, change.after.products):
            return
        self._show()

    def can_export(self) -> bool:
        """Tell whether there is a comparison on screen."""
        return self._compared is not None

    def export(self) -> Export | None:
        """Return the comparison on screen."""
        if self._compared is None:
            return None
        labels = " ".join(option.label for option in self._compared.options)
        return Export(translate("Compare", "对比 {labels}").format(labels=labels), comparison_table(self._compared))

    def _commit(self, field: Field, comparison: Comparison) -> None:
        title = translate("Compare", "修改对比：{field}").format(field=field_name(field))
        plan = self.store.plan.model_copy(update={"comparison": comparison})
        self.store.edit(title, plan, typing=("comparison", field))

    def _commit_option(self, index: int, field: Field, offer: Offer) -> None:
        comparison = self.store.plan.comparison
        options = (*comparison.options[:index], offer, *comparison.options[index + 1 :])
        title = translate("Compare", "修改对比：{field}").format(field=field_name(field))
        plan = self.store.plan.model_copy(update={"comparison": comparison.model_copy(update={"options": options})})
        self.store.edit(title, plan, typing=("option", index, field))

    def _show(self) -> None:
        comparison = self.store.plan.comparison
        self._fit_columns(len(comparison.options))
        compared = self._compared = compare(comparison, self.store.rules)
        said = verdict(compared)
        self.headline.say(said.headline, said.reason)
        self._entry.show({})
        for made, option in zip(self.columns, compared.options, strict=True):
            made.show_option(option, comparison)
        self._show_summary(compared)
        self.strip.show_cycles(comparison.start_date, [self._cycle(option) for option in compared.options])
        self._show_periods(compared)

    def _fit_columns(self, count: int) -> None:
        if len(self.columns) == count:
            return
        clear(self._columns_row)
        self.columns = [OptionColumn(self.store, index, self._commit_option) for index in range(count)]
        for made in self.columns:
            self._columns_row.addWidget(made, 1)

    def _brand(self, option: Option) -> Brand | None:
        return self.store.rules.brand(option.offer.product)

    def _cycle(self, option: Option) -> Cycle:
        brand = self._brand(option)
        dates = [row.due_date for row in option.schedule.rows] if option.schedule else []
        return Cycle(option.label, design.current().brand(brand), brand is Brand.HUABEI, dates)

    def _show_summary(self, compared: Compared) -> None:
        header = [Cell(""), *(Cell(option.label) for option in compared.options)]
        lines: list[list[Cell]] = []
        for title, figure, best in _summary_lines(compared):
            cells = [Cell(title, Tone.QUIET, words=True)]
            for index, option in enumerate(compared.options):
                if option.schedule is None:
                    cells.append(Cell(translate("Compare", "算不出来"), Tone.WRONG, why=_problem(option)))
                else:
                    cells.append(Cell(figure(option.schedule), Tone.BEST if index in best else Tone.PLAIN))
            lines.append(cells)
        self.summary.show_cells(header, lines)
        self.summary.fix_columns({0: design.FIRST_COLUMN})

    def _show_periods(self, compared: Compared) -> None:
        header = [Cell(translate("Compare", "期"))]
        for option in compared.options:
            fee = option.offer.method is Method.FLAT_FEE
            header += [
                Cell(translate("Compare", "{name}\n还款日").format(name=option.name)),
                Cell(translate("Compare", "应还")),
                Cell(translate("Compare", "手续费") if fee else translate("Compare", "利息")),
                Cell(translate("Compare", "还剩本金")),
            ]
        tables = [option.schedule.rows if option.schedule else () for option in compared.options]
        lines = []
        for index in range(max(map(len, tables), default=0)):
            cells = [Cell(str(index + 1), Tone.QUIET)]
            for rows in tables:
                cells += _instalment_cells(rows, index)
            lines.append(cells)
        self.periods.show_cells(header, lines)
        dates = dict.fromkeys(range(1, len(header), _COLUMNS_EACH), design.NAMED_COLUMN)
        self.periods.fix_columns({0: design.NUMBER_COLUMN, **dates})


_COLUMNS_EACH = 4


def _instalment_cells(rows: Sequence[Row], index: int) -> list[Cell]:
    if index >= len(rows):
        return [Cell("–", Tone.QUIET)] * _COLUMNS_EACH
    instalment = rows[index]
    return [
        Cell(instalment.due_date.isoformat()),
        Cell(grouped(instalment.payment), Tone.STRONG),
        Cell(grouped(instalment.interest + instalment.fee)),
        Cell(grouped(instalment.balance), Tone.QUIET),
    ]


_Line = tuple[str, Callable[[Schedule], str], frozenset[int]]


def _summary_lines(compared: Compared) -> list[_Line]:
    nothing: frozenset[int] = frozenset()
    return [
        (translate("Compare", "每期还款"), _payments, nothing),
        (translate("Compare", "总共还"), lambda found: grouped(found.totals.payment), nothing),
        (translate("Compare", "利息和手续费"), lambda found: grouped(found.totals.cost), compared.least_cost),
        (translate("Compare", "名义年化（单利）"), lambda found: percent(found.rates.nominal_annual), nothing),
        (
            translate("Compare", "实际年化（复利）"),
            lambda found: percent(found.rates.effective_annual),
            compared.least_rate,
        ),
        (translate("Compare", "首个还款日"), lambda found: found.rows[0].due_date.isoformat(), nothing),
        (translate("Compare", "最后还款日"), lambda found: found.rows[-1].due_date.isoformat(), nothing),
    ]


def _payments(found: Schedule) -> str:
    """Return the usual instalment, with the last one where it differs, or the range where they all differ."""
    first, last = found.rows[0].payment, found.rows[-1].payment
    if any(row.payment != first for row in found.rows[:-1]):
        least, most = min(row.payment for row in found.rows), max(row.payment for row in found.rows)
        return translate("Compare", "{least} 到 {most}").format(least=grouped(least), most=grouped(most))
    if first == last:
        return grouped(first)
    return translate("Compare", "{first}，最后一期 {last}").format(first=grouped(first), last=grouped(last))


def _problem(option: Option) -> str:
    return option.problem.message if option.problem else ""


class OptionColumn(QWidget):
    """The head of one option: its name in its colour and the fields that shape it."""

    def __init__(self, store: Store, index: int, commit: Callable[[int, Field, Offer], None]) -> None:
        super().__init__()
        self._store = store
        self.offer = OfferFields()
        self.title = label(name="cardTitle")
        self.entry = Entry(
            self.offer.by_name(),
            lambda: (index, self._store.plan.comparison.options[index]),
            lambda field, offer: commit(index, field, offer),
            store.end_typing,
            lambda: store.rules,
        )
        shape = row(spacing=design.INSET)
        shape.addWidget(self.offer.periods, 1, Qt.AlignmentFlag.AlignTop)
        shape.addWidget(self.offer.method, 1, Qt.AlignmentFlag.AlignTop)
        layout = column(spacing=design.GRID)
        layout.addWidget(self.title)
        layout.addLayout(shape)
        layout.addWidget(self.offer.rate)
        layout.addWidget(self.offer.fee_rate)
        layout.addStretch(1)
        self.setLayout(layout)

    def show_option(self, option: Option, comparison: Comparison) -> None:
        """Show an option's name, fields and remarks."""
        rule = self._store.rules.rules.get(option.offer.product)
        self.title.setText(option.label)
        if rule is not None and self.title.property("brand") != rule.brand.value:
            self.title.setProperty("brand", rule.brand.value)
            polish(self.title)
        self.offer.fit(option.offer, self._store.rules)
        remarks = offer_hints(option.offer, comparison.amount, rule) if rule else {}
        if option.problem and option.problem.field in self.offer.by_name():
            remarks[Field(option.problem.field)] = option.problem.message
        self.entry.show(remarks)
