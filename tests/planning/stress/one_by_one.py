"""One of the many futures by itself: its own flows, drawn a second time in plain whole numbers, for the cash line."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import numpy as np

from jiebei_desktop.money import HUNDRED
from jiebei_desktop.planning.budget.cash import CashLine, cash_line
from jiebei_desktop.planning.budget.household import Entry, EntryKind, Repeat
from jiebei_desktop.planning.budget.occurrences import Flow
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.stress.draws import bound
from jiebei_desktop.planning.stress.program import (
    COLUMNS,
    COST_COLUMN,
    JOB_COLUMN,
    MILLION,
    cost_day,
    fen,
    month_number,
    spread_of,
    varied,
)
from jiebei_desktop.planning.stress.scenarios import earners, tomorrow, with_flows
from jiebei_desktop.planning.stress.settings import MOST_PATHS, Shape, Stress
from jiebei_desktop.text import translate


def path_line(base: Basis, stress: Stress, path: int) -> CashLine:
    """Return the cash line of one path."""
    drawn = path_basis(base, stress, path)
    return cash_line(drawn.opening, drawn.flows, drawn.payables, drawn.first, drawn.last)


def path_basis(base: Basis, stress: Stress, path: int) -> Basis:
    """Return a basis with the flows of one path, so that its months can be looked at."""
    chance, bits = stress.chance, np.random.PCG64(stress.chance.seed)
    start = bits.state

    def raw(number: int, column: int) -> int:
        bits.state = start
        bits.advance((number * COLUMNS + column) * MOST_PATHS + path)
        return int(bits.random_raw())

    @cache
    def factor(number: int, column: int, spread: int) -> int:
        drawn = raw(number, column)
        wide = drawn >> 31 if chance.shape is Shape.UNIFORM else (drawn >> 32) + drawn % 2**32
        return MILLION - spread + (wide * spread + 2**31 >> 32)

    months = range(month_number(base, base.last) + 1)
    idle: set[int] = set()
    if chance.job_loss:
        for number in months:
            if number not in idle and raw(number, JOB_COLUMN) >> 1 < bound(chance.job_loss):
                idle.update(range(number, number + chance.job_loss_months))
    lost = frozenset(earners(base, stress))
    columns = {entry.id: column for column, entry in enumerate(base.budget.entries)}
    found = []
    for flow in base.flows:
        column, number = columns.get(flow.entry.id), month_number(base, flow.day)
        if column is None or flow.day <= base.today:
            found.append(flow)
        elif not (number in idle and flow.entry.id in lost and flow.amount > 0):
            spread = spread_of(flow.entry, chance)
            amount = varied(fen(abs(flow.amount)), factor(number, column, spread) if spread else MILLION) / HUNDRED
            found.append(flow._replace(amount=amount if flow.amount > 0 else -amount))
    if chance.cost_chance:
        for number in months:
            day = cost_day(base, number)
            if tomorrow(base) <= day <= base.last and raw(number, COST_COLUMN) >> 1 < bound(chance.cost_chance):
                found.append(_cost(day, chance.cost))
    return with_flows(base, found)


def _cost(day: object, amount: Decimal) -> Flow:
    entry = Entry.model_validate(
        {
            "id": "stress-unforeseen",
            "name": translate("Stress", "没料到的开销"),
            "kind": EntryKind.SPENDING,
            "amount": amount,
            "repeat": Repeat.ONCE,
            "start": day,
        }
    )
    assert entry.start is not None
    return Flow(entry.start, -amount, entry)
