from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.calendar import (
    YEAR_DAYS,
    DayCount,
    IntervalUnit,
    add_months,
    iso_date,
    periods_a_year,
    step,
    steps,
    typed_date,
    year_fraction,
)
from tests.engine.cases import PRODUCTS
from tests.engine.oracle import share_of_year

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
DATED = [day_count for day_count in DayCount if day_count is not DayCount.PERIOD]
DAYS = st.dates(date(1990, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2000-02-29", date(2000, 2, 29)),
        ("1990-01-01", date(1990, 1, 1)),
        ("2199-12-31", date(2199, 12, 31)),
        (date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_iso_dates_are_read(text, day):
    assert iso_date(text) == day


OTHER_WORDING = [
    "",
    "2026-1-4",
    "26-01-04",
    "2026/01/04",
    "20260104",
    "2026-01-04T00:00",
    " 2026-01-04",
    "2026-01-04\n",
]
NOT_ON_THE_CALENDAR = ["2026-00-10", "2026-13-01", "2026-01-00", "2026-02-31", "2026-02-29", "2100-02-29", "0000-01-01"]
OUT_OF_RANGE = ["1989-12-31", "2200-01-01", "9999-12-31", date(1989, 12, 31), date(2200, 1, 1)]
NO_DATES = [None, True, 0, 20260104, 20260104.0, [], {}, datetime(2026, 1, 4)]  # noqa: DTZ001 - as TOML reads it


@pytest.mark.parametrize("value", [*OTHER_WORDING, *NOT_ON_THE_CALENDAR, *OUT_OF_RANGE, *NO_DATES])
def test_what_is_no_iso_date_of_the_calendar_is_refused(value):
    with pytest.raises(ValueError, match="日"):
        iso_date(value)


def test_a_day_that_the_calendar_lacks_is_named():
    with pytest.raises(ValueError, match="2026-02-31"):
        iso_date("2026-02-31")


def test_a_day_out_of_range_is_told_the_range():
    with pytest.raises(ValueError, match=r"1990-01-01.*2199-12-31"):
        iso_date("1989-12-31")


WITH_SIGNS = ["2026-01-05", "2026/1/5", "2026.1.5", "2026/01/05", "20260105", " 2026-01-05 ", "２０２６－０１－０５"]
WITH_WORDS = ["2026年1月5日", "2026年01月05日", "2026 年 1 月 5 日", "２０２６年１月５日", "2026年\u30001月5日"]


@pytest.mark.parametrize("text", [*WITH_SIGNS, *WITH_WORDS])
def test_typed_dates_mean_what_the_person_meant(text):
    assert typed_date(text) == date(2026, 1, 5)


NO_TYPED_DATES = ["", " ", "明天", "2026", "2026-01", "01-05", "26-1-5", "2026-1-5-6", "202615", "2026010", "202601051"]
NO_TYPED_DAYS = ["2026-01-32", "20260230", "2026年2月29日", "2026-13-01", "1989/12/31", "22000101"]


@pytest.mark.parametrize("text", [*NO_TYPED_DATES, *NO_TYPED_DAYS])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match="日"):
        typed_date(text)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-01-30", 2, "2026-03-30"),
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-11-15", 1, "2026-12-15"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-01-15", 0, "2026-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-01-15", 600, "2076-01-15"),
        ("2099-12-31", 2, "2100-02-28"),
    ],
)
def test_months_later_is_the_same_day_or_the_end_of_the_month(day, months, later):
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_an_anchor_day_comes_back_after_a_short_month():
    assert add_months(date(2026, 2, 28), 1, anchor=31) == date(2026, 3, 31)


@settings(PATIENT, max_examples=200)
@given(day=DAYS, months=st.integers(-1200, 1200))
def test_months_later_lands_in_the_right_month_no_later_than_the_same_day(day, months):
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("unit", "every", "expected"),
    [
        ("month", 1, ["2026-01-30", "2026-02-28", "2026-03-30", "2026-04-30"]),
        ("month", 3, ["2026-01-30", "2026-04-30", "2026-07-30", "2026-10-30"]),
        ("week", 1, ["2026-01-30", "2026-02-06", "2026-02-13", "2026-02-20"]),
        ("week", 2, ["2026-01-30", "2026-02-13", "2026-02-27", "2026-03-13"]),
        ("day", 1, ["2026-01-30", "2026-01-31", "2026-02-01", "2026-02-02"]),
        ("day", 30, ["2026-01-30", "2026-03-01", "2026-03-31", "2026-04-30"]),
    ],
)
def test_steps_count_from_the_first_day_and_never_chain(unit, every, expected):
    found = steps(date(2026, 1, 30), IntervalUnit(unit), every, 4)
    assert [day.isoformat() for day in found] == expected


def test_no_steps_are_no_days():
    assert list(steps(date(2026, 1, 30), IntervalUnit.MONTH, 1, 0)) == []


@pytest.mark.parametrize(
    ("unit", "count", "later"), [("month", 13, "2025-03-29"), ("week", 53, "2025-03-06"), ("day", 366, "2025-03-01")]
)
def test_one_step_crosses_the_year(unit, count, later):
    assert step(date(2024, 2, 29), IntervalUnit(unit), count) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("unit", "every", "number"),
    [
        ("month", 1, "12"),
        ("month", 3, "4"),
        ("month", 12, "1"),
        ("week", 1, "52"),
        ("week", 2, "26"),
        ("day", 1, "365"),
        ("day", 73, "5"),
    ],
)
def test_periods_in_a_year(unit, every, number):
    assert periods_a_year(IntervalUnit(unit), every) == Decimal(number)


# Counted on a calendar; 30/360 is the bond basis: the 31st becomes the 30th, at the end only after a 30th or 31st.
@pytest.mark.parametrize(
    ("day_count", "start", "end", "numerator", "denominator"),
    [
        ("actual", "2026-01-01", "2026-02-01", 31, 365),
        ("actual", "2024-02-01", "2024-03-01", 29, 365),
        ("actual/365", "2024-01-01", "2025-01-01", 366, 365),
        ("actual/360", "2026-01-01", "2027-01-01", 365, 360),
        ("actual/364", "2026-01-01", "2026-01-15", 14, 364),
        ("actual/actual", "2026-01-01", "2027-01-01", 1, 1),
        ("actual/actual", "2024-01-01", "2025-01-01", 1, 1),
        ("actual/actual", "2024-02-28", "2024-03-01", 2, 366),
        ("actual/actual", "2026-12-31", "2027-01-01", 1, 365),
        ("actual/actual", "2023-12-12", "2024-01-12", 20 * 366 + 11 * 365, 365 * 366),
        ("actual/actual", "2024-12-22", "2025-01-11", 10 * 365 + 10 * 366, 365 * 366),
        ("actual/actual", "2023-07-01", "2026-07-01", 3 * 365, 365),
        ("30/360", "2026-01-01", "2026-02-01", 30, 360),
        ("30/360", "2026-01-15", "2026-03-15", 60, 360),
        ("30/360", "2026-01-31", "2026-02-28", 28, 360),
        ("30/360", "2026-01-30", "2026-03-31", 60, 360),
        ("30/360", "2026-01-31", "2026-03-31", 60, 360),
        ("30/360", "2026-01-15", "2026-03-31", 76, 360),
        ("30/360", "2024-02-29", "2024-03-31", 32, 360),
        ("30/360", "2025-12-01", "2026-12-01", 360, 360),
    ],
)
def test_the_part_of_a_year_under_each_convention(day_count, start, end, numerator, denominator):
    found = year_fraction(date.fromisoformat(start), date.fromisoformat(end), DayCount(day_count))
    assert found.numerator * denominator == numerator * found.denominator


@pytest.mark.parametrize("day_count", DATED)
def test_no_days_are_no_part_of_a_year(day_count):
    assert year_fraction(date(2024, 2, 29), date(2024, 2, 29), day_count).numerator == 0


@settings(PATIENT, max_examples=150)
@given(start=DAYS, days=st.integers(0, 1200), day_count=st.sampled_from(DATED))
def test_the_part_of_a_year_agrees_with_a_count_day_by_day(start, days, day_count):
    end = step(start, IntervalUnit.DAY, days)
    found = year_fraction(start, end, day_count)
    expected = share_of_year(start, end, day_count.value)
    assert found.numerator * expected.denominator == expected.numerator * found.denominator


@pytest.mark.parametrize(
    ("case", "day_count"),
    [("apr365-0.00045", "actual"), ("apr365-0.0005", "actual/365"), ("apr365-0.0004", "actual")],
)
def test_a_daily_rate_is_annualised_on_365_days(case, day_count):
    data = PRODUCTS[case]
    yearly = Decimal(data["inputs"]["daily_rate"]) * YEAR_DAYS[DayCount(day_count)] * 100
    assert yearly == Decimal(data["expected"]["annual_pct"])


def test_a_daily_rate_is_annualised_on_360_days_where_the_convention_says_so():
    data = PRODUCTS["jb-51caijin-apr360"]
    yearly = [Decimal(rate) * YEAR_DAYS[DayCount.ACTUAL_360] * 100 for rate in data["inputs"]["daily_rates"]]
    assert yearly == [Decimal(percent) for percent in data["expected"]["annual_pct"]]
