"""花呗: a repayment pays a month's bill, on which the plan's instalments stand beside whatever else was bought."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine import Payment
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.budget.household import Budget
from jiebei_desktop.planning.statement.agreed import Slot, claimed, owed
from jiebei_desktop.planning.statement.making import (
    billed,
    booked,
    exact,
    extra,
    gap,
    left_open,
    not_charged,
    set_right,
    when_paid,
)
from jiebei_desktop.planning.statement.movements import Kind, Movement, Statement
from jiebei_desktop.planning.statement.results import Match, Take
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate

_MOST_BILLS: Final = 4
_LITTLE: Final = Decimal("0.1")
"""Share of an instalment that its fee may be above what the plan has."""
Months = Mapping[date, Sequence[Slot]]


def bills(slots: Sequence[Slot], payments: Sequence[Movement], statement: Statement, budget: Budget) -> list[Match]:
    """Return the matches of the months for which something was paid, 花呗 only.

    Args:
        slots: what the plan's loans expect.
        payments: the repayments.
        statement: tells what else was bought.
        budget: tells on which days 花呗 bills and wants its money.
    """
    by_month: dict[date, list[Slot]] = {}
    for slot in slots:
        by_month.setdefault(slot.claim.due_date.replace(day=1), []).append(slot)
    paid: dict[date, list[Movement]] = {}
    for payment in payments:
        paid.setdefault(bill_month(payment, by_month, budget.due_day), []).append(payment)
    found = _several_bills(by_month, paid)
    for month in sorted(paid):
        its_payments = sorted(paid[month], key=lambda payment: (payment.day, payment.line))
        if month in by_month:
            found.append(_bill(by_month[month], its_payments, month, statement, budget))
        else:
            note = translate("Reconcile", "花呗 {year} 年 {month} 月的账单上，没有计划里的分期。")
            found.append(extra(its_payments, note.format(year=month.year, month=month.month)))
    return found


def bill_month(payment: Movement, by_month: Months, usual: int) -> date:
    """Return the month of the bill that a repayment is for: as it says itself, else the one that falls due nearest.

    A bill falls due on its usual day; the plan's instalments on it may have been entered with another one.
    """
    if payment.bill_month is not None:
        return payment.bill_month.replace(day=1)
    this = payment.day.replace(day=1)
    months = [add_months(this, away) for away in (-1, 0, 1)]

    def away(month: date) -> int:
        due = {month.replace(day=usual), *(slot.claim.due_date for slot in by_month.get(month, ()))}
        return min(abs((payment.day - day).days) for day in due)

    return min(months, key=away)


def _several_bills(by_month: dict[date, list[Slot]], paid: dict[date, list[Movement]]) -> list[Match]:
    """Match months whose payment, which names no bill, is just their own bill and those of unpaid months beside it."""
    found = []
    for month in sorted(paid):
        payments = paid[month]
        if len(payments) != 1 or payments[0].bill_month is not None or month not in by_month:
            continue
        months = _paid_together(month, payments[0], by_month, paid)
        if months:
            slots = [slot for each in months for slot in by_month.pop(each)]
            found.append(exact(sorted(slots, key=lambda slot: slot.claim.due_date), payments))
            del paid[month]
    return found


def _paid_together(
    month: date, payment: Movement, by_month: Months, paid: Mapping[date, Sequence[Movement]]
) -> list[date]:
    """Return the months whose bills a payment just pays, its own first; empty where there are none.

    With the penalty of what is late it is sure. Without one it is rather for bills to come than for late ones.
    """
    for step, whole in ((-1, owed), (1, owed), (1, _without_penalty), (-1, _without_penalty)):
        slots, months = list(by_month[month]), [month]
        while len(months) < _MOST_BILLS:
            beside = add_months(months[-1], step)
            if beside in paid or beside not in by_month:
                break
            months.append(beside)
            slots += by_month[beside]
            if any(payment.day < slot.agreed.terms.start_date for slot in slots):
                break
            if whole(slots, payment.day) == payment.amount:
                return months
    return []


def _without_penalty(slots: Sequence[Slot], _day: date) -> Decimal:
    return claimed(slots)


def _bill(
    slots: Sequence[Slot], payments: Sequence[Movement], month: date, statement: Statement, budget: Budget
) -> Match:
    """Return the match of a month's bill: the instalments are taken out of its repayments, the rest was for others."""
    whole = sum((payment.amount for payment in payments), ZERO)
    late = whole >= owed(slots, payments[-1].day)
    takes, last = _taken(slots, payments, with_penalty=late)
    taken = sum((take.amount for take in takes), ZERO)
    said = [
        translate("Reconcile", "分 {count} 笔还的。").format(count=len(payments)) if len(payments) > 1 else "",
        when_paid(slots, last, taken - claimed(slots)),
    ]
    left, above = left_open(slots, takes, last), ZERO
    if whole < claimed(slots):
        difference = whole - claimed(slots)
        said += [gap(difference), set_right(difference)]
    else:
        said += [_due_day(slots, last, month, budget) if left else ""]
        said += ["" if said[-1] else not_charged(slots, last, left)]
        above = _above(whole - taken, claimed(slots), month, statement, budget)
        said.append(_others(whole - taken, above, month, statement, budget))
    return billed(slots, payments, takes, joined(*said), advised=not left)._replace(above=above)


def _due_day(slots: Sequence[Slot], day: date, month: date, budget: Budget) -> str:
    """Return what to do where a bill was paid by its due day, but an instalment on it has an earlier one."""
    due, own = month.replace(day=budget.due_day), min(slot.claim.due_date for slot in slots)
    if not own < day <= due:
        return ""
    text = translate(
        "Reconcile",
        "花呗 {due} 日到期（见“预算”），这笔借款填的是 {own} 日，所以算成晚了。请先把其中一个改对，再记。",
    )
    return text.format(due=due.day, own=own.day)


def _others(amount: Decimal, above: Decimal, month: date, statement: Statement, budget: Budget) -> str:
    """Return what else was on a bill, and whether the purchases that the statement shows come to just that."""
    if not amount:
        return ""
    first, last = _bought_on(month, budget)
    text = translate("Reconcile", "账单上另有 {amount} 元是别的消费。")
    if above:
        text = translate(
            "Reconcile", "账单上多 {amount} 元，可 {first} 到 {last} 没看到用花呗买东西：可能这期分期的手续费比计划多。"
        )
    elif statement.first <= first and bought(statement.movements, first, last) == amount:
        text = translate("Reconcile", "账单上另外 {amount} 元，正好是 {first} 到 {last} 用花呗买的东西。")
    return text.format(amount=grouped(amount), first=first, last=last)


def _above(amount: Decimal, due: Decimal, month: date, statement: Statement, budget: Budget) -> Decimal:
    """Return what was paid beyond what is due, where it is little and the statement shows that nothing was bought."""
    first, last = _bought_on(month, budget)
    seen = statement.first > first or any(
        each.kind is Kind.PURCHASE and each.product is Brand.HUABEI and first <= each.day <= last
        for each in statement.movements
    )
    return amount if amount <= due * _LITTLE and not seen else ZERO


def _bought_on(month: date, budget: Budget) -> tuple[date, date]:
    """Return the first and the last day of what a month's bill is for."""
    return add_months(month, -1, budget.statement_day), add_months(month, 0, budget.statement_day) - timedelta(days=1)


def bought(movements: Iterable[Movement], first: date, last: date) -> Decimal:
    """Return what was bought with 花呗 on some days less what was given back, in yuan.

    A purchase that was given back whole is closed and counts for nothing, and so does what was given back for it, or
    for a repayment.
    """
    signs = {Kind.PURCHASE: 1, Kind.REFUND: -1, Kind.FAILED: 0, Kind.REPAYMENT: 0}
    known = [each for each in movements if each.kind in signs and each.product is Brand.HUABEI and each.repeats is None]
    closed = {each.order for each in known if not signs[each.kind] and each.order}
    lengths = {len(order) for order in closed}
    return sum(
        (
            signs[each.kind] * each.amount
            for each in known
            if first <= each.day <= last
            and not (each.kind is Kind.REFUND and any(each.order[:length] in closed for length in lengths))
        ),
        ZERO,
    )


def _taken(slots: Sequence[Slot], payments: Sequence[Movement], *, with_penalty: bool) -> tuple[list[Take], date]:
    """Take instalments out of repayments: each out of the first that has enough, else out of several.

    Returns:
        What is taken, and the last day on which something was.
    """
    left = [payment.amount for payment in payments]
    takes: list[Take] = []
    last = payments[0].day
    for slot in slots:
        wholes = [slot.whole(payment.day) if with_penalty else slot.claim.amount for payment in payments]
        enough = [place for place, whole in enumerate(wholes) if left[place] >= whole]
        if enough:
            parts = {enough[0]: wholes[enough[0]]}
        else:
            parts = _bit_by_bit(slot, payments, left, with_penalty=with_penalty)
        for place, amount in parts.items():
            left[place] -= amount
            last = max(last, payments[place].day)
            claim = slot.claim
            takes.append(Take(claim.loan_id, booked(slot, payments[place].day), amount, (claim.period,)))
    return takes, last


def _bit_by_bit(
    slot: Slot, payments: Sequence[Movement], left: Sequence[Decimal], *, with_penalty: bool
) -> dict[int, Decimal]:
    """Return what is taken out of which repayment for an instalment, as far as they go."""
    parts: dict[int, Decimal] = {}
    for place, payment in enumerate(payments):
        wanted = slot.claim.amount - sum(parts.values())
        if with_penalty and slot.late(payment.day) > 0:
            paid = [Payment(date=payments[at].day, amount=amount) for at, amount in parts.items()]
            books = slot.agreed.books(payment.day, [slot.claim.period], paid)
            wanted = books.due_now if books is not None else wanted
        amount = min(left[place], wanted)
        if amount > 0:
            parts[place] = amount
    return parts
