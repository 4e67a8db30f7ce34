"""When entries happen and what each time comes to, by calendars that were worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop import workdays
from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine.bill import cycle_of
from jiebei_desktop.planning.budget.household import Account, Balance, Budget, Entry
from jiebei_desktop.planning.budget.occurrences import counts, flows, opening, times
from tests.planning.budget.second_way import amount_on, bill_due, fen, happens, money_by_day, moved_to

YEAR = date(2026, 1, 1), date(2026, 12, 31)


def entry(**said: object) -> Entry:
    return Entry.model_validate({"id": "e", "amount": "100", "day": 1} | said)


def days(found: Entry, first: str | date = YEAR[0], last: str | date = YEAR[1]) -> list[str]:
    return [str(day) for day, _ in times(found, date.fromisoformat(str(first)), date.fromisoformat(str(last)))]


def amounts(found: Entry, first: str | date = YEAR[0], last: str | date = YEAR[1]) -> list[str]:
    return [str(amount) for _, amount in times(found, date.fromisoformat(str(first)), date.fromisoformat(str(last)))]


def test_the_31st_is_the_last_day_of_a_month_that_has_fewer():
    assert days(entry(day=31)) == [
        *("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"),
        *("2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-31"),
    ]
    assert days(entry(day=30), "2028-02-01", "2028-03-31") == ["2028-02-29", "2028-03-30"]
    assert days(entry(day=None, start="2026-01-31"), "2026-02-01", "2026-04-30") == [
        *("2026-02-28", "2026-03-31", "2026-04-30"),
    ]


def test_every_two_months_counts_from_the_first():
    found = entry(every=2, day=None, start="2025-11-30")
    assert days(found) == ["2026-01-30", "2026-03-30", "2026-05-30", "2026-07-30", "2026-09-30", "2026-11-30"]
    assert days(found, "2027-01-31", "2027-04-01") == ["2027-03-30"]
    quarter = entry(every=3, day=15, start="2026-01-20")  # the first one was before it began
    assert days(quarter) == ["2026-04-15", "2026-07-15", "2026-10-15"]


def test_every_few_weeks_and_days_count_from_the_first():
    assert days(entry(repeat="weeks", every=2, start="2026-10-02"), "2026-10-01", "2026-11-15") == [
        *("2026-10-02", "2026-10-16", "2026-10-30", "2026-11-13"),
    ]
    assert days(entry(repeat="weeks", start="2020-01-06"), "2026-10-01", "2026-10-14") == ["2026-10-05", "2026-10-12"]
    # 2020-01-01 + 10 × 246 days = 2026-09-26
    assert days(entry(repeat="days", every=10, start="2020-01-01"), "2026-10-01", "2026-10-31") == [
        *("2026-10-06", "2026-10-16", "2026-10-26"),
    ]
    assert len(days(entry(repeat="days", start="2020-01-01"))) == 365


def test_once_is_once():
    assert days(entry(repeat="once", start="2026-05-05")) == ["2026-05-05"]
    assert days(entry(repeat="once", start="2026-05-05"), "2026-05-06") == []
    assert days(entry(repeat="once", start="2027-05-05")) == []


def test_every_year_and_every_other_year():
    bonus = entry(repeat="years", day=None, start="2024-02-29")
    assert days(bonus, "2024-01-01", "2028-12-31") == [
        *("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"),
    ]
    assert days(entry(repeat="years", every=2, day=None, start="2023-06-18"), "2023-01-01", "2028-12-31") == [
        *("2023-06-18", "2025-06-18", "2027-06-18"),
    ]
    assert days(entry(repeat="years", day=5, start="2023-06-18"), "2023-01-01", "2025-12-31") == [
        *("2024-06-05", "2025-06-05"),
    ]


def test_the_last_working_day_of_each_month_of_2026():
    assert days(entry(repeat="last_workday")) == [
        "2026-01-30",  # the 31st is a Saturday
        "2026-02-28",  # a Saturday that is worked for the Spring Festival
        "2026-03-31",
        "2026-04-30",
        "2026-05-29",  # the 30th and 31st are a weekend
        "2026-06-30",
        "2026-07-31",
        "2026-08-31",
        "2026-09-30",
        "2026-10-30",  # the 31st is a Saturday
        "2026-11-30",
        "2026-12-31",
    ]


def test_each_working_day_has_the_weekends_that_are_worked_and_not_the_holidays():
    assert days(entry(repeat="workdays"), "2026-09-28", "2026-10-12") == [
        *("2026-09-28", "2026-09-29", "2026-09-30"),
        *("2026-10-08", "2026-10-09", "2026-10-10", "2026-10-12"),  # the 10th is a Saturday
    ]
    assert len(days(entry(repeat="workdays"))) == 248


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (1, "2026-09-30", "2026-10-08"),
        (4, "2026-09-30", "2026-10-08"),
        (7, "2026-09-30", "2026-10-08"),
        (8, "2026-10-08", "2026-10-08"),
        (10, "2026-10-10", "2026-10-10"),
        (11, "2026-10-10", "2026-10-12"),
        (31, "2026-10-30", "2026-11-02"),
    ],
)
def test_over_the_national_day_wages_come_before_or_after(day, before, after):
    window = date(2026, 9, 28), date(2026, 11, 3)

    def october(shift: str) -> list[str]:
        meant = entry(day=day, shift=shift, start="2026-10-01", end="2026-10-31")
        return days(meant, *window)

    assert october("before") == [before]
    assert october("after") == [after]
    assert october("none") == [f"2026-10-{day:02}"]


def test_a_shift_over_the_edge_of_what_is_asked_for_is_found_on_the_right_side_once():
    first = entry(day=1, shift="before")
    assert days(first, "2026-09-15", "2026-09-30") == ["2026-09-30"]
    assert days(first, "2026-10-01", "2026-10-31") == ["2026-10-30"]  # 1 November is a Sunday
    third = entry(day=3, shift="after")
    assert days(third, "2026-10-01", "2026-10-07") == []
    assert days(third, "2026-10-08", "2026-10-31") == ["2026-10-08"]


def test_beyond_what_is_announced_only_weekends_are_days_off():
    """The National Day of a year that nothing is known of counts as any other day."""
    year = workdays.known_until() + 40
    found = [day for day, _ in times(entry(repeat="workdays"), date(year, 10, 1), date(year, 10, 7))]
    assert found == [day for number in range(7) if (day := date(year, 10, 1) + timedelta(days=number)).weekday() < 5]
    wages = times(entry(shift="before"), date(year, 1, 1), date(year, 12, 31))
    assert all(day.weekday() < 5 for day, _ in wages)
    assert len(wages) in {11, 12, 13}  # New Year's may move out of it, the next one into it


def test_first_and_last_day_are_meant_before_days_off_are_looked_at():
    """The wages of October that come in September still are October's: they begin and end with its first day."""
    wages = entry(day=1, shift="before", start="2026-10-01", end="2026-11-30")
    assert days(wages) == ["2026-09-30", "2026-10-30"]
    assert days(entry(day=31, shift="after", end="2026-10-31"), "2026-10-01") == ["2026-11-02"]
    assert days(entry(day=15, start="2026-03-15", end="2026-05-14")) == ["2026-03-15", "2026-04-15"]
    assert days(entry(day=15, start="2026-03-16", end="2026-05-15")) == ["2026-04-15", "2026-05-15"]


def test_it_grows_with_each_full_year():
    wages = entry(day=15, amount="1000", growth="0.05", start="2024-06-15")
    assert amounts(wages, "2025-05-01", "2026-07-01") == [
        "1000.00",  # 2025-05-15, a month before the first year is full
        *["1050.00"] * 12,
        *["1102.50"],  # 2026-06-15
    ]
    assert amounts(entry(amount="1000", growth="-0.1", start="2023-01-01"), "2026-01-01", "2026-01-31") == ["729.00"]
    # rounded once: 33.33 × 1.1 × 1.1 × 1.1 = 44.36223
    assert amounts(entry(amount="33.33", growth="0.1", start="2023-01-01"), "2026-01-01", "2026-01-31") == ["44.36"]
    assert amounts(entry(amount="33.33", growth="0.1"), "2026-01-01", "2026-01-31") == [
        "33.33"
    ]  # nothing to count from


def test_what_began_on_29_february_grows_on_the_28th():
    bonus = entry(repeat="years", day=None, amount="1000", growth="0.1", start="2024-02-29")
    assert amounts(bonus, "2024-01-01", "2028-12-31") == ["1000.00", "1100.00", "1210.00", "1331.00", "1464.10"]


def test_what_shrinks_by_all_of_it_is_there_for_a_year():
    gone = entry(growth="-1", day=1, start="2025-03-01")
    assert days(gone, "2025-01-01", "2026-12-31") == [
        *(f"2025-{month:02}-01" for month in range(3, 13)),
        *("2026-01-01", "2026-02-01"),
    ]


def test_what_doubles_for_two_hundred_years_stays_an_amount():
    huge = entry(amount="1000000000", growth="1", start="1990-01-01", seasons=["100"] * 12)
    assert set(amounts(huge, "2190-01-01", "2199-12-31")) == {"1000000000.00"}


def test_seasons_are_by_the_month_and_nothing_is_left_out():
    heating = entry(amount="300", seasons=["1", "1", "0.5", *["0"] * 7, "0.333", "2"])
    assert times(heating, *YEAR) == (
        (date(2026, 1, 1), Decimal("300.00")),
        (date(2026, 2, 1), Decimal("300.00")),
        (date(2026, 3, 1), Decimal("150.00")),
        (date(2026, 11, 1), Decimal("99.90")),
        (date(2026, 12, 1), Decimal("600.00")),
    )
    # October's wages that come in September have October's share
    wages = entry(amount="300", shift="before", seasons=[*["1"] * 9, "2", "1", "1"])
    assert amounts(wages, "2026-09-02", "2026-09-30") == ["600.00"]


# --- what moves ------------------------------------------------------------------------------------------------------

CARD, POT, PURSE = Account(id="card", balance=100), Account(id="pot", balance=7000, counts=False), Account(id="purse")


def budget(*entries: Entry, accounts: tuple[Account, ...] = (CARD, POT, PURSE), **said: object) -> Budget:
    return Budget(accounts=accounts, entries=entries, **said)


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ({"kind": "income"}, 100),
        ({"kind": "income", "account": "card"}, 100),
        ({"kind": "income", "account": "pot"}, 0),
        ({"kind": "spending"}, -100),
        ({"kind": "spending", "account": "purse"}, -100),
        ({"kind": "spending", "account": "pot"}, 0),
        ({"kind": "saving"}, -100),
        ({"kind": "saving", "to_account": "pot"}, -100),
        ({"kind": "saving", "to_account": "purse"}, 0),  # still there to pay with
        ({"kind": "saving", "account": "pot"}, 0),
        ({"kind": "transfer", "to_account": "purse"}, 0),
        ({"kind": "transfer", "account": "card", "to_account": "pot"}, -100),
        ({"kind": "transfer", "account": "pot", "to_account": "card"}, 100),
        ({"kind": "transfer", "account": "purse", "to_account": "pot"}, -100),
    ],
)
def test_what_an_entry_does_to_what_repayments_are_paid_from(said, moved):
    found = flows(budget(entry(repeat="once", start="2026-05-05", **said)), *YEAR)
    assert [flow.amount for flow in found] == ([moved] if moved else [])


def test_without_accounts_all_counts():
    assert counts(Budget(), "")
    assert [flow.amount for flow in flows(budget(entry(kind="saving"), accounts=()), *YEAR)] == [-100] * 12


def test_what_comes_in_goes_first_on_its_day():
    found = flows(budget(entry(id="a"), entry(id="b", kind="income"), entry(id="c", day=2)), *YEAR)
    assert [(flow.day.day, flow.entry.id) for flow in found[:3]] == [(1, "b"), (1, "a"), (2, "c")]


@pytest.mark.parametrize(
    ("bought", "due"),
    [
        ("2026-09-30", "2026-10-10"),
        ("2026-10-01", "2026-11-10"),  # bought on the statement day: on the next bill
        ("2026-10-02", "2026-11-10"),
        ("2026-12-31", "2027-01-10"),
    ],
)
def test_what_is_bought_with_huabei_moves_when_its_bill_falls_due(bought, due):
    found = budget(entry(repeat="once", start=bought, by_huabei=True))
    assert (found.statement_day, found.due_day) == (1, 10)
    (flow,) = flows(found, date(2026, 9, 1), date(2027, 3, 1))
    assert (flow.day.isoformat(), flow.amount) == (due, -100)
    assert flow.day == cycle_of(date.fromisoformat(bought), 1, 10).due


def test_wages_are_never_billed():
    (flow,) = flows(budget(entry(kind="income", repeat="once", start="2026-10-05", by_huabei=True)), *YEAR)
    assert (flow.day, flow.amount) == (date(2026, 10, 5), 100)


def test_what_was_bought_before_the_plan_begins_is_still_billed_and_what_is_bought_last_is_not():
    daily = budget(entry(repeat="days", start="2026-01-01", by_huabei=True, amount="10"))
    found = flows(daily, date(2026, 10, 10), date(2026, 12, 9))
    assert {flow.day for flow in found} == {date(2026, 10, 10), date(2026, 11, 10)}
    # bought on 1 to 30 September, and on 1 to 31 October
    assert [sum(flow.amount for flow in found if flow.day.month == month) for month in (10, 11)] == [-300, -310]


@given(bought=st.dates(date(2026, 1, 1), date(2028, 1, 1)), statement=st.integers(1, 28), due=st.integers(1, 28))
@settings(max_examples=100)
def test_no_purchase_is_lost_whatever_the_days_of_the_bill(bought, statement, due):
    found = budget(entry(repeat="once", start=bought, by_huabei=True), statement_day=statement, due_day=due)
    day = bill_due(bought, statement, due)
    assert [flow.day for flow in flows(found, day, day)] == [day]
    assert flows(found, bought - timedelta(days=9), day - timedelta(days=1)) == []


def test_where_the_plan_goes_on_from():
    found = budget(as_of=date(2026, 11, 1))
    assert opening(found, date(2026, 11, 24)) == (date(2026, 11, 1), 100)  # the pot does not count
    assert opening(found, date(2026, 10, 24)) == (date(2026, 10, 24), 100)
    assert opening(budget(), date(2026, 10, 24)) == (date(2026, 10, 24), 100)
    records = [
        Balance(day=date(2026, 11, 20), amount=5),
        Balance(day=date(2026, 11, 10), amount=3),
        Balance(day=date(2026, 12, 1), amount=9),
        Balance(day=date(2026, 10, 1), amount=1),
    ]
    found = budget(as_of=date(2026, 11, 1), balances=records)
    assert opening(found, date(2026, 11, 24)) == (date(2026, 11, 20), 5)
    assert opening(found, date(2026, 11, 19)) == (date(2026, 11, 10), 3)
    assert opening(found, date(2026, 12, 1)) == (date(2026, 12, 1), 9)
    assert opening(found, date(2026, 11, 5)) == (date(2026, 11, 1), 100)


# --- a second way ----------------------------------------------------------------------------------------------------

BEGUN = st.dates(date(2019, 1, 1), date(2027, 1, 1)) | st.sampled_from([date(2024, 2, 29), date(2025, 10, 31)])


@st.composite
def happening(draw) -> Entry:
    start = draw(BEGUN)
    return entry(
        amount=draw(st.decimals("0.01", 9999, places=2)),
        repeat=draw(st.sampled_from(["once", "days", "weeks", "months", "years", "last_workday", "workdays"])),
        every=draw(st.integers(1, 13)),
        day=draw(st.none() | st.integers(1, 31)),
        start=start,
        end=draw(st.none() | st.dates(start, date(2029, 1, 1))),
        shift=draw(st.sampled_from(["none", "before", "after"])),
        growth=draw(st.decimals(-1, 1, places=2)),
        seasons=draw(st.none() | st.tuples(*[st.decimals(0, 3, places=2)] * 12)),
        by_huabei=draw(st.booleans()),
    )


@given(found=happening(), first=st.dates(date(2025, 6, 1), date(2027, 6, 1)), length=st.integers(0, 200))
@settings(max_examples=150)
def test_times_agree_with_asking_every_day(found, first, length):
    last = first + timedelta(days=length)
    expected = []
    for number in range(-20, length + 21):
        day = first + timedelta(days=number)
        amount = amount_on(found, day) if happens(found, day) else 0
        if amount and first <= moved_to(found, day) <= last:
            expected.append((moved_to(found, day), amount))
    assert [(day, fen(amount)) for day, amount in times(found, first, last)] == expected
    incoming, outgoing = money_by_day(budget(found), first, last)
    moved = flows(budget(found), first, last)
    assert not incoming
    assert {flow.day for flow in moved} == {day for day, amount in outgoing.items() if amount}
    assert -fen(sum(flow.amount for flow in moved)) == sum(outgoing.values())


def test_the_second_way_s_years_are_those_of_the_calendar():
    assert [add_months(date(2024, 2, 29), 12 * years).isoformat() for years in range(3)] == [
        *("2024-02-29", "2025-02-28", "2026-02-28"),
    ]
