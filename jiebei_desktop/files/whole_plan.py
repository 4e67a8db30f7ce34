"""All that a plan gives out, as the contents of files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jiebei_desktop.files.csv_out import CsvOptions, csv_bytes
from jiebei_desktop.files.outputs import GoOn, always, outputs
from jiebei_desktop.files.plan_tables import budget_table, loans_table
from jiebei_desktop.files.plan_workbook import plan_workbook
from jiebei_desktop.files.xlsx_out import xlsx_bytes
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import RuleBook


def csv_files(
    plan: Plan, rules: RuleBook, today: date, options: CsvOptions, go_on: GoOn = always
) -> Iterator[tuple[str, bytes]]:
    """Yield a name and the content of each CSV file: the tables, then what can be read in again.

    Raises:
        ProblemError: what takes long was ended by `go_on`.
    """
    for output in outputs(plan, rules, today, go_on):
        yield f"{output.key}.csv", csv_bytes(output.table(), options)
    if plan.loans:
        yield "loans.csv", csv_bytes(loans_table(plan, rules, raw=options.keys), options)
    if not plan.budget.empty:
        yield "budget-entries.csv", csv_bytes(budget_table(plan, raw=options.keys), options)


def workbook(plan: Plan, rules: RuleBook, today: date, go_on: GoOn = always) -> bytes:
    """Return the whole plan as an Excel workbook; raises as `csv_files`."""
    return xlsx_bytes(plan_workbook(plan, rules, today, slow=True, go_on=go_on), today)
