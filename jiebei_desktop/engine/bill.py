"""花呗 bills: which bill a purchase is on, and what paying it in full or only the minimum leads to. Money is yuan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import Any, NamedTuple

from pydantic import Field

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ZERO, round_to
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.conditions import DueDayOfMonth
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Frozen, Principal, ProblemError, checked

_DIGITS = 60


class Pay(StrEnum):
    """How much of a bill is paid on its due day."""

    FULL = "full"
    MINIMUM = "minimum"


class Purchase(Frozen):
    """Something bought with 花呗."""

    date: Day
    amount: Principal


class Payments(Frozen):
    """What is paid of each bill: `by_bill` by its statement date, of all others `default`."""

    default: Pay = Pay.FULL
    by_bill: dict[Day, Pay] = Field(default_factory=dict)


class BillCycle(Frozen):
    """The days of the month on which bills come and fall due."""

    statement_day: DueDayOfMonth
    due_day: DueDayOfMonth


class BillRequest(BillCycle):
    """What is asked of `bills`."""

    purchases: tuple[Purchase, ...]
    pay: Payments = Payments()
    until: Day | None = None


class BillDates(NamedTuple):
    """When a bill comes and when it falls due."""

    statement: date
    due: date


class BilledPurchase(NamedTuple):
    """A purchase on its bill; `free_days` from the day it was bought to the due day."""

    date: date
    amount: Decimal
    free_days: int


class Revolving(NamedTuple):
    """Interest on the rest of a bill before: `balance` × `rate` × `days` = `exact`, the first and last day counted."""

    balance: Decimal
    rate: Decimal
    first_day: date
    last_day: date
    days: int
    exact: Decimal
    amount: Decimal


class Bill(NamedTuple):
    """One bill: `total` is `new` + `carried` + `interest`; what is not `paid` on the due day is the `rest`.

    Attributes:
        new: the purchases on this bill.
        carried: the rest of the bill before.
        revolving: how the interest came about; None where nothing was carried.
        minimum: the least that has to be paid: `minimum_share` of the new part, and all that was carried with interest.
    """

    statement_date: date
    due_date: date
    purchases: tuple[BilledPurchase, ...]
    new: Decimal
    carried: Decimal
    interest: Decimal
    revolving: Revolving | None
    total: Decimal
    minimum_share: Decimal
    minimum: Decimal
    pay: Pay
    paid: Decimal
    rest: Decimal


def cycle_of(purchase: date, statement_day: int, due_day: int) -> BillDates:
    """Return the days of the bill that a purchase is on; bought on the statement day it waits for the next bill."""
    statement = add_months(purchase, 0, statement_day)
    if statement <= purchase:
        statement = add_months(statement, 1)
    return BillDates(statement, add_months(statement, 0 if due_day > statement_day else 1, due_day))


def free_days(purchase: date, statement_day: int, due_day: int) -> int:
    """Return for how many days a purchase costs nothing: from the day it was bought to the day its bill falls due."""
    return (cycle_of(purchase, statement_day, due_day).due - purchase).days


def bills(
    purchases: Iterable[Purchase], pay: Payments, cycle: BillCycle, rule: BillRule, until: date | None = None
) -> tuple[Bill, ...]:
    """Return every bill with something on it, up to the first that leaves nothing to carry after all purchases.

    Args:
        purchases: in any order.
        pay: how much of each bill is paid.
        cycle: the days on which bills come and fall due.
        rule: the minimum share and the daily rate.
        until: leave out bills that come later; None for all.

    Raises:
        ProblemError: a payment is chosen for a day on which no bill comes; `pay.2026-08-01`.
    """
    billed: dict[BillDates, list[Purchase]] = {}
    for purchase in sorted(purchases, key=lambda item: item.date):
        billed.setdefault(cycle_of(purchase.date, cycle.statement_day, cycle.due_day), []).append(purchase)
    found: list[Bill] = []
    while True:
        carries = bool(found) and found[-1].rest > ZERO
        dates = (
            cycle_of(found[-1].statement_date, cycle.statement_day, cycle.due_day)
            if carries
            else min(billed, default=None)
        )
        if dates is None or (until is not None and dates.statement > until):
            break
        found.append(_bill(dates, billed.pop(dates, []), found[-1] if carries else None, pay, rule))
    for day in pay.by_bill:
        if day not in {bill.statement_date for bill in found}:
            raise ProblemError(f"pay.{day}", translate("Bill", "{day} 没有账单").format(day=day))
    return tuple(found)


def _bill(dates: BillDates, purchases: list[Purchase], before: Bill | None, pay: Payments, rule: BillRule) -> Bill:
    new = sum((item.amount for item in purchases), ZERO)
    revolving = _revolving(before, dates.due, rule) if before else None
    carried, interest = (revolving.balance, revolving.amount) if revolving else (ZERO, ZERO)
    share = rule.minimum_share.value
    total, minimum = new + carried + interest, round_to(new * share) + carried + interest
    choice = pay.by_bill.get(dates.statement, pay.default)
    paid = total if choice is Pay.FULL else minimum
    return Bill(
        statement_date=dates.statement,
        due_date=dates.due,
        purchases=tuple(BilledPurchase(item.date, item.amount, (dates.due - item.date).days) for item in purchases),
        new=new,
        carried=carried,
        interest=interest,
        revolving=revolving,
        total=total,
        minimum_share=share,
        minimum=minimum,
        pay=choice,
        paid=paid,
        rest=total - paid,
    )


def _revolving(before: Bill, due: date, rule: BillRule) -> Revolving:
    days = (due - before.due_date).days
    with localcontext(prec=_DIGITS):
        exact = before.rest * rule.daily_rate.value * days
    first = before.due_date + timedelta(days=1)
    return Revolving(before.rest, rule.daily_rate.value, first, due, days, exact, round_to(exact))


def read_bill_request(data: Mapping[str, Any], rule: BillRule) -> BillRequest:
    """Read what is asked as the command line gives it; a due day left out is the rule's, where it knows just one.

    `pay` is `full`, `minimum`, or one of these by statement date; bills that it does not name are paid in full.

    Raises:
        ProblemError: the first thing that is wrong, with its field: `purchases.0.amount`, `pay.2026-08-01`.
    """
    given = {name: value for name, value in data.items() if value is not None}
    if "due_day" not in given:
        days = _due_days(given.get("statement_day"), rule)
        given |= {"due_day": days[0]} if len(days) == 1 else {}
    kind = "by_bill" if isinstance(given.get("pay"), Mapping) else "default"
    if "pay" in given:
        given["pay"] = {kind: given["pay"]}
    try:
        return checked(BillRequest, given)
    except ProblemError as error:
        field, message = error.problem
        field = field.replace(f"pay.{kind}", "pay", 1).removesuffix(".[key]")
        raise ProblemError(field, message) from None


def _due_days(statement_day: object, rule: BillRule) -> tuple[int, ...]:
    figure = rule.cycles.get(statement_day) if isinstance(statement_day, int) else None
    return figure.value if figure else ()
