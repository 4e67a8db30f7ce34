"""Why this number: what all such reasons are made of: sums, true rates step by step, and a rule with its sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.figure_words import listed, value_words
from jiebei_desktop.planning.why import confidence_name, names_of
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Figure, Source, sources_named
from jiebei_desktop.text import translate

_MOST_PARTS = 12
_MORE_PLACES, _MOST_PLACES = 4, 6

Flows = Sequence[tuple[date, Decimal]]
"""Days and what is paid on each, in yuan."""


def summed(parts: Sequence[Decimal], total: Decimal) -> str:
    """Return a sum as it is written down; of many parts the first ones and the last."""
    shown = [grouped(part) for part in parts]
    if len(shown) > _MOST_PARTS:
        text = translate("CompareWhy", "{first} + … + {last}（共 {count} 期）= {total}")
        return text.format(first=" + ".join(shown[:3]), last=shown[-1], count=len(shown), total=grouped(total))
    return f"{' + '.join(shown)} = {grouped(total)}"


def flows_why(start: date, amount: Decimal, flows: Flows) -> str:
    """Return what is lent on which day and what is paid back when."""
    text = translate("CompareWhy", "{start} 拿到 {amount}；{flows}。")
    shown = [f"{day} {grouped(paid)}" for day, paid in flows]
    if len(shown) > _MOST_PARTS:
        shown = [*shown[:3], "…", shown[-1]]
    return text.format(start=start, amount=grouped(amount), flows=listed(shown))


def effective_why(start: date, amount: Decimal, flows: Flows, rate: Decimal) -> list[str]:
    """Return how an effective annual rate came about."""
    if not rate:
        return [nothing_why()]
    text = translate("CompareWhy", "按年利率 {rate} 把后面的每笔还款折回起始日，加起来正好等于拿到的钱。")
    return [flows_why(start, amount, flows), text.format(rate=percent(rate, _MORE_PLACES))]


def nominal_why(start: date, amount: Decimal, flows: Flows, rate: Decimal, a_year: Decimal) -> list[str]:
    """Return how a nominal annual rate came about from that of a period, of which there are `a_year`."""
    if not rate:
        return [nothing_why()]
    text = translate("CompareWhy", "每期 {each} × 一年 {count} 期 = {nominal}。")
    figures = {"each": percent(rate / a_year, _MOST_PLACES), "nominal": percent(rate, _MORE_PLACES)}
    return [flows_why(start, amount, flows), text.format(count=f"{a_year.normalize():f}", **figures)]


def nothing_why() -> str:
    """Return why a rate is nothing."""
    return translate("CompareWhy", "一分钱也没多付，所以是 0。")


def figure_said(
    name: str, path: str, figure: Figure[Any], sources: dict[str, Source], *, fee: bool = False
) -> list[str]:
    """Return a figure of a rule with whose word it is, and what others say."""
    text = translate("CompareWhy", "{name}：{value}。来自 {sources}（{confidence}）。")
    said = text.format(
        name=name,
        value=value_words(path, figure.value, fee=fee),
        sources=names_of(sources_named(figure.sources, sources)),
        confidence=confidence_name(figure.confidence),
    )
    views = [
        translate("CompareWhy", "另一种说法：{value}，来自 {sources}。").format(
            value=value_words(path, view.value, fee=fee), sources=names_of(sources_named(view.sources, sources))
        )
        for view in figure.views
    ]
    return [said, joined(*views)] if views else [said]
