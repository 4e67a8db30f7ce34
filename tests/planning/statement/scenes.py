"""Plans and statements that the tests are about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import count

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.statement.matching import Match, Reconciled, reconcile
from jiebei_desktop.planning.statement.movements import Flow, Kind, Movement, Statement
from jiebei_desktop.planning.statement.taking import with_matches
from jiebei_desktop.products import Brand, shipped_rules
from tests.conftest import SEED, TODAY

RULES = shipped_rules()
_LINES = count(1)


def seed_loan(**changes: object) -> Loan:
    """12,000 over 5 at 15 % a year from 2026-06-15, nothing known to be late.

    It comes to 2,491.09 on the 15th of July to October, and 2,491.11 on 2026-11-15. The first interest is
    12,000 × 0.15 × 30 / 365 = 147.95, so 2,343.14 of the first instalment is principal. A late night costs
    0.15 / 365 × 1.5, kept to six decimals: 0.000616 of it.
    """
    return Loan.model_validate(SEED | {"unpaid_from": None} | changes)


def huabei_loan(**changes: object) -> Loan:
    """1,200 over 3 at 2.5 % in all from 2026-06-10: 410.00 on the 10th of July, August and September."""
    data = {
        "id": "hb",
        "name": "手机",
        "product": "huabei_instalment",
        "periods": 3,
        "method": "flat_fee",
        "fee_rate": "0.025",
        "principal": "1200",
        "start_date": "2026-06-10",
    }
    return Loan.model_validate(data | changes)


def plan_of(*loans: Loan) -> Plan:
    return sample_plan().model_copy(update={"loans": loans})


def moved(
    day: str,
    amount: str | Decimal,
    kind: Kind = Kind.REPAYMENT,
    product: Brand = Brand.JIEBEI,
    bill: str | None = None,
    repeats: int | None = None,
) -> Movement:
    """A row of the statement; `bill` is the month that it names."""
    month = date.fromisoformat(f"{bill}-01") if bill else None
    said = "花呗主动还款" if product is Brand.HUABEI else "借呗还款"
    return Movement(next(_LINES), kind, product, date.fromisoformat(day), Decimal(amount), month, said, repeats=repeats)


def bill_paid(day: str, amount: str, bill: str | None = None) -> Movement:
    return moved(day, amount, product=Brand.HUABEI, bill=bill)


def bought(day: str, amount: str, kind: Kind = Kind.PURCHASE) -> Movement:
    return moved(day, amount, kind, Brand.HUABEI)


def statement_of(
    *movements: Movement, first: str = "2026-06-01", last: str = "2026-11-24", flows: Sequence[Flow] = ()
) -> Statement:
    return Statement("账单.csv", movements, tuple(flows), 0, date.fromisoformat(first), date.fromisoformat(last))


def found_in(plan: Plan, *movements: Movement, today: date = TODAY, **span: str) -> Reconciled:
    return reconcile(plan, RULES, statement_of(*movements, **span), today)


def told(found: Reconciled) -> list[tuple[str, list[int], list[str]]]:
    """Each match as its status, the numbers of its instalments and its amounts paid."""
    return [
        (
            match.status.value,
            [claim.period for claim in match.claims],
            [str(payment.amount) for payment in match.payments],
        )
        for match in found.matches
    ]


def taken(plan: Plan, matches: Sequence[Match], today: date = TODAY) -> Plan:
    """The plan once all that is advised is recorded."""
    return with_matches(plan, [match for match in matches if match.advised], RULES, today)
