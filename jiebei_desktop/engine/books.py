"""The lender's books of one loan: what fell due, what really arrived, and the penalty on the difference.

What falls due does not change because somebody is late: the interest of later instalments runs as agreed, and what is
late bears the penalty instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine.course import Course, Unpaid
from jiebei_desktop.engine.events import (
    Arrears,
    Effect,
    Event,
    Payment,
    Prepayment,
    RateChange,
    Restructure,
    Settlement,
    Waiver,
    WaiverOf,
)
from jiebei_desktop.engine.interest import Quote
from jiebei_desktop.engine.overdue import Bucket, own_rate, penalty_rate
from jiebei_desktop.engine.rows import Row
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.products.conditions import Compounding, OverdueBase, OverdueRule, Owed, Surplus
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Missed(NamedTuple):
    """Which instalments are not paid unless an event pays them; all others are, on their due day.

    Attributes:
        first: the number of the first of them.
        last: the number of the last of them; None for all after it too.
        until: only those that fall due up to this day.
    """

    first: int = 1
    last: int | None = None
    until: date | None = None

    def __contains__(self, row: object) -> bool:
        """Tell whether a row is one of them."""
        assert isinstance(row, Row)  # noqa: S101 - nothing else is asked
        return (
            row.period >= self.first
            and (self.last is None or row.period <= self.last)
            and (self.until is None or row.due_date <= self.until)
        )


EVERY = Missed()


class Entry(NamedTuple):
    """Money that moved, by what it went to, in yuan.

    `credit` is what was kept of it for later; below zero where something was paid out of what had been kept. The parts
    of a payment add up to it. A new plan moves no money: its entry says what was owed and joined it.
    """

    date: date
    kind: str
    penalty_on_principal: Decimal = ZERO
    penalty_on_interest: Decimal = ZERO
    interest: Decimal = ZERO
    fee: Decimal = ZERO
    principal: Decimal = ZERO
    credit: Decimal = ZERO

    @property
    def money(self) -> Decimal:
        """Return the sum of the parts."""
        return sum(self[2:], ZERO)


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


_USUAL_ORDER = tuple(Owed)
_NOTHING = dict.fromkeys(Owed, ZERO)
_PENALTY = (Owed.PENALTY,)


class Books:
    """Keeps the books of a course. All that it does has its day; days only go forward."""

    def __init__(self, course: Course, rule: OverdueRule | None, missed: Missed) -> None:
        self.course = course
        self.rule = rule
        self.missed = missed
        self.day = course.terms.start_date
        self.dues: list[Due] = []
        self.on_principal = Bucket(course.terms)
        self.on_interest = Bucket(course.terms)
        self.credit = ZERO
        self.waived_ahead = ZERO
        self.entries: list[Entry] = []
        self.nights: list[Nights] = []
        self.settled_on_principal = self.settled_on_interest = ZERO  # penalty that was paid or went into a new plan
        self.replaced: list[Due] = []  # what went into a new plan
        self._grace = rule.grace_days if rule else 0
        self._anchor: date | None = None
        self._months = 0
        self._quote: Quote | None = None
        self._rates = ZERO, ZERO
        self._cleared: date | None = None

    # --- what is owed -------------------------------------------------------------------------------------------------

    @property
    def penalty(self) -> Decimal:
        """Return the penalty owed so far, rounded."""
        return self.on_principal.owed + self.on_interest.owed

    @property
    def charged(self) -> tuple[Decimal, Decimal]:
        """Return the penalty so far on principal and on the rest: owed, paid, or gone into a new plan."""
        return (
            self.settled_on_principal + self.on_principal.owed,
            self.settled_on_interest + self.on_interest.owed,
        )

    @property
    def due_now(self) -> Decimal:
        """Return all that is due and not paid, the penalty included."""
        return sum((due.whole for due in self.dues), ZERO) + self.penalty

    @property
    def settlement(self) -> Decimal:
        """Return what pays everything off today."""
        left = ZERO if self.course.closed else self.course.settlement_on(self.day).payment - self.waived_ahead
        return max(self.due_now + left - self.credit, ZERO)

    @property
    def interest_so_far(self) -> Decimal:
        """Return the interest of the running period up to today, rounded, less what was let off of it."""
        return ZERO if self.course.closed else self.course.interest_until(self.day) - self.waived_ahead

    # --- nights -------------------------------------------------------------------------------------------------------

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
            principal = self.course.balance + sum((due.principal for due in self.dues), ZERO)
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

    # --- what happens -------------------------------------------------------------------------------------------------

    def fall_due(self, row: Row) -> None:
        """Take down that something falls due; what was kept pays it at once."""
        interest = row.interest - self.waived_ahead
        self.waived_ahead = ZERO
        if row not in self.missed:
            self._write(Entry(row.due_date, "instalment", interest=interest, fee=row.fee, principal=row.principal))
        elif row.principal + interest + row.fee:
            self.dues.append(Due(row.period, row.due_date, row.principal, interest, row.fee))
            if self.credit:
                self._write(self._allocated("credit", ZERO))
        self._tidy()

    def apply(self, place: int, event: Event) -> None:
        """Let an event happen.

        Raises:
            ProblemError: it can't be, with its field: `events.0.amount`.
        """
        if event.date < self.day:  # they come in order, so this is the first day of all
            text = translate("Events", "不能早于起息日 {start}")
            raise ProblemError(f"events.{place}.date", text.format(start=self.day))
        if self._cleared is not None and (event.date > self._cleared or not isinstance(event, Payment)):
            raise self.course.over(place)
        self.accrue(event.date)
        if isinstance(event, RateChange):
            self.course.change_rate(place, event)
        elif isinstance(event, Payment):
            self._write(self._with_surplus(self._allocated(event.type, event.amount)))
        elif isinstance(event, Waiver):
            self._waive(place, event)
        elif isinstance(event, Prepayment):
            self._prepay(place, event)
        elif isinstance(event, Restructure):
            self._restructure(place, event)
        else:
            self._settle(event)
        self._tidy()

    def _allocated(self, kind_of_entry: str, money: Decimal) -> Entry:
        """Pay what is due with money and with what was kept; the entry's `credit` is what is left of the money."""
        before = self.credit
        left = before + money
        paid = _NOTHING.copy()
        on_principal = ZERO
        for kinds, dues in self._turns():
            if not left:
                break
            if kinds == _PENALTY:
                on_principal = self.on_principal.take(left)
                paid[Owed.PENALTY] = self.on_interest.take(left - on_principal)
                left -= on_principal + paid[Owed.PENALTY]
                continue
            for due in dues:
                for kind in kinds:
                    amount = min(left, getattr(due, kind))
                    if amount:
                        setattr(due, kind, getattr(due, kind) - amount)
                        paid[kind] += amount
                        left -= amount
        if left != before + money:
            self.dues = [due for due in self.dues if due.whole]
        self.credit = left
        self.settled_on_principal += on_principal
        self.settled_on_interest += paid[Owed.PENALTY]
        return Entry(
            self.day,
            kind_of_entry,
            on_principal,
            paid[Owed.PENALTY],
            paid[Owed.INTEREST],
            paid[Owed.FEE],
            paid[Owed.PRINCIPAL],
            left - before,
        )

    def _turns(self) -> Iterable[tuple[tuple[Owed, ...], list[Due]]]:
        """Return what is paid in which turn: kinds, and the instalments that have it."""
        order = self.rule.order if self.rule else _USUAL_ORDER
        if self.rule is None or not self.rule.by_instalment:
            return [((kind,), self.dues) for kind in order]
        own = (tuple(kind for kind in order if kind is not Owed.PENALTY), self.dues)
        penalty = (_PENALTY, self.dues)
        return [penalty, own] if order[0] is Owed.PENALTY else [own, penalty]

    def _with_surplus(self, entry: Entry) -> Entry:
        """Pay early with what is left over, where the rule says so."""
        rule, course = self.rule, self.course
        if rule is None or rule.surplus is Surplus.HOLD or not self.credit or course.closed:
            return entry
        left = self.credit
        if left >= course.settlement_on(self.day).payment - self.waived_ahead:
            return self._course_paid(entry, Settlement(date=self.day))
        if self.interest_so_far < left < self.interest_so_far + course.balance:
            effect = Effect(rule.surplus.value)
            early = Prepayment.model_construct(date=self.day, amount=left + self.waived_ahead, effect=effect)
            return self._course_paid(entry, early)
        return entry

    def _course_paid(self, entry: Entry, event: Prepayment | Settlement, place: int = 0) -> Entry:
        """Let the course take a payment out of what was kept, and add it to an entry."""
        self.course.apply(place, event)
        row = self.course.rows[-1]
        interest = row.interest - self.waived_ahead
        self.waived_ahead = ZERO
        self.credit -= row.principal + interest + row.fee
        return entry._replace(
            interest=entry.interest + interest,
            fee=entry.fee + row.fee,
            principal=entry.principal + row.principal,
            credit=entry.credit - row.principal - interest - row.fee,
        )

    def _prepay(self, place: int, event: Prepayment) -> None:
        """Pay what is due, and the rest early."""
        due, before = bool(self.dues) or bool(self.penalty), self.credit
        entry = self._allocated(event.type, event.amount)
        rest = self.credit - before
        if self.course.closed and rest:
            text = translate("Events", "要少于全部本息 {all} 元；全部还清请用 settlement（结清）")
            raise ProblemError(f"events.{place}.amount", text.format(all=grouped(event.amount - rest)))
        if self.course.closed or (due and rest <= self.interest_so_far):
            self._write(entry)
            return
        early = event.model_copy(update={"amount": rest + self.waived_ahead})
        self._write(self._course_paid(entry, early, place))

    def _settle(self, event: Settlement) -> None:
        """Pay everything off with money that comes to exactly that."""
        entry = self._allocated(event.type, self.settlement)
        if not self.course.closed:
            entry = self._course_paid(entry, event)
        self._write(entry)

    def _waive(self, place: int, event: Waiver) -> None:
        """Let something off, split as lenders split it."""
        ahead = self.interest_so_far if event.of is WaiverOf.INTEREST else ZERO
        most = {
            WaiverOf.PENALTY: self.penalty,
            WaiverOf.INTEREST: sum((due.interest for due in self.dues), ahead),
            WaiverOf.FEE: sum((due.fee for due in self.dues), ZERO),
        }[event.of]
        if event.amount > most:
            text = translate("Events", "那天只欠 {most} 元，减免不能更多")
            raise ProblemError(f"events.{place}.amount", text.format(most=grouped(most)))
        left = event.amount
        if event.of is WaiverOf.PENALTY:
            first = self.on_principal.take(left)
            entry = Entry(event.date, event.type, first, self.on_interest.take(left - first))
        elif event.of is WaiverOf.INTEREST:
            for due in self.dues:
                amount = min(left, due.interest)
                due.interest -= amount
                left -= amount
            self.waived_ahead += left
            entry = Entry(event.date, event.type, interest=event.amount)
        else:
            for due in self.dues:
                amount = min(left, due.fee)
                due.fee -= amount
                left -= amount
            entry = Entry(event.date, event.type, fee=event.amount)
        self.dues = [due for due in self.dues if due.whole]
        self._write(entry)

    def _restructure(self, place: int, event: Restructure) -> None:
        """Turn what is owed into a new plan."""
        unpaid = Unpaid(
            sum((due.principal for due in self.dues), ZERO),
            sum((due.interest for due in self.dues), ZERO),
            sum((due.fee for due in self.dues), ZERO),
            self.penalty,
            self.waived_ahead,
            self.credit,
        )
        so_far = self.interest_so_far + self.course.carried_interest
        set_aside = sum((part.amount for part in self.course.carried_fees), ZERO)
        self.course.restructure(place, event, unpaid)
        first, second = self.on_principal.owed, self.on_interest.owed
        if event.arrears is Arrears.WAIVE_PENALTY and first + second:
            self._write(Entry(event.date, "waiver", first, second))
            first = second = ZERO
        self.settled_on_principal += first
        self.settled_on_interest += second
        self._write(
            Entry(
                event.date,
                event.type,
                first,
                second,
                unpaid.interest + so_far,
                unpaid.fee + set_aside,
                unpaid.principal,
                -unpaid.credit,
            )
        )
        self.replaced += self.dues
        self.dues = []
        self.credit = self.waived_ahead = ZERO
        self.on_principal.empty()
        self.on_interest.empty()

    def _write(self, entry: Entry) -> None:
        if any(entry[2:]):
            self.entries.append(entry)

    def _tidy(self) -> None:
        """Forget the traces of a time of being late that has ended, and see whether the whole loan is paid off."""
        if not any(due.due_date < self.day for due in self.dues):
            for bucket in (self.on_principal, self.on_interest):
                if not bucket.owed:
                    bucket.empty()
            if not self.penalty:
                self._anchor = None
        if self._cleared is None and self.course.closed and not self.dues and not self.penalty:
            self._cleared = self.day
