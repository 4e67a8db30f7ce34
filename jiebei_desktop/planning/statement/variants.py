"""A loan's terms, changed in one thing each: would the lender's figures come out so? The engine itself is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.calendar import DayCount, add_months
from jiebei_desktop.engine import Terms, checked_terms, schedule
from jiebei_desktop.money import ONE, ZERO, RoundingMode, percent_exact, round_to
from jiebei_desktop.planning.figure_words import day_count_name
from jiebei_desktop.planning.price_search import first_price, shortest
from jiebei_desktop.planning.statement.agreed import Agreed, Slot
from jiebei_desktop.planning.wording import long_date, rate_words, rounding_name
from jiebei_desktop.products.conditions import Coupon, CouponOf
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError, RatePer, Rounding

_STEP: Final = Decimal("1E-10")
_MOST: Final = {RatePer.DAY: Decimal("0.005"), RatePer.MONTH: Decimal("0.1"), RatePer.YEAR: ONE}
"""How high a rate is looked for."""
_USUAL_PLACES: Final = {RatePer.DAY: 6, RatePer.MONTH: 5, RatePer.YEAR: 4}
"""Decimals that lenders quote rates with; a rate with more was most likely not quoted."""
_FEE_PLACES: Final = 4
_WHOLE_PERCENT: Final = Decimal("0.01")
_MOST_PLACES: Final = 12
_ROUND_SUM: Final = Decimal("0.1")


class Paid(NamedTuple):
    """What was really paid for an instalment, in yuan, and on which day it was paid whole."""

    slot: Slot
    amount: Decimal
    day: date

    @property
    def gap(self) -> Decimal:
        """Return how much that is above what the plan has."""
        return self.amount - self.slot.claim.amount


class Variant(NamedTuple):
    """Other terms.

    Attributes:
        sentence: what would be otherwise.
        rows: what falls due with each instalment, in yuan.
        far: whether it takes an odd figure to explain what was paid.
        also: the sentence where a coupon explains it as well; empty for what is never said second.
        like_price: whether another price may come to just the same.
    """

    sentence: str
    rows: Mapping[int, Decimal]
    far: bool = False
    also: str = ""
    like_price: bool = False

    def fits(self, paid: Paid) -> bool:
        """Tell whether it explains what was paid for an instalment."""
        return self.rows.get(paid.slot.claim.period) == paid.amount


def variants(known: Sequence[Paid]) -> Iterator[Variant]:
    """Yield what may be otherwise with a loan, what is most likely first.

    Args:
        known: what was paid for its instalments, by number; something else than expected for one of them at least.
    """
    agreed = known[0].slot.agreed
    different = next(paid for paid in known if paid.gap)
    for sentence, terms in (
        *_day_counts(agreed.terms),
        *_due_dates(agreed.terms, different),
        *_roundings(agreed.terms),
    ):
        rows = _rows(agreed, terms)
        if rows:
            yield Variant(sentence, rows)
    for sentence, terms, odd in _coupons(agreed.terms, known):
        yield Variant(sentence, _rows(agreed, terms), odd, like_price=not agreed.terms.coupons)
    yield from _prices(agreed, different, rounder=len(known) == 1 or _round_sum(known))


def _rows(agreed: Agreed, terms: Terms) -> dict[int, Decimal]:
    """Return what falls due under other terms, by number; nothing where the loan can't be so."""
    try:
        rows = schedule(terms, agreed.events).rows
    except ProblemError:
        return {}
    return {row.period: row.payment for row in rows if row.event is None}


def _changed(terms: Terms, **changes: object) -> Terms:
    """Return terms with changes, checked again; raises `ProblemError` where they can't be."""
    return checked_terms({name: getattr(terms, name) for name in Terms.model_fields} | changes)


def _day_counts(terms: Terms) -> Iterator[tuple[str, Terms]]:
    if terms.method is Method.FLAT_FEE:
        return
    for day_count in (DayCount.ACTUAL, DayCount.PERIOD, DayCount.THIRTY_360, DayCount.ACTUAL_360, DayCount.ACTUAL_365):
        if day_count is not terms.day_count:
            text = translate("Reconcile", "可能是利息的天数算得不同：{name}。")
            if day_count is DayCount.PERIOD:
                text = translate("Reconcile", "可能是利息每个月都按 30 天算。")
            yield text.format(name=day_count_name(day_count)), _changed(terms, day_count=day_count)


def _due_dates(terms: Terms, different: Paid) -> Iterator[tuple[str, Terms]]:
    """Yield other first due dates: so that the payment was on its day, and by a month or some days."""
    first = terms.all_due_dates[0]
    off = (different.day - different.slot.claim.due_date).days
    days = [add_months(different.day, 1 - different.slot.claim.period), first + timedelta(days=off)]
    days += [add_months(first, 1), add_months(first, -1)]
    days += [first + timedelta(days=away) for near in (1, 2, 3) for away in (-near, near)]
    for day in dict.fromkeys(days):
        if day != first and day > terms.start_date:
            text = translate("Reconcile", "可能是首个还款日不同：是 {day}，不是 {first}。")
            try:
                yield text.format(day=long_date(day), first=long_date(first)), _changed(terms, first_due_date=day)
            except ProblemError:  # so late that the last one lies beyond the calendar
                continue


def _roundings(terms: Terms) -> Iterator[tuple[str, Terms]]:
    rounding = terms.rounding
    for mode in (RoundingMode.DOWN, RoundingMode.UP, RoundingMode.HALF_EVEN):
        name = rounding_name(mode, rounding.step)
        if mode is not rounding.mode:
            text = translate("Reconcile", "可能是尾数取法不同：{name}。")
            yield text.format(name=name), _changed(terms, rounding=Rounding(mode=mode, step=rounding.step))
        if terms.method is Method.EQUAL_PAYMENT:
            text = translate("Reconcile", "可能是每期金额的尾数取法不同：{name}。")
            own = rounding.model_copy(update={"instalment_mode": mode})
            yield text.format(name=name), _changed(terms, rounding=own)


def _coupons(terms: Terms, known: Sequence[Paid]) -> Iterator[tuple[str, Terms, bool]]:
    """Yield a coupon that the plan does not know of, or that the lender does not, and whether its share is odd."""
    different = [paid for paid in known if paid.gap]
    if terms.coupons:
        yield translate("Reconcile", "可能是计划里的优惠没有用上。"), _changed(terms, coupons=()), False
        return
    cost = different[0].slot.claim.amount - different[0].slot.principal
    off = -different[0].gap
    if not 0 < off <= cost:
        return
    flat = terms.method is Method.FLAT_FEE
    of = CouponOf.FEE if flat else CouponOf.INTEREST
    last = different[-1].slot.claim.period
    ended = any(paid.slot.claim.period > last for paid in known)
    for share in dict.fromkeys(round_to(off / cost, step=Decimal(1).scaleb(-places)) for places in (2, 3, 4)):
        if not 0 < share <= 1:
            continue
        coupon = Coupon(of=of, share=share, periods=last if ended else None)
        odd = round_to(share, step=_WHOLE_PERCENT) != share
        yield _coupon_words(share, last if ended else None, flat=flat), _changed(terms, coupons=(coupon,)), odd


def _coupon_words(share: Decimal, periods: int | None, *, flat: bool) -> str:
    if periods is None:
        text = translate("Reconcile", "可能有优惠：利息减 {share}%。")
        if flat:
            text = translate("Reconcile", "可能有优惠：手续费减 {share}%。")
        return text.format(share=percent_exact(share))
    text = translate("Reconcile", "可能有优惠：前 {count} 期的利息减 {share}%。")
    if flat:
        text = translate("Reconcile", "可能有优惠：前 {count} 期的手续费减 {share}%。")
    return text.format(share=percent_exact(share), count=periods)


def _round_sum(known: Sequence[Paid]) -> bool:
    """Tell whether the same round sum was taken on top each time: that is rather a fee than another price."""
    gaps = {paid.gap for paid in known if paid.gap}
    return len(gaps) == 1 and min(gaps) > 0 and min(gaps) % _ROUND_SUM == 0


def _prices(agreed: Agreed, different: Paid, *, rounder: bool) -> Iterator[Variant]:
    """Yield the shortest price at which the instalment would be what was paid.

    For one instalment alone there is often a price that lenders could quote by chance, so it has to be a `rounder` one.
    """
    terms, period = agreed.terms, different.slot.claim.period
    flat = terms.method is Method.FLAT_FEE
    name, old = ("fee_rate", terms.fee_rate) if flat else ("rate", terms.rate)
    most = ONE if flat else _MOST[terms.rate_per]

    def due(price: Decimal) -> Decimal:
        return _rows(agreed, _with_price(terms, name, price)).get(period, ZERO)

    if due(ZERO) > different.amount or due(most) < different.amount:
        return
    low = first_price(lambda price: due(price) >= different.amount, most, _STEP)
    if due(low) != different.amount:
        return
    above = first_price(lambda price: due(price) > different.amount, most, _STEP)
    price = shortest(low - _STEP, above - _STEP, _MOST_PLACES)  # what begins to hold at a short number is that number
    if due(price) != different.amount:
        price = shortest(low, above - _STEP, _MOST_PLACES)
    words = translate("Words", "总费率 {rate}%") if flat else rate_words(terms.rate_per)
    said = {"price": words.format(rate=percent_exact(price)), "old": percent_exact(old)}
    sentence = translate("Reconcile", "可能是{price}，不是 {old}%。").format(**said)
    also = translate("Reconcile", "也可能是{price}，不是 {old}%。").format(**said)
    usual = _FEE_PLACES if flat else _USUAL_PLACES[terms.rate_per]
    far = -int(price.normalize().as_tuple().exponent) > usual - rounder
    yield Variant(sentence, _rows(agreed, _with_price(terms, name, price)), far, also)


def _with_price(terms: Terms, name: str, price: Decimal) -> Terms:
    return terms.model_copy(update={name: price})  # days stay, so those that were worked out may
