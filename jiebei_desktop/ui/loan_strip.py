"""The loans of the plan as a row of buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QScrollArea, QSizePolicy, QWidget

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.late import days_late
from jiebei_desktop.planning.wording import loan_label, offer_detail
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import dot, icon
from jiebei_desktop.ui.shortcuts import with_key
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import clear, row
from jiebei_desktop.ui.widgets.fields import chain_before, polish
from jiebei_desktop.ui.widgets.short_label import shortened


class LoanStrip(QWidget):
    """Scrolls sideways where there are many. `chosen` says a loan's id, `wanted` that another is to be added."""

    chosen = Signal(str)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._loans: tuple[str, ...] = ()
        self._made: list[QPushButton] = []
        self._buttons = row()
        inside = QWidget()
        inside.setObjectName("plain")
        inside.setLayout(self._buttons)
        self._area = _AsWideAsItsContent(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(design.LOAN_HEIGHT + design.SCROLL)
        self._add = QPushButton(icon("add"), translate("Loans", "新借款"))
        self._add.setToolTip(with_key(translate("Loans", "添加一笔借款"), "loan"))
        self._add.clicked.connect(self.wanted)
        line = row()
        line.addWidget(self._area)
        line.addWidget(self._add)
        line.addStretch(1)
        self.setLayout(line)

    def show_loans(self, store: Store, chosen: str) -> None:
        """Show the plan's loans; buttons are made anew only when loans come or go."""
        loans = store.plan.loans
        if tuple(loan.id for loan in loans) != self._loans:
            self._loans = tuple(loan.id for loan in loans)
            self._make_buttons()
        for loan, button in zip(loans, self._made, strict=True):
            late = days_late(loan, store.rules, store.today)
            button.setText(_button_text(loan, store, late))
            if button.property("late") != bool(late):
                button.setProperty("late", bool(late))
                polish(button)
            button.setToolTip(loan_label(loan, store.rules))
            button.setIcon(dot(design.current().brand(store.rules.brand(loan.product))))
            button.setChecked(loan.id == chosen)
            if loan.id == chosen:
                self._area.reveal(button)

    def _make_buttons(self) -> None:
        self._area.reveal(None)
        clear(self._buttons)
        self._made = []
        for loan_id in self._loans:
            button = QPushButton()
            button.setObjectName("loan")
            button.setCheckable(True)
            button.setIconSize(QSize(design.DOT, design.DOT))
            button.setFixedHeight(design.LOAN_HEIGHT)
            button.clicked.connect(lambda _, loan_id=loan_id: self.chosen.emit(loan_id))
            self._group.addButton(button)
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self._made.append(button)
        chain_before(self._add, self._made)


class _AsWideAsItsContent(QScrollArea):
    """A scroll area that takes no more width than its content, and keeps one part of it in sight."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._revealed: QWidget | None = None
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def reveal(self, part: QWidget | None) -> None:
        """Keep a part of the content in sight from now on, or none."""
        self._revealed = part
        self._show_revealed()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the content's size."""
        return self._content.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the content when it was laid out anew."""
        handled = super().eventFilter(watched, event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.updateGeometry()
            self._show_revealed()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the part in sight in the new width."""
        super().resizeEvent(event)
        self._show_revealed()

    def _show_revealed(self) -> None:
        if self._revealed is not None:
            self.ensureWidgetVisible(self._revealed, design.GRID, 0)


def _button_text(loan: Loan, store: Store, late: int) -> str:
    name = shortened(loan_label(loan, store.rules))
    if late:
        name = translate("Loans", "{name} ⚠ 逾期 {days} 天").format(name=name, days=late)
    return f"{name}\n{grouped(loan.principal)} · {offer_detail(loan)}".replace("&", "&&")
