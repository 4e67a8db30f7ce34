"""Finds the one of principal, rate, periods and payment that is missing, or says why nothing fits.

There is no second formula: every answer is found by trying the engine itself, with rounding off, and polished until
the payment is met. `payment` is the first instalment; with equal payments it is every one but the last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import Any

from jiebei_desktop.engine.schedule import schedule
from jiebei_desktop.engine.terms import Terms, read_terms, readable_day
from jiebei_desktop.money import FEN, MAX_MONEY, ONE, RoundingMode, exact, grouped, round_to
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import MAX_PERIODS, Method, ProblemError, Rounding

_RATE_STEP = Decimal("1E-12")
_DIGITS = 60
_PROBE = Decimal(1_000_000)
_UNROUNDED = Rounding(mode=RoundingMode.NONE)


class Unknown(StrEnum):
    """What is looked for."""

    PRINCIPAL = "principal"
    RATE = "rate"
    PERIODS = "periods"
    PAYMENT = "payment"


def solve(data: Mapping[str, Any], payment: object, rules: RuleBook) -> tuple[str, Decimal | int]:
    """Return the name and the value of what is missing.

    Args:
        data: terms as `read_terms` takes them, with one of principal, rate, periods missing or None; or none of them.
        payment: what the first instalment is, in yuan, or None where it is looked for.
        rules: the products that fill in what is left out.

    Raises:
        ProblemError: too much or too little is missing, or no value fits.
    """
    given = {name: value for name, value in data.items() if value is not None}
    paid = _payment(payment)
    unknown = _unknown(data, given, paid, rules)
    if unknown is Unknown.PAYMENT:
        return unknown, schedule(read_terms(given, rules)).rows[0].payment
    assert paid is not None  # noqa: S101 - `_unknown` saw to it
    if unknown is Unknown.PRINCIPAL:
        return unknown, _principal(read_terms(given | {"principal": str(_PROBE)}, rules), paid)
    if unknown is Unknown.PERIODS:
        return unknown, _periods(given, paid, rules)
    price = "fee_rate" if _is_flat(given, rules) else "rate"
    filler = {"rate": "0", "rate_per": "day"} if price == "rate" else {"fee_rate": "0"}
    return price, _rate(read_terms(filler | given, rules), price, paid)


def _payment(payment: object) -> Decimal | None:
    if payment is None:
        return None
    try:
        paid = exact(payment)
    except ValueError as error:
        raise ProblemError("payment", str(error)) from None
    if not FEN <= paid <= MAX_MONEY:
        text = translate("Solve", "要在 0.01 到 {most} 元之间")
        raise ProblemError("payment", text.format(most=grouped(MAX_MONEY)))
    return paid


def _is_flat(given: Mapping[str, Any], rules: RuleBook) -> bool:
    method = given.get("method")
    if method is None and isinstance(given.get("product"), str):
        method = rules.rule(given["product"], readable_day(given.get("start_date"))).methods.value[0]
    return bool(method == Method.FLAT_FEE)


def _unknown(data: Mapping[str, Any], given: Mapping[str, Any], payment: Decimal | None, rules: RuleBook) -> Unknown:
    price = "fee_rate" if _is_flat(given, rules) else "rate"
    missing = [name for name in (Unknown.PRINCIPAL, Unknown.PERIODS) if name not in given]
    if price not in given:
        missing.append(Unknown.RATE)
    if payment is None:
        missing.append(Unknown.PAYMENT)
    if len(missing) > 1 and "product" in given:  # a product's rule fills in what was not asked for by name
        missing = [name for name in missing if name not in {Unknown.RATE, Unknown.PERIODS} or _asked(data, name, price)]
    if len(missing) != 1:
        listed = translate("Solve", "、").join(missing) or translate("Solve", "没有")
        text = translate("Solve", "principal、rate、periods、payment 里要恰好缺一个；现在缺的是：{listed}")
        raise ProblemError("terms" if Unknown.PAYMENT not in missing else "payment", text.format(listed=listed))
    return missing[0]


def _asked(data: Mapping[str, Any], name: Unknown, price: str) -> bool:
    key = price if name is Unknown.RATE else name.value
    return key in data and data[key] is None


def _first_payment(terms: Terms, **changes: object) -> Decimal:
    """Return the first instalment before any rounding."""
    tried = terms.model_copy(update={"rounding": _UNROUNDED, **changes})
    return schedule(Terms.model_construct(**dict(tried))).rows[0].payment


def _principal(terms: Terms, paid: Decimal) -> Decimal:
    """Return the principal, to the fen, whose first instalment is this payment: the two are proportional."""
    with localcontext(prec=_DIGITS):
        principal = round_to(_PROBE * paid / _first_payment(terms))
    if not FEN <= principal <= MAX_MONEY:
        text = translate("Solve", "这样算出的本金是 {principal} 元，要在 0.01 到 {most} 元之间")
        raise ProblemError("principal", text.format(principal=grouped(principal), most=grouped(MAX_MONEY)))
    return principal


def _rate(terms: Terms, price: str, paid: Decimal) -> Decimal:
    """Return the rate at which the first instalment is this payment: it rises with the rate."""

    def over(rate: Decimal) -> Decimal:
        return _first_payment(terms, **{price: rate}) - paid

    least = over(Decimal(0))
    if least > FEN / 2:
        raise ProblemError("payment", _too_little(terms, paid))
    if least >= 0:
        return Decimal(0)
    with localcontext(prec=_DIGITS):
        low, high = Decimal(0), ONE
        if over(high) < 0:
            raise ProblemError("payment", translate("Solve", "每期这么多，利率要超过 100%，不会有这样的借款"))
        return _root(over, low, high)


def _root(over: Callable[[Decimal], Decimal], low: Decimal, high: Decimal) -> Decimal:
    """Return where a rising function crosses zero: bisection, helped on by the secant of the ends."""
    at_low, at_high = over(low), over(high)
    turn = 0
    while high - low > _RATE_STEP / 4:
        middle = (low + high) / 2
        if turn % 3:
            middle = low - at_low * (high - low) / (at_high - at_low)
            nudge = (high - low) / 1000  # both ends close in, not only one
            middle = min(max(middle + (nudge if turn % 3 == 1 else -nudge), low), high)
        value = over(middle)
        if value < 0:
            low, at_low = middle, value
        else:
            high, at_high = middle, value
        turn += 1
    return round_to((low + high) / 2, step=_RATE_STEP)


def _too_little(terms: Terms, paid: Decimal) -> str:
    whole = paid * terms.periods
    if terms.method in {Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.FLAT_FEE} and whole < terms.principal:
        text = translate("Solve", "不可能：{periods} 期每期 {paid} 元共 {whole} 元，连本金 {principal} 元都不够")
        return text.format(
            periods=terms.periods, paid=grouped(paid), whole=grouped(whole), principal=grouped(terms.principal)
        )
    text = translate("Solve", "不可能：不收利息，第一期也要还 {least} 元")
    return text.format(least=grouped(_first_payment(terms, rate=Decimal(0), fee_rate=Decimal(0))))


def _periods(given: Mapping[str, Any], paid: Decimal, rules: RuleBook) -> int:
    """Return the number of instalments: the one whose instalment this is, else the fewest that it can clear."""
    if given.get("due_dates") is not None:
        raise ProblemError("periods", translate("Solve", "列出了还款日，期数就是它们的个数"))

    def tried(count: int) -> Terms:
        return read_terms(dict(given) | {"periods": count}, rules)

    terms = tried(1)
    if terms.method in {Method.INTEREST_FIRST, Method.BULLET} or "due_dates" in given:
        raise ProblemError("periods", translate("Solve", "这种还法每期还多少不随期数变小，定不出期数"))
    fewest, most = 1, _most_periods(tried)
    if schedule(tried(most)).rows[0].payment > paid:
        raise ProblemError("payment", _never(tried(most), paid))
    while fewest < most:
        middle = (fewest + most) // 2
        if schedule(tried(middle)).rows[0].payment <= paid:
            most = middle
        else:
            fewest = middle + 1
    return fewest


def _most_periods(tried: Callable[[int], Terms]) -> int:
    """Return the most instalments that the calendar has room for."""
    count = MAX_PERIODS
    while count > 1 and not _possible(tried, count):
        count -= max(count // 20, 1)
    return count


def _possible(tried: Callable[[int], Terms], count: int) -> bool:
    try:
        tried(count)
    except ProblemError:
        return False
    return True


def _never(terms: Terms, paid: Decimal) -> str:
    first = schedule(terms).rows[0]
    if first.interest + first.fee >= paid:
        text = translate("Solve", "每期 {paid} 元连第一期的利息 {interest} 元都不够，永远还不清")
        return text.format(paid=grouped(paid), interest=grouped(first.interest + first.fee))
    text = translate("Solve", "每期 {paid} 元太少：分到最多的 {most} 期，每期也要 {least} 元")
    return text.format(paid=grouped(paid), most=terms.periods, least=grouped(first.payment))
