"""What a person would say about a comparison: which is cheaper, by how much and why, and when the other one wins."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.money import grouped, percent
from jiebei_desktop.planning.break_even import early_win, late_win, price_limit
from jiebei_desktop.planning.columns import Column
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_lines import highest_month
from jiebei_desktop.planning.figure_words import listed
from jiebei_desktop.planning.offers import AnyOption, BillOption, OfferOption
from jiebei_desktop.planning.wording import (
    joined,
    long_date,
    method_name,
    offer_detail,
    price_words,
    rate_per_name,
    rate_percent,
)
from jiebei_desktop.planning.worked import BillWorked, OfferWorked, Worked
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method

_MUCH = Decimal("1.5")


class Verdict(NamedTuple):
    """The answer in words: a headline, the reason under it, and an aside: what is not in it, or is wrong."""

    headline: str
    reason: str
    aside: str = ""


class _One(NamedTuple):
    """A column that could be worked out, by the name that it has in a sentence."""

    place: int
    called: str
    found: Column
    worked: Worked

    @property
    def method(self) -> Method | None:
        option = self.found.option
        return option.method if isinstance(option, OfferOption) else None


def verdict(compared: Compared) -> Verdict:
    """Say which option is cheaper, by how much, and why."""
    ones = [_One(place, compared.names[place], compared.columns[place], worked) for place, worked in compared.able]
    if len(ones) < 2:
        headline = translate("Verdict", "先把两边都填好，才能比较")
        if len(compared.columns) < 2:
            headline = translate("Verdict", "再加一列，才能比较")
        return Verdict(headline, "", _problems(compared))
    best, other, cheapest = _pair(compared, ones)
    headline = _headline(best, other)
    if cheapest is not None:
        headline += _cheapest(cheapest)
    said = [*_reasons(best, other), _highest(best, other), *_other_wins(best, other)]
    return Verdict(
        headline, joined(*said), joined(_same(compared), _left_out(compared, best, other), _problems(compared))
    )


def _pair(compared: Compared, ones: list[_One]) -> tuple[_One, _One, _One | None]:
    """Return the two that are held against each other, by names that tell them apart, and one that is cheaper.

    One of them is the base column where there is one: against the cheapest of its term, else against the cheapest.
    Where it is that itself, against the next one. A column that is the same as another is left out.
    """
    twins = {place for places in compared.same for place in places[1:]}
    base_place = compared.comparison.base_place
    same_as_base = next((set(places) for places in compared.same if base_place in places), {base_place})
    kept = [one for one in ones if one.place not in twins]
    if len(kept) < 2:
        return ones[0], ones[1], None
    ordered = sorted(kept, key=lambda one: one.worked.cost)
    base = next((one for one in kept if one.place in same_as_base), ordered[0])
    alike = [one for one in ordered if one is not base and _same_term(one, base)]
    mate = (alike or [one for one in ordered if one is not base])[0]
    best, other = sorted((base, mate), key=lambda one: one.worked.cost)
    real = [one for one in ordered if not _pays_minimum(one)]  # or it would read as advice to pay as little as one may
    cheapest = real[0] if real and real[0].worked.cost < best.worked.cost else None
    return *_named(compared, best, other), cheapest


def _pays_minimum(one: _One) -> bool:
    return isinstance(one.found.option, BillOption) and one.found.option.pay is Pay.MINIMUM


def _same_term(one: _One, other: _One) -> bool:
    """Tell whether two are paid back by as many instalments over the same time."""
    return (
        isinstance(one.worked, OfferWorked)
        and isinstance(other.worked, OfferWorked)
        and one.worked.last_period == other.worked.last_period > 1
        and one.worked.start == other.worked.start
        and len(one.worked.instalments) == len(other.worked.instalments)
    )


def _named(compared: Compared, best: _One, other: _One) -> tuple[_One, _One]:
    """Call two options by what tells them apart: the product, else the way of paying back, else their price.

    By their own names where there are more of a kind, or the user gave one a name.
    """
    offers = best.found.option, other.found.option
    named = any(one.found.label != one.found.usual for one in (best, other))
    if named or (len(compared.columns) > 2 and _more_of_a_kind(compared, best, other)) or not _same_term(best, other):
        return best, other
    one, another = offers
    assert isinstance(one, OfferOption)  # noqa: S101 - as was just seen
    assert isinstance(another, OfferOption)  # noqa: S101 - as was just seen
    for called in (
        (best.found.name, other.found.name),
        (method_name(one.method), method_name(another.method)),
        tuple(translate("Verdict", "{price} 的").format(price=price_words(offer)) for offer in (one, another)),
        (offer_detail(one), offer_detail(another)),
    ):
        if called[0] != called[1]:
            return best._replace(called=called[0]), other._replace(called=called[1])
    return best, other


def _more_of_a_kind(compared: Compared, best: _One, other: _One) -> bool:
    """Tell whether a third column has the product and the term of one of two."""
    kinds = [(found.name, getattr(found.option, "periods", 0)) for found in compared.columns]
    pair = [kinds[one.place] for one in (best, other)]
    return any(kinds.count(kind) > pair.count(kind) for kind in pair)


def _headline(best: _One, other: _One) -> str:
    one, another = best.worked, other.worked
    if one.cost == another.cost:
        text = translate("Verdict", "{best}和{other}一样贵：都多付 {cost} 元。")
    elif _same_term(best, other):
        text = translate("Verdict", "同样 {periods} 期，{best}比{other}少付 {saved} 元。")
    else:
        text = translate("Verdict", "{best}比{other}总共少付 {saved} 元。")
    return text.format(
        best=best.called,
        other=other.called,
        cost=grouped(one.cost),
        saved=grouped(another.cost - one.cost),
        periods=one.last_period,
    )


def _cheapest(one: _One) -> str:
    worked, last = one.worked, one.worked.dues[-1]
    if isinstance(worked, BillWorked):
        text = translate("Verdict", "{day}就还得出 {amount} 元的话，{name}一分钱也不多付。")
    else:
        text = translate("Verdict", "能在 {periods} 期内还清，{name}只多付 {cost} 元。")
    return pick("", " ") + text.format(
        name=one.called,
        cost=grouped(worked.cost),
        periods=worked.last_period,
        day=long_date(last.due_date),
        amount=grouped(max(due.payment for due in worked.dues)),
    )


def _reasons(best: _One, other: _One) -> list[str]:
    one, another = best.worked, other.worked
    low, high = percent(one.rates.effective_annual), percent(another.rates.effective_annual)
    figures = {"best": best.called, "other": other.called, "low": low, "high": high}
    said = []
    if one.start != another.start:
        text = translate("Verdict", "两边拿到钱的日子不同：{best} {one}，{other} {another}。")
        said.append(text.format(one=one.start, another=another.start, **figures))
    if one.cost == another.cost:
        return [*said, translate("Verdict", "实际年化：{best} {low}，{other} {high}。").format(**figures)]
    if isinstance(one, BillWorked) and not one.cost:
        text = translate("Verdict", "因为它在免息期内：{day}前全额还清，一分钱也不收。")
        return [*said, text.format(day=long_date(one.free_until))]
    cheaper = one.rates.effective_annual < another.rates.effective_annual
    if low != high and cheaper and _by_rate(one, another):
        said.append(translate("Verdict", "因为它的实际年化更低：{low}，{other}是 {high}。").format(**figures))
        if other.method is Method.FLAT_FEE and best.method not in {Method.FLAT_FEE, None}:
            said.append(translate("Verdict", "手续费一直按最初的本金收，还掉的部分也照收。"))
        return said
    return [*said, _debt_reason(best, other).format(**figures)]


def _debt_reason(best: _One, other: _One) -> str:
    """Return, to be filled in, that less is owed or for a shorter time, and what the rates are to that."""
    one, another = best.worked, other.worked
    shorter = (one.dues[-1].due_date - one.start) < (another.dues[-1].due_date - another.start)
    less = one.debt_days < another.debt_days
    if percent(one.rates.effective_annual) == percent(another.rates.effective_annual):
        if shorter:
            return translate("Verdict", "实际年化一样（{low}），少付只是因为借得短。")
        if less:
            return translate("Verdict", "实际年化一样（{low}），少付是因为本金还得早，欠着的钱少。")
        return translate("Verdict", "实际年化一样（{low}），差的只是取整的零头。")
    if not less:
        return translate("Verdict", "欠的钱一样多，只是利息付得早晚不同：实际年化{best}是 {low}，{other}是 {high}。")
    if one.rates.effective_annual < another.rates.effective_annual:
        if shorter:
            return translate("Verdict", "主要因为借得短；实际年化也更低：{low}，{other}是 {high}。")
        return translate("Verdict", "主要因为本金还得早，欠着的钱少；实际年化也更低：{low}，{other}是 {high}。")
    if shorter:
        return translate("Verdict", "因为借得短，不是因为便宜：它的实际年化是 {low}，{other}只有 {high}。")
    return translate("Verdict", "因为本金还得早，欠着的钱少；单看实际年化，{other}更低：{high}，{best}是 {low}。")


def _by_rate(best: Worked, other: Worked) -> bool:
    """Tell whether more than half of what is saved is saved by the price, not by owing less or for a shorter time.

    A cost is a price for each yuan and day times the yuan owed on each day.
    """
    less_debt = other.cost / other.debt_days * (other.debt_days - best.debt_days) if other.debt_days else other.cost
    return less_debt * 2 < other.cost - best.cost


def _highest(best: _One, other: _One) -> str:
    """Return what the cheaper one takes in its highest month, where that is much more than with the other."""
    most, usual = highest_month(best.worked), highest_month(other.worked)
    if most < usual * _MUCH:
        return ""
    month = next(month for month, amount in best.worked.by_month.items() if amount == most)
    text = translate("Verdict", "但 {year} 年 {month} 月要拿得出 {amount} 元，{other}每月最多 {usual} 元。")
    return text.format(year=month[0], month=month[1], amount=grouped(most), other=other.called, usual=grouped(usual))


def _other_wins(best: _One, other: _One) -> list[str]:
    """Return when the other one wins."""
    if best.worked.cost == other.worked.cost:
        return []
    told = translate("Verdict", "{when}，反而是{other}便宜。")
    when = pick("，或者", " or ").join(filter(None, (_early(best, other), _late(best, other))))
    return [_price(best, other), told.format(when=when, other=other.called) if when else ""]


def _early(best: _One, other: _One) -> str:
    """Return with which instalments paying all off lets the other one win; nothing where money is paid early anyway."""
    extra = best.worked.event or other.worked.event
    run = None if extra else early_win(best.worked, other.worked)
    if run is None:
        return ""
    text = translate("Verdict", "第 {first} 到 {last} 期一次还清")
    if run[0] == run[1]:
        text = translate("Verdict", "第 {last} 期就一次还清")
    elif run[0] == 1:
        text = translate("Verdict", "第 {last} 期或更早一次还清")
    return text.format(first=run[0], last=run[1])


def _late(best: _One, other: _One) -> str:
    days = late_win(best.worked, other.worked)
    return "" if days is None else translate("Verdict", "第一期晚 {days} 天或更久").format(days=days)


def _price(best: _One, other: _One) -> str:
    """Return up to which price the verdict holds, told of the one that charges interest where there is one."""
    by_interest = [one for one in (best, other) if one.method not in {Method.FLAT_FEE, None}]
    varied = (by_interest or [one for one in (best, other) if one.method is not None] or [best])[0]
    against = other if varied is best else best
    options = best.found.option, other.found.option
    limit = None if _by_price_alone(*options) else price_limit(varied.worked, against.worked)
    if limit is None or not against.worked.cost:
        return ""
    what = translate("Verdict", "总手续费率") if limit.fee else rate_per_name(limit.per).lower()
    text = translate("Verdict", "{name}的{what}涨到 {above}%，{other}就更便宜。")
    if varied is other:
        text = translate("Verdict", "{name}的{what}到 {limit}% 以下，就不比{other}贵了。")
    figures = {"limit": rate_percent(limit.value), "above": rate_percent(limit.above)}
    return text.format(name=varied.called, what=what, other=against.called, **figures)


def _by_price_alone(one: AnyOption, other: AnyOption) -> bool:
    """Tell whether two differ by their price alone: then everybody sees when the other one wins."""
    if not isinstance(one, OfferOption) or not isinstance(other, OfferOption):
        return False
    price = {"rate": None, "fee_rate": None, "name": ""}
    return one.model_copy(update=price) == other.model_copy(update=price)


def _same(compared: Compared) -> str:
    text = translate("Verdict", "{names}完全一样。")
    listed = [pick("和", " and ").join(compared.names[place] for place in places) for places in compared.same]
    return joined(*(text.format(names=names) for names in listed))


def _left_out(compared: Compared, best: _One, other: _One) -> str:
    """Return what is not in these figures."""
    options = [one.found.option for one in (best, other)]
    coupons = any(isinstance(option, OfferOption) and option.coupon_off for option in options)
    extra = best.worked.event or other.worked.event
    left = [] if coupons else [translate("Verdict", "优惠券")]
    left += [] if extra else [translate("Verdict", "提前还款")]
    left += [translate("Verdict", "逾期"), translate("Verdict", "征信和额度")]
    said = translate("Verdict", "没有计入{left}。").format(left=listed(left))
    counted = translate("Verdict", "已经算上{early}。").format(early=early_said(compared)) if extra else ""
    return joined(counted, said)


def early_said(compared: Compared) -> str:
    """Return what is paid early in a few words; nothing where nothing is."""
    comparison = compared.comparison
    if not comparison.prepayment:
        return ""
    text = translate("Verdict", "第 {period} 期那天多还 {amount} 元（账单除外）")
    return text.format(period=comparison.early_period, amount=grouped(comparison.prepayment))


def _problems(compared: Compared) -> str:
    said = []
    text = translate("Verdict", "{name}：{problem}")
    for name, found in zip(compared.names, compared.columns, strict=True):
        if found.problem:
            message = found.problem.message
            said.append(message if message.startswith((name, found.name)) else text.format(name=name, problem=message))
    return joined(*(translate("Verdict", "{problem}。").format(problem=each) for each in said))
