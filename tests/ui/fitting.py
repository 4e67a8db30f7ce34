"""A hand that measures a window: which texts are cut, what sticks out or lies over something else.

`faults` looks at what is on screen and returns what is wrong in words, each with the way to the widget. What is cut
on purpose is named in the tuples here, with where the whole text is.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.figures import FigureTable

SCROLLED_TEXTS = ("planName", "columnName")
"""Lines for names: what is longer is scrolled with the caret, and the name stands elsewhere in whole."""
SHORT = 16
"""Letters of a typed text, up to which it has to be in sight whole: an amount, a date, a rate."""
SIDEWAYS = ("_AsWideAsItsContent",)
"""Rows of loans, which scroll as tables do."""
_ROWS = 40
"""Rows of a table that are looked at: further ones are made as these are."""
_NEAR = 1
"""Pixels that rounding may take."""


def faults(window: QWidget) -> list[str]:
    """Return what does not fit in a window or dialog, in words."""
    found: list[str] = []
    for widget in _shown(window):
        looks = (_cut, _squeezed, _sideways, _out_of_place, painted_faults)
        found += [f"{way(window, widget)}: {fault}" for look in looks for fault in look(widget)]
    return found


def way(window: QWidget, widget: QWidget) -> str:
    """Return the widgets from the window to a widget, the ones that say something by what they say."""
    names = []
    here: QWidget | None = widget
    while here is not None and here is not window:
        plain = type(here) in {QWidget, QScrollArea} and not here.accessibleName()
        said = getattr(here, "text", None)
        text = said if isinstance(said, str) else said() if callable(said) else ""
        if not plain or here is widget:
            names.append(f"{type(here).__name__}({(here.objectName() or here.accessibleName() or str(text))[:24]})")
        here = here.parentWidget()
    return " > ".join(reversed(names))


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisible() and widget.window() is window and not _is_qts_own(widget):
            yield widget


def _is_qts_own(widget: QWidget) -> bool:
    """Tell whether a widget is a piece inside one of Qt's, which looks after it."""
    parent = widget.parentWidget()
    return (
        widget.objectName().startswith("qt_")
        or isinstance(widget, QScrollBar)
        or isinstance(parent, QComboBox | QGraphicsView | QHeaderView | QTabBar)
        or (isinstance(parent, QLineEdit) and isinstance(widget, QToolButton))
    )


def _cut(widget: QWidget) -> Iterator[str]:
    """Tell of texts of a widget that have too little room."""
    match widget:
        case QLabel():
            yield from _cut_label(widget)
        case QPushButton() | QToolButton() | QCheckBox() | QRadioButton():
            yield from _cut_button(widget)
        case QComboBox():
            yield from _cut_choice(widget)
        case QLineEdit():
            yield from _cut_line(widget)
        case QTabBar():
            for place in range(widget.count()):
                if widget.tabRect(place).right() > widget.width():
                    yield f"the tab {widget.tabText(place)!r} is cut"
        case QTableView():
            yield from _cut_cells(widget)
        case QListView():
            yield from _cut_items(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    metrics, inside = label.fontMetrics(), label.contentsRect()
    if not label.wordWrap():
        needed = label.sizeHint()
        if needed.width() > label.width() + _NEAR and label.toolTip() != label.text():
            yield f"{label.text()!r} is {needed.width()} wide in {label.width()}"
        if needed.height() > label.height() + _NEAR:
            yield f"{label.text()!r} is {needed.height()} high in {label.height()}"
        return
    if label.textFormat() is not Qt.TextFormat.PlainText:
        high = label.heightForWidth(label.width())
        if high > label.height() + _NEAR:
            yield f"{label.text()!r} is {high} high in {label.height()}"
        return
    flags = int(label.alignment() | Qt.TextFlag.TextWordWrap)
    needed = metrics.boundingRect(QRect(0, 0, inside.width(), 1_000_000), flags, label.text())
    if needed.width() > inside.width() + _NEAR:
        yield f"a word of {label.text()!r} is {needed.width()} wide in {inside.width()}"
    if needed.height() > inside.height() + _NEAR:
        yield f"{label.text()!r} is {needed.height()} high in {inside.height()}"


def _cut_button(button: QPushButton | QToolButton | QCheckBox | QRadioButton) -> Iterator[str]:
    silent = isinstance(button, QToolButton) and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    text = button.text().replace("&", "")
    needed = button.sizeHint()
    if text and not silent and needed.width() > button.width() + _NEAR and text not in button.toolTip():
        yield f"{text!r} needs {needed.width()}×{needed.height()} in {button.width()}×{button.height()}"
    letters = button.fontMetrics().height() * (text.count("\n") + 1)
    least = letters if text and not silent else button.iconSize().height()
    if least > button.height() + _NEAR:
        yield f"{text!r} is {least} high in {button.height()}"
    if silent and button.iconSize().width() > button.width():
        yield f"an icon of {button.iconSize().width()} is in {button.width()}"


def _cut_choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if needed > room.width() + _NEAR and box.currentText() not in box.toolTip():
        yield f"the choice {box.currentText()!r} is {needed} wide in {room.width()}"
    if box.fontMetrics().height() > room.height() + _NEAR:
        yield f"the choice {box.currentText()!r} is cut in height"


def _cut_line(line: QLineEdit) -> Iterator[str]:
    if line.objectName() in SCROLLED_TEXTS:
        return
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    room = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    width = room.width() - 2 * _LINE_MARGIN - line.textMargins().left() - line.textMargins().right()
    text = line.text() or line.placeholderText()
    needed = line.fontMetrics().horizontalAdvance(text)
    if needed > width + _NEAR and (not line.text() or len(text) <= SHORT) and text not in line.toolTip():
        yield f"{'what stands in' if line.text() else 'the hint'} {text!r} is {needed} wide in {width}"
    if line.fontMetrics().height() > room.height() + _NEAR:
        yield f"the line {text!r} is {line.fontMetrics().height()} high in {room.height()}"


_LINE_MARGIN = 2
"""What QLineEdit keeps free at each side of its text."""


def _cut_cells(table: QTableView) -> Iterator[str]:
    titles, model = table.horizontalHeader(), table.model()
    if model is None:
        return
    metrics = QFontMetrics(design.text_font(design.SMALL))
    if titles.isVisible():
        for column in range(titles.count()):
            if titles.isSectionHidden(column):
                continue
            text = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
            tip = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) or "")
            needed, width = metrics.size(0, text), titles.sectionSize(column) - 2 * design.HEADER_INSET
            if needed.width() > width + _NEAR and text not in tip:
                yield f"the title {text!r} is {needed.width()} wide in {width}"
            if needed.height() > titles.height() + _NEAR:
                yield f"the title {text!r} is {needed.height()} high in {titles.height()}"
    for row in range(min(model.rowCount(), _ROWS)):
        for column in range(model.columnCount()):
            if not table.isColumnHidden(column) and not table.isRowHidden(row):
                yield from _cut_cell(table, model.index(row, column))


def _cut_cell(table: QTableView, index: QModelIndex) -> Iterator[str]:
    inside = table.indexWidget(index)
    text = str(index.data() or "")
    if inside is not None or not text:
        return
    font = index.data(Qt.ItemDataRole.FontRole)
    metrics = QFontMetrics(font) if isinstance(font, QFont) else table.fontMetrics()
    room = QSize(table.visualRect(index).size())
    needed = metrics.horizontalAdvance(text) + 2 * design.GRID
    if table.wordWrap():
        inside_cell = QRect(0, 0, room.width() - 2 * design.GRID, 1_000_000)
        lines = metrics.boundingRect(inside_cell, Qt.TextFlag.TextWordWrap, text)
        if lines.width() > inside_cell.width() + _NEAR or lines.height() > room.height() + _NEAR:
            yield f"the cell {text!r} is {lines.width()}×{lines.height()} in {room.width()}×{room.height()}"
        return
    shortened = isinstance(table, FigureTable) and table._elided
    if needed > room.width() + _NEAR and not shortened and text not in str(index.data(Qt.ItemDataRole.ToolTipRole)):
        yield f"the cell {text!r} in {index.row(), index.column()} is {needed} wide in {room.width()}"
    if metrics.height() > room.height() + _NEAR:
        yield f"the cell {text!r} is {metrics.height()} high in {room.height()}"


def _cut_items(view: QListView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), _ROWS)):
        text = str(model.index(row, 0).data() or "")
        needed = view.sizeHintForIndex(model.index(row, 0)).width()
        scrolls = view.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if needed > view.viewport().width() + _NEAR and not scrolls:
            yield f"the item {text!r} is {needed} wide in {view.viewport().width()}"


def _squeezed(widget: QWidget) -> Iterator[str]:
    """Tell whether a widget is smaller than what it says that it needs."""
    least = _least(widget)
    fixed = widget.maximumSize()
    if isinstance(widget, QLabel | QTabBar | QHeaderView) or _scrolls(widget.parentWidget()):
        return
    if min(least.width(), fixed.width()) > widget.width() + _NEAR:
        yield f"needs a width of {least.width()}, and has {widget.width()}"
    if widget.layout() is not None and widget.layout().minimumSize().width() > widget.width() + _NEAR:
        yield f"holds what needs a width of {widget.layout().minimumSize().width()}, and has {widget.width()}"
    if widget.layout() is None and min(least.height(), fixed.height()) > widget.height() + _NEAR:
        yield f"needs a height of {least.height()}, and has {widget.height()}"


def _scrolls(widget: QWidget | None) -> bool:
    return widget is not None and isinstance(widget.parentWidget(), QAbstractScrollArea)


def _sideways(widget: QWidget) -> Iterator[str]:
    """Tell whether something but a table has to be scrolled sideways to be seen."""
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        beyond = widget.widget().width() - widget.viewport().width()
        if beyond > _NEAR and type(widget).__name__ not in SIDEWAYS:
            room = widget.viewport().width()
            yield f"scrolls {beyond} pixels sideways in {room} for {_wide_parts(widget.widget(), room)}"


def _wide_parts(inside: QWidget, room: int) -> list[str]:
    """Return the way to what needs the most width, with what each on it needs."""
    path, here = [], inside
    while True:
        parts = [part for part in here.children() if isinstance(part, QWidget) and part.isVisible()]
        widest = max(parts, key=lambda part: _least(part).width(), default=None)
        if widest is None or _least(widest).width() < room / 2:
            return path
        path.append(f"{way(here, widest)} {_least(widest).width()}")
        here = widest


def _least(widget: QWidget) -> QSize:
    """Return the size that a layout has to give a widget: the one that was set, else what it says that it needs."""
    said, hint = widget.minimumSize(), widget.minimumSizeHint()
    return QSize(said.width() or hint.width(), said.height() or hint.height())


def _out_of_place(widget: QWidget) -> Iterator[str]:
    """Tell of children that stick out of a widget, or lie over one another."""
    if isinstance(widget, QAbstractItemView | QGraphicsView | QComboBox | QLineEdit | QAbstractScrollArea) or (
        isinstance(widget.parentWidget(), QAbstractScrollArea)
    ):
        return
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]
    room = widget.rect().adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    for child in children:
        if not room.contains(child.geometry()) and not child.geometry().isEmpty():
            yield f"{_brief(child)} at {_place(child.geometry())} sticks out of {_place(widget.rect())}"
    if widget.layout() is None:
        return
    for one, other in combinations(children, 2):
        both = one.geometry().intersected(other.geometry())
        if both.width() > _NEAR and both.height() > _NEAR:
            yield f"{_brief(one)} at {_place(one.geometry())} and {_brief(other)} at {_place(other.geometry())} overlap"


def _brief(widget: QWidget) -> str:
    return way(widget.parentWidget() or widget, widget)


def _place(rect: QRect | QRectF) -> str:
    return f"{rect.x():.0f},{rect.y():.0f} {rect.width():.0f}×{rect.height():.0f}"


def painted_faults(widget: QWidget) -> list[str]:
    """Return which texts that a chart of the program's own paints run over each other or over its edge."""
    if not type(widget).__module__.startswith("jiebei_desktop.ui") or isinstance(widget, QAbstractItemView):
        return []
    if "paintEvent" not in vars(type(widget)) and "drawForeground" not in vars(type(widget)):
        return []
    if isinstance(widget, QLabel | QPushButton | QToolButton):
        return []
    texts, edge = painted_texts(widget), QRectF(widget.rect()).adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR)
    found = [
        f"the painted {text!r} at {_place(place)} is over the edge of {_place(edge)}"
        for text, place in texts
        if not edge.contains(place)
    ]
    for (one, here), (other, there) in combinations(texts, 2):
        both = here.intersected(there)
        if both.width() > 1 and both.height() > 1:
            found.append(f"the painted {one!r} at {_place(here)} and {other!r} at {_place(there)} overlap")
    return found


def painted_texts(widget: QWidget) -> list[tuple[str, QRectF]]:
    """Return the texts that a widget paints, and how far their letters reach, in its own pixels."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture = QSvgGenerator()
    picture.setOutputDevice(buffer)
    picture.setSize(widget.size())
    picture.setViewBox(widget.rect())
    picture.setResolution(widget.logicalDpiX())
    painter = QPainter(picture)
    widget.render(painter, QPoint(), renderFlags=QWidget.RenderFlag(0))
    painter.end()
    tree = ElementTree.fromstring(bytes(buffer.data().data()))
    return list(_texts(tree, QTransform()))


_SVG = "{http://www.w3.org/2000/svg}"
_MATRIX = re.compile(r"matrix\(([^)]*)\)")


def _texts(element: ElementTree.Element, moved: QTransform) -> Iterator[tuple[str, QRectF]]:
    matrix = _MATRIX.match(element.get("transform", ""))
    if matrix:
        moved = QTransform(*map(float, matrix[1].split(","))) * moved
    if element.tag == f"{_SVG}text" and (text := "".join(element.itertext())).strip():
        font = design.text_font(round(float(element.get("font-size", "0"))), bold=element.get("font-weight") == "700")
        tight = QFontMetricsF(font).tightBoundingRect(text)
        yield text, moved.mapRect(tight.translated(float(element.get("x", "0")), float(element.get("y", "0"))))
    for child in element:
        yield from _texts(child, moved)
