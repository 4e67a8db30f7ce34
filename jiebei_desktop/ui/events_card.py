"""What happens to a loan on its way, as a list, with a button for each kind of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QPushButton, QWidget

from jiebei_desktop.engine import Arrears, Effect, Event, WaiverOf
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.happenings import (
    Happening,
    arrears_name,
    event_label,
    read_happening,
    waiver_name,
    with_event,
    without_event,
)
from jiebei_desktop.planning.wording import rate_per_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label, row
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.fields import ChoiceField, DateField, FormField, TextField, narrow
from jiebei_desktop.values import ProblemError


class EventsCard(Card):
    """The events of one loan. `commit` takes over a loan with other events, under the name of an undo step."""

    def __init__(self, store: Store, commit: Callable[[str, Loan], None]) -> None:
        super().__init__(translate("Events", "途中的变动"))
        self._store, self._commit = store, commit
        self._loan: Loan | None = None
        self._shown: tuple[Event, ...] | None = None
        self._list = column(spacing=design.HALF)
        self.body.addLayout(self._list)
        self.buttons: dict[Happening, QPushButton] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(design.GRID)
        for place, kind in enumerate(Happening):
            button = QPushButton(happening_name(kind))
            button.clicked.connect(lambda _, kind=kind: self._ask(kind))
            grid.addWidget(button, place // 3, place % 3)
            self.buttons[kind] = button
        grid.setColumnStretch(3, 1)
        self.body.addLayout(grid)

    def show_loan(self, loan: Loan) -> None:
        """Show a loan's events; the list is made anew only when they changed."""
        self._loan = loan
        if loan.events == self._shown:
            return
        self._shown = loan.events
        clear(self._list)
        for place, event in enumerate(loan.events):
            self._list.addWidget(self._line(place, event))
        if not loan.events:
            nothing = translate("Events", "照常还。要是提前还一笔、一次结清或者利率变了，加在这里看差多少。")
            self._list.addWidget(label(nothing, "quiet", wrap=True))

    def _line(self, place: int, event: Event) -> QWidget:
        made = QWidget()
        layout = row()
        layout.addWidget(label(event_label(event), wrap=True), 1)
        remove = QPushButton(translate("Events", "去掉"))
        remove.setAccessibleName(translate("Events", "去掉：{event}").format(event=event_label(event)))
        remove.clicked.connect(lambda: self._remove(place))
        layout.addWidget(remove)
        made.setLayout(layout)
        return made

    def _remove(self, place: int) -> None:
        if self._loan is not None:
            self._commit(translate("Events", "去掉变动"), without_event(self._loan, place, self._store.rules))

    def _ask(self, kind: Happening) -> None:
        if self._loan is not None:
            ask_event(kind, self._loan, self._store, self, self._commit)


def ask_event(kind: Happening, loan: Loan, store: Store, parent: QWidget, commit: Callable[[str, Loan], None]) -> None:
    """Ask for one event, and take over the loan with it under the name of an undo step."""
    dialog = EventDialog(kind, loan, store, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def take_over() -> None:
        assert dialog.made is not None  # noqa: S101 - there is one where the dialog was accepted
        commit(happening_name(kind), dialog.made)

    dialog.accepted.connect(take_over)
    dialog.open()


class EventDialog(QDialog):
    """Asks for one event; what can't be is said at its field, and nothing is lost. `made` is the loan with it."""

    def __init__(self, kind: Happening, loan: Loan, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(happening_name(kind))
        self._kind, self._loan, self._store = kind, loan, store
        self.made: Loan | None = None
        self.fields: dict[str, FormField] = {"date": DateField(translate("Events", "哪一天"))}
        yuan = translate("Fields", "元")
        if kind in {Happening.PREPAYMENT, Happening.PAYMENT}:
            self.fields["amount"] = TextField(translate("Events", "还多少"), yuan)
        if kind is Happening.PREPAYMENT:
            effect = ChoiceField(translate("Events", "以后"))
            narrow(effect.box)
            shorten = translate("Events", "期数变少，每期不变")
            lower = translate("Events", "每期变少，期数不变")
            effect.set_choices(((Effect.SHORTEN.value, shorten), (Effect.LOWER.value, lower)))
            self.fields["effect"] = effect
        if kind is Happening.RATE_CHANGE:
            self.fields["rate"] = TextField(translate("Events", "新利率"), "%")
        if kind is Happening.WAIVER:
            self.fields["amount"] = TextField(translate("Events", "减免多少"), yuan)
            of = ChoiceField(translate("Events", "减免什么"))
            narrow(of.box)
            of.set_choices((each.value, waiver_name(each)) for each in WaiverOf)
            self.fields["of"] = of
        if kind is Happening.RESTRUCTURE:
            self.fields |= _plan_fields(loan)
        fields = column()
        for field in self.fields.values():
            fields.addWidget(field)
        fields.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("Events", "加上"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("Events", "算了"))
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        layout = column()
        layout.setContentsMargins(design.SPACE, design.SPACE, design.SPACE, design.SPACE)
        layout.addWidget(DialogBody(fields, design.FORM_WIDTH - 2 * design.SPACE), 1)
        layout.addWidget(buttons)
        self.setLayout(layout)

    def _try(self) -> None:
        """Take the event over where the loan can still be worked out with it."""
        for field in self.fields.values():
            field.say("")
        try:
            event = read_happening(self._kind, {name: field.text() for name, field in self.fields.items()}, self._loan)
            made = with_event(self._loan, event, self._store.rules, self._store.today)
        except ProblemError as error:
            name = error.problem.field.rpartition(".")[2]
            field = self.fields.get(name, self.fields["date"])
            field.say(str(error))
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.made = made
        self.accept()


def _plan_fields(loan: Loan) -> dict[str, FormField]:
    """Return the fields of a new plan."""
    arrears = ChoiceField(translate("Events", "欠的利息和罚息"))
    narrow(arrears.box)
    arrears.set_choices((each.value, arrears_name(each)) for each in Arrears)
    return {
        "periods": TextField(translate("Events", "分几期"), translate("Fields", "期")),
        "rate": TextField(translate("Events", "{per}（不填：照旧）").format(per=rate_per_name(loan.rate_per)), "%"),
        "first_due_date": DateField(translate("Events", "首个还款日（不填：一个月后）")),
        "arrears": arrears,
    }


def happening_name(kind: Happening) -> str:
    """Return what can be entered, as a button or an undo step has it."""
    return {
        Happening.PREPAYMENT: translate("Events", "提前还一笔"),
        Happening.SETTLEMENT: translate("Events", "一次结清"),
        Happening.RATE_CHANGE: translate("Events", "利率变了"),
        Happening.PAYMENT: translate("Events", "逾期后还了一笔"),
        Happening.WAIVER: translate("Events", "减免"),
        Happening.RESTRUCTURE: translate("Events", "重新分期"),
    }[kind]
