"""Bars by month: parts told apart without colour, totals where they fit, the line not to be crossed, picked months."""

from decimal import Decimal
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jiebei_desktop.products import Brand
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import Level
from jiebei_desktop.ui.widgets.month_bars import BarStyle, MonthBar, MonthBars, Part, paint_part
from jiebei_desktop.ui.widgets.picture_out import save_picture
from tests.ui.chart_hand import ink, listen, near, painted, point_at, point_away, put_up, spot
from tests.ui.fitting import painted_texts

THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)
LIMIT = Level(Decimal(1300), "每月可还上限 1,300", late=True)


def bar(place: int, *parts: tuple[str, BarStyle], beside: str = "", marked: bool = False) -> MonthBar:
    made = tuple(Part(Decimal(value), style) for value, style in parts)
    return MonthBar(f"2027-{place % 12 + 1:02}", made, beside, marked)


def year(count: int = 12, amount: str = "400") -> list[MonthBar]:
    return [bar(place, (amount, BarStyle.JIEBEI), (amount, BarStyle.HUABEI)) for place in range(count)]


def bars_of(qtbot, shown, line=LIMIT, width: int = 900, **more) -> MonthBars:
    chart = MonthBars()
    chart.show_bars(shown, line, "每月还 800 元", **more)
    return put_up(qtbot, chart, width)


def over(bars: MonthBars) -> list[str]:
    bars.grab()
    return [words.text for words in bars._words]


@THEMES
def test_parts_stand_on_each_other_in_the_colour_of_their_product(qtbot, monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    bars = bars_of(qtbot, year())
    image = bars.grab().toImage()
    middle = spot(bars, 3, 200)
    assert near(ink(image, middle), theme.jiebei, 2)
    foot, top = spot(bars, 3, 420).y(), spot(bars, 3, 780).y()
    column = {ink(image, QPoint(middle.x(), y)) for y in range(top, foot)}
    slants = {colour for colour in column if near(colour, theme.huabei, 100)}
    assert slants
    assert column - slants  # and what is between them
    assert ink(image, spot(bars, 3, 1100)) == theme.card
    assert ink(image, middle + QPoint(25, -3)) == theme.card


def test_every_style_has_a_pattern_of_its_own(qapp):
    seen = set()
    for style in BarStyle:
        image = QImage(28, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_part(painter, QRectF(0, 0, 28, 40), style)
        painter.end()
        ground = image.pixel(14, 17)
        seen.add(bytes(image.pixel(x, y) == ground for x in range(28) for y in range(40)))
    assert len(seen) == len(BarStyle)


def test_slanting_lines_stay_in_their_part(qapp):
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    for place in (QRectF(20, 20, 20, 8), QRectF(20, 20, 6, 20), QRectF(20, 20, 3, 2)):
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_part(painter, place, BarStyle.LATE)
        painter.end()
        inside = place.toRect()
        outside = [QPoint(x, y) for x in range(60) for y in range(60) if not inside.contains(x, y)]
        assert {ink(image, place) for place in outside if not inside.adjusted(-1, -1, 1, 1).contains(place)} == {
            "#FFFFFF"
        }


def test_a_brand_has_the_style_of_its_name():
    assert [BarStyle(brand).label for brand in Brand] == ["借呗", "花呗", "其他"]
    assert [BarStyle(brand).colour for brand in Brand] == [design.current().brand(brand) for brand in Brand]


def test_the_legend_names_what_is_there(qtbot):
    shown = [*year(2), bar(2, ("90", BarStyle.LATE), ("0", BarStyle.OTHER), marked=True)]
    bars = bars_of(qtbot, shown, marked_name="钱不够的月份")
    assert [entry.text for entry in bars._legend()] == ["借呗", "花呗", "逾期", "钱不够的月份"]
    bars.show_bars([bar(0, ("7", BarStyle.ACCENT))], None, "")
    assert bars._legend() == []
    bars.show_bars([bar(0, ("7", BarStyle.ACCENT))], None, "", names={BarStyle.ACCENT: "钱不够的机会"})
    assert [entry.text for entry in bars._legend()] == ["钱不够的机会"]


def test_totals_are_over_all_bars_or_over_the_largest_only(qtbot):
    shown = [bar(place, (f"{600 + place}.50", BarStyle.JIEBEI)) for place in range(12)]
    bars = bars_of(qtbot, shown)
    assert over(bars) == [f"{600 + place}.50" for place in range(12)]
    bars.resize(260, 260)
    assert over(bars) == ["611.50"]
    assert all(bars.rect().contains(words.place.toRect()) for words in bars._words)


def test_a_remark_is_over_the_total_where_all_have_room_and_said_in_any_case(qtbot):
    shown = [bar(place, ("600", BarStyle.JIEBEI), beside=f"{20 + place}%") for place in range(3)]
    bars = bars_of(qtbot, shown)
    assert over(bars) == ["600", "20%", "600", "21%", "600", "22%"]
    total, remark = bars._words[:2]
    assert remark.place.bottom() == total.place.top()
    bars.resize(240, 260)
    bars.show_bars([shown[0]._replace(beside="占收入的很大一部分" * 4), *shown[1:]], None, "")
    assert over(bars) == ["600"] * 3
    bars.mark(0)
    assert bars.accessibleDescription() == "2027-01：借呗 600 元；" + "占收入的很大一部分" * 4


def test_the_line_is_across_the_bars_with_its_name_beside(qtbot):
    bars = bars_of(qtbot, year())
    y = spot(bars, 0, 1300).y()
    assert painted(bars.grab().toImage(), design.current().late, range(y - 2, y + 3)) > 300
    assert bars._named
    bars.show_bars(year(), None, "")
    assert not painted(bars.grab().toImage(), design.current().late)


def test_a_month_that_stands_out_has_a_ground_and_a_sign(qtbot):
    shown = year()
    shown[4] = shown[4]._replace(marked=True)
    bars = bars_of(qtbot, shown, None)
    image, theme = bars.grab().toImage(), design.current()
    beside = QPoint(20, 0)
    assert ink(image, spot(bars, 4, 300) + beside) == theme.late_ground.upper()
    assert ink(image, spot(bars, 5, 300) + beside) == theme.card
    x, top = round(bars._x(4)), round(bars._frame.plot.top())
    assert near(ink(image, QPoint(x, top + design.DOT)), theme.late)


def test_chances_are_written_in_per_cent(qtbot):
    bars = MonthBars(text=lambda value: f"{value}%", unit="")
    shown = [bar(place, (str(place * 3), BarStyle.ACCENT)) for place in range(12)]
    bars.show_bars(shown, Level(Decimal(20), "20%"), "", names={BarStyle.ACCENT: "钱不够的机会"})
    put_up(qtbot, bars)
    assert over(bars)[-1] == "33%"
    assert [text for _, text in bars._ticks] == ["0%", "10%", "20%", "30%"]
    bars.mark(11)
    assert bars.accessibleDescription() == "2027-12：钱不够的机会 33%"


def test_the_pointer_and_a_click_pick_a_month(qtbot):
    bars = bars_of(qtbot, year())
    picked = listen(bars.picked)
    point_at(bars, spot(bars, 3, 100))
    point_at(bars, spot(bars, 3, 1200) + QPoint(round(bars._slot() / 3), 0))
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=spot(bars, 11, 100))
    assert picked == [3, 11]
    image = bars.grab().toImage()
    column = QRectF(bars._frame.plot.left() + 11 * bars._slot(), 0, bars._slot(), 0)
    edge = {ink(image, QPoint(round(column.left()) + off, spot(bars, 0, 600).y())) for off in (-1, 0, 1)}
    assert any(near(colour, design.current().control, 90) and colour != design.current().card for colour in edge)
    point_away(bars)
    assert bars.marked == 11


def test_arrow_keys_go_from_month_to_month_and_say_each(qtbot):
    bars = bars_of(qtbot, year())
    picked = listen(bars.picked)
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        QTest.keyClick(bars, key)
    assert picked == [0, 1, 11, 10, 0]
    assert bars.accessibleName() == "每月还 800 元"
    assert bars.accessibleDescription() == "2027-01：借呗 400 元；花呗 400 元；一共 800 元"


def test_nothing_to_show_says_so(qtbot):
    bars = bars_of(qtbot, [])
    bars.show_bars([], LIMIT, "")
    assert bars.accessibleName() == "还没有数，画不了。"
    assert bars.focusPolicy() is Qt.FocusPolicy.NoFocus
    image = bars.grab().toImage()
    assert painted(image, design.current().quiet)
    assert not painted(image, design.current().late)


@pytest.mark.parametrize("count", [1, 2, 60])
@pytest.mark.parametrize("amount", ["0", "0.01", "400", "1000000000", "-5"])
@pytest.mark.parametrize("width", [240, 900])
def test_any_months_and_amounts_have_room(qtbot, count, amount, width):
    bars = bars_of(qtbot, [each._replace(marked=True) for each in year(count, amount)], None, width)
    picked = listen(bars.picked)
    point_at(bars, spot(bars, count - 1, 0))
    assert picked == [count - 1]
    texts = over(bars)
    plot = bars._frame.plot
    assert texts
    assert plot.width() > 60
    for words in bars._words:
        assert bars.rect().contains(words.place.toRect())
    for piece, _ in bars._pieces:
        assert plot.top() <= piece.top() <= piece.bottom() <= plot.bottom()


def test_a_month_without_parts_is_empty(qtbot):
    bars = bars_of(qtbot, [bar(0), bar(1, ("5", BarStyle.OTHER))], None)
    assert over(bars) == ["5"]
    bars.mark(0)
    assert bars.accessibleDescription() == "2027-01：一共 0 元"


def test_a_saved_picture_has_vectors(qtbot, tmp_path):
    path = tmp_path / "图.svg"
    save_picture(bars_of(qtbot, year()), path, "每月还多少")
    kinds = {element.tag.rsplit("}", 1)[-1] for element in ElementTree.parse(path).iter()}
    assert "image" not in kinds
    assert {"rect", "text"} <= kinds


@pytest.mark.parametrize("size", design.TEXT_SIZES)
def test_the_sign_of_a_month_that_stands_out_stays_above_its_total_in_every_size_of_text(qtbot, size):
    app = QApplication.instance()
    design.choose(app, design.ThemeChoice.LIGHT, size)
    try:
        bars = bars_of(qtbot, [bar(0, ("5064.77", BarStyle.LATE), marked=True), bar(1)], None)
        image, x = bars.grab().toImage(), spot(bars, 0, 0).x()
        (total,) = [place for text, place in painted_texts(bars) if text == "5,064.77"]
        below = next(y for y in range(image.height()) if ink(image, QPoint(x, y)) == design.LIGHT.late)
        while ink(image, QPoint(x, below)) == design.LIGHT.late:
            below += 1
        assert below <= total.top()
    finally:
        design.choose(app, design.ThemeChoice.LIGHT)
