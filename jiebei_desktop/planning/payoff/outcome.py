"""What a plan of payments comes to: by loan, by month, what is late, when all is paid. Money is yuan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine import Event
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.walk import Paid, Steering, Walk


class LoanPaid(NamedTuple):
    """What becomes of one loan.

    Attributes:
        payments: what is paid of it, in the order of time.
        events: all of it as the engine's events, those that happened before included; with `debt.missed` they give
            the loan's books.
        cost: what is paid from today on and what is still owed at the end, less the principal owed today.
        cleared: when it is paid off; None where it is not.
        unpaid: what is still owed at the end.
    """

    debt: RealDebt
    payments: tuple[Paid, ...]
    events: tuple[Event, ...]
    cost: Decimal
    cleared: date | None
    unpaid: Decimal


class Late(NamedTuple):
    """An instalment that is paid after its day; `paid` is None where it is not paid at all.

    `number` is 0 for what was late when the plan began. `cost` is the penalty that is paid with it.
    """

    key: str
    label: str
    number: int
    due_date: date
    paid: date | None
    days: int
    cost: Decimal


class Month(NamedTuple):
    """A month: its first day, what each loan gets, and what is left for debts at its end."""

    month: date
    paid: tuple[Decimal, ...]
    left: Decimal


class Outcome(NamedTuple):
    """What a plan comes to.

    Attributes:
        rule: `as_agreed`, `snowball`, `avalanche`, `custom` or `optimum`.
        order: the keys of the loans as they are aimed at; by first early money for the optimum.
        cost: of all loans.
        debt_free: when the last loan is paid off; None where one is not.
        late: what is paid late, or never.
        unpaid: what is still owed at the end.
        end: the last day that was looked at.
    """

    rule: str
    order: tuple[str, ...]
    loans: tuple[LoanPaid, ...]
    cost: Decimal
    debt_free: date | None
    late: tuple[Late, ...]
    unpaid: Decimal
    months: tuple[Month, ...]
    end: date

    @property
    def worth(self) -> tuple[Decimal, Decimal, date]:
        """Return what plans are put in order by: least unpaid, then least cost, then the soonest end."""
        return self.unpaid, self.cost, self.debt_free or date.max


def walked(debts: Sequence[RealDebt], money: Money, steering: Steering, rule: str, order: Sequence[int]) -> Outcome:
    """Return what somebody's steering comes to."""
    walk = Walk(debts, money, order)
    walk.go(steering)
    return outcome_of(walk, rule, tuple(debts[place].key for place in order))


def outcome_of(walk: Walk, rule: str, order: tuple[str, ...]) -> Outcome:
    """Return what a walk came to."""
    loans, late = [], []
    for debt, account in zip(walk.debts, walk.accounts, strict=True):
        payments = tuple(paid for paid in walk.log if paid.key == debt.key)
        unpaid = ZERO if account.closed else account.settlement
        cleared = payments[-1].date if account.closed and payments else debt.today if account.closed else None
        cost = account.paid + unpaid - debt.owed
        loans.append(LoanPaid(debt, payments, (*debt.events, *account.events), cost, cleared, unpaid))
        late += [_late(debt, paid) for paid in payments if paid.kind in {"late", "arrears"}]
        late += [
            Late(debt.key, debt.label, item.number, item.due_date, None, (walk.day - item.due_date).days, cost_of)
            for place, item in enumerate(account.waiting)
            for cost_of in [account.penalty if place == 0 else ZERO]
        ]
    cleared_days = [loan.cleared for loan in loans]
    return Outcome(
        rule,
        order,
        tuple(loans),
        sum((loan.cost for loan in loans), ZERO),
        None if None in cleared_days else max(day for day in cleared_days if day is not None),
        tuple(sorted(late, key=lambda each: (each.due_date, each.key))),
        sum((loan.unpaid for loan in loans), ZERO),
        _months(walk),
        walk.day,
    )


def _late(debt: RealDebt, paid: Paid) -> Late:
    days = (paid.date - paid.due_date).days
    return Late(debt.key, debt.label, paid.number, paid.due_date, paid.date, days, paid.penalty)


def _months(walk: Walk) -> tuple[Month, ...]:
    """Return the table by calendar month, up to the last payment."""
    if not walk.log:
        return ()
    keys = [debt.key for debt in walk.debts]
    amounts: dict[date, list[Decimal]] = {}
    month, last = walk.debts[0].today.replace(day=1), max(paid.date for paid in walk.log)
    while month <= last:
        amounts[month] = [ZERO] * len(keys)
        month = add_months(month, 1)
    for paid in walk.log:
        amounts[paid.date.replace(day=1)][keys.index(paid.key)] += paid.amount
    found, spent = [], ZERO
    for month, paid_by in amounts.items():
        spent += sum(paid_by, ZERO)
        there = walk.money.cash(add_months(month, 1) - timedelta(days=1))
        found.append(Month(month, tuple(paid_by), there - spent))
    return tuple(found)
