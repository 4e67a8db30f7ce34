"""What has fallen due and is not paid, and the penalty that gathers on it, night by night."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine.course import Course
from jiebei_desktop.engine.interest import Quote
from jiebei_desktop.engine.overdue import Bucket, own_rate, penalty_rate
from jiebei_desktop.money import ZERO
from jiebei_desktop.products.conditions import Compounding, OverdueBase, OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Nights(NamedTuple):
    """Nights that bore a penalty at one rate on one base, unrounded."""

    start_date: date
    end_date: date
    principal: Decimal
    interest: Decimal
    rate_on_principal: Decimal
    rate: Decimal
    on_principal: Decimal
    on_interest: Decimal

    @property
    def days(self) -> int:
        """Return how many nights they are."""
        return (self.end_date - self.start_date).days


@dataclass(slots=True)
class Due:
    """What of an instalment is not paid yet; its parts go by the names of `Owed`."""

    number: int
    due_date: date
    principal: Decimal
    interest: Decimal
    fee: Decimal

    @property
    def whole(self) -> Decimal:
        """Return all of it."""
        return self.principal + self.interest + self.fee

    def take(self, part: str, most: Decimal) -> Decimal:
        """Take a part out of it, as far as `most` goes; return how much that was."""
        owed: Decimal = getattr(self, part)
        amount = min(most, owed)
        setattr(self, part, owed - amount)
        return amount


class Outstanding:
    """The instalments of a course that are due and not paid whole, the oldest first, and their penalty.

    Attributes:
        day: up to which nights have gone by.
        on_principal: the penalty on overdue principal.
        on_interest: the penalty on overdue interest and fees.
        nights: how they came about.
    """

    def __init__(self, course: Course, rule: OverdueRule | None) -> None:
        self.course = course
        self.rule = rule
        self.day = course.terms.start_date
        self.dues: list[Due] = []
        self.on_principal = Bucket(course.terms)
        self.on_interest = Bucket(course.terms)
        self.nights: list[Nights] = []
        self._grace = rule.grace_days if rule else 0
        self._anchor: date | None = None  # since when penalty gathers, where it joins its base once a month
        self._months = 0
        self._quote: Quote | None = None
        self._rates = ZERO, ZERO

    @property
    def penalty(self) -> Decimal:
        """Return the penalty owed so far, rounded."""
        return self.on_principal.owed + self.on_interest.owed

    @property
    def due_now(self) -> Decimal:
        """Return all that is due and not paid, the penalty included."""
        return sum((due.whole for due in self.dues), ZERO) + self.penalty

    def sum_of(self, part: str) -> Decimal:
        """Return what is due and not paid of principal, interest or fee."""
        return sum((getattr(due, part) for due in self.dues), ZERO)

    def drop_paid(self) -> None:
        """Forget instalments that are paid whole."""
        self.dues = [due for due in self.dues if due.whole]

    def forget_traces(self) -> None:
        """Forget what is less than can be owed, once nothing is late any more."""
        if any(due.due_date < self.day for due in self.dues):
            return
        for bucket in (self.on_principal, self.on_interest):
            if not bucket.owed:
                bucket.empty()
        if not self.penalty:
            self._anchor = None

    def clear(self) -> None:
        """Begin anew: a new plan took all of it."""
        self.dues = []
        self.on_principal.empty()
        self.on_interest.empty()

    def accrue(self, until: date) -> None:
        """Let nights go by."""
        if not self.dues and self._anchor is None:
            self.day = max(self.day, until)
        while self.day < until:
            stop = self._next_change(until)
            self._pass_nights(stop)
            self.day = stop
            if self._anchor is not None and stop == add_months(self._anchor, self._months):
                self._months += 1
                self.on_principal.join()
                self.on_interest.join()

    def _next_change(self, until: date) -> date:
        """Return the next day on which a grace ends or penalty joins its base, `until` at the latest."""
        stop = until
        if self._grace:
            for due in self.dues:
                end = due.due_date + timedelta(days=self._grace)
                if self.day < end < stop:
                    stop = end
        if self.rule is not None and self.rule.compounding is Compounding.MONTHLY:
            if self._anchor is None and any(self._bases(self.rule)):
                self._anchor, self._months = self.day, 1
            if self._anchor is not None:
                stop = min(stop, add_months(self._anchor, self._months))
        return stop

    def _bases(self, rule: OverdueRule) -> tuple[Decimal, Decimal]:
        """Return the principal, and the interest and fees, that bear a penalty tonight."""
        late = self.dues
        if self._grace:
            late = [due for due in late if due.due_date + timedelta(days=self._grace) <= self.day]
        principal, interest = ZERO, ZERO
        for due in late:
            principal += due.principal
            interest += due.interest + due.fee
        if late and rule.base is OverdueBase.ALL_PRINCIPAL:
            principal = self.course.balance + self.sum_of("principal")
        if rule.base is not OverdueBase.OVERDUE_AMOUNT and not rule.on_interest:
            interest = ZERO
        return principal, interest

    def _pass_nights(self, stop: date) -> None:
        rule = self.rule
        if rule is None:
            text = translate("Overdue", "有逾期，但不知道罚息怎么算：请给出 overdue，或者写产品")
            raise ProblemError("overdue", text)
        principal, interest = self._bases(rule)
        if not principal + interest + self.on_principal.joined + self.on_interest.joined:
            return
        days = (stop - self.day).days
        on_principal, usual = self._penalty_rates(rule)
        first = (principal * on_principal + self.on_principal.joined * usual) * days
        second = (interest + self.on_interest.joined) * usual * days
        self.on_principal.exact += first
        self.on_interest.exact += second
        self._write_nights(
            Nights(
                self.day,
                stop,
                principal + self.on_principal.joined,
                interest + self.on_interest.joined,
                on_principal,
                usual,
                first,
                second,
            )
        )

    def _penalty_rates(self, rule: OverdueRule) -> tuple[Decimal, Decimal]:
        """Return the penalty of a night on principal and on the rest, at the rate in force."""
        quote = self.course.quote
        if quote is not self._quote:
            usual = penalty_rate(self.course.terms, rule, quote)
            own = own_rate(self.course.terms, quote) if rule.adds_to_interest else ZERO
            self._quote, self._rates = quote, (usual + own, usual)
        return self._rates

    def _write_nights(self, new: Nights) -> None:
        """Write nights down; those that go on as before make one line."""
        last = self.nights[-1] if self.nights else None
        if last is not None and last.end_date == new.start_date and last[2:6] == new[2:6]:
            new = new._replace(
                start_date=last.start_date,
                on_principal=last.on_principal + new.on_principal,
                on_interest=last.on_interest + new.on_interest,
            )
            self.nights.pop()
        self.nights.append(new)
