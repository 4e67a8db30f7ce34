"""All loans of a plan together: each as it stands, every instalment by its day, and what falls due by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.engine.ledger import Kept, Ledger
from jiebei_desktop.files.plan_cells import as_text
from jiebei_desktop.files.tables import Cell, Share, Table, Word, kind_title, kind_word, row_why, why_title
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.budget.words import brand_name
from jiebei_desktop.planning.document import Loan, Plan, loan_schedule, missed_of
from jiebei_desktop.planning.kept import kept_for
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.planning.wording import loan_label, product_name
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem, ProblemError


class State(StrEnum):
    """How an instalment stands on a day."""

    PAID = "paid"
    LATE = "late"
    DUE = "due"
    OPEN = "open"
    REPLACED = "replaced"
    NEW_PLAN = "new_plan"


class Asked(NamedTuple):
    """An instalment, or what else falls due, as it stands today.

    Attributes:
        unpaid: what of it is not paid, in yuan, without any penalty, and less what was kept for it.
        replaced: whether a new plan takes its place, today or later.
    """

    row: Row
    state: State
    unpaid: Decimal
    replaced: bool


class Standing(NamedTuple):
    """A loan as it stands today.

    Attributes:
        books: what is owed; None before the loan has begun.
        asked: all that falls due, by day.
    """

    loan: Loan
    label: Word
    product: Word
    brand: Brand
    found: Schedule
    books: Ledger | None
    asked: tuple[Asked, ...]

    @property
    def next(self) -> Asked | None:
        """Return what falls due next, today included."""
        return next((each for each in self.asked if each.state in {State.DUE, State.OPEN}), None)

    @property
    def left(self) -> Decimal:
        """Return what is left to pay as things stand, the penalty so far included, in yuan."""
        left = sum((each.unpaid for each in self.asked if not each.replaced), ZERO)
        if self.books is None or any(each.unpaid and each.replaced for each in self.asked):
            return left  # what is late goes into a plan that is agreed already, penalty and all
        return left + self.books.penalty_total


class Loans(NamedTuple):
    """The loans of a plan as they stand, and of those that can't be worked out why."""

    found: tuple[Standing, ...]
    problems: tuple[Problem, ...]


def loans_of(plan: Plan, rules: RuleBook, today: date) -> Loans:
    """Return the loans of a plan as they stand today, in its order."""
    found, problems = [], []
    for place, loan in enumerate(plan.loans):
        try:
            found.append(standing(loan, rules, today))
        except ProblemError as error:
            text = translate("Tables", "{label}：{reason}")
            message = text.format(label=loan_label(loan, rules), reason=error.problem.message)
            problems.append(Problem(f"loans.{place}", message))
    return Loans(tuple(found), tuple(problems))


def standing(loan: Loan, rules: RuleBook, today: date) -> Standing:
    """Return a loan as it stands today.

    Raises:
        ProblemError: it can't be worked out.
    """
    found = loan_schedule(loan, rules)
    books = loan_ledger(loan, rules, today) if loan.start_date <= today else None
    asked = tuple(_asked(row, found, books, loan, today) for row in found.rows)
    if books is not None:
        asked = tuple(_less_kept(asked, books, missed_of(loan)))
    label = Word(loan_label(loan, rules), as_text(loan.id))
    product = Word(product_name(loan.product, rules), loan.product)
    return Standing(loan, label, product, rules.brand(loan.product) or Brand.OTHER, found, books, asked)


def _asked(row: Row, found: Schedule, books: Ledger | None, loan: Loan, today: date) -> Asked:
    if row.event == "restructure":  # it moves no money
        return Asked(row, State.NEW_PLAN, ZERO, replaced=False)
    replaced = row.event is None and isinstance(found, Kept) and row.due_date in found.replaced
    dues = books.unpaid if books is not None and row.event is None else ()
    due = next((each for each in dues if (each.number, each.due_date) == (row.period, row.due_date)), None)
    if due is not None:
        return Asked(row, State.LATE if row.due_date < today else State.DUE, due.whole, replaced)
    if replaced:
        return Asked(row, State.REPLACED, ZERO, replaced)
    if row.due_date > today:
        return Asked(row, State.OPEN, row.payment, replaced)
    if row.due_date == today and row.event is None and row not in missed_of(loan):
        return Asked(row, State.DUE, row.payment, replaced)  # nobody has said yet whether it was paid
    return Asked(row, State.PAID, ZERO, replaced)


def _less_kept(every: Sequence[Asked], books: Ledger, missed: Missed) -> Iterator[Asked]:
    """Yield what falls due, each less what was kept for it."""
    replaced = {asked.row.due_date for asked in every if asked.replaced}
    kept = kept_for((asked.row for asked in every), books.credit, missed, replaced, books.as_of)
    for asked, taken in zip(every, kept, strict=True):
        left = asked.unpaid - taken
        yield asked._replace(state=State.PAID if taken and not left else asked.state, unpaid=left)


def state_word(state: State) -> Word:
    """Return how an instalment stands."""
    name = {
        State.PAID: translate("Tables", "已还"),
        State.LATE: translate("Tables", "逾期"),
        State.DUE: translate("Tables", "今天到期"),
        State.OPEN: translate("Tables", "没到期"),
        State.REPLACED: translate("Tables", "转入新的计划"),
        State.NEW_PLAN: translate("Tables", "重新分期"),
    }[state]
    return Word(name, state.value)


def overview_table(found: Sequence[Standing]) -> Table:
    """Return loans as they stand, one row a loan."""
    header = (
        translate("Tables", "借款"),
        translate("Tables", "产品"),
        translate("Tables", "本金"),
        translate("Tables", "实际年化，%"),
        translate("Tables", "利息和手续费"),
        translate("Tables", "逾期几天"),
        translate("Tables", "要还才不逾期"),
        translate("Tables", "下次还款日"),
        translate("Tables", "下次应还"),
        translate("Tables", "还剩要还"),
    )
    keys = ("loan", "product", "principal", "annual_rate_percent", "cost", "days_late", "due_now", "next_due_date")
    return Table(header, tuple(map(_overview, found)), (*keys, "next_payment", "left_to_pay"))


def _overview(each: Standing) -> tuple[Cell, ...]:
    books, ahead = each.books, each.next
    return (
        each.label,
        each.product,
        each.found.terms.principal,
        Share(each.found.rates.effective_annual),
        each.found.totals.cost,
        books.overdue_days if books is not None and books.overdue_days else None,
        books.due_now if books is not None else ZERO,
        ahead.row.due_date if ahead else None,
        ahead.unpaid if ahead else None,
        each.left,
    )


def all_loans_table(found: Sequence[Standing], today: date) -> Table:
    """Return all that falls due of all loans by day, each with how it stands and how it came about."""
    header = (
        translate("Tables", "还款日"),
        translate("Tables", "借款"),
        translate("Tables", "产品"),
        translate("Tables", "期"),
        translate("Tables", "本金"),
        translate("Tables", "利息"),
        translate("Tables", "手续费"),
        translate("Tables", "应还"),
        translate("Tables", "剩余本金"),
        translate("Tables", "状态"),
        translate("Tables", "逾期几天"),
        translate("Tables", "没还的"),
    )
    keys = ("due_date", "loan", "product", "period", "principal", "interest", "fee", "payment", "balance")
    lines = sorted(((each, asked) for each in found for asked in each.asked), key=lambda line: line[1].row.due_date)
    rows = tuple(_line(each, asked, today) for each, asked in lines)
    table = Table(header, rows, (*keys, "state", "days_late", "unpaid"))
    table = table.plus("kind", kind_title(), [kind_word(asked.row) for _, asked in lines])
    return table.beside("why", why_title(), [row_why(asked.row, each.found) for each, asked in lines])


def _line(each: Standing, asked: Asked, today: date) -> tuple[Cell, ...]:
    row = asked.row
    late = (today - row.due_date).days if asked.state is State.LATE else None
    figures = (row.principal, row.interest, row.fee, row.payment, row.balance)
    return (row.due_date, each.label, each.product, row.period, *figures, state_word(asked.state), late, asked.unpaid)


def due_by_month_table(found: Sequence[Standing]) -> Table:
    """Return what falls due in each month by the brand that asks for it; what a new plan took over is not in it."""
    brands = [brand for brand in Brand if any(each.brand is brand for each in found)]
    due = [
        (asked.row.due_date.replace(day=1), each.brand, asked.row.payment)
        for each in found
        for asked in each.asked
        if asked.state is not State.NEW_PLAN and not asked.replaced
    ]
    months: dict[date, dict[Brand, Decimal]] = {}
    if due:
        month, last = min(due)[0], max(due)[0]
        while month <= last:
            months[month] = dict.fromkeys(brands, ZERO)
            month = add_months(month, 1)
    for day, brand, amount in due:
        months[day][brand] += amount
    header = (translate("Tables", "月份"), *map(brand_name, brands), translate("Tables", "一共要还"))
    rows: list[tuple[Cell, ...]] = [
        (f"{day:%Y-%m}", *each.values(), sum(each.values(), ZERO)) for day, each in months.items()
    ]
    return Table(header, tuple(rows), ("month", *(brand.value for brand in brands), "total"))
