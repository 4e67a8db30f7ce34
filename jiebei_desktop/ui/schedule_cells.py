"""The figures of a schedule as cards and cells, each with how it came about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.engine.ledger import Kept
from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.schedule_why import (
    balance_why,
    cost_card_why,
    days_why,
    payment_card_why,
    payment_why,
    per_hundred,
    principal_why,
    rate_card_why,
    total_why,
)
from jiebei_desktop.planning.why import cost_why
from jiebei_desktop.products import ProductRule
from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.values import Method


class Figure(NamedTuple):
    """What a card shows: the figure, a remark on it, and what says how it came about."""

    value: str
    remark: str
    why: Callable[[], str]


def figures(found: Schedule, rule: ProductRule | None) -> dict[str, Figure]:
    """Return the four figures above a schedule by their names."""
    totals, rates = found.totals, found.rates
    cost = translate("Loans", "每借 100 元付 {amount} 元").format(amount=grouped(per_hundred(found)))
    principal = translate("Loans", "其中本金 {amount}").format(amount=grouped(totals.principal))
    nominal, effective = translate("Loans", "单利 · 按期数"), translate("Loans", "复利 · 按还款日")
    rate = partial(rate_card_why, found, rule)
    return {
        "cost": Figure(grouped(totals.cost), cost, partial(cost_card_why, found, rule)),
        "payment": Figure(grouped(totals.payment), principal, partial(payment_card_why, found, rule)),
        "nominal": Figure(percent(rates.nominal_annual), nominal, partial(rate, effective=False)),
        "effective": Figure(percent(rates.effective_annual), effective, partial(rate, effective=True)),
    }


def header(found: Schedule) -> list[Cell]:
    """Return the titles of the columns."""
    fee = found.terms.method is Method.FLAT_FEE
    return [
        Cell(translate("Loans", "期")),
        Cell(translate("Loans", "还款日")),
        Cell(translate("Loans", "天数")),
        Cell(translate("Loans", "本金")),
        Cell(translate("Loans", "手续费") if fee else translate("Loans", "利息")),
        Cell(translate("Loans", "应还")),
        Cell(translate("Loans", "还剩本金")),
    ]


def cells(found: Schedule, unpaid: Mapping[date, Decimal], today: date) -> list[list[Cell]]:
    """Return a line for each row and one for the sums: the first strong amount is what has to be paid next.

    Args:
        found: the schedule.
        unpaid: what is left of what is late, by its due date.
        today: rows before it that are not late are quiet.
    """
    replaced = found.replaced if isinstance(found, Kept) else frozenset()
    lines = []
    for row in found.rows:
        left = unpaid.get(row.due_date) if row.event is None else None
        moved = row.event is None and row.due_date in replaced
        line = _cells(row, "\n".join(cost_why(row, found.terms)), _payment(row, left, moved=moved))
        past = row.due_date < today and left is None
        lines.append([cell._replace(tone=Tone.QUIET) for cell in line] if past else line)
    return [*lines, _sums(found)]


def _sums(found: Schedule) -> list[Cell]:
    totals, why = found.totals, partial(total_why, found)
    return [
        Cell(""),
        Cell(translate("Loans", "合计"), Tone.STRONG),
        Cell(str(sum(row.days for row in found.rows)), Tone.QUIET, why=partial(why, "days")),
        Cell(grouped(totals.principal), Tone.STRONG, why=partial(why, "principal")),
        Cell(grouped(totals.cost), Tone.STRONG, why=partial(why, "cost")),
        Cell(grouped(totals.payment), Tone.STRONG, why=partial(why, "payment")),
        Cell(""),
    ]


def _payment(row: Row, left: Decimal | None, *, moved: bool) -> Cell:
    """Return what an instalment asks for, or what is left of one that is late or went into a new plan."""
    if left is not None:
        return Cell(translate("Loans", "没还 {amount}").format(amount=grouped(left)), Tone.WRONG, why=payment_why(row))
    if row.event == "restructure":  # it takes back what had fallen due unpaid
        return Cell(grouped(row.payment), Tone.QUIET, why=translate("Loans", "没还的，转入新的计划"))
    if moved:
        return Cell(f"⇨ {grouped(row.payment)}", Tone.QUIET, why=translate("Loans", "没还，转入新的计划"))
    return Cell(grouped(row.payment), Tone.STRONG, why=partial(payment_why, row))


def _cells(row: Row, why: str, payment: Cell) -> list[Cell]:
    return [
        Cell(_EVENT_SIGNS.get(row.event or "", str(row.period)), Tone.QUIET, why=_event_name(row)),
        Cell(row.due_date.isoformat()),
        Cell(str(row.days), Tone.QUIET, why=partial(days_why, row)),
        Cell(grouped(row.principal), why=partial(principal_why, row)),
        Cell(grouped(row.interest + row.fee), why=why),
        payment,
        Cell(grouped(row.balance), Tone.QUIET, why=partial(balance_why, row)),
    ]


_EVENT_SIGNS = {"prepayment": "＋", "settlement": "✓", "restructure": "⇨"}


def _event_name(row: Row) -> str:
    return {
        "prepayment": translate("Loans", "提前还款"),
        "settlement": translate("Loans", "结清"),
        "restructure": translate("Loans", "重新分期"),
    }.get(row.event or "", "")
