"""The terms of a loan, complete and checked: all that a schedule follows from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator

from jiebei_desktop.calendar import LAST_DAY, DayCount, IntervalUnit, iso_date, periods_a_year, step, steps
from jiebei_desktop.money import ZERO
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.products.conditions import Coupon, DueDayRule, EarlyRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import (
    MAX_PERIODS,
    Day,
    Frozen,
    Method,
    Periods,
    Principal,
    ProblemError,
    Rate,
    RatePer,
    Rounding,
    checked,
)


class InstalmentRule(StrEnum):
    """How the constant instalment of `Method.EQUAL_PAYMENT` is found."""

    LEVEL = "level"
    ANNUITY = "annuity"


class Interval(Frozen):
    """The step from one due date to the next."""

    unit: IntervalUnit = IntervalUnit.MONTH
    every: Annotated[int, Field(strict=True, ge=1, le=366)] = 1


MONTHLY = Interval()


class Terms(Frozen):
    """What was agreed. Money is yuan, rates are shares (`Decimal("0.00035")` is 0.035 %).

    Attributes:
        product: the rule that the defaults came from, if any.
        start_date: the day interest begins.
        first_due_date: where left out, one interval after `start_date`.
        due_dates: the full list; wins over `interval` and `first_due_date`.
        fee_rate: `Method.FLAT_FEE` only: the whole fee as a share of the principal.
        coupons: what is taken off interest or fee.
        early: what paying off early costs.
    """

    product: str | None = None
    principal: Principal
    start_date: Day
    periods: Periods
    interval: Interval = MONTHLY
    first_due_date: Day | None = None
    due_dates: tuple[Day, ...] | None = None
    method: Method
    rate: Rate = ZERO
    rate_per: RatePer = RatePer.DAY
    fee_rate: Rate = ZERO
    day_count: DayCount = DayCount.ACTUAL
    instalment_rule: InstalmentRule = InstalmentRule.LEVEL
    rounding: Rounding = Rounding()
    coupons: tuple[Coupon, ...] = ()
    early: EarlyRule = EarlyRule()

    @field_validator("due_dates")
    @classmethod
    def _rising(cls, days: tuple[date, ...] | None) -> tuple[date, ...] | None:
        for before, after in zip(days or (), (days or ())[1:], strict=False):
            if after <= before:
                text = translate("Terms", "还款日要一期比一期晚：{after} 不在 {before} 之后")
                raise ValueError(text.format(after=after, before=before))
        return days

    @model_validator(mode="after")
    def _dates_fit(self) -> Self:
        if self.due_dates is not None and len(self.due_dates) != self.periods:
            text = translate("Terms", "有 {given} 个还款日，期数却是 {periods}")
            raise ProblemError("due_dates", text.format(given=len(self.due_dates), periods=self.periods))
        field = "due_dates" if self.due_dates else "first_due_date"
        first = self.due_dates[0] if self.due_dates else self.first_due_date
        if first is not None and first < self.start_date:
            raise ProblemError(field, due_before_start(first, self.start_date))
        return self

    @model_validator(mode="after")
    def _ends_in_time(self) -> Self:
        try:
            ends = self.all_due_dates[-1] <= LAST_DAY
        except (ValueError, OverflowError):  # beyond the last year that a date can have
            ends = False
        if not ends:
            raise ProblemError("periods", translate("Terms", "最后一期晚于 {last}，太远了").format(last=LAST_DAY))
        return self

    @cached_property
    def all_due_dates(self) -> tuple[date, ...]:
        """Return the due date of every period."""
        if self.due_dates is not None:
            return self.due_dates
        unit, every = self.interval.unit, self.interval.every
        if self.first_due_date is None:  # steps count from the start date, so that the 31st comes back after February
            return tuple(step(self.start_date, unit, every * k) for k in range(1, self.periods + 1))
        return tuple(steps(self.first_due_date, unit, every, self.periods))

    @cached_property
    def payment_dates(self) -> tuple[date, ...]:
        """Return the days on which something falls due: every due date, or the last one alone of a bullet loan."""
        return self.all_due_dates[-1:] if self.method is Method.BULLET else self.all_due_dates

    @property
    def periods_a_year(self) -> Decimal:
        """Return how many periods make a year."""
        return periods_a_year(self.interval.unit, self.interval.every)


def due_before_start(first: date, start: date) -> str:
    """Return what is said of a first due date before the day that interest begins."""
    return translate("Terms", "首个还款日 {first} 不能早于起息日 {start}").format(first=first, start=start)


def product_defaults(rule: ProductRule) -> dict[str, Any]:
    """Return what a product's rule fills in where the terms say nothing."""
    filled: dict[str, Any] = {
        "periods": rule.default_periods,
        "method": rule.methods.value[0],
        "day_count": rule.day_count.value,
        "rounding": rule.rounding.value,
    }
    if rule.rate is not None:
        filled |= {"rate": rule.rate.typical.value, "rate_per": rule.rate.per}
    if rule.early is not None:
        filled["early"] = rule.early.value
    return filled


def read_terms(data: Mapping[str, Any], rules: RuleBook) -> Terms:
    """Read terms as the command line gives them, filled up from the product's rule of the day on which they begin.

    Besides the fields of `Terms` there may be `due_day`, the day of the month that an earlier draw has fixed.

    Raises:
        ProblemError: the first thing that is wrong, with its field.
    """
    given = {name: value for name, value in data.items() if value is not None}
    due_day = given.pop("due_day", None)
    merged = dict(given)
    product = given.get("product")
    rule = None
    if product is not None:
        if not isinstance(product, str):
            raise ProblemError("product", translate("Terms", "产品要写它的代号，例如 jiebei"))
        rule = rules.rule(product, readable_day(given.get("start_date")))
        merged = product_defaults(rule) | given
        if rule.rate is not None and "rate" not in given and merged["rate_per"] != rule.rate.per:
            del merged["rate"]
        if "fee_rate" not in merged and merged["method"] == Method.FLAT_FEE and _is_count(merged["periods"]):
            merged["fee_rate"] = _known_fee(rule, merged["periods"])
    merged |= _first_due(given, due_day, rule)
    merged.setdefault("day_count", _usual_day_count(merged.get("rate_per")))
    terms = checked_terms(merged)
    _enough_said(merged)
    return terms


def readable_day(value: object) -> date | None:
    """Return a date that can be read; what can't be is named as wrong when the terms are checked."""
    try:
        return iso_date(value)
    except ValueError:
        return None


def _first_due(given: Mapping[str, Any], due_day: object, rule: ProductRule | None) -> dict[str, date]:
    """Return the first due date by the product's due-day rule, where no date was given."""
    if due_day is not None and not (isinstance(due_day, int) and not isinstance(due_day, bool) and 1 <= due_day <= 28):
        raise ProblemError("due_day", translate("Terms", "要是 1 到 28 的整数"))
    start = readable_day(given.get("start_date"))
    if start is None or {"first_due_date", "due_dates", "interval"} & given.keys():
        return {}
    due_rule = rule.due_day.value if rule and rule.due_day else DueDayRule(least_days=0, moved={}) if due_day else None
    first = first_due_by(due_rule, start, due_day) if due_rule else None
    return {"first_due_date": first} if first else {}


def first_due_by(rule: DueDayRule, start: date, due_day: int | None) -> date | None:
    """Return the first due date by a due-day rule; None where it lies beyond the calendar."""
    first = rule.first_due(start, due_day)
    return first if first <= LAST_DAY else None


def checked_terms(data: Mapping[str, Any]) -> Terms:
    """Return terms, or the first thing that is wrong with them.

    Raises:
        ProblemError: with the field at fault.
    """
    return checked(Terms, data)


def _is_count(periods: object) -> bool:
    """Tell whether this can be a number of instalments; what can't is named as wrong itself, not for its fee."""
    return isinstance(periods, int) and not isinstance(periods, bool) and 1 <= periods <= MAX_PERIODS


def _known_fee(rule: ProductRule, periods: int) -> Decimal:
    known = rule.fee_rate(periods)
    if known is not None:
        return known
    numbers = (rule.fee.by_periods or {}) if rule.fee else {}
    listed = translate("Terms", "、").join(map(str, numbers))
    text = translate("Terms", "{name} 没有这个期数的费率（已知：{listed} 期），请自己填 fee_rate")
    raise ProblemError("fee_rate", text.format(name=rule.name, listed=listed))


def _usual_day_count(rate_per: object) -> DayCount:
    return DayCount.ACTUAL if rate_per in (None, RatePer.DAY) else DayCount.PERIOD


def _enough_said(merged: Mapping[str, Any]) -> None:
    """Refuse terms that leave the price of the loan unsaid."""
    needed = ("fee_rate",) if merged["method"] == Method.FLAT_FEE else ("rate", "rate_per")
    for name in needed:
        if name not in merged:
            raise ProblemError(name, translate("Values", "必须填写"))
