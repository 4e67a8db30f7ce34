"""Makes matches: what is said of them, and what confirming them records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from jiebei_desktop.engine import Payment
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.statement.agreed import Slot, by_loan, claimed, owed, penalty
from jiebei_desktop.planning.statement.movements import Movement
from jiebei_desktop.planning.statement.results import Match, Status, Take
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.text import translate

_MOST_GRACE: Final = 10
"""Days that a lender may wait for nothing; nobody waits longer."""


def exact(slots: Sequence[Slot], payments: Sequence[Movement]) -> Match:
    """Return the match of instalments and of what paid just them, with or without the penalty."""
    above, last = _sum(payments) - claimed(slots), max(payment.day for payment in payments)
    takes = _split(slots[0], payments) if len(payments) > 1 else _single(slots, payments[0], with_penalty=above > 0)
    left = left_open(slots, takes, last)
    note = joined(_together(slots, payments), when_paid(slots, last, above), not_charged(slots, last, left))
    return _match(Status.MATCHED, slots, payments, note, takes, advised=not left)


def different(slots: Sequence[Slot], payment: Movement) -> Match:
    """Return the match of instalments and of a payment that is near them, but not them."""
    difference = payment.amount - claimed(slots)
    takes = _single(slots, payment, with_penalty=False)
    if len(slots) == 1:
        takes = tuple(take._replace(amount=payment.amount) for take in takes)
    elif difference < 0:  # nobody can tell which of them got too little
        takes = ()
    said = [_together(slots, [payment]), when_paid(slots, payment.day, ZERO), gap(difference)]
    asked = penalty(slots, payment.day)
    if asked and len(slots) > 1:  # of a single one the likely reason says it
        text = translate("Reconcile", "照逾期规则，到那天的罚息是 {penalty} 元。")
        said.append(text.format(penalty=grouped(asked)))
    return _match(Status.DIFFERENT, slots, [payment], joined(*said, set_right(difference)), takes, advised=False)


def settled(slots: Sequence[Slot], payment: Movement) -> Match:
    """Return the match of a payment that was all that a loan came to on its day."""
    text = translate("Reconcile", "这正好是 {day}一次结清{name}的钱。请在那笔借款里记“一次结清”。")
    note = text.format(day=long_date(payment.day), name=slots[0].claim.name)
    return _match(Status.DIFFERENT, slots, [payment], note, (), advised=False)


def missing(slot: Slot, *, in_plan: bool | None) -> Match:
    """Return the match of an instalment that nothing paid.

    Args:
        slot: the instalment.
        in_plan: whether the plan knows that it is paid; None where it takes so.
    """
    if slot.early:
        note = translate("Reconcile", "这是计划里记着的提前还款。")
    elif in_plan is None:
        note = translate("Reconcile", "是从别处还的，还是真的没还？到 App 里看一眼。")
    elif in_plan:
        note = translate("Reconcile", "计划里记下的还款已经还上了这一期。")
    else:
        note = translate("Reconcile", "计划里这一期也还没还。")
    return _match(Status.MISSING, [slot], [], note, (), advised=False)


def extra(payments: Sequence[Movement], note: str) -> Match:
    """Return the match of payments that nothing expected."""
    return _match(Status.EXTRA, [], payments, note, (), advised=False)


def billed(
    slots: Sequence[Slot], payments: Sequence[Movement], takes: Sequence[Take], note: str, *, advised: bool
) -> Match:
    """Return the match of a 花呗 bill's instalments and of all that was paid for it."""
    short = _sum(payments) < claimed(slots)
    status = Status.DIFFERENT if short else Status.MATCHED
    return _match(status, slots, payments, note, takes, advised=advised and not short)


def when_paid(slots: Sequence[Slot], day: date, with_penalty: Decimal) -> str:
    """Return in a sentence on which day something was paid, how late that was, and what of it is penalty."""
    late = max(slot.late(day) for slot in slots)
    said = long_date(day)
    if late == 0:
        return translate("Reconcile", "{day}还的，是到期当天。").format(day=said)
    if late < 0:
        return translate("Reconcile", "{day}还的，提前 {days} 天。").format(day=said, days=-late)
    if with_penalty > 0:
        text = translate("Reconcile", "{day}还的，晚 {days} 天，其中罚息 {penalty} 元。")
        return text.format(day=said, days=late, penalty=grouped(with_penalty))
    return translate("Reconcile", "{day}还的，晚 {days} 天。").format(day=said, days=late)


def gap(difference: Decimal) -> str:
    """Return in a sentence by how much something was too much or too little."""
    if difference > 0:
        return translate("Reconcile", "比计划多 {amount} 元。").format(amount=grouped(difference))
    return translate("Reconcile", "比计划少 {amount} 元。").format(amount=grouped(-difference))


def set_right(difference: Decimal) -> str:
    """Return what to do where the lender took something else than the plan has."""
    if difference < 0:
        return translate("Reconcile", "照这样记，计划会以为还欠着；请先把这笔借款改对，再记。")
    return translate("Reconcile", "请先把这笔借款改对，再记。")


def left_open(slots: Sequence[Slot], takes: Sequence[Take], day: date) -> Decimal:
    """Return what of instalments is owed from a day on once some takes are recorded: a penalty that was not paid.

    Money that is early for one of them may be short only when that falls due.
    """
    left = ZERO
    for part in by_loan(slot for slot in slots if not slot.early):
        if any(slot.late(day) > 0 for slot in part):
            agreed = part[0].agreed
            paid = [Payment(date=t.day, amount=t.amount) for t in takes if t.loan_id == part[0].claim.loan_id]
            end = max(day, *(slot.claim.due_date for slot in part))
            books = agreed.books(end, [slot.claim.period for slot in part], paid)
            left += books.due_now if books else ZERO
    return left


def not_charged(slots: Sequence[Slot], day: date, left: Decimal) -> str:
    """Return what to do where a penalty was not paid; nothing where none is open."""
    if not left:
        return ""
    days = max(slot.late(day) for slot in slots)
    text = translate(
        "Reconcile", "照逾期规则该有罚息 {penalty} 元，这里没有。如果有 {days} 天宽限，请先在“规则”里填上，再记。"
    )
    if days > _MOST_GRACE:
        text = translate(
            "Reconcile", "照逾期规则该有罚息 {penalty} 元，这里没有。这一笔也可能不是还这一期的，到 App 里看一眼再记。"
        )
    return text.format(penalty=grouped(left), days=days)


def _together(slots: Sequence[Slot], payments: Sequence[Movement]) -> str:
    if len(payments) > 1:
        return translate("Reconcile", "分 {count} 笔还的。").format(count=len(payments))
    if len(slots) > 1:
        return translate("Reconcile", "一笔还了 {count} 期。").format(count=len(slots))
    return ""


def _single(slots: Sequence[Slot], payment: Movement, *, with_penalty: bool) -> tuple[Take, ...]:
    """Return what one payment records: a payment each loan and day."""
    found = []
    for part in by_loan(slot for slot in slots if not slot.early):
        days = [booked(slot, payment.day) for slot in part]
        for day in sorted(set(days)):
            own = [slot for slot, its_day in zip(part, days, strict=True) if its_day == day]
            amount = owed(own, payment.day) if with_penalty else claimed(own)
            found.append(Take(own[0].claim.loan_id, day, amount, tuple(slot.claim.period for slot in own)))
    return tuple(found)


def _split(slot: Slot, payments: Sequence[Movement]) -> tuple[Take, ...]:
    claim = slot.claim
    return tuple(Take(claim.loan_id, booked(slot, p.day), p.amount, (claim.period,)) for p in payments)


def booked(slot: Slot, day: date) -> date:
    """Return the day on which a loan's books get money for an instalment.

    Books that take early money off the principal get it on the due date: it was for the instalment.
    """
    return day if slot.agreed.holds else max(day, slot.claim.due_date)


def _match(
    status: Status,
    slots: Sequence[Slot],
    payments: Sequence[Movement],
    note: str,
    takes: Sequence[Take],
    *,
    advised: bool,
) -> Match:
    claims = tuple(sorted((slot.claim for slot in slots), key=lambda claim: claim.due_date))
    difference = ZERO if status is Status.MATCHED else _sum(payments) - claimed(slots)
    advised = advised and bool(takes)
    return Match(status, tuple(payments), claims, difference, note, tuple(takes), recorded=not takes, advised=advised)


def _sum(payments: Sequence[Movement]) -> Decimal:
    return sum((payment.amount for payment in payments), ZERO)
