"""The line above the page that leads through the sample: where to look, what it says, and the next step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget
from shiboken6 import isValid

from jiebei_desktop.planning.tour import Step, steps
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Cause, Change
from jiebei_desktop.ui.widgets.basics import column, label, row
from jiebei_desktop.ui.widgets.fields import chain_tabs, polish

if TYPE_CHECKING:
    from jiebei_desktop.ui.window import MainWindow

_PASSES = 12
"""In which layouts settle from the inside out, one a level."""


class TourBar(QFrame):
    """Shows one step at a time; it never waits for anything, and the pages work as ever meanwhile.

    `turned` says that another step is to be shown, `ended` that the user has seen enough, `own_wanted` that they want
    to go on with their own loan.
    """

    turned = Signal()
    ended = Signal()
    own_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tour")
        self._steps: Sequence[Step] = ()
        self.place = 0
        self.count = label(name="small")
        self.said = label(wrap=True)
        self.back = QPushButton(translate("Tour", "上一步"))
        self.next = QPushButton()
        self.next.setObjectName("primary")
        self.end = QPushButton(translate("Tour", "结束"))
        self.back.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(self._go_on)
        self.end.clicked.connect(self.ended)
        buttons = row()
        for button in (self.back, self.next, self.end):
            buttons.addWidget(button)
        words = column(spacing=design.HALF)
        words.addWidget(self.count)
        words.addWidget(self.said)
        words.addStretch(1)
        line = row(spacing=design.SPACE)
        line.setContentsMargins(design.WIDE, design.GRID, design.WIDE, design.GRID)
        line.addLayout(words, 1)
        line.addLayout(buttons)
        self.setLayout(line)

    @property
    def step(self) -> Step:
        """Return the step on screen."""
        return self._steps[self.place]

    def show_steps(self, steps: Sequence[Step], place: int) -> None:
        """Show a step, counted from zero, of a walk."""
        self._steps, self.place = steps, place
        self.count.setText(translate("Tour", "第 {place} 步，共 {all} 步").format(place=place + 1, all=len(steps)))
        self.said.setText(self.step.said)
        self.next.setAccessibleDescription(f"{self.count.text()} {self.step.said}")  # it has the focus, and is read
        last = place == len(steps) - 1
        self.next.setText(translate("Tour", "填自己的借款") if last else translate("Tour", "下一步"))
        if not place and self.back.hasFocus():
            self.next.setFocus()  # or keys would go on to what stands beside it
        self.back.setEnabled(place > 0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """End by the Esc key."""
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the sentences the lines that they take in the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.said.setMinimumHeight(max(self.said.heightForWidth(self.said.width()), 0))  # there may be no width yet

    def _turn(self, by: int) -> None:
        self.place = min(max(self.place + by, 0), len(self._steps) - 1)
        self.turned.emit()

    def _go_on(self) -> None:
        if self.place == len(self._steps) - 1:
            self.own_wanted.emit()
        else:
            self._turn(1)


class Tour(QObject):
    """Leads through the plan that is open as long as it is the same one, or until the user has seen enough.

    `own_wanted` says that the user wants to go on with their own loan.
    """

    own_wanted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._store = window, window.store
        self._pointed: QWidget | None = None
        self.bar: TourBar | None = None
        self._store.changed.connect(self._follow)

    @property
    def place(self) -> int | None:
        """Return the step on screen, counted from zero; None where nobody is led."""
        return self.bar.place if self.bar is not None else None

    def begin(self, place: int = 0) -> None:
        """Begin at a step; nothing happens where the plan has no such story to tell."""
        found = self._steps()
        if not found:
            return
        self.end()
        bar = self.bar = TourBar()
        bar.turned.connect(self._show)
        bar.ended.connect(self.end)
        bar.own_wanted.connect(self.own_wanted)
        bar.place = place
        self._window.tour_place.addWidget(bar)
        bar.show()  # at once: it is to have the focus
        chain_tabs([self._window.topbar.menu_button, bar.back, bar.next, bar.end])
        self._show()

    def end(self) -> None:
        """Lead no further."""
        bar, self.bar = self.bar, None
        self._point_at(None)
        if bar is not None:
            had = bar.isAncestorOf(self._window.focusWidget()) if self._window.focusWidget() else False
            bar.hide()
            bar.deleteLater()
            if had and self._window.pages.current is not None:
                self._window.pages.current.setFocus()  # without this it lands on whatever comes next

    def _steps(self) -> tuple[Step, ...]:
        return steps(self._store.plan, self._store.rules, self._store.today)

    def _show(self) -> None:
        """Show the step, and the place on a page that it is about."""
        bar = self.bar
        assert bar is not None  # noqa: S101 - asked for by the bar, or when it was made
        bar.show_steps(self._steps(), bar.place)
        step = bar.step
        self._window.go(step.page, step.loan_id)
        page = self._window.pages.current
        place, area = getattr(page, step.place), getattr(page, "area", None)
        self._point_at(place)
        if isinstance(area, QScrollArea):
            QTimer.singleShot(0, place, partial(_bring, area, place, _PASSES))  # once it is laid out
        bar.next.setFocus()

    def _follow(self, change: Change) -> None:
        """Tell the same of the plan as it is after a change, and nothing any more of another plan."""
        if self.bar is None:
            return
        found = self._steps() if change.cause is not Cause.ANOTHER_PLAN else ()
        if found:
            self.bar.show_steps(found, self.bar.place)
        else:
            self.end()

    def _point_at(self, widget: QWidget | None) -> None:
        if self._pointed is not None and isValid(self._pointed):
            _mark(self._pointed, on=False)
        self._pointed = widget
        if widget is not None:
            _mark(widget, on=True)


def _bring(area: QScrollArea, place: QWidget, passes: int) -> None:
    """Bring the top of a place to the top of the area that it stands in, and keep it there while that is laid out."""
    inside = area.widget()
    if inside is not None and place.property("pointed"):
        area.verticalScrollBar().setValue(place.mapTo(inside, QPoint()).y())
        if passes > 1:
            QTimer.singleShot(0, place, partial(_bring, area, place, passes - 1))


def _mark(widget: QWidget, *, on: bool) -> None:
    """Draw a quiet line around what is spoken of, or take it away."""
    widget.setProperty("pointed", on)
    polish(widget)
