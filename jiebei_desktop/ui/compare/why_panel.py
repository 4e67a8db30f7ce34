"""Why this number: what stands behind the cell that is looked at, to be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import label, row


class WhyPanel(QWidget):
    """The text, with a button that copies all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._hint = translate("Compare", "点一个数，或用方向键走到它，这里写出它是怎么来的：公式、规则、来源。")
        self.text = label(self._hint, "small", wrap=True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(translate("Late", "这个数是怎么来的"))
        self.copy = QPushButton(translate("Compare", "复制说明"))
        self.copy.setObjectName("smallChip")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.text()))
        self.copy.setVisible(False)
        line = row(spacing=design.INSET)
        line.addWidget(self.text, 1)
        line.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def say(self, why: str) -> None:
        """Say how a figure came about; how to ask where nothing is looked at."""
        if self.text.text() != (why or self._hint):
            self.text.setText(why or self._hint)
        self.copy.setVisible(bool(why))
