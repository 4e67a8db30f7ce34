"""Where everything stands: what is due next, this month and in all, at what rate, until when. Money is yuan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from jiebei_desktop.calendar import add_months
from jiebei_desktop.engine import Schedule
from jiebei_desktop.money import ZERO, RoundingMode, round_to
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.payables import Owed
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.due_days import DueDay, DueKind, LoanDues, Standing, loan_dues
from jiebei_desktop.planning.wording import loan_labels
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.values import Problem, ProblemError

if TYPE_CHECKING:  # the first page is there before the months ahead are worked out
    from jiebei_desktop.planning.budget.outlook import Outlook

MONTHS: Final = 12
"""How many months are looked at one by one, the running one first."""
_STILL_TO_COME: Final = {"instalment", "prepayment", "settlement"}
"""What the books of today take as paid, and the user has still to pay."""


class Stand(NamedTuple):
    """One loan as it stands at the beginning of today's payments.

    Attributes:
        dues: all that it asks for or asked for.
        owed: all that is still to be paid by its plan, with interest, fees and the penalty so far.
        principal: what is not repaid.
        penalty: the part of `owed` that is penalty.
        rate: its effective annual rate, as it was agreed; None where its price is too high for one.
        one_more_day: what it costs to be late for one more day; nothing where it is not late, None where nobody knows.
    """

    dues: LoanDues
    owed: Decimal
    principal: Decimal
    penalty: Decimal
    rate: Decimal | None
    one_more_day: Decimal | None

    @property
    def loan(self) -> Loan:
        """Return the loan."""
        return self.dues.loan

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.dues.owed.name

    def called(self, name: str) -> Stand:
        """Return the same by another name."""
        return self._replace(dues=self.dues._replace(owed=self.dues.owed._replace(name=name)))

    @property
    def brand(self) -> Brand:
        """Return the product family that it belongs to."""
        return self.dues.owed.brand or Brand.OTHER

    @property
    def open(self) -> tuple[DueDay, ...]:
        """Return what is still to be paid, by day."""
        return tuple(each for each in self.dues.days if each.open)

    @property
    def is_late(self) -> bool:
        """Tell whether something of it is late, or a penalty left of what was."""
        return bool(self.dues.late or self.penalty)

    @property
    def next(self) -> DueDay | None:
        """Return what falls due next."""
        return self.dues.next

    @property
    def last_day(self) -> date | None:
        """Return when the last of it falls or fell due; None where nothing is owed."""
        return max((each.day for each in self.open), default=None)

    @property
    def late_amount(self) -> Decimal:
        """Return what of it is late, the penalty included."""
        apart = (each.amount for each in self.dues.late if each.kind is not DueKind.PENALTY)
        return sum(apart, self.penalty)

    @property
    def kept(self) -> Decimal:
        """Return what was paid ahead and is taken off what is still to be paid."""
        return sum((each.kept for each in self.dues.days), ZERO)


class MonthDue(NamedTuple):
    """What is to be paid in one month, by the brand that asks for it.

    Attributes:
        first: the first day of the month.
        dues: what falls due in it.
        late: what is late already, with its penalty; it counts in the running month.
    """

    first: date
    dues: dict[Brand, Decimal]
    late: dict[Brand, Decimal]

    @property
    def late_sum(self) -> Decimal:
        """Return all that is late already."""
        return sum(self.late.values(), ZERO)

    @property
    def whole(self) -> Decimal:
        """Return all that is to be paid."""
        return sum(self.dues.values(), self.late_sum)

    def of(self, brand: Brand) -> Decimal:
        """Return what one brand asks for, late or not."""
        return self.dues.get(brand, ZERO) + self.late.get(brand, ZERO)


class Overview(NamedTuple):
    """A plan as it stands today.

    Attributes:
        stands: its loans: those that are late first, then by what falls due next, those paid off last.
        problems: the loans that can't be worked out and are missing everywhere else.
        months: the running month and those after it, `MONTHS` in all.
        later: what falls due after them, by brand.
    """

    today: date
    stands: tuple[Stand, ...]
    problems: tuple[tuple[Loan, Problem], ...]
    months: tuple[MonthDue, ...]
    later: dict[Brand, Decimal]

    @property
    def late(self) -> tuple[Stand, ...]:
        """Return the loans that are late, the longest first."""
        return tuple(each for each in self.stands if each.is_late)

    @property
    def due_now(self) -> Decimal:
        """Return what all loans that are late take today to be late no more."""
        return sum((each.dues.due_now for each in self.late), ZERO)

    @property
    def owed(self) -> Decimal:
        """Return all that is still to be paid."""
        return sum((each.owed for each in self.stands), ZERO)

    @property
    def principal(self) -> Decimal:
        """Return the principal that is not repaid."""
        return sum((each.principal for each in self.stands), ZERO)

    @property
    def rate(self) -> Decimal | None:
        """Return the effective annual rates, weighted by the principal that is not repaid; None where there is none."""
        known = [(each.rate, each.principal) for each in self.stands if each.rate is not None and each.principal > 0]
        weight = sum((principal for _, principal in known), ZERO)
        return sum((rate * principal for rate, principal in known), ZERO) / weight if weight else None

    @property
    def next_day(self) -> date | None:
        """Return when something falls due next, today included; what is late already is not looked at."""
        return min((each.next.day for each in self.stands if each.next), default=None)

    @property
    def ends(self) -> date | None:
        """Return when the last of all is paid: today, where only what is late is left; None where nothing is owed."""
        days = [day for each in self.stands if (day := each.last_day)]
        return max(*days, self.today) if days else None

    def on(self, day: date) -> list[tuple[Stand, DueDay]]:
        """Return what falls due on a day; what was late before is not in it."""
        found = ((each, due) for each in self.stands for due in each.dues.days)
        return [(each, due) for each, due in found if due.day == day and due.standing is Standing.AHEAD]


def overview(plan: Plan, rules: RuleBook, today: date, memory: Memory | None = None) -> Overview:
    """Return where all loans of a plan stand today; what a memory has of them is not worked out again."""
    known = memory or Memory()
    names = loan_labels(plan.loans, rules)
    found, problems = [], []
    for loan in plan.loans:
        try:
            kept = known.kept(rules, ("stand", loan, today), partial(stand, loan, rules, today))
            found.append(kept.called(names[loan.id]))
        except ProblemError as error:
            problems.append((loan, error.problem))
    months, later = _by_month(found, today)
    return Overview(today, tuple(sorted(found, key=_pressing)), tuple(problems), months, later)


def stand(loan: Loan, rules: RuleBook, today: date) -> Stand:
    """Return where a loan stands today.

    Raises:
        ProblemError: it can't be worked out.
    """
    dues = loan_dues(loan, rules, today)
    owed = dues.owed
    whole = owed.schedule()
    left = [each for each in dues.days if each.open]
    asked = any(each.kind is DueKind.INSTALMENT and each.day <= today for each in left)
    alone = any(each.kind is DueKind.PENALTY for each in left)
    penalty = dues.penalty if asked or alone else ZERO  # else it goes into a new plan that is agreed already
    total = sum((each.amount for each in left), ZERO if alone else penalty)
    one_more = _one_more_day(owed, today) if dues.late or penalty else ZERO
    return Stand(dues, total, _principal(owed, whole, today), penalty, _rate(whole), one_more)


def _principal(owed: Owed, whole: Schedule, today: date) -> Decimal:
    """Return what is not repaid before what is paid today as agreed."""
    if not owed.books or owed.terms.start_date > today:
        return sum((row.principal for row in whole.rows if row.due_date >= today), ZERO)
    books = owed.ledger(today, today)
    to_come = (e.principal for e in books.entries if e.date == today and e.kind in _STILL_TO_COME)
    return sum(to_come, books.balance)


def _rate(whole: Schedule) -> Decimal | None:
    try:
        return whole.rates.effective_annual
    except ProblemError:  # the page of the loans says why
        return None


def _one_more_day(owed: Owed, today: date) -> Decimal | None:
    """Return by how much the penalty of a loan that is late grows until tomorrow."""
    if owed.rule is None:
        return None
    now, then = owed.penalty_since(today, today, owed.missed, (today, today + timedelta(days=1)))
    return then - now


def _pressing(each: Stand) -> tuple[int, int, date]:
    """Order loans: late, to be paid, paid off; within them the longest late, and what falls due first."""
    if each.is_late:
        return 0, -each.dues.late_days, date.min
    return (1, 0, each.next.day) if each.next else (2, 0, date.max)


def _by_month(stands: list[Stand], today: date) -> tuple[tuple[MonthDue, ...], dict[Brand, Decimal]]:
    """Return what is to be paid by month, and by brand what falls due after the last of them."""
    first = today.replace(day=1)
    months = [MonthDue(add_months(first, place), {}, {}) for place in range(MONTHS)]
    later: dict[Brand, Decimal] = {}
    for each in stands:
        if each.late_amount:
            _add(months[0].late, each.brand, each.late_amount)
        for due in each.dues.days:
            if due.standing is Standing.AHEAD:
                place = (due.day.year - first.year) * 12 + due.day.month - first.month
                _add(months[place].dues if place < MONTHS else later, each.brand, due.amount)
    return tuple(months), later


def _add(sums: dict[Brand, Decimal], brand: Brand, amount: Decimal) -> None:
    sums[brand] = sums.get(brand, ZERO) + amount


def left_a_month(outlook: Outlook) -> Decimal:
    """Return what income leaves after spending and saving in a month, on average over the next `MONTHS` whole ones."""
    months = outlook.months[1 : MONTHS + 1]
    left = sum((month.income - month.spending - month.saving for month in months), ZERO)
    return round_to(left / MONTHS, RoundingMode.DOWN)
