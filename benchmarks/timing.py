"""How long things take until they are painted."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QTableView

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


def plain_table(app: QApplication) -> float:
    """Return the same for resetting a plain table of 60 rows: the peer of what a page does."""
    model = QStringListModel()
    table = QTableView()
    table.setModel(model)
    table.resize(600, 800)
    table.show()
    app.processEvents()
    return p95(lambda number: model.setStringList([str(number + row) for row in range(60)]), app)
