"""What comes of holding a statement against a plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.statement.movements import Movement
from jiebei_desktop.products import Brand


class Status(StrEnum):
    """How what was paid stands to what the plan expects."""

    MATCHED = "matched"
    DIFFERENT = "different"
    MISSING = "missing"
    EXTRA = "extra"


class Claim(NamedTuple):
    """An instalment that the plan expects, as agreed; also early money that the plan has recorded.

    Attributes:
        name: what the loan is called.
        period: the number of the instalment, or of the one that was running when money came early.
        amount: in yuan, without any penalty.
    """

    loan_id: str
    name: str
    product: Brand
    period: int
    due_date: date
    amount: Decimal


class Take(NamedTuple):
    """Money that is to be recorded as a payment of a loan.

    Attributes:
        day: on which the loan's books get it.
        amount: in yuan, with the penalty that it pays.
        periods: the instalments that it is for.
    """

    loan_id: str
    day: date
    amount: Decimal
    periods: tuple[int, ...]


class Match(NamedTuple):
    """What was paid beside what was expected.

    Attributes:
        payments: empty where nothing was paid.
        claims: empty where nothing was expected.
        difference: what was paid less what was expected, in yuan; 0 where they match, however late.
        note: what there is to say about it, in words; may be empty.
        takes: what confirming it records.
        recorded: whether all of that is in the plan already; also where there is nothing to record.
        advised: whether confirming it leaves the loan's books right, so that most would want to.
        above: a little that was paid on a bill beyond its instalments though nothing was bought, in yuan.
    """

    status: Status
    payments: tuple[Movement, ...]
    claims: tuple[Claim, ...]
    difference: Decimal
    note: str
    takes: tuple[Take, ...]
    recorded: bool
    advised: bool
    above: Decimal = ZERO

    @property
    def day(self) -> date:
        """Return the first day that it is about."""
        return min([claim.due_date for claim in self.claims] + [payment.day for payment in self.payments])

    @property
    def paid(self) -> Decimal:
        """Return what was paid in all, in yuan."""
        return sum((payment.amount for payment in self.payments), ZERO)

    @property
    def expected(self) -> Decimal:
        """Return what the claims come to, in yuan."""
        return sum((claim.amount for claim in self.claims), ZERO)


class Drawn(NamedTuple):
    """Money that was borrowed, and the plan's loan that it is; None where there is none."""

    movement: Movement
    loan_id: str | None


class Parting(NamedTuple):
    """The first instalment of a loan for which the lender took something else than the plan has.

    Attributes:
        name: what the loan is called.
        expected: in yuan, as `paid`.
        reason: why that may be, in a sentence.
    """

    loan_id: str
    name: str
    period: int
    due_date: date
    expected: Decimal
    paid: Decimal
    reason: str


class Reconciled(NamedTuple):
    """A statement held against a plan.

    Attributes:
        matches: in the order of time.
        draws: what was borrowed.
        partings: one a loan at most, in the order of the plan.
        purchases: what was bought with 花呗, in yuan; `refunds` what was given back of it.
    """

    matches: tuple[Match, ...]
    draws: tuple[Drawn, ...]
    partings: tuple[Parting, ...]
    purchases: Decimal
    refunds: Decimal
