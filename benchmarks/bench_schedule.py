"""A dated, exact 12-instalment schedule, against numpy-financial's undated floats in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import numpy as np
import numpy_financial as npf

from jiebei_desktop.engine import Terms, schedule
from jiebei_desktop.values import Method

ROUNDS, CALLS = 15, 200
TERMS = Terms(
    principal=Decimal(12_000), start_date=date(2026, 11, 24), periods=12, method=Method.EQUAL_PAYMENT,
    rate=Decimal("0.0004"),
)  # fmt: skip
PERIODS = np.arange(1, 13)


def ours() -> object:
    """Work out all rows, to the fen, on true days."""
    return schedule(TERMS).rows


def theirs() -> object:
    """Work out interest and principal of each period in floats."""
    return npf.ipmt(0.012, PERIODS, 12, -12_000), npf.ppmt(0.012, PERIODS, 12, -12_000)


def microseconds(call: Callable[[], object]) -> float:
    """Return the mean time of a call."""
    start = time.perf_counter()
    for _ in range(CALLS):
        call()
    return (time.perf_counter() - start) / CALLS * 1e6


def main() -> None:
    """Run both in turn and print the medians and the ratio of each pair."""
    pairs = [(microseconds(theirs), microseconds(ours)) for _ in range(ROUNDS)]
    peer, own = (statistics.median(values) for values in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for other, mine in pairs)
    print(f"schedule: {own:.0f} µs, numpy-financial ipmt + ppmt {peer:.0f} µs, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
