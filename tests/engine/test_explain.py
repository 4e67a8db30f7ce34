"""Whose word each convention of a loan is."""

from decimal import Decimal

import pytest

from jiebei_desktop.engine import Said, ground, read_terms
from jiebei_desktop.products import Confidence, shipped_rules

RULES = shipped_rules()


def bases(product, **terms):
    made = read_terms({"principal": "1000", "start_date": "2026-01-15", "product": product, **terms}, RULES)
    found = ground(made, RULES.rule(product))
    return {basis.figure: basis for basis in found.bases}


def test_without_a_product_everything_is_the_users_own_word():
    terms = {"principal": "1000", "start_date": "2026-01-15", "periods": 3, "method": "bullet", "rate": "0.001"}
    found = ground(read_terms(terms | {"rate_per": "day"}, RULES), None)
    assert (found.product, found.version) == (None, None)
    assert {basis.said for basis in found.bases} == {Said.USER}
    assert not any(basis.sources for basis in found.bases)


@pytest.mark.parametrize(
    ("product", "terms", "said"),
    [
        ("jiebei", {}, Said.RULE),
        ("jiebei", {"rate": "0.00045"}, Said.VIEW),
        ("jiebei", {"rate": "0.0005"}, Said.USER),
        ("jiebei", {"rate": "0.012", "rate_per": "month"}, Said.USER),
        ("jiebei", {"method": "flat_fee", "fee_rate": "0.05"}, Said.USER),
        ("huabei_instalment", {"periods": 6}, Said.RULE),
        ("huabei_instalment", {"periods": 6, "fee_rate": "0.05"}, Said.USER),
        ("huabei_instalment", {"periods": 49, "fee_rate": "0.3"}, Said.USER),
        ("huabei_instalment", {"method": "bullet", "rate": "0.001", "rate_per": "day"}, Said.USER),
        ("jiebei_instalment", {"periods": 6}, Said.RULE),
    ],
)
def test_the_price(product, terms, said):
    assert bases(product, **terms)["price"].said is said


def test_the_method_and_the_rounding():
    assert bases("jiebei", method="interest_first")["method"].said is Said.RULE
    assert bases("jiebei", method="flat_fee", fee_rate="0.05")["method"].said is Said.USER
    assert bases("huabei_instalment", rounding={"mode": "down"})["rounding"].said is Said.VIEW
    assert bases("huabei_instalment", rounding={"mode": "up"})["rounding"].said is Said.USER


def test_a_rule_gives_its_sources_and_how_sure_it_is():
    price = bases("huabei_instalment", periods=3)["price"]
    assert price.confidence is Confidence.HIGH
    assert [source.dated for source in price.sources] == ["2024-06", "2024-06-29", "2025-07-07", "2022-07-08"]
    assert Decimal("0.025") == RULES.rule("huabei_instalment").fee_rate(3)
