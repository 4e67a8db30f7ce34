"""A keystroke in the loan form until all is painted, against resetting a plain 60-row table in the same run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QTableView
from timing import p95

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.settings import Settings


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

        own = p95(keystroke, app)
        peer = p95(lambda number: model.setStringList([str(number + row) for row in range(60)]), app)
    print(f"edit: {own:.1f} ms (p95), plain 60-row table {peer:.1f} ms, ratio {own / peer:.2f}")


if __name__ == "__main__":
    main()
