"""What a mouse can do, keys can: pages in the sidebar, pieces of pictures, menus; and what they go to is in sight."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.app import application
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.widgets.basics import column, fill_area, label
from jiebei_desktop.ui.widgets.cash_strip import CashStrip, Lane, Pay
from jiebei_desktop.ui.widgets.hinted import Stepped
from jiebei_desktop.ui.widgets.pictures import Bar, Bars, Cycle, CycleStrip
from tests.ui.access_hand import settle
from tests.ui.chart_hand import put_up

DAYS = [date(2026, month, 15) for month in (7, 8, 9)]
KEYS = Qt.Key


def keys(widget: QWidget, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(widget, key)


def test_arrow_keys_go_along_the_sidebar_and_enter_shows_the_page(qtbot, window):
    loans, compare, late = window.sidebar.buttons[place_of("loans") : place_of("loans") + 3]
    loans.setFocus(Qt.FocusReason.TabFocusReason)
    keys(loans, KEYS.Key_Down)
    keys(compare, KEYS.Key_Down)
    assert QApplication.focusWidget() is late
    assert window.page_index == place_of("loans")  # nothing is shown on the way
    keys(late, KEYS.Key_Space)
    assert window.page_index == place_of("late")
    assert [button.isChecked() for button in window.sidebar.buttons].index(True) == place_of("late")


def test_tab_comes_to_the_page_on_screen_in_the_sidebar_and_to_no_other(window):
    for index in range(len(PAGES)):
        window.show_page(index)
        takes = [bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus) for button in window.sidebar.buttons]
        assert takes == [place == index for place in range(len(PAGES))]


def test_a_click_on_the_page_on_screen_leaves_it_marked(qtbot, window):
    qtbot.mouseClick(window.sidebar.buttons[window.page_index], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in window.sidebar.buttons].count(True) == 1


@pytest.fixture
def bars(qtbot) -> Bars:
    made = put_up(qtbot, Bars(), 600, design.CHART_HEIGHT)
    shown = [Bar(f"{day:%m-%d}", Decimal(100), Decimal(place), f"第 {place} 期") for place, day in enumerate(DAYS, 1)]
    made.show_bars(shown, design.current().jiebei, "每期还多少")
    return made


@pytest.fixture
def strip(qtbot) -> CycleStrip:
    made = put_up(qtbot, CycleStrip(), 600, 90)
    paid = [(day, Decimal(100)) for day in DAYS]
    blue, orange = design.current().jiebei, design.current().huabei
    shown = [Cycle("甲", blue, 0, paid), Cycle("空", blue, 1, []), Cycle("乙", orange, 2, paid[:2])]
    made.show_cycles(date(2026, 6, 15), shown)
    return made


@pytest.fixture
def cash(qtbot) -> CashStrip:
    made = put_up(qtbot, CashStrip(), 600, 180)
    pays = [Pay(number, day, Decimal(100), Decimal(5)) for number, day in enumerate(DAYS, 1)]
    made.show_lanes(date(2026, 6, 15), [Lane("甲", design.current().jiebei, 0, date(2026, 6, 15), Decimal(300), pays)])
    return made


def test_arrow_keys_go_from_bar_to_bar(bars):
    ends = "从 101.00 元到 103.00 元，最少 101.00 元（07-15），最多 103.00 元（09-15）。"
    assert bars.accessibleDescription() == f"柱状图，07-15 到 09-15。{ends}"
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    wanted = [
        (KEYS.Key_Right, "第 1 期"),
        (KEYS.Key_Right, "第 2 期"),
        (KEYS.Key_End, "第 3 期"),
        (KEYS.Key_Right, "第 3 期"),
        (KEYS.Key_Left, "第 2 期"),
        (KEYS.Key_Home, "第 1 期"),
        (KEYS.Key_Down, "第 1 期"),
    ]
    for key, said in wanted:
        keys(bars, key)
        assert bars.accessibleDescription() == said


def test_arrow_keys_go_through_payments_and_from_option_to_option(strip):
    strip.setFocus(Qt.FocusReason.TabFocusReason)
    said = []
    for key in (KEYS.Key_Right, KEYS.Key_End, KEYS.Key_Down, KEYS.Key_Home, KEYS.Key_Up):
        keys(strip, key)
        said.append(strip.accessibleDescription())
    assert said == [
        "甲 第 1 期：2026-07-15 还 100.00 元",
        "甲 第 3 期：2026-09-15 还 100.00 元",
        "乙 第 2 期：2026-08-15 还 100.00 元",  # past the option that has none, and no further than there is
        "乙 第 1 期：2026-07-15 还 100.00 元",
        "甲 第 1 期：2026-07-15 还 100.00 元",
    ]


def test_arrow_keys_go_through_what_is_paid(cash):
    cash.setFocus(Qt.FocusReason.TabFocusReason)
    keys(cash, KEYS.Key_Right, KEYS.Key_Right)
    assert cash.accessibleDescription() == (
        "甲 第 2 期：2026-08-15 还 105.00 元，其中本金 100.00 元，利息和手续费 5.00 元"
    )


@pytest.mark.parametrize("name", ["bars", "strip", "cash"])
def test_where_the_keys_are_in_a_picture_is_seen_and_nothing_takes_no_keys(request, name):
    picture: Stepped = request.getfixturevalue(name)
    plain = picture.grab().toImage()
    picture.setFocus(Qt.FocusReason.TabFocusReason)
    framed = picture.grab().toImage()
    keys(picture, KEYS.Key_Right)
    marked = picture.grab().toImage()
    spot = picture.spot
    assert spot is not None
    on_ring = spot + QPoint(0, -design.DOT)
    assert plain != framed != marked
    assert marked.pixelColor(on_ring).name().upper() == design.current().accent
    keys(picture, KEYS.Key_A)  # is not heard
    assert picture.spot == spot


def test_an_empty_picture_takes_no_focus(bars):
    bars.show_bars([], design.current().jiebei, "")
    assert bars.focusPolicy() is Qt.FocusPolicy.NoFocus
    keys(bars, KEYS.Key_Right)
    assert bars.spot is None


def test_f10_opens_the_menu_of_the_window(qtbot, window):
    menu = window.topbar.menu_button.menu()
    QTimer.singleShot(50, menu.close)
    shown: list[bool] = []
    menu.aboutToShow.connect(lambda: shown.append(True))
    qtbot.keyClick(window, KEYS.Key_F10)
    assert shown == [True]


@pytest.fixture
def area(qtbot) -> Iterator[QScrollArea]:
    """Twelve buttons, of which four are in sight, and one beside the area."""
    application()  # which follows the focus
    whole, made, inside = QWidget(), QScrollArea(), column()
    qtbot.addWidget(whole)
    for number in range(12):
        button = QPushButton(str(number))
        button.setFixedHeight(50)
        inside.addWidget(button)
    fill_area(made, inside)
    outside = column()
    outside.addWidget(QPushButton("beside"))
    outside.addWidget(made)
    whole.setLayout(outside)
    whole.resize(300, 300)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    yield made
    whole.hide()


def test_keys_that_come_from_outside_of_an_area_bring_into_sight_what_they_go_to(area):
    beside = area.window().findChild(QPushButton)
    last = area.widget().findChildren(QPushButton)[-1]
    beside.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(beside, KEYS.Key_Backtab)
    settle(None)
    assert QApplication.focusWidget() is last
    assert last.visibleRegion().boundingRect() == last.rect()


def test_a_click_moves_nothing_away_under_the_pointer(qtbot, area):
    area.verticalScrollBar().setValue(20)  # the first one is cut
    cut = area.widget().findChild(QPushButton)
    settle(None)
    shown = area.window().windowHandle()
    QTest.mousePress(shown, Qt.MouseButton.LeftButton, pos=cut.mapTo(area.window(), QPoint(5, 28)))
    settle(None)
    assert cut.hasFocus()
    assert area.verticalScrollBar().value() == 20
    QTest.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=cut.mapTo(area.window(), QPoint(5, 28)))


def test_a_form_without_a_text_that_wraps_is_not_pressed_together(qtbot):
    area, inside = QScrollArea(), column()
    qtbot.addWidget(area)
    for number in range(20):
        inside.addWidget(QLineEdit(str(number)))
    remark = label("一句会换行的话，" * 10, wrap=True)
    inside.addWidget(remark)
    fill_area(area, inside)
    area.resize(300, 200)
    area.show()
    settle(None)
    field = area.widget().findChild(QLineEdit)
    usual = field.height()
    remark.hide()  # now nothing in it wraps any more
    settle(None)
    assert field.height() == usual >= field.minimumSizeHint().height()
    assert area.verticalScrollBar().maximum() > 0
    assert isinstance(remark, QLabel)
