"""What the programme of real loans is made of, and what its solution says."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from jiebei_desktop.engine import Row
from jiebei_desktop.planning.payoff.walk import Paid
from jiebei_desktop.planning.payoff.windows import Slip


class Part(NamedTuple):
    """A loan that takes money in parts: the columns of its balances, and the interest of a yuan by instalment."""

    rows: tuple[Row, ...]
    balances: tuple[int, ...]
    charged: tuple[float, ...]
    full: tuple[float, ...]
    needs: float
    level: bool

    def growth(self, number: int) -> float:
        """Return by how much a balance grows up to an instalment; only where the instalment takes the interest too."""
        return 1.0 + self.full[number] if self.level else 1.0


class PlanMade(NamedTuple):
    """What a solution says is to be done.

    Attributes:
        balances: by place and day, the balance after what is paid early.
        settled: by place, the day on which a loan is paid off whole.
        slipped: by place and number, the day on which something late is paid and the penalty; None for never.
    """

    balances: Mapping[tuple[int, date], float]
    settled: Mapping[int, date]
    slipped: Mapping[tuple[int, int], tuple[date, float] | None]


def place_of(part: Part, slip: Slip) -> int:
    """Return the place of an instalment among the rows of its loan."""
    return next(place for place, row in enumerate(part.rows) if row.period == slip.number)


def is_of(paid: Paid, slip: Slip) -> bool:
    """Tell whether a payment is that of something that may slip."""
    kinds = {"instalment", "late"} if slip.number else {"arrears"}
    return paid.kind in kinds and paid.number == slip.number


def later(columns: Mapping[date | None, int], day: date) -> list[int]:
    """Return the columns of days after one, never included."""
    return [column for when, column in columns.items() if when is None or when > day]


def most_left(part: Part, number: int, before: float) -> float:
    """Return the balance after an instalment of a loan that goes on."""
    return before * part.growth(number) - part.needs
