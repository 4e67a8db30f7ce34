"""The one change pipeline: every edit makes a new plan, one undo step with a name, and one signal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple
from weakref import ref

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from shiboken6 import isValid

from jiebei_desktop.planning.document import Plan, says_rules
from jiebei_desktop.products import RuleBook

_MERGING_ID = 1


def today() -> date:
    """Return the day on this machine's clock: due dates are days of its owner's calendar."""
    return datetime.now().astimezone().date()


class Cause(Enum):
    """Why the plan changed: of several reasons the last here is the one that counts."""

    EDIT = auto()
    HISTORY = auto()
    FROM_OUTSIDE = auto()
    ANOTHER_PLAN = auto()


class Change(NamedTuple):
    """What happened to the plan."""

    before: Plan
    after: Plan
    cause: Cause

    @property
    def typed(self) -> bool:
        """Tell whether the user is typing it; else forms must show the new values whatever they hold."""
        return self.cause is Cause.EDIT

    def then(self, later: Change) -> Change:
        """Return this change and a later one as one, for who has seen neither."""
        return Change(self.before, later.after, max(self.cause, later.cause, key=lambda cause: cause.value))


class Store(QObject):
    """Holds the plan. Pages read `plan` and hear `changed`; only `edit` changes it."""

    changed = Signal(object)
    file_changed = Signal()

    def __init__(self, plan: Plan, rules: RuleBook, today: Callable[[], date], path: Path | None = None) -> None:
        """Hold a plan, and the file that it is of, if there is one."""
        super().__init__()
        self._plan = plan
        self._today = today
        self._typing = 0
        self._shipped = rules
        self._rules: tuple[tuple[object, ...], RuleBook] = ((), (), ()), rules
        self.path = path
        self.undo_stack = QUndoStack(self)
        self.undo_stack.cleanChanged.connect(self.file_changed)

    def __del__(self) -> None:
        """Let the steps go before the collector takes store, stack and steps apart in an order of its own."""
        if isValid(self.undo_stack):
            self.undo_stack.blockSignals(True)  # nobody is there to hear that they went
            self.undo_stack.clear()

    @property
    def plan(self) -> Plan:
        """Return the plan as it is now."""
        return self._plan

    @property
    def shipped_rules(self) -> RuleBook:
        """Return the products that ship, for plans that have other products of their own."""
        return self._shipped

    @property
    def rules(self) -> RuleBook:
        """Return the products in force: those that ship, those of the plan's own, and what its user says otherwise."""
        said = says_rules(self._plan)
        if self._rules[0] != said:
            from jiebei_desktop.planning.own_rules import rules_of  # noqa: PLC0415 - most plans say nothing of their own

            self._rules = said, rules_of(self._plan, self._shipped, self.today)
        return self._rules[1]

    @property
    def today(self) -> date:
        """Return the day that the plan is looked at."""
        return self._today()

    @property
    def unsaved(self) -> bool:
        """Tell whether there are edits that are in no file."""
        return not self.undo_stack.isClean()

    def edit(self, title: str, plan: Plan, typing: object = None) -> None:
        """Take over a new plan as one undo step; steps of the same `typing` merge until `end_typing`."""
        if plan != self._plan:
            key = None if typing is None else (self._typing, typing)
            self.undo_stack.push(_Step(self, title, plan, key, Cause.EDIT))

    def take_in(self, title: str, plan: Plan) -> None:
        """Take over a new plan that the user did not enter here, as one undo step."""
        if plan != self._plan:
            self.undo_stack.push(_Step(self, title, plan, None, Cause.FROM_OUTSIDE))

    def end_typing(self) -> None:
        """Close the current merged step: what is typed next is a step of its own."""
        self._typing += 1

    def replace(self, plan: Plan, path: Path | None = None) -> None:
        """Begin with another plan: no undo steps, nothing unsaved."""
        before, self._plan, self.path = self._plan, plan, path
        self.undo_stack.clear()
        self.undo_stack.setClean()
        self.changed.emit(Change(before, plan, Cause.ANOTHER_PLAN))
        self.file_changed.emit()

    def saved(self, path: Path) -> None:
        """Take note that a file holds the plan as it is now."""
        self.path = path
        self.end_typing()
        self.undo_stack.setClean()
        self.file_changed.emit()

    def saved_nowhere(self) -> None:
        """Take note that no file holds any of the states that can be gone back to."""
        self.end_typing()
        self.undo_stack.resetClean()
        self.file_changed.emit()

    def _show(self, plan: Plan, cause: Cause) -> None:
        before, self._plan = self._plan, plan
        self.changed.emit(Change(before, plan, cause))


class _Step(QUndoCommand):
    """One named step from a plan to the next."""

    def __init__(self, store: Store, title: str, after: Plan, key: object, cause: Cause) -> None:
        super().__init__(title)
        # Weak, or the collector would find a ring of store, stack and steps, and could free the steps before the stack.
        self._store = ref(store)
        self._before = store.plan
        self._after = after
        self._key = key
        self._cause = cause

    def id(self) -> int:
        """Return the same number for all steps that may merge; Qt asks `mergeWith` only then."""
        return -1 if self._key is None else _MERGING_ID

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take over a later step of the same typing; one that leads back to the start vanishes."""
        if not isinstance(other, _Step) or other._key != self._key:  # noqa: SLF001 - of its own kind
            return False
        self._after = other._after  # noqa: SLF001 - of its own kind
        vanishes = self._after == self._before
        self.setObsolete(vanishes)
        store = self._store()
        if vanishes and store is not None:
            store.end_typing()  # or what is typed next would join the step before
        return True

    def redo(self) -> None:
        """Show the later plan; the first time for its own cause, as what the user just typed."""
        cause, self._cause = self._cause, Cause.HISTORY
        self._show(self._after, cause)

    def undo(self) -> None:
        """Show the earlier plan."""
        self._show(self._before, Cause.HISTORY)

    def _show(self, plan: Plan, cause: Cause) -> None:
        store = self._store()
        assert store is not None  # noqa: S101 - the stack of steps is the store's own
        store._show(plan, cause)  # noqa: SLF001 - the pipeline's own step
