"""What a person would say about a comparison: which is cheaper, by how much and why, and when the other one wins."""

from __future__ import annotations

from typing import NamedTuple

from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.break_even import early_win, late_win, price_limit
from jiebei_desktop.planning.columns import BillWorked, Column, OfferWorked, Worked
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.planning.wording import joined, long_date, method_name, offer_detail, rate_per_name, rate_percent
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method


class Verdict(NamedTuple):
    """The answer in words: a headline, and the reason under it."""

    headline: str
    reason: str


class _One(NamedTuple):
    """A column that could be worked out, by the name that it has in a sentence."""

    called: str
    found: Column
    worked: Worked

    @property
    def method(self) -> Method | None:
        option = self.found.option
        return option.method if isinstance(option, OfferOption) else None


def verdict(compared: Compared) -> Verdict:
    """Say which option is cheaper, by how much, and why."""
    ones = [_One(compared.names[place], compared.columns[place], worked) for place, worked in compared.able]
    if len(ones) < 2:
        headline = translate("Verdict", "先把两边都填好，才能比较")
        if len(compared.columns) < 2:
            headline = translate("Verdict", "再加一列，才能比较")
        return Verdict(headline, _problems(compared))
    best, other, cheapest = _pair(compared, ones)
    headline = _headline(best, other)
    if cheapest is not None:
        headline += _cheapest(cheapest)
    said = [*_reasons(best, other), *_other_wins(best, other), _same(compared)]
    return Verdict(headline, joined(*said, _left_out(compared), _problems(compared)))


def _pair(compared: Compared, ones: list[_One]) -> tuple[_One, _One, _One | None]:
    """Return the two that are held against each other, by names that tell them apart, and one that is cheaper.

    They are those of one term where there are two: of the base column's term first.
    """
    ordered = sorted(ones, key=lambda one: one.worked.cost)
    if len(ones) == 2:
        return *_named(ordered[0], ordered[1]), None
    base = compared.columns[compared.comparison.base_place]
    terms = [one.worked.last_period for one in sorted(ones, key=lambda one: one.found is not base)]
    for periods in dict.fromkeys(terms):
        alike = [one for one in ordered if isinstance(one.worked, OfferWorked) and one.worked.last_period == periods]
        if len(alike) > 1 and alike[0].worked.cost != alike[1].worked.cost:
            cheapest = ordered[0] if ordered[0].worked.cost < alike[0].worked.cost else None
            return *_named(alike[0], alike[1]), cheapest
    return *_named(ordered[0], ordered[1]), None


def _named(best: _One, other: _One) -> tuple[_One, _One]:
    """Call two options by what tells them apart: the product, else the way of paying back, else their price."""
    offers = best.found.option, other.found.option
    one_named = any(one.found.label != one.found.usual for one in (best, other))
    if not all(isinstance(option, OfferOption) for option in offers) or one_named:
        return best, other
    if best.worked.last_period != other.worked.last_period:
        return best, other
    one, another = offers
    assert isinstance(one, OfferOption)  # noqa: S101 - as was just seen
    assert isinstance(another, OfferOption)  # noqa: S101 - as was just seen
    for called in (
        (best.found.name, other.found.name),
        (method_name(one.method), method_name(another.method)),
        (offer_detail(one), offer_detail(another)),
    ):
        if called[0] != called[1]:
            return best._replace(called=called[0]), other._replace(called=called[1])
    return best, other


def _headline(best: _One, other: _One) -> str:
    one, another = best.worked, other.worked
    if one.cost == another.cost:
        text = translate("Verdict", "{best}和{other}一样贵：都多付 {cost} 元。")
    elif one.last_period == another.last_period and isinstance(one, OfferWorked) and isinstance(another, OfferWorked):
        text = translate("Verdict", "同样 {periods} 期，{best}比{other}少付 {saved} 元。")
    else:
        text = translate("Verdict", "{best}总共少付 {saved} 元。")
    return text.format(
        best=best.called,
        other=other.called,
        cost=grouped(one.cost),
        saved=grouped(another.cost - one.cost),
        periods=one.last_period,
    )


def _cheapest(one: _One) -> str:
    worked, last = one.worked, one.worked.dues[-1]
    if isinstance(worked, BillWorked) and len(worked.dues) == 1:
        text = translate("Verdict", "{day}就还得出 {amount} 元的话，{name}一分钱也不多付。")
    elif isinstance(worked, BillWorked):
        text = translate("Verdict", "{day}还得出 {amount} 元的话，{name}只要 {cost} 元。")
    else:
        text = translate("Verdict", "能在 {periods} 期内还清，{name}只要 {cost} 元。")
    return pick("", " ") + text.format(
        name=one.called,
        cost=grouped(worked.cost),
        periods=worked.last_period,
        day=long_date(last.due_date),
        amount=grouped(max(due.payment for due in worked.dues)),
    )


def _reasons(best: _One, other: _One) -> list[str]:
    low, high = best.worked.rates.effective_annual, other.worked.rates.effective_annual
    figures = {"best": best.called, "other": other.called, "low": percent(low), "high": percent(high)}
    if best.worked.cost == other.worked.cost:
        return [translate("Verdict", "实际年化：{best} {low}，{other} {high}。").format(**figures)]
    if low < high:
        said = [translate("Verdict", "因为它的实际年化更低：{low}，{other}是 {high}。").format(**figures)]
        if other.method is Method.FLAT_FEE and best.method not in {Method.FLAT_FEE, None}:
            said.append(translate("Verdict", "手续费一直按最初的本金收，还掉的部分也照收。"))
        return said
    if best.worked.last_period < other.worked.last_period:
        text = translate(
            "Verdict", "因为借得短，不是因为便宜：实际年化 {best} {low}，{other} 只有 {high}；它每期要还 {each} 元。"
        )
        return [text.format(each=grouped(best.worked.dues[0].payment), **figures)]
    text = translate("Verdict", "因为本金还得早，欠着的钱少；单看实际年化，{other} 更低：{high}，{best} 是 {low}。")
    return [text.format(**figures)]


def _other_wins(best: _One, other: _One) -> list[str]:
    """Return when the other one wins."""
    if best.worked.cost == other.worked.cost:
        return []
    said = [_price(best, other)]
    run = early_win(best.worked, other.worked)
    if run is not None:
        text = translate("Verdict", "第 {first} 到 {last} 期一次还清，反而是{other}便宜。")
        if run[0] == 1:
            text = translate("Verdict", "第 {last} 期或更早就一次还清，反而是{other}便宜。")
        elif run[0] == run[1]:
            text = translate("Verdict", "第 {last} 期一次还清，反而是{other}便宜。")
        said.append(text.format(first=run[0], last=run[1], other=other.called))
    days = late_win(best.worked, other.worked)
    if days is not None:
        text = translate("Verdict", "第一期晚 {days} 天或更久，反而是{other}便宜。")
        said.append(text.format(days=days, other=other.called))
    return said


def _price(best: _One, other: _One) -> str:
    """Return up to which price the verdict holds, told of the one that charges interest where there is one."""
    by_interest = [one for one in (best, other) if one.method not in {Method.FLAT_FEE, None}]
    varied = (by_interest or [one for one in (best, other) if one.method is not None] or [best])[0]
    against = other if varied is best else best
    limit = price_limit(varied.worked, against.worked)
    if limit is None:
        return ""
    what = translate("Verdict", "总手续费率") if limit.fee else rate_per_name(limit.per).lower()
    text = translate("Verdict", "{name}的{what}高过 {limit}%，就是{other}便宜。")
    if varied is other:
        text = translate("Verdict", "{name}的{what}到 {limit}% 以下，就不比{other}贵了。")
    return text.format(name=varied.called, what=what, limit=rate_percent(limit.value), other=against.called)


def _same(compared: Compared) -> str:
    text = translate("Verdict", "{names}完全一样。")
    listed = [pick("和", " and ").join(compared.names[place] for place in places) for places in compared.same]
    return joined(*(text.format(names=names) for names in listed))


def _left_out(compared: Compared) -> str:
    """Return what is not in these figures."""
    coupons = any(isinstance(option, OfferOption) and option.coupon_off for option in compared.comparison.options)
    left = [] if coupons else [translate("Verdict", "优惠券")]
    left += [] if compared.comparison.prepayment else [translate("Verdict", "提前还款")]
    left += [translate("Verdict", "逾期"), translate("Verdict", "征信和额度")]
    return translate("Verdict", "没有计入{left}。").format(left=pick("、", ", ").join(left))


def _problems(compared: Compared) -> str:
    said = []
    text = translate("Verdict", "{name}：{problem}")
    for name, found in zip(compared.names, compared.columns, strict=True):
        if found.problem:
            message = found.problem.message
            said.append(message if message.startswith(name) else text.format(name=name, problem=message))
    return joined(*(translate("Verdict", "{problem}。").format(problem=each) for each in said))
