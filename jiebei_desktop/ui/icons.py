"""The program's own line icons, drawn in the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jiebei_desktop.resources import resource
from jiebei_desktop.ui import design

_SCALE = 3  # drawn large enough for a 300 % screen; Qt scales down


def icon(name: str, *, spaced: bool = False) -> QIcon:
    """Return a line icon in ink; a `spaced` one keeps its distance from the text behind it."""
    theme = design.current()
    found = QIcon(_drawn(name, theme.ink, design.GRID if spaced else 0))
    found.addPixmap(_drawn(name, theme.control), QIcon.Mode.Disabled)
    return found


def app_icon() -> QIcon:
    """Return the program's icon."""
    return QIcon(str(resource("icons", "app.svg")))


def _drawn(name: str, colour: str, space: int = 0) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("#000", colour)
    size = QSize(design.ICON + space, design.ICON) * _SCALE
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size.height(), size.height()))
    painter.end()
    return pixmap


def dot(colour: str) -> QIcon:
    """Return a filled dot in a colour of the design."""
    size = design.DOT * _SCALE
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(design.colour(colour))
    painter.drawEllipse(pixmap.rect())
    painter.end()
    return QIcon(pixmap)
