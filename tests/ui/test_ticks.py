"""Rows that are ticked by mouse and keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from jiebei_desktop.ui.widgets.figure_model import Cell
from jiebei_desktop.ui.widgets.ticks import TickRow, TickTable

HEADER = [Cell("一", words=True), Cell("二")]


@pytest.fixture
def table(qtbot) -> TickTable:
    made = TickTable("表")
    qtbot.addWidget(made)
    made.show_rows(HEADER, [_row("甲", True), _row("乙", False), _row("丙", None)])
    made.resize(400, 200)
    made.show()
    return made


def _row(name: str, ticked: bool | None) -> TickRow:
    return TickRow([Cell(name, words=True), Cell("1.00")], ticked)


def test_rows_show_what_they_were_given(table):
    assert table.ticked == [0]
    states = [table.figures.data(table.figures.index(row, 0), Qt.ItemDataRole.CheckStateRole) for row in range(3)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked, None]


def test_a_click_on_the_box_ticks_it(table, qtbot):
    index = table.figures.index(1, 0)
    option = QStyleOptionViewItem()
    table.initViewItemOption(option)
    option.rect = table.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table)
    with qtbot.waitSignal(table.changed):
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert table.ticked == [0, 1]


def test_a_click_beside_the_box_only_selects(table, qtbot):
    end = table.visualRect(table.figures.index(1, 1)).center() - QPoint(2, 0)
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert table.ticked == [0]
    assert table.currentIndex().row() == 1


def test_the_space_bar_ticks_what_is_selected_wherever_in_the_row(table, qtbot):
    table.setCurrentIndex(table.figures.index(1, 1))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked == [0, 1]
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked == []  # both were ticked; the third has no box
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.ticked == [0, 1]


def test_a_row_without_a_box_can_not_be_ticked(table):
    assert not table.figures.setData(
        table.figures.index(2, 0), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole
    )
    assert table.ticked == [0]


def test_the_model_keeps_to_qt_s_rules(table, qtmodeltester):
    qtmodeltester.check(table.figures)
    QAbstractItemModelTester(table.figures, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_rows(HEADER, [_row("丁", False)] * 12)
    assert table.height() < 12 * 30  # more than ten rows scroll
    assert table.ticked == []


def test_a_table_that_is_reached_by_tab_shows_which_row_the_space_bar_ticks(table, qtbot):
    table.clearSelection()
    table.clearFocus()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert {index.row() for index in table.selectedIndexes()} == {0}
