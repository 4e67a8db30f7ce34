"""Many possible futures of a budget side by side, by exactly the rules of the cash line.

Money that comes in on a day is there first, spending never waits, and a repayment is paid whole on its day if there is
enough; else it waits for a day on which money comes in and suffices, the oldest first, with what the overdue engine
says that it costs by then. Everything is whole fen in 64 bits, a place of an array for each path.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from jiebei_desktop.planning.budget.payables import Late, Payable
from jiebei_desktop.planning.stress.draws import Draws, Fen, varied_all
from jiebei_desktop.planning.stress.program import COST_COLUMN, JOB_COLUMN, Program, Step, Stretch, fen

Where = npt.NDArray[np.int64]
NEVER: Final = -1
"""In the place of a number of days or a payable: not paid by the end, or none."""
_FIRST_FEW: Final = 30
"""Days on which money comes in whose cost is worked out at once: the replay up to the due date takes the longest."""
_MOST_COST: Final = 10**15


class Costs:
    """What being late costs, in fen: asked of the engine for what really is late, on days on which it can be paid."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Payable, dict[int, int]]] = {}

    def __call__(self, laid: Program, number: int, days: int) -> int:
        """Return what it costs to pay a payable of a program so many days late."""
        payable = laid.basis.payables[number]
        _, known = self._known.setdefault(id(payable.late), (payable, {}))
        if days not in known:
            begin = bisect_left(laid.comes, laid.places[number] + 1)
            ahead = [place - laid.places[number] for place in laid.comes[begin:]]
            wanted = sorted({*(ahead if known else ahead[:_FIRST_FEW]), days})
            late = payable.late
            found = late.on(wanted) if isinstance(late, Late) else [late(each) for each in wanted]
            known.update(zip(wanted, (min(fen(each), _MOST_COST) for each in found), strict=True))
        return known[days]


class Futures(NamedTuple):
    """What became of some paths in a row; arrays by path, the first index of those with two is the stretch.

    Attributes:
        ends: what there is at the end of each stretch when repayments wait for money, in fen; it can be below zero.
        lows: the least that there is at the end of a day of each stretch.
        straight: the same when every repayment is paid on its day whatever there is.
        late: for each payable that is late in some path, by how many days it was paid late; `NEVER` for not at all.
        late_in: in how many paths something of each stretch is late.
        cost: what being late costs of what falls due from today on, in fen; `cost_before` of what fell due before.
        first: the first payable from today on that is late, or `NEVER`.
    """

    ends: Fen
    lows: Fen
    straight: Fen
    late: dict[int, Where]
    late_in: tuple[int, ...]
    cost: Fen
    cost_before: Fen
    first: Where


def futures(laid: Program, first: int, count: int, costs: Costs) -> Futures:
    """Let some paths go by: `count` of them from the path `first` on."""
    run = _Run(laid, Draws(laid.chance.seed, first, count), costs)
    for place, stretch in enumerate(laid.stretches):
        run.stretch(place, stretch)
    return run.done()


class _Run:
    """Some paths while their days go by."""

    def __init__(self, laid: Program, draws: Draws, costs: Costs) -> None:
        count, size = draws.count, len(laid.stretches)
        self._laid, self._draws, self._costs = laid, draws, costs
        self._held = np.full(count, laid.opening, np.int64)
        self._gap: Fen | None = None  # by how much more there is than if all had been paid on its day
        self._waiting: dict[int, Where] = {}
        self._late: dict[int, Where] = {}
        self._late_now = np.zeros(count, np.bool_)
        self._late_in = [0] * size
        self._cost, self._cost_before = np.zeros(count, np.int64), np.zeros(count, np.int64)
        self._first = np.full(count, NEVER, np.int64)
        self._ends = np.empty((size, count), np.int64)
        self._lows, self._straight = np.empty_like(self._ends), np.empty_like(self._ends)
        self._idle = np.zeros(count, np.int64)  # the months without income that are still to come
        self._work = np.empty(count, np.int64)
        self._place = 0

    def stretch(self, place: int, stretch: Stretch) -> None:
        """Let one stretch go by."""
        self._place = place
        self._late_now[:] = False
        amounts = self._amounts(stretch)
        lows, straight = self._lows[place], self._straight[place]
        fresh = True
        for step in stretch.steps:
            comes = self._move(step, stretch, amounts)
            if comes is not False and self._waiting:
                self._pay_waiting(step.place, None if comes is True else comes)
            for number in step.due:
                self._fall_due(number)
            if fresh:
                lows[:] = self._held
                straight[:] = self._held if self._gap is None else self._held - self._gap
                fresh = False
                continue
            np.minimum(lows, self._held, out=lows)
            if self._gap is None:
                np.minimum(straight, self._held, out=straight)
            else:
                np.minimum(straight, np.subtract(self._held, self._gap, out=self._work), out=straight)
        self._ends[place] = self._held
        self._late_in[place] = int(np.count_nonzero(self._late_now))

    def done(self) -> Futures:
        """Count what was never paid, and return what became of the paths."""
        for number, paths in self._waiting.items():
            cost = self._costs(self._laid, number, self._laid.last - self._laid.places[number])
            self._late[number][paths] = NEVER
            self._charged(number)[paths] += cost
        return Futures(
            self._ends,
            self._lows,
            self._straight,
            self._late,
            tuple(self._late_in),
            self._cost,
            self._cost_before,
            self._first,
        )

    def _amounts(self, stretch: Stretch) -> list[Fen]:
        """Return what each amount of a stretch comes to in each path."""
        if stretch.number is None:
            return []
        chance, number = self._laid.chance, stretch.number
        working = None
        if chance.job_loss:
            lost = self._draws.happens(number, JOB_COLUMN, chance.job_loss)
            self._idle[lost & (self._idle == 0)] = chance.job_loss_months
            working = self._idle == 0
            self._idle[~working] -= 1
        factors: dict[int, Fen] = {}
        found = []
        for amount in stretch.amounts:
            if amount.spread:
                if amount.column not in factors:
                    shape = chance.shape
                    factors[amount.column] = self._draws.factors(number, amount.column, amount.spread, shape)
                each = varied_all(amount.fen, factors[amount.column])
            else:
                each = np.full(self._draws.count, amount.fen, np.int64)
            if amount.earned and working is not None:
                each *= working
            found.append(each)
        return found

    def _move(self, step: Step, stretch: Stretch, amounts: list[Fen]) -> npt.NDArray[np.bool_] | bool:
        """Let what comes in and goes out on a day do so; return in which paths something came in."""
        held, work = self._held, self._work
        comes: npt.NDArray[np.bool_] | bool = step.certain
        if step.comes and not step.certain:
            comes = np.zeros(self._draws.count, np.bool_)
        for slot, times in step.income:
            held += amounts[slot] if times == 1 else np.multiply(amounts[slot], times, out=work)
            if comes is not True:
                comes |= amounts[slot] > 0
        for slot, times in step.spending:
            held -= amounts[slot] if times == 1 else np.multiply(amounts[slot], times, out=work)
        if step.fixed:
            held += step.fixed
        if step.cost and stretch.number is not None:
            chance = self._laid.chance
            hit = self._draws.happens(stretch.number, COST_COLUMN, chance.cost_chance)
            np.subtract(held, fen(chance.cost), out=held, where=hit)
        return comes

    def _fall_due(self, number: int) -> None:
        """Pay what falls due where there is enough; elsewhere it waits."""
        held, amount = self._held, self._laid.due[number]
        if held.min() >= amount:
            held -= amount
            return
        able = held >= amount
        np.subtract(held, amount, out=held, where=able)
        paths = np.flatnonzero(~able)
        if self._gap is None:
            self._gap = np.zeros_like(held)
        self._gap[paths] += amount
        self._waiting[number] = paths
        self._late[number] = np.zeros(self._draws.count, np.int64)
        if self._counts(number):
            self._late_now[paths] = True
            self._first[paths[self._first[paths] == NEVER]] = number

    def _pay_waiting(self, place: int, comes: npt.NDArray[np.bool_] | None) -> None:
        """Pay what waits, the oldest first, where money came in and suffices."""
        held, gap = self._held, self._gap
        assert gap is not None  # noqa: S101 - something waits
        for number, paths in list(self._waiting.items()):
            amount, there = self._laid.due[number], held[paths]
            if there.max() < amount:  # the engine need not say what it costs by now
                continue
            days = place - self._laid.places[number]
            cost = self._costs(self._laid, number, days)
            total = amount + cost
            able = there >= total
            if comes is not None:
                able &= comes[paths]
            paid = paths[able]
            if not paid.size:
                continue
            held[paid] -= total
            gap[paid] -= total
            self._late[number][paid] = days
            self._charged(number)[paid] += cost
            if paid.size == paths.size:
                del self._waiting[number]
            else:
                self._waiting[number] = paths[~able]

    def _counts(self, number: int) -> bool:
        """Tell whether a payable falls due from today on; what was before cannot be changed."""
        return self._laid.stretches[self._laid.stretch_of[number]].number is not None

    def _charged(self, number: int) -> Fen:
        return self._cost if self._counts(number) else self._cost_before
