from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy_financial
import pytest
import pyxirr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import compounded, period_rate, read_terms, schedule
from jiebei_desktop.money import percent
from jiebei_desktop.products import shipped_rules
from tests.engine import oracle
from tests.engine.cases import PRODUCTS, SCHEDULES

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

METHODS = ["equal_payment", "equal_principal", "interest_first", "flat_fee"]
DAY_COUNTS = ["actual", "actual/365", "actual/360", "actual/364", "actual/actual", "30/360", "period"]
MODES = ["half_up", "half_even", "half_down", "down", "up", "none"]


def work_out(**given_terms):
    return schedule(read_terms({"start_date": "2026-01-15", **given_terms}, shipped_rules()))


def column(loan, name):
    return [getattr(row, name) for row in loan.rows]


def written(loan, name):
    return [f"{amount:.2f}" for amount in column(loan, name)]


def due_dates(loan):
    return [row.due_date.isoformat() for row in loan.rows]


# --- schedules of other programs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", SCHEDULES, ids=lambda case: case["request"]["id"])
def test_a_schedule_of_another_program_is_reproduced_row_by_row(case):
    loan = schedule(read_terms(case["request"]["terms"], shipped_rules()))
    expected = case["expected"]
    tolerance = Decimal(expected["tolerance"])
    rows = expected.get("rows", [{}] * len(loan.rows))
    assert len(loan.rows) == len(rows)
    wrong = [
        (row.period, name, getattr(row, name), text)
        for row, wanted in zip(loan.rows, rows, strict=True)
        for name, text in wanted.items()
        if name != "due_date" and abs(getattr(row, name) - Decimal(text)) > tolerance
    ]
    assert wrong == []
    assert [row["due_date"] for row in rows if "due_date" in row] in ([], due_dates(loan))
    for name, found in {
        "payment": loan.rows[0].payment,
        "last_payment": loan.rows[-1].payment,
        "total_interest": loan.totals.interest,
    }.items():
        assert abs(found - Decimal(expected.get(name, found))) <= tolerance, name


# --- figures that public pages print ---------------------------------------------------------------------------------


def jiebei_100(method):
    return work_out(
        product="jiebei", principal="100", rate="0.00035", periods=12, start_date="2023-04-15", method=method
    )


# Source: https://ieqm.com/fin/1452921.html, 2023-04-15 (7.08 yuan in all); the rows follow from it.
def test_jiebei_level_instalments_on_actual_days_give_the_published_interest():
    case = PRODUCTS["jb-ieqm-level-100"]
    loan = jiebei_100("equal_payment")
    columns = ("principal", "interest", "payment", "balance")
    found = [
        [row.due_date.isoformat(), row.days, *(f"{getattr(row, name):.2f}" for name in columns)] for row in loan.rows
    ]
    assert found == case["computed"]["schedule_date_days_principal_interest_total_balance"]
    assert loan.totals.interest == Decimal("7.08")


# Source: https://ieqm.com/fin/1452921.html, 2023-04-15 (12.85 yuan in all, by the term with 2024-02-29).
def test_jiebei_interest_first_gives_the_published_interest():
    loan = jiebei_100("interest_first")
    assert column(loan, "days") == [30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29, 31]
    assert written(loan, "interest") == [
        *["1.05", "1.09", "1.05", "1.09", "1.09", "1.05", "1.09", "1.05", "1.09", "1.09"],
        *["1.02", "1.09"],
    ]
    assert loan.totals.interest == Decimal("12.85")
    assert written(loan, "principal") == ["0.00"] * 11 + ["100.00"]


# 30-day months give 6.96 and 12.60, actual days without rounding 12.81: the published figures tell them apart.
@pytest.mark.parametrize(
    ("method", "change", "interest"),
    [
        ("equal_payment", {"day_count": "period", "rounding": {"mode": "none"}}, "6.96"),
        ("interest_first", {"day_count": "period"}, "12.60"),
        ("interest_first", {"rounding": {"mode": "none"}}, "12.81"),
        ("interest_first", {"rounding": {"mode": "half_even"}}, "12.78"),
    ],
)
def test_other_conventions_give_other_interest(method, change, interest):
    terms = {"product": "jiebei", "principal": "100", "rate": "0.00035", "periods": 12, "start_date": "2023-04-15"}
    assert round(work_out(**terms, method=method, **change).totals.interest, 2) == Decimal(interest)


# Source: https://51caijin.com/post/1167.html, undated: 10,000 yuan at 0.015 % a day of 30-day months.
def test_thirty_day_months_give_the_published_estimate():
    loan = work_out(
        principal="10000", periods=12, method="equal_payment", rate="0.00015", rate_per="day", day_count="period"
    )
    assert loan.rows[0].payment == Decimal("857.91")


# Source: https://51caijin.com/post/1167.html, undated: 45 yuan a month and 10,045 at the end.
def test_interest_first_by_the_month_gives_the_published_payments():
    loan = work_out(principal="10000", periods=12, method="interest_first", rate="0.0045", rate_per="month")
    assert written(loan, "payment") == ["45.00"] * 11 + ["10045.00"]


# Source: http://wap.manyoumao.com/kexue/5469485.html, undated; the interest is of the unrounded instalment.
def test_level_instalments_by_the_month_give_the_published_payment():
    terms = {"principal": "50000", "periods": 12, "method": "equal_payment", "rate": "0.037", "rate_per": "year"}
    assert work_out(**terms).rows[0].payment == Decimal("4250.64")
    unrounded = work_out(**terms, rounding={"mode": "none"}).totals.interest
    assert round(unrounded, 2) == Decimal("1007.74")


# One with a coupon and one by the month are in test_public_pages.py.
SIMPLE = [
    case
    for case in PRODUCTS.values()
    if case["kind"] == "simple_interest"
    and "daily_rate" in case["inputs"]
    and "interest_discount" not in case["inputs"]
]


# Sources: the `source` of each case in tests/data/products.json; where the page is wrong, `correct` says what is right.
@pytest.mark.parametrize("case", SIMPLE, ids=lambda case: case["id"])
def test_simple_interest_by_days(case):
    inputs, expected = case["inputs"], case["expected"]
    loan = work_out(
        principal=inputs["principal"],
        rate=inputs["daily_rate"],
        rate_per="day",
        periods=1,
        due_dates=[(date(2026, 1, 15) + timedelta(days=int(inputs["days"]))).isoformat()],
        method="interest_first",
    )
    assert loan.totals.interest == Decimal(expected.get("interest", expected.get("correct")))


FLAT = [case for case in PRODUCTS.values() if case["kind"] == "flat_fee_installment"]


# Sources: the `source` of each case in tests/data/products.json.
@pytest.mark.parametrize("case", FLAT, ids=lambda case: case["id"])
def test_huabei_fees_by_the_product_rule(case):
    inputs, expected = case["inputs"], case["expected"]
    loan = work_out(product="huabei_instalment", principal=inputs["principal"], periods=int(inputs["periods"]))
    fee = Decimal(inputs["principal"]) * Decimal(inputs["total_fee_rate"])
    assert loan.totals.fee == Decimal(expected.get("total_fee", fee)) == fee
    assert loan.totals.payment == Decimal(expected.get("total_payment", Decimal(inputs["principal"]) + fee))
    assert loan.totals.interest == 0


# Source: list rates of 3/6/9/12 instalments, doing.city 2024-06, zhifou 2024-06-29, yoykgkmgj 2025-07-07.
@pytest.mark.parametrize(("periods", "total"), [(3, "1025"), (6, "1045"), (9, "1065"), (12, "1088")])
def test_huabei_totals_of_a_thousand_yuan(periods, total):
    loan = work_out(product="huabei_instalment", principal="1000", periods=periods)
    assert loan.totals.payment == Decimal(total)
    assert loan.totals.cost == Decimal(total) - 1000


# Source: https://52ps.vip/html/JiKSYI.html, 2022-07-08; the rates are computed from its payments.
def test_huabei_1200_by_3_costs_what_the_page_says_and_its_true_rate():
    loan = work_out(product="huabei_instalment", principal="1200", periods=3, start_date="2026-01-10")
    assert written(loan, "payment") == ["410.00", "410.00", "410.00"]
    assert written(loan, "principal") == ["400.00", "400.00", "400.00"]
    assert written(loan, "fee") == ["10.00", "10.00", "10.00"]
    assert percent(loan.rates.nominal_annual) == "14.94%"
    assert percent(compounded(loan.rates.nominal_annual / 12, Decimal(12))) == "16.00%"
    days = [date(2026, 1, 10), date(2026, 2, 10), date(2026, 3, 10), date(2026, 4, 10)]
    assert float(loan.rates.effective_annual) == pytest.approx(pyxirr.xirr(days, [-1200, 410, 410, 410]), abs=1e-9)


# Computed by solving the period rate of P (1 + f) / n; the fee card is the one above.
@pytest.mark.parametrize(
    ("periods", "nominal", "effective"),
    [(3, "14.94%", "16.00%"), (6, "15.27%", "16.38%"), (9, "15.34%", "16.47%"), (12, "15.86%", "17.07%")],
)
def test_huabei_true_rates(periods, nominal, effective):
    loan = work_out(product="huabei_instalment", principal="1000000", periods=periods)
    assert percent(loan.rates.nominal_annual) == nominal
    assert percent(compounded(loan.rates.nominal_annual / 12, Decimal(12))) == effective


# Source: https://github.com/shenweiyan/shenweiyan.github.io/discussions/139 (1,072 a month); the true rate is computed.
def test_a_card_fee_per_period_gives_the_published_payment_and_true_rate():
    loan = work_out(principal="12000", periods=12, method="flat_fee", fee_rate="0.072")
    assert written(loan, "payment") == ["1072.00"] * 12
    assert percent(loan.rates.nominal_annual, 4) == "13.0342%"


def test_flat_fee_shares_are_rounded_and_the_last_one_absorbs():
    loan = work_out(product="huabei_instalment", principal="1000", periods=3)
    assert written(loan, "principal") == ["333.33", "333.33", "333.34"]
    assert written(loan, "fee") == ["8.33", "8.33", "8.34"]
    assert written(loan, "payment") == ["341.66", "341.66", "341.68"]


def test_flat_fee_is_on_the_original_principal_whatever_the_days():
    terms = {"principal": "1200", "periods": 3, "method": "flat_fee", "fee_rate": "0.03"}
    monthly = work_out(**terms)
    daily = work_out(**terms, interval={"unit": "day"}, day_count="actual/360")
    assert written(monthly, "fee") == written(daily, "fee") == ["12.00", "12.00", "12.00"]


# --- a second way of computing each method ---------------------------------------------------------------------------

UNROUNDED = {"rounding": {"mode": "none"}, "day_count": "period", "rate_per": "year"}


@pytest.mark.parametrize("rule", ["level", "annuity"])
@pytest.mark.parametrize(
    ("principal", "periods", "rate", "every", "a_year"),
    [
        ("10000", 12, "0.1278", 1, 12),
        ("350000", 360, "0.049", 1, 12),
        ("8888.88", 7, "0.24", 3, 4),
        ("1", 1, "0.5", 12, 1),
    ],
)
def test_level_instalments_agree_with_numpy_financial(principal, periods, rate, every, a_year, rule):
    loan = work_out(
        principal=principal,
        periods=periods,
        rate=rate,
        method="equal_payment",
        interval={"unit": "month", "every": every},
        instalment_rule=rule,
        **UNROUNDED,
    )
    period, numbers = float(rate) / a_year, range(1, periods + 1)
    near = {"rel": 1e-9, "abs": 1e-9 * float(principal)}
    instalment = -numpy_financial.pmt(period, periods, float(principal))
    interest = -numpy_financial.ipmt(period, numbers, periods, float(principal))
    repaid = -numpy_financial.ppmt(period, numbers, periods, float(principal))
    assert [float(row.payment) for row in loan.rows] == pytest.approx([instalment] * periods, **near)
    assert [float(row.interest) for row in loan.rows] == pytest.approx(list(interest), **near)
    assert [float(row.principal) for row in loan.rows] == pytest.approx(list(repaid), **near)


@pytest.mark.parametrize("periods", [1, 2, 12, 36])
def test_equal_principal_interest_falls_in_equal_steps(periods):
    loan = work_out(principal="36000", periods=periods, rate="0.12", method="equal_principal", **UNROUNDED)
    expected = [float(360 * Fraction(periods - k, periods)) for k in range(periods)]
    assert [float(row.interest) for row in loan.rows] == pytest.approx(expected, rel=1e-12)
    assert float(loan.totals.interest) == pytest.approx(360 * (periods + 1) / 2, rel=1e-12)


def test_equal_principal_to_the_fen():
    loan = work_out(principal="1000", periods=3, rate="0.12", rate_per="year", method="equal_principal")
    assert written(loan, "principal") == ["333.33", "333.33", "333.34"]
    assert written(loan, "interest") == ["10.00", "6.67", "3.33"]
    assert written(loan, "payment") == ["343.33", "340.00", "336.67"]


@pytest.mark.parametrize("periods", [1, 2, 12])
def test_interest_first_pays_the_same_interest_every_period(periods):
    loan = work_out(principal="36000", periods=periods, rate="0.12", method="interest_first", **UNROUNDED)
    assert column(loan, "interest") == [360] * periods
    assert column(loan, "opening_balance") == [36000] * periods


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal", "interest_first"])
@pytest.mark.parametrize("day_count", ["actual", "actual/365", "actual/360"])
def test_interest_agrees_with_an_accrual_day_by_day(method, day_count):
    loan = work_out(
        principal="12345.67",
        rate="0.00047",
        rate_per="day",
        periods=14,
        first_due_date="2026-03-03",
        method=method,
        day_count=day_count,
    )
    balance, accrued, day = Decimal("12345.67"), Decimal(0), date(2026, 1, 15)
    due = {row.due_date: row for row in loan.rows}
    seen = []
    while due:
        day += timedelta(days=1)
        accrued += balance * Decimal("0.00047")
        if row := due.pop(day, None):
            seen.append(accrued)
            balance, accrued = balance - row.principal, Decimal(0)
    assert column(loan, "interest_exact") == seen
    assert balance == 0


ROUNDED = st.fixed_dictionaries(
    {
        "start_date": st.dates(date(1995, 1, 1), date(2150, 12, 31)).map(date.isoformat),
        "principal": st.integers(1, 10**9).map(lambda fen: f"{fen // 100}.{fen % 100:02}"),
        "periods": st.integers(1, 24),
        "method": st.sampled_from(METHODS),
        "rate": st.one_of(st.integers(0, 1000), st.integers(0, 999999)).map(lambda units: f"0.{units:06}"),
        "rate_per": st.sampled_from(["day", "month", "year"]),
        "fee_rate": st.integers(0, 1000).map(lambda units: f"0.{units:04}"),
        "day_count": st.sampled_from(DAY_COUNTS),
        "interval": st.sampled_from(
            [
                {"unit": unit, "every": n}
                for unit, n in [("month", 1), ("month", 3), ("week", 1), ("week", 2), ("day", 30)]
            ]
        ),
        "rounding": st.fixed_dictionaries(
            {"mode": st.sampled_from(MODES[:-1]), "step": st.sampled_from(["0.01", "0.01", "0.05", "0.1", "1", "10"])}
        ),
    }
).filter(lambda terms: terms["rate_per"] != "day" or terms["day_count"] != "actual/actual")


@settings(PATIENT, max_examples=1500)
@given(terms=ROUNDED)
def test_every_part_agrees_with_exact_fractions(terms):
    loan = work_out(**terms)
    expected = oracle.parts(terms, column(loan, "due_date"))
    found = [tuple(Fraction(x) for x in (row.principal, row.interest, row.fee)) for row in loan.rows]
    assert found == expected


# 0.05 a year on 36.50 yuan is half a fen a day over 365; the other principals do the same for their convention.
TIES = [
    ("36.50", "actual", "0.05", "year", 29),
    ("36.50", "actual/365", "0.05", "year", 29),
    ("36.00", "actual/360", "0.05", "year", 29),
    ("36.40", "actual/364", "0.05", "year", 29),
    ("36.60", "actual/actual", "0.05", "year", 29),
    ("50.00", "actual", "0.0001", "day", 29),
]


@pytest.mark.parametrize(("principal", "day_count", "rate", "per", "days"), TIES, ids=str)
@pytest.mark.parametrize(
    ("mode", "interest"),
    [("half_up", "0.15"), ("half_even", "0.14"), ("half_down", "0.14"), ("down", "0.14"), ("up", "0.15")],
)
def test_an_exact_half_fen_of_interest_is_rounded_by_the_mode(principal, day_count, rate, per, days, mode, interest):
    loan = work_out(
        principal=principal,
        start_date="2024-02-01",
        due_dates=[(date(2024, 2, 1) + timedelta(days=days)).isoformat()],
        periods=1,
        method="interest_first",
        rate=rate,
        rate_per=per,
        day_count=day_count,
        rounding={"mode": mode},
    )
    assert loan.rows[0].interest_exact == Decimal("0.145")
    assert loan.rows[0].interest == Decimal(interest)


@pytest.mark.parametrize(
    ("principal", "rate", "per", "interest"),
    [
        ("1.20", "0.05", "year", "0.01"),  # 1.20 × 0.05 ÷ 12 = 0.005
        ("1000.20", "0.1", "year", "8.34"),  # = 8.335
        ("882", "0.13", "year", "9.56"),  # = 9.555; 0.13 ÷ 12 has no end in decimals
        ("994.20", "0.1", "year", "8.29"),  # = 8.285
        ("0.50", "0.01", "month", "0.01"),  # = 0.005
    ],
)
def test_an_exact_half_fen_of_a_twelfth_of_a_year_is_rounded_up(principal, rate, per, interest):
    loan = work_out(principal=principal, periods=12, method="interest_first", rate=rate, rate_per=per)
    assert loan.rows[0].interest == Decimal(interest)


# 9.855, 0.465, 8.235 and 8.835 yuan; dividing the rate before multiplying loses the half.
@pytest.mark.parametrize(
    ("principal", "day_count", "rate", "days", "interest"),
    [
        ("1620", "actual/360", "0.073", 30, "9.86"),
        ("45", "actual/360", "0.12", 31, "0.47"),
        ("273", "actual/364", "0.18", 61, "8.24"),
        ("1037.40", "actual/364", "0.1", 31, "8.84"),
    ],
)
def test_an_exact_half_fen_survives_the_division_by_the_year(principal, day_count, rate, days, interest):
    loan = work_out(
        principal=principal,
        due_dates=[(date(2026, 1, 15) + timedelta(days=days)).isoformat()],
        periods=1,
        method="interest_first",
        rate=rate,
        rate_per="year",
        day_count=day_count,
    )
    assert loan.rows[0].interest == Decimal(interest)


# The exact instalments are 0.605, 0.405 and 2.835 yuan: P (1 + r)² ÷ (2 + r).
@pytest.mark.parametrize(
    ("principal", "rate", "instalment"), [("1.05", "0.1", "0.61"), ("0.68", "0.125", "0.41"), ("4.76", "0.125", "2.84")]
)
def test_an_exact_half_fen_of_an_instalment_is_rounded_up(principal, rate, instalment):
    loan = work_out(principal=principal, periods=2, method="equal_payment", rate=rate, rate_per="month")
    assert loan.rows[0].payment == Decimal(instalment)


def test_thirty_360_half_fen():
    loan = work_out(
        principal="1.20", periods=1, method="interest_first", rate="0.05", rate_per="year", day_count="30/360"
    )
    assert loan.rows[0].interest == Decimal("0.01")


# --- the loan's own arithmetic ---------------------------------------------------------------------------------------

ANY = st.fixed_dictionaries(
    {
        "start_date": st.dates(date(1990, 1, 1), date(2040, 12, 31)).map(date.isoformat),
        "principal": st.one_of(st.integers(1, 100), st.integers(1, 10**11), st.sampled_from([1, 10**11])).map(
            lambda fen: f"{fen // 100}.{fen % 100:02}"
        ),
        "periods": st.one_of(st.integers(1, 13), st.integers(1, 600)),
        "method": st.sampled_from(METHODS),
        "rate": st.one_of(
            st.sampled_from(["0", "1", "0.00035", "0.00000001"]), st.integers(0, 10**6).map(lambda n: f"0.{n:08}")
        ),
        "rate_per": st.sampled_from(["day", "month", "year"]),
        "fee_rate": st.sampled_from(["0", "0.025", "0.088", "0.3333", "1"]),
        "day_count": st.sampled_from(DAY_COUNTS),
        "instalment_rule": st.sampled_from(["level", "annuity"]),
        "interval": st.fixed_dictionaries(
            {"unit": st.sampled_from(["month", "week", "day"]), "every": st.integers(1, 3)}
        ),
        "rounding": st.fixed_dictionaries(
            {
                "mode": st.sampled_from(MODES),
                "step": st.sampled_from(["0.01", "0.05", "0.1", "1", "100", "0.000001"]),
                "instalment_mode": st.sampled_from([None, *MODES]),
                "instalment_step": st.sampled_from([None, "0.01", "1", "10"]),
            }
        ),
    }
)
EXACT = ANY.filter(lambda terms: "none" not in (terms["rounding"]["mode"], terms["rounding"]["instalment_mode"]))


@settings(PATIENT, max_examples=400)
@given(terms=EXACT)
def test_principal_sums_to_the_principal_and_fees_to_the_fee(terms):
    loan = work_out(**terms)
    assert loan.totals.principal == sum(column(loan, "principal")) == Decimal(terms["principal"])
    assert loan.rows[-1].balance == 0
    if terms["method"] == "flat_fee":
        fee = Fraction(terms["principal"]) * Fraction(terms["fee_rate"])
        step = Fraction(terms["rounding"]["step"])
        assert Fraction(loan.totals.fee) == oracle.rounded(fee, terms["rounding"]["mode"], step)


@settings(PATIENT, max_examples=200)
@given(terms=ANY)
def test_unrounded_loans_are_paid_off_to_within_the_arithmetic(terms):
    terms["rounding"]["mode"] = "none"
    loan = work_out(**terms)
    principal = Fraction(terms["principal"])
    assert loan.rows[-1].balance == 0
    assert abs(sum(map(Fraction, column(loan, "principal"))) - principal) <= principal * Fraction(1, 10**20)


@settings(PATIENT, max_examples=400)
@given(terms=ANY)
def test_rows_are_whole_and_follow_from_each_other(terms):
    loan = work_out(**terms)
    assert column(loan, "period") == list(range(1, terms["periods"] + 1))
    opening, start = Decimal(terms["principal"]), date.fromisoformat(terms["start_date"])
    for row in loan.rows:
        assert (row.opening_balance, row.start_date) == (opening, start)
        assert row.days == oracle.days_apart(start, row.due_date) > 0
        assert row.payment == row.principal + row.interest + row.fee
        assert row.balance == row.opening_balance - row.principal
        assert min(row.principal, row.interest, row.fee, row.balance) >= 0
        opening, start = row.balance, row.due_date
    charged = {"interest": loan.totals.interest, "fee": loan.totals.fee}
    assert charged["interest" if terms["method"] == "flat_fee" else "fee"] == 0


@settings(PATIENT, max_examples=200)
@given(terms=EXACT)
def test_totals_are_the_sums_of_the_columns(terms):
    loan = work_out(**terms)
    for name in ("principal", "interest", "fee", "payment"):
        assert Fraction(getattr(loan.totals, name)) == sum(map(Fraction, column(loan, name)))
    assert loan.totals.cost == loan.totals.payment - loan.totals.principal


@settings(PATIENT, max_examples=200)
@given(terms=EXACT.filter(lambda terms: terms["method"] == "equal_payment"))
def test_level_instalments_are_equal_up_to_the_last(terms):
    terms["rounding"] |= {"instalment_mode": "up", "instalment_step": terms["rounding"]["step"]}
    loan = work_out(**terms)
    running = [row for row in loan.rows[:-1] if 0 < row.principal < row.opening_balance]
    assert len({row.payment for row in running}) <= 1


# --- due dates -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({"start_date": "2025-12-30"}, ["2026-01-30", "2026-02-28", "2026-03-30"]),
        ({"start_date": "2023-12-30"}, ["2024-01-30", "2024-02-29", "2024-03-30"]),
        ({"start_date": "2026-01-31"}, ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"]),
        ({"start_date": "2024-02-29"}, ["2024-03-29", "2024-04-29"]),
        (
            {"start_date": "2024-02-29", "interval": {"every": 12}},
            ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"],
        ),
        ({"start_date": "2026-11-15"}, ["2026-12-15", "2027-01-15"]),
        ({"start_date": "2026-12-31"}, ["2027-01-31", "2027-02-28", "2027-03-31"]),
        ({"start_date": "2026-11-30", "interval": {"every": 3}}, ["2027-02-28", "2027-05-30"]),
        ({"start_date": "2026-12-29", "interval": {"unit": "week"}}, ["2027-01-05", "2027-01-12"]),
        ({"start_date": "2024-02-22", "interval": {"unit": "week", "every": 2}}, ["2024-03-07", "2024-03-21"]),
        ({"start_date": "2024-02-28", "interval": {"unit": "day"}}, ["2024-02-29", "2024-03-01"]),
        ({"start_date": "2026-01-31", "interval": {"unit": "day", "every": 30}}, ["2026-03-02", "2026-04-01"]),
        ({"start_date": "2026-01-10", "first_due_date": "2026-01-31"}, ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ({"start_date": "2026-01-10", "first_due_date": "2026-02-20"}, ["2026-02-20", "2026-03-20"]),
        ({"start_date": "2026-01-31", "first_due_date": "2026-02-28"}, ["2026-02-28", "2026-03-28"]),
        ({"start_date": "2026-01-10", "first_due_date": "2026-01-10"}, ["2026-01-10", "2026-02-10"]),
        (
            {"start_date": "2026-01-10", "first_due_date": "2026-01-12", "interval": {"unit": "week"}},
            ["2026-01-12", "2026-01-19"],
        ),
        (
            {"start_date": "2026-01-10", "due_dates": ["2026-01-20", "2026-03-01"], "first_due_date": "2026-02-01"},
            ["2026-01-20", "2026-03-01"],
        ),
    ],
)
def test_due_dates(terms, expected):
    loan = work_out(
        principal="1000", periods=len(expected), method="interest_first", rate="0.0004", rate_per="day", **terms
    )
    assert due_dates(loan) == expected


def test_the_first_period_runs_from_the_start_to_a_given_first_due_date():
    loan = work_out(
        principal="10000",
        periods=3,
        method="interest_first",
        rate="0.0004",
        rate_per="day",
        first_due_date="2026-03-01",
    )
    assert column(loan, "days") == [45, 31, 30]
    assert written(loan, "interest") == ["180.00", "124.00", "120.00"]


def test_a_period_over_the_leap_day_has_one_day_more():
    terms = {"principal": "10000", "periods": 1, "method": "interest_first", "rate": "0.0004", "rate_per": "day"}
    assert work_out(**terms, start_date="2024-02-10").totals.interest == Decimal("116.00")
    assert work_out(**terms, start_date="2025-02-10").totals.interest == Decimal("112.00")


def test_a_period_over_the_year_end_is_split_under_actual_actual():
    loan = work_out(
        principal="36600",
        start_date="2023-12-22",
        periods=1,
        due_dates=["2024-01-21"],
        method="interest_first",
        rate="0.365",
        rate_per="year",
        day_count="actual/actual",
    )
    assert loan.totals.interest == Decimal("1096.00")  # 10 days at 36.60, 20 days at 36.50


def test_a_due_date_on_the_start_date_bears_no_interest():
    loan = work_out(
        principal="900", periods=3, method="equal_principal", rate="0.001", rate_per="day", first_due_date="2026-01-15"
    )
    assert (loan.rows[0].days, loan.rows[0].interest, loan.rows[0].payment) == (0, 0, 300)


# --- rates by day, month and year under each day count ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("rate", "per", "day_count", "interval", "interest"),
    [
        ("0.0003", "day", "actual", {}, "93.00"),
        ("0.0003", "day", "actual/360", {}, "93.00"),
        ("0.0003", "day", "actual/actual", {}, "93.00"),
        ("0.0003", "day", "30/360", {}, "90.00"),
        ("0.0003", "day", "period", {}, "90.00"),
        ("0.0003", "day", "period", {"unit": "week", "every": 2}, "42.00"),
        ("0.0003", "day", "period", {"unit": "day", "every": 10}, "30.00"),
        ("0.01", "month", "period", {}, "100.00"),
        ("0.01", "month", "period", {"every": 2}, "200.00"),
        ("0.01", "month", "actual/365", {}, "101.92"),
        ("0.12", "year", "period", {}, "100.00"),
        ("0.12", "year", "period", {"unit": "week"}, "23.08"),
        ("0.12", "year", "period", {"unit": "day", "every": 73}, "240.00"),
        ("0.12", "year", "actual", {}, "101.92"),
        ("0.12", "year", "actual/360", {}, "103.33"),
        ("0.12", "year", "actual/364", {}, "102.20"),
        ("0.12", "year", "actual/actual", {}, "101.92"),
        ("0.12", "year", "30/360", {}, "100.00"),
    ],
)
def test_one_january_of_interest_on_ten_thousand_yuan(rate, per, day_count, interval, interest):
    loan = work_out(
        principal="10000",
        start_date="2026-01-01",
        periods=2,
        method="interest_first",
        rate=rate,
        rate_per=per,
        day_count=day_count,
        interval=interval,
    )
    assert loan.rows[0].interest == Decimal(interest)


def test_the_level_rule_follows_the_days_and_the_annuity_rule_does_not():
    terms = {"principal": "10000", "periods": 3, "method": "equal_payment", "rate": "0.12", "rate_per": "year"}
    terms |= {"day_count": "actual", "start_date": "2026-01-01"}
    level = work_out(**terms, instalment_rule="level").rows[0].payment
    annuity = work_out(**terms, instalment_rule="annuity").rows[0].payment
    assert (level, annuity) == (Decimal("3399.30"), Decimal("3400.22"))


# --- edges -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal"])
@pytest.mark.parametrize("rule", ["level", "annuity"])
def test_no_interest_means_the_principal_in_equal_parts(method, rule):
    loan = work_out(
        principal="100", periods=3, method=method, rate="0", rate_per="year", instalment_rule=rule, day_count="period"
    )
    assert written(loan, "payment") == ["33.33", "33.33", "33.34"]
    assert loan.totals.cost == 0
    assert loan.rates == (0, 0)


@pytest.mark.parametrize(
    ("method", "payment"),
    [
        ("equal_payment", "10124.00"),
        ("equal_principal", "10124.00"),
        ("interest_first", "10124.00"),
        ("flat_fee", "10088.00"),
    ],
)
def test_one_period_pays_everything_at_once(method, payment):
    loan = work_out(principal="10000", periods=1, method=method, rate="0.0004", rate_per="day", fee_rate="0.0088")
    assert written(loan, "payment") == [payment]
    assert written(loan, "principal") == ["10000.00"]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("mode", "paid_in"), [("half_up", 12), ("down", 12), ("up", 1)])
def test_one_fen_over_twelve_periods_is_paid_once(method, mode, paid_in):
    loan = work_out(
        principal="0.01",
        periods=12,
        method=method,
        rate="0",
        rate_per="day",
        fee_rate="0",
        rounding={"mode": mode},
    )
    paid = [row.period for row in loan.rows if row.payment]
    assert paid == [12 if method == "interest_first" else paid_in]
    assert loan.totals.payment == Decimal("0.01")


def test_an_instalment_rounded_down_below_the_interest_never_pays_negative_principal():
    loan = work_out(
        principal="1000",
        periods=3,
        method="equal_payment",
        rate="0.5",
        rate_per="month",
        rounding={"instalment_mode": "down", "instalment_step": "100"},
    )
    assert written(loan, "principal") == ["200.00", "300.00", "500.00"]
    tiny = work_out(
        principal="10",
        periods=3,
        method="equal_payment",
        rate="0.5",
        rate_per="month",
        rounding={"instalment_mode": "down", "instalment_step": "100"},
    )
    assert written(tiny, "principal") == ["0.00", "0.00", "10.00"]
    assert written(tiny, "payment") == ["5.00", "5.00", "15.00"]


def test_an_instalment_rounded_far_up_never_repays_more_than_is_owed():
    loan = work_out(
        principal="250",
        periods=4,
        method="equal_payment",
        rate="0",
        rate_per="month",
        rounding={"instalment_mode": "up", "instalment_step": "100"},
    )
    assert written(loan, "payment") == ["100.00", "100.00", "50.00", "0.00"]


def test_the_instalment_keeps_its_own_rounding_and_interest_the_other():
    loan = work_out(
        principal="1000",
        periods=3,
        method="equal_payment",
        rate="0.01",
        rate_per="month",
        rounding={"mode": "half_up", "step": "0.01", "instalment_mode": "up", "instalment_step": "1"},
    )
    assert written(loan, "payment") == ["341.00", "341.00", "338.04"]
    assert written(loan, "interest") == ["10.00", "6.69", "3.35"]


def test_interest_is_rounded_to_its_own_step():
    loan = work_out(
        principal="1000",
        periods=2,
        method="interest_first",
        rate="0.0004",
        rate_per="day",
        start_date="2026-01-01",
        rounding={"step": "0.5"},
    )
    assert written(loan, "interest") == ["12.50", "11.00"]
    assert column(loan, "interest_exact") == [Decimal("12.4"), Decimal("11.2")]


@pytest.mark.parametrize("rate", ["0.000000000000000000000000000001", "0.0000000000000000000000001"])
def test_a_rate_next_to_nothing_is_as_good_as_none(rate):
    loan = work_out(
        principal="1200", periods=12, method="equal_payment", rate=rate, rate_per="year", instalment_rule="annuity"
    )
    assert written(loan, "payment") == ["100.00"] * 12


def test_the_largest_loan_is_exact_to_the_fen():
    loan = work_out(principal="1000000000", periods=600, method="equal_principal", rate="0.0001", rate_per="month")
    assert loan.rows[0].payment == Decimal("1766666.67")
    assert loan.rows[-1].principal == Decimal("1666664.67")
    assert loan.totals.principal == 1_000_000_000


def test_nominal_and_effective_rate_are_of_the_right_length_of_period():
    terms = {"principal": "10000", "periods": 4, "method": "interest_first", "rate": "0.02", "day_count": "period"}
    quarterly = work_out(**terms, rate_per="month", interval={"every": 3}, start_date="2025-01-01")
    assert quarterly.rates.nominal_annual == Decimal("0.24")
    days = [date(2025, 1, 1), date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1)]
    expected = pyxirr.xirr(days, [-10000, 600, 600, 600, 10600])
    assert float(quarterly.rates.effective_annual) == pytest.approx(expected, abs=1e-9)


def test_the_nominal_rate_is_the_period_rate_of_the_payments():
    loan = work_out(product="jiebei", principal="5000", periods=6)
    flows = [(0, Decimal(-5000)), *((row.period, row.payment) for row in loan.rows)]
    assert abs(loan.rates.nominal_annual - period_rate(flows).rate * 12) <= Decimal("1E-12")
