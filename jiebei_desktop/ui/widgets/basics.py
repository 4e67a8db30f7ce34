"""Cards, headlines and figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jiebei_desktop.ui import design

_L = TypeVar("_L", QHBoxLayout, QVBoxLayout)


def label(text: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label of one of the design's kinds; its text can be selected with the mouse when it wraps."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def row(*, spacing: int = design.GRID) -> QHBoxLayout:
    """Return a row without margins."""
    return _bare(QHBoxLayout(), spacing)


def column(*, spacing: int = design.GRID) -> QVBoxLayout:
    """Return a column without margins."""
    return _bare(QVBoxLayout(), spacing)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def fill_area(area: QScrollArea, layout: QLayout) -> QWidget:
    """Put a layout into a scroll area that is as wide as it and takes no focus of its own; return what scrolls."""
    inside = QWidget()
    inside.setObjectName("plain")
    inside.setLayout(layout)
    inside.setMinimumHeight(1)  # else wrapped texts count as high as at their narrowest
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return inside


def scrolled(area: QScrollArea, parts: Sequence[QWidget]) -> None:
    """Put parts one under the other into a scroll area, with room for its bar."""
    layout = column(spacing=design.INSET)
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    layout.setContentsMargins(0, 0, design.INSET, 0)
    fill_area(area, layout)


def _bare(layout: _L, spacing: int) -> _L:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return layout


class Card(QFrame):
    """A bordered surface with a column of content and, where given, a title."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(design.SPACE, design.INSET, design.SPACE, design.INSET)
        self.body.setSpacing(design.GRID)
        if title:
            self.body.addWidget(label(title, "cardTitle"))


class Headline(QWidget):
    """The sentence at the top of a page, the quieter one under it, and a small one for what else is to be said."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = label(name="headline", wrap=True)
        self.reason = label(name="quiet", wrap=True)
        layout = column(spacing=design.HALF)
        self.aside = label(name="small", wrap=True)
        layout.addWidget(self.answer)
        layout.addWidget(self.reason)
        layout.addWidget(self.aside)
        self.setLayout(layout)

    def say(self, answer: str, reason: str, aside: str = "") -> None:
        """Show an answer, its reason, and what else is to be said."""
        self.answer.setText(answer)
        for made, text in ((self.reason, reason), (self.aside, aside)):
            made.setText(text)
            made.setVisible(bool(text))


class FigureCard(Card):
    """One figure with what it is above and a remark below."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.body.setSpacing(0)
        self._value = label(name="figure")
        self._remark = label(name="small")
        self.body.addWidget(label(title, "small"))
        self.body.addWidget(self._value)
        self.body.addWidget(self._remark)
        self.title = title

    def show_figure(self, value: str, remark: str = "") -> None:
        """Show a figure; the whole card reads as one to a screen reader."""
        self._value.setText(value)
        self._remark.setText(remark)
        self.setAccessibleName(f"{self.title} {value} {remark}".strip())


class FigureRow(QWidget):
    """Figure cards in one row, or in two where one is too narrow for what they say."""

    def __init__(self, cards: Sequence[FigureCard]) -> None:
        super().__init__()
        self._cards = cards
        self._places = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(design.INSET)
        self._arrange(len(cards))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the number of columns for the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose the number of columns for the width and what the cards say now."""
        widest = max(card.minimumSizeHint().width() for card in self._cards)
        needed = len(self._cards) * widest + (len(self._cards) - 1) * design.INSET
        self._arrange(len(self._cards) if needed <= self.width() else 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what two columns need, so that a narrow window can have them."""
        hint = super().minimumSizeHint()
        return QSize(2 * max(card.minimumSizeHint().width() for card in self._cards) + design.INSET, hint.height())

    def _arrange(self, places: int) -> None:
        if places == self._places:
            return
        self._places = places
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // places, index % places)
        for place in range(len(self._cards)):
            self._grid.setColumnStretch(place, 1 if place < places else 0)


class Notice(QFrame):
    """A line that asks for attention, or one that only tells something."""

    def __init__(self, *, warns: bool = True) -> None:
        super().__init__()
        self.setObjectName("notice" if warns else "news")
        self._sign = "⚠ " if warns else ""
        self._text = label(wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(design.INSET, design.GRID, design.INSET, design.GRID)
        layout.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Return what it says now."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show a message; hide on an empty one."""
        self._text.setText(text and f"{self._sign}{text}")
        self.setVisible(bool(text))
