"""What can be opened, a line or two each, in a list as high as the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design


class TitleList(QListWidget):
    """A list of titles; one that is too long for a line goes on below."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("helpList")
        self.setAccessibleName(translate("HelpPage", "可以打开的"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(design.HELP_LIST)

    def show_titles(self, titles: Sequence[str]) -> None:
        """List other titles, none of them chosen; nobody hears of it."""
        metrics = QFontMetrics(design.text_font())
        room = design.HELP_LIST - 2 * design.WIDE
        with QSignalBlocker(self):
            self.clear()
            for title in titles:
                item = QListWidgetItem(title)
                height = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, title).height()
                item.setSizeHint(QSize(room, height + 2 * design.GRID_LESS))
                self.addItem(item)
