"""Changes of rules: which a plan makes, which of them do something, and making and taking back one."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.money import exact
from jiebei_desktop.planning.document import Plan, PrimeRateChange, RuleChange
from jiebei_desktop.planning.figure_words import figure_name, value_words
from jiebei_desktop.planning.own_rules import own_figures
from jiebei_desktop.products import Figure, ProductRule, RuleBook, figures
from jiebei_desktop.products.bill import BillRule, bill_rule
from jiebei_desktop.products.own import BILL, LINES, changed, own_paths
from jiebei_desktop.products.regulation import Regulation, regulation
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, RatePer

AnyRule = ProductRule | BillRule | Regulation


class Place(NamedTuple):
    """One rule, of a product in one of its versions: the product's id, or `BILL` or `LINES`."""

    rule: str
    since: date | None = None


def rule_at(book: RuleBook, place: Place) -> AnyRule | None:
    """Return a rule as it is in force; None where there is none, or what ships of it can't be read."""
    if place.rule in {BILL, LINES} and place.since is not None:
        return None
    if place.rule == BILL:
        with suppress(ProblemError):
            return bill_rule(book)
        return None
    if place.rule == LINES:
        return regulation(book)
    return next((rule for rule in book.versions.get(place.rule, ()) if rule.in_force_from == place.since), None)


def shipped_at(shipped: RuleBook, place: Place) -> AnyRule | None:
    """Return a rule as it ships; None as `rule_at`."""
    return rule_at(shipped._replace(own=(), own_rates=()), place)


def changes_at(plan: Plan, place: Place) -> tuple[RuleChange, ...]:
    """Return the changes that a plan makes to one version of a rule."""
    return tuple(change for change in plan.rule_changes if (change.rule, change.since) == place)


def changes_of(plan: Plan, rule: str) -> int:
    """Return how many figures of a rule a plan changes, in all its versions; prime rates are `LINES`."""
    rates = len(plan.prime_rates) if rule == LINES else 0
    return sum(change.rule == rule for change in plan.rule_changes) + rates


def idle_changes(plan: Plan, book: RuleBook) -> tuple[RuleChange, ...]:
    """Return the changes of a plan that do nothing here: what they are about is unknown, or their value not right."""
    in_force: dict[Place, frozenset[str]] = {}
    for change in plan.rule_changes:
        place = Place(change.rule, change.since)
        if place not in in_force:
            found = rule_at(book, place)
            in_force[place] = own_paths(found) if found is not None else frozenset()
    return tuple(each for each in plan.rule_changes if each.path not in in_force[Place(each.rule, each.since)])


def with_change(plan: Plan, shipped: RuleBook, change: RuleChange) -> Plan:
    """Return the plan with a figure changed, in the place of what it was changed to before.

    Raises:
        ProblemError: the value can't be, by itself or with the rule's other figures; the field is inside the value.
    """
    before = _right_at(plan, shipped, Place(change.rule, change.since))
    others = [each for each in before if each.key != change.key]
    _check(shipped, [*others, change], change.path)
    if any(each.key == change.key for each in plan.rule_changes):
        changes = tuple(change if each.key == change.key else each for each in plan.rule_changes)
    else:
        changes = (*plan.rule_changes, change)
    return plan.model_copy(update={"rule_changes": changes})


def without_change(plan: Plan, shipped: RuleBook, change: RuleChange) -> Plan:
    """Return the plan with a figure as it ships.

    Raises:
        ProblemError: with the rule's other changes it can't be that any more.
    """
    before = _right_at(plan, shipped, Place(change.rule, change.since))
    _check(shipped, [each for each in before if each.key != change.key], change.path, like=change)
    return plan.model_copy(update={"rule_changes": tuple(c for c in plan.rule_changes if c.key != change.key)})


def without_changes(plan: Plan, rule: str) -> Plan:
    """Return the plan with a rule as it ships, in all its versions; with `LINES` also the prime rates."""
    left = tuple(change for change in plan.rule_changes if change.rule != rule)
    rates = () if rule == LINES else plan.prime_rates
    return plan.model_copy(update={"rule_changes": left, "prime_rates": rates})


def with_rate(plan: Plan, rate: PrimeRateChange, instead: date | None = None) -> Plan:
    """Return the plan with a prime rate, in the place of the one of its day and of the day `instead`, by day."""
    others = [each for each in plan.prime_rates if each.since not in {rate.since, instead}]
    rates = tuple(sorted((*others, rate), key=lambda each: each.since))
    return plan.model_copy(update={"prime_rates": rates})


def without_rate(plan: Plan, since: date) -> Plan:
    """Return the plan without its prime rate of a day."""
    return plan.model_copy(update={"prime_rates": tuple(each for each in plan.prime_rates if each.since != since)})


def _right_at(plan: Plan, shipped: RuleBook, place: Place) -> list[RuleChange]:
    """Return the changes to a rule that are in force; others stand in nobody's way."""
    found = rule_at(shipped.with_own(own_figures(changes_at(plan, place))), place)
    in_force = own_paths(found) if found is not None else frozenset()
    return [change for change in changes_at(plan, place) if change.path in in_force]


def _check(shipped: RuleBook, changes: list[RuleChange], path: str, like: RuleChange | None = None) -> None:
    """Check that a rule can be with all these changes; what is wrong with the figure at `path` is said in words."""
    about = like or changes[-1]
    rule = shipped_at(shipped, Place(about.rule, about.since))
    if rule is None:
        raise ProblemError("", translate("OwnRules", "这里没有这个产品的规则"))
    try:
        changed(rule, own_figures(changes))
    except ProblemError as error:
        raise _said(error, rule, changes, path) from None


def _said(error: ProblemError, rule: AnyRule, changes: list[RuleChange], path: str) -> ProblemError:
    """Return what is wrong as the form of the figure at `path` says it."""
    field, message = error.problem
    other = _against(rule, changes, path)
    if other is not None:
        return ProblemError("", other)
    inside = f"{path}.value"
    if field == inside or field.startswith(f"{inside}."):
        return ProblemError(field.removeprefix(inside).removeprefix("."), message)
    return ProblemError("", message)


_RISING: Final = (("rate.least", "rate.typical", "rate.most"), ("principal.least", "principal.most"))


def _against(rule: AnyRule, changes: list[RuleChange], path: str) -> str | None:
    """Return which other figure the one at `path` would be beyond; None where it is none."""
    known: dict[str, Figure[object]] = dict(figures(rule))
    said = {change.path: change.value for change in changes}
    per = rule.rate.per if isinstance(rule, ProductRule) and rule.rate else RatePer.DAY
    for names in _RISING:
        if path not in names or path not in known:
            continue
        values = {name: _number(said.get(name, known[name].value)) for name in names}
        for name in names:
            lower = names.index(path) < names.index(name)
            mine, other = values[path], values[name]
            if mine is None or other is None or name == path or (mine <= other if lower else mine >= other):
                continue
            text = translate("OwnRules", "不能小于“{name}”的 {value}")
            if lower:
                text = translate("OwnRules", "不能大于“{name}”的 {value}")
            return text.format(name=figure_name(name, per), value=value_words(name, other))
    return None


def _number(value: object) -> Decimal | None:
    try:
        return exact(value)
    except ValueError:
        return None
