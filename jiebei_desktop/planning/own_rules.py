"""The rules in force for a plan: those that ship, its own products, and the figures that its user says otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from jiebei_desktop.planning.custom import with_own_products
from jiebei_desktop.planning.document import Plan, RuleChange
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.own import OwnFigure, OwnRate


def rules_of(plan: Plan, shipped: RuleBook, today: date) -> RuleBook:
    """Return the rule book in force for a plan; the very one that ships where the plan changes nothing.

    Args:
        plan: with products and figures of its own.
        shipped: the products that ship.
        today: on which the plan's own products are looked at.
    """
    book = shipped
    if plan.rule_changes or plan.prime_rates:
        rates = (OwnRate(rate.since, rate.value, rate.made) for rate in plan.prime_rates)
        book = shipped.with_own(own_figures(plan.rule_changes), rates)
    return with_own_products(book, plan.products, today)  # after it: they are changed in their own form only


def own_figures(changes: Iterable[RuleChange]) -> list[OwnFigure]:
    """Return changes of a plan as a rule book takes them."""
    return [
        OwnFigure(each.rule, each.since, each.path, json.dumps(each.value, sort_keys=True), each.made)
        for each in changes
    ]
