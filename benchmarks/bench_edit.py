"""A keystroke in the loan form until all is painted, against resetting a plain 60-row table in the same run."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QTableView

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.settings import Settings

ROUNDS = 200


def milliseconds(act: Callable[[int], None], app: QApplication) -> list[float]:
    """Return how long each of many actions takes until it is painted."""
    taken = []
    for number in range(ROUNDS):
        start = time.perf_counter()
        act(number)
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def main() -> None:
    """Time both and print the 95th percentiles and their ratio."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(app, Settings(Path(folder) / "settings.ini"))
        desk.window.show()
        desk.store.replace(sample_plan(), None)
        amount = desk.window.page(LoansPage).form.fields[Field.PRINCIPAL]
        model = QStringListModel()
        table = QTableView()
        table.setModel(model)
        table.resize(600, 800)
        table.show()
        app.processEvents()

        def keystroke(number: int) -> None:
            amount.set_text(str(5_000 + number))
            amount.edited.emit(amount.text())

        own = statistics.quantiles(milliseconds(keystroke, app), n=20)[-1]
        rows = milliseconds(lambda number: model.setStringList([str(number + row) for row in range(60)]), app)
        peer = statistics.quantiles(rows, n=20)[-1]
    print(f"edit: {own:.1f} ms (p95), plain 60-row table {peer:.1f} ms, ratio {own / peer:.2f}")


if __name__ == "__main__":
    main()
