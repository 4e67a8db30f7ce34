"""The form of the column that is chosen: its name, its term, way and price, its days, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.hints import offer_hints
from jiebei_desktop.planning.offers import MOST_OPTIONS, AnyOption, BillOption, OfferOption
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.offer_fields import OfferFields, field_name
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import column, row
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
        self.offer = OfferFields()
        same = translate("Compare", "同上面的日期")
        self.name = _NameField(field_name(Field.NAME))
        self.coupon_off = TextField(field_name(Field.COUPON_OFF), "%")
        self.coupon_periods = TextField(field_name(Field.COUPON_PERIODS), translate("Fields", "期"))
        self.start_date = DateField(translate("Compare", "另外一天借（可不填）"), same)
        self.due_day = TextField(field_name(Field.DUE_DAY), translate("Fields", "日"))
        self.bill_name = _NameField(field_name(Field.NAME))
        self.statement_day = TextField(translate("Compare", "每月几日出账"), translate("Fields", "日"))
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
        self.buttons = {name: self._button(name, text, said) for name, text, said in _actions()}
        self._lay_out()

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at: the column's name, its fields, what is done with all of it."""
        fields = [self.name, self.bill_name, *self._placed]
        return [stop for field in fields for stop in field.stops] + [*self.buttons.values()]

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
        if isinstance(option, BillOption):
            self.bill_entry.show({})
            return
        self.offer.fit(option, self._store.rules)
        self.coupon_periods.setVisible(bool(option.coupon_off) and option.method is not Method.BULLET)
        rule = self._store.rules.rules.get(option.product)
        remarks = offer_hints(option, comparison.amount, rule) if rule else {}
        if found.problem and found.problem.field in self._offer_fields:
            remarks[Field(found.problem.field)] = found.problem.message
        self.entry.show(remarks)

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
        narrow, medium = design.PERIODS_WIDTH, design.NAMED_COLUMN
        widths = {
            self.offer.periods: narrow,
            self.offer.method: medium + design.WIDE,
            self.offer.rate: design.RATE_WIDTH,
            self.offer.fee_rate: medium + design.WIDE,
            self.coupon_off: medium,
            self.coupon_periods: narrow,
            self.start_date: design.RATE_WIDTH,
            self.due_day: medium + design.WIDE,
            self.statement_day: medium,
            self.bill_due_day: medium,
            self.bill_start_date: design.RATE_WIDTH,
        }
        self._placed = [*widths]
        self._offer_line = _line([field for field in self._offer_fields.values() if field in widths], widths)
        self._bill_line = _line([field for field in self._bill_fields.values() if field in widths], widths)
        top = row(spacing=design.HALF)
        top.addWidget(self.name)
        top.addWidget(self.bill_name)
        top.addStretch(1)
        for button in self.buttons.values():
            top.addWidget(button)
        layout = column(spacing=design.HALF)
        layout.addLayout(top)
        layout.addWidget(self._offer_line)
        layout.addWidget(self._bill_line)
        self.setLayout(layout)


class _NameField(TextField):
    """A column's name as a title that can be typed over; empty it says what the column is usually called."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title.hide()
        self.editor.setObjectName("columnName")
        self.setFixedWidth(design.NAME_WIDTH)

    def show_usual(self, usual: str, brand: Brand | None) -> None:
        """Say what the column is called without a name of the user's, in the colour of its family."""
        self._line.setPlaceholderText(usual)
        value = brand.value if brand else ""
        if self.editor.property("brand") != value:
            self.editor.setProperty("brand", value)
            polish(self.editor)


def _line(fields: list[FormField], widths: dict[FormField, int]) -> QWidget:
    made = QWidget()
    flow = FlowLayout(design.INSET, design.GRID)
    for field in fields:
        field.setFixedWidth(widths[field])
        flow.addWidget(field)
    made.setLayout(flow)
    return made


def _actions() -> tuple[tuple[str, str, str], ...]:
    return (
        ("base", translate("Compare", "设为基准"), translate("Compare", "别的列都和这一列比差多少")),
        ("left", "←", translate("Compare", "往左移一列（Alt+←）")),
        ("right", "→", translate("Compare", "往右移一列（Alt+→）")),
        ("copy", translate("Compare", "复制"), translate("Compare", "复制这一列（Ctrl+D）")),
        ("loan", translate("Compare", "变成借款"), translate("Compare", "照这一列在“借款”里加一笔")),
        ("remove", translate("Compare", "去掉"), translate("Compare", "去掉这一列（Ctrl+Delete）")),
    )
