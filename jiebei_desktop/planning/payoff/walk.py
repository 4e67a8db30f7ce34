"""All loans of a plan walked through together, day by day, out of the same money. Money is yuan.

What falls due is paid on its day where the money suffices, else it waits, whole, the oldest first. What goes early is
up to whoever steers; the walk only says how much may go without an instalment running short because of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple, Protocol

from jiebei_desktop.calendar import LAST_DAY
from jiebei_desktop.engine import Row
from jiebei_desktop.money import FEN, ZERO
from jiebei_desktop.planning.payoff.account import Account, Item
from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import Early, RealDebt

_LOOKED_ON = 730
"""Days after the last due date for which money that still comes is looked at."""
_TRIES = 8


class Paid(NamedTuple):
    """Money that a plan pays on a day, in yuan.

    Attributes:
        kind: `instalment` on its day, `late` after it, `arrears` for what was late when the plan began, `early` for a
            part of the principal, `settle` for all of it.
        number: of the instalment; 0 where it is none.
        due_date: of the instalment; the day of payment where it is none.
        penalty: what of the amount is penalty.
    """

    key: str
    due_date: date
    date: date
    amount: Decimal
    kind: str
    number: int
    penalty: Decimal

    @property
    def early(self) -> bool:
        """Tell whether it goes to principal before its day."""
        return self.kind in {"early", "settle"}


class Steering(Protocol):
    """Whoever decides what is paid."""

    def pays(self, walk: Walk, place: int, item: Item) -> bool:
        """Tell whether something that waits is to be paid today, if there is money for it."""

    def early(self, walk: Walk) -> None:
        """Pay early what is to be paid early today."""


class Walk:
    """A walk through all days.

    Attributes:
        debts: the loans.
        accounts: their books, in the same order.
        day: today.
        log: what was paid so far.
        spent: how much that is.
        dearest_first: whether what waits is paid by what a night costs, not by due date.
        put_off: by place and number, what a plan pays late on purpose: when, and with how much penalty; None for never.
    """

    def __init__(self, debts: Sequence[RealDebt], money: Money, order: Sequence[int] | None = None) -> None:
        self.debts = debts
        self.money = money
        self.order = tuple(range(len(debts))) if order is None else tuple(order)
        self.accounts = [debt.open() for debt in debts]
        self.day = debts[0].today
        self.log: list[Paid] = []
        self.spent = ZERO
        self.dearest_first = False
        self.put_off: dict[tuple[int, int], tuple[date, Decimal] | None] = {}

    def go(self, steering: Steering) -> None:
        """Walk until nothing is owed any more, or to the last day that is looked at."""
        for day in days_of(self.debts, self.money):
            self.day = day
            for account in self.accounts:
                if account.waiting or _falls_due(account, day):
                    account.advance(day)
            self._pay_waiting(steering)
            steering.early(self)
            if all(account.closed for account in self.accounts):
                return
        for account in self.accounts:
            account.advance(self.day)

    @property
    def left(self) -> Decimal:
        """Return the money that may be spent today."""
        return self.money.usable(self.day) - self.spent

    # --- paying -------------------------------------------------------------------------------------------------------

    def _pay_waiting(self, steering: Steering) -> None:
        """Pay what waits, by due date, then by the order; of one loan nothing before what is older."""
        waiting = [
            (item.due_date, rank, place, item)
            for rank, place in enumerate(self.order)
            for item in self.accounts[place].waiting
        ]
        if self.dearest_first:
            waiting.sort(key=lambda entry: (-self.accounts[entry[2]].nightly(entry[3]), entry[0]))
        else:
            waiting.sort(key=lambda entry: entry[:2])
        stuck: set[int] = set()
        for due_date, _, place, item in waiting:
            older = self.accounts[place].waiting[0]
            if older is not item and older.due_date < due_date:
                continue
            account = self.accounts[place]
            account.advance(self.day)
            if place in stuck:
                continue
            if account.price(item) > self.left or not steering.pays(self, place, item):
                stuck.add(place)
                continue
            amount, penalty = account.pay(item)
            kind = "arrears" if not item.number else "late" if item.due_date < self.day else "instalment"
            self._write(place, amount, kind, item.number, item.due_date, penalty)

    def prepay(self, place: int, amount: Decimal) -> None:
        """Pay a part of the principal early."""
        account = self.accounts[place]
        account.advance(self.day)
        account.prepay(amount)
        self._write(place, amount, "early", 0, self.day, ZERO)

    def settle(self, place: int) -> None:
        """Pay a loan off."""
        account = self.accounts[place]
        account.advance(self.day)
        self._write(place, account.settle(), "settle", 0, self.day, ZERO)

    def _write(self, place: int, amount: Decimal, kind: str, number: int, due: date, penalty: Decimal) -> None:
        self.log.append(Paid(self.debts[place].key, due, self.day, amount, kind, number, penalty))
        self.spent += amount

    # --- how much may go early ----------------------------------------------------------------------------------------

    def due_today(self, place: int) -> bool:
        """Tell whether a loan may be paid early today: on one of its days, nothing of it waiting."""
        account = self.accounts[place]
        return not account.closed and not account.waiting and self.day in self.debts[place].dates

    def may_settle(self, place: int, *, bold: bool = False) -> Decimal | None:
        """Return what paying a loan off today takes; None where there is not enough.

        There is not if another instalment would run short for it, unless that is `bold`.
        """
        account = self.accounts[place]
        account.advance(self.day)
        amount = account.settlement
        there = self.left if bold else self._spare((), place)
        return amount if amount and there >= amount else None

    def most_early(self, place: int, wanted: Decimal) -> Decimal:
        """Return how much of what is wanted may go early today without an instalment running short for it.

        The loan has fewer instalments afterwards, which is looked at, too.
        """
        account = self.accounts[place]
        account.advance(self.day)
        wanted = min(wanted, self.left, account.balance - FEN).quantize(FEN, ROUND_DOWN)
        if wanted < FEN:
            return ZERO
        least = max(self._spare(account.ahead(), place), ZERO).quantize(FEN, ROUND_DOWN)
        if least >= wanted:
            return wanted
        for tried in range(_TRIES):
            amount = wanted - tried * FEN
            if amount <= least:
                break
            if self._spare(account.ahead(amount), place) >= amount:
                return amount
        return least

    def _spare(self, own: Sequence[Row], place: int) -> Decimal:
        """Return what may be spent today so that all instalments ahead can be paid; `own` are those of one loan."""
        ahead: dict[date, Decimal] = {}
        for other, account in enumerate(self.accounts):
            coming = [(item.number, self.day, item.amount) for item in account.waiting]
            coming += [(row.period, row.due_date, row.payment) for row in (own if other == place else account.ahead())]
            for number, day, amount in coming:
                planned = self.put_off.get((other, number), (day, ZERO)) if self.put_off else (day, ZERO)
                if planned is not None:
                    when = max(planned[0], self.day)
                    ahead[when] = ahead.get(when, ZERO) + amount + planned[1]
            if account.waiting and not self.put_off:
                ahead[self.day] = ahead.get(self.day, ZERO) + account.penalty
        needed, spare = self.spent, self.left
        for day in sorted(ahead):
            needed += ahead[day]
            spare = min(spare, self.money.usable(day) - needed)
        return spare


class AsAgreed:
    """Nothing early: every instalment on its day, as far as the money goes."""

    def pays(self, walk: Walk, place: int, item: Item) -> bool:  # noqa: ARG002 - as whoever steers
        """Pay everything."""
        return True

    def early(self, walk: Walk) -> None:
        """Pay nothing early."""


class ByOrder(AsAgreed):
    """What is left goes early to the first loan of an order that it can go to."""

    def __init__(self, order: Sequence[int]) -> None:
        self.order = order

    def early(self, walk: Walk) -> None:
        """Pay the target, and when it is paid off the next."""
        if walk.left < FEN:
            return
        for place in self.order:
            debt, account = walk.debts[place], walk.accounts[place]
            if not debt.saves or account.closed or account.waiting:
                continue
            if not walk.due_today(place):
                if debt.early is Early.PART or self._saved_for(walk, place):
                    return
                continue
            if walk.may_settle(place) is not None:
                if account.ahead():
                    walk.settle(place)
            elif debt.early is Early.PART:
                amount = walk.most_early(place, walk.left)
                if amount:
                    walk.prepay(place, amount)
                return

    @staticmethod
    def _saved_for(walk: Walk, place: int) -> bool:
        """Tell whether there is enough to pay off a loan on its next day, so that nothing else may take it."""
        debt = walk.debts[place]
        later = [amount for day, amount in zip(debt.dates, debt.settling, strict=True) if day > walk.day]
        return bool(later) and later[0] <= walk.left


def days_of(debts: Sequence[RealDebt], money: Money) -> list[date]:
    """Return the days on which anything can happen: today, due days, days of early payment, days of money."""
    today = debts[0].today
    last = max([today, *(debt.rows[-1].due_date for debt in debts if debt.rows)])
    looked = min(last + timedelta(days=_LOOKED_ON), LAST_DAY)
    days = {today, *money.rises(today, looked)}
    for debt in debts:
        days.update(debt.dates)
        days.update(row.due_date for row in debt.rows)
    return sorted(days)


def _falls_due(account: Account, day: date) -> bool:
    due = account.books.course.next_due
    return due is not None and due <= day
