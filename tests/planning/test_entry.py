"""What a form does, without a window."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.planning.entry import Field, edit, new_loan, new_plan, same_rate, text_of
from jiebei_desktop.values import ProblemError, RatePer
from tests.conftest import TODAY


@pytest.fixture
def loan(rules):
    return new_loan(rules.rules["jiebei"], TODAY)


def test_a_new_loan_has_the_rule_s_usual_terms(loan):
    assert (loan.principal, loan.periods, loan.method, loan.rate) == (10_000, 12, "equal_payment", Decimal("0.0004"))
    assert loan.start_date == TODAY
    assert loan.fee_rate is None


def test_a_new_plan_compares_jiebei_and_huabei(rules):
    options = new_plan("计划", rules, TODAY).comparison.options
    assert [option.product for option in options] == ["jiebei", "huabei_instalment"]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field.PRINCIPAL, "１２，０００", Decimal(12000)),
        (Field.PRINCIPAL, "¥1,234.50", Decimal("1234.50")),
        (Field.PRINCIPAL, "1.2万", Decimal(12000)),
        (Field.START_DATE, "2026年3月1日", date(2026, 3, 1)),
        (Field.START_DATE, "20260301", date(2026, 3, 1)),
        (Field.PERIODS, "6 期", 6),
        (Field.RATE, "0.035%", Decimal("0.00035")),
        (Field.FIRST_DUE_DATE, "2026-12-15", date(2026, 12, 15)),
        (Field.FIRST_DUE_DATE, " ", None),
        (Field.BILLED_INSTALMENT, "", None),
        (Field.METHOD, "interest_first", "interest_first"),
    ],
)
def test_a_field_takes_what_people_type(rules, loan, field, text, value):
    assert getattr(edit(loan, field, text, rules), field) == value


def test_an_edit_changes_one_field_and_leaves_the_old_value_alone(rules, loan):
    changed = edit(loan, Field.PRINCIPAL, "5000", rules)
    assert loan.principal == 10_000
    assert changed == loan.model_copy(update={"principal": Decimal(5000)})


def test_another_product_brings_its_own_terms_and_keeps_the_rest(rules, loan):
    changed = edit(edit(loan, Field.NAME, "装修", rules), Field.PRODUCT, "huabei_instalment", rules)
    assert (changed.method, changed.rate, changed.fee_rate) == ("flat_fee", None, Decimal("0.088"))
    assert (changed.name, changed.principal, changed.id) == ("装修", loan.principal, loan.id)


def test_the_fee_follows_the_number_of_instalments_until_the_user_has_an_own_one(rules, loan):
    huabei = edit(loan, Field.PRODUCT, "huabei_instalment", rules)
    assert edit(huabei, Field.PERIODS, "6", rules).fee_rate == Decimal("0.045")
    unknown = edit(huabei, Field.PERIODS, "5", rules)
    assert unknown.fee_rate is None
    assert edit(unknown, Field.PERIODS, "9", rules).fee_rate == Decimal("0.065")
    own = edit(huabei, Field.FEE_RATE, "7", rules)
    assert edit(own, Field.PERIODS, "6", rules).fee_rate == Decimal("0.07")


@pytest.mark.parametrize(
    ("rate", "per", "other", "expected"),
    [
        ("0.0004", RatePer.DAY, RatePer.YEAR, "0.146"),
        ("0.15", RatePer.YEAR, RatePer.DAY, "0.00041096"),
        ("0.146", RatePer.YEAR, RatePer.DAY, "0.0004"),
        ("0.01", RatePer.MONTH, RatePer.YEAR, "0.12"),
        ("0.0004", RatePer.DAY, RatePer.DAY, "0.0004"),
    ],
)
def test_a_rate_is_quoted_for_another_time(rate, per, other, expected):
    assert same_rate(Decimal(rate), per, other) == Decimal(expected)


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.PRODUCT, "nothing"),
        (Field.PRINCIPAL, "1e5"),
        (Field.PRINCIPAL, "NaN"),
        (Field.PRINCIPAL, "1,2.3.4"),
        (Field.START_DATE, "1889-01-01"),
        (Field.PERIODS, "601"),
        (Field.PERIODS, ""),
        (Field.RATE, "-1"),
        (Field.RATE, "101"),
        (Field.METHOD, "barter"),
        (Field.RATE_PER, "hour"),
    ],
)
def test_what_cannot_be_taken_is_named_by_its_field(rules, loan, field, text):
    with pytest.raises(ProblemError) as caught:
        edit(loan, field, text, rules)
    assert caught.value.problem.field == field
    assert caught.value.problem.message


def test_every_value_shows_as_a_text_that_means_the_same(rules, loan):
    loan = loan.model_copy(update={"first_due_date": date(2026, 12, 15), "billed_instalment": Decimal("888.80")})
    for value in (loan, edit(loan, Field.PRODUCT, "huabei_instalment", rules)):
        for field in (Field.PRINCIPAL, Field.START_DATE, Field.PERIODS, Field.METHOD, Field.FIRST_DUE_DATE, Field.NAME):
            assert edit(value, field, text_of(value, field), rules) == value
    assert text_of(loan, Field.RATE) == "0.04"
    assert text_of(loan, Field.PRINCIPAL) == "10,000.00"
