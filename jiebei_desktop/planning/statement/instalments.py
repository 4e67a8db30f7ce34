"""借呗: which repayment was for which instalment. What fits exactly comes first, what is only near comes last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from jiebei_desktop.engine import Payment
from jiebei_desktop.money import HUNDRED
from jiebei_desktop.planning.statement.agreed import Slot, by_loan, claimed, owed
from jiebei_desktop.planning.statement.closeness import (
    EARLY,
    LATE,
    MOST_PENALTY,
    NEAR,
    NEAR_SHARE,
    OTHER_MONTH,
    begun,
    can_pay,
    in_its_time,
    is_near,
    late_at_most,
)
from jiebei_desktop.planning.statement.making import different, exact, settled
from jiebei_desktop.planning.statement.movements import Movement
from jiebei_desktop.planning.statement.pairing import paired, summing
from jiebei_desktop.planning.statement.results import Match

_LATE_OUTSIDE: Final = 31
"""Days after the due date in which an instalment of before the statement can be paid: it most likely was then."""
_ITS_DAY: Final = 7
"""Days around a due date in which money was most likely for it."""
_NEAREST: Final = 8
_SPAN: Final = 31
"""Days between the first and the last due date of instalments of several loans that one payment is for."""
_Told = Callable[[Slot, Movement], bool]


@dataclass(slots=True)
class Unmatched:
    """What is not matched yet, in the order of time."""

    slots: list[Slot]
    payments: list[Movement]

    def take(self, slots: Iterable[Slot], payments: Iterable[Movement]) -> None:
        """Take out what is matched now."""
        gone, paid = {id(slot) for slot in slots}, {id(payment) for payment in payments}
        self.slots = [slot for slot in self.slots if id(slot) not in gone]
        self.payments = [payment for payment in self.payments if id(payment) not in paid]


def instalments(rest: Unmatched, first: date) -> list[Match]:
    """Return the matches of 借呗 repayments; what is left in `rest` belongs to nothing.

    Args:
        rest: what there is to match; what is matched is taken out.
        first: the first day of the statement.
    """
    found = exact_ones(rest, first, lambda slot, payment: not in_its_time(slot, payment))
    for step in (_with_penalty, _several_instalments, _several_payments, _settlements):
        found += step(rest)
    found += exact_ones(rest, first, _by_chance(rest))
    found += _near_ones(rest)
    found += exact_ones(rest, first)
    found += _near_days(rest)
    return found


def exact_ones(rest: Unmatched, first: date, later: _Told = lambda _slot, _payment: False) -> list[Match]:
    """Match payments to the fen, one to one: as many as can be, and of these the nearest in time.

    Args:
        rest: what there is to match; what is matched is taken out.
        first: the first day of the statement.
        later: tells of what is left for later, as something else may fit it better.
    """
    found = []
    by_amount: dict[Decimal, tuple[list[Slot], list[Movement]]] = {}
    for slot in rest.slots:
        by_amount.setdefault(slot.claim.amount, ([], []))[0].append(slot)
    for payment in rest.payments:
        if payment.amount in by_amount:
            by_amount[payment.amount][1].append(payment)
    for slots, payments in by_amount.values():
        due, paid = [slot.claim.due_date for slot in slots], [payment.day for payment in payments]
        for i, j in paired(due, paid, _fitting(slots, payments, first, later)):
            found.append(exact([slots[i]], [payments[j]]))
            rest.take([slots[i]], [payments[j]])
    return found


def _fitting(
    slots: Sequence[Slot], payments: Sequence[Movement], first: date, later: _Told
) -> Callable[[int, int], bool]:
    def fits(i: int, j: int) -> bool:
        late = _LATE_OUTSIDE if slots[i].claim.due_date < first else LATE
        return can_pay(slots[i], payments[j].day, late) and not later(slots[i], payments[j])

    return fits


def _by_chance(rest: Unmatched) -> _Told:
    """Return what tells whether a payment has the amount of an instalment of another month by chance.

    So it is where it came around the due date of another instalment of the loan, is near that, and nothing else is
    just that: the lender has other terms then.
    """
    days: dict[Decimal, list[date]] = {}
    for payment in rest.payments:
        days.setdefault(payment.amount, []).append(payment.day)
    unserved: dict[str, list[Slot]] = {}
    for slot in rest.slots:
        paid = days.get(slot.claim.amount, ())
        if not slot.early and not any(-EARLY <= slot.late(day) < OTHER_MONTH for day in paid):
            unserved.setdefault(slot.claim.loan_id, []).append(slot)

    def told(slot: Slot, payment: Movement) -> bool:
        return not in_its_time(slot, payment) and any(
            abs(other.late(payment.day)) <= _ITS_DAY and is_near(other, payment)
            for other in unserved.get(slot.claim.loan_id, ())
        )

    return told


def _with_penalty(rest: Unmatched) -> Iterator[Match]:
    """Match late payments of one instalment with just its penalty, those least late first."""
    pairs = [
        (slot.late(payment.day), slot, payment)
        for slot in rest.slots
        for payment in rest.payments
        if 0 < slot.late(payment.day) <= LATE
        and not slot.early
        and slot.claim.amount < payment.amount <= slot.claim.amount * MOST_PENALTY
    ]
    fits = (pair for pair in sorted(pairs, key=lambda pair: pair[0]) if pair[2].amount == pair[1].whole(pair[2].day))
    for slot, payment in _one_to_one(rest, ((slot, payment) for _, slot, payment in fits)):
        yield exact([slot], [payment])


def _several_instalments(rest: Unmatched) -> Iterator[Match]:
    """Match payments of several instalments, of one or more loans, with their penalties where they are late."""
    for payment in list(rest.payments):
        day = payment.day
        able = [slot for slot in rest.slots if can_pay(slot, day)]
        slots = _same_day(able, payment) or _summing_slots(able, payment)
        if slots:
            rest.take(slots, [payment])
            yield exact(slots, [payment])


def _same_day(able: Sequence[Slot], payment: Movement) -> list[Slot]:
    """Return all that falls due on the nearest due date, where a payment is just that, however much it is."""
    if not able:
        return []
    near = min(able, key=lambda slot: abs(slot.late(payment.day))).claim.due_date
    slots = [slot for slot in able if slot.claim.due_date == near]
    return slots if len(slots) > 1 and payment.amount in {claimed(slots), owed(slots, payment.day)} else []


def _summing_slots(able: Sequence[Slot], payment: Movement) -> list[Slot]:
    day, paid = payment.day, _fen(payment.amount)
    small = [slot for slot in able if slot.claim.amount < payment.amount]
    near = sorted(small, key=lambda slot: abs(slot.late(day)))[:_NEAREST]
    if claimed(near) * MOST_PENALTY < payment.amount:
        return []
    amounts, apart = [_fen(slot.whole(day)) for slot in near], [abs(slot.late(day)) for slot in near]
    slack = sum(slot.late(day) > 0 for slot in near)  # the penalty of several is rounded once

    def good(places: tuple[int, ...]) -> bool:
        slots = [near[place] for place in places]
        return _belong(slots, able) and owed(slots, day) == payment.amount

    return [near[place] for place in summing(amounts, apart, paid - slack, paid + slack, good)]


def _belong(slots: Sequence[Slot], able: Sequence[Slot]) -> bool:
    """Tell whether one payment can be for instalments: of one loan, or of several that fall due about together.

    Of a loan it leaves out none in between.
    """
    for part in by_loan(slots):
        loan_id, first, last = part[0].claim.loan_id, part[0].claim.period, part[-1].claim.period
        between = [each for each in able if each.claim.loan_id == loan_id and first <= each.claim.period <= last]
        if len(between) > len(part):
            return False
    due = [slot.claim.due_date for slot in slots]
    return len({slot.claim.loan_id for slot in slots}) == 1 or (max(due) - min(due)).days <= _SPAN


def _several_payments(rest: Unmatched) -> Iterator[Match]:
    """Match instalments that were paid bit by bit.

    First those whose parts all came in its time. Later no part is one that is near another instalment of the loan.
    """
    for anytime in (False, True):
        for slot in list(rest.slots):
            if slot.early:
                continue
            able = [p for p in rest.payments if p.amount < slot.claim.amount and can_pay(slot, p.day)]
            own = [p for p in able if in_its_time(slot, p) or (anytime and not _near_another(slot, p, rest))]
            payments = _summing_payments(slot, own)
            if payments:
                rest.take([slot], payments)
                yield exact([slot], payments)


def _near_another(slot: Slot, payment: Movement, rest: Unmatched) -> bool:
    return any(
        other is not slot and other.claim.loan_id == slot.claim.loan_id and is_near(other, payment)
        for other in rest.slots
    )


def _summing_payments(slot: Slot, able: Sequence[Movement]) -> list[Movement]:
    if len(able) < 2:
        return []
    near = sorted(able, key=lambda payment: abs(slot.late(payment.day)))[:_NEAREST]
    least = _fen(slot.claim.amount)
    most = _fen(slot.whole(max(payment.day for payment in near)))

    def good(places: tuple[int, ...]) -> bool:
        chosen = [near[place] for place in places]
        whole = sum(payment.amount for payment in chosen)
        last = max(payment.day for payment in chosen)
        if whole == slot.claim.amount:
            return True
        if whole > slot.whole(last):
            return False
        paid = [Payment(date=payment.day, amount=payment.amount) for payment in chosen]
        books = slot.agreed.books(last, [slot.claim.period], paid)
        return books is not None and not books.due_now and not books.credit

    amounts, apart = [_fen(payment.amount) for payment in near], [abs(slot.late(payment.day)) for payment in near]
    chosen = [near[place] for place in summing(amounts, apart, least, most, good)]
    return sorted(chosen, key=lambda payment: (payment.day, payment.line))


def _settlements(rest: Unmatched) -> Iterator[Match]:
    """Match payments that were all that a loan came to on their day, with all of it that was still to come."""
    for payment in list(rest.payments):
        for slots in by_loan(slot for slot in rest.slots if not slot.early):
            ahead = [slot for slot in slots if slot.late(payment.day) < 0]
            behind = [slot for slot in slots if 0 <= slot.late(payment.day) <= LATE]
            least = sum(slot.principal for slot in ahead) + claimed(behind)
            most = claimed(ahead) + claimed(behind) * MOST_PENALTY
            if ahead and least <= payment.amount <= most:
                periods = [slot.claim.period for slot in behind]
                books = slots[0].agreed.books(payment.day, periods) if begun(slots[0], payment.day) else None
                if books is not None and books.settlement == payment.amount:
                    rest.take((*behind, *ahead), [payment])
                    yield settled((*behind, *ahead), payment)
                    break


def _near_ones(rest: Unmatched) -> Iterator[Match]:
    """Match what is near in time and in amount, the nearest first."""
    pairs = []
    for slot in rest.slots:
        for payment in rest.payments:
            if (is_near(slot, payment) or late_at_most(slot, payment)) and not slot.early:
                away, gap = abs(slot.late(payment.day)), abs(payment.amount - slot.claim.amount)
                pairs.append(((away > NEAR, away, gap), slot, payment))
    pairs.sort(key=lambda pair: pair[0])
    for slot, payment in _one_to_one(rest, ((slot, payment) for _, slot, payment in pairs)):
        yield different([slot], payment)


def _near_days(rest: Unmatched) -> Iterator[Match]:
    """Match a payment with all that fell due on a day nearby, where it is not much more or less."""
    for payment in list(rest.payments):
        near = [slot for slot in rest.slots if abs(slot.late(payment.day)) <= NEAR and not slot.early]
        for due in sorted({slot.claim.due_date for slot in near}, key=lambda day: abs((payment.day - day).days)):
            slots = [slot for slot in near if slot.claim.due_date == due and begun(slot, payment.day)]
            whole = claimed(slots)
            if len(slots) > 1 and abs(payment.amount - whole) <= whole * NEAR_SHARE:
                rest.take(slots, [payment])
                yield different(slots, payment)
                break


def _one_to_one(rest: Unmatched, pairs: Iterable[tuple[Slot, Movement]]) -> Iterator[tuple[Slot, Movement]]:
    """Yield the pairs of which neither was in one before, and take them out."""
    slots, payments = {id(slot) for slot in rest.slots}, {id(payment) for payment in rest.payments}
    for slot, payment in pairs:
        if id(slot) in slots and id(payment) in payments:
            slots.discard(id(slot))
            payments.discard(id(payment))
            rest.take([slot], [payment])
            yield slot, payment


def _fen(amount: Decimal) -> int:
    return int(amount * HUNDRED)
