"""What pages have in common that work something out beside the window."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from jiebei_desktop.planning.document import Plan
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

    def _spared(self, change: Change) -> bool:
        """Tell whether a change touches nothing that this page looks at."""
        return self._looked_at(change.before) == self._looked_at(change.after)

    def _looked_at(self, plan: Plan) -> tuple[object, ...]:
        """Return the parts of a plan that the page follows from."""
        return plan.loans, plan.products, plan.budget, plan.relief

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
