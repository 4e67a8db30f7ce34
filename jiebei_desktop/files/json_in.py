"""Reading a plan's JSON from files that may be anything: cut off, overwritten, or made to break whoever reads them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from math import isfinite
from typing import Any, Final

from jiebei_desktop.text import translate

MAX_BYTES: Final = 4 * 1024 * 1024
"""A plan with 400 entries and 100 snapshots takes less; what is read must fit into memory some 30 times."""
_MOST_DEEP: Final = 70
"""Levels, the object itself the first; far from what breaks who writes them again."""
_MOST_NAMES: Final = 4_000
"""In one object: pydantic finds fault with each of them up to six times."""
_BYTES_A_VALUE: Final = 4
"""At the least, in what the program itself writes; what has more values in it was made to fill the memory."""
_BYTES_A_BRACKET: Final = 16
"""As well; an opening bracket of 2 bytes takes a hundred in memory."""


class DamagedError(ValueError):
    """What was read is no plan; the message tells the user why."""


def read_object(content: bytes, most: int = MAX_BYTES) -> dict[str, Any]:
    """Return the object that a file's content is, of `most` bytes.

    Raises:
        DamagedError: it is none, or one that could not be written again as it is.
    """
    if not fits(content, most):
        raise DamagedError(translate("PlanFile", "文件太大，不会是还款计划"))
    if not content.strip(b"\x00 \r\n\t"):
        raise DamagedError(translate("PlanFile", "文件是空的，可能没有写完"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            raise DamagedError(_cut_off()) from None
        raise DamagedError(translate("PlanFile", "里面不是能读的文字")) from None
    try:
        data = json.loads(text, object_pairs_hook=_pairs, parse_constant=_refused, parse_float=_number)
    except json.JSONDecodeError as error:
        if _ends_at(error, text[error.pos :].rstrip()):
            raise DamagedError(_cut_off()) from None
        text = translate("PlanFile", "第 {line} 行断了或者改坏了")
        raise DamagedError(text.format(line=error.lineno)) from None
    except DamagedError:
        raise
    except (ValueError, RecursionError):  # a number of thousands of digits, thousands of brackets
        raise DamagedError(translate("PlanFile", "内容断了或者改坏了")) from None
    if not isinstance(data, dict):
        raise DamagedError(translate("PlanFile", "里面没有还款计划"))
    _check(data, most // _BYTES_A_VALUE)
    return data


def fits(content: bytes, most: int) -> bool:
    """Tell whether content of `most` bytes can be read without filling the memory, as far as can be told unread."""
    return len(content) <= most and content.count(b"[") + content.count(b"{") <= most // _BYTES_A_BRACKET


def levels(data: dict[str, Any]) -> Iterator[list[Any]]:
    """Yield what is in an object, names as well, level by level, itself the first."""
    level: list[Any] = [data]
    while level:
        yield level
        level = [inner for value in level for inner in _inside(value)]


def _ends_at(error: json.JSONDecodeError, rest: str) -> bool:
    """Tell whether something goes wrong because the text ends: `rest` is what there is from there on."""
    words = ("true", "false", "null", "-1")
    return error.msg.startswith("Unterminated string") or any(word.startswith(rest) for word in words)


def _cut_off() -> str:
    return translate("PlanFile", "文件不完整，后面的内容没有了")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > _MOST_NAMES:
        raise DamagedError(translate("PlanFile", "内容太多，不会是还款计划"))
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
        raise DamagedError(translate("PlanFile", "“{name}”写了两遍，不知道哪个算数").format(name=twice[:40]))
    return made


def _refused(name: str) -> float:
    raise DamagedError(translate("PlanFile", "{name} 不是数").format(name=name))


def _number(text: str) -> float:
    value = float(text)
    return value if isfinite(value) else _refused(text[:40])


def _check(data: dict[str, Any], most: int) -> None:
    """Refuse what is too deep to be written again, too much to be a plan, or no text."""
    count = 0
    for number, level in enumerate(levels(data), 1):
        count += len(level)
        if count > most:
            raise DamagedError(translate("PlanFile", "内容太多，不会是还款计划"))
        if number > _MOST_DEEP:
            raise DamagedError(too_deep())
        if any(isinstance(value, str) and not _is_text(value) for value in level):
            raise DamagedError(translate("PlanFile", "有不成文字的符号"))


def too_deep() -> str:
    """Return what is said of an object with too many levels."""
    return translate("PlanFile", "一层套一层，太深了，不会是还款计划")


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _is_text(value: str) -> bool:
    try:
        return value.isascii() or bool(value.encode())
    except UnicodeEncodeError:  # half of a pair of surrogates
        return False
