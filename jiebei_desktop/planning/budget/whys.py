"""Why this number: the figures of the budget's tables, each with what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.budget.care import Checked
from jiebei_desktop.planning.budget.household import EntryKind
from jiebei_desktop.planning.budget.occurrences import Flow
from jiebei_desktop.planning.budget.outlook import Month, Outlook
from jiebei_desktop.planning.budget.payables import Payable
from jiebei_desktop.planning.budget.trials import LATE_DAYS, Tried
from jiebei_desktop.planning.budget.words import entry_label, late_why, lowest_why, payable_label, share_why
from jiebei_desktop.planning.late_words import nights_why
from jiebei_desktop.planning.reasons import effective_why, summed
from jiebei_desktop.planning.why import cost_why, ground_why, instalment_why
from jiebei_desktop.planning.worked import OfferWorked
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_MOST = 12
"""Lines of a list before it is cut short."""
_FEW = 3
"""Instalments of which it is told how their interest came about."""


def income_why(month: Month, outlook: Outlook) -> str:
    """Return what comes in in a month, each with its day."""
    found = _moved(month, outlook, {EntryKind.INCOME})
    if not found:
        return translate("BudgetWhy", "这个月没有填收入。")
    return _listed(((flow.day.isoformat(), entry_label(flow.entry), flow.amount) for flow in found), month.income)


def spending_why(month: Month, outlook: Outlook) -> str:
    """Return what living takes in a month and what is put aside, each with its day."""
    found = _moved(month, outlook, {EntryKind.SPENDING, EntryKind.SAVING, EntryKind.TRANSFER})
    if not found:
        return translate("BudgetWhy", "这个月没有填开支。")
    whole = month.spending + month.saving
    said = _listed(((flow.day.isoformat(), entry_label(flow.entry), -flow.amount) for flow in found), whole)
    if not month.saving:
        return said
    text = translate("Budget", "生活 {spending} 元 + 存起来 {saving} 元")
    return "\n".join((text.format(spending=grouped(month.spending), saving=grouped(month.saving)), said))


def dues_why(month: Month, outlook: Outlook, brand: Brand) -> str:
    """Return what a brand asks for in a month, and how interest and instalments came about."""
    found = [
        each
        for each in outlook.line.payables
        if (each.owed.brand or Brand.OTHER) is brand and month.first <= each.day <= month.last
    ]
    return payables_why(found)


def payables_why(found: Sequence[Payable]) -> str:
    """Return payments one by one with their sum, and how the first ones came about."""
    whole = sum((each.amount for each in found), ZERO)
    said = [_listed(((each.day.isoformat(), payable_label(each), each.amount) for each in found), whole)]
    for each in found[:_FEW]:
        said += _payable_steps(each)
    return "\n".join(filter(None, said))


def _payable_steps(each: Payable) -> Sequence[str]:
    """Return how one instalment came about; of what is late already, that it is more than one."""
    if each.overdue:
        return [translate("BudgetWhy", "逾期的部分：没还的各期加罚息，明细在“逾期”页。")]
    if each.early:
        return [translate("BudgetWhy", "提前还的一笔：你自己定的金额。")]
    try:
        rows = each.owed.rows()
    except ProblemError:
        return []
    row = next((row for row in rows if row.event is None and row.due_date == each.due_date), None)
    if row is None:
        return []
    text = translate("BudgetWhy", "{what}：{how}")
    how = " ".join((*cost_why(row, each.owed.terms), *instalment_why(row)))
    return [text.format(what=payable_label(each), how=how)]


def late_month_why(month: Month) -> str:
    """Return what is late in a month, each with the nights that it comes from."""
    return "\n".join(map(late_why, month.late))


def most_why(found: Tried) -> str:
    """Return which payment of what is tried is the largest."""
    largest = [each for each in found.payables if each.amount == found.most]
    text = translate("BudgetWhy", "{count} 次还款里最多的一次是 {amount} 元：")
    return "\n".join((text.format(count=len(found.payables), amount=grouped(found.most)), payables_why(largest[:1])))


def cost_tried_why(found: Tried) -> str:
    """Return how what a product costs came about: by payment, and by the rule."""
    worked = found.worked
    if worked is None:
        return ""
    return "\n".join((summed([due.cost for due in worked.dues], worked.cost), *_ground(found)))


def rate_tried_why(found: Tried) -> str:
    """Return how the true annual rate of what is tried came about."""
    worked = found.worked
    if worked is None:
        return ""
    flows = [(due.due_date, due.payment) for due in worked.dues]
    said = effective_why(worked.start, worked.amount, flows, worked.rates.effective_annual)
    return "\n".join((*said, *_ground(found)))


def _ground(found: Tried) -> Sequence[str]:
    worked = found.worked
    if not isinstance(worked, OfferWorked):
        return ()
    return (*cost_why(worked.found.rows[0], worked.found.terms), *ground_why(worked.plain.terms, worked.rule))


def share_most_why(outlook: Outlook, most: Decimal) -> str:
    """Return in which month the most of the income goes to debt, and where the bounds are."""
    month = next((month for month in outlook.months if month.share == most), None)
    return "\n".join((f"{month.first:%Y-%m}", share_why(month, outlook.budget))) if month is not None else ""


def lowest_day_why(outlook: Outlook) -> str:
    """Return how the least money of all days came about."""
    day, _ = outlook.line.lowest(outlook.today)
    month = next((month for month in outlook.months if month.first <= day <= month.last), None)
    return lowest_why(month, outlook) if month is not None else day.isoformat()


def all_late_why(outlook: Outlook) -> str:
    """Return everything that is late, each with the nights that it comes from."""
    late = outlook.line.late
    said = list(map(late_why, late[:_MOST]))
    if len(late) > 1:
        said.append(summed([paid.cost for paid in outlook.line.paid if paid.cost], outlook.line.late_cost))
    return "\n".join(said)


def late_tried_why(found: Tried, place: int) -> str:
    """Return the nights that being late with the first payment by some days of `LATE_DAYS` comes from."""
    worked, days = found.worked, LATE_DAYS[place]
    if worked is None or found.late is None:
        return ""
    first = worked.first.first_due
    text = translate("BudgetWhy", "{due} 该还 {payment} 元，晚 {days} 天：")
    said = text.format(due=first.due_date, payment=grouped(first.payment), days=days)
    return "\n".join((said, *nights_why(worked.late_nights(days), apart=True)))


def checked_why(each: Checked, before: Checked | None, outlook: Outlook) -> str:
    """Return between what a record is held, and by how much it differs."""
    since, amount = (before.day, before.real) if before else (outlook.budget.as_of, outlook.budget.held)
    text = translate("BudgetWhy", "从 {since} 的 {amount} 元起，按填的收支和还款走到 {day}，计划有 {planned} 元。")
    planned = text.format(since=since, amount=grouped(amount), day=each.day, planned=grouped(each.planned))
    text = translate("BudgetWhy", "实际 {real} − 计划 {planned} = {drift} 元。")
    sign = "+" if each.drift > ZERO else ""
    drift = f"{sign}{grouped(each.drift)}"
    return "\n".join((planned, text.format(real=grouped(each.real), planned=grouped(each.planned), drift=drift)))


def _moved(month: Month, outlook: Outlook, kinds: set[EntryKind]) -> list[Flow]:
    return [flow for flow in outlook.line.flows if flow.entry.kind in kinds and month.first <= flow.day <= month.last]


def _listed(lines: Iterable[tuple[str, str, Decimal]], whole: Decimal) -> str:
    """Return what something is made of, a line each, and what it comes to."""
    text = translate("BudgetWhy", "{day} {what} {amount}")
    said = [text.format(day=day, what=what, amount=grouped(amount)) for day, what, amount in lines]
    if len(said) > _MOST:
        more = translate("BudgetWhy", "……还有 {count} 笔").format(count=len(said) - _MOST)
        said = [*said[:_MOST], more]
    return "\n".join((*said, translate("BudgetWhy", "一共 {amount} 元。").format(amount=grouped(whole))))
