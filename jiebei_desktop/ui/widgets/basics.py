"""Cards, headlines and figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.why import Reason, ask, freshen
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.even import Even

_LONG_WORD = re.compile(r"[A-Za-z]{16}(?=[A-Za-z]{8})")
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


def readable(made: QLabel) -> QLabel:
    """Let a text be come to and selected by keys as well, and show where the keys are."""
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    made.setProperty("read", True)
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
    inside = _Inside()
    inside.setObjectName("plain")
    inside.setLayout(layout)
    inside.fit()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return inside


class _Inside(QWidget):
    """What scrolls: as high as it is at the area's width where texts wrap in it, else never lower than it has to be."""

    def fit(self) -> None:
        """Give wrapped texts the area's width, or they would count as high as at their narrowest."""
        layout = self.layout()
        if layout is not None:
            least = 1 if layout.hasHeightForWidth() else layout.totalMinimumSize().height()
            if least != self.minimumHeight():
                self.setMinimumHeight(least)

    def event(self, event: QEvent) -> bool:
        """Look again whether a text in it wraps when one comes or goes."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)


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
            self.body.addWidget(label(title, "cardTitle", wrap=True))


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

    def explain(self, why: Callable[[], str]) -> None:
        """Let a click on the sentence ask how its figures came about."""
        Reason(self.answer, lambda _place: why())
        self.answer.setCursor(Qt.CursorShape.PointingHandCursor)
        self.answer.setToolTip(translate("Why", "点一下，看这句话里的数是怎么来的"))

    def say(self, answer: str, reason: str, aside: str = "") -> None:
        """Show an answer, its reason, and what else is to be said."""
        self.answer.setText(breakable(answer))
        for made, text in ((self.reason, reason), (self.aside, aside)):
            made.setText(breakable(text))
            made.setVisible(bool(text))


def breakable(text: str) -> str:
    """Return a text in which a line can also end inside of a very long word: a name may be one."""
    return _LONG_WORD.sub(lambda found: f"{found[0]}\u200b", text)


class FigureCard(Card):
    """One figure with what it is above and a remark below; where it knows why, a click or a key asks."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.body.setSpacing(0)
        self._value = label(name="figure")
        self._remark = label(name="small")
        self.body.addWidget(label(title, "small"))
        self.body.addWidget(self._value)
        self.body.addWidget(self._remark)
        self.title = title
        self.why: str | Callable[[], str] = ""

    def show_figure(self, value: str, remark: str = "", why: str | Callable[[], str] = "") -> None:
        """Show a figure; the whole card reads as one to a screen reader.

        Args:
            value: the figure.
            remark: what is said of it below.
            why: how it came about; where it takes work, something that says it when asked.
        """
        self._value.setText(value)
        self._remark.setText(remark)
        self.setAccessibleName(f"{self.title} {value} {remark}".strip())
        self.why = why
        hint = translate("Why", "点一下，或者按回车，看这个数是怎么来的") if why else ""
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if why else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if why else Qt.CursorShape.ArrowCursor)
        freshen(self)

    def why_here(self) -> str:
        """Return the figure and how it came about; nothing where it does not know."""
        why = self.why if isinstance(self.why, str) else self.why()
        return f"{self.accessibleName()}\n{why}" if why else ""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask why."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if self.why and inside and event.button() is Qt.MouseButton.LeftButton:
            ask(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask why by the keys that press a button."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.why:
            ask(self)
        else:
            super().keyPressEvent(event)


class FigureRow(Even):
    """Figure cards in one row, or in more where one is too narrow for what they say."""

    def __init__(self, cards: Sequence[FigureCard]) -> None:
        super().__init__(cards)


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
        """Show a message; hide on an empty one. A screen reader says it when it appears, not each time it changes."""
        new = not self._text.text()
        self._text.setText(text and f"{self._sign}{text}")
        self.setVisible(bool(text))
        if new:
            announce(self, text)
