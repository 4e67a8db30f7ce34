"""Why this number: what the curves and maps of a comparison are worth on a day, option by option."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from decimal import Decimal

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_curves import origin_of
from jiebei_desktop.planning.comparison_lines import Key
from jiebei_desktop.planning.comparison_why import rule_why
from jiebei_desktop.planning.heat import DAYS, Heat
from jiebei_desktop.planning.late_words import nights_why
from jiebei_desktop.planning.reasons import summed
from jiebei_desktop.planning.worked import Due, Worked
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


def costs_why(compared: Compared, days: int) -> str:
    """Return which payments the interest and fees are from that were paid by a day since the origin."""
    return _by_option(compared, days, lambda _worked, dues: summed([due.cost for due in dues], _cost(dues)))


def balances_why(compared: Compared, days: int) -> str:
    """Return what is owed on a day since the origin: what was lent less the principal that was paid."""

    def owed(worked: Worked, dues: Sequence[Due]) -> str:
        paid = sum((due.principal for due in dues), ZERO)
        text = translate("CompareWhy", "借 {amount} − 已还本金 {paid} = 还欠 {left}")
        return text.format(amount=grouped(worked.amount), paid=grouped(paid), left=grouped(worked.amount - paid))

    return _by_option(compared, days, owed)


def late_why(compared: Compared, days: int) -> str:
    """Return the nights that being late with the first payment costs, option by option, with the rule behind them."""
    said = []
    for place, worked in compared.able:
        try:
            nights = nights_why(worked.late_nights(days), apart=True)
        except ProblemError:  # the table says why
            continue
        first = worked.first.first_due
        text = translate("BudgetWhy", "{due} 该还 {payment} 元，晚 {days} 天：")
        head = text.format(due=first.due_date, payment=grouped(first.payment), days=days)
        said.append("\n".join((compared.names[place], head, *nights, *rule_why(Key.LATE, worked))))
    return "\n\n".join(said)


def heat_why(heat: Heat, row: int, place: int) -> str:
    """Return what a cell of a heat map is made of: the usual cost and the nights of being late."""
    worked, days = heat.columns[row].worked, DAYS[place]
    if worked is None or heat.cells[row][place] is None:
        return heat.problems[row]
    said = [summed([due.cost for due in worked.dues], worked.cost)]
    if days:
        said += nights_why(worked.late_nights(days), apart=True)
        said.append(summed([worked.cost, worked.late(days)], worked.cost + worked.late(days)))
    return "\n".join((*said, *rule_why(Key.LATE if days else Key.COST, worked)))


def _by_option(compared: Compared, days: int, say: Callable[[Worked, Sequence[Due]], str]) -> str:
    """Return what is to be said of each option on a day, by what it had paid by then."""
    day = origin_of(compared) + timedelta(days=days)
    text = translate("Why", "{name}：{figure}")
    said = []
    for place, worked in compared.able:
        paid = [due for due in worked.dues if due.due_date <= day]
        if paid:
            said.append(text.format(name=compared.names[place], figure=say(worked, paid)))
    return "\n".join(said) or translate("CompareWhy", "到 {day} 还没有还过。").format(day=day)


def _cost(dues: Sequence[Due]) -> Decimal:
    return sum((due.cost for due in dues), ZERO)
