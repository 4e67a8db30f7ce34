"""A keystroke in the loan form until all is painted, against resetting a plain 60-row table in the same run.

Every page has been on screen before.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from timing import p95, plain_table

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.settings import Settings


def main() -> None:
    """Time both and print the 95th percentiles and their ratio."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(app, Settings(Path(folder) / "settings.ini"))
        desk.window.show()
        desk.store.replace(sample_plan())
        for place in range(len(PAGES)):  # pages that are not on screen cost nothing
            desk.window.show_page(place)
            app.processEvents()
        desk.window.show_page(place_of("loans"))
        amount = desk.window.page(LoansPage).form.fields[Field.PRINCIPAL]
        app.processEvents()

        def keystroke(number: int) -> None:
            amount.set_text(str(5_000 + number))
            amount.edited.emit(amount.text())

        own = p95(keystroke, app)
        peer = plain_table(app)
    print(f"edit: {own:.1f} ms (p95), plain 60-row table {peer:.1f} ms, ratio {own / peer:.2f}")


if __name__ == "__main__":
    main()
