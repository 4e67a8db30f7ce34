"""What loans take out of a budget: every instalment with its day, and what it costs to pay it later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import Final, NamedTuple

from jiebei_desktop.engine import (
    Event,
    Payment,
    Prepayment,
    RateChange,
    Row,
    Schedule,
    Settlement,
    Terms,
    Waiver,
    penalty_rate,
    schedule,
)
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import Kept, Ledger, kept_schedule, ledger, penalties
from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import (
    NO_PENALTY,
    Loan,
    Plan,
    loan_terms,
    missed_of,
    overdue_rule,
)
from jiebei_desktop.planning.kept import kept_for
from jiebei_desktop.planning.situation import with_rates
from jiebei_desktop.planning.wording import loan_label, loan_labels
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.values import Problem, ProblemError

_NEVER = Missed(None)
_AT_ONCE = 64
"""Days of a penalty that are worked out in one go: most that is late is paid by the next pay day or two."""

TRIAL: Final = "trial-"
"""With which the key of something owed begins that is only tried."""


class Owed(NamedTuple):
    """Something that is paid back, with all that its instalments follow from.

    Attributes:
        key: tells it from the others.
        name: what it is called.
        rule: what being late costs; None where nobody knows, which then counts as nothing.
        missed: what was not paid on its day.
    """

    key: str
    name: str
    brand: Brand | None
    terms: Terms
    events: tuple[Event, ...]
    rule: OverdueRule | None
    missed: Missed = _NEVER

    @property
    def books(self) -> bool:
        """Tell whether it is known what was really paid."""
        return self.missed != _NEVER or any(not isinstance(e, Prepayment | Settlement) for e in self.events)

    def schedule(self) -> Schedule:
        """Return what falls due; raises `ProblemError` where the terms or an event can't be."""
        if self.books:
            return kept_schedule(self.terms, self.events, self.rule or NO_PENALTY, self.missed)
        return schedule(self.terms, self.events)

    def rows(self) -> Sequence[Row]:
        """Return the same row by row."""
        return self.schedule().rows

    def ledger(self, day: date, until: date) -> Ledger:
        """Return the books of a day when all that falls due after `until` is paid on its day."""
        return ledger(self.terms, self.events, self.rule or NO_PENALTY, day, self.missed._replace(until=until))

    def penalty(self, missed: Missed, days: Sequence[date]) -> list[Decimal]:
        """Return what being late cost by the end of each of some days, which rise."""
        return penalties(self.terms, self.events, self.rule or NO_PENALTY, days, missed)

    def penalty_since(self, day: date, today: date, missed: Missed, days: Sequence[date]) -> list[Decimal]:
        """Return the same when after a day only new rates come, and after today nothing is let off."""
        before = [e for e in self.events if e.date <= day and (e.date <= today or not isinstance(e, Waiver))]
        rates = [e for e in self.events if e.date > day and isinstance(e, RateChange)]
        rates.sort(key=lambda change: change.date)
        return with_rates(before, rates, lambda e: self._replace(events=tuple(e)).penalty(missed, days))


class Late:
    """What it costs to pay something later, by the day: the overdue engine's figures, worked out as far as asked.

    Args:
        since: the day from which it is counted.
        charge: gives, for days that rise, what being late has cost by the end of each.
    """

    def __init__(self, since: date, charge: Callable[[Sequence[date]], list[Decimal]]) -> None:
        self._since, self._charge = since, charge
        self._known: list[Decimal] = [ZERO]

    def __call__(self, days: int) -> Decimal:
        """Return the cost of paying so many days later, in yuan."""
        if days >= len(self._known):
            most = max(days, len(self._known) - 1 + _AT_ONCE)
            found = self._charge([self._since + timedelta(days=each) for each in range(most + 1)])
            self._known = [each - found[0] for each in found]
        return self._known[days]

    def on(self, days: Sequence[int]) -> list[Decimal]:
        """Return the same for some numbers of days, which rise, by one replay that stops on these days only."""
        if days and days[-1] < len(self._known):
            return [self._known[each] for each in days]
        found = self._charge([self._since + timedelta(days=each) for each in (0, *days)])
        return [each - found[0] for each in found[1:]]


class Payable(NamedTuple):
    """One payment that a loan asks for.

    Attributes:
        number: of the instalment; of the oldest one where `overdue`.
        due_date: when it falls or fell due.
        day: the first day on which the budget can pay it.
        amount: what it takes on that day, in yuan.
        late: what it costs to pay it so many days after `day`.
        overdue: it is all that is late already when the plan begins.
        early: it is money that the user means to pay early.
    """

    owed: Owed
    number: int
    due_date: date
    day: date
    amount: Decimal
    late: Callable[[int], Decimal]
    overdue: bool = False
    early: bool = False


def owed_of(loan: Loan, rules: RuleBook) -> Owed:
    """Return a loan of the plan as something owed.

    Raises:
        ProblemError: its terms can't be.
    """
    return Owed(
        loan.id,
        loan_label(loan, rules),
        rules.brand(loan.product),
        loan_terms(loan, rules),
        loan.events,
        overdue_rule(loan, rules),
        missed_of(loan),
    )


class PlanPayables(NamedTuple):
    """What all loans of a plan ask for, and the loans that can't be worked out."""

    payables: tuple[Payable, ...]
    problems: tuple[tuple[Loan, Problem], ...]


def plan_payables(plan: Plan, rules: RuleBook, since: date, today: date, memory: Memory | None = None) -> PlanPayables:
    """Return what the plan's loans ask for, as `payables_of`, and which of them can't be worked out."""
    known = memory or Memory()
    names = loan_labels(plan.loans, rules)
    found: list[Payable] = []
    problems = []
    for loan in plan.loans:
        name = names[loan.id]
        work_out = partial(_payables_of_loan, loan, name, rules, since, today)
        try:
            found += known.kept(rules, (loan, name, since, today), work_out)
        except ProblemError as error:
            problems.append((loan, error.problem))
    return PlanPayables(in_order(found), tuple(problems))


def _payables_of_loan(loan: Loan, name: str, rules: RuleBook, since: date, today: date) -> list[Payable]:
    return payables_of(owed_of(loan, rules)._replace(name=name), since, today)


def in_order(payables: Sequence[Payable]) -> tuple[Payable, ...]:
    """Return payables as they come: by the day on which they can be paid, the older one first."""
    return tuple(sorted(payables, key=lambda each: (each.day, each.due_date, each.owed.key, each.number)))


def payables_of(owed: Owed, since: date, today: date) -> list[Payable]:
    """Return what something owed asks for, what is late by `today` as one payment.

    What has not happened yet is no payment: everything is paid as soon as there is money.

    Args:
        owed: what asks for it.
        since: the day at whose end the balance is; what was paid by then is in it, but for what falls due today.
        today: up to when it is known what was paid.

    Raises:
        ProblemError: the terms, an event or what being late costs can't be.
    """
    if owed.rule is not None:
        penalty_rate(owed.terms, owed.rule)  # one that can't be is refused before anything is late
    owed = owed._replace(
        events=tuple(event for event in owed.events if event.date <= today or not isinstance(event, Payment))
    )
    begin = min(since, today - timedelta(days=1))
    found: list[Payable] = []
    all_of_it = owed.schedule()
    replaced = all_of_it.replaced if isinstance(all_of_it, Kept) else frozenset()
    books = owed.ledger(today, today) if owed.books and owed.terms.start_date <= today else None
    if books is not None and books.due_now and not any(due.due_date in replaced for due in books.unpaid):
        found.append(_due_now(owed, books, today))
    credit = books.credit if books is not None else ZERO
    handed_out = kept_for(all_of_it.rows, credit, owed.missed, replaced, today)
    for row, kept in zip(all_of_it.rows, handed_out, strict=True):
        if row.event == "restructure":  # a new plan moves no money: its row takes back what was due unpaid
            continue
        happened = books is not None and row.due_date <= today and (row.event is not None or row in owed.missed)
        into_new_plan = row.event is None and row.due_date in replaced
        if row.due_date <= begin or happened or into_new_plan:
            continue
        if row.payment > kept:
            found.append(_instalment(owed, row, row.payment - kept, today))
    after = {"payment": since, "prepayment": begin, "settlement": begin}
    made = [entry for entry in books.entries if entry.kind in after] if books is not None else []
    return found + [_paid(owed, each.date, each.arrived) for each in made if each.date > after[each.kind]]


def _instalment(owed: Owed, row: Row, amount: Decimal, today: date) -> Payable:
    """Return one instalment that falls due, alone of all missed ones in what being late costs."""
    if row.event is not None:  # money that the user wants to pay early: later it costs nothing more
        return Payable(owed, row.period, row.due_date, row.due_date, amount, lambda _: ZERO, early=True)
    missed, day_before = owed.missed, row.due_date - timedelta(days=1)

    def charge(days: Sequence[date]) -> list[Decimal]:
        if missed == _NEVER:
            return owed.penalty_since(day_before, today, Missed(row.period, row.period), days)
        first = row.period if missed.first is None else min(missed.first, row.period)
        with_it = owed.penalty_since(day_before, today, missed._replace(first=first, until=row.due_date), days)
        without = owed.penalty_since(day_before, today, missed._replace(until=day_before), days)
        return [one - other for one, other in zip(with_it, without, strict=True)]

    return Payable(owed, row.period, row.due_date, row.due_date, amount, Late(row.due_date, charge))


def _due_now(owed: Owed, books: Ledger, today: date) -> Payable:
    """Return all that is due today or was before as one payment."""
    missed = owed.missed._replace(until=today)
    oldest = min(books.unpaid, key=lambda due: due.due_date, default=None)
    number, due_date = (oldest.number, oldest.due_date) if oldest else (0, today)
    late = Late(today, lambda days: owed.penalty_since(today, today, missed, days))
    overdue = due_date < today or bool(books.penalty_total)
    return Payable(owed, number, due_date, today, books.due_now - books.credit, late, overdue)


def _paid(owed: Owed, day: date, amount: Decimal) -> Payable:
    """Return a payment that was made already."""
    return Payable(owed, 0, day, day, amount, lambda _: ZERO)


def nights_of(payable: Payable, days: int) -> tuple[Nights, ...]:
    """Return the nights that bear a penalty when something is paid so many days later; none where others bear it, too.

    A loan that is not paid any more unless that is recorded keeps its books as a whole: only what is late already has
    its own.
    """
    owed, day = payable.owed, payable.day
    if payable.early or (owed.missed.first is not None and not payable.overdue):
        return ()
    number = min(payable.number, owed.terms.periods)
    missed = owed.missed._replace(until=day) if payable.overdue else owed.missed._replace(first=number, last=number)
    events = [event for event in owed.events if event.date <= day]
    books = ledger(owed.terms, events, owed.rule or NO_PENALTY, day + timedelta(days=days), missed)
    return tuple(_since(each, day) for each in books.nights if each.end_date > day)


def _since(nights: Nights, day: date) -> Nights:
    """Return the part of alike nights from a day on."""
    if nights.start_date >= day:
        return nights
    part = Decimal((nights.end_date - day).days) / nights.days
    return nights._replace(
        start_date=day, on_principal=nights.on_principal * part, on_interest=nights.on_interest * part
    )
