"""What is missing is found, or it is said why nothing fits."""

from decimal import Decimal

import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.engine import read_terms, schedule, solve
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError

RULES = shipped_rules()
MONTHLY = {
    "start_date": "2026-01-15",
    "method": "equal_payment",
    "rate_per": "month",
    "day_count": "period",
}
LOAN = MONTHLY | {"principal": "12000", "rate": "0.0125", "periods": 5}


def without(*names):
    return {name: value for name, value in LOAN.items() if name not in names}


def problem(data, payment):
    with pytest.raises(ProblemError) as caught:
        solve(data, payment, RULES)
    return caught.value.problem


def test_twelve_thousand_in_five_instalments_of_1300_cannot_be():
    found = problem(without("rate", "rate_per"), "1300")
    assert found.field == "payment"
    assert "6,500.00" in found.message
    assert "12,000.00" in found.message


def test_the_central_banks_example():  # PBOC announcement [2021] No. 3: 12 × 1.066983 % = 12.80 %
    terms = MONTHLY | {"principal": "99000", "periods": 12}
    name, rate = solve(terms, "8833.30", RULES)
    assert name == "rate"
    assert abs(rate - Decimal("0.01066983")) < Decimal("1E-8")


@pytest.mark.parametrize(
    ("missing", "payment", "value"),
    [
        ("payment", None, Decimal("2490.75")),
        ("periods", "2490.75", 5),
        ("periods", "2600", 5),  # more than five need: the fifth is smaller
        ("periods", "2490.74", 6),  # a fen too little for five
        ("periods", "1300", 10),  # numpy-financial: nper(0.0125, -1300, 12000) = 9.87
        ("periods", "12150", 1),
    ],
)
def test_payment_and_periods(missing, payment, value):
    assert solve(without(missing), payment, RULES) == (missing, value)


def test_the_principal_that_a_payment_carries():
    name, principal = solve(without("principal"), "2490.75", RULES)
    assert name == "principal"
    assert abs(principal - Decimal(numpy_financial.pv(0.0125, 5, -2490.75))) < Decimal("0.01")


@pytest.mark.parametrize(("payment", "rate"), [("410", "0.025"), ("400", "0"), ("408", "0.02")])
def test_a_flat_fee_is_found_from_its_instalment(payment, rate):
    terms = {"product": "huabei_instalment", "principal": "1200", "periods": 3, "start_date": "2026-01-15"}
    name, found = solve(terms, payment, RULES)
    assert (name, found) == ("fee_rate", Decimal(rate))


@pytest.mark.parametrize(
    ("method", "payment", "rate"),
    [
        ("equal_principal", "2550", "0.0125"),  # 12,000 ÷ 5 + 12,000 × 1.25 %
        ("interest_first", "150", "0.0125"),
        ("bullet", "12750", "0.0125"),  # five months' interest at once
    ],
)
def test_the_rate_of_other_methods_by_hand(method, payment, rate):
    name, found = solve(without("rate") | {"method": method}, payment, RULES)
    assert (name, found) == ("rate", Decimal(rate))


@pytest.mark.parametrize(
    ("data", "payment", "field", "said"),
    [
        (without("periods"), "150", "payment", "永远还不清"),
        (without("periods"), "150.05", "payment", "太少"),
        (without("rate"), "12000000", "payment", "100%"),
        (without("principal"), "999999999", "principal", "本金"),
        (LOAN, "2500", "terms", "恰好缺一个"),
        (without("periods", "principal"), "2500", "terms", "periods"),
        (without("periods"), None, "payment", "periods"),
        (without("rate"), "0", "payment", "0.01"),
        (without("rate"), "-5", "payment", "0.01"),
        (without("rate"), 5.5, "payment", "浮点数"),
        (without("rate"), "NaN", "payment", "数字"),
        (without("periods") | {"method": "interest_first"}, "150", "periods", "定不出期数"),
        (without("periods") | {"method": "bullet"}, "12750", "periods", "定不出期数"),
        (without("periods") | {"due_dates": ["2026-02-15"]}, "12750", "periods", "个数"),
        (without("rate") | {"method": "interest_first", "periods": 1}, "11000", "payment", "12,000.00"),
        (without("rate") | {"periods": 0}, "2500", "periods", "1"),
        (without("principal") | {"start_date": "2026-02-31"}, "2500", "start_date", "2026-02-31"),
        (without("periods") | {"start_date": "2026-02-31"}, "2500", "start_date", "2026-02-31"),
    ],
)
def test_what_cannot_be_is_named(data, payment, field, said):
    found = problem(data, payment)
    assert found.field == field
    assert said in found.message


def test_near_the_end_of_the_calendar_periods_are_only_looked_for_up_to_it():
    terms = without("periods") | {"start_date": "2199-01-15"}
    assert solve(terms, "1300", RULES) == ("periods", 10)
    assert problem(terms, "1000").field == "payment"  # eleven months are left, and they are not enough


def test_a_product_fills_in_what_is_not_asked_for():
    terms = {"product": "jiebei", "principal": "12000", "start_date": "2026-01-15"}
    assert solve(terms, None, RULES)[0] == "payment"
    assert solve(terms | {"rate": None}, "1080.49", RULES)[0] == "rate"
    assert solve(terms | {"periods": None}, "1080.49", RULES) == ("periods", 12)


@given(
    st.integers(100_00, 10_000_000_00),
    st.integers(1, 600),
    st.integers(0, 60_000_000),
    st.sampled_from(["equal_payment", "equal_principal", "flat_fee"]),
)
def test_what_is_found_gives_the_payment_to_the_fen(fen, periods, rate, method):
    price = "fee_rate" if method == "flat_fee" else "rate"
    terms = {
        "principal": str(Decimal(fen) / 100),
        "periods": periods,
        "start_date": "2026-01-15",
        "method": method,
        "rate_per": "day",
        price: f"{Decimal(rate).scaleb(-9 if price == 'fee_rate' else -11):f}",
    }
    payment = schedule(read_terms(terms, RULES)).rows[0].payment
    bare = {name: value for name, value in terms.items() if name != price}
    try:
        name, found = solve(bare, str(payment), RULES)
    except ProblemError:
        assert Decimal(rate) < 1_000_000  # next to nothing: rounding took it away
        return
    assert name == price
    again = schedule(read_terms(terms | {price: f"{found:f}"}, RULES)).rows[0].payment
    assert abs(again - payment) <= Decimal("0.01")  # a fee and a share of principal are rounded one by one


def test_no_time_is_left_for_a_loan_that_begins_on_the_last_days():
    found = problem(without("periods") | {"start_date": "2199-12-15"}, "1300")
    assert found.field == "periods"  # not even one instalment falls due before the calendar ends


def test_a_rate_of_all_of_it_is_still_a_rate():
    assert solve(without("rate") | {"method": "interest_first"}, "12000", RULES) == ("rate", Decimal(1))
    assert problem(without("rate") | {"method": "interest_first"}, "12000.01").field == "payment"
