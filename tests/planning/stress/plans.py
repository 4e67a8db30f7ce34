"""Plans that the stress test is tried on: one small one by hand, and many that hypothesis makes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.budget.outlook import Basis, basis
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.stress.settings import Chance, Stress
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.values import Method

TODAY = date(2026, 11, 24)


def loan(number: int, **changes: object) -> Loan:
    """Return a loan of 借呗: 12 instalments of about 540 on the 10th."""
    given: dict[str, object] = {
        "id": f"loan {number}",
        "name": f"第 {number} 笔",
        "product": "jiebei",
        "periods": 12,
        "method": Method.EQUAL_PAYMENT,
        "rate": "0.0005",
        "rate_per": "day",
        "principal": "6000",
        "start_date": "2026-10-10",
    }
    return Loan.model_validate(given | changes)


def small(*loans: Loan, balance: str = "1000", more: tuple[Entry, ...] = (), **budget: object) -> Plan:
    """Return a plan: 3,000 comes in on the 15th, 1,200 goes out on the 1st, 30 every day."""
    entries = (
        Entry(id="pay", kind="income", amount="3000", day=15),
        Entry(id="rent", amount="1200", day=1),
        Entry(id="food", amount="30", repeat="days", start="2026-01-01"),
        *more,
    )
    accounts = (Account(id="bank", balance=balance),)
    found = Budget.model_validate({"accounts": accounts, "entries": entries, **budget})
    return sample_plan(TODAY).model_copy(update={"budget": found, "loans": loans})


def based(plan: Plan, months: int = 24) -> Basis:
    """Return what the months ahead of a plan follow from."""
    return basis(plan, shipped_rules(), TODAY, months)


# --- made by hypothesis -----------------------------------------------------------------------------------------------

YUAN = st.integers(1, 300_000).map(lambda amount: Decimal(amount) / 100)
MOST = {"days": 60, "weeks": 400, "months": 2500, "once": 5000, "last_workday": 2500}
SHARES = st.sampled_from(["0", "0.1", "0.15", "0.333333", "1"])


@st.composite
def entries(draw: st.DrawFn, number: int) -> Entry:
    """Return something that comes in or goes out in one of many ways; the first one is mostly a salary."""
    kinds = ["income", "spending", "spending", "spending", "saving", "transfer"] if number else ["income"]
    kind = draw(st.sampled_from(kinds))
    repeats = ["months", "months", "days", "weeks", "once", "last_workday"] if number else ["months", "last_workday"]
    repeat = draw(st.sampled_from(repeats))
    most = MOST[repeat] * (1 if number else 3)
    amount = Decimal(draw(st.integers(most * 10, most * 100))) / 100
    start = TODAY + timedelta(days=draw(st.integers(-60, 60)))
    given: dict[str, object] = {"id": f"entry {number}", "kind": kind, "amount": amount, "repeat": repeat}
    given["start"] = start
    given["every"] = draw(st.integers(1, 9)) if repeat in {"days", "weeks"} else 1
    given["day"] = draw(st.integers(1, 31)) if repeat == "months" else None
    given["spread"] = draw(st.one_of(st.none(), SHARES))
    if kind == "transfer":
        given |= {"account": "away", "to_account": "bank"}
    if kind == "saving":
        given |= {"to_account": "away"}
    if kind == "spending":
        given["by_huabei"] = draw(st.booleans())
    return Entry.model_validate(given)


@st.composite
def loans(draw: st.DrawFn, number: int) -> Loan:
    """Return a loan of either product, perhaps late for some time."""
    start = TODAY - timedelta(days=draw(st.integers(-20, 200)))
    given: dict[str, object] = {"start_date": start, "principal": draw(st.integers(500, 12_000))}
    periods = draw(st.sampled_from([3, 6, 9, 12]))
    given["periods"] = periods
    if draw(st.booleans()):
        given |= {"product": "huabei_instalment", "method": Method.FLAT_FEE, "rate": None, "fee_rate": "0.06"}
    else:
        given["method"] = draw(st.sampled_from([Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL, Method.INTEREST_FIRST]))
    passed = (TODAY - start).days // 31
    if passed >= 1 and draw(st.booleans()):
        given["unpaid_from"] = min(draw(st.integers(max(passed - 1, 1), passed)), periods)
    return loan(number, **given)


@st.composite
def bases(draw: st.DrawFn) -> Basis:
    """Return the basis of a plan's next months."""
    own = [draw(entries(number)) for number in range(draw(st.sampled_from([0, 1, 3, 4, 5, 6])))]
    owed = tuple(draw(loans(number)) for number in range(draw(st.sampled_from([0, 1, 2, 3, 4]))))
    budget = Budget.model_validate(
        {
            "accounts": (
                Account(id="bank", balance=draw(YUAN)),
                Account(id="away", balance="500", counts=False),
            ),
            "entries": tuple(own),
            "as_of": TODAY - timedelta(days=draw(st.sampled_from([0, 0, 3, 40]))),
        }
    )
    plan = sample_plan(TODAY).model_copy(update={"budget": budget, "loans": owed})
    return based(plan, draw(st.integers(2, 7)))


STRESSES = st.builds(
    lambda **chance: Stress(chance=Chance(**chance)),
    seed=st.integers(0, 2**32 - 1),
    shape=st.sampled_from(["uniform", "triangular"]),
    income_spread=SHARES,
    spending_spread=SHARES,
    job_loss=st.sampled_from(["0", "0.2", "1"]),
    job_loss_months=st.integers(1, 3),
    cost_chance=st.sampled_from(["0", "0.3"]),
    cost=YUAN,
)
