"""A dated, exact schedule against two peers in the same run: pyloan's, and numpy-financial's undated floats."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import numpy as np
import numpy_financial as npf
from pyloan import Loan

from jiebei_desktop.engine import Terms, schedule
from jiebei_desktop.values import Method

ROUNDS = 15


def terms(periods: int) -> Terms:
    """Return a loan by the day, as 借呗 has it."""
    return Terms(
        principal=Decimal(12_000),
        start_date=date(2026, 11, 24),
        periods=periods,
        method=Method.EQUAL_PAYMENT,
        rate=Decimal("0.0004"),
    )


YEAR, THIRTY_YEARS = terms(12), terms(360)
PERIODS = np.arange(1, 13)


def ours() -> object:
    """Work out twelve rows, to the fen, on true days."""
    return schedule(YEAR).rows


def ours_long() -> object:
    """Work out 360 rows."""
    return schedule(THIRTY_YEARS).rows


def floats() -> object:
    """Work out interest and principal of twelve periods in floats, without dates."""
    return npf.ipmt(0.012, PERIODS, 12, -12_000), npf.ppmt(0.012, PERIODS, 12, -12_000)


def pyloan() -> object:
    """Work out twelve dated rows with pyloan."""
    loan = Loan(
        loan_amount=12_000, interest_rate=14.6, loan_term=1, start_date="2026-11-24", compounding_method="A/365"
    )
    return loan.get_payment_schedule()


def microseconds(call: Callable[[], object], calls: int) -> float:
    """Return the mean time of a call."""
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return (time.perf_counter() - start) / calls * 1e6


def main() -> None:
    """Run all in turn and print the medians and the median of the ratios."""
    runs = [
        (microseconds(ours, 200), microseconds(floats, 200), microseconds(pyloan, 20), microseconds(ours_long, 10))
        for _ in range(ROUNDS)
    ]
    own, numpy_floats, peer, long = (statistics.median(values) for values in zip(*runs, strict=True))
    to_floats = statistics.median(run[0] / run[1] for run in runs)
    to_peer = statistics.median(run[0] / run[2] for run in runs)
    growth = statistics.median(run[3] / run[0] for run in runs)
    print(f"schedule of 12: {own:.0f} µs")
    print(f"  numpy-financial ipmt + ppmt {numpy_floats:.0f} µs, ratio {to_floats:.2f} (wanted: below 1)")
    print(f"  pyloan {peer:.0f} µs, ratio {to_peer:.3f} (wanted: at most 0.1)")
    print(f"schedule of 360: {long:.0f} µs, {growth:.1f} times one of 12 (30 times the rows)")


if __name__ == "__main__":
    main()
