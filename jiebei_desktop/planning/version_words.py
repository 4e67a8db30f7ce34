"""What one state of a plan says when it stands beside another one: words by the labels of rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.budget.living import usual_income, usual_spending
from jiebei_desktop.planning.budget.occurrences import opening
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Loan, Plan, Relief, loan_schedule
from jiebei_desktop.planning.figure_words import listed
from jiebei_desktop.planning.late import days_late, late_since, loan_ledger
from jiebei_desktop.planning.wording import loan_labels, offer_detail, product_name
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


class Side(NamedTuple):
    """One of the two plans, with the rules that its own products are among."""

    plan: Plan
    rules: RuleBook
    today: date


Words = dict[str, str]
"""What one side says, by the label of the row."""


def _yuan(amount: Decimal) -> str:
    return translate("Versions", "{amount} 元").format(amount=grouped(amount))


def _counted(names: Sequence[str]) -> str:
    """Return how many there are, and what they are called."""
    text = translate("Versions", "{count} 个：{names}") if names else translate("Versions", "没有")
    return text.format(count=len(names), names=listed(names))


# --- the whole --------------------------------------------------------------------------------------------------------


def whole_words(side: Side) -> Words:
    """Return a plan's name, and what its loans come to."""
    return {
        translate("Versions", "计划的名字"): side.plan.name,
        translate("Versions", "借款"): translate("Versions", "{count} 笔").format(count=len(side.plan.loans)),
        translate("Versions", "还欠的本金（{day}）").format(day=side.today): owed(side),
        translate("Versions", "利息和手续费，全部借款"): _total(side, _cost),
    }


def owed(side: Side) -> str:
    """Return how much of the principal is not repaid."""
    return _total(side, _balance)


def _total(side: Side, amount_of: Callable[[Loan, Side], Decimal]) -> str:
    """Return what all loans come to, and how many are missing because they can't be worked out."""
    total, unable = ZERO, 0
    for loan in side.plan.loans:
        try:
            total += amount_of(loan, side)
        except ProblemError:
            unable += 1
    if not unable:
        return _yuan(total)
    text = translate("Versions", "{amount} 元，另有 {count} 笔算不出来")
    return text.format(amount=grouped(total), count=unable)


def _balance(loan: Loan, side: Side) -> Decimal:
    """Return the principal that is not repaid; none of a loan that begins later."""
    return loan_ledger(loan, side.rules, side.today).balance if loan.start_date <= side.today else ZERO


def _cost(loan: Loan, side: Side) -> Decimal:
    return loan_schedule(loan, side.rules).totals.cost


# --- a loan -----------------------------------------------------------------------------------------------------------


def loan_name(loan: Loan, side: Side) -> str:
    """Return what a loan is called, with its first day where another one is called the same."""
    return loan_labels(side.plan.loans, side.rules)[loan.id]


def loan_line(loan: Loan, side: Side) -> str:
    """Return a loan in a line: product, amount, number of instalments, how it is paid back."""
    periods = translate("Versions", "{count} 期").format(count=loan.periods)
    parts = (product_name(loan.product, side.rules), _yuan(loan.principal), periods, offer_detail(loan))
    return translate("Versions", "，").join(parts)


def loan_words(loan: Loan, side: Side) -> Words:
    """Return a loan's terms, what it costs and how it was paid."""
    words = {
        translate("Versions", "名字"): loan.name.strip() or translate("Versions", "没起名"),
        translate("Versions", "产品"): product_name(loan.product, side.rules),
        translate("Versions", "借了多少"): _yuan(loan.principal),
        translate("Versions", "分几期"): translate("Versions", "{count} 期").format(count=loan.periods),
        translate("Versions", "怎么还、利率"): offer_detail(loan),
    }
    try:
        schedule = loan_schedule(loan, side.rules)
        first, last = str(schedule.first_due.due_date), str(schedule.rows[-1].due_date)
        cost = _yuan(schedule.totals.cost)
    except ProblemError as error:
        first = last = cost = error.problem.message
    return words | {
        translate("Versions", "首个还款日"): first,
        translate("Versions", "最后还款日"): last,
        translate("Versions", "利息和手续费"): cost,
        translate("Versions", "还得怎样"): _state(loan, side),
        translate("Versions", "逾期怎么算"): (
            translate("Versions", "照产品的") if loan.overdue is None else translate("Versions", "自己填的")
        ),
    }


def _state(loan: Loan, side: Side) -> str:
    """Return from when on a loan was not paid, how late that is, and how much is noted of what happened."""
    said = [translate("Versions", "都按时还")]
    if loan.missed and _was_late(loan, side):
        said = [translate("Versions", "有过没按时还的")]
    if loan.unpaid_from is not None:
        said = [translate("Versions", "从第 {number} 期起没还").format(number=loan.unpaid_from)]
    late = days_late(loan, side.rules, side.today)
    if late:
        said.append(translate("Versions", "逾期 {days} 天").format(days=late))
    if loan.events:
        said.append(translate("Versions", "{count} 次变动").format(count=len(loan.events)))
    return listed(said)


def _was_late(loan: Loan, side: Side) -> bool:
    """Tell whether something of a loan is known not to have been paid on its day."""
    try:
        rows = [row for row in loan_schedule(loan, side.rules).rows if row.event is None]
        return late_since(loan, rows, side.rules, side.today) is not None
    except ProblemError:  # its other lines say that it can't be worked out
        return True


# --- the rest ---------------------------------------------------------------------------------------------------------


def comparison_words(side: Side) -> Words:
    """Return what is compared, and what was kept by name for it."""
    comparison, names = side.plan.comparison, compare(side.plan, side.rules).names
    columns = translate("Versions", "{count} 列：{names}").format(count=len(names), names=listed(names))
    return {
        translate("Versions", "对比：借多少"): _yuan(comparison.amount),
        translate("Versions", "对比：哪天借"): str(comparison.start_date),
        translate("Versions", "对比：哪几列"): columns,
        translate("Versions", "留着的对比"): _counted([scenario.name for scenario in side.plan.scenarios]),
        translate("Versions", "自己的产品"): _counted([product.name for product in side.plan.products]),
    }


def changed_rules_words(plan: Plan) -> Words:
    """Return how many figures of the rules are the user's own."""
    count = len(plan.rule_changes) + len(plan.prime_rates)
    text = translate("Versions", "{count} 项").format(count=count)
    return {translate("Versions", "自己改的规则"): text if count else translate("Versions", "没有")}


def budget_words(side: Side) -> Words:
    """Return what comes in, goes out and is there."""
    bare = side.plan.model_copy(update={"relief": Relief()})  # what a letter says comes before what the budget does
    day, held = opening(side.plan.budget, side.today)
    income, spending = usual_income(bare, side.today), usual_spending(bare, side.today)
    nothing = translate("Versions", "没填")
    text = translate("Versions", "{count} 个账户，{day} 有 {amount} 元")
    accounts = len(side.plan.budget.accounts)
    return {
        translate("Versions", "平均每月收入"): nothing if income is None else _yuan(income),
        translate("Versions", "平均每月开支"): nothing if spending is None else _yuan(spending),
        translate("Versions", "手上的钱"): text.format(count=accounts, day=day, amount=grouped(held)),
    }


def kept_words(plan: Plan) -> Words:
    """Return which snapshots there are."""
    return {translate("Versions", "快照"): _counted([snapshot.name for snapshot in plan.snapshots])}
