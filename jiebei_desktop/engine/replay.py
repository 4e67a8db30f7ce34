"""The one replay of terms and events: without books everything is paid on its day, with them what was paid counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import localcontext
from typing import Protocol

from jiebei_desktop.calendar import LAST_DAY
from jiebei_desktop.engine.course import Course
from jiebei_desktop.engine.events import Event, RateChange, Settlement, in_order
from jiebei_desktop.engine.interest import DIGITS
from jiebei_desktop.engine.rows import Row
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

Queue = list[tuple[int, Event]]


class Keeper(Protocol):
    """Whoever keeps the books of a loan: hears what falls due, and takes the events over."""

    def accrue(self, until: date) -> None:
        """Let nights go by before the course moves on."""

    def fall_due(self, row: Row) -> None:
        """Take down that something falls due."""

    def apply(self, place: int, event: Event) -> None:
        """Let an event happen."""


def replay(terms: Terms, events: Sequence[Event] = ()) -> tuple[Row, ...]:
    """Return what falls due, row by row, when everything is paid on its day.

    Raises:
        ProblemError: an event that can't be, with its field: `events.0.date`.
    """
    with localcontext(prec=DIGITS):
        course = Course(terms)
        if events:
            run(course, queued(events), LAST_DAY, None)
        else:
            course.run_out()  # the same, and the quickest
        return tuple(course.rows)


def queued(events: Sequence[Event], until: date = LAST_DAY) -> Queue:
    """Return the events up to a day as they take effect, each with its place in what was given.

    Raises:
        ProblemError: two new rates on one day.
    """
    queue = [placed for placed in in_order(events) if placed[1].date <= until]
    changed: set[date] = set()
    for place, event in queue:
        if isinstance(event, RateChange):
            if event.date in changed:
                text = translate("Events", "{day} 已经有一个新利率了")
                raise ProblemError(f"events.{place}.date", text.format(day=event.date))
            changed.add(event.date)
    return queue


def run(course: Course, queue: Queue, until: date, keeper: Keeper | None) -> None:
    """Let the days go by up to `until`, that day included: instalments fall due, events happen and leave the queue."""
    while True:
        due = course.next_due
        event = queue[0][1] if queue and queue[0][1].date <= until else None
        if event is not None and (due is None or event.date < due):
            place, event = queue.pop(0)
            (keeper or course).apply(place, event)
        elif due is None or due > until:
            return
        elif keeper is None and course.balance and _only_settled(due, queue):
            queue[:] = [placed for placed in queue if placed[1].date > due or isinstance(placed[1], Settlement)]
            course.apply(*queue.pop(0))
        else:
            if keeper is not None:
                keeper.accrue(due)
            course.pay_instalment()
            if keeper is not None:
                keeper.fall_due(course.rows[-1])


def _only_settled(due: date, queue: Queue) -> bool:
    """Tell whether a loan is paid off on a due date: with that instalment, whatever rate would follow."""
    today = [event for _, event in queue if event.date == due and not isinstance(event, RateChange)]
    return bool(today) and isinstance(today[0], Settlement)
