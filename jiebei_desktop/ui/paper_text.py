"""Text on paper: a style, what it takes in lines of a width, and the one way in which it is drawn."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from jiebei_desktop.ui import design
from jiebei_desktop.ui.pdf import copyable

_LEADING = 1.36
_SPARE = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}
"""The share of a line's spare room that stands before its text."""


class Style(NamedTuple):
    """How a text looks."""

    size: int
    colour: str = design.LIGHT.ink
    bold: bool = False

    @property
    def leading(self) -> float:
        """Return how high a line is, the same with every font."""
        return self.size * _LEADING

    def font(self) -> QFont:
        """Return the font, its letters where they are at any size, not where a screen's dots would put them."""
        font = copyable(QFont(design.text_font(self.size, bold=self.bold)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def width(self, text: str) -> float:
        """Return how wide a text is in one line."""
        return QFontMetricsF(self.font()).horizontalAdvance(text)

    def height(self, text: str, width: float, most: int = 0) -> float:
        """Return how high a text is in lines of that width."""
        return self.laid(text, width, most).lineCount() * self.leading if text else 0

    def laid(self, text: str, width: float, most: int = 0) -> QTextLayout:
        """Return a text broken into lines; with `most` in no more than those, and what is left out as an ellipsis."""
        text = text.replace("\n", "\u2028")
        layout = self._broken(text, width)
        if most and layout.lineCount() > most:
            start = layout.lineAt(most - 1).textStart()
            rest, room, metrics = text[start:].replace("\u2028", " "), width, QFontMetricsF(self.font())
            while layout.lineCount() > most and room > 0:  # in a line of its own a text can be a hair wider
                room -= self.size / 8
                cut = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room)
                layout = self._broken(text[:start] + cut.replace(" ", "\u00a0"), width)
        return layout

    def _broken(self, text: str, width: float) -> QTextLayout:
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        place = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, place * self.leading + (self.leading - line.height()) / 2))
            place += 1
        layout.endLayout()
        return layout


def draw_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    style: Style,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    most: int = 0,
) -> float:
    """Draw a text from a box's top on, in lines as wide as it and at most so many; return how high they are.

    Everything that is read on the page comes through here.
    """
    if not text:
        return 0
    layout = style.laid(text, box.width(), most)
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        spare = box.width() - line.naturalTextWidth()
        line.setPosition(line.position() + QPointF(spare * _SPARE.get(side, 0), 0))
    painter.setPen(design.colour(style.colour))
    layout.draw(painter, box.topLeft())
    return layout.lineCount() * style.leading
