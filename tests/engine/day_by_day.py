"""What a late borrower owes, worked out a second way: every day from the start to the day asked for, in fractions.

What falls due is the plan of `oracle`; what is late, the penalty of each night and where money goes is all here.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from tests.engine.oracle import RefusedError, _Walk, months_later, replay, rounded

ZERO = Fraction(0)
KINDS = ["rate_change", "waiver", "payment", "prepayment", "restructure", "settlement"]
DEFAULT_ORDER = ["penalty", "interest", "fee", "principal"]
YEAR_DAYS = {"actual/360": 360, "actual/364": 364, "30/360": 360, "period": 360}
SIX_PLACES = Fraction(1, 10**6)
PARTS = ("penalty_on_principal", "penalty_on_interest", "interest", "fee", "principal", "credit")


@dataclass
class Due:
    """An instalment that has fallen due, with what of it is unpaid."""

    day: date
    principal: Fraction
    interest: Fraction
    fee: Fraction

    @property
    def unpaid(self) -> Fraction:
        return self.principal + self.interest + self.fee


@dataclass
class Bucket:
    """Penalty since it last was nothing: the exact sum, what was taken from it, and what bears penalty itself."""

    exact: Fraction = ZERO
    taken: Fraction = ZERO
    joined: Fraction = ZERO

    @property
    def rest(self) -> Fraction:
        return max(self.exact - self.taken, ZERO)


@dataclass
class Entry:
    """What one event moved, or what was held on a due day."""

    date: date
    kind: str
    parts: dict[str, Fraction] = field(default_factory=lambda: dict.fromkeys(PARTS, ZERO))

    def row(self) -> tuple:
        return (self.date, self.kind, *(self.parts[name] for name in PARTS))


@dataclass
class Standing:
    """What is owed at the end of a day."""

    as_of: date
    overdue_days: int
    overdue_periods: int
    overdue_principal: Fraction
    overdue_interest: Fraction
    overdue_fee: Fraction
    penalty_on_principal: Fraction
    penalty_on_interest: Fraction
    penalty_total: Fraction
    due_now: Fraction
    settlement: Fraction
    balance: Fraction
    normal_principal: Fraction
    normal_interest: Fraction
    credit: Fraction
    next_due_date: date | None
    closed: bool
    entries: list[tuple]


def standing(terms: dict, events: list[dict], rule: dict | None, as_of: str) -> Standing:
    """Return what is owed on a day, from terms, events and rule as JSON has them.

    Raises:
        RefusedError: what can't be.
    """
    borrower = Borrower(terms, rule)
    borrower.live_through(events, date.fromisoformat(as_of))
    return borrower.standing()


class _Plan(_Walk):
    """The plan alone: its days are walked from outside."""

    def _walk(self, events: list[dict]) -> None:
        """Stay on the first day."""

    def so_far(self) -> Fraction:
        """Return the interest of the running period up to here."""
        return ZERO if self.closed else self.round(self.charged)

    def fall_due(self) -> Due | None:
        """Return the instalment of this day, if there is one."""
        if self.closed or self.day != self.dates[self.number]:
            return None
        if self.dates[self.number - 1] == self.day:
            self.accrue(self.a_period_without_nights(), 0)
        self.instalment()
        principal, interest, fee = self.rows[-1][5:8]
        return Due(self.day, principal, interest, fee)

    def to_settle(self) -> tuple[Fraction, Fraction, Fraction]:
        """Return principal, interest and fee that end the plan today."""
        if self.closed:
            return ZERO, ZERO, ZERO
        trial = copy(self)
        trial.rows = []
        trial.settle()
        return trial.rows[0][5:8]

    def end_of_day(self) -> None:
        if not self.closed:
            self.accrue(self.night(self.day, self.number), (self.day - self.start).days + 1)
        self.day += timedelta(days=1)


class Borrower:
    """One borrower's days."""

    def __init__(self, terms: dict, rule: dict | None) -> None:
        self.rule = rule
        self.ways = rule or {}
        self.plan = _Plan(terms, [])
        self.due: list[Due] = []
        self.on_principal, self.on_interest = Bucket(), Bucket()
        self.credit = self.ahead = ZERO  # money held; interest of the running period that was waived
        self.carried = (ZERO, ZERO)  # interest and fee that fall due with the last instalment
        self.anchor: date | None = None
        self.entries: list[Entry] = []
        self.settled = False
        self.cleared: date | None = None  # the day on which the last was paid: more may arrive on it

    def live_through(self, events: list[dict], as_of: date) -> None:
        """Live from the first day to the end of another one."""
        if as_of < self.plan.start:
            raise RefusedError("as_of")
        placed = [(place, event) for place, event in enumerate(events) if event["date"] <= as_of.isoformat()]
        placed.sort(key=lambda one: rank(one[1]))
        if placed and placed[0][1]["date"] < self.plan.start.isoformat():
            raise RefusedError(f"events.{placed[0][0]}.date")
        while True:
            self.live([one for one in placed if one[1]["date"] == self.plan.day.isoformat()])
            if self.plan.day == as_of:
                return
            self.night()
            self.plan.end_of_day()

    # --- one day

    def live(self, today: list[tuple[int, dict]]) -> None:
        rates = [one for one in today if one[1]["type"] == "rate_change"]
        if not self.paid_off():
            self.instalment()
            self.close()
        for number, (place, event) in enumerate(rates):
            if self.paid_off():
                raise RefusedError(f"events.{place}.date")
            self.change_rate(place, event, second=number > 0)
        for place, event in today:
            if event["type"] == "rate_change":
                continue
            if self.paid_off() and not (event["type"] == "payment" and self.cleared == self.plan.day):
                raise RefusedError(f"events.{place}.date")
            entry = Entry(self.plan.day, event["type"])
            getattr(self, event["type"])(place, event, entry.parts)
            self.entries.append(entry)
            self.tidy()
            self.close()

    def close(self) -> None:
        if self.paid_off():
            self.cleared = self.plan.day

    def instalment(self) -> None:
        asked = self.plan.fall_due()
        if asked is None:
            return
        asked.interest -= self.ahead
        self.ahead = ZERO
        if self.plan.closed:
            asked.interest += self.carried[0]
            asked.fee += self.carried[1]
            self.carried = (ZERO, ZERO)
        self.due.append(asked)
        entry = Entry(self.plan.day, "credit")
        left = self.spread(self.credit, entry.parts)
        if left != self.credit:
            entry.parts["credit"] = left - self.credit
            self.entries.append(entry)
        self.credit = left

    def change_rate(self, place: int, event: dict, *, second: bool) -> None:
        plan = self.plan
        if plan.method == "flat_fee":
            raise RefusedError(f"events.{place}.rate")
        if second:
            raise RefusedError(f"events.{place}.date")
        if plan.closed:
            plan.rate, plan.per = Fraction(event["rate"]), event.get("rate_per") or plan.terms.get("rate_per", "day")
        else:
            plan.change_rate(event, ends=False)

    def night(self) -> None:
        """Let the night after this day add its penalty."""
        unpaid = [one for one in self.due if one.unpaid]
        if not unpaid and not self.owed():
            return
        if self.rule is None:
            raise RefusedError("overdue")
        today = self.plan.day
        grace = timedelta(days=self.ways.get("grace_days", 0))
        late = [one for one in unpaid if today >= one.day + grace]
        principal = sum((one.principal for one in late), ZERO)
        others = sum((one.interest + one.fee for one in late), ZERO)
        base = self.ways.get("base", "overdue_principal")
        if base == "all_principal":
            principal = self.all_principal() if late else ZERO
        if base != "overdue_amount" and not self.ways.get("on_interest", False):
            others = ZERO
        if self.ways.get("compounding", "none") == "monthly":
            self.join(begins=principal + others > 0)
        rate = self.penalty_rate()
        own = self.own_daily_rate() if self.ways.get("adds_to_interest", False) else ZERO
        self.on_principal.exact += (rate + own) * principal + rate * self.on_principal.joined
        self.on_interest.exact += rate * others + rate * self.on_interest.joined

    def join(self, *, begins: bool) -> None:
        today, anchor = self.plan.day, self.anchor
        if anchor is None:
            self.anchor = today if begins else None
            return
        months = (today.year - anchor.year) * 12 + today.month - anchor.month
        if months and months_later(anchor, months) == today:
            for bucket in (self.on_principal, self.on_interest):
                bucket.joined = bucket.rest

    def tidy(self) -> None:
        """Forget traces and the day on which compounding began, once nothing is late any more."""
        if any(one.unpaid for one in self.due if one.day < self.plan.day):
            return
        if not self.owed_of(self.on_principal):
            self.on_principal = Bucket()
        if not self.owed_of(self.on_interest):
            self.on_interest = Bucket()
        if not self.owed():
            self.anchor = None

    # --- rates

    def daily(self, rate: Fraction, per: str) -> Fraction:
        year = YEAR_DAYS.get(self.plan.day_count, 365)
        return rate * {"day": Fraction(1), "month": Fraction(12, year), "year": Fraction(1, year)}[per]

    def own_daily_rate(self) -> Fraction:
        return ZERO if self.plan.method == "flat_fee" else self.daily(self.plan.rate, self.plan.per)

    def penalty_rate(self) -> Fraction:
        if self.ways.get("penalty_rate") is not None:
            return self.daily(Fraction(self.ways["penalty_rate"]), self.ways.get("penalty_rate_per", "day"))
        if self.plan.method == "flat_fee":
            raise RefusedError("overdue.penalty_multiplier")
        return rounded(self.own_daily_rate() * Fraction(self.ways["penalty_multiplier"]), "half_up", SIX_PLACES)

    # --- what is owed

    def owed_of(self, bucket: Bucket) -> Fraction:
        return max(self.plan.round(bucket.exact) - bucket.taken, ZERO)

    def owed(self) -> Fraction:
        return self.owed_of(self.on_principal) + self.owed_of(self.on_interest)

    def unpaid(self) -> Fraction:
        return sum((one.unpaid for one in self.due), ZERO)

    def all_principal(self) -> Fraction:
        return self.plan.balance + sum((one.principal for one in self.due), ZERO)

    def paid_off(self) -> bool:
        return self.settled or (self.plan.closed and not self.unpaid() and not self.owed())

    def left_ahead(self) -> tuple[Fraction, Fraction, Fraction]:
        """Return principal, interest and fee that are not due and that a settlement takes."""
        principal, interest, fee = self.plan.to_settle()
        return principal, interest - self.ahead + self.carried[0], fee + self.carried[1]

    # --- money

    def spread(self, money: Fraction, parts: dict) -> Fraction:
        """Pay what is due, and return what is left of the money."""
        order = self.ways.get("order", DEFAULT_ORDER)
        if self.ways.get("by_instalment", False):
            kinds = [kind for kind in order if kind != "penalty"]
            steps = [(kind, one) for one in self.due for kind in kinds]
            penalty = [("penalty", None)]
            steps = penalty + steps if order[0] == "penalty" else steps + penalty
        else:
            steps = [(kind, one) for kind in order for one in ([None] if kind == "penalty" else self.due)]
        for kind, one in steps:
            if one is None:
                money = self.pay_penalty(money, parts)
            else:
                paid = min(money, getattr(one, kind))
                setattr(one, kind, getattr(one, kind) - paid)
                parts[kind] += paid
                money -= paid
        return money

    def pay_penalty(self, money: Fraction, parts: dict) -> Fraction:
        for name, attribute in (("penalty_on_principal", "on_principal"), ("penalty_on_interest", "on_interest")):
            bucket = getattr(self, attribute)
            owed = self.owed_of(bucket)
            paid = min(money, owed)
            bucket.taken += paid
            bucket.joined = max(bucket.joined - paid, ZERO)
            if owed and paid == owed:
                setattr(self, attribute, Bucket())
            parts[name] += paid
            money -= paid
        return money

    # --- events

    def payment(self, _place: int, event: dict, parts: dict) -> None:
        left = self.spread(Fraction(event["amount"]), parts)
        self.credit += left
        parts["credit"] += left
        effect = self.ways.get("surplus", "hold")
        if left and effect != "hold":  # together with what is held: many small payments are one
            interest, held = self.plan.so_far() - self.ahead, self.credit
            if held >= sum(self.left_ahead()):
                self.end(ZERO, parts)
            elif interest < held < self.plan.balance + interest:
                self.pay_early(held, effect, parts)
                self.credit = ZERO
                parts["credit"] -= held

    def prepayment(self, place: int, event: dict, parts: dict) -> None:
        something = self.unpaid() + self.owed() > 0
        left = self.spread(Fraction(event["amount"]), parts)
        interest = self.plan.so_far() - self.ahead
        if left <= interest and something:
            self.credit += left
            parts["credit"] += left
            return
        if not interest < left < self.plan.balance + interest:
            raise RefusedError(f"events.{place}.amount")
        self.pay_early(left, event.get("effect", "shorten"), parts)

    def pay_early(self, money: Fraction, effect: str, parts: dict) -> None:
        interest = self.plan.so_far() - self.ahead
        parts["interest"] += interest
        parts["principal"] += money - interest
        self.ahead = ZERO
        self.plan.pay(money - interest, ZERO, "prepayment")
        if effect == "lower":
            self.plan.divide()
        else:
            self.plan.shorten()

    def settlement(self, _place: int, _event: dict, parts: dict) -> None:
        missing = self.unpaid() + self.owed() + sum(self.left_ahead()) - self.credit
        self.end(self.spread(max(missing, ZERO), parts), parts)

    def end(self, money: Fraction, parts: dict) -> None:
        """Pay off what is not due yet, with money and credit."""
        self.credit += money
        parts["credit"] += money
        left = self.spread(self.credit, parts)
        ahead = self.left_ahead()
        for name, amount in zip(("principal", "interest", "fee"), ahead, strict=True):
            parts[name] += amount
        parts["credit"] += left - sum(ahead) - self.credit
        self.credit = left - sum(ahead)
        self.ahead, self.carried = ZERO, (ZERO, ZERO)
        self.plan.balance, self.plan.closed, self.settled = ZERO, True, True

    def waiver(self, place: int, event: dict, parts: dict) -> None:
        left = Fraction(event["amount"])
        kind = event["of"]
        if kind == "penalty":
            left = self.pay_penalty(left, parts)
        else:
            for one in self.due:
                waived = min(left, getattr(one, kind))
                setattr(one, kind, getattr(one, kind) - waived)
                parts[kind] += waived
                left -= waived
        if kind == "interest":
            waived = min(left, self.plan.so_far() - self.ahead)
            self.ahead += waived
            parts[kind] += waived
            left -= waived
        if left:
            raise RefusedError(f"events.{place}.amount")

    def restructure(self, place: int, event: dict, parts: dict) -> None:
        plan, today = self.plan, self.plan.day
        interest = sum((one.interest for one in self.due), ZERO) + plan.so_far() - self.ahead + self.carried[0]
        fee = sum((one.fee for one in self.due), ZERO) + self.carried[1]
        arrears = event.get("arrears", "capitalise")
        if arrears == "waive_penalty" and self.owed():
            let_off = Entry(today, "waiver")
            self.pay_penalty(self.owed(), let_off.parts)
            self.entries.append(let_off)
        parts["penalty_on_principal"] = self.owed_of(self.on_principal)
        parts["penalty_on_interest"] = self.owed_of(self.on_interest)
        parts["principal"] = sum((one.principal for one in self.due), ZERO)
        parts |= {"interest": interest, "fee": fee, "credit": -self.credit}
        fee += self.owed()
        principal = self.all_principal()
        principal -= self.credit
        if arrears != "carry":
            principal += interest + fee
            interest = fee = ZERO
        if principal <= 0:
            raise RefusedError(f"events.{place}.date")
        first = event.get("first_due_date")
        if first and date.fromisoformat(first) <= today:
            raise RefusedError(f"events.{place}.first_due_date")
        new = self.new_terms(place, event, principal)
        by_instalments = new["method"] not in ("interest_first", "bullet")
        if by_instalments and event["periods"] > 1 and not any(row[5] for row in replay(new)[:-1]):
            raise RefusedError(f"events.{place}.periods")
        self.plan = _Plan(new, [])
        self.due, self.on_principal, self.on_interest, self.anchor = [], Bucket(), Bucket(), None
        self.credit = self.ahead = ZERO
        self.carried = (interest, fee)

    def new_terms(self, place: int, event: dict, principal: Fraction) -> dict:
        plan = self.plan
        kept = ("interval", "day_count", "instalment_rule", "rounding", "early")
        new = {name: plan.terms[name] for name in kept if name in plan.terms}
        new |= {"principal": principal, "start_date": event["date"], "periods": event["periods"]}
        if event.get("first_due_date"):
            new["first_due_date"] = event["first_due_date"]
        rate = event.get("rate")
        if plan.method == "flat_fee" and rate is None:
            share = Fraction(plan.terms.get("fee_rate", "0")) / plan.periods * event["periods"]
            fee_rate = max(share, plan.fee_left / principal)  # never less than the old plan would still have asked for
            if fee_rate > 1:  # more than terms can have
                raise RefusedError(f"events.{place}.periods")
            unused = {
                name: plan.terms[name] for name in ("rate", "rate_per") if name in plan.terms
            }  # until it is agreed
            return new | unused | {"method": "flat_fee", "fee_rate": fee_rate}
        kept_anyhow = plan.method != "flat_fee" and event.get("same_method")
        kept = kept_anyhow or plan.method in ("equal_payment", "equal_principal")
        method = plan.method if kept else "equal_payment"
        if rate is None:
            return new | {"method": method, "rate": plan.rate, "rate_per": plan.per}
        return new | {"method": method, "rate": rate, "rate_per": event.get("rate_per") or plan.per}

    # --- the answer

    def standing(self) -> Standing:
        late = [one for one in self.due if one.day < self.plan.day and one.unpaid]
        due_now = self.unpaid() + self.owed()
        return Standing(
            as_of=self.plan.day,
            overdue_days=(self.plan.day - late[0].day).days if late else 0,
            overdue_periods=len(late),
            overdue_principal=sum((one.principal for one in late), ZERO),
            overdue_interest=sum((one.interest for one in late), ZERO),
            overdue_fee=sum((one.fee for one in late), ZERO),
            penalty_on_principal=self.owed_of(self.on_principal),
            penalty_on_interest=self.owed_of(self.on_interest),
            penalty_total=self.owed(),
            due_now=due_now,
            settlement=max(due_now + sum(self.left_ahead()) - self.credit, ZERO),
            balance=self.all_principal(),
            normal_principal=self.plan.balance,
            normal_interest=self.plan.so_far() - self.ahead,
            credit=self.credit,
            next_due_date=None if self.plan.closed else self.plan.dates[self.plan.number],
            closed=self.paid_off(),
            entries=[entry.row() for entry in self.entries if any(entry.parts.values())],
        )


def rank(event: dict) -> tuple:
    amount = Fraction(event.get("rate") or event.get("amount") or 0) if event["type"] != "restructure" else 0
    return event["date"], KINDS.index(event["type"]), event.get("effect") == "lower", amount
