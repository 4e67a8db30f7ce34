"""Remarks on a high price, with source and date, and never a judgement."""

from datetime import date
from decimal import Decimal

import pytest

from jiebei_desktop.engine import rated_schedule, read_terms
from jiebei_desktop.planning.warnings import rate_warnings
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.regulation import read_regulation, shipped_regulation
from jiebei_desktop.resources import resource
from jiebei_desktop.values import ProblemError

RULES = shipped_rules()
LINES = shipped_regulation()


def remarks(rate, per="day", **more):
    terms = {"principal": "10000", "periods": 12, "method": "equal_payment", "start_date": "2026-01-15"}
    found = rated_schedule(read_terms(terms | {"rate": rate, "rate_per": per} | more, RULES))
    return rate_warnings(found, LINES)


def test_a_low_rate_needs_no_remark():
    assert remarks("0.0003") == ()


def test_a_rate_above_four_times_lpr_is_remarked_with_source_and_no_judgement():
    (remark,) = remarks("0.0004")
    assert remark.field == "rate"
    assert "4 倍 LPR 12%" in remark.message
    assert "2025-05-20" in remark.message
    assert "没有查到" in remark.whole
    assert "违法" not in remark.whole
    assert {source.dated for source in remark.sources} == {"2025-05-20", "2026-02-24", "2020-08-20", "2025-12"}


def test_a_rate_above_24_percent_is_remarked_first():
    first, second = remarks("0.0008")
    assert "24%" in first.whole
    assert "金规〔2025〕9号" in first.whole
    assert "LPR" in second.message


@pytest.mark.parametrize(("rate", "per"), [("0.0035", "day"), ("0.35", "month"), ("0.1", "month"), ("0.05", "month")])
def test_a_rate_typed_in_the_wrong_unit_is_remarked(rate, per):
    assert "小数点或单位" in remarks(rate, per, day_count="period")[0].message


def test_a_rate_so_high_that_nothing_can_be_made_of_it_is_named():
    with pytest.raises(ProblemError) as caught:
        remarks("0.35")  # 35 % a day, typed for 0.35 %
    assert caught.value.problem.field == "rate"
    assert "小数点或单位" in caught.value.problem.message


def test_a_price_that_the_method_does_not_use_is_remarked():
    found = remarks("0.0003", fee_rate="0.05")
    assert [remark.field for remark in found] == ["fee_rate"]
    flat = remarks("0.0003", method="flat_fee", fee_rate="0.01")
    assert [remark.field for remark in flat] == ["rate"]


# 4 × LPR of 3.85 is 15.4 (tellerreport, 2020-08-20); the others from the LPR dates of the named sources.
@pytest.mark.parametrize(
    ("day", "ceiling"),
    [
        (date(2020, 8, 20), "0.1540"),
        (date(2021, 12, 20), "0.1520"),
        (date(2022, 1, 20), "0.1480"),
        (date(2022, 8, 22), "0.1460"),
        (date(2023, 6, 20), "0.1420"),
        (date(2023, 8, 21), "0.1380"),
        (date(2024, 7, 21), "0.1380"),
        (date(2024, 8, 1), "0.1340"),
        (date(2025, 1, 20), "0.1240"),
        (date(2025, 5, 19), "0.1240"),
        (date(2025, 5, 20), "0.1200"),
        (date(2026, 11, 24), "0.1200"),
    ],
)
def test_four_times_the_prime_rate_of_the_day(day, ceiling):
    assert LINES.prime_rate(day).value * LINES.private_multiple.value == Decimal(ceiling)


def test_before_the_first_known_prime_rate_there_is_no_line():
    assert LINES.prime_rate(date(2020, 7, 19)) is None
    assert remarks("0.0005", start_date="2019-01-15") == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("from = 2022-01-20", "from = 2020-02-21", "lpr"),
        ('sources = ["investing"]', 'sources = ["nobody"]', "lpr.6.sources"),
        ('sources = ["zjblf"]', 'sources = ["nobody"]', "assisted.sources"),
        ("schema_version = 1", "schema_version = true", "schema_version"),
        ('value = "0.24"', "value = 0.24", "assisted.value"),
    ],
)
def test_a_broken_file_names_its_key(tmp_path, old, new, key):
    from pydantic import ValidationError

    from jiebei_desktop.values import problems_of

    text = resource("regulation.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "regulation.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ValidationError) as caught:
        read_regulation(path)
    assert problems_of(caught.value)[0].field == key
