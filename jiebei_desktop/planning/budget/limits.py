"""How much a product would lend in all, as the user looked it up, and how much of that is used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.values import ProblemError


def limit_of(plan: Plan, brand: Brand) -> Decimal | None:
    """Return what a brand would lend in all, where the user said it, in yuan."""
    return {Brand.JIEBEI: plan.budget.jiebei_limit, Brand.HUABEI: plan.budget.huabei_limit}.get(brand)


def used_of(plan: Plan, rules: RuleBook, brand: Brand, today: date) -> Decimal:
    """Return what is owed in principal of a brand's loans, in yuan."""
    total = ZERO
    for loan in plan.loans:
        if rules.brand(loan.product) is brand and loan.start_date <= today:
            try:
                total += loan_ledger(loan, rules, today).balance
            except ProblemError:
                total += loan.principal
    return total


def limit_left(plan: Plan, rules: RuleBook, brand: Brand, today: date) -> Decimal | None:
    """Return what a brand would still lend, in yuan; None where the user did not say."""
    limit = limit_of(plan, brand)
    return None if limit is None else max(limit - used_of(plan, rules, brand, today), ZERO)
