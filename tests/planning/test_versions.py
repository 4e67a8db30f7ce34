"""Two states of a plan side by side, in words."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.planning.document import loan_schedule
from jiebei_desktop.planning.versions import Row, changed_rows, side_by_side, summary
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule
from tests.conftest import TODAY
from tests.planning.test_merging import BASE, DROP, LOANS, SCENARIO, changed, loan, plans, snapshot

RULES = shipped_rules()


def differences(changes, today=TODAY):
    return changed_rows(side_by_side(BASE, changed(changes), RULES, today))


def test_all_rows_of_a_plan():
    rows = side_by_side(BASE, BASE, RULES, TODAY)
    assert changed_rows(rows) == ()
    assert [(row.label, row.left) for row in rows] == [
        ("计划的名字", "0.1.0 存的计划"),
        ("借款", "3 笔"),
        ("还欠的本金（2026-11-24）", "7,202.16 元"),
        ("利息和手续费，全部借款", "1,122.66 元"),
        ("借呗 5 期：名字", "没起名"),
        ("借呗 5 期：产品", "借呗"),
        ("借呗 5 期：借了多少", "12,000.00 元"),
        ("借呗 5 期：分几期", "5 期"),
        ("借呗 5 期：怎么还、利率", "每月等额 · 年利率 15%"),
        ("借呗 5 期：首个还款日", "2026-07-15"),
        ("借呗 5 期：最后还款日", "2026-11-15"),
        ("借呗 5 期：利息和手续费", "455.47 元"),
        ("借呗 5 期：还得怎样", "从第 4 期起没还、逾期 40 天、1 次变动"),
        ("借呗 5 期：逾期怎么算", "照产品的"),
        ("装修：名字", "装修"),
        ("装修：产品", "花呗分期"),
        ("装修：借了多少", "6,000.00 元"),
        ("装修：分几期", "12 期"),
        ("装修：怎么还、利率", "等本等费 · 总费率 8.8%"),
        ("装修：首个还款日", "2026-04-03"),
        ("装修：最后还款日", "2027-03-03"),
        ("装修：利息和手续费", "528.00 元"),
        ("装修：还得怎样", "都按时还"),
        ("装修：逾期怎么算", "照产品的"),
        ("信用卡那笔：名字", "信用卡那笔"),
        ("信用卡那笔：产品", "信用卡"),
        ("信用卡那笔：借了多少", "3,000.00 元"),
        ("信用卡那笔：分几期", "6 期"),
        ("信用卡那笔：怎么还、利率", "每月等额 · 年利率 18%"),
        ("信用卡那笔：首个还款日", "2026-09-08"),
        ("信用卡那笔：最后还款日", "2027-02-08"),
        ("信用卡那笔：利息和手续费", "139.19 元"),
        ("信用卡那笔：还得怎样", "都按时还、2 次变动"),
        ("信用卡那笔：逾期怎么算", "照产品的"),
        ("对比：借多少", "12,000.00 元"),
        ("对比：哪天借", "2026-06-15"),
        ("对比：哪几列", "2 列：借呗 6 期、花呗分期 6 期"),
        ("留着的对比", "1 个：换成花呗"),
        ("自己的产品", "1 个：信用卡"),
        ("自己改的规则", "没有"),
        ("平均每月收入", "6,016.67 元"),  # 5,600 a month and 5,000 a year
        ("平均每月开支", "4,328.00 元"),  # 1,500 + 2,300 + 128 + 400
        ("手上的钱", "1 个账户，2026-11-24 有 4,600.00 元"),
        ("预算、策略和压力测试的其他设置", "一样"),
        ("协商和写给贷款人的信", "一样"),
        ("快照", "没有"),
    ]


RULE = OverdueRule(penalty_rate="0.001").model_dump(mode="json")


@pytest.mark.parametrize(
    ("changes", "rows"),
    [
        ({"name": "新的"}, [("计划的名字", "0.1.0 存的计划", "新的")]),
        (
            {"loans/early/principal": "9000.00"},
            [
                # four of twelve instalments are left: of 750 instead of 500
                ("还欠的本金（2026-11-24）", "7,202.16 元", "8,202.16 元"),
                ("利息和手续费，全部借款", "1,122.66 元", "1,386.66 元"),
                ("装修：借了多少", "6,000.00 元", "9,000.00 元"),
                ("装修：利息和手续费", "528.00 元", "792.00 元"),
            ],
        ),
        (
            {"loans/seed/name": "救急", "loans/seed/unpaid_from": None, "loans/seed/events": []},
            [
                ("还欠的本金（2026-11-24）", "7,202.16 元", "3,158.48 元"),
                ("救急：名字", "没起名", "救急"),
                ("救急：还得怎样", "从第 4 期起没还、逾期 40 天、1 次变动", "都按时还"),
            ],
        ),
        (
            {"loans/seed/missed": [[1, 2]], "loans/seed/unpaid_from": None, "loans/seed/overdue": RULE},
            [
                ("还欠的本金（2026-11-24）", "7,202.16 元", "7,670.28 元"),
                (
                    "借呗 5 期：还得怎样",
                    "从第 4 期起没还、逾期 40 天、1 次变动",
                    "有过没按时还的、逾期 132 天、1 次变动",
                ),
                ("借呗 5 期：逾期怎么算", "照产品的", "自己填的"),
            ],
        ),
        ({"loans/seed/billed_instalment": "1301.00"}, [("借呗 5 期：其他", "", "不一样")]),
        ({"loans/early/later": 1}, [("装修：其他", "", "不一样")]),
        (
            {"comparison/amount": "1.00", "comparison/start_date": "2026-06-16"},
            [("对比：借多少", "12,000.00 元", "1.00 元"), ("对比：哪天借", "2026-06-15", "2026-06-16")],
        ),
        ({"comparison/early_period": 4}, [("对比和自己的产品：其他", "", "不一样")]),
        ({"scenarios/换成花呗": DROP}, [("留着的对比", "1 个：换成花呗", "没有")]),
        ({"scenarios/换成花呗/comparison/amount": "1.00"}, [("对比和自己的产品：其他", "", "不一样")]),
        ({"products/own_card/penalty_rate": None}, [("对比和自己的产品：其他", "", "不一样")]),
        ({"budget/entries/rent": DROP}, [("平均每月开支", "4,328.00 元", "2,828.00 元")]),
        (
            {"budget/accounts/card/balance": "1.00"},
            [("手上的钱", "1 个账户，2026-11-24 有 4,600.00 元", "1 个账户，2026-11-24 有 1.00 元")],
        ),
        (
            {"budget/accounts": [], "budget/entries": []},
            [
                ("平均每月收入", "6,016.67 元", "没填"),
                ("平均每月开支", "4,328.00 元", "没填"),
                ("手上的钱", "1 个账户，2026-11-24 有 4,600.00 元", "0 个账户，2026-11-24 有 0.00 元"),
            ],
        ),
        (
            {"scenarios": [SCENARIO, SCENARIO | {"name": "再看"}], "snapshots": [snapshot("十一月", {})]},
            [("留着的对比", "1 个：换成花呗", "2 个：换成花呗、再看"), ("快照", "没有", "1 个：十一月")],
        ),
        ({"budget/entries/rent/name": "房租"}, [("预算、策略和压力测试的其他设置", "", "不一样")]),
        ({"budget/no_late": False}, [("预算、策略和压力测试的其他设置", "", "不一样")]),
        ({"stress/chance/seed": 2}, [("预算、策略和压力测试的其他设置", "", "不一样")]),
        ({"relief/reason": "病了"}, [("协商和写给贷款人的信", "", "不一样")]),
        ({"loans": LOANS[::-1]}, [("其他", "", "不一样")]),
        ({"later": 1}, [("其他", "", "不一样")]),
    ],
)
def test_what_was_changed(changes, rows):
    assert [tuple(row) for row in differences(changes)] == rows


def test_what_was_paid_in_time_and_recorded_is_no_lateness():
    days = ("2026-07-15", "2026-08-15", "2026-09-15")
    paid = [{"type": "payment", "date": day, "amount": "2491.09"} for day in days]
    alone = {**LOANS[0], "unpaid_from": None, "events": [], "principal": "12000.00"}
    before, after = (changed({"loans": [alone | more]}) for more in ({}, {"missed": [[1, 3]], "events": paid}))
    rows = changed_rows(side_by_side(before, after, shipped_rules(), TODAY))
    assert [tuple(row) for row in rows] == [("借呗 5 期：还得怎样", "都按时还", "都按时还、3 次变动")]


def test_a_loan_that_only_one_side_has_is_not_there_on_the_other():
    left, right = changed({"loans/early": DROP}), changed({"loans/third": DROP})
    rows = changed_rows(side_by_side(left, right, RULES, TODAY))
    assert rows[:4] == (
        Row("还欠的本金（2026-11-24）", "5,202.16 元", "6,043.68 元"),
        Row("利息和手续费，全部借款", "594.66 元", "983.47 元"),
        Row("装修", "—", "花呗分期，6,000.00 元，12 期，等本等费 · 总费率 8.8%"),
        Row("信用卡那笔", "信用卡，3,000.00 元，6 期，每月等额 · 年利率 18%", "—"),
    )
    assert len(rows) == 4


def test_what_is_owed_is_what_falls_due_later_where_all_is_paid_on_its_day(rules):
    paid = changed({"loans/seed/unpaid_from": None, "loans/seed/events": [], "loans/third": DROP})
    rows = (row for each in paid.loans for row in loan_schedule(each, rules).rows)
    assert sum(row.principal for row in rows if row.due_date > TODAY) == 2000
    assert side_by_side(paid, paid, RULES, TODAY)[2].left == "2,000.00 元"


def test_a_loan_that_cannot_be_worked_out_says_why():
    rows = differences({"loans/early/fee_rate": None, "loans/third/product": "gone"})
    unpriced = "花呗分期 12 期的费率没有公布，请照自己 App 里的填"
    unknown = rows[-1].right
    assert unknown.startswith("没有叫 gone 的产品规则；现有：own_card、")
    assert [tuple(row) for row in rows] == [
        ("还欠的本金（2026-11-24）", "7,202.16 元", "4,043.68 元，另有 2 笔算不出来"),
        ("利息和手续费，全部借款", "1,122.66 元", "455.47 元，另有 2 笔算不出来"),
        ("装修：怎么还、利率", "等本等费 · 总费率 8.8%", "等本等费"),
        ("装修：首个还款日", "2026-04-03", unpriced),
        ("装修：最后还款日", "2027-03-03", unpriced),
        ("装修：利息和手续费", "528.00 元", unpriced),
        ("信用卡那笔：产品", "信用卡", "gone"),
        ("信用卡那笔：首个还款日", "2026-09-08", unknown),
        ("信用卡那笔：最后还款日", "2027-02-08", unknown),
        ("信用卡那笔：利息和手续费", "139.19 元", unknown),
    ]


def test_each_side_has_its_own_products():
    rows = differences({"products/own_card/name": "招行卡", "products/own_card/method": "bullet"})
    assert [tuple(row) for row in rows] == [
        ("信用卡那笔：产品", "信用卡", "招行卡"),
        ("自己的产品", "1 个：信用卡", "1 个：招行卡"),
    ]


def test_loans_of_one_name_are_told_apart_by_their_days():
    plan = changed(
        {"loans/early": loan("early", name=""), "loans/third": loan("third", name="", start_date="2026-05-05")}
    )
    labels = [row.label for row in side_by_side(BASE, plan, RULES, TODAY)]
    assert "花呗分期 12 期（2026-03-03 借的）：名字" in labels
    assert "花呗分期 12 期（2026-05-05 借的）：名字" in labels
    assert "借呗 5 期：名字" in labels


def test_nothing_is_owed_of_a_loan_that_begins_later():
    assert side_by_side(BASE, BASE, RULES, date(2026, 1, 1))[2].left == "0.00 元"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "3 笔借款，共借 21,000.00 元，还欠本金 7,202.16 元"),
        ({"loans/early/fee_rate": None}, "3 笔借款，共借 21,000.00 元，还欠本金 5,202.16 元，另有 1 笔算不出来"),
        ({"loans": []}, "没有借款"),
    ],
)
def test_a_plan_in_a_line(changes, said):
    assert summary(changed(changes), RULES, TODAY) == said


@given(plans())
@settings(max_examples=30)
def test_a_plan_is_like_itself(plan):
    assert changed_rows(side_by_side(plan, plan, RULES, TODAY)) == ()
    assert summary(plan, RULES, TODAY)


@given(plans(), plans())
@settings(max_examples=50)
def test_plans_that_are_not_the_same_are_told_apart(left, right):
    rows = side_by_side(left, right, RULES, TODAY)
    assert bool(changed_rows(rows)) == (left != right)
    assert [Row(row.label, row.right, row.left).differs for row in rows] == [row.differs for row in rows]


EDITS = st.one_of(
    st.tuples(st.just("principal"), st.integers(1, 10**6).map(lambda fen: f"{fen / 100:.2f}")),
    st.tuples(st.just("periods"), st.integers(1, 60)),
    st.tuples(st.just("rate"), st.integers(0, 3600).map(lambda part: f"{part / 10_000:.4f}")),
    st.tuples(st.just("name"), st.text(max_size=8)),
)


@given(st.sampled_from(["seed", "third"]), EDITS)
@settings(max_examples=50)
def test_one_field_of_a_loan_is_enough(loan_id, edit):
    field, value = edit
    plan = changed({f"loans/{loan_id}/{field}": value})
    found = changed_rows(side_by_side(BASE, plan, RULES, TODAY))
    assert bool(found) == (getattr(plan.loan(loan_id), field) != getattr(BASE.loan(loan_id), field))
