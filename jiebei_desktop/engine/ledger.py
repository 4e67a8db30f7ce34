"""What is owed on a day, given the money that really arrived, and what being late costs by then. Money is yuan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import NamedTuple

from jiebei_desktop.engine.books import EVERY, Books, Entry, Missed
from jiebei_desktop.engine.course import Course
from jiebei_desktop.engine.events import Event, RateChange, Restructure
from jiebei_desktop.engine.interest import DIGITS
from jiebei_desktop.engine.outstanding import Due, Nights
from jiebei_desktop.engine.overdue import penalty_rate
from jiebei_desktop.engine.rates import Rates
from jiebei_desktop.engine.replay import queued, run
from jiebei_desktop.engine.rows import Row
from jiebei_desktop.engine.schedule import Schedule, rated_schedule
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.money import ZERO
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Ledger(NamedTuple):
    """The books of a loan at the end of a day.

    Attributes:
        overdue_days: since the due date of the oldest instalment that is late; 0 on the due date itself.
        overdue_periods: how many instalments are late.
        overdue_principal: of instalments whose due date has passed, as `overdue_interest` and `overdue_fee`.
        penalty_on_principal: what gathered on overdue principal, rounded once.
        penalty_on_interest: what gathered on overdue interest and fees, rounded once.
        charged_on_principal: what being late cost so far on principal: owed, paid, or gone into a new plan.
        charged_on_interest: the same on interest and fees.
        due_now: what pays all that is due today or was before, and the penalty.
        settlement: what pays everything off today.
        balance: all principal that is not repaid, due or not.
        normal_principal: the part of it that is not due yet.
        normal_interest: the interest of the running period so far.
        credit: money that arrived and waits for the next due date.
        next_due_date: of the instalment that falls due next.
        periods_left: how many instalments fall due later.
        unpaid: what of each instalment that has fallen due is not paid, the oldest first.
        closed: nothing is owed any more and nothing falls due.
        entries: what money went to, in the order of time.
        nights: how the penalty came about.
        rows: what fell due so far.
    """

    as_of: date
    overdue_days: int
    overdue_periods: int
    overdue_principal: Decimal
    overdue_interest: Decimal
    overdue_fee: Decimal
    penalty_on_principal: Decimal
    penalty_on_interest: Decimal
    charged_on_principal: Decimal
    charged_on_interest: Decimal
    due_now: Decimal
    settlement: Decimal
    balance: Decimal
    normal_principal: Decimal
    normal_interest: Decimal
    credit: Decimal
    next_due_date: date | None
    periods_left: int
    unpaid: tuple[Due, ...]
    closed: bool
    entries: tuple[Entry, ...]
    nights: tuple[Nights, ...]
    rows: tuple[Row, ...]

    @property
    def penalty_total(self) -> Decimal:
        """Return the whole penalty owed."""
        return self.penalty_on_principal + self.penalty_on_interest

    @property
    def overdue_amount(self) -> Decimal:
        """Return what is late without the penalty."""
        return self.overdue_principal + self.overdue_interest + self.overdue_fee

    @property
    def charged(self) -> Decimal:
        """Return what being late cost so far."""
        return self.charged_on_principal + self.charged_on_interest

    @property
    def late_by_day(self) -> dict[date, Decimal]:
        """Return what is left of each instalment that is late, by its due date."""
        return {due.due_date: due.whole for due in self.unpaid if due.due_date < self.as_of}

    @property
    def paid(self) -> Decimal:
        """Return all money that arrived."""
        return sum((entry.arrived for entry in self.entries), ZERO)


def ledger(
    terms: Terms, events: Sequence[Event], rule: OverdueRule | None, as_of: date, missed: Missed = EVERY
) -> Ledger:
    """Return the books at the end of a day; events after it have not happened yet.

    Args:
        terms: what was agreed.
        events: what happened.
        rule: what being late costs; None where nobody knows, which is refused once something is late.
        as_of: the day.
        missed: the instalments that only events pay; the others are paid on their due day.

    Raises:
        ProblemError: the day, the rule or an event can't be; with the field.
    """
    if as_of < terms.start_date:
        text = translate("Overdue", "不能早于起息日 {start}").format(start=terms.start_date)
        raise ProblemError("as_of", text)
    with localcontext(prec=DIGITS):
        books = _opened(terms, rule, missed)
        run(books.course, queued(events, as_of), as_of, books)
        books.accrue(as_of)
        return _read(books)


def penalties(
    terms: Terms, events: Sequence[Event], rule: OverdueRule, days: Sequence[date], missed: Missed = EVERY
) -> list[Decimal]:
    """Return what being late cost by the end of each of some days, which rise; all of them by one replay.

    Raises:
        ProblemError: as `ledger` does.
    """
    found = []
    with localcontext(prec=DIGITS):
        books = _opened(terms, rule, missed)
        queue = queued(events, days[-1])
        for day in days:
            run(books.course, queue, day, books)
            books.accrue(day)
            found.append(sum(books.charged, ZERO))
    return found


def first_late(
    terms: Terms, events: Sequence[Event], rule: OverdueRule | None, days: Sequence[date], missed: Missed
) -> date | None:
    """Return the first of some days, which rise, at whose end something that has fallen due was not paid.

    Raises:
        ProblemError: as `ledger` does.
    """
    with localcontext(prec=DIGITS):
        books = _opened(terms, rule, missed)
        queue = queued(events, days[-1]) if days else []
        for day in days:
            run(books.course, queue, day, books)
            if any(due.due_date <= day for due in books.out.dues):
                return day
    return None


def late_cost(worked_out: Schedule, rule: OverdueRule, days: int) -> Decimal:
    """Return what it costs to pay the first instalment so many days late and all else on time, in yuan."""
    first = worked_out.first_due
    until = first.due_date + timedelta(days=days)
    late = Missed(first.period, first.period)
    return ledger(worked_out.terms, worked_out.events, rule, until, late).penalty_total


class Kept(Schedule):
    """A schedule as the books have it; its rates are those that were agreed at first.

    Attributes:
        replaced: the due dates of instalments of which something went into a new plan.
    """

    agreed: Schedule
    replaced: frozenset[date]

    @property
    def rates(self) -> Rates:
        """Return the rates of the plan as it was agreed, everything paid on its day."""
        return self.agreed.rates


def kept_schedule(terms: Terms, events: Sequence[Event], rule: OverdueRule | None, missed: Missed) -> Schedule:
    """Return what falls due given the money that really arrived, to the end of the plan in force.

    Raises:
        ProblemError: the terms, an event or the rates can't be; with the field.
    """
    last = max([terms.start_date, *(event.date for event in events)])
    with localcontext(prec=DIGITS):
        books = _opened(terms, rule, missed)
        queue = queued(events)
        run(books.course, queue, last, books)
        books.course.run_out()
        rows = tuple(books.course.rows)
        replaced = frozenset(due.due_date for due in books.replaced)
    agreed = rated_schedule(terms, agreed_rates(terms, events))
    return Kept.model_construct(terms=terms, events=tuple(events), rows=rows, agreed=agreed, replaced=replaced)


def agreed_rates(terms: Terms, events: Sequence[Event]) -> list[RateChange]:
    """Return the new rates of the plan as it was agreed: those before any new plan and before its own end."""
    new_plans = (event.date for event in events if isinstance(event, Restructure))
    end = min([terms.payment_dates[-1], *new_plans])
    return [event for event in events if isinstance(event, RateChange) and event.date < end]


def _opened(terms: Terms, rule: OverdueRule | None, missed: Missed) -> Books:
    if rule is not None:
        penalty_rate(terms, rule)  # one that can't be is refused before anything is late
    return Books(Course(terms), rule, missed)


def _read(books: Books) -> Ledger:
    late = [due for due in books.out.dues if due.due_date < books.day]
    course = books.course
    due_principal = books.out.sum_of("principal")
    return Ledger(
        as_of=books.day,
        overdue_days=(books.day - late[0].due_date).days if late else 0,
        overdue_periods=len(late),
        overdue_principal=sum((due.principal for due in late), ZERO),
        overdue_interest=sum((due.interest for due in late), ZERO),
        overdue_fee=sum((due.fee for due in late), ZERO),
        penalty_on_principal=books.out.on_principal.owed,
        penalty_on_interest=books.out.on_interest.owed,
        charged_on_principal=books.charged[0],
        charged_on_interest=books.charged[1],
        due_now=books.out.due_now,
        settlement=books.settlement,
        balance=course.balance + due_principal,
        normal_principal=course.balance,
        normal_interest=books.interest_so_far,
        credit=books.credit,
        next_due_date=course.next_due,
        periods_left=course.periods_left,
        unpaid=tuple(replace(due) for due in books.out.dues),
        closed=books.paid_off,
        entries=tuple(books.entries),
        nights=tuple(books.out.nights),
        rows=tuple(course.rows),
    )
