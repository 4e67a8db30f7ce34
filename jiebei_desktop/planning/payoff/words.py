"""The plan in words: what is paid first and why, what waits, what is late, and what the simple rules cost more."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.payoff.debts import Early, RealDebt
from jiebei_desktop.planning.payoff.optimum import Result
from jiebei_desktop.planning.payoff.outcome import Late, LoanPaid, Outcome
from jiebei_desktop.planning.wording import long_date
from jiebei_desktop.text import translate

_MOST_LATE = 4
"""Late instalments that are told one by one."""
_LOT = Decimal(10_000)
_YEAR = Decimal(365)


def explain(result: Result, *, brief: bool = False) -> list[str]:
    """Return the best plan in sentences with its figures; where `brief` without the proof and without the rules."""
    best = result.best
    loans = {loan.debt.key: loan for loan in best.loans}
    early = [loans[key] for key in best.order if _goes_early(loans[key])]
    told = [_whole(best)] if brief else [_whole(best), _proof(result)]
    told += [_first(place, loan, early) for place, loan in enumerate(early)]
    told += [_stays(loan) for loan in best.loans if not loan.debt.saves and loan.debt.rows]
    told += _late(best)
    if not brief:
        told += [_compared(best, rule) for rule in result.rules]
    return [sentence for sentence in told if sentence]


def rule_name(rule: str) -> str:
    """Return what a rule is called."""
    return {
        "as_agreed": translate("Payoff", "照期还，不提前"),
        "snowball": translate("Payoff", "先还最小的"),
        "avalanche": translate("Payoff", "先还最贵的"),
        "custom": translate("Payoff", "按自己的顺序"),
        "optimum": translate("Payoff", "最省的办法"),
    }[rule]


def daily_cost(debt: RealDebt) -> Decimal:
    """Return what ten thousand yuan cost a day that could be paid early, in yuan."""
    return debt.price / _YEAR * _LOT


def _whole(best: Outcome) -> str:
    if best.debt_free is None:
        text = translate("Payoff", "到 {end}还剩 {unpaid} 元还不上；连它算在内，从今天起一共多付 {cost} 元。")
        return text.format(end=long_date(best.end), unpaid=grouped(best.unpaid), cost=grouped(best.cost))
    text = translate("Payoff", "从今天起一共多付 {cost} 元（利息、手续费和罚息），{day}全部还清。")
    return text.format(cost=grouped(best.cost), day=long_date(best.debt_free))


def _proof(result: Result) -> str:
    if result.proven:
        return translate("Payoff", "已经证明没有更省的还法，差别只在四舍五入的零头。")
    if not result.gap or result.best.unpaid:
        return ""
    text = translate("Payoff", "还没证完：最多还能再省 {amount} 元（{gap}）。")
    return text.format(amount=grouped(result.best.cost - result.bound), gap=percent(result.gap))


def _goes_early(loan: LoanPaid) -> bool:
    return any(paid.early for paid in loan.payments)


def _first(place: int, loan: LoanPaid, early: Sequence[LoanPaid]) -> str:
    """Return why a loan takes early money in its turn."""
    debt = loan.debt
    cost = grouped(daily_cost(debt))
    settled = next((paid for paid in loan.payments if paid.kind == "settle"), None)
    if debt.early is Early.WHOLE and settled is not None:
        spared = debt.agreed - sum((paid.amount for paid in loan.payments), ZERO)
        text = translate("Payoff", "{label}要一次还清才省：{day}还 {amount} 元，少付 {spared} 元。")
        return text.format(
            label=debt.label, day=long_date(settled.date), amount=grouped(settled.amount), spared=grouped(spared)
        )
    if place == 0 and debt.price == max(each.debt.price for each in early):
        text = translate("Payoff", "先还{label}：每 1 万元多欠一天多付 {cost} 元，是最贵的。")
    elif place == 0:
        text = translate("Payoff", "先还{label}：每 1 万元多欠一天多付 {cost} 元，它的还款日先到。")
    else:
        text = translate("Payoff", "再还{label}：每 1 万元多欠一天多付 {cost} 元。")
    return text.format(label=debt.label, cost=cost)


def _stays(loan: LoanPaid) -> str:
    debt = loan.debt
    if any(row.fee for row in debt.rows):
        text = translate("Payoff", "{label}提前还不省手续费，所以照期还。")
    else:
        text = translate("Payoff", "{label}提前还也省不了，所以照期还。")
    return text.format(label=debt.label)


def _late(best: Outcome) -> list[str]:
    told = [_one_late(late, best) for late in best.late[:_MOST_LATE]]
    rest = best.late[_MOST_LATE:]
    if rest:
        text = translate("Payoff", "还有 {count} 期也要晚还，一共多付 {cost} 元。")
        told.append(text.format(count=len(rest), cost=grouped(sum((late.cost for late in rest), ZERO))))
    unknown = [loan.debt.label for loan in best.loans if not loan.debt.knows_late]
    if unknown and any(late.label in unknown for late in best.late):
        text = translate("Payoff", "不知道{labels}晚还一天多收多少，没有算进去。")
        told.append(text.format(labels=translate("Payoff", "、").join(unknown)))
    return told


def _one_late(late: Late, best: Outcome) -> str:
    if late.paid is None:
        text = translate("Payoff", "{label}在 {day}到期的那期，到 {end}也还不上，那时罚息 {cost} 元。")
        return text.format(
            label=late.label, day=long_date(late.due_date), end=long_date(best.end), cost=grouped(late.cost)
        )
    if not late.number:
        text = translate("Payoff", "{label}已经逾期的部分在 {paid}还掉，那时晚了 {days} 天，罚息 {cost} 元。")
        return text.format(label=late.label, paid=long_date(late.paid), days=late.days, cost=grouped(late.cost))
    text = translate("Payoff", "{label}在 {day}到期的那期只好晚 {days} 天，多付 {cost} 元。")
    return text.format(label=late.label, day=long_date(late.due_date), days=late.days, cost=grouped(late.cost))


def _compared(best: Outcome, rule: Outcome) -> str:
    more = rule.cost - best.cost
    name = rule_name(rule.rule)
    if rule.unpaid > best.unpaid:
        text = translate("Payoff", "{name}：还有 {unpaid} 元还不上。")
        return text.format(name=name, unpaid=grouped(rule.unpaid))
    if not more:
        return translate("Payoff", "{name}：一样省。").format(name=name)
    text = translate("Payoff", "{name}：多付 {cost} 元，比最省的多 {more} 元。")
    return text.format(name=name, cost=grouped(rule.cost), more=grouped(more))
