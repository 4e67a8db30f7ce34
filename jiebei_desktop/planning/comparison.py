"""The same money by several offers: what each costs, which is cheaper, and why, in a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine import Schedule
from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.document import Comparison, Offer, option_schedule
from jiebei_desktop.planning.wording import joined, method_name, offer_detail, offer_label, product_name
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, Problem, ProblemError


class Option(NamedTuple):
    """One column: either a schedule or the reason why there is none."""

    offer: Offer
    name: str
    label: str
    schedule: Schedule | None
    problem: Problem | None

    @property
    def cost(self) -> Decimal:
        """Return the total interest and fee in yuan."""
        assert self.schedule is not None  # noqa: S101 - asked of computed options only
        return self.schedule.totals.cost

    @property
    def effective(self) -> Decimal:
        """Return the effective annual rate as a share."""
        assert self.schedule is not None  # noqa: S101 - asked of computed options only
        return self.schedule.rates.effective_annual


class Compared(NamedTuple):
    """The columns, and the indexes of those that are best; several where they tie, none where there is no choice."""

    options: tuple[Option, ...]
    least_cost: frozenset[int]
    least_rate: frozenset[int]


class Verdict(NamedTuple):
    """The answer in words: a headline, and the reason under it."""

    headline: str
    reason: str


def compare(comparison: Comparison, rules: RuleBook) -> Compared:
    """Work out every option; one that can't be computed says why and the others go on."""
    options = tuple(_worked_out(comparison, offer, rules) for offer in comparison.options)
    costs = {index: option.cost for index, option in enumerate(options) if option.schedule}
    effective = {index: option.effective for index, option in enumerate(options) if option.schedule}
    return Compared(options, _least(costs), _least(effective))


def verdict(compared: Compared) -> Verdict:
    """Say which option is cheaper, by how much, and why."""
    able = [option for option in compared.options if option.schedule]
    if len(able) < 2:
        return Verdict(translate("Verdict", "先把两边都填好，才能比较"), _problems(compared))
    best, other = _named(*sorted(able, key=lambda option: option.cost)[:2])
    if best.cost == other.cost:
        headline = translate("Verdict", "{best}和{other}一样贵：都多付 {cost} 元。")
    elif best.offer.periods == other.offer.periods:
        headline = translate("Verdict", "同样 {periods} 期，{best}比{other}少付 {saved} 元。")
    else:
        headline = translate("Verdict", "{best}总共少付 {saved} 元。")
    return Verdict(
        headline.format(
            best=best.label,
            other=other.label,
            cost=grouped(best.cost),
            saved=grouped(other.cost - best.cost),
            periods=best.offer.periods,
        ),
        joined(*_reasons(best, other), translate("Verdict", "没有计入优惠券和提前还款。")),
    )


def _named(best: Option, other: Option) -> tuple[Option, Option]:
    """Call two options by what tells them apart: the product, else the way of paying back, else their price."""
    if best.offer.periods != other.offer.periods:
        return best, other
    for called in (lambda option: option.name, lambda option: method_name(option.offer.method)):
        if called(best) != called(other):
            return best._replace(label=called(best)), other._replace(label=called(other))
    return best._replace(label=offer_detail(best.offer)), other._replace(label=offer_detail(other.offer))


def _worked_out(comparison: Comparison, offer: Offer, rules: RuleBook) -> Option:
    option = Option(offer, product_name(offer.product, rules), offer_label(offer, rules), None, None)
    try:
        worked_out = option_schedule(comparison, offer, rules)
    except ProblemError as error:
        return option._replace(problem=error.problem)
    return option._replace(schedule=worked_out)


def _least(values: dict[int, Decimal]) -> frozenset[int]:
    """Return where the smallest value stands; nowhere when all are the same."""
    if len(set(values.values())) < 2:
        return frozenset()
    least = min(values.values())
    return frozenset(index for index, value in values.items() if value == least)


def _reasons(best: Option, other: Option) -> list[str]:
    rates = {"best": best.label, "other": other.label, "low": percent(best.effective), "high": percent(other.effective)}
    if best.cost == other.cost:
        return [translate("Verdict", "实际年化：{best} {low}，{other} {high}。").format(**rates)]
    if best.effective < other.effective:
        said = [translate("Verdict", "因为它的实际年化更低：{low}，{other}是 {high}。").format(**rates)]
        if other.offer.method is Method.FLAT_FEE and best.offer.method is not Method.FLAT_FEE:
            said.append(translate("Verdict", "手续费一直按最初的本金收，还掉的部分也照收。"))
        return said
    if best.offer.periods < other.offer.periods:
        text = translate(
            "Verdict", "因为借得短，不是因为便宜：实际年化 {best} {low}，{other} 只有 {high}；它每期要还 {each} 元。"
        )
        assert best.schedule is not None  # noqa: S101 - only computed options come here
        return [text.format(each=grouped(best.schedule.rows[0].payment), **rates)]
    text = translate("Verdict", "因为本金还得早，欠着的钱少；单看实际年化，{other} 更低：{high}，{best} 是 {low}。")
    return [text.format(**rates)]


def _problems(compared: Compared) -> str:
    lines = (f"{option.label}：{option.problem.message}" for option in compared.options if option.problem)
    return joined(*lines)
