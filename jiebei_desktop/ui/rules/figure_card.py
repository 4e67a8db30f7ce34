"""The figure that is looked at: whose word it is, and the form in which it becomes the user's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.planning.own_rule_form import Part
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.rules.own_form import OwnForm
from jiebei_desktop.ui.rules.sources import Sources
from jiebei_desktop.ui.widgets.basics import Card, column, label, row
from jiebei_desktop.ui.widgets.fields import chain_tabs


class ChosenCard(Card):
    """Two faces: the sources with what can be done, and the form with what it would do.

    `wanted` asks for the form, `typed` says that something in it changed, `taken` that it is to be so, `left` that
    it is not, `reset` that the figure is to be as it ships.
    """

    wanted = Signal()
    typed = Signal()
    taken = Signal()
    left = Signal()
    reset = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label(name="cardTitle")
        self.support = Sources(translate("RulesPage", "来源"))
        self.support.setFixedHeight(design.SOURCES_HEIGHT)
        self.change = QPushButton(translate("OwnRules", "改成自己的…"))
        self.change.clicked.connect(self.wanted)
        self.back = QPushButton(translate("OwnRules", "改回自带的"))
        self.back.clicked.connect(self.reset)
        self.form = OwnForm()
        self.form.edited.connect(self.typed)
        self.effect = Sources(translate("OwnRules", "这份计划会怎么变"))
        self.effect.setMinimumHeight(design.EFFECT_HEIGHT)
        self.take = QPushButton(translate("OwnRules", "用这个"))
        self.take.setObjectName("primary")
        self.take.clicked.connect(self.taken)
        self.leave = QPushButton(translate("OwnRules", "不改"))
        self.leave.clicked.connect(self.left)
        self.body.addWidget(self.title)
        self.reading = _face((self.support,), (self.change, self.back))
        effect = label(self.effect.accessibleName(), "small")
        self.editing = _face((self.form, effect, self.effect), (self.take, self.leave))
        self.body.addWidget(self.reading)
        self.body.addWidget(self.editing, 1)
        self.editing.hide()
        enter = QShortcut(QKeySequence(Qt.Key.Key_Return), self.form)  # the buttons are pressed by keys of their own
        enter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        enter.activated.connect(self._enter)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.editing)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    @property
    def is_form(self) -> bool:
        """Tell whether the form is on screen."""
        return not self.editing.isHidden()

    def show_figure(self, title: str, support: str, *, able: bool, back: str) -> None:
        """Show a figure's sources, and what can be done with it.

        Args:
            title: what the figure is called.
            support: its sources, in full.
            able: whether it can be changed.
            back: what the button is called that takes the user's own value away; empty where there is none.
        """
        self.title.setText(title)
        self.support.show_text(support)
        self.change.setEnabled(able)
        self.change.setToolTip("" if able else translate("OwnRules", "这一项只能是这样，没有别的可以选"))
        self.back.setText(back)
        self.back.setVisible(bool(back))
        self._turn(open_form=False)

    def show_form(self, title: str, parts: Sequence[Part]) -> None:
        """Show the form of a figure, the cursor in it."""
        self.title.setText(title)
        self.form.show_parts(parts)
        chain_tabs([self.back, *self.form.stops, self.effect, self.take, self.leave])
        self._turn(open_form=True)
        self.form.begin()

    def show_effect(self, said: str, *, able: bool) -> None:
        """Say what would become of the plan, and whether it can be taken."""
        self.effect.show_text(said)
        self.take.setEnabled(able)

    def _enter(self) -> None:
        if self.take.isEnabled():
            self.taken.emit()

    def _turn(self, *, open_form: bool) -> None:
        self.reading.setVisible(not open_form)
        self.editing.setVisible(open_form)


def _face(parts: Sequence[QWidget], buttons: Sequence[QPushButton]) -> QWidget:
    """Return parts one under the other, the last of which takes the room that is left, and buttons below."""
    made, layout, line = QWidget(), column(), row()
    for part in parts:
        layout.addWidget(part, int(part is parts[-1]))
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    layout.addLayout(line)
    made.setLayout(layout)
    return made
