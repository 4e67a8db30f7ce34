"""Cash by the day: jumps on their day, signs of repayments, the ground below zero, days picked by pointer and keys."""

from datetime import date, timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.chart_parts import Level
from jiebei_desktop.ui.widgets.picture_out import save_picture
from jiebei_desktop.ui.widgets.step_lines import Dot, Sign, StepLine, StepLines
from tests.ui.chart_hand import ink, listen, near, painted, point_at, point_away, put_up, spot

THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)
FIRST = date(2026, 11, 24)
CUSHION = Level(Decimal(1000), "垫子 1,000", late=True)


def stepped(*steps: tuple[int, int]) -> list[Decimal]:
    """Return values that stay for a number of days each."""
    return [Decimal(value) for value, days in steps for _ in range(days)]


def line(values, colour: str = "", dash: int = 0, label: str = "现在的计划", *, faint: bool = False) -> StepLine:
    return StepLine(label, colour or design.current().jiebei, dash, values, faint)


def lines_of(qtbot, shown, dots=(), levels=(), days: int = 100, width: int = 900, **more) -> StepLines:
    chart = StepLines()
    chart.show_lines(shown, dots, levels, FIRST, FIRST + timedelta(days - 1), "最少时剩 400 元", **more)
    return put_up(qtbot, chart, width)


@pytest.fixture
def cash(qtbot) -> StepLines:
    return lines_of(qtbot, [line(stepped((2000, 50), (-500, 50)))], levels=[Level(Decimal(0), ""), CUSHION])


@THEMES
def test_values_jump_on_their_day(qtbot, monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    cash = lines_of(qtbot, [line(stepped((2000, 50), (-500, 50)))], levels=[CUSHION])
    image = cash.grab().toImage()
    for day, value in ((0, 2000), (25, 2000), (49, 2000), (50, 1300), (51, -500), (98, -500)):
        place = spot(cash, day, value)
        around = {ink(image, place + QPoint(x, y)) for x in (-1, 0, 1) for y in (-1, 0, 1)}
        assert theme.jiebei in around, day
    assert ink(image, spot(cash, 48, 1300)) == theme.card
    assert len(cash._drawn[0].points) == 4


@THEMES
def test_the_ground_below_zero_is_tinted(qtbot, monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    image = (cash := lines_of(qtbot, [line(stepped((2000, 50), (-500, 50)))])).grab().toImage()
    assert ink(image, spot(cash, 20, -300)) == theme.late_ground.upper()
    assert ink(image, spot(cash, 20, 300)) == theme.card


@pytest.mark.parametrize(
    ("most", "least", "named"),
    [
        (2100, "-900.5", {"−900.50", "0", "1,000", "2,000"}),  # -1,000 is below all of it
        (2100, "-1100", {"−1,000", "0", "1,000", "2,000"}),
        (2100, "-30", {"0", "500", "1,000", "1,500", "2,000"}),  # no room for another amount
        (900, "-2100", {"900", "0", "−1,000", "−2,000"}),
    ],
)
def test_both_sides_of_zero_have_an_amount_where_there_is_room(qtbot, most, least, named):
    cash = lines_of(qtbot, [line([Decimal(most)] * 50 + [Decimal(least)] * 50)])
    cash.grab()
    assert {text for _, text in cash._ticks} == named
    assert all(
        cash._frame.plot.top() - 1 <= cash._frame.y(value) <= cash._frame.plot.bottom() for value, _ in cash._ticks
    )


def test_styles_are_told_apart_without_colour(qtbot):
    theme = design.current()
    shown = [line(stepped((1000 * (dash + 1), 100)), theme.ink, dash, f"第 {dash} 条") for dash in range(6)]
    cash = lines_of(qtbot, shown)
    image = cash.grab().toImage()
    rows = [spot(cash, 0, 1000 * (dash + 1)).y() for dash in range(6)]
    left = round(cash._frame.plot.left())
    seen = {
        tuple(
            any(near(ink(image, QPoint(x, y + off)), theme.ink) for off in (-1, 0, 1)) for x in range(left, left + 80)
        )
        for y in rows
    }
    assert len(seen) == 6
    assert [entry.text for entry in cash._legend()] == [f"第 {dash} 条" for dash in range(6)]


def test_a_faint_line_is_lighter(qtbot):
    shown = [line(stepped((1000, 100))), line(stepped((2000, 100)), faint=True)]
    cash = lines_of(qtbot, shown)
    image, blue = cash.grab().toImage(), design.current().jiebei
    strong, faint = (range(spot(cash, 9, value).y() - 2, spot(cash, 9, value).y() + 3) for value in (1000, 2000))
    assert painted(image, blue, strong) > 600
    assert not painted(image, blue, faint)


def test_a_repayment_is_a_sign_on_its_line(qtbot):
    theme = design.current()
    shown = [line(stepped((2000, 50), (1000, 50))), line(stepped((1500, 100)), theme.quiet, 1)]
    dots = [
        Dot(FIRST + timedelta(50), 0, theme.huabei, 2),
        Dot(FIRST + timedelta(20), 1, theme.other, 0),
        Dot(FIRST - timedelta(1), 0, theme.good, 0),  # before the first day
        Dot(FIRST + timedelta(100), 0, theme.good, 0),  # and after the last
        Dot(FIRST, 7, theme.good, 0),  # of no line
    ]
    cash = lines_of(qtbot, shown, dots, signs=[Sign("还花呗", theme.huabei, 2)])
    image = cash.grab().toImage()
    assert ink(image, spot(cash, 50, 1000)) == theme.huabei
    assert ink(image, spot(cash, 20, 1500)) == theme.other
    assert not painted(image, theme.good)
    assert [entry.text for entry in cash._legend()] == ["现在的计划", "现在的计划", "还花呗"]


def test_levels_are_across_the_plot_and_zero_has_no_name(cash):
    y = spot(cash, 0, 1000).y()
    assert painted(cash.grab().toImage(), design.current().late, range(y - 2, y + 3)) > 300
    y = spot(cash, 0, 0).y()
    assert painted(cash.grab().toImage(), design.current().control, range(y - 2, y + 3)) > 700


def test_the_pointer_picks_a_day_that_stays_marked(cash):
    picked = listen(cash.picked)
    point_at(cash, spot(cash, 10, 2000))
    point_at(cash, spot(cash, 10, 500))  # the same day
    point_at(cash, spot(cash, 60, 500))
    point_at(cash, QPoint(400, 3))
    assert picked == [date(2026, 12, 4), date(2027, 1, 23)]
    image = cash.grab().toImage()
    assert near(ink(image, spot(cash, 60, 500)), design.current().control)
    point_away(cash)
    assert cash.marked_day == date(2027, 1, 23)
    assert cash.accessibleDescription() == "2027-01-23：现在的计划 −500 元"


def test_keys_go_by_days_and_months_and_to_the_ends(qtbot):
    cash = lines_of(qtbot, [line(stepped((100, 400)))], days=400)
    picked = listen(cash.picked)
    keys = Qt.Key
    cash.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (keys.Key_Right, keys.Key_Left, keys.Key_Left, keys.Key_PageDown, keys.Key_PageDown, keys.Key_PageUp):
        QTest.keyClick(cash, key)
    assert [str(day) for day in picked] == [
        "2026-11-24",
        "2026-11-25",
        "2026-11-24",  # and no further
        "2026-12-24",
        "2027-01-24",
        "2026-12-24",
    ]
    for key in (keys.Key_End, keys.Key_PageDown, keys.Key_Home, keys.Key_PageUp):
        QTest.keyClick(cash, key)
    assert [str(day) for day in picked[6:]] == ["2027-12-28", "2026-11-24"]


def test_months_keep_the_day_that_they_began_with(qtbot):
    cash = lines_of(qtbot, [line(stepped((100, 400)))], days=400)
    cash.mark((date(2027, 1, 31) - FIRST).days)
    picked = listen(cash.picked)
    for _ in range(2):
        QTest.keyClick(cash, Qt.Key.Key_PageDown)
    assert picked == [date(2027, 2, 28), date(2027, 3, 31)]
    QTest.keyClick(cash, Qt.Key.Key_Left)
    QTest.keyClick(cash, Qt.Key.Key_PageUp)
    assert picked[2:] == [date(2027, 3, 30), date(2027, 2, 28)]


def test_a_day_stays_marked_wherever_the_lines_begin(cash):
    picked = listen(cash.picked)
    cash.mark((date(2026, 12, 24) - FIRST).days)
    cash.show_lines([line(stepped((7, 100)))], [], [], date(2026, 12, 1), date(2027, 1, 31), "")
    assert cash.marked_day == date(2026, 12, 24)
    cash.show_lines([line(stepped((7, 100)))], [], [], date(2027, 1, 1), date(2027, 1, 31), "")
    assert cash.marked_day is None
    assert picked == []


def test_points_are_worked_out_once_a_size(cash, monkeypatch):
    cash.grab()
    built: list[int] = []
    build = cash._build
    monkeypatch.setattr(cash, "_build", lambda: (built.append(1), build()))
    for day in range(5, 90, 5):
        point_at(cash, spot(cash, day, 0))
    assert built == []
    cash.resize(700, 260)
    cash.grab()
    assert built == [1]


@pytest.mark.parametrize("shown", [[], [line([])]])
def test_nothing_to_show_says_so(qtbot, shown):
    cash = lines_of(qtbot, shown, levels=[CUSHION])
    assert cash.accessibleName() == "最少时剩 400 元"
    cash.show_lines(shown, [], [CUSHION], FIRST, FIRST, "")
    assert cash.accessibleName() == "还没有数，画不了。"
    assert cash.focusPolicy() is Qt.FocusPolicy.NoFocus
    image = cash.grab().toImage()
    assert painted(image, design.current().quiet)
    assert not painted(image, design.current().late)


def test_an_end_before_the_beginning_is_nothing(qtbot):
    cash = lines_of(qtbot, [line(stepped((5, 10)))], days=-3)
    cash.grab()
    assert cash.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("days", [1, 2, 31, 730])
@pytest.mark.parametrize("value", [0, 500, -3, 10**9])
@pytest.mark.parametrize("width", [240, 900])
def test_any_days_and_amounts_have_room(qtbot, days, value, width):
    shown = [line(stepped((value, days))), line(stepped((value, 1)), dash=1)]
    dots = [Dot(FIRST + timedelta(day), 0, design.current().huabei, day % 6) for day in range(days)]
    cash = lines_of(qtbot, shown, dots, [CUSHION], days, width)
    picked = listen(cash.picked)
    point_at(cash, spot(cash, days - 1, 0) + QPoint(design.HALF, 0))  # beside the last one where a pixel is many days
    cash.grab()
    assert picked == [FIRST + timedelta(days - 1)]
    plot = cash._frame.plot
    assert plot.width() > 60
    assert plot.top() <= cash._frame.y(value) <= plot.bottom()


def test_one_day_is_seen(qtbot):
    cash = lines_of(qtbot, [line([Decimal(500)])], days=1)
    assert painted(cash.grab().toImage(), design.current().jiebei) >= design.DOT


def test_a_saved_picture_has_vectors(cash, tmp_path):
    path = tmp_path / "图.svg"
    save_picture(cash, path, "手头的钱")
    kinds = {element.tag.rsplit("}", 1)[-1] for element in ElementTree.parse(path).iter()}
    assert "image" not in kinds
    assert {"polyline", "text"} <= kinds
