"""The cheapest payoff of real loans, proven, against the dearest-first rule on the same loans and money."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.payoff import Debts, Money, Result, avalanche, debts_of, optimum
from jiebei_desktop.planning.payoff.asked import answer, read_asked
from jiebei_desktop.products import shipped_rules

ROUNDS = 3
TODAY = date(2026, 11, 24)
OPTION = {"kind": "offer", "product": "jiebei", "periods": 12, "method": "equal_payment", "rate": "0.0004"}
METHODS = ("equal_payment", "equal_principal", "equal_payment", "interest_first")


def loan(number: int, months: int) -> dict[str, Any]:
    """Return a loan: two of three bear interest, every third is 花呗 or a fee that falls away with a charge."""
    common = {"id": str(number), "name": "", "principal": str(2000 + number * 7919 % 18000)}
    common["start_date"] = date(2026, 1 + number * 5 % 10, 1 + number * 7 % 28).isoformat()
    if number % 3 < 2:
        rate = str(Decimal(200 + number * 37 % 400) / 1_000_000)
        method = METHODS[number % len(METHODS)]
        return common | {"product": "jiebei", "periods": months - number % 6, "method": method, "rate": rate}
    flat = common | {"method": "flat_fee", "periods": 12, "fee_rate": "0.08"}
    if number % 2:
        return flat | {"product": "huabei_instalment"}
    return flat | {"product": "jiebei_instalment", "overdue": {"penalty_rate": "0.0005"}}


def case(count: int, months: int, share: str) -> tuple[Debts, Money]:
    """Return loans, and a share of what the busiest month asks for as money of every month."""
    comparison = {"amount": "1000", "start_date": "2026-01-01", "options": [OPTION]}
    loans = [loan(number, months) for number in range(count)]
    plan = Plan.model_validate({"name": "", "comparison": comparison, "loans": loans})
    debts = debts_of(plan, shipped_rules(), TODAY)
    busiest: dict[date, Decimal] = {}
    for row in (row for debt in debts.found for row in debt.rows):
        month = row.due_date.replace(day=1)
        busiest[month] = busiest.get(month, Decimal(0)) + row.payment
    amount = (max(busiest.values()) * Decimal(share)).quantize(Decimal(1))
    return debts, Money.monthly(amount, date(2026, 12, 1), months + 12, opening=amount)


def seconds(call: Callable[[], object]) -> float:
    """Return the median time of a call."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    """Time both and print the ratios, and what is proven."""
    for count, months in ((5, 24), (20, 36)):
        for share in ("1.2", "0.9", "0.7"):
            debts, money = case(count, months, share)
            found: list[Result] = []
            own = seconds(lambda: found.append(optimum(debts.found, money, no_late=False, seconds=5)))  # noqa: B023
            peer = seconds(lambda: avalanche(debts.found, money))  # noqa: B023
            result = found[-1]
            print(
                f"payoff, {count} loans, {months} months, money {share} of the busiest month: {own:.2f} s, rule "
                f"{peer * 1000:.0f} ms, ratio {own / peer:.0f}; cost {result.best.cost} against "
                f"{result.rule('avalanche').cost} dearest first, gap {result.gap:.3%}, proven {result.proven}"
            )
    rates = [f"0.{number % 30:02}" for number in range(20)]
    simple = [
        {"name": str(n), "balance": str(1000 + n * 700), "rate": rate, "rate_per": "year", "minimum": "50"}
        for n, rate in enumerate(rates)
    ]
    asked = {
        name: read_asked({"debts": simple, "budget": "6000", "strategy": name}) for name in ("optimal", "avalanche")
    }
    own, peer = seconds(lambda: answer(asked["optimal"])), seconds(lambda: answer(asked["avalanche"]))
    print(f"20 plain debts: {own * 1000:.0f} ms proven, {peer * 1000:.1f} ms dearest first, ratio {own / peer:.0f}")


if __name__ == "__main__":
    main()
