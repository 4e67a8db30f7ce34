"""Why this number: what stands behind the cell that is looked at, always in sight, to be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, column, row
from jiebei_desktop.ui.widgets.reading import Reading


class WhyPanel(Card):
    """The text, with buttons that copy all of it and put the panel away; `put_away` says that keys were in it then."""

    put_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text = Reading(translate("Late", "这个数是怎么来的"))
        self.text.setObjectName("why")
        self.text.setFixedHeight(design.WHY_HEIGHT)
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
        self.body.addLayout(line)
        self.body.setContentsMargins(design.SPACE, design.GRID, design.SPACE, design.GRID)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.put)
        self.hide()

    def say(self, why: str) -> None:
        """Show how a figure came about; nothing where nothing is looked at."""
        self.follow(why)
        self.text.verticalScrollBar().setValue(0)
        self.setVisible(bool(why))

    def follow(self, why: str) -> None:
        """Say how the same figure comes about now, if the panel is shown."""
        self.text.show_text(why)
        if not why:
            self.hide()

    def put(self) -> None:
        """Put the panel away."""
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if held:
            self.put_away.emit()


def _small(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName("smallChip")
    return made
