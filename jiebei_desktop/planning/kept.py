"""Money that was paid ahead, handed out to what it waits for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal

from jiebei_desktop.engine import Row
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.money import ZERO


def kept_for(
    rows: Iterable[Row], credit: Decimal, missed: Missed, replaced: Collection[date], today: date
) -> Iterator[Decimal]:
    """Yield what of each row is there already, in yuan; a new plan to come takes along what is left by then.

    Args:
        rows: of a schedule, by day.
        credit: what is kept today, in yuan.
        missed: the instalments that only recorded money pays; others are paid on their day, and wait for none.
        replaced: the due dates of instalments that go into a new plan.
        today: what falls due by it has had its part.
    """
    left = credit
    for row in rows:
        if row.event == "restructure" and row.due_date > today:
            left = ZERO
        recorded = row.event is None and row in missed and row.due_date not in replaced
        taken = min(left, row.payment) if row.due_date > today and (recorded or row.event == "settlement") else ZERO
        left -= taken
        yield taken
