"""Where the keys are is seen: a ring or a line that stands out, on every kind of thing and on every page."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTabBar,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jiebei_desktop.ui import design
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.widgets.basics import label, readable
from jiebei_desktop.ui.widgets.figure_model import Cell
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.order_list import OrderList
from jiebei_desktop.ui.widgets.reading import Reading
from jiebei_desktop.ui.widgets.still import StillBox, StillSlider
from tests.ui.access_hand import called, plans, settle, stops
from tests.ui.contrast import SHAPE, contrasts, luminances

LEAST = 60
"""Pixels that have to stand out from what they were: more than a text cursor, less than the handle of a slider."""
THEMES = pytest.mark.parametrize("theme", [design.ThemeChoice.LIGHT, design.ThemeChoice.DARK])


def standing_out(root: QWidget, widget: QWidget) -> int:
    """Return how many pixels in and around a widget stand out from what they are without the focus."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    settle(None)
    assert QApplication.focusWidget() is widget, called(widget)
    place = QRect(widget.mapTo(root, widget.rect().topLeft()), widget.size()).intersected(root.rect())
    after = root.grab(place).toImage()
    widget.clearFocus()
    settle(None)
    before = root.grab(place).toImage()
    return int(np.sum(contrasts(luminances(after), luminances(before)) >= SHAPE))


def button(name: str, *, checked: bool = False) -> QPushButton:
    made = QPushButton("按钮")
    made.setObjectName(name)
    made.setCheckable(checked)
    made.setChecked(checked)
    return made


def field(name: str = "", *, wrong: bool = False) -> QLineEdit:
    made = QLineEdit()  # empty, so that no selected text helps
    made.setObjectName(name)
    made.setProperty("wrong", wrong)
    return made


def check(*, checked: bool) -> QCheckBox:
    made = QCheckBox("选上")
    made.setChecked(checked)
    return made


def box() -> StillBox:
    made = StillBox()
    made.addItems(["一", "二"])
    return made


def table() -> FigureTable:
    made = FigureTable("表", whole=True)
    made.show_cells([Cell("本金"), Cell("利息")], [[Cell("1.00"), Cell("2.00")]])
    return made


def rows() -> QListWidget:
    made = QListWidget()
    made.addItems(["一", "二"])
    made.setCurrentRow(0)
    return made


def order() -> QWidget:
    made = OrderList("顺序")
    made.set_items([("a", "甲"), ("b", "乙")])
    return made


def reading(name: str = "") -> Reading:
    made = Reading("读")
    made.setObjectName(name)
    return made


def tab_bar() -> QTabBar:
    made = QTabBar()
    made.addTab("一")
    made.addTab("二")
    return made


def tool() -> QToolButton:
    made = QToolButton()
    made.setText("工")
    return made


def words() -> QLabel:
    return readable(label("可以选的字", wrap=True))


KINDS = {
    "button": lambda: button(""),
    "primary button": lambda: button("primary"),
    "chip": lambda: button("chip"),
    "chosen chip": lambda: button("chip", checked=True),
    "small chip": lambda: button("smallChip"),
    "chosen small chip": lambda: button("smallChip", checked=True),
    "loan": lambda: button("loan"),
    "chosen loan": lambda: button("loan", checked=True),
    "tool": tool,
    "empty check box": lambda: check(checked=False),
    "ticked check box": lambda: check(checked=True),
    "field": field,
    "wrong field": lambda: field(wrong=True),
    "name of the plan": lambda: field("planName"),
    "name of a column": lambda: field("columnName"),
    "choice": box,
    "slider": lambda: StillSlider(Qt.Orientation.Horizontal),
    "table": table,
    "list": rows,
    "list in an order": order,
    "text to read": reading,
    "reasons": lambda: reading("why"),
    "label to read": words,
    "tabs": tab_bar,
}


@THEMES
@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_is_seen_on_every_kind(qtbot, qapp, theme, kind):
    design.choose(qapp, theme)
    design.dress(qapp)
    card = QFrame()
    card.setObjectName("card")
    qtbot.addWidget(card)
    column = QVBoxLayout(card)
    made = KINDS[kind]()
    column.addWidget(made)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    taker = made.list if isinstance(made, OrderList) else made
    seen = standing_out(card, taker)
    design.choose(qapp, design.ThemeChoice.LIGHT)
    design.dress(qapp)
    assert seen >= LEAST


@THEMES
def test_a_filled_button_keeps_its_shape_under_its_ring(qtbot, qapp, theme):
    design.choose(qapp, theme)
    design.dress(qapp)
    card = QFrame()
    qtbot.addWidget(card)
    made = button("primary")
    QVBoxLayout(card).addWidget(made)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    made.setFocus(Qt.FocusReason.TabFocusReason)
    settle(None)
    image, middle = made.grab().toImage(), made.height() // 2
    edge = image.pixelColor(design.FOCUS, middle).name().upper()
    accent = design.current().accent
    design.choose(qapp, design.ThemeChoice.LIGHT)
    design.dress(qapp)
    assert edge == accent


@pytest.fixture
def desk(start) -> Desk:
    made = start()
    made.window.resize(*design.USUAL_WINDOW)
    made.window.activateWindow()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_the_focus_is_seen_wherever_tab_comes_to_on_a_page(desk, rules, name):
    desk.store.replace(plans(rules)["full"])
    window = desk.window
    window.show_page(place_of(name))
    page = window.pages.current
    settle(page)
    tabs = page.findChild(QTabWidget)
    unseen = []
    for view in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(view)
        settle(page)
        taking = [widget for widget in stops(window) if not widget.visibleRegion().isEmpty()]
        unseen += [called(widget) for widget in taking if standing_out(window, widget) < LEAST]
    assert unseen == []
