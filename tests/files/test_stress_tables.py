"""The stress test as tables: their columns are those of the figures."""

import pytest

from jiebei_desktop.files.stress_tables import chances_table, remedies_table
from jiebei_desktop.files.tables import Share
from jiebei_desktop.planning.stress.plan import Drawn, drawn, stress_tested
from tests.conftest import TODAY
from tests.files.small_plan import small_plan


@pytest.fixture
def found(rules) -> Drawn:
    plan = small_plan(stress={"chance": {"paths": 1000}})
    futures = drawn(stress_tested(plan, rules, TODAY), rules, lambda _: True)
    assert futures is not None
    return futures


def test_each_month_has_its_chance_and_its_quantiles(found):
    table = chances_table(found.chances)
    levels = (5, 25, 50, 75, 95)
    assert table.keys == (
        *("month", "late_percent"),
        *(f"lowest_{level}" for level in levels),
        *(f"end_{level}" for level in levels),
    )
    assert len(table.header) == len(table.keys)
    first = found.chances.months[0]
    assert table.rows[0] == ("2026-11", Share(first.late), *first.straight, *first.ends)
    # 1,000 on the card, 536.36 late and 1,012.40 due tomorrow: whatever happens, 548.76 lack in November
    assert {str(amount) for amount in table.rows[0][2:7]} == {"-548.76"}


def test_each_remedy_is_told(found):
    plan = small_plan()
    table = remedies_table(found.remedies, found.chances, plan.stress)
    assert table.keys[-1] == "why"
    assert table.told == {len(table.header) - 1}
    assert table.rows[0][0] == "什么都不做"
    assert table.rows[0][6].startswith("什么都不做：会晚的可能是 100%")
    unfit = next(row for row in table.rows if row[1] is None)
    assert "用不上" in unfit[6]
