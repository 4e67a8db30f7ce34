"""What falls due when, loan by loan: still to be paid, late, paid, or no longer asked for. Money is yuan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.engine import Payment, Row, Schedule, schedule
from jiebei_desktop.engine.ledger import Kept, Ledger
from jiebei_desktop.engine.outstanding import Due
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.payables import Owed, owed_of
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.kept import kept_for
from jiebei_desktop.products import RuleBook
from jiebei_desktop.values import Problem, ProblemError


class Standing(StrEnum):
    """How something that falls due stands."""

    AHEAD = "ahead"
    LATE = "late"
    PAID = "paid"
    GONE = "gone"


class DueKind(StrEnum):
    """What falls due: an instalment, money that is to be paid early, or a penalty that is left by itself."""

    INSTALMENT = "instalment"
    EARLY = "early"
    PENALTY = "penalty"


class DueDay(NamedTuple):
    """What one loan asks for on one day.

    Attributes:
        key: tells it from the loan's others, and stays the same when its day or amount changes.
        number: of the instalment; 0 where it is none.
        day: when it falls or fell due; of a penalty alone, today.
        amount: what is to be paid; of what is late without the penalty, of what is paid or gone what it was.
        kept: what was paid ahead and is taken off the parts.
    """

    kind: DueKind
    standing: Standing
    key: str
    number: int
    day: date
    amount: Decimal
    principal: Decimal = ZERO
    interest: Decimal = ZERO
    fee: Decimal = ZERO
    kept: Decimal = ZERO

    @property
    def open(self) -> bool:
        """Tell whether it is still to be paid."""
        return self.standing in {Standing.AHEAD, Standing.LATE}


class LoanDues(NamedTuple):
    """All that one loan asks for or asked for, by day.

    Attributes:
        last: the number of its last instalment.
        due_now: what pays all that is late or due today, with its penalty.
        penalty: the part of it that is penalty.
        late_days: since the oldest instalment that is late fell due.
    """

    loan: Loan
    owed: Owed
    days: tuple[DueDay, ...]
    last: int
    due_now: Decimal
    penalty: Decimal
    late_days: int

    @property
    def late(self) -> tuple[DueDay, ...]:
        """Return what is late, the oldest first."""
        return tuple(each for each in self.days if each.standing is Standing.LATE)

    @property
    def next(self) -> DueDay | None:
        """Return what falls due next, today included."""
        return next((each for each in self.days if each.standing is Standing.AHEAD), None)


class PlanDues(NamedTuple):
    """The same of all loans of a plan, and the loans that can't be worked out."""

    loans: tuple[LoanDues, ...]
    problems: tuple[tuple[Loan, Problem], ...]

    def on(self, day: date) -> Decimal:
        """Return what is to be paid on a day in all, by all loans; what was late before is not in it."""
        found = (each for dues in self.loans for each in dues.days)
        return sum((each.amount for each in found if each.day == day and each.standing is Standing.AHEAD), ZERO)


def plan_dues(plan: Plan, rules: RuleBook, today: date) -> PlanDues:
    """Return what falls due in a plan, as it stands at the beginning of today's payments."""
    found, problems = [], []
    for loan in plan.loans:
        try:
            found.append(loan_dues(loan, rules, today))
        except ProblemError as error:
            problems.append((loan, error.problem))
    return PlanDues(tuple(found), tuple(problems))


def loan_dues(loan: Loan, rules: RuleBook, today: date) -> LoanDues:
    """Return what falls due of a loan.

    A payment that is recorded for a day to come has not happened yet, as in the budget.

    Raises:
        ProblemError: the loan can't be worked out.
    """
    owed = owed_of(loan, rules)
    owed = owed._replace(events=tuple(e for e in owed.events if e.date <= today or not isinstance(e, Payment)))
    whole = owed.schedule()
    books = owed.ledger(today, today) if owed.books and owed.terms.start_date <= today else None
    replaced = whole.replaced if isinstance(whole, Kept) else frozenset()
    credit = books.credit if books is not None else ZERO
    rows = list(zip(whole.rows, kept_for(whole.rows, credit, owed.missed, replaced, today), strict=True))
    days = [*_instalments(rows, owed, replaced, books, today), *_early(rows, books, today), *_gone(owed, whole)]
    days = list({each.key: each for each in days}.values())  # a new plan can number on from what it took in
    if books is not None and books.penalty_total and not books.unpaid:
        days.append(
            DueDay(DueKind.PENALTY, Standing.LATE, DueKind.PENALTY.value, 0, today, books.penalty_total),
        )
    days.sort(key=lambda each: (each.day, each.number, each.key))
    return LoanDues(
        loan,
        owed,
        tuple(days),
        max(row.period for row in whole.rows),
        books.due_now if books is not None else ZERO,
        books.penalty_total if books is not None else ZERO,
        books.overdue_days if books is not None else 0,
    )


_Rows = list[tuple[Row, Decimal]]
"""The rows of a schedule, each with what of it is there already."""


def _instalments(
    rows: _Rows, owed: Owed, replaced: Collection[date], books: Ledger | None, today: date
) -> Iterator[DueDay]:
    unpaid = {(due.number, due.due_date): due for due in books.unpaid} if books is not None else {}
    for row, kept in rows:
        if row.event is not None or not row.payment:
            continue
        recorded = books is not None and row in owed.missed
        if row.due_date in replaced:
            yield _of_row(row, Standing.GONE)
        elif (row.period, row.due_date) in unpaid:
            yield _of_due(unpaid[row.period, row.due_date], today)
        elif row.due_date < today or (row.due_date == today and recorded):
            yield _of_row(row, Standing.PAID)
        else:
            yield _of_row(row, Standing.AHEAD if row.payment > kept else Standing.PAID, kept)


def _of_row(row: Row, standing: Standing, kept: Decimal = ZERO) -> DueDay:
    amount = row.payment - kept if standing is Standing.AHEAD else row.payment
    parts = row.principal, row.interest, row.fee
    return DueDay(DueKind.INSTALMENT, standing, str(row.period), row.period, row.due_date, amount, *parts, kept)


def _of_due(due: Due, today: date) -> DueDay:
    """Return what of an instalment is not paid."""
    standing = Standing.LATE if due.due_date < today else Standing.AHEAD
    parts = due.principal, due.interest, due.fee
    return DueDay(DueKind.INSTALMENT, standing, str(due.number), due.number, due.due_date, due.whole, *parts)


def _early(rows: _Rows, books: Ledger | None, today: date) -> Iterator[DueDay]:
    """Yield the money that is paid early, one a day whatever it does."""
    found: dict[date, _Rows] = {}
    for row, kept in rows:
        if row.event in {"prepayment", "settlement"}:
            found.setdefault(row.due_date, []).append((row, kept))
    for day, early in found.items():
        asked = sum((row.payment for row, _ in early), ZERO)
        left = asked - sum((kept for _, kept in early), ZERO)
        if day < today:
            left = ZERO
        elif books is not None and day == today:  # the books know what it really takes, with what was late
            made = (e for e in books.entries if e.date == day and e.kind in {"prepayment", "settlement"})
            left = sum((entry.arrived for entry in made), ZERO)
        standing, amount = (Standing.AHEAD, left) if left else (Standing.PAID, asked)
        yield DueDay(DueKind.EARLY, standing, f"early-{day:%Y%m%d}", 0, day, amount)


def _gone(owed: Owed, whole: Schedule) -> Iterator[DueDay]:
    """Yield the instalments that were agreed at first and are not there any more."""
    there = {row.period for row in whole.rows if row.event is None}
    if len(there) >= owed.terms.periods:
        return
    for row in schedule(owed.terms).rows:
        if row.period not in there:
            yield _of_row(row, Standing.GONE)
