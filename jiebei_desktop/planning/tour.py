"""The walk through the sample: what a loan costs, what being late costs, and how to come back, in a few sentences."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule
from jiebei_desktop.planning.late import Subject, subjects
from jiebei_desktop.planning.situation import Situation, WayKind, situation
from jiebei_desktop.planning.ways import outcome
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Step(NamedTuple):
    """One stop of the walk.

    Attributes:
        page: where it is seen.
        place: what on the page is spoken of.
        said: one or two sentences, with the plan's own figures.
        loan_id: the loan that it is about; empty where it is about none.
    """

    page: str
    place: str
    said: str
    loan_id: str = ""


def steps(plan: Plan, rules: RuleBook, today: date) -> tuple[Step, ...]:
    """Return the stops of a walk through a plan with a loan that is late; none where it has no such story to tell."""
    try:
        late = [found for found in subjects(plan, rules, today) if found.days and found.loan is not None]
        if not late:
            return ()
        subject = late[0]
        books = subject.at(subject.days)
        said = _compared(plan, rules, subject.loan), _late(subject, books), _back(situation(plan, subject, rules))
    except ProblemError:
        return ()
    return (
        Step("compare", "card", said[0]),
        Step("late", "books", said[1], subject.key),
        Step("late", "ways", said[2], subject.key),
    )


def _compared(plan: Plan, rules: RuleBook, loan: Loan | None) -> str:
    """Return what the lender prints against what is worked out, and which option is the cheapest."""
    opening = ""
    if loan is not None and loan.billed_instalment is not None:
        due = loan_schedule(loan, rules).rows[0].payment
        if due != loan.billed_instalment:
            text = translate("Tour", "借 {amount} 元分 {periods} 期，听说每期约 {billed}？算下来是 {due} 元。")
            opening = text.format(
                amount=grouped(loan.principal),
                periods=loan.periods,
                billed=grouped(loan.billed_instalment),
                due=grouped(due),
            )
    found = compare(plan, rules)
    ordered = sorted(found.able, key=lambda each: each[1].cost)
    if len(ordered) < 2:
        raise ProblemError("comparison", translate("Tour", "没有两种可以比的。"))
    (best, cheap), (other, dear) = ordered[0], ordered[1]
    text = translate(
        "Tour",
        "同样的钱，{best}比{other}少付 {saved} 元：实际年化 {low} 对 {high}。别只看每期多少。",
    )
    said = text.format(
        best=found.names[best],
        other=found.names[other],
        saved=grouped(dear.cost - cheap.cost),
        low=percent(cheap.rates.effective_annual),
        high=percent(dear.rates.effective_annual),
    )
    return joined(opening, said)


def _late(subject: Subject, books: Ledger) -> str:
    """Return how late it is, what that has cost, what one more day costs, and when it becomes more serious."""
    one_more = subject.at(subject.days + 1).penalty_total - books.penalty_total
    text = translate("Tour", "逾期 {days} 天，已经多付 {penalty} 元，再拖一天多 {more} 元。今天付 {due} 元就不再逾期。")
    said = text.format(
        days=subject.days, penalty=grouped(books.penalty_total), more=grouped(one_more), due=grouped(books.due_now)
    )
    coming = shipped_overdue().next_stage(books.overdue_days)
    if coming is None:
        return said
    text = translate("Tour", "{day}起进入 {stage}。")
    day = long_date(subject.due_date + timedelta(days=coming.first_day))
    return joined(said, text.format(day=day, stage=coming.name))


def _back(found: Situation) -> str:
    """Return what a new plan comes to, against what cannot be paid today."""
    plan = outcome(found, WayKind.NEGOTIATE, found.subject.days)
    months = plan.by_month
    text = translate(
        "Tour",
        "一次拿不出？可以谈：分 {periods} 个月，每月 {most} 元，谈成那天起不再逾期，一共多付 {extra} 元。下面能写信。",
    )
    return text.format(periods=len(months), most=grouped(max(months)), extra=grouped(plan.extra))
