"""Chinese working days: statutory holidays and the weekends worked in their place, as far as they are announced.

Beyond the last year known there are only weekends; `known_until` says how far it goes, so that a page can.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from jiebei_desktop.text import translate

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


@cache
def _names() -> dict[date, str]:
    """Return the holidays with their names as the calendar has them."""
    from chinese_calendar import constants  # noqa: PLC0415 - as above

    return dict(constants.holidays)


def holiday_name(day: date) -> str:
    """Return the name of the holiday that a day is off for; nothing on other days, and where none is announced."""
    found = _names().get(day)
    if found is None:
        return ""
    known = {
        "New Year's Day": translate("Workdays", "元旦"),
        "Spring Festival": translate("Workdays", "春节"),
        "Tomb-sweeping Day": translate("Workdays", "清明节"),
        "Labour Day": translate("Workdays", "劳动节"),
        "Dragon Boat Festival": translate("Workdays", "端午节"),
        "National Day": translate("Workdays", "国庆节"),
        "Mid-autumn Festival": translate("Workdays", "中秋节"),
    }
    return known.get(found, translate("Workdays", "法定假日"))


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
