from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jiebei_desktop.engine import read_events, read_terms, schedule
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import ProblemError

RULES = shipped_rules()
DAILY = {"start_date": "2026-01-15", "principal": "10000", "rate": "0.0004", "rate_per": "day"}  # 4 yuan a day
FIRST = {**DAILY, "periods": 3, "method": "interest_first"}  # 31, 28 and 31 days: 124, 112 and 124
FEES = {
    "start_date": "2026-01-15",
    "principal": "1200",
    "periods": 12,
    "method": "flat_fee",
    "fee_rate": "0.1",
}  # 10 each


def work_out(terms, coupons, *events):
    return schedule(read_terms({**terms, "coupons": coupons}, RULES), read_events(list(events)))


def interest(terms, *coupons):
    return [f"{row.interest:.2f}" for row in work_out(terms, list(coupons)).rows]


def fees(terms, *coupons):
    return [f"{row.fee:.2f}" for row in work_out(terms, list(coupons)).rows]


def principal(loan):
    return [row.principal for row in loan.rows]


# Source: http://www.49028c.com/wen/2020/01-29/679364.html, 2020-01-29: 10,000 at 0.045 % a day for 365 days, half
# of the interest off: 10,000 × 0.00045 × 365 × 0.5 = 821.25 of interest.
def test_half_the_interest_of_a_year_off_pays_what_the_page_says():
    due = (date(2026, 1, 15) + timedelta(days=365)).isoformat()
    terms = {**DAILY, "rate": "0.00045", "periods": 1, "due_dates": [due], "method": "bullet"}
    loan = work_out(terms, [{"share": "0.5"}])
    assert loan.totals.payment == Decimal("10821.25")
    assert work_out(terms, []).totals.payment == Decimal("11642.50")
    [piece] = loan.rows[0].pieces
    assert (piece.days, piece.off, piece.exact) == (365, Decimal("0.5"), Decimal("821.25"))


@pytest.mark.parametrize(
    ("coupon", "expected"),
    [
        ({"periods": 1}, ["0.00", "112.00", "124.00"]),
        ({"periods": 2}, ["0.00", "0.00", "124.00"]),
        ({"periods": 9}, ["0.00", "0.00", "0.00"]),
        ({"periods": 2, "share": "0.25"}, ["93.00", "84.00", "124.00"]),
        ({"share": "0.1"}, ["111.60", "100.80", "111.60"]),
        ({"days": 30}, ["4.00", "112.00", "124.00"]),  # one of 31 days is charged
        ({"days": 31}, ["0.00", "112.00", "124.00"]),
        ({"days": 45}, ["0.00", "56.00", "124.00"]),  # 14 of the 28 days
        ({"days": 30, "share": "0.5"}, ["64.00", "112.00", "124.00"]),  # 30 days of 2 and one of 4
        ({"days": 1000}, ["0.00", "0.00", "0.00"]),
        ({"of": "fee"}, ["124.00", "112.00", "124.00"]),
    ],
)
def test_a_coupon_takes_interest_off_in_its_time(coupon, expected):
    assert interest(FIRST, coupon) == expected


def test_the_days_of_a_coupon_end_in_the_middle_of_a_bullet_loan():
    terms = {**DAILY, "periods": 3, "method": "bullet"}  # 90 days
    assert interest(terms, {"days": 30}) == ["240.00"]
    assert interest(terms, {"days": 30, "share": "0.5"}) == ["300.00"]


# Of a period of 31 nights at 1 % on 10,000 one is charged: 100 ÷ 31 = 3.23.
def test_the_days_of_a_coupon_are_a_share_of_a_whole_period():
    terms = {**FIRST, "rate": "0.01", "rate_per": "month"}
    assert interest(terms, {"days": 30}) == ["3.23", "100.00", "100.00"]


@pytest.mark.parametrize(
    ("coupons", "expected"),
    [
        ([{"share": "0.5"}, {"share": "0.25"}], ["31.00", "28.00", "31.00"]),
        ([{"share": "0.5"}, {"share": "0.5"}], ["0.00", "0.00", "0.00"]),
        ([{"share": "0.8"}, {"share": "0.7"}], ["0.00", "0.00", "0.00"]),
        ([{"share": "0.5"}, {"share": "0.5", "periods": 1}], ["0.00", "56.00", "62.00"]),
        ([{"share": "0.5"}, {"days": 45}], ["0.00", "28.00", "62.00"]),
        # 20 days free, 10 at a quarter off (3 a day), one whole.
        ([{"days": 20}, {"share": "0.25", "days": 30}], ["34.00", "112.00", "124.00"]),
        # 10 days free, 10 at 1 (0.5 and 0.25 off), 10 at 3, one at 4.
        (
            [{"days": 10}, {"share": "0.5", "days": 20}, {"share": "0.25", "days": 30}],
            ["44.00", "112.00", "124.00"],
        ),
    ],
)
def test_coupons_add_up_to_at_most_all_in_any_order(coupons, expected):
    assert [interest(FIRST, *order) for order in permutations(coupons)] == [expected] * len(list(permutations(coupons)))


# 120 in all, 10 an instalment.
@pytest.mark.parametrize(
    ("coupons", "expected"),
    [
        ([{"of": "fee"}], ["0.00"] * 12),
        ([{"of": "fee", "share": "0.3"}], ["7.00"] * 12),
        ([{"of": "fee", "periods": 3}], ["0.00"] * 3 + ["10.00"] * 9),
        ([{"of": "fee", "share": "0.5", "periods": 3}], ["5.00"] * 3 + ["10.00"] * 9),
        ([{"of": "fee", "share": "0.5"}, {"of": "fee", "share": "0.2"}], ["3.00"] * 12),
        ([{"of": "fee", "share": "0.7"}, {"of": "fee", "share": "0.7"}], ["0.00"] * 12),
        ([{"of": "fee", "share": "0.7", "periods": 1}, {"of": "fee", "periods": 2}], ["0.00"] * 2 + ["10.00"] * 10),
        ([{"of": "fee", "share": "0.5"}, {"of": "fee", "share": "0.5", "periods": 3}], ["0.00"] * 3 + ["5.00"] * 9),
        ([{"of": "interest"}], ["10.00"] * 12),
    ],
)
def test_a_coupon_takes_a_share_of_the_fees_off(coupons, expected):
    assert fees(FEES, *coupons) == expected


def test_a_fee_discount_is_of_the_whole_fee_and_the_last_one_absorbs():
    terms = {**FEES, "principal": "1000", "periods": 3, "fee_rate": "0.025"}  # 25 less 12 % is 22
    loan = work_out(terms, [{"of": "fee", "share": "0.12"}])
    assert [row.fee for row in loan.rows] == [Decimal("7.33"), Decimal("7.33"), Decimal("7.34")]


def test_fees_that_are_paid_early_keep_their_coupon():
    loan = work_out(FEES, [{"of": "fee", "periods": 4}], {"type": "settlement", "date": "2026-03-01"})
    assert [row.fee for row in loan.rows] == [0, 80]  # of the second to the twelfth, the fifth and later are charged


# --- principal is repaid as without coupons --------------------------------------------------------------------------

METHODS = ["equal_payment", "equal_principal", "interest_first", "flat_fee", "bullet"]
DAY_COUNTS = ["actual", "actual/365", "actual/360", "actual/364", "actual/actual", "30/360", "period"]
SHARES = st.sampled_from(["0.1", "0.5", "0.75", "1"])
COUPONS = st.lists(
    st.one_of(
        st.builds(lambda share: {"share": share}, SHARES),
        st.builds(lambda share, periods: {"share": share, "periods": periods}, SHARES, st.integers(1, 12)),
        st.builds(lambda share, days: {"share": share, "days": days}, SHARES, st.integers(1, 200)),
        st.builds(lambda share: {"of": "fee", "share": share}, SHARES),
        st.builds(lambda share, periods: {"of": "fee", "share": share, "periods": periods}, SHARES, st.integers(1, 12)),
    ),
    min_size=1,
    max_size=3,
)


@st.composite
def loans(draw):
    return {
        "start_date": draw(st.dates(date(2020, 1, 1), date(2030, 12, 31))).isoformat(),
        "principal": str(draw(st.integers(100, 100_000))),
        "periods": draw(st.integers(1, 12)),
        "interval": {"unit": "month", "every": draw(st.integers(1, 3))},
        "method": draw(st.sampled_from(METHODS)),
        "rate": f"0.{draw(st.integers(0, 3600)):04}",
        "rate_per": "year",
        "fee_rate": f"0.{draw(st.integers(0, 1500)):04}",
        "day_count": draw(st.sampled_from(DAY_COUNTS)),
    }


@settings(max_examples=300)
@given(terms=loans(), coupons=COUPONS, data=st.data())
def test_a_coupon_never_changes_the_principal_nor_raises_what_is_charged(terms, coupons, data):
    with_them, without = work_out(terms, coupons), work_out(terms, [])
    assert principal(with_them) == principal(without)
    for less, more in zip(with_them.rows, without.rows, strict=True):
        assert 0 <= less.interest <= more.interest
        assert 0 <= less.fee <= more.fee + Decimal("0.01") * terms["periods"]  # shares of a whole round anew
    assert with_them.totals.fee <= without.totals.fee
    order = data.draw(st.permutations(coupons))
    assert work_out(terms, order).totals == with_them.totals


# Under 30/360 the 16 days to 31 January and the 15 after it are 30 together, not 31, coupon or not.
def test_the_end_of_a_coupon_does_not_lengthen_a_period_of_thirty_days():
    terms = {**DAILY, "rate": "0.001", "periods": 2, "day_count": "30/360", "method": "equal_payment"}
    plain = work_out(terms, [])
    assert plain.rows[0].interest == 300
    coupon = work_out(terms, [{"share": "0.5", "days": 16}])
    assert principal(coupon) == principal(plain)
    assert coupon.rows[0].interest == 220  # 16 of the 30 days at 5 yuan, 14 at 10


@pytest.mark.parametrize("method", ["equal_payment", "equal_principal"])
def test_the_instalment_is_lower_by_what_the_coupon_takes_off(method):
    terms = {**FIRST, "method": method}
    with_it, without = work_out(terms, [{"share": "0.5", "periods": 2}]), work_out(terms, [])
    assert principal(with_it) == principal(without)
    saved = [more.payment - less.payment for less, more in zip(with_it.rows, without.rows, strict=True)]
    assert saved == [without.rows[k].interest - with_it.rows[k].interest for k in range(3)]
    assert saved[0] == 62
    assert saved[2] == 0


# 10 days cost half of 40, so 1,020 repay 1,000; a settlement likewise.
def test_money_paid_early_meets_the_interest_less_the_coupon():
    half = [{"share": "0.5"}]
    early = {"type": "prepayment", "date": "2026-01-25", "amount": "1020"}
    row = work_out(FIRST, half, early).rows[0]
    assert (row.interest, row.principal) == (20, 1000)
    row = work_out(FIRST, half, {"type": "settlement", "date": "2026-01-25"}).rows[0]
    assert (row.interest, row.payment) == (20, 10020)


# 10 days at 4 and 21 at 3 come to 103: level instalments still see all of it.
def test_a_new_rate_levels_by_the_interest_without_the_coupon():
    terms = {**FIRST, "method": "equal_payment"}
    event = {"type": "rate_change", "date": "2026-01-25", "rate": "0.0003"}
    with_it, without = work_out(terms, [{"days": 20}], event), work_out(terms, [], event)
    assert principal(with_it) == principal(without)
    assert [row.interest for row in with_it.rows[:1]] == [33]  # 11 days at 3
    assert [row.interest for row in without.rows[:1]] == [103]


@pytest.mark.parametrize(
    ("coupon", "field"),
    [
        ({"share": "0"}, "coupons.0.share"),
        ({"share": "1.01"}, "coupons.0.share"),
        ({"share": 0.5}, "coupons.0.share"),
        ({"periods": 0}, "coupons.0.periods"),
        ({"days": 0}, "coupons.0.days"),
        ({"days": 3, "periods": 1}, "coupons.0.days"),
        ({"of": "fee", "days": 3}, "coupons.0.days"),
        ({"of": "rent"}, "coupons.0.of"),
    ],
)
def test_a_coupon_that_cannot_be_is_named(coupon, field):
    with pytest.raises(ProblemError) as error:
        work_out(FIRST, [coupon])
    assert error.value.problem.field == field
