"""A payoff plan as tables."""

from __future__ import annotations

from jiebei_desktop.files.tables import Cell, Table
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.payoff.answers import above, best_of, paid_words
from jiebei_desktop.planning.payoff.outcome import Outcome
from jiebei_desktop.planning.payoff.plan import Found
from jiebei_desktop.planning.payoff.words import rule_name
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
                rule_name(outcome.rule),
                outcome.cost,
                more,
                outcome.debt_free,
                len(outcome.late),
                late,
                outcome.unpaid or None,
            )
        )
    return Table(header, tuple(rows))


def payments_table(outcome: Outcome) -> Table:
    """Return every payment of a plan, by day."""
    header = (
        translate("PayoffTable", "日期"),
        translate("PayoffTable", "还哪笔"),
        translate("PayoffTable", "多少"),
        translate("PayoffTable", "其中罚息"),
    )
    paid = [(each, loan.debt) for loan in outcome.loans for each in loan.payments]
    paid.sort(key=lambda pair: pair[0].date)
    rows = tuple((each.date, paid_words(each, debt), each.amount, each.penalty or None) for each, debt in paid)
    return Table(header, rows)
