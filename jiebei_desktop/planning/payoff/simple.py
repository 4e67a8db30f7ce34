"""Debts of the plainest kind, paid month by month out of one budget: interest first, minimums, the rest to a target.

Money is yuan, a rate is a share. A month's interest is the balance × the month's rate, half up to the fen, and joins
the balance. Each debt then gets its own minimum, never more than it owes; what is left of the month goes to the first
debt of the order that still owes something, and what that does not need to the next.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from jiebei_desktop.money import FEN, ZERO, grouped
from jiebei_desktop.text import translate
from jiebei_desktop.values import TIMES_A_YEAR, ProblemError, RatePer

MOST_MONTHS = 1200
"""A hundred years: what is not cleared by then never is, for whoever owes it."""
_DIGITS = 80
_EXACT = Context(prec=_DIGITS, rounding=ROUND_HALF_UP)
_MONTHLY = {RatePer.DAY: (365, 12), RatePer.MONTH: (1, 1), RatePer.YEAR: (1, 12)}


class SimpleDebt(NamedTuple):
    """A debt with a rate and a minimum, in yuan; `rate` is a share per `rate_per`."""

    name: str
    balance: Decimal
    rate: Decimal
    rate_per: RatePer
    minimum: Decimal

    @property
    def yearly(self) -> Decimal:
        """Return the rate of a year, to put debts in order by: a day is a 365th of it, a month a 12th."""
        return self.rate * TIMES_A_YEAR[self.rate_per]

    def monthly(self) -> float:
        """Return the rate of a month as the optimiser's float."""
        times, parts = _MONTHLY[self.rate_per]
        return float(self.rate) * times / parts

    def interest(self, balance: Decimal) -> Decimal:
        """Return a month's interest on a balance, half up to the fen."""
        times, parts = _MONTHLY[self.rate_per]
        exact = _EXACT.divide(_EXACT.multiply(balance, self.rate * times), Decimal(parts))
        return exact.quantize(FEN, ROUND_HALF_UP, _EXACT)


class Turn(NamedTuple):
    """A month's own order, and the most that its first debt gets beyond the minimum."""

    order: tuple[int, ...]
    most: Decimal | None = None


class SimplePlan(NamedTuple):
    """What is paid to each debt in each month, and what it comes to.

    Attributes:
        order: the places of the debts as they are aimed at.
        allocation: by month, what each debt gets, in the order in which they were given.
        interest: by month, what each debt was charged.
        cleared: the month in which each debt is cleared, counted from 1; 0 where nothing was owed.
    """

    order: tuple[int, ...]
    allocation: tuple[tuple[Decimal, ...], ...]
    interest: tuple[tuple[Decimal, ...], ...]
    cleared: tuple[int, ...]

    @property
    def months(self) -> int:
        """Return how many months it takes."""
        return len(self.allocation)

    @property
    def total_interest(self) -> Decimal:
        """Return the interest in all."""
        return sum((amount for month in self.interest for amount in month), ZERO)


def snowball_order(debts: Sequence[SimpleDebt]) -> tuple[int, ...]:
    """Return places by balance, the smallest first; of equal ones the dearer first, then as given."""
    return tuple(sorted(range(len(debts)), key=lambda place: (debts[place].balance, -debts[place].yearly, place)))


def avalanche_order(debts: Sequence[SimpleDebt]) -> tuple[int, ...]:
    """Return places by rate, the highest first; of equal ones the smaller balance first, then as given."""
    return tuple(sorted(range(len(debts)), key=lambda place: (-debts[place].yearly, debts[place].balance, place)))


def budget_of(budget: Sequence[Decimal], month: int) -> Decimal:
    """Return the budget of a month, counted from 0; the last amount of a list goes on."""
    return budget[min(month, len(budget) - 1)]


def follow(
    debts: Sequence[SimpleDebt],
    budget: Sequence[Decimal],
    order: Sequence[int],
    turns: Mapping[int, Turn] | None = None,
) -> SimplePlan:
    """Pay debts off by an order.

    Args:
        debts: what is owed.
        budget: by month; the last amount goes on.
        order: the places of the debts as they are aimed at.
        turns: other ways for some months, counted from 0.

    Raises:
        ProblemError: the budget never clears the debts; with the month and its interest.
    """
    owed = [debt.balance for debt in debts]
    cleared = [0] * len(debts)
    allocation: list[tuple[Decimal, ...]] = []
    charged: list[tuple[Decimal, ...]] = []
    while any(owed):
        month = len(allocation)
        money = budget_of(budget, month)
        interest = [debt.interest(balance) if balance else ZERO for debt, balance in zip(debts, owed, strict=True)]
        if month >= len(budget) - 1:
            refuse_endless(debts, interest, owed, money, month)
        owed = [balance + more for balance, more in zip(owed, interest, strict=True)]
        turn = turns.get(month) if turns else None
        paid = shared_out(debts, owed, money, *(turn or (order, None)))
        owed = [balance - amount for balance, amount in zip(owed, paid, strict=True)]
        for place, balance in enumerate(owed):
            if not balance and not cleared[place] and debts[place].balance:
                cleared[place] = month + 1
        allocation.append(tuple(paid))
        charged.append(tuple(interest))
    return SimplePlan(tuple(order), tuple(allocation), tuple(charged), tuple(cleared))


def shared_out(
    debts: Sequence[SimpleDebt],
    owed: Sequence[Decimal],
    money: Decimal,
    order: Sequence[int],
    most: Decimal | None = None,
) -> list[Decimal]:
    """Return what each debt gets of a month's money: minimums in the order as far as it goes, then the rest."""
    paid = [ZERO] * len(debts)
    for place in order:
        paid[place] = min(debts[place].minimum, owed[place], money)
        money -= paid[place]
    if most is not None:
        more = min(owed[order[0]] - paid[order[0]], money, most)
        paid[order[0]] += more
        money -= more
        order = (*order[1:], order[0])
    for place in order:
        if not money:
            break
        more = min(owed[place] - paid[place], money)
        paid[place] += more
        money -= more
    return paid


def refuse_endless(
    debts: Sequence[SimpleDebt], interest: Sequence[Decimal], owed: Sequence[Decimal], money: Decimal, month: int
) -> None:
    """Refuse a budget that goes on as it is and never clears the debts.

    It never does where the interest of one debt alone takes all of it: whatever is paid, that debt does not shrink. A
    budget that only circles is found out after `MOST_MONTHS`.

    Raises:
        ProblemError: it does not, with what the month's interest is.
    """
    whole = sum(interest, ZERO)
    for debt, amount, balance in zip(debts, interest, owed, strict=True):
        if balance and amount >= money:
            text = translate(
                "Payoff", "这样永远还不清：第 {month} 个月光“{name}”的利息就有 {interest} 元，预算只有 {budget} 元。"
            )
            raise ProblemError(
                "budget",
                text.format(month=month + 1, name=debt.name, interest=grouped(amount), budget=grouped(money)),
            )
    if month >= MOST_MONTHS:
        text = translate("Payoff", "{most} 个月也还不清：第 {month} 个月的利息是 {interest} 元，预算是 {budget} 元。")
        raise ProblemError(
            "budget",
            text.format(most=MOST_MONTHS, month=month + 1, interest=grouped(whole), budget=grouped(money)),
        )
