"""Puts matches that were confirmed into the books of the plan's loans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from jiebei_desktop.engine import Event, Payment
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.planning.statement.results import Match, Take
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

Spans = tuple[tuple[int, int], ...]


def with_matches(plan: Plan, matches: Sequence[Match], rules: RuleBook, today: date) -> Plan:
    """Return a plan in whose books is what confirmed matches record.

    From then on only recorded money counts for the instalments that it was for. What is recorded already is not
    recorded again. Where nothing is owed any more by today, what was missed is closed: what comes later is taken as
    paid again.

    Raises:
        ProblemError: a loan is not there any more, or can't be worked out with it; nothing is changed then.
    """
    by_loan: dict[str, list[Take]] = {}
    for match in matches:
        for take in match.takes:
            by_loan.setdefault(take.loan_id, []).append(take)
    for loan_id, takes in by_loan.items():
        loan = plan.loan(loan_id)
        if loan is None:
            raise ProblemError("loans", translate("Reconcile", "有一笔借款已经不在计划里了，请重新对一次账。"))
        plan = plan.with_loan(with_takes(loan, takes, rules, today))
    return plan


def with_takes(loan: Loan, takes: Sequence[Take], rules: RuleBook, today: date) -> Loan:
    """Return a loan with what is taken of it; the same one where it has all of it.

    Raises:
        ProblemError: it can't be worked out with it; the message names the loan.
    """
    more = Counter((take.day, take.amount) for take in takes) - recorded(loan.events)
    periods = {period for take in takes for period in take.periods}
    if not more and all(is_recorded(loan, period) for period in periods):
        return loan
    added = sorted(more.elements())
    payments = tuple(Payment(date=day, amount=amount) for day, amount in added)
    marked = loan.model_copy(
        update={
            "events": (*loan.events, *payments),
            "missed": _joined(loan.missed, [period for period in periods if not is_recorded(loan, period)]),
        }
    )
    try:
        made = _closed(marked, rules, max([today, *(day for day, _ in added)]), periods)
        loan_schedule(made, rules)
    except ProblemError as error:
        text = translate("Reconcile", "“{name}”记不进去：{problem}")
        problem = text.format(name=loan_label(loan, rules), problem=error)
        raise ProblemError("loans", problem) from None
    return made


def recorded(events: Iterable[Event]) -> Counter[tuple[date, Decimal]]:
    """Count the payments of a loan by day and amount."""
    return Counter((event.date, event.amount) for event in events if isinstance(event, Payment))


def is_recorded(loan: Loan, period: int) -> bool:
    """Tell whether only recorded money counts for an instalment."""
    if loan.unpaid_from is not None and period >= loan.unpaid_from:
        return True
    return any(first <= period <= last for first, last in loan.missed)


def _closed(loan: Loan, rules: RuleBook, day: date, periods: Iterable[int]) -> Loan:
    """Return a loan whose list of what was missed is closed, if it is open and nothing of it is owed on a day."""
    if loan.unpaid_from is None:
        return loan
    due = [row.period for row in loan_schedule(loan, rules).rows if row.event is None and row.due_date <= day]
    last = max(due, default=0)
    if last < loan.unpaid_from or loan_ledger(loan, rules, day).due_now:
        return loan
    known = range(loan.unpaid_from, last + 1)
    return loan.model_copy(update={"missed": _joined(loan.missed, {*known, *periods}), "unpaid_from": None})


def _joined(spans: Spans, periods: Iterable[int]) -> Spans:
    """Return the first and the last of each run of instalments, those of some spans and some more."""
    numbers = sorted({*periods, *(period for first, last in spans for period in range(first, last + 1))})
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return tuple(found)
