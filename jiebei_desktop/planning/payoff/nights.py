"""What a night costs that one instalment is late, where it is nights × rate × base."""

from __future__ import annotations

from decimal import Decimal, localcontext

from jiebei_desktop.engine import Terms, penalty_rate
from jiebei_desktop.engine.interest import DIGITS, Quote
from jiebei_desktop.engine.overdue import own_rate
from jiebei_desktop.money import ZERO
from jiebei_desktop.products.conditions import Compounding, OverdueBase, OverdueRule


def night(terms: Terms, rule: OverdueRule, quote: Quote, principal: Decimal, rest: Decimal) -> Decimal:
    """Return the penalty of one night on an instalment's principal, and its interest and fee; unrounded, in yuan.

    Of a penalty on all principal it is the part on the instalment's own.
    """
    with localcontext(prec=DIGITS):
        usual = penalty_rate(terms, rule, quote)
        own = own_rate(terms, quote) if rule.adds_to_interest else ZERO
        bears = rule.base is OverdueBase.OVERDUE_AMOUNT or rule.on_interest
        return principal * (usual + own) + (rest * usual if bears else ZERO)


def adds_up(rule: OverdueRule) -> bool:
    """Tell whether what a loan's late instalments cost is the sum of what each costs alone."""
    return rule.compounding is Compounding.NONE and rule.base is not OverdueBase.ALL_PRINCIPAL
