"""How much can be carried: the largest new loan, by product and cycle, that keeps every day above the cushion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.money import ZERO, RoundingMode, round_to
from jiebei_desktop.planning.budget.cash import CashLine
from jiebei_desktop.planning.budget.limits import limit_left
from jiebei_desktop.planning.budget.outlook import Basis, Outlook
from jiebei_desktop.planning.budget.payables import Payable
from jiebei_desktop.planning.budget.trials import HUABEI_CYCLES, JIEBEI_CYCLES, trial_option, worked_payables
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.values import Problem

STEP: Final = Decimal(100)
"""Loans are looked for in whole hundreds of yuan."""
MOST: Final = Decimal(300_000)
"""The most that either product lends anybody; source: daoinsights.com, 2021-11 (medium confidence)."""
_TRY: Final = Decimal(10_000)
_Room = list[tuple[date, Decimal]]


class Carry(NamedTuple):
    """The largest new loan of one product by one cycle.

    Attributes:
        amount: in yuan, whole hundreds; zero where not even one can be carried.
        instalment: the most that is paid on one day.
        day: the day that allows no more; None where the money is not what limits it.
        limit: what the product would still lend; None where the user did not say, which then counts as `MOST`.
        problem: why it can't be worked out.
    """

    brand: Brand
    cycle: str
    label: str
    amount: Decimal
    instalment: Decimal = ZERO
    day: date | None = None
    limit: Decimal | None = None
    problem: Problem | None = None


def carries(plan: Plan, rules: RuleBook, base: Basis, before: Outlook) -> list[Carry]:
    """Return the largest new loan for each product and cycle, borrowed on the trial's day and spent at once."""
    cycles = [(Brand.JIEBEI, each) for each in JIEBEI_CYCLES] + [(Brand.HUABEI, each) for each in HUABEI_CYCLES]
    room = _room(before, plan.budget.cushion)
    left = {brand: limit_left(plan, rules, brand, base.today) for brand, _ in cycles}
    return [_Search(plan, rules, base, before.line, room, left[brand]).carry(brand, cycle) for brand, cycle in cycles]


class _Search(NamedTuple):
    plan: Plan
    rules: RuleBook
    base: Basis
    line: CashLine
    room: _Room
    limit: Decimal | None

    def carry(self, brand: Brand, cycle: str) -> Carry:
        """Return the largest new loan of a product by a cycle; what it asks for after the last day is not looked at.

        Instalments grow with the loan but for single fen, so a guess by proportion that is rounded up is at most a step
        or two too high, and never too low.
        """
        option = trial_option(self.plan, self.rules, brand, cycle)
        found, payables = worked_payables(self.plan, self.rules, self.base, option, _TRY)
        if found.worked is None:
            return Carry(brand, cycle, found.usual, ZERO, problem=found.problem)
        lent = round_to(MOST if self.limit is None else min(self.limit, MOST), RoundingMode.DOWN, STEP)
        most, day = lent, None
        paid = ZERO
        for each in payables:
            paid += each.amount
            if each.day > self.line.last:
                break
            least_day, left = self.room[self.line.place(each.day)]
            able = max(left, ZERO) * _TRY / paid
            if able < most:
                most, day = able, least_day
        amount = min(round_to(most, RoundingMode.UP, STEP), lent)
        if amount == lent:
            day = None
        instalment = ZERO
        while amount > 0:
            _, payables = worked_payables(self.plan, self.rules, self.base, option, amount)
            too_much = self._too_much(payables)
            if too_much is None:
                instalment = max((each.amount for each in payables), default=ZERO)
                break
            amount, day = amount - STEP, too_much
        return Carry(brand, cycle, found.usual, amount, instalment, day, self.limit)

    def _too_much(self, payables: Sequence[Payable]) -> date | None:
        """Return the day on which there is not enough for some payments, None where there is on all."""
        paid = ZERO
        for each in payables:
            paid += each.amount
            if each.day > self.line.last:
                return None
            day, left = self.room[self.line.place(each.day)]
            if paid > left:
                return day
        return None


def _room(before: Outlook, cushion: Decimal) -> _Room:
    """Return for each day the least that there is above the cushion on it or later, and the first day of that."""
    line = before.line
    found: list[tuple[date, Decimal]] = []
    day, least = line.last, line.on_time[-1]
    for place in range(len(line.on_time) - 1, -1, -1):
        if line.on_time[place] <= least:
            day, least = line.day(place), line.on_time[place]
        found.append((day, least - cushion))
    return found[::-1]
