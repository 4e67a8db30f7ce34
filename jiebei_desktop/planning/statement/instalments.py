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
from jiebei_desktop.planning.statement.making import different, exact, settled
from jiebei_desktop.planning.statement.movements import Movement
from jiebei_desktop.planning.statement.pairing import paired, summing
from jiebei_desktop.planning.statement.results import Match

EARLY: Final = 31
"""Days before the due date in which a payment can be for an instalment."""
LATE: Final = 120
"""Days after it."""
_LATE_OUTSIDE: Final = 31
"""The same for an instalment that fell due before the statement begins: it was most likely paid then."""
_NEAR: Final = 3
_NEAR_SHARE: Final = Decimal("0.2")
_FAR: Final = 16
_FAR_SHARE: Final = Decimal("0.05")
_FAR_COST_SHARE: Final = Decimal("0.15")
_OTHER_MONTH: Final = 16
"""Days from the due date on from which a payment to the fen may be chance: it is nearer to another due date."""
_ITS_DAY: Final = 7
"""Days around a due date in which money was most likely for it."""
_MOST_PENALTY: Final = Decimal("1.3")
"""By how much an instalment can grow for being late, at most."""
_NEAREST: Final = 8
_SPAN: Final = 31
"""Days between the first and the last due date of instalments of several loans that one payment is for."""


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
    found = exact_ones(rest, first, _by_chance(rest))
    for step in (_with_penalty, _several_instalments, _several_payments, _settlements, _near_ones):
        found += step(rest)
    found += exact_ones(rest, first)
    found += _near_days(rest)
    return found


def exact_ones(
    rest: Unmatched, first: date, by_chance: Callable[[Slot, Movement], bool] = lambda _slot, _payment: False
) -> list[Match]:
    """Match payments to the fen, one to one: as many as can be, and of these the nearest in time.

    Args:
        rest: what there is to match; what is matched is taken out.
        first: the first day of the statement.
        by_chance: tells of what is to be left for later, though it is the same to the fen.
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
        for i, j in paired(due, paid, _fitting(slots, payments, first, by_chance)):
            found.append(exact([slots[i]], [payments[j]]))
            rest.take([slots[i]], [payments[j]])
    return found


def _fitting(
    slots: Sequence[Slot], payments: Sequence[Movement], first: date, by_chance: Callable[[Slot, Movement], bool]
) -> Callable[[int, int], bool]:
    def fits(i: int, j: int) -> bool:
        late = _LATE_OUTSIDE if slots[i].claim.due_date < first else LATE
        return _can_pay(slots[i], payments[j].day, late) and not by_chance(slots[i], payments[j])

    return fits


def _by_chance(rest: Unmatched) -> Callable[[Slot, Movement], bool]:
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
        if not slot.early and not any(-EARLY <= slot.late(day) < _OTHER_MONTH for day in paid):
            unserved.setdefault(slot.claim.loan_id, []).append(slot)

    def told(slot: Slot, payment: Movement) -> bool:
        return abs(slot.late(payment.day)) >= _OTHER_MONTH and any(
            abs(other.late(payment.day)) <= _ITS_DAY and _is_near(other, payment)
            for other in unserved.get(slot.claim.loan_id, ())
        )

    return told


def _can_pay(slot: Slot, day: date, late: int = LATE) -> bool:
    """Tell whether a payment on a day can be for an instalment."""
    if slot.early:
        return abs(slot.late(day)) <= 1
    return -EARLY <= slot.late(day) <= late and day >= slot.agreed.terms.start_date


def _with_penalty(rest: Unmatched) -> Iterator[Match]:
    """Match late payments of one instalment with just its penalty, those least late first."""
    pairs = [
        (slot.late(payment.day), slot, payment)
        for slot in rest.slots
        for payment in rest.payments
        if 0 < slot.late(payment.day) <= LATE
        and not slot.early
        and slot.claim.amount < payment.amount <= slot.claim.amount * _MOST_PENALTY
    ]
    fits = (pair for pair in sorted(pairs, key=lambda pair: pair[0]) if pair[2].amount == pair[1].whole(pair[2].day))
    for slot, payment in _one_to_one(rest, ((slot, payment) for _, slot, payment in fits)):
        yield exact([slot], [payment])


def _several_instalments(rest: Unmatched) -> Iterator[Match]:
    """Match payments of several instalments, of one or more loans, with their penalties where they are late."""
    for payment in list(rest.payments):
        day = payment.day
        able = [slot for slot in rest.slots if _can_pay(slot, day)]
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
    if claimed(near) * _MOST_PENALTY < payment.amount:
        return []
    amounts, apart = [_fen(slot.whole(day)) for slot in near], [abs(slot.late(day)) for slot in near]
    slack = sum(slot.late(day) > 0 for slot in near)  # the penalty of several is rounded once

    def good(places: tuple[int, ...]) -> bool:
        slots = [near[place] for place in places]
        return _belong(slots) and owed(slots, day) == payment.amount

    return [near[place] for place in summing(amounts, apart, paid - slack, paid + slack, good)]


def _belong(slots: Sequence[Slot]) -> bool:
    """Tell whether one payment can be for instalments: of one loan, or of several that fall due about together."""
    due = [slot.claim.due_date for slot in slots]
    return len({slot.claim.loan_id for slot in slots}) == 1 or (max(due) - min(due)).days <= _SPAN


def _several_payments(rest: Unmatched) -> Iterator[Match]:
    """Match instalments that were paid bit by bit."""
    for slot in list(rest.slots):
        if slot.early:
            continue
        able = [p for p in rest.payments if p.amount < slot.claim.amount and _can_pay(slot, p.day)]
        payments = _summing_payments(slot, able)
        if payments:
            rest.take([slot], payments)
            yield exact([slot], payments)


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
            most = claimed(ahead) + claimed(behind) * _MOST_PENALTY
            if ahead and least <= payment.amount <= most:
                periods = [slot.claim.period for slot in behind]
                books = slots[0].agreed.books(payment.day, periods) if _begun(slots[0], payment.day) else None
                if books is not None and books.settlement == payment.amount:
                    rest.take((*behind, *ahead), [payment])
                    yield settled((*behind, *ahead), payment)
                    break


def _begun(slot: Slot, day: date) -> bool:
    return day >= slot.agreed.terms.start_date


def _near_ones(rest: Unmatched) -> Iterator[Match]:
    """Match what is near in time and in amount, the nearest first."""
    pairs = []
    for slot in rest.slots:
        for payment in rest.payments:
            if (_is_near(slot, payment) or _late_at_most(slot, payment)) and not slot.early:
                away, gap = abs(slot.late(payment.day)), abs(payment.amount - slot.claim.amount)
                pairs.append(((away > _NEAR, away, gap), slot, payment))
    pairs.sort(key=lambda pair: pair[0])
    for slot, payment in _one_to_one(rest, ((slot, payment) for _, slot, payment in pairs)):
        yield different([slot], payment)


def _is_near(slot: Slot, payment: Movement) -> bool:
    """Tell whether a payment is near an instalment in time and amount.

    On its day also what other interest than expected would be: with a coupon of half of it, or twice as much.
    """
    away, above = abs(slot.late(payment.day)), payment.amount - slot.claim.amount
    if away > _FAR or not _begun(slot, payment.day):
        return False
    cost = slot.claim.amount - slot.principal
    if away <= _NEAR:
        usual = slot.claim.amount * _NEAR_SHARE
        return -max(usual, cost / 2) <= above <= max(usual, cost)
    return abs(above) <= max(slot.claim.amount * _FAR_SHARE, cost * _FAR_COST_SHARE)


def _late_at_most(slot: Slot, payment: Movement) -> bool:
    """Tell whether a late payment is an instalment with up to twice its penalty: lenders count in other ways too."""
    if not 0 < slot.late(payment.day) <= LATE or not _begun(slot, payment.day):
        return False
    above = payment.amount - slot.claim.amount
    return 0 < above <= slot.claim.amount * (_MOST_PENALTY - 1) and above <= 2 * (
        slot.whole(payment.day) - slot.claim.amount
    )


def _near_days(rest: Unmatched) -> Iterator[Match]:
    """Match a payment with all that fell due on a day nearby, where it is not much more or less."""
    for payment in list(rest.payments):
        near = [slot for slot in rest.slots if abs(slot.late(payment.day)) <= _NEAR and not slot.early]
        for due in sorted({slot.claim.due_date for slot in near}, key=lambda day: abs((payment.day - day).days)):
            slots = [slot for slot in near if slot.claim.due_date == due and _begun(slot, payment.day)]
            whole = claimed(slots)
            if len(slots) > 1 and abs(payment.amount - whole) <= whole * _NEAR_SHARE:
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
