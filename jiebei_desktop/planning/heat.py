"""What a product costs by term and by days late, all in: the figures of a heat map."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.columns import Column, column
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.planning.options import offer_option, usual_terms
from jiebei_desktop.planning.wording import product_name
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

DAYS = (0, 1, 7, 30, 60, 90)
"""Days late of the first instalment, by column."""


class Heat(NamedTuple):
    """One product: all that it costs in yuan by term and days late; None where that isn't known, and why."""

    name: str
    brand: Brand | None
    periods: tuple[int, ...]
    cells: tuple[tuple[Decimal | None, ...], ...]
    problems: tuple[str, ...]
    columns: tuple[Column, ...]

    def said(self, row: int, place: int) -> str:
        """Return one cell in a sentence."""
        cost = self.cells[row][place]
        figures = {"periods": self.periods[row], "days": DAYS[place]}
        if cost is None:
            text = translate("Heat", "{periods} 期：{problem}")
            return text.format(problem=self.problems[row] or translate("Heat", "不知道逾期一天多收多少"), **figures)
        text = translate("Heat", "{periods} 期，第一期晚 {days} 天：一共多付 {cost} 元")
        if not DAYS[place]:
            text = translate("Heat", "{periods} 期，按时还：一共多付 {cost} 元")
        return text.format(cost=grouped(cost), **figures)

    @property
    def summary(self) -> str:
        """Return the map in a sentence: its least and its most."""
        placed = [(row, place) for row, line in enumerate(self.cells) for place in range(len(line))]
        found = [(cost, *at) for at in placed if (cost := self.cells[at[0]][at[1]]) is not None]
        if not found:
            return translate("Heat", "{name}：算不出来").format(name=self.name)
        text = translate("Heat", "{name}最省：{least}；最贵：{most}。")
        return text.format(name=self.name, least=self.said(*min(found)[1:]), most=self.said(*max(found)[1:]))


def day_titles() -> list[str]:
    """Return what the columns are called."""
    text = translate("Heat", "晚 {days} 天")
    return [text.format(days=days) if days else translate("Heat", "按时") for days in DAYS]


def period_titles(heat: Heat) -> list[str]:
    """Return what the rows are called."""
    text = translate("Heat", "{periods} 期")
    return [text.format(periods=periods) for periods in heat.periods]


def product_names(compared: Compared) -> list[str]:
    """Return the products that have a map: those that are paid back by instalments."""
    return [product_name(option.product, compared.rules) for option in _firsts(compared)]


def heat_of(compared: Compared, place: int) -> Heat:
    """Return the map of one of those products; terms that no column has are at the price of its first."""
    return _heat(compared, _firsts(compared)[place])


def _firsts(compared: Compared) -> list[OfferOption]:
    """Return the first column of each product."""
    first: dict[str, OfferOption] = {}
    for option in compared.comparison.offers:
        first.setdefault(option.product, option)
    return list(first.values())


def _heat(compared: Compared, option: OfferOption) -> Heat:
    rules = compared.rules
    terms = usual_terms(option, rules)
    columns = [_over(compared, option, periods) for periods in terms]
    return Heat(
        name=product_name(option.product, rules),
        brand=rules.brand(option.product),
        periods=tuple(terms),
        cells=tuple(_cells(found) for found in columns),
        problems=tuple(found.problem.message if found.problem else "" for found in columns),
        columns=tuple(columns),
    )


def _over(compared: Compared, option: OfferOption, periods: int) -> Column:
    """Return the column of a product that has a term, else its first over that term, at the fee that the rule has."""
    for found in compared.columns:
        own = found.option
        if isinstance(own, OfferOption) and (own.product, own.periods) == (option.product, periods):
            return found
    changes: dict[str, object] = {"periods": periods}
    rule = compared.rules.rules.get(option.product)
    if rule is not None and rule.fee is not None:
        changes["fee_rate"] = offer_option(rule, periods).fee_rate
    return column(compared.comparison, option.model_copy(update=changes), compared.rules)


def _cells(found: Column) -> tuple[Decimal | None, ...]:
    worked = found.worked
    if worked is None:
        return (None,) * len(DAYS)
    late: list[Decimal | None] = [ZERO]
    try:
        late += worked.late_on(DAYS[1:])
    except ProblemError:
        late += [None] * (len(DAYS) - 1)
    return tuple(None if each is None else worked.cost + each for each in late)
