"""The paper for somebody who is late: what is owed today, what the days to come cost, and which ways out there are."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Final

from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.files.papers import Paper, PaperTable, made_words, part_of
from jiebei_desktop.files.tables import Cell, ways_table
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.late import Subject, subjects
from jiebei_desktop.planning.late_words import (
    books_lines,
    books_why,
    first_steps,
    late_headline,
    late_reason,
    support,
    ways_sentence,
)
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.planning.ways import move_warning, ways
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.stages import Overdue, shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

AHEAD: Final = (1, 7, 30, 90)
"""Days from now that are looked at."""


def overdue_paper(plan: Plan, rules: RuleBook, today: date, chosen: Collection[str] | None = None) -> Paper:
    """Return where loans that are late stand today, and of others what if.

    Args:
        plan: holds the loans.
        rules: the product rules.
        today: the day that is looked at; of what is not late yet it is the day on which it falls due.
        chosen: the keys of the loans and offers that are looked at; those that are late where None.

    Raises:
        ProblemError: there is no such loan, or none of them can be worked out.
    """
    found, parts, problem = [], [], ProblemError("loans", translate("Paper", "没有逾期的借款，不用打印这一张。"))
    for subject in subjects(plan, rules, today):
        if subject.key in chosen if chosen is not None else subject.days:
            try:
                books = subject.at(subject.days)
                parts += _loan(plan, rules, subject, books)
                found.append((subject, books))
            except ProblemError as error:  # nobody knows what being late costs, or it is too far ahead
                problem = error
                parts.append(PaperTable(subject.label, said=(str(error),)))
    if not found:
        raise problem
    known = shipped_overdue()
    return Paper(
        title=translate("Paper", "逾期的账"),
        plan=plan.name,
        headline=_headline(found),
        reason=translate("Paper", "到 {today}为止，照填的还款记录算。").format(today=long_date(today)),
        tables=(*parts, _stages(known), _consequences(known), _rights(known)),
        notes=(
            translate("Late", "各家说法不一，都附来源。只给数字和出处，不是法律意见。"),
            translate("Paper", "以放款方的记录和合同为准；还款前在 App 里再核对一遍当天的数。"),
        ),
        made=made_words(today),
    )


def _headline(found: list[tuple[Subject, Ledger]]) -> str:
    """Return what all of it comes to: of one loan what being late costs, of several what ends it today."""
    late = [(subject, books) for subject, books in found if subject.days]
    if len(found) == 1:
        return late_headline(found[0][0].days, found)
    if not late:
        return translate("Paper", "都还没有逾期；下面是晚了会怎样。")
    text = translate("Paper", "{count} 笔逾期，今天一共付 {amount} 元，就都不再逾期。")
    return text.format(count=len(late), amount=grouped(sum((books.due_now for _, books in late), ZERO)))


def _loan(plan: Plan, rules: RuleBook, subject: Subject, books: Ledger) -> list[PaperTable]:
    """Return everything about one loan.

    Raises:
        ProblemError: its books can't be.
    """
    known, days, day = shipped_overdue(), subject.days, long_date(books.as_of)
    said = [late_reason(subject, books, known.stage(books.overdue_days))]
    said += first_steps(subject, books, known)[1:] if days else ()
    heading = translate("Paper", "{label}：{day}欠多少").format(label=subject.label, day=day)
    parts = [_owed(subject, books)._replace(heading=heading, said=tuple(said))]
    if subject.paid_off:
        return parts
    heading = translate("Paper", "{label}：再晚几天").format(label=subject.label)
    parts.append(PaperTable(heading, *_ahead(subject, books, known)))
    where = situation(plan, subject, rules)
    heading = translate("Paper", "{label}：有哪些办法，都从 {day}算起").format(label=subject.label, day=day)
    advice = (ways_sentence(where, ways(where, days)), move_warning(where, books.as_of))
    return [*parts, part_of(heading, ways_table(where, days))._replace(said=tuple(filter(None, advice)))]


def _owed(subject: Subject, books: Ledger) -> PaperTable:
    """Return the books bucket by bucket, each with how it came about; a reason that was said is not said again."""
    reasons, strong, before = books_why(subject, books), set(), ""
    rows: list[tuple[Cell, ...]] = []
    for line in books_lines():
        amount: Decimal = getattr(books, line.key)
        if amount or line.whole:
            if line.whole:
                strong.add(len(rows))
            why = reasons.get(line.key, "")
            rows.append((line.name, amount, "" if why == before else why))
            before = why or before
    header = (translate("Paper", "项目"), translate("Paper", "金额"), translate("Paper", "怎么来的"))
    return PaperTable("", header, tuple(rows), strong=frozenset(strong))


def _ahead(subject: Subject, books: Ledger, known: Overdue) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return what the days to come cost, as far as they can be worked out: the names, and a row a day from now on."""
    header = (
        translate("Paper", "再过几天"),
        translate("Paper", "哪一天"),
        translate("Paper", "逾期几天"),
        translate("Paper", "阶段"),
        translate("Paper", "晚了一共多付"),
        translate("Paper", "比现在多付"),
        translate("Paper", "要还才不逾期"),
        translate("Paper", "一次结清要"),
    )
    now = sum(subject.cost_by(books), ZERO)
    rows: list[tuple[Cell, ...]] = []
    for more in (0, *AHEAD):
        try:
            then = subject.at(subject.days + more)
        except ProblemError:  # too far ahead
            break
        cost = sum(subject.cost_by(then), ZERO)
        stage = str(known.stage(then.overdue_days).name)
        rows.append((more, then.as_of, then.overdue_days, stage, cost, cost - now, then.due_now, then.settlement))
    return header, tuple(rows)


def _stages(known: Overdue) -> PaperTable:
    header = (translate("Paper", "逾期几天起"), translate("Paper", "一般叫"), translate("Paper", "五级分类"))
    days = sorted({stage.first_day for stage in known.stages} | {said.from_day for said in known.classes})
    rows = tuple((day, str(known.stage(day).name), str(known.class_of(day).text)) for day in days)
    return PaperTable(translate("Paper", "逾期的阶段"), header, rows)


def _consequences(known: Overdue) -> PaperTable:
    header = (translate("Paper", "逾期几天起"), translate("Paper", "会怎样"), translate("Paper", "谁说的"))
    rows = tuple((said.from_day, str(said.text), support(said, known)) for said in known.consequences)
    return PaperTable(translate("Late", "会发生什么"), header, rows)


def _rights(known: Overdue) -> PaperTable:
    header = (translate("Late", "你可以指望的"), translate("Paper", "谁说的"))
    rows = tuple((str(said.text), support(said, known)) for said in (*known.rights, known.holidays))
    return PaperTable(translate("Late", "你可以指望的"), header, rows)
