"""The kind `payoff`: which debt first, month by month out of one budget."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jiebei_desktop.calc.asking import RATE_PLACES, Rules
from jiebei_desktop.money import plain, round_to
from jiebei_desktop.planning.payoff.asked import answer, read_asked

_SHARE = Decimal(1).scaleb(-RATE_PLACES)


def answer_payoff(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with what each debt gets in each month, and for the optimum with what is proven of it."""
    del rules
    asked = read_asked({name: value for name, value in request.items() if name not in {"id", "kind"}})
    found = answer(asked)
    plan = found.plan
    written: dict[str, Any] = {
        "months": plan.months,
        "total_interest": plain(plan.total_interest),
        "order": [asked.debts[place].name for place in plan.order],
        "allocation": [[plain(amount) for amount in month] for month in plan.allocation],
        "cleared": list(plan.cleared),
    }
    if found.bound is not None and found.gap is not None:
        written["lower_bound"] = plain(found.bound)
        written["gap"] = plain(round_to(found.gap, step=_SHARE), 0)
    return written
