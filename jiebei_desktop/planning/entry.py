"""What a form does, without a window: the text of one field in, a new checked value out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar
from uuid import uuid4

from pydantic import ValidationError

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.engine import Arrears
from jiebei_desktop.money import HUNDRED, grouped, percent_exact, round_to, typed
from jiebei_desktop.planning.budget.household import MONTHS_A_YEAR, EntryKind, Repeat, Shift, Trial
from jiebei_desktop.planning.budget.household import Entry as HouseholdEntry
from jiebei_desktop.planning.document import CustomProduct, Loan, Plan, Relief
from jiebei_desktop.planning.offers import BillOption, Comparison, Document, Offer, OfferOption
from jiebei_desktop.planning.stress.settings import MOST_SEED, LimitClosed, OneOffCost, RateMove, Shape
from jiebei_desktop.products import Brand, Confidence, Figure, ProductRule, RuleBook
from jiebei_desktop.products.bill import bill_rule
from jiebei_desktop.text import half_width, translate
from jiebei_desktop.values import MAX_PERIODS, Method, ProblemError, RatePer, problems_of

D = TypeVar("D", bound=Document)
O = TypeVar("O", bound=Offer)  # noqa: E741 - an offer


class Field(StrEnum):
    """The fields of the forms; each is the name of the attribute that it edits."""

    PRODUCT = "product"
    NAME = "name"
    PRINCIPAL = "principal"
    AMOUNT = "amount"
    START_DATE = "start_date"
    PERIODS = "periods"
    METHOD = "method"
    RATE = "rate"
    RATE_PER = "rate_per"
    FEE_RATE = "fee_rate"
    FIRST_DUE_DATE = "first_due_date"
    BILLED_INSTALMENT = "billed_instalment"
    DUE_DAY = "due_day"
    COUPON_OFF = "coupon_off"
    COUPON_PERIODS = "coupon_periods"
    PENALTY_RATE = "penalty_rate"
    UNPAID_FROM = "unpaid_from"
    WAIT_DAYS = "wait_days"
    DEFER_MONTHS = "defer_months"
    WAIVER_SHARE = "waiver_share"
    ARREARS = "arrears"
    INCOME = "income"
    SPENDING = "spending"
    REASON = "reason"
    SIGNATURE = "signature"
    CONTACT = "contact"
    STATEMENT_DAY = "statement_day"
    EARLY_PERIOD = "early_period"
    PREPAYMENT = "prepayment"
    LATE_DAYS = "late_days"
    KIND = "kind"
    REPEAT = "repeat"
    EVERY = "every"
    DAY = "day"
    START = "start"
    END = "end"
    SHIFT = "shift"
    GROWTH = "growth"
    SEASONS = "seasons"
    CATEGORY = "category"
    ACCOUNT = "account"
    TO_ACCOUNT = "to_account"
    SPREAD = "spread"
    BY_HUABEI = "by_huabei"
    BALANCE = "balance"
    COUNTS = "counts"
    CUSHION = "cushion"
    TIGHT = "tight"
    HEAVY = "heavy"
    JIEBEI_LIMIT = "jiebei_limit"
    HUABEI_LIMIT = "huabei_limit"
    MONTHLY = "monthly"
    NO_LATE = "no_late"
    ON = "on"
    SHARE = "share"
    BEGIN = "begin"
    MONTHS = "months"
    ENTRY = "entry"
    POINTS = "points"
    BRAND = "brand"
    PATHS = "paths"
    SEED = "seed"
    SHAPE = "shape"
    INCOME_SPREAD = "income_spread"
    SPENDING_SPREAD = "spending_spread"
    JOB_LOSS = "job_loss"
    JOB_LOSS_MONTHS = "job_loss_months"
    COST_CHANCE = "cost_chance"
    COST = "cost"
    CUT = "cut"


_SHARES = frozenset(
    {
        Field.RATE,
        Field.FEE_RATE,
        Field.COUPON_OFF,
        Field.PENALTY_RATE,
        Field.WAIVER_SHARE,
        Field.GROWTH,
        Field.SPREAD,
        Field.TIGHT,
        Field.HEAVY,
        Field.SHARE,
        Field.POINTS,
        Field.INCOME_SPREAD,
        Field.SPENDING_SPREAD,
        Field.JOB_LOSS,
        Field.COST_CHANCE,
        Field.CUT,
    }
)
_OPTIONAL = frozenset(
    {
        Field.FIRST_DUE_DATE,
        Field.BILLED_INSTALMENT,
        Field.DUE_DAY,
        Field.COUPON_OFF,
        Field.COUPON_PERIODS,
        Field.PENALTY_RATE,
        Field.UNPAID_FROM,
        Field.INCOME,
        Field.SPENDING,
        Field.PREPAYMENT,
        Field.DAY,
        Field.END,
        Field.SEASONS,
        Field.SPREAD,
        Field.JIEBEI_LIMIT,
        Field.HUABEI_LIMIT,
        Field.MONTHLY,
    }
)
YES, NO = "yes", "no"
"""What a field that is one or the other holds."""
DEFAULT_AMOUNT = Decimal(10_000)
"""What a new loan and the comparison of a new plan begin with, in yuan."""
_RATE_STEP = Decimal("1E-8")


def edit(value: D, field: Field, text: str, rules: RuleBook) -> D:
    """Return `value` with one field changed to what was typed.

    Raises:
        ProblemError: the text can't be taken; the message says what can.
    """
    try:
        if isinstance(value, Offer):
            return _edit_offer(value, field, text, rules)
        return _checked(value, _changes(value, field, text, rules))
    except ProblemError:
        raise
    except ValidationError as error:
        raise ProblemError(field, problems_of(error)[0].message) from None
    except ValueError as error:
        raise ProblemError(field, str(error)) from None


def text_of(value: Document, field: Field) -> str:
    """Return a field's value as the form shows it."""
    content = getattr(value, field)
    if content is None:
        return ""
    if field in _SHARES:
        return percent_exact(content)
    if isinstance(content, bool):
        return YES if content else NO
    if isinstance(content, tuple):
        return " ".join(percent_exact(share) for share in content)
    if isinstance(content, Decimal):
        return grouped(content)
    return content.isoformat() if isinstance(content, date) else str(content)


def offer_for(rule: ProductRule) -> Offer:
    """Return a product's offer as its rule has it by default; without a price where the user gave theirs none."""
    count = rule.default_periods
    return Offer(
        product=rule.id,
        periods=count,
        method=rule.methods.value[0],
        rate=rule.rate.typical.value if rule.rate and _priced(rule, rule.rate.typical) else None,
        rate_per=rule.rate.per if rule.rate else Offer.model_fields["rate_per"].default,
        fee_rate=rule.fee_rate(count) if rule.fee and _priced(rule, rule.fee.figure(count)) else None,
    )


def _priced(rule: ProductRule, figure: Figure[Decimal] | None) -> bool:
    """Tell whether a price was said: one of the user's own that was left out is not sure to be nothing."""
    return figure is not None and (rule.brand is not Brand.OTHER or figure.confidence is not Confidence.LOW)


def new_loan(rule: ProductRule, today: date) -> Loan:
    """Return a loan to begin with: the product's usual terms, 10,000 yuan, from today."""
    offer = offer_for(rule)
    return Loan(**dict(offer), id=uuid4().hex[:12], name="", principal=DEFAULT_AMOUNT, start_date=today)


def new_plan(name: str, rules: RuleBook, today: date) -> Plan:
    """Return an empty plan that compares one offer of every product."""
    options = tuple(OfferOption(**dict(offer_for(rule))) for rule in first_of_each_brand(rules))
    return Plan(name=name, comparison=Comparison(amount=DEFAULT_AMOUNT, start_date=today, options=options))


def first_of_each_brand(rules: RuleBook) -> list[ProductRule]:
    """Return the products that a new comparison begins with: the first of 借呗 and of 花呗."""
    first: dict[Brand, ProductRule] = {}
    for rule in rules.ordered:
        first.setdefault(rule.brand, rule)
    return list(first.values())


def same_rate(rate: Decimal, per: RatePer, other: RatePer) -> Decimal:
    """Return a rate quoted for another time, by 365 days and 12 months a year, to the 8 decimals that lenders keep."""
    days = {RatePer.DAY: Decimal(1), RatePer.MONTH: Decimal(365) / 12, RatePer.YEAR: Decimal(365)}
    return round_to(rate * days[other] / days[per], step=_RATE_STEP).normalize()


def _edit_offer(offer: O, field: Field, text: str, rules: RuleBook) -> O:
    if field is Field.PRODUCT:
        offered: dict[str, object] = dict(offer_for(rules.rule(text)))
        if isinstance(offer, Loan):
            offered["overdue"] = None  # the other product has a rule of its own
        return offer.model_copy(update=offered)
    changes = _changes(offer, field, text, rules)
    if field is Field.PERIODS and offer.method is Method.FLAT_FEE:
        rule = rules.rule(offer.product)
        if offer.fee_rate is None or offer.fee_rate == rule.fee_rate(offer.periods):
            changes[Field.FEE_RATE] = rule.fee_rate(int(str(changes[field])))
    if field is Field.METHOD and text == Method.BULLET and offer.method is not Method.BULLET:
        changes[Field.COUPON_PERIODS] = None  # one payment: there are no first instalments
    return _checked(offer, changes)


def _changes(value: Document, field: Field, text: str, rules: RuleBook) -> dict[str, object]:
    """Return a field's new value; a rate whose unit changes stays the same price."""
    optional = (
        field in {Field.RATE, Field.PERIODS}  # the rate that was agreed, periods by what is left
        if isinstance(value, Relief)
        # the comparison's day; today; the comparison's money; always
        else (field is Field.START_DATE and isinstance(value, OfferOption | BillOption))
        or (field in {Field.START, Field.AMOUNT} and isinstance(value, Trial))
        or (field is Field.START and isinstance(value, HouseholdEntry))
    )
    dated = field is Field.DAY and isinstance(value, OneOffCost | RateMove | LimitClosed)
    changes: dict[str, object] = {field: _parsed(Field.END if dated else field, text, optional=optional)}
    if isinstance(value, BillOption) and field is Field.STATEMENT_DAY:
        changes |= _due_with(int(str(changes[field])), rules)
    if field is Field.RATE_PER and isinstance(value, Offer | CustomProduct | Relief) and value.rate is not None:
        changes[Field.RATE] = same_rate(value.rate, value.rate_per, RatePer(text))
    return changes


def _due_with(statement_day: int, rules: RuleBook) -> dict[str, object]:
    """Return the due day that goes with a statement day, where the rule knows one."""
    known = bill_rule(rules).cycles.get(statement_day)
    return {Field.DUE_DAY: known.value[-1]} if known else {}


def _checked(value: D, changes: dict[str, object]) -> D:
    """Return a copy with changes, through every check of the model."""
    return type(value).model_validate(dict(value) | changes)


def _parsed(field: Field, text: str, *, optional: bool = False) -> object:
    if (field in _OPTIONAL or optional) and not text.strip():
        return None
    return _PARSERS.get(field, str)(text)


def typed_share(text: str) -> Decimal:
    """Read per cent as a person types them; a share.

    Raises:
        ValueError: it is no number, or not from 0 to 100.
    """
    share = typed(text) / HUNDRED
    if not 0 <= share <= 1:
        raise ValueError(translate("Entry", "要在 0 到 100（%）之间"))
    return share


def _count(text: str) -> int:
    plain = text.strip().removesuffix(translate("Entry", "期")).strip()
    number = typed(plain) if plain else None
    if number is None or number != number.to_integral_value() or not 1 <= number <= MAX_PERIODS:
        raise ValueError(translate("Entry", "期数要填 1 到 {most} 的整数").format(most=MAX_PERIODS))
    return int(number)


def whole_number(text: str, most: int = MAX_PERIODS * 100) -> int:
    """Read a whole number as a person types it.

    Raises:
        ValueError: in words for the user.
    """
    number = typed(text)
    if number != number.to_integral_value() or abs(number) > most:
        raise ValueError(translate("Entry", "要填一个整数"))
    return int(number)


def _large_number(text: str) -> int:
    return whole_number(text, MOST_SEED)


def _due_day(text: str) -> int:
    return _day_up_to(28, text, translate("Entry", "要填 1 到 28 的整数；App 里每月的还款日不会是 29、30、31 日"))


def _day_of_month(text: str) -> int:
    return _day_up_to(31, text, translate("Entry", "要填 1 到 31 的整数；月份没有那么多天时是最后一天"))


def _day_up_to(most: int, text: str, refusal: str) -> int:
    plain = half_width(text).strip().removesuffix("日").removesuffix("号").strip()
    if not plain.isascii() or not plain.isdigit() or not 1 <= int(plain[:4]) <= most:
        raise ValueError(refusal)
    return int(plain)


def _change(text: str) -> Decimal:
    share = typed(text) / HUNDRED
    if not -1 <= share <= 1:
        raise ValueError(translate("Entry", "要在 -100 到 100（%）之间"))
    return share


def _seasons(text: str) -> tuple[Decimal, ...]:
    parts = half_width(text).replace("、", " ").replace(",", " ").split()
    if len(parts) != MONTHS_A_YEAR:
        text = translate("Entry", "要填 12 个数（1 月到 12 月，平常是 100），现在是 {count} 个")
        raise ValueError(text.format(count=len(parts)))
    return tuple(typed(part) / HUNDRED for part in parts)


def _yes(text: str) -> bool:
    return text == YES


_PARSERS: dict[Field, Callable[[str], object]] = {
    Field.PRINCIPAL: typed,
    Field.AMOUNT: typed,
    Field.BILLED_INSTALMENT: typed,
    Field.START_DATE: typed_date,
    Field.FIRST_DUE_DATE: typed_date,
    Field.PERIODS: _count,
    Field.RATE: typed_share,
    Field.RATE_PER: RatePer,
    Field.FEE_RATE: typed_share,
    Field.METHOD: Method,
    Field.DUE_DAY: _due_day,
    Field.COUPON_OFF: typed_share,
    Field.COUPON_PERIODS: _count,
    Field.PENALTY_RATE: typed_share,
    Field.UNPAID_FROM: _count,
    Field.WAIT_DAYS: whole_number,
    Field.DEFER_MONTHS: whole_number,
    Field.WAIVER_SHARE: typed_share,
    Field.ARREARS: Arrears,
    Field.INCOME: typed,
    Field.SPENDING: typed,
    Field.STATEMENT_DAY: _due_day,
    Field.EARLY_PERIOD: _count,
    Field.PREPAYMENT: typed,
    Field.LATE_DAYS: whole_number,
    Field.KIND: EntryKind,
    Field.REPEAT: Repeat,
    Field.EVERY: whole_number,
    Field.DAY: _day_of_month,
    Field.START: typed_date,
    Field.END: typed_date,
    Field.SHIFT: Shift,
    Field.GROWTH: _change,
    Field.SEASONS: _seasons,
    Field.SPREAD: typed_share,
    Field.BY_HUABEI: _yes,
    Field.BALANCE: typed,
    Field.COUNTS: _yes,
    Field.CUSHION: typed,
    Field.TIGHT: typed_share,
    Field.HEAVY: typed_share,
    Field.JIEBEI_LIMIT: typed,
    Field.HUABEI_LIMIT: typed,
    Field.MONTHLY: typed,
    Field.NO_LATE: _yes,
    Field.ON: _yes,
    Field.SHARE: typed_share,
    Field.BEGIN: whole_number,
    Field.MONTHS: whole_number,
    Field.POINTS: _change,
    Field.BRAND: Brand,
    Field.PATHS: _large_number,
    Field.SEED: _large_number,
    Field.SHAPE: Shape,
    Field.INCOME_SPREAD: typed_share,
    Field.SPENDING_SPREAD: typed_share,
    Field.JOB_LOSS: typed_share,
    Field.JOB_LOSS_MONTHS: whole_number,
    Field.COST_CHANCE: typed_share,
    Field.COST: typed,
    Field.CUT: typed_share,
}
