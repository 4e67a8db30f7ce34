"""What a change of rules does to a plan, said before it is made. Tests of the engine say where the amounts are from."""

from datetime import date

import pytest

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.planning.document import Loan, Plan, PrimeRateChange, RuleChange
from jiebei_desktop.planning.entry import new_loan, new_plan
from jiebei_desktop.planning.options import bill_option, with_added
from jiebei_desktop.planning.own_changes import Place, with_change, with_rate
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.planning.rule_effect import effect_words, effects, new_loans_only
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.own import BILL, LINES
from tests.conftest import SEED, TODAY

RULES = shipped_rules()
JIEBEI = Place("jiebei", date(2021, 11, 24))


@pytest.fixture
def plan() -> Plan:
    """The late loan of the sample, and 10,000 from today by 借呗 and by 花呗 over 12 side by side."""
    return new_plan("计划", RULES, TODAY).with_loan(Loan.model_validate(SEED))


def done(plan, path, value, place=JIEBEI):
    """Return what a change does, by loan and column and then by figure."""
    change = RuleChange(rule=place.rule, since=place.since, path=path, value=value, made=TODAY)
    changed = with_change(plan, RULES, change)
    return found(effects(plan, RULES, rules_of(changed, RULES, TODAY), TODAY))


def found(all_effects):
    turned = {each.name: {turn.name: turn[1:] for turn in each.turns} for each in all_effects.found}
    return turned, all_effects.touched


def test_a_penalty_of_twice_the_rate_costs_a_third_more(plan):
    """On 2,430.80 yuan 15 % ÷ 365 × 1.5 is 1.50 a day, and × 2 is 2.00; nothing but being late changes."""
    turned, touched = done(plan, "overdue", {"penalty_multiplier": "2"})
    assert touched == 2
    assert turned["借呗 5 期"]["晚 1 天，罚息"] == ("1.50", "2.00")
    assert set(turned["借呗 5 期"]) == {"今天到期没还的", "晚 1 天，罚息", "晚 30 天，罚息"}
    assert all("罚息" in name for name in turned["对比：借呗 12 期"])
    assert "对比：花呗分期 12 期" not in turned


def test_counting_by_months_makes_the_loan_cheaper(plan):
    turned, _ = done(plan, "day_count", "period")
    assert turned["借呗 5 期"]["利息和手续费"] == ("455.47", "453.73")
    assert "名义年化（单利）" in turned["对比：借呗 12 期"]


def test_a_usual_rate_changes_nothing_that_was_agreed(plan):
    assert done(plan, "rate.typical", "0.0005") == ({}, 2)
    assert new_loans_only("rate.typical")
    assert new_loans_only("fee.by_periods.12")
    assert not new_loans_only("overdue")


def test_the_remarks_that_would_come_and_go_are_said(plan):
    """15 % a year is 0.0411 % a day: with 0.04 % as the highest it is out of what the rule knows."""
    lowered = with_change(
        plan, RULES, RuleChange(rule="jiebei", since=JIEBEI.since, path="rate.most", value="0.0004", made=TODAY)
    )
    turned, _ = found(effects(plan, RULES, rules_of(lowered, RULES, TODAY), TODAY))
    before, after = turned["借呗 5 期"]["提示"]
    assert before == "没有"  # the others stay
    assert after.startswith("借呗的日利率一般在 0.015% 到 0.04% 之间")


def test_a_product_that_a_plan_does_not_use_touches_nothing(plan):
    place = Place("jiebei_instalment", date(2015, 1, 1))
    assert done(plan, "fee.per_period", "0.007", place) == ({}, 0)


def test_an_older_version_touches_no_loan_of_today(plan):
    assert done(plan, "overdue", {"penalty_multiplier": "2"}, Place("jiebei", date(2017, 1, 1))) == ({}, 0)


def test_the_minimum_of_a_bill_changes_bill_columns_and_what_huabei_asks_for(plan):
    """10,000 paid by the minimum: 10 % is 1,000 and 20 % 2,000; of an instalment of 906.66 it is 90.67 and 181.33."""
    loan = new_loan(RULES.rule("huabei_instalment"), TODAY)
    comparison = with_added(plan.comparison, bill_option(Pay.MINIMUM, RULES))
    plan = plan.with_loan(loan).model_copy(update={"comparison": comparison})
    turned, touched = done(plan, "minimum_share", "0.2", Place(BILL))
    assert touched == 2
    assert turned["花呗分期 12 期"] == {"最低还款": ("90.67", "181.33")}
    assert turned["对比：花呗最低还款"]["每期还款"][0].startswith("1,000.00～")
    assert turned["对比：花呗最低还款"]["每期还款"][1].startswith("2,000.00～")


def test_what_paying_off_early_costs_is_said_of_a_loan_that_is_not_late(plan):
    """The first instalment of 900.47 pays 120.00 of interest (10,000 × 0.04 % × 30 days) and 780.47 of principal.

    Of the 9,219.53 that are left 3 % are 276.59.
    """
    loan = new_loan(RULES.rule("jiebei"), TODAY).model_copy(update={"name": "新的"})
    turned, _ = done(plan.with_loan(loan), "early", {"fees_left": "none", "charge_rate": "0.03"})
    assert turned["新的"] == {"2026-12-24 还清，利息和手续费": ("120.00", "396.59")}


def test_a_new_prime_rate_moves_the_line_of_the_loans_that_begin_after_it(plan):
    """From 2026-03-20 on 2.9 %: four times is 11.6 %. The sample's loan began in June."""
    changed = with_rate(plan, PrimeRateChange(since=date(2026, 3, 20), value="0.029", made=TODAY))
    turned, touched = found(effects(plan, RULES, rules_of(changed, RULES, TODAY), TODAY))
    assert touched == 1
    before, after = turned["借呗 5 期"]["提示"]
    assert "4 倍 LPR 12%" in before
    assert "4 倍 LPR 11.6%（民间借贷的线，2026-03-20 起 LPR 2.9%）" in after
    later = with_rate(plan, PrimeRateChange(since=date(2026, 7, 20), value="0.029", made=TODAY))
    assert found(effects(plan, RULES, rules_of(later, RULES, TODAY), TODAY)) == ({}, 1)


def test_a_line_that_is_no_longer_crossed_is_said_to_be_gone(plan):
    turned, _ = done(plan, "private_multiple", 6, Place(LINES))
    assert turned["借呗 5 期"]["提示"][1] == "没有"


def test_a_loan_that_can_not_be_worked_out_is_left_to_its_own_page(plan):
    broken = plan.with_loan(Loan.model_validate({**SEED, "id": "b", "name": "没填利率", "rate": None}))
    turned, touched = done(broken, "overdue", {"penalty_multiplier": "2"})
    assert touched == 3
    assert "没填利率" not in turned


def test_an_effect_is_said_a_figure_a_line(plan):
    changed = with_change(
        plan,
        RULES,
        RuleChange(rule="jiebei", since=JIEBEI.since, path="overdue", value={"penalty_multiplier": "2"}, made=TODAY),
    )
    first = effects(plan, RULES, rules_of(changed, RULES, TODAY), TODAY).found[0]
    assert effect_words(first).split("\n")[::2] == ["借呗 5 期", "晚 1 天，罚息：1.50 → 2.00"]
