"""A payoff plan as tables."""

from __future__ import annotations

from jiebei_desktop.files.tables import Cell, Table, Word, why_title
from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.payoff.answers import above, best_of, late_words, paid_words
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.outcome import Late, Outcome
from jiebei_desktop.planning.payoff.plan import Found
from jiebei_desktop.planning.payoff.walk import Paid
from jiebei_desktop.planning.payoff.words import daily_cost, rule_name
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.text import translate


def ways_off(found: Found) -> list[Outcome]:
    """Return the best way, where it is none of the simple ones, and the simple ones."""
    outcomes = list(found.outcomes)
    if found.result is not None:
        best = found.result.best._replace(rule="optimum")
        outcomes.insert(0, best)
    return outcomes


def payoff_table(found: Found) -> Table:
    """Return the ways of paying off, one row a way."""
    best = best_of(found)
    header = (
        translate("PayoffTable", "还法"),
        translate("PayoffTable", "一共多付"),
        translate("PayoffTable", "比最省的多"),
        translate("PayoffTable", "哪天还清"),
        translate("PayoffTable", "晚几笔"),
        translate("PayoffTable", "晚了多付"),
        translate("PayoffTable", "最后还欠"),
    )
    rows: list[tuple[Cell, ...]] = []
    for outcome in ways_off(found):
        late = sum((each.cost for each in outcome.late), ZERO)
        more = above(outcome, best) if best is not None else None
        rows.append(
            (
                Word(rule_name(outcome.rule), outcome.rule),
                outcome.cost,
                more,
                outcome.debt_free,
                len(outcome.late),
                late,
                outcome.unpaid or None,
            )
        )
    keys = ("way", "cost", "above_best", "debt_free", "late_count", "late_cost", "unpaid")
    return Table(header, tuple(rows), keys)


def reasoned_payoff_table(found: Found) -> Table:
    """Return the ways of paying off: the best with why it is, the simple ones with what of them is late."""
    told = [joined(*found.words) if way.rule == "optimum" else _late_why(way) for way in ways_off(found)]
    return payoff_table(found).beside("why", why_title(), told)


def _late_why(outcome: Outcome) -> str:
    return joined(*(late_words(late) for late in outcome.late))


def reasoned_payments_table(outcome: Outcome) -> Table:
    """Return every payment of a plan, of those that are late and of early ones with what they cost or save."""
    late = {(each.key, each.number): each for each in outcome.late}
    told = [_payment_why(paid, debt, late.get((paid.key, paid.number))) for paid, debt in _paid(outcome)]
    return payments_table(outcome).beside("why", why_title(), told)


def _payment_why(paid: Paid, debt: RealDebt, late: Late | None) -> str:
    if paid.kind in {"late", "arrears"} and late is not None:
        return late_words(late)
    if not paid.early:
        return ""
    text = translate("PayoffTable", "{label}：每 1 万元多欠一天多付 {cost} 元。")
    return text.format(label=debt.label, cost=grouped(daily_cost(debt)))


def payments_table(outcome: Outcome) -> Table:
    """Return every payment of a plan, by day."""
    header = (
        translate("PayoffTable", "日期"),
        translate("PayoffTable", "还哪笔"),
        translate("PayoffTable", "多少"),
        translate("PayoffTable", "其中罚息"),
    )
    rows = tuple(
        (each.date, paid_words(each, debt), each.amount, each.penalty or None) for each, debt in _paid(outcome)
    )
    return Table(header, rows, ("date", "what", "amount", "penalty"))


def _paid(outcome: Outcome) -> list[tuple[Paid, RealDebt]]:
    paid = [(each, loan.debt) for loan in outcome.loans for each in loan.payments]
    return sorted(paid, key=lambda pair: pair[0].date)
