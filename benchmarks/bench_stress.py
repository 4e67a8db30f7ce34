"""Ten thousand futures of ten loans over two years, against the cash line of one future after the other."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.cash import cash_line
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.budget.outlook import Basis, basis
from jiebei_desktop.planning.document import Loan, Plan, Relief
from jiebei_desktop.planning.stress.chance import run
from jiebei_desktop.planning.stress.remedies import remedied
from jiebei_desktop.planning.stress.settings import Chance, Stress
from jiebei_desktop.products import shipped_rules

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # one future by itself is the tests' second way
from tests.planning.stress.one_by_one import path_basis, path_line

TODAY = date(2026, 11, 24)
PATHS = 10_000
SAMPLE = 60
ROUNDS = 3
LOANS = 10


def plan(pay: str, entries: int) -> Plan:
    """Return a household with ten loans of both products; the more it earns the less is late."""
    own = [
        Entry(id="pay", kind="income", amount=pay, day=15, shift="before"),
        Entry(id="side", kind="income", amount="1500", day=28),
        Entry(id="rent", amount="1800", day=1),
        Entry(id="food", amount="35", repeat="days", start="2026-01-01"),
        Entry(id="bus", amount="9", repeat="workdays", start="2026-01-01"),
        Entry(id="taobao", amount="600", day=20, by_huabei=True),
    ]
    own += [Entry(id=f"e{n}", amount="1.5", repeat="weeks", start="2026-01-01") for n in range(entries - len(own))]
    loans = [
        Loan.model_validate(
            {
                "id": f"loan {number}",
                "name": "",
                "product": "huabei_instalment" if number % 2 else "jiebei",
                "periods": 24,
                "method": "flat_fee" if number % 2 else "equal_payment",
                "rate": None if number % 2 else "0.0005",
                "fee_rate": "0.18" if number % 2 else None,
                "principal": str(12_000 + 1000 * number),
                "start_date": f"2026-{9 + number % 2:02d}-{3 + 2 * number:02d}",
            }
        )
        for number in range(LOANS)
    ]
    budget = Budget(accounts=(Account(id="bank", balance="9000"),), entries=tuple(own))
    return sample_plan(TODAY).model_copy(update={"budget": budget, "loans": tuple(loans)})


def taken(act: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def fresh(pay: str, entries: int) -> Basis:
    """Return a basis of which nobody has asked yet what being late costs."""
    return basis(plan(pay, entries), shipped_rules(), TODAY)


def together(pay: str, entries: int, stress: Stress) -> float:
    """Return the seconds that all paths take side by side, what being late costs worked out with them."""
    base = fresh(pay, entries)
    return taken(lambda: run(base, stress))


def one_by_one(base: Basis, stress: Stress) -> tuple[float, float]:
    """Return the seconds of all paths one after the other by a sample, with drawing their flows and without."""
    paths = range(SAMPLE)
    drawn = [path_basis(base, stress, path) for path in paths]
    whole = taken(lambda: [path_line(base, stress, path) for path in paths])
    line = taken(lambda: [cash_line(each.opening, each.flows, each.payables, each.first, each.last) for each in drawn])
    return whole / SAMPLE * PATHS, line / SAMPLE * PATHS


def main() -> None:
    """Time both ways, and print seconds and ratios."""
    cases = {
        "seldom late": ("10500", 6, {}),
        "often late": ("10300", 6, {}),
        "jobs lost, costs unforeseen": ("12000", 6, {"job_loss": "0.01", "cost_chance": "0.05"}),
        "always late": ("6000", 6, {}),
        "400 entries": ("12800", 400, {}),
    }
    for name, (pay, entries, changes) in cases.items():
        stress = Stress(chance=Chance(paths=PATHS, **changes))
        own = min(together(pay, entries, stress) for _ in range(ROUNDS))
        base = fresh(pay, entries)
        found = run(base, stress)
        assert found is not None
        assert sum(each.day <= base.last for each in base.payables) >= 200
        whole, line = one_by_one(base, stress)
        print(
            f"stress, {name} ({found.late:.1%} of the paths): {PATHS:,} paths in {own:.2f} s; one by one {whole:.0f} s,"
            f" {whole / own:.0f} x; their cash lines alone {line:.1f} s, {line / own:.0f} x"
        )
    base, stress = fresh("10000", 6), Stress()
    print(f"stress, all remedies: {taken(lambda: remedied(base, stress, Relief(), shipped_rules())):.2f} s")


if __name__ == "__main__":
    main()
