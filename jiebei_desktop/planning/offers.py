"""What a comparison compares: the same money by several offers, and what would happen to it on the way."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, StringConstraints

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.products.conditions import DueDayOfMonth
from jiebei_desktop.values import Day, Frozen, Many, Method, Money, Periods, Principal, Rate, RatePer

MOST_OPTIONS: Final = 6
"""Columns side by side that a reader still takes in."""
LATE_DAYS: Final = (1, 7, 30, 90)
"""Days late that are always shown."""
MOST_LATE: Final = 365

MOST_NAME: Final = 60
"""Letters of a name that the user gives."""

Name = Annotated[str, StringConstraints(max_length=MOST_NAME)]


class Document(Frozen):
    """A part of the plan file; keys that this version does not know survive a round trip."""

    model_config = ConfigDict(frozen=True, extra="allow")


class Offer(Document):
    """What a product offers, without the amount and the day.

    Attributes:
        product: the id of the product rule.
        rate: the share charged per `rate_per`; None where a fee is charged.
        fee_rate: the whole fee as a share of the principal; None where interest is charged or nothing was entered.
        coupon_off: the share of interest or fee that a coupon takes off.
        coupon_periods: in the first so many instalments; in all of them where None.
    """

    product: str
    periods: Periods
    method: Method
    rate: Rate | None = None
    rate_per: RatePer = RatePer.DAY
    fee_rate: Rate | None = None
    coupon_off: Rate | None = None
    coupon_periods: Periods | None = None


class OfferOption(Offer):
    """A column that is paid back by instalments.

    Attributes:
        kind: tells it from a `BillOption` in the file.
        name: what the user calls it; by its product and term where empty.
        start_date: the day of the money where it is not the comparison's.
        due_day: the day of the month on which everything falls due, where the app shows one.
    """

    kind: Literal["offer"] = "offer"
    name: Name = ""
    start_date: Day | None = None
    due_day: DueDayOfMonth | None = None


class BillOption(Document):
    """A column that buys with 花呗 and pays the monthly bill.

    Attributes:
        kind: tells it from an `OfferOption` in the file.
        pay: the whole bill, or the least that has to be paid and the rest with the next bill.
        statement_day: the day of the month on which the bill comes.
        due_day: the day of the month on which it falls due.
        name: as an offer's.
        start_date: as an offer's.
    """

    kind: Literal["bill"] = "bill"
    pay: Pay
    statement_day: DueDayOfMonth
    due_day: DueDayOfMonth
    name: Name = ""
    start_date: Day | None = None


Option = Annotated[OfferOption | BillOption, Field(discriminator="kind")]
AnyOption = OfferOption | BillOption


class Comparison(Document):
    """The same money on the same day by several offers.

    Attributes:
        base: the place of the column that the others are held against.
        early_period: with which instalment everything is paid off early, as a what-if.
        prepayment: what is paid on top with that instalment, in yuan; None for nothing.
        late_days: by how many days the first instalment is late, as a what-if.
    """

    amount: Principal
    start_date: Day
    options: Annotated[Many[Option], Field(min_length=1, max_length=MOST_OPTIONS)]
    base: Annotated[int, Field(strict=True, ge=0)] = 0
    early_period: Periods = 3
    prepayment: Money | None = None
    late_days: Annotated[int, Field(strict=True, ge=0, le=MOST_LATE)] = 15

    @property
    def base_place(self) -> int:
        """Return the place of the base column, one of those that are there."""
        return min(self.base, len(self.options) - 1)

    @property
    def offers(self) -> tuple[OfferOption, ...]:
        """Return the columns that are paid back by instalments."""
        return tuple(option for option in self.options if isinstance(option, OfferOption))

    def with_option(self, place: int, option: AnyOption) -> Comparison:
        """Return the comparison with another option in a place."""
        return self.with_options((*self.options[:place], option, *self.options[place + 1 :]), self.base_place)

    def with_options(self, options: tuple[AnyOption, ...], base: int) -> Comparison:
        """Return the comparison with other options."""
        return self.model_copy(update={"options": options, "base": base})


class Scenario(Document):
    """A comparison that the user kept by name."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_NAME)]
    comparison: Comparison
