"""How long things take until they are painted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

ROUNDS = 200


def p95(act: Callable[[int], None], app: QApplication) -> float:
    """Return the 95th percentile, in milliseconds, of what many actions take until they are painted."""
    taken = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        act(number)
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.quantiles(taken, n=20)[-1]
