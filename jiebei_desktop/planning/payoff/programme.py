"""A linear programme, put together column by column and row by row, and solved by HiGHS. Floats, and only here.

HiGHS and numpy are loaded when something is solved.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

INFINITE = math.inf
_CLOSE_ENOUGH = 0.004
"""Yuan between the best and the bound at which a search ends."""


class Progress(NamedTuple):
    """How far the solver has come.

    Attributes:
        seconds: since it began.
        best: what the best plan so far costs in the model, None as long as there is none.
        bound: what no plan can cost less than, None as long as nothing is proven.
    """

    seconds: float
    best: float | None
    bound: float | None


class Solved(NamedTuple):
    """What HiGHS found.

    Attributes:
        values: of the columns; empty where there is no solution.
        bound: below which no solution lies.
        infeasible: whether it is proven that there is no solution.
    """

    values: Sequence[float]
    bound: float
    infeasible: bool


@dataclass(slots=True)
class Programme:
    """Columns with a cost and bounds, rows with bounds; the objective is the least cost."""

    costs: list[float] = field(default_factory=list)
    lows: list[float] = field(default_factory=list)
    highs: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    row_lows: list[float] = field(default_factory=list)
    row_highs: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    factors: list[float] = field(default_factory=list)
    offset: float = 0.0

    def column(self, cost: float, low: float = 0.0, high: float = INFINITE, *, whole: bool = False) -> int:
        """Add a column and return its place."""
        self.costs.append(cost)
        self.lows.append(low)
        self.highs.append(high)
        self.whole.append(whole)
        return len(self.costs) - 1

    def binary(self) -> int:
        """Add a column that is 0 or 1 and return its place."""
        return self.column(0.0, 0.0, 1.0, whole=True)

    def row(self, terms: Mapping[int, float], low: float = -INFINITE, high: float = INFINITE) -> int:
        """Add a row and return its place."""
        self.starts.append(len(self.places))
        for place, factor in terms.items():
            if factor:
                self.places.append(place)
                self.factors.append(factor)
        self.row_lows.append(low)
        self.row_highs.append(high)
        return len(self.row_lows) - 1

    def solve(
        self,
        seconds: float,
        progress: Callable[[Progress], bool] | None = None,
        begin: Mapping[int, float] | None = None,
    ) -> Solved:
        """Return the least cost found within some seconds, and what is proven of it.

        Args:
            seconds: after which the best so far is returned.
            progress: called now and then; where it returns False the search ends.
            begin: some columns of a solution to begin with.
        """
        import highspy  # noqa: PLC0415 - only where something is solved
        import numpy  # noqa: PLC0415 - loaded with it

        highs = self._passed(highspy, numpy)
        highs.setOptionValue("time_limit", max(seconds, 0.01))
        highs.setOptionValue("mip_abs_gap", _CLOSE_ENOUGH)
        highs.setOptionValue("mip_rel_gap", 0.0)
        if begin:
            highs.setSolution(len(begin), numpy.array([*begin]), numpy.array([*begin.values()]))
        if progress is not None and any(self.whole):
            _listen(highspy, highs, progress)
        highs.run()
        status = highs.getModelStatus()
        info = highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        values = list(highs.getSolution().col_value) if found else []
        value = info.objective_function_value if found else INFINITE
        proven = value if status == highspy.HighsModelStatus.kOptimal else -INFINITE
        bound = info.mip_dual_bound if any(self.whole) else proven
        return Solved(values, bound, status == highspy.HighsModelStatus.kInfeasible)

    def relaxed(self) -> tuple[NDArray[Any], float]:
        """Return the multipliers of the rows of the programme without whole columns, and the bound that they prove.

        By weak duality any multipliers prove a bound, so that this one holds whatever the solver's tolerance; every
        column needs bounds on both sides for it.
        """
        import highspy  # noqa: PLC0415 - only where something is solved
        import numpy  # noqa: PLC0415 - loaded with it

        highs = self._passed(highspy, numpy)
        highs.run()
        duals = numpy.array(highs.getSolution().row_dual)
        lows, tops = numpy.array(self.row_lows), numpy.array(self.row_highs)
        duals[numpy.isinf(tops) & (duals < 0)] = 0.0
        duals[numpy.isinf(lows) & (duals > 0)] = 0.0
        side = numpy.where(duals > 0, lows, tops)
        side[duals == 0] = 0.0
        reduced = numpy.array(self.costs)
        row_of = numpy.repeat(numpy.arange(len(self.starts)), numpy.diff([*self.starts, len(self.places)]))
        numpy.subtract.at(reduced, self.places, numpy.array(self.factors) * duals[row_of])
        columns = numpy.minimum(reduced * numpy.array(self.lows), reduced * numpy.array(self.highs))
        return duals, self.offset + math.fsum(duals * side) + math.fsum(columns)

    def _passed(self, highspy: Any, numpy: Any) -> Any:  # noqa: ANN401 - modules without types
        highs = highspy._Highs()  # noqa: SLF001 - the class around it writes to standard output as it is made
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        highs.setOptionValue("random_seed", 0)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.costs), len(self.row_lows)
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = map(numpy.array, (self.costs, self.lows, self.highs))
        lp.row_lower_, lp.row_upper_ = numpy.array(self.row_lows), numpy.array(self.row_highs)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = numpy.array([*self.starts, len(self.places)])
        lp.a_matrix_.index_ = numpy.array(self.places)
        lp.a_matrix_.value_ = numpy.array(self.factors)
        lp.offset_ = self.offset
        if any(self.whole):
            kinds = highspy.HighsVarType
            lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        highs.passModel(lp)
        return highs


def _listen(highspy: Any, highs: Any, progress: Callable[[Progress], bool]) -> None:  # noqa: ANN401 - without types
    """Ask somebody now and then whether the search goes on."""

    def ask(_kind: Any, _text: str, seen: Any, answer: Any, _data: Any) -> None:  # noqa: ANN401 - without types
        best = seen.mip_primal_bound if abs(seen.mip_primal_bound) < _NOTHING_YET else None
        bound = seen.mip_dual_bound if abs(seen.mip_dual_bound) < _NOTHING_YET else None
        if not progress(Progress(seen.running_time, best, bound)):
            answer.user_interrupt = True

    highs.setCallback(ask, None)
    highs.startCallback(highspy.cb.HighsCallbackType.kCallbackMipInterrupt)


_NOTHING_YET = 1e30
