"""The list that is put in order: by keys, by buttons, by dragging; what was selected stays selected."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.order_list import OrderList
from tests.ui.chart_hand import listen, painted, put_up

ITEMS = [("a", "借呗 12 期"), ("b", "花呗 6 期"), ("c", "信用卡分期"), ("d", "车贷")]
ALT = Qt.KeyboardModifier.AltModifier
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
NOWHERE = QModelIndex()
DRAG = """
import json, sys
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from jiebei_desktop.ui.widgets.order_list import OrderList

app = QApplication([])
found = []
for start, end, off in json.loads(sys.argv[1]):
    order, told = OrderList("x"), []
    order.set_items([(key, key * 3) for key in "abcd"])
    order.resize(400, order.sizeHint().height())
    order.show()

    def take_over(keys):
        told.append("".join(keys))
        order.set_items([(key, key * 3) for key in keys])

    order.reordered.connect(take_over)
    window, view = order.windowHandle(), order.list.viewport()

    def there(place, off):
        middle = order.list.visualRect(order._items.index(place)).center()
        return view.mapTo(order, middle + QPoint(0, off))

    def let_go():
        QTest.mouseMove(window, there(end, off))
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there(end, off))

    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, there(start, 0))
    QTest.mouseMove(window, there(start, 2))
    QTimer.singleShot(0, let_go)  # in the loop that Qt listens in until the button is up
    QTest.mouseMove(window, there(start, 25))
    QTest.mouseMove(window, there(start, 26))
    found.append(["".join(order.keys), told, order.selected])
    order.close()
print(json.dumps(found))
"""


@pytest.fixture
def order(qtbot) -> OrderList:
    made = OrderList("先还哪一笔")
    made.set_items(ITEMS)
    put_up(qtbot, made, 400, made.sizeHint().height())
    made.list.setFocus()
    return made


def middle(order: OrderList, place: int) -> QPoint:
    return order.list.visualRect(order._items.index(place)).center()


def said(order: OrderList) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [order._items.index(place).data(role) for place in range(len(order.keys))]


def test_dragging_by_the_mouse_puts_an_item_between_others():
    """In a process of its own: the platform that the other tests run on lets no drag begin."""
    cases = {(0, 2, 14): "bcad", (0, 2, -14): "bacd", (3, 0, -14): "dabc", (1, 3, 14): "acdb", (1, 1, 5): "abcd"}
    done = subprocess.run(
        [sys.executable, "-c", DRAG, json.dumps(list(cases))],
        check=True,
        capture_output=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "minimal"},
        timeout=100,
    )
    found = json.loads(done.stdout)
    assert found == [[keys, [] if keys == "abcd" else [keys], "abcd"[start]] for (start, _, _), keys in cases.items()]


@pytest.mark.parametrize(("place", "before", "keys"), [(0, 2, "bacd"), (0, 4, "bcda"), (3, 0, "dabc"), (2, 1, "acbd")])
def test_a_drop_is_told_in_the_order_that_it_makes(order, place, before, keys):
    """As `QListView.dropEvent` calls the model."""
    told = listen(order.reordered)
    order.select(ITEMS[place][0])
    assert order._items.moveRow(NOWHERE, place, NOWHERE, before)
    assert told == [list(keys)]
    assert order.selected == ITEMS[place][0]
    assert order._items.supportedDropActions() == Qt.DropAction.MoveAction
    assert not order._items.flags(order._items.index(0)) & Qt.ItemFlag.ItemIsDropEnabled  # between, not upon
    assert order._items.flags(NOWHERE) & Qt.ItemFlag.ItemIsDropEnabled


@pytest.mark.parametrize(
    ("place", "count", "before"), [(0, 1, 0), (0, 1, 1), (-1, 1, 2), (3, 2, 0), (0, 1, 9), (0, 0, 2)]
)
def test_a_move_that_is_none_is_refused(order, place, count, before):
    told = listen(order.reordered)
    assert not order._items.moveRows(NOWHERE, place, count, NOWHERE, before)
    assert "".join(order.keys) == "abcd"
    assert told == []


def test_alt_and_arrow_keys_move_the_selected_item_and_go_with_it(order):
    told = listen(order.reordered)
    QTest.keyClick(order.list, DOWN)
    assert order.selected == "b"
    QTest.keyClick(order.list, DOWN, ALT)
    QTest.keyClick(order.list, DOWN, ALT)
    QTest.keyClick(order.list, DOWN, ALT)  # and no further
    QTest.keyClick(order.list, UP, ALT)
    assert told == [list("acbd"), list("acdb"), list("acbd")]
    assert order.selected == "b"
    assert order.list.hasFocus()
    QTest.keyClick(order.list, UP)  # alone, a key only goes elsewhere
    assert (order.selected, len(told)) == ("c", 3)


def test_buttons_move_the_selected_item_and_keep_the_focus(qtbot, order):
    told = listen(order.reordered)
    qtbot.mouseClick(order.list.viewport(), Qt.MouseButton.LeftButton, pos=middle(order, 2))
    assert order.selected == "c"
    order.up.setFocus()
    QTest.keyClick(order.up, Qt.Key.Key_Space)
    assert order.up.hasFocus()
    QTest.keyClick(order.up, Qt.Key.Key_Space)
    assert told == [list("acbd"), list("cabd")]
    assert order.list.hasFocus()  # the button can't do any more
    assert not order.up.isEnabled()
    qtbot.mouseClick(order.down, Qt.MouseButton.LeftButton)
    assert told[-1] == list("acbd")
    assert order.up.isEnabled()


def test_the_caller_sets_an_order_without_being_told(order):
    told = listen(order.reordered)
    order.select("c")
    order.set_items([ITEMS[2], ITEMS[0], ITEMS[3], ITEMS[1]])
    assert (order.keys, order.selected) == (list("cadb"), "c")
    assert order.list.hasFocus()
    assert order.list.selectionModel().selectedIndexes() == [order._items.index(0)]
    order.set_items([(key, f"{text}，还剩 3 期") for key, text in ITEMS])
    assert order._items.index(2).data() == "信用卡分期，还剩 3 期"
    order.set_items([item for item in ITEMS if item[0] != "c"])  # paid off: the one in its place
    assert order.selected == "d"
    assert told == []


def test_a_caller_that_refuses_gets_its_order_and_the_selection_stays(order):
    order.reordered.connect(lambda _: order.set_items(ITEMS))
    order.select("b")
    QTest.keyClick(order.list, UP, ALT)
    assert (order.keys, order.selected) == (list("abcd"), "b")
    assert order.list.hasFocus()


def test_each_row_says_its_place_and_each_button_what_it_moves(order):
    assert order.list.accessibleName() == "先还哪一笔"
    assert "Alt" in order.list.accessibleDescription()
    assert said(order)[:2] == ["第 1 个：借呗 12 期", "第 2 个：花呗 6 期"]
    order.select("b")
    assert (order.up.accessibleName(), order.down.accessibleName()) == ("上移：花呗 6 期", "下移：花呗 6 期")
    QTest.keyClick(order.list, UP, ALT)
    assert said(order)[:2] == ["第 1 个：花呗 6 期", "第 2 个：借呗 12 期"]


def test_a_place_is_painted_anew_when_the_order_changes(order):
    before = order.list.grab().toImage()
    order.select("a")
    QTest.keyClick(order.list, DOWN, ALT)
    assert order.list.grab().toImage() != before


def test_the_focus_is_seen_on_the_selected_row(order):
    accent = design.current().accent
    row = order.list.visualRect(order._items.index(0))
    top = range(row.top(), row.top() + design.HALF + 1)
    assert painted(order.list.grab().toImage(), accent, top) > row.width() // 2
    order.up.setEnabled(True)
    order.up.setFocus()
    assert painted(order.list.grab().toImage(), accent, top) < row.width() // 2


@pytest.mark.parametrize("count", [0, 1, 30])
def test_any_number_of_items_has_room(qtbot, count):
    order = OrderList("先还哪一笔")
    order.set_items([(str(place), f"第 {place} 笔，名字很长很长" * 5) for place in range(count)])
    put_up(qtbot, order, 200, order.sizeHint().height())
    assert order.list.height() == max(min(count, design.ORDER_MOST), 1) * design.CONTROL_HEIGHT
    order.grab()
    assert (order.selected is None) is (count == 0)
    assert not order.up.isEnabled()
    assert order.down.isEnabled() is (count > 1)


def test_nothing_to_put_in_order_says_so(order):
    order.set_items([])
    assert order.list.accessibleName() == "先还哪一笔；没有要排的。"
    assert order.list.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert painted(order.list.grab().toImage(), design.current().quiet)
    told = listen(order.reordered)
    QTest.keyClick(order.list, UP, ALT)
    assert told == []
