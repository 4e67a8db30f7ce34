"""What could help: tried on the same futures, with loans changed by the engine, and said in a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from jiebei_desktop.engine import Restructure, schedule
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Entry
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.budget.payables import in_order
from jiebei_desktop.planning.budget.trials import trial_option, worked_payables
from jiebei_desktop.planning.document import Plan, Relief, loan_terms
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.situation import WayKind, situation
from jiebei_desktop.planning.stress.chance import run
from jiebei_desktop.planning.stress.remedies import Remedied, remedied
from jiebei_desktop.planning.stress.scenarios import stressed
from jiebei_desktop.planning.stress.settings import Chance, Remedy, Shape, Shock, Stress
from jiebei_desktop.planning.stress.words import (
    certainty,
    headline,
    reason,
    remedy_name,
    remedy_sentence,
    shape_name,
    share_words,
    shock_detail,
    shock_name,
    shock_sentence,
)
from jiebei_desktop.planning.ways import outcome
from jiebei_desktop.products import Brand, shipped_rules
from tests.planning.stress.plans import STRESSES, TODAY, based, bases, loan, small

STRESS = Stress(chance=Chance(paths=1000, seed=3))
TAOBAO = Entry(id="taobao", amount="300", day=20, by_huabei=True)


def tried(base: Basis, stress: Stress = STRESS, relief: Relief | None = None) -> dict[Remedy, Remedied]:
    found = remedied(base, stress, relief or Relief(), shipped_rules())
    assert found is not None
    return {each.remedy: each for each in found}


def late(found: Remedied) -> int:
    assert found.chances is not None
    return found.chances.late_paths


def test_remedies_meet_the_same_futures_as_doing_nothing():
    base = based(small(loan(1), balance="2300", more=(TAOBAO,)))
    found = tried(base)
    assert tuple(found) == tuple(Remedy)
    assert found[Remedy.NOTHING].chances == run(base, STRESS)
    richer = base._replace(opening=base.opening + 5000)
    assert found[Remedy.CUSHION].chances == run(richer, STRESS)
    assert late(found[Remedy.CUSHION]) == 0
    assert 0 < late(found[Remedy.CUT]) < late(found[Remedy.NOTHING])
    assert all(each.extra == 0 for each in found.values() if each.remedy not in {Remedy.LONGER, Remedy.NEGOTIATE})


def test_spending_is_cut_from_tomorrow_on_but_not_what_is_on_a_bill():
    changed = tried(based(small(more=(TAOBAO,)), 2))[Remedy.CUT].changed
    assert changed is not None
    taobao = [flow.amount for flow in changed.basis.flows if flow.entry.id == "taobao"]
    assert taobao == [Decimal(-300), Decimal("-270.00")]  # the first was bought on 20 November
    assert {flow.amount for flow in changed.basis.flows if flow.entry.id == "food"} == {Decimal("-27.00")}


def test_huabei_is_paid_in_cash_or_not_bought_at_all():
    found = tried(based(small(more=(TAOBAO,)), 2))
    days = {}
    for remedy in (Remedy.CASH, Remedy.LESS):
        changed = found[remedy].changed
        assert changed is not None
        days[remedy] = [flow.day.isoformat() for flow in changed.basis.flows if flow.entry.id == "taobao"]
    assert days == {Remedy.CASH: ["2026-12-10", "2026-12-20", "2027-01-20"], Remedy.LESS: ["2026-12-10"]}


def test_the_largest_loan_is_paid_back_over_the_next_longer_usual_term():
    """After 10 December ten of twelve are left; twelve of the rest then, with the interest that the engine says."""
    big, rules = loan(1), shipped_rules()
    found = tried(based(small(big, loan(2, principal="5000"))))[Remedy.LONGER]
    changed = found.changed
    assert changed is not None
    assert changed.owed is not None
    plan = Restructure(date="2026-12-10", periods=12, same_method=True)
    assert (changed.owed.key, changed.plan) == ("loan 1", plan)
    terms = loan_terms(big, rules)
    longer, agreed = schedule(terms, [plan]), schedule(terms)
    assert found.extra == longer.totals.interest - agreed.totals.interest
    assert found.extra > 0
    own = [each for each in changed.basis.payables if each.owed.key == "loan 1"]
    assert [(each.day, each.amount) for each in own] == [
        (row.due_date, row.payment) for row in longer.rows if row.due_date > TODAY and row.event is None
    ]
    assert own[0].late(5) == Decimal("1.75")  # the instalment before the new plan costs what it did


def test_a_negotiated_plan_is_the_one_of_the_page_of_being_late():
    """The seed case: 5,055.73 overdue, turned into six instalments."""
    plan = sample_plan().model_copy(update={"budget": small(balance="0").budget})
    rules = shipped_rules()
    found = tried(based(plan), relief=plan.relief)[Remedy.NEGOTIATE]
    way = outcome(situation(plan, loan_subject(plan.loans[0], rules, TODAY), rules), WayKind.NEGOTIATE, 40)
    assert found.changed is not None
    assert [(each.day, each.amount) for each in found.changed.basis.payables] == list(way.later)
    assert found.extra == sum(amount for _, amount in way.later) - Decimal("5055.73")


def test_a_remedy_that_cannot_be_taken_says_why():
    nothing = tried(based(small(balance="99999"), 3))
    assert {each.remedy: each.problem for each in nothing.values() if each.chances is None} == {
        Remedy.LONGER: "没有在还的借款",
        Remedy.NEGOTIATE: "没有一期会晚，不用谈",
        Remedy.CASH: "以后没有记在花呗上的开销",
        Remedy.LESS: "以后没有记在花呗上的开销",
    }
    seed = sample_plan().model_copy(update={"budget": small().budget})
    assert "已经逾期" in tried(based(seed))[Remedy.LONGER].problem
    assert "只剩一期" in tried(based(small(loan(1, periods=2))))[Remedy.LONGER].problem
    long = loan(1, product="jiebei", periods=60, start_date="2026-10-10")
    assert "没有更长的可选" in tried(based(small(long)))[Remedy.LONGER].problem
    refused = tried(based(small(loan(1), balance="0")), relief=Relief(first_due_date="2026-11-01"))
    assert "首个还款日" in refused[Remedy.NEGOTIATE].problem
    bare = small(balance="0")
    bare = bare.model_copy(update={"budget": bare.budget.changed(entries=())})
    assert tried(based(bare))[Remedy.CUT].problem == "预算里没有以后的开销，没有可省的"


def test_what_is_only_tried_is_not_negotiated():
    plan, rules = small(balance="0"), shipped_rules()
    base = based(plan)
    _, payables = worked_payables(plan, rules, base, trial_option(plan, rules, Brand.HUABEI, "6"), Decimal(3000))
    found = tried(base._replace(payables=in_order(payables)))
    assert "还没借" in found[Remedy.NEGOTIATE].problem
    assert found[Remedy.LONGER].problem == "没有在还的借款"


@settings(max_examples=12)
@given(base=bases(), chosen=STRESSES)
def test_every_plan_can_be_asked_for_every_remedy(base, chosen):
    chosen = chosen.model_copy(update={"chance": chosen.chance.model_copy(update={"paths": 1000})})
    for found in tried(base, chosen).values():
        assert (found.chances is None) == bool(found.problem)
        if found.changed is not None and found.changed.owed is not None:
            key = found.changed.owed.key
            new = [each for each in found.changed.basis.payables if each.owed.key == key]
            old = [each for each in base.payables if each.owed.key == key]
            assert found.extra == sum(each.amount for each in new) - sum(each.amount for each in old)
            assert len({(each.number, each.due_date) for each in new}) == len(new)
            assert len(base.payables) - len(old) == len(found.changed.basis.payables) - len(new)
        assert remedy_sentence(found, found.chances or run(base, chosen), chosen)


def test_progress_goes_through_all_of_them_and_can_stop():
    base, heard = based(small(loan(1)), 2), []
    assert remedied(base, STRESS, Relief(), shipped_rules(), None, lambda share: heard.append(share) or True)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1] <= 1) == (1 / 7, True)
    assert remedied(base, STRESS, Relief(), shipped_rules(), None, lambda _: False) is None
    assert remedied(base, STRESS, Relief(), shipped_rules(), run(base, STRESS), lambda share: share < 0.2) is None


# --- in words ---------------------------------------------------------------------------------------------------------


def plan_in_need() -> Plan:
    return small(loan(1, name="买手机"), balance="2300")


def test_the_answer_in_words():
    found = run(based(plan_in_need()), Stress(chance=Chance(seed=3)))
    assert found is not None
    assert headline(found) == (
        "1 万种可能里有 20% 会在两年内至少晚一次；最先撑不住的是 2026 年 12 月 10 日的买手机第 2 期。"
    )
    assert reason(found) == (
        "会晚的那些可能里，98% 是先从它开始的，那天要还 550.79 元。逾期平均多花 0.36 元，95% 的可能里不超过 1.75 元。"
    )
    assert certainty(found) == "这是抽样，标准误差 0.40%：换一个种子，多半在 19.2% 到 20.8% 之间。"


def test_an_answer_without_anything_late():
    found = run(based(small(loan(1), balance="9000"), 12), STRESS)
    assert found is not None
    assert headline(found) == "1,000 种可能里，没有一种会在一年内晚还。"
    assert certainty(found) == "没抽到不等于不会：1,000 次都没有，会晚的可能多半不超过 0.30%。"
    assert reason(found).startswith("最紧的一天，一半的可能里还有 ")


def test_an_answer_that_is_certain():
    plan = sample_plan().model_copy(update={"budget": small(balance="0").budget})
    found = run(based(plan, 5), STRESS)
    assert found is not None
    assert headline(found).startswith("1,000 种可能，每一种都会在 5 个月内至少晚一次；已经晚了的是")
    assert headline(found).endswith("逾期的部分。")
    assert certainty(found) == "抽到的每一次都晚，和你填的波动无关。"


@pytest.mark.parametrize(
    ("share", "said"),
    [("0", "0%"), ("0.0004", "不到 0.1%"), ("0.0123", "1.2%"), ("0.226", "23%"), ("0.9999", "超过 99%"), ("1", "100%")],
)
def test_a_chance_as_somebody_says_it(share, said):
    assert share_words(Decimal(share)) == said


def test_shocks_in_words():
    base, stress = based(small(loan(1), balance="2300"), 2), Stress.model_validate({"job": {"months": 1}})
    assert [shock_name(shock) for shock in Shock] == ["收入变少", "丢了工作", "一笔突然的开销", "利率变了", "额度被关"]
    assert [shock_detail(shock, stress) for shock in Shock] == [
        "少 30%，下个月起 6 个月",
        "下个月起 1 个月没有这份收入",
        "8,000.00 元",
        "年利率升 3 个百分点",
        "花呗不能再买，只能付现金；已经欠的照常还",
    ]
    lower = Stress.model_validate({"rate": {"points": "-0.015"}, "limit": {"brand": "jiebei"}, "income": {"begin": 3}})
    assert shock_detail(Shock.RATE, lower) == "年利率降 1.5 个百分点"
    assert shock_detail(Shock.LIMIT, lower) == "不能再借新的；已经欠的照常还"
    assert shock_detail(Shock.INCOME, lower) == "少 30%，3 个月后起 6 个月"
    sentence = shock_sentence(stressed(base, stress, [Shock.JOB]))
    assert sentence == (
        "最紧的是 2027 年 1 月 14 日，差 2,731.58 元。多出 1 个不够的月份。会多晚 1 期，逾期多花 1.77 元。"
    )
    rich = based(small(balance="5000"), 1)
    assert shock_sentence(stressed(rich, stress, [Shock.RATE])) == (
        "每天都够，最紧的是 2026 年 12 月 14 日，还剩 3,200.00 元。"
    )


def test_remedies_in_words():
    base = based(plan_in_need())
    found = tried(base)
    nothing = found[Remedy.NOTHING].chances
    assert nothing is not None
    said = {remedy: remedy_sentence(each, nothing, STRESS) for remedy, each in found.items()}
    assert said[Remedy.NOTHING].startswith("什么都不做：会晚的可能是 ")
    assert "先多备 5,000.00 元：会晚的可能从 " in said[Remedy.CUSHION]
    assert said[Remedy.CUSHION].endswith(" 降到 0%，逾期平均多花 0.00 元。")
    assert said[Remedy.LONGER].startswith("最大的一笔拉长（买手机，改成 12 期）：会晚的可能")
    assert "它自己要多付 " in said[Remedy.LONGER]
    assert said[Remedy.LESS] == "花呗的东西不再买：用不上，以后没有记在花呗上的开销。"
    assert remedy_name(Remedy.CUT, STRESS) == "开销省 10%"
    assert [shape_name(shape) for shape in Shape] == ["平均分布", "靠中间的多"]
