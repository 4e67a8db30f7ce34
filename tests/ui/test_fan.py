"""The fan of outcomes: bands, levels, the ground below zero, months picked by pointer and keys."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import Level
from jiebei_desktop.ui.widgets.fan import FanChart, FanPoint
from jiebei_desktop.ui.widgets.picture_out import save_picture
from tests.ui.chart_hand import blended, ink, listen, near, painted, point_at, point_away, put_up, spot

THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)
MONTHS = [f"2027-{month:02}" for month in range(1, 13)]
LEVELS = [Level(Decimal(0), "没钱了"), Level(Decimal(700), "应急垫子 700 元，够三个月", late=True)]


def points(*values: int, count: int = 12) -> list[FanPoint]:
    return [FanPoint(MONTHS[place % 12], tuple(map(Decimal, values))) for place in range(count)]


def fan_of(qtbot, shown, levels=(), width: int = 900, **more) -> FanChart:
    chart = FanChart()
    chart.show_fan(shown, levels, "一年后多半还有 2,000 元", **more)
    return put_up(qtbot, chart, width)


@pytest.fixture
def fan(qtbot) -> FanChart:
    return fan_of(qtbot, points(-1000, 1000, 2000, 3000, 5000), LEVELS)


@THEMES
def test_bands_are_stronger_towards_the_middle(qtbot, monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    fan = fan_of(qtbot, points(-1000, 1000, 2000, 3000, 5000), LEVELS)
    image = fan.grab().toImage()
    outer = blended(theme.accent, design.BAND_FAINT, theme.card)
    inner = blended(theme.accent, design.BAND_STRONG, outer)
    assert near(ink(image, spot(fan, 5, 4500) + QPoint(9, 0)), outer, 2)
    assert near(ink(image, spot(fan, 5, 2500) + QPoint(9, 0)), inner, 2)
    assert near(ink(image, spot(fan, 5, 2000) + QPoint(9, 0)), theme.accent)
    assert near(ink(image, spot(fan, 5, 5000) + QPoint(9, -5)), theme.card, 0)


@THEMES
def test_the_ground_below_zero_is_tinted(qtbot, monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    fan = fan_of(qtbot, [FanPoint(month, (Decimal(place * 300 - 1500),)) for place, month in enumerate(MONTHS)])
    image = fan.grab().toImage()
    assert ink(image, spot(fan, 9, -700)) == theme.late_ground.upper()
    assert ink(image, spot(fan, 3, 700)) == theme.card.upper()


def test_nothing_is_tinted_where_nothing_is_below_zero(qtbot):
    image = fan_of(qtbot, points(100)).grab().toImage()
    assert not any(
        ink(image, QPoint(x, y)) == design.current().late_ground.upper() for x in range(60, 880, 9) for y in range(260)
    )


def test_levels_are_across_the_plot_and_called_by_name(fan):
    theme = design.current()
    y = spot(fan, 0, 700).y()
    rows = range(y - 2, y + 3)
    assert painted(fan.grab().toImage(), theme.late, rows) > 300
    assert fan._named  # beside the plot
    assert not any("垫子" in entry.text for _, entry in fan._keys)
    fan.resize(design.CHART_WIDTH, 260)
    fan.grab()
    assert not fan._named  # in the legend
    assert [entry.text for _, entry in fan._keys][-2:] == ["没钱了", "应急垫子 700 元，够三个月"]


def test_a_band_is_called_by_its_share_of_the_outcomes(fan):
    fan.grab()
    assert [entry.text for _, entry in fan._keys] == [
        "一半的情况比这好，一半比这差",
        "50% 的情况在这里面",
        "90% 的情况在这里面",
    ]
    fan.show_fan(points(1, 2, 3), [], "", quantiles=(10, 50, 90))
    assert [entry.text for entry in fan._legend()] == ["一半的情况比这好，一半比这差", "80% 的情况在这里面"]
    fan.show_fan(points(1, 2), [], "", quantiles=(10, 90))  # no middle: no line
    assert [entry.text for entry in fan._legend()] == ["80% 的情况在这里面"]
    fan.grab()


def test_one_value_a_month_is_a_line(qtbot):
    fan = fan_of(qtbot, points(500), name="按计划还")
    image = fan.grab().toImage()
    assert near(ink(image, spot(fan, 5, 500) + QPoint(9, 0)), design.current().accent)
    assert ink(image, spot(fan, 5, 450) + QPoint(9, 0)) == design.current().card
    assert [entry.text for entry in fan._legend()] == ["按计划还"]
    fan.mark(0)
    assert fan.accessibleDescription() == "2027-01：500 元"
    fan.show_fan(points(500), [], "")
    assert fan._legend() == []


def test_as_many_values_as_quantiles():
    with pytest.raises(ValueError, match="quantiles"):
        FanChart().show_fan(points(1, 2, 3), [], "")


def test_the_pointer_picks_a_month_that_stays_marked(fan):
    picked = listen(fan.picked)
    point_at(fan, spot(fan, 3, 2000))
    point_at(fan, spot(fan, 3, 4000) + QPoint(4, 0))  # the same month
    point_at(fan, spot(fan, 7, 2000))
    point_at(fan, QPoint(400, 3))  # the legend
    assert picked == [3, 7]
    image, x = fan.grab().toImage(), round(fan._x(7))
    assert near(ink(image, QPoint(x, spot(fan, 7, 4500).y())), design.current().control)
    assert ink(image, QPoint(x, spot(fan, 7, 2000).y())) == design.current().accent
    point_away(fan)
    assert (picked, fan.marked) == ([3, 7], 7)


def test_the_card_at_the_mark_is_whole_only_while_somebody_is_there(fan):
    point_at(fan, spot(fan, 3, 2000))
    whole = painted(fan.grab().toImage(), design.current().ink)
    point_away(fan)
    assert painted(fan.grab().toImage(), design.current().ink) < whole


def test_a_click_picks_a_month(qtbot, fan):
    picked = listen(fan.picked)
    qtbot.mouseClick(fan, Qt.MouseButton.LeftButton, pos=spot(fan, 11, 0))
    qtbot.mouseClick(fan, Qt.MouseButton.RightButton, pos=spot(fan, 2, 0))
    assert picked == [11]


def test_arrow_keys_go_from_month_to_month_and_say_each(fan):
    picked = listen(fan.picked)
    fan.setFocus(Qt.FocusReason.TabFocusReason)
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Left, keys.Key_End, keys.Key_Right, keys.Key_Home):
        QTest.keyClick(fan, key)
    assert picked == [0, 1, 2, 1, 11, 0]  # and no further
    assert fan.accessibleName() == "一年后多半还有 2,000 元"
    assert fan.accessibleDescription() == (
        "2027-01：95% 的情况低于 5,000 元；75% 的情况低于 3,000 元；一半的情况低于 2,000 元；"
        "25% 的情况低于 1,000 元；5% 的情况低于 −1,000 元"
    )


def test_the_focus_is_seen(fan):
    def framed() -> bool:
        corner = fan._frame.plot.topLeft().toPoint() + QPoint(40, 0)
        return near(ink(fan.grab().toImage(), corner), design.current().accent)

    fan.grab()
    assert not framed()
    fan.setFocus(Qt.FocusReason.TabFocusReason)
    assert framed()


def test_what_the_page_marks_is_not_said_to_be_picked(fan):
    picked = listen(fan.picked)
    fan.mark(4)
    assert fan.accessibleDescription().startswith("2027-05：")
    fan.show_fan(points(1, 2, 3, 4, 5, count=5), [], "")
    assert fan.marked == 4
    fan.show_fan(points(1, 2, 3, 4, 5, count=4), [], "")  # that month is gone
    assert fan.marked is None
    said = "扇形图，90% 的情况在里面，2027-01 到 2027-04。一半的情况比这好，一半比这差：一直是 3 元。"
    assert fan.accessibleDescription() == said  # the picture in words
    fan.mark(99)
    assert fan.marked is None
    assert picked == []


def test_nothing_to_show_says_so(qtbot):
    fan = fan_of(qtbot, [], LEVELS)
    fan.show_fan([], LEVELS, "")
    assert fan.accessibleName() == "还没有数，画不了。"
    assert fan.focusPolicy() is Qt.FocusPolicy.NoFocus
    picked = listen(fan.picked)
    point_at(fan, QPoint(400, 100))
    QTest.keyClick(fan, Qt.Key.Key_Right)
    image = fan.grab().toImage()
    assert painted(image, design.current().quiet)
    assert not painted(image, design.current().accent)
    assert not painted(image, design.current().late)
    assert picked == []


@pytest.mark.parametrize("count", [1, 2, 60])
@pytest.mark.parametrize("values", [(0,) * 5, (700,) * 5, (-3,) * 5, (10**9,) * 5, (-(10**9), 1, 2, 3, 10**9)])
@pytest.mark.parametrize("width", [240, 900])
def test_any_months_and_amounts_have_room(qtbot, count, values, width):
    fan = fan_of(qtbot, points(*values, count=count), LEVELS, width)
    picked = listen(fan.picked)
    point_at(fan, spot(fan, count - 1, 0))
    fan.grab()
    assert picked == [count - 1]
    plot = fan._frame.plot
    assert plot.width() > 60
    assert plot.left() > 20
    for value in values:
        assert plot.top() <= fan._frame.y(value) <= plot.bottom()
    assert all(place.right() <= width for place, _ in fan._keys)


def test_one_month_is_as_wide_as_a_bar(qtbot):
    fan = fan_of(qtbot, points(-1000, 1000, 2000, 3000, 5000, count=1))
    image, theme = fan.grab().toImage(), design.current()
    outer = blended(theme.accent, design.BAND_FAINT, theme.card)
    assert near(ink(image, spot(fan, 0, 4500)), outer, 2)
    assert ink(image, spot(fan, 0, 4500) + QPoint(design.LANE_BAR, 0)) == theme.card


def test_a_legend_of_more_rows_asks_for_more_height(qtbot):
    fan = fan_of(qtbot, points(1, 2, 3, 4, 5), LEVELS)
    assert fan.sizeHint().height() == design.CURVES_HEIGHT
    fan.resize(240, 260)
    assert fan.sizeHint().height() >= design.CURVES_HEIGHT + design.HEADER_LINE


def test_a_saved_picture_has_vectors(fan, tmp_path):
    path = tmp_path / "图.svg"
    save_picture(fan, path, "手头剩多少")
    kinds = {element.tag.rsplit("}", 1)[-1] for element in ElementTree.parse(path).iter()}
    assert "image" not in kinds
    assert {"text", "polyline"} <= kinds
