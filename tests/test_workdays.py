"""Working days against the State Council's notice on the holidays of 2026 (国办发明电〔2025〕7 号, 2025-11-04)."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from jiebei_desktop import workdays

NEW_YEAR = ["2026-01-01", "2026-01-02", "2026-01-03"]
SPRING = [f"2026-02-{day}" for day in range(15, 24)]
QINGMING = ["2026-04-04", "2026-04-05", "2026-04-06"]
LABOUR = [f"2026-05-0{day}" for day in range(1, 6)]
DRAGON_BOAT = ["2026-06-19", "2026-06-20", "2026-06-21"]
MID_AUTUMN = ["2026-09-25", "2026-09-26", "2026-09-27"]
NATIONAL = [f"2026-10-0{day}" for day in range(1, 8)]
OFF = {date.fromisoformat(day) for day in NEW_YEAR + SPRING + QINGMING + LABOUR + DRAGON_BOAT + MID_AUTUMN + NATIONAL}
WORKED = {
    date(2026, 1, 4),  # a Sunday
    date(2026, 2, 14),  # a Saturday
    date(2026, 2, 28),
    date(2026, 5, 9),
    date(2026, 9, 20),  # a Sunday
    date(2026, 10, 10),
}


def test_every_day_of_2026_is_as_the_notice_says():
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    expected = {day for day in days if day in WORKED or (day.weekday() < 5 and day not in OFF)}
    assert {day for day in days if workdays.is_workday(day)} == expected
    assert len(expected) == 261 - 19 + 6  # weekdays, holidays on weekdays, weekend days that are worked


def test_all_years_that_are_known_agree_with_the_calendar_s_own_answer():
    day = date(2004, 1, 1)
    while day.year <= workdays.known_until():
        assert workdays.is_workday(day) is chinese_calendar.is_workday(day), day
        day += timedelta(days=1)
    assert workdays.known_until() >= 2026


@pytest.mark.parametrize("day", ["2003-10-01", "2198-10-01", "2199-01-01"])
def test_where_nothing_is_announced_only_weekends_are_off(day):
    first = date.fromisoformat(day)
    week = [first + timedelta(days=number) for number in range(7)]
    assert [workdays.is_workday(each) for each in week] == [each.weekday() < 5 for each in week]


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2026-09-30", "2026-09-30", "2026-09-30"),
        ("2026-10-01", "2026-09-30", "2026-10-08"),
        ("2026-10-05", "2026-09-30", "2026-10-08"),
        ("2026-10-07", "2026-09-30", "2026-10-08"),
        ("2026-10-10", "2026-10-10", "2026-10-10"),  # a Saturday that is worked
        ("2026-10-11", "2026-10-10", "2026-10-12"),
        ("2026-02-15", "2026-02-14", "2026-02-24"),  # the Saturday before is worked
        ("2026-02-23", "2026-02-14", "2026-02-24"),
        ("2026-01-01", "2025-12-31", "2026-01-04"),
        ("2026-11-15", "2026-11-13", "2026-11-16"),  # an ordinary Sunday
    ],
)
def test_the_working_day_before_and_after(day, before, after):
    meant = date.fromisoformat(day)
    assert workdays.on_or_before(meant).isoformat() == before
    assert workdays.on_or_after(meant).isoformat() == after


def test_no_stretch_of_days_off_is_longer_than_a_shift_looks_back():
    """Entries are looked for 15 days on either side of a stretch of days."""
    day, longest, length = date(2004, 1, 1), 0, 0
    while day.year <= workdays.known_until():
        length = 0 if workdays.is_workday(day) else length + 1
        longest = max(longest, length)
        day += timedelta(days=1)
    assert longest < 15


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-01-01", "元旦"),
        ("2026-02-23", "春节"),
        ("2026-04-06", "清明节"),
        ("2026-05-03", "劳动节"),  # a Sunday, and a holiday all the same
        ("2026-06-19", "端午节"),
        ("2026-09-27", "中秋节"),
        ("2026-10-07", "国庆节"),
        ("2026-10-10", ""),  # a Saturday that is worked
        ("2026-11-15", ""),  # an ordinary Sunday
        ("2026-11-24", ""),
        ("2198-10-01", ""),  # nothing is announced
        ("2015-09-03", "法定假日"),  # 70 years since the war's end: off that one time
    ],
)
def test_a_holiday_has_its_name_and_other_days_have_none(day, name):
    assert workdays.holiday_name(date.fromisoformat(day)) == name


def test_every_holiday_of_2026_has_a_name_of_its_own_and_is_off():
    named = {
        day for day in (date(2026, 1, 1) + timedelta(days=each) for each in range(365)) if workdays.holiday_name(day)
    }
    assert named == OFF
    assert "法定假日" not in {workdays.holiday_name(day) for day in named}
