"""The books of a loan as a table: what money went to, day by day, and what is owed today with what being late cost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine.books import Entry
from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.files.tables import Cell, Table, Word, row_why, why_title
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.document import Loan, loan_schedule
from jiebei_desktop.planning.late import loan_ledger, loan_subject
from jiebei_desktop.planning.late_words import books_why
from jiebei_desktop.planning.wording import no_overdue_rule
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import pick, translate


class _Line(NamedTuple):
    """A row: money that moved, something that is owed, or what that comes to; all in yuan, None where it has no part.

    Attributes:
        kept: what of it was kept for later; below zero where it was paid out of what had been kept.
        amount: all of it.
    """

    part: Word
    day: date
    what: Word
    principal: Decimal | None = None
    interest: Decimal | None = None
    fee: Decimal | None = None
    on_principal: Decimal | None = None
    on_interest: Decimal | None = None
    kept: Decimal | None = None
    amount: Decimal = ZERO
    days_late: int | None = None
    why: str = ""


def ledger_table(loan: Loan, rules: RuleBook, today: date) -> Table:
    """Return the books of a loan at the end of a day: each movement of money by its day, then what is owed.

    What is owed are the instalments that have fallen due, the penalty, what is not due yet, and less what was kept.
    It adds up to what pays everything off, unless more was kept than that; this comes last, after what is needed not
    to be late any more.

    Raises:
        ProblemError: the loan can't be worked out, or has not begun.
    """
    header = (
        translate("Ledger", "哪一部分"),
        translate("Ledger", "日期"),
        translate("Ledger", "是什么"),
        translate("Ledger", "本金"),
        translate("Ledger", "利息"),
        translate("Ledger", "手续费"),
        translate("Ledger", "本金的罚息"),
        translate("Ledger", "利息、费的罚息"),
        translate("Ledger", "先存着的钱"),
        translate("Ledger", "金额"),
        translate("Ledger", "逾期几天"),
    )
    keys = ("part", "date", "what", "principal", "interest", "fee", "penalty_on_principal", "penalty_on_interest")
    books, found = loan_ledger(loan, rules, today), loan_schedule(loan, rules)
    agreed = {row.due_date: row_why(row, found) for row in found.rows if row.event is None}
    lines = [*_moved(books, agreed), *_owed(books, agreed), *_sums(loan, rules, books)]
    rows: tuple[tuple[Cell, ...], ...] = tuple(line[:-1] for line in lines)
    table = Table(header, rows, (*keys, "kept", "amount", "days_late"))
    return table.beside("why", why_title(), [line.why for line in lines])


def _moved(books: Ledger, agreed: Mapping[date, str]) -> list[_Line]:
    """Return what moved; of what was paid on its day how that came about."""
    return [
        _Line(
            Word(translate("Ledger", "钱的来去"), "moved"),
            entry.date,
            _entry_name(entry),
            entry.principal,
            entry.interest,
            entry.fee,
            entry.penalty_on_principal,
            entry.penalty_on_interest,
            entry.credit,
            entry.money,
            why=agreed.get(entry.date, "") if entry.kind == "instalment" else "",
        )
        for entry in books.entries
    ]


def _entry_name(entry: Entry) -> Word:
    name = {
        "instalment": translate("Ledger", "按时还"),
        "payment": translate("Ledger", "还款"),
        "prepayment": translate("Ledger", "提前还"),
        "settlement": translate("Ledger", "一次结清"),
        "waiver": translate("Ledger", "减免"),
        "restructure": translate("Ledger", "转入新的计划"),
        "credit": translate("Ledger", "用先存着的钱还"),
    }[entry.kind]
    return Word(name, entry.kind)


def _owed(books: Ledger, agreed: Mapping[date, str]) -> list[_Line]:
    part, day = Word(translate("Ledger", "到今天还欠"), "owed"), books.as_of
    lines = []
    for due in books.unpaid:
        text = translate("Ledger", "第 {number} 期没还的").format(number=due.number)
        unpaid = Word(text, f"unpaid_{due.number}")
        line = _Line(part, due.due_date, unpaid, due.principal, due.interest, due.fee, amount=due.whole)
        lines.append(line._replace(days_late=(day - due.due_date).days or None, why=agreed.get(due.due_date, "")))
    if books.penalty_total:
        first, second, both = books.penalty_on_principal, books.penalty_on_interest, books.penalty_total
        what = Word(translate("Ledger", "到今天的罚息"), "penalty")
        lines.append(_Line(part, day, what, on_principal=first, on_interest=second, amount=both))
    if books.normal_principal:
        ahead = books.normal_principal
        what = Word(translate("Ledger", "没到期的本金"), "principal_ahead")
        lines.append(_Line(part, day, what, ahead, amount=ahead))
    cost = books.settlement - books.due_now - books.normal_principal + books.credit
    if not books.settlement:  # what was kept may be more than all that is owed
        cost = books.normal_interest
    if cost:
        what = Word(translate("Ledger", "今天结清要付的、没到期的利息和费"), "cost_ahead")
        lines.append(_Line(part, day, what, amount=cost))
    if books.credit:
        kept = Word(translate("Ledger", "减去先存着的钱"), "kept")
        lines.append(_Line(part, day, kept, kept=-books.credit, amount=-books.credit))
    return lines


def _sums(loan: Loan, rules: RuleBook, books: Ledger) -> list[_Line]:
    """Return what is needed not to be late any more, and what pays everything off, with how they came about."""
    part, day, late = Word(translate("Ledger", "合起来"), "sums"), books.as_of, books.overdue_days or None
    subject = loan_subject(loan, rules, day)
    why = books_why(subject, books)
    unknown = no_overdue_rule(subject.label) if late and subject.rule is None else ""
    due_why = pick("；", "; ").join(
        filter(None, (*why["penalty_on_principal"].split("\n"), unknown.rstrip("。."), why["due_now"]))
    )
    now = Word(translate("Ledger", "要还才不逾期"), "due_now")
    all_of_it = Word(translate("Ledger", "一次结清要"), "settlement")
    return [
        _Line(part, day, now, amount=books.due_now, days_late=late, why=due_why),
        _Line(part, day, all_of_it, amount=books.settlement, why=why["settlement"]),
    ]
