"""The conditions of a loan besides its price: coupons, paying off early, being late, the day on which it falls due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import ONE, ZERO
from jiebei_desktop.text import translate
from jiebei_desktop.values import Exact, Frozen, Many, Periods, ProblemError, Rate, RatePer


class CouponOf(StrEnum):
    """What a coupon takes something off."""

    INTEREST = "interest"
    FEE = "fee"


class Coupon(Frozen):
    """A share taken off interest or fee; an interest-free coupon takes all of it off.

    Principal is repaid as without the coupon: each instalment is lower by what the coupon takes off.

    Attributes:
        share: the part taken off, `1` is all of it.
        periods: only in the first so many instalments.
        days: only in the first so many days; interest only.
    """

    of: CouponOf = CouponOf.INTEREST
    share: Annotated[Rate, Field(gt=0)] = ONE
    periods: Periods | None = None
    days: Annotated[int, Field(strict=True, ge=1, le=36_600)] | None = None

    @model_validator(mode="after")
    def _one_limit(self) -> Self:
        if self.days is not None and (self.periods is not None or self.of is CouponOf.FEE):
            raise ProblemError("days", translate("Terms", "只有利息优惠能按天数，而且不能同时按期数"))
        return self


class FeesLeft(StrEnum):
    """Which instalment fees not yet due are still charged when a loan is paid off early."""

    ALL = "all"
    NEXT = "next"
    NONE = "none"


class EarlyRule(Frozen):
    """What paying off early costs besides interest to that day.

    Attributes:
        fees_left: of the fees by instalment; the running instalment's own fee is always due.
        charge_rate: a charge as a share of the principal that is paid off before it falls due.
        at_least_one_fee: the charge is never less than one instalment's fee, or a period's interest on the original
            principal where interest is charged.
    """

    fees_left: FeesLeft = FeesLeft.ALL
    charge_rate: Rate = ZERO
    at_least_one_fee: bool = False


class OverdueBase(StrEnum):
    """What a penalty is charged on."""

    OVERDUE_PRINCIPAL = "overdue_principal"
    OVERDUE_AMOUNT = "overdue_amount"
    ALL_PRINCIPAL = "all_principal"


class Compounding(StrEnum):
    """Whether a penalty bears a penalty itself."""

    NONE = "none"
    MONTHLY = "monthly"


class Owed(StrEnum):
    """What money that arrives can pay."""

    PENALTY = "penalty"
    INTEREST = "interest"
    FEE = "fee"
    PRINCIPAL = "principal"


class Surplus(StrEnum):
    """What becomes of money beyond what is due: kept for the next due day, or paid early to one effect or the other."""

    HOLD = "hold"
    SHORTEN = "shorten"
    LOWER = "lower"


class OverdueRule(Frozen):
    """What being late costs, by the day, and what money that arrives pays first.

    Attributes:
        penalty_multiplier: the penalty as a multiple of the loan's daily rate; either this or `penalty_rate`.
        penalty_rate: the penalty as a share per `penalty_rate_per`.
        base: what it is charged on.
        on_interest: whether overdue interest and fees bear it too.
        grace_days: so many days late cost nothing.
        adds_to_interest: whether overdue principal bears the loan's own rate besides the penalty, not instead of it.
        order: what is paid first; within one kind the oldest instalment.
        by_instalment: whether the oldest instalment is paid whole before the next one; a penalty is the whole loan's
            and comes first or last.
        surplus: what becomes of money beyond what is due.
    """

    penalty_multiplier: Annotated[Exact, Field(ge=0, le=100)] | None = None
    penalty_rate: Rate | None = None
    penalty_rate_per: RatePer = RatePer.DAY
    base: OverdueBase = OverdueBase.OVERDUE_PRINCIPAL
    on_interest: bool = False
    grace_days: Annotated[int, Field(strict=True, ge=0, le=366)] = 0
    compounding: Compounding = Compounding.NONE
    adds_to_interest: bool = False
    order: Many[Owed] = tuple(Owed)
    by_instalment: bool = False
    surplus: Surplus = Surplus.HOLD

    @model_validator(mode="after")
    def _all_ordered(self) -> Self:
        if sorted(self.order) != sorted(Owed):
            text = translate("Terms", "要把 {all} 各写一次")
            raise ProblemError("order", text.format(all="、".join(Owed)))
        return self

    @model_validator(mode="after")
    def _one_price(self) -> Self:
        if (self.penalty_multiplier is None) == (self.penalty_rate is None):
            text = translate("Terms", "penalty_multiplier 和 penalty_rate 要有且只有一个")
            raise ProblemError("penalty_multiplier", text)
        return self


DueDayOfMonth = Annotated[int, Field(strict=True, ge=1, le=28)]


class DueDayRule(Frozen):
    """On which day of the month a loan falls due.

    The day of the first draw, for draws on days that not every month has the day that `moved` names. A draw fewer than
    `least_days` before the next such day skips it.
    """

    least_days: Annotated[int, Field(strict=True, ge=0, le=31)]
    moved: dict[Annotated[int, Field(ge=29, le=31)], DueDayOfMonth]

    def due_day(self, draw: date) -> int:
        """Return the due day of somebody who draws for the first time on this day."""
        return self.due_day_after(draw.day)

    def due_day_after(self, day: int) -> int:
        """Return the due day of somebody who draws for the first time on this day of a month."""
        return self.moved.get(day, min(day, 28))

    def first_due(self, draw: date, due_day: int | None = None) -> date:
        """Return when the first instalment of a draw falls due; `due_day` where an earlier draw has fixed it."""
        day = due_day or self.due_day(draw)
        due = add_months(draw, 0, day)
        if due <= draw:
            due = add_months(draw, 1, day)
        return due if (due - draw).days >= self.least_days else add_months(due, 1, day)
