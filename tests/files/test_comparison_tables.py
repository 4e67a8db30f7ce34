"""A comparison as tables: the CSV and the printed page are golden files that a reader can check by hand."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.files.comparison_tables import (
    comparison_table,
    comparison_workbook,
    option_table,
    reasoned_comparison_table,
)
from jiebei_desktop.files.csv_out import csv_bytes
from jiebei_desktop.files.tables import Share
from jiebei_desktop.planning.comparison import Compared, compare
from jiebei_desktop.planning.comparison_report import comparison_sheet
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.offers import Comparison
from jiebei_desktop.planning.options import bill_option, offer_option
from tests.conftest import TODAY

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def compared(rules) -> Compared:
    """6,000 yuan on 2026-11-23: 0.04 % a day and 8.8 % for 12, 2.5 % for 3, the bill in full and as little as allowed.

    A seventh of these figures can be found on public pages: 540.28, 483.42, 528.00, 150.00, 2,050.00.
    """
    options = (
        offer_option(rules.rule("jiebei"), 12),
        offer_option(rules.rule("huabei_instalment"), 12),
        offer_option(rules.rule("huabei_instalment"), 3),
        bill_option(Pay.FULL, rules),
        bill_option(Pay.MINIMUM, rules),
        offer_option(rules.rule("huabei_instalment"), 12).model_copy(update={"periods": 5, "fee_rate": None}),
    )
    comparison = Comparison(amount=Decimal(6000), start_date=date(2026, 11, 23), options=options)
    return compare(Plan(name="计划", comparison=comparison), rules)


@dataclass
class Golden:
    """A file that is compared with, and written anew where it is missing, to be looked through."""

    name: str

    def check(self, content: bytes) -> None:
        path = GOLDEN / self.name
        if not path.exists():
            path.write_bytes(content)
            pytest.fail(f"{path} was missing; look through what was written")
        assert content == path.read_bytes()


def test_the_csv(compared):
    Golden("comparison.csv").check(csv_bytes(comparison_table(compared)))


def test_what_is_printed(compared):
    sheet = comparison_sheet(compared, "计划", TODAY)
    lines = [sheet.title, sheet.given, sheet.headline, sheet.reason]
    for head in sheet.heads:
        lines.append(" | ".join([head.name, head.detail, "基准" if head.base else "", head.problem]))
        lines.append(" ".join(f"{day}={amount}" for day, amount in head.payments))
    for line in sheet.lines:
        figures = (f"{'✓' if each.best else ''}{each.text} {each.beside}".strip() for each in line.figures)
        lines.append(" | ".join([line.title, *figures]))
    Golden("comparison_page.txt").check("\n".join([*lines, *sheet.notes, ""]).encode())


def test_an_option_without_figures_leaves_its_cells_empty_and_gives_the_reason(compared):
    table = comparison_table(compared)
    assert all(row[6] is None for row in table.rows[2:-1])  # what was borrowed and when is known
    assert table.rows[-1][0] == "算不出来的原因"
    assert "没有公布" in table.rows[-1][6]
    assert option_table(compared, 5).rows == ()


def test_each_option_has_its_payments_with_how_they_came_about(compared):
    table = option_table(compared, 0)
    first, last = table.rows[0], table.rows[-1]
    assert first[:6] == (1, date(2026, 12, 23), *map(Decimal, ("540.28", "468.28", "72.00", "5531.72")))
    assert "6,000.00 × 日利率 0.04% × 30 天 = 72.00" in first[6]
    assert last[5] == 0
    assert sum(row[3] for row in table.rows) == 6000


def test_rates_go_out_as_shares(compared):
    row = next(row for row in comparison_table(compared).rows if row[0].startswith("实际年化"))
    assert isinstance(row[1], Share)
    assert round(row[1].value, 4) == Decimal("0.1562")


def test_each_option_has_a_key_of_its_own_and_a_column_that_tells(compared):
    table = reasoned_comparison_table(compared)
    places = range(1, 7)
    assert table.keys == ("item", *(f"option_{place}" for place in places), *(f"why_{place}" for place in places))
    assert table.told == set(range(7, 13))
    assert table.without(table.told) == comparison_table(compared)
    rows = {row[0]: row for row in table.rows}
    # twelve instalments less the 6,000 that were lent
    assert "540.28" in rows["总共还"][7]
    assert rows["总共还"][7].count("\n") == 0
    assert "8.8% ÷ 12 期 = 44.00" in rows["第 1 期应还"][8]
    assert rows["第 1 期还款日"][7:] == (None,) * 6  # the payment's row tells
    assert {row[12] for row in table.rows} == {None}  # the one that can't be worked out has its reason in the last row


def test_a_workbook_has_a_sheet_an_option_with_live_totals_and_a_picture(compared):
    first, *each = comparison_workbook(compared)
    assert (first.name, first.totals, first.chart) == ("对比", (), None)
    assert [sheet.name for sheet in each] == list(compared.names)
    sheet = each[0]
    assert [sheet.table.keys[place] for place in sheet.totals] == ["payment", "principal", "cost"]
    assert [sheet.table.keys[series.place] for series in sheet.chart.columns] == ["principal", "cost"]
