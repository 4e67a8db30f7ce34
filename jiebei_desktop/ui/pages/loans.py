"""借款: the user's loans, each as a form beside the schedule that follows every keystroke."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from jiebei_desktop.engine import Schedule
from jiebei_desktop.planning.document import Loan, has_missed, loan_schedule, rule_for, says_rules
from jiebei_desktop.planning.entry import Field, new_loan
from jiebei_desktop.planning.happenings import saved_sentence
from jiebei_desktop.planning.hints import billed_instalment_check, loan_hints, name_hint
from jiebei_desktop.planning.late import days_late, loan_subject
from jiebei_desktop.planning.late_words import first_steps
from jiebei_desktop.planning.warnings import rate_warnings
from jiebei_desktop.planning.wording import joined, loan_label, loan_sentence, rates_sentence
from jiebei_desktop.products.regulation import regulation
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.late_notice import LateNotice
from jiebei_desktop.ui.loan_form import LoanForm
from jiebei_desktop.ui.loan_strip import LoanStrip
from jiebei_desktop.ui.offer_fields import field_name
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.schedule_view import ScheduleView
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import column
from jiebei_desktop.ui.widgets.invite import Invite
from jiebei_desktop.ui.widgets.sides import Side, Sides
from jiebei_desktop.values import ProblemError

if TYPE_CHECKING:
    from jiebei_desktop.ui.disclosure_card import DisclosureCard
    from jiebei_desktop.ui.events_card import EventsCard


class _Steps(NamedTuple):
    days: int
    said: tuple[str, ...]
    unpaid: Mapping[date, Decimal] = MappingProxyType({})


class _Below(NamedTuple):
    events: EventsCard
    disclosure: DisclosureCard


class LoansPage(Page):
    """The loans of the plan."""

    name = "loans"
    prints = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._chosen = ""
        self._painted = False
        self._schedule: Schedule | None = None
        self._problem = ""
        self.strip = LoanStrip()
        self.strip.chosen.connect(self.choose)
        self.strip.wanted.connect(self.add_loan)
        self.form = LoanForm(store)
        self.result = ScheduleView()
        self.entry = Entry(self.form.fields, self._read, self._commit, store.end_typing, lambda: store.rules)
        self.entry.tried.connect(self._show_notice)
        self.form.delete.clicked.connect(self._delete)
        self.empty = Invite(
            translate("Loans", "照着 App 填金额、日期、期数和利率，右边马上出还款表。"),
            translate("Loans", "填一笔借款"),
            translate("Loans", "看示例计划"),
        )
        self.empty.action.clicked.connect(self.add_loan)
        self.empty.second.clicked.connect(self.sample_wanted)
        bare = QWidget()
        above = column()
        above.addWidget(self.empty)
        above.addStretch(1)
        bare.setLayout(above)
        filled = QWidget()
        layout = column(spacing=design.INSET)
        layout.addWidget(self.strip)
        sides = Sides(
            Side(self.form, design.FORM_WIDTH, fixed=True, height=design.PART_HEIGHT),
            Side(self.result, design.RESULT_WIDTH, height=design.PART_HEIGHT),
        )
        self.late = LateNotice()
        self.late.wanted.connect(lambda: self.wanted.emit("late", self._chosen))
        self.result.lead_with(self.late, [self.late.button])
        layout.addWidget(sides, 1)
        filled.setLayout(layout)
        self.stack = QStackedWidget()
        self.stack.addWidget(bare)
        self.stack.addWidget(filled)
        self.body.addWidget(self.stack, 1)

    @property
    def events(self) -> EventsCard:
        """Return the card of what happens to the loan on its way."""
        return self._below.events

    @property
    def disclosure(self) -> DisclosureCard:
        """Return the card of the lender's table of all costs."""
        return self._below.disclosure

    @cached_property
    def _below(self) -> _Below:
        """Make what stands below the schedule and is not in sight at a start: it comes once the rest is painted."""
        from jiebei_desktop.ui.disclosure_card import DisclosureCard  # noqa: PLC0415 - the start does without
        from jiebei_desktop.ui.events_card import EventsCard  # noqa: PLC0415

        below = _Below(EventsCard(self.store, self._take_over), DisclosureCard(self._take_over))
        for card in below:
            self.result.add_card(card)
        self._show_below(below)
        return below

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, and make what was left out for the first time to be soon."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, lambda: self._below)

    @property
    def loan(self) -> Loan | None:
        """Return the loan that the form shows."""
        return self.store.plan.loan(self._chosen)

    def add_loan(self) -> None:
        """Add a loan by the first product's defaults and put the cursor into its amount."""
        products = self.store.rules.ordered
        if not products:
            return
        loan = new_loan(products[0], self.store.today)
        self._chosen = loan.id
        self.store.edit(translate("Loans", "添加借款"), self.store.plan.with_loan(loan))
        self.form.fields[Field.PRINCIPAL].editor.setFocus(Qt.FocusReason.TabFocusReason)  # which selects what is there

    def show_change(self, change: Change) -> None:
        """Show the plan after a change; follow a loan that came or changed by undo."""
        if not change.typed:
            self.entry.forget()
        elif (change.before.loans, says_rules(change.before)) == (change.after.loans, says_rules(change.after)):
            return
        loans = change.after.loans
        touched = [loan.id for loan in loans if loan not in change.before.loans]
        if touched and not change.typed:
            self._chosen = touched[0]
        if self.loan is None:
            self._chosen = loans[-1].id if loans else ""
        self._show()

    def can_export(self) -> bool:
        """Tell whether there is a schedule on screen."""
        return self._schedule is not None

    def export(self) -> Export | None:
        """Return the schedule on screen."""
        if self.loan is None or self._schedule is None:
            return None
        from jiebei_desktop.files.papers import schedule_paper  # noqa: PLC0415 - the start does without
        from jiebei_desktop.files.tables import reasoned_schedule_table  # noqa: PLC0415
        from jiebei_desktop.ui.pdf import Printed  # noqa: PLC0415
        from jiebei_desktop.ui.print_paper import printed  # noqa: PLC0415

        store, loan = self.store, self.loan

        def paper() -> Printed:
            return printed(schedule_paper(store.plan, loan, store.rules, store.today))

        name = loan_label(loan, store.rules)
        table = reasoned_schedule_table(self._schedule, rule_for(loan, store.rules))
        title = translate("Loans", "{name} 还款表").format(name=name)
        return Export(title, table, printed=paper)

    def look_at(self, about: str) -> None:
        """Show the loan that something elsewhere is about."""
        self.choose(about)

    def choose(self, loan_id: str) -> None:
        """Show another loan."""
        self._chosen = loan_id
        self.store.end_typing()
        self._show()

    def _read(self) -> tuple[object, Loan] | None:
        return (self.loan.id, self.loan) if self.loan else None

    def _commit(self, field: Field, loan: Loan) -> None:
        title = translate("Loans", "修改借款：{field}").format(field=field_name(field))
        self.store.edit(title, self.store.plan.with_loan(loan), typing=(loan.id, field))

    def _take_over(self, title: str, loan: Loan) -> None:
        self.store.edit(title, self.store.plan.with_loan(loan))

    def _delete(self) -> None:
        if self.loan is not None:
            self.store.edit(translate("Loans", "删除借款"), self.store.plan.without_loan(self.loan.id))

    def _show(self) -> None:
        loan = self.loan
        face = 0 if loan is None else 1
        if face != self.stack.currentIndex():
            self.stack.setCurrentIndex(face)
            if self.isVisible():
                self.setFocus()  # what had it is gone; without this it lands on whatever comes next
        self.strip.show_loans(self.store, self._chosen)
        if loan is None:
            self._schedule = None
            self.headline.say(
                translate("Loans", "每一笔借款，每期还多少、一共多付多少，都算到分。"),
                translate("Loans", "全部在这台电脑上算，不联网。"),
            )
            return
        self.form.fit(loan)
        self._schedule, self._problem = None, ""
        try:
            self._schedule = loan_schedule(loan, self.store.rules)
        except ProblemError as error:
            self._problem = str(error)
        rule = rule_for(loan, self.store.rules)
        remarks = rate_warnings(self._schedule, regulation(self.store.rules)) if self._schedule else ()
        alike = name_hint(loan, self.store.plan.loans, self.store.rules)
        self.entry.show(loan_hints(loan, rule, remarks) | alike if rule else alike)
        steps = self._first_steps(loan)
        self.late.say(steps.days, steps.said)
        if self._schedule is not None and steps.said:
            agreed = translate("Loans", "约定的计划：{plan}").format(plan=loan_sentence(self._schedule))
            rates = joined(agreed, rates_sentence(self._schedule))
            self.headline.say(steps.said[0], rates)
            self.result.show_schedule(self._schedule, rule, remarks, self.store.today, steps.unpaid)
        elif self._schedule is not None:
            saved = saved_sentence(loan, self._schedule, self.store.rules)
            self.headline.say(loan_sentence(self._schedule), joined(rates_sentence(self._schedule), saved))
            self.result.show_schedule(self._schedule, rule, remarks, self.store.today)
        else:
            self.headline.say(translate("Loans", "这笔借款还算不出来"), self._problem)
        self.result.show_figures(self._schedule is not None)
        if "_below" in self.__dict__:
            self._show_below(self._below)
        self._show_notice()

    def _show_below(self, below: _Below) -> None:
        if self.loan is not None:
            below.events.show_loan(self.loan)
            below.disclosure.show_loan(self.loan, self._schedule, rule_for(self.loan, self.store.rules))

    def _first_steps(self, loan: Loan) -> _Steps:
        """Return how many days late a loan is today, and what to do first."""
        if not has_missed(loan) or self._schedule is None:
            return _Steps(0, ())
        try:
            subject = loan_subject(loan, self.store.rules, self.store.today)
            if not subject.days:
                return _Steps(0, ())
            books = subject.at(subject.days)
            return _Steps(subject.days, first_steps(subject, books, shipped_overdue()), books.late_by_day)
        except ProblemError as error:  # nobody knows what being late costs
            return _Steps(days_late(loan, self.store.rules, self.store.today), (str(error),))

    def _show_notice(self) -> None:
        """Say what is wrong with the figures on the right, the worst first."""
        said = self._problem
        if not said and self.entry.waiting:
            said = translate("Loans", "左边有一处还没填对，这里是改之前的结果。")
        if not said and self.loan and self._schedule:
            found = billed_instalment_check(self.loan, self._schedule)
            said = found.message if found else ""
        self.result.notice.say(said)
