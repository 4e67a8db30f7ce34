"""Whether a payment can be for an instalment, by its day and amount."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from jiebei_desktop.planning.statement.agreed import Slot
from jiebei_desktop.planning.statement.movements import Movement

EARLY: Final = 31
"""Days before the due date in which a payment can be for an instalment."""
LATE: Final = 120
"""Days after it."""
NEAR: Final = 3
NEAR_SHARE: Final = Decimal("0.2")
_FAR: Final = 16
_FAR_SHARE: Final = Decimal("0.05")
_FAR_COST_SHARE: Final = Decimal("0.15")
OTHER_MONTH: Final = 16
"""Days from a due date from which on a payment is nearer to another one: that it is the same may be chance."""
MOST_PENALTY: Final = Decimal("1.3")
"""By how much an instalment can grow for being late, at most."""


def can_pay(slot: Slot, day: date, late: int = LATE) -> bool:
    """Tell whether a payment on a day can be for an instalment."""
    if slot.early:
        return abs(slot.late(day)) <= 1
    return -EARLY <= slot.late(day) <= late and begun(slot, day)


def in_its_time(slot: Slot, payment: Movement) -> bool:
    """Tell whether a payment came nearer to a due date than to those of the months beside it."""
    return abs(slot.late(payment.day)) < OTHER_MONTH


def begun(slot: Slot, day: date) -> bool:
    """Tell whether a loan had begun on a day."""
    return day >= slot.agreed.terms.start_date


def is_near(slot: Slot, payment: Movement) -> bool:
    """Tell whether a payment is near an instalment in time and amount.

    On its day also what other interest than expected would be: with a coupon of half of it, or twice as much.
    """
    away, above = abs(slot.late(payment.day)), payment.amount - slot.claim.amount
    if away > _FAR or not begun(slot, payment.day):
        return False
    cost = slot.claim.amount - slot.principal
    if away <= NEAR:
        usual = slot.claim.amount * NEAR_SHARE
        return -max(usual, cost / 2) <= above <= max(usual, cost)
    return abs(above) <= max(slot.claim.amount * _FAR_SHARE, cost * _FAR_COST_SHARE)


def late_at_most(slot: Slot, payment: Movement) -> bool:
    """Tell whether a late payment is an instalment with up to twice its penalty: lenders count in other ways too."""
    if not 0 < slot.late(payment.day) <= LATE or not begun(slot, payment.day):
        return False
    above = payment.amount - slot.claim.amount
    return 0 < above <= slot.claim.amount * (MOST_PENALTY - 1) and above <= 2 * (
        slot.whole(payment.day) - slot.claim.amount
    )
