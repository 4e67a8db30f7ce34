"""An amount changed on the page of the budget until all is painted, against a plain 60-row table in the same run.

Once with the sample plan, once with ten loans and 400 entries.
"""

from __future__ import annotations

import os
import tempfile
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from timing import p95, plain_table

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.edit import entry_changed, with_budget
from jiebei_desktop.planning.budget.household import Account, Budget, Entry, EntryKind
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.settings import Settings


def main() -> None:
    """Time both and print the 95th percentiles and their ratios."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(app, Settings(Path(folder) / "settings.ini"))
        store = desk.store
        desk.window.show()
        store.replace(sample_plan(store.today))
        desk.window.show_page(place_of("budget"))
        app.processEvents()

        def edit(number: int) -> None:
            budget = store.plan.budget
            entry = budget.entries[0].model_copy(update={"amount": Decimal(5_000 + number)})
            store.edit("", with_budget(store.plan, entry_changed(budget, entry)), typing="")

        peer = plain_table(app)
        sample = p95(edit, app)
        store.replace(_large(store.plan, store.today))
        app.processEvents()
        large = p95(edit, app)
    print(f"budget edit: {sample:.1f} ms (p95), plain 60-row table {peer:.1f} ms, ratio {sample / peer:.2f}")
    print(f"with 10 loans and 400 entries: {large:.1f} ms (p95), ratio {large / peer:.2f}")


def _large(plan: Plan, today: date) -> Plan:
    loans = tuple(
        Loan(
            id=str(number),
            name="",
            product="jiebei",
            periods=24,
            method="equal_payment",
            rate=Decimal("0.0004"),
            principal=Decimal(3_000 + number),
            start_date=today - timedelta(days=3 * number),
        )
        for number in range(10)
    )
    entries = tuple(
        Entry(
            id=str(number),
            kind=EntryKind.INCOME if number % 10 == 0 else EntryKind.SPENDING,
            amount=Decimal(500 if number % 10 == 0 else 30),
            day=1 + number % 28,
        )
        for number in range(400)
    )
    budget = Budget(as_of=today, accounts=(Account(id="card", balance=Decimal(5_000)),), entries=entries)
    return plan.model_copy(update={"loans": loans, "budget": budget})


if __name__ == "__main__":
    main()
