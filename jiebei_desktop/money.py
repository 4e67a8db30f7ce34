"""The one door to money and shares: Decimal, parsed through text, rounded in one place.

Money is yuan, a share is a fraction (0.00035 is 0.035 %). Floats never come in.
"""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from enum import StrEnum

from jiebei_desktop.text import half_width, translate

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
FEN = Decimal("0.01")
MAX_MONEY = Decimal(1_000_000_000)

_PLAIN = re.compile(r"[+-]?[0-9]{1,30}(\.[0-9]{1,30})?")
_TYPED = re.compile(r"([+-]?)([0-9]*)\.?([0-9]*)")
_WAN = Decimal(10_000)


class RoundingMode(StrEnum):
    """How an amount becomes a multiple of the step."""

    HALF_UP = "half_up"
    HALF_EVEN = "half_even"
    HALF_DOWN = "half_down"
    DOWN = "down"
    UP = "up"
    NONE = "none"


_DECIMAL_MODES = {
    RoundingMode.HALF_UP: ROUND_HALF_UP,
    RoundingMode.HALF_EVEN: ROUND_HALF_EVEN,
    RoundingMode.HALF_DOWN: ROUND_HALF_DOWN,
    RoundingMode.DOWN: ROUND_DOWN,
    RoundingMode.UP: ROUND_UP,
}


def round_to(value: Decimal, mode: RoundingMode = RoundingMode.HALF_UP, step: Decimal = FEN) -> Decimal:
    """Round `value` to a multiple of `step`; the only place where money is rounded.

    `RoundingMode.NONE` gives the value back as it is.
    """
    if mode is RoundingMode.NONE:
        return value
    if step == FEN or step.as_tuple().digits == (1,):
        return value.quantize(step, rounding=_DECIMAL_MODES[mode])
    return (value / step).quantize(ONE, rounding=_DECIMAL_MODES[mode]) * step


def exact(value: object) -> Decimal:
    """Read a decimal as files and the command line write it: plain digits in a string, or an integer.

    Raises:
        ValueError: a float, an exponent, a NaN or anything else, in words for the user.
    """
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, bool | float):
        raise ValueError(translate("Money", '要写成带引号的十进制数字，例如 "0.00035"，不能用浮点数'))
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return Decimal(value)
    raise ValueError(translate("Money", "不是十进制数字；请写成 12000.00 这样"))


def typed(text: str) -> Decimal:
    """Read a number as a person types it: full-width digits, thousands commas, ¥, 元, 万 and % are understood.

    A percent sign is only dropped: the caller knows whether the field is a percentage.

    Raises:
        ValueError: in words for the user.
    """
    bare = re.sub(r"[\s,_]", "", half_width(text)).lstrip("¥").removesuffix("元").removesuffix("%")
    digits = bare.removesuffix("万")
    if not digits:
        raise ValueError(translate("Money", "这里要填一个数字"))
    match = _TYPED.fullmatch(digits)
    sign, whole, rest = match.groups() if match else ("", "", "")
    number = f"{sign}{whole or 0}.{rest or 0}"
    if not (whole or rest) or not _PLAIN.fullmatch(number):
        raise ValueError(translate("Money", "“{text}”不是数字").format(text=text.strip()))
    value = Decimal(number if rest else f"{sign}{whole}")
    return value if digits == bare else value * _WAN


def plain(value: Decimal, places: int = 2) -> str:
    """Write a decimal without exponent or commas, with at least `places` places and none cut off."""
    whole, _, rest = f"{value:f}".partition(".")
    rest = rest.rstrip("0").ljust(places, "0")
    return f"{whole}.{rest}" if rest else whole


def grouped(value: Decimal) -> str:
    """Write yuan for a person: two places, thousands commas, a minus as wide as a plus."""
    return f"{round_to(value) + ZERO:,.2f}".replace("-", "−")  # adding zero takes the sign off a negative one


def signed(value: Decimal) -> str:
    """Write a difference in yuan: a plus or a minus, and nothing before zero."""
    return ("+" if round_to(value) > 0 else "") + grouped(value)


def percent(share: Decimal, least_places: int = 2) -> str:
    """Write a share as a percentage, rounded to `least_places` places: `0.14938` is `14.94%`."""
    return f"{round_to(share * HUNDRED, step=Decimal(1).scaleb(-least_places)) + ZERO:f}%"


def percent_exact(share: Decimal) -> str:
    """Write a share as a percentage with every digit that it has and no sign: `0.00035` is `0.035`."""
    return plain((share * HUNDRED).normalize(), 0)
