"""Looking for a price by trying: where something begins to hold, and the number that is quickest said."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, Decimal

from jiebei_desktop.money import ZERO


def first_price(holds: Callable[[Decimal], bool], most: Decimal, step: Decimal) -> Decimal:
    """Return, to a step, where something that holds from some price on begins to hold.

    Args:
        holds: tells whether it holds at a price; once it does, it does for all above.
        most: a price at which it holds.
        step: how near to come to the place.
    """
    low, high = ZERO, most
    if holds(low):
        return low
    while high - low > step:
        middle = (low + high) / 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def shortest(low: Decimal, high: Decimal, places: int) -> Decimal:
    """Return the number of fewest decimals from `low` up to `high`; `low` to so many places where there is none."""
    for few in range(places + 1):
        number = low.quantize(Decimal(1).scaleb(-few), rounding=ROUND_CEILING)
        if low <= number <= high:
            return max(number, ZERO)
    return max(low.quantize(Decimal(1).scaleb(-places)), ZERO)
