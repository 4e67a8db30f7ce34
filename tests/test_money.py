from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.money import RoundingMode, exact, grouped, percent, percent_exact, plain, round_to, signed, typed

PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

STEPS = ["0.01", "0.05", "0.25", "1", "5", "10", "100"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12000", "12000"),
        ("12000.00", "12000.00"),
        ("12,000", "12000"),
        ("1,234,567.89", "1234567.89"),
        ("12，000", "12000"),
        ("１２，０００", "12000"),
        ("１２．５", "12.5"),
        ("12 000", "12000"),
        ("12\u3000000", "12000"),
        ("12\u00a0000", "12000"),
        ("  88.8\t\n", "88.8"),
        ("¥100", "100"),
        ("￥100", "100"),
        ("￥ 1,200.50 元", "1200.50"),
        ("100元", "100"),
        ("1万", "10000"),
        ("1.5万", "15000"),
        ("1.23456万", "12345.6"),
        ("３万元", "30000"),
        ("¥3 万 元", "30000"),
        ("0.035%", "0.035"),
        ("0.035 ％", "0.035"),
        (".5", "0.5"),
        ("5.", "5"),
        ("007", "7"),
        ("0", "0"),
        ("-5", "-5"),
        ("−1,234.50", "-1234.50"),  # as `grouped` writes it
        ("+5", "5"),
        ("999999999.99", "999999999.99"),
    ],
)
def test_typed_numbers_mean_what_the_person_meant(text, value):
    assert typed(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "\u3000", "¥", "元", "万", "%", ",", "￥元"])
def test_a_field_with_no_number_in_it_asks_for_one(text):
    with pytest.raises(ValueError, match="填"):
        typed(text)


WORDS = ["abc", "NaN", "nan", "inf", "Infinity", "一万"]
NUMBERS_OF_ANOTHER_KIND = ["1e5", "1E5", "0x10", "1/2", "1+1", "1.2.3", "1..", "1.5.", "12;000", "--5", "5-"]
SIGNS_OUT_OF_PLACE = [".", "$5", "1万2", "万5", "5元%", "1%2"]


@pytest.mark.parametrize("text", [*WORDS, *NUMBERS_OF_ANOTHER_KIND, *SIGNS_OUT_OF_PLACE])
def test_junk_is_refused_and_quoted(text):
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is what is looked at
        typed(text)
    assert text in str(caught.value)


def test_a_raised_digit_is_not_one_more_digit():
    with pytest.raises(ValueError, match="10²"):
        typed("10²")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12000.00", "12000.00"),
        ("0.00035", "0.00035"),
        ("-3.5", "-3.5"),
        ("0", "0"),
        (12000, "12000"),
        (-1, "-1"),
        (Decimal("0.1"), "0.1"),
        ("0." + "0" * 29 + "1", "1E-30"),
    ],
)
def test_exact_reads_plain_decimals(value, expected):
    assert exact(value) == Decimal(expected)


def test_exact_keeps_every_digit():
    text = "123456789012345678901234567890.123456789012345678901234567891"
    assert str(exact(text)) == text


OTHER_TYPES = [0.1, 1.0, float("nan"), float("inf"), True, False, None, [], {}, b"1"]
NOT_FINITE = [Decimal("NaN"), Decimal("Infinity"), "NaN", "Infinity", "-inf"]
OTHER_NOTATIONS = ["1e5", "1E-4", "1,000", "1_000", ".5", "5.", "¥5", "5%", "--1", "+-1", "0x10", "1/2", "五"]
SPACED = ["", " 5", "5 ", "5\n"]


@pytest.mark.parametrize("value", [*OTHER_TYPES, *NOT_FINITE, *OTHER_NOTATIONS, *SPACED])
def test_exact_refuses_what_is_no_plain_decimal(value):
    with pytest.raises(ValueError, match="数字"):
        exact(value)


@pytest.mark.parametrize("value", [0.1, 1.0, True])
def test_exact_tells_how_to_write_a_float(value):
    with pytest.raises(ValueError, match="引号"):
        exact(value)


TIES_AND_NEIGHBOURS = ["0.005", "0.015", "0.025", "0.0149", "0.0151", "-0.005", "-0.015", "-0.0051", "1", "0"]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("half_up", ["0.01", "0.02", "0.03", "0.01", "0.02", "-0.01", "-0.02", "-0.01", "1", "0"]),
        ("half_even", ["0", "0.02", "0.02", "0.01", "0.02", "0", "-0.02", "-0.01", "1", "0"]),
        ("half_down", ["0", "0.01", "0.02", "0.01", "0.02", "0", "-0.01", "-0.01", "1", "0"]),
        ("down", ["0", "0.01", "0.02", "0.01", "0.01", "0", "-0.01", "0", "1", "0"]),
        ("up", ["0.01", "0.02", "0.03", "0.02", "0.02", "-0.01", "-0.02", "-0.01", "1", "0"]),
        ("none", TIES_AND_NEIGHBOURS),
    ],
)
def test_every_mode_rounds_to_the_fen_its_own_way(mode, expected):
    rounded = [round_to(Decimal(value), RoundingMode(mode)) for value in TIES_AND_NEIGHBOURS]
    assert rounded == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("value", "step", "expected"),
    [
        ("12.34", "0.05", "12.35"),
        ("12.32", "0.05", "12.30"),
        ("12.325", "0.05", "12.35"),
        ("0.125", "0.25", "0.25"),
        ("304.5", "1", "305"),
        ("304.49", "1", "304"),
        ("15", "10", "20"),
        ("14.99", "10", "10"),
        ("149.99", "100", "100"),
        ("0.03", "0.06", "0.06"),
        ("1000000000", "0.00000001", "1000000000"),
    ],
)
def test_rounding_to_a_step_gives_a_multiple_of_it(value, step, expected):
    assert round_to(Decimal(value), RoundingMode.HALF_UP, Decimal(step)) == Decimal(expected)


def test_rounding_is_half_up_to_the_fen_unless_told_otherwise():
    assert str(round_to(Decimal("2.345"))) == "2.35"


def independently_rounded(value: Decimal, mode: str, step: Decimal) -> Fraction:
    units = Fraction(value) / Fraction(step)
    below = floor(units)
    rest = units - below
    away = 1 if value > 0 else 0
    chosen = {
        "down": 1 - away if rest else 0,
        "up": away if rest else 0,
        "half_up": away,
        "half_down": 1 - away,
        "half_even": below % 2,
    }[mode]
    if mode.startswith("half") and rest != Fraction(1, 2):
        chosen = int(rest > Fraction(1, 2))
    return (below + chosen) * Fraction(step)


@settings(PATIENT, max_examples=300)
@given(
    half_steps=st.integers(-(10**9), 10**9),
    nudge=st.sampled_from(["0", "0", "0.000000000001", "-0.000000000001"]),
    mode=st.sampled_from(["half_up", "half_even", "half_down", "down", "up"]),
    step=st.sampled_from(STEPS),
)
def test_rounding_agrees_with_exact_fractions_on_ties_and_beside_them(half_steps, nudge, mode, step):
    value = Decimal(step) * half_steps / 2 + Decimal(nudge)
    rounded = round_to(value, RoundingMode(mode), Decimal(step))
    assert Fraction(rounded) == independently_rounded(value, mode, Decimal(step))


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("12", 2, "12.00"),
        ("12.3", 2, "12.30"),
        ("12.340", 2, "12.34"),
        ("12.345", 2, "12.345"),
        ("100.000", 2, "100.00"),
        ("1E+3", 2, "1000.00"),
        ("1E-7", 0, "0.0000001"),
        ("0.00035", 0, "0.00035"),
        ("0.000350", 0, "0.00035"),
        ("1E+2", 0, "100"),
        ("0", 2, "0.00"),
        ("0.00", 0, "0"),
        ("-5", 2, "-5.00"),
        ("1000000000", 2, "1000000000.00"),
        ("0.123456789012345678901234567891", 2, "0.123456789012345678901234567891"),
        ("999999999999999999999999999999", 2, "999999999999999999999999999999.00"),
    ],
)
def test_plain_writes_every_digit_without_exponent_or_commas(value, places, text):
    assert plain(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0.00"),
        ("999.5", "999.50"),
        ("1000", "1,000.00"),
        ("1234567.895", "1,234,567.90"),
        ("1000000000", "1,000,000,000.00"),
        ("-1234.5", "−1,234.50"),
        ("-0.001", "0.00"),
    ],
)
def test_grouped_writes_yuan_for_a_person(value, text):
    assert grouped(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "text"), [("8.91", "+8.91"), ("-2491.09", "−2,491.09"), ("0.004", "0.00"), ("-0.004", "0.00")]
)
def test_a_difference_is_written_with_its_sign(value, text):
    assert signed(Decimal(value)) == text


@pytest.mark.parametrize(
    ("share", "places", "text"),
    [
        ("0.14938", 2, "14.94%"),
        ("0.14935", 2, "14.94%"),
        ("0.1", 2, "10.00%"),
        ("0.1825", 0, "18%"),
        ("0.00035", 3, "0.035%"),
        ("12.5", 2, "1250.00%"),
        ("-0.05", 2, "-5.00%"),
        ("0", 2, "0.00%"),
        ("-0.00001", 2, "0.00%"),
    ],
)
def test_percent_rounds_half_up_to_its_places(share, places, text):
    assert percent(Decimal(share), places) == text


def test_percent_has_two_places_unless_told_otherwise():
    assert percent(Decimal("0.160048")) == "16.00%"


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0.00035", "0.035"),
        ("0.0004", "0.04"),
        ("0.000350", "0.035"),
        ("0.088", "8.8"),
        ("1", "100"),
        ("0.1", "10"),
        ("0", "0"),
        ("0.00", "0"),
        ("0.00000001", "0.000001"),
        ("-0.05", "-5"),
    ],
)
def test_percent_exact_keeps_every_digit_and_drops_the_sign(share, text):
    assert percent_exact(Decimal(share)) == text


@settings(PATIENT, max_examples=200)
@given(fen=st.integers(0, 10**11))
def test_money_reads_back_as_it_was_written(fen):
    value = Decimal(fen) / 100
    assert exact(plain(value)) == typed(grouped(value)) == value


@settings(PATIENT, max_examples=200)
@given(units=st.integers(0, 10**12))
def test_a_rate_reads_back_as_it_was_written_in_percent(units):
    share = Decimal(units).scaleb(-12)
    assert typed(percent_exact(share) + "%") / 100 == share
