"""What charts painted by hand are made of: round amounts, levels that don't cover each other, a legend that wraps."""

from decimal import Decimal

import pytest

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import Entry, amount, apart, legend_places, ticks


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1300", "1,300"),
        ("1204.5", "1,204.50"),
        ("1204.005", "1,204.01"),
        ("-0.001", "0"),
        ("-12000", "−12,000"),
        ("1E+9", "1,000,000,000"),
    ],
)
def test_yuan_are_as_short_as_they_can_be_to_the_fen(value, text):
    assert amount(Decimal(value)) == text


@pytest.mark.parametrize(
    ("least", "most", "texts"),
    [
        ("0", "1300", ["0", "500", "1,000"]),
        ("-900", "2100", ["0", "1,000", "2,000"]),
        ("-1100", "2100", ["−1,000", "0", "1,000", "2,000"]),
        ("0", "0.9", ["0", "0.20", "0.40", "0.60", "0.80"]),
        ("0", "0.004", ["0", "0.001", "0.002", "0.003", "0.004"]),
        ("0", "5E+9", ["0", "1,000,000,000", "2,000,000,000", "3,000,000,000", "4,000,000,000", "5,000,000,000"]),
        ("7", "7", ["7"]),
    ],
)
def test_an_axis_has_round_amounts(least, most, texts):
    assert [text for _, text in ticks(Decimal(least), Decimal(most), 5, None)] == texts


def test_an_axis_is_written_as_the_caller_wants():
    found = ticks(Decimal(0), Decimal(36), 4, lambda value: f"{value}%")
    assert [text for _, text in found] == ["0%", "10%", "20%", "30%"]


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        ([], []),
        ([40], [40]),
        ([-10], [0]),
        ([200], [82]),
        ([40, 41], [40, 58]),
        ([41, 40], [58, 40]),
        ([90, 91], [64, 82]),
        ([5] * 11, pytest.approx([8.2 * place for place in range(11)])),  # no room for all
    ],
)
def test_names_of_levels_stand_apart(wanted, places):
    assert apart(wanted, 18, 0, 100) == places


def test_a_legend_goes_on_in_the_next_row(qapp):
    entries = [Entry(text, lambda *_: None) for text in ("借呗", "花呗", "一个长一点的名字")]
    wide = legend_places(entries, 2000)
    assert {place.top() for place in wide} == {0}
    assert all(after.left() - before.right() == pytest.approx(design.SPACE) for before, after in zip(wide, wide[1:]))  # noqa: B905, RUF007
    narrow = legend_places(entries, 60)
    assert [place.top() for place in narrow] == [0, design.HEADER_LINE, 2 * design.HEADER_LINE]
    assert all(place.right() <= 60 for place in narrow)
