"""The simple rules over real loans: as agreed, smallest first, dearest first, in an order of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.outcome import Outcome, walked
from jiebei_desktop.planning.payoff.walk import AsAgreed, ByOrder
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Extra(NamedTuple):
    """What so much more a month comes to."""

    amount: Decimal
    cost: Decimal
    debt_free: date | None


def as_agreed(debts: Sequence[RealDebt], money: Money) -> Outcome:
    """Return what it comes to when nothing is paid early; who falls due first is paid first."""
    return walked(_some(debts), money, AsAgreed(), "as_agreed", range(len(debts)))


def snowball(debts: Sequence[RealDebt], money: Money) -> Outcome:
    """Return what it comes to when what is left goes to the loan of the smallest balance."""
    return _by_order(debts, money, snowball_places(debts), "snowball")


def avalanche(debts: Sequence[RealDebt], money: Money) -> Outcome:
    """Return what it comes to when what is left goes to the loan on which it saves most a year."""
    return _by_order(debts, money, avalanche_places(debts), "avalanche")


def custom(debts: Sequence[RealDebt], money: Money, order: Sequence[str]) -> Outcome:
    """Return what it comes to when what is left goes to loans by an order of their keys.

    Raises:
        ProblemError: the order does not name each loan once.
    """
    keys = [debt.key for debt in debts]
    if sorted(order) != sorted(keys):
        raise ProblemError("order", translate("Payoff", "要把每笔借款各写一次"))
    return _by_order(debts, money, [keys.index(key) for key in order], "custom")


def by_extra(debts: Sequence[RealDebt], money: Money, amounts: Sequence[Decimal]) -> tuple[Extra, ...]:
    """Return what it comes to, dearest first, when so much more comes with each flow of the money."""
    found = []
    for amount in amounts:
        more = money.plus((day, amount) for day, flow in money.flows if flow > 0)
        outcome = avalanche(debts, more)
        found.append(Extra(amount, outcome.cost, outcome.debt_free))
    return tuple(found)


def snowball_places(debts: Sequence[RealDebt]) -> list[int]:
    """Return places by principal owed, the smallest first; of equal ones the dearer, then as given."""
    return sorted(range(len(debts)), key=lambda place: (debts[place].owed, -debts[place].price, place))


def avalanche_places(debts: Sequence[RealDebt]) -> list[int]:
    """Return places by what paying early saves a year, the most first; of equal ones the smaller, then as given."""
    return sorted(range(len(debts)), key=lambda place: (-debts[place].price, debts[place].owed, place))


def _by_order(debts: Sequence[RealDebt], money: Money, places: Sequence[int], rule: str) -> Outcome:
    return walked(_some(debts), money, ByOrder(places), rule, places)


def _some(debts: Sequence[RealDebt]) -> Sequence[RealDebt]:
    if not debts:
        raise ProblemError("debts", translate("Payoff", "没有要还的借款"))
    return debts
