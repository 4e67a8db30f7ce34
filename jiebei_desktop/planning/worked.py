"""What an option of a comparison comes to: what is paid when, what it costs, and what happens early or late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext
from functools import cached_property
from typing import NamedTuple

from jiebei_desktop.calendar import LAST_DAY
from jiebei_desktop.engine import (
    Prepayment,
    Rates,
    Row,
    Schedule,
    Settlement,
    Terms,
    dated_rate,
    rated_schedule,
    schedule,
    settlement_costs,
)
from jiebei_desktop.engine.bill import Bill, BillCycle, Pay, Payments, Purchase, bills
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import ledger, penalties
from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.engine.rates import RATE_STEP
from jiebei_desktop.money import HUNDRED, ONE, ZERO, round_to
from jiebei_desktop.planning.offers import LATE_DAYS, BillOption
from jiebei_desktop.planning.wording import no_overdue_rule
from jiebei_desktop.products import ProductRule
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.conditions import OverdueBase, OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError

_MONTHS = Decimal(12)
_DIGITS = 40


class Due(NamedTuple):
    """One payment in yuan: `cost` is its interest and fee, `balance` what is owed after it; an `early` one is extra."""

    number: int
    due_date: date
    payment: Decimal
    principal: Decimal
    cost: Decimal
    balance: Decimal
    early: bool = False


class Worked:
    """What all columns have in common.

    Attributes:
        amount: the money, in yuan.
        start: the day of the money.
        dues: every payment.
        rates: what it costs a year.
        event: what is paid early.
    """

    amount: Decimal
    start: date
    dues: tuple[Due, ...]
    rates: Rates
    event: Settlement | Prepayment | None = None

    @cached_property
    def payment(self) -> Decimal:
        """Return what is paid in all."""
        return sum([due.payment for due in self.dues], ZERO)

    @cached_property
    def cost(self) -> Decimal:
        """Return the interest and fees in all."""
        return sum([due.cost for due in self.dues], ZERO)

    @property
    def per_hundred(self) -> Decimal:
        """Return the interest and fees for each hundred yuan."""
        return round_to(self.cost / self.amount * HUNDRED)

    @property
    def free_until(self) -> date:
        """Return the day up to which nothing is charged for."""
        day = self.start
        for due in self.dues:
            if due.cost:
                break
            day = due.due_date
        return day

    @property
    def free_days(self) -> int:
        """Return for how many days from the start nothing is charged."""
        return (self.free_until - self.start).days

    @cached_property
    def instalments(self) -> tuple[Due, ...]:
        """Return the payments that are no extra ones."""
        return tuple(due for due in self.dues if not due.early)

    @cached_property
    def by_day(self) -> tuple[Due, ...]:
        """Return what is paid on each day, an extra payment together with the instalment of its day."""
        found: list[Due] = []
        for due in self.dues:
            if found and found[-1].due_date == due.due_date:
                last = found[-1]
                found[-1] = last._replace(
                    payment=last.payment + due.payment,
                    principal=last.principal + due.principal,
                    cost=last.cost + due.cost,
                    balance=due.balance,
                )
            else:
                found.append(due)
        return tuple(found)

    @cached_property
    def debt_days(self) -> Decimal:
        """Return yuan owed × days: how much is borrowed for how long."""
        total, day, owed = ZERO, self.start, self.amount
        for due in self.dues:
            total += owed * (due.due_date - day).days
            day, owed = due.due_date, owed - due.principal
        return total

    @cached_property
    def by_month(self) -> dict[tuple[int, int], Decimal]:
        """Return what is paid in each calendar month, by year and month."""
        months: dict[tuple[int, int], Decimal] = {}
        for due in self.dues:
            month = due.due_date.year, due.due_date.month
            months[month] = months.get(month, ZERO) + due.payment
        return months

    def costs_by_day(self, days: int) -> list[Decimal]:
        """Return what was paid in interest and fees by the end of each day from the start on."""
        return self._by_day(days, ZERO, lambda due: due.cost)

    def balances_by_day(self, days: int) -> list[Decimal]:
        """Return what is owed in principal at the end of each day from the start on."""
        return self._by_day(days, self.amount, lambda due: -due.principal)

    def _by_day(self, days: int, first: Decimal, change: Callable[[Due], Decimal]) -> list[Decimal]:
        found: list[Decimal] = []
        value = first
        for due in self.dues:
            found += [value] * ((due.due_date - self.start).days - len(found))
            value += change(due)
        return [*found, *[value] * (days + 1 - len(found))][: days + 1]

    @property
    def last_period(self) -> int:
        """Return the number of the last payment as agreed, without anything paid early."""
        raise NotImplementedError

    @property
    def first(self) -> Schedule:
        """Return the schedule whose first payment is looked at for being late."""
        raise NotImplementedError

    @property
    def overdue(self) -> OverdueRule:
        """Return what being late costs; raises `ProblemError` where nobody knows."""
        raise NotImplementedError

    @cached_property
    def _late(self) -> dict[int, Decimal]:
        return {}

    def late(self, days: int) -> Decimal:
        """Return what it costs to pay the first payment so many days late and all else on time.

        Raises:
            ProblemError: nobody knows what being late costs.
        """
        if days not in self._late:
            self.late_on(sorted({*LATE_DAYS, days}))
        return self._late[days]

    def late_by_day(self, days: int) -> list[Decimal]:
        """Return the same for each day up to so many, 0 included; raises as `late` does."""
        return self.late_on(range(days + 1))

    def late_on(self, days: Sequence[int]) -> list[Decimal]:
        """Return the same for each of some days, which rise, by one replay for all; raises as `late` does."""
        if not self._late.keys() >= set(days):
            self._late.update(zip(days, self._penalties(days), strict=True))
        return [self._late[day] for day in days]

    def _penalties(self, days: Sequence[int]) -> list[Decimal]:
        row = self.first.first_due
        if not row.payment:
            return [ZERO for _ in days]
        span = [row.due_date + timedelta(days=day) for day in days]
        return penalties(self.first.terms, self.first.events, self.overdue, span, Missed(row.period, row.period))

    def late_nights(self, days: int) -> tuple[Nights, ...]:
        """Return the nights that bear a penalty when the first payment is so many days late; raises as `late` does."""
        row = self.first.first_due
        until, late = row.due_date + timedelta(days=days), Missed(row.period, row.period)
        return ledger(self.first.terms, self.first.events, self.overdue, until, late).nights

    def early(self, period: int) -> Decimal:
        """Return what it costs in all to pay everything off with a payment; the usual cost where it is over by then."""
        raise NotImplementedError

    def early_all(self) -> list[Decimal]:
        """Return the same for every payment, the last one included."""
        return [self.early(period) for period in range(1, self.last_period + 1)]


class OfferWorked(Worked):
    """An offer that is paid back by instalments.

    Attributes:
        rule: the product's rule in force on the day.
        plain: the schedule as agreed.
        found: the schedule with what is paid early.

    Raises:
        ProblemError: the terms, what is paid early or the rates can't be; with the field.
    """

    def __init__(self, terms: Terms, rule: ProductRule, period: int, prepayment: Decimal | None) -> None:
        self.amount, self.start, self.rule = terms.principal, terms.start_date, rule
        self.plain = rated_schedule(terms)
        self.event = _early_event(self.plain, period, prepayment) if prepayment else None
        self.found = _with_event(self.plain, self.event, period)
        self.rates = self.found.rates
        self.dues = tuple(_due(row) for row in self.found.rows)

    @property
    def last_period(self) -> int:  # noqa: D102 - as the class above says
        return self.plain.terms.periods

    @property
    def first(self) -> Schedule:  # noqa: D102 - as the class above says
        reduced = self.plain.terms.method is Method.BULLET and any(row.event is None for row in self.found.rows)
        return self.found if reduced else self.plain

    @property
    def overdue(self) -> OverdueRule:  # noqa: D102 - as the class above says
        if self.rule.overdue is None:
            raise ProblemError("overdue", no_overdue_rule(str(self.rule.name)))
        return self.rule.overdue.value

    def early(self, period: int) -> Decimal:  # noqa: D102 - as the class above says
        if period >= self.last_period or (self.event and self.settled_day(period) >= self.dues[-1].due_date):
            return self.cost
        return self.settled(period).totals.cost if self.event else self._early[period - 1]

    @cached_property
    def _early(self) -> list[Decimal]:
        return settlement_costs(self.plain)

    def early_all(self) -> list[Decimal]:  # noqa: D102 - as the class above says
        return super().early_all() if self.event else self._early

    def settled_day(self, period: int) -> date:
        """Return when an instalment falls due."""
        return self.plain.terms.all_due_dates[period - 1]

    def settled(self, period: int) -> Schedule:
        """Return the schedule when everything is paid off with an instalment before the last."""
        day = self.settled_day(period)
        before = [self.event] if self.event and self.event.date < day else []
        return schedule(self.plain.terms, [*before, Settlement(date=day)])


class BillWorked(Worked):
    """Something bought with 花呗 and paid by its monthly bill.

    Raises:
        ProblemError: the bills can't be.
    """

    def __init__(self, amount: Decimal, start: date, option: BillOption, rule: BillRule) -> None:
        self.amount, self.start, self.option, self.rule = amount, start, option, rule
        self.bills = self._bills(Payments(default=option.pay))
        if self.bills[-1].due_date > LAST_DAY:
            text = translate("Terms", "最后一期晚于 {last}，太远了")
            raise ProblemError("start_date", text.format(last=LAST_DAY))
        self.dues = tuple(_billed(number, bill) for number, bill in enumerate(self.bills, start=1))
        self.rates = self._rates()

    @property
    def last_period(self) -> int:  # noqa: D102 - as the class above says
        return len(self.bills)

    @cached_property
    def first(self) -> Schedule:
        """Return the first payment as a loan without interest, paid back at once: so being late is worked out."""
        terms = Terms(
            principal=self.bills[0].paid or self.bills[0].total,
            start_date=self.start,
            periods=1,
            first_due_date=self.bills[0].due_date,
            method=Method.BULLET,
        )
        return schedule(terms)

    @property
    def overdue(self) -> OverdueRule:  # noqa: D102 - as the class above says
        return OverdueRule(penalty_rate=self.rule.daily_rate.value, base=OverdueBase.OVERDUE_AMOUNT)

    def early(self, period: int) -> Decimal:  # noqa: D102 - as the class above says
        if period >= self.last_period:
            return self.cost
        paid = Payments(default=self.option.pay, by_bill={self.bills[period - 1].statement_date: Pay.FULL})
        return sum((bill.interest for bill in self._bills(paid)), ZERO)

    def _bills(self, pay: Payments) -> tuple[Bill, ...]:
        cycle = BillCycle(statement_day=self.option.statement_day, due_day=self.option.due_day)
        return bills([Purchase(date=self.start, amount=self.amount)], pay, cycle, self.rule)

    def _rates(self) -> Rates:
        """Return the effective rate on the dates, and the nominal one of twelve like months that comes to the same."""
        if not self.cost:
            return Rates(ZERO, ZERO)
        flows = [(self.start, -self.amount), *((due.due_date, due.payment) for due in self.dues)]
        effective = dated_rate(flows).rate
        with localcontext(prec=_DIGITS):
            nominal = ((ONE + effective) ** (ONE / _MONTHS) - ONE) * _MONTHS
            return Rates(nominal.quantize(RATE_STEP), effective)


def _early_event(plain: Schedule, period: int, amount: Decimal) -> Settlement | Prepayment | None:
    """Return what is paid early with an instalment: all where it covers the principal, nothing where all is over."""
    terms = plain.terms
    if period >= terms.periods:
        return None
    day = terms.all_due_dates[period - 1]
    owed = next((row.balance for row in reversed(plain.rows) if row.due_date <= day), terms.principal)
    return Settlement(date=day) if amount >= owed else Prepayment(date=day, amount=amount)


def _with_event(plain: Schedule, event: Settlement | Prepayment | None, period: int) -> Schedule:
    if event is None:
        return plain
    try:
        return rated_schedule(plain.terms, [event])
    except ProblemError as error:
        text = translate("Columns", "第 {period} 期那天多还的钱不行：{problem}")
        raise ProblemError("prepayment", text.format(period=period, problem=error.problem.message)) from None


def _due(row: Row) -> Due:
    cost, early = row.interest + row.fee, row.event == "prepayment"
    return Due(row.period, row.due_date, row.payment, row.principal, cost, row.balance, early)


def _billed(number: int, bill: Bill) -> Due:
    return Due(number, bill.due_date, bill.paid, bill.paid - bill.interest, bill.interest, bill.rest)
