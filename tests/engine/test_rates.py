from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, localcontext

import numpy_financial
import pytest
import pyxirr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop import engine
from jiebei_desktop.engine import compounded, read_terms, schedule
from jiebei_desktop.money import percent
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.engine.cases import PRODUCTS

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

START = date(2026, 1, 15)


def period_rate(flows):
    return engine.period_rate(flows).rate


def dated_rate(flows):
    return engine.dated_rate(flows).rate


def numbered(*amounts):
    return [(number, Decimal(amount)) for number, amount in enumerate(amounts)]


def dated(*flows):
    return [(START + timedelta(days=days), Decimal(amount)) for days, amount in flows]


def worth(flows, rate):
    """Return the value on the first day at an effective annual rate, in 60 digits."""
    with localcontext(prec=60):
        first = min(day for day, _ in flows)
        return sum(amount / (1 + rate) ** (Decimal((day - first).days) / 365) for day, amount in flows)


def worth_by_period(flows, rate):
    with localcontext(prec=60):
        return sum(amount / (1 + rate) ** number for number, amount in flows)


# --- published figures -----------------------------------------------------------------------------------------------


# Source: PBOC announcement [2021] No. 3, annex, 2021-03-12: 12.80 % simple, 13.58 % compound.
def test_the_central_banks_example():
    case = PRODUCTS["pboc-2021-3-annex"]
    inputs, expected = case["inputs"], case["expected"]
    monthly = period_rate(
        [(0, Decimal(inputs["upfront_fee"]) - Decimal(inputs["principal"]))]
        + [(number, Decimal(inputs["payment"])) for number in range(1, int(inputs["periods"]) + 1)]
    )
    assert percent(monthly * 12) == "12.80%"
    assert percent(compounded(monthly, Decimal(12))) == "13.58%"
    assert [Decimal(expected[name]) for name in ("simple_annual_pct", "irr_annual_pct")] == [
        Decimal("12.80"),
        Decimal("13.58"),
    ]
    assert round(monthly, 8) == Decimal(case["computed"]["monthly_irr"])


# Computed from the published fee card: principal 1, n payments of (1 + f) ÷ n (tests/data/products.json, `computed`).
@pytest.mark.parametrize("case", ["hb-doing-1000-3", "hb-doing-1000-6", "hb-doing-1000-12", "hb-52ps-1200-3"])
def test_the_true_rate_of_a_flat_fee(case):
    inputs, computed = PRODUCTS[case]["inputs"], PRODUCTS[case]["computed"]
    periods, principal = int(inputs["periods"]), Decimal(inputs["principal"])
    payment = principal * (1 + Decimal(inputs["total_fee_rate"])) / periods
    monthly = period_rate(numbered(-principal, *[payment] * periods))
    assert percent(monthly * 12, 4) == f"{computed['irr_nominal_pct']}%"
    assert percent(compounded(monthly, Decimal(12)), 4) == f"{computed['irr_effective_pct']}%"


# Derived in the same way for the nine-instalment rate of 6.5 %.
def test_the_true_rate_of_the_nine_instalment_fee():
    monthly = period_rate(numbered("-1000", *[Decimal(1065) / 9] * 9))
    assert percent(monthly * 12) == "15.34%"
    assert percent(compounded(monthly, Decimal(12))) == "16.47%"


# --- rates that follow by hand ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        (numbered("-100", "110"), "0.1"),
        (numbered("-100", "0", "121"), "0.1"),
        (numbered("100", "-110"), "0.1"),
        (numbered("-100", "10", "110"), "0.1"),
        (numbered("-90", "30", "30", "30"), "0"),
        (numbered("-100", "90"), "-0.1"),
        (numbered("-100", "0", "81"), "-0.1"),
        (numbered("-1", "100"), "99"),
        (numbered("-1000", "1"), "-0.999"),
        ([(5, Decimal(-100)), (6, Decimal(110))], "0.1"),
        ([(0, Decimal(-100)), (600, Decimal(100))], "0"),
    ],
)
def test_period_rates_known_by_hand(flows, rate):
    assert period_rate(flows) == Decimal(rate)


def test_a_quadratic_is_solved_to_twenty_places():
    with localcontext(prec=40):
        expected = (60 + Decimal(27600).sqrt()) / 200 - 1
    assert abs(period_rate(numbered("-100", "60", "60")) - expected) < Decimal("1E-20")


@pytest.mark.parametrize(
    ("flows", "rate"),
    [
        (dated((0, "-100"), (365, "110")), "0.1"),
        (dated((0, "-100"), (730, "121")), "0.1"),
        (dated((0, "100"), (365, "-110")), "0.1"),
        (dated((0, "-100"), (31, "50"), (59, "50")), "0"),
        (dated((0, "-100"), (365, "90")), "-0.1"),
        (dated((0, "-1"), (365, "100")), "99"),
        (dated((0, "-1000"), (365, "1")), "-0.999"),
        (dated((0, "-100"), (73, "110")), "0.61051"),  # 1.1 to the fifth
        (dated((0, "-100"), (0, "1"), (365, "108.9")), "0.1"),
    ],
)
def test_dated_rates_known_by_hand(flows, rate):
    assert dated_rate(flows) == Decimal(rate)


def test_a_daily_rate_compounds_over_365_days_even_in_a_leap_year():
    flows = [(date(2024, 2, 28), Decimal(-10000)), (date(2024, 2, 29), Decimal(10004))]
    with localcontext(prec=50):
        expected = Decimal("1.0004") ** 365 - 1
    assert abs(dated_rate(flows) - expected) < Decimal("1E-12")
    assert percent(dated_rate(flows)) == "15.72%"


@pytest.mark.parametrize(
    ("rate", "a_year", "effective"),
    [
        ("0.01", "12", "0.126825030132"),
        ("0.02", "4", "0.082432160000"),
        ("0.1", "1", "0.1"),
        ("0", "12", "0"),
        ("-0.01", "12", "-0.113615128284"),
        ("0.21", "0.5", "0.1"),
    ],
)
def test_compounding(rate, a_year, effective):
    assert compounded(Decimal(rate), Decimal(a_year)) == Decimal(effective)


# --- the found rate is the right one ---------------------------------------------------------------------------------

PAYMENTS = st.lists(st.tuples(st.integers(20, 90), st.integers(90, 130)), min_size=1, max_size=36)


def loan_flows(payments, lent=1_000_000):
    """Return a loan of 10,000 yuan in fen paid back in shares of 90 % to 130 % of an equal part."""
    days, flows = 0, [(START, Decimal(-lent) / 100)]
    for gap, share in payments:
        days += gap
        part = lent * share // (100 * len(payments))
        flows.append((START + timedelta(days=days), Decimal(part) / 100))
    return flows


@settings(PATIENT, max_examples=150)
@given(payments=PAYMENTS)
def test_the_value_at_the_found_rate_changes_its_sign_within_twelve_places(payments):
    flows = loan_flows(payments)
    rate = dated_rate(flows)
    assert worth(flows, rate - Decimal("1E-12")) > 0 > worth(flows, rate + Decimal("1E-12"))


@settings(PATIENT, max_examples=150)
@given(payments=PAYMENTS)
def test_the_value_at_the_found_period_rate_changes_its_sign_within_twenty_places(payments):
    flows = numbered(*(amount for _, amount in loan_flows(payments)))
    rate = period_rate(flows)
    assert worth_by_period(flows, rate - Decimal("1E-20")) > 0 > worth_by_period(flows, rate + Decimal("1E-20"))


@settings(PATIENT, max_examples=150)
@given(payments=PAYMENTS)
def test_dated_rates_agree_with_pyxirr(payments):
    flows = loan_flows(payments)
    expected = pyxirr.xirr([day for day, _ in flows], [float(amount) for _, amount in flows])
    assert float(dated_rate(flows)) == pytest.approx(expected, abs=1e-8)  # pyxirr stops at a step of 1e-9


@settings(PATIENT, max_examples=100)
@given(payments=PAYMENTS)
def test_period_rates_agree_with_numpy_financial(payments):
    amounts = [amount for _, amount in loan_flows(payments)]
    expected = numpy_financial.irr([float(amount) for amount in amounts])
    assert float(period_rate(numbered(*amounts))) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    "terms",
    [
        {"product": "jiebei", "principal": "10000", "periods": 12},
        {"product": "jiebei", "principal": "0.01", "periods": 3, "rate": "0"},
        {"principal": "350000", "periods": 360, "method": "equal_payment", "rate": "0.049", "rate_per": "year"},
        {"principal": "1000000000", "periods": 600, "method": "interest_first", "rate": "0.0006", "rate_per": "day"},
        {"principal": "1000", "periods": 600, "method": "equal_principal", "rate": "0.00000001", "rate_per": "day"},
        {"principal": "5000", "periods": 24, "method": "flat_fee", "fee_rate": "1", "interval": {"unit": "week"}},
    ],
    ids=lambda terms: f"{terms['principal']} by {terms['periods']}",
)
def test_the_effective_rate_of_a_loan_makes_its_payments_worth_the_principal(terms):
    loan = schedule(read_terms({"start_date": "2024-01-31", **terms}, shipped_rules()))
    flows = [(date(2024, 1, 31), -loan.terms.principal), *((row.due_date, row.payment) for row in loan.rows)]
    rate = loan.rates.effective_annual
    assert worth(flows, rate - Decimal("1E-12")) > 0 > worth(flows, rate + Decimal("1E-12"))


# --- what does not change a rate -------------------------------------------------------------------------------------


@settings(PATIENT, max_examples=60)
@given(data=st.data(), payments=PAYMENTS)
def test_the_order_of_flows_does_not_matter(data, payments):
    flows = loan_flows(payments)
    shuffled = data.draw(st.permutations(flows))
    assert dated_rate(shuffled) == dated_rate(flows)
    periods = numbered(*(amount for _, amount in flows))
    assert period_rate(data.draw(st.permutations(periods))) == period_rate(periods)


@settings(PATIENT, max_examples=60)
@given(payments=PAYMENTS)
def test_borrower_and_lender_see_the_same_rate(payments):
    flows = loan_flows(payments)
    assert dated_rate([(day, -amount) for day, amount in flows]) == dated_rate(flows)


@settings(PATIENT, max_examples=60)
@given(payments=PAYMENTS, data=st.data())
def test_flows_of_one_day_count_together(payments, data):
    flows = loan_flows(payments)
    number = data.draw(st.integers(0, len(flows) - 1))
    day, amount = flows[number]
    parts = [(day, amount + 7), (day, Decimal(-7))]
    assert dated_rate(flows[:number] + parts + flows[number + 1 :]) == dated_rate(flows)


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("days_before", [0, 30, 365, 3650])
@pytest.mark.parametrize("amounts", [["0"], ["50", "-50"]])
def test_nothing_before_the_loan_changes_nothing(sign, days_before, amounts):
    before = [(START - timedelta(days=days_before), Decimal(amount)) for amount in amounts]
    loan = [(day, amount * sign) for day, amount in dated((0, "-100"), (365, "110"))]
    assert dated_rate(before + loan) == Decimal("0.1")


def test_a_payment_of_nothing_after_the_loan_changes_nothing():
    assert dated_rate(dated((0, "-100"), (100, "0"), (365, "110"), (9999, "0"))) == Decimal("0.1")


def test_a_payment_after_a_hundred_years_is_found():
    rate = dated_rate(dated((0, "-100"), (36500, "13150.12578463034550255975320937")))  # 1.05 to the hundredth
    assert rate == Decimal("0.05")


# --- what has no rate ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "amounts",
    [
        [],
        ["-100"],
        ["0", "0"],
        ["100", "50"],
        ["-100", "0", "-5"],
        ["-100", "230", "-140"],  # out, in and out again: no rate solves it
        ["-1", "200"],  # 19,900 % a period
        ["-100000", "1"],
    ],
    ids=lambda amounts: " ".join(amounts) or "nothing",
)
def test_flows_without_one_rate_in_range_are_refused(amounts):
    with pytest.raises(ProblemError) as caught:
        period_rate(numbered(*amounts))
    assert caught.value.problem.field == "cashflows"
    assert caught.value.problem.message


@pytest.mark.parametrize(
    "flows",
    [
        [],
        dated((0, "-100")),
        dated((0, "-100"), (0, "100")),
        dated((0, "100"), (30, "50")),
        dated((0, "-100"), (1, "200")),  # doubles in a day: 2 to the 365th in a year
        dated((0, "-100"), (1, "10000")),
        dated((0, "-1"), (1, "1000000")),
    ],
    ids=str,
)
def test_dated_flows_without_one_rate_in_range_are_refused(flows):
    with pytest.raises(ProblemError) as caught:
        dated_rate(flows)
    assert caught.value.problem.field == "cashflows"


@pytest.mark.parametrize(
    ("amounts", "rate", "ambiguous"),
    [
        (["-100", "230", "-132"], "0.1", True),  # 10 % and 20 %: the nearer to nothing
        (["-100", "190", "-90"], "0", True),  # 0 and -10 %
        (["-100", "200", "-100"], "0", False),  # 0 is touched, not crossed
        (["-100", "220", "-121"], "0.1", False),  # touched at 10 %
        (["-1000", "6000", "-11000", "6000"], "0", True),  # 0, 100 % and 200 %
        (["-16", "44", "-24"], "-0.25", True),  # growth of 0.75 and 2
    ],
)
def test_of_several_rates_the_one_nearest_zero_is_taken(amounts, rate, ambiguous):
    found = engine.period_rate(numbered(*amounts))
    assert abs(found.rate - Decimal(rate)) < Decimal("1E-11")
    assert found.ambiguous is ambiguous


@pytest.mark.parametrize("amounts", [["-100", "50", "-1", "60"], ["100", "-50", "10", "-80"]])
def test_several_changes_of_sign_with_one_rate_are_no_ambiguity(amounts):
    found = engine.period_rate(numbered(*amounts))
    assert not found.ambiguous
    assert abs(worth_by_period(numbered(*amounts), found.rate)) < Decimal("1E-20")


def test_several_dated_rates_are_looked_for_by_the_year():
    found = engine.dated_rate(dated((0, "-100"), (365, "230"), (730, "-132")))
    assert (found.rate, found.ambiguous) == (Decimal("0.1"), True)


def test_no_change_of_sign_none_and_a_rate_out_of_range_say_why():
    messages = set()
    for amounts in (["100", "50"], ["-100", "230", "-140"], ["-1", "200"]):
        with pytest.raises(ProblemError) as caught:
            period_rate(numbered(*amounts))
        messages.add(caught.value.problem.message)
    assert len(messages) == 2


def test_a_loan_at_a_hundred_percent_a_day_has_no_rate_that_can_be_shown():
    terms = {"principal": "100", "periods": 3, "method": "equal_payment", "rate": "1", "rate_per": "day"}
    loan = schedule(read_terms({**terms, "start_date": "2026-01-01", "interval": {"unit": "day"}}, shipped_rules()))
    with pytest.raises(ProblemError) as caught:
        _ = loan.rates
    assert caught.value.problem.field == "rate"


# --- extremes: an answer that is proved, or a refusal, and never a breakdown -----------------------------------------


@pytest.mark.parametrize(
    ("flows", "found"),
    [
        ([(0, "-1"), (1, "432767067.9"), (210, "0.9")], False),  # far beyond the range
        ([(0, "-1000000"), (150, "0.001"), (45000, "120.88996"), (490000, "895.5")], True),
        ([(0, "-1000000"), (6, "-0.84"), (270, "338.85"), (560000, "0.29")], True),
        ([(0, "-1000000"), (7, "459.13"), (210000, "659.21"), (630000, "-0.957")], False),
        ([(0, "-100"), (6, "0.588963"), (2920, "0.003074")], False),
        ([(0, "-100"), (1, "205"), (2, "-105.062499")], True),  # two rates that stand close together
    ],
)
def test_extreme_flows_are_answered_with_proof_or_refused(flows, found):
    flows = [(number, Decimal(amount)) for number, amount in flows]
    if not found:
        with pytest.raises(ProblemError):
            engine.period_rate(flows)
        return
    rate = engine.period_rate(flows).rate
    with localcontext(prec=60):
        growth = 1 + rate
        worth = sum(amount / growth**number for number, amount in flows)
        whole = sum(abs(amount) / growth**number for number, amount in flows)
    assert abs(worth) < whole * Decimal("1E-15")


def test_two_rates_that_stand_close_together_are_both_seen():
    found = engine.period_rate(numbered("-100", "205", "-105.062499"))  # 100 g² − 205 g + … is 0 at 1.0249 and 1.0251
    assert found.ambiguous
    assert abs(found.rate - Decimal("0.0249")) < Decimal("1E-12")


@pytest.mark.parametrize("rate", [Decimal(k) / 1000 for k in (-250, -3, 0, 1, 13, 23, 100, 333, 2500)])
def test_a_rate_that_is_touched_and_not_crossed_is_found(rate):
    growth = 1 + rate
    found = engine.period_rate([(3, Decimal(-100)), (4, 200 * growth), (5, -100 * growth * growth)])
    assert abs(found.rate - rate) < Decimal("1E-20")
    assert not found.ambiguous
