"""The payoff of a plan: its debts, the money of its budget, and what each way of paying them off comes to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.calendar import LAST_DAY, add_months
from jiebei_desktop.engine import Prepayment, Settlement
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.cash import cash_line
from jiebei_desktop.planning.budget.occurrences import flows
from jiebei_desktop.planning.budget.outlook import basis
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.happenings import with_event
from jiebei_desktop.planning.late import loan_subject
from jiebei_desktop.planning.payoff.cash import Money
from jiebei_desktop.planning.payoff.debts import Debts, RealDebt, debts_of
from jiebei_desktop.planning.payoff.optimum import Result, optimum
from jiebei_desktop.planning.payoff.outcome import Outcome
from jiebei_desktop.planning.payoff.programme import Progress
from jiebei_desktop.planning.payoff.rules import as_agreed, avalanche, custom, snowball
from jiebei_desktop.planning.payoff.words import explain
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.planning.ways import negotiated
from jiebei_desktop.planning.wording import loan_labels
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

EXTRAS: Final = tuple(Decimal(100) * step for step in range(11))
"""By how much more a month the curve goes, in yuan."""
SECONDS: Final = 5.0
"""For which the best is looked for."""
_BEYOND = timedelta(days=730)


class Question(NamedTuple):
    """What is to be paid off, and out of what.

    Attributes:
        monthly: the fixed amount a month, in yuan; None where the budget says what there is.
        order: the keys of the debts in the user's own order.
    """

    debts: Debts
    money: Money
    monthly: Decimal | None
    order: tuple[str, ...]
    no_late: bool

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to pay off."""
        return not self.debts.found


def question(plan: Plan, rules: RuleBook, today: date) -> Question:
    """Return what a plan has to pay off, and the money that there is for it.

    Without a budget and without an amount of the user's it is what the heaviest month asks for as agreed.
    """
    budget, debts = plan.budget, debts_of(plan, rules, today)
    monthly = budget.monthly
    if monthly is None and budget.empty:
        monthly = heaviest_month(debts.found)
    last = max((row.due_date for debt in debts.found for row in debt.rows), default=today)
    until = min(last, LAST_DAY - _BEYOND) + _BEYOND
    if monthly is None:
        money = budget_money(plan, rules, today, until)
    else:
        first = add_months(today.replace(day=1), 1)
        months = (until.year - first.year) * 12 + until.month - first.month + 1
        money = Money.monthly(monthly, first, months, opening=monthly)
    keys = [debt.key for debt in debts.found]
    wished = [key for key in budget.order if key in keys]
    order = (*wished, *(key for key in keys if key not in wished))
    return Question(debts, money, monthly, order, budget.no_late)


def budget_money(plan: Plan, rules: RuleBook, today: date, until: date) -> Money:
    """Return all that a budget leaves for debts beyond its cushion, day by day."""
    base = basis(plan, rules, today)
    opening = base.opening
    if base.first < today:  # the balance is older: let the days since then go by as planned
        before = [each for each in base.payables if each.day < today]
        opening = cash_line(base.opening, base.flows, before, base.first, today).kept[-1]
    moves: dict[date, Decimal] = {}
    for flow in flows(plan.budget, today + timedelta(days=1), until):
        moves[flow.day] = moves.get(flow.day, ZERO) + flow.amount
    return Money(opening=opening - plan.budget.cushion, flows=tuple(sorted(moves.items())))


def heaviest_month(debts: Sequence[RealDebt]) -> Decimal:
    """Return the most that debts ask for in one month as agreed, in yuan; what is late now counts in the first."""
    months: dict[tuple[int, int], Decimal] = {}
    for debt in debts:
        months[0, 0] = months.get((0, 0), ZERO) + debt.due_now
        for row in debt.rows:
            month = row.due_date.year, row.due_date.month
            months[month] = months.get(month, ZERO) + row.payment
    return max(months.values(), default=ZERO)


def simple_rules(asked: Question) -> list[Outcome]:
    """Return what the simple rules come to: as agreed, smallest first, dearest first, the user's own order."""
    debts, money = asked.debts.found, asked.money
    return [
        as_agreed(debts, money),
        snowball(debts, money),
        avalanche(debts, money),
        custom(debts, money, asked.order),
    ]


class Negotiated(NamedTuple):
    """What a new plan for the loan that is late longest changes.

    Attributes:
        loan: what it is called.
        periods: of the new plan.
        outcome: what all comes to with it, dearest first.
    """

    loan: str
    periods: int
    outcome: Outcome


def with_negotiated(plan: Plan, rules: RuleBook, today: date, best: Outcome) -> Negotiated | None:
    """Return what a negotiated plan for the loan whose being late costs most would change; None where none is late.

    Raises:
        ProblemError: no new plan can be made of it.
    """
    worst = max(best.late, key=lambda late: (late.cost, late.days), default=None)
    loan = plan.loan(worst.key) if worst is not None else None
    if loan is None:
        return None
    subject = loan_subject(loan, rules, today)
    found = situation(plan, subject, rules)
    late = loan.model_copy(update={"unpaid_from": loan.unpaid_from or subject.number})
    changed = with_event(late, negotiated(found, max(today, subject.terms.start_date)), rules, today)
    asked = question(plan.with_loan(changed), rules, today)
    name = loan_labels(plan.loans, rules)[loan.id]
    return Negotiated(name, found.periods, avalanche(asked.debts.found, asked.money))


def adopted(plan: Plan, outcome: Outcome, rules: RuleBook, today: date) -> Plan:
    """Return the plan with what an outcome pays early as events of its loans.

    Raises:
        ProblemError: something in it is late, so that the days to come are not as agreed; or it can't be worked out.
    """
    if outcome.late:
        raise ProblemError("", translate("PayoffPage", "里面有晚还的，不能直接照做；先看“逾期”里的办法。"))
    for loan_paid in outcome.loans:
        loan: Loan | None = plan.loan(loan_paid.debt.key)
        for paid in loan_paid.payments:
            if loan is None or not paid.early:
                continue
            event = (
                Settlement(date=paid.date) if paid.kind == "settle" else Prepayment(date=paid.date, amount=paid.amount)
            )
            loan = with_event(loan, event, rules, today)
        if loan is not None:
            plan = plan.with_loan(loan)
    return plan


class Found(NamedTuple):
    """All that was found for a question.

    Attributes:
        outcomes: the simple rules.
        result: the best, once it is there.
        missing: why nothing late could not be had, where it was wished for.
        words: the best in words.
        negotiated: what a new plan would change, where something is late.
    """

    outcomes: tuple[Outcome, ...]
    result: Result | None = None
    missing: str = ""
    words: tuple[str, ...] = ()
    negotiated: Negotiated | None = None


def searched(
    asked: Question, known: Found, plan: Plan, rules: RuleBook, today: date, progress: Callable[[Progress], bool]
) -> Found:
    """Return what was known with the best way, its words, and what a negotiated plan would change.

    Where nothing may be late and the money does not suffice for that, the least bad is looked for, and what is missing
    said.
    """
    debts, money, missing = asked.debts.found, asked.money, ""
    try:
        result = optimum(debts, money, no_late=asked.no_late, seconds=SECONDS, progress=progress)
    except ProblemError as error:
        missing = error.problem.message
        result = optimum(debts, money, no_late=False, seconds=SECONDS, progress=progress)
    try:
        new_plan = with_negotiated(plan, rules, today, result.best)
    except ProblemError:  # no new plan can be made of that loan
        new_plan = None
    return known._replace(result=result, missing=missing, words=tuple(explain(result, brief=True)), negotiated=new_plan)
