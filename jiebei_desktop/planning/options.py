"""What can be done with the columns of a comparison: add, copy, move and remove them, keep them, make a loan of one."""

from __future__ import annotations

from uuid import uuid4

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.entry import offer_for
from jiebei_desktop.planning.offers import (
    MOST_NAME,
    MOST_OPTIONS,
    AnyOption,
    BillOption,
    Comparison,
    Offer,
    OfferOption,
    Scenario,
)
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.products.bill import bill_rule
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_STATEMENT_DAY = 1
"""On which 花呗 bills where nothing was changed."""


def offer_option(rule: ProductRule, periods: int) -> OfferOption:
    """Return a product's usual offer over so many instalments."""
    offer = dict(offer_for(rule)) | {"periods": periods}
    if rule.fee is not None:
        offer["fee_rate"] = rule.fee_rate(periods) if offer["fee_rate"] is not None else None
    return OfferOption(**offer)


def usual_terms(option: OfferOption, rules: RuleBook) -> list[int]:
    """Return the numbers of instalments that an option's rule knows, and its own."""
    rule = rules.rules.get(option.product)
    return sorted({*(rule.periods.value if rule else ()), option.periods})


def bill_option(pay: Pay, rules: RuleBook) -> BillOption:
    """Return the usual 花呗 bill, paid in full or as little as is allowed."""
    due_days = bill_rule(rules).cycles[_STATEMENT_DAY].value
    return BillOption(pay=pay, statement_day=_STATEMENT_DAY, due_day=due_days[-1])


def loan_option(loan: Loan, rules: RuleBook) -> OfferOption:
    """Return the terms of a loan as a column, for the comparison's money and day."""
    kept = {name: getattr(loan, name) for name in Offer.model_fields}
    return OfferOption(**kept, name=loan_label(loan, rules)[:MOST_NAME], due_day=loan.due_day)


def no_room() -> str:
    """Return what is said where there are as many columns as fit."""
    return translate("Options", "最多并排 {most} 列，先去掉一列").format(most=MOST_OPTIONS)


def with_added(comparison: Comparison, option: AnyOption) -> Comparison:
    """Return the comparison with a column more at the end.

    Raises:
        ProblemError: there are as many as fit.
    """
    return _with_inserted(comparison, len(comparison.options), option)


def with_copy(comparison: Comparison, place: int) -> Comparison:
    """Return the comparison with a column twice, side by side; raises as `with_added` does."""
    return _with_inserted(comparison, place + 1, comparison.options[place])


def without(comparison: Comparison, place: int) -> Comparison:
    """Return the comparison without a column; the last one stays."""
    options = (*comparison.options[:place], *comparison.options[place + 1 :])
    if not options:
        return comparison
    base = comparison.base_place
    base = 0 if base == place else base - (base > place)
    return comparison.with_options(options, base)


def with_moved(comparison: Comparison, place: int, to: int) -> Comparison:
    """Return the comparison with a column moved to another place; the base column stays the same one."""
    order = list(range(len(comparison.options)))
    order.insert(to, order.pop(place))
    options = tuple(comparison.options[each] for each in order)
    return comparison.with_options(options, order.index(comparison.base_place))


def loan_of(comparison: Comparison, place: int) -> Loan:
    """Return a column as a real loan of the plan.

    Raises:
        ProblemError: it is a bill, not a loan.
    """
    option = comparison.options[place]
    if isinstance(option, BillOption):
        raise ProblemError("options", translate("Options", "账单不是一笔借款，变不成借款"))
    return Loan(
        **{name: getattr(option, name) for name in Offer.model_fields},
        id=uuid4().hex[:12],
        name=option.name,
        principal=comparison.amount,
        start_date=option.start_date or comparison.start_date,
        due_day=option.due_day,
    )


def with_scenario(plan: Plan, name: str) -> Plan:
    """Return the plan with its comparison kept by a name; one of that name is replaced."""
    kept = Scenario(name=name, comparison=plan.comparison)
    others = [scenario for scenario in plan.scenarios if scenario.name != kept.name]
    return plan.model_copy(update={"scenarios": (*others, kept)})


def without_scenario(plan: Plan, name: str) -> Plan:
    """Return the plan without the comparison kept by a name."""
    others = tuple(scenario for scenario in plan.scenarios if scenario.name != name)
    return plan.model_copy(update={"scenarios": others})


def _with_inserted(comparison: Comparison, place: int, option: AnyOption) -> Comparison:
    if len(comparison.options) >= MOST_OPTIONS:
        raise ProblemError("options", no_room())
    options = (*comparison.options[:place], option, *comparison.options[place:])
    base = comparison.base_place
    return comparison.with_options(options, base + (base >= place))
