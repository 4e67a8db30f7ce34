"""对比: the same money on the same day by several options, side by side, in a sentence, in figures and in pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QTableView, QWidget

from jiebei_desktop.files.comparison_tables import comparison_table, comparison_workbook
from jiebei_desktop.planning.comparison import Compared, compare
from jiebei_desktop.planning.comparison_lines import Key, Line, lines
from jiebei_desktop.planning.comparison_report import comparison_sheet
from jiebei_desktop.planning.comparison_why import cell_why
from jiebei_desktop.planning.document import says_rules
from jiebei_desktop.planning.entry import Field, edit
from jiebei_desktop.planning.offers import AnyOption, Comparison
from jiebei_desktop.planning.options import loan_of, with_added, with_copy, with_moved, without
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.compare.add_bar import AddBar
from jiebei_desktop.ui.compare.column_form import ColumnForm
from jiebei_desktop.ui.compare.periods import PeriodsCard
from jiebei_desktop.ui.compare.pictures import Pictures
from jiebei_desktop.ui.compare.scenarios import Scenarios
from jiebei_desktop.ui.compare.table import ComparisonTable
from jiebei_desktop.ui.compare.table_model import Head, Shown, Titled
from jiebei_desktop.ui.compare.what_if import WhatIf
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.offer_fields import field_name
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.pdf import Printed
from jiebei_desktop.ui.shortcuts import key_text, keys_of
from jiebei_desktop.ui.store import Cause, Change, Store
from jiebei_desktop.ui.widgets.basics import Card, Notice, column, fill_area, label, row
from jiebei_desktop.ui.widgets.fields import DateField, TextField, chain_tabs
from jiebei_desktop.ui.widgets.later import Later
from jiebei_desktop.ui.widgets.sides import Side, Sides
from jiebei_desktop.values import ProblemError


class ComparePage(Page):
    """The comparison of the plan: what each option costs, which is cheaper and why, and when another one wins."""

    name = "compare"
    prints = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._compared: Compared | None = None
        self._lines: tuple[Line, ...] = ()
        self.place = 0
        self.amount = TextField(field_name(Field.AMOUNT), translate("Fields", "元"))
        self.start_date = DateField(field_name(Field.START_DATE))
        self._entry = Entry(
            {Field.AMOUNT: self.amount, Field.START_DATE: self.start_date},
            lambda: ("comparison", self.store.plan.comparison),
            self._commit,
            store.end_typing,
            lambda: store.rules,
        )
        self.add_bar = AddBar(store)
        self.add_bar.wanted.connect(self._add)
        self.add_bar.made.connect(self._order_tabs)
        self.scenarios = Scenarios(store)
        self.form = ColumnForm(store, self._commit_option)
        self.form.wanted.connect(self._act)
        self.table = ComparisonTable(translate("Compare", "并排比较"))
        self.table.chosen.connect(self._choose)
        self.table.moved.connect(self._move)
        self.notice = Notice()
        self.what_if = WhatIf()
        self.what_if.money.connect(self._slide)
        self.what_if.option.connect(self._slide_option)
        self.what_if.let_go.connect(store.end_typing)
        self._later: Later[Compared] = Later(self)
        self._followed: QWidget | None = None
        self._following = False
        self.pictures = Pictures(self._later)
        self.pictures.picked.connect(lambda days: self._slide(Field.LATE_DAYS, str(days)))
        self.pictures.let_go.connect(store.end_typing)
        self.pictures.made.connect(self._order_tabs)
        self.periods = PeriodsCard()
        self._later.add(self.periods, self.periods.show_comparison)
        self._lay_out()
        self._make_keys()

    def show_change(self, change: Change) -> None:
        """Show the plan's comparison; nothing to do where only other things changed."""
        before, after = change.before, change.after
        if change.cause is Cause.ANOTHER_PLAN:
            self.place = 0
        if not change.typed:
            self._entry.forget()
            self.form.forget()
        elif (
            self._compared is not None
            and (before.comparison, says_rules(before)) == (after.comparison, says_rules(after))
            and (before.relief.income, before.budget) == (after.relief.income, after.budget)
        ):
            self.add_bar.show_plan()
            return
        self._show()

    def can_export(self) -> bool:
        """Tell whether there is a comparison on screen."""
        return self._compared is not None

    def export(self) -> Export | None:
        """Return the comparison on screen: as a table, as a workbook with a sheet an option, and as a page."""
        compared = self._compared
        if compared is None:
            return None
        title = translate("Compare", "对比 {labels}").format(labels=" ".join(compared.names))
        return Export(
            title, comparison_table(compared), lambda: comparison_workbook(compared), lambda: self._printed(compared)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See what has come into sight."""
        super().resizeEvent(event)
        self._later.look_soon()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """See what has come into sight."""
        super().showEvent(event)
        self._later.look_soon()

    def _printed(self, compared: Compared) -> Printed:
        from jiebei_desktop.ui.plan_papers import comparison_printed  # noqa: PLC0415 - printing only when asked for

        return comparison_printed(comparison_sheet(compared, self.store.plan.name, self.store.today))

    # What the user does.

    def _commit(self, field: Field, comparison: Comparison) -> None:
        title = translate("Compare", "修改对比：{field}").format(field=field_name(field))
        self._edit(title, comparison, typing=("comparison", field))

    def _commit_option(self, place: int, field: Field, option: AnyOption) -> None:
        title = translate("Compare", "修改对比：{field}").format(field=field_name(field))
        self._edit(title, self.store.plan.comparison.with_option(place, option), typing=("option", place, field))

    def _edit(self, title: str, comparison: Comparison, typing: object = None) -> None:
        self.store.edit(title, self.store.plan.model_copy(update={"comparison": comparison}), typing)

    def _slide(self, field: Field, text: str) -> None:
        self._commit(field, edit(self.store.plan.comparison, field, text, self.store.rules))

    def _slide_option(self, field: Field, text: str) -> None:
        option = self.store.plan.comparison.options[self.place]
        self._commit_option(self.place, field, edit(option, field, text, self.store.rules))

    def _add(self, option: AnyOption) -> None:
        before = self.store.plan.comparison
        self._try(translate("Compare", "加一列"), lambda: with_added(before, option), len(before.options))

    def _move(self, place: int, to: int) -> None:
        before = self.store.plan.comparison
        if 0 <= to < len(before.options):
            self._try(translate("Compare", "移动一列"), lambda: with_moved(before, place, to), to)

    def _act(self, what: str) -> None:
        """Do something with the column that is chosen."""
        before, place = self.store.plan.comparison, self.place
        if what == "base":
            title = translate("Compare", "换一列作基准")
            self._try(title, lambda: before.with_options(before.options, place), place)
        elif what in {"left", "right"}:
            pressed = self.form.buttons[what].hasFocus()
            self._move(place, place + (1 if what == "right" else -1))
            if pressed and not self.form.buttons[what].isEnabled():  # or keys would go on to what stands beside it
                self.form.buttons["left" if what == "right" else "right"].setFocus()
        elif what == "copy":
            self._try(translate("Compare", "复制一列"), lambda: with_copy(before, place), place + 1)
        elif what == "remove":
            self._try(translate("Compare", "去掉一列"), lambda: without(before, place), max(place - 1, 0))
        else:
            self._make_loan()

    def _try(self, title: str, change: Callable[[], Comparison], place: int) -> None:
        try:
            comparison = change()
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        self.place = place
        self.form.forget()
        self._edit(title, comparison)
        self._choose(place)
        self.table.show_column(self.place)

    def _make_loan(self) -> None:
        try:
            loan = loan_of(self.store.plan.comparison, self.place)
        except ProblemError as error:
            self.notice.say(str(error))
            return
        self.store.edit(translate("Compare", "变成借款"), self.store.plan.with_loan(loan))
        text = translate("Compare", "已经在“借款”里加了一笔：{name}")
        self.done.emit(text.format(name=loan_label(loan, self.store.rules)))

    def _choose(self, place: int) -> None:
        """Turn to another column."""
        if self._compared is None or not 0 <= place < len(self._compared.columns):
            return
        self.place = place
        self._show_chosen(self._compared)

    # What the page shows.

    def _show(self) -> None:
        compared = self._compared = compare(self.store.plan, self.store.rules, self._compared)
        self.place = min(self.place, len(compared.columns) - 1)
        self._lines = lines(compared)
        said = verdict(compared)
        self.headline.say(said.headline, said.reason, said.aside)
        self._entry.show({})
        self.add_bar.show_plan()
        self.table.show_rows(_heads(compared), [_titled(line) for line in self._lines], self._why)
        self._show_chosen(compared)
        self._later.show(compared)

    def _show_chosen(self, compared: Compared) -> None:
        self.form.show_column(compared, self.place)
        self.what_if.show_comparison(compared, self.place)
        self.table.mark(self.place)

    def _why(self, row_number: int, place: int) -> str:
        assert self._compared is not None  # noqa: S101 - asked of cells that are shown
        return cell_why(self._compared, self._lines[row_number], place)

    def headline_why(self) -> str:
        """Return how what each option costs came about: the headline holds them against each other."""
        compared = self._compared
        if compared is None:
            return ""
        costs = next(line for line in self._lines if line.key is Key.COST)
        return "\n\n".join(cell_why(compared, costs, place) for place, _ in compared.able)

    def _lay_out(self) -> None:
        money = row(spacing=design.INSET)
        self.amount.keep_width(design.NAMED_COLUMN + design.WIDE)
        self.start_date.keep_width(design.RATE_WIDTH)
        top = Qt.AlignmentFlag.AlignTop
        money.addWidget(self.amount, 0, top)
        money.addWidget(self.start_date, 0, top)
        fields = QWidget()
        fields.setLayout(money)
        fields.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.scenarios.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        card = self.card = Card()
        card.body.addWidget(Sides(Side(fields), Side(self.add_bar, design.FORM_WIDTH), Side(self.scenarios), top=True))
        card.body.addWidget(self.notice)
        card.body.addWidget(self.form)
        card.body.addWidget(self.table)
        hint = translate("Compare", "点一个数，或走到它按 {key}，就能看到它是怎么来的：公式、规则、来源。")
        card.body.addWidget(label(hint.format(key=key_text("why")), "small", wrap=True))
        layout = column(spacing=design.INSET)
        for part in (card, self.pictures, self.periods):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        self.area = QScrollArea()
        self._inside = fill_area(self.area, layout)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._scrolled())
        bar.rangeChanged.connect(lambda _least, _most: self._follow())
        self.area.setMinimumHeight(design.PART_HEIGHT)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.what_if)
        for table in (self.table, self.periods.table):
            table.selectionModel().currentChanged.connect(partial(self._see_cell, table))
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there are widgets
        app.focusChanged.connect(self._see_focus)

    def _see_cell(self, table: QTableView, now: QModelIndex, _before: QModelIndex) -> None:
        """Keep the cell that keys went to in sight: the tables are as tall as all their rows."""
        if table.hasFocus() and now.isValid():
            self._bring_cell(table)

    def _bring_cell(self, table: QTableView) -> None:
        """Bring a table's current cell into sight, its first row where there is none."""
        index = table.currentIndex()
        cell = table.visualRect(index) if index.isValid() else QRect(0, 0, 1, design.ROW_HEIGHT)
        place = table.viewport().mapTo(self._inside, cell.center())
        self.area.ensureVisible(0, place.y(), 0, design.ROW_HEIGHT + design.HEAD_HEIGHT)

    def _see_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what keys went to into sight, and keep it there while what is above it still grows."""
        clicked = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        inside = now is not None and not clicked and self._inside.isAncestorOf(now)
        self._followed = now if inside else None
        self._follow()

    def _follow(self) -> None:
        now, self._following = self._followed, True
        if isinstance(now, QTableView):
            self._bring_cell(now)
        elif now is not None:
            self.area.ensureWidgetVisible(now, 0, 3 * design.WIDE)  # so that the next picture is made in time
        self._following = False

    def _scrolled(self) -> None:
        """See what has come into sight; whoever scrolls wants to be there."""
        if not self._following:
            self._followed = None
        self._later.look_soon()

    def _order_tabs(self) -> None:
        """Let Tab go from top to bottom, though buttons and pictures are made late."""
        fields = [*self.amount.stops, *self.start_date.stops]
        adding = [*self.add_bar.buttons.values(), self.add_bar.more, self.scenarios]
        top = [*fields, *adding, *self.form.stops, self.table]
        sliders = [knob.slider for knob in self.what_if.knobs]
        chain_tabs([*top, *self.pictures.stops, self.periods.table, *sliders])

    def _make_keys(self) -> None:
        for name in ("left", "right", "copy", "remove"):
            shortcut = QShortcut(self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setKeys(keys_of(f"column_{name}"))
            shortcut.activated.connect(self.form.buttons[name].click)


def _heads(compared: Compared) -> list[Head]:
    base = compared.comparison.base_place
    return [
        Head(compared.names[place], found.detail, found.brand, base=place == base and len(compared.columns) > 1)
        for place, found in enumerate(compared.columns)
    ]


def _titled(line: Line) -> Titled:
    """Return a row; an option that can't be worked out says so in the first row alone."""
    cells = []
    for figure in line.figures:
        once = figure.problem is None or line.key is Key.INSTALMENT
        cells.append(Shown(figure.text if once else "—", figure.beside, figure.best, wrong=figure.problem is not None))
    return Titled(line.title, line.basis, cells)
