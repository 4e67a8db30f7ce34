"""Another rate for the loans that bear interest, by the engine's own event, so that what falls due is levelled anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from jiebei_desktop.engine import Event, RateChange, Restructure, Terms
from jiebei_desktop.money import ONE, ZERO, round_to
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.budget.payables import Owed, Payable, in_order, payables_of
from jiebei_desktop.values import TIMES_A_YEAR, Method, ProblemError, RatePer

_STEP: Final = Decimal("1E-10")
"""To which a rate a year is divided into one a day or a month."""


def moved_rates(base: Basis, day: date, points: Decimal) -> tuple[Payable, ...]:
    """Return what falls due when every rate is so many points a year (as a share) higher from a day on.

    Raises:
        ProblemError: a loan can't be worked out with the rate.
    """
    found: list[Payable] = []
    for owed, own in by_owed(base.payables):
        last = max(each.due_date for each in own)
        if bears_interest(owed) and day < last:
            try:
                found += payables_of(with_rate(owed, day, points), base.since, base.today)
            except ProblemError as error:
                raise error.under("rate") from None
        else:
            found += own
    return in_order(found)


def by_owed(payables: Sequence[Payable]) -> list[tuple[Owed, list[Payable]]]:
    """Return payables by what asks for them.

    What is due now knows less of what is to come than the instalments after it, so the one with most events is taken;
    every bill that is tried has terms of its own.
    """
    found: dict[tuple[str, Terms], list[Payable]] = {}
    for each in payables:
        found.setdefault((each.owed.key, each.owed.terms), []).append(each)
    return [(max((each.owed for each in own), key=lambda owed: len(owed.events)), own) for own in found.values()]


def bears_interest(owed: Owed) -> bool:
    """Tell whether interest runs on something owed: no fee, and a rate at some time."""
    if owed.terms.method is Method.FLAT_FEE:
        return False
    return bool(owed.terms.rate) or any(isinstance(event, RateChange) and event.rate for event in owed.events)


def with_rate(owed: Owed, day: date, points: Decimal) -> Owed:
    """Return something owed with its rate moved from a day on; rates that were to follow move as well."""
    terms = owed.terms
    if day <= terms.start_date:  # it begins with the new rate
        terms = terms.model_copy(update={"rate": _moved(terms.rate, terms.rate_per, points)})
        return owed._replace(terms=terms, events=tuple(_later(event, terms.rate_per, points) for event in owed.events))
    rate, per = terms.rate, terms.rate_per
    events: list[Event] = []
    for event in sorted(owed.events, key=lambda each: each.order):
        if isinstance(event, RateChange | Restructure) and event.date <= day and event.rate is not None:
            rate, per = event.rate, event.rate_per or terms.rate_per
        if event.date > day:
            events.append(_later(event, terms.rate_per, points))
        elif not (isinstance(event, RateChange) and event.date == day):  # the moved one takes its place
            events.append(event)
    return owed._replace(events=(*events, RateChange(date=day, rate=_moved(rate, per, points), rate_per=per)))


def _later(event: Event, per: RatePer, points: Decimal) -> Event:
    if isinstance(event, RateChange | Restructure) and event.rate is not None:
        return event.model_copy(update={"rate": _moved(event.rate, event.rate_per or per, points)})
    return event


def _moved(rate: Decimal, per: RatePer, points: Decimal) -> Decimal:
    """Return a rate that is so many points a year higher, never below nothing."""
    return min(max(rate + round_to(points / TIMES_A_YEAR[per], step=_STEP), ZERO), ONE)
