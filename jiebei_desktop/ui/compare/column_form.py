"""The form of the column that is chosen: its name, its term, way and price, its days, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.hints import offer_hints
from jiebei_desktop.planning.offers import MOST_OPTIONS, AnyOption, BillOption, OfferOption
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.offer_fields import OfferFields, field_name
from jiebei_desktop.ui.shortcuts import title_of, with_key
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import column, label
from jiebei_desktop.ui.widgets.fields import DateField, FormField, TextField, polish
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.values import Method


class ColumnForm(QWidget):
    """`wanted` names what is to be done with the column: base, left, right, copy, loan or remove."""

    wanted = Signal(str)

    def __init__(self, store: Store, commit: Callable[[int, Field, AnyOption], None]) -> None:
        super().__init__()
        self._store, self._commit = store, commit
        self.place = 0
        self._used = False
        self.offer = OfferFields()
        same = translate("Compare", "同上面的日期")
        self.name = _NameField(field_name(Field.NAME))
        self.coupon_off = TextField(field_name(Field.COUPON_OFF), "%")
        self.coupon_periods = TextField(field_name(Field.COUPON_PERIODS), translate("Fields", "期"))
        self.start_date = DateField(translate("Compare", "另外一天借（可不填）"), same)
        self.due_day = TextField(field_name(Field.DUE_DAY), translate("Fields", "日"))
        self.bill_name = _NameField(field_name(Field.NAME))
        self.statement_day = TextField(field_name(Field.STATEMENT_DAY), translate("Fields", "日"))
        self.bill_due_day = TextField(translate("Compare", "每月几日还"), translate("Fields", "日"))
        self.bill_start_date = DateField(translate("Compare", "另外一天买（可不填）"), same)
        self._offer_fields: dict[Field, FormField] = {
            **self.offer.by_name(),
            Field.COUPON_OFF: self.coupon_off,
            Field.COUPON_PERIODS: self.coupon_periods,
            Field.START_DATE: self.start_date,
            Field.DUE_DAY: self.due_day,
            Field.NAME: self.name,
        }
        self._bill_fields: dict[Field, FormField] = {
            Field.STATEMENT_DAY: self.statement_day,
            Field.DUE_DAY: self.bill_due_day,
            Field.START_DATE: self.bill_start_date,
            Field.NAME: self.bill_name,
        }
        self.entry = self._bound(self._offer_fields, OfferOption)
        self.bill_entry = self._bound(self._bill_fields, BillOption)
        self.notes = label(name="remark", wrap=True)
        self.notes.setMinimumHeight(design.ICON)
        self._more_fields = [self.coupon_off, self.coupon_periods, self.start_date, self.due_day]
        self.more = QPushButton(translate("Compare", "优惠券、日期…"))
        self.more.setCheckable(True)
        self.more.setObjectName("chip")
        self.more.toggled.connect(lambda _: self._fold())
        self.buttons = {name: self._button(name, text, said) for name, text, said in _actions()}
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at: the column's name, its fields, what is done with all of it."""
        usual, rest = self._placed[:4], self._placed[4:]
        fields = [self.name, self.bill_name, *usual]
        first = [stop for field in fields for stop in field.stops]
        return [*first, self.more, *(stop for field in rest for stop in field.stops), *self.buttons.values()]

    def forget(self) -> None:
        """Drop what is typed and wrong: the plan was replaced, or a step was undone."""
        self.entry.forget()
        self.bill_entry.forget()

    def show_column(self, compared: Compared, place: int) -> None:
        """Show an option's name, fields and remarks."""
        if place != self.place:
            self.forget()
        self.place = place
        comparison, found = compared.comparison, compared.columns[place]
        option, count = found.option, len(compared.columns)
        for name in (self.name, self.bill_name):
            name.show_usual(found.usual, found.brand)
        self.name.setVisible(isinstance(option, OfferOption))
        self.bill_name.setVisible(isinstance(option, BillOption))
        self.buttons["base"].setEnabled(place != comparison.base_place)
        self.buttons["left"].setEnabled(place > 0)
        self.buttons["right"].setEnabled(place < count - 1)
        self.buttons["copy"].setEnabled(count < MOST_OPTIONS)
        self.buttons["loan"].setEnabled(isinstance(option, OfferOption))
        self.buttons["remove"].setEnabled(count > 1)
        self._offer_line.setVisible(isinstance(option, OfferOption))
        self._bill_line.setVisible(isinstance(option, BillOption))
        self._used = isinstance(option, OfferOption) and any(
            value is not None for value in (option.coupon_off, option.start_date, option.due_day)
        )
        self._fold()
        self._say_notes(compared)
        if isinstance(option, BillOption):
            self.bill_entry.show({})
            return
        self.offer.fit(option, self._store.rules)
        self.coupon_periods.setVisible(bool(option.coupon_off) and option.method is not Method.BULLET)
        self.entry.show({})

    def _say_notes(self, compared: Compared) -> None:
        """Say what is wrong with the column, else what is unusual, in a line that is always there."""
        found = compared.columns[self.place]
        option, remarks = found.option, ""
        if isinstance(option, OfferOption):
            rule = self._store.rules.rules.get(option.product)
            hints = offer_hints(option, compared.comparison.amount, rule) if rule else {}
            remarks = joined(*(translate("Compare", "{remark}。").format(remark=each) for each in hints.values()))
        problem = found.problem.message if found.problem else ""
        name = "problem" if problem else "remark"
        if self.notes.objectName() != name:
            self.notes.setObjectName(name)
            polish(self.notes)
        self.notes.setText(f"⚠ {problem}" if problem else remarks)

    def _fold(self) -> None:
        """Show the coupon and the days where they are used, wrong or asked for."""
        wrong = any(
            self.entry.waiting.get(field) for field, editor in self._offer_fields.items() if editor in self._more_fields
        )
        self.more.setEnabled(not (self._used or wrong))
        self._more_line.setVisible(not self._offer_line.isHidden() and (self._used or wrong or self.more.isChecked()))

    def _bound(self, fields: dict[Field, FormField], kind: type[AnyOption]) -> Entry[AnyOption]:
        def read() -> tuple[object, AnyOption] | None:
            options = self._store.plan.comparison.options
            option = options[self.place] if self.place < len(options) else None
            return (self.place, option) if isinstance(option, kind) else None

        def commit(field: Field, option: AnyOption) -> None:
            self._commit(self.place, field, option)

        return Entry(fields, read, commit, self._store.end_typing, lambda: self._store.rules)

    def _button(self, name: str, text: str, said: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("smallChip")
        button.setToolTip(said)
        button.setAccessibleName(said)
        button.clicked.connect(lambda: self.wanted.emit(name))
        return button

    def _lay_out(self) -> None:
        usual, more = [self.offer.periods, self.offer.method, self.offer.rate, self.offer.fee_rate], self._more_fields
        bill = [field for field in self._bill_fields.values() if field is not self.bill_name]
        widths: dict[int, list[FormField]] = {
            design.PERIODS_WIDTH: [self.offer.periods, self.coupon_periods],
            design.RATE_WIDTH: [self.offer.rate, self.start_date, self.bill_start_date, self.due_day],
            design.NAMED_COLUMN + design.WIDE: [self.offer.method, self.offer.fee_rate],
            design.NAMED_COLUMN + design.GRID: [self.coupon_off],
            design.NAMED_COLUMN + design.SPACE: [self.statement_day, self.bill_due_day],
        }
        for width, fields in widths.items():
            for field in fields:
                field.keep_width(width)
        self._placed = [*usual, *more, *bill]
        self._offer_line, self._bill_line = _line([*usual, _beside(self.more)]), _line([*bill])
        self._more_line = _line([*more])
        top = FlowLayout(design.HALF, design.HALF, fill=True)
        top.addWidget(self.name)
        top.addWidget(self.bill_name)
        for button in self.buttons.values():
            top.addWidget(button)
        layout = column(spacing=design.HALF)
        layout.addLayout(top)
        for line in (self._offer_line, self._bill_line, self._more_line):
            layout.addWidget(line)
        layout.addWidget(self.notes)
        self._bill_line.setMinimumHeight(self._offer_line.sizeHint().height())
        self._offer_line.setMinimumHeight(self._bill_line.sizeHint().height())
        self.setLayout(layout)


def _beside(button: QPushButton) -> QWidget:
    """Return a button in line with the editors of the fields beside it, whatever is said under them."""
    made, layout = QWidget(), column(spacing=design.HALF // 2)
    layout.addWidget(label(" ", "fieldLabel"))
    layout.addWidget(button)
    layout.addStretch(1)
    made.setLayout(layout)
    return made


def _line(widgets: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    flow = FlowLayout(design.INSET, design.GRID)
    for widget in widgets:
        flow.addWidget(widget)
    made.setLayout(flow)
    return made


class _NameField(TextField):
    """A column's name as a title that can be typed over; empty it says what the column is usually called."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title.hide()
        self.editor.setObjectName("columnName")

    def show_usual(self, usual: str, brand: Brand | None) -> None:
        """Say what the column is called without a name of the user's, in the colour of its family."""
        self._line.setPlaceholderText(usual)
        value = brand.value if brand else ""
        if self.editor.property("brand") != value:
            self.editor.setProperty("brand", value)
            polish(self.editor)


def _actions() -> tuple[tuple[str, str, str], ...]:
    return (
        ("base", translate("Compare", "设为基准"), translate("Compare", "别的列都和这一列比差多少")),
        ("left", "←", with_key(title_of("column_left"), "column_left")),
        ("right", "→", with_key(title_of("column_right"), "column_right")),
        ("copy", translate("Compare", "复制"), with_key(title_of("column_copy"), "column_copy")),
        ("loan", translate("Compare", "变成借款"), translate("Compare", "照这一列在“借款”里加一笔")),
        ("remove", translate("Compare", "去掉"), with_key(title_of("column_remove"), "column_remove")),
    )
