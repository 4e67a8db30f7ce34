"""The verdict: which is cheaper, by how much, and why."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import schedule
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison import compare as work_out
from jiebei_desktop.planning.comparison_lines import Key, lines
from jiebei_desktop.planning.comparison_why import cell_why, due_why
from jiebei_desktop.planning.document import Plan, loan_terms
from jiebei_desktop.planning.entry import new_loan, offer_for
from jiebei_desktop.planning.hints import billed_instalment_check, offer_hints
from jiebei_desktop.planning.offers import AnyOption, Comparison, OfferOption
from jiebei_desktop.planning.options import bill_option
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.values import Method
from tests.conftest import TODAY

DAY = date(2026, 11, 23)


def comparison(*options: AnyOption, amount: str = "6000") -> Comparison:
    return Comparison(amount=Decimal(amount), start_date=DAY, options=options)


def compare(compared: Comparison, rules) -> Compared:
    return work_out(Plan(name="计划", comparison=compared), rules)


def best(compared: Compared, key: Key) -> set[int]:
    line = next(line for line in lines(compared) if line.key is key)
    return {place for place, figure in enumerate(line.figures) if figure.best}


def jiebei(periods: int, rate: str = "0.0004", method: Method = Method.EQUAL_PAYMENT) -> OfferOption:
    return OfferOption(product="jiebei", periods=periods, method=method, rate=Decimal(rate))


def huabei(periods: int, fee: str | None) -> OfferOption:
    return OfferOption(
        product="huabei_instalment", periods=periods, method=Method.FLAT_FEE, fee_rate=fee and Decimal(fee)
    )


def test_the_least_cost_and_the_least_rate_may_be_different_options(rules):
    compared = compare(comparison(jiebei(12), huabei(12, "0.088"), huabei(3, "0.025")), rules)
    assert [worked.cost for _, worked in compared.able] == [Decimal("483.42"), Decimal("528.00"), Decimal("150.00")]
    assert best(compared, Key.COST) == {2}
    assert best(compared, Key.EFFECTIVE) == {0}


def test_options_that_tie_have_no_best(rules):
    compared = compare(comparison(jiebei(12), jiebei(12)), rules)
    assert best(compared, Key.COST) == set()
    assert "一样贵" in verdict(compared).headline


def test_one_that_cannot_be_computed_gives_its_reason(rules):
    compared = compare(comparison(jiebei(12), huabei(5, None)), rules)
    assert compared.columns[1].problem.field == "fee_rate"
    assert compared.columns[0].worked is not None
    assert "没有公布" in verdict(compared).aside


def test_a_product_without_a_rule_is_named(rules):
    gone = jiebei(3).model_copy(update={"product": "gone"})
    compared = compare(comparison(gone, jiebei(3)), rules)
    assert compared.columns[0].label == "gone 3 期"
    assert "没有叫 gone 的产品规则" in compared.columns[0].problem.message


@pytest.mark.parametrize(
    ("options", "headline", "reason"),
    [
        ((jiebei(12), huabei(12, "0.088")), "同样 12 期，借呗比花呗分期少付 44.58 元。", "手续费一直按最初的本金收"),
        ((jiebei(12, "0.0006"), huabei(12, "0.088")), "同样 12 期，花呗分期比借呗少付", "它的实际年化更低"),
        ((jiebei(12), huabei(3, "0.025")), "花呗分期 3 期比借呗 12 期总共少付 333.42 元。", "借得短，不是因为便宜"),
        ((jiebei(3), huabei(12, "0.088")), "借呗 3 期比花呗分期 12 期总共少付", "主要因为借得短；实际年化也更低"),
        ((jiebei(12), jiebei(3)), "借呗 3 期比借呗 12 期总共少付", "实际年化一样（15.62%），少付只是因为借得短。"),
        ((jiebei(12), jiebei(12, method=Method.INTEREST_FIRST)), "同样 12 期，每月等额比先息后本少付", ""),
        ((jiebei(12), jiebei(12, "0.0005")), "同样 12 期，日利率 0.04% 的比日利率 0.05% 的少付", ""),
    ],
)
def test_the_sentence_says_what_a_person_would(rules, options, headline, reason):
    said = verdict(compare(comparison(*options), rules))
    assert headline in said.headline
    assert reason in said.reason


def test_a_cheaper_way_of_paying_back_is_not_put_down_to_the_rate(rules):
    # the same rate: interest-first costs more only because principal stays out longer (loan.t8p.cn)
    said = verdict(compare(comparison(jiebei(12), jiebei(12, method=Method.INTEREST_FIRST)), rules))
    assert "本金还得早" in said.reason


def test_a_printed_instalment_that_cannot_return_the_principal_is_impossible(rules):
    loan = new_loan(rules.rules["jiebei"], TODAY).model_copy(
        update={"principal": Decimal(12000), "periods": 5, "billed_instalment": Decimal(1300)}
    )
    found = billed_instalment_check(loan, schedule(loan_terms(loan, rules)))
    assert found.field == "billed_instalment"
    assert "6,500.00 元，连本金 12,000.00 元都不够" in found.message


@pytest.mark.parametrize(("billed", "agrees"), [("2487.41", False), (None, True)])
def test_a_printed_instalment_is_held_against_the_one_worked_out(rules, billed, agrees):
    loan = new_loan(rules.rules["jiebei"], TODAY).model_copy(update={"principal": Decimal(12000), "periods": 5})
    worked_out = schedule(loan_terms(loan, rules))
    exact = loan.model_copy(update={"billed_instalment": worked_out.rows[0].payment})
    assert billed_instalment_check(exact, worked_out) is None
    other = loan.model_copy(update={"billed_instalment": billed and Decimal(billed)})
    assert (billed_instalment_check(other, worked_out) is None) is agrees


def test_remarks_point_out_what_the_rule_does_not_know(rules):
    rule = rules.rules["jiebei"]
    assert offer_hints(jiebei(12), Decimal(6000), rule) == {}
    assert set(offer_hints(jiebei(5, "0.004"), Decimal(5), rule)) == {"principal", "periods", "rate"}
    fee = offer_hints(huabei(12, "0.05"), Decimal(600), rules.rules["huabei_instalment"])
    assert "8.8%" in fee["fee_rate"]


def test_the_usual_offer_needs_no_remark(rules):
    for rule in rules.rules.values():
        assert offer_hints(offer_for(rule), Decimal(6000), rule) == {}


def test_a_copy_of_the_base_column_is_no_rival(rules):
    said = verdict(compare(comparison(jiebei(12), jiebei(12), huabei(12, "0.088")), rules))
    assert said.headline == "同样 12 期，借呗 12 期（第 1 列）比花呗分期 12 期少付 44.58 元。"
    assert "完全一样" in said.aside


def test_the_base_column_is_always_one_of_the_two(rules):
    options = (jiebei(12, "0.0006"), huabei(12, "0.08"), huabei(12, "0.07"))
    said = verdict(compare(comparison(*options), rules))
    assert said.headline.startswith("同样 12 期，花呗分期 12 期（等本等费 · 总费率 7%）比借呗 12 期少付")
    other = Comparison(amount=Decimal(6000), start_date=DAY, options=options, base=2)
    said = verdict(compare(other, rules))
    assert said.headline == "同样 12 期，总费率 7% 的比总费率 8% 的少付 60.00 元。"


def test_a_price_between_two_steps_is_not_said_to_lose(rules):
    said = verdict(compare(comparison(jiebei(12, "0.00035014"), huabei(12, "0.0704")), rules))
    assert "日利率涨到 0.0351%，花呗分期就更便宜。" in said.reason


def test_who_differ_by_price_alone_are_not_told_at_which_price(rules):
    said = verdict(compare(comparison(jiebei(12, "0.00035014"), jiebei(12, "0.0003508")), rules))
    assert "更便宜" not in said.reason


def test_a_free_bill_has_no_price_to_beat_it(rules):
    said = verdict(compare(comparison(jiebei(3), bill_option(Pay.FULL, rules)), rules))
    assert "0% 以下" not in said.reason
    assert "因为它在免息期内：2026 年 12 月 10 日前全额还清，一分钱也不收。" in said.reason


def test_who_has_to_pay_much_at_once_is_told(rules):
    said = verdict(compare(comparison(jiebei(12), bill_option(Pay.MINIMUM, rules)), rules))
    assert said.headline == "花呗最低还款比借呗 12 期总共少付 399.72 元。"
    assert "但 2027 年 1 月要拿得出 5,483.70 元，借呗 12 期每月最多 540.34 元。" in said.reason


def test_money_on_different_days_is_told_and_is_no_like_term(rules):
    later = jiebei(12).model_copy(update={"start_date": date(2028, 1, 5)})
    said = verdict(compare(comparison(jiebei(12), later), rules))
    assert "同样 12 期" not in said.headline
    assert "两边拿到钱的日子不同" in said.reason


def test_early_money_that_changes_nothing_is_not_counted_as_considered(rules):
    late = Comparison(
        amount=Decimal(6000),
        start_date=DAY,
        options=(jiebei(12), huabei(12, "0.088")),
        early_period=12,
        prepayment=Decimal(1000),
    )
    assert "提前还款" in verdict(compare(late, rules)).aside


def test_rates_that_read_the_same_are_both_best_or_neither(rules):
    compared = compare(comparison(jiebei(12), jiebei(3)), rules)
    assert best(compared, Key.EFFECTIVE) == set()
    assert best(compared, Key.COST) == {1}


def test_no_two_columns_have_one_name(rules):
    options = [jiebei(3), jiebei(6), jiebei(9)]
    called = ["我的", "我的", "我的（第 1 列）"]
    named = [option.model_copy(update={"name": name}) for option, name in zip(options, called, strict=True)]
    assert len(set(compare(comparison(*named), rules).names)) == 3


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (
            huabei(12, "0.088").model_copy(update={"coupon_off": Decimal("0.5")}),
            "手续费 6,000.00 × 8.8% ×（1 − 优惠 50%）÷ 12 期 = 22.00，收 22.00 元。",
        ),
        (
            huabei(12, "0.088").model_copy(update={"coupon_off": Decimal(1), "coupon_periods": 3}),
            "手续费 6,000.00 × 8.8% ÷ 12 期 = 44.00，优惠 100%，收 0.00 元。",
        ),
        (
            jiebei(12).model_copy(update={"coupon_off": Decimal(1), "coupon_periods": 1}),
            "优惠减掉利息，这期实付 468.28 = 本金 468.28 + 利息 0.00 + 手续费 0.00。",
        ),
    ],
)
def test_why_of_a_payment_with_a_coupon_comes_to_what_is_paid(rules, option, said):
    assert said in due_why(compare(comparison(option, jiebei(3)), rules), 0, 0)


def test_a_due_day_of_the_users_own_is_not_laid_to_a_source(rules):
    own = jiebei(12).model_copy(update={"due_day": 5})
    compared = compare(comparison(own, jiebei(12)), rules)
    line = next(line for line in lines(compared) if line.key is Key.FIRST_DUE)
    assert "每月哪天还：你自己填的 5 日。" in cell_why(compared, line, 0)
    assert "来自 借呗还款日怎么定" in cell_why(compared, line, 1)


def test_the_days_of_a_bill_have_their_source(rules):
    compared = compare(comparison(bill_option(Pay.FULL, rules), jiebei(12)), rules)
    line = next(line for line in lines(compared) if line.key is Key.FIRST_DUE)
    assert "1 日出账，哪天还：8、9、10 日。来自 花呗账单日和还款日" in cell_why(compared, line, 0)
