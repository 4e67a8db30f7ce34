"""What paying late costs: the penalty on one instalment, day by day, rounded once when it is paid."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal, localcontext

from jiebei_desktop.calendar import YEAR_DAYS, add_months
from jiebei_desktop.engine.rows import Row
from jiebei_desktop.engine.schedule import Schedule
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.money import ONE, ZERO, round_to
from jiebei_desktop.products.conditions import Compounding, OverdueBase, OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import TIMES_A_YEAR, Method, ProblemError, RatePer

PENALTY_STEP = Decimal("1E-6")
"""The lender's books keep a penalty rate that is a multiple of the daily rate to six decimals."""
_DIGITS = 60


def penalty_rate(terms: Terms, rule: OverdueRule) -> Decimal:
    """Return the penalty for one day as a share.

    Raises:
        ProblemError: it is a multiple of a daily rate, and the loan charges a fee instead.
    """
    if rule.penalty_rate is not None:
        return _daily(rule.penalty_rate, rule.penalty_rate_per, terms)
    if terms.method is Method.FLAT_FEE:
        text = translate("Overdue", "按手续费收的没有日利率可乘；请给出 penalty_rate")
        raise ProblemError("overdue.penalty_multiplier", text)
    multiplier = ONE if rule.penalty_multiplier is None else rule.penalty_multiplier
    return round_to(_daily(terms.rate, terms.rate_per, terms) * multiplier, step=PENALTY_STEP)


def _daily(rate: Decimal, per: RatePer, terms: Terms) -> Decimal:
    if per is RatePer.DAY:
        return rate
    with localcontext(prec=_DIGITS):
        return rate * TIMES_A_YEAR[per] / YEAR_DAYS[terms.day_count]


def late_cost(worked_out: Schedule, rule: OverdueRule, days: int) -> Decimal:
    """Return what it costs, in yuan, to pay the first instalment so many days late and all else on time.

    Paid on the due date itself, until midnight, is not late: 0 days. Grace days bear no penalty.
    """
    first = worked_out.rows[0]
    charged = max(days - rule.grace_days, 0)
    rate = penalty_rate(worked_out.terms, rule)
    with localcontext(prec=_DIGITS):
        base = _base(first, rule)
        if rule.compounding is Compounding.NONE:
            return round_to(base * rate * charged)
        begin = first.due_date + timedelta(days=rule.grace_days)
        return round_to(_compounded(base, rate, begin, charged))


def _base(row: Row, rule: OverdueRule) -> Decimal:
    interest = row.interest if rule.on_interest and rule.base is not OverdueBase.OVERDUE_AMOUNT else ZERO
    return (
        interest
        + {
            OverdueBase.OVERDUE_PRINCIPAL: row.principal,
            OverdueBase.OVERDUE_AMOUNT: row.payment,
            OverdueBase.ALL_PRINCIPAL: row.opening_balance,
        }[rule.base]
    )


def _compounded(base: Decimal, rate: Decimal, begin: date, days: int) -> Decimal:
    """Return the penalty where it joins its own base once a month, on the day of the month on which it began."""
    owed, since, end, month = base, begin, begin + timedelta(days=days), 1
    while since < end:
        until = min(add_months(begin, month), end)
        owed += owed * rate * (until - since).days
        since, month = until, month + 1
    return owed - base
