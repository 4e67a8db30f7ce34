"""What pages have in common that work something out beside the window."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from jiebei_desktop.planning.document import Plan, says_rules
from jiebei_desktop.ui import design
from jiebei_desktop.ui.beside import Beside
from jiebei_desktop.ui.pages.base import Page
from jiebei_desktop.ui.store import Change, Store


class WorkingPage(Page):
    """A page that shows at once what is quick, and what takes long when it is there."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.work = Beside(self)
        self.work.found.connect(self._take)
        self.work.refused.connect(self._refuse)
        self.work.moved.connect(self._move)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(design.SOON)  # typing goes on; one piece of work for all of it
        self._soon.timeout.connect(self._begin)
        self._given_up = False

    def miss_change(self, change: Change) -> None:
        """Give up what is worked out for a plan that is no more; it would slow down what is typed elsewhere."""
        if not self._spared(change):
            self._stop_work()
            self._given_up = True

    def _stop_work(self) -> None:
        """Stop what is worked out, and what is to be soon: something else will be."""
        self._soon.stop()
        self.work.stop()
        self._given_up = False

    def _spared(self, change: Change) -> bool:
        """Tell whether a change touches nothing that this page looks at, and nothing of that was given up."""
        return not self._given_up and self._looked_at(change.before) == self._looked_at(change.after)

    def _looked_at(self, plan: Plan) -> tuple[object, ...]:
        """Return the parts of a plan that the page follows from."""
        return plan.loans, says_rules(plan), plan.budget, plan.relief

    @property
    def busy(self) -> bool:
        """Tell whether something is still being worked out."""
        return self._soon.isActive() or self.work.running

    def _begin(self) -> None:
        """Begin the work."""
        raise NotImplementedError

    def _take(self, found: object) -> None:
        """Show what the work came to."""
        raise NotImplementedError

    def _refuse(self, said: str) -> None:
        """Say why there is nothing."""
        raise NotImplementedError

    def _move(self, seen: object) -> None:
        """Show how far the work has come."""
        raise NotImplementedError
