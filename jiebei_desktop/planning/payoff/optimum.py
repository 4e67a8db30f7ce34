"""The cheapest way to pay off real loans, found by a mixed-integer programme and worked out anew by the engine."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from itertools import product
from typing import NamedTuple

from jiebei_desktop.money import FEN, ZERO, grouped, round_to
from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.following import LEAST, Following
from jiebei_desktop.planning.payoff.model import UNPAID, Model
from jiebei_desktop.planning.payoff.model_parts import PlanMade
from jiebei_desktop.planning.payoff.outcome import Outcome, outcome_of
from jiebei_desktop.planning.payoff.programme import INFINITE, Progress, Solved
from jiebei_desktop.planning.payoff.rules import as_agreed, avalanche, avalanche_places, snowball
from jiebei_desktop.planning.payoff.walk import AsAgreed, ByOrder, Walk
from jiebei_desktop.planning.payoff.windows import Slip, Stretches, slips
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_HALF_FEN = 0.005
_CLOSE = Decimal("0.01")
_KEPT = (ZERO, 5 * FEN, 50 * FEN)
_SHARE = Decimal("1E-8")
_QUICK = 0.4
"""The share of the time for a first look, where instalments may slip."""
_YEAR = 365.0


class Result(NamedTuple):
    """The best plan, and what is proven of it.

    Attributes:
        best: the cheapest of all plans that were tried, as the engine works it out; its `rule` says where it is from.
        rules: what the simple rules come to: as agreed, smallest first, dearest first.
        bound: what no plan of the kind looked at can cost less than, in yuan, rounding allowed for.
        gap: the share of the cost that is not proven to be needed; 0 where only rounding lies between.
        proven: whether only rounding lies between the cost and the bound. Without a gap it is false only where a plan
            that was come by is late where the programme looks for nothing late.
        seconds: what the solver took.
        stopped: whether it was told to stop, or ran out of time.
    """

    best: Outcome
    rules: tuple[Outcome, ...]
    bound: Decimal
    gap: Decimal
    proven: bool
    seconds: float
    stopped: bool

    def rule(self, name: str) -> Outcome:
        """Return what a simple rule comes to."""
        return next(outcome for outcome in self.rules if outcome.rule == name)


def optimum(
    debts: Sequence[RealDebt],
    money: Money,
    *,
    no_late: bool,
    seconds: float = 5.0,
    progress: Callable[[Progress], bool] | None = None,
) -> Result:
    """Return the cheapest plan that is found within some seconds.

    Args:
        debts: the loans.
        money: what can go to them.
        no_late: whether nothing that falls due may be late, whatever it costs.
        seconds: after which the best so far is returned.
        progress: called now and then; where it returns False the search ends and the best so far is returned.

    Raises:
        ProblemError: nothing may be late and the money does not suffice; with the day and how much is missing.
    """
    rules = (as_agreed(debts, money), snowball(debts, money), avalanche(debts, money))
    return _Search(debts, money, rules, no_late=no_late, seconds=seconds, progress=progress).result()


class _Search:
    """Solves, follows and tightens until what is followed is what is proven."""

    def __init__(
        self,
        debts: Sequence[RealDebt],
        money: Money,
        rules: tuple[Outcome, ...],
        *,
        no_late: bool,
        seconds: float,
        progress: Callable[[Progress], bool] | None,
    ) -> None:
        self.debts, self.money, self.rules, self.no_late = debts, money, rules, no_late
        self.progress = progress
        self.began = time.monotonic()
        self.until = self.began + seconds
        self.stretches = Stretches(debts, money)
        self.slips: list[Slip] = slips(debts, self.stretches, self._waits(), no_late=no_late)
        self.tried = [rule for rule in rules if not no_late or on_time(rule)]
        self.bound = -INFINITE
        self.stopped = False

    @property
    def best(self) -> Outcome | None:
        """Return the best plan so far; of equal ones the rule that was there first.

        For a few fen nobody is late more often: among plans that cost next to nothing more, none above a simple rule,
        it is that with least late.
        """
        least = min(self.tried, key=_worth, default=None)
        if least is None:
            return None
        most = min([least.cost + LEAST, *(rule.cost for rule in self.tried if rule in self.rules and not rule.unpaid)])
        near = [each for each in self.tried if each.unpaid == least.unpaid and each.cost <= max(most, least.cost)]
        return min(near, key=lambda outcome: (len(outcome.late), outcome.cost))

    def result(self) -> Result:
        """Search, and return the best."""
        model = Model(self.debts, self.stretches, self.slips)
        allowance = self._allowance(model)
        if any(slip.number for slip in self.slips):
            self._look_quickly()
        while not self.stopped and self._told(Progress(0.0, None, None)):
            begin = model.begin(self.best) if self.best else None
            solved = model.programme.solve(self.until - time.monotonic(), self._told, begin)
            if solved.infeasible:
                if self.best is None:
                    self._refuse()
                break
            self.bound = max(self.bound, solved.bound)
            if not solved.values:
                self.stopped = True
                break
            self._follow(model.plan(solved.values))
            if self._proven(allowance) or not model.tightened(solved.values):
                break
            if time.monotonic() >= self.until:
                self.stopped = True
        return self._read(allowance)

    def _look_quickly(self) -> None:
        """Find plans to begin with: what is dearest late first; then those that pay no loan early and late after."""
        for steering in (AsAgreed(), ByOrder(avalanche_places(self.debts))):
            walk = Walk(self.debts, self.money)
            walk.dearest_first = True
            walk.go(steering)
            self._keep(walk)
        model = Model(self.debts, self.stretches, self.slips, narrow=True)
        until = self.began + (self.until - self.began) * _QUICK
        while self._told(Progress(0.0, None, None)):
            begin = model.begin(self.best) if self.best else None
            solved = model.programme.solve(until - time.monotonic(), self._told, begin)
            if solved.values:
                self._follow(model.plan(solved.values))
            if not solved.values or not model.tightened(solved.values) or time.monotonic() >= until:
                return

    def _waits(self) -> set[int]:
        """Return the stretches in which something waits by a simple rule."""
        found: set[int] = set()
        for rule in self.rules:
            for late in rule.late:
                first = self.stretches.of(max(late.due_date, self.debts[0].today))
                last = self.stretches.of(late.paid or self.stretches.end)
                found.update(range(first, last if late.paid else last + 1))
        return found

    def _told(self, seen: Progress) -> bool:
        """Hand on how far it has come, and stop where somebody asks for it or what is proven suffices."""
        if self.progress is None:
            return True
        best = self.best
        known = seen._replace(best=float(best.cost) if best else seen.best, seconds=time.monotonic() - self.began)
        whole = known._replace(bound=seen.bound if seen.bound is not None else max(self.bound, 0.0))
        if not self.progress(whole):
            self.stopped = True
        return not self.stopped

    def _follow(self, plan: PlanMade) -> None:
        """Do what a solution says, with more and more kept back for rounding, and remember what it came to."""
        for kept, bold in product(_KEPT, (False, True)):
            walk = Walk(self.debts, self.money)
            walk.put_off = {
                where: None if late is None else (late[0], Decimal(late[1]).quantize(FEN))
                for where, late in plan.slipped.items()
            }
            walk.go(Following(plan, kept, bold=bold))
            self._keep(walk)

    def _keep(self, walk: Walk) -> None:
        """Remember what a walk came to, unless it is late where it may not be."""
        outcome = outcome_of(walk, "optimum", _aimed(walk))
        if on_time(outcome) or (self.slips and not self.no_late):
            self.tried.append(outcome)

    def _weighed(self, outcome: Outcome) -> float:
        """Return a cost as the model counts it."""
        return float(outcome.cost) + UNPAID * float(outcome.unpaid)

    def _proven(self, allowance: float) -> bool:
        best = self.best
        return best is not None and abs(self._weighed(best) - self.bound) <= allowance + float(_CLOSE)

    def _allowance(self, model: Model) -> float:
        """Return by how much rounding to the fen can make a plan cheaper than the model has it.

        Each interest and each penalty is rounded by half a fen at most; a fen more in hand then is worth a fen and what
        it saves at the dearest loan until the end.
        """
        dearest = max((float(debt.price) for debt in self.debts), default=0.0)
        end = self.stretches.end
        days = [row.due_date for part in model.parts.values() for row in part.rows[1:]]
        days += [slip.due_date for slip in self.slips]
        return sum(_HALF_FEN * (1.0 + dearest * (end - day).days / _YEAR) for day in days)

    def _read(self, allowance: float) -> Result:
        best = self.best
        if best is None:
            self._refuse()
        assert best is not None  # noqa: S101 - refused above
        weighed = self._weighed(best)
        open_to = max(weighed - self.bound + allowance, 0.0)  # by how much another plan could be better
        bound = (best.cost - Decimal(min(open_to, weighed))).quantize(FEN, ROUND_FLOOR)
        bound = min(max(bound, ZERO), best.cost)
        proven = self._proven(allowance)
        gap = ZERO
        if not proven and weighed:
            gap = Decimal(min(open_to / weighed, 1.0)).quantize(_SHARE)
        seconds = time.monotonic() - self.began
        return Result(best, self.rules, bound, gap, proven, seconds, self.stopped)

    def _refuse(self) -> None:
        """Say on which day how much is missing so that nothing would be late.

        Raises:
            ProblemError: always.
        """
        model = Model(self.debts, self.stretches, self.slips, short=True)
        solved: Solved = model.programme.solve(max(self.until - time.monotonic(), 1.0))
        amounts = self.stretches.short(self.debts)
        missing = next(((place, amount) for place, amount in enumerate(amounts) if amount > 0), (0, ZERO))
        if solved.values:
            lent = [(place, solved.values[column]) for place, column in enumerate(model.short)]
            found = next(((place, amount) for place, amount in lent if amount > _HALF_FEN), None)
            if found is not None:
                missing = (found[0], round_to(Decimal(found[1])))
        day = _last_due(self.debts, self.stretches, missing[0])
        text = translate("Payoff", "要一天都不晚，钱不够：到 {day}还差 {amount} 元。")
        raise ProblemError("money", text.format(day=long_date(day), amount=grouped(missing[1])))


def _worth(outcome: Outcome) -> tuple[Decimal, Decimal]:
    return outcome.unpaid, outcome.cost


def on_time(outcome: Outcome) -> bool:
    """Tell whether nothing that falls due in a plan is late; what was late before it began does not count."""
    return not outcome.unpaid and all(not late.number for late in outcome.late)


def _last_due(debts: Sequence[RealDebt], stretches: Stretches, stretch: int) -> date:
    """Return the last day of a stretch on which something falls due."""
    days = [row.due_date for debt in debts for row in debt.rows if stretches.of(row.due_date) == stretch]
    return max(days, default=stretches.starts[stretch])


def _aimed(walk: Walk) -> tuple[str, ...]:
    """Return the loans in the order in which money first goes early to them; the others after them, as given."""
    early = list(dict.fromkeys(paid.key for paid in walk.log if paid.early))
    return (*early, *(debt.key for debt in walk.debts if debt.key not in early))
