"""The form of a figure of the user's own: as many fields as the figure has, of the kinds that they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from jiebei_desktop.planning.entry import NO, YES
from jiebei_desktop.planning.own_rule_form import Kind, Part
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import clear
from jiebei_desktop.ui.widgets.fields import ChoiceField, DateField, FormField, TextField, narrow
from jiebei_desktop.ui.widgets.flow import FlowLayout


class CheckField(FormField):
    """Yes or no; what it is about stands beside the box."""

    def __init__(self, title: str) -> None:
        self.box = QCheckBox(title)
        super().__init__(title, self.box)
        self.title.hide()
        self.box.clicked.connect(lambda: self.edited.emit(self.text()))

    def set_text(self, text: str) -> None:
        """Show yes or no without saying `edited`."""
        self.box.setChecked(text == YES)

    def text(self) -> str:
        """Return yes or no."""
        return YES if self.box.isChecked() else NO


class OwnForm(QWidget):
    """The fields; `edited` says that something in one of them changed."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, FormField] = {}
        self._flow = FlowLayout(design.SPACE, design.GRID)
        self.setLayout(self._flow)

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [stop for field in self.fields.values() for stop in field.stops]

    @property
    def texts(self) -> dict[str, str]:
        """Return what the fields say."""
        return {key: field.text() for key, field in self.fields.items()}

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show other fields."""
        clear(self._flow)
        self.fields = {part.key: _field(part) for part in parts}
        for field in self.fields.values():
            field.edited.connect(lambda _: self.edited.emit())
            self._flow.addWidget(field)
            field.show()

    def go_on(self, texts: Mapping[str, str]) -> None:
        """Show what was typed in such a form, where it has those fields."""
        for key in self.fields.keys() & texts.keys():
            self.fields[key].set_text(texts[key])

    def begin(self) -> None:
        """Put the cursor into the first field, with what is there chosen."""
        next(iter(self.fields.values())).editor.setFocus(Qt.FocusReason.TabFocusReason)

    def say(self, key: str, problem: str) -> None:
        """Show what is wrong at one field, at the first where no field is named; nothing at the others."""
        place = key if key in self.fields else next(iter(self.fields), "")
        for name, field in self.fields.items():
            field.say(problem if name == place else "")


def _field(part: Part) -> FormField:
    made: FormField
    if part.kind is Kind.CHECK:
        made = CheckField(part.title)
    elif part.kind is Kind.CHOICE:
        choice = ChoiceField(part.title)
        choice.set_choices(part.choices)
        narrow(choice.box)
        made = choice
    else:
        made = DateField(part.title) if part.kind is Kind.DATE else TextField(part.title, part.unit)
    if part.kind is not Kind.CHECK:
        made.setFixedWidth(max(design.STRESS_FIELD, made.title.sizeHint().width()))
    made.set_text(part.text)
    return made
