"""A chart in words, for who does not see it: what kind it is, how far it goes, its ends, least and most, crossings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from jiebei_desktop.text import translate

_MOST_NAMED = 3
"""Lines whose crossings are told: of more, nobody could follow them."""


class Told(NamedTuple):
    """A line or a row of bars: what it is called, if it has to be, and what it is worth from place to place."""

    name: str
    values: Sequence[Decimal]


class Against(NamedTuple):
    """A level that the first line is held against: what it is at, what it is called, and whether more is too much."""

    value: Decimal
    name: str
    over: bool = False


def picture_words(
    kind: str,
    called: Callable[[int], str],
    told: Sequence[Told],
    said: Callable[[Decimal], str],
    levels: Sequence[Against] = (),
) -> str:
    """Return a chart in a few sentences; nothing where it is empty.

    Args:
        kind: what kind of chart it is.
        called: gives the name of a place, by its number.
        told: what is in it.
        said: writes an amount, with its unit.
        levels: what the first of it is held against.
    """
    told = [each for each in told if each.values]
    if not told:
        return ""
    last = max(len(each.values) for each in told) - 1
    head = translate("Charts", "{kind}，{first} 到 {last}。") if last else translate("Charts", "{kind}，{first}。")
    words = [head.format(kind=kind, first=called(0), last=called(last))]
    for each in told:
        way = _way(each.values, called, said)
        name = translate("Charts", "{name}：{values}")
        words.append(name.format(name=each.name, values=way) if each.name else way)
    words += [_held(told[0].values, level, called) for level in levels if level.name]
    if len(told) <= _MOST_NAMED:
        words += [_crossing(one, other, called) for one, other in combinations(told, 2)]
    return "".join(words)


def _way(values: Sequence[Decimal], called: Callable[[int], str], said: Callable[[Decimal], str]) -> str:
    """Return where a line begins and ends, and its least and most."""
    least, most = min(values), max(values)
    if least == most:
        return translate("Charts", "一直是 {value}。").format(value=said(most))
    text = translate("Charts", "从 {begin}到 {end}，最少 {least}（{low}），最多 {most}（{high}）。")
    return text.format(
        begin=said(values[0]),
        end=said(values[-1]),
        least=said(least),
        low=called(values.index(least)),
        most=said(most),
        high=called(values.index(most)),
    )


def _held(values: Sequence[Decimal], level: Against, called: Callable[[int], str]) -> str:
    """Return when a line is first on the wrong side of a level, or that it never is."""
    wrong = (
        place for place, value in enumerate(values) if (value > level.value if level.over else value < level.value)
    )
    place = next(wrong, None)
    if level.over:
        text = (
            translate("Charts", "没有超过“{level}”的。")
            if place is None
            else translate("Charts", "{when} 第一次超过“{level}”。")
        )
    else:
        text = (
            translate("Charts", "没有低于“{level}”的。")
            if place is None
            else translate("Charts", "{when} 第一次低于“{level}”。")
        )
    return text.format(level=level.name, when="" if place is None else called(place))


def _crossing(one: Told, other: Told, called: Callable[[int], str]) -> str:
    """Return where one line first goes past another; nothing where they don't cross."""
    first = 0
    for place, (here, there) in enumerate(zip(one.values, other.values, strict=False)):
        side = (here > there) - (here < there)
        if side and first and side != first:
            more, less = (one.name, other.name) if side > 0 else (other.name, one.name)
            return translate("Charts", "{when} 起“{more}”比“{less}”多。").format(
                when=called(place), more=more, less=less
            )
        first = first or side
    return ""
