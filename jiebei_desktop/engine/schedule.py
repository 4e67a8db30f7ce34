"""The amortization engine: terms in, a dated schedule out, exact to the rounding step.

A period's interest is opening balance × rate × share of the year, rounded once. The last instalment absorbs the
remainder, so principal always sums to the principal.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, localcontext
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from jiebei_desktop.calendar import UNIT_DAYS, UNITS_A_YEAR, YEAR_DAYS, DayCount, year_fraction
from jiebei_desktop.engine.rates import RATE_STEP, Rates, dated_rate, period_rate
from jiebei_desktop.engine.terms import InstalmentRule, Terms
from jiebei_desktop.money import ONE, ZERO, RoundingMode, round_to
from jiebei_desktop.values import Frozen, Method, RatePer

_DIGITS = 80
"""Enough for every product of money and rate to be exact, and for (1 + rate)ⁿ of a rate of 30 decimals."""
_FINEST = Decimal("1E-12")
_CERTAIN_DIGITS = 40
"""What is left of them after 600 divisions; rounding to these first puts an exact half back where it belongs."""

_PERIODS_A_YEAR = {RatePer.MONTH: 12, RatePer.YEAR: 1}


class Row(NamedTuple):
    """One instalment. Money is yuan; `interest_exact` is the period's interest before rounding."""

    period: int
    start_date: date
    due_date: date
    days: int
    opening_balance: Decimal
    principal: Decimal
    interest: Decimal
    fee: Decimal
    payment: Decimal
    balance: Decimal
    interest_exact: Decimal


class Totals(NamedTuple):
    """Sums over all instalments, in yuan."""

    principal: Decimal
    interest: Decimal
    fee: Decimal
    payment: Decimal

    @property
    def cost(self) -> Decimal:
        """Return what the loan costs on top of the principal."""
        return self.interest + self.fee


class Schedule(Frozen):
    """A loan's instalments and the terms that they follow from."""

    terms: Terms
    rows: tuple[Row, ...]

    @cached_property
    def totals(self) -> Totals:
        """Return the sums of the columns."""
        return Totals(
            sum((row.principal for row in self.rows), ZERO),
            sum((row.interest for row in self.rows), ZERO),
            sum((row.fee for row in self.rows), ZERO),
            sum((row.payment for row in self.rows), ZERO),
        )

    @cached_property
    def rates(self) -> Rates:
        """Return the nominal rate (period IRR × periods a year) and the effective one (IRR on the dates, 365 days)."""
        periodic = [(0, -self.terms.principal), *((row.period, row.payment) for row in self.rows)]
        dated = [(self.terms.start_date, -self.terms.principal), *((row.due_date, row.payment) for row in self.rows)]
        nominal = (period_rate(periodic) * self.terms.periods_a_year).quantize(RATE_STEP)
        return Rates(nominal, dated_rate(dated))


def schedule(terms: Terms) -> Schedule:
    """Work out every instalment of a loan that is paid on time."""
    dates = (terms.start_date, *terms.all_due_dates)
    with localcontext(prec=_DIGITS):
        factors = [_factor(terms, start, end) for start, end in pairwise(dates)]
    parts = _PARTS[terms.method](terms, factors)
    rows: list[Row] = []
    balance = terms.principal
    with localcontext(prec=_DIGITS):
        for (start, due), (principal, interest, fee, unrounded) in zip(pairwise(dates), parts, strict=True):
            payment = principal + interest + fee
            closing = balance - principal
            days = (due - start).days
            shown = (balance, principal, interest, fee, payment, closing, unrounded)
            rows.append(Row(len(rows) + 1, start, due, days, *shown))
            balance = closing
    return Schedule.model_construct(terms=terms, rows=tuple(rows))


_Factor = tuple[Decimal, int]
_Part = tuple[Decimal, Decimal, Decimal, Decimal]


def _factor(terms: Terms, start: date, end: date) -> _Factor:
    """Return a period's rate as numerator and divisor, so that exact halves stay exact until they are rounded."""
    if terms.day_count is DayCount.PERIOD:
        return _period_factor(terms)
    days, year = year_fraction(start, end, terms.day_count)
    if terms.rate_per is RatePer.DAY and terms.day_count is not DayCount.ACTUAL_ACTUAL:
        return terms.rate * days, 1
    return _yearly(terms) * days, year


def _period_factor(terms: Terms) -> _Factor:
    """Return the rate of a period whatever its dates; a daily rate runs for the 30, 7 or 1 days of the unit."""
    unit, every = terms.interval.unit, terms.interval.every
    if terms.rate_per is RatePer.DAY:
        return terms.rate * UNIT_DAYS[unit] * every, 1
    return _yearly(terms) * every, UNITS_A_YEAR[unit]


def _yearly(terms: Terms) -> Decimal:
    if terms.rate_per is RatePer.DAY:
        return terms.rate * YEAR_DAYS[terms.day_count]
    return terms.rate * _PERIODS_A_YEAR[terms.rate_per]


def _interest(terms: Terms, balance: Decimal, factor: _Factor) -> tuple[Decimal, Decimal]:
    unrounded = balance * factor[0] / factor[1]
    return _rounded(unrounded, terms.rounding.mode, terms.rounding.step), unrounded


def _rounded(value: Decimal, mode: RoundingMode, step: Decimal) -> Decimal:
    """Round an amount by the terms' rule; without one, to a trace so fine that sums of such amounts stay exact."""
    return round_to(value, step=_FINEST) if mode is RoundingMode.NONE else round_to(value, mode, step)


def _level_instalment(terms: Terms, factors: list[_Factor]) -> Decimal:
    if terms.instalment_rule is InstalmentRule.ANNUITY:
        instalment = _annuity(terms)
    else:
        discount, annuity = ONE, ZERO
        for numerator, divisor in factors:
            discount /= ONE + numerator / divisor
            annuity += discount
        instalment = terms.principal / annuity
    with localcontext(prec=_CERTAIN_DIGITS):
        instalment = +instalment
    rounding = terms.rounding
    return _rounded(instalment, rounding.instalment_mode or rounding.mode, rounding.instalment_step or rounding.step)


def _annuity(terms: Terms) -> Decimal:
    if terms.day_count is DayCount.PERIOD:
        numerator, divisor = _period_factor(terms)
        rate = numerator / divisor
    else:
        rate = _yearly(terms) / terms.periods_a_year
    if rate == 0:
        return terms.principal / terms.periods
    import numpy_financial  # noqa: PLC0415 - numpy only where the closed form is asked for

    return Decimal(numpy_financial.pmt(rate, terms.periods, -terms.principal, Decimal(0)))


def _equal_payment(terms: Terms, factors: list[_Factor]) -> Iterator[_Part]:
    instalment = _level_instalment(terms, factors)
    balance = terms.principal
    for number, factor in enumerate(factors, start=1):
        interest, unrounded = _interest(terms, balance, factor)
        principal = balance if number == len(factors) else min(max(instalment - interest, ZERO), balance)
        yield principal, interest, ZERO, unrounded
        balance -= principal


def _equal_principal(terms: Terms, factors: list[_Factor]) -> Iterator[_Part]:
    shares = _shares(terms, terms.principal)
    balance = terms.principal
    for share, factor in zip(shares, factors, strict=True):
        interest, unrounded = _interest(terms, balance, factor)
        yield share, interest, ZERO, unrounded
        balance -= share


def _interest_first(terms: Terms, factors: list[_Factor]) -> Iterator[_Part]:
    for number, factor in enumerate(factors, start=1):
        interest, unrounded = _interest(terms, terms.principal, factor)
        yield terms.principal if number == len(factors) else ZERO, interest, ZERO, unrounded


def _flat_fee(terms: Terms, factors: list[_Factor]) -> Iterator[_Part]:
    del factors
    rounding = terms.rounding
    whole_fee = _rounded(terms.principal * terms.fee_rate, rounding.mode, rounding.step)
    for share, fee in zip(_shares(terms, terms.principal), _shares(terms, whole_fee), strict=True):
        yield share, ZERO, fee, ZERO


def _shares(terms: Terms, whole: Decimal) -> Iterator[Decimal]:
    """Split a sum evenly, each share rounded, the last one absorbing the remainder."""
    share = _rounded(whole / terms.periods, terms.rounding.mode, terms.rounding.step)
    left = whole
    for _ in range(terms.periods - 1):
        part = min(share, left)
        yield part
        left -= part
    yield left


_PARTS = {
    Method.EQUAL_PAYMENT: _equal_payment,
    Method.EQUAL_PRINCIPAL: _equal_principal,
    Method.INTEREST_FIRST: _interest_first,
    Method.FLAT_FEE: _flat_fee,
}
