"""Until when a way out helps, and where two ways cost the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from jiebei_desktop.planning.late import USUAL_SPAN
from jiebei_desktop.planning.situation import Situation, WayKind
from jiebei_desktop.planning.ways import way


def helps_until(found: Situation, kind: WayKind, days: int) -> date | None:
    """Return the last day on which a way still costs less than doing nothing from today on; None where it never does.

    It is looked for within a year; minimum payment ends with the due date, whatever it costs.
    """
    nothing = _extra(found, WayKind.NOTHING, days)
    if nothing is None or kind is WayKind.NOTHING:
        return None
    last = _last(found, kind, days, lambda extra: extra < nothing)
    return None if last is None else found.subject.on(last)


def break_even(found: Situation, one: WayKind, other: WayKind, days: int) -> date | None:
    """Return the last day on which the other way costs no more than the one way taken now; None where it never does."""
    now = _extra(found, one, days)
    if now is None:
        return None
    last = _last(found, other, days, lambda extra: extra <= now)
    return None if last is None else found.subject.on(last)


def _last(found: Situation, kind: WayKind, days: int, good: Callable[[Decimal], bool]) -> int | None:
    """Return the last day within a year for which a way is good, by halving: waiting makes no way cheaper."""

    def holds(day: int) -> bool:
        extra = _extra(found, kind, day)
        return extra is not None and good(extra)

    low, high = days, days + USUAL_SPAN
    if not holds(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return low


def _extra(found: Situation, kind: WayKind, days: int) -> Decimal | None:
    worked_out = way(found, kind, days).outcome
    return worked_out.extra if worked_out else None
