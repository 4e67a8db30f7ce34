"""The grid of costs: by pointer, by arrow keys, readable on every ground."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from jiebei_desktop.products import Brand
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.heat_map import HeatMap, ground
from tests.ui.test_design import contrast

ROWS = ["3 期", "12 期"]
COLUMNS = ["按时", "晚 1 天", "晚 30 天"]
CELLS = [
    [Decimal("36.10"), Decimal("36.10"), None],
    [Decimal("482.34"), Decimal("484.02"), Decimal("536.10")],
]
THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)


def said(row: int, column: int) -> str:
    amount = CELLS[row][column]
    told = "算不出来：没有这一期" if amount is None else f"一共多付 {amount} 元"
    return f"{ROWS[row]}，{COLUMNS[column]}：{told}"


@pytest.fixture
def heat(qtbot) -> HeatMap:
    made = HeatMap()
    qtbot.addWidget(made)
    made.show_heat(design.current().jiebei, ROWS, COLUMNS, CELLS, said, "最少 36.10 元，最多 536.10 元")
    made.resize(600, made.height())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def middle(heat: HeatMap, row: int, column: int) -> QPoint:
    return heat._place(row, column).center().toPoint()


def hover(heat: HeatMap, place: QPoint) -> str:
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, heat.mapToGlobal(place))
    QApplication.sendEvent(heat, event)
    return QToolTip.text() if event.isAccepted() else ""


def share_of(theme: design.Theme, colour: str, share: float) -> str:
    return ground(colour, share).name()


@THEMES
@pytest.mark.parametrize("brand", [*Brand, None])
def test_amounts_are_readable_on_every_ground(monkeypatch, theme, brand):
    monkeypatch.setattr(design, "_current", theme)
    for step in range(101):
        assert contrast(theme.ink, share_of(theme, theme.brand(brand), step / 100)) >= 4.5
    assert contrast(theme.good, share_of(theme, theme.brand(brand), 0)) >= 4.5  # the least amount has this ground
    assert share_of(theme, theme.brand(brand), 0).upper() == theme.card


def test_the_more_it_costs_the_more_colour_it_has(heat):
    image = heat.grab().toImage()
    corners = [heat._place(1, column).topLeft().toPoint() + QPoint(6, 6) for column in range(3)]
    colours = [image.pixelColor(corner).name() for corner in corners]
    blue = design.current().jiebei
    shares = [(Decimal(text) - Decimal("36.10")) / 500 for text in ("482.34", "484.02", "536.10")]
    assert colours == [ground(blue, float(share)).name() for share in shares]


def test_hover_says_the_cell(heat):
    assert hover(heat, middle(heat, 1, 2)) == "12 期，晚 30 天：一共多付 536.10 元"
    assert hover(heat, middle(heat, 0, 2)) == "3 期，晚 30 天：算不出来：没有这一期"
    assert hover(heat, QPoint(3, 3)) == ""
    assert hover(heat, QPoint(3, middle(heat, 0, 0).y())) == ""


def test_the_least_of_all_has_a_sign_and_nothing_a_dash(heat):
    assert heat._exact == [["✓ 36.10", "✓ 36.10", "—"], ["482.34", "484.02", "536.10"]]
    heat.show_heat(design.current().jiebei, ["3 期"], COLUMNS, [[Decimal(5), Decimal(5), None]], said, "")
    assert heat._exact == [["5.00", "5.00", "—"]]  # none is better than another
    heat.show_heat(design.current().jiebei, ["3 期"], COLUMNS, [[None, None, None]], said, "")
    assert heat._exact == [["—", "—", "—"]]


def test_arrow_keys_go_from_cell_to_cell_and_say_each(qtbot, heat):
    assert heat.accessibleDescription() == "3 期，按时：一共多付 36.10 元"  # where the focus begins
    asked: list[str] = []
    heat.asked.connect(asked.append)
    keys = Qt.Key
    for key in (keys.Key_Right, keys.Key_Down, keys.Key_Right, keys.Key_Right, keys.Key_Up, keys.Key_Home):
        QTest.keyClick(heat, key)
    assert asked == [
        "3 期，晚 1 天：一共多付 36.10 元",
        "12 期，晚 1 天：一共多付 484.02 元",
        "12 期，晚 30 天：一共多付 536.10 元",  # and no further
        "3 期，晚 30 天：算不出来：没有这一期",
        "3 期，按时：一共多付 36.10 元",
    ]
    assert heat.accessibleDescription() == "3 期，按时：一共多付 36.10 元"
    QTest.keyClick(heat, keys.Key_End)
    assert asked[-1] == "3 期，晚 30 天：算不出来：没有这一期"


def test_a_click_goes_to_a_cell(qtbot, heat):
    with qtbot.waitSignal(heat.asked) as asked:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=middle(heat, 1, 0))
    assert asked.args == ["12 期，按时：一共多付 482.34 元"]
    with qtbot.assertNotEmitted(heat.asked):
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_the_cell_that_keys_are_on_has_a_frame(heat):
    def framed() -> bool:
        place = heat._place(0, 0)
        return heat.grab().toImage().pixelColor(round(place.center().x()) + 30, round(place.top())).name() == accent

    accent = design.current().accent.lower()
    heat.clearFocus()
    assert not framed()
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    assert framed()


def test_other_amounts_are_said_and_a_cell_that_is_gone_is_left(heat):
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(heat, Qt.Key.Key_Down)
    asked: list[str] = []
    heat.asked.connect(asked.append)
    cells = [[Decimal(1)] * 3, [Decimal(2)] * 3]
    heat.show_heat(design.current().huabei, ROWS, COLUMNS, cells, lambda row, column: f"{row} {column}", "")
    heat.show_heat(design.current().huabei, ROWS[:1], COLUMNS, cells[:1], lambda row, column: f"{row} {column}", "")
    assert asked == ["1 0", ""]
    assert heat.accessibleDescription() == ""


def test_amounts_are_in_whole_yuan_where_there_is_no_room_for_fen(qtbot):
    heat = HeatMap()
    qtbot.addWidget(heat)
    cells = [[Decimal("1234567.89"), Decimal("1234568.49")]]
    heat.show_heat(design.current().jiebei, ["3 期"], COLUMNS[:2], cells, said, "")
    assert heat._whole == [["✓ 1,234,568", "1,234,568"]]
    assert heat.minimumSizeHint().width() < heat.sizeHint().width()
    pictures = []
    for width in (heat.sizeHint().width() + design.FOCUS, heat.sizeHint().width() - 10):
        heat.resize(width, heat.height())
        pictures.append(heat.grab().toImage())
    assert pictures[0] != pictures[1]


@pytest.mark.parametrize(("rows", "columns"), [(0, 0), (1, 1), (6, 9)])
def test_any_number_of_cells_has_room(qtbot, rows, columns):
    heat = HeatMap()
    qtbot.addWidget(heat)
    cells = [[Decimal(row * column) for column in range(columns)] for row in range(rows)]
    names = [f"{place} 期" for place in range(rows)], [f"晚 {place} 天" for place in range(columns)]
    heat.show_heat(design.current().jiebei, *names, cells, lambda row, column: f"{row} {column}", "热")
    heat.resize(heat.minimumSizeHint())
    with qtbot.waitActive(heat):
        heat.show()
        heat.activateWindow()
    heat.grab()
    assert heat.accessibleName() == "热"
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    assert heat.accessibleDescription() == ("0 0" if rows else "")
    if rows:
        assert hover(heat, middle(heat, rows - 1, columns - 1)) == f"{rows - 1} {columns - 1}"
        assert heat.rect().contains(heat._place(rows - 1, columns - 1).toRect())
