"""Strips on a time axis: what is said on hover, what is painted where, nothing cut off."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QToolTip

from jiebei_desktop.calendar import add_months
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.cash_strip import CashStrip, Lane, Pay
from jiebei_desktop.ui.widgets.pictures import Cycle, CycleStrip, TimeAxis, paint_sign

START = date(2026, 11, 24)
THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)


def hover(widget, place: QPoint) -> str:
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    return QToolTip.text() if event.isAccepted() else ""


def due(count: int, amount: str = "938.33") -> list[tuple[date, Decimal]]:
    return [(add_months(START, number), Decimal(amount)) for number in range(1, count + 1)]


def cycles(*counts: int) -> list[Cycle]:
    theme = design.current()
    colours = [theme.jiebei, theme.huabei] * 3
    return [Cycle(f"第 {place} 个", colours[place], place, due(count)) for place, count in enumerate(counts)]


def pays(count: int) -> list[Pay]:
    return [
        Pay(number, add_months(START, number), Decimal("833.33"), Decimal(105) - number * 5)
        for number in range(1, count + 1)
    ]


def lanes(*counts: int) -> list[Lane]:
    return [
        Lane(cycle.label, cycle.colour, cycle.shape, START, Decimal(10000), pays(count))
        for cycle, count in zip(cycles(*counts), counts, strict=True)
    ]


def painted(image: QImage, colour: str) -> list[QPoint]:
    wanted = QColor(colour).rgb()
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [QPoint(x, y) for x, y in spots if image.pixel(x, y) == wanted]


@pytest.fixture
def show(qtbot):
    def shown(widget, width: int = 900):
        qtbot.addWidget(widget)
        widget.resize(width, widget.height())
        widget.show()
        return widget

    return shown


@pytest.fixture
def strip(show) -> CycleStrip:
    made = CycleStrip()
    made.show_cycles(START, cycles(12, 6))
    return show(made)


@pytest.fixture
def cash(show) -> CashStrip:
    made = CashStrip()
    made.show_lanes(START, lanes(12, 6))
    return show(made)


def test_a_strip_says_itself_in_words(strip):
    assert strip.accessibleName() == (
        "第 0 个：2026-12-24 到 2027-11-24，共 12 次；第 1 个：2026-12-24 到 2027-05-24，共 6 次"
    )


def test_a_dot_says_its_date_number_and_amount(strip):
    axis = strip._axis()
    for number, day in ((1, date(2026, 12, 24)), (12, date(2027, 11, 24))):
        place = QPoint(round(axis.x(day)) + 2, design.STRIP_ROW // 2)
        assert hover(strip, place) == f"第 0 个 第 {number} 期：{day} 还 938.33 元"
    assert hover(strip, QPoint(round(axis.x(date(2027, 5, 24))), 3 * design.STRIP_ROW // 2)) == (
        "第 1 个 第 6 期：2027-05-24 还 938.33 元"
    )


def test_beside_the_dots_nothing_is_said(strip):
    axis = strip._axis()
    between = round((axis.x(date(2027, 2, 24)) + axis.x(date(2027, 3, 24))) / 2)
    assert hover(strip, QPoint(between, design.STRIP_ROW // 2)) == ""
    assert hover(strip, QPoint(between, strip.height() - 3)) == ""
    assert hover(strip, QPoint(5, design.STRIP_ROW // 2)) == ""  # a name that is whole


@pytest.mark.parametrize("made", [CycleStrip, CashStrip])
def test_a_name_that_is_cut_is_said_whole(show, made):
    name = "借呗 12 期，先息后本，利率打八折"
    widget = made()
    if isinstance(widget, CycleStrip):
        widget.show_cycles(START, [cycles(12)[0]._replace(label=name)])
    else:
        widget.show_lanes(START, [lanes(12)[0]._replace(label=name)])
    show(widget, 480)
    assert hover(widget, QPoint(5, 20)) == name


def test_every_sign_has_another_shape(qapp):
    seen = set()
    for shape in range(6):
        image = QImage(20, 20, QImage.Format.Format_Mono)
        image.fill(0)
        painter = QPainter(image)
        painter.setBrush(QColor("white"))
        paint_sign(painter, shape, QPointF(10, 10), design.DOT)
        painter.end()
        seen.add(bytes(image.constBits()))
    assert len(seen) == 6


@pytest.mark.parametrize("months", [1, 12, 36, 60])
@pytest.mark.parametrize("width", [480, 1400])
def test_months_stand_whole_and_apart(show, months, width):
    strip = CycleStrip()
    strip.show_cycles(START, cycles(months))
    show(strip, width)
    image = strip.grab().toImage()
    below_ticks = image.height() - design.STRIP_ROW + design.HALF + 2
    foot = image.copy(0, below_ticks, image.width(), image.height() - below_ticks)
    ground = foot.pixel(0, foot.height() - 1)
    written = [any(foot.pixel(x, y) != ground for y in range(foot.height())) for x in range(foot.width())]
    assert not written[0]
    assert not written[-1]
    runs = "".join("#" if hit else " " for hit in written).strip().split(" " * design.GRID)
    words = [run for run in runs if run.strip()]
    axis, small = strip._axis(), QFontMetrics(design.text_font(design.SMALL))
    assert len(words) == len(axis.months(small.horizontalAdvance("2026-12") + design.SPACE))


@pytest.mark.parametrize(
    ("days", "months"),
    [
        (20, ["2026-12-01"]),
        (5, ["2026-11-24"]),  # no month begins
        (92, ["2026-12-01", "2027-01-01", "2027-02-01"]),
        (365, ["2026-12-01", "2027-02-01", "2027-04-01", "2027-06-01", "2027-08-01", "2027-10-01"]),
        (1826, ["2026-12-01", "2027-12-01", "2028-12-01", "2029-12-01", "2030-12-01"]),
    ],
)
def test_months_are_counted_in_steps_that_people_know(days, months):
    assert [str(month) for month in TimeAxis(START, days, 0, 480).months(66)] == months


@pytest.mark.parametrize("count", range(7))
@pytest.mark.parametrize("made", [CycleStrip, CashStrip])
def test_any_number_of_options_has_room(show, made, count):
    widget = made()
    if isinstance(widget, CycleStrip):
        widget.show_cycles(START, cycles(*[12] * count))
        assert widget.height() == (count + 1) * design.STRIP_ROW
    else:
        widget.show_lanes(START, lanes(*[12] * count))
        assert widget.height() == count * design.LANE_HEIGHT + design.STRIP_ROW
    show(widget, 480)
    image = widget.grab().toImage()
    assert bool(painted(image, design.current().jiebei)) is (count > 0)
    assert bool(painted(image, design.current().huabei)) is (count > 1)


def test_an_option_without_payments_has_a_line_and_no_dots(show):
    strip, cash = CycleStrip(), CashStrip()
    nothing = cycles(0)[0]
    strip.show_cycles(START, [nothing])
    cash.show_lanes(START, [lanes(0)[0]])
    for widget in (strip, cash):
        show(widget)
        assert widget.accessibleName() == ""
        assert hover(widget, QPoint(500, 14)) == ""
    strip.show_cycles(START, [*cycles(3), nothing])
    strip.grab()
    assert strip.accessibleName() == "第 0 个：2026-12-24 到 2027-02-24，共 3 次"


@THEMES
@pytest.mark.parametrize("made", [CycleStrip, CashStrip])
def test_strips_follow_the_theme(show, monkeypatch, theme, made):
    monkeypatch.setattr(design, "_current", theme)
    widget = made()
    if isinstance(widget, CycleStrip):
        widget.show_cycles(START, cycles(12))
    else:
        widget.show_lanes(START, lanes(12))
    image = show(widget).grab().toImage()
    assert painted(image, theme.jiebei)


def test_cash_says_itself_in_words(cash):
    assert cash.accessibleName() == (
        "第 0 个：2026-11-24 借到 10,000.00 元，2026-12-24 到 2027-11-24 分 12 次还 10,869.96 元，"
        "其中利息和手续费 870.00 元；"
        "第 1 个：2026-11-24 借到 10,000.00 元，2026-12-24 到 2027-05-24 分 6 次还 5,524.98 元，"
        "其中利息和手续费 525.00 元"
    )


def test_a_payment_says_its_parts_exactly(cash):
    axis, foot = cash._axis(), design.LANE_HEIGHT - design.GRID
    assert hover(cash, QPoint(round(axis.x(date(2026, 12, 24))), foot - 20)) == (
        "第 0 个 第 1 期：2026-12-24 还 933.33 元，其中本金 833.33 元，利息和手续费 100.00 元"
    )
    assert hover(cash, QPoint(round(axis.x(date(2027, 5, 24))), design.LANE_HEIGHT + foot - 2)) == (
        "第 1 个 第 6 期：2027-05-24 还 908.33 元，其中本金 833.33 元，利息和手续费 75.00 元"
    )
    assert hover(cash, QPoint(round(axis.left), foot)) == "第 0 个：2026-11-24 借到 10,000.00 元"
    assert hover(cash, QPoint(round(axis.x(date(2027, 9, 24))), design.LANE_HEIGHT + foot)) == ""  # paid off by then
    assert hover(cash, QPoint(round(axis.x(date(2026, 12, 24))), cash.height() - 2)) == ""


def test_bars_are_as_high_as_payments_are_large(show):
    cash = CashStrip()
    small, large = ([Pay(1, add_months(START, 1), Decimal(principal), Decimal(0))] for principal in (250, 1000))
    theme = design.current()
    cash.show_lanes(
        START,
        [
            Lane("小", theme.jiebei, 0, START, Decimal(250), small),
            Lane("大", theme.huabei, 1, START, Decimal(1000), large),
        ],
    )
    image = show(cash).grab().toImage()
    column = round(cash._axis().right)
    heights = [
        sum(image.pixel(column, y) == QColor(colour).rgb() for y in range(image.height()))
        for colour in (theme.jiebei, theme.huabei)
    ]
    room = design.LANE_HEIGHT - design.HEADER_LINE - design.SPACE
    assert abs(heights[0] - room / 4) <= 1
    assert abs(heights[1] - room) <= 1


def test_costs_are_lighter_and_stand_on_top(show):
    cash = CashStrip()
    theme = design.current()
    half = [Pay(1, add_months(START, 1), Decimal(500), Decimal(500))]
    cash.show_lanes(START, [Lane("一半", theme.jiebei, 0, START, Decimal(500), half)])
    image = show(cash).grab().toImage()
    column, foot = round(cash._axis().right), design.LANE_HEIGHT - design.GRID
    room = design.LANE_HEIGHT - design.HEADER_LINE - design.SPACE
    below, above = image.pixelColor(column, foot - room // 4), image.pixelColor(column, foot - 3 * room // 4)
    assert below.name().upper() == theme.jiebei
    assert above.lightness() > below.lightness()


@pytest.mark.parametrize("months", [1, 12, 60])
@pytest.mark.parametrize("width", [480, 1400])
def test_bars_of_a_lane_do_not_touch(show, months, width):
    cash = CashStrip()
    cash.show_lanes(START, lanes(months))
    image = show(cash, width).grab().toImage()
    line = design.LANE_HEIGHT - design.GRID - 8
    left, colour = round(cash._axis().left) + design.DOT, QColor(design.current().jiebei).rgb()
    row = "".join("#" if image.pixel(x, line) == colour else " " for x in range(left, image.width()))
    assert len(row.split()) >= months - 2  # the first may stand behind the sign
