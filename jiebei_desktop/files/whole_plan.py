"""All that a plan gives out, as the contents of files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from jiebei_desktop.files.csv_out import CsvOptions, csv_bytes
from jiebei_desktop.files.outputs import GoOn, always, outputs, problems
from jiebei_desktop.files.plan_tables import budget_table, loans_table
from jiebei_desktop.files.plan_workbook import plan_workbook
from jiebei_desktop.files.xlsx_out import xlsx_bytes
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


def csv_files(
    plan: Plan, rules: RuleBook, today: date, options: CsvOptions, left_out: Callable[[str], None], go_on: GoOn = always
) -> Iterator[tuple[str, bytes]]:
    """Yield a name and the content of each CSV file: the tables, then what can be read in again.

    `left_out` hears what can't be worked out, and why; `go_on` how far what takes long has come.
    """
    for problem in problems(plan, rules, today):
        left_out(problem.message)
    for output in outputs(plan, rules, today, go_on):
        try:
            table = output.table()
        except ProblemError as error:
            text = translate("Outputs", "没有写“{title}”：{reason}")
            left_out(text.format(title=output.title, reason=error.problem.message))
        else:
            yield f"{output.key}.csv", csv_bytes(table, options)
    if plan.loans:
        yield "loans.csv", csv_bytes(loans_table(plan, rules, raw=options.keys), options)
    if not plan.budget.empty:
        yield "budget-entries.csv", csv_bytes(budget_table(plan, raw=options.keys), options)


def workbook(plan: Plan, rules: RuleBook, today: date, go_on: GoOn = always) -> bytes:
    """Return the whole plan as an Excel workbook; what can't be worked out is named on its first sheet."""
    return xlsx_bytes(plan_workbook(plan, rules, today, slow=True, go_on=go_on), today)
