"""Product rules in words. The figures are those of the shipped files, each with its source there."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop import text
from jiebei_desktop.calendar import DayCount
from jiebei_desktop.money import RoundingMode
from jiebei_desktop.planning.custom import rule_of
from jiebei_desktop.planning.document import CustomProduct, Loan
from jiebei_desktop.planning.entry import new_loan, new_plan
from jiebei_desktop.planning.figure_words import day_count_name, figure_name, value_words
from jiebei_desktop.planning.rule_words import (
    bill_sentence,
    in_force,
    own_sentence,
    rule_sentence,
    rule_words,
    support,
    uses_of,
    version_sentence,
    view_words,
)
from jiebei_desktop.products import Confidence, figures
from jiebei_desktop.products.bill import shipped_bill_rule
from jiebei_desktop.products.conditions import Compounding, DueDayRule, EarlyRule, FeesLeft, OverdueBase, OverdueRule
from jiebei_desktop.values import Method, RatePer, Rounding
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("product", "sentence"),
    [
        ("jiebei", "借呗：按天计息，日利率 0.015% 到 0.06%，公布的期数 3、6、9、12。"),
        ("jiebei_instalment", "借呗分期贷（旧）：每期收本金的 0.65% 作手续费，公布的期数 3、6、9、12。"),
        ("huabei_instalment", "花呗分期：收手续费不收利息，总费率 3 期 2.5%、6 期 4.5%、9 期 6.5%、12 期 8.8%。"),
    ],
)
def test_a_product_in_a_sentence(rules, product, sentence):
    assert rule_sentence(rules.rule(product)) == sentence


def test_every_shipped_figure_has_a_name_and_a_value_in_words(rules):
    for rule in (*(rule for versions in rules.versions.values() for rule in versions), shipped_bill_rule()):
        words = rule_words(rule)
        assert len(words) == len(figures(rule))
        for found in words:
            for said in (found.figure, *found.views):
                assert "_" not in said.name + said.value, said
                assert "{" not in said.name + said.value, said
                assert said.sources


def test_the_price_comes_first_and_disagreement_below_it(rules):
    first = rule_words(rules.rule("jiebei"))[0]
    assert first.figure[:3] == ("日利率，常见的", "0.04%", Confidence.MEDIUM)
    assert [view_words(view) for view in first.views] == ["另一种说法：0.045%，来自 借呗额度与利息，2020-01-29"]


def test_support_names_every_source_with_its_address(rules):
    first = rule_words(rules.rule("jiebei"))[0]
    assert support(first.figure).split("\n") == [
        "日利率，常见的：0.04%（一般）",
        "常见的例子；请改成自己 App 里的日利率。",
        "借呗日利率举例，无日期；2026-11-23 读到",
        "http://lnmlw.com/Loanconsultation/icvcaxjrfi.html",
        "借呗逾期与罚息，无日期；2026-11-23 读到",
        "https://yuqile.com/html/yuqi/xuiffiihg22.html",
    ]
    assert support(first.views[0]).startswith("另一种说法：0.045%")


def test_versions_say_for_which_loans_they_are(rules):
    old, new = rules.versions["jiebei"]
    assert in_force(new, rules) == "2021-11-24 起"
    assert in_force(old, rules) == "2017-01-01 到 2021-11-23 之间"
    said = version_sentence(new.version, in_force(new, rules), rule_words(new))
    assert said == "2026-11-23 核对过，2021-11-24 起的借款照这个算。13 项里有 7 项各处说法不一，都列在下面。"
    assert version_sentence(date(2026, 1, 2), "", ()) == "2026-01-02 核对过。"


def test_the_bill_in_a_sentence():
    said = bill_sentence(shipped_bill_rule())
    assert said == "花呗账单：最低还 10%，没还的部分每天收 0.05%，出账日是 1、5、10 日里的一天。"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Rounding(), "四舍五入到分"),
        (Rounding(mode=RoundingMode.NONE), "不取整"),
        (Rounding(mode=RoundingMode.UP, step=Decimal(1)), "有零就进到 1 元"),
        (Rounding(instalment_mode=RoundingMode.UP), "四舍五入到分；每期金额有零就进到分"),
        (DueDayRule(least_days=0, moved={}), "第一次借的那天"),
        (
            DueDayRule(least_days=15, moved={29: 25, 30: 26}),
            "第一次借的那天；29、30 日借的，改为 25、26 日；离还款日不到 15 天，从下个月起还",
        ),
        (OverdueRule(penalty_multiplier=Decimal("1.5")), "逾期本金 × 日利率 × 1.5"),
        (
            OverdueRule(
                penalty_rate=Decimal("0.0005"),
                base=OverdueBase.OVERDUE_AMOUNT,
                compounding=Compounding.MONTHLY,
                grace_days=3,
            ),
            "没还金额的 0.05%，每月滚入一次（利滚利），宽限 3 天",
        ),
        (
            OverdueRule(penalty_rate=Decimal("0.24"), penalty_rate_per=RatePer.YEAR, on_interest=True),
            "逾期本金的 24% ÷ 一年的天数，逾期利息也收",
        ),
        (EarlyRule(fees_left=FeesLeft.NONE), "以后的手续费不收"),
        (EarlyRule(charge_rate=Decimal("0.03")), "以后各期的手续费照收，另收提前还的本金的 3%"),
    ],
)
def test_conditions_in_words(value, words):
    assert value_words("", value, fee=True) == words


def test_paying_interest_early_costs_nothing_more():
    assert value_words("early", EarlyRule(fees_left=FeesLeft.NONE)) == "不另收钱"


def test_a_figure_that_has_no_words_yet_keeps_its_key():
    assert figure_name("some.thing") == "some.thing"
    assert value_words("some.thing", 7) == "7"


def test_every_day_count_has_a_name_of_its_own():
    assert len({day_count_name(day_count) for day_count in DayCount}) == len(DayCount)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({}, "招行卡：每月等额，12 期；还没填价格，先按 0 算。"),
        ({"rate": Decimal("0.18")}, "招行卡：每月等额，年利率 18%，12 期。"),
        ({"method": Method.FLAT_FEE, "fee_rate": Decimal("0.072")}, "招行卡：等本等费，总费率 7.2%，12 期。"),
    ],
)
def test_a_product_of_the_user_s_own_in_a_sentence(fields, sentence):
    product = CustomProduct(id="own_1", name="招行卡", **fields)
    assert own_sentence(product) == sentence
    assert all(found.figure.sources[0].title.zh == "你自己填的" for found in rule_words(rule_of(product, TODAY)))


def test_what_uses_a_product_is_named(rules):
    plan = new_plan("计划", rules, TODAY)
    loan: Loan = new_loan(rules.rule("jiebei"), TODAY)
    plan = plan.with_loan(loan.model_copy(update={"name": "装修"}))
    assert uses_of("jiebei", plan, rules) == ("借款“装修”", "对比的第 1 列")
    assert uses_of("own_1", plan, rules) == ()


def test_english_separates_with_commas(rules):
    text.use(text.ENGLISH)
    assert value_words("periods", (3, 6)).startswith("3, 6")
