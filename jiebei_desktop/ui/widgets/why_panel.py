"""Why this number: what stands behind the figure that is looked at, to be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeySequence,
    QShortcut,
    QSyntaxHighlighter,
    QTextCharFormat,
)
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.basics import Card, column, row
from jiebei_desktop.ui.widgets.fields import chain_tabs
from jiebei_desktop.ui.widgets.reading import Reading

_LINES = 6


class WhyPanel(QWidget):
    """The text under the page, with buttons that copy all of it and put the panel away.

    Attributes:
        asker: the widget that is spoken of; None before the first.
    """

    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")  # on the ground of the pages
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.asker: QWidget | None = None
        self._focused: QWidget | None = None
        self.text = Reading(translate("Why", "这个数是怎么来的"))
        self.text.setObjectName("why")
        spacing = QFontMetrics(design.text_font(design.SMALL)).lineSpacing()
        edges = 2 * (int(self.text.document().documentMargin()) + design.HALF + design.FOCUS)
        self.text.setFixedHeight(_LINES * spacing + edges)  # whole lines
        self._first = _FirstBold(self.text.document())
        self.copy = _small(translate("Compare", "复制说明"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.away = _small(translate("Compare", "收起"))
        self.away.setToolTip(translate("Compare", "收起说明（Esc）"))
        self.away.clicked.connect(self.put)
        buttons = column(spacing=design.HALF)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.away)
        buttons.addStretch(1)
        line = row(spacing=design.INSET)
        line.addWidget(self.text, 1)
        line.addLayout(buttons)
        card = Card()
        card.body.addLayout(line)
        card.body.setContentsMargins(design.SPACE, design.GRID, design.SPACE, design.GRID)
        card.setMaximumWidth(design.CONTENT_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(design.WIDE, 0, design.WIDE, design.INSET)
        layout.addWidget(card)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.put)
        self.hide()

    def say(self, why: str, asker: QWidget) -> None:
        """Show why what a widget shows is what it is, and read it out."""
        other = self.asker is not asker or not self.isVisible()
        self.asker = asker
        self.text.show_text(why)
        if other:
            self.text.verticalScrollBar().setValue(0)
        if not self.isVisible():
            self._focused = QApplication.focusWidget()
            self.show()
        announce(self, why)

    def freshen(self, why: str) -> None:
        """Say how the same figure comes about now; nothing puts the panel away."""
        if not why:
            self.put()
        elif why != self.text.toPlainText():
            self.text.show_text(why)

    def follow_tab_of(self, page: QWidget | None) -> None:
        """Let Tab come here after the last part of a page, whenever its parts were made."""
        last, each = page, page.nextInFocusChain() if page is not None else None
        while each is not None and each is not page:
            if page is not None and page.isAncestorOf(each):
                last = each
            each = each.nextInFocusChain()
        if last is not None:
            chain_tabs([last, self.text, self.copy, self.away])

    def put(self) -> None:
        """Put the panel away; keys that were in it go back to where they were."""
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self.hide()
        before = self._focused
        self._focused = self.asker = None
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus()
        elif held:
            self.put_away.emit()


class _FirstBold(QSyntaxHighlighter):
    """Makes the first line stand out: it says which figure the others are about."""

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Write one line."""
        if not self.currentBlock().blockNumber():
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, 2 * len(text), bold)  # Qt counts by UTF-16, and no further than there is


def _small(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("smallChip")
    return made
