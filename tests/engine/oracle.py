"""A second way of computing everything, in exact fractions and sharing no arithmetic with the program."""

from __future__ import annotations

from calendar import isleap, monthrange
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


# --- the whole loan, night by night ----------------------------------------------------------------------------------

UNIT_YEAR = {"month": 12, "week": 52, "day": 365}
UNIT_DAYS = {"month": 30, "week": 7, "day": 1}
NONE_STEP = Fraction(1, 10**12)
COLUMNS = (
    *("period", "start_date", "due_date", "days"),
    *("opening_balance", "principal", "interest", "fee", "payment", "balance", "event"),
)


class RefusedError(ValueError):
    """An event that can't be; the text is its field."""


def months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_days(terms: dict) -> list[date]:
    """Return every due date, from the list, the first one or the start date."""
    if terms.get("due_dates"):
        return [date.fromisoformat(text) for text in terms["due_dates"]]
    first = terms.get("first_due_date")
    anchor = date.fromisoformat(first or terms["start_date"])
    interval = {"unit": "month", "every": 1} | terms.get("interval", {})
    found = []
    for k in range(terms["periods"]):
        count = interval["every"] * (k if first else k + 1)
        if interval["unit"] == "month":
            found.append(months_later(anchor, count))
        else:
            found.append(anchor + timedelta(days=count * UNIT_DAYS[interval["unit"]]))
    return found


def replay(terms: dict, events: list[dict] = ()) -> list[tuple]:
    """Return all rows (`COLUMNS`) of a loan as JSON has it: walk through the nights, and stop on days with something.

    Raises:
        RefusedError: an event that can't be.
    """
    return _Walk(terms, events).rows


class _Walk:
    """One loan while its nights go by.

    On a day: the instalment, the new rate, prepayments (shortening first, the smaller first), the settlement. A
    settlement takes the place of that day's instalment, unless a prepayment stands between them.
    """

    def __init__(self, terms: dict, events: list[dict]) -> None:
        self.terms = terms
        self.method = terms["method"]
        self.day_count = terms.get("day_count", "actual")
        self.interval = {"unit": "month", "every": 1} | terms.get("interval", {})
        self.periods = terms["periods"]
        dues = due_days(terms)
        self.start = date.fromisoformat(terms["start_date"])
        self.dates = [self.start, *(dues[-1:] if self.method == "bullet" else dues)]
        self.most = self.last = len(self.dates) - 1
        self.number = 1
        self.balance = self.principal = Fraction(terms["principal"])
        self.rate, self.per = Fraction(terms.get("rate", "0")), terms.get("rate_per", "day")
        self.coupons = terms.get("coupons", [])
        self.early = {"fees_left": "all", "charge_rate": "0", "at_least_one_fee": False} | terms.get("early", {})
        off = min(sum((Fraction(c["share"]) for c in self._fee_coupons() if not c.get("periods")), Fraction(0)), 1)
        self.fee_off = off
        self.fee_left = self.round(self.principal * Fraction(terms.get("fee_rate", "0")) * (1 - off))
        self.fee_each = self.round(self.fee_left / self.periods)
        self.day = self.since = self.start
        self.full = self.charged = Fraction(0)
        self.level: Fraction | None = None
        self.even = Fraction(0)
        self.rows: list[tuple] = []
        self.closed = False
        self.divide()
        self._walk(events)

    # --- rounding

    def round(self, value: Fraction) -> Fraction:
        rule = {"mode": "half_up", "step": "0.01"} | self.terms.get("rounding", {})
        return _to_step(value, rule["mode"], rule["step"])

    def round_level(self, value: Fraction) -> Fraction:
        rule = {"mode": "half_up", "step": "0.01"} | self.terms.get("rounding", {})
        return _to_step(value, rule.get("instalment_mode") or rule["mode"], rule.get("instalment_step") or rule["step"])

    # --- interest on one yuan

    def a_year(self) -> Fraction:
        days = {"actual/360": 360, "actual/364": 364, "30/360": 360, "period": 360}.get(self.day_count, 365)
        return self.rate * {"day": days, "month": 12, "year": 1}[self.per]

    def a_whole_period(self) -> Fraction:
        """Return the interest of a period whatever its dates."""
        unit, every = self.interval["unit"], self.interval["every"]
        every *= self.periods if self.method == "bullet" else 1
        if self.per == "day":
            return self.rate * every * UNIT_DAYS[unit]
        return self.a_year() * Fraction(every, UNIT_YEAR[unit])

    def night(self, day: date, number: int) -> Fraction:
        """Return the interest of the night that begins on `day`."""
        after = day + timedelta(days=1)
        if self.method == "flat_fee":
            return Fraction(0)
        if self.day_count == "period":
            return self.a_whole_period() / days_apart(self.dates[number - 1], self.dates[number])
        if self.day_count == "30/360":  # the nights of a period add up to the period
            opening = self.dates[number - 1]
            share = share_of_year(opening, after, "30/360") - share_of_year(opening, day, "30/360")
            return self.rate * share * 360 if self.per == "day" else self.a_year() * share
        if self.per == "day" and self.day_count != "actual/actual":
            return self.rate
        return self.a_year() * share_of_year(day, after, self.day_count)

    def rest(self, number: int) -> Fraction:
        """Return the interest of what is left of a period."""
        begin = max(self.day, self.dates[number - 1])
        if begin == self.dates[number]:
            return self.a_period_without_nights()
        nights = range(days_apart(begin, self.dates[number]))
        return sum((self.night(begin + timedelta(days=k), number) for k in nights), Fraction(0))

    def a_period_without_nights(self) -> Fraction:
        return self.a_whole_period() if self.day_count == "period" and self.method != "flat_fee" else Fraction(0)

    def accrue(self, interest: Fraction, nights: int) -> None:
        """Let interest run; `nights` is how many there were with this one."""
        off = Fraction(0)
        for coupon in self.coupons:
            limits = coupon.get("days"), coupon.get("periods")
            in_time = (limits[0] or nights) >= nights and (limits[1] or self.number) >= self.number
            if coupon.get("of", "interest") == "interest" and in_time:
                off += Fraction(coupon.get("share", "1"))
        self.full += self.balance * interest
        self.charged += self.balance * interest * (1 - min(off, 1))

    # --- how principal is divided

    def divide(self) -> None:
        count = self.last - self.number + 1
        if self.method in ("equal_principal", "flat_fee"):
            self.even = self.round(self.balance / count)
        elif self.method == "equal_payment":
            self.level = self.round_level(self._constant(count))

    def _constant(self, count: int) -> Fraction:
        if self.terms.get("instalment_rule") == "annuity":
            every = Fraction(self.interval["every"], UNIT_YEAR[self.interval["unit"]])
            rate = self.a_whole_period() if self.day_count == "period" else self.a_year() * every
            return self.balance * rate / (1 - (1 + rate) ** -count) if rate else self.balance / count
        shares = [self.rest(number) for number in range(self.number, self.last + 1)]
        return _level(self.balance + self.full / (1 + shares[0]), shares)

    def wanted(self, interest: Fraction, balance: Fraction) -> Fraction:
        principal = max(self.level - interest, Fraction(0)) if self.level is not None else self.even
        return min(principal, balance)

    def shorten(self) -> None:
        balance = self.balance
        for number in range(self.number, self.last):
            balance -= self.wanted(self.round(balance * self.rest(number)), balance)
            if balance == 0:
                self.last = number
                return

    # --- fees

    def _fee_coupons(self) -> list[dict]:
        return [{"share": "1"} | coupon for coupon in self.coupons if coupon.get("of") == "fee"]

    def fee_of(self, number: int) -> Fraction:
        whole = self.fee_left if number == self.most else min(self.fee_each, self.fee_left)
        self.fee_left -= whole
        shares = [Fraction(c["share"]) for c in self._fee_coupons() if number <= (c.get("periods") or 0)]
        if not whole:
            return whole
        return max(whole - self.round(whole * sum(shares, Fraction(0)) / (1 - self.fee_off)), Fraction(0))

    def fees(self, own: int, *, ends: bool) -> Fraction:
        """Return the fees from the running instalment up to `own`, and of those later that an early end makes due."""
        if self.method != "flat_fee":
            return Fraction(0)
        later = {"all": self.most, "next": min(own + 1, self.most), "none": own}[self.early["fees_left"]]
        return sum((self.fee_of(k) for k in range(self.number, (later if ends else own) + 1)), Fraction(0))

    def charge(self, early: Fraction) -> Fraction:
        charge = early * Fraction(self.early["charge_rate"])
        if self.early["at_least_one_fee"]:
            running = self._interest_of_a_period() if self.method != "flat_fee" else self.fee_each
            charge = max(charge, running)
        return self.round(charge)

    def _interest_of_a_period(self) -> Fraction:
        """Return a period's interest on the original principal."""
        opening, due = self.dates[self.number - 1 : self.number + 1]
        if opening == due:
            return self.principal * self.a_period_without_nights()
        nights = range(days_apart(opening, due))
        return self.principal * sum(self.night(opening + timedelta(days=k), self.number) for k in nights)

    # --- what happens

    def pay(self, principal: Fraction, fee: Fraction, event: str | None) -> None:
        interest = self.round(self.charged)
        closing = self.balance - principal
        number = self.periods if self.method == "bullet" else self.number
        paid = (self.balance, principal, interest, fee, principal + interest + fee, closing)
        self.rows.append((number, self.since, self.day, days_apart(self.since, self.day), *paid, event))
        self.balance = closing
        self.full = self.charged = Fraction(0)
        self.since = self.day

    def instalment(self) -> None:
        final = self.number == self.last
        principal = self.balance if final else self.wanted(self.round(self.full), self.balance)
        self.pay(principal, self.fees(self.number, ends=final), None)
        self.closed = final
        self.number += 1

    def settle(self) -> None:
        paid_today = self.number > 1 and self.day == self.dates[self.number - 1]
        fee = self.fees(self.number - paid_today, ends=True)
        early = self.balance
        if self.day == self.dates[self.number]:
            early -= self.wanted(self.round(self.full), self.balance)
        if self.day < self.dates[self.last]:
            fee += self.charge(early)
        self.pay(self.balance, fee, "settlement")
        self.closed = True

    def change_rate(self, event: dict, *, ends: bool) -> None:
        if ends:  # no night is left for it
            return
        self.rate, self.per = Fraction(event["rate"]), event.get("rate_per") or self.terms.get("rate_per", "day")
        self.divide()

    def prepay(self, place: int, event: dict) -> None:
        principal = Fraction(event["amount"]) - self.round(self.charged)
        if not 0 < principal < self.balance:
            raise RefusedError(f"events.{place}.amount")
        self.pay(principal, Fraction(0), "prepayment")
        if event.get("effect", "shorten") == "lower":
            self.divide()
        else:
            self.shorten()

    def _walk(self, events: list[dict]) -> None:
        queue = sorted(enumerate(events), key=lambda placed: _rank(placed[1]))
        new_rates = [placed for placed in queue if placed[1]["type"] == "rate_change"]
        for number, (place, event) in enumerate(new_rates):
            if self.method == "flat_fee":
                raise RefusedError(f"events.{place}.rate")
            if event["date"] in [other["date"] for _, other in new_rates[:number]]:
                raise RefusedError(f"events.{place}.date")
        if queue and date.fromisoformat(queue[0][1]["date"]) < self.start:
            raise RefusedError(f"events.{queue[0][0]}.date")
        while not self.closed:
            today = [placed for placed in queue if placed[1]["date"] == self.day.isoformat()]
            queue = queue[len(today) :]
            self._on_this_day(today)
            if not self.closed:
                self.accrue(self.night(self.day, self.number), days_apart(self.start, self.day) + 1)
                self.day += timedelta(days=1)
        if queue:
            raise RefusedError(f"events.{queue[0][0]}.date")

    def _on_this_day(self, today: list[tuple[int, dict]]) -> None:
        due = self.day == self.dates[self.number]
        kinds = {event["type"] for _, event in today}
        if due and self.dates[self.number - 1] == self.day:
            self.accrue(self.a_period_without_nights(), 0)
        merged = due and self.balance > 0 and "settlement" in kinds and "prepayment" not in kinds
        if due and not merged:
            self.instalment()
        for place, event in today:
            if self.closed:
                raise RefusedError(f"events.{place}.date")
            if event["type"] == "rate_change":
                self.change_rate(event, ends=merged)
            elif event["type"] == "prepayment":
                self.prepay(place, event)
            else:
                self.settle()


def _rank(event: dict) -> tuple:
    kind = ["rate_change", "prepayment", "settlement"].index(event["type"])
    amount = Fraction(event.get("rate") or event.get("amount") or 0)
    return event["date"], kind, event.get("effect") == "lower", amount


def _to_step(value: Fraction, mode: str, step: str) -> Fraction:
    return rounded(value, "half_up", NONE_STEP) if mode == "none" else rounded(value, mode, Fraction(step))
