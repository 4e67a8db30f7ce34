"""The program without a screen: the sample plan as tables on the terminal, as CSV, and as pictures of the pages."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.budget_tables import months_table
from jiebei_desktop.files.comparison_tables import comparison_table, comparison_workbook
from jiebei_desktop.files.csv_out import write_csv
from jiebei_desktop.files.payoff_tables import payoff_table
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.files.tables import (
    Table,
    late_table,
    reasoned_schedule_table,
    schedule_table,
    shown,
    text_width,
    ways_table,
)
from jiebei_desktop.files.xlsx_out import write_xlsx
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.budget.words import budget_headline, budget_reason
from jiebei_desktop.planning.comparison import Compared, compare
from jiebei_desktop.planning.comparison_report import comparison_sheet
from jiebei_desktop.planning.document import Plan, loan_schedule, rule_for
from jiebei_desktop.planning.hints import billed_instalment_check
from jiebei_desktop.planning.late import USUAL_SPAN, subjects
from jiebei_desktop.planning.late_words import late_headline, late_reason
from jiebei_desktop.planning.payoff.answers import payoff_headline, payoff_reason
from jiebei_desktop.planning.payoff.plan import Found, question, searched, simple_rules
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.wording import loan_label, loan_sentence, rates_sentence
from jiebei_desktop.products import RuleBook, shipped_rules
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import language, translate


def run_demo(folder: Path) -> int:
    """Print the sample plan, write its tables and pictures into `folder`, and return the exit status."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # Chinese, whatever the terminal's language
    plan, rules = sample_plan(SAMPLE_DAY), shipped_rules()
    compared = compare(plan, rules)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = [*_loans(plan, rules, folder), *_comparison(compared, folder)]
        written += [*_late(plan, rules, folder), *_budget(plan, rules, folder)]
        written += [*_pictures(folder), _paper(compared, plan.name, folder)]
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        print(translate("Demo", "没能写到 {folder}：{reason}").format(folder=folder, reason=reason), file=sys.stderr)
        return 1
    print(translate("Demo", "写好的文件："))
    print(*(f"  {path}" for path in written), sep="\n")
    return 0


def _loans(plan: Plan, rules: RuleBook, folder: Path) -> list[Path]:
    written = []
    for number, loan in enumerate(plan.loans, start=1):
        worked_out = loan_schedule(loan, rules)
        table = schedule_table(worked_out)
        print(f"{loan_label(loan, rules)} · {grouped(loan.principal)}")
        print(loan_sentence(worked_out), rates_sentence(worked_out), sep="\n")
        remark = billed_instalment_check(loan, worked_out)
        if remark:
            print(f"! {remark.message}")
        print(_drawn(table), end="\n\n")
        path = folder / f"schedule-{number}.csv"
        write_csv(path, reasoned_schedule_table(worked_out, rule_for(loan, rules)))
        written.append(path)
    return written


def _comparison(compared: Compared, folder: Path) -> list[Path]:
    said, table = verdict(compared), comparison_table(compared)
    print(said.headline, said.reason, said.aside, _drawn(table), sep="\n", end="\n\n")
    written = [folder / "comparison.csv", folder / "comparison.xlsx"]
    write_csv(written[0], table)
    write_xlsx(written[1], comparison_workbook(compared), SAMPLE_DAY)
    return written


def _late(plan: Plan, rules: RuleBook, folder: Path) -> list[Path]:
    """Print what the loan that is late costs and the ways out, and write both as CSV."""
    found = subjects(plan, rules, SAMPLE_DAY)
    subject = found[0]
    books = subject.at(subject.days)
    where, stage = situation(plan, subject, rules), shipped_overdue().stage(subject.days)
    print(late_headline(subject.days, [(subject, books)]), late_reason(subject, books, stage), sep="\n")
    ways_out = ways_table(where, subject.days)
    print(_drawn(ways_out), end="\n\n")
    written = [folder / "late.csv", folder / "ways.csv"]
    write_csv(written[0], late_table(found, USUAL_SPAN))
    write_csv(written[1], ways_out)
    return written


def _budget(plan: Plan, rules: RuleBook, folder: Path) -> list[Path]:
    """Print whether the months ahead hold, which debt comes first and what could go wrong; write all three as CSV."""
    from jiebei_desktop.files.stress_tables import chances_table
    from jiebei_desktop.planning.stress.plan import drawn, stress_tested
    from jiebei_desktop.planning.stress.words import headline, reason

    outlook = basis(plan, rules, SAMPLE_DAY).outlook()
    months = months_table(outlook)
    print(budget_headline(outlook), budget_reason(outlook), _drawn(months), sep="\n", end="\n\n")
    asked = question(plan, rules, SAMPLE_DAY)
    found = searched(asked, Found(tuple(simple_rules(asked))), plan, rules, SAMPLE_DAY, lambda _: True)
    ways_off = payoff_table(found)
    print(payoff_headline(asked, found), payoff_reason(asked, found), _drawn(ways_off), sep="\n", end="\n\n")
    futures = drawn(stress_tested(plan, rules, SAMPLE_DAY), rules, lambda _: True)
    written = {"budget.csv": months, "payoff.csv": ways_off}
    if futures is not None:
        print(headline(futures.chances), reason(futures.chances), sep="\n", end="\n\n")
        written["stress.csv"] = chances_table(futures.chances)
    for name, table in written.items():
        write_csv(folder / name, table)
    return [folder / name for name in written]


def _pictures(folder: Path) -> list[Path]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from jiebei_desktop.ui.snapshot import Look, render_pages

    return list(render_pages(folder, Look(language=language())))


def _paper(compared: Compared, title: str, folder: Path) -> Path:
    """Write the comparison as a page; the pictures have begun Qt."""
    from jiebei_desktop.ui.print_comparison import pdf_bytes

    path = folder / "comparison.pdf"
    write_atomically(path, pdf_bytes(comparison_sheet(compared, title, SAMPLE_DAY)))
    return path


def _drawn(table: Table) -> str:
    """Return a table as aligned lines of text; Chinese characters are two columns wide."""
    lines = [list(table.header), *([shown(cell) for cell in row] for row in table.rows)]
    widths = [max(map(text_width, column)) for column in zip(*lines, strict=True)]
    drawn = ["  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    return "\n".join((drawn[0], "-" * text_width(drawn[0]), *drawn[1:]))


def _padded(cell: str, width: int) -> str:
    return " " * (width - text_width(cell)) + cell
