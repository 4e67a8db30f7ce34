"""The plan's real loans as debts: what is still to come of each, what is late, and what paying early does to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.engine import Event, RateChange, Row, Settlement, Terms
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.interest import Quote
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.document import (
    NO_PENALTY,
    Loan,
    Plan,
    loan_schedule,
    loan_terms,
    missed_of,
    overdue_rule,
)
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.planning.payoff.account import Account
from jiebei_desktop.planning.wording import loan_label, loan_labels
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError

_YEAR = Decimal(365)
_BY_PARTS = {Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST}


class Early(StrEnum):
    """How a loan can be paid early: any amount with an instalment, only all at once, or not so that it saves."""

    PART = "part"
    WHOLE = "whole"
    NOTHING = "nothing"


class RealDebt(NamedTuple):
    """A loan as it stands today.

    Attributes:
        key: the loan's id.
        label: what it is called.
        events: what has happened up to today, and new rates that come; money that was planned for later is left out,
            for the plan says where money goes.
        missed: the instalments that only payments pay: those that were, and all from today on.
        rule: what being late costs; `knows_late` tells whether anybody knows.
        rows: the instalments that fall due today or later.
        dates: the days on which it may be paid early.
        owed: principal that is not repaid, less what waits for the next instalment, in yuan.
        due_now: what is late today with its penalty, in yuan.
        late_days: for how long.
        early: how it can be paid early.
        price: what paying early saves a year, as a share of the principal that is repaid early.
        settling: what pays everything off on each of the `dates`, where that is the only way to save.
        quote: the rate of today.
    """

    key: str
    label: str
    brand: Brand | None
    terms: Terms
    events: tuple[Event, ...]
    missed: Missed
    rule: OverdueRule
    knows_late: bool
    today: date
    rows: tuple[Row, ...]
    dates: tuple[date, ...]
    owed: Decimal
    due_now: Decimal
    late_days: int
    early: Early
    price: Decimal
    settling: tuple[Decimal, ...]
    quote: Quote

    @property
    def rate_changes(self) -> bool:
        """Tell whether a new rate is to come."""
        return any(isinstance(event, RateChange) and event.date > self.today for event in self.events)

    @property
    def saves(self) -> bool:
        """Tell whether paying early saves anything."""
        return self.early is not Early.NOTHING

    @property
    def agreed(self) -> Decimal:
        """Return all that is to be paid from today on as agreed, what is late included, in yuan."""
        return sum((row.payment for row in self.rows), self.due_now)

    def open(self) -> Account:
        """Return its books as of today, to pay out of."""
        return Account(self.terms, self.events, self.missed, self.rule, self.today)


class LeftOut(NamedTuple):
    """A loan that can't be looked at, and why."""

    label: str
    reason: str


class Debts(NamedTuple):
    """The debts of a plan, and the loans that can't be looked at."""

    found: tuple[RealDebt, ...]
    left_out: tuple[LeftOut, ...]


def debts_of(plan: Plan, rules: RuleBook, today: date) -> Debts:
    """Return every loan of a plan that is not settled, as it stands at the beginning of a day."""
    names = loan_labels(plan.loans, rules)
    found, left_out = [], []
    for loan in plan.loans:
        try:
            debt = real_debt(loan, rules, today)
        except ProblemError as error:
            left_out.append(LeftOut(names[loan.id], error.problem.message))
            continue
        if debt is not None:
            found.append(debt._replace(label=names[loan.id]))
    return Debts(tuple(found), tuple(left_out))


def real_debt(loan: Loan, rules: RuleBook, today: date) -> RealDebt | None:
    """Return a loan as it stands; None where nothing of it is owed.

    Raises:
        ProblemError: it has not begun, or can't be worked out.
    """
    if any(isinstance(event, Settlement) and event.date <= today for event in loan.events):
        return None
    if loan.start_date > today:
        text = translate("Payoff", "{day} 才起息，还没有欠款。").format(day=loan.start_date)
        raise ProblemError("start_date", text)
    loan_schedule(loan, rules)  # what can't be later is refused now
    known = overdue_rule(loan, rules)
    terms, missed = loan_terms(loan, rules), missed_of(loan)
    happened = tuple(e for e in loan.events if e.date <= today or isinstance(e, RateChange))
    account = Account(terms, happened, missed, known or NO_PENALTY, today)
    first = _first_ahead(account, happened, today)
    if first is not None:
        missed = missed._replace(first=min(first, missed.first or first))
    debt = RealDebt(
        key=loan.id,
        label=loan_label(loan, rules),
        brand=rules.brand(loan.product),
        terms=terms,
        events=happened,
        missed=missed,
        rule=known or NO_PENALTY,
        knows_late=known is not None,
        today=today,
        rows=(),
        dates=(),
        owed=ZERO,
        due_now=ZERO,
        late_days=loan_ledger(loan, rules, today).overdue_days,
        early=Early.NOTHING,
        price=ZERO,
        settling=(),
        quote=account.books.course.quote,
    )
    return _looked_ahead(debt)


def _first_ahead(account: Account, events: Sequence[Event], today: date) -> int | None:
    """Return the number of the first instalment that the plan has to pay; what happened today counts as done."""
    rows = list(account.ahead())
    if not any(event.date == today for event in events):
        rows += [row for row in account.books.course.rows if row.event is None and row.due_date == today]
    return min((row.period for row in rows), default=None)


def _looked_ahead(debt: RealDebt) -> RealDebt | None:
    """Return a debt with what is to come; None where nothing is."""
    account = debt.open()
    due_now = sum((item.amount for item in account.waiting if item.due_date < debt.today), ZERO) + account.penalty
    waiting = [item for item in account.waiting if item.number and item.due_date >= debt.today]
    rows = tuple(account.row_of(item) for item in waiting) + account.ahead()
    rows = tuple(row for row in rows if row.opening_balance or row.payment)  # rounding may repay it before the last one
    if not rows and not due_now:
        return None
    debt = debt._replace(rows=rows, owed=account.owed, due_now=due_now)
    if not rows:
        return debt
    course = account.books.course
    dates = tuple(day for day in course.terms.all_due_dates if day >= debt.today)
    if course.terms.method is not Method.BULLET:
        dates = tuple(row.due_date for row in rows)
    debt = debt._replace(dates=dates)
    settling = account.settlements(dates)
    last = rows[-1].due_date
    saved = [
        sum((row.payment for row in rows if row.due_date >= day), ZERO) - amount
        for day, amount in zip(dates, settling, strict=True)
    ]
    if all(amount <= 0 for day, amount in zip(dates, saved, strict=True) if day < last):
        return debt
    return debt._replace(early=_way(debt, account), price=_price(rows, dates, saved), settling=settling)


def _way(debt: RealDebt, account: Account) -> Early:
    """Return how a loan that saves by being paid early is.

    Only all at once where the charge for it, a new rate on the way, or interest that is not paid by instalments make a
    part of it no simple thing.
    """
    course = account.books.course
    early = course.terms.early
    simple = not early.charge_rate and not early.at_least_one_fee and not course.carried_interest
    parts = course.terms.method in _BY_PARTS and simple and not debt.rate_changes
    return Early.PART if parts else Early.WHOLE


def _price(rows: Sequence[Row], dates: Sequence[date], saved: Sequence[Decimal]) -> Decimal:
    """Return what paying all off early saves, a year and yuan, on the first day on which it saves anything."""
    for day, amount in zip(dates, saved, strict=True):
        time = sum((row.principal * (row.due_date - day).days for row in rows if row.due_date > day), ZERO)
        if amount > 0 and time > 0:
            return amount * _YEAR / time
    return ZERO
