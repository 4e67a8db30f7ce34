"""Binds form fields to one value of the plan: every keystroke is tried, taken over where right, kept where wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from jiebei_desktop.planning.entry import Field, edit, text_of
from jiebei_desktop.planning.offers import Document
from jiebei_desktop.products import RuleBook
from jiebei_desktop.ui.widgets.fields import FormField
from jiebei_desktop.values import ProblemError

D = TypeVar("D", bound=Document)


class Waiting(NamedTuple):
    """A text that could not be taken over, and why; it stays in its field until it is right or undone."""

    text: str
    problem: str


class Entry(QObject, Generic[D]):
    """The behaviour of a form.

    Args:
        fields: the form's fields.
        read: gives the value that the form edits and a key that tells it from others, or None for none.
        commit: takes over a changed value.
        left: called when the user leaves a field: what is typed next is another undo step.
        rules: gives the products in force.

    `tried` is said after each keystroke, whether it was taken over or waits.
    """

    tried = Signal()

    def __init__(
        self,
        fields: Mapping[Field, FormField],
        read: Callable[[], tuple[object, D] | None],
        commit: Callable[[Field, D], None],
        left: Callable[[], None],
        rules: Callable[[], RuleBook],
    ) -> None:
        super().__init__()
        self._fields, self._read, self._commit, self._left, self._rules = fields, read, commit, left, rules
        self._waiting: dict[object, dict[Field, Waiting]] = {}
        self._remarks: Mapping[Field, str] = {}
        for field, editor in fields.items():
            editor.edited.connect(lambda text, field=field: self._edited(field, text))
            editor.finished.connect(lambda field=field: self._finished(field))

    @property
    def waiting(self) -> Mapping[Field, Waiting]:
        """Return what is wrong in the form as it stands."""
        current = self._read()
        return self._waiting.get(current[0], {}) if current else {}

    def forget(self) -> None:
        """Drop every text that waits: the plan was replaced, or a step was undone."""
        self._waiting.clear()

    def show(self, remarks: Mapping[Field, str]) -> None:
        """Show the value, leaving alone the field that is being typed in and those that are wrong."""
        self._remarks = remarks
        current = self._read()
        if current is None:
            return
        for field, editor in self._fields.items():
            waiting = self.waiting.get(field)
            if waiting:
                editor.set_text(waiting.text)
            elif not editor.has_focus() or not self._says(field, editor.text(), current[1]):
                editor.set_text(text_of(current[1], field))
        self._say()

    def _says(self, field: Field, text: str, value: D) -> bool:
        """Tell whether a field's text, however it is written, means what the value has."""
        try:
            return bool(edit(value, field, text, self._rules()) == value)
        except ProblemError:
            return False

    def _say(self) -> None:
        for field, editor in self._fields.items():
            waiting = self.waiting.get(field)
            editor.say(waiting.problem if waiting else "", self._remarks.get(field, ""))

    def _edited(self, field: Field, text: str) -> None:
        current = self._read()
        if current is None:
            return
        waiting = self._waiting.setdefault(current[0], {})
        self._try(field, text, waiting)
        for other, left in list(waiting.items()):  # what was wrong may be right now: dates, say, that depend on another
            if other is not field:
                self._try(other, left.text, waiting)
        self._say()
        self.tried.emit()

    def _try(self, field: Field, text: str, waiting: dict[Field, Waiting]) -> None:
        current = self._read()
        if current is None:
            return
        try:
            changed = edit(current[1], field, text, self._rules())
        except ProblemError as error:
            waiting[field] = Waiting(text, str(error))
        else:
            waiting.pop(field, None)
            self._commit(field, changed)

    def _finished(self, field: Field) -> None:
        current = self._read()
        if current is not None and field not in self.waiting:
            self._fields[field].set_text(text_of(current[1], field))
        self._left()
