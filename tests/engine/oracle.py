"""A second way of computing everything, in exact fractions and sharing no arithmetic with the program."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

HALF = Fraction(1, 2)


def rounded(value: Fraction, mode: str, step: Fraction) -> Fraction:
    """Round away from or towards zero in units of `step`."""
    size = abs(value) / step
    below, rest = floor(size), size - floor(size)
    if mode == "down":
        units = below
    elif mode == "up":
        units = ceil(size)
    elif mode == "half_up":
        units = below + (rest >= HALF)
    elif mode == "half_down":
        units = below + (rest > HALF)
    else:
        units = below + (rest > HALF or (rest == HALF and below % 2 == 1))
    return (units if value >= 0 else -units) * step


def days_apart(start: date, end: date) -> int:
    return end.toordinal() - start.toordinal()


def share_of_year(start: date, end: date, day_count: str) -> Fraction:
    """Return the part of a year from `start` to `end`; actual/actual walks day by day."""
    if day_count == "30/360":
        months = (end.year - start.year) * 12 + end.month - start.month
        first = min(start.day, 30)
        last = 30 if end.day > 30 and first == 30 else end.day
        return Fraction(months * 30 + last - first, 360)
    if day_count == "actual/actual":
        days = [start + timedelta(days=k) for k in range(days_apart(start, end))]
        return sum((Fraction(1, 366 if isleap(day.year) else 365) for day in days), Fraction(0))
    year = {"actual": 365, "actual/365": 365, "actual/360": 360, "actual/364": 364}[day_count]
    return Fraction(days_apart(start, end), year)


def period_share(terms: dict, start: date, end: date) -> Fraction:
    """Return the interest of one period on one yuan."""
    rate, per, day_count = Fraction(terms["rate"]), terms["rate_per"], terms["day_count"]
    interval = terms["interval"]
    every = Fraction(interval["every"], {"month": 12, "week": 52, "day": 365}[interval["unit"]])
    if per == "day":
        days = {
            "period": Fraction(interval["every"] * {"month": 30, "week": 7, "day": 1}[interval["unit"]]),
            "30/360": 360 * share_of_year(start, end, "30/360"),
        }.get(day_count, Fraction(days_apart(start, end)))
        return rate * days
    yearly = rate * (12 if per == "month" else 1)
    return yearly * (every if day_count == "period" else share_of_year(start, end, day_count))


def parts(terms: dict, due_dates: list[date]) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Return principal, interest and fee of every instalment of a rounded loan."""
    mode, step = terms["rounding"]["mode"], Fraction(terms["rounding"]["step"])
    principal, periods, method = Fraction(terms["principal"]), terms["periods"], terms["method"]
    starts = [date.fromisoformat(terms["start_date"]), *due_dates]
    even = rounded(principal / periods, mode, step)
    fee_left = rounded(principal * Fraction(terms.get("fee_rate", "0")), mode, step)
    even_fee = rounded(fee_left / periods, mode, step)
    shares = [period_share(terms, start, end) for start, end in zip(starts, due_dates, strict=False)]
    level = rounded(_level(principal, shares), mode, step)
    balance, found = principal, []
    for number, share in enumerate(shares, start=1):
        last = number == periods
        interest = Fraction(0) if method == "flat_fee" else rounded(balance * share, mode, step)
        wanted = {
            "equal_payment": max(level - interest, Fraction(0)),
            "equal_principal": even,
            "interest_first": Fraction(0),
            "flat_fee": even,
        }[method]
        paid = balance if last else min(wanted, balance)
        fee = Fraction(0) if method != "flat_fee" else fee_left if last else min(even_fee, fee_left)
        found.append((paid, interest, fee))
        balance -= paid
        fee_left -= fee
    return found


def _level(principal: Fraction, shares: list[Fraction]) -> Fraction:
    discount, worth = Fraction(1), Fraction(0)
    for share in shares:
        discount /= 1 + share
        worth += discount
    return principal / worth
