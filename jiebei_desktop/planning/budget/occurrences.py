"""When the entries of a budget happen, and what each time comes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from jiebei_desktop import workdays
from jiebei_desktop.calendar import add_months, step
from jiebei_desktop.engine.bill import cycle_of
from jiebei_desktop.money import MAX_MONEY, ONE, ZERO, round_to
from jiebei_desktop.planning.budget.household import (
    MONTHS_A_YEAR,
    REPEAT_UNITS,
    Budget,
    Entry,
    EntryKind,
    Repeat,
    Shift,
)

_MOST_SHIFT = timedelta(days=15)
"""By which a shift can move an entry: no stretch of days off is longer."""
_ONE_DAY = timedelta(days=1)


class Flow(NamedTuple):
    """Money that moves on a day, in yuan: above zero where it comes into what repayments are paid from."""

    day: date
    amount: Decimal
    entry: Entry


@lru_cache(maxsize=2048)
def times(entry: Entry, first: date, last: date) -> tuple[tuple[date, Decimal], ...]:
    """Return the days from `first` to `last` on which an entry happens, and the yuan of each time, rounded once."""
    found = []
    for planned in _planned(entry, first - _MOST_SHIFT, last + _MOST_SHIFT):
        day = _shifted(entry, planned)
        if first <= day <= last:
            amount = _amount(entry, planned)
            if amount:
                found.append((day, amount))
    return tuple(found)


def _planned(entry: Entry, first: date, last: date) -> Iterator[date]:
    """Yield the days on which an entry would happen if every day were a working day."""
    first, last = max(first, entry.start or first), min(last, entry.end or last)
    for day in _steps(entry, first):
        if day > last:
            return
        if day >= first:
            yield day


def _steps(entry: Entry, first: date) -> Iterator[date]:
    """Yield days that rise, from `first` or a little before it on, without an end unless there is one."""
    start = entry.start or first
    if entry.repeat is Repeat.ONCE:
        yield start
    elif entry.repeat is Repeat.WORKDAYS:
        day = first
        while True:
            if workdays.is_workday(day):
                yield day
            day += _ONE_DAY
    elif entry.repeat is Repeat.LAST_WORKDAY:
        month = first.replace(day=1)
        while True:
            yield workdays.on_or_before(add_months(month, 0, 31))
            month = add_months(month, 1)
    elif entry.repeat in REPEAT_UNITS:
        unit = REPEAT_UNITS[entry.repeat]
        length = (step(start, unit, entry.every) - start).days
        count = max((first - start).days // length, 0)
        while True:
            yield start + timedelta(days=length * count)
            count += 1
    else:
        every = entry.every * (MONTHS_A_YEAR if entry.repeat is Repeat.YEARS else 1)
        anchor = start.day if entry.day is None else entry.day
        past = (first.year - start.year) * MONTHS_A_YEAR + first.month - start.month - 1
        count = max(past // every, 0)
        while True:
            yield add_months(start, count * every, anchor)
            count += 1


def _shifted(entry: Entry, day: date) -> date:
    if entry.shift is Shift.BEFORE:
        return workdays.on_or_before(day)
    if entry.shift is Shift.AFTER:
        return workdays.on_or_after(day)
    return day


def _amount(entry: Entry, day: date) -> Decimal:
    amount = entry.amount
    if entry.seasons is not None:
        amount *= entry.seasons[day.month - 1]
    if entry.growth and entry.start is not None:
        years = day.year - entry.start.year
        passed = years - (add_months(entry.start, years * MONTHS_A_YEAR) > day)
        if passed:  # nothing to the power of nothing is nothing that can be worked out
            amount *= (ONE + entry.growth) ** passed
    return round_to(min(amount, MAX_MONEY))


def flows(budget: Budget, first: date, last: date) -> list[Flow]:
    """Return all that moves in what repayments are paid from, from `first` to `last`, by day; what comes in goes first.

    What is bought with 花呗 moves when its bill falls due. A transfer between accounts that both count moves nothing.
    """
    found: list[Flow] = []
    signs: dict[tuple[EntryKind, str, str], int] = {}
    for entry in budget.entries:
        moved = entry.kind, entry.account, entry.to_account
        if moved not in signs:
            signs[moved] = _sign(entry, budget)
        if not signs[moved]:
            continue
        if entry.by_huabei and entry.kind is EntryKind.SPENDING:
            found += _billed(entry, budget, first, last)
        else:
            found += _at_once(entry, signs[moved], first, last)
    found.sort(key=lambda flow: (flow.day, flow.amount < 0))
    return found


@lru_cache(maxsize=2048)
def _at_once(entry: Entry, sign: int, first: date, last: date) -> tuple[Flow, ...]:
    """Return what an entry moves on its own days."""
    return tuple(Flow(day, sign * amount, entry) for day, amount in times(entry, first, last))


def _billed(entry: Entry, budget: Budget, first: date, last: date) -> Iterator[Flow]:
    """Yield what an entry puts on the bills that fall due from `first` to `last`."""
    for bought, amount in times(entry, add_months(first, -3), last):
        due = cycle_of(bought, budget.statement_day, budget.due_day).due
        if first <= due <= last:
            yield Flow(due, -amount, entry)


def _sign(entry: Entry, budget: Budget) -> int:
    """Return whether an entry brings money into what counts (1), takes it out (-1) or neither (0)."""
    source, target = counts(budget, entry.account), counts(budget, entry.to_account)
    if entry.kind is EntryKind.INCOME:
        return int(source)
    if entry.kind is EntryKind.SPENDING:
        return -int(source)
    if entry.kind is EntryKind.SAVING:
        kept = bool(entry.to_account) and target
        return -int(source and not kept)
    return int(target) - int(source)


def counts(budget: Budget, account: str) -> bool:
    """Tell whether repayments are paid from an account; the first one is meant where none is named."""
    if not budget.accounts:
        return True
    found = next((each for each in budget.accounts if each.id == account), budget.accounts[0])
    return found.counts


def opening(budget: Budget, today: date) -> tuple[date, Decimal]:
    """Return from which day's end the plan goes on, not after today, and what there is then, in yuan."""
    day = min(budget.as_of or today, today)
    amount = budget.held
    for balance in budget.balances:
        if day <= balance.day <= today:
            day, amount = balance.day, balance.amount
    return day, amount


def runs_dry(budget: Budget, account: str, today: date, last: date) -> tuple[date, Decimal] | None:
    """Return the first day from today on on which an account has not enough for what uses it, and what is missing.

    What repayments take is left out: they are taken from wherever there is money.
    """
    held = sum((each.balance for each in budget.accounts if each.id == account), ZERO)
    first = min(budget.as_of or today, today) + _ONE_DAY
    main = budget.accounts[0].id
    moves: list[tuple[date, Decimal]] = []
    for entry in budget.entries:
        source = entry.account or main
        if entry.by_huabei and entry.kind is EntryKind.SPENDING:
            moves += [(flow.day, flow.amount) for flow in _billed(entry, budget, first, last) if source == account]
            continue
        for day, amount in times(entry, first, last):
            if source == account:
                moves.append((day, amount if entry.kind is EntryKind.INCOME else -amount))
            if entry.to_account == account:
                moves.append((day, amount))
    moves.sort(key=lambda move: (move[0], -move[1]))
    for day, amount in moves:
        held += amount
        if held < 0 and day >= today:
            return day, -held
    return None
