"""All papers of a plan, as PDF files, and the comparison as one that can be printed like the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtGui import QPagedPaintDevice

from jiebei_desktop.files.overdue_paper import overdue_paper
from jiebei_desktop.files.papers import Paper, budget_paper, disclosure_paper, schedule_paper
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.comparison_report import comparison_sheet
from jiebei_desktop.planning.comparison_sheet import ComparisonSheet
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import RuleBook
from jiebei_desktop.ui.pdf import Printed, painted
from jiebei_desktop.ui.print_comparison import paint_comparison, pdf_bytes
from jiebei_desktop.ui.print_paper import paper_pdf
from jiebei_desktop.values import ProblemError


def plan_papers(
    plan: Plan, rules: RuleBook, today: date, memory: Memory | None = None
) -> list[tuple[str, Callable[[], bytes]]]:
    """Return what of a plan can be put on paper: a file's name without ending, and what makes its PDF.

    What can't be worked out is left out; loans keep the number that they have in the plan. There has to be a Qt
    application when a file is made. `memory` keeps what the months ahead were worked out from.
    """
    found: list[tuple[str, Callable[[], bytes]]] = []
    for name, made in _papers(plan, rules, today, memory):
        try:
            found.append((name, partial(paper_pdf, made())))
        except ProblemError:  # the pages of the window say why
            continue
    if plan.comparison.options:
        sheet = comparison_sheet(compare(plan, rules), plan.name, today)
        found.append(("comparison", partial(pdf_bytes, sheet)))
    return found


def comparison_printed(sheet: ComparisonSheet) -> Printed:
    """Return a comparison as something that can be looked at and printed."""

    def paint(device: QPagedPaintDevice) -> bool:
        return painted(device, lambda painter, page: paint_comparison(sheet, painter, page))

    return Printed(sheet.title, sideways=True, paint=paint)


def _papers(
    plan: Plan, rules: RuleBook, today: date, memory: Memory | None
) -> Iterator[tuple[str, Callable[[], Paper]]]:
    for number, loan in enumerate(plan.loans, 1):
        yield f"schedule-{number}", partial(schedule_paper, plan, loan, rules, today)
        yield f"disclosure-{number}", partial(disclosure_paper, plan, loan, rules, today)
    yield "overdue", partial(overdue_paper, plan, rules, today)
    if not plan.budget.empty:
        outlook = basis(plan, rules, today, memory=memory).outlook()
        yield "budget", partial(budget_paper, plan, rules, today, outlook)
