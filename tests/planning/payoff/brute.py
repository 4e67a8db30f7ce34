"""A second way to the cheapest payoff: try it all. Only for tiny cases."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import permutations, product

from jiebei_desktop.engine import Payment, Prepayment, Settlement
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.planning.payoff import Money, RealDebt

ZERO = Decimal(0)
FEN = Decimal("0.01")
YEARLY = {"day": Fraction(365), "month": Fraction(12), "year": Fraction(1)}


def month_interest(debt: dict[str, str], balance: Decimal) -> Decimal:
    """Interest in exact fractions, half up."""
    exact = Fraction(balance) * Fraction(debt["rate"]) * YEARLY[debt["rate_per"]] / 12
    fen = (exact * 200 + 1) // 2
    return Decimal(int(fen)) / 100


def least_interest(debts: Sequence[dict[str, str]], budget: Sequence[Decimal], steps: int, most_months: int) -> Decimal:
    """The least interest of every way to share each month's rest out in so many steps, and of every order."""
    best: list[Decimal | None] = [None]
    seen: dict[tuple[int, tuple[Decimal, ...]], Decimal] = {}

    def walk(month: int, owed: tuple[Decimal, ...], cost: Decimal) -> None:
        if best[0] is not None and cost >= best[0]:
            return
        if not any(owed):
            best[0] = cost
            return
        if month >= most_months or seen.get((month, owed), cost + 1) <= cost:
            return
        seen[month, owed] = cost
        interest = [month_interest(debt, balance) for debt, balance in zip(debts, owed, strict=True)]
        full = [balance + more for balance, more in zip(owed, interest, strict=True)]
        money = budget[min(month, len(budget) - 1)]
        least = [min(Decimal(debt["minimum"]), each) for debt, each in zip(debts, full, strict=True)]
        rest = money - sum(least)
        left = [each - paid for each, paid in zip(full, least, strict=True)]
        for after in set(ways(left, rest, steps)):
            walk(month + 1, after, cost + sum(interest))

    walk(0, tuple(Decimal(debt["balance"]) for debt in debts), ZERO)
    assert best[0] is not None
    return best[0]


def ways(left: Sequence[Decimal], rest: Decimal, steps: int) -> Iterator[tuple[Decimal, ...]]:
    """Every way to spend the whole rest: a share to the first of an order, what it leaves to the next."""
    for order in permutations(range(len(left))):
        for shares in product(range(steps + 1), repeat=max(len(left) - 1, 0)):
            after, money = list(left), rest
            for place, share in zip(order, (*shares, steps), strict=True):
                paid = min(after[place], (money * share / steps).quantize(FEN, ROUND_HALF_UP))
                after[place] -= paid
                money -= paid
            for place in order:
                paid = min(after[place], money)
                after[place] -= paid
                money -= paid
            yield tuple(after)


# --- real loans -------------------------------------------------------------------------------------------------------

Flow = tuple[tuple[tuple[date, Decimal], ...], Decimal]


def loan_ways(debt: RealDebt, days: Sequence[date]) -> list[Flow]:
    """Every way to pay a loan off: each instalment on its day or a later day of money, or all at once on a due day."""
    each_on = [[row.due_date, *(day for day in days if day > row.due_date)] for row in debt.rows]
    found = [paid_on(debt, chosen, None) for chosen in product(*each_on) if list(chosen) == sorted(chosen)]
    before = [(day, [row.due_date for row in debt.rows if row.due_date < day]) for day in debt.dates]
    return found + [paid_on(debt, on_time, day) for day, on_time in before]


def paid_on(debt: RealDebt, chosen: Sequence[date], settled: date | None) -> Flow:
    """What is paid when instalments are paid on some days: by the engine, day by day."""
    events: list[Payment | Settlement | Prepayment] = list(debt.events)
    flows = []
    end = date(2100, 1, 1)
    for day in sorted({*chosen, *([settled] if settled else [])}):
        books = ledger(debt.terms, events, debt.rule, day, debt.missed)
        waits = sum(
            (row.payment for row, when in zip(debt.rows, chosen, strict=False) if row.due_date <= day < when), ZERO
        )
        if settled == day:
            amount = books.settlement
            events.append(Settlement(date=day))
        else:
            amount = books.due_now - waits
            events.append(Payment(date=day, amount=amount))
        flows.append((day, amount))
    assert ledger(debt.terms, events, debt.rule, end, debt.missed).closed
    return tuple(flows), sum((amount for _, amount in flows), ZERO) - debt.owed


def cheapest(debts: Sequence[RealDebt], money: Money, days: Sequence[date]) -> Decimal:
    """The least cost of all ways together that the money allows."""
    best = None
    for flows in product(*[loan_ways(debt, days) for debt in debts]):
        cost = sum((each[1] for each in flows), ZERO)
        if best is not None and cost >= best:
            continue
        paid = sorted(entry for each in flows for entry in each[0])
        spent = ZERO
        for place, (day, amount) in enumerate(paid):
            spent += amount
            last = place + 1 == len(paid) or paid[place + 1][0] > day
            if last and spent > money.usable(day):
                break
        else:
            best = cost
    assert best is not None
    return best
