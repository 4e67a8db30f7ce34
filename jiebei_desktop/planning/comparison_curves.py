"""What pictures of a comparison show by day, and each picture in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.figure_words import listed
from jiebei_desktop.planning.offers import LATE_DAYS
from jiebei_desktop.planning.worked import Worked
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import ProblemError

_BEYOND = 40


def origin_of(compared: Compared) -> date:
    """Return the first day of any column."""
    return min((worked.start for _, worked in compared.able), default=compared.comparison.start_date)


def costs_by_day(compared: Compared) -> dict[int, list[Decimal]]:
    """Return the interest and fees paid by each day since the origin, by column."""
    return _by_day(compared, lambda worked, days: worked.costs_by_day(days))


def balances_by_day(compared: Compared) -> dict[int, list[Decimal]]:
    """Return the principal owed at the end of each day since the origin, by column."""
    return _by_day(compared, lambda worked, days: worked.balances_by_day(days))


def _by_day(compared: Compared, values: Callable[[Worked, int], list[Decimal]]) -> dict[int, list[Decimal]]:
    """Return values by day since the origin, nothing before a column's own start, and a little beyond the last day."""
    first, found = origin_of(compared), {}
    for place, worked in compared.able:
        before = (worked.start - first).days
        found[place] = [ZERO] * before + values(worked, shown_days(compared) - before)
    return found


def shown_days(compared: Compared) -> int:
    """Return how many days are shown: so many beyond the last payment that it is seen to be one."""
    return compared.days + max(compared.days // _BEYOND, 1)


def late_span(compared: Compared) -> int:
    """Return how many days late are shown."""
    return max(LATE_DAYS[-1], compared.comparison.late_days)


def late_by_day(compared: Compared) -> dict[int, list[Decimal]]:
    """Return what being late costs by each day, by column; none where nobody knows."""
    found = {}
    for place, worked in compared.able:
        try:
            found[place] = worked.late_by_day(late_span(compared))
        except ProblemError:  # the table says why
            continue
    return found


def cycles_said(compared: Compared) -> str:
    """Return the picture of due dates in a sentence."""
    ends = sorted((worked.dues[-1].due_date, compared.names[place]) for place, worked in compared.able)
    if not ends or ends[0][0] == ends[-1][0]:
        text = translate("Pictures", "{day} 还完。") if len(ends) == 1 else translate("Pictures", "都在 {day} 还完。")
        return text.format(day=ends[0][0]) if ends else ""
    text = translate("Pictures", "最先还完的是{first}（{first_day}），最后是{last}（{last_day}）。")
    return text.format(first=ends[0][1], first_day=ends[0][0], last=ends[-1][1], last_day=ends[-1][0])


def cash_said(compared: Compared) -> str:
    """Return the picture of cash in a sentence."""
    most = {place: max(due.payment for due in worked.by_day) for place, worked in compared.able}
    text = translate("Pictures", "一次要拿出的最多：{each}。")
    return text.format(each=_each(compared, most)) if most else ""


def costs_said(compared: Compared) -> str:
    """Return the picture of costs in a sentence."""
    last = origin_of(compared) + timedelta(days=compared.days)
    ends = {place: worked.cost for place, worked in compared.able}
    text = translate("Pictures", "到 {day} 一共付的利息和手续费：{each}。")
    return text.format(day=last, each=_each(compared, ends)) if ends else ""


def balances_said(compared: Compared, by_day: dict[int, list[Decimal]]) -> str:
    """Return the picture of balances in a sentence."""
    half = compared.days // 2
    begun = {place for place, worked in compared.able if (worked.start - origin_of(compared)).days <= half}
    found = {place: values[half] for place, values in by_day.items() if place in begun}
    text = translate("Pictures", "到一半时（{day}）还欠的本金：{each}。")
    day = origin_of(compared) + timedelta(days=half)
    return text.format(day=day, each=_each(compared, found)) if found else ""


def late_said(compared: Compared, by_day: dict[int, list[Decimal]]) -> str:
    """Return the picture of late days in a sentence, for the user's own day and the last one."""
    text = translate("Pictures", "第一期晚 {days} 天：{each}。")
    chosen = sorted({compared.comparison.late_days, late_span(compared)} - {0})
    said = (
        text.format(days=days, each=_each(compared, {place: values[days] for place, values in by_day.items()}))
        for days in chosen
        if by_day
    )
    stages = translate("Pictures", "M1 到 M3 是逾期的阶段，含义见“逾期”。")
    return pick("", " ").join([*said, stages]) if by_day else ""


def _each(compared: Compared, values: dict[int, Decimal]) -> str:
    """Return a figure for each column, the least first."""
    text = translate("Pictures", "{name} {amount} 元")
    order: Sequence[int] = sorted(values, key=lambda place: values[place])
    return listed(text.format(name=compared.names[place], amount=grouped(values[place])) for place in order)
