"""What is on each paper that can be printed: sentences and tables, in order, without a window."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop import __version__
from jiebei_desktop.engine import Row, Schedule, rated_schedule
from jiebei_desktop.engine.ledger import Kept
from jiebei_desktop.files.budget_tables import entries_table, months_table
from jiebei_desktop.files.tables import Cell, Table, schedule_table
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.budget.alerts import alerts
from jiebei_desktop.planning.budget.outlook import Outlook, basis
from jiebei_desktop.planning.budget.words import bands_rule, budget_aside, budget_headline, budget_reason
from jiebei_desktop.planning.disclosure import Line, disclosure, part_name
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule, rule_for
from jiebei_desktop.planning.happenings import event_label, saved_sentence
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.late_words import first_steps
from jiebei_desktop.planning.warnings import rate_warnings
from jiebei_desktop.planning.why import ground_why
from jiebei_desktop.planning.wording import joined, loan_label, loan_sentence, long_date, offer_detail, rates_sentence
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.regulation import regulation
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_AMOUNT = 2
"""The place of the amounts in a table of all costs: some are words, and stand at the right all the same."""


class PaperTable(NamedTuple):
    """One part of a paper.

    Attributes:
        heading: stands above it.
        header: names the columns; empty where there are sentences only.
        rows: as long as the header each.
        said: sentences between the heading and the table.
        strong: the places of rows that stand out, such as sums.
        right: the places of columns of words that stand at the right, as figures do by themselves.
    """

    heading: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    said: tuple[str, ...] = ()
    strong: frozenset[int] = frozenset()
    right: frozenset[int] = frozenset()


class Paper(NamedTuple):
    """What is on one paper, on as many pages as it takes.

    Attributes:
        title: what it is, at the top of each page, beside the name of the `plan`.
        headline: the answer in a sentence.
        reason: what stands under it; may be empty.
        tables: the parts, in order.
        notes: what the figures rest on, a sentence or two each.
        made: who made it and when, at the foot of each page.
    """

    title: str
    plan: str
    headline: str
    reason: str
    tables: tuple[PaperTable, ...]
    notes: tuple[str, ...]
    made: str


def made_words(today: date) -> str:
    """Return what stands at the foot of each page."""
    text = translate("Paper", "{today} · 借花规划 {version} · 独立软件，与蚂蚁集团无关；只给数字和来源，不是法律意见")
    return text.format(today=today, version=__version__)


def schedule_paper(plan: Plan, loan: Loan, rules: RuleBook, today: date) -> Paper:
    """Return a loan's schedule, with what happened on its way and what it rests on.

    Raises:
        ProblemError: the loan can't be worked out; with the field.
    """
    found = loan_schedule(loan, rules)
    late, unpaid = _late(loan, rules, today)
    remarks = rate_warnings(found, regulation(rules))
    parts = [_schedule_part(loan, found, unpaid)]
    if loan.events:
        happened = tuple(event_label(event) for event in sorted(loan.events, key=lambda event: event.date))
        parts.append(PaperTable(translate("Paper", "中间发生的"), said=happened))
    return Paper(
        title=translate("Paper", "{name} 还款表").format(name=loan_label(loan, rules)),
        plan=plan.name,
        headline=loan_sentence(found),
        reason=joined(late, rates_sentence(found), saved_sentence(loan, found, rules)),
        tables=tuple(parts),
        notes=(*ground_why(found.terms, rule_for(loan, rules)), *(remark.whole for remark in remarks)),
        made=made_words(today),
    )


def disclosure_paper(plan: Plan, loan: Loan, rules: RuleBook, today: date) -> Paper:
    """Return the table of all costs of a loan as it was agreed.

    Raises:
        ProblemError: the loan can't be worked out; with the field.
    """
    found, rule = loan_schedule(loan, rules), rule_for(loan, rules)
    agreed = rated_schedule(found.terms) if found.events else found
    header = (
        "",
        translate("Paper", "项目"),
        translate("Paper", "金额或比例"),
        translate("Paper", "怎么算"),
        translate("Paper", "谁收"),
    )
    lines = disclosure(agreed, rule)
    before = (None, *(line.part for line in lines))
    rows = tuple(_line(line, first=line.part is not part) for line, part in zip(lines, before, strict=False))
    text = translate(
        "Paper",
        "样子照《个人贷款业务明示综合融资成本规定》（2026-03-15 公布，2026-08-01 起施行）；"
        "它的年化公式没有查到，两种年化都列出，各有名字。",
    )
    own = translate("Paper", "按填的条件算出来的，不是放款方出的明示表；两边不一样时，以放款方的和合同为准。")
    return Paper(
        title=translate("Paper", "{name} 综合融资成本明示表").format(name=loan_label(loan, rules)),
        plan=plan.name,
        headline=loan_sentence(agreed),
        reason=rates_sentence(agreed),
        tables=(PaperTable(translate("Paper", "综合融资成本"), header, rows, right=frozenset({_AMOUNT})),),
        notes=(text, own, *ground_why(agreed.terms, rule)),
        made=made_words(today),
    )


def budget_paper(plan: Plan, rules: RuleBook, today: date, known: Outlook | None = None) -> Paper:
    """Return the household's months ahead, what to look out for, and what was entered.

    Args:
        plan: what was entered.
        rules: the products, with the plan's own ones.
        today: up to which day it is known what was paid.
        known: the months ahead, where they were worked out already.

    Raises:
        ProblemError: nothing was entered.
    """
    budget = plan.budget
    if budget.empty:
        raise ProblemError("budget", translate("Paper", "还没有填收支。先在“预算”里填上，再打印。"))
    outlook = known or basis(plan, rules, today).outlook()
    warned = tuple(alert.text for alert in alerts(plan, rules, today, outlook))
    parts = [PaperTable(translate("Paper", "要留意的"), said=warned)] if warned else []
    parts.append(part_of(translate("Paper", "往后的月份"), months_table(outlook)))
    if budget.entries:
        parts.append(part_of(translate("Paper", "填的收支"), entries_table(budget)))
    return Paper(
        title=translate("Paper", "预算"),
        plan=plan.name,
        headline=budget_headline(outlook),
        reason=joined(budget_reason(outlook), budget_aside(outlook)),
        tables=tuple(parts),
        notes=(bands_rule(budget),),
        made=made_words(today),
    )


def part_of(heading: str, table: Table, nothing: Collection[Cell] = (None, "")) -> PaperTable:
    """Return a table as a part of a paper, without the columns that hold `nothing` from top to bottom."""
    told = [
        place for place in range(len(table.header)) if any(row[place] not in nothing for row in table.rows) or not place
    ]
    rows = tuple(tuple(row[place] for place in told) for row in table.rows)
    return PaperTable(heading, tuple(table.header[place] for place in told), rows)


def _schedule_part(loan: Loan, found: Schedule, unpaid: Mapping[date, Decimal]) -> PaperTable:
    """Return all instalments with their sums; what costs nothing at all has no column."""
    table, totals = schedule_table(found), found.totals
    days = sum(row.days for row in found.rows)
    sums: tuple[Cell, ...] = (
        translate("Paper", "合计"),
        None,
        None,
        days,
        None,
        totals.principal,
        totals.interest,
        totals.fee,
        totals.payment,
        None,
    )
    replaced = found.replaced if isinstance(found, Kept) else frozenset()
    remarks = (*(_remark(row, unpaid, replaced) for row in found.rows), None)
    rows = tuple((*cells, said) for cells, said in zip((*table.rows, sums), remarks, strict=True))
    header = (*table.header, translate("Paper", "说明"))
    text = translate("Paper", "{day}借 {amount} 元，分 {periods} 期，{detail}。")
    said = text.format(
        day=long_date(loan.start_date),
        amount=grouped(loan.principal),
        periods=loan.periods,
        detail=offer_detail(loan),
    )
    part = part_of(translate("Paper", "每一期"), Table(header, rows), nothing=(None, "", ZERO))
    return part._replace(said=(said,), strong=frozenset({len(found.rows)}))


def _remark(row: Row, unpaid: Mapping[date, Decimal], replaced: Collection[date]) -> str | None:
    """Return what is no plain instalment about a row, or that it is late."""
    if row.event is not None:
        return {
            "prepayment": translate("Paper", "提前还款"),
            "settlement": translate("Paper", "结清"),
            "restructure": translate("Paper", "重新分期"),
        }[row.event]
    if row.due_date in unpaid:
        return translate("Paper", "没还 {amount}").format(amount=grouped(unpaid[row.due_date]))
    return translate("Paper", "没还，转入新的计划") if row.due_date in replaced else None


def _late(loan: Loan, rules: RuleBook, today: date) -> tuple[str, Mapping[date, Decimal]]:
    """Return what ends a loan's being late today, and what is left of each late instalment by its due date.

    There is nothing of either where it is not late, or nobody knows what that costs.
    """
    try:
        subject = loan_subject(loan, rules, today)
        if subject.days:
            books = subject.at(subject.days)
            return first_steps(subject, books, shipped_overdue())[0], books.late_by_day
    except ProblemError:
        pass
    return "", {}


def _line(line: Line, *, first: bool) -> tuple[Cell, ...]:
    """Return one line of the table of all costs; a part is named in its first."""
    return part_name(line.part) if first else None, line.item, line.amount, line.how, line.who
