"""What a solution of the programme says, done with real money, the fen that it leaves out included."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from jiebei_desktop.money import FEN, ZERO
from jiebei_desktop.planning.payoff.account import Item
from jiebei_desktop.planning.payoff.debts import Early
from jiebei_desktop.planning.payoff.model_parts import PlanMade
from jiebei_desktop.planning.payoff.walk import Walk

LEAST = 5 * FEN
"""What is not worth a payment of its own."""


class Following:
    """Does what a solution says, as far as real money goes.

    `kept` is what each part of a principal is paid less: so much lies ready for the fen by which real interest is above
    the solution's, where the solution spends all there is. `bold` pays early what the solution says even if, as things
    stand that day, an instalment would run short for it: what is paid off later can make up for it.
    """

    def __init__(self, plan: PlanMade, kept: Decimal = ZERO, *, bold: bool = False) -> None:
        self.plan = plan
        self.kept = kept
        self.bold = bold

    def pays(self, walk: Walk, place: int, item: Item) -> bool:
        """Wait with what the plan pays late."""
        planned = self.plan.slipped.get((place, item.number), (item.due_date, 0.0))
        return planned is not None and planned[0] <= walk.day

    def early(self, walk: Walk) -> None:
        """Pay off, or down to the balance that the plan has."""
        for place, debt in enumerate(walk.debts):
            account = walk.accounts[place]
            if account.closed or account.waiting or walk.day not in debt.dates or not account.ahead():
                continue
            if debt.early is Early.WHOLE and self.plan.settled.get(place) == walk.day:
                self._settle(walk, place)
            elif debt.early is Early.PART and (place, walk.day) in self.plan.balances:
                self._down_to(walk, place, self.plan.balances[place, walk.day])

    def _settle(self, walk: Walk, place: int) -> bool:
        amount = walk.may_settle(place, bold=self.bold)
        if amount is not None:
            walk.settle(place)
        return amount is not None

    def _down_to(self, walk: Walk, place: int, target: float) -> None:
        if not target and self._settle(walk, place):
            return
        balance = walk.accounts[place].balance
        more = balance - Decimal(target).quantize(FEN, ROUND_FLOOR) - self.kept
        if more > LEAST:
            amount = min(more, walk.left, balance - FEN) if self.bold else walk.most_early(place, more)
            if amount >= FEN:
                walk.prepay(place, amount)
