"""True rates of a cash flow: found in floats, polished in Decimal, so that every processor gives the same digits."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, localcontext
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from jiebei_desktop.money import ONE, ZERO
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

RATE_STEP = Decimal("1E-12")
"""Rates are given to twelve places, all of them certain."""
_YEAR = 365
_DIGITS = 40
_MOST_ANNUAL = Decimal("1E12")
_LEAST, _MOST = math.log(1e-4), math.log(101)
"""Where the logarithm of one unit's growth, 1 + rate, is looked for."""
_HUGE = 1e300


class Rates(NamedTuple):
    """Annual rates as shares: the period rate × periods a year, and the compound one."""

    nominal_annual: Decimal
    effective_annual: Decimal


def period_rate(flows: Iterable[tuple[int, Decimal]]) -> Decimal:
    """Return the rate of one period at which flows (number of the period, amount) are worth nothing today.

    Raises:
        ProblemError: the flows have no such rate, or more than one.
    """
    ordered = sorted(flows, key=itemgetter(0))
    return _growth([(number - ordered[0][0], amount) for number, amount in ordered]) - ONE


def dated_rate(flows: Sequence[tuple[date, Decimal]]) -> Decimal:
    """Return the effective annual rate of dated flows, by days of a 365-day year.

    Raises:
        ProblemError: the flows have no such rate, or more than one.
    """
    ordered = sorted(flows, key=itemgetter(0))
    daily = _growth([((day - ordered[0][0]).days, amount) for day, amount in ordered])
    return compounded(daily - ONE, Decimal(_YEAR))


def compounded(rate: Decimal, periods_a_year: Decimal) -> Decimal:
    """Return the effective annual rate of a period rate.

    Raises:
        ProblemError: it is beyond `_MOST_ANNUAL`.
    """
    with localcontext(prec=_DIGITS):
        effective = (ONE + rate) ** periods_a_year - ONE
        if effective > _MOST_ANNUAL:
            raise ProblemError("cashflows", _out_of_range())
        return effective.quantize(RATE_STEP)


def _out_of_range() -> str:
    return translate("Rates", "利率超出了能算的范围")


def _growth(flows: Sequence[tuple[int, Decimal]]) -> Decimal:
    """Return the growth of one unit of time under which flows (when, how much), in order, sum to nothing."""
    steps = _steps(flows)
    signs = [amount > 0 for _, amount in steps]
    changes = sum(before != after for before, after in pairwise(signs))
    if changes == 0:
        raise ProblemError("cashflows", translate("Rates", "钱只进不出或只出不进，算不出利率"))
    if changes > 1:
        raise ProblemError("cashflows", translate("Rates", "钱进进出出不止一个来回，利率可能不止一个，还不能算"))
    return _polished(steps, _seed([(gap, float(amount)) for gap, amount in steps]))


def _steps(flows: Sequence[tuple[int, Decimal]]) -> list[tuple[int, Decimal]]:
    """Put flows of one moment together, leave out those of nothing, and give each its gap after the one before."""
    together: dict[int, Decimal] = {}
    for moment, amount in flows:
        together[moment] = together.get(moment, ZERO) + amount
    moments = [moment for moment, amount in together.items() if amount]
    gaps = [0, *(after - before for before, after in pairwise(moments))]
    return [(gap, together[moment]) for gap, moment in zip(gaps, moments, strict=False)]


def _seed(steps: list[tuple[int, float]]) -> float:
    """Bisect the logarithm of the growth (one change of sign means one root) and return the discount factor."""
    low, high = _LEAST, _MOST
    rising = _value(steps, high) > 0
    if (_value(steps, low) > 0) == rising:
        raise ProblemError("cashflows", _out_of_range())
    for _ in range(64):
        middle = (low + high) / 2
        if (_value(steps, middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return math.exp(-(low + high) / 2)


def _value(steps: list[tuple[int, float]], growth_log: float) -> float:
    """Return the value today, by Horner's rule from the last flow back, held inside the floats."""
    total = 0.0
    for gap, amount in reversed(steps):
        total = (total + amount) * math.exp(min(-growth_log * gap, 300.0))
        total = min(max(total, -_HUGE), _HUGE)
    return total


def _polished(steps: list[tuple[int, Decimal]], seed: float) -> Decimal:
    with localcontext(prec=_DIGITS):
        discount = Decimal(repr(seed))
        for _ in range(2):  # from a double's 15 digits to 30 and to 60
            value, slope = ZERO, ZERO
            for gap, amount in reversed(steps):
                value += amount
                if gap:
                    power = discount ** (gap - 1)
                    slope = (slope * discount + value * gap) * power
                    value *= power * discount
            if slope:
                discount -= value / slope
        return (ONE / discount).quantize(Decimal("1E-24"))
