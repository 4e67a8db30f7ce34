"""A ledger against the plain schedule of the same loan, and a year of late days by one replay against one by one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from jiebei_desktop.engine import Payment, Terms, read_terms, schedule
from jiebei_desktop.engine.ledger import ledger, penalties
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.products.conditions import OverdueRule

ROUNDS = 15
START = date(2026, 1, 15)
DAYS = 366


def milliseconds(call: Callable[[], object], calls: int) -> float:
    """Return the median time of a call over several rounds."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(calls):
            call()
        taken.append((time.perf_counter() - begun) * 1000 / calls)
    return statistics.median(taken)


def loan(product: str) -> tuple[Terms, OverdueRule]:
    """Return twelve instalments of a product and what being late costs."""
    rules = shipped_rules()
    terms = read_terms(
        {"product": product, "principal": "12000", "start_date": START.isoformat(), "periods": 12}, rules
    )
    rule = rules.rule(product, START).overdue
    assert rule is not None
    return terms, rule.value


def main() -> None:
    """Time both and print the ratios."""
    products = [loan("jiebei"), loan("huabei_instalment")]
    terms, rule = products[0]
    payments = tuple(Payment(date=START + timedelta(days=5 + 7 * week), amount=Decimal(200)) for week in range(50))
    plain = milliseconds(lambda: schedule(terms), 100)
    kept = milliseconds(lambda: ledger(terms, payments, rule, START + timedelta(days=400)), 10)
    ratio = kept / plain
    print(f"ledger of 12 instalments, 50 payments: {kept:.3f} ms, plain schedule {plain:.3f} ms, ratio {ratio:.1f}")

    def span(of: Terms) -> list[date]:
        return [of.payment_dates[0] + timedelta(days=day) for day in range(DAYS)]

    curve = milliseconds(lambda: [penalties(of, (), by, span(of)) for of, by in products], 1)
    single = milliseconds(lambda: [ledger(of, (), by, day) for of, by in products for day in span(of)], 1)
    ratio = curve / single
    print(f"{DAYS} late days of two products: {curve:.1f} ms by one replay, {single:.1f} ms singly, ratio {ratio:.3f}")


if __name__ == "__main__":
    main()
