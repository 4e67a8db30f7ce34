"""One cell of a plan's table: how a value is written, and read again from what people and spreadsheets make of it.

What is read is as the plan's file has it, so that one door checks it all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.engine import read_events
from jiebei_desktop.files.csv_out import guarded
from jiebei_desktop.files.json_in import DamagedError, read_object
from jiebei_desktop.files.tables import Cell
from jiebei_desktop.money import plain, typed
from jiebei_desktop.planning.entry import whole_number
from jiebei_desktop.text import CHINESE, LANGUAGES, half_width, language, read_catalogue, translate

_LONGEST: Final = 100
"""Signs of a number, a day or a word: what is longer was put there to be dear to read."""
_GROUPED: Final = re.compile(r"[^,]*|[^0-9,]*[1-9][0-9]{0,2}(,[0-9]{3})+([^0-9,][^,]*)?")
"""A number whose commas can only stand for thousands: those of `1234,5` stand for something else."""
_NUMBERLIKE: Final = re.compile(r"[0-9][0-9.,]*(e[0-9]+)?", re.IGNORECASE)
"""An id that a spreadsheet would take for a number, and write as `1.2E+11`."""
_MIDNIGHT: Final = re.compile(r"[ T]0?0:00(:00)?\s*$")
"""What some spreadsheets write behind a day."""
_PERCENT: Final = 2
"""Places between a share and its percentage."""

Known = Mapping[str, Sequence[str]]
"""The names of what there is, by its id; the name in the language in use comes first."""


class Names(NamedTuple):
    """What cells are written and read by.

    Attributes:
        raw: whether ids and values are written as the plan's file has them, not by name.
    """

    products: Known
    accounts: Known
    raw: bool = False


class CellKind(NamedTuple):
    """How a value becomes a cell, and a cell that is not empty a value; reading raises `ValueError` in words."""

    write: Callable[[Any, Names], Cell]
    read: Callable[[str, Names], object]
    verbatim: bool = False
    """Whether spaces belong to what it says, so that only a cell with nothing in it is empty."""


# --- words ------------------------------------------------------------------------------------------------------------


@cache
def spoken(context: str, word: str) -> frozenset[str]:
    """Return a text of the language in use as every language has it, folded for comparing."""
    found = {word}
    for each in LANGUAGES:
        if each != CHINESE:
            for (where, source), text in _catalogue(each).items():
                if where == context and word in {source, text}:
                    found |= {source, text}
    return frozenset(map(folded, found))


@cache
def _catalogue(name: str) -> Mapping[tuple[str, str], str]:
    return read_catalogue(name)


def folded(text: str) -> str:
    """Return a word as it is compared: without regard to capitals, width of signs and spaces around it."""
    return half_width(text).strip().casefold()


def choice(values: Sequence[str], context: str, name: Callable[[Any], str]) -> CellKind:
    """Return the kind of a cell that holds one of some values, by its name, or raw."""

    @cache
    def known(_language: str) -> dict[str, str]:
        words = {word: value for value in values for word in spoken(context, name(value))}
        return words | {folded(value): value for value in values}

    def read(text: str, _names: Names) -> str:
        found = known(language()).get(folded(_short(text)))
        if found is None:
            said = translate("PlanTable", "不认识“{text}”；可以填：{all}")
            raise ValueError(said.format(text=text.strip(), all=listed(name(value) for value in values)))
        return found

    def write(value: str, names: Names) -> str:
        return str(value) if names.raw else name(value)

    return CellKind(write, read)


def listed(words: Any) -> str:  # noqa: ANN401 - anything with texts in it
    """Return words in a row."""
    return translate("PlanTable", "、").join(words)


# --- texts and names --------------------------------------------------------------------------------------------------


def _bared(cell: str) -> str:
    """Return a text without the apostrophe by which `csv_out` keeps it from being run."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def as_text(key: str) -> str:
    """Return an id as a cell that a spreadsheet leaves as it is."""
    return f"'{key}" if _NUMBERLIKE.fullmatch(key.lstrip("'")) else key


def _key(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _NUMBERLIKE.fullmatch(cell.lstrip("'")) else _bared(cell)


def names_of(known: Known, wanted: str) -> list[str]:
    """Return the ids that a cell can mean: the one that it is, else those that are called so."""
    if wanted in known:
        return [wanted]
    name = folded(wanted)
    return [key for key, names in known.items() if name and name in map(folded, names)]


def _named(known: Known, key: str, *, raw: bool) -> str:
    """Return the name of an id where it leads back to it, else the id."""
    name = next(iter(known.get(key, ())), "")
    return name if not raw and name and names_of(known, name) == [key] else key


def _key_in(known: Known, cell: str, none: str) -> str:
    text = _key(cell)
    found = names_of(known, text)
    if len(found) > 1:
        said = translate("PlanTable", "不止一个叫“{text}”，请填代号：{all}")
        raise ValueError(said.format(text=text.strip(), all=listed(found)))
    if not found:
        raise ValueError(none.format(text=brief(text), all=listed(brief(next(iter(known[key]), key)) for key in known)))
    return found[0]


def brief(text: str, most: int = 40) -> str:
    """Return a text in one line of no more than so many signs."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _product(cell: str, names: Names) -> str:
    return _key_in(names.products, cell, translate("PlanTable", "没有“{text}”这个产品；现有：{all}"))


def _account(cell: str, names: Names) -> str:
    return _key_in(names.accounts, cell, translate("PlanTable", "没有“{text}”这个账户"))


TEXT: Final = CellKind(lambda value, _: value, lambda cell, _: _bared(cell), verbatim=True)
KEY: Final = CellKind(lambda value, _: as_text(value), lambda cell, _: _key(cell), verbatim=True)
PRODUCT: Final = CellKind(lambda value, names: as_text(_named(names.products, value, raw=names.raw)), _product)
ACCOUNT: Final = CellKind(
    lambda value, names: as_text(_named(names.accounts, value, raw=names.raw)), _account, verbatim=True
)


# --- numbers and days -------------------------------------------------------------------------------------------------


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        raise ValueError(translate("PlanTable", "太长了，这一格不会有这么多字"))
    return text


def _number(text: str, never: str) -> Decimal:
    """Read a number as people and spreadsheets write it, without the signs that it can't have."""
    bare = re.sub(r"\s", "", half_width(_short(text)))
    if not _GROUPED.fullmatch(bare):
        said = translate("PlanTable", "“{text}”里的逗号不在千位上；小数点要用“.”")
        raise ValueError(said.format(text=text.strip()))
    if any(sign in bare for sign in never):
        raise ValueError(translate("PlanTable", "“{text}”的单位不对").format(text=text.strip()))
    return typed(bare)


def _shifted(value: Decimal, places: int) -> Decimal:
    """Return a number with its point moved; multiplying would round what is longer than 28 digits."""
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + places))


def _amount(text: str, _names: Names) -> str:
    return plain(_number(text, "%"), 0)


def _share(text: str, _names: Names) -> str:
    return plain(_shifted(_number(text, "¥元万"), -_PERCENT), 0)


def _shares(text: str, names: Names) -> list[str]:
    return [_share(part, names) for part in text.replace("、", " ").split()]


def _percent(share: Decimal) -> Decimal:
    return _shifted(share, _PERCENT)


def _count(text: str, _names: Names) -> int:
    return whole_number(_short(text).strip().rstrip("期日号"))


MONEY: Final = CellKind(lambda value, _: value, _amount)
PERCENT: Final = CellKind(lambda value, _: _percent(value), _share)
PERCENTS: Final = CellKind(lambda value, _: " ".join(plain(_percent(share), 0) for share in value), _shares)
COUNT: Final = CellKind(lambda value, _: value, _count)
DAY: Final = CellKind(lambda value, _: value, lambda cell, _: typed_date(_MIDNIGHT.sub("", _short(cell))).isoformat())


def _yes_name(value: str) -> str:
    return translate("PlanTable", "是") if value == "true" else translate("PlanTable", "否")


_YES: Final = choice(("true", "false"), "PlanTable", _yes_name)
YES: Final = CellKind(
    lambda value, names: _YES.write("true" if value else "false", names),
    lambda cell, names: _YES.read(cell, names) == "true",
)


# --- what is no single value ------------------------------------------------------------------------------------------


def _written_json(value: object, _names: Names) -> Cell:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) if value else None


def _read_json(cell: str, _names: Names) -> object:
    try:
        data = read_object(f'{{"":{cell}}}'.encode())
    except DamagedError as error:
        said = translate("PlanTable", "读不懂：{reason}。这一格请照导出的样子留着")
        raise ValueError(said.format(reason=error)) from None
    if list(data) != [""]:
        raise ValueError(translate("PlanTable", "读不懂：不是一个 JSON 值。这一格请照导出的样子留着"))
    return data[""]


JSON: Final = CellKind(_written_json, _read_json)
EVENTS: Final = CellKind(_written_json, lambda cell, names: read_events(_read_json(cell, names)))
