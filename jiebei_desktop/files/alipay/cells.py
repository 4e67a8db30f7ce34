"""What one cell of a statement says: an amount, a day, or text to be shown."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.money import MAX_MONEY, exact, round_to
from jiebei_desktop.text import half_width

_AMOUNT: Final = re.compile(r"[+-]?¥?[+-]?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?元?[+-]?")
_PLAIN: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
"""As nearly all amounts are written."""
_LONGEST_AMOUNT: Final = 40
_MOMENT: Final = re.compile(
    r"([0-9]{4}(?:[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?|[0-9]{4}))"
    r"(?:(?:T| +)([01]?[0-9]|2[0-3]):[0-5]?[0-9](?::[0-5]?[0-9](?:\.[0-9]+)?)?)?"
)
_MANGLED: Final = re.compile(r"[0-9](?:\.[0-9]+)?E\+?[0-9]+", re.IGNORECASE)
"""An order number after a spreadsheet has made a number of it: many orders become the same one."""
_LONGEST_ORDER: Final = 64


def amount_in(cell: str) -> Decimal:
    """Return the size of an amount in yuan; its sign says what the row says of itself already.

    Raises:
        ValueError: it is none, or one that no account can have.
    """
    if _PLAIN.fullmatch(cell):
        return Decimal(cell)
    plain = half_width(cell).replace(" ", "")
    match = _AMOUNT.fullmatch(plain) if len(plain) <= _LONGEST_AMOUNT else None
    if not match:
        raise ValueError(cell)
    amount = exact(match[1].replace(",", "") + (match[2] or ""))
    if amount > MAX_MONEY or amount != round_to(amount):
        raise ValueError(cell)
    return amount


def day_in(cell: str) -> date:
    """Return the day of a time: `2026-07-10 09:31:22`, `2026/7/10 9:31` and the like.

    Raises:
        ValueError: it is none, or no day of the calendar.
    """
    match = _MOMENT.fullmatch(cell if cell.isascii() else half_width(cell).strip())
    if not match:
        raise ValueError(cell)
    return _day(match[1])


@lru_cache(maxsize=4096)
def _day(text: str) -> date:
    """Return a day as it is written; a statement has many rows of each."""
    return typed_date(text)


def is_moment(cell: str) -> bool:
    """Tell whether a cell is a time, be it one of the calendar or not."""
    return _MOMENT.fullmatch(half_width(cell).strip()) is not None


def order_in(cell: str) -> str:
    """Return an order number; empty where a cell has none, or one that stands for many."""
    if cell in ("/", "-") or len(cell) > _LONGEST_ORDER or _MANGLED.fullmatch(cell):
        return ""
    return cell


@lru_cache(maxsize=4096)
def words(cell: str) -> str:
    """Return text in half width without any blank, as it is compared."""
    return "".join(half_width(cell).split())


def shown(text: str, most: int) -> str:
    """Return text as it can be shown: on one line, nothing invisible in it, of `most` letters."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else " " if sign.isspace() else "" for sign in text)
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
