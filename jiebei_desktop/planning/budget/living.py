"""What a household has in an average month, for letters and comparisons."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ZERO, round_to
from jiebei_desktop.planning.budget.household import MONTHS_A_YEAR, EntryKind
from jiebei_desktop.planning.budget.occurrences import flows
from jiebei_desktop.planning.document import Plan


def usual_income(plan: Plan, today: date) -> Decimal | None:
    """Return what comes in in a month, in yuan: what a letter says where the user said it, else by the budget."""
    return _average(plan, today, EntryKind.INCOME) if plan.relief.income is None else plan.relief.income


def usual_spending(plan: Plan, today: date) -> Decimal | None:
    """Return what living takes in a month, in yuan, as `usual_income`."""
    return _average(plan, today, EntryKind.SPENDING) if plan.relief.spending is None else plan.relief.spending


def _average(plan: Plan, today: date, kind: EntryKind) -> Decimal | None:
    """Return the average of the next twelve months; None where the budget has nothing of the kind."""
    if not any(entry.kind is kind for entry in plan.budget.entries):
        return None
    moved = flows(plan.budget, today + timedelta(days=1), add_months(today, MONTHS_A_YEAR))
    total = sum((flow.amount for flow in moved if flow.entry.kind is kind), ZERO)
    return round_to(abs(total) / MONTHS_A_YEAR)
