"""The values that sliders of a comparison run through, as texts that its form takes."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from jiebei_desktop.money import HUNDRED, ONE, ZERO, plain
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.offers import AnyOption, Comparison, OfferOption
from jiebei_desktop.planning.options import usual_terms
from jiebei_desktop.products import RuleBook
from jiebei_desktop.values import RatePer

_MOST_LATE = 90
_PARTS = 20
_HUNDRED = 100
_AMOUNT_STEPS = ((500, 10_000), (1_000, 50_000), (5_000, 200_000))
"""By how many yuan the amount goes up, and up to where."""
_RATES = {
    RatePer.DAY: (Decimal("0.015"), Decimal("0.0005"), Decimal("0.06")),
    RatePer.MONTH: (Decimal("0.45"), Decimal("0.05"), Decimal(2)),
    RatePer.YEAR: (Decimal(5), Decimal("0.25"), Decimal(24)),
}
"""Percentages: the least, the step and the most; 借呗 quotes 0.015 % to 0.06 % a day."""
_KEPT = 64
_FEE_STEP, _MOST_FEE = Decimal("0.1"), Decimal(20)


class Scale(NamedTuple):
    """The texts that a slider runs through, and which of them is nearest to the value as it is."""

    texts: tuple[str, ...]
    place: int


def amount_scale(comparison: Comparison) -> Scale:
    """Return amounts in yuan."""
    return _scale(_amounts(), comparison.amount)


@cache
def _amounts() -> tuple[Decimal, ...]:
    steps: list[Decimal] = []
    low = 0
    for step, high in _AMOUNT_STEPS:
        steps += [Decimal(amount) for amount in range(low + step, high + step, step)]
        low = high
    return tuple(steps)


def periods_scale(option: AnyOption, rules: RuleBook) -> Scale:
    """Return the terms that a product's rule knows; one at most for a bill."""
    if not isinstance(option, OfferOption):
        return Scale(("1",), 0)
    return _scale(tuple(map(Decimal, usual_terms(option, rules))), Decimal(option.periods))


def rate_field(option: AnyOption, rules: RuleBook) -> Field | None:
    """Return which price an option has; None for a bill."""
    if not isinstance(option, OfferOption):
        return None
    rule = rules.rules.get(option.product)
    return Field.FEE_RATE if rule is not None and rule.fee is not None else Field.RATE


def rate_scale(option: AnyOption, rules: RuleBook) -> Scale:
    """Return prices in percent around what is usual."""
    field = rate_field(option, rules)
    if field is None or not isinstance(option, OfferOption):
        return Scale(("0",), 0)
    if field is Field.FEE_RATE:
        return _scale(_steps(ZERO, _FEE_STEP, _MOST_FEE), (option.fee_rate or ZERO) * HUNDRED)
    return _scale(_steps(*_RATES[option.rate_per]), (option.rate or ZERO) * HUNDRED)


def early_scale(comparison: Comparison) -> Scale:
    """Return the instalments with which everything can be paid off early."""
    most = max([comparison.early_period, *(option.periods for option in comparison.offers)])
    return _scale(_steps(ONE, ONE, Decimal(most)), Decimal(comparison.early_period))


def prepayment_scale(comparison: Comparison) -> Scale:
    """Return amounts in yuan from nothing to all of it; nothing is an empty text."""
    part = max(int(comparison.amount) // _PARTS // _HUNDRED * _HUNDRED, _HUNDRED)
    found = _scale(_steps(ZERO, Decimal(part), comparison.amount), comparison.prepayment or ZERO)
    return Scale(("", *found.texts[1:]), found.place)


def late_scale(comparison: Comparison) -> Scale:
    """Return days late."""
    most = max(_MOST_LATE, comparison.late_days)
    return Scale(tuple(map(str, range(most + 1))), comparison.late_days)


def _scale(values: tuple[Decimal, ...], now: Decimal) -> Scale:
    place = min(bisect_left(values, now), len(values) - 1)
    if place and now - values[place - 1] < values[place] - now:
        place -= 1
    return Scale(_texts(values), place)


@lru_cache(_KEPT)
def _steps(least: Decimal, step: Decimal, most: Decimal) -> tuple[Decimal, ...]:
    return tuple(least + step * number for number in range(int((most - least) / step) + 1))


@lru_cache(_KEPT)
def _texts(values: tuple[Decimal, ...]) -> tuple[str, ...]:
    return tuple(plain(value.normalize(), 0) for value in values)
