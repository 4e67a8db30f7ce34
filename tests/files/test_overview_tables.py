"""The months ahead of all loans as a table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop.files.overview_tables import year_table
from jiebei_desktop.files.tables import Word
from tests.planning.budget.test_cash import free
from tests.planning.test_overview import BIKE, PHONE, SEED, found


def test_each_month_by_product_with_what_is_late_apart():
    """1,000 a month, 2,000 more in three of them, and 5,055.73 that are late."""
    table = year_table(found(SEED, PHONE, BIKE))
    assert table.header == ("月份", "借呗", "花呗", "逾期的（含罚息）", "一共要还")
    assert table.keys == ("month", "jiebei", "huabei", "late", "total")
    assert table.rows[0] == ("2026-11", Decimal(0), Decimal(1000), Decimal("5055.73"), Decimal("6055.73"))
    assert table.rows[3] == ("2027-02", Decimal(0), Decimal(3000), Decimal(0), Decimal(3000))
    assert [row[0] for row in table.rows[-2:]] == ["2027-10", "以后"]


def test_what_comes_after_a_year_has_a_row_of_its_own():
    table = year_table(found(BIKE))
    last = table.rows[-1]
    assert isinstance(last[0], Word)
    assert last[0].key == "later"
    assert last[1:] == (Decimal(14_000), Decimal(0), Decimal(14_000))
    assert sum(row[-1] for row in table.rows) == 26_000


def test_products_that_ask_for_nothing_have_no_column():
    assert year_table(found(free("l", 100, date(2026, 12, 1)))).keys == ("month", "huabei", "late", "total")
