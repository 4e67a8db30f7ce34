"""What could go wrong: each shock turns the basis of an outlook into another one, and several do so in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine.bill import cycle_of
from jiebei_desktop.money import ONE, ZERO, round_to
from jiebei_desktop.planning.budget.household import Entry, EntryKind, Repeat
from jiebei_desktop.planning.budget.occurrences import Flow, counts, opening, times
from jiebei_desktop.planning.budget.outlook import Basis, Month, Outlook
from jiebei_desktop.planning.budget.payables import TRIAL, Owed
from jiebei_desktop.planning.stress.rates import moved_rates
from jiebei_desktop.planning.stress.settings import LimitClosed, Shock, Stress
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_LONGEST_BILL: Final = 3
"""Months before a bill falls due in which what is on it can have been bought."""


class Stressed(NamedTuple):
    """What a shock, or several together, come to.

    Attributes:
        shocks: which; None of them for the plan as it is.
        outlook: the months ahead.
        before: the months ahead without.
    """

    shocks: tuple[Shock, ...]
    basis: Basis
    outlook: Outlook
    before: Outlook

    @property
    def lowest(self) -> tuple[date, Decimal]:
        """Return the day with the least money from today on, everything paid on its day, and that money in yuan."""
        return self.outlook.line.lowest(self.outlook.today)

    @property
    def short(self) -> list[Month]:
        """Return the months in which there is not enough on some day."""
        return self.outlook.short_months

    @property
    def new_short(self) -> list[Month]:
        """Return the months that are short now and were not without it."""
        both = zip(self.outlook.months, self.before.months, strict=True)
        return [month for month, old in both if month.short and not old.short]

    @property
    def late_cost(self) -> Decimal:
        """Return what being late costs in all, in yuan, by the overdue engine."""
        return self.outlook.line.late_cost

    @property
    def extra_late_cost(self) -> Decimal:
        """Return what it costs beyond what being late costs without."""
        return self.late_cost - self.before.line.late_cost


def stressed(base: Basis, stress: Stress, shocks: Collection[Shock], before: Outlook | None = None) -> Stressed:
    """Return what some shocks come to on a basis; `before` is its outlook where it is known already.

    Raises:
        ProblemError: a shock can't be, with its field: `income.entry`.
    """
    after = shocked(base, stress, shocks)
    known = before or base.outlook()
    in_turn = tuple(shock for shock in _HOW if shock in shocks)
    return Stressed(in_turn, after, after.outlook() if in_turn else known, known)


def shocked(base: Basis, stress: Stress, shocks: Collection[Shock]) -> Basis:
    """Return a basis after some shocks; raises as `stressed` does."""
    for shock, how in _HOW.items():
        if shock in shocks:
            base = how(base, stress)
    return base


# --- each shock -------------------------------------------------------------------------------------------------------


def _income(base: Basis, stress: Stress) -> Basis:
    fall = stress.income
    if fall.entry and (found := base.budget.entry(fall.entry)) is None:
        raise ProblemError("income.entry", translate("Stress", "没有这一项收入"))
    if fall.entry and found is not None and found.kind is not EntryKind.INCOME:
        raise ProblemError("income.entry", translate("Stress", "这一项不是收入"))
    first, last = span(base, fall.begin, fall.months)
    left = ONE - fall.share

    def changed(flow: Flow) -> Flow:
        hit = flow.entry.kind is EntryKind.INCOME and (not fall.entry or flow.entry.id == fall.entry)
        return flow._replace(amount=round_to(flow.amount * left)) if hit and first <= flow.day <= last else flow

    return with_flows(base, (changed(flow) for flow in base.flows))


def _job(base: Basis, stress: Stress) -> Basis:
    lost = frozenset(earners(base, stress))
    if not lost:
        raise ProblemError("earners", translate("Stress", "预算里还没有收入，没有可停的"))
    first, last = span(base, stress.job.begin, stress.job.months)
    return with_flows(base, (flow for flow in base.flows if flow.entry.id not in lost or not first <= flow.day <= last))


def _cost(base: Basis, stress: Stress) -> Basis:
    cost = stress.cost
    day = max(cost.day or add_months(base.today, 1), tomorrow(base))
    if day > base.last:
        raise ProblemError("cost.day", translate("Stress", "这一天在看得到的月份之后"))
    entry = Entry(
        id=f"stress-{Shock.COST.value}",
        name=translate("Stress", "一笔突然的开销"),
        kind=EntryKind.SPENDING,
        amount=cost.amount,
        repeat=Repeat.ONCE,
        start=day,
    )
    return with_flows(base, (*base.flows, Flow(day, -cost.amount, entry)))


def _rate(base: Basis, stress: Stress) -> Basis:
    move = stress.rate
    payables = moved_rates(base, max(move.day or base.today, base.today), move.points)
    return base._replace(payables=payables)


def _limit(base: Basis, stress: Stress) -> Basis:
    closed = stress.limit
    day = max(closed.day or base.today, base.today)
    base = base._replace(payables=tuple(each for each in base.payables if not _refused(each.owed, day, closed)))
    return bought_in_cash(base, day) if closed.brand is Brand.HUABEI else base


def _refused(owed: Owed, day: date, closed: LimitClosed) -> bool:
    """Tell whether something would be borrowed from the lender after it has closed."""
    return owed.key == f"{TRIAL}{closed.brand}" and owed.terms.start_date >= day


_HOW = {Shock.RATE: _rate, Shock.LIMIT: _limit, Shock.INCOME: _income, Shock.JOB: _job, Shock.COST: _cost}


# --- what shocks and remedies share -----------------------------------------------------------------------------------


def tomorrow(base: Basis) -> date:
    """Return the first day that can still be changed: what moves today is in today's balance."""
    return base.today + timedelta(days=1)


def span(base: Basis, begin: int, months: int) -> tuple[date, date]:
    """Return the first and the last day of some calendar months, from tomorrow at the earliest."""
    first = add_months(base.today.replace(day=1), begin)
    return max(first, tomorrow(base)), add_months(first, months) - timedelta(days=1)


def earners(base: Basis, stress: Stress) -> tuple[str, ...]:
    """Return the ids of the incomes that stop when a job is gone: those chosen, else the one that brings most.

    Raises:
        ProblemError: one that was chosen is no income of the budget.
    """
    for place, chosen in enumerate(stress.earners):
        entry = base.budget.entry(chosen)
        if entry is None or entry.kind is not EntryKind.INCOME:
            raise ProblemError(f"earners.{place}", translate("Stress", "没有这一项收入"))
    if stress.earners:
        return stress.earners
    brought: dict[str, Decimal] = {}
    for flow in base.flows:
        if flow.entry.kind is EntryKind.INCOME and flow.day > base.today:
            brought[flow.entry.id] = brought.get(flow.entry.id, ZERO) + flow.amount
    return (max(brought, key=brought.__getitem__),) if brought else ()


def with_flows(base: Basis, found: Iterable[Flow]) -> Basis:
    """Return a basis with other flows, in the order that a cash line asks for; those of nothing are left out."""
    kept = [flow for flow in found if flow.amount]
    kept.sort(key=lambda flow: (flow.day, flow.amount < 0))
    return base._replace(flows=tuple(kept))


def on_bills(base: Basis) -> Counter[tuple[str, date, Decimal]]:
    """Return what was bought with 花呗 up to today and still falls due, by entry, day and what moves then in yuan."""
    found: Counter[tuple[str, date, Decimal]] = Counter()
    for entry, bought, due, amount in _purchases(base):
        if bought <= base.today:
            found[entry.id, due, -amount] += 1
    return found


def split_bought(base: Basis) -> tuple[list[Flow], list[Flow]]:
    """Return the flows of purchases with 花呗 from tomorrow on, and all others."""
    past = on_bills(base)
    new, others = [], []
    for flow in base.flows:
        key = (flow.entry.id, flow.day, flow.amount)
        if not flow.entry.by_huabei or flow.entry.kind is not EntryKind.SPENDING:
            others.append(flow)
        elif past[key]:
            past[key] -= 1
            others.append(flow)
        else:
            new.append(flow)
    return new, others


def bought_in_cash(base: Basis, day: date) -> Basis:
    """Return a basis in which what would be bought with 花呗 from a day on is paid in cash when it is bought."""
    _, others = split_bought(base)
    first = max(tomorrow(base), day)
    for entry, bought, due, amount in _purchases(base):
        moves = due if bought < first else bought
        if tomorrow(base) <= bought and moves <= base.last:
            others.append(Flow(moves, -amount, entry))
    return with_flows(base, others)


def _purchases(base: Basis) -> list[tuple[Entry, date, date, Decimal]]:
    """Return what is bought with 花呗: the entry, when, when its bill falls due, for how many yuan."""
    budget = base.budget
    after = opening(budget, base.today)[0] + timedelta(days=1)
    entries: Sequence[Entry] = [
        each
        for each in budget.entries
        if each.by_huabei and each.kind is EntryKind.SPENDING and counts(budget, each.account)
    ]
    found = []
    for entry in entries:
        for bought, amount in times(entry, add_months(after, -_LONGEST_BILL), base.last):
            due = cycle_of(bought, budget.statement_day, budget.due_day).due
            if due >= after and min(due, bought) <= base.last:
                found.append((entry, bought, due, amount))
    return found
