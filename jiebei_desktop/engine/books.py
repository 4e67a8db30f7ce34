"""The lender's books of one loan: what fell due, what really arrived, and the penalty on the difference.

What falls due does not change because somebody is late: the interest of later instalments runs as agreed, and what is
late bears the penalty instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine.course import Course
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
from jiebei_desktop.engine.new_plan import Unpaid
from jiebei_desktop.engine.outstanding import Due, Outstanding
from jiebei_desktop.engine.rows import Row
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.products.conditions import OverdueRule, Owed, Surplus
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Missed(NamedTuple):
    """Which instalments are not paid unless an event pays them; all others are, on their due day.

    Attributes:
        first: the number of the first of them; None for none but the `earlier` ones.
        last: the number of the last of them; None for all after it too.
        until: only those that fall due up to this day.
        earlier: numbers of the first and the last of others before them, whenever they fall due.
    """

    first: int | None = 1
    last: int | None = None
    until: date | None = None
    earlier: tuple[tuple[int, int], ...] = ()

    def __contains__(self, row: object) -> bool:
        """Tell whether a row is one of them."""
        assert isinstance(row, Row)  # noqa: S101 - nothing else is asked
        if any(first <= row.period <= last for first, last in self.earlier):
            return True
        return (
            self.first is not None
            and row.period >= self.first
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

    @property
    def arrived(self) -> Decimal:
        """Return the money that really moved: none where something was let off or a new plan agreed."""
        return ZERO if self.kind in {"waiver", "restructure"} else self.money


_USUAL_ORDER = tuple(Owed)
_NOTHING = dict.fromkeys(Owed, ZERO)
_PENALTY = (Owed.PENALTY,)


class Books:
    """Keeps the books of a course. All that it does has its day; days only go forward."""

    def __init__(self, course: Course, rule: OverdueRule | None, missed: Missed) -> None:
        self.course = course
        self.rule = rule
        self.missed = missed
        self.out = Outstanding(course, rule)
        self.credit = ZERO
        self.waived_ahead = ZERO
        self.entries: list[Entry] = []
        self.settled_on_principal = self.settled_on_interest = ZERO  # penalty that was paid or went into a new plan
        self.replaced: list[Due] = []  # what went into a new plan
        self._cleared: date | None = None

    # --- what is owed -------------------------------------------------------------------------------------------------

    @property
    def day(self) -> date:
        """Return the day up to which the books are kept."""
        return self.out.day

    @property
    def charged(self) -> tuple[Decimal, Decimal]:
        """Return the penalty so far on principal and on the rest: owed, paid, or gone into a new plan."""
        return (
            self.settled_on_principal + self.out.on_principal.owed,
            self.settled_on_interest + self.out.on_interest.owed,
        )

    @property
    def paid_off(self) -> bool:
        """Tell whether nothing is owed any more and nothing falls due."""
        return self.course.closed and not self.out.dues and not self.out.penalty

    @property
    def settlement(self) -> Decimal:
        """Return what pays everything off today."""
        left = ZERO if self.course.closed else self.course.settlement_on(self.day).payment - self.waived_ahead
        return max(self.out.due_now + left - self.credit, ZERO)

    @property
    def interest_so_far(self) -> Decimal:
        """Return the interest of the running period up to today, rounded, less what was let off of it."""
        return ZERO if self.course.closed else self.course.interest_until(self.day) - self.waived_ahead

    # --- what happens -------------------------------------------------------------------------------------------------

    def accrue(self, until: date) -> None:
        """Let nights go by."""
        self.out.accrue(until)

    def fall_due(self, row: Row) -> None:
        """Take down that something falls due; what was kept pays it at once."""
        interest = row.interest - self.waived_ahead
        self.waived_ahead = ZERO
        if row not in self.missed:
            self._write(Entry(row.due_date, "instalment", interest=interest, fee=row.fee, principal=row.principal))
        elif row.principal + interest + row.fee:
            self.out.dues.append(Due(row.period, row.due_date, row.principal, interest, row.fee))
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
        self.out.accrue(event.date)
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
                on_principal = self.out.on_principal.take(left)
                paid[Owed.PENALTY] = self.out.on_interest.take(left - on_principal)
                left -= on_principal + paid[Owed.PENALTY]
                continue
            for due in dues:
                for kind in kinds:
                    amount = due.take(kind, left)
                    paid[kind] += amount
                    left -= amount
        if left != before + money:
            self.out.drop_paid()
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
            return [((kind,), self.out.dues) for kind in order]
        own = (tuple(kind for kind in order if kind is not Owed.PENALTY), self.out.dues)
        penalty = (_PENALTY, self.out.dues)
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
        due, before = bool(self.out.dues) or bool(self.out.penalty), self.credit
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
            WaiverOf.PENALTY: self.out.penalty,
            WaiverOf.INTEREST: self.out.sum_of("interest") + ahead,
            WaiverOf.FEE: self.out.sum_of("fee"),
        }[event.of]
        if event.amount > most:
            text = translate("Events", "那天只欠 {most} 元，减免不能更多")
            raise ProblemError(f"events.{place}.amount", text.format(most=grouped(most)))
        left = event.amount
        if event.of is WaiverOf.PENALTY:
            first = self.out.on_principal.take(left)
            entry = Entry(event.date, event.type, first, self.out.on_interest.take(left - first))
        else:
            for due in self.out.dues:
                left -= due.take(event.of, left)
            self.waived_ahead += left  # of interest: no more of the fee is let off than is due
            interest, fee = (event.amount, ZERO) if event.of is WaiverOf.INTEREST else (ZERO, event.amount)
            entry = Entry(event.date, event.type, interest=interest, fee=fee)
        self.out.drop_paid()
        self._write(entry)

    def _restructure(self, place: int, event: Restructure) -> None:
        """Turn what is owed into a new plan."""
        unpaid = Unpaid(
            self.out.sum_of("principal"),
            self.out.sum_of("interest"),
            self.out.sum_of("fee"),
            self.out.penalty,
            self.waived_ahead,
            self.credit,
        )
        so_far = self.interest_so_far + self.course.carried_interest
        set_aside = sum((part.amount for part in self.course.carried_fees), ZERO)
        self.course.restructure(place, event, unpaid)
        first, second = self.out.on_principal.owed, self.out.on_interest.owed
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
        self.replaced += self.out.dues
        self.out.clear()
        self.credit = self.waived_ahead = ZERO

    def _write(self, entry: Entry) -> None:
        if any(entry[2:]):
            self.entries.append(entry)

    def _tidy(self) -> None:
        """Forget traces of a time of being late that has ended, and see whether the whole loan is paid off."""
        self.out.forget_traces()
        if self._cleared is None and self.paid_off:
            self._cleared = self.day
