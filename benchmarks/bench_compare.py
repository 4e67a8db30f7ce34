"""An edit in a comparison of six columns until all in sight is painted, against resetting plain 60-row tables."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QTableView
from timing import p95

from jiebei_desktop.planning.options import offer_option, with_added
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.compare import ComparePage
from jiebei_desktop.ui.settings import Settings

ROWS, COLUMNS = 60, 7


class Plain(QAbstractTableModel):
    """Sixty rows with a title and six figures each, the least that a table of figures can be."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def rowCount(self, _parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of rows."""
        return ROWS

    def columnCount(self, _parent: QModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return COLUMNS

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a figure."""
        return f"{self.number + index.row() * index.column():,.2f}" if role == Qt.ItemDataRole.DisplayRole else None

    def reset(self, number: int) -> None:
        """Show other figures."""
        self.beginResetModel()
        self.number = number
        self.endResetModel()


def shown(model: QAbstractTableModel | QStringListModel) -> QTableView:
    """Return a table of the size of the page's own."""
    table = QTableView()
    table.setModel(model)
    table.resize(1000, 700)
    table.show()
    return table


def main() -> None:
    """Time edits and peers and print the 95th percentiles and their ratios."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(app, Settings(Path(folder) / "settings.ini"))
        store, comparison = desk.store, desk.store.plan.comparison
        for product in ("jiebei", "huabei_instalment") * 2:
            comparison = with_added(comparison, offer_option(store.rules.rule(product), 12))
        store.replace(store.plan.model_copy(update={"comparison": comparison}))
        desk.window.show()
        desk.window.show_page(place_of("compare"))
        page = desk.window.page(ComparePage)
        figures, strings = Plain(), QStringListModel()
        tables = [shown(figures), shown(strings)]
        for _ in range(5):
            app.processEvents()

        def type_into(field: object, text: str) -> None:
            field.set_text(text)  # type: ignore[attr-defined]
            field.edited.emit(text)  # type: ignore[attr-defined]

        edits = {
            "one column's price": lambda number: type_into(page.form.offer.rate, f"0.0{300 + number}"),
            "the amount of all six": lambda number: type_into(page.amount, str(5_000 + number)),
            "the slider of days late": lambda number: page.what_if.late.slider.setValue(number % 80 + 1),
        }
        peers = {
            f"{ROWS} rows of {COLUMNS} figures": figures.reset,
            f"{ROWS} rows of one text": lambda number: strings.setStringList(
                [str(number + row) for row in range(ROWS)]
            ),
        }
        peer_times = {name: p95(act, app) for name, act in peers.items()}
        for name, act in edits.items():
            own = p95(act, app)
            ratios = ", ".join(f"{own / peer:.2f} x {name_of}" for name_of, peer in peer_times.items())
            print(f"compare, {name}: {own:.1f} ms (p95) = {ratios}")
        for part in (page.pictures.curves, page.pictures.heats):
            for _ in range(5):
                page.area.ensureWidgetVisible(part)
                app.processEvents()
        seen = p95(lambda number: page.what_if.amount.slider.setValue(number % 60 + 5), app)
        print(f"compare, the slider of the amount with curves and heat maps in sight: {seen:.1f} ms (p95)")
        for name, peer in peer_times.items():
            print(f"peer, {name}: {peer:.1f} ms (p95)")
        del tables


if __name__ == "__main__":
    main()
