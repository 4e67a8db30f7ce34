"""The amortization engine: terms and what happened to them, exact to the fen."""

from __future__ import annotations

from jiebei_desktop.engine.rates import Rates, compounded, dated_rate, period_rate
from jiebei_desktop.engine.schedule import Row, Schedule, Totals, schedule
from jiebei_desktop.engine.terms import (
    InstalmentRule,
    Interval,
    Terms,
    checked_terms,
    due_before_start,
    product_defaults,
    read_terms,
)

__all__ = [
    "InstalmentRule",
    "Interval",
    "Rates",
    "Row",
    "Schedule",
    "Terms",
    "Totals",
    "checked_terms",
    "compounded",
    "dated_rate",
    "due_before_start",
    "period_rate",
    "product_defaults",
    "read_terms",
    "schedule",
]
