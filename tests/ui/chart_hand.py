"""A hand for charts painted by hand: shows them, moves the pointer over them, looks at their pixels."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from jiebei_desktop.ui import design


def put_up(qtbot, chart, width: int = 900, height: int = 260):
    """Show a chart, active and on the ground of a card, without the focus on it."""
    qtbot.addWidget(chart)
    palette = chart.palette()
    palette.setColor(chart.backgroundRole(), design.colour(design.current().card))
    chart.setPalette(palette)
    chart.setAutoFillBackground(True)
    chart.resize(width, height)
    with qtbot.waitActive(chart):
        chart.show()
        chart.activateWindow()
    chart.clearFocus()
    return chart


def point_at(widget, place: QPoint) -> None:
    """Move the pointer to a place of a widget."""
    spot, everywhere = QPointF(place), QPointF(widget.mapToGlobal(place))
    QApplication.sendEvent(widget, QEnterEvent(spot, spot, everywhere))
    none = Qt.MouseButton.NoButton
    move = QMouseEvent(QEvent.Type.MouseMove, spot, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, move)


def point_away(widget) -> None:
    """Move the pointer off a widget."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def spot(chart, place: int, value: float) -> QPoint:
    """Return where a value of a place is."""
    chart.grab()  # it lays itself out when it is painted
    return QPoint(round(chart._x(place)), round(chart._frame.y(value)))


def ink(image: QImage, place: QPoint) -> str:
    """Return the colour of a pixel."""
    return image.pixelColor(place).name().upper()


def near(one: str, other: str, off: int = 24) -> bool:
    """Tell whether two colours are about the same."""
    pairs = zip(QColor(one).getRgb(), QColor(other).getRgb(), strict=True)
    return all(abs(part - wanted) <= off for part, wanted in pairs)


def painted(image: QImage, colour: str, rows: range | None = None) -> int:
    """Return how many pixels have about a colour."""
    places = ((x, y) for y in rows or range(image.height()) for x in range(image.width()))
    return sum(near(image.pixelColor(x, y).name(), colour) for x, y in places)


def listen(signal) -> list:
    """Return the list that what a signal says is put into."""
    said: list = []
    hear: Callable[[object], None] = said.append
    signal.connect(hear)
    return said


def blended(over: str, alpha: float, ground: str) -> str:
    """Return a colour painted over a ground."""
    parts = zip(QColor(over).getRgb()[:3], QColor(ground).getRgb()[:3], strict=True)
    return QColor(*(round(top * alpha + below * (1 - alpha)) for top, below in parts)).name().upper()
