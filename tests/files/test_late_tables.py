"""What each day late costs and the ways out, with how that came about."""

import re
from decimal import Decimal

from jiebei_desktop.files.late_tables import reasoned_late_table, reasoned_ways_table
from jiebei_desktop.files.tables import late_table, ways_table
from jiebei_desktop.money import round_to
from jiebei_desktop.planning.late import subjects
from jiebei_desktop.planning.situation import situation
from tests.conftest import TODAY
from tests.files.small_plan import small_plan


def test_each_day_tells_its_nights(rules):
    found = subjects(small_plan(), rules, TODAY)
    table = reasoned_late_table(found, 45)
    assert table.keys == ("days_late", "stage", "date_1", "cost_1", "date_2", "cost_2", "why_1", "why_2")
    assert table.told == {6, 7}
    assert table.header[6] == "=装修：怎么算的"
    assert table.without(table.told) == late_table(found, 45)
    assert table.rows[0][6:] == (None, None)  # nothing on the due date itself
    assert table.rows[1][6] == "2026-10-25 到 2026-10-26：1 天 × 1,000.00 × 0.06% = 0.60 元"
    # 10 nights before the 500 came, then on 530; on the 25th of November the third instalment is late as well
    assert table.rows[30][3] == Decimal("12.36")
    assert table.rows[30][6] == (
        "2026-10-25 到 2026-11-04：10 天 × 1,000.00 × 0.06% = 6.00 元；"
        "2026-11-04 到 2026-11-24：20 天 × 530.00 × 0.06% = 6.36 元"
    )


def test_the_nights_of_a_day_add_up_to_its_cost(rules):
    found = [each for each in subjects(small_plan(), rules, TODAY) if each.key == "late"]
    for row in reasoned_late_table(found, 120).rows:
        told = sum(map(Decimal, re.findall(r"= ([0-9.]+) 元", row[4] or "")))
        assert round_to(Decimal(told)) == row[3]


def test_each_way_tells_when_what_is_paid(rules):
    plan = small_plan()
    late = subjects(plan, rules, TODAY)[0]
    found = situation(plan, late, rules)
    table = reasoned_ways_table(found, late.days)
    assert table.without(table.told) == ways_table(found, late.days)
    assert len(table.keys) == len(set(table.keys)) == len(table.header)
    row = next(row for row in table.rows if row[0] == "还清逾期部分")
    # 1,037.20 and 500 were paid before; 536.36 now and 1,012.40 tomorrow: 3,085.96, and 3,073.60 was agreed
    assert row[4:6] == (Decimal("1548.76"), Decimal("12.36"))
    assert row[9].startswith("这样一共付 3,085.96 元（2026 年 11 月 24 日以前已付 1,537.20），都按时付是 3,073.60 元")
    assert row[9].endswith("；2026-11-25 1,012.40")
    refused = next(row for row in table.rows if row[8])
    assert refused[9] is None
