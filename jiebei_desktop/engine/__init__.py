"""The amortization engine: terms and what happened to them, exact to the fen."""

from __future__ import annotations

from jiebei_desktop.engine.events import (
    Arrears,
    Effect,
    Event,
    Payment,
    Prepayment,
    RateChange,
    Restructure,
    Settlement,
    Waiver,
    WaiverOf,
    read_events,
)
from jiebei_desktop.engine.explain import Basis, Ground, Said, ground
from jiebei_desktop.engine.overdue import penalty_rate
from jiebei_desktop.engine.rates import Rates, compounded, dated_rate, period_rate
from jiebei_desktop.engine.rows import FeeKind, FeePart, Instalment, Piece, Row, Totals
from jiebei_desktop.engine.schedule import Schedule, rated_schedule, schedule, settlement_costs
from jiebei_desktop.engine.solve import solve
from jiebei_desktop.engine.terms import (
    InstalmentRule,
    Interval,
    Terms,
    checked_terms,
    due_before_start,
    first_due_by,
    product_defaults,
    read_terms,
)

__all__ = [
    "Arrears",
    "Basis",
    "Effect",
    "Event",
    "FeeKind",
    "FeePart",
    "Ground",
    "Instalment",
    "InstalmentRule",
    "Interval",
    "Payment",
    "Piece",
    "Prepayment",
    "RateChange",
    "Rates",
    "Restructure",
    "Row",
    "Said",
    "Schedule",
    "Settlement",
    "Terms",
    "Totals",
    "Waiver",
    "WaiverOf",
    "checked_terms",
    "compounded",
    "dated_rate",
    "due_before_start",
    "first_due_by",
    "ground",
    "penalty_rate",
    "period_rate",
    "product_defaults",
    "rated_schedule",
    "read_events",
    "read_terms",
    "schedule",
    "settlement_costs",
    "solve",
]
