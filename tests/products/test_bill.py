from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest

from jiebei_desktop import text
from jiebei_desktop.products import Confidence, figures
from jiebei_desktop.products.bill import read_bill_rule, shipped_bill_rule
from jiebei_desktop.resources import resource
from jiebei_desktop.values import ProblemError

FILE = resource("products", "bills", "huabei_bill.toml")
SHIPPED = FILE.read_text(encoding="utf-8")


def refused(path):
    with pytest.raises(ProblemError) as caught:
        read_bill_rule(path)
    return caught.value.problem


# Sources: statement on the 1st and due on the 8th, 9th or 10th in dxf1.cn and wodefinance.com (bsmhsailsw); 5 to 15 and
# 10 to 20 in 372181.com, weilaishidai.com, gucheng.com (2022-08) and husay.cn; 10 % in chinaoffshore.com.cn (2024-05)
# and doing.city (2406/065943); 0.05 % a day in 4hw.com.cn/646/28659; 10 yuan in yoykgkmgj.cn (2025-07-07).
@pytest.mark.parametrize(
    ("path", "value", "confidence"),
    [
        ("cycles.1", (8, 9, 10), "high"),
        ("cycles.5", (15,), "high"),
        ("cycles.10", (20,), "high"),
        ("minimum_share", Decimal("0.1"), "high"),
        ("daily_rate", Decimal("0.0005"), "high"),
        ("least_split", Decimal(10), "medium"),
    ],
)
def test_the_figures_of_the_bill(path, value, confidence):
    figure = dict(figures(shipped_bill_rule()))[path]
    assert (figure.value, figure.confidence) == (value, Confidence(confidence))


def test_the_least_bill_to_split_is_told_three_ways():
    figure = shipped_bill_rule().least_split
    assert [figure.value, *(view.value for view in figure.views)] == [10, 100, 600]


def test_every_figure_of_the_file_is_found_and_names_sources_that_are_there():
    data = tomllib.loads(SHIPPED)
    found = dict(figures(shipped_bill_rule()))
    assert found.keys() == {
        *(f"cycles.{day}" for day in data["cycles"]),
        *(key for key, item in data.items() if isinstance(item, dict) and "value" in item),
    }
    named = {key for figure in found.values() for part in (figure, *figure.views) for key in part.sources}
    assert named == data["sources"].keys()


def test_sources_and_notes_are_in_both_languages():
    rule = shipped_bill_rule()
    for written in [
        *(source.title for source in rule.sources.values()),
        *(figure.note for _, figure in figures(rule) if figure.note),
    ]:
        assert any("一" <= letter <= "鿿" for letter in written.zh)
        assert not any("一" <= letter <= "鿿" for letter in written.en)
    note = rule.minimum_share.note
    assert "169.3" in str(note)
    text.use(text.ENGLISH)
    assert str(note) == note.en


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("schema_version = 1", "schema_version = true", "schema_version"),
        ("schema_version = 1", "schema_version = 2", "schema_version"),
        ("[cycles.5]", "[cycles.29]", "cycles.29.[key]"),
        ("value = [15]", "value = []", "cycles.5.value"),
        ("value = [15]", "value = [31]", "cycles.5.value.0"),
        ('value = "0.10"', "value = 0.10", "minimum_share.value"),
        ('sources = ["doing", "chinaoffshore", "4hw"', 'sources = ["nobody"', "daily_rate.sources"),
        ('value = "600"\nsources = ["wjbkb"]', 'value = "600"\nsources = ["nobody"]', "least_split.views.1.sources"),
        ("[minimum_share]", "[least_share]", "minimum_share"),
    ],
)
def test_a_broken_bill_rule_names_file_and_key(tmp_path, old, new, key):
    assert old in SHIPPED
    path = tmp_path / "bill.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    problem = refused(path)
    assert problem.field == key
    assert problem.message.startswith(f"bill.toml · {key}")


def test_a_bill_rule_that_is_no_toml_or_not_there_is_named(tmp_path):
    path = tmp_path / "bill.toml"
    assert refused(path).message.startswith("bill.toml：")
    path.write_text("value = ", encoding="utf-8")
    assert refused(path) == ("", str(refused(path).message))
    assert refused(path).message.startswith("bill.toml：")
