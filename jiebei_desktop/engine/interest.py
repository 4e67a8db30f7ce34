"""How days become interest and an annual rate, as fractions that are divided only once."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import UNIT_DAYS, UNITS_A_YEAR, YEAR_DAYS, DayCount, year_fraction
from jiebei_desktop.engine.terms import InstalmentRule, Terms
from jiebei_desktop.money import ONE, ZERO, RoundingMode, round_to
from jiebei_desktop.values import TIMES_A_YEAR, RatePer

DIGITS = 80
"""Enough for every product of money and rate to be exact, and for (1 + rate)ⁿ of a rate of 30 decimals."""
CERTAIN_DIGITS = 40
"""What is left of them after 600 divisions; rounding to these first puts an exact half back where it belongs."""
_CERTAIN = Context(prec=CERTAIN_DIGITS)
_FINEST = Decimal("1E-12")


class Quote(NamedTuple):
    """A rate as a share and the time that it is quoted for."""

    rate: Decimal
    per: RatePer


class Factor(NamedTuple):
    """The interest of a stretch of time on one yuan, as numerator and divisor: exact halves stay exact."""

    numerator: Decimal
    divisor: int

    @property
    def value(self) -> Decimal:
        """Return it as one number."""
        return self.numerator / self.divisor


def dated_factor(terms: Terms, quote: Quote, start: date, end: date, opening: date | None = None) -> Factor:
    """Return the factor of some days under a convention that looks at dates.

    Where they are a part of the period that begins at `opening`, its parts add up to the whole: under 30/360 the days
    to the 31st and those after it would be one too many.
    """
    days, year = year_fraction(opening or start, end, terms.day_count)
    if opening is not None:
        days -= year_fraction(opening, start, terms.day_count).numerator
    if quote.per is RatePer.DAY and terms.day_count is not DayCount.ACTUAL_ACTUAL:
        return Factor(quote.rate * days, 1)
    return Factor(_yearly(terms, quote) * days, year)


def period_factor(terms: Terms, quote: Quote, periods: int = 1) -> Factor:
    """Return the factor of whole periods whatever their dates; a daily rate runs for 30, 7 or 1 days of the unit."""
    unit, every = terms.interval.unit, terms.interval.every * periods
    if quote.per is RatePer.DAY:
        return Factor(quote.rate * UNIT_DAYS[unit] * every, 1)
    return Factor(_yearly(terms, quote) * every, UNITS_A_YEAR[unit])


def annuity_rate(terms: Terms, quote: Quote) -> Decimal:
    """Return the rate of one period for `InstalmentRule.ANNUITY`: that of the year ÷ periods a year."""
    if terms.day_count is DayCount.PERIOD:
        return period_factor(terms, quote).value
    return _yearly(terms, quote) / terms.periods_a_year


def _yearly(terms: Terms, quote: Quote) -> Decimal:
    if quote.per is RatePer.DAY:
        return quote.rate * YEAR_DAYS[terms.day_count]
    return quote.rate * TIMES_A_YEAR[quote.per]


def certain(value: Decimal) -> Decimal:
    """Return what came out of divisions without the traces that they leave in the last digits."""
    return _CERTAIN.plus(value)


def rounded(terms: Terms, value: Decimal) -> Decimal:
    """Round interest or a fee by the terms' rule; without one, to a trace so fine that sums stay exact."""
    rounding = terms.rounding
    if rounding.mode is RoundingMode.NONE:
        return round_to(value, step=_FINEST)
    return round_to(value, rounding.mode, rounding.step)


def rounded_instalment(terms: Terms, value: Decimal) -> Decimal:
    """Round the constant instalment by its own rule, or else by that of interest."""
    rounding = terms.rounding
    mode = rounding.instalment_mode or rounding.mode
    if mode is RoundingMode.NONE:
        return round_to(value, step=_FINEST)
    return round_to(value, mode, rounding.instalment_step or rounding.step)


def levelled(terms: Terms, quote: Quote, balance: Decimal, accrued: Decimal, factors: list[Factor]) -> Decimal:
    """Return the constant payment that clears a balance over the periods ahead, unrounded.

    Args:
        terms: with the rule by which the payment is found.
        quote: the rate in force.
        balance: the principal that is left.
        accrued: interest of the running period that is not settled yet and falls due with the first payment.
        factors: of what is left of the running period, and of each whole one after it.
    """
    if terms.instalment_rule is InstalmentRule.LEVEL:
        discount, annuity = ONE, ZERO
        for numerator, divisor in factors:
            discount = discount * divisor / (divisor + numerator)
            annuity += discount
        if accrued:
            balance += accrued / (ONE + factors[0].value)
        return balance / annuity
    rate = annuity_rate(terms, quote)
    if rate == 0:
        return balance / len(factors)
    import numpy_financial  # noqa: PLC0415 - numpy only where the closed form is asked for

    return Decimal(numpy_financial.pmt(rate, len(factors), -balance, Decimal(0)))
