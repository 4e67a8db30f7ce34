"""Loans looked at for being late: from which instalment on, and where they stand so many days later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine import Event, Row, Schedule, Settlement, Terms
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import Kept, Ledger, first_late, ledger, penalties
from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.planning.document import (
    NO_PENALTY,
    Loan,
    Plan,
    has_missed,
    loan_schedule,
    loan_terms,
    missed_of,
    option_schedule,
    overdue_rule,
)
from jiebei_desktop.planning.offers import Comparison
from jiebei_desktop.planning.wording import loan_label, loan_labels, no_overdue_rule, offer_label
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

USUAL_SPAN = 365
"""Days over which being late is looked at, more only for a loan that is late for longer already."""


class Subject(NamedTuple):
    """A loan, or an offer of the comparison, looked at for being late.

    Attributes:
        key: what tells it from the others: the loan's id, or the option's place.
        name: what it is called.
        beside: what stands behind the name of an offer or of a loan that is paid off.
        loan: None for an offer of the comparison.
        rule: what being late costs; None where nobody knows.
        number: the instalment that is late, or would be.
        due_date: when it falls or fell due.
        instalment: what is paid then as agreed, in yuan.
        last: the number of the last instalment.
        since: when the first instalment that was not paid on its day fell due.
        days: how many days late it is today.
        paid_off: whether nothing of it is owed any more.
    """

    key: str
    name: str
    beside: str
    brand: Brand | None
    loan: Loan | None
    terms: Terms
    events: tuple[Event, ...]
    rule: OverdueRule | None
    number: int
    due_date: date
    instalment: Decimal
    last: int
    since: date
    days: int = 0
    paid_off: bool = False

    @property
    def label(self) -> str:
        """Return what it is called in a sentence."""
        return self.name + self.beside

    def missed(self, until: date | None = None) -> Missed:
        """Return the instalments that are not paid, those only that fall due up to a day."""
        if self.loan is None:
            return Missed(self.number, until=until)
        known = missed_of(self.loan)
        return known._replace(first=min(self.number, known.first or self.number), until=until)

    def known_rule(self) -> OverdueRule:
        """Return what being late costs.

        Raises:
            ProblemError: nobody knows.
        """
        if self.rule is None:
            raise ProblemError("overdue", no_overdue_rule(self.label))
        return self.rule

    def on(self, days: int) -> date:
        """Return the day on which it is so many days late."""
        return self.due_date + timedelta(days=days)

    def at(self, days: int) -> Ledger:
        """Return its books when it is so many days late.

        Raises:
            ProblemError: nobody knows what being late costs, or the books can't be.
        """
        return ledger(self.terms, self.events, self.known_rule(), self.on(days), self.missed())

    def cost(self, days: int) -> list[Decimal]:
        """Return what being late has cost since the due date by each day up to so many after it.

        Raises:
            ProblemError: as `at` does.
        """
        span = [self.on(day) for day in range(days + 1)]
        found = penalties(self.terms, self.events, self.known_rule(), span, self.missed())
        return [each - found[0] for each in found]

    def nights(self, books: Ledger) -> tuple[Nights, ...]:
        """Return the nights since the due date that bore a penalty."""
        return tuple(each for each in books.nights if each.end_date > self.due_date)

    def cost_by(self, books: Ledger) -> tuple[Decimal, Decimal]:
        """Return the same by the day of some books, on principal and on the rest."""
        before = self.at(0)
        return (
            books.charged_on_principal - before.charged_on_principal,
            books.charged_on_interest - before.charged_on_interest,
        )


def loan_ledger(loan: Loan, rules: RuleBook, day: date) -> Ledger:
    """Return the books of a loan as far as it is known what was paid.

    Where nobody knows what being late costs, its penalty is nothing: what is late can be told all the same.

    Raises:
        ProblemError: the terms or an event can't be.
    """
    rule = overdue_rule(loan, rules) or NO_PENALTY
    return ledger(loan_terms(loan, rules), loan.events, rule, day, missed_of(loan))


def days_late(loan: Loan, rules: RuleBook, today: date) -> int:
    """Return how many days late a loan is; 0 where it is not, or can't be worked out."""
    if not has_missed(loan):
        return 0
    try:
        return loan_ledger(loan, rules, today).overdue_days
    except ProblemError:
        return 0


def late_since(loan: Loan, rows: Sequence[Row], rules: RuleBook, today: date) -> date | None:
    """Return when the first instalment that was not paid on its day fell due, where one is known not to have been.

    Args:
        loan: what was recorded of it.
        rows: what it asks for.
        rules: the products.
        today: up to when it is known what was paid.

    Raises:
        ProblemError: the terms or an event can't be.
    """
    known = missed_of(loan)
    days = [row.due_date for row in rows if row in known and row.due_date <= today]
    rule = overdue_rule(loan, rules) or NO_PENALTY
    return first_late(loan_terms(loan, rules), loan.events, rule, days, known)


def subjects(plan: Plan, rules: RuleBook, today: date) -> list[Subject]:
    """Return the plan's loans that are not settled, then offers of the comparison by brands that no loan has."""
    names = loan_labels(plan.loans, rules)
    found = []
    for loan in plan.loans:
        if any(isinstance(event, Settlement) and event.date <= today for event in loan.events):
            continue
        try:
            found.append(loan_subject(loan, rules, today)._replace(name=names[loan.id]))
        except ProblemError:  # the page of the loans says why
            continue
    brands = {subject.brand for subject in found}
    for place, option in enumerate(plan.comparison.offers):
        brand = rules.brand(option.product)
        if brand not in brands:
            brands.add(brand)
            try:
                found.append(_option_subject(plan.comparison, place, rules))
            except ProblemError:  # the page of the comparison says why
                continue
    return found


def loan_subject(loan: Loan, rules: RuleBook, today: date) -> Subject:
    """Return a loan as it stands: late as its records say, else as if the next instalment were missed.

    Raises:
        ProblemError: the loan can't be worked out.
    """
    worked_out = loan_schedule(loan, rules)
    late = loan_ledger(loan, rules, today) if today >= loan.start_date else None
    plain = [row for row in worked_out.rows if row.event is None] or list(worked_out.rows)
    row = _oldest(plain, loan, late, today)
    since = late_since(loan, plain, rules, today)
    paid_off = late is not None and late.closed and not _due_today(worked_out, loan, today)
    return Subject(
        key=loan.id,
        name=loan_label(loan, rules),
        beside=translate("Late", "（已还清）") if paid_off else "",
        brand=rules.brand(loan.product),
        loan=loan,
        terms=worked_out.terms,
        events=loan.events,
        rule=overdue_rule(loan, rules),
        number=row.period,
        due_date=row.due_date,
        instalment=row.payment,
        last=worked_out.rows[-1].period,
        since=min(row.due_date, since or row.due_date),
        days=late.overdue_days if late else 0,
        paid_off=paid_off,
    )


def _due_today(found: Schedule, loan: Loan, today: date) -> bool:
    """Tell whether an instalment falls due today of which nobody has said yet whether it was paid."""
    known = missed_of(loan)
    replaced = found.replaced if isinstance(found, Kept) else frozenset()
    asked = (row for row in found.rows if row.due_date == today and row.event is None and row.due_date not in replaced)
    return any(row.payment and row not in known for row in asked)


def _oldest(plain: Sequence[Row], loan: Loan, late: Ledger | None, today: date) -> Row:
    """Return the instalment that is late longest, else the first that was said to be missed, else the next one."""
    if late is not None and late.overdue_days:
        since = late.as_of - timedelta(days=late.overdue_days)
        return next(row for row in plain if row.due_date == since)
    ahead = [row for row in plain if row.due_date >= today and row.period >= (loan.unpaid_from or 1)]
    return ahead[0] if ahead else plain[-1]


def _option_subject(comparison: Comparison, place: int, rules: RuleBook) -> Subject:
    option = comparison.offers[place]
    worked_out = option_schedule(comparison, option, rules)
    terms, first = worked_out.terms, worked_out.rows[0]
    overdue = rules.rule(option.product, terms.start_date).overdue
    return Subject(
        key=f"option {place}",
        name=offer_label(option, rules),
        beside=translate("Late", "（对比）"),
        brand=rules.brand(option.product),
        loan=None,
        terms=terms,
        events=(),
        rule=overdue.value if overdue else None,
        number=1,
        due_date=first.due_date,
        instalment=first.payment,
        last=terms.periods,
        since=first.due_date,
    )


def span_of(chosen: Sequence[Subject]) -> int:
    """Return over how many days loans are looked at."""
    return max([USUAL_SPAN, *(subject.days for subject in chosen)])
