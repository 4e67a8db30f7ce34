"""What can be done with the columns of a comparison, in any order, and what the sliders run through."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.planning.document import Plan, loan_schedule
from jiebei_desktop.planning.entry import Field, edit, new_loan
from jiebei_desktop.planning.offers import Comparison, OfferOption
from jiebei_desktop.planning.options import (
    bill_option,
    loan_of,
    loan_option,
    offer_option,
    with_added,
    with_copy,
    with_moved,
    with_scenario,
    without,
    without_scenario,
)
from jiebei_desktop.planning.what_if import (
    amount_scale,
    early_scale,
    late_scale,
    periods_scale,
    prepayment_scale,
    rate_scale,
)
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.conftest import TODAY

RULES = shipped_rules()


def named(*names: str, base: int = 0) -> Comparison:
    usual = offer_option(RULES.rule("jiebei"), 12)
    options = tuple(usual.model_copy(update={"name": name}) for name in names)
    return Comparison(amount=Decimal(6000), start_date=date(2026, 11, 23), options=options, base=base)


def names(comparison: Comparison) -> str:
    return "".join(option.name for option in comparison.options)


def base(comparison: Comparison) -> str:
    return comparison.options[comparison.base_place].name


@pytest.mark.parametrize(
    ("place", "to", "expected"), [(0, 2, "乙丙甲"), (2, 0, "丙甲乙"), (1, 1, "甲乙丙"), (0, 1, "乙甲丙")]
)
def test_a_column_is_moved(place, to, expected):
    assert names(with_moved(named("甲", "乙", "丙"), place, to)) == expected


@given(st.data(), st.integers(2, 6))
def test_the_base_column_stays_the_same_one(data, count):
    before = named(*"甲乙丙丁戊己"[:count], base=data.draw(st.integers(0, count - 1)))
    place, to = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    assert base(with_moved(before, place, to)) == base(before)
    if base(before) != before.options[place].name:
        assert base(without(before, place)) == base(before)
    else:
        assert base(without(before, place)) == names(without(before, place))[0]
    if count < 6:
        assert base(with_copy(before, place)) == base(before)
        assert base(with_added(before, bill_option(Pay.FULL, RULES))) == base(before)


def test_a_copy_stands_beside_what_it_is_of_and_there_are_no_more_than_six():
    assert names(with_copy(named("甲", "乙"), 0)) == "甲甲乙"
    with pytest.raises(ProblemError, match="最多并排 6 列"):
        with_copy(named(*"甲乙丙丁戊己"), 0)


def test_the_last_column_stays():
    assert names(without(named("甲"), 0)) == "甲"


def test_a_base_beyond_the_columns_is_the_last():
    assert base(named("甲", "乙", base=5)) == "乙"


def test_a_loan_and_a_column_are_made_of_each_other():
    loan = new_loan(RULES.rules["jiebei"], TODAY).model_copy(
        update={"name": "装修", "due_day": 8, "coupon_off": Decimal("0.5"), "principal": Decimal(6000)}
    )
    option = loan_option(loan, RULES)
    assert (option.name, option.due_day, option.coupon_off) == ("装修", 8, Decimal("0.5"))
    comparison = Comparison(amount=Decimal(6000), start_date=TODAY, options=(option,))
    made = loan_of(comparison, 0)
    assert made.id != loan.id
    assert made == loan.model_copy(update={"id": made.id})
    assert loan_schedule(made, RULES).rows == loan_schedule(loan, RULES).rows


def test_a_bill_makes_no_loan():
    comparison = Comparison(amount=Decimal(6000), start_date=TODAY, options=(bill_option(Pay.FULL, RULES),))
    with pytest.raises(ProblemError, match="变不成借款"):
        loan_of(comparison, 0)


def test_a_scenario_of_the_same_name_is_replaced():
    plan = with_scenario(Plan(name="", comparison=named("甲")), " 一 ")
    plan = with_scenario(plan.model_copy(update={"comparison": named("乙")}), "一")
    assert [(scenario.name, names(scenario.comparison)) for scenario in plan.scenarios] == [("一", "乙")]
    assert without_scenario(plan, "一").scenarios == ()


@pytest.mark.parametrize("product", ["jiebei", "huabei_instalment"])
def test_sliders_stand_at_the_value_that_is_there(product):
    option = offer_option(RULES.rule(product), 12)
    comparison = named("甲").with_options((option,), 0)
    scales = {
        "6000": amount_scale(comparison),
        "12": periods_scale(option, RULES),
        "0.04" if product == "jiebei" else "8.8": rate_scale(option, RULES),
        "3": early_scale(comparison),
        "": prepayment_scale(comparison),
        "15": late_scale(comparison),
    }
    assert {scale.texts[scale.place]: scale for scale in scales.values()} == scales


def test_every_text_of_a_slider_is_one_that_the_form_takes():
    option = offer_option(RULES.rule("jiebei"), 12)
    comparison = named("甲")
    for field, scale in {
        Field.AMOUNT: amount_scale(comparison),
        Field.EARLY_PERIOD: early_scale(comparison),
        Field.PREPAYMENT: prepayment_scale(comparison),
        Field.LATE_DAYS: late_scale(comparison),
    }.items():
        for text in scale.texts:
            assert edit(comparison, field, text, RULES)
    for field, scale in {Field.PERIODS: periods_scale(option, RULES), Field.RATE: rate_scale(option, RULES)}.items():
        for text in scale.texts:
            assert isinstance(edit(option, field, text, RULES), OfferOption)


def test_a_value_between_two_steps_is_shown_at_the_nearer_one():
    comparison = named("甲").model_copy(update={"amount": Decimal("6230.50")})
    scale = amount_scale(comparison)
    assert scale.texts[scale.place] == "6000"
    more = amount_scale(comparison.model_copy(update={"amount": Decimal(999_999)}))
    assert more.texts[more.place] == "200000"
