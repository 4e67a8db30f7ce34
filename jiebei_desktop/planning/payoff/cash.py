"""The money that can go to debts: what is there, and what comes and goes on which day. Money is yuan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ZERO
from jiebei_desktop.values import Frozen


class Money(Frozen):
    """Cash for debts.

    Attributes:
        opening: what is there to begin with.
        flows: what comes on a day, or goes where it is below zero.
    """

    opening: Decimal = ZERO
    flows: tuple[tuple[date, Decimal], ...] = ()

    @classmethod
    def monthly(cls, amount: Decimal, first: date, months: int, opening: Decimal = ZERO) -> Money:
        """Return the same amount on the same day of each month."""
        return cls(opening=opening, flows=tuple((add_months(first, month), amount) for month in range(months)))

    def plus(self, flows: Iterable[tuple[date, Decimal]]) -> Money:
        """Return it with more coming."""
        return Money(opening=self.opening, flows=(*self.flows, *flows))

    def cash(self, day: date) -> Decimal:
        """Return all that has come by the end of a day, as if nothing had been paid."""
        return sum((amount for when, amount in self.flows if when <= day), self.opening)

    @cached_property
    def _steps(self) -> tuple[tuple[date, ...], tuple[Decimal, ...]]:
        """Return days and what is usable from each of them on; before the first it is the last of the amounts."""
        by_day: dict[date, Decimal] = {}
        for when, amount in self.flows:
            by_day[when] = by_day.get(when, ZERO) + amount
        days = sorted(by_day)
        sums = list(accumulate((by_day[day] for day in days), initial=self.opening))
        for place in range(len(sums) - 2, -1, -1):  # what goes later is not usable before
            sums[place] = min(sums[place], sums[place + 1])
        return tuple(days), tuple(max(amount, ZERO) for amount in sums)

    def usable(self, day: date) -> Decimal:
        """Return what of it may be paid in all by the end of a day: what has to go out later is kept."""
        days, sums = self._steps
        return sums[bisect_right(days, day)]

    def rises(self, after: date, until: date) -> list[date]:
        """Return the days after one and up to another on which there is more to use."""
        days, sums = self._steps
        return [
            day for day, before, now in zip(days, sums, sums[1:], strict=False) if now > before and after < day <= until
        ]
