"""What being late costs and the ways out of it, as tables that tell how their figures came about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.files.tables import Table, late_table, ways_table, why_title
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_words import extra_why, later_why, nights_why
from jiebei_desktop.planning.situation import Situation, Way
from jiebei_desktop.planning.ways import ways
from jiebei_desktop.text import pick, translate


def reasoned_late_table(subjects: Sequence[Subject], span: int) -> Table:
    """Return what each day late costs, with one more column a loan: the nights that it comes from.

    Raises:
        ProblemError: nobody knows what being late costs for one of them.
    """
    table = late_table(subjects, span)
    for number, subject in enumerate(subjects, 1):
        nights = subject.nights(subject.at(span))
        told = [_nights_until(nights, subject.on(day)) for day in range(span + 1)]
        title = translate("Tables", "{name}：怎么算的").format(name=subject.label)
        table = table.beside(f"why_{number}", title, told)
    return table


def _nights_until(nights: Sequence[Nights], day: date) -> str:
    """Return how what has gathered by the end of a day came about."""
    return pick("；", "; ").join(nights_why([_cut(each, day) for each in nights if each.start_date < day]))


def _cut(nights: Nights, day: date) -> Nights:
    """Return the part of alike nights up to a day."""
    if nights.end_date <= day:
        return nights
    part = Decimal((day - nights.start_date).days) / nights.days
    return nights._replace(end_date=day, on_principal=nights.on_principal * part, on_interest=nights.on_interest * part)


def reasoned_ways_table(found: Situation, days: int) -> Table:
    """Return the ways out for somebody who is so many days late, with what is paid when and against what they stand."""
    return ways_table(found, days).beside("why", why_title(), [_way_why(found, each) for each in ways(found, days)])


def _way_why(found: Situation, each: Way) -> str:
    if each.outcome is None:
        return ""
    return pick("；", "; ").join(filter(None, (extra_why(found, each.outcome), *later_why(each.outcome).split("\n"))))
