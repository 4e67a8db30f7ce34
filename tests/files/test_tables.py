"""What all tables have in common."""

from decimal import Decimal

import pytest

from jiebei_desktop.files.tables import Table, Word, reasoned_schedule_table, schedule_table, shown
from jiebei_desktop.planning.document import loan_schedule, rule_for
from tests.files.small_plan import small_plan

BARE = Table(("甲", "乙"), ((1, "x"), (2, None)))


def test_columns_without_a_key_are_numbered():
    assert BARE.names == ("column_1", "column_2")
    assert BARE._replace(keys=("a", "b")).names == ("a", "b")


def test_a_reason_stands_beside_its_row_on_one_line():
    table = BARE.beside("why", "怎么算的", ["第一步\n第二步", ""])
    assert table.header == ("甲", "乙", "怎么算的")
    assert table.rows == ((1, "x", "第一步 第二步"), (2, None, None))
    assert table.names == ("column_1", "column_2", "why")
    assert table.told == {2}


def test_a_column_more_is_no_reason():
    table = BARE.beside("why", "怎么算的", ["a", "b"]).plus("kind", "种类", [Word("好", "good"), None])
    assert table.names == ("column_1", "column_2", "why", "kind")
    assert [row[3] for row in table.rows] == ["好", None]
    assert table.told == {2}


def test_a_word_is_its_text_and_has_a_key():
    word = Word("已还", "paid")
    assert (word, word.key) == ("已还", "paid")
    assert shown(word) == "已还"


def test_a_reason_for_each_row_is_needed():
    with pytest.raises(ValueError, match="zip"):
        BARE.beside("why", "怎么算的", ["只有一个"])


def test_without_some_columns_the_others_keep_what_they_are():
    table = BARE.beside("why_1", "甲：怎么算的", ["a", "b"]).beside("why_2", "乙：怎么算的", ["c", "d"])
    left = table.without({0, 2})
    assert left == Table(("乙", "乙：怎么算的"), (("x", "c"), (None, "d")), ("column_2", "why_2"), frozenset({1}))
    assert table.without(table.told).header == BARE.header


def test_a_schedule_tells_how_each_row_came_about_and_once_what_all_rests_on(rules):
    loan = small_plan().loans[0]
    worked_out = loan_schedule(loan, rules)
    table = reasoned_schedule_table(worked_out, rule_for(loan, rules))
    assert table.keys[-2:] == ("why", "grounds")
    assert table.told == {11, 12}
    assert table.without({10, *table.told}) == schedule_table(worked_out)
    assert table.keys[10] == "kind"
    assert [row[10].key for row in table.rows] == ["instalment"] * 3
    first, second, _ = table.rows
    # 3,000 × 0.04 % × 31 days = 37.20
    assert first[5:9] == (Decimal(1000), Decimal("37.20"), Decimal(0), Decimal("1037.20"))
    assert "3,000.00 × 日利率 0.04% × 31 天 = 37.20" in first[11]
    assert first[12].startswith("规则：借呗（jiebei，")
    assert second[12] is None
