"""One thing at a time beside the window, where only the latest counts: what waits is replaced by what comes after."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from threading import Condition, Thread

Job = Callable[[], None]
Done = Callable[[int, Exception | None], None]


class Latest:
    """Does the latest of the jobs that it is given, in a thread that lives as long as there is something to do.

    Jobs are numbered from 1; one that is done stands for all before it. `done` hears in that thread which one is done,
    and what went wrong with it.
    """

    def __init__(self, done: Done) -> None:
        self._done = done
        self._turn = Condition()
        self._waiting: Job | None = None
        self._given = 0
        self._working = False

    def put(self, job: Job) -> int:
        """Let a job be done next, in the place of one that still waits; returns its number."""
        with self._turn:
            self._given += 1
            self._waiting = job
            if not self._working:
                Thread(target=self._work, name="latest").start()
                self._working = True  # it waits for its turn until here
            return self._given

    def wait(self, seconds: float) -> bool:
        """Wait until everything given is done, or the time is over; returns whether it is done."""
        with self._turn:
            return self._turn.wait_for(lambda: not self._working and self._waiting is None, seconds)

    def _work(self) -> None:
        while (taken := self._take()) is not None:
            number, job = taken
            error: Exception | None = None
            try:
                job()
            except Exception as found:  # noqa: BLE001 - handed on: the next job must be done all the same
                error = found
            self._tell(number, error)

    def _tell(self, number: int, error: Exception | None) -> None:
        try:
            self._done(number, error)
        except Exception:  # noqa: BLE001 - goes the way of a thread's mistakes, but must not end the thread
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))

    def _take(self) -> tuple[int, Job] | None:
        with self._turn:
            job, self._waiting = self._waiting, None
            if job is None:
                self._working = False
                self._turn.notify_all()
                return None
            return self._given, job
