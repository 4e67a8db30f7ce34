"""The lines under the top bar: what there is to know of the plan's file, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.remarks import Act, Remark, name_of
from jiebei_desktop.ui.widgets.basics import Notice, clear, column


class NoticeBoard(QWidget):
    """Shows remarks; hidden where there is none. `wanted` says what the user chose to do about one."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []
        self._shown: list[Remark] = []
        self._lines = column(spacing=design.HALF)
        self._lines.setContentsMargins(design.WIDE, design.SPACE, design.WIDE, 0)
        self.setLayout(self._lines)
        self.hide()

    @property
    def text(self) -> str:
        """Return all that it says."""
        return "\n".join(notice.text for notice in self.notices)

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """Show remarks in the place of those before."""
        if list(remarks) == self._shown:
            return
        self._shown = list(remarks)
        clear(self._lines)
        self.notices = [self._line(remark) for remark in remarks]
        self.setVisible(bool(remarks))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give each remark the lines that it takes in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let no remark be cut off where the page below wants the room: that one scrolls."""
        width = self.width() - 2 * design.WIDE
        for notice in self.notices:
            notice.setMinimumHeight(notice.heightForWidth(width))

    def button(self, act: Act) -> QPushButton | None:
        """Return the button for something that can be done, if it is offered."""
        found = (button for notice in self.notices for button in notice.findChildren(QPushButton))
        return next((button for button in found if button.text() == name_of(act)), None)

    def _line(self, remark: Remark) -> Notice:
        notice = Notice(warns=remark.warns)
        self._lines.addWidget(notice)  # before it is shown, or it would be a window for a moment
        layout = notice.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - for the type checker
        for act in remark.acts:
            button = QPushButton(name_of(act))
            button.clicked.connect(lambda _=False, act=act: self.wanted.emit(act))
            layout.addWidget(button)
        notice.say(remark.text)
        return notice
