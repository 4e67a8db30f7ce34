"""The cash line: what a household has day by day, what repayments it can pay on their day, and what waits for money.

A repayment that there is not enough money for is paid whole, with its penalty, on the first day on which money comes in
and suffices, the oldest first. Spending is never put off: where it takes more than there is the line goes below zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.occurrences import Flow
from jiebei_desktop.planning.budget.payables import Payable


class Paid(NamedTuple):
    """What became of a payable.

    Attributes:
        day: when it was paid; None where the money did not come by the end.
        cost: what being late cost, up to that day or the end, in yuan.
        days: how many days it was paid later than it could have been.
    """

    payable: Payable
    day: date | None
    cost: Decimal
    days: int

    @property
    def late(self) -> bool:
        """Tell whether it was not paid on the first day on which it could have been."""
        return self.days > 0


class CashLine(NamedTuple):
    """What there is at the end of each day from `first` on.

    Attributes:
        opening: what there is before the first day, in yuan.
        on_time: by day, when every repayment is paid on its day whatever there is; below zero by what is missing.
        kept: by day, when repayments wait until there is money.
        paid: what became of each payable, as they come.
    """

    first: date
    opening: Decimal
    flows: tuple[Flow, ...]
    payables: tuple[Payable, ...]
    on_time: tuple[Decimal, ...]
    kept: tuple[Decimal, ...]
    paid: tuple[Paid, ...]

    @property
    def last(self) -> date:
        """Return the last day."""
        return self.day(len(self.on_time) - 1)

    def day(self, place: int) -> date:
        """Return a day by its place."""
        return self.first + timedelta(days=place)

    def place(self, day: date) -> int:
        """Return the place of a day."""
        return (day - self.first).days

    def lowest(self, first: date | None = None, last: date | None = None) -> tuple[date, Decimal]:
        """Return the first of the days with the least money from one day to another, and that money."""
        begin = self.place(first) if first else 0
        end = self.place(last) + 1 if last else len(self.on_time)
        place = min(range(begin, end), key=self.on_time.__getitem__)
        return self.day(place), self.on_time[place]

    def first_short(self, since: date) -> tuple[date, Decimal] | None:
        """Return the first day from one on on which there is not enough, everything paid on its day, and what lacks."""
        for place in range(max(self.place(since), 0), len(self.on_time)):
            if self.on_time[place] < 0:
                return self.day(place), -self.on_time[place]
        return None

    def held_on(self, day: date) -> Decimal:
        """Return what there is for what falls due on a day: what is paid of it then, and what is left."""
        paid = (each.payable.amount for each in self.paid if each.payable.day == day and not each.late)
        return sum(paid, self.kept[self.place(day)])

    def missing_on(self, day: date) -> Decimal:
        """Return what the money of a day lacks for what falls due on it; nothing where that is paid."""
        unpaid = [each.payable.amount for each in self.paid if each.payable.day == day and each.late]
        return sum(unpaid, -self.kept[self.place(day)]) if unpaid else ZERO

    @property
    def late(self) -> list[Paid]:
        """Return what can't be paid on its day."""
        return [paid for paid in self.paid if paid.late]

    @property
    def late_cost(self) -> Decimal:
        """Return what being late costs in all, in yuan."""
        return sum((paid.cost for paid in self.paid), ZERO)


class Moves(NamedTuple):
    """What moves on each day from a first one on, in yuan, and whether anything comes in."""

    net: tuple[Decimal, ...]
    came: tuple[bool, ...]


def moves_of(flows: Sequence[Flow], first: date, last: date) -> Moves:
    """Return what moves on each day from `first` to `last`."""
    length = (last - first).days + 1
    net, came = [ZERO] * length, [False] * length
    begin = first.toordinal()
    for flow in flows:
        if 0 <= (place := flow.day.toordinal() - begin) < length:
            net[place] += flow.amount
            came[place] = came[place] or flow.amount > 0
    return Moves(tuple(net), tuple(came))


def cash_line(
    opening: Decimal,
    flows: Sequence[Flow],
    payables: Sequence[Payable],
    first: date,
    last: date,
    moves: Moves | None = None,
) -> CashLine:
    """Let the days from `first` to `last` go by.

    Args:
        opening: what there is before the first day, in yuan.
        flows: what comes in and goes out, by day, what comes in first.
        payables: what has to be paid, as it comes.
        first: the first day.
        last: the last day.
        moves: what `moves_of` gives for the flows, where it is known.
    """
    known = moves or moves_of(flows, first, last)
    due: dict[int, list[Payable]] = {}
    able = [each for each in payables if first <= each.day <= last]
    for each in able:
        due.setdefault((each.day - first).days, []).append(each)
    on_time, kept = [], []
    straight = held = opening
    waiting: list[Payable] = []
    found: dict[int, Paid] = {}
    for place, (net, came) in enumerate(zip(known.net, known.came, strict=True)):
        straight += net
        held += net
        new = due.get(place, ())
        for each in new:
            straight -= each.amount
        if new or (came and waiting):
            day = first + timedelta(days=place)
            candidates = [*waiting, *new] if came else new
            still = [] if came else waiting
            for each in candidates:
                days = (day - each.day).days
                cost = each.late(days) if days else ZERO
                if each.amount + cost <= held:
                    held -= each.amount + cost
                    found[id(each)] = Paid(each, day, cost, days)
                else:
                    still.append(each)
            waiting = still
        on_time.append(straight)
        kept.append(held)
    for each in waiting:
        days = (last - each.day).days
        found[id(each)] = Paid(each, None, each.late(days), max(days, 1))
    paid = tuple(found[id(each)] for each in able)
    return CashLine(first, opening, tuple(flows), tuple(able), tuple(on_time), tuple(kept), paid)
