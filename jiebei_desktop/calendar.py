"""Due dates and day counts. A date is a day of the Chinese civil calendar; there are no times of day here."""

from __future__ import annotations

import calendar as _calendar
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.text import half_width, translate

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2199, 12, 31)

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPED = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})", re.ASCII)


class IntervalUnit(StrEnum):
    """What an instalment interval counts."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"


class DayCount(StrEnum):
    """How the days of a period become interest."""

    ACTUAL = "actual"
    ACTUAL_365 = "actual/365"
    ACTUAL_360 = "actual/360"
    ACTUAL_364 = "actual/364"
    ACTUAL_ACTUAL = "actual/actual"
    THIRTY_360 = "30/360"
    PERIOD = "period"


class Fraction(NamedTuple):
    """A share of a year kept as a fraction, so that a product with it is divided only once and ties stay exact."""

    numerator: int
    denominator: int


YEAR_DAYS = {
    DayCount.ACTUAL: 365,
    DayCount.ACTUAL_365: 365,
    DayCount.ACTUAL_360: 360,
    DayCount.ACTUAL_364: 364,
    DayCount.ACTUAL_ACTUAL: 365,
    DayCount.THIRTY_360: 360,
    DayCount.PERIOD: 360,
}
"""Days in the year by which a daily rate is annualised under each convention."""

UNITS_A_YEAR = {IntervalUnit.MONTH: 12, IntervalUnit.WEEK: 52, IntervalUnit.DAY: 365}
"""How many intervals of one unit make a year, by convention."""
UNIT_DAYS = {IntervalUnit.MONTH: 30, IntervalUnit.WEEK: 7, IntervalUnit.DAY: 1}
"""The days of one unit where no dates are looked at."""


def iso_date(value: object) -> date:
    """Read a date as files and the command line write it: `2026-11-24`.

    Raises:
        ValueError: not such a date, not on the calendar, or outside `FIRST_DAY`..`LAST_DAY`; in words for the user.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        day = value
    elif isinstance(value, str) and _ISO.fullmatch(value):
        day = _on_calendar(value, *(int(part) for part in value.split("-")))
    else:
        raise ValueError(translate("Calendar", "日期要写成 2026-11-24 这样"))
    return _in_range(day)


def typed_date(text: str) -> date:
    """Read a date as a person types it: 2026-11-24, 2026/11/24, 20261124, 2026年11月24日.

    Raises:
        ValueError: in words for the user.
    """
    plain = half_width(text).replace(" ", "")
    match = _TYPED.fullmatch(plain)
    if not match:
        raise ValueError(translate("Calendar", "日期要写成 2026-11-24 这样"))
    parts = [int(part) for part in match.groups() if part]
    return _in_range(_on_calendar(text.strip(), *parts))


def _on_calendar(text: str, *parts: int) -> date:
    try:
        return date(*parts)
    except ValueError:
        raise ValueError(translate("Calendar", "日历上没有 {text} 这一天").format(text=text)) from None


def _in_range(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(
            translate("Calendar", "日期要在 {first} 到 {last} 之间").format(first=FIRST_DAY, last=LAST_DAY)
        )
    return day


def add_months(day: date, months: int, anchor: int | None = None) -> date:
    """Return the day `months` later, on the anchor day of the month (default `day.day`), clamped to its end."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    wanted = anchor or day.day
    return date(year, month, wanted if wanted <= 28 else min(wanted, _calendar.monthrange(year, month)[1]))


def steps(first: date, unit: IntervalUnit, every: int, count: int) -> Iterator[date]:
    """Yield `count` due dates from `first` on.

    Month steps count from the anchor day of `first` and never chain: 30 January, 28 February, 30 March.
    """
    for k in range(count):
        yield step(first, unit, every * k)


def step(day: date, unit: IntervalUnit, count: int) -> date:
    """Return the day `count` units after `day`."""
    if unit is IntervalUnit.MONTH:
        return add_months(day, count)
    return day + timedelta(days=count * (7 if unit is IntervalUnit.WEEK else 1))


def periods_a_year(unit: IntervalUnit, every: int) -> Decimal:
    """Return how many intervals make a year."""
    return Decimal(UNITS_A_YEAR[unit]) / every


def year_fraction(start: date, end: date, day_count: DayCount) -> Fraction:
    """Return the part of a year from `start` to `end` under a dated convention.

    `DayCount.PERIOD` looks at no dates and has no answer here.
    """
    days = (end - start).days
    if day_count is DayCount.THIRTY_360:
        first = min(start.day, 30)
        last = 30 if end.day == 31 and first == 30 else end.day
        return Fraction((end.year - start.year) * 360 + (end.month - start.month) * 30 + last - first, 360)
    if day_count is DayCount.ACTUAL_ACTUAL:
        return _actual_actual(start, end)
    return Fraction(days, YEAR_DAYS[day_count])


def _actual_actual(start: date, end: date) -> Fraction:
    common = leap = 0
    while start < end:
        stop = min(end, date(start.year + 1, 1, 1))
        if _calendar.isleap(start.year):
            leap += (stop - start).days
        else:
            common += (stop - start).days
        start = stop
    return Fraction(common * 366 + leap * 365, 365 * 366)
