"""综合融资成本明示表: the table that lenders have to show since 2026-08-01, made from any loan.

Rule: 《个人贷款业务明示综合融资成本规定》 of NFRA and PBOC, published 2026-03-15, in force 2026-08-01
(https://readhub.cn/topic/8rWSOn4A2mD): principal, every cost item with how it is charged and by whom, the annual cost
if paid on time, what being late can cost. Its annual formula was not found: both rates are given, each with its name.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.engine import Schedule, Terms, schedule
from jiebei_desktop.money import HUNDRED, ZERO, grouped, percent, percent_exact
from jiebei_desktop.planning.wording import method_name, rate_per_name
from jiebei_desktop.products import ProductRule
from jiebei_desktop.products.conditions import Compounding, FeesLeft, OverdueBase, OverdueRule
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method


class Part(StrEnum):
    """The parts of the table, in its order."""

    LOAN = "loan"
    COST = "cost"
    ANNUAL = "annual"
    LATE = "late"
    EARLY = "early"


class Line(NamedTuple):
    """One line: what it is, how much, how it is charged, and by whom."""

    part: Part
    item: str
    amount: str
    how: str = ""
    who: str = ""


def part_name(part: Part) -> str:
    """Return a part's title."""
    return {
        Part.LOAN: translate("Disclosure", "借款"),
        Part.COST: translate("Disclosure", "按时还要付的"),
        Part.ANNUAL: translate("Disclosure", "按时还的年化"),
        Part.LATE: translate("Disclosure", "晚还可能付的"),
        Part.EARLY: translate("Disclosure", "提前结清"),
    }[part]


def disclosure(found: Schedule, rule: ProductRule | None) -> tuple[Line, ...]:
    """Return the table of a loan as agreed: what happened on the way is no part of it."""
    if found.events:
        found = schedule(found.terms)
    return (*_loan(found), *_costs(found), *_annual(found, rule), *_late(rule), *_early(found.terms))


def _loan(found: Schedule) -> list[Line]:
    terms, rows = found.terms, found.rows
    days = translate("Disclosure", "{start} 起息，{first} 首次还，{last} 还清")
    count = translate("Disclosure", "{periods} 期").format(periods=terms.periods)
    how = days.format(start=terms.start_date, first=rows[0].due_date, last=rows[-1].due_date)
    return [
        Line(Part.LOAN, translate("Disclosure", "本金"), grouped(terms.principal)),
        Line(Part.LOAN, translate("Disclosure", "期数和日期"), count, how),
        Line(Part.LOAN, translate("Disclosure", "还款方式"), method_name(terms.method)),
    ]


def _costs(found: Schedule) -> list[Line]:
    terms, totals = found.terms, found.totals
    lender = translate("Disclosure", "放款方")
    interest = translate("Disclosure", "按未还本金，{per} {rate}%")
    fee = translate("Disclosure", "按最初本金收 {rate}%，分 {periods} 期")
    lines = []
    if terms.method is not Method.FLAT_FEE:
        how = interest.format(per=rate_per_name(terms.rate_per), rate=percent_exact(terms.rate))
        lines.append(Line(Part.COST, translate("Disclosure", "利息"), grouped(totals.interest), how, lender))
    if totals.fee or terms.method is Method.FLAT_FEE:
        how = fee.format(rate=percent_exact(terms.fee_rate), periods=terms.periods) if terms.fee_rate else ""
        lines.append(Line(Part.COST, translate("Disclosure", "手续费"), grouped(totals.fee), how, lender))
    nothing_more = translate("Disclosure", "照填的条件，没有别的费用")
    lines.append(Line(Part.COST, translate("Disclosure", "利息和手续费合计"), grouped(totals.cost), nothing_more))
    lines.append(Line(Part.COST, translate("Disclosure", "本息和费用一共"), grouped(totals.payment)))
    return lines


def _annual(found: Schedule, rule: ProductRule | None) -> list[Line]:
    rates, terms = found.rates, found.terms
    nominal = translate("Disclosure", "单利：每期内部收益率 × 一年的期数")
    effective = translate("Disclosure", "复利：按还款日的内部收益率，一年 365 天")
    lines = [
        Line(Part.ANNUAL, translate("Disclosure", "名义年化"), percent(rates.nominal_annual), nominal),
        Line(Part.ANNUAL, translate("Disclosure", "实际年化"), percent(rates.effective_annual), effective),
    ]
    if rule is not None and rule.year_days is not None and terms.rate_per == "day":
        text = translate("Disclosure", "日利率 × {days} 天")
        for days in (rule.year_days.value, *(view.value for view in rule.year_days.views)):
            name = translate("Disclosure", "日利率折年")
            lines.append(Line(Part.ANNUAL, name, percent(terms.rate * days, 3), text.format(days=days)))
    return lines


def _late(rule: ProductRule | None) -> list[Line]:
    if rule is None or rule.overdue is None:
        how = translate("Disclosure", "没有查到，以合同为准")
        return [Line(Part.LATE, translate("Disclosure", "罚息"), "", how)]
    said = rule.overdue.value
    how = translate("Disclosure", "{base}，宽限 {grace} 天，{compounding}").format(
        base=_base_name(said), grace=said.grace_days, compounding=_compounding_name(said)
    )
    lender = translate("Disclosure", "放款方")
    return [Line(Part.LATE, translate("Disclosure", "罚息"), _penalty(said), how, lender)]


def _penalty(rule: OverdueRule) -> str:
    if rule.penalty_rate is not None:
        return f"{rate_per_name(rule.penalty_rate_per)} {percent_exact(rule.penalty_rate)}%"
    text = translate("Disclosure", "日利率的 {times} 倍")
    return text.format(times=percent_exact((rule.penalty_multiplier or ZERO) / HUNDRED))


def _base_name(rule: OverdueRule) -> str:
    return {
        OverdueBase.OVERDUE_PRINCIPAL: translate("Disclosure", "按逾期的本金"),
        OverdueBase.OVERDUE_AMOUNT: translate("Disclosure", "按逾期没还的金额"),
        OverdueBase.ALL_PRINCIPAL: translate("Disclosure", "按全部未还本金"),
    }[rule.base]


def _compounding_name(rule: OverdueRule) -> str:
    return {
        Compounding.NONE: translate("Disclosure", "不计复利"),
        Compounding.MONTHLY: translate("Disclosure", "按月计复利"),
    }[rule.compounding]


def _early(terms: Terms) -> list[Line]:
    early = terms.early
    lines = []
    if terms.method is Method.FLAT_FEE:
        how = {
            FeesLeft.ALL: translate("Disclosure", "后面各期的手续费照收"),
            FeesLeft.NEXT: translate("Disclosure", "再收下一期的手续费"),
            FeesLeft.NONE: translate("Disclosure", "后面各期的手续费不收"),
        }[early.fees_left]
        lines.append(Line(Part.EARLY, translate("Disclosure", "未到期的手续费"), "", how))
    charge = translate("Disclosure", "剩余本金的 {rate}%").format(rate=percent_exact(early.charge_rate))
    least = translate("Disclosure", "不少于一期的费用") if early.at_least_one_fee else ""
    amount = charge if early.charge_rate else translate("Disclosure", "没有")
    lines.append(Line(Part.EARLY, translate("Disclosure", "提前结清费"), amount, least))
    return lines
