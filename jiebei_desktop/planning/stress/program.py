"""A basis laid out for many futures at once: which amounts vary, and the days on which something is decided, in order.

All amounts are whole fen. What only goes out between two such days is taken together, for cash then only falls: the
least of a month is on one of the days that are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import HUNDRED, ZERO, round_to
from jiebei_desktop.planning.budget.household import MOST_ENTRIES, Entry, EntryKind, Repeat
from jiebei_desktop.planning.budget.occurrences import Flow
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.stress.scenarios import earners, tomorrow
from jiebei_desktop.planning.stress.settings import Chance, Stress
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

MILLION: Final = 1_000_000
"""Factors are whole millionths."""
COLUMNS: Final = MOST_ENTRIES + 2
"""Random numbers of one month: one for each entry that there can be, and the two below."""
JOB_COLUMN: Final = MOST_ENTRIES
COST_COLUMN: Final = MOST_ENTRIES + 1
_MOST_IN_ALL: Final = 2**60
"""Fen, far from where 64 bits end."""

Parts = tuple[tuple[int, int], ...]
"""Amounts by their place, and how many times each."""


class Amount(NamedTuple):
    """What an entry moves each time in a stretch, the same in all of its times.

    Attributes:
        column: of the random numbers of its month.
        fen: above zero, before it varies.
        spread: by how much it can turn out more or less, in millionths.
        earned: whether it stops when the job is lost.
    """

    column: int
    fen: int
    spread: int
    earned: bool

    @property
    def least(self) -> int:
        """Return the least that it can be, in fen."""
        return 0 if self.earned else varied(self.fen, MILLION - self.spread)


class Step(NamedTuple):
    """A day on which something is decided, or the last of several on which money only goes out.

    Attributes:
        place: of the day.
        fixed: what moves for certain, in fen; `income` and `spending` vary.
        comes: whether money can come in, `certain` if it does in every future.
        cost: whether the unforeseen cost is on it.
        due: the places of what has to be paid.
    """

    place: int
    fixed: int
    income: Parts
    spending: Parts
    comes: bool
    certain: bool
    cost: bool
    due: tuple[int, ...]


class Stretch(NamedTuple):
    """A calendar month, or a part of one.

    Attributes:
        number: of the month, counted from today's; None before today, where nothing varies.
    """

    first: date
    last: date
    number: int | None
    amounts: tuple[Amount, ...]
    steps: tuple[Step, ...]


class Program(NamedTuple):
    """Everything that a future is worked out from but the random numbers.

    Attributes:
        opening: in fen.
        due: what each payable takes on its day, in fen; `places` are their days.
        stretch_of: in which stretch each payable falls due.
        comes: the places of all days on which money can come in.
    """

    basis: Basis
    chance: Chance
    opening: int
    due: tuple[int, ...]
    places: tuple[int, ...]
    stretch_of: tuple[int, ...]
    comes: tuple[int, ...]
    stretches: tuple[Stretch, ...]

    @property
    def last(self) -> int:
        """Return the place of the last day."""
        return (self.basis.last - self.basis.first).days


def fen(amount: Decimal) -> int:
    """Return yuan in whole fen, rounded where a loan's terms do not round them."""
    return int(round_to(amount) * HUNDRED)


def varied(amount: int, factor: int) -> int:
    """Return so many millionths of an amount in fen, half a fen up."""
    return (amount * factor + MILLION // 2) // MILLION


def spread_of(entry: Entry, chance: Chance) -> int:
    """Return by how many millionths an entry can turn out more or less.

    What happens once is known, and what is set aside or changes accounts is the user's own doing: neither varies unless
    the entry says so.
    """
    if entry.spread is not None:
        share = entry.spread
    elif entry.repeat is Repeat.ONCE or entry.kind in {EntryKind.SAVING, EntryKind.TRANSFER}:
        return 0
    else:
        share = chance.income_spread if entry.kind is EntryKind.INCOME else chance.spending_spread
    return int(round_to(share * MILLION, step=Decimal(1)))


def month_number(base: Basis, day: date) -> int:
    """Return which calendar month a day is in, counted from today's."""
    return (day.year - base.today.year) * 12 + day.month - base.today.month


def cost_day(base: Basis, number: int) -> date:
    """Return the day of a month on which the unforeseen cost falls: the first, tomorrow at the earliest."""
    return max(add_months(base.today.replace(day=1), number), tomorrow(base))


def program(base: Basis, stress: Stress) -> Program:
    """Lay a basis out.

    Raises:
        ProblemError: the amounts are beyond all reason, or `earners` names no income.
    """
    chance = stress.chance
    able = [each for each in base.payables if base.first <= each.day <= base.last]
    base = base._replace(payables=tuple(able))
    due = tuple(fen(each.amount) for each in able)
    moved = fen(sum((abs(flow.amount) for flow in base.flows), ZERO))
    if fen(base.opening) + 2 * moved + sum(due) > _MOST_IN_ALL:
        raise ProblemError("entries", translate("Stress", "金额大得算不了，看看是不是单位填错了"))
    places = tuple((each.day - base.first).days for each in able)
    layer = _Layer(base, stress, places)
    stretches = tuple(layer.stretch(first, last) for first, last in _stretches(base))
    starts = [(each.first - base.first).days for each in stretches]
    stretch_of = tuple(sum(start <= place for start in starts) - 1 for place in places)
    comes = tuple(step.place for each in stretches for step in each.steps if step.comes)
    return Program(base, chance, fen(base.opening), due, places, stretch_of, comes, stretches)


def _stretches(base: Basis) -> list[tuple[date, date]]:
    """Return the calendar months from the first day to the last, and today's cut where today begins."""
    found, first = [], base.first
    while first <= base.last:
        end = min(add_months(first.replace(day=1), 1) - timedelta(days=1), base.last)
        if first < base.today <= end:
            end = base.today - timedelta(days=1)
        found.append((first, end))
        first = end + timedelta(days=1)
    return found


class _Layer:
    """Lays the stretches of a basis out."""

    def __init__(self, base: Basis, stress: Stress, places: Sequence[int]) -> None:
        self._base, self._chance = base, stress.chance
        self._columns = {entry.id: column for column, entry in enumerate(base.budget.entries)}
        lost = earners(base, stress)
        self._earners = frozenset(lost) if stress.chance.job_loss else frozenset()
        self._known: dict[tuple[str, Decimal, bool], Amount] = {}
        self._moves: dict[int, list[Flow]] = {}
        for flow in base.flows:
            self._moves.setdefault((flow.day - base.first).days, []).append(flow)
        self._due: dict[int, list[int]] = {}
        for number, place in enumerate(places):
            self._due.setdefault(place, []).append(number)

    def stretch(self, first: date, last: date) -> Stretch:
        """Lay one stretch out."""
        base = self._base
        number = month_number(base, first) if first >= base.today else None
        amounts: dict[Amount, int] = {}
        steps: list[Step] = []
        begin, end = (first - base.first).days, (last - base.first).days
        cost = None
        if number is not None and self._chance.cost_chance and cost_day(base, number) <= last:
            cost = (cost_day(base, number) - base.first).days
        waiting: list[Flow] = []
        quiet = False
        for place in range(begin, end + 1):
            moves = self._moves.get(place, [])
            due = tuple(self._due.get(place, ()))
            comes = any(flow.amount > 0 for flow in moves)
            if comes or due or place == cost:
                if quiet:
                    steps.append(self._step(place - 1, waiting, amounts))
                day = self._step(place, moves, amounts)
                steps.append(day._replace(due=due, cost=place == cost))
                waiting, quiet = [], False
            else:
                waiting += moves
                quiet = True
        if quiet:
            steps.append(self._step(end, waiting, amounts))
        return Stretch(first, last, number, tuple(amounts), tuple(steps))

    def _step(self, place: int, moves: Sequence[Flow], amounts: dict[Amount, int]) -> Step:
        fixed, certain = 0, False
        parts: tuple[dict[int, int], dict[int, int]] = ({}, {})
        for flow in moves:
            amount = self._amount(flow)
            comes = flow.amount > 0
            certain = certain or (comes and amount.least > 0)
            if amount.spread or amount.earned:
                slot = amounts.setdefault(amount, len(amounts))
                into = parts[0] if comes else parts[1]
                into[slot] = into.get(slot, 0) + 1
            else:
                fixed += amount.fen if comes else -amount.fen
        comes = any(flow.amount > 0 for flow in moves)
        return Step(place, fixed, tuple(parts[0].items()), tuple(parts[1].items()), comes, certain, False, ())

    def _amount(self, flow: Flow) -> Amount:
        """Return what a flow is; what moved up to today is known."""
        known = flow.day <= self._base.today
        key = (flow.entry.id, flow.amount, known)
        if key not in self._known:
            self._known[key] = self._amount_of(flow, known=known)
        return self._known[key]

    def _amount_of(self, flow: Flow, *, known: bool) -> Amount:
        column = self._columns.get(flow.entry.id, -1)
        if column < 0 or known:
            return Amount(-1, abs(fen(flow.amount)), 0, earned=False)
        earned = flow.entry.id in self._earners and flow.amount > 0
        return Amount(column, abs(fen(flow.amount)), spread_of(flow.entry, self._chance), earned)
