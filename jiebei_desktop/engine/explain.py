"""Why a figure is what it is: whose word each convention rests on."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.products import Confidence, Figure, ProductRule, Source, sources_named
from jiebei_desktop.values import Method


class Said(StrEnum):
    """Who says a figure: the rule in force, a source that disagrees with it, or the user."""

    RULE = "rule"
    VIEW = "view"
    USER = "user"


class Basis(NamedTuple):
    """What one figure of a loan rests on; without sources where it is the user's own word."""

    figure: str
    said: Said
    confidence: Confidence | None = None
    sources: tuple[Source, ...] = ()


class Ground(NamedTuple):
    """What a loan's figures rest on: the product rule, its version, and each figure's basis."""

    product: str | None
    version: date | None
    bases: tuple[Basis, ...]


def ground(terms: Terms, rule: ProductRule | None) -> Ground:
    """Return whose word a loan's price, day count, rounding and method are."""
    if rule is None:
        names = ("price", "day_count", "rounding", "method")
        return Ground(terms.product, None, tuple(Basis(name, Said.USER) for name in names))
    bases = [_price(terms, rule)]
    bases.append(_basis("day_count", terms.day_count, rule.day_count, rule))
    bases.append(_basis("rounding", terms.rounding, rule.rounding, rule))
    known = terms.method in rule.methods.value
    bases.append(_basis("method", rule.methods.value if known else terms.method, rule.methods, rule))
    return Ground(rule.id, rule.version, tuple(bases))


def _price(terms: Terms, rule: ProductRule) -> Basis:
    if terms.method is Method.FLAT_FEE:
        figure = rule.fee.figure(terms.periods) if rule.fee else None
        if figure is None or rule.fee_rate(terms.periods) != terms.fee_rate:
            return Basis("price", Said.USER)
        return _basis("price", figure.value, figure, rule)
    if rule.rate is None or terms.rate_per is not rule.rate.per:
        return Basis("price", Said.USER)
    return _basis("price", terms.rate, rule.rate.typical, rule)


def _basis(name: str, value: object, figure: Figure[Any], rule: ProductRule) -> Basis:
    if value == figure.value:
        return Basis(name, Said.RULE, figure.confidence, sources_named(figure.sources, rule.sources))
    for view in figure.views:
        if value == view.value:
            return Basis(name, Said.VIEW, None, sources_named(view.sources, rule.sources))
    return Basis(name, Said.USER)
