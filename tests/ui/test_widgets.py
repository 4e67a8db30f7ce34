"""The parts that pages are laid out from."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import FigureCard, FigureRow
from jiebei_desktop.ui.widgets.fields import ChoiceField, NumberChoiceField, TextField
from jiebei_desktop.ui.widgets.figure_model import Cell, FigureModel, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.pictures import Bar, Bars

HEADER = [Cell("项目", words=True), Cell("借呗")]
ROWS = [[Cell("总成本", Tone.QUIET, words=True), Cell("483.42", Tone.BEST, why="最低")], [Cell("利率"), Cell("14.55%")]]


def test_the_model_keeps_qt_s_rules(qtmodeltester):
    model = FigureModel()
    model.show_cells(HEADER, ROWS)
    qtmodeltester.check(model)
    model.show_cells(HEADER, ROWS[:1])
    qtmodeltester.check(model)
    model.show_cells([], [])
    qtmodeltester.check(model)


def test_the_best_is_marked_by_a_sign_and_not_by_colour_alone(qapp):
    model = FigureModel()
    model.show_cells(HEADER, ROWS)
    best = model.index(0, 1)
    assert best.data() == "✓ 483.42"
    assert best.data(Qt.ItemDataRole.ForegroundRole).color().name().upper() == design.current().good
    assert best.data(Qt.ItemDataRole.ToolTipRole) == "最低"
    assert best.data(Qt.ItemDataRole.FontRole).bold()
    assert model.text(best) == "483.42"


def test_figures_stand_right_and_words_left():
    model = FigureModel()
    model.show_cells(HEADER, ROWS)
    assert model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 0).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignLeft


def test_the_same_shape_only_repaints(qtbot):
    model = FigureModel()
    model.show_cells(HEADER, ROWS)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_cells(HEADER, [[Cell("a"), Cell("1")], [Cell("b"), Cell("2")]])
    with qtbot.waitSignal(model.modelReset):
        model.show_cells(HEADER, ROWS[:1])


def test_a_whole_table_shows_all_its_rows(qtbot):
    table = FigureTable("表", whole=True)
    qtbot.addWidget(table)
    table.show_cells(HEADER, ROWS * 20)
    table.show()
    assert table.rowAt(table.viewport().height() - 2 * design.FOCUS - 1) == 39
    assert not table.verticalScrollBar().isVisible()


def test_figures_go_into_two_rows_where_one_is_too_narrow(qtbot):
    cards = [FigureCard("总共还") for _ in range(4)]
    page = QWidget()
    QVBoxLayout(page).addWidget(FigureRow(cards))
    qtbot.addWidget(page)
    for card in cards:
        card.show_figure("1,000,000,000.00", "其中本金 999,999,999.00")
    page.resize(1200, 200)
    page.show()
    assert len({card.y() for card in cards}) == 1
    page.resize(560, 200)
    qtbot.waitUntil(lambda: len({card.y() for card in cards}) == 2)
    assert cards[0].accessibleName() == "总共还 1,000,000,000.00 其中本金 999,999,999.00"


def test_a_field_is_named_and_described_for_screen_readers(qtbot):
    field = TextField("借了多少", "元")
    qtbot.addWidget(field)
    assert field.title.buddy() is field.editor
    assert field.editor.accessibleName() == "借了多少"
    assert field.editor.accessibleDescription() == "元"
    field.say("不是数字")
    assert field.editor.accessibleDescription() == "元；不是数字"
    field.say("", "常见的是 12 期")
    assert field.message.text() == "常见的是 12 期"
    field.say("")
    assert field.message.isHidden()


def test_a_number_choice_takes_typing_and_picking(qtbot):
    field = NumberChoiceField("分几期", "期")
    qtbot.addWidget(field)
    field.set_choices([3, 6, 12])
    field.set_text("12")
    said = []
    field.edited.connect(said.append)
    line = field.box.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "24")
    assert said == ["2", "24"]
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert said[-1] in {"3", "6", "12"}


def test_a_choice_that_is_not_offered_shows_under_its_own_name(qtbot):
    field = ChoiceField("产品")
    qtbot.addWidget(field)
    field.set_choices([("jiebei", "借呗")])
    field.set_text("gone")
    assert field.text() == "gone"
    assert field.box.currentText() == "gone"


@pytest.mark.parametrize("count", [0, 1, 12, 600])
def test_bars_paint_any_number_of_instalments(qtbot, count):
    bars = Bars()
    qtbot.addWidget(bars)
    bars.resize(600, bars.height())
    bars.show_bars([Bar("01-15", Decimal(500), Decimal(44), "第 1 期")] * count, design.current().jiebei, "每期 544 元")
    image = bars.grab().toImage()
    middle = [image.pixelColor(place, image.height() // 2) for place in range(image.width())]
    assert any(pixel.blue() > pixel.red() + 100 for pixel in middle) is (count > 0)
    assert bars.accessibleName() == "每期 544 元"


def test_a_bar_says_its_figures_on_hover(qtbot):
    bars = Bars()
    qtbot.addWidget(bars)
    bars.resize(600, bars.height())
    bars.show_bars([Bar("a", Decimal(1), Decimal(0), "左"), Bar("b", Decimal(1), Decimal(0), "右")], "#000000", "")
    bars.show()
    place = QPoint(590, 40)
    QApplication.sendEvent(bars, QHelpEvent(QHelpEvent.Type.ToolTip, place, bars.mapToGlobal(place)))
    assert QToolTip.text() == "右"


@pytest.mark.parametrize(("tone", "ink"), [(Tone.WRONG, "late"), (Tone.BEST, "good"), (Tone.QUIET, "quiet")])
def test_a_cell_keeps_its_colour_where_its_row_is_selected(qtbot, qapp, tone, ink):
    design.choose(qapp, design.ThemeChoice.LIGHT)
    design.dress(qapp)
    table = FigureTable("表")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show_cells([Cell("数")], [[Cell("88888888", tone)]])
    table.show()
    table.selectRow(0)
    wanted = design.colour(getattr(design.current(), ink))
    image = table.viewport().grab(table.visualRect(table.model().index(0, 0))).toImage()
    shown = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    assert any(
        abs(pixel.red() - wanted.red()) + abs(pixel.green() - wanted.green()) + abs(pixel.blue() - wanted.blue()) < 40
        for pixel in shown
    )


@pytest.mark.parametrize(
    ("text", "selected"),
    [("0.04", "0.04"), ("12,000.00", "12,000.00"), ("2026-11-24", "2026-11-24"), ("my loan", "my"), ("", "")],
)
def test_a_double_click_selects_a_whole_figure_and_one_word_of_words(qtbot, text, selected):
    field = TextField("利率")
    field.set_text(text)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    qtbot.mouseDClick(
        field.editor, Qt.MouseButton.LeftButton, pos=QPoint(design.GRID + design.HALF, field.editor.height() // 2)
    )
    assert field.editor.selectedText() == selected
