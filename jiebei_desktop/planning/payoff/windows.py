"""Where the money does not suffice, what may slip there, and what a late day then costs. Money is yuan."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine import Row
from jiebei_desktop.engine.ledger import penalties
from jiebei_desktop.money import ONE, ZERO
from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.nights import adds_up, night
from jiebei_desktop.planning.payoff.walk import days_of
from jiebei_desktop.products.conditions import Compounding, OverdueBase

_BEFORE, _AFTER = 1, 2
"""Stretches before and after those that are short in which something may slip, or be paid."""


class Stretches:
    """The days cut where more money comes: inside a stretch the same money is there, so only its sum counts.

    Attributes:
        starts: today, and each day on which there is more.
        usable: what may be spent in all by the end of each stretch.
        end: the last day that is looked at.
    """

    def __init__(self, debts: Sequence[RealDebt], money: Money) -> None:
        today = debts[0].today
        days = days_of(debts, money)
        self.end = days[-1]
        self._rises = money.rises(today, self.end)
        self.starts = [today, *self._rises]
        self.usable = [money.usable(day) for day in self.starts]

    def of(self, day: date) -> int:
        """Return the stretch that a day lies in."""
        return bisect_right(self._rises, day)

    def short(self, debts: Sequence[RealDebt]) -> list[Decimal]:
        """Return by how much what is agreed so far is above the money, for each stretch; below zero where not."""
        needed = [ZERO] * len(self.starts)
        for debt in debts:
            needed[0] += debt.due_now
            for row in debt.rows:
                needed[self.of(row.due_date)] += row.payment
        found, whole = [], ZERO
        for amount, usable in zip(needed, self.usable, strict=True):
            whole += amount
            found.append(whole - usable)
        return found


class Slip(NamedTuple):
    """Something that may be paid late.

    Attributes:
        place: of the loan.
        number: of the instalment; 0 for what is late today.
        due_date: its day, or today.
        amount: what is paid without further penalty.
        days: when it may be paid, each of them late; None for never.
        penalties: what is paid on top of it on each of those days.
        on_all: what a yuan of it costs a night, as `on_principal` more where it is principal; None where the penalty is
            more than nights × rate × base.
        nights: how many nights cost something on each of the days.
    """

    place: int
    number: int
    due_date: date
    amount: float
    days: tuple[date | None, ...]
    penalties: tuple[float, ...]
    on_all: float | None = None
    on_principal: float = 0.0
    nights: tuple[int, ...] = ()


def slips(debts: Sequence[RealDebt], stretches: Stretches, waits: Collection[int], *, no_late: bool) -> list[Slip]:
    """Return what may slip: what falls due where the money is short as agreed, or just before.

    Where the money always suffices nothing does: being late on purpose is no plan.

    Args:
        debts: the loans.
        stretches: with their money.
        waits: stretches in which something waits, because what waited before cost a penalty.
        no_late: whether only what is late already may wait.
    """
    short = sorted({place for place, amount in enumerate(stretches.short(debts)) if amount > 0} | set(waits))
    if not short:
        return []
    last = len(stretches.starts) - 1
    ends = _ends(short)
    found = []
    for place, debt in enumerate(debts):
        if debt.due_now:
            paid_by = min(ends.get(0, short[-1]) + _AFTER, last)
            days: list[date | None] = [*stretches.starts[: paid_by + 1]]
            if last in short:
                days.append(None)
            found.append(_arrears(place, debt, days, stretches.end))
        until = -1
        for row in debt.rows if not no_late else ():
            stretch = stretches.of(row.due_date)
            end = next((ends[each] for each in range(stretch, stretch + _BEFORE + 1) if each in ends), None)
            if end is not None:
                until = max(until, min(end + _AFTER, last))
            days = list(stretches.starts[stretch + 1 : until + 1])  # after one that waits the next ones may have to
            if end == last:
                days.append(None)
            if days:
                found.append(_instalment(place, debt, row, days, stretches.end))
    return found


def _ends(short: Sequence[int]) -> dict[int, int]:
    """Return for each stretch that is short the last of those that are short without a break."""
    ends: dict[int, int] = {}
    for place in reversed(short):
        ends[place] = ends.get(place + 1, place)
    return ends


def _instalment(place: int, debt: RealDebt, row: Row, days: Sequence[date | None], end: date) -> Slip:
    on = [day or end for day in days]
    slip = Slip(place, row.period, row.due_date, float(row.payment), tuple(days), tuple(late_costs(debt, row, on)))
    if not adds_up(debt.rule) or debt.rate_changes:
        return slip
    on_all = float(night(debt.terms, debt.rule, debt.quote, ZERO, ONE))
    on_principal = float(night(debt.terms, debt.rule, debt.quote, ONE, ZERO)) - on_all
    nights = tuple(max((day - row.due_date).days - debt.rule.grace_days, 0) for day in on)
    return slip._replace(on_all=on_all, on_principal=on_principal, nights=nights)


def _arrears(place: int, debt: RealDebt, days: Sequence[date | None], end: date) -> Slip:
    """Return what is late today, paid some day: the penalty goes on as the engine says."""
    until = debt.today - timedelta(days=1)
    missed = debt.missed._replace(until=until)
    on = [debt.today, *(day or end for day in days)]
    charged = penalties(debt.terms, debt.events, debt.rule, on, missed)
    more = tuple(float(each - charged[0]) for each in charged[1:])
    return Slip(place, 0, debt.today, float(debt.due_now), tuple(days), more)


def late_costs(debt: RealDebt, row: Row, days: Sequence[date]) -> list[float]:
    """Return the penalty for paying one instalment on each of some days, which rise, all else on time, unrounded.

    Nights × rate × base wherever that is all; else the engine's word. Of a penalty on all principal it is the part on
    the instalment's own: the rest is the loan's.
    """
    rule = debt.rule
    if rule.compounding is not Compounding.NONE or (debt.rate_changes and rule.base is not OverdueBase.ALL_PRINCIPAL):
        missed = debt.missed._replace(first=row.period, last=row.period)
        return [float(each) for each in penalties(debt.terms, debt.events, rule, days, missed)]
    each = float(night(debt.terms, rule, debt.quote, row.principal, row.interest + row.fee))
    return [each * max((day - row.due_date).days - rule.grace_days, 0) for day in days]


def whole_nights(debt: RealDebt) -> float:
    """Return the share of all principal not due yet that a late night costs; 0 where the penalty is not on that."""
    if debt.rule.base is not OverdueBase.ALL_PRINCIPAL:
        return 0.0
    return float(night(debt.terms, debt.rule, debt.quote, ONE, ZERO))
