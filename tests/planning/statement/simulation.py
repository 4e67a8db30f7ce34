"""Borrowers and lenders that are made up: what they do is known, so what is found can be held against it.

The lender's penalty is worked out here in one line of its own, and amounts go by what was agreed with the lender, whose
terms may differ from the plan's in one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine import Terms, checked_terms, schedule
from jiebei_desktop.money import RoundingMode, round_to
from jiebei_desktop.planning.document import Loan, loan_schedule, loan_terms
from jiebei_desktop.planning.statement.movements import Movement
from jiebei_desktop.products import Brand
from jiebei_desktop.products.conditions import Coupon, CouponOf
from jiebei_desktop.values import Rounding
from tests.conftest import TODAY
from tests.planning.statement.scenes import RULES, bill_paid, huabei_loan, moved, seed_loan

BEGIN = date(2026, 1, 3)
KNOWN = TODAY - timedelta(days=22)
"""What fell due later may not be paid yet."""
FEN = Decimal("0.01")
Key = tuple[str, int]
FEES = {3: "0.025", 6: "0.045", 9: "0.065", 12: "0.088"}


@dataclass
class World:
    """Loans, what was paid, and for which instalment: by the lines of the statement."""

    loans: list[Loan]
    rows: list[Movement] = field(default_factory=list)
    truth: dict[Key, list[int]] = field(default_factory=dict)

    def paid(self, key: Key, *rows: Movement) -> None:
        """Note what was paid for an instalment."""
        self.rows += [row for row in rows if row not in self.rows]
        self.truth[key] = [row.line for row in rows]

    def seen(self, lines: Sequence[int]) -> list[tuple[date, Decimal]]:
        """Day and amount of rows: which of two rows alike is for which of two instalments is no matter."""
        by_line = {row.line: row for row in self.rows}
        return sorted((by_line[line].day, by_line[line].amount) for line in lines)


def random_of(seed: object) -> Random:
    """Chance that is the same each time."""
    return Random(str(seed))  # noqa: S311 - nothing is secret here


def jiebei_loan(rnd: Random, number: int, start: date) -> Loan:
    return seed_loan(
        id=f"loan {number}",
        name=f"第 {number} 笔",
        product="jiebei",
        periods=rnd.choice([3, 6, 9, 12]),
        principal=str(rnd.randrange(10, 300) * 100),
        method=rnd.choice(["equal_payment", "equal_payment", "equal_principal", "interest_first"]),
        rate=str(Decimal(rnd.randrange(20, 61)) / 100_000),
        rate_per="day",
        start_date=str(start),
        coupon_off=rnd.choice([None, None, None, "0.1", "0.3"]),
    )


def borrower(rnd: Random, ways: Sequence[str] = ("time", "time", "early", "late", "split", "missing")) -> World:
    """Somebody with one to three 借呗 loans, who pays each instalment in one of some ways."""
    start = BEGIN + timedelta(days=rnd.randrange(150))
    starts = [rnd.choice([start, BEGIN + timedelta(days=rnd.randrange(150))]) for _ in range(rnd.randint(1, 3))]
    world = World([jiebei_loan(rnd, number, day) for number, day in enumerate(starts)])
    due_on = defaultdict(list)
    for loan in world.loans:
        terms = loan_terms(loan, RULES)
        due_on_loan = [row for row in schedule(terms).rows if row.due_date <= KNOWN and row.payment]
        for row in due_on_loan:
            due_on[row.due_date].append((loan, row, round_to(terms.rate * Decimal("1.5"), step=Decimal("1E-6"))))
    for due, items in sorted(due_on.items()):
        if len(items) > 1 and rnd.random() < 0.4:
            day = due - timedelta(days=rnd.choice([0, 0, 1, 3]))
            all_in_one = moved(str(day), sum(row.payment for _, row, _ in items))
            for loan, row, _ in items:
                world.paid((loan.id, row.period), all_in_one)
            continue
        for loan, row, penalty_rate in items:
            way = rnd.choice(ways)
            rows = [moved(str(due), row.payment)]
            if way == "missing":
                rows = []
            elif way == "early":
                rows = [moved(str(due - timedelta(days=rnd.randrange(1, 10))), row.payment)]
            elif way == "late":
                days = rnd.randrange(1, 21)
                penalty = round_to(row.principal * penalty_rate * days, step=FEN)
                rows = [moved(str(due + timedelta(days=days)), row.payment + penalty)]
            elif way == "split" and row.payment > 10:
                part = round_to(row.payment * rnd.choice([Decimal("0.3"), Decimal("0.5")]), step=FEN)
                first = due - timedelta(days=rnd.randrange(6))
                rows = [moved(str(first), part), moved(str(due), row.payment - part)]
            world.paid((loan.id, row.period), *rows)
    rnd.shuffle(world.rows)
    return world


def bill_payer(rnd: Random) -> World:
    """Somebody with one to three 花呗 instalments on bills of the 10th, with or without other purchases on them."""
    world = World([])
    for number in range(rnd.randint(1, 3)):
        periods = rnd.choice(list(FEES))
        loan = huabei_loan(
            id=f"loan {number}",
            name=f"第 {number} 笔",
            periods=periods,
            principal=str(rnd.randrange(3, 60) * 100 + rnd.choice([0, 37, 99])),
            fee_rate=rnd.choice(["0", FEES[periods]]),
            start_date=str(date(2026, rnd.randrange(1, 8), 10)),
        )
        world.loans.append(loan)
    on_bill = defaultdict(list)
    for loan in world.loans:
        for row in loan_schedule(loan, RULES).rows:
            if row.due_date <= KNOWN:
                on_bill[row.due_date].append(((loan.id, row.period), row.payment))
    named = rnd.random() < 0.5
    for due, items in sorted(on_bill.items()):
        whole = sum(amount for _, amount in items) + rnd.choice([Decimal(0), Decimal(rnd.randrange(20_000)) / 100])
        month = f"{due:%Y-%m}" if named else None
        way = rnd.choice(["time", "time", "early", "split", "missing"])
        day = due - timedelta(days=rnd.randrange(1, 9) if way == "early" else 0)
        rows = [bill_paid(str(day), str(whole), month)]
        if way == "split":
            part = round_to(whole * Decimal("0.4"), step=FEN)
            first = due - timedelta(days=rnd.randrange(7))
            rows = [bill_paid(str(first), str(part), month), bill_paid(str(due), str(whole - part), month)]
        for key, _ in items:
            world.paid(key, *([] if way == "missing" else rows))
    rnd.shuffle(world.rows)
    return world


def other_terms(rnd: Random, changed: str) -> tuple[Loan, list[Movement]] | None:
    """A loan and its repayments, each on its day, by a lender who has one thing otherwise; None where nothing shows."""
    start = str(date(2025, 10, 1) + timedelta(days=rnd.randrange(200)))
    if changed.startswith("huabei"):
        periods = rnd.choice(list(FEES))
        loan = huabei_loan(
            periods=periods,
            fee_rate=FEES[periods],
            principal=str(rnd.randrange(3, 80) * 100 + rnd.choice([0, 37, 99])),
            start_date=start,
        )
    else:
        loan = jiebei_loan(rnd, 0, date.fromisoformat(start)).model_copy(update={"coupon_off": None})
    if changed == "coupon gone":
        loan = loan.model_copy(update={"coupon_off": Decimal(rnd.choice(["0.1", "0.3", "0.5"]))})
    terms = loan_terms(loan, RULES)
    rows = schedule(_changed(rnd, terms, changed)).rows
    more = Decimal(rnd.choice(["1", "2", "5", "9.9", "12.34"])) if changed == "fee on top" else Decimal(0)
    brand = Brand.HUABEI if changed.startswith("huabei") else Brand.JIEBEI
    expected = {row.period: row.payment for row in schedule(terms).rows}
    rows = [row for row in rows if row.due_date <= TODAY and row.payment][rnd.choice([0, 0, 1, 2]) :]
    if len(rows) < 3 or all(row.payment + more == expected[row.period] for row in rows):
        return None
    return loan, [moved(str(row.due_date), row.payment + more, product=brand) for row in rows]


def _changed(rnd: Random, terms: Terms, changed: str) -> Terms:
    other: dict[str, object] = {}
    if changed == "rate":
        other = {"rate": terms.rate + Decimal(rnd.choice([-10, -5, -3, 3, 5, 8])) / 100_000}
    elif changed == "huabei fee":
        other = {"fee_rate": terms.fee_rate + Decimal(rnd.choice([-5, -2, 2, 5])) / 1000}
    elif changed == "day count":
        other = {"day_count": rnd.choice([DayCount.PERIOD, DayCount.ACTUAL_360])}
    elif changed == "rounding":
        other = {"rounding": Rounding(mode=rnd.choice([RoundingMode.DOWN, RoundingMode.UP]))}
    elif changed in {"coupon", "huabei coupon"}:
        of = CouponOf.FEE if changed == "huabei coupon" else CouponOf.INTEREST
        share = Decimal(rnd.choice(["0.1", "0.2", "0.25", "0.3", "0.5", "0.12"]))
        other = {"coupons": (Coupon(of=of, share=share, periods=rnd.choice([None, 1, 2, 3])),)}
    elif changed == "coupon gone":
        other = {"coupons": ()}
    elif changed == "due date":
        other = {"first_due_date": terms.all_due_dates[0] + timedelta(days=rnd.choice([-5, -3, -2, -1, 1, 2, 3, 5]))}
    return checked_terms({name: getattr(terms, name) for name in Terms.model_fields} | other)
