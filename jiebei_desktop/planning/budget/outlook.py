"""The months ahead: what comes in, what living takes, what repayments take, and where there is not enough."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.cash import CashLine, Paid, cash_line, moves_of
from jiebei_desktop.planning.budget.household import Budget, EntryKind
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.occurrences import Flow, flows, opening
from jiebei_desktop.planning.budget.payables import Payable, PlanPayables, in_order, plan_payables
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.values import Problem

MONTHS: Final = 24
"""How far a budget looks ahead."""


class Band(StrEnum):
    """How much of a month's income goes to debt."""

    FINE = "fine"
    TIGHT = "tight"
    HEAVY = "heavy"
    NO_INCOME = "no_income"
    PART = "part"


class Month(NamedTuple):
    """One calendar month of the outlook, in yuan; the first and the last may be parts of one.

    Attributes:
        dues: what repayments fall due by the brand that asks for them.
        share: of the month's income that goes to debt; None where nothing comes in, and of a part of a month.
        lowest: the least that there is at the end of a day, everything paid on its day.
        short: what is missing on the worst day.
        late: what that falls due in it can't be paid on its day.
    """

    first: date
    last: date
    income: Decimal
    spending: Decimal
    saving: Decimal
    dues: dict[Brand, Decimal]
    share: Decimal | None
    band: Band
    lowest_day: date
    lowest: Decimal
    late: tuple[Paid, ...]

    @property
    def debt(self) -> Decimal:
        """Return all repayments of the month."""
        return sum(self.dues.values(), ZERO)

    @property
    def short(self) -> Decimal:
        """Return what is missing on the worst day; nothing where there is enough."""
        return max(-self.lowest, ZERO)

    @property
    def late_cost(self) -> Decimal:
        """Return what being late costs."""
        return sum((paid.cost for paid in self.late), ZERO)


class Outlook(NamedTuple):
    """A plan's months ahead.

    Attributes:
        line: day by day.
        months: month by month.
        problems: the loans that can't be worked out and are missing here.
    """

    budget: Budget
    today: date
    line: CashLine
    months: tuple[Month, ...]
    problems: tuple[tuple[Loan, Problem], ...]

    @property
    def short_months(self) -> list[Month]:
        """Return the months in which there is not enough on some day."""
        return [month for month in self.months if month.short]


class Basis(NamedTuple):
    """What an outlook is worked out from, so that something more can be tried on it.

    Attributes:
        first: the first day that is looked at: the one after that of the balance.
        opening: what there is before it, in yuan.
        memory: what was worked out before.
    """

    budget: Budget
    today: date
    first: date
    last: date
    opening: Decimal
    flows: tuple[Flow, ...]
    payables: tuple[Payable, ...]
    problems: tuple[tuple[Loan, Problem], ...]
    memory: Memory

    @property
    def since(self) -> date:
        """Return the day at whose end the balance is, after which payments count."""
        return opening(self.budget, self.today)[0]

    def outlook(self, more: Iterable[Payable] = ()) -> Outlook:
        """Return the months ahead, with more to be paid than the plan's loans ask for."""
        payables = in_order((*self.payables, *more))
        flows, first, last = self.flows, self.first, self.last
        moves = self.memory.last("moves", flows, (first, last), lambda: moves_of(flows, first, last))
        moved = self.memory.last("months", flows, self.today, lambda: moved_by_month(flows, self.today))
        line = cash_line(self.opening, flows, payables, first, last, moves)
        return Outlook(self.budget, self.today, line, months_of(self.budget, line, self.today, moved), self.problems)


def basis(plan: Plan, rules: RuleBook, today: date, months: int = MONTHS, memory: Memory | None = None) -> Basis:
    """Return what a plan's months ahead are worked out from."""
    known = memory or Memory()
    found = plan_payables(plan, rules, opening(plan.budget, today)[0], today, known)
    return basis_of(plan.budget, found, today, months, known)


def basis_of(budget: Budget, asked: PlanPayables, today: date, months: int, memory: Memory) -> Basis:
    """Return what the months ahead of a budget are worked out from, given what loans ask for since its balance."""
    day, amount = opening(budget, today)
    after, last = day + timedelta(days=1), add_months(today, months)
    # What came in today is in today's balance; what falls due today is still to be paid.
    first = min(after, today)
    moves = tuple(flows(budget, after, last))
    return Basis(budget, today, first, last, amount, moves, asked.payables, asked.problems, memory)


Moved = dict[tuple[int, int], dict[EntryKind, Decimal]]
"""What moves in each calendar month, by year and month and by the kind of entry, in yuan."""


def moved_by_month(flows: Sequence[Flow], today: date) -> Moved:
    """Return what moves in each calendar month from today on."""
    found: Moved = {}
    for flow in flows:
        if flow.day < today:
            continue
        month, kind = found.setdefault((flow.day.year, flow.day.month), {}), flow.entry.kind
        month[kind] = month.get(kind, ZERO) + flow.amount
    return found


def months_of(budget: Budget, line: CashLine, today: date, moved: Moved) -> tuple[Month, ...]:
    """Return a cash line month by month, from the month of `today` on; `moved` is what moves in each from today on."""
    found = []
    first = max(today, line.first)
    last = line.last
    while first <= last:
        end = min(add_months(first.replace(day=1), 1) - timedelta(days=1), last)
        found.append(_month(budget, line, first, end, moved.get((first.year, first.month), {})))
        first = end + timedelta(days=1)
    return tuple(found)


def _month(budget: Budget, line: CashLine, first: date, last: date, moved: Mapping[EntryKind, Decimal]) -> Month:
    paid = [each for each in line.paid if first <= each.payable.day <= last]
    dues: dict[Brand, Decimal] = {}
    for each in paid:
        brand = each.payable.owed.brand or Brand.OTHER
        dues[brand] = dues.get(brand, ZERO) + each.payable.amount
    income = moved.get(EntryKind.INCOME, ZERO)
    debt = sum(dues.values(), ZERO)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    share = debt / income if income and whole else None
    day, lowest = line.lowest(first, last)
    return Month(
        first=first,
        last=last,
        income=income,
        spending=-moved.get(EntryKind.SPENDING, ZERO),
        saving=-moved.get(EntryKind.SAVING, ZERO) - moved.get(EntryKind.TRANSFER, ZERO),
        dues=dues,
        share=share,
        band=band(share, debt, budget) if whole else Band.PART,
        lowest_day=day,
        lowest=lowest,
        late=tuple(each for each in paid if each.late),
    )


def band(share: Decimal | None, debt: Decimal, budget: Budget) -> Band:
    """Return the band of a share of income by the user's own bounds."""
    if share is None:
        return Band.NO_INCOME if debt else Band.FINE
    if share > budget.heavy:
        return Band.HEAVY
    return Band.TIGHT if share > budget.tight else Band.FINE
