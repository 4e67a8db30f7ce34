"""Products of the user's own: entered by a form, saved with the plan, used like any that ships."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

from jiebei_desktop.calendar import FIRST_DAY, DayCount
from jiebei_desktop.money import ONE
from jiebei_desktop.planning.document import CustomProduct
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.products import Brand, Confidence, ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, RatePer

_OWN = "own"
_INTEREST_METHODS = (Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST, Method.BULLET)


def new_product(name: str) -> CustomProduct:
    """Return a product to begin with."""
    return CustomProduct(id=f"own_{uuid4().hex[:8]}", name=name)


def with_own_products(rules: RuleBook, products: Iterable[CustomProduct], today: date) -> RuleBook:
    """Return the rule book with a plan's own products in it."""
    own = [rule_of(product, today) for product in products]
    return rules.with_rules(own) if own else rules


def rule_of(product: CustomProduct, today: date) -> ProductRule:
    """Return a product of the user's own as a rule; every figure has the user as its source."""
    flat = product.method is Method.FLAT_FEE
    methods = (product.method,) if flat else (product.method, *(m for m in _INTEREST_METHODS if m != product.method))
    by_day = product.rate_per is RatePer.DAY and not flat
    data: dict[str, Any] = {
        "schema_version": 1,
        "id": product.id,
        "brand": Brand.OTHER,
        "name": {"zh": product.name, "en": product.name},
        "version": today,
        "in_force_from": FIRST_DAY,
        "sources": {
            _OWN: {"title": {"zh": "你自己填的", "en": "Entered by you"}, "address": "-", "dated": "", "read": today}
        },
        "periods": _said((product.periods,)),
        "default_periods": product.periods,
        "methods": _said(methods),
        "day_count": _said(DayCount.ACTUAL if by_day else DayCount.PERIOD),
        "rounding": _said({}),
    }
    if flat:
        data["fee"] = {"by_periods": {product.periods: _price(product.fee_rate)}}
    else:
        rate = _price(product.rate)
        data["rate"] = {"per": product.rate_per, "typical": rate, "least": rate, "most": rate}
    if product.penalty_rate is not None:
        data["overdue"] = _said({"penalty_rate": product.penalty_rate, "base": "overdue_amount"})
    return ProductRule.model_validate(data)


def _price(share: Decimal | None) -> dict[str, object]:
    """Return a price as a figure; one that was not said stands at nothing and is not sure."""
    return _said(share) if share is not None else _said(0) | {"confidence": Confidence.LOW.value}


def _said(value: object) -> dict[str, object]:
    return {"value": value, "sources": (_OWN,), "confidence": "high"}


def filled_like(product: CustomProduct, rule: ProductRule) -> CustomProduct:
    """Return a product that begins with what another one has: its usual way, term and price, and what a day late costs.

    The name stays. A penalty that is a multiple of the rate is put in as the share a day that it comes to today.
    """
    count = rule.default_periods
    typical = rule.rate.typical.value if rule.rate else None
    return CustomProduct(
        id=product.id,
        name=product.name,
        method=rule.methods.value[0],
        periods=count,
        rate=typical,
        rate_per=rule.rate.per if rule.rate else product.rate_per,
        fee_rate=rule.fee_rate(count),
        penalty_rate=_penalty(rule),
    )


def missing(product: CustomProduct) -> dict[Field, str]:
    """Return what is said at fields of a product that were left out."""
    found = {}
    price = Field.FEE_RATE if product.method is Method.FLAT_FEE else Field.RATE
    if getattr(product, price) is None:
        found[price] = translate("Custom", "还没填，先按 0 算")
    if product.penalty_rate is None:
        found[Field.PENALTY_RATE] = translate("Custom", "不填，就不知道晚一天多收多少")
    return found


def _penalty(rule: ProductRule) -> Decimal | None:
    """Return what a day late costs as a share; None where nobody knows, or it is not by the day."""
    overdue = rule.overdue.value if rule.overdue else None
    if overdue is None:
        return None
    if overdue.penalty_rate is not None:
        return overdue.penalty_rate if overdue.penalty_rate_per is RatePer.DAY else None
    if rule.rate is None or rule.rate.per is not RatePer.DAY or overdue.penalty_multiplier is None:
        return None
    return min(rule.rate.typical.value * overdue.penalty_multiplier, ONE)


def kind_names() -> tuple[str, ...]:
    """Return names to begin with for the debts that people have besides 借呗 and 花呗."""
    return (
        translate("Custom", "信用卡"),
        translate("Custom", "京东白条"),
        translate("Custom", "微粒贷"),
        translate("Custom", "银行贷款"),
        translate("Custom", "向朋友借的"),
    )
