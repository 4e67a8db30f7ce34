"""What is on each paper: the figures of the pages, nothing left out, and why where there is none."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop import text
from jiebei_desktop.files.overdue_paper import AHEAD, overdue_paper
from jiebei_desktop.files.papers import budget_paper, disclosure_paper, part_of, schedule_paper
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.files.tables import Table, shown
from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import CustomProduct, Loan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.conftest import SEED, TODAY


@pytest.fixture
def plan(rules):
    return sample_plan()


def seed(**changed) -> Loan:
    return Loan.model_validate(SEED | changed)


def column(part, name):
    return [row[part.header.index(name)] for row in part.rows]


# --- the schedule -----------------------------------------------------------------------------------------------------


def test_a_schedule_has_each_instalment_and_their_sums(plan, rules):
    paper = schedule_paper(plan, seed(unpaid_from=None), rules, TODAY)
    (part,) = paper.tables
    # 12,000 yuan at 15 % a year on 365 days: the figures of tests/engine.
    assert part.header == ("期", "起息日", "还款日", "天数", "期初本金", "本金", "利息", "应还", "剩余本金")
    assert column(part, "应还") == [Decimal("2491.09")] * 4 + [Decimal("2491.11"), Decimal("12455.47")]
    assert part.strong == {5}
    assert [shown(cell) for cell in part.rows[5]] == (
        ["合计", "", "", "153", "", "12,000.00", "455.47", "12,455.47", ""]
    )
    assert part.said == ("2026 年 6 月 15 日借 12,000.00 元，分 5 期，每月等额 · 年利率 15%。",)
    assert paper.title == "借呗 5 期 还款表"
    assert paper.headline == "每期还 2,491.09 元，2026 年 11 月 15 日还清，一共多付 455.47 元。"
    assert paper.made.startswith("2026-11-24 · 借花规划")
    assert "与蚂蚁集团无关" in paper.made
    assert any(note.startswith("规则：借呗") for note in paper.notes)


def test_what_is_late_is_said_at_its_instalment(plan, rules):
    paper = schedule_paper(plan, seed(), rules, TODAY)
    assert column(paper.tables[0], "说明") == [None, None, None, "没还 2,491.09", "没还 2,491.11", None]
    assert paper.reason.startswith("逾期 40 天，2 期没还。今天付 5,055.73 元就不再逾期。")


def test_a_fee_has_a_column_only_where_there_is_one(plan, rules):
    flat = {"product": "huabei_instalment", "method": "flat_fee", "rate": None, "fee_rate": "0.072", "periods": 12}
    part = schedule_paper(plan, seed(**flat, unpaid_from=None), rules, TODAY).tables[0]
    assert "手续费" in part.header
    assert "利息" not in part.header
    assert column(part, "手续费")[-1] == Decimal("864.00")  # 7.2 % of 12,000


def test_what_happened_is_told_and_marked(plan, rules):
    events = [
        {"type": "settlement", "date": "2026-09-20"},
        {"type": "prepayment", "date": "2026-08-01", "amount": "3000", "effect": "lower"},
    ]
    paper = schedule_paper(plan, seed(unpaid_from=None, events=events), rules, TODAY)
    schedule, happened = paper.tables
    assert [said for said in column(schedule, "说明") if said] == ["提前还款", "结清"]
    assert happened.said == ("2026 年 8 月 1 日提前还 3,000.00 元，每期变少", "2026 年 9 月 20 日一次结清")
    assert column(schedule, "本金")[-1] == Decimal("12000.00")


def test_a_new_plan_takes_what_was_not_paid(plan, rules):
    anew = {"type": "restructure", "date": "2026-11-20", "periods": 6, "arrears": "capitalise"}
    part = schedule_paper(plan, seed(events=[anew]), rules, TODAY).tables[0]
    assert [said for said in column(part, "说明") if said] == ["没还，转入新的计划"] * 2 + ["重新分期"]


def test_a_loan_without_a_price_says_so(plan, rules):
    with pytest.raises(ProblemError) as raised:
        schedule_paper(plan, seed(rate=None), rules, TODAY)
    assert raised.value.problem.field == "rate"
    with pytest.raises(ProblemError):
        disclosure_paper(plan, seed(rate=None), rules, TODAY)


# --- the table of all costs -------------------------------------------------------------------------------------------


def test_a_disclosure_has_every_part_named_once(plan, rules):
    paper = disclosure_paper(plan, seed(), rules, TODAY)
    (part,) = paper.tables
    named = [row[0] for row in part.rows if row[0]]
    assert named == ["借款", "按时还要付的", "按时还的年化", "晚还可能付的", "提前结清"]
    assert part.rows[0] == ("借款", "本金", "12,000.00", "", "")
    amounts = dict(zip(column(part, "项目"), column(part, "金额或比例"), strict=True))
    assert amounts["利息"] == "455.47"
    assert amounts["名义年化"] == "15.06%"
    assert amounts["罚息"] == "日利率的 1.5 倍"
    assert part.right == {2}
    assert paper.title == "借呗 5 期 综合融资成本明示表"
    assert any("不是放款方出的" in note for note in paper.notes)


def test_a_disclosure_is_of_the_loan_as_agreed(plan, rules):
    paid_off = seed(unpaid_from=None, events=[{"type": "settlement", "date": "2026-07-20"}])
    agreed = disclosure_paper(plan, seed(unpaid_from=None), rules, TODAY)
    assert disclosure_paper(plan, paid_off, rules, TODAY) == agreed


# --- being late -------------------------------------------------------------------------------------------------------


def test_what_is_owed_today_is_told_bucket_by_bucket(plan, rules):
    paper = overdue_paper(plan, rules, TODAY)
    owed = paper.tables[0]
    # Two instalments late, 40 and 9 days, at 1.5 times the daily rate on their principal.
    assert [row[:2] for row in owed.rows] == [
        ("逾期本金", Decimal("4890.57")),
        ("逾期利息", Decimal("91.63")),
        ("本金的罚息", Decimal("73.53")),
        ("要还才不逾期", Decimal("5055.73")),
        ("一次结清要", Decimal("5055.73")),
    ]
    assert owed.strong == {3, 4}
    assert all(row[2] for row in owed.rows)
    assert paper.headline == "晚 40 天多付 73.53 元，全是本金的罚息。"


def test_the_days_to_come_are_told_from_today_on(plan, rules):
    ahead = overdue_paper(plan, rules, TODAY).tables[1]
    assert column(ahead, "再过几天") == [0, *AHEAD]
    assert column(ahead, "哪一天") == [TODAY + timedelta(days=more) for more in (0, 1, 7, 30, 90)]
    assert column(ahead, "逾期几天") == [40, 41, 47, 70, 130]
    costs, more = column(ahead, "晚了一共多付"), column(ahead, "比现在多付")
    assert costs[:2] == [Decimal("73.53"), Decimal("76.54")]
    assert more == [cost - costs[0] for cost in costs]
    due = column(ahead, "要还才不逾期")  # the last instalment is late already: only the penalty grows
    assert [each - due[0] for each in due] == more


def test_ways_stages_and_rights_are_on_the_paper(plan, rules):
    headings = [part.heading for part in overdue_paper(plan, rules, TODAY).tables]
    assert headings == [
        "借呗 5 期：2026 年 11 月 24 日欠多少",
        "借呗 5 期：再晚几天",
        "借呗 5 期：有哪些办法，都从 2026 年 11 月 24 日算起",
        "逾期的阶段",
        "会发生什么",
        "你可以指望的",
    ]
    ways, stages = overdue_paper(plan, rules, TODAY).tables[2:4]
    assert len(ways.rows) == 9  # each of the ways, with what it comes to or why it can't be taken
    assert all(row[1] is not None or row[-1] for row in ways.rows)
    assert column(stages, "逾期几天起") == [0, 1, 31, 61, 91, 271, 361]


def test_two_late_loans_are_told_together(plan, rules):
    two = plan.with_loan(seed(id="other", name="装修")).with_loan(seed())
    paper = overdue_paper(two, rules, TODAY)
    assert paper.headline == "2 笔逾期，今天一共付 10,111.46 元，就都不再逾期。"  # twice 5,055.73
    assert sum(part.heading.endswith("欠多少") for part in paper.tables) == 2


def test_a_loan_that_is_not_late_is_a_what_if_when_it_is_chosen(plan, rules):
    fine = new_plan("计划", rules, TODAY).with_loan(seed(start_date="2026-11-01", unpaid_from=None))
    with pytest.raises(ProblemError, match="没有逾期的借款"):
        overdue_paper(fine, rules, TODAY)
    paper = overdue_paper(fine, rules, TODAY, {"seed"})
    assert column(paper.tables[1], "哪一天")[0] == date(2026, 12, 1)
    assert column(paper.tables[1], "逾期几天") == [0, 1, 7, 30, 90]


def test_several_that_are_not_late_say_so(plan, rules):
    fine = new_plan("计划", rules, TODAY).with_loan(seed(start_date="2026-11-01", unpaid_from=None))
    both = fine.with_loan(seed(id="b", name="另一笔", start_date="2026-11-02", unpaid_from=None))
    assert overdue_paper(both, rules, TODAY, {"seed", "b"}).headline == "都还没有逾期；下面是晚了会怎样。"


def test_a_loan_that_is_paid_off_has_no_ways(plan, rules):
    done = new_plan("计划", rules, TODAY).with_loan(seed(unpaid_from=None))
    headings = [part.heading for part in overdue_paper(done, rules, TODAY, {"seed"}).tables]
    assert not any("有哪些办法" in heading or "再晚几天" in heading for heading in headings)


def test_what_nobody_knows_is_said_in_its_place(plan, rules):
    card = CustomProduct(id="own_card", name="银行卡", rate="0.15")
    own = plan.model_copy(update={"products": (card,)})
    known = with_own_products(rules, own.products, TODAY)
    other = seed(id="card", product="own_card")
    two = own.with_loan(other)
    paper = overdue_paper(two, known, TODAY, {"seed", "card"})
    said = [part for part in paper.tables if part.heading.startswith("银行卡")]
    assert [part.header for part in said] == [()]
    assert "不知道" in said[0].said[0]
    with pytest.raises(ProblemError, match="不知道"):
        overdue_paper(two, known, TODAY, {"card"})


# --- the budget -------------------------------------------------------------------------------------------------------


def test_a_budget_has_alerts_months_and_entries(plan, rules):
    paper = budget_paper(plan, rules, TODAY)
    alerts, months, entries = paper.tables
    assert alerts.said[0].startswith("借呗 5 期已经逾期 40 天，今天付 5,055.73 元就不再逾期")
    assert months.header[0] == "月份"
    assert len(months.rows) == 25  # what is left of this month, 23 whole ones and what is left of the last
    assert column(entries, "名字") == ["工资", "年终奖", "房租", "吃饭", "水电话费", "购物"]
    assert paper.headline.startswith("今天就差 455.73 元。")


def test_a_budget_that_was_not_entered_has_no_paper(rules):
    with pytest.raises(ProblemError, match="还没有填收支") as raised:
        budget_paper(new_plan("计划", rules, TODAY), rules, TODAY)
    assert raised.value.problem.field == "budget"


# --- all of them ------------------------------------------------------------------------------------------------------


def test_the_texts_follow_the_language(plan, rules):
    text.use(text.ENGLISH)
    paper = schedule_paper(sample_plan(), seed(), rules, TODAY)
    assert paper.headline == "2,491.09 yuan each time, paid off on 2026-11-15, at a cost of 455.47 yuan."


cells = st.one_of(st.none(), st.just(""), st.text(max_size=3), st.integers(0, 9), st.just(Decimal(0)))


@given(st.integers(1, 5).flatmap(lambda width: st.lists(st.tuples(*[cells] * width), max_size=6)))
def test_a_column_goes_only_where_all_of_it_is_empty(rows):
    width = len(rows[0]) if rows else 3
    header = tuple(f"c{place}" for place in range(width))
    part = part_of("", Table(header, tuple(rows)))
    assert all(len(row) == len(part.header) for row in part.rows)
    for place, name in enumerate(header):
        told = any(row[place] not in {None, ""} for row in rows)
        assert (name in part.header) == (told or place == 0)


@given(st.integers(1, 36), st.sampled_from(["equal_payment", "equal_principal", "interest_first"]))
def test_the_sums_are_those_of_the_rows(periods, method):
    rules = shipped_rules()
    loan = seed(periods=periods, method=method, unpaid_from=None)
    part = schedule_paper(new_plan("计划", rules, TODAY), loan, rules, TODAY).tables[0]
    for name in ("天数", "本金", "利息", "应还"):
        *rows, total = column(part, name)
        assert sum(rows) == total
