"""True rates of a cash flow: found in floats, polished in Decimal and proved there, the same on every processor."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
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
YEAR = 365
_DIGITS = 40
_MOST_ANNUAL = Decimal("1E12")
_LEAST, _MOST = math.log(1e-4), math.log(101)
"""Between these stands the logarithm of growth, 1 + rate: of one period, or of a year where flows have dates.

A lone root may lie further out; of several, the one nearest no interest at all is taken from between them."""
_GRID = 4000
_HUGE = 1e300
_PROOF = Decimal("1E-28")
"""What flows may be worth at their rate, as a share of what they would be worth if all had one sign."""
_GROWTH_STEP = Decimal("1E-24")
_MOST_STEPS = 8

When = int | Decimal
_Step = tuple[When, Decimal]
_FloatStep = tuple[float, float]


class Rates(NamedTuple):
    """Annual rates as shares: the period rate × periods a year, and the compound one."""

    nominal_annual: Decimal
    effective_annual: Decimal


class Found(NamedTuple):
    """A rate, and whether it is only the one nearest zero of several."""

    rate: Decimal
    ambiguous: bool


def period_rate(flows: Iterable[tuple[When, Decimal]]) -> Found:
    """Return the rate of one period at which flows (number of the period, amount) are worth nothing today.

    Raises:
        ProblemError: the flows have no such rate.
    """
    ordered = sorted(flows, key=itemgetter(0))
    growth, ambiguous = _growth(ordered, 1)
    return Found(growth - ONE, ambiguous)


def dated_rate(flows: Iterable[tuple[date, Decimal]]) -> Found:
    """Return the effective annual rate of dated flows, by days of a 365-day year.

    Raises:
        ProblemError: the flows have no such rate.
    """
    ordered = sorted(((day.toordinal(), amount) for day, amount in flows), key=itemgetter(0))
    daily, ambiguous = _growth(ordered, YEAR)
    return Found(compounded(daily - ONE, Decimal(YEAR)), ambiguous)


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


def _growth(flows: Sequence[tuple[When, Decimal]], units: int) -> tuple[Decimal, bool]:
    """Return the growth of one unit of time at which flows in order sum to nothing, and whether there are more.

    `units` of time make the span for which `_LEAST` and `_MOST` are given.
    """
    steps = _steps(flows)
    signs = [amount > 0 for _, amount in steps]
    changes = sum(before != after for before, after in pairwise(signs))
    if changes == 0:
        raise ProblemError("cashflows", translate("Rates", "钱只进不出或只出不进，算不出利率"))
    if changes == 1:
        return _polished(steps, _only_root(_floats(steps))), False
    roots = sorted(_roots(_floats(steps), _LEAST / units, _MOST / units), key=lambda root: abs(root.growth_log))
    if not roots:
        raise ProblemError("cashflows", _out_of_range())
    if roots[0].touched:  # where the worth turns round: there the same flows, each × its time, are worth nothing
        first = flows[0][0]
        steps = _steps([(when, (when - first) * amount) for when, amount in flows])
    return _polished(steps, roots[0].growth_log), len(roots) > 1


def _steps(flows: Sequence[tuple[When, Decimal]]) -> list[_Step]:
    """Put flows of one moment together, leave out those of nothing, and give each its gap after the one before."""
    together: dict[When, Decimal] = {}
    for moment, amount in flows:
        together[moment] = together.get(moment, ZERO) + amount
    found: list[_Step] = []
    previous: When | None = None
    for moment, amount in together.items():
        if amount:
            found.append((0 if previous is None else moment - previous, amount))
            previous = moment
    return found


def _floats(steps: list[_Step]) -> list[_FloatStep]:
    return [(float(gap), float(amount)) for gap, amount in steps]


def _only_root(steps: list[_FloatStep]) -> float:
    """Return the logarithm of the growth where one change of sign means one root."""
    guess = _near(steps)
    for _ in range(12):  # Newton's steps nearly always do
        value, slope = _value_and_slope(steps, guess)
        if not slope:
            break
        step = value / slope
        guess -= step
        if abs(step) <= 1e-9 * abs(guess) and _LEAST < guess < _MOST:
            return guess  # the next step would change nothing that a double holds
    if (_value(steps, _LEAST) > 0) == (_value(steps, _MOST) > 0):
        raise ProblemError("cashflows", _out_of_range())
    return _bisected(lambda growth_log: _value(steps, growth_log), _LEAST, _MOST)


def _near(steps: list[_FloatStep]) -> float:
    """Return a first guess: what comes out over what goes in, spread over the mean time between them."""
    total_in = total_out = time_in = time_out = moment = 0.0
    first_is_positive = steps[0][1] > 0
    for gap, amount in steps:
        moment += gap
        if (amount > 0) == first_is_positive:
            total_in += abs(amount)
            time_in += abs(amount) * moment
        else:
            total_out += abs(amount)
            time_out += abs(amount) * moment
    apart = time_out / total_out - time_in / total_in
    return math.log(total_out / total_in) / apart if apart else 0.0


class _Root(NamedTuple):
    growth_log: float
    touched: bool = False


def _roots(steps: list[_FloatStep], low: float, high: float) -> Iterator[_Root]:
    """Yield the logarithms of every growth between two at which the flows sum to nothing.

    A root that is only touched, not crossed, shows as a turning point at which nothing is left.
    """
    whole = sum(abs(amount) for _, amount in steps)
    places = [low + (high - low) * k / _GRID for k in range(_GRID + 1)]
    places = sorted({0.0, *places})
    values = [_value_and_slope(steps, place) for place in places]
    for (here, (value, slope)), (there, (after, slope_after)) in pairwise(zip(places, values, strict=True)):
        if value == 0:
            yield _Root(here, touched=slope == 0)
        elif after != 0 and (value > 0) != (after > 0):
            yield _Root(_bisected(lambda x: _value(steps, x), here, there))
        elif (slope > 0) != (slope_after > 0) and after != 0:
            turn = _bisected(lambda x: _value_and_slope(steps, x)[1], here, there)
            at_turn = _value(steps, turn)
            if abs(at_turn) <= 1e-12 * whole:
                yield _Root(turn, touched=True)
            elif (at_turn > 0) != (value > 0):  # two roots between two places
                yield _Root(_bisected(lambda x: _value(steps, x), here, turn))
                yield _Root(_bisected(lambda x: _value(steps, x), turn, there))


def _bisected(function: Callable[[float], float], low: float, high: float) -> float:
    rising = function(high) > 0
    for _ in range(80):
        middle = (low + high) / 2
        if (function(middle) > 0) == rising:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def _value(steps: list[_FloatStep], growth_log: float) -> float:
    """Return the value today, by Horner's rule from the last flow back, held inside the floats."""
    total = 0.0
    for gap, amount in reversed(steps):
        total = (total + amount) * math.exp(min(-growth_log * gap, 300.0))
        total = min(max(total, -_HUGE), _HUGE)
    return total


def _value_and_slope(steps: list[_FloatStep], growth_log: float) -> tuple[float, float]:
    """Return the value today and how it changes with the logarithm of the growth."""
    total = slope = 0.0
    try:
        for gap, amount in reversed(steps):
            total += amount
            if gap:
                power = math.exp(-growth_log * gap)
                slope = (slope - total * gap) * power
                total *= power
    except OverflowError:
        return math.copysign(_HUGE, total), 0.0
    return total, slope


def _polished(steps: list[_Step], growth_log: float) -> Decimal:
    """Return the growth to 24 places by Newton's steps from a double's digits, proved by what the flows are worth.

    The value is taken in Decimal and only the slope in floats: each step still adds a double's digits.

    Raises:
        ProblemError: the flows are so extreme that there is no proof.
    """
    floats = _floats(steps)
    with localcontext(prec=_DIGITS):
        discount = Decimal(math.exp(-growth_log))
        allowed = _PROOF * Decimal(_value_and_slope([(gap, abs(amount)) for gap, amount in floats], growth_log)[0])
        slope = Decimal(_value_and_slope(floats, growth_log)[1])
        for _ in range(_MOST_STEPS if slope else 0):
            value = _worth(steps, discount)
            if abs(value) <= allowed:
                return (ONE / discount).quantize(_GROWTH_STEP)
            discount += discount * value / slope
    raise ProblemError("cashflows", _out_of_range())


def _worth(steps: list[_Step], discount: Decimal) -> Decimal:
    """Return what the flows are worth today."""
    powers: dict[When, Decimal] = {0: ONE}
    value = ZERO
    for gap, amount in reversed(steps):
        power = powers.get(gap)
        if power is None:
            power = powers[gap] = discount**gap
        value = (value + amount) * power
    return value
