"""What the user chose for the stress test: what could go wrong, how far income and spending vary, what would help."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field

from jiebei_desktop.money import ONE
from jiebei_desktop.planning.budget.household import Key
from jiebei_desktop.planning.offers import Document
from jiebei_desktop.products import Brand
from jiebei_desktop.values import Day, Exact, Many, Money, Principal, Rate

MOST_MONTHS: Final = 24
LEAST_PATHS: Final = 1_000
MOST_PATHS: Final = 100_000
MOST_SEED: Final = 2**32 - 1
MOST_POINTS: Final = Decimal("0.2")

Months = Annotated[int, Field(strict=True, ge=1, le=MOST_MONTHS)]
Begin = Annotated[int, Field(strict=True, ge=0, le=MOST_MONTHS)]
Points = Annotated[Exact, Field(ge=-MOST_POINTS, le=MOST_POINTS)]
Part = Annotated[Exact, Field(gt=0, le=ONE)]


class Shock(StrEnum):
    """What could go wrong."""

    INCOME = "income"
    JOB = "job"
    COST = "cost"
    RATE = "rate"
    LIMIT = "limit"


class Shape(StrEnum):
    """How often amounts between the least and the most turn up: each alike, or those near the middle more often."""

    UNIFORM = "uniform"
    TRIANGULAR = "triangular"


class Remedy(StrEnum):
    """What could help."""

    NOTHING = "nothing"
    CUSHION = "cushion"
    CUT = "cut"
    LONGER = "longer"
    NEGOTIATE = "negotiate"
    CASH = "cash"
    LESS = "less"


class IncomeFall(Document):
    """Less comes in for some months.

    Attributes:
        on: whether it is among what is tried together.
        share: by what share income falls.
        begin: how many calendar months from now, 0 for the one that is running.
        months: for how many.
        entry: the one that falls; all income where empty.
    """

    on: bool = False
    share: Part = Decimal("0.3")
    begin: Begin = 1
    months: Months = 6
    entry: str = ""


class JobGone(Document):
    """Nothing comes in from `Stress.earners` for some months; fields as those of `IncomeFall`."""

    on: bool = False
    begin: Begin = 1
    months: Months = 3


class OneOffCost(Document):
    """Something has to be paid at once: an illness, a repair.

    Attributes:
        amount: in yuan.
        day: on which; a month from now where left out, tomorrow at the earliest.
    """

    on: bool = False
    amount: Principal = Decimal(8000)
    day: Day | None = None


class RateMove(Document):
    """Loans that bear interest get another rate.

    Attributes:
        points: a year, as a share: `0.03` is three percentage points more; no rate falls below nothing.
        day: from which on; today where left out.
    """

    on: bool = False
    points: Points = Decimal("0.03")
    day: Day | None = None


class LimitClosed(Document):
    """A lender lends nothing new; what is owed still falls due as agreed.

    Attributes:
        brand: 花呗, then its purchases are paid in cash on the day; or 借呗, then only a trial of it is impossible.
        day: from which on; today where left out and at the earliest. What is bought today is still on a bill.
    """

    on: bool = False
    brand: Brand = Brand.HUABEI
    day: Day | None = None


class Chance(Document):
    """How the many possible futures are drawn.

    Attributes:
        paths: how many.
        seed: from which they follow; the same seed gives the same figures on every machine.
        shape: how amounts spread.
        income_spread: by what share income can turn out more or less in a month, unless its entry says otherwise.
        spending_spread: the same for spending.
        job_loss: the chance that income stops, in each month in which it has not.
        job_loss_months: for how many calendar months it then does, with the one in which it stops.
        cost_chance: the chance of an unforeseen cost, in each month.
        cost: what it takes, in yuan.
    """

    paths: Annotated[int, Field(strict=True, ge=LEAST_PATHS, le=MOST_PATHS)] = 10_000
    seed: Annotated[int, Field(strict=True, ge=0, le=MOST_SEED)] = 1
    shape: Shape = Shape.TRIANGULAR
    income_spread: Rate = Decimal("0.1")
    spending_spread: Rate = Decimal("0.15")
    job_loss: Rate = Decimal(0)
    job_loss_months: Months = 3
    cost_chance: Rate = Decimal(0)
    cost: Principal = Decimal(3000)


class Help(Document):
    """How much of each remedy is tried.

    Attributes:
        cushion: what there is more at the start, in yuan.
        cut: by what share spending from tomorrow on is less.
    """

    cushion: Money = Decimal(5000)
    cut: Part = Decimal("0.1")


class Stress(Document):
    """All that the stress test is told.

    Attributes:
        earners: the incomes that stop when a job is gone; the one that brings most where empty.
    """

    income: IncomeFall = IncomeFall()
    job: JobGone = JobGone()
    cost: OneOffCost = OneOffCost()
    rate: RateMove = RateMove()
    limit: LimitClosed = LimitClosed()
    earners: Many[Key] = ()
    chance: Chance = Chance()
    help: Help = Help()

    @property
    def chosen(self) -> tuple[Shock, ...]:
        """Return what is tried together."""
        return tuple(shock for shock in Shock if getattr(self, shock.value).on)
