"""The engine against a second way of computing the same: exact fractions night by night, and closed forms."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy_financial
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import read_events, read_terms, schedule
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError
from tests.engine import oracle

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])

METHODS = ["equal_payment", "equal_principal", "interest_first", "flat_fee", "bullet"]
DAY_COUNTS = ["actual", "actual/365", "actual/360", "actual/364", "actual/actual", "30/360", "period"]
MODES = ["half_up", "half_even", "half_down", "down", "up", "none"]
RULES = shipped_rules()


def work_out(terms, events=()):
    return schedule(read_terms(terms, RULES), read_events(list(events)))


def exact_row(row):
    """Return a row in the oracle's columns, money as fractions."""
    found = (getattr(row, name) for name in oracle.COLUMNS)
    return tuple(Fraction(value) if isinstance(value, Decimal) else value for value in found)


def engine_rows(terms, events):
    try:
        return [exact_row(row) for row in work_out(terms, events).rows]
    except ProblemError as error:
        return error.problem.field


def oracle_rows(terms, events):
    try:
        return oracle.replay(terms, events)
    except oracle.RefusedError as error:
        return str(error)


# --- random loans with random events ---------------------------------------------------------------------------------


def decimals(least, most, places):
    return st.integers(least, most).map(lambda units: f"{units // 10**places}.{units % 10**places:0{places}}")


SHARES = st.sampled_from(["1", "0.5", "0.3", "0.8", "0.125"])
INTEREST_COUPONS = st.one_of(
    st.builds(lambda share: {"share": share}, SHARES),
    st.builds(lambda share, periods: {"share": share, "periods": periods}, SHARES, st.integers(1, 6)),
    st.builds(lambda share, days: {"share": share, "days": days}, SHARES, st.integers(1, 200)),
    st.builds(lambda share, days: {"share": share, "days": days}, SHARES, st.integers(1, 40)),
)
FEE_COUPONS = st.one_of(  # how a share of the whole fee and one of single instalments round together is left open
    st.builds(lambda share: [{"of": "fee", "share": share}], SHARES),
    st.lists(
        st.builds(lambda share, periods: {"of": "fee", "share": share, "periods": periods}, SHARES, st.integers(1, 6)),
        max_size=2,
    ),
)


@st.composite
def any_terms(draw, methods=METHODS, modes=MODES):
    unit, most = draw(st.sampled_from([("month", 3), ("month", 1), ("week", 4), ("day", 40)]))
    every = draw(st.integers(1, most))
    nights = every * {"month": 31, "week": 7, "day": 1}[unit]
    periods = draw(st.integers(1, max(1, min(18, 800 // nights))))
    start = draw(st.dates(date(1995, 1, 1), date(2150, 12, 31)))
    terms = {
        "start_date": start.isoformat(),
        "principal": draw(st.one_of(decimals(1, 10**4, 2), decimals(10**5, 10**7, 2), decimals(10**6, 10**9, 2))),
        "periods": periods,
        "interval": {"unit": unit, "every": every},
        "method": draw(st.sampled_from(methods)),
        "fee_rate": draw(decimals(0, 1500, 4)),
        "day_count": draw(st.sampled_from(DAY_COUNTS)),
        "instalment_rule": draw(st.sampled_from(["level", "level", "annuity"])),
        "rounding": {"mode": draw(st.sampled_from(modes)), "step": draw(st.sampled_from(["0.01", "0.01", "0.1", "1"]))},
    }
    rate, terms["rate_per"] = draw(a_rate())
    terms["rate"] = rate
    if draw(st.booleans()):
        own = {
            "instalment_mode": draw(st.sampled_from([None, *modes])),
            "instalment_step": draw(st.sampled_from([None, "1"])),
        }
        terms["rounding"] |= own
    match draw(st.sampled_from(["plain", "plain", "first", "list"])):
        case "first":
            terms["first_due_date"] = (start + timedelta(days=draw(st.integers(0, 60)))).isoformat()
        case "list":
            gaps = draw(st.lists(st.integers(1, 70), min_size=periods, max_size=periods))
            gaps[0] -= draw(st.booleans())
            terms["due_dates"] = [(start + timedelta(days=sum(gaps[: k + 1]))).isoformat() for k in range(periods)]
    if draw(st.integers(0, 2)) == 0:
        fee = terms["method"] == "flat_fee"
        terms["coupons"] = draw(FEE_COUPONS if fee else st.lists(INTEREST_COUPONS, min_size=1, max_size=3))
    if draw(st.booleans()):
        terms["early"] = {
            "fees_left": draw(st.sampled_from(["all", "next", "none"])),
            "charge_rate": draw(st.sampled_from(["0", "0.03", "0.005"])),
            "at_least_one_fee": draw(st.booleans()),
        }
    return terms


USUAL = {
    "day": ["0.00035", "0.0005", "0.00045", "0.0002"],
    "month": ["0.01", "0.0125", "0.006"],
    "year": ["0.1278", "0.24", "0.0435", "0.36"],
}


@st.composite
def a_rate(draw):
    """Draw a usual rate or any, up to 70 % a year; none at all now and then."""
    per = draw(st.sampled_from(["day", "month", "year"]))
    most = {"day": 2000, "month": 60_000, "year": 700_000}[per]
    usual = st.sampled_from(USUAL[per])
    return draw(st.one_of(usual, usual, decimals(most // 10, most, 6), decimals(0, most, 6), st.just("0"))), per


@st.composite
def with_events(draw, terms, most=4):
    """Draw events, many of them on due dates and on days that others have already, and now and then one too many."""
    dues = oracle.due_days(terms)
    start = date.fromisoformat(terms["start_date"])
    inside = st.integers(0, max(oracle.days_apart(start, dues[-1]) - 1, 0)).map(lambda n: start + timedelta(days=n))
    kinds = ["shorten", "lower", "shorten", "lower", "rate_change"][: 4 if terms["method"] == "flat_fee" else 5]
    events = []
    for _ in range(draw(st.integers(0, most))):
        days = [st.sampled_from(dues[:-1] or [start]), inside, inside]
        if events:
            days.append(st.sampled_from([date.fromisoformat(event["date"]) for event in events]))
        event = {"date": draw(st.one_of(days)).isoformat()}
        kind = draw(st.sampled_from(kinds))
        if kind == "rate_change":
            event["type"] = kind
            event["rate"], event["rate_per"] = draw(a_rate())
        else:
            fen = max(int(Fraction(terms["principal"]) * draw(st.integers(1, 40))), 1)
            event |= {"type": "prepayment", "amount": f"{fen // 100}.{fen % 100:02}", "effect": kind}
        events.append(event)
    if draw(st.integers(0, 2)) == 0:
        latest = max([start, *(date.fromisoformat(event["date"]) for event in events)])
        if draw(st.integers(0, 9)) == 0:
            latest = start
        days = [latest, *(due for due in dues if due > latest)]
        days += [latest + timedelta(days=n) for n in range(1, oracle.days_apart(latest, dues[-1]), 7)]
        events.append({"type": "settlement", "date": draw(st.sampled_from(days)).isoformat()})
    return draw(st.permutations(events))


@st.composite
def loans(draw, methods=METHODS, modes=MODES):
    terms = draw(any_terms(methods, modes))
    return terms, draw(with_events(terms))


PLAIN = {"start_date": "2026-01-15", "principal": "10000", "rate": "0.0004", "rate_per": "day", "periods": 3}
FEES = {"start_date": "2026-01-15", "principal": "1200", "periods": 12, "method": "flat_fee", "fee_rate": "0.06"}
ON_THAT_DAY = {"date": "2026-02-15"}


# Shares of days in falling order; a settlement with a new rate or a prepayment on its due date; 30/360 cut on the 31st.
@settings(PATIENT, max_examples=800)
@given(loan=loans())
@example(({**PLAIN, "method": "bullet", "coupons": [{"share": "0.5", "days": 60}, {"share": "0.3", "days": 30}]}, []))
@example(({**PLAIN, "method": "equal_payment", "day_count": "30/360", "coupons": [{"share": "0.5", "days": 16}]}, []))
@example(
    (
        {**PLAIN, "method": "equal_payment"},
        [{"type": "rate_change", "rate": "0.0003", **ON_THAT_DAY}, {"type": "settlement", **ON_THAT_DAY}],
    )
)
@example(
    (
        {**FEES, "early": {"fees_left": "none", "charge_rate": "0.001", "at_least_one_fee": True}},
        [{"type": "prepayment", "amount": "100", **ON_THAT_DAY}, {"type": "settlement", **ON_THAT_DAY}],
    )
)
def test_every_row_agrees_with_exact_fractions_night_by_night(loan):
    assert engine_rows(*loan) == oracle_rows(*loan)


# --- closed forms ----------------------------------------------------------------------------------------------------

UNROUNDED = {"start_date": "2026-01-15", "rounding": {"mode": "none"}, "day_count": "period", "rate_per": "month"}
CLOSED = [("10000", 12, "0.0125"), ("350000", 360, "0.00408"), ("8888.88", 7, "0.06"), ("1", 1, "0.5")]


def near(values, size):
    return pytest.approx(list(values), rel=1e-9, abs=1e-9 * size)


def figures(loan, name):
    return [float(getattr(row, name)) for row in loan.rows]


@pytest.mark.parametrize(("principal", "periods", "rate"), CLOSED)
def test_level_instalments_after_a_lowering_prepayment_are_numpys_for_what_is_left(principal, periods, rate):
    amount, r = float(principal), float(rate)
    terms = {**UNROUNDED, "principal": principal, "periods": periods + 1, "rate": rate, "method": "equal_payment"}
    early = f"{Decimal(principal) / 3:.2f}"
    event = {"type": "prepayment", "date": "2026-02-15", "amount": early, "effect": "lower"}
    loan = work_out(terms, [event])
    first = -numpy_financial.pmt(r, periods + 1, amount)
    left = amount * (1 + r) - first - float(early)
    numbers = range(1, periods + 1)
    assert figures(loan, "payment") == near(
        [first, float(early), *[-numpy_financial.pmt(r, periods, left)] * periods], amount
    )
    assert figures(loan, "interest")[2:] == near(-numpy_financial.ipmt(r, numbers, periods, left), amount)
    assert figures(loan, "principal")[2:] == near(-numpy_financial.ppmt(r, numbers, periods, left), amount)


@pytest.mark.parametrize(("principal", "periods", "rate"), CLOSED)
@pytest.mark.parametrize("new", ["0.001", "0.02"])
def test_level_instalments_after_a_new_rate_are_numpys_for_what_is_left(principal, periods, rate, new):
    amount, r, s = float(principal), float(rate), float(new)
    terms = {**UNROUNDED, "principal": principal, "periods": periods + 1, "rate": rate, "method": "equal_payment"}
    loan = work_out(terms, [{"type": "rate_change", "date": "2026-02-15", "rate": new}])
    first = -numpy_financial.pmt(r, periods + 1, amount)
    left = amount * (1 + r) - first
    numbers = range(1, periods + 1)
    assert figures(loan, "payment") == near([first, *[-numpy_financial.pmt(s, periods, left)] * periods], amount)
    assert figures(loan, "interest")[1:] == near(-numpy_financial.ipmt(s, numbers, periods, left), amount)


@pytest.mark.parametrize(("principal", "periods", "rate"), CLOSED[:3])
def test_a_shortened_loan_has_as_many_instalments_as_nper_says(principal, periods, rate):
    amount, r = float(principal), float(rate)
    terms = {**UNROUNDED, "principal": principal, "periods": periods, "rate": rate, "method": "equal_payment"}
    early = f"{Decimal(principal) * 2 / 5:.2f}"
    loan = work_out(terms, [{"type": "prepayment", "date": "2026-01-15", "amount": early}])
    kept = -numpy_financial.pmt(r, periods, amount)
    count = float(numpy_financial.nper(r, -kept, amount - float(early)))
    assert len(loan.rows) - 1 == int(-(-count // 1)) < periods
    assert figures(loan, "payment")[1:-1] == near([kept] * (len(loan.rows) - 2), amount)
    assert 0 < loan.rows[-1].payment <= loan.rows[-2].payment


@pytest.mark.parametrize(("principal", "periods", "rate"), CLOSED)
def test_total_interest_is_that_of_the_closed_form(principal, periods, rate):
    amount, r = float(principal), float(rate)
    terms = {**UNROUNDED, "principal": principal, "periods": periods, "rate": rate, "fee_rate": rate}
    expected = {
        "equal_payment": -sum(numpy_financial.ipmt(r, range(1, periods + 1), periods, amount)),
        "equal_principal": amount * r * (periods + 1) / 2,
        "interest_first": amount * r * periods,
        "bullet": amount * r * periods,
        "flat_fee": amount * r,
    }
    found = {method: float(work_out({**terms, "method": method}).totals.cost) for method in METHODS}
    assert found == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal", "interest_first", "bullet"])
@pytest.mark.parametrize("day_count", ["actual", "actual/365", "actual/360", "actual/364"])
def test_a_daily_rate_with_events_agrees_with_a_loop_over_the_days(method, day_count):
    terms = {"principal": "12345.67", "rate": "0.00047", "rate_per": "day", "periods": 9, "method": method}
    terms |= {"start_date": "2026-01-31", "day_count": day_count}
    events = [
        {"type": "prepayment", "date": "2026-03-12", "amount": "2000", "effect": "lower"},
        {"type": "rate_change", "date": "2026-04-18", "rate": "0.0003"},
        {"type": "prepayment", "date": "2026-06-30", "amount": "1234.56", "effect": "shorten"},
        {"type": "settlement", "date": "2026-08-05"},
    ]
    loan = work_out(terms, events)
    balance, accrued, day, seen = Decimal("12345.67"), Decimal(0), date(2026, 1, 31), []
    rows = list(loan.rows)
    while rows:
        while rows and rows[0].due_date == day:
            row = rows.pop(0)
            seen.append(accrued)
            balance, accrued = balance - row.principal, Decimal(0)
        accrued += balance * (Decimal("0.00047") if day < date(2026, 4, 18) else Decimal("0.0003"))
        day += timedelta(days=1)
    assert [row.interest_exact for row in loan.rows] == seen
    assert balance == 0
