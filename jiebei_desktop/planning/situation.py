"""Where somebody is late, and what can come of it: what ways out are worked out from, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

from jiebei_desktop.engine import Event, Prepayment, RateChange, Restructure, Settlement, schedule
from jiebei_desktop.engine.ledger import Ledger, agreed_rates, ledger
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.living import usual_income, usual_spending
from jiebei_desktop.planning.document import Plan, Relief
from jiebei_desktop.planning.entry import offer_for
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.offers import Offer
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.values import MAX_PERIODS, ProblemError

_HALF_YEAR = 6
"""Periods that plans are offered in."""

T = TypeVar("T")


class WayKind(StrEnum):
    """What can be done."""

    NOTHING = "nothing"
    PAY_OVERDUE = "pay_overdue"
    PAY_ALL = "pay_all"
    MINIMUM = "minimum"
    DEFER = "defer"
    NEGOTIATE = "negotiate"
    WAIVER = "waiver"
    MOVE = "move"
    CARD_PLAN = "card_plan"


class Outcome(NamedTuple):
    """What a way comes to, in yuan.

    Attributes:
        day: the day on which it is taken.
        now: what has to be there on that day.
        later: what is paid after it, by day.
        extra: what is paid in all beyond paying everything on its day; below zero where interest is saved.
        clean: the day from which nothing is late any more.
    """

    day: date
    now: Decimal
    later: tuple[tuple[date, Decimal], ...]
    extra: Decimal
    clean: date

    @property
    def total(self) -> Decimal:
        """Return what is paid from that day on."""
        return sum((amount for _, amount in self.later), self.now)

    @property
    def ends(self) -> date:
        """Return when the last of it is paid."""
        return self.later[-1][0] if self.later else self.day

    @property
    def by_month(self) -> tuple[Decimal, ...]:
        """Return what is paid after that day in each calendar month in which something is."""
        months: dict[tuple[int, int], Decimal] = {}
        for day, amount in self.later:
            months[day.year, day.month] = months.get((day.year, day.month), ZERO) + amount
        return tuple(months.values())


class Way(NamedTuple):
    """One column: either what it comes to, or why it can't be taken."""

    kind: WayKind
    outcome: Outcome | None
    problem: str = ""


class Situation(NamedTuple):
    """Where somebody is late, and what they would try."""

    subject: Subject
    relief: Relief
    other: Offer | None
    rules: RuleBook

    @property
    def periods(self) -> int:
        """Return how many periods are asked for: the next half year above what is left where the user says nothing."""
        left = self.subject.last - self.subject.number + 1
        return self.relief.periods or min((left // _HALF_YEAR + 1) * _HALF_YEAR, MAX_PERIODS)

    def events(self, day: date) -> tuple[Event, ...]:
        """Return what happened up to a day."""
        return tuple(event for event in self.subject.events if event.date <= day)

    def to_come(self, day: date) -> tuple[RateChange, ...]:
        """Return new rates after a day: they come whatever is done."""
        return tuple(e for e in self.subject.events if e.date > day and isinstance(e, RateChange))

    def agreed(self, day: date) -> Decimal:
        """Return what the loan comes to when everything is paid on its day and no new plan is agreed.

        Money paid early counts only from before anything was late or agreed anew: after that it went to something else.
        """
        terms = self.subject.terms
        new_plans = (event.date for event in self.subject.events if isinstance(event, Restructure))
        end = min([self.subject.since, *new_plans])
        early = [e for e in self.events(day) if isinstance(e, Prepayment | Settlement) and e.date < end]
        rates = agreed_rates(terms, self.subject.events)
        return with_rates(early, rates, lambda events: schedule(terms, events).totals.payment)

    def books(self, day: date, seen: date | None = None) -> Ledger:
        """Return the books of a day when nothing is done; `seen` is the day up to which it is known what happened.

        Raises:
            ProblemError: nobody knows what being late costs, or the books can't be.
        """
        events = self.events(seen or day)
        to_come = [change for change in self.to_come(seen or day) if change.date <= day]
        return ledger(self.subject.terms, (*events, *to_come), self.subject.known_rule(), day, self.subject.missed())


def with_rates(events: Sequence[Event], to_come: Sequence[RateChange], work_out: Callable[[Sequence[Event]], T]) -> T:
    """Work something out with new rates that are still to come, as far as the loan lives to see them."""
    for count in range(len(to_come), 0, -1):
        with suppress(ProblemError):
            return work_out((*events, *to_come[:count]))
    return work_out(events)


def situation(plan: Plan, subject: Subject, rules: RuleBook) -> Situation:
    """Return where a loan of a plan stands, and from which product money could be moved."""
    offers: list[Offer] = [offer for offer in plan.comparison.offers if rules.brand(offer.product) is not subject.brand]
    brands = (rule for rule in rules.ordered if rule.brand not in {subject.brand, Brand.OTHER})
    offers += [offer_for(rule) for rule in brands]
    return Situation(subject, with_means(plan, subject), offers[0] if offers else None, rules)


def with_means(plan: Plan, subject: Subject) -> Relief:
    """Return what a user would try, with the means by the budget where they did not say them."""
    day = subject.on(subject.days)
    means = {"income": usual_income(plan, day), "spending": usual_spending(plan, day)}
    return plan.relief.model_copy(update=means)
