"""The same money by 借呗 and by 花呗, each by a cycle of its own, tried on the months ahead before it is borrowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.engine import Terms
from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import penalties
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.edit import with_budget
from jiebei_desktop.planning.budget.household import BILL_FULL, BILL_MINIMUM, Trial
from jiebei_desktop.planning.budget.outlook import Basis, Month, Outlook
from jiebei_desktop.planning.budget.payables import TRIAL, Late, Owed, Payable
from jiebei_desktop.planning.columns import Column, column
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.entry import Field, edit, first_of_each_brand, offer_for
from jiebei_desktop.planning.offers import AnyOption, BillOption, OfferOption
from jiebei_desktop.planning.worked import BillWorked, Due, OfferWorked, Worked
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.values import Method, ProblemError

JIEBEI_CYCLES: Final = ("3", "6", "12")
HUABEI_CYCLES: Final = (BILL_FULL, BILL_MINIMUM, "3", "6", "9", "12")
BRANDS: Final = (Brand.JIEBEI, Brand.HUABEI)
LATE_DAYS: Final = (1, 7, 30)


class Tried(NamedTuple):
    """One product by one cycle on the months ahead.

    Attributes:
        column: what it comes to by itself, or why it can't be worked out.
        payables: what it asks for.
        outlook: the months ahead with it.
        short: the months that it makes short and that were not, or makes shorter.
        late: what it costs to pay its first payment so many days late, as `LATE_DAYS`; None where nobody knows.
    """

    brand: Brand
    cycle: str
    column: Column
    payables: tuple[Payable, ...]
    outlook: Outlook
    short: tuple[Month, ...]
    late: tuple[Decimal, ...] | None

    @property
    def worked(self) -> Worked | None:
        """Return what it comes to by itself."""
        return self.column.worked

    @property
    def most(self) -> Decimal:
        """Return the most that is paid on one day."""
        return max((each.amount for each in self.payables), default=ZERO)

    @property
    def share(self) -> Decimal | None:
        """Return the largest share of a month's income that all repayments take while it is paid back."""
        if not self.payables:
            return None
        first, last = self.payables[0].day, self.payables[-1].day
        months = [month for month in self.outlook.months if month.last >= first and month.first <= last]
        return max((month.share for month in months if month.share is not None), default=None)


def trial_amount(plan: Plan) -> Decimal:
    """Return the money that is tried, in yuan."""
    return plan.budget.trial.amount or plan.comparison.amount


def trial_start(plan: Plan, today: date) -> date:
    """Return the day on which it would be borrowed, today at the earliest."""
    return max(plan.budget.trial.start or today, today)


def cycle_of(trial: Trial, brand: Brand) -> str:
    """Return the cycle that is tried of a product."""
    return str(trial.jiebei) if brand is Brand.JIEBEI else trial.huabei


def with_cycle(plan: Plan, brand: Brand, cycle: str) -> Plan:
    """Return the plan with another cycle of a product tried."""
    change = {"jiebei": int(cycle)} if brand is Brand.JIEBEI else {"huabei": cycle}
    budget = plan.budget
    trial = Trial.model_validate(dict(budget.trial) | change)
    return with_budget(plan, budget.model_copy(update={"trial": trial}))


def trial_option(plan: Plan, rules: RuleBook, brand: Brand, cycle: str) -> AnyOption:
    """Return a product by a cycle as a column: the comparison's own price where it has that product."""
    budget = plan.budget
    if cycle in {BILL_FULL, BILL_MINIMUM}:
        pay = Pay.FULL if cycle == BILL_FULL else Pay.MINIMUM
        return BillOption(pay=pay, statement_day=budget.statement_day, due_day=budget.due_day)
    offers = [offer for offer in plan.comparison.offers if rules.brand(offer.product) is brand]
    if offers:
        option = offers[0].model_copy(update={"name": "", "start_date": None})
    else:
        rule = next(rule for rule in first_of_each_brand(rules) if rule.brand is brand)
        option = OfferOption(**dict(offer_for(rule)))
    return edit(option, Field.PERIODS, cycle, rules)


def tried(plan: Plan, rules: RuleBook, base: Basis, before: Outlook, brand: Brand, cycle: str) -> Tried:
    """Try a brand's product by a cycle on `base`; `before` is the months ahead without it."""
    option = trial_option(plan, rules, brand, cycle)
    found, payables = worked_payables(plan, rules, base, option, trial_amount(plan))
    after = base.outlook(payables)
    short = [month for month, old in zip(after.months, before.months, strict=True) if month.short > old.short]
    return Tried(brand, cycle, found, payables, after, tuple(short), _late(found))


def worked_payables(
    plan: Plan, rules: RuleBook, base: Basis, option: AnyOption, amount: Decimal
) -> tuple[Column, tuple[Payable, ...]]:
    """Work an option out for an amount borrowed on the trial's day, and return what it asks for."""
    start = trial_start(plan, base.today)

    def work_out() -> tuple[Column, tuple[Payable, ...]]:
        money = {"amount": amount, "start_date": start, "prepayment": None}
        found = column(plan.comparison.model_copy(update=money), option, rules)
        return found, tuple(_payables(found)) if found.worked else ()

    return base.memory.kept(rules, (option, amount, start), work_out)


def _payables(found: Column) -> list[Payable]:
    worked = found.worked
    if isinstance(worked, OfferWorked):
        terms, rule = worked.plain.terms, worked.rule.overdue.value if worked.rule.overdue else None
        owed = Owed(f"{TRIAL}{found.brand}", found.usual, found.brand, terms, (), rule)
        return [_payable(owed, due) for due in worked.dues if due.payment]
    assert isinstance(worked, BillWorked)  # noqa: S101 - there is no third kind
    return [_bill(found, worked, due) for due in worked.dues if due.payment]


def _payable(owed: Owed, due: Due) -> Payable:
    def charge(days: Sequence[date]) -> list[Decimal]:
        return owed.penalty(Missed(due.number, due.number), days)

    return Payable(owed, due.number, due.due_date, due.due_date, due.payment, Late(due.due_date, charge))


def _bill(found: Column, worked: BillWorked, due: Due) -> Payable:
    """Return one bill as a loan without interest that is paid back at once."""
    terms = Terms(
        principal=due.payment,
        start_date=worked.start,
        periods=1,
        first_due_date=due.due_date,
        method=Method.BULLET,
    )
    owed = Owed(f"{TRIAL}{found.brand}", found.usual, found.brand, terms, (), worked.overdue)

    def charge(days: Sequence[date]) -> list[Decimal]:
        return penalties(terms, (), worked.overdue, days)

    return Payable(owed, due.number, due.due_date, due.due_date, due.payment, Late(due.due_date, charge))


def _late(found: Column) -> tuple[Decimal, ...] | None:
    if found.worked is None:
        return None
    try:
        return tuple(found.worked.late_on(LATE_DAYS))
    except ProblemError:
        return None
