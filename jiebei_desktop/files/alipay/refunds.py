"""Refunds, held back until the whole statement is read: what they give back may stand before them or after."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.files.alipay.flows import Sold

_SURELY_ONE: Final = 16
"""Digits of an order number that no other one begins with by chance; Alipay's have 28 and more."""


class Refund(NamedTuple):
    """A row that gives back what was paid, or tried to.

    Attributes:
        order: its own number; it begins with that of the purchase.
        by_huabei: whether the row itself says that it goes back to 花呗.
        done: whether it has come.
    """

    line: int
    day: date
    amount: Decimal
    order: str
    by_huabei: bool
    done: bool
    said: str


class Purchases:
    """What was bought, by order number."""

    __slots__ = ("_lengths", "_sold")

    def __init__(self) -> None:
        self._sold: dict[str, Sold] = {}
        self._lengths: set[int] = set()

    def add(self, order: str, sold: Sold) -> None:
        """Take in a row; of several of one number, one that counts is kept."""
        if order and (order not in self._sold or (sold.counted and not self._sold[order].counted)):
            self._sold[order] = sold
            self._lengths.add(len(order))

    def behind(self, refund: Refund) -> Sold | None:
        """Return what is known of the purchase that a refund gives back."""
        for length in sorted(self._lengths, reverse=True):
            order, rest = refund.order[:length], refund.order[length:]
            sold = self._sold.get(order) if len(order) == length else None
            if sold and (not rest or not rest[0].isalnum() or length >= _SURELY_ONE):
                return sold
        return None
