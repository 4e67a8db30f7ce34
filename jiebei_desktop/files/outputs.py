"""All tables that a plan gives out, by name: what is asked for is worked out then, the slow ones too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from jiebei_desktop.files.budget_tables import carries_table, reasoned_months_table
from jiebei_desktop.files.comparison_tables import option_table, reasoned_comparison_table
from jiebei_desktop.files.late_tables import reasoned_late_table, reasoned_ways_table
from jiebei_desktop.files.ledger_tables import ledger_table
from jiebei_desktop.files.loan_tables import (
    Loans,
    Standing,
    all_loans_table,
    due_by_month_table,
    loans_of,
    overview_table,
)
from jiebei_desktop.files.payoff_tables import reasoned_payments_table, reasoned_payoff_table
from jiebei_desktop.files.stress_tables import chances_table, remedies_table
from jiebei_desktop.files.tables import Table, reasoned_schedule_table
from jiebei_desktop.planning.budget.capacity import carries
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.outlook import Basis, Outlook, basis
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Plan, has_books, rule_for
from jiebei_desktop.planning.late import Subject, span_of, subjects
from jiebei_desktop.planning.payoff.answers import best_of
from jiebei_desktop.planning.payoff.plan import SECONDS, Found, question, searched, simple_rules
from jiebei_desktop.planning.payoff.programme import Progress
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.planning.stress.plan import Drawn, drawn, stress_tested
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem, ProblemError

GoOn = Callable[[float], bool]
"""Hears which share is done; gives False to stop."""


def always(_share: float) -> bool:
    """Go on to the end."""
    return True


class Output(NamedTuple):
    """One table of a plan.

    Attributes:
        key: names it for a program and its file: English, no two alike, the same in every version.
        title: what it is, in words.
        table: works it out; a `ProblemError` where that can't be, or was stopped before there was anything.
        slow: whether that takes seconds.
    """

    key: str
    title: str
    table: Callable[[], Table]
    slow: bool = False


def outputs(
    plan: Plan, rules: RuleBook, today: date, go_on: GoOn = always, memory: Memory | None = None
) -> list[Output]:
    """Return all that a plan gives out, without what would be empty and the loans that can't be worked out.

    A table is worked out when it is first asked for.

    Args:
        plan: what was entered.
        rules: the products, with the plan's own ones.
        today: up to which day it is known what was paid.
        go_on: hears how far a slow table has come.
        memory: keeps what the months ahead were worked out from, where that is asked for elsewhere, too.
    """
    loans, known = loans_of(plan, rules, today), memory or Memory()
    found = [
        *_loans(plan, rules, today, loans),
        *_late(plan, rules, today),
        *_comparison(plan, rules),
        *_budget(plan, rules, today, known),
        *_payoff(plan, rules, today, go_on),
        *_stress(plan, rules, today, go_on, known),
    ]
    return [each._replace(table=cache(each.table)) for each in found]


def problems(plan: Plan, rules: RuleBook, today: date) -> list[Problem]:
    """Return the loans that are left out, each by its place in the plan and with the reason in words."""
    return list(loans_of(plan, rules, today).problems)


def _loans(plan: Plan, rules: RuleBook, today: date, loans: Loans) -> list[Output]:
    if not loans.found:
        return []
    all_of_them = loans.found
    given = [
        Output("overview", translate("Outputs", "借款概览"), lambda: overview_table(all_of_them)),
        Output("all-loans", translate("Outputs", "全部借款，按还款日"), lambda: all_loans_table(all_of_them, today)),
        Output("due-by-month", translate("Outputs", "每个月到期的"), lambda: due_by_month_table(all_of_them)),
    ]
    for each in all_of_them:
        number = plan.loans.index(each.loan) + 1
        title = translate("Outputs", "{label}：还款表").format(label=each.label)
        given.append(Output(f"schedule-{number}", title, partial(_schedule, each, rules)))
    for each in all_of_them:
        if each.books is not None and has_books(each.loan):
            number = plan.loans.index(each.loan) + 1
            title = translate("Outputs", "{label}：账本").format(label=each.label)
            given.append(Output(f"ledger-{number}", title, partial(ledger_table, each.loan, rules, today)))
    return given


def _schedule(each: Standing, rules: RuleBook) -> Table:
    return reasoned_schedule_table(each.found, rule_for(each.loan, rules))


def _late(plan: Plan, rules: RuleBook, today: date) -> list[Output]:
    found = subjects(plan, rules, today)
    able = [each for each in found if each.loan is not None and each.rule is not None and not each.paid_off]
    if not able:
        return []
    title = translate("Outputs", "晚几天多付多少")
    given = [Output("late", title, lambda: reasoned_late_table(able, span_of(able)))]
    for each in able:
        if each.loan is not None and each.days:
            number = plan.loans.index(each.loan) + 1
            title = translate("Outputs", "{label}：逾期后的办法").format(label=each.label)
            given.append(Output(f"ways-{number}", title, partial(_ways, plan, each, rules)))
    return given


def _ways(plan: Plan, subject: Subject, rules: RuleBook) -> Table:
    return reasoned_ways_table(situation(plan, subject, rules), subject.days)


def _comparison(plan: Plan, rules: RuleBook) -> list[Output]:
    if not plan.comparison.options:
        return []
    compared = cache(partial(compare, plan, rules))
    names = compared().names
    title = translate("Outputs", "对比")
    given = [Output("comparison", title, lambda: reasoned_comparison_table(compared()))]
    for place, found in enumerate(compared().columns):
        if found.worked is not None:
            title = translate("Outputs", "对比：{name}").format(name=names[place])
            given.append(Output(f"option-{place + 1}", title, partial(option_table, compared(), place)))
    return given


def _budget(plan: Plan, rules: RuleBook, today: date, memory: Memory) -> list[Output]:
    if plan.budget.empty:
        return []

    @cache
    def worked_out() -> tuple[Basis, Outlook]:
        found = basis(plan, rules, today, memory=memory)
        return found, found.outlook()

    def able() -> Table:
        return carries_table(carries(plan, rules, *worked_out()), plan.budget)

    months, more = translate("Outputs", "预算：往后的月份"), translate("Outputs", "预算：还能承担多少")
    return [
        Output("budget", months, lambda: reasoned_months_table(worked_out()[1])),
        Output("budget-carry", more, able),
    ]


def _payoff(plan: Plan, rules: RuleBook, today: date, go_on: GoOn) -> list[Output]:
    if plan.budget.empty and plan.budget.monthly is None:
        return []
    asked = question(plan, rules, today)
    if asked.empty:
        return []

    def hear(seen: Progress) -> bool:
        return go_on(min(seen.seconds / SECONDS, 1.0))

    @cache
    def found() -> Found:
        return searched(asked, Found(tuple(simple_rules(asked))), plan, rules, today, hear)

    def payments() -> Table:
        best = best_of(found())
        assert best is not None  # noqa: S101 - the simple rules are always there
        return reasoned_payments_table(best)

    ways, best = translate("Outputs", "策略：各种还法"), translate("Outputs", "策略：最省的还法，每一笔")
    return [
        Output("payoff", ways, lambda: reasoned_payoff_table(found()), slow=True),
        Output("payoff-payments", best, payments, slow=True),
    ]


def _stress(plan: Plan, rules: RuleBook, today: date, go_on: GoOn, memory: Memory) -> list[Output]:
    if plan.budget.empty:
        return []

    def hear(seen: object) -> bool:
        return go_on(seen) if isinstance(seen, float) else True

    @cache
    def found() -> Drawn:
        return _finished(drawn(stress_tested(plan, rules, today, memory), rules, hear))

    def remedies() -> Table:
        helped = _finished(found() if found().remedies else None)
        return remedies_table(helped.remedies, helped.chances, plan.stress)

    months, helped = translate("Outputs", "压力测试：每个月"), translate("Outputs", "压力测试：办法")
    return [
        Output("stress", months, lambda: chances_table(found().chances), slow=True),
        Output("stress-remedies", helped, remedies, slow=True),
    ]


def _finished(futures: Drawn | None) -> Drawn:
    if futures is None:
        raise ProblemError("stress", translate("Outputs", "停下了，很多种可能还没有算完。"))
    return futures
