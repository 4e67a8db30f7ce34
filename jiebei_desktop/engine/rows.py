"""What a schedule is made of: instalments, and how each of their figures came about. Money is yuan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.engine.terms import InstalmentRule
from jiebei_desktop.money import ZERO
from jiebei_desktop.values import RatePer


class Piece(NamedTuple):
    """Days on which interest ran at one rate on one balance.

    `exact` is balance × `numerator` ÷ `divisor`, unrounded, after the share `off` that coupons take.
    """

    start_date: date
    end_date: date
    balance: Decimal
    rate: Decimal
    rate_per: RatePer
    numerator: Decimal
    divisor: int
    off: Decimal
    exact: Decimal

    @property
    def days(self) -> int:
        """Return the number of nights in it."""
        return (self.end_date - self.start_date).days


class FeeKind(StrEnum):
    """Why a fee is charged."""

    SHARE = "share"
    LEFT = "left"
    CHARGE = "charge"
    PENALTY = "penalty"
    CARRIED = "carried"


class FeePart(NamedTuple):
    """A fee: the instalment's share of the whole, those left when paid off early, or the charge for that.

    In a new plan also the penalty that joined the principal, and fees and penalty that were set aside before.

    Attributes:
        whole: of a share, the fee of all instalments that it is a share of, and `periods` how many those are.
    """

    kind: FeeKind
    exact: Decimal
    amount: Decimal
    whole: Decimal = ZERO
    periods: int = 0


class Instalment(NamedTuple):
    """How the constant instalment was found: from which balance, over how many periods, before and after rounding."""

    rule: InstalmentRule
    balance: Decimal
    periods: int
    exact: Decimal
    amount: Decimal


class Row(NamedTuple):
    """Money that falls due on one day.

    Attributes:
        period: the number of the instalment, or of the one that was running when `event` happened.
        start_date: the day from which its interest runs.
        event: `prepayment`, `settlement` or `restructure` where it is no plain instalment. The row of a new plan takes
            back what had fallen due unpaid, so its amounts may be below zero; the sums over all rows are right.
        pieces: how the interest came about.
        fees: how the fee came about.
        instalment: the constant instalment in force, where there is one.
        carried: the part of the interest that was set aside when a new plan was agreed.
    """

    period: int
    start_date: date
    due_date: date
    days: int
    opening_balance: Decimal
    principal: Decimal
    interest: Decimal
    fee: Decimal
    payment: Decimal
    balance: Decimal
    event: str | None
    pieces: tuple[Piece, ...]
    fees: tuple[FeePart, ...]
    instalment: Instalment | None
    carried: Decimal = ZERO

    @property
    def interest_exact(self) -> Decimal:
        """Return the interest before rounding."""
        return sum((piece.exact for piece in self.pieces), ZERO)


class Totals(NamedTuple):
    """Sums over all rows, in yuan."""

    principal: Decimal
    interest: Decimal
    fee: Decimal
    payment: Decimal

    @property
    def cost(self) -> Decimal:
        """Return what the loan costs on top of the principal."""
        return self.interest + self.fee
