"""An average month of a statement becomes entries of the budget, the same ones each time."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind, Repeat
from jiebei_desktop.planning.statement.movements import Flow
from jiebei_desktop.planning.statement.suggestions import suggestions, with_suggestions
from jiebei_desktop.values import ProblemError
from tests.planning.statement.scenes import statement_of


def _flow(month: str, amount: str, category: str = "餐饮美食", **changes: object) -> Flow:
    flow = Flow(date.fromisoformat(f"{month}-01"), False, category, False, Decimal(amount), 1, 5)
    return flow._replace(**changes)


def _suggested(*flows: Flow, first: str = "2026-07-01", last: str = "2026-09-30", budget: Budget | None = None):
    return suggestions(statement_of(first=first, last=last, flows=flows), budget or Budget())


def test_the_average_month_in_whole_yuan_on_the_usual_day():
    found = _suggested(
        _flow("2026-07", "1000.40", rows=10, days=150),
        _flow("2026-08", "1100.40", rows=20, days=280),
        _flow("2026-09", "900.40", rows=10, days=170),
    )
    # 3,001.20 / 3 = 1,000.40; the 600 days of 40 rows: the 15th
    assert len(found) == 1
    assert (found[0].monthly, found[0].months, found[0].rows, found[0].present) == (Decimal(1000), 3, 40, False)
    entry = found[0].entry
    assert (entry.kind, entry.amount, entry.repeat, entry.day, entry.start) == (
        EntryKind.SPENDING,
        Decimal(1000),
        Repeat.MONTHS,
        15,
        None,
    )
    assert (entry.category, entry.by_huabei, entry.name) == ("餐饮美食", False, "")


def test_a_month_without_a_row_counts_as_nothing():
    # 300 in one of three months
    assert _suggested(_flow("2026-08", "300"))[0].monthly == 100


def test_months_that_are_covered_only_in_part_are_left_out():
    rows = [_flow("2026-06", "9000"), _flow("2026-07", "100"), _flow("2026-08", "300"), _flow("2026-09", "9000")]
    found = _suggested(*rows, first="2026-06-02", last="2026-09-29")
    assert (found[0].monthly, found[0].months) == (Decimal(200), 2)


def test_where_no_month_is_whole_those_that_there_are_count():
    found = _suggested(_flow("2026-07", "100"), _flow("2026-08", "300"), first="2026-07-02", last="2026-08-30")
    assert (found[0].monthly, found[0].months) == (Decimal(200), 2)


def test_kinds_and_ways_of_paying_are_kept_apart_and_the_biggest_comes_first():
    found = _suggested(
        _flow("2026-07", "300"),
        _flow("2026-07", "600", by_huabei=True),
        _flow("2026-07", "15000", "工资", income=True),
        _flow("2026-07", "900", "工资"),
    )
    assert [(each.kind.value, each.category, each.entry.by_huabei, each.monthly) for each in found] == [
        ("income", "工资", False, 5000),
        ("spending", "工资", False, 300),
        ("spending", "餐饮美食", True, 200),
        ("spending", "餐饮美食", False, 100),
    ]
    assert len({each.entry.id for each in found}) == 4


def test_what_is_less_than_a_yuan_or_was_given_back_is_left_out():
    assert _suggested(_flow("2026-07", "1.2"), _flow("2026-07", "-50", "退款多")) == ()
    assert len(_suggested(_flow("2026-07", "1.5"))) == 1  # half a yuan a month is rounded up to one


def test_taking_over_twice_changes_nothing():
    flows = [_flow("2026-07", "300"), _flow("2026-08", "900", "交通出行")]
    mine = Budget(accounts=(Account(id="card"),), entries=(Entry(id="rent", amount=1500, day=1),))
    once = with_suggestions(mine, _suggested(*flows))
    assert once.entries[0].id == "rent"
    assert len(once.entries) == 3
    again = _suggested(*flows, budget=once)
    assert all(each.present for each in again)
    assert with_suggestions(once, again) == once


def test_a_later_statement_brings_its_entry_up_to_date():
    once = with_suggestions(Budget(), _suggested(_flow("2026-07", "300")))
    later = _suggested(_flow("2026-07", "600"), budget=once)
    assert not later[0].present
    assert [entry.amount for entry in with_suggestions(once, later).entries] == [200]


def test_what_the_user_has_made_of_an_entry_stays_and_what_would_change_is_told():
    once = with_suggestions(Budget(accounts=(Account(id="card"),)), _suggested(_flow("2026-07", "300")))
    mine = once.entries[0].model_copy(
        update={"name": "吃饭", "account": "card", "amount": Decimal(150), "category": "吃"}
    )
    changed = once.with_entry(mine)
    again = _suggested(_flow("2026-07", "300"), budget=changed)
    assert (again[0].present, again[0].before, again[0].monthly) == (False, Decimal(150), Decimal(100))
    after = with_suggestions(changed, again).entries[0]
    assert (after.name, after.account, after.category, after.amount) == ("吃饭", "card", "吃", Decimal(100))
    # a new name alone is no change to be taken over
    renamed = once.with_entry(once.entries[0].model_copy(update={"name": "吃饭"}))
    assert [(each.present, each.before) for each in _suggested(_flow("2026-07", "300"), budget=renamed)] == [
        (True, Decimal(100))
    ]


def test_an_entry_that_is_counted_in_another_rhythm_now_is_brought_back_to_months():
    once = with_suggestions(Budget(), _suggested(_flow("2026-07", "300")))
    weekly = once.with_entry(
        once.entries[0].model_copy(update={"repeat": Repeat.WEEKS, "amount": Decimal(25), "start": date(2026, 7, 1)})
    )
    after = with_suggestions(weekly, _suggested(_flow("2026-07", "300"), budget=weekly)).entries[0]
    assert (after.repeat, after.amount) == (Repeat.MONTHS, Decimal(100))


def test_more_than_any_amount_can_be_is_left_out():
    assert _suggested(_flow("2026-07", "3000000003")) == ()


def test_more_entries_than_can_be_are_refused():
    full = Budget(entries=tuple(Entry(id=f"e{number}", amount=1, day=1) for number in range(400)))
    with pytest.raises(ProblemError, match="预算最多 400 项") as refused:
        with_suggestions(full, _suggested(_flow("2026-07", "300")))
    assert refused.value.problem.field == "entries"


def test_a_long_category_is_cut_off_and_still_its_own():
    found = _suggested(_flow("2026-07", "300", "长" * 80), _flow("2026-07", "300", "长" * 81))
    assert {each.entry.category for each in found} == {"长" * 60}
    assert len({each.entry.id for each in found}) == 2


@given(
    st.lists(
        st.tuples(
            st.integers(1, 12),
            st.booleans(),
            st.text(max_size=70),
            st.booleans(),
            st.integers(-10_000_000, 10_000_000),
            st.integers(1, 500),
            st.integers(1, 31),
        ),
        max_size=20,
    ),
    st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    st.dates(date(2026, 6, 30), date(2026, 12, 31)),
)
def test_any_statement_gives_entries_that_a_budget_takes(rows, first, last):
    flows = [
        Flow(date(2026, month, 1), income, category, by_huabei, Decimal(fen) / 100, count, count * day)
        for month, income, category, by_huabei, fen, count, day in rows
    ]
    found = suggestions(statement_of(first=str(first), last=str(last), flows=flows), Budget())
    assert [each.monthly for each in found] == sorted((each.monthly for each in found), reverse=True)
    assert all(each.monthly >= 1 and each.monthly == each.entry.amount for each in found)
    budget = with_suggestions(Budget(), found)
    assert len(budget.entries) == len(found)
    again = suggestions(statement_of(first=str(first), last=str(last), flows=flows), budget)
    assert all(each.present for each in again)
    assert with_suggestions(budget, again) == budget
