"""Long work beside the window: one at a time, with progress, and stopped when something else is wanted."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal

from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

Tell = Callable[[object], bool]
"""Hears how far the work has come; gives False where it is to end."""
Work = Callable[[Tell], object]


class Beside(QObject):
    """Does one piece of work after the other: a new one stops the one before, whose end is not heard any more.

    `found` says what it came to, `refused` why it can't be, `moved` how far it has come. A mistake of the program's is
    refused too, then goes the way of all mistakes.
    """

    found = Signal(object)
    refused = Signal(str)
    moved = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._state = _State()
        self.destroyed.connect(self._state.stop)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._quit)

    @property
    def running(self) -> bool:
        """Tell whether work is on."""
        return self._state.job is not None

    def start(self, work: Work) -> None:
        """Begin to work."""
        self._state.stop()
        job = _Job(work)
        self._state.job = job
        job.told.found.connect(self._end)
        job.told.refused.connect(self._refuse)
        job.told.failed.connect(self._fail)
        job.told.moved.connect(self._move)
        # Not a thread of Qt's: whoever lets one go waits for it, with the lock that its Python needs to end.
        thread = Thread(target=job.run)
        self._state.threads = [*filter(Thread.is_alive, self._state.threads), thread]
        thread.start()

    def stop(self) -> None:
        """Stop working; nothing of it is heard any more."""
        self._state.stop()

    def enough(self) -> None:
        """Let the work end with what it has so far."""
        if self._state.job is not None:
            self._state.job.wanted = False

    def _quit(self) -> None:
        """End all work before Qt and Python go: a thread that outlives them takes the program down."""
        self._state.stop()
        for thread in self._state.threads:
            thread.join()

    def _end(self, job: object, found: object) -> None:
        if job is self._state.job:
            self._state.job = None
            self.found.emit(found)

    def _refuse(self, job: object, said: str) -> None:
        if job is self._state.job:
            self._state.job = None
            self.refused.emit(said)

    def _fail(self, job: object, error: Exception) -> None:
        self._refuse(job, translate("Beside", "程序出了错，这里没有算出来。你填的都还在。"))
        raise error

    def _move(self, job: object, seen: object) -> None:
        if job is self._state.job:
            self.moved.emit(seen)


class _State:
    """Which work is on, and in which threads; outlives the object that others know."""

    def __init__(self) -> None:
        self.job: _Job | None = None
        self.threads: list[Thread] = []

    def stop(self) -> None:
        if self.job is not None:
            self.job.wanted = False
            self.job = None


class _Told(QObject):
    found = Signal(object, object)
    refused = Signal(object, str)
    failed = Signal(object, object)
    moved = Signal(object, object)


class _Job:
    def __init__(self, work: Work) -> None:
        self._work = work
        self.wanted = True
        self.told = _Told()

    def run(self) -> None:
        """Work; called beside the window."""
        try:
            found = self._work(self._tell)
        except ProblemError as error:
            self.told.refused.emit(self, error.problem.message)
        except Exception as error:  # noqa: BLE001 - raised again where it is heard
            self.told.failed.emit(self, error)
        else:
            self.told.found.emit(self, found)

    def _tell(self, seen: object) -> bool:
        self.told.moved.emit(self, seen)
        return self.wanted
