"""One loan's books while a plan goes on: days go by, instalments fall due and wait, money pays them or goes early.

All of it is the engine's own course and books, moved on day by day, so that a plan of many loans is one walk.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal, localcontext
from typing import NamedTuple

from jiebei_desktop.calendar import LAST_DAY
from jiebei_desktop.engine import Effect, Event, Payment, Prepayment, Row, Settlement, Terms
from jiebei_desktop.engine.books import Books, Missed
from jiebei_desktop.engine.course import Course
from jiebei_desktop.engine.interest import DIGITS
from jiebei_desktop.engine.replay import Queue, queued, run
from jiebei_desktop.money import FEN, ZERO, RoundingMode, round_to
from jiebei_desktop.planning.payoff.nights import adds_up, night
from jiebei_desktop.products.conditions import OverdueRule


class Item(NamedTuple):
    """Something that has fallen due and waits to be paid, in yuan, without the penalty.

    Attributes:
        number: of the instalment; 0 stands for all that was late when the plan began.
        principal: the part of the amount that is principal.
        since: the day from which on nights cost something more.
        before: the penalty that was owed by then.
    """

    number: int
    due_date: date
    amount: Decimal
    principal: Decimal
    since: date
    before: Decimal = ZERO


class Account:
    """A loan that is paid out of a plan's money.

    Attributes:
        books: the engine's.
        day: up to which days have gone by.
        waiting: what is due and not paid, the oldest first.
        events: what the plan paid so far.
        paid: how much that is.
    """

    def __init__(
        self, terms: Terms, events: Sequence[Event], missed: Missed, rule: OverdueRule | None, today: date
    ) -> None:
        self.day = today
        self.waiting: list[Item] = []
        self.events: list[Payment | Prepayment | Settlement] = []
        self.paid = ZERO
        self._ahead: tuple[Row, ...] | None = None
        with localcontext(prec=DIGITS):
            self.books = Books(Course(terms), rule, missed)
            run(self.books.course, queued(events, today), today, self.books)
            self.books.accrue(today)
        self._rates: Queue = [placed for placed in queued(events) if placed[1].date > today]
        self._rows = {row.period: row for row in self.books.course.rows if row.event is None}
        late = sum((due.whole for due in self.books.out.dues if due.due_date < today), ZERO)
        if late or self.penalty:
            oldest = min((due.due_date for due in self.books.out.dues), default=today)
            principal = sum((due.principal for due in self.books.out.dues if due.due_date < today), ZERO)
            self.waiting.append(Item(0, oldest, late, principal, today, self.penalty))
        for due in self.books.out.dues:
            if due.due_date >= today:
                self.waiting.append(self._item(due.number, due.due_date, due.whole, due.principal))

    # --- how it stands ------------------------------------------------------------------------------------------------

    @property
    def penalty(self) -> Decimal:
        """Return the penalty owed today."""
        return self.books.out.penalty

    @property
    def closed(self) -> bool:
        """Tell whether nothing is owed and nothing falls due any more."""
        return self.books.paid_off

    @property
    def balance(self) -> Decimal:
        """Return the principal that is not due yet."""
        return ZERO if self.books.course.closed else self.books.course.balance

    @property
    def owed(self) -> Decimal:
        """Return all principal that is not repaid, less what waits for the next instalment."""
        return self.balance + self.books.out.sum_of("principal") - self.books.credit

    @property
    def settlement(self) -> Decimal:
        """Return what pays everything off today."""
        with localcontext(prec=DIGITS):
            return self.books.settlement

    def row_of(self, item: Item) -> Row:
        """Return the instalment that waits, as it fell due."""
        return self._rows[item.number]

    def ahead(self, early: Decimal = ZERO) -> tuple[Row, ...]:
        """Return the instalments that fall due later as things stand, or after an early payment today."""
        if early:
            return self._looked(early)
        if self._ahead is None:
            self._ahead = self._looked(ZERO)
        return self._ahead

    def settlements(self, days: Sequence[date]) -> tuple[Decimal, ...]:
        """Return what pays everything off on each of some days, all paid as agreed until then."""
        found = []
        with localcontext(prec=DIGITS):
            waiting = {item.due_date: item.amount for item in self.waiting if item.number}
            course, rates = self._twin(), list(self._rates)
            for day in days:
                run(course, rates, day - timedelta(days=1), None)
                left = ZERO if course.closed else course.settlement_on(day).payment
                found.append(left + waiting.get(day, ZERO))
        return tuple(found)

    # --- what happens -------------------------------------------------------------------------------------------------

    def advance(self, day: date) -> None:
        """Let days go by; what falls due waits."""
        if day <= self.day:
            return
        with localcontext(prec=DIGITS):
            course, out = self.books.course, self.books.out
            while course.next_due is not None and course.next_due <= day:
                before, rows, due = sum((each.whole for each in out.dues), ZERO), len(course.rows), course.next_due
                run(course, self._rates, due, self.books)
                more = sum((each.whole for each in out.dues), ZERO) - before
                row = next(row for row in course.rows[rows:] if row.event is None)
                self._rows[row.period] = row
                if more > 0:
                    self.waiting.append(self._item(row.period, row.due_date, more, min(row.principal, more)))
                self._ahead = None
            run(course, self._rates, day, self.books)
            self.books.accrue(day)
        self.day = day

    def price(self, item: Item) -> Decimal:
        """Return what pays the oldest thing that waits: itself and its own penalty; with the last, all that is due."""
        out = self.books.out
        if len(self.waiting) == 1:
            return _in_fen(out.due_now)
        if not adds_up(out.rule) if out.rule else True:
            return _in_fen(item.amount + self.penalty)
        assert out.rule is not None  # noqa: S101 - as said above
        nights = max((self.day - item.since).days, 0)
        each = night(out.course.terms, out.rule, out.course.quote, item.principal, item.amount - item.principal)
        return _in_fen(min(item.amount + round_to(item.before + nights * each), out.due_now))

    def nightly(self, item: Item) -> Decimal:
        """Return what a yuan of something that waits costs a night."""
        out = self.books.out
        if out.rule is None or not item.amount:
            return ZERO
        each = night(out.course.terms, out.rule, out.course.quote, item.principal, item.amount - item.principal)
        return each / item.amount

    def pay(self, item: Item) -> tuple[Decimal, Decimal]:
        """Pay what waits; return how much that is and how much of it is penalty.

        What the lender puts it to first does not matter: what is left to pay in all is the same.
        """
        amount = self.price(item)
        self._apply(Payment.model_construct(date=self.day, amount=amount))
        self.waiting.remove(item)
        self.paid += amount
        return amount, amount - item.amount

    def _item(self, number: int, due: date, amount: Decimal, principal: Decimal) -> Item:
        """Return an instalment that has fallen due; nights cost nothing before the end of its grace."""
        grace = self.books.rule.grace_days if self.books.rule else 0
        return Item(number, due, amount, principal, due + timedelta(days=grace))

    def prepay(self, amount: Decimal) -> None:
        """Pay something early, so that fewer instalments are left."""
        self._apply(Prepayment.model_construct(date=self.day, amount=amount, effect=Effect.SHORTEN))
        self.paid += amount

    def settle(self) -> Decimal:
        """Pay everything off; return how much that is."""
        amount = self.settlement
        self._apply(Settlement.model_construct(date=self.day))
        self.waiting = []
        self.paid += amount
        return amount

    def _apply(self, event: Payment | Prepayment | Settlement) -> None:
        with localcontext(prec=DIGITS):
            self.books.apply(0, event)
        self.events.append(event)
        self._ahead = None

    def _looked(self, early: Decimal) -> tuple[Row, ...]:
        if self.books.course.closed:
            return ()
        with localcontext(prec=DIGITS):
            twin = self._twin()
            if early:
                twin.apply(0, Prepayment.model_construct(date=self.day, amount=early, effect=Effect.SHORTEN))
                twin.rows = []
            run(twin, list(self._rates), LAST_DAY, None)
            return tuple(row for row in twin.rows if row.event is None)

    def _twin(self) -> Course:
        """Return the course once more, to look ahead on."""
        twin = copy(self.books.course)
        twin.rows, twin.pieces = [], list(twin.pieces)
        return twin


def _in_fen(amount: Decimal) -> Decimal:
    """Return an amount that can be paid: whole fen, upwards where the terms do not round."""
    rounded = round_to(amount, RoundingMode.HALF_UP, FEN)
    return rounded if rounded == amount else (amount / FEN).to_integral_value(ROUND_CEILING) * FEN
