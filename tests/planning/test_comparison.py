"""The verdict: which is cheaper, by how much, and why."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import schedule
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison import compare as work_out
from jiebei_desktop.planning.comparison_lines import Key, lines
from jiebei_desktop.planning.document import Plan, loan_terms
from jiebei_desktop.planning.entry import new_loan, offer_for
from jiebei_desktop.planning.hints import billed_instalment_check, offer_hints
from jiebei_desktop.planning.offers import AnyOption, Comparison, OfferOption
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
    assert "没有公布" in verdict(compared).reason


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
        ((jiebei(12), huabei(3, "0.025")), "花呗分期 3 期总共少付 333.42 元。", "借得短，不是因为便宜"),
        ((jiebei(3), huabei(12, "0.088")), "借呗 3 期总共少付", "它的实际年化更低"),
        ((jiebei(12), jiebei(12, method=Method.INTEREST_FIRST)), "同样 12 期，每月等额比先息后本少付", ""),
        ((jiebei(12), jiebei(12, "0.0005")), "同样 12 期，每月等额 · 日利率 0.04%比每月等额 · 日利率 0.05%少付", ""),
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
