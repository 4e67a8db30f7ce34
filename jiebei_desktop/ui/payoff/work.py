"""Looks for the cheapest way of paying off beside the window, and can be stopped."""

from __future__ import annotations

from datetime import date
from threading import Thread

from PySide6.QtCore import QObject, Signal

from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.payoff.optimum import Result, optimum
from jiebei_desktop.planning.payoff.programme import Progress
from jiebei_desktop.planning.payoff.words import explain
from jiebei_desktop.planning.payoff_plan import SECONDS, Found, Negotiated, Question, with_negotiated
from jiebei_desktop.products import RuleBook
from jiebei_desktop.values import ProblemError


class Search(QObject):
    """One search after the other: a new one stops the one before, whose end is not heard any more.

    `found` says what a search came to, `moved` how far it has come.
    """

    found = Signal(object)
    moved = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state = _State()
        self.destroyed.connect(self._state.stop)

    @property
    def running(self) -> bool:
        """Tell whether a search is on."""
        return self._state.job is not None

    def start(self, asked: Question, known: Found, plan: Plan, rules: RuleBook, today: date) -> None:
        """Begin to search."""
        self._state.stop()
        job = _Job(asked, known, plan, rules, today)
        self._state.job = job
        job.told.found.connect(self._end)
        job.told.moved.connect(self._move)
        # Not a thread of Qt's: whoever lets one go waits for it, with the lock that its Python needs to end.
        Thread(target=job.run, daemon=True).start()

    def stop(self) -> None:
        """Stop searching; nothing of it is heard any more."""
        self._state.stop()

    def enough(self) -> None:
        """End the search with the best so far."""
        if self._state.job is not None:
            self._state.job.wanted = False

    def _end(self, job: object, found: object) -> None:
        if job is self._state.job:
            self._state.job = None
            self.found.emit(found)

    def _move(self, job: object, seen: object) -> None:
        if job is self._state.job:
            self.moved.emit(seen)


class _State:
    """Which search is on; outlives the object that others know."""

    def __init__(self) -> None:
        self.job: _Job | None = None

    def stop(self) -> None:
        if self.job is not None:
            self.job.wanted = False
            self.job = None


class _Told(QObject):
    found = Signal(object, object)
    moved = Signal(object, object)


class _Job:
    def __init__(self, asked: Question, known: Found, plan: Plan, rules: RuleBook, today: date) -> None:
        self._asked, self._known = asked, known
        self._plan, self._rules, self._today = plan, rules, today
        self.wanted = True
        self.told = _Told()

    def run(self) -> None:
        """Search; called beside the window."""
        missing = ""
        try:
            result = self._search(no_late=self._asked.no_late)
        except ProblemError as error:
            missing = error.problem.message
            result = self._search(no_late=False)
        words = tuple(explain(result))
        found = self._known._replace(result=result, missing=missing, words=words, negotiated=self._new_plan(result))
        self.told.found.emit(self, found)

    def _search(self, *, no_late: bool) -> Result:
        asked = self._asked
        return optimum(asked.debts.found, asked.money, no_late=no_late, seconds=SECONDS, progress=self._tell)

    def _new_plan(self, result: Result) -> Negotiated | None:
        """Return what a negotiated plan would change; None where nothing is late or no new plan can be made."""
        try:
            return with_negotiated(self._plan, self._rules, self._today, result.best)
        except ProblemError:
            return None

    def _tell(self, seen: Progress) -> bool:
        self.told.moved.emit(self, seen)
        return self.wanted
