"""Why this number: how a cell of a comparison came about, with the user's own figures, its rule and its sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.money import grouped, percent, percent_exact
from jiebei_desktop.planning.columns import Column
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_lines import Key, Line, highest_month
from jiebei_desktop.planning.figure_words import listed
from jiebei_desktop.planning.late_words import nights_why
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.planning.reasons import (
    effective_why,
    figure_said,
    flows_why,
    nominal_why,
    nothing_why,
    summed,
)
from jiebei_desktop.planning.why import cost_why, ground_why, instalment_why
from jiebei_desktop.planning.worked import BillWorked, Due, OfferWorked, Worked
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method

_MOST_PARTS = 12
_MORE_PLACES = 4


def cell_why(compared: Compared, line: Line, place: int) -> str:
    """Return everything about one cell, a line a step."""
    found, figure = compared.columns[place], line.figures[place]
    text = translate("CompareWhy", "{name} · {title}：{figure}")
    head = text.format(name=compared.names[place], title=line.title, figure=figure.text)
    if figure.problem is not None or found.worked is None:
        return "\n".join([head, figure.problem.message if figure.problem else ""])
    return "\n".join([head, line.basis, *_steps(compared, line, found), *rule_why(line.key, found.worked)])


def due_why(compared: Compared, place: int, index: int) -> str:
    """Return everything about one payment of a column, a line a step; nothing where it has none."""
    worked = compared.columns[place].worked
    if worked is None or index >= len(worked.dues):
        return ""
    due = worked.dues[index]
    text = translate("CompareWhy", "{name} · 第 {number} 期，{day}：还 {payment} 元")
    if due.early:
        text = translate("CompareWhy", "{name} · {day} 提前多还 {payment} 元")
    head = text.format(name=compared.names[place], number=due.number, day=due.due_date, payment=grouped(due.payment))
    return "\n".join([head, *_due_steps(worked, index), *rule_why(Key.INSTALMENT, worked)])


def _steps(compared: Compared, line: Line, found: Column) -> Sequence[str]:
    worked = found.worked
    assert worked is not None  # noqa: S101 - asked of columns that were worked out
    dues = worked.dues
    if line.key is Key.INSTALMENT:
        return _due_steps(worked, worked.dues.index(worked.instalments[0]))
    if line.key is Key.PAYMENT:
        return [summed([due.payment for due in dues], worked.payment)]
    if line.key is Key.COST:
        return [summed([due.cost for due in dues], worked.cost)]
    if line.key is Key.PER_HUNDRED:
        return [f"{grouped(worked.cost)} ÷ {grouped(worked.amount)} × 100 = {grouped(worked.per_hundred)}"]
    if line.key in {Key.NOMINAL, Key.EFFECTIVE}:
        return _rate_steps(worked, line.key)
    if line.key is Key.FREE_DAYS:
        text = translate("CompareWhy", "{start} 到 {end} 没有利息和手续费：{days} 天。")
        if not worked.free_days:
            text = translate("CompareWhy", "第一次还款就有利息或手续费，没有免息的日子。")
        return [text.format(start=worked.start, end=worked.free_until, days=worked.free_days)]
    if line.key in {Key.FIRST_DUE, Key.LAST_DUE}:
        return _date_steps(found, worked.instalments[0] if line.key is Key.FIRST_DUE else dues[-1])
    if line.key is Key.HIGHEST:
        return _highest_steps(compared, worked)
    return (
        _early_steps(worked, compared.comparison.early_period) if line.key is Key.EARLY else _late_steps(worked, line)
    )


def _due_steps(worked: Worked, index: int) -> Sequence[str]:
    if isinstance(worked, OfferWorked):
        row = worked.found.rows[index]
        return (*cost_why(row, worked.found.terms), *instalment_why(row))
    assert isinstance(worked, BillWorked)  # noqa: S101 - there are these two
    bill = worked.bills[index]
    text = translate("CompareWhy", "{day} 的账单：新消费 {new} + 上期剩下 {carried} + 利息 {interest} = {total} 元。")
    said = [
        text.format(
            day=bill.statement_date,
            new=grouped(bill.new),
            carried=grouped(bill.carried),
            interest=grouped(bill.interest),
            total=grouped(bill.total),
        )
    ]
    if bill.revolving:
        text = translate(
            "CompareWhy", "利息：{balance} × 每天 {rate}% × {days} 天 = {amount} 元，从上次还款日的第二天算起。"
        )
        run = bill.revolving
        said.append(
            text.format(
                balance=grouped(run.balance), rate=percent_exact(run.rate), days=run.days, amount=grouped(run.amount)
            )
        )
    if bill.rest:
        text = translate(
            "CompareWhy", "最低还款：新消费 {new} × {share}% + 上期剩下的和利息 = {minimum} 元，剩 {rest} 元。"
        )
        said.append(
            text.format(
                new=grouped(bill.new),
                share=percent_exact(bill.minimum_share),
                minimum=grouped(bill.minimum),
                rest=grouped(bill.rest),
            )
        )
    return said


def _rate_steps(worked: Worked, key: Key) -> Sequence[str]:
    rates, flows = worked.rates, [(due.due_date, due.payment) for due in worked.dues]
    if not worked.cost:
        return [nothing_why()]
    if key is Key.EFFECTIVE:
        return effective_why(worked.start, worked.amount, flows, rates.effective_annual)
    if isinstance(worked, BillWorked):
        text = translate("CompareWhy", "账单不是等间隔的：由实际年化 {effective} 换成每月，×12 = {nominal}。")
        effective, nominal = (percent(rate, _MORE_PLACES) for rate in (rates.effective_annual, rates.nominal_annual))
        said = flows_why(worked.start, worked.amount, flows)
        return [said, text.format(effective=effective, nominal=nominal)]
    assert isinstance(worked, OfferWorked)  # noqa: S101 - there are these two
    a_year = worked.plain.terms.periods_a_year
    return nominal_why(worked.start, worked.amount, flows, rates.nominal_annual, a_year)


def _date_steps(found: Column, due: Due) -> Sequence[str]:
    worked = found.worked
    if isinstance(worked, BillWorked):
        bill = worked.bills[due.number - 1]
        text = translate("CompareWhy", "{start} 买的东西在 {statement} 出账，{due} 到期。")
        return [text.format(start=worked.start, statement=worked.bills[0].statement_date, due=bill.due_date)]
    assert isinstance(worked, OfferWorked)  # noqa: S101 - there are these two
    text = translate("CompareWhy", "{start} 拿到钱，每期一个月，第 {number} 期在 {due}。")
    if worked.plain.terms.method is Method.BULLET:
        text = translate("CompareWhy", "{start} 拿到钱，到期那天 {due} 一次还。")
    said = [text.format(start=worked.start, number=due.number, due=due.due_date)]
    name = translate("CompareWhy", "每月哪天还")
    if isinstance(found.option, OfferOption) and found.option.due_day is not None:
        said.append(
            translate("CompareWhy", "{name}：你自己填的 {day} 日。").format(name=name, day=found.option.due_day)
        )
    elif worked.rule.due_day is not None:
        said += figure_said(name, "due_day", worked.rule.due_day, worked.rule.sources)
    return said


def _highest_steps(compared: Compared, worked: Worked) -> Sequence[str]:
    most = highest_month(worked)
    months = [f"{year}-{month:02d}" for (year, month), amount in worked.by_month.items() if amount == most]
    text = translate("CompareWhy", "{months} 还 {amount} 元。")
    shown = listed(months if len(months) <= 3 else [*months[:2], "…", months[-1]])
    said = [text.format(months=shown, amount=grouped(most))]
    if compared.income:
        text = translate("CompareWhy", "每月收入 {income} 元：{amount} ÷ {income} = {share}。")
        said.append(
            text.format(income=grouped(compared.income), amount=grouped(most), share=percent(most / compared.income))
        )
    return said


def _early_steps(worked: Worked, period: int) -> Sequence[str]:
    said = []
    if period >= worked.last_period:
        text = translate("CompareWhy", "到第 {period} 期本来就还完了，和利息、手续费一样。")
        said.append(text.format(period=period))
    elif worked.early(period) == worked.cost:
        said.append(translate("CompareWhy", "早还省不下钱，手续费照收，所以和利息、手续费一样。"))
    elif isinstance(worked, OfferWorked):
        rows = worked.settled(period).rows
        said.append(summed([row.interest + row.fee for row in rows], worked.early(period)))
        said += cost_why(rows[-1], worked.plain.terms)
    elif isinstance(worked, BillWorked):
        text = translate("CompareWhy", "第 {period} 次账单就全额还，之后没有利息。")
        said.append(text.format(period=period))
    if worked.event:
        return said
    each = translate("CompareWhy", "第 {period} 期 {amount}")
    costs = list(enumerate(worked.early_all(), start=1))
    shown = [each.format(period=number, amount=grouped(cost)) for number, cost in costs]
    if len(shown) > _MOST_PARTS:
        shown = [*shown[: _MOST_PARTS - 1], "…", shown[-1]]
    text = translate("CompareWhy", "各期还清分别一共多付：{each}。")
    return [*said, text.format(each=listed(shown))]


def _late_steps(worked: Worked, line: Line) -> Sequence[str]:
    first = worked.first.first_due
    text = translate("CompareWhy", "{due} 该还 {payment} 元，拖到 {until}。")
    until = first.due_date + timedelta(days=line.days)
    said = text.format(due=first.due_date, payment=grouped(first.payment), until=until)
    return [said, *nights_why(worked.late_nights(line.days), apart=True)]


def rule_why(key: Key, worked: Worked) -> Sequence[str]:
    """Return the rule that a figure rests on, with its sources, their dates and how sure it is."""
    if isinstance(worked, OfferWorked):
        rule = worked.rule
        if key is Key.LATE and rule.overdue:
            return figure_said(translate("CompareWhy", "罚息"), "overdue", rule.overdue, rule.sources)
        if key is Key.EARLY and rule.early:
            name, fee = translate("CompareWhy", "提前还清"), rule.fee is not None
            return figure_said(name, "early", rule.early, rule.sources, fee=fee)
        return ground_why(worked.plain.terms, rule)
    assert isinstance(worked, BillWorked)  # noqa: S101 - there are these two
    bill = worked.rule
    text = translate("CompareWhy", "规则：花呗账单（{version} 核对）。")
    said = [text.format(version=bill.version)]
    if key in {Key.FIRST_DUE, Key.LAST_DUE, Key.FREE_DAYS}:
        return [*said, *_cycle_said(worked)]
    if key is not Key.LATE and worked.option.pay is Pay.MINIMUM:
        share = translate("CompareWhy", "最低还款")
        said += figure_said(share, "minimum_share", bill.minimum_share, bill.sources)
    rate = translate("CompareWhy", "没还的部分，每天")
    return [*said, *figure_said(rate, "daily_rate", bill.daily_rate, bill.sources)]


def _cycle_said(worked: BillWorked) -> Sequence[str]:
    """Return where the days of a bill are from."""
    option = worked.option
    known = worked.rule.cycles.get(option.statement_day)
    if known is None or option.due_day not in known.value:
        text = translate("CompareWhy", "{statement} 日出账、{due} 日还：你自己填的。")
        return [text.format(statement=option.statement_day, due=option.due_day)]
    name = translate("CompareWhy", "{day} 日出账，哪天还").format(day=option.statement_day)
    return figure_said(name, f"cycles.{option.statement_day}", known, worked.rule.sources)
