"""The overview in words: what stands on top in each situation, and how each figure came about."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from jiebei_desktop.engine import Payment, Restructure, Settlement
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget
from jiebei_desktop.planning.budget.outlook import Outlook, basis
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.overview import overview
from jiebei_desktop.planning.overview_words import (
    answer,
    answer_why,
    by_brand,
    ends_remark,
    ends_value,
    ends_why,
    late_facts,
    left_out,
    level_summary,
    month_remark,
    month_why,
    owed_why,
    rate_why,
    reason,
    year_summary,
)
from jiebei_desktop.products import Brand
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free
from tests.planning.test_due_days import ON_TIME, SEED, plan_of, with_
from tests.planning.test_overview import BIKE, CASH, PENALTY_LAST, PHONE, RULES, found

SECOND = with_(SEED, id="second", name="备用", unpaid_from=5)
"""The same with only the last instalment unpaid: 2,491.11, nine days late, 13.64 of penalty."""


def ahead(held: str, *lent: Loan, today: date = TODAY) -> Outlook:
    budget = Budget(accounts=(Account(id="a", balance=held),), as_of=today)
    return basis(plan_of(*lent).model_copy(update={"budget": budget}), RULES, today).outlook()


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 24), "下一笔：12 月 10 日还 2,000.00 元，还有 16 天。"),
        (date(2026, 12, 8), "下一笔：12 月 10 日还 2,000.00 元，还有 2 天。"),
        (date(2026, 12, 9), "下一笔：明天（12 月 10 日）还 2,000.00 元。"),
        (date(2026, 12, 10), "今天要还 2,000.00 元。"),
        (date(2026, 12, 11), "下一笔：2027 年 1 月 10 日还 2,000.00 元，还有 30 天。"),
        (date(2027, 2, 11), "都还清了，没有要还的钱。真好。"),
    ],
)
def test_the_answer_is_what_falls_due_next(today, said):
    assert answer(found(PHONE, today=today)) == said


def test_what_falls_due_on_one_day_is_added_up():
    other = free("包", 300, date(2026, 12, 10))
    assert answer(found(PHONE, other)) == "下一笔：12 月 10 日还 2,300.00 元，还有 16 天。"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("1999.99", "下一笔：12 月 10 日还 2,000.00 元，还有 16 天；那天的钱还差 0.01 元。"),
        ("2000", "下一笔：12 月 10 日还 2,000.00 元，还有 16 天；那天的钱够。"),
    ],
)
def test_with_a_budget_it_says_whether_the_money_is_there(held, said):
    assert answer(found(PHONE), ahead(held, PHONE)) == said


def test_a_day_that_the_budget_does_not_look_at_is_left_open():
    far = free("远", 100, TODAY + timedelta(days=800))
    assert answer(found(far), ahead("1", far)).endswith("还有 800 天。")


def test_what_is_late_comes_first_and_says_what_clears_it():
    sample = overview(sample_plan(), RULES, SAMPLE_DAY)
    assert answer(sample) == "借呗 5 期逾期 40 天；今天付 5,055.73 元就不再逾期。"
    outlook = basis(sample_plan(), RULES, SAMPLE_DAY).outlook()  # 4,600 are there
    assert answer(sample, outlook) == "借呗 5 期逾期 40 天；今天付 5,055.73 元就不再逾期；手上的钱还差 455.73 元。"
    assert answer(sample, ahead("5055.73", SEED)).endswith("；手上的钱够。")
    assert reason(sample) == "一共还欠 5,055.73 元，付清就全部还完了。"


def test_several_late_ones_are_cleared_together():
    both = found(SEED, SECOND, PHONE)
    assert answer(both) == "2 笔逾期，最久 40 天；今天一共付 7,560.48 元就都不再逾期。"  # 5,055.73 + 2,491.11 + 13.64
    assert reason(both) == (
        "再下一笔：12 月 10 日还 2,000.00 元。一共还欠 13,560.48 元，照现在的计划 2027 年 2 月还清。"
    )
    assert answer_why(both).splitlines() == [
        "借呗 5 期：今天付 5,055.73 元（逾期 40 天，罚息 73.53 元，再晚一天多付 3.01 元）",
        "备用：今天付 2,504.75 元（逾期 9 天，罚息 13.64 元，再晚一天多付 1.51 元）",
        "一共 7,560.48 元",
    ]


def test_a_penalty_that_is_left_alone_is_no_number_of_days():
    paid = with_(SEED, Payment(date=date(2026, 11, 20), amount=Decimal("4982.20")), overdue=PENALTY_LAST)
    assert answer(found(paid)) == "借呗 5 期还有罚息没付；今天付 99.81 元就清了。"
    assert late_facts(found(paid).stands[0]) == "罚息 99.81 元"


def test_where_nobody_knows_the_penalty_that_is_said():
    (stand,) = found(SEED).late
    unknown = stand._replace(one_more_day=None, penalty=Decimal(0))
    assert late_facts(unknown) == "逾期 40 天，不知道罚息怎么算，没有算在里面"


def test_what_can_t_be_worked_out_is_named():
    broken = with_(CASH, id="broken", name="坏的", rate=None)
    alone = found(broken)
    assert (answer(alone), reason(alone)) == ("这里的借款还算不出来，补一处就好。", "还没填利率")
    assert left_out(alone, RULES) == ""
    assert left_out(found(broken, PHONE), RULES) == "算不出来、没有算在里面的：坏的。"
    assert left_out(found(PHONE), RULES) == ""


def test_what_is_paid_off_is_said_gladly():
    done = found(ON_TIME)
    assert answer(done) == "都还清了，没有要还的钱。真好。"
    assert reason(done) == "借款都留在“借款”里，想看随时可以看。"


def test_the_running_month_by_product_with_what_is_late_named():
    month = found(SEED, BIKE, free("下月初", 100, date(2026, 12, 1)))
    assert month_remark(month) == "借呗 5,055.73 · 花呗 1,000.00 · 含逾期 5,055.73"
    assert month_why(month).splitlines() == [
        "借呗 5 期：已经逾期的 5,055.73 元，其中罚息 73.53 元",
        "车：第 1 期，2026-11-30 还 1,000.00 元",
        "一共 6,055.73 元",
    ]
    assert month_remark(found(SEED)) == "借呗 5,055.73 · 都已逾期"
    assert by_brand({Brand.HUABEI: Decimal(1), Brand.JIEBEI: Decimal(0)}) == "花呗 1.00"


def test_a_month_with_nothing_left_tells_of_the_next():
    month = found(CASH, PHONE)
    assert month_remark(month) == "下个月 4,490.30"
    assert month_why(month) == "这个月没有要还的了"


def test_money_that_is_to_be_paid_early_is_called_so():
    early = with_(CASH, Settlement(date=date(2026, 11, 26)))
    # 12,000 × 0.15 / 365 × 11 days = 54.25
    assert month_why(found(early)) == "借呗 5 期：2026-11-26 提前还 12,054.25 元"


def test_what_is_owed_is_taken_apart_loan_by_loan():
    assert owed_why(found(SEED, PHONE)).splitlines() == [
        "借呗 5 期：5,055.73 元 = 本金 4,890.57 + 利息和费用 91.63 + 罚息 73.53",
        "手机：6,000.00 元 = 本金 6,000.00",
        "一共 11,055.73 元",
    ]
    kept = with_(SEED, Payment(date=date(2026, 10, 15), amount=Decimal(2600)))
    # of the fifth, 2,459.77 of principal and 31.34 of interest, 108.91 are there
    assert owed_why(found(kept, today=date(2026, 10, 20))) == (
        "借呗 5 期：2,382.20 元 = 本金 2,459.77 + 利息和费用 31.34 − 前面多还的 108.91"
    )


def test_the_rate_tells_its_weights():
    assert rate_why(found(CASH, PHONE)).splitlines() == [
        "手机：实际年化 0.00%，还欠本金 6,000.00 元",
        "借呗 5 期：实际年化 16.08%，还欠本金 12,000.00 元",
        "按还欠的本金加权：10.72%。复利，按还款日，一年 365 天。",
    ]
    dear = with_(CASH, id="dear", name="贵", rate=Decimal(1), rate_per="day", periods=2)
    assert rate_why(found(dear)) == "贵：年化大得算不出来，没有算在里面"


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (date(2026, 11, 24), "今天"),
        (date(2026, 11, 25), "1 天"),
        (date(2026, 12, 24), "30 天"),
        (date(2026, 12, 25), "2 个月"),
        (date(2027, 11, 24), "12 个月"),
        (date(2027, 11, 25), "13 个月"),
    ],
)
def test_how_long_it_takes_is_rounded_up_to_months(due, said):
    loan = free("l", 100, due)
    assert ends_value(found(loan)) == said
    assert ends_remark(found(loan)) == due.isoformat()
    assert ends_why(found(loan)).splitlines()[0] == f"l：最后一次 {due}"


def test_where_only_what_is_late_is_left_it_ends_today():
    late = found(SEED)
    assert (ends_value(late), ends_remark(late)) == ("今天", "付清逾期的就还完了")
    assert ends_why(late).splitlines()[0] == "借呗 5 期：最后一次 2026-11-15，已经到期"


def test_the_picture_in_words():
    assert year_summary(found(SEED, BIKE)) == (
        "往后 12 个月一共要还 17,055.73 元，最多的是 2026 年 11 月：6,055.73 元。"
        "逾期的 5,055.73 元算在这个月。再往后还有 14,000.00 元。"
    )
    enough = level_summary(found(BIKE), Decimal(1000))
    assert enough == "按预算，每月收入减开支还有 1,000.00 元，每个月要还的都不超过它。"
    assert level_summary(found(BIKE), Decimal("999.99")) == ("按预算，每月收入减开支还有 999.99 元，有 12 个月超过它。")
    assert level_summary(found(BIKE), Decimal(0)) == "按预算，每月的收入不够开支。"


def test_a_loan_that_is_late_until_a_plan_that_is_agreed_begins_is_not_passed_over():
    each = found(with_(SEED, Restructure(date=date(2026, 12, 1), periods=3)))
    assert not each.late
    assert reason(each).endswith("借呗 5 期现在逾期 40 天，12 月 1 日起按谈好的新计划还。")
    assert "现在逾期" not in reason(found(CASH))
