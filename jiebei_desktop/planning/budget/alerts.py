"""What to look out for: due soon, money short, too much of the income, a promotion that ends, a limit nearly used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.budget.limits import limit_of, used_of
from jiebei_desktop.planning.budget.occurrences import opening, runs_dry
from jiebei_desktop.planning.budget.outlook import Band, Outlook
from jiebei_desktop.planning.budget.trials import BRANDS
from jiebei_desktop.planning.budget.words import brand_name, payable_label
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem, ProblemError

SOON_DAYS: Final = 7
"""Within which an instalment is due soon."""
SHORT_DAYS: Final = 60
"""Within which money that runs short is warned of."""
OLD_DAYS: Final = 35
"""After which a balance that was entered should be looked up again."""
NEARLY: Final = Decimal("0.8")
"""Of a limit, from which on it is nearly used."""
INPUTS: Final = "inputs"
CHECKED: Final = "checked"
"""The parts of the budget page that an alert can lead to: what was entered, and what is on the accounts today."""
_PROMOTION_DAYS = 45


class AlertKind(StrEnum):
    """What is warned of."""

    LATE = "late"
    DUE = "due"
    SHORT = "short"
    ACCOUNT = "account"
    SHARE = "share"
    PROMOTION = "promotion"
    LIMIT = "limit"
    OLD = "old"
    LOAN = "loan"
    NO_BUDGET = "no_budget"


class Alert(NamedTuple):
    """One warning.

    Attributes:
        text: with the figure behind it.
        action: what can be done, as a button says it.
        page: where that is done.
        about: what it is about there: a loan by its id, or a part of the page.
    """

    kind: AlertKind
    text: str
    action: str
    page: str
    about: str = ""


def alerts(plan: Plan, rules: RuleBook, today: date, outlook: Outlook) -> list[Alert]:
    """Return what to look out for, the most pressing first."""
    return [
        *_late(outlook),
        *_short(outlook),
        *_accounts(outlook),
        *_due(outlook),
        *_share(outlook),
        *_promotions(plan, rules, today),
        *_limits(plan, rules, today),
        *_old(plan, today),
        *_broken(outlook.problems, rules),
    ]


def alerts_without_budget(
    plan: Plan, rules: RuleBook, today: date, problems: Sequence[tuple[Loan, Problem]]
) -> list[Alert]:
    """Return what can be warned of where no income was entered, and that there is more to know once it is.

    Args:
        plan: the plan.
        rules: the products.
        today: the day.
        problems: the loans that can't be worked out.
    """
    text = translate("Alerts", "填上收入和开支，就知道往后每个月够不够还")
    more = Alert(AlertKind.NO_BUDGET, text, translate("Alerts", "填收支"), "budget", INPUTS)
    return [*_broken(problems, rules), *_promotions(plan, rules, today), *_limits(plan, rules, today), more]


def _late(outlook: Outlook) -> Iterator[Alert]:
    for paid in outlook.line.paid:
        due = paid.payable
        if due.overdue:
            text = translate("Alerts", "{name}已经逾期 {days} 天，今天付 {amount} 元就不再逾期；再晚一天多付 {cost} 元")
            said = text.format(
                name=due.owed.name,
                days=(outlook.today - due.due_date).days,
                amount=grouped(due.amount),
                cost=grouped(due.late(1)),
            )
            yield Alert(AlertKind.LATE, said, translate("Alerts", "看有哪些办法"), "late", due.owed.key)


def _short(outlook: Outlook) -> Iterator[Alert]:
    """Warn of the first day on which there is not enough, and of what that makes late."""
    line = outlook.line
    short = line.first_short(outlook.today)
    if short is None:
        return
    day, missing = short
    days = (day - outlook.today).days
    if days > SHORT_DAYS:
        return
    text = translate("Alerts", "{days} 天后（{day}）钱不够，差 {amount} 元")
    if not days:
        text = translate("Alerts", "今天要还的比手上有的多，差 {amount} 元")
    said = text.format(days=days, day=day, amount=grouped(missing))
    missed = next((paid for paid in line.late if paid.payable.day >= day and not paid.payable.overdue), None)
    if missed is not None:
        more = translate("Alerts", "；{what}会晚 {late} 天，多付 {cost} 元")
        said += more.format(what=payable_label(missed.payable), late=missed.days, cost=grouped(missed.cost))
    yield Alert(AlertKind.SHORT, said, translate("Alerts", "看先还哪笔"), "payoff")


def _accounts(outlook: Outlook) -> Iterator[Alert]:
    """Warn of an account that runs dry although there is enough in all of them; repayments take from where there is."""
    budget, line = outlook.budget, outlook.line
    several = [account for account in budget.accounts if account.counts]
    if len(several) < 2 or line.lowest(outlook.today)[1] < 0:
        return
    for account in several:
        dry = runs_dry(budget, account.id, outlook.today, outlook.today + timedelta(days=SHORT_DAYS))
        if dry is not None:
            name = account.name or translate("Alerts", "账户")
            text = translate("Alerts", "{name}到 {day} 会差 {amount} 元，要先从别的账户转过去")
            said = text.format(name=name, day=dry[0], amount=grouped(dry[1]))
            yield Alert(AlertKind.ACCOUNT, said, translate("Alerts", "看收支"), "budget", INPUTS)


def _due(outlook: Outlook) -> Iterator[Alert]:
    line = outlook.line
    for paid in line.paid:
        due = paid.payable
        days = (due.day - outlook.today).days
        if due.overdue or not 0 <= days <= SOON_DAYS or not due.number:
            continue
        held = line.kept[line.place(due.day)] + (due.amount if paid.day == due.day else ZERO)
        if paid.late:
            text = translate("Alerts", "{what} {day} 要还 {amount} 元，那天只有 {held} 元")
        else:
            text = translate("Alerts", "{what} {day} 要还 {amount} 元，那天有 {held} 元，够")
        said = text.format(what=payable_label(due), day=due.day, amount=grouped(due.amount), held=grouped(held))
        yield Alert(AlertKind.DUE, said, translate("Alerts", "看这笔借款"), "loans", due.owed.key)


def _share(outlook: Outlook) -> Iterator[Alert]:
    heavy = [month for month in outlook.months if month.band is Band.HEAVY and month.share is not None]
    if heavy:
        worst = max(heavy, key=lambda month: month.share or ZERO)
        text = translate("Alerts", "有 {count} 个月还款超过收入的 {bound}；最重是 {month}，占 {share}")
        said = text.format(
            count=len(heavy),
            bound=percent(outlook.budget.heavy, 0),
            month=f"{worst.first:%Y-%m}",
            share=percent(worst.share or ZERO, 0),
        )
        yield Alert(AlertKind.SHARE, said, translate("Alerts", "试试更长的期数"), "compare")


def _promotions(plan: Plan, rules: RuleBook, today: date) -> Iterator[Alert]:
    for loan in plan.loans:
        found = _coupon_end(loan, rules, today)
        if found is not None:
            day, more = found
            text = translate("Alerts", "{name}的优惠到期：从 {day} 起每期多付 {more} 元")
            said = text.format(name=loan_label(loan, rules), day=day, more=grouped(more))
            yield Alert(AlertKind.PROMOTION, said, translate("Alerts", "看这笔借款"), "loans", loan.id)


def _coupon_end(loan: Loan, rules: RuleBook, today: date) -> tuple[date, Decimal] | None:
    """Return when the first instalment without the coupon falls due, if that is soon, and what it takes more."""
    if not loan.coupon_off or loan.coupon_periods is None:
        return None
    try:
        rows = [row for row in loan_schedule(loan, rules).rows if row.event is None]
    except ProblemError:
        return None
    if not 0 < loan.coupon_periods < len(rows):
        return None
    last, first = rows[loan.coupon_periods - 1], rows[loan.coupon_periods]
    if not today <= first.due_date <= today + timedelta(days=_PROMOTION_DAYS):
        return None
    more = first.payment - last.payment
    return (first.due_date, more) if more > 0 else None


def _limits(plan: Plan, rules: RuleBook, today: date) -> Iterator[Alert]:
    for brand in BRANDS:
        limit = limit_of(plan, brand)
        if not limit:
            continue
        used = used_of(plan, rules, brand, today)
        if used >= limit * NEARLY:
            text = translate("Alerts", "{name}额度 {limit} 元已用 {used} 元（{share}）")
            name, share = brand_name(brand), percent(used / limit, 0)
            said = text.format(name=name, limit=grouped(limit), used=grouped(used), share=share)
            yield Alert(AlertKind.LIMIT, said, translate("Alerts", "看先还哪笔"), "payoff")


def _old(plan: Plan, today: date) -> Iterator[Alert]:
    budget = plan.budget
    if budget.as_of is None:
        return
    last, _ = opening(budget, today)
    days = (today - last).days
    if days > OLD_DAYS:
        text = translate("Alerts", "余额是 {days} 天前（{day}）填的，现在是按计划推算的")
        action = translate("Alerts", "填现在的余额")
        yield Alert(AlertKind.OLD, text.format(days=days, day=last), action, "budget", CHECKED)


def _broken(problems: Sequence[tuple[Loan, Problem]], rules: RuleBook) -> Iterator[Alert]:
    for loan, problem in problems:
        text = translate("Alerts", "{name}算不出来，没有算在里面：{problem}")
        said = text.format(name=loan_label(loan, rules), problem=problem.message)
        yield Alert(AlertKind.LOAN, said, translate("Alerts", "去改"), "loans", loan.id)
