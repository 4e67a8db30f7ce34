"""Chinese working days: statutory holidays and the weekends worked in their place, as far as they are announced.

Beyond the last year known there are only weekends; `known_until` says how far it goes, so that a page can.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

SATURDAY = 5


@cache
def _said() -> tuple[frozenset[date], frozenset[date], int]:
    """Return the holidays, the weekend days that are worked, and the last year that both are known of."""
    from chinese_calendar import constants  # noqa: PLC0415 - a budget without working days needs none of it

    holidays = frozenset(constants.holidays)
    return holidays, frozenset(constants.workdays), max(holidays).year


def known_until() -> int:
    """Return the last year whose holidays are known."""
    return _said()[2]


@cache
def is_workday(day: date) -> bool:
    """Tell whether people work on a day."""
    holidays, worked, _ = _said()
    return day not in holidays and (day.weekday() < SATURDAY or day in worked)


def on_or_before(day: date) -> date:
    """Return the day itself where it is a working day, else the last one before it."""
    while not is_workday(day):
        day -= timedelta(days=1)
    return day


def on_or_after(day: date) -> date:
    """Return the day itself where it is a working day, else the next one after it."""
    while not is_workday(day):
        day += timedelta(days=1)
    return day
