"""The budget as tables, the sample plan's rows in words and figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.files.budget_tables import (
    brands_of,
    carries_table,
    entries_table,
    months_table,
    reasoned_months_table,
)
from jiebei_desktop.files.csv_out import csv_bytes
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.files.tables import Share
from jiebei_desktop.planning.budget.capacity import Carry, carries
from jiebei_desktop.planning.budget.household import Account, Entry
from jiebei_desktop.planning.budget.outlook import Outlook, basis
from jiebei_desktop.planning.budget.words import carry_why, payable_label, when
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import CustomProduct, Loan
from jiebei_desktop.products import Brand, shipped_rules
from jiebei_desktop.values import Problem
from tests.planning.budget.test_cash import free, once, plan_of

RULES = shipped_rules()


@pytest.fixture
def sample() -> Outlook:
    return basis(sample_plan(), RULES, SAMPLE_DAY).outlook()


def test_the_months_of_the_sample(sample):
    found = months_table(sample)
    assert found.header == (
        *("月份", "收入", "开支", "存起来", "借呗", "花呗", "占收入", "轻重", "最少的一天", "那天有", "还差"),
        *("哪一期会晚", "晚了多付"),
    )
    assert len(found.rows) == 25
    late = Decimal("5055.73")
    assert found.rows[0] == (
        *("2026-11", 0, 0, 0, late, 0, None, "不满一个月", SAMPLE_DAY, 4600 - late, late - 4600),
        *("借呗 5 期逾期的部分", Decimal("63.27")),
    )
    assert found.rows[1] == (
        *("2026-12", 5600, 4328, 0, 0, 0, Share(Decimal(0)), "可以", date(2026, 12, 10), Decimal("-4655.73")),
        *(Decimal("4655.73"), None, None),
    )
    assert found.rows[12][9:] == (Decimal("14336.27"), None, None, None)
    assert csv_bytes(found).decode("utf-8-sig").splitlines()[2].startswith("2026-12,5600.00,4328.00,0.00,0.00,0.00,")


def test_each_month_tells_how_it_came_about_and_the_first_where_the_bounds_are(sample):
    found = reasoned_months_table(sample)
    assert found.keys == (
        *("month", "income", "spending", "saving", "jiebei", "huabei", "percent_of_income", "band", "lowest_day"),
        *("lowest", "short", "late", "late_cost", "why", "grounds"),
    )
    assert found.without(found.told) == months_table(sample)
    first, second = found.rows[0][13:], found.rows[1][13:]
    assert "起初 4,600.00 + 到那天的收入 0.00 − 开支 0.00 − 还款 5,055.73 = −455.73 元" in first[0]
    assert "21 天 × 4,890.57 × 0.0616% = 63.264414 元" in first[0]
    assert first[1].startswith("你的线：还款占收入到 35%")
    assert second[0].endswith("还款 0.00 ÷ 收入 5,600.00 = 0.00%。")
    assert second[1] is None


def test_an_instalment_that_will_be_late_is_named():
    plan = plan_of(sample_plan().budget.changed(entries=()), free("装修", 14000, date(2026, 12, 15), 2))
    found = months_table(basis(plan, RULES, SAMPLE_DAY).outlook())
    assert found.rows[1][11] == "装修第 1 期"
    assert found.rows[2][11] == "装修第 2 期"
    overdue = sample_plan().loans[0]
    (late,) = basis(plan_of(plan.budget, overdue), RULES, SAMPLE_DAY).payables
    assert payable_label(late) == "借呗 5 期逾期的部分"


def test_other_brands_have_columns_of_their_own_where_they_ask_for_anything(sample):
    assert brands_of(sample) == [Brand.JIEBEI, Brand.HUABEI]
    own = CustomProduct(id="own_card", name="信用卡", rate="0.18")
    plan = sample_plan().model_copy(update={"products": (own,)})
    rules = with_own_products(RULES, (own,), SAMPLE_DAY)
    loan = Loan(
        id="own",
        name="",
        product="own_card",
        periods=3,
        method="equal_payment",
        rate="0.18",
        rate_per="year",
        principal="900",
        start_date=SAMPLE_DAY,
    )
    outlook = basis(plan.with_loan(loan), rules, SAMPLE_DAY).outlook()
    assert brands_of(outlook) == [Brand.JIEBEI, Brand.HUABEI, Brand.OTHER]
    table = months_table(outlook)
    assert table.header[6] == "其他借款"
    assert table.rows[1][6] > 300


def test_what_was_entered():
    found = entries_table(sample_plan().budget)
    assert found.header == ("名字", "类型", "每次", "什么时候", "类别")
    assert found.keys == ("name", "kind", "amount", "when", "category")
    assert found.rows[0] == ("工资", "收入", 5600, "每月 15 日", "工资")
    assert found.rows[1] == ("年终奖", "收入", 5000, "每年 2 月 10 日", "年终奖")
    assert [row[0] for row in found.rows[2:]] == ["房租", "吃饭", "水电话费", "购物"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"repeat": "once", "start": "2026-12-01"}, "2026-12-01"),
        ({"repeat": "days", "start": "2026-12-01"}, "每天"),
        ({"repeat": "days", "start": "2026-12-01", "every": 10}, "每 10 天"),
        ({"repeat": "weeks", "start": "2026-12-01"}, "每周"),
        ({"repeat": "weeks", "start": "2026-12-01", "every": 2}, "每 2 周"),
        ({"day": 31}, "每月 31 日"),
        ({"start": "2026-12-07"}, "每月 7 日"),
        ({"start": "2026-12-07", "every": 3, "day": 9}, "每 3 个月的 9 日"),
        ({"repeat": "years", "start": "2026-12-07"}, "每年 12 月 7 日"),
        ({"repeat": "years", "start": "2026-12-07", "every": 2}, "每 2 年的 12 月 7 日"),
        ({"repeat": "last_workday"}, "每月最后一个工作日"),
        ({"repeat": "workdays", "end": "2027-01-01"}, "每个工作日，到 2027-01-01"),
    ],
)
def test_when_an_entry_happens_in_words(said, expected):
    assert when(Entry.model_validate({"id": "e", "amount": "1"} | said)) == expected


def test_how_much_can_be_carried():
    plan = plan_of(sample_plan().budget.changed(entries=(), cushion=50), free("l", 250, SAMPLE_DAY))
    base = basis(plan, RULES, SAMPLE_DAY)
    outlook = base.outlook()
    found = carries_table(carries(plan, RULES, base, outlook), plan.budget)
    assert found.header == ("产品和周期", "最多再借", "每次最多还", "卡在哪天", "为什么")
    assert found.keys == ("product_and_cycle", "most_more", "most_a_time", "limiting_day", "why")
    assert found.told == {4}
    assert len(found.rows) == 9
    row = found.rows[3]
    assert row[1:4] == (4300, 4300, date(2026, 12, 10))  # 4,600 − 250 − 50 = 4,300
    assert row[4] == "再多借，2026 年 12 月 10 日就低于要留的 50.00 元。"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Carry(Brand.JIEBEI, "3", "", Decimal(0), day=date(2026, 12, 1)), "2026 年 12 月 1 日本来就没有多余的钱了"),
        (Carry(Brand.JIEBEI, "3", "", Decimal(300_000)), "钱不是限制；产品最多借 300,000.00 元。"),
        (Carry(Brand.JIEBEI, "3", "", Decimal(500), limit=Decimal("512.5")), "钱不是限制；额度还剩 512.50 元。"),
        (Carry(Brand.JIEBEI, "3", "", Decimal(0), problem=Problem("rate", "还没填利率")), "还没填利率"),
    ],
)
def test_why_no_more_can_be_carried(found, expected):
    assert carry_why(found, Decimal(0)).startswith(expected)


def test_what_is_saved_has_its_column():
    budget = sample_plan().budget.changed(
        entries=(
            Entry(id="s", kind="saving", amount=70, day=1),
            once("1000", date(2026, 12, 3)),
            Entry(id="f", amount=100, day=2),
        ),
        accounts=(Account(id="card", balance=900),),
    )
    loan = free("l", 600, date(2026, 12, 15))
    row = months_table(basis(plan_of(budget, loan), RULES, SAMPLE_DAY).outlook()).rows[1]
    assert row[:8] == ("2026-12", 1000, 100, 70, 0, 600, Share(Decimal("0.6")), "太重")
