"""Why this number: the figures of a loan's schedule, its sums, its rates and its table of all costs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.money import HUNDRED, ZERO, grouped, percent_exact
from jiebei_desktop.planning.disclosure import Line, Part
from jiebei_desktop.planning.reasons import effective_why, figure_said, nominal_why, summed
from jiebei_desktop.planning.why import cost_why, ground_why, row_amounts, why
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import ProductRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method


def row_why(row: Row, found: Schedule, rule: ProductRule | None) -> tuple[str, ...]:
    """Return everything about a row, a line a step, what it is first."""
    title = translate("Loans", "{due} 应还 {payment} 元").format(due=row.due_date, payment=grouped(row.payment))
    return (title, *why(row, found, rule))


def days_why(row: Row) -> str:
    """Return between which days interest runs."""
    text = translate("ScheduleWhy", "{start} 到 {due} 有 {days} 天；还款日当天不算在内。")
    return text.format(start=row.start_date, due=row.due_date, days=row.days)


def principal_why(row: Row) -> str:
    """Return how a row's principal came about."""
    text = translate("ScheduleWhy", "应还 {payment} − 利息 {interest} − 手续费 {fee} = 本金 {principal}。")
    return row_amounts(text, row)


def payment_why(row: Row) -> str:
    """Return what a row's payment consists of."""
    text = translate("ScheduleWhy", "本金 {principal} + 利息 {interest} + 手续费 {fee} = 应还 {payment}。")
    return row_amounts(text, row)


def balance_why(row: Row) -> str:
    """Return how what is left came about."""
    if row.event == "restructure":
        text = translate("ScheduleWhy", "新计划从 {balance} 元开始。")
        return text.format(balance=grouped(row.balance))
    text = translate("ScheduleWhy", "之前欠本金 {opening} − 这期还本金 {principal} = 还剩 {balance}。")
    return text.format(
        opening=grouped(row.opening_balance), principal=grouped(row.principal), balance=grouped(row.balance)
    )


def total_why(found: Schedule, part: str) -> str:
    """Return the sum of a column: `days`, `principal`, `cost` or `payment`."""
    rows, totals = found.rows, found.totals
    if part == "days":
        days = [row.days for row in rows]
        return f"{' + '.join(map(str, days))} = {sum(days)}"
    values = {
        "principal": ([row.principal for row in rows], totals.principal),
        "cost": ([row.interest + row.fee for row in rows], totals.cost),
        "payment": ([row.payment for row in rows], totals.payment),
    }
    return summed(*values[part])


def cost_card_why(found: Schedule, rule: ProductRule | None) -> str:
    """Return how all interest and fees came about: their sum, the first row's, and the rule behind them."""
    totals = found.totals
    said = [_each_cost(found), total_why(found, "cost")]
    said.append(f"{grouped(totals.cost)} ÷ {grouped(totals.principal)} × 100 = {grouped(per_hundred(found))}")
    said.append(
        translate("ScheduleWhy", "其中第一次：{first}").format(first=joined(*cost_why(found.rows[0], found.terms)))
    )
    return "\n".join((*said, *ground_why(found.terms, rule)))


def payment_card_why(found: Schedule, rule: ProductRule | None) -> str:
    """Return how all that is paid came about."""
    totals = found.totals
    text = translate("ScheduleWhy", "本金 {principal} + 利息和手续费 {cost} = {payment} 元。")
    said = text.format(principal=grouped(totals.principal), cost=grouped(totals.cost), payment=grouped(totals.payment))
    return "\n".join((said, total_why(found, "payment"), *ground_why(found.terms, rule)))


def rate_card_why(found: Schedule, rule: ProductRule | None, *, effective: bool) -> str:
    """Return how an annual rate came about from the days and amounts of all payments."""
    terms, rates = found.terms, found.rates
    flows = [(row.due_date, row.payment) for row in found.rows]
    if effective:
        said = effective_why(terms.start_date, terms.principal, flows, rates.effective_annual)
    else:
        a_year = terms.periods_a_year
        said = nominal_why(terms.start_date, terms.principal, flows, rates.nominal_annual, a_year)
    return "\n".join((*said, *ground_why(terms, rule)))


def per_hundred(found: Schedule) -> Decimal:
    """Return what each hundred yuan that is lent costs, in yuan."""
    return found.totals.cost * HUNDRED / found.totals.principal


def line_why(line: Line, found: Schedule, rule: ProductRule | None) -> str:
    """Return a line of the table of all costs and how its figure came about, as agreed."""
    steps = {
        Part.LOAN: _loan_steps,
        Part.COST: _cost_steps,
        Part.ANNUAL: _annual_steps,
        Part.LATE: _late_steps,
        Part.EARLY: _early_steps,
    }[line.part]
    head = translate("Why", "{name}：{figure}").format(name=line.item, figure=line.amount or "—")
    how = " · ".join(filter(None, (line.how, line.who)))
    return "\n".join(filter(None, (head, how, *steps(line, found, rule))))


def _loan_steps(_line: Line, found: Schedule, rule: ProductRule | None) -> Sequence[str]:
    return (translate("ScheduleWhy", "这一项是你填的，或者产品通常的。"), *ground_why(found.terms, rule))


def _cost_steps(line: Line, found: Schedule, rule: ProductRule | None) -> Sequence[str]:
    sums = {
        grouped(found.totals.payment): [row.payment for row in found.rows],
        grouped(found.totals.cost): [row.interest + row.fee for row in found.rows],
        grouped(found.totals.fee): [row.fee for row in found.rows],
        grouped(found.totals.interest): [row.interest for row in found.rows],
    }
    parts = sums[line.amount]
    return (summed(parts, sum(parts, ZERO)), *cost_why(found.rows[0], found.terms), *ground_why(found.terms, rule))


def _annual_steps(line: Line, found: Schedule, rule: ProductRule | None) -> Sequence[str]:
    if rule is not None and rule.year_days is not None and line.item == translate("Disclosure", "日利率折年"):
        name = translate("ScheduleWhy", "一年算几天")
        text = translate("ScheduleWhy", "日利率 {rate}%，{how} = {amount}。")
        said = text.format(rate=percent_exact(found.terms.rate), how=line.how, amount=line.amount)
        return (said, *figure_said(name, "year_days", rule.year_days, rule.sources))
    nominal = line.item == translate("Disclosure", "名义年化")
    return (rate_card_why(found, rule, effective=not nominal),)


def _late_steps(_line: Line, _found: Schedule, rule: ProductRule | None) -> Sequence[str]:
    if rule is None or rule.overdue is None:
        return ()
    return figure_said(translate("CompareWhy", "罚息"), "overdue", rule.overdue, rule.sources)


def _early_steps(_line: Line, found: Schedule, rule: ProductRule | None) -> Sequence[str]:
    if rule is None or rule.early is None:
        return (translate("ScheduleWhy", "这个产品没有提前结清的规则，按不另收费算。"),)
    fee = found.terms.method is Method.FLAT_FEE
    return figure_said(translate("CompareWhy", "提前还清"), "early", rule.early, rule.sources, fee=fee)


def _each_cost(found: Schedule) -> str:
    count = len([row for row in found.rows if row.interest or row.fee])
    return translate("ScheduleWhy", "{count} 次还款里的利息和手续费加起来：").format(count=count)
