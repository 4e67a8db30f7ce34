"""A loan's instalments, paid as agreed or with events on the way, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from functools import cached_property
from itertools import accumulate

from jiebei_desktop.engine.course import Course
from jiebei_desktop.engine.events import Event
from jiebei_desktop.engine.interest import DIGITS
from jiebei_desktop.engine.rates import RATE_STEP, Rates, When, dated_rate, period_rate
from jiebei_desktop.engine.replay import replay
from jiebei_desktop.engine.rows import Row, Totals
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.money import ZERO
from jiebei_desktop.products.conditions import FeesLeft
from jiebei_desktop.text import translate
from jiebei_desktop.values import Frozen, Method, ProblemError


class Schedule(Frozen):
    """What falls due, and the terms and events that it follows from."""

    terms: Terms
    events: tuple[Event, ...]
    rows: tuple[Row, ...]

    @cached_property
    def totals(self) -> Totals:
        """Return the sums of the columns."""
        rows = self.rows
        return Totals(
            sum([row.principal for row in rows], ZERO),
            sum([row.interest for row in rows], ZERO),
            sum([row.fee for row in rows], ZERO),
            sum([row.payment for row in rows], ZERO),
        )

    @property
    def first_due(self) -> Row:
        """Return the first payment that is no extra one; where all are, the first of all."""
        return next((row for row in self.rows if row.event is None), self.rows[0])

    @cached_property
    def rates(self) -> Rates:
        """Return the nominal rate (period IRR × periods a year) and the effective one (IRR on the dates, 365 days).

        Money on another day than an instalment's counts, for the nominal rate, as that part of its period.

        Raises:
            ProblemError: the price is so high that there is no such rate; the field is the price.
        """
        if not self.totals.cost:
            return Rates(ZERO, ZERO)
        principal, start = self.terms.principal, self.terms.start_date
        periodic: list[tuple[When, Decimal]] = [(0, -principal)]
        periodic += [(row.period if row.event is None else self._when(row), row.payment) for row in self.rows]
        dated = [(start, -principal), *[(row.due_date, row.payment) for row in self.rows]]
        try:
            nominal = (period_rate(periodic).rate * self.terms.periods_a_year).quantize(RATE_STEP)
            return Rates(nominal, dated_rate(dated).rate)
        except ProblemError:
            field = "fee_rate" if self.terms.method is Method.FLAT_FEE else "rate"
            text = translate("Rates", "折成一年大得算不出来，看看是不是小数点或单位填错了")
            raise ProblemError(field, text) from None

    def _when(self, row: Row) -> When:
        """Return when an event falls, in periods since the start."""
        dates = (self.terms.start_date, *self.terms.all_due_dates)
        number = next(place for place, day in enumerate(dates) if day >= row.due_date)
        due = dates[number]
        if row.due_date == due:
            return number
        opening = dates[number - 1]
        return number - 1 + Decimal((row.due_date - opening).days) / (due - opening).days


def schedule(terms: Terms, events: Sequence[Event] = ()) -> Schedule:
    """Work out everything that falls due, and its annual rates on demand.

    Raises:
        ProblemError: an event that can't be, with its field.
    """
    return Schedule.model_construct(terms=terms, events=tuple(events), rows=replay(terms, events))


def rated_schedule(terms: Terms, events: Sequence[Event] = ()) -> Schedule:
    """Return a schedule whose rates were found, so that the window meets their problem where it meets the others."""
    found = schedule(terms, events)
    found.rates  # noqa: B018 - cached
    return found


def settlement_costs(agreed: Schedule) -> list[Decimal]:
    """Return what a loan without events costs in all, paid off on each due date: by one walk at most."""
    terms, rows = agreed.terms, agreed.rows
    if not terms.early.charge_rate and terms.method is not Method.BULLET:
        if terms.method is not Method.FLAT_FEE:  # the interest that fell due so far
            return list(accumulate(row.interest for row in rows))
        if terms.early.fees_left is FeesLeft.ALL:  # the whole fee, whenever it is
            return [sum([row.fee for row in rows], ZERO)] * terms.periods
    found, paid = [], ZERO
    with localcontext(prec=DIGITS):
        course = Course(terms)
        for day in terms.all_due_dates[:-1]:
            row = course.settlement_on(day)
            found.append(paid + row.interest + row.fee)
            if course.next_due == day:
                course.pay_instalment()
                paid += course.rows[-1].interest + course.rows[-1].fee
        course.run_out()
    return [*found, sum((row.interest + row.fee for row in course.rows), ZERO)]
