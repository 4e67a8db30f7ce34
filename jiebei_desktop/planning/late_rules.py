"""Which overdue rule a loan follows: its product's, one of the other views, each with grace days of its own."""

from __future__ import annotations

from jiebei_desktop.planning.document import Loan, overdue_rule, rule_for
from jiebei_desktop.planning.entry import whole_number
from jiebei_desktop.planning.figure_words import value_words
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, checked


def overdue_choices(loan: Loan, rules: RuleBook) -> list[tuple[OverdueRule, str]]:
    """Return the overdue rules that a loan can follow, in words: the product's first, then what else is said."""
    found: list[OverdueRule] = []
    rule = rule_for(loan, rules)
    if rule is not None and rule.overdue is not None:
        found = [rule.overdue.value, *(view.value for view in rule.overdue.views)]
    own = overdue_rule(loan, rules)
    if own is not None and _ungraced(own) not in map(_ungraced, found):
        found.append(own)
    return [(each, value_words("overdue", _ungraced(each))) for each in found]


def chosen_rule(loan: Loan, rules: RuleBook) -> int:
    """Return the place of the rule that a loan follows, among those that it can follow; 0 where nobody knows one."""
    own = overdue_rule(loan, rules)
    known = [_ungraced(each) for each, _ in overdue_choices(loan, rules)]
    return known.index(_ungraced(own)) if own is not None else 0


def with_rule(loan: Loan, rules: RuleBook, place: int) -> Loan:
    """Return a loan that follows the rule at a place; its grace days stay."""
    now = overdue_rule(loan, rules)
    rule = overdue_choices(loan, rules)[place][0]
    return _following(loan, rules, rule.model_copy(update={"grace_days": now.grace_days if now else 0}))


def with_grace(loan: Loan, rules: RuleBook, text: str) -> Loan:
    """Return a loan with other grace days, as they were typed.

    Raises:
        ProblemError: they can't be; the field is `grace_days`.
    """
    now = overdue_rule(loan, rules)
    if now is None:
        raise ProblemError("grace_days", translate("Late", "还不知道罚息怎么算"))
    try:
        days = whole_number(text) if text.strip() else 0
    except ValueError as error:
        raise ProblemError("grace_days", str(error)) from None
    return _following(loan, rules, checked(OverdueRule, dict(now) | {"grace_days": days}))


def _following(loan: Loan, rules: RuleBook, rule: OverdueRule) -> Loan:
    product = rule_for(loan, rules)
    usual = product.overdue.value if product and product.overdue else None
    return loan.model_copy(update={"overdue": None if rule == usual else rule})


def _ungraced(rule: OverdueRule) -> OverdueRule:
    return rule.model_copy(update={"grace_days": 0})
