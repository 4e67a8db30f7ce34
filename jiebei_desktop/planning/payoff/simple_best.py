"""The least interest that simple debts can cost, and a proof of how little it could be at least."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, Decimal
from itertools import permutations
from typing import NamedTuple

from jiebei_desktop.money import FEN, ZERO, round_to
from jiebei_desktop.planning.payoff.programme import Programme
from jiebei_desktop.planning.payoff.simple import (
    SimpleDebt,
    SimplePlan,
    Turn,
    avalanche_order,
    budget_of,
    follow,
    snowball_order,
)
from jiebei_desktop.values import ProblemError

_HALF_FEN = 0.005
_PATIENCE = 40_000
"""Months of debts that are worked out where rounding may still save a fen; beyond that the proof has to do."""
_SHARES = 4
_ALL_ORDERS = 5
"""Debts up to which every order is tried."""
_NOISE = 1e-6


class Bound(NamedTuple):
    """What interest is at least, in yuan.

    Attributes:
        exact: of the same debts with nothing rounded.
        rounding: by how much rounding half up each month can make it less.
    """

    exact: float
    rounding: float

    @property
    def least(self) -> Decimal:
        """Return what is proven of whole fen."""
        fen = Decimal(self.exact - self.rounding - _NOISE) / FEN
        return max(fen.to_integral_value(ROUND_CEILING) * FEN, ZERO) + ZERO  # takes the sign off a negative nothing


class SimpleBest(NamedTuple):
    """The cheapest plan found, and what is proven of it.

    Attributes:
        gap: the share of the interest that is not proven to be needed; 0 where only rounding lies between.
    """

    plan: SimplePlan
    bound: Decimal
    gap: Decimal


def simple_best(debts: Sequence[SimpleDebt], budget: Sequence[Decimal]) -> SimpleBest:
    """Return the plan of least interest; of equal ones the shorter.

    Without rounding it is the avalanche's. With it, other orders and a change of order on the way can save a fen, and
    are tried where the bound leaves room for it.

    Raises:
        ProblemError: no order clears the debts.
    """
    best = _cheapest(debts, budget)
    bound = interest_bound(debts, budget, best.months)
    if best.total_interest - bound.least >= FEN:
        best = _polished(debts, budget, best)
    total = best.total_interest
    least = min(bound.least, total)
    rest = float(total) - bound.exact - bound.rounding
    gap = (total - least) / total if total and rest > _NOISE else ZERO
    return SimpleBest(best._replace(order=_aimed(debts, best)), least, gap)


def interest_bound(debts: Sequence[SimpleDebt], budget: Sequence[Decimal], months: int) -> Bound:
    """Return what the interest is at least, whatever is paid to which debt.

    It is the bound of a linear programme over the balances of so many months. A balance is never above that which
    minimums alone leave in the months in which all of them can be paid, and what is left after the last month has to be
    paid later. Rounding moves each balance by half a fen at most, which by the programme's multipliers is worth so much
    at most. In months in which they can't all be paid the programme is freer than any plan.
    """
    if not months:
        return Bound(0.0, 0.0)
    programme = Programme()
    minimums = sum((debt.minimum for debt in debts), ZERO)
    sure = [budget_of(budget, month) >= minimums for month in range(months)]
    money: list[dict[int, float]] = [{} for _ in range(months)]
    balances: list[int] = []
    for debt in debts:
        rate, top = debt.monthly(), float(debt.balance)
        before: int | None = None
        for month in range(months):
            rounding = _HALF_FEN if rate else 0.0
            top = max(top * (1 + rate) + rounding - (float(debt.minimum) if sure[month] else 0.0), 0.0)
            paid = programme.column(1.0, 0.0, float(budget_of(budget, month)))
            after = programme.column(1.0 if month == months - 1 else 0.0, 0.0, top)
            owed = float(debt.balance) * (1 + rate) if before is None else 0.0
            terms = {paid: 1.0, after: 1.0}
            if before is not None:
                terms[before] = -(1 + rate)
            row = programme.row(terms, owed, owed)
            if rate:
                balances.append(row)
            money[month][paid] = 1.0
            before = after
    for month, terms in enumerate(money):
        programme.row(terms, -math.inf, float(budget_of(budget, month)))
    programme.offset = -float(sum((debt.balance for debt in debts), ZERO))
    duals, value = programme.relaxed()
    return Bound(value, _HALF_FEN * math.fsum(abs(float(duals[row])) for row in balances))


def _cheapest(debts: Sequence[SimpleDebt], budget: Sequence[Decimal]) -> SimplePlan:
    """Return the cheapest of the orders that are worth trying."""
    few = len(debts) <= _ALL_ORDERS
    orders = list(permutations(range(len(debts)))) if few else [avalanche_order(debts), snowball_order(debts)]
    found, problem = [], None
    for order in dict.fromkeys([avalanche_order(debts), *orders]):
        try:
            found.append(follow(debts, budget, order))
        except ProblemError as error:
            problem = problem or error
    if problem is not None and not found:
        raise problem
    return min(found, key=_worth)


def _worth(plan: SimplePlan) -> tuple[Decimal, int]:
    return plan.total_interest, plan.months


def _polished(debts: Sequence[SimpleDebt], budget: Sequence[Decimal], best: SimplePlan) -> SimplePlan:
    """Try other orders and other shares in one month after the other, as far as the patience goes.

    What a fen of rounding can be won by is a little less or more for a debt: up to what a fen of its interest takes.
    """
    turns: dict[int, Turn] = {}
    patience, before = _PATIENCE, best.total_interest + FEN
    while best.total_interest < before:
        before = best.total_interest
        for month in range(best.months):
            for turn in _turns(debts, budget, best, month):
                patience -= best.months * len(debts)
                if patience < 0:
                    return best
                tried = turns | {month: turn}
                try:
                    plan = follow(debts, budget, best.order, tried)
                except ProblemError:
                    continue
                if _worth(plan) < _worth(best):
                    best, turns = plan, tried
    return best


def _turns(debts: Sequence[SimpleDebt], budget: Sequence[Decimal], plan: SimplePlan, month: int) -> Iterator[Turn]:
    """Return other ways to share a month out."""
    paid = plan.allocation[month]
    rest = budget_of(budget, month) - sum((min(debt.minimum, paid[n]) for n, debt in enumerate(debts)), ZERO)
    for first in range(len(debts)):
        others = tuple(place for place in plan.order if place != first)
        yield Turn((first, *others))
        rate = debts[first].monthly()
        fen = round_to(FEN / Decimal(rate)) if rate else rest
        had = max(paid[first] - debts[first].minimum, ZERO)
        for start in range(len(others)):
            order = (first, *others[start:], *others[:start])
            for share in range(1, _SHARES):
                yield Turn(order, round_to(rest * share / _SHARES))
                for most in (had - fen * share / _SHARES, had + fen * share / _SHARES):
                    if ZERO <= most <= rest:
                        yield Turn(order, round_to(most))


def _aimed(debts: Sequence[SimpleDebt], plan: SimplePlan) -> tuple[int, ...]:
    """Return the debts as they first get more than their minimum; those that never do come last."""
    first: dict[int, tuple[int, Decimal]] = {}
    for month, paid in enumerate(plan.allocation):
        for place, debt in enumerate(debts):
            more = paid[place] - debt.minimum
            if more > 0 and place not in first:
                first[place] = (month, -more)
    never = plan.months
    return tuple(
        sorted(range(len(debts)), key=lambda place: (*first.get(place, (never, ZERO)), plan.order.index(place)))
    )
