"""Curves by day: driven by mouse and looked at by pixel, as a user does."""

import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from time import perf_counter

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import ticks
from jiebei_desktop.ui.widgets.curve_layers import Band
from jiebei_desktop.ui.widgets.curve_lines import Curve
from jiebei_desktop.ui.widgets.curves import CurveChart

DAYS = 90
BANDS = [Band(1, 30, "M1"), Band(31, 60, "M2"), Band(61, 90, "M3")]
HALF_AND_FULL = pytest.mark.parametrize("width", [420, 1100])


def rising(a_day: str, days: int = DAYS) -> list[Decimal]:
    return [Decimal(a_day) * day for day in range(days + 1)]


def three() -> list[Curve]:
    theme = design.current()
    return [
        Curve("借呗 12 期", theme.jiebei, 0, rising("0.324")),
        Curve("花呗 12 期", theme.huabei, 1, rising("0.272")),
        Curve("花呗 3 期", theme.other, 2, rising("1.025")),
    ]


@pytest.fixture
def make(qtbot):
    def made(width: int = 700) -> CurveChart:
        chart = CurveChart()
        qtbot.addWidget(chart)
        chart.resize(width, chart.sizeHint().height())
        chart.show()
        return chart

    return made


@pytest.fixture
def chart(make) -> CurveChart:
    made = make()
    made.show_curves(three(), BANDS, "三条线")
    return made


def seen(chart: CurveChart) -> QImage:
    return chart.grab().toImage()


def is_like(one: QColor, other: str, off: int = 24) -> bool:
    wanted = QColor(other)
    return all(
        abs(a - b) <= off
        for a, b in zip(
            (one.red(), one.green(), one.blue()), (wanted.red(), wanted.green(), wanted.blue()), strict=True
        )
    )


def line_column(chart: CurveChart) -> int:
    """Return where the marked day's line is painted."""
    image, rows = seen(chart), range(chart._view.y() + 1, chart._view.y() + 4)  # above names, curves and values
    line = design.current().control
    found = [x for x in range(image.width()) if all(is_like(image.pixelColor(x, y), line, 2) for y in rows)]
    assert len(found) == 1
    return found[0]


def place_of(chart: CurveChart, day: int) -> QPoint:
    """Return where a day is in the picture, from where the first and the last day are painted."""
    before = chart._mark._day
    chart.mark(0)
    first = line_column(chart)
    chart.mark(DAYS)
    last = line_column(chart)
    if before is not None:
        chart.mark(before)
    return QPoint(round(first + (last - first) * day / DAYS), chart.height() - design.CURVES_HEIGHT // 2)


def values(chart: CurveChart) -> list[tuple[str, str]]:
    return [(value.curve.name, value.text) for value in chart._mark.values]


@HALF_AND_FULL
@pytest.mark.parametrize("day", [0, 1, 44, 89, 90])
def test_a_click_in_the_plot_picks_the_day_under_it(qtbot, make, width, day):
    chart = make(width)
    chart.show_curves(three(), BANDS, "")
    with qtbot.waitSignal(chart.picked) as picked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place_of(chart, day))
    assert picked.args == [day]


def test_a_real_click_on_the_window_reaches_the_plot_of_a_chart_on_a_page(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(QLabel("晚还的代价"))
    chart = CurveChart()
    layout.addWidget(chart)
    page.resize(700, 400)
    chart.show_curves(three(), BANDS, "")
    with qtbot.waitExposed(page):
        page.show()
    place = chart.mapTo(page, place_of(chart, 30))
    with qtbot.waitSignal(chart.picked) as picked:
        QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert picked.args == [30]


def test_a_drag_picks_each_new_day_and_stays_within_the_days_shown(qtbot, chart):
    days: list[int] = []
    chart.picked.connect(days.append)
    middle, start = place_of(chart, 45), place_of(chart, 44)
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(chart, start)  # the same day is not said twice
    qtbot.mouseMove(chart, middle)
    qtbot.mouseMove(chart, QPoint(chart.width() + 500, 3))
    qtbot.mouseMove(chart, QPoint(-500, 3))
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(chart, middle)
    assert days == [44, 45, DAYS, 0]


def test_only_the_left_button_in_the_plot_picks(qtbot, chart):
    middle = place_of(chart, 45)
    legend, axis = QPoint(middle.x(), 4), QPoint(middle.x(), chart.height() - 4)
    with qtbot.assertNotEmitted(chart.picked):
        qtbot.mouseClick(chart, Qt.MouseButton.RightButton, pos=middle)
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=legend)
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=axis)
    assert QApplication.activePopupWidget() is None


def test_the_wheel_scrolls_the_page_and_not_the_days(qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    inside = QWidget()
    layout = QVBoxLayout(inside)
    chart = CurveChart()
    layout.addWidget(chart)
    layout.addSpacing(2000)
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.resize(700, 400)
    chart.show_curves(three(), BANDS, "")
    with qtbot.waitExposed(area):
        area.show()
    place = place_of(chart, 45)
    before = seen(chart)
    QTest.wheelEvent(area.windowHandle(), QPointF(chart.mapTo(area, place)), QPoint(0, -120))
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert seen(chart) == before


def test_marking_a_day_moves_the_line_and_says_every_value(chart):
    assert values(chart) == []
    chart.mark(10)
    assert values(chart) == [("借呗 12 期", "3.24"), ("花呗 12 期", "2.72"), ("花呗 3 期", "10.25")]
    assert abs(line_column(chart) - place_of(chart, 10).x()) <= 1
    chart.mark(80)
    assert values(chart) == [("借呗 12 期", "25.92"), ("花呗 12 期", "21.76"), ("花呗 3 期", "82.00")]
    assert abs(line_column(chart) - place_of(chart, 80).x()) <= 1


def test_what_is_on_the_screen_follows_the_mark(qtbot, make):
    chart, twin = make(), make()  # a picture taken of the chart itself would make up for what it did not paint
    for one in (twin, chart):
        one.show_curves(three(), BANDS, "")
        QApplication.processEvents()

    def bits(image: QImage) -> bytes:
        return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())

    def is_shown() -> bool:
        return bits(chart.screen().grabWindow(chart.winId()).toImage()) == wanted

    for day in (10, 80, 3, 90):
        twin.mark(day)
        wanted = bits(seen(twin))
        chart.mark(day)
        qtbot.waitUntil(is_shown)


def test_the_values_are_painted_where_they_are_said_to_be(chart):
    blank = seen(chart)
    chart.mark(45)
    marked = seen(chart)
    for value in chart._mark.values:
        place = value.place.translated(QPointF(chart._view.pos())).toRect()
        written = [
            is_like(marked.pixelColor(x, y), design.current().ink)
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
        ]
        assert sum(written) > 10
        assert marked.copy(place) != blank.copy(place)


def test_a_marked_day_is_one_of_those_shown_and_stays_marked_on_other_curves(make):
    chart = make()
    chart.mark(30)  # before there is anything to mark
    chart.show_curves(three(), BANDS, "")
    assert values(chart)[2] == ("花呗 3 期", "30.75")
    chart.mark(1000)
    assert values(chart)[2] == ("花呗 3 期", "92.25")
    chart.mark(-5)
    assert values(chart)[2] == ("花呗 3 期", "0.00")
    chart.mark(50)
    short = Curve("短", design.current().jiebei, 0, rising("1", 20))
    chart.show_curves([short, three()[2]], BANDS, "")
    assert values(chart) == [("花呗 3 期", "51.25")]  # the short one has no such day
    chart.show_curves([short], BANDS, "")
    assert values(chart) == [("短", "20.00")]


@HALF_AND_FULL
@pytest.mark.parametrize("day", [0, 1, 45, 89, 90])
@pytest.mark.parametrize(
    "ends",
    [
        ["0", "0"],
        ["1000000", "1000000", "1000000"],
        ["0", "1000000"],
        ["36.70", "36.71", "36.72", "36.73", "36.74", "0", "1000000", "999999"],
        ["-50", "50"],
    ],
)
def test_values_stand_in_the_plot_and_not_over_each_other(make, width, day, ends):
    chart = make(width)
    curves = [Curve(end, design.current().jiebei, 0, rising(end)) for end in ends]
    curves += [Curve(f"={end}", design.current().huabei, 1, [Decimal(end)] * (DAYS + 1)) for end in ends[:1]]
    chart.show_curves(curves, BANDS, "")
    chart.mark(day)
    places = [value.place for value in chart._mark.values]
    plot = chart._mark.frame.plot
    assert len(places) == len(curves)
    assert all(plot.contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert QRect(QPoint(0, 0), chart._view.size()).contains(plot.toAlignedRect())
    assert all(plot.top() <= value.dot.y() <= plot.bottom() for value in chart._mark.values)


def test_more_values_than_there_is_room_for_still_stand_in_the_plot(make):
    chart = make()
    chart.show_curves([Curve(str(n), design.current().jiebei, 0, rising(str(n))) for n in range(30)], [], "")
    chart.mark(45)
    plot = chart._mark.frame.plot
    assert all(plot.contains(value.place) for value in chart._mark.values)


@pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)
def test_each_curve_is_painted_in_its_colour_through_its_values(make, monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    chart = make()
    chart.show_curves(three(), BANDS, "")
    chart.mark(60)
    dots = [(value.curve.colour, value.dot + QPointF(chart._view.pos())) for value in chart._mark.values]
    chart.mark(0)  # the line and its dots out of the way
    image = seen(chart)
    assert image.pixelColor(image.width() - 2, image.height() - 2).name().upper() == theme.card
    for colour, dot in dots:
        around = [
            is_like(image.pixelColor(round(dot.x()) + across, round(dot.y()) + down), colour, 60)
            for across in range(-12, 13)
            for down in range(-6, 7)
        ]
        assert any(around)


def test_a_curve_is_told_by_its_line_as_well_as_by_its_colour(make):
    chart, colour = make(), design.current().jiebei
    lengths = []
    for style in range(4):
        chart.show_curves([Curve("线", colour, style, [Decimal(10)] * (DAYS + 1))], [], "")
        image = seen(chart)
        row = max(
            ([is_like(image.pixelColor(x, y), colour) for x in range(image.width())] for y in range(image.height())),
            key=sum,
        )
        runs = "".join("#" if hit else " " for hit in row).split()
        lengths.append(sorted({len(run) for run in runs[1:-1] or runs}))
    solid, dashed, dotted, dash_dotted = lengths
    assert solid[0] > 500
    assert max(dotted) <= design.CURVE_WIDTH + 1  # and the caps take nothing from the gaps
    assert max(dotted) < min(dashed) < 20
    assert min(dash_dotted) <= max(dotted) < max(dash_dotted) <= max(dashed) + 1


@HALF_AND_FULL
def test_the_legend_names_all_curves_in_as_many_rows_as_they_need(make, width):
    chart, names = make(width), ["借呗 12 期", "花呗 12 期，我的借款", "花呗 3 期", "别家", "一个名字" * 40, "最后"]
    chart.show_curves([Curve(name, design.current().jiebei, 0, rising("1")) for name in names], BANDS, "")
    QApplication.processEvents()
    labels = chart.findChildren(QLabel)
    assert [label.text() for label in labels if label.isVisible()] == names
    places = [QRect(label.mapTo(chart, QPoint(0, 0)), label.size()) for label in labels]
    assert all(chart.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    assert all(place.bottom() < chart._view.y() for place in places)
    assert [bool(label.toolTip()) for label in labels] == [name == names[4] for name in names]
    assert chart._view.height() == design.CURVES_HEIGHT
    samples = seen(chart)
    assert all(samples.pixelColor(place.left() + 3, place.center().y()).blue() > 200 for place in places)


def test_other_curves_take_the_place_of_the_old_ones(chart):
    theme = design.current()
    chart.show_curves([Curve("别家", theme.late, 0, rising("2"))], [], "一条线")
    assert [label.text() for label in chart.findChildren(QLabel) if label.isVisible()] == ["别家"]
    assert chart.accessibleName() == "一条线"
    image = seen(chart)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(is_like(pixel, theme.late, 2) for pixel in pixels)
    for colour in (theme.jiebei, theme.huabei, theme.other):
        assert not any(is_like(pixel, colour, 2) for pixel in pixels)


def test_the_legend_stays_when_only_values_change(chart):
    labels = chart.findChildren(QLabel)
    chart.show_curves([curve._replace(values=rising("9")) for curve in three()], BANDS, "")
    assert chart.findChildren(QLabel) == labels
    restyled = [curve._replace(style=3 - curve.style) for curve in three()]
    chart.show_curves(restyled, BANDS, "")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not set(chart.findChildren(QLabel)) & set(labels)


def test_every_other_band_is_shaded_and_each_is_named_at_its_top(chart):
    image, card = seen(chart), design.current().card
    top = chart._view.y() + 2

    def shaded(day: int) -> bool:
        return image.pixelColor(place_of(chart, day).x(), top).name().upper() != card

    assert [shaded(day) for day in (10, 29, 32, 59, 62, 89)] == [True, True, False, False, True, True]

    def names(bands: list[Band]) -> list[bool]:
        chart.show_curves(three(), bands, "")
        picture, found = seen(chart), []
        for band in BANDS:
            left = place_of(chart, band.first).x()
            strip = [picture.pixelColor(left + x, top + y) for x in range(40) for y in range(18)]
            found.append(any(is_like(pixel, design.current().quiet, 40) for pixel in strip))
        return found

    assert names(BANDS) == [True, True, True]
    assert names([Band(band.first, band.last, "") for band in BANDS]) == [False, False, False]
    assert names([BANDS[0], Band(31, 32, "比两天长得多的名字"), Band(500, 900, "M9")]) == [True, False, False]


def test_nothing_to_show_is_an_empty_card(qtbot, chart):
    place = place_of(chart, 45)
    chart.mark(45)
    nothing = [Curve("空", design.current().jiebei, 0, [])]
    for curves in ([], nothing):
        chart.show_curves(curves, BANDS, "没有线")
        chart.mark(3)
        QApplication.processEvents()
        image = seen(chart).copy(QRect(chart._view.pos(), chart._view.size()))
        wanted = QImage(image.size(), image.format())
        wanted.fill(QColor(design.current().card))
        assert image == wanted
        with qtbot.assertNotEmitted(chart.picked):
            qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
        assert not [label for label in chart.findChildren(QLabel) if label.isVisible()]
    chart.show_curves(three(), BANDS, "")
    with qtbot.waitSignal(chart.picked) as picked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place_of(chart, 45))
    assert picked.args == [45]


def test_one_day_is_enough(qtbot, make):
    chart = make()
    chart.show_curves([Curve("一天", design.current().jiebei, 0, [Decimal(5)])], BANDS, "")
    chart.mark(0)
    assert values(chart) == [("一天", "5.00")]
    with qtbot.waitSignal(chart.picked) as picked:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart._view.geometry().center())
    assert picked.args == [0]


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        (0, [0]),
        (5, [0, 1, 2, 3, 4, 5]),
        (30, [0, 5, 10, 15, 20, 25, 30]),
        (90, [0, 30, 60, 90]),
        (180, [0, 30, 60, 90, 120, 150, 180]),
        (365, [0, 60, 120, 180, 240, 300, 360]),
        (40_000, [0, 40_000]),
    ],
)
def test_days_are_counted_in_steps_that_people_know(make, days, ticks):
    chart = make()
    chart.show_curves([Curve("线", design.current().jiebei, 0, rising("1", days))], [], "")
    assert [day for day, _ in chart._day._tickLevels[0]] == ticks
    assert [text for _, text in chart._day._tickLevels[0]] == [str(tick) for tick in ticks]


@pytest.mark.parametrize(
    ("least", "most", "texts"),
    [
        ("0", "92.25", ["0", "20", "40", "60", "80"]),
        ("0", "100", ["0", "20", "40", "60", "80", "100"]),
        ("0", "1000000", ["0", "200,000", "400,000", "600,000", "800,000", "1,000,000"]),
        ("0", "1234.56", ["0", "500", "1,000"]),
        ("0", "0.03", ["0", "0.01", "0.02", "0.03"]),
        ("0", "1.1", ["0", "0.50", "1.00"]),
        ("-50", "50", ["−40", "−20", "0", "20", "40"]),
        ("-7", "0", ["−6", "−4", "−2", "0"]),
        ("0", "0", ["0"]),
    ],
)
def test_yuan_are_counted_in_round_steps(least, most, texts):
    found = ticks(Decimal(least), Decimal(most), 5, None)
    assert [text for _, text in found] == texts
    assert all(Decimal(least) <= level <= Decimal(most) for level, _ in found)


def test_ticks_are_written_beside_what_they_count(chart):
    image, plot = seen(chart), chart._mark.frame.plot.translated(QPointF(chart._view.pos()))

    def written(middle: QPointF) -> bool:
        around = [(x, y) for x in range(-4, 5) for y in range(-4, 5)]
        pixels = [image.pixelColor(round(middle.x()) + x, round(middle.y()) + y) for x, y in around]
        return any(is_like(pixel, design.current().quiet, 40) for pixel in pixels)

    days = [QPointF(place_of(chart, day).x(), plot.bottom() + 12) for day in (0, 15, 30, 45, 60, 75, 90)]
    assert [written(place) for place in days] == [True, False, True, False, True, False, True]
    chart.mark(60)
    values = {value.text: value.dot.y() + chart._view.y() for value in chart._mark.values}
    a_yuan = (values["16.32"] - values["61.50"]) / (61.50 - 16.32)
    zero = values["16.32"] + 16.32 * a_yuan
    levels = [QPointF(plot.left() - 10, zero - level * a_yuan) for level in (0, 10, 20, 30, 40, 50, 60, 70, 80)]
    assert [written(place) for place in levels] == [True, False, True, False, True, False, True, False, True]


@pytest.mark.parametrize("most", ["0", "100", "1000000"])
def test_the_yuan_beside_the_plot_are_whole(make, most):
    chart = make(420)
    chart.show_curves([Curve("线", design.current().jiebei, 0, [Decimal(0), Decimal(most)])], [], "")
    image, left = seen(chart), chart._mark.frame.plot.left()
    assert left > 0
    column = [image.pixelColor(0, y).name().upper() for y in range(chart._view.y(), image.height())]
    assert set(column) == {design.current().card}
    beside = [image.pixelColor(x, y) for x in range(int(left) - 2) for y in range(chart._view.y(), image.height())]
    assert any(is_like(pixel, design.current().quiet, 40) for pixel in beside)


def test_it_is_named_and_takes_no_focus(chart):
    assert chart.accessibleName() == "三条线"
    for widget in (chart, *chart.findChildren(QWidget)):
        assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_curves_are_as_thick_on_a_denser_screen(chart, monkeypatch):
    assert chart._lines[0].opts["pen"].widthF() == design.CURVE_WIDTH
    monkeypatch.setattr(chart._view, "devicePixelRatioF", lambda: 1.5, raising=False)
    QApplication.sendEvent(chart, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert [line.opts["pen"].widthF() for line in chart._lines] == [1.5 * design.CURVE_WIDTH] * 3


def test_it_goes_with_its_parent(qtbot):
    page = QWidget()
    layout = QVBoxLayout(page)
    chart = CurveChart()
    layout.addWidget(chart)
    chart.show_curves(three(), BANDS, "")
    chart.mark(5)
    page.show()
    page.deleteLater()
    QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(chart)
    QApplication.processEvents()


@pytest.mark.parametrize("scale", ["1", "1.5"])
def test_a_program_with_a_chart_ends_without_a_word(scale, monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", scale)
    program = """
from datetime import date, timedelta
from decimal import Decimal
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import ticks
from jiebei_desktop.ui.widgets.curve_layers import Band
from jiebei_desktop.ui.widgets.curve_lines import Curve
from jiebei_desktop.ui.widgets.curves import CurveChart

def main():
    app = QApplication([])
    page = QWidget()
    page.chart = CurveChart()
    QVBoxLayout(page).addWidget(page.chart)
    page.chart.show_curves([Curve("a", design.current().jiebei, 1, [Decimal(1), Decimal(2)])], [Band(1, 1, "M1")], "a")
    page.chart.mark(1)
    page.show()
    page.grab()
    QTimer.singleShot(0, app.quit)
    return app.exec()

raise SystemExit(main())
"""
    ran = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    words = [line for line in ran.stderr.splitlines() if "propagateSizeHints" not in line]
    assert (ran.returncode, ran.stdout, words) == (0, "", [])


def test_the_window_comes_without_pyqtgraph():
    program = "import sys, jiebei_desktop.ui.window; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


ORIGIN = date(2026, 11, 24)


def stepping(amount: str, days: int = DAYS) -> list[Decimal]:
    """Return what has been paid by each day where something is due every thirty days."""
    return [Decimal(amount) * (day // 30) for day in range(days + 1)]


def six() -> list[Curve]:
    theme = design.current()
    names = ["借呗 12 期", "花呗 12 期", "借呗 6 期", "花呗 6 期", "借呗 3 期", "借呗 24 期"]
    colours = [theme.jiebei, theme.huabei, theme.jiebei, theme.huabei, theme.jiebei, theme.jiebei]
    amounts = ["105.00", "75.00", "105.01", "75.01", "105.02", "105.03"]
    return [
        Curve(name, colour, style, stepping(amount))
        for style, (name, colour, amount) in enumerate(zip(names, colours, amounts, strict=True))
    ]


@pytest.fixture
def dated(qtbot) -> CurveChart:
    """A chart as the comparison has it: by date, in steps, with the focus on it."""
    made = CurveChart("到这一天为止的利息和手续费", hover=True, steps=True)
    qtbot.addWidget(made)
    made.show_curves(six()[:2], [], "两条线", ORIGIN)
    made.resize(700, made.sizeHint().height())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    qtbot.mouseMove(made, QPoint(1, 1))  # a pointer that is where it was before is not said to move
    return made


def spot(chart: CurveChart, day: int, down: float = 0.5) -> QPoint:
    frame = chart._mark.frame
    return QPoint(round(frame.x(day)), round(frame.plot.top() + frame.plot.height() * down) + chart._view.y())


def test_the_pointer_marks_the_day_under_it_with_date_and_exact_values(qtbot, dated):
    assert values(dated) == []
    qtbot.mouseMove(dated, spot(dated, 45))
    assert values(dated) == [("借呗 12 期", "105.00"), ("花呗 12 期", "75.00")]
    assert dated._mark.date == "2027-01-08"
    assert dated.accessibleDescription() == "2027-01-08：借呗 12 期 105.00 元；花呗 12 期 75.00 元"
    qtbot.mouseMove(dated, spot(dated, 60))
    assert dated.accessibleDescription() == "2027-01-23：借呗 12 期 210.00 元；花呗 12 期 150.00 元"


@pytest.mark.parametrize("marked", [None, 30])
def test_the_mark_goes_back_when_the_pointer_leaves(qtbot, dated, marked):
    if marked is not None:
        dated.mark(marked)
    before, said = seen(dated), dated.accessibleDescription()
    for day, leave in (
        (75, lambda: qtbot.mouseMove(dated, QPoint(5, 5))),  # to a name
        (74, lambda: qtbot.mouseMove(dated, QPoint(dated.width() - 5, 5))),  # beside the names
        (73, lambda: qtbot.mouseMove(dated, QPoint(dated.width() // 2, dated.height() - 5))),  # to the months
        (72, lambda: QApplication.sendEvent(dated, QEvent(QEvent.Type.Leave))),
    ):
        qtbot.mouseMove(dated, spot(dated, day))
        assert seen(dated) != before
        leave()
        assert seen(dated) == before
        assert dated.accessibleDescription() == said


def test_a_page_marks_another_day_below_the_pointer(qtbot, dated):
    qtbot.mouseMove(dated, spot(dated, 75))
    dated.mark(30)
    assert dated._mark.day == 75
    QApplication.sendEvent(dated, QEvent(QEvent.Type.Leave))
    assert dated._mark.day == 30


def test_a_chart_without_hover_marks_nothing_under_the_pointer(qtbot, chart):
    before = seen(chart)
    qtbot.mouseMove(chart, place_of(chart, 45))
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    chart.mark(0)
    assert chart.accessibleDescription() == "第 0 天：借呗 12 期 0.00 元；花呗 12 期 0.00 元；花呗 3 期 0.00 元"
    assert not chart.hasMouseTracking()
    assert seen(chart) != before


def test_keys_go_from_day_to_day(qtbot, dated):
    keys = Qt.Key
    wanted = [
        (keys.Key_Right, "2026-11-24"),  # where there is no mark yet, the first day
        (keys.Key_Right, "2026-11-25"),
        (keys.Key_PageDown, "2026-12-25"),
        (keys.Key_Left, "2026-12-24"),
        (keys.Key_PageUp, "2026-11-24"),
        (keys.Key_Left, "2026-11-24"),
        (keys.Key_End, "2027-02-22"),
        (keys.Key_PageDown, "2027-02-22"),
        (keys.Key_Home, "2026-11-24"),
    ]
    for key, day in wanted:
        qtbot.keyClick(dated, key)
        assert dated._mark.date == day
    qtbot.keyClick(dated, keys.Key_End)
    assert dated.accessibleDescription() == "2027-02-22：借呗 12 期 315.00 元；花呗 12 期 225.00 元"
    dated.clearFocus()
    assert dated.accessibleDescription().startswith("折线图，2026-11-24 到 2027-02-22。")


def test_keys_begin_at_the_day_that_the_page_marked_and_picks_still_work(qtbot, dated):
    dated.mark(30)
    qtbot.keyClick(dated, Qt.Key.Key_Right)
    assert dated._mark.day == 31
    with qtbot.waitSignal(dated.picked) as picked:
        qtbot.mouseClick(dated, Qt.MouseButton.LeftButton, pos=spot(dated, 60))
    assert picked.args == [60]


def test_keys_on_nothing_do_nothing(qtbot, dated):
    dated.show_curves([], [], "没有线", ORIGIN)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_A):
        qtbot.keyClick(dated, key)
    qtbot.mouseMove(dated, spot(dated, 45))
    assert dated.accessibleDescription() == ""


def test_the_focus_is_seen(dated):
    def framed() -> bool:
        plot, image = dated._mark.frame.plot, seen(dated)
        edge = image.pixelColor(round(plot.center().x()), round(plot.top()) + dated._view.y())
        return is_like(edge, design.current().accent, 8)

    assert framed()
    dated.clearFocus()
    assert not framed()


@pytest.mark.parametrize("days", [30, 365, 1826])
@HALF_AND_FULL
def test_months_stand_whole_and_apart_below_the_curves(make, width, days):
    chart = make(width)
    chart.show_curves([Curve("线", design.current().jiebei, 0, rising("1", days))], [], "", ORIGIN)
    image, plot = seen(chart), chart._mark.frame.plot
    top = round(plot.bottom()) + chart._view.y() + design.HALF + 2
    rows = range(top, top + design.HEADER_LINE - design.HALF)
    written = [
        any(is_like(image.pixelColor(x, y), design.current().quiet, 60) for y in rows) for x in range(image.width())
    ]
    assert not written[0]
    assert not written[-1]
    words = [run for run in "".join("#" if hit else " " for hit in written).split(" " * design.GRID) if run.strip()]
    months = (ORIGIN + timedelta(days=days)).toordinal() // 30 - ORIGIN.toordinal() // 30
    assert 1 <= len(words) <= min(months + 1, width // 60)


def test_days_are_counted_again_where_no_date_is_given(dated):
    assert dated._day._tickLevels == [[]]
    dated.show_curves(six(), [], "")
    assert [text for _, text in dated._day._tickLevels[0]] == ["0", "30", "60", "90"]
    dated.mark(30)
    assert dated._mark.date == ""


def test_a_step_goes_straight_up_on_its_day(dated):
    dated.show_curves([Curve("线", design.current().jiebei, 0, stepping("100"))], [], "", ORIGIN)
    dated.clearFocus()
    frame, image = dated._mark.frame, seen(dated)

    def coloured(day: float, amount: float) -> bool:
        x, y = round(frame.x(day)), round(frame.y(amount)) + dated._view.y()
        around = ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))  # a line two pixels wide lies on either side of its place
        return any(
            is_like(image.pixelColor(x + right, y + down), design.current().jiebei, 60) for right, down in around
        )

    assert all(coloured(30, amount) for amount in (5, 25, 50, 75, 95))
    assert all(coloured(day, 100) for day in (31, 45, 59))
    assert not any(coloured(day, 50) for day in (15, 28, 32, 45))


@pytest.mark.parametrize("day", [0, 29, 30, 45, 90])
@HALF_AND_FULL
def test_six_values_close_together_stand_apart_below_the_date(dated, width, day):
    dated.resize(width, dated.height())
    dated.show_curves(six(), [], "", ORIGIN)
    dated.mark(day)
    places, plot = [value.place for value in dated._mark.values], dated._mark.frame.plot
    assert len(places) == 6
    assert all(plot.adjusted(0, design.WIDE, 0, 0).contains(place) for place in places)
    assert not any(one.intersects(other) for one, other in combinations(places, 2))


def test_six_lines_of_one_colour_are_told_apart(make):
    chart, colour, rows = make(), design.current().jiebei, set()
    for style in range(6):
        chart.show_curves([Curve("线", colour, style, [Decimal(10)] * (DAYS + 1))], [], "")
        image = seen(chart)
        row = max(
            ("".join("#" if is_like(image.pixelColor(x, y), colour) else " " for x in range(image.width())))
            for y in range(chart._view.y(), image.height())
        )
        rows.add(row.strip())
    assert len(rows) == 6


def test_fewer_and_more_curves_take_each_others_place(make):
    chart = make()
    for count in (6, 2, 0, 1, 6):
        chart.show_curves(six()[:count], [], "", ORIGIN)
        assert len(chart._lines) == len([item for item in chart._box.addedItems if item in chart._lines]) == count
        chart.mark(60)
        assert [name for name, _ in values(chart)] == [curve.name for curve in six()[:count]]


def test_a_chart_follows_the_theme_that_is_chosen_later(make, monkeypatch):
    chart = make()
    chart.show_curves(six(), [], "", ORIGIN)
    monkeypatch.setattr(design, "_current", design.DARK)
    chart.show_curves(six(), [], "", ORIGIN)
    image = seen(chart)
    assert image.pixelColor(image.width() - 2, image.height() - 2).name().upper() == design.DARK.card
    assert any(is_like(image.pixelColor(x, image.height() - 8), design.DARK.quiet, 60) for x in range(image.width()))


def test_a_chart_on_a_card_is_as_high_as_its_names_need(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout, chart = QVBoxLayout(page), CurveChart(hover=True)
    layout.addWidget(chart)
    layout.addStretch(1)
    names = ["一个很长很长很长很长的名字"] * 4
    chart.show_curves([Curve(name, design.current().jiebei, 0, rising("1")) for name in names], [], "", ORIGIN)
    page.resize(420, 600)
    page.show()
    qtbot.waitUntil(lambda: chart.rect().contains(chart._view.geometry()))
    assert chart._view.y() >= 2 * design.HEADER_LINE


def test_six_curves_of_a_year_are_shown_fast(make):
    chart = make()
    curves = [curve._replace(values=stepping("75.25", 365)) for curve in six()]
    others = [curve._replace(values=stepping("80.25", 365)) for curve in six()]
    spent = []
    for turn in range(20):
        before = perf_counter()
        chart.show_curves(others if turn % 2 else curves, [], "", ORIGIN)
        spent.append(perf_counter() - before)
    assert min(spent[2:]) < 0.008
