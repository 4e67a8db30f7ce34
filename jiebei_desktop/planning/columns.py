"""The columns of a comparison: each option by its name, worked out or with the reason why it can't be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jiebei_desktop.planning.document import option_terms
from jiebei_desktop.planning.offers import AnyOption, BillOption, Comparison
from jiebei_desktop.planning.wording import bill_detail, bill_label, offer_detail, offer_label, product_name
from jiebei_desktop.planning.worked import BillWorked, OfferWorked, Worked
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.products.bill import bill_rule
from jiebei_desktop.values import Problem, ProblemError


class Column(NamedTuple):
    """One column: either worked out, or why it can't be.

    Attributes:
        name: what it is called without its term, by which two columns of one term are told apart.
        label: what it is called: by the user, else by product and term.
        detail: its way and price in a few words.
        usual: what it is called where the user gave it no name.
    """

    option: AnyOption
    name: str
    label: str
    detail: str
    brand: Brand | None
    start: date
    usual: str
    worked: Worked | None
    problem: Problem | None


def column(comparison: Comparison, option: AnyOption, rules: RuleBook) -> Column:
    """Work out one option; one that can't be says why."""
    start = option.start_date or comparison.start_date
    own = " ".join(option.name.split())
    brand: Brand | None
    if isinstance(option, BillOption):
        usual = name = bill_label(option)
        detail, brand = bill_detail(option), Brand.HUABEI
    else:
        usual, detail = offer_label(option, rules), offer_detail(option)
        name, brand = product_name(option.product, rules), rules.brand(option.product)
    made = Column(option, own or name, own or usual, detail, brand, start, usual, None, None)
    try:
        return made._replace(worked=_worked(comparison, option, start, rules))
    except ProblemError as error:
        return made._replace(problem=error.problem)


def _worked(comparison: Comparison, option: AnyOption, start: date, rules: RuleBook) -> Worked:
    if isinstance(option, BillOption):
        return BillWorked(comparison.amount, start, option, bill_rule(rules))
    terms = option_terms(comparison, option, rules)
    rule = rules.rule(option.product, start)
    return OfferWorked(terms, rule, comparison.early_period, comparison.prepayment)


def same_columns(columns: Sequence[Column]) -> list[tuple[int, ...]]:
    """Return the places of columns that are the same but for their names, group by group."""
    groups: dict[object, list[int]] = {}
    for place, found in enumerate(columns):
        bare = found.option.model_copy(update={"name": "", "start_date": found.start})
        groups.setdefault(bare, []).append(place)
    return [tuple(places) for places in groups.values() if len(places) > 1]
