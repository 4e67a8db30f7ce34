"""Why this number: the figures of the ways of paying off, by loan and by payment."""

from __future__ import annotations

from collections.abc import Sequence

from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.payoff.answers import late_words, paid_words
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.outcome import LoanPaid, Month, Outcome
from jiebei_desktop.planning.payoff.rules import Extra
from jiebei_desktop.planning.payoff.walk import Paid
from jiebei_desktop.planning.payoff.words import daily_cost, rule_name
from jiebei_desktop.planning.reasons import summed
from jiebei_desktop.planning.why import cost_why, instalment_why
from jiebei_desktop.text import translate

_MOST = 12


def cost_why_of(way: Outcome) -> str:
    """Return how what a way costs came about: what is paid of each loan against the principal owed today."""
    said = [_how(way), *map(_loan_why, way.loans)]
    if len(way.loans) > 1:
        said.append(summed([loan.cost for loan in way.loans], way.cost))
    return "\n".join(said)


def _how(way: Outcome) -> str:
    text = translate("PayoffWhy", "“{way}”从今天起一天一天走：到期的先还，余下的按这个办法还，每一分都由还款表算出。")
    return text.format(way=rule_name(way.rule))


def _loan_why(loan: LoanPaid) -> str:
    paid = sum((each.amount for each in loan.payments), ZERO)
    text = translate("PayoffWhy", "{label}：一共还 {paid} − 今天欠的本金 {owed} = 多付 {cost} 元")
    if loan.unpaid:
        text = translate(
            "PayoffWhy", "{label}：一共还 {paid} + 到头还欠 {unpaid} − 今天欠的本金 {owed} = 多付 {cost} 元"
        )
    figures = {"paid": paid, "owed": loan.debt.owed, "cost": loan.cost, "unpaid": loan.unpaid}
    return text.format(label=loan.debt.label, **{name: grouped(amount) for name, amount in figures.items()})


def more_why(way: Outcome, best: Outcome) -> str:
    """Return what a way costs more than the best one."""
    text = translate("PayoffWhy", "{cost} − {least}（“{best}”）= {more} 元")
    return text.format(
        cost=grouped(way.cost), least=grouped(best.cost), best=rule_name(best.rule), more=grouped(way.cost - best.cost)
    )


def free_why(way: Outcome) -> str:
    """Return when each loan is paid off."""
    text = translate("PayoffWhy", "{label}：{day} 还清")
    never = translate("PayoffWhy", "{label}：到 {day} 还欠 {unpaid} 元")
    return "\n".join(
        (text if loan.cleared else never).format(
            label=loan.debt.label, day=loan.cleared or way.end, unpaid=grouped(loan.unpaid)
        )
        for loan in way.loans
    )


def late_why_of(way: Outcome) -> str:
    """Return what is late, and what that costs in all."""
    said = [late_words(each) for each in way.late[:_MOST]]
    costs = [each.cost for each in way.late]
    return "\n".join((*said, summed(costs, sum(costs, ZERO)))) if len(costs) > 1 else "\n".join(said)


def paid_why(paid: Paid, debt: RealDebt) -> str:
    """Return how one payment came about."""
    said = [paid_words(paid, debt)]
    if paid.early:
        text = translate("PayoffWhy", "留够以后各期要还的和要留的钱，那天还余 {amount} 元，用来提前还。")
        if paid.kind == "settle":
            text = translate("PayoffWhy", "那天一次还清要 {amount} 元：剩下的本金和到那天的息费。")
        said.append(text.format(amount=grouped(paid.amount)))
        if debt.saves:
            saves = translate("PayoffWhy", "每提前还 1 万元，一天省 {cost} 元（一年 {price}）。")
            said.append(saves.format(cost=grouped(daily_cost(debt)), price=percent(debt.price)))
        return "\n".join(said)
    if paid.penalty:
        text = translate("PayoffWhy", "该还的 {rest} + 罚息 {penalty} = {amount} 元")
        rest = paid.amount - paid.penalty
        said.append(text.format(rest=grouped(rest), penalty=grouped(paid.penalty), amount=grouped(paid.amount)))
    row = next((row for row in debt.rows if row.event is None and row.period == paid.number), None)
    if row is not None and row.payment == paid.amount - paid.penalty:
        said += [*cost_why(row, debt.terms), *instalment_why(row)]
    elif row is not None:
        text = translate("PayoffWhy", "原定 {agreed} 元；前面提前还过，按剩下的本金重新算，是 {amount} 元。")
        said.append(text.format(agreed=grouped(row.payment), amount=grouped(paid.amount - paid.penalty)))
    return "\n".join(said)


def month_why(way: Outcome, place: int) -> str:
    """Return what is paid in a month of a way, each with its day."""
    month: Month = way.months[place]
    text = translate("PayoffWhy", "{day} {what} {amount}")
    paid = sorted(
        ((each, loan.debt) for loan in way.loans for each in loan.payments if _same_month(each, month)),
        key=lambda pair: pair[0].date,
    )
    said = [text.format(day=each.date, what=paid_words(each, debt), amount=grouped(each.amount)) for each, debt in paid]
    left = translate("PayoffWhy", "月底还债的钱还剩 {left} 元。").format(left=grouped(month.left))
    return "\n".join((*said, summed([each.amount for each, _ in paid], sum(month.paid, ZERO)), left))


def _same_month(paid: Paid, month: Month) -> bool:
    return (paid.date.year, paid.date.month) == (month.month.year, month.month.month)


def extra_why_of(first: Extra, more: Extra) -> str:
    """Return how what so much more a month saves came about."""
    text = translate("PayoffWhy", "每月多 {amount} 元，都先还最贵的，从头一天一天算：一共多付 {cost} 元。")
    said = text.format(amount=grouped(more.amount), cost=grouped(more.cost))
    text = translate("PayoffWhy", "不多还是 {first} 元：{first} − {cost} = 少付 {saved} 元。")
    saved = grouped(first.cost - more.cost)
    return "\n".join((said, text.format(first=grouped(first.cost), cost=grouped(more.cost), saved=saved)))


def headline_why(ways: Sequence[Outcome], best: Outcome | None) -> str:
    """Return how the best way's figures and those as agreed came about, which the headline holds against each other."""
    if best is None:
        return ""
    agreed = next((way for way in ways if way.rule == "as_agreed"), None)
    said = [cost_why_of(best), free_why(best)]
    if agreed is not None and agreed is not best:
        said += [cost_why_of(agreed), more_why(agreed, best)]
    return "\n".join(said)


def owed_why(debts: Sequence[RealDebt]) -> str:
    """Return what each loan owes today, and what paying it early saves a year."""
    text = translate("PayoffWhy", "{label}：今天欠本金 {owed} 元；提前还一年省 {price}，每 1 万元一天 {cost} 元")
    nothing = translate("PayoffWhy", "{label}：今天欠本金 {owed} 元；提前还不省钱")
    return "\n".join(
        (text if debt.saves else nothing).format(
            label=debt.label, owed=grouped(debt.owed), price=percent(debt.price), cost=grouped(daily_cost(debt))
        )
        for debt in debts
    )
