"""What can happen to a loan on its way: money, what is let off, a new rate, a new plan, everything paid off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field

from jiebei_desktop.money import FEN
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Frozen, Money, Periods, ProblemError, Rate, RatePer, checked


class Effect(StrEnum):
    """What early money does to the instalments that are left: fewer of them, or each of them smaller."""

    SHORTEN = "shorten"
    LOWER = "lower"


class WaiverOf(StrEnum):
    """What a lender lets off; principal is not let off in a lender's books."""

    PENALTY = "penalty"
    INTEREST = "interest"
    FEE = "fee"


class Arrears(StrEnum):
    """What becomes of overdue interest, fees and penalty when a new plan is agreed.

    They join the principal; or are set aside, bear nothing and fall due with the last instalment; or the penalty is let
    off and the rest joins the principal.
    """

    CAPITALISE = "capitalise"
    CARRY = "carry"
    WAIVE_PENALTY = "waive_penalty"


Order = tuple[date, int, int, Decimal]


class RateChange(Frozen):
    """From `date` on interest runs at a new rate, and the instalment is levelled anew."""

    type: Literal["rate_change"] = "rate_change"
    date: Day
    rate: Rate
    rate_per: RatePer | None = None

    @property
    def order(self) -> Order:
        """Return where this event stands among all; events of one day are put in an order of their own."""
        return self.date, 0, 0, self.rate


class Prepayment(Frozen):
    """Money on top of the instalments, in yuan: interest to that day first, the rest to principal."""

    type: Literal["prepayment"] = "prepayment"
    date: Day
    amount: Annotated[Money, Field(ge=FEN)]
    effect: Effect = Effect.SHORTEN

    @property
    def order(self) -> Order:
        """Return where this event stands among all: after the instalment of its day, shortening first."""
        return self.date, 3, int(self.effect is Effect.LOWER), self.amount


class Settlement(Frozen):
    """Everything is paid off on `date`."""

    type: Literal["settlement"] = "settlement"
    date: Day

    @property
    def order(self) -> Order:
        """Return where this event stands among all: the last of its day."""
        return self.date, 5, 0, Decimal(0)


class Payment(Frozen):
    """Money that really arrived, in yuan; it pays what is due."""

    type: Literal["payment"] = "payment"
    date: Day
    amount: Annotated[Money, Field(ge=FEN)]

    @property
    def order(self) -> Order:
        """Return where this event stands among all: after what is let off on its day."""
        return self.date, 2, 0, self.amount


class Waiver(Frozen):
    """What the lender lets off, in yuan."""

    type: Literal["waiver"] = "waiver"
    date: Day
    amount: Annotated[Money, Field(ge=FEN)]
    of: WaiverOf

    @property
    def order(self) -> Order:
        """Return where this event stands among all: after the instalment of its day."""
        return self.date, 1, 0, self.amount


class Restructure(Frozen):
    """What is owed becomes a new schedule.

    Attributes:
        rate: where left out, the one in force; a flat fee goes on by instalment.
        first_due_date: where left out, one interval after `date`.
        same_method: whether a loan that pays interest first or all at the end goes on so; else it becomes equal
            payments.
    """

    type: Literal["restructure"] = "restructure"
    date: Day
    periods: Periods
    rate: Rate | None = None
    rate_per: RatePer | None = None
    first_due_date: Day | None = None
    arrears: Arrears = Arrears.CAPITALISE
    same_method: Annotated[bool, Field(strict=True)] = False

    @property
    def order(self) -> Order:
        """Return where this event stands among all: after the money of its day."""
        return self.date, 4, self.periods, Decimal(0)


Event = RateChange | Prepayment | Settlement | Payment | Waiver | Restructure
_TYPES: dict[str, type[Event]] = {
    "prepayment": Prepayment,
    "settlement": Settlement,
    "rate_change": RateChange,
    "payment": Payment,
    "waiver": Waiver,
    "restructure": Restructure,
}


def read_events(data: object) -> tuple[Event, ...]:
    """Read events as the command line gives them.

    Raises:
        ProblemError: the first thing that is wrong, with its field: `events.0.amount`.
    """
    if data is None:
        return ()
    if not isinstance(data, list):
        raise ProblemError("events", translate("Events", "要是一个数组"))
    return tuple(_read(item, f"events.{place}") for place, item in enumerate(data))


def _read(item: Any, path: str) -> Event:  # noqa: ANN401 - as JSON has it
    if not isinstance(item, dict):
        raise ProblemError(path, translate("Events", "每一项要是一个 JSON 对象"))
    kind = item.get("type")
    if not isinstance(kind, str) or kind not in _TYPES:
        text = translate("Events", "可用的变动：{known}").format(known="、".join(_TYPES))
        raise ProblemError(f"{path}.type", text)
    try:
        return checked(_TYPES[kind], item)
    except ProblemError as error:
        raise error.under(path) from None


def in_order(events: Sequence[Event]) -> list[tuple[int, Event]]:
    """Return events as they take effect, each with its place in what was given."""
    return sorted(enumerate(events), key=lambda placed: placed[1].order)
