"""What falls due, in words: for a calendar's entries and for reminders."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from jiebei_desktop import workdays
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.budget.outlook import Outlook
from jiebei_desktop.planning.due_days import DueDay, DueKind, LoanDues, PlanDues, Standing
from jiebei_desktop.planning.wording import joined, long_date, offer_label, product_name
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate

_MOST_LETTERS: Final = 60
_NO_TEXT: Final = {"Cc", "Cs", "Co"}
"""Categories of signs that other programs make nothing good of: control, halves of pairs, private use."""
_DIRECTIONS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def one_line(text: str, most: int = _MOST_LETTERS) -> str:
    """Return a text of the user's as other programs can show it: one line, not long, nothing that turns text round."""
    words = "".join(" " if letter.isspace() else letter for letter in text if _shows(letter)).split()
    line = " ".join(words)
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _shows(letter: str) -> bool:
    return letter.isspace() or (letter not in _DIRECTIONS and unicodedata.category(letter) not in _NO_TEXT)


def due_name(dues: LoanDues, due: DueDay, rules: RuleBook) -> str:
    """Return what falls due in a few words: `借呗 第 3 期`."""
    name = one_line(dues.loan.name) or one_line(product_name(dues.loan.product, rules))
    if due.kind is DueKind.EARLY:
        return translate("DueDays", "{name} 提前还").format(name=name)
    if due.kind is DueKind.PENALTY:
        return translate("DueDays", "{name} 剩下的罚息").format(name=name)
    return translate("DueDays", "{name} 第 {number} 期").format(name=name, number=due.number)


def due_title(dues: LoanDues, due: DueDay, rules: RuleBook) -> str:
    """Return the same with how it stands and the amount, as a calendar's entry is called."""
    text = {
        Standing.AHEAD: translate("DueDays", "{what} 还 {amount} 元"),
        Standing.LATE: translate("DueDays", "{what} 已逾期 还差 {amount} 元"),
        Standing.PAID: translate("DueDays", "{what} 已还"),
        Standing.GONE: translate("DueDays", "{what} 不用还了"),
    }[due.standing]
    return text.format(what=due_name(dues, due, rules), amount=grouped(due.amount))


def due_lines(
    dues: LoanDues, due: DueDay, every: PlanDues, rules: RuleBook, today: date, outlook: Outlook | None
) -> Iterator[str]:
    """Yield what a calendar says about something that falls due, line by line.

    Args:
        dues: of its loan.
        due: what falls due.
        every: what the whole plan asks for.
        rules: the products.
        today: the day on which it is said.
        outlook: the months ahead; None where there is no budget.
    """
    yield _which(dues, due, rules)
    if not due.open:
        yield _why_closed(due)
        return
    if due.kind is DueKind.INSTALMENT:
        yield _parts(due)
    if due.standing is Standing.LATE:
        yield late_words(dues, today)
    else:
        text = translate("DueDays", "这一天一共要还 {amount} 元。")
        yield text.format(amount=grouped(every.on(due.day)))
        yield enough_words(outlook, due.day) if outlook is not None else ""
        yield joined(day_off_words(due.day), _unknown_words(due.day))
    yield translate("DueDays", "由“借花规划”算出，以贷款人 App 里的为准。")


def _which(dues: LoanDues, due: DueDay, rules: RuleBook) -> str:
    label = " · ".join(filter(None, (one_line(dues.loan.name), one_line(offer_label(dues.loan, rules)))))
    if due.kind is not DueKind.INSTALMENT:
        return label
    text = translate("DueDays", "{loan}，第 {number} 期，最后一期是第 {last} 期")
    return text.format(loan=label, number=due.number, last=max(dues.last, due.number))


def _why_closed(due: DueDay) -> str:
    if due.standing is Standing.GONE:
        return translate("DueDays", "现在的计划里没有这一期了，不用还。")
    return translate("DueDays", "按计划里的记录，已经还了。")


def _parts(due: DueDay) -> str:
    parts = (
        (translate("DueDays", "本金 {amount}"), due.principal),
        (translate("DueDays", "利息 {amount}"), due.interest),
        (translate("DueDays", "手续费 {amount}"), due.fee),
    )
    said = " + ".join(text.format(amount=grouped(amount)) for text, amount in parts if amount)
    if due.kept:
        said += translate("DueDays", " − 前面多还的 {amount}").format(amount=grouped(due.kept))
    return translate("DueDays", "{amount} 元 = {parts}").format(amount=grouped(due.amount), parts=said)


def late_words(dues: LoanDues, today: date) -> str:
    """Return what a loan that is late takes today to be late no more."""
    text = translate("DueDays", "{today}一共付 {amount} 元，这笔借款就不再逾期；其中罚息 {penalty} 元。")
    if not dues.penalty:
        text = translate("DueDays", "{today}一共付 {amount} 元，这笔借款就不再逾期。")
    said = text.format(today=long_date(today), amount=grouped(dues.due_now), penalty=grouped(dues.penalty))
    unknown = translate("DueDays", "不知道罚息怎么算，没有算在里面。") if dues.owed.rule is None else ""
    return joined(said, unknown)


def enough_words(outlook: Outlook, day: date) -> str:
    """Return whether the budget says that there is enough on a day; nothing about a day that it does not look at."""
    line = outlook.line
    if not line.first <= day <= line.last:
        return ""
    held, missing = line.held_on(day), line.missing_on(day)
    if missing:
        text = translate("DueDays", "按预算，那天有 {held} 元，还差 {missing} 元。")
        return text.format(held=grouped(max(held, ZERO)), missing=grouped(missing))
    return translate("DueDays", "按预算，那天有 {held} 元，够。").format(held=grouped(held))


def day_off_words(day: date) -> str:
    """Return that a day is off and, where holidays are known, which working day is before it; else nothing."""
    if workdays.is_workday(day):
        return ""
    if day.year > workdays.known_until():
        return translate("DueDays", "那天是周末。")
    before = long_date(workdays.on_or_before(day))
    holiday = workdays.holiday_name(day)
    if holiday:
        return translate("DueDays", "那天{holiday}放假，前一个工作日是 {before}。").format(
            holiday=holiday, before=before
        )
    return translate("DueDays", "那天是周末，前一个工作日是 {before}。").format(before=before)


def _unknown_words(day: date) -> str:
    """Return that nobody knows yet which days of its year are off, where that is so."""
    if day.year <= workdays.known_until():
        return ""
    return translate("DueDays", "{year} 年怎么放假还不知道，这里只看周末。").format(year=day.year)
