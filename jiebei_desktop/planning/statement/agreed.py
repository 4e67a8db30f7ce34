"""What a plan's loans expect as agreed, and what an instalment comes to when it is paid on another day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from jiebei_desktop.engine import Event, Payment, Restructure, Schedule, Terms, Waiver
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import Kept, Ledger, kept_schedule, ledger, penalties
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.document import NO_PENALTY, Loan, Plan, loan_schedule, loan_terms, missed_of, overdue_rule
from jiebei_desktop.planning.statement.results import Claim
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.products.conditions import OverdueRule, Surplus
from jiebei_desktop.values import ProblemError

NONE_MISSED = Missed(None)
_AT_ONCE = 120
"""Days of a penalty that are worked out in one go: it costs hardly more than one of them."""


@dataclass(frozen=True, eq=False)
class Agreed:
    """A loan whose instalments are expected.

    Attributes:
        events: what changes its schedule, without the money that pays what is due.
        rule: what being late costs, with early money kept for the next due day.
        holds: whether its books keep early money for the next due day.
    """

    loan: Loan
    name: str
    brand: Brand
    terms: Terms
    events: tuple[Event, ...]
    rule: OverdueRule
    holds: bool
    _known: dict[tuple[int, ...], list[Decimal]] = field(default_factory=dict)

    def penalty(self, periods: Iterable[int], since: date, day: date) -> Decimal:
        """Return what these instalments, and no others, cost by a day for being late; nothing where nobody can tell.

        Args:
            periods: their numbers.
            since: when the first of them fell due.
            day: after that; the same loan is asked for many of them, so all days up to some are worked out at once.
        """
        key, days = tuple(sorted(periods)), (day - since).days
        known = self._known.get(key, [])
        if days >= len(known):
            missed = Missed(None, earlier=tuple((period, period) for period in key))
            span = [since + timedelta(days=each) for each in range(max(days, _AT_ONCE) + 1)]
            try:
                known = penalties(self.terms, self.events, self.rule, span, missed)
            except ProblemError:  # an event that can only be when everything was paid on its day
                known = [ZERO] * len(span)
            self._known[key] = known
        return known[days]

    def books(self, day: date, periods: Sequence[int], paid: Sequence[Payment] = ()) -> Ledger | None:
        """Return the books of a day when these instalments were paid by this money only; None where they can't be."""
        missed = Missed(None, earlier=tuple((period, period) for period in sorted(periods)))
        try:
            return ledger(self.terms, (*self.events, *paid), self.rule, day, missed)
        except ProblemError:
            return None


class Slot(NamedTuple):
    """A claim with its loan.

    Attributes:
        principal: what of it is principal, in yuan.
        early: whether it is early money that the plan has recorded by itself.
    """

    claim: Claim
    agreed: Agreed
    principal: Decimal
    early: bool

    def late(self, day: date) -> int:
        """Return how many days after the due date a day is; below zero before it."""
        return (day - self.claim.due_date).days

    def whole(self, day: date) -> Decimal:
        """Return what pays it on a day, with the penalty where it is late then, in yuan."""
        claim = self.claim
        if self.early or day <= claim.due_date:
            return claim.amount
        return claim.amount + self.agreed.penalty((claim.period,), claim.due_date, day)


def slots_of(plan: Plan, rules: RuleBook) -> list[Slot]:
    """Return what the plan's loans by 借呗 and 花呗 expect, by due date; a loan that can't be is left out."""
    found: list[Slot] = []
    for loan in plan.loans:
        brand = rules.brand(loan.product)
        if brand in {Brand.JIEBEI, Brand.HUABEI}:
            try:
                found += _slots(loan, brand, rules)
            except ProblemError:  # the page of the loans says why
                continue
    return sorted(found, key=lambda slot: slot.claim.due_date)


def _slots(loan: Loan, brand: Brand, rules: RuleBook) -> list[Slot]:
    loan_schedule(loan, rules)  # a payment that was recorded may be what can't be
    known = overdue_rule(loan, rules) or NO_PENALTY
    rule = known.model_copy(update={"surplus": Surplus.HOLD})
    terms = loan_terms(loan, rules)
    events = tuple(event for event in loan.events if not isinstance(event, Payment | Waiver))
    worked_out = _worked_out(loan, terms, events, rule)
    replaced = worked_out.replaced if isinstance(worked_out, Kept) else frozenset()
    agreed = Agreed(loan, loan_label(loan, rules), brand, terms, events, rule, known.surplus is Surplus.HOLD)
    return [
        Slot(
            Claim(loan.id, agreed.name, brand, row.period, row.due_date, row.payment),
            agreed,
            row.principal,
            early=row.event is not None,
        )
        for row in worked_out.rows
        if row.event != "restructure" and row.payment > 0 and row.due_date not in replaced
    ]


def _worked_out(loan: Loan, terms: Terms, events: tuple[Event, ...], rule: OverdueRule) -> Schedule:
    """Return what falls due when everything is paid on its day, so that recording payments changes nothing of it.

    What a new plan came to follows from what was really paid before; so does paying off what is late.
    """
    if not any(isinstance(event, Restructure) for event in events):
        try:
            return kept_schedule(terms, events, rule, NONE_MISSED)
        except ProblemError:  # paid off after the last due date
            pass
    return kept_schedule(terms, loan.events, rule, missed_of(loan))


def by_loan(slots: Iterable[Slot]) -> list[list[Slot]]:
    """Return slots loan by loan, each by number."""
    ordered = sorted(slots, key=lambda slot: (slot.claim.loan_id, slot.claim.period))
    return [list(part) for _, part in groupby(ordered, key=lambda slot: slot.claim.loan_id)]


def owed(slots: Iterable[Slot], day: date) -> Decimal:
    """Return what pays instalments on a day, with the penalty of those that are late then, in yuan."""
    return sum((claimed(part) + penalty(part, day) for part in by_loan(slots)), ZERO)


def claimed(slots: Iterable[Slot]) -> Decimal:
    """Return what instalments come to as agreed, in yuan."""
    return sum((slot.claim.amount for slot in slots), ZERO)


def penalty(slots: Iterable[Slot], day: date) -> Decimal:
    """Return what the instalments that are late on a day cost for it, in yuan."""
    total = ZERO
    for part in by_loan(slot for slot in slots if slot.late(day) > 0 and not slot.early):
        since = min(slot.claim.due_date for slot in part)
        total += part[0].agreed.penalty([slot.claim.period for slot in part], since, day)
    return total
