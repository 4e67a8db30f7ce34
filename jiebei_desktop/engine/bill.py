"""The 花呗 bill: purchases become bills, paid in full or at least, and what is left bears interest into the next.

The rest of a bill runs from the day after its due day to the next due day, is billed with that bill, and has to be paid
in full with it. Interest is rest × daily rate × days, rounded half up to the fen once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Self

from pydantic import Field, ValidationError, model_validator

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import FEN, ZERO, round_to
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.conditions import DueDayOfMonth
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Frozen, Money, ProblemError, problems_of


class Pay(StrEnum):
    """How much of a bill is paid on its due day."""

    FULL = "full"
    MINIMUM = "minimum"


class Purchase(Frozen):
    """Something bought, in yuan."""

    date: Day
    amount: Annotated[Money, Field(ge=FEN)]


class Account(Frozen):
    """A bill account: its days, what was bought, and how bills are paid.

    Attributes:
        statement_day: bills are made out on this day; what is bought on it belongs to the next bill.
        due_day: the day of the same month, or of the next where it is no later, on which they fall due.
        pay: what is paid of every bill but those of `pay_by_statement`.
        pay_by_statement: what is paid of the bill of a statement date.
    """

    statement_day: DueDayOfMonth = 1
    due_day: DueDayOfMonth = 10
    purchases: Annotated[tuple[Purchase, ...], Field(min_length=1, max_length=5000)]
    pay: Pay = Pay.FULL
    pay_by_statement: dict[Day, Pay] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _statements_are(self) -> Self:
        for day in self.pay_by_statement:
            if day.day != self.statement_day:
                text = translate("Bill", "{day} 不是账单日；账单日是每月 {statement_day} 日")
                raise ProblemError("pay_by_statement", text.format(day=day, statement_day=self.statement_day))
        return self


class Bought(NamedTuple):
    """A purchase on its bill, and the days from it to the due day: so long it costs nothing."""

    purchase: Purchase
    free_days: int


class Bill(NamedTuple):
    """One bill, in yuan.

    Attributes:
        new: what was bought.
        carried: the rest of the bill before.
        days: on which that rest bore interest, of which `interest_exact` is unrounded.
        total: all that is billed.
        minimum: what has to be paid at least.
        rest: what is left after `paid`.
    """

    statement_date: date
    due_date: date
    bought: tuple[Bought, ...]
    new: Decimal
    carried: Decimal
    days: int
    interest_exact: Decimal
    interest: Decimal
    total: Decimal
    minimum: Decimal
    paid: Decimal
    rest: Decimal


def statement_after(purchase: date, statement_day: int) -> date:
    """Return the statement date of the bill that a purchase belongs to: the next one after its day."""
    this_month = purchase.replace(day=statement_day)
    return this_month if purchase < this_month else add_months(this_month, 1)


def due_after(statement: date, due_day: int) -> date:
    """Return when a bill falls due."""
    due = statement.replace(day=due_day)
    return due if due > statement else add_months(due, 1)


def free_days(purchase: date, statement_day: int, due_day: int) -> int:
    """Return for how many days a purchase that is paid in full costs nothing."""
    return (due_after(statement_after(purchase, statement_day), due_day) - purchase).days


def bills(account: Account, rule: BillRule) -> tuple[Bill, ...]:
    """Return every bill from the first purchase until nothing is left."""
    on_bill: dict[date, list[Purchase]] = {}
    for purchase in sorted(account.purchases, key=lambda bought: (bought.date, bought.amount)):
        on_bill.setdefault(statement_after(purchase.date, account.statement_day), []).append(purchase)
    statement, latest = min(on_bill), max(on_bill)
    found: list[Bill] = []
    while statement <= latest or found[-1].rest:
        found.append(_bill(account, rule, statement, on_bill.get(statement, []), found[-1] if found else None))
        statement = add_months(statement, 1)
    return tuple(found)


def _bill(account: Account, rule: BillRule, statement: date, bought: Sequence[Purchase], before: Bill | None) -> Bill:
    due = due_after(statement, account.due_day)
    new = sum((purchase.amount for purchase in bought), ZERO)
    carried = before.rest if before else ZERO
    days = (due - before.due_date).days if before and carried else 0
    exact = carried * rule.daily_rate.value * days
    interest = round_to(exact)
    total = new + carried + interest
    minimum = round_to(new * rule.minimum_share.value) + carried + interest
    paid = total if account.pay_by_statement.get(statement, account.pay) is Pay.FULL else minimum
    lines = tuple(Bought(purchase, (due - purchase.date).days) for purchase in bought)
    return Bill(statement, due, lines, new, carried, days, exact, interest, total, minimum, paid, total - paid)


def read_account(data: Mapping[str, Any]) -> Account:
    """Read an account as the command line gives it.

    Raises:
        ProblemError: the first thing that is wrong, with its field.
    """
    try:
        return Account.model_validate(data)
    except ValidationError as error:
        problem = problems_of(error)[0]
        raise ProblemError(problem.field, problem.message) from None
