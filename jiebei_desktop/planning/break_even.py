"""When the other of two columns wins: at which price, paid off with which instalment, or so many days late."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from jiebei_desktop.engine import schedule
from jiebei_desktop.planning.offers import LATE_DAYS
from jiebei_desktop.planning.worked import OfferWorked, Worked
from jiebei_desktop.values import Method, ProblemError, RatePer

_STEPS = {RatePer.DAY: Decimal("0.000001"), RatePer.MONTH: Decimal("0.00001"), RatePer.YEAR: Decimal("0.0001")}
_FEE_STEP = Decimal("0.0001")
_MOST_TIMES = 2
"""A price more than so many times the present one, or less than such a part of it, is another offer altogether."""
_MOST_GUESSES = 8


class Price(NamedTuple):
    """Prices, as shares, at which a column costs no more than the other and at which it does.

    Attributes:
        value: the highest at which it costs no more.
        above: the next one, at which it costs more.
        fee: whether it is a whole fee, else a rate `per` some time.
    """

    value: Decimal
    above: Decimal
    fee: bool
    per: RatePer


def price_limit(varied: Worked, other: Worked) -> Price | None:
    """Return up to which price one column costs no more than the other; None where no price near its own decides."""
    if not isinstance(varied, OfferWorked):
        return None
    terms = varied.plain.terms
    fee = terms.method is Method.FLAT_FEE
    name, now = ("fee_rate", terms.fee_rate) if fee else ("rate", terms.rate)
    step = _FEE_STEP if fee else _STEPS[terms.rate_per]
    events = [varied.event] if varied.event else []

    def cost(count: int) -> Decimal:
        return schedule(terms.model_copy(update={name: step * count}), events).totals.cost

    most = max(int(now / step) * _MOST_TIMES, 1)
    try:
        found = _last_within(cost, other.cost, (int(now / step), varied.cost), most)
    except ProblemError:  # what is paid early doesn't fit at some price
        return None
    return (
        None
        if found is None or step * found * _MOST_TIMES < now
        else Price(step * found, step * (found + 1), fee, terms.rate_per)
    )


def _last_within(cost: Callable[[int], Decimal], limit: Decimal, known: tuple[int, Decimal], most: int) -> int | None:
    """Return the last count whose cost is within a limit: by the slope from a known one, then by halving."""
    low, high = -1, most + 1  # within, and not
    guess, found = known
    guess = min(max(int(guess * limit / found), 0), most) if found else 1
    for _ in range(_MOST_GUESSES):
        found = cost(guess)
        if found <= limit:
            low = max(low, guess)
        else:
            high = min(high, guess)
        if high - low == 1 or not found:
            break
        guess = min(max(int(guess * limit / found), low + 1), high - 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if cost(middle) <= limit else (low, middle)
    return None if low < 0 or high > most else low


def early_win(best: Worked, other: Worked) -> tuple[int, int] | None:
    """Return with which instalments, the first and the last of a run, paying all off makes the other column cheaper.

    Of several runs it is the last one.
    """
    pairs = list(zip_longest(best.early_all(), other.early_all()))[:-1]  # with the last there is nothing early
    costs = [(best.cost if mine is None else mine, other.cost if others is None else others) for mine, others in pairs]
    wins = [period for period, (mine, others) in enumerate(costs, start=1) if others < mine]
    if not wins:
        return None
    first = wins[-1]
    while first - 1 in wins:
        first -= 1
    return first, wins[-1]


def late_win(best: Worked, other: Worked) -> int | None:
    """Return from which day late on, up to three months, the other column is the cheaper one all in all."""

    def wins(late: Decimal, late_best: Decimal) -> bool:
        return other.cost + late < best.cost + late_best

    most = LATE_DAYS[-1]
    try:
        if not wins(other.late(most), best.late(most)):
            return None
        pairs = zip(other.late_by_day(most), best.late_by_day(most), strict=True)
    except ProblemError:  # nobody knows what being late costs
        return None
    return max(day for day, (late, late_best) in enumerate(pairs) if not wins(late, late_best)) + 1
