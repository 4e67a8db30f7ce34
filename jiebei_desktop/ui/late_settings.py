"""What is known of a loan that is late: since when, by which rule, with which grace; and money that arrived."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from jiebei_desktop.planning.document import Loan, overdue_rule
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.happenings import Happening
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_rules import chosen_rule, overdue_choices, with_grace, with_rule
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.events_card import ask_event
from jiebei_desktop.ui.offer_fields import field_name
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import column, label
from jiebei_desktop.ui.widgets.fields import ChoiceField, TextField, narrow
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.values import ProblemError


class LateSettings(QWidget):
    """The form of one loan's being late; an offer of the comparison has none."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._loan_id = ""
        self._wrong_grace = ""
        self.unpaid_from = TextField(field_name(Field.UNPAID_FROM), translate("Late", "期"))
        self.rule = ChoiceField(translate("Late", "罚息怎么算"))
        narrow(self.rule.box)
        self.grace = TextField(translate("Late", "宽限几天"), translate("Late", "天"))
        self.payment = QPushButton(translate("Late", "记一笔还款…"))
        self.payment.clicked.connect(self._ask_payment)
        self.entry = Entry(
            {Field.UNPAID_FROM: self.unpaid_from}, self._read, self._commit, store.end_typing, lambda: store.rules
        )
        self.rule.edited.connect(self._choose_rule)
        self.grace.edited.connect(self._type_grace)
        self.grace.finished.connect(store.end_typing)
        line = FlowLayout(design.INSET, design.GRID, fill=True)
        self.unpaid_from.keep_width(design.NAMED_COLUMN + design.SHORT_FIELD)
        self.grace.keep_width(design.NAMED_COLUMN)
        self.rule.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for field in (self.unpaid_from, self.rule, self.grace):
            line.addWidget(field)
        beside = column(spacing=design.HALF // 2)
        beside.addWidget(label(" ", "fieldLabel"))  # in line with the editors, whatever is said under them
        beside.addWidget(self.payment)
        beside.addStretch(1)
        button = QWidget()
        button.setLayout(beside)
        line.addWidget(button)
        self.setLayout(line)

    def forget(self) -> None:
        """Drop what is typed and wrong: the plan was replaced, or a step was undone."""
        self.entry.forget()
        self._wrong_grace = ""

    def show_subject(self, subject: Subject) -> None:
        """Show what is known of a loan."""
        loan = subject.loan
        self.setVisible(loan is not None)
        if loan is None:
            return
        if loan.id != self._loan_id:
            self._loan_id, self._wrong_grace = loan.id, ""
        assumed = ""
        if loan.unpaid_from is None and not subject.days:
            text = translate("Late", "不填：都按时还了。这里看第 {number} 期要是没还会怎样")
            assumed = text.format(number=subject.number)
        elif loan.unpaid_from is not None and loan.unpaid_from > subject.last:
            assumed = translate("Late", "这笔只到第 {last} 期").format(last=subject.last)
        self.entry.show({Field.UNPAID_FROM: assumed})
        rules = self._store.rules
        choices = [(str(place), words) for place, (_, words) in enumerate(overdue_choices(loan, rules))]
        self.rule.set_choices(choices or [("", translate("Late", "不知道"))])
        self.rule.set_text(str(chosen_rule(loan, rules)) if choices else "")
        self.grace.setEnabled(bool(choices))
        known = overdue_rule(loan, rules)
        if not self._wrong_grace and not (self.grace.has_focus() and self._says_grace(loan)):
            self.grace.set_text(str(known.grace_days) if known else "")
        self.grace.say(self._wrong_grace)

    def _loan(self) -> Loan | None:
        return self._store.plan.loan(self._loan_id)

    def _read(self) -> tuple[object, Loan] | None:
        loan = self._loan()
        return (loan.id, loan) if loan else None

    def _commit(self, field: Field, loan: Loan) -> None:
        title = translate("Loans", "修改借款：{field}").format(field=field_name(field))
        self._store.edit(title, self._store.plan.with_loan(loan), typing=(loan.id, field))

    def _choose_rule(self, place: str) -> None:
        loan = self._loan()
        if loan is not None and place:
            changed = with_rule(loan, self._store.rules, int(place))
            self._take_over(translate("Late", "换一种罚息算法"), changed)

    def _type_grace(self, text: str) -> None:
        loan = self._loan()
        if loan is None:
            return
        try:
            changed = with_grace(loan, self._store.rules, text)
        except ProblemError as error:
            self._wrong_grace = str(error)
            self.grace.say(self._wrong_grace)
            return
        self._wrong_grace = ""
        self.grace.say("")
        title = translate("Late", "修改宽限期")
        self._store.edit(title, self._store.plan.with_loan(changed), typing=(loan.id, "grace"))

    def _says_grace(self, loan: Loan) -> bool:
        """Tell whether what is typed, however it is written, means what the loan has."""
        try:
            return with_grace(loan, self._store.rules, self.grace.text()) == loan
        except ProblemError:
            return False

    def _ask_payment(self) -> None:
        loan = self._loan()
        if loan is not None:
            ask_event(Happening.PAYMENT, loan, self._store, self, self._take_over)

    def _take_over(self, title: str, loan: Loan) -> None:
        self._store.edit(title, self._store.plan.with_loan(loan))
