"""Care after the loan: the plan against what there really was, and what would bring it back."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ZERO, RoundingMode, round_to
from jiebei_desktop.planning.budget.cash import CashLine, cash_line
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.budget.household import Balance
from jiebei_desktop.planning.budget.occurrences import flows
from jiebei_desktop.planning.budget.payables import plan_payables
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import RuleBook

_WHOLE = Decimal(1)
DRIFT_MONTHS = 3
"""Records over which a drift is judged."""


class Checked(NamedTuple):
    """One day on which the user looked up what there was, in yuan.

    Attributes:
        planned: what the plan that began at the record before had for that day.
        drift: since the record before; below zero where there is less than planned.
    """

    day: date
    planned: Decimal
    real: Decimal

    @property
    def drift(self) -> Decimal:
        """Return by how much it came out other than planned since the record before."""
        return self.real - self.planned


class WayBack(NamedTuple):
    """What would keep the line above the cushion.

    Attributes:
        monthly: how much more has to be left each month, whole yuan.
        until: the day by which the last of it is needed.
        at_once: what is missing before the first month is over, in yuan, so that no month can bring it.
    """

    monthly: Decimal
    until: date
    at_once: Decimal


def checks(plan: Plan, rules: RuleBook, today: date) -> list[Checked]:
    """Return every record of what there was up to today against what was planned, by day.

    Each stretch from one record to the next is planned anew from the record before, so that one bad month counts once.
    """
    budget = plan.budget
    if budget.as_of is None:
        return []
    day = budget.as_of
    amount = budget.held
    found = []
    for record in sorted(budget.balances, key=lambda each: each.day):
        if not day < record.day <= today:
            continue
        found.append(Checked(record.day, _planned(plan, rules, day, amount, record.day), record.amount))
        day, amount = record.day, record.amount
    return found


def _planned(plan: Plan, rules: RuleBook, since: date, amount: Decimal, until: date) -> Decimal:
    first = since + timedelta(days=1)
    due = plan_payables(plan, rules, since, until).payables
    line = cash_line(amount, flows(plan.budget, first, until), due, first, until)
    return line.kept[-1]


def with_record(plan: Plan, day: date, amount: Decimal) -> Plan:
    """Return the plan with what there really was on a day; a record of that day is replaced."""
    others = [each for each in plan.budget.balances if each.day != day]
    records = tuple(sorted([*others, Balance(day=day, amount=amount)], key=lambda each: each.day))
    return _with(plan, records)


def without_record(plan: Plan, day: date) -> Plan:
    """Return the plan without the record of a day."""
    return _with(plan, tuple(each for each in plan.budget.balances if each.day != day))


def _with(plan: Plan, records: tuple[Balance, ...]) -> Plan:
    return with_budget(plan, plan.budget.model_copy(update={"balances": records}))


def monthly_drift(found: Sequence[Checked], since: date | None) -> Decimal | None:
    """Return by how much an average month of the last records came out other than planned, in whole yuan."""
    last = found[-DRIFT_MONTHS:]
    if not last or since is None:
        return None
    before = [each.day for each in found[: len(found) - len(last)]]
    begin = before[-1] if before else since
    days = (last[-1].day - begin).days
    return round_to(sum((each.drift for each in last), ZERO) * 30 / max(days, 30), step=_WHOLE)


def way_back(line: CashLine, cushion: Decimal, today: date) -> WayBack | None:
    """Return what keeps a cash line above the cushion, or None where it is anyway.

    Each full month from today brings the same more, so a day k months on has k times as much.
    """
    at_once = ZERO
    later: list[tuple[date, Decimal, int]] = []
    months, turn = 0, add_months(today, 1)
    for place, held in enumerate(line.on_time):
        day = line.day(place)
        while day >= turn:
            months += 1
            turn = add_months(today, months + 1)
        missing = cushion - held
        if missing <= 0 or day < today:
            continue
        if not months:
            at_once = max(at_once, missing)
        elif missing > at_once:
            later.append((day, missing - at_once, months))
    if not later:
        return WayBack(ZERO, today, at_once) if at_once else None
    monthly = round_to(max(missing / months for _, missing, months in later), RoundingMode.UP, _WHOLE)
    times = {day: math.ceil(missing / monthly) for day, missing, _ in later}
    return WayBack(monthly, max(times, key=times.__getitem__), at_once)
