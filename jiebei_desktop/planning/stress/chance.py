"""How likely it is to be late: many possible futures counted, and what cash there is in them month by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

import numpy as np

from jiebei_desktop.money import FEN, HUNDRED, ZERO, round_to
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.budget.payables import Payable
from jiebei_desktop.planning.stress.draws import Fen
from jiebei_desktop.planning.stress.futures import NEVER, Costs, Futures, futures
from jiebei_desktop.planning.stress.program import Program, program
from jiebei_desktop.planning.stress.settings import Stress

LEVELS: Final = (5, 25, 50, 75, 95)
"""Percent of the futures that are at or below each of the quantiles."""
AT_A_TIME: Final = 5_000
"""Paths whose arrays stay in the processor's own memory."""
CHANCE_STEP: Final = Decimal("0.000001")

Progress = Callable[[float], bool]
"""Hears which share is done; gives False to stop."""
Quantiles = tuple[Decimal, ...]
"""In yuan, as `LEVELS`: the least amount that so many percent of the futures do not exceed."""


class ChanceMonth(NamedTuple):
    """One calendar month of the many futures; the first and the last may be parts of one.

    Attributes:
        ends: quantiles of what there is at its end, when repayments wait until there is money.
        lows: quantiles of what there is on its worst day, when repayments wait until there is money.
        straight: the same when every repayment is paid on its day; below zero by what is missing.
        late: the share of the futures in which something that falls due in it is late.
    """

    first: date
    last: date
    ends: Quantiles
    lows: Quantiles
    straight: Quantiles
    late: Decimal


class FirstLate(NamedTuple):
    """The payable that is most often the first to be late.

    Attributes:
        paths: in how many futures it is.
        share: of those futures in which anything is late.
    """

    payable: Payable
    paths: int
    share: Decimal


class Chances(NamedTuple):
    """What many possible futures come to, from today on.

    Attributes:
        paths: how many.
        late_paths: in how many of them at least one payment is late.
        expected: what being late costs on average over all of them, in yuan, to the fen.
        worst: what it costs at most in 95 % of them.
        first: what breaks first; None where nothing is ever late.
        lowest: quantiles of the least that there is on any day, every repayment paid on its day.
    """

    paths: int
    seed: int
    months: tuple[ChanceMonth, ...]
    late_paths: int
    expected: Decimal
    worst: Decimal
    first: FirstLate | None
    lowest: Quantiles

    @property
    def late(self) -> Decimal:
        """Return the chance that at least one payment is late, as a share."""
        return _share(self.late_paths, self.paths)

    @property
    def error(self) -> Decimal:
        """Return the standard error of that chance: with another seed two in three results are as near as that.

        Nothing where all futures agree, which proves nothing beyond `unseen`.
        """
        share = Decimal(self.late_paths) / self.paths
        return ((share * (1 - share)) / self.paths).sqrt().quantize(CHANCE_STEP)

    @property
    def unseen(self) -> Decimal:
        """Return how likely at most, at 95 %, something is that turned up in none of the futures: three in so many."""
        return _share(3, self.paths)

    @property
    def median_lowest(self) -> Decimal:
        """Return the middle one of the least amounts that there are on any day, in yuan."""
        return self.lowest[LEVELS.index(50)]


def run(base: Basis, stress: Stress, progress: Progress | None = None, costs: Costs | None = None) -> Chances | None:
    """Return what many possible futures of a basis come to; None where `progress` stopped it.

    Args:
        base: what the months ahead are worked out from, shocks and all.
        stress: how futures are drawn.
        progress: called after every few thousand paths.
        costs: what is known already of what being late costs.

    Raises:
        ProblemError: as `program` does.
    """
    laid = program(base, stress)
    known = costs or Costs()
    count = stress.chance.paths
    sums = _Sums(laid, count)
    for first in range(0, count, AT_A_TIME):
        some = min(AT_A_TIME, count - first)
        sums.add(futures(laid, first, some, known), first)
        if progress is not None and not progress((first + some) / count):
            return None
    return sums.chances()


class _Sums:
    """Gathers what became of the paths."""

    def __init__(self, laid: Program, count: int) -> None:
        self._laid, self._count = laid, count
        self._seen = [place for place, stretch in enumerate(laid.stretches) if stretch.number is not None]
        shape = (len(self._seen), count)
        self._ends, self._lows, self._straight = (np.empty(shape, np.int64) for _ in range(3))
        self._late_in = [0] * len(laid.stretches)
        self._cost = np.empty(count, np.int64)
        self._first = np.empty(count, np.int64)

    def add(self, found: Futures, first: int) -> None:
        """Take some paths in."""
        paths = slice(first, first + found.cost.size)
        for place, stretch in enumerate(self._seen):
            self._ends[place, paths] = found.ends[stretch]
            self._lows[place, paths] = found.lows[stretch]
            self._straight[place, paths] = found.straight[stretch]
        self._late_in = [old + new for old, new in zip(self._late_in, found.late_in, strict=True)]
        self._cost[paths] = found.cost
        self._first[paths] = found.first

    def chances(self) -> Chances:
        """Return what all of them come to."""
        months = []
        for place, number in enumerate(self._seen):
            stretch = self._laid.stretches[number]
            months.append(
                ChanceMonth(
                    first=stretch.first,
                    last=stretch.last,
                    ends=_quantiles(self._ends[place]),
                    lows=_quantiles(self._lows[place]),
                    straight=_quantiles(self._straight[place]),
                    late=_share(self._late_in[number], self._count),
                )
            )
        late_paths = int(np.count_nonzero(self._first != NEVER))
        total = int(self._cost.sum())
        return Chances(
            paths=self._count,
            seed=self._laid.chance.seed,
            months=tuple(months),
            late_paths=late_paths,
            expected=round_to(Decimal(total) / self._count / HUNDRED),
            worst=_quantiles(self._cost, (95,))[0],
            first=self._breaks(late_paths),
            lowest=_quantiles(self._straight.min(axis=0)) if months else (ZERO,) * len(LEVELS),
        )

    def _breaks(self, late_paths: int) -> FirstLate | None:
        if not late_paths:
            return None
        counted = np.bincount(self._first[self._first != NEVER])
        number = int(counted.argmax())
        paths = int(counted[number])
        return FirstLate(self._laid.basis.payables[number], paths, _share(paths, late_paths))


def _share(part: int, whole: int) -> Decimal:
    return (Decimal(part) / whole).quantize(CHANCE_STEP)


def _quantiles(values: Fen, levels: Sequence[int] = LEVELS) -> Quantiles:
    """Return the values at or below which so many percent are, by rank: no value in between is made up."""
    ranks = [(level * values.size + 99) // 100 - 1 for level in levels]
    ordered = np.sort(values)
    return tuple((int(ordered[rank]) / HUNDRED).quantize(FEN) for rank in ranks)
