"""What somebody is to be reminded of today: what falls due soon, money that will be short, what is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.due_days import DueDay, LoanDues, PlanDues, Standing, plan_dues
from jiebei_desktop.planning.due_words import day_off_words, due_name, late_words, one_line
from jiebei_desktop.planning.wording import joined, loan_label, long_date
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate

_SHORT_DAYS: Final = 30
_MONTHS: Final = 2
"""How far the budget is worked out for that."""


class ReminderKind(StrEnum):
    """What a reminder is about."""

    LATE = "late"
    DUE = "due"
    SHORT = "short"


class Reminder(NamedTuple):
    """One reminder.

    Attributes:
        key: the same for the same matter from day to day, whatever its amount becomes.
        page: where something can be done about it.
        loan: the id of the loan that it is about, if it is one.
    """

    kind: ReminderKind
    key: str
    title: str
    text: str
    page: str
    loan: str = ""


def reminders(plan: Plan, rules: RuleBook, today: date, days_before: int) -> tuple[Reminder, ...]:
    """Return what to remind of, the most pressing first.

    Args:
        plan: the plan; of its loans those that can't be worked out are left out.
        rules: the products.
        today: the day.
        days_before: so many days before its day what falls due is told of.
    """
    every = plan_dues(plan, rules, today)
    return (*_late(every, rules, today), *_due(every, rules, today, days_before), *_short(plan, rules, today))


def _late(every: PlanDues, rules: RuleBook, today: date) -> Iterator[Reminder]:
    for dues in every.loans:
        if not dues.late:
            continue
        name = one_line(loan_label(dues.loan, rules))
        title = translate("Reminding", "{name}已经逾期 {days} 天").format(name=name, days=dues.late_days)
        if not dues.late_days:
            title = translate("Reminding", "{name}还有罚息没付").format(name=name)
        said = joined(late_words(dues, today), translate("Reminding", "别急，“逾期”那一页里有几种办法可以比。"))
        yield Reminder(ReminderKind.LATE, f"late {dues.loan.id}", title, said, "late", dues.loan.id)


def _due(every: PlanDues, rules: RuleBook, today: date, days_before: int) -> Iterator[Reminder]:
    last = today + timedelta(days=days_before)
    for dues, due in _ahead(every):
        if due.day <= last:
            text = translate("Reminding", "{day}要还 {amount} 元。").format(
                day=long_date(due.day), amount=grouped(due.amount)
            )
            title = _title(due_name(dues, due, rules), (due.day - today).days)
            said = joined(text, day_off_words(due.day))
            yield Reminder(ReminderKind.DUE, f"due {dues.loan.id} {due.key}", title, said, "loans", dues.loan.id)


def _title(what: str, days: int) -> str:
    text = {
        0: translate("Reminding", "{what}今天还"),
        1: translate("Reminding", "{what}明天还"),
    }.get(days, translate("Reminding", "{what}还有 {days} 天"))
    return text.format(what=what, days=days)


def _ahead(every: PlanDues) -> list[tuple[LoanDues, DueDay]]:
    """Return what is still to be paid on its day, the next one first."""
    found = [(dues, due) for dues in every.loans for due in dues.days if due.standing is Standing.AHEAD]
    return sorted(found, key=lambda each: each[1].day)


def _short(plan: Plan, rules: RuleBook, today: date) -> Iterator[Reminder]:
    """Remind of the first day on which there is not enough, and of how much is missing at the worst."""
    if plan.budget.empty:
        return
    line = basis(plan, rules, today, _MONTHS).outlook().line
    end = today + timedelta(days=_SHORT_DAYS)
    short = line.first_short(today)
    if short is None or short[0] > end:
        return
    day, missing = short
    worst, least = line.lowest(day, end)
    title = translate("Reminding", "{day}钱可能不够").format(day=long_date(day))
    if day == today:
        title = translate("Reminding", "今天钱可能不够")
    text = translate("Reminding", "按预算，到那天还差 {amount} 元，提前补上就行。")
    said = text.format(amount=grouped(missing))
    if -least > missing:
        more = translate("Reminding", "到 {day}一共差 {amount} 元。")
        said = joined(said, more.format(day=long_date(worst), amount=grouped(-least)))
    yield Reminder(ReminderKind.SHORT, "short", title, said, "budget")


def next_due(plan: Plan, rules: RuleBook, today: date) -> str:
    """Return what falls due next, in a few words; nothing where nothing does."""
    ahead = _ahead(plan_dues(plan, rules, today))
    if not ahead:
        return ""
    dues, due = ahead[0]
    text = translate("Reminding", "下一笔：{day} {what} {amount} 元")
    return text.format(day=due.day, what=due_name(dues, due, rules), amount=grouped(due.amount))
