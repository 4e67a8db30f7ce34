"""All that a plan gives out, as the contents of files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.csv_out import CsvOptions, csv_bytes
from jiebei_desktop.files.ics_out import put_calendar
from jiebei_desktop.files.outputs import GoOn, Output, always, outputs, problems
from jiebei_desktop.files.plan_tables import budget_table, loans_table
from jiebei_desktop.files.plan_workbook import plan_workbook
from jiebei_desktop.files.xlsx_out import xlsx_bytes
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

CALENDAR: Final = ".ics"


def put_file(path: Path, content: bytes) -> None:
    """Write a file that a plan gives out; in the place of somebody else's calendar only once that has another name.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    if path.suffix == CALENDAR:
        put_calendar(path, content)
    else:
        write_atomically(path, content)


class WholePlan:
    """A plan and all that it gives out; what takes long is worked out once, whatever it goes out as.

    Attributes:
        plan: what was entered.
        rules: the products, with the plan's own ones.
        today: up to which day it is known what was paid.
        memory: keeps what the months ahead were worked out from.
    """

    def __init__(self, plan: Plan, rules: RuleBook, today: date, go_on: GoOn = always) -> None:
        """Take a plan; `go_on` hears how far what takes long has come, and gives False to stop it."""
        self.plan, self.rules, self.today = plan, rules, today
        self.memory = Memory()
        self._go_on = go_on

    @cached_property
    def _outputs(self) -> list[Output]:
        return outputs(self.plan, self.rules, self.today, self._go_on, self.memory)

    def csv_files(self, options: CsvOptions, left_out: Callable[[str], None]) -> Iterator[tuple[str, bytes]]:
        """Yield a name and the content of each CSV file: the tables, then what can be read in again.

        `left_out` hears what can't be worked out, and why.
        """
        for problem in problems(self.plan, self.rules, self.today):
            left_out(problem.message)
        for output in self._outputs:
            try:
                table = output.table()
            except ProblemError as error:
                text = translate("Outputs", "没有写“{title}”：{reason}")
                left_out(text.format(title=output.title, reason=error.problem.message))
            else:
                yield f"{output.key}.csv", csv_bytes(table, options)
        if self.plan.loans:
            yield "loans.csv", csv_bytes(loans_table(self.plan, self.rules, raw=options.keys), options)
        if not self.plan.budget.empty:
            yield "budget-entries.csv", csv_bytes(budget_table(self.plan, raw=options.keys), options)

    def workbook(self) -> bytes:
        """Return the whole plan as an Excel workbook; what can't be worked out is named on its first sheet."""
        sheets = plan_workbook(self.plan, self.rules, self.today, self._outputs, self.memory)
        return xlsx_bytes(sheets, self.today)
