"""What a night costs that something is late: the rate of the penalty, and the buckets that it gathers in."""

from __future__ import annotations

from decimal import Decimal, localcontext

from jiebei_desktop.calendar import YEAR_DAYS
from jiebei_desktop.engine.interest import DIGITS, Quote, certain, rounded
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.money import ONE, ZERO, round_to
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import TIMES_A_YEAR, Method, ProblemError, RatePer

PENALTY_STEP = Decimal("1E-6")
"""The lender's books keep a penalty rate that is a multiple of the daily rate to six decimals."""


def penalty_rate(terms: Terms, rule: OverdueRule, quote: Quote | None = None) -> Decimal:
    """Return the penalty for one day as a share; `quote` is the rate in force where it is not that of the terms.

    Raises:
        ProblemError: it is a multiple of a daily rate, and the loan charges a fee instead.
    """
    if rule.penalty_rate is not None:
        return _daily(rule.penalty_rate, rule.penalty_rate_per, terms)
    if terms.method is Method.FLAT_FEE:
        text = translate("Overdue", "按手续费收的没有日利率可乘；请给出 penalty_rate")
        raise ProblemError("overdue.penalty_multiplier", text)
    multiplier = ONE if rule.penalty_multiplier is None else rule.penalty_multiplier
    with localcontext(prec=DIGITS):
        exact = certain(own_rate(terms, quote) * multiplier)
    return round_to(exact, step=PENALTY_STEP)


def own_rate(terms: Terms, quote: Quote | None = None) -> Decimal:
    """Return a loan's own rate for one day as a share; a flat fee has none."""
    if terms.method is Method.FLAT_FEE:
        return ZERO
    rate, per = quote or Quote(terms.rate, terms.rate_per)
    return _daily(rate, per, terms)


def _daily(rate: Decimal, per: RatePer, terms: Terms) -> Decimal:
    if per is RatePer.DAY:
        return rate
    with localcontext(prec=DIGITS):
        return rate * TIMES_A_YEAR[per] / YEAR_DAYS[terms.day_count]


class Bucket:
    """Penalty that gathers, in yuan, exact until it is settled.

    Attributes:
        exact: all that gathered since it was last empty.
        taken: what of it was paid or let off.
        joined: the part that bears the penalty itself.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self.exact = self.taken = self.joined = ZERO

    @property
    def owed(self) -> Decimal:
        """Return what is owed of it, rounded."""
        if not self.exact:
            return ZERO
        return max(rounded(self._terms, certain(self.exact)) - self.taken, ZERO)

    def take(self, most: Decimal) -> Decimal:
        """Take what is owed out of it, as far as `most` goes, the joined part first; return how much that was."""
        owed = self.owed
        amount = min(most, owed)
        if amount:
            self.taken += amount
            self.joined = max(self.joined - amount, ZERO)
            if amount == owed:
                self.empty()
        return amount

    def join(self) -> None:
        """Let all that is not paid bear the penalty from now on."""
        self.joined = max(self.exact - self.taken, ZERO)

    def empty(self) -> None:
        """Begin anew."""
        self.exact = self.taken = self.joined = ZERO
