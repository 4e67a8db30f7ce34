"""The stress test of a plan: each shock by itself, those that are chosen together, and the many futures after them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import Basis, Outlook, basis
from jiebei_desktop.planning.document import Plan, Relief
from jiebei_desktop.planning.stress.chance import Chances, run
from jiebei_desktop.planning.stress.futures import Costs
from jiebei_desktop.planning.stress.remedies import Remedied, remedied
from jiebei_desktop.planning.stress.scenarios import Stressed, stressed
from jiebei_desktop.planning.stress.settings import Shock, Stress
from jiebei_desktop.products import RuleBook
from jiebei_desktop.values import ProblemError

_FIRST = 0.15
"""The share of the work that doing nothing takes; the remedies are the rest."""


class Tested(NamedTuple):
    """What is tested.

    Attributes:
        alone: each shock by itself, or why it can't be.
        together: those that are chosen, together; the plan as it is where none can be.
    """

    base: Basis
    before: Outlook
    stress: Stress
    relief: Relief
    alone: dict[Shock, Stressed | str]
    together: Stressed


def stress_tested(plan: Plan, rules: RuleBook, today: date, memory: Memory | None = None) -> Tested:
    """Return what shocks do to the months ahead."""
    base, stress = basis(plan, rules, today, memory=memory), plan.stress
    before = base.outlook()
    alone: dict[Shock, Stressed | str] = {}
    for shock in Shock:
        try:
            alone[shock] = stressed(base, stress, (shock,), before)
        except ProblemError as error:
            alone[shock] = error.problem.message
    able = tuple(shock for shock in stress.chosen if isinstance(alone[shock], Stressed))
    return Tested(base, before, stress, plan.relief, alone, stressed(base, stress, able, before))


class Drawn(NamedTuple):
    """The many futures, and once they are there the remedies on the same ones."""

    chances: Chances
    remedies: tuple[Remedied, ...] = ()


def drawn(test: Tested, rules: RuleBook, tell: Callable[[object], bool]) -> Drawn | None:
    """Return the many futures of a test; `tell` hears the share that is done, and once a `Drawn` without remedies.

    None where `tell` stopped it before there was anything.
    """
    base, stress = test.together.basis, test.stress
    costs = Costs()
    chances = run(base, stress, lambda share: tell(share * _FIRST), costs)
    if chances is None:
        return None
    first = Drawn(chances)
    if not tell(first):
        return first

    def rest(share: float) -> bool:
        return tell(_FIRST + share * (1 - _FIRST))

    found = remedied(base, stress, test.relief, rules, chances, rest, costs)
    return first if found is None else Drawn(chances, found)
