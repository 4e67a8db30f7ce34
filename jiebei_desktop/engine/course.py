"""The course of a loan as agreed: what falls due while its days go by, and how it came about.

Between two dates interest is balance × rate × share of the year, kept exact and rounded once when it is settled. The
last instalment absorbs the remainder, so principal always sums to the principal.
"""

from __future__ import annotations

from copy import copy
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine.events import Arrears, Effect, Event, Prepayment, RateChange, Restructure, Settlement
from jiebei_desktop.engine.interest import (
    Factor,
    Quote,
    certain,
    dated_factor,
    levelled,
    period_factor,
    rounded,
    rounded_instalment,
)
from jiebei_desktop.engine.new_plan import Unpaid, new_terms
from jiebei_desktop.engine.rows import FeeKind, FeePart, Instalment, Piece, Row
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.money import ONE, ZERO, grouped
from jiebei_desktop.products.conditions import CouponOf, FeesLeft
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError, RatePer


class Course:
    """Where a loan stands while its days go by; every instalment is taken as paid by whoever keeps the books."""

    def __init__(self, terms: Terms) -> None:
        self.rows: list[Row] = []
        self.closed = False
        self._before = 0  # instalments of earlier plans
        self._begin(terms)

    def _begin(self, terms: Terms) -> None:
        self.terms = terms
        self.dates = (terms.start_date, *terms.payment_dates)
        self.balance = terms.principal
        self.quote = Quote(terms.rate, terms.rate_per)
        self.last = len(self.dates) - 1
        self.period = 1
        self.since = terms.start_date  # interest is settled up to here
        self.until = terms.start_date  # and kept in pieces up to here
        self.pieces: list[Piece] = []
        self.full = ZERO  # the exact interest of the pieces without any coupon
        self.factors = self._factors()
        interest_coupons = (coupon for coupon in terms.coupons if coupon.of is CouponOf.INTEREST)
        self.coupons = sorted(interest_coupons, key=lambda coupon: coupon.days or 0)  # as their days run out
        self.fee_coupons = [coupon for coupon in terms.coupons if coupon.of is CouponOf.FEE]
        self.fee_whole = self.fee_left = self.fee_share = self.fee_share_exact = self.fee_off = ZERO
        if terms.method is Method.FLAT_FEE:
            self.fee_off = min(sum((coupon.share for coupon in self.fee_coupons if coupon.periods is None), ZERO), ONE)
            self.fee_whole = rounded(terms, certain(terms.principal * terms.fee_rate * (ONE - self.fee_off)))
            self.fee_left = self.fee_whole
            self.fee_share_exact = self.fee_left / terms.periods
            self.fee_share = rounded(terms, self.fee_share_exact)
        self.carried_interest = ZERO
        self.carried_fees: tuple[FeePart, ...] = ()
        self.instalment: Instalment | None = None
        self.share = ZERO
        self._divide()

    @property
    def next_due(self) -> date | None:
        """Return when the running instalment falls due, if one is running."""
        return None if self.closed or self.period > self.last else self.dates[self.period]

    @property
    def periods_left(self) -> int:
        """Return how many instalments have not fallen due yet."""
        return 0 if self.closed else self.last - self.period + 1

    # --- time ---------------------------------------------------------------------------------------------------------

    def _factors(self) -> list[Factor]:
        """Return the factor of every whole period at the rate in force, from period 1."""
        terms, quote, dates = self.terms, self.quote, self.dates
        if terms.method is Method.FLAT_FEE:
            return [Factor(ZERO, 1)] * self.last
        if terms.day_count is DayCount.PERIOD:
            whole = terms.periods if terms.method is Method.BULLET else 1
            return [period_factor(terms, quote, whole)] * self.last
        if terms.day_count is DayCount.ACTUAL and quote.per is RatePer.DAY:  # the usual one, and the quickest
            return [Factor(quote.rate * (end - start).days, 1) for start, end in pairwise(dates)]
        return [dated_factor(terms, quote, start, end) for start, end in pairwise(dates)]

    def _factor(self, start: date, end: date) -> Factor:
        """Return the factor of days inside the running period."""
        opening, due = self.dates[self.period - 1], self.dates[self.period]
        if start == opening and end == due:
            return self.factors[self.period - 1]
        if self.terms.method is Method.FLAT_FEE:
            return Factor(ZERO, 1)
        if self.terms.day_count is DayCount.PERIOD:
            whole = self.factors[self.period - 1]
            days = (due - opening).days
            return Factor(whole.numerator * (end - start).days, whole.divisor * days) if days else Factor(ZERO, 1)
        return dated_factor(self.terms, self.quote, start, end, opening)

    def _run(self, day: date) -> None:
        """Let interest run up to a day."""
        for coupon in self.coupons:
            if coupon.days is not None:
                end = self.terms.start_date + timedelta(days=coupon.days)
                if self.until < end < day:
                    self._run_piece(end)
        if self.until < day or not self.pieces:
            self._run_piece(day)

    def _run_piece(self, day: date) -> None:
        factor = self._factor(self.until, day)
        exact = self.balance * factor.numerator
        if factor.divisor != 1:
            exact /= factor.divisor
        self.full += exact
        off = self._off(day) if self.coupons else ZERO
        if off:
            exact *= ONE - off
        quote = self.quote
        piece = Piece(
            self.until, day, self.balance, quote.rate, quote.per, factor.numerator, factor.divisor, off, exact
        )
        self.pieces.append(piece)
        self.until = day

    def _off(self, day: date) -> Decimal:
        """Return the share that coupons take off interest that runs up to a day of the running period."""
        off = ZERO
        for coupon in self.coupons:
            days = coupon.days
            in_days = days is None or (day - self.terms.start_date).days <= days
            if in_days and (coupon.periods is None or self.period <= coupon.periods):
                off += coupon.share
        return min(off, ONE)

    # --- how much each time -------------------------------------------------------------------------------------------

    def _divide(self) -> None:
        """Find the instalment or the share of principal anew for what is left from here to the last period."""
        terms = self.terms
        count = self.last - self.period + 1
        if terms.method is Method.EQUAL_PAYMENT:
            ahead = self.factors[self.period - 1 : self.last]
            opening = self.dates[self.period - 1]
            if self.until != opening:
                ahead = [self._factor(self.until, self.dates[self.period]), *ahead[1:]]
            exact = levelled(terms, self.quote, self.balance, self.full, ahead)
            exact = certain(exact)
            amount = rounded_instalment(terms, exact)
            self.instalment = Instalment(terms.instalment_rule, self.balance, count, exact, amount)
        elif terms.method in {Method.EQUAL_PRINCIPAL, Method.FLAT_FEE}:
            self.share = rounded(terms, self.balance / count)

    def _principal(self, interest: Decimal, balance: Decimal) -> Decimal:
        """Return the principal in an instalment that is not the last."""
        if self.instalment is not None:
            return min(max(self.instalment.amount - interest, ZERO), balance)
        return min(self.share, balance)

    def _shorten(self) -> None:
        """Find the last period anew: the first in which the instalment that is kept clears what is left."""
        if self.instalment is None and not self.share:
            return
        balance = self.balance
        for number in range(self.period, self.last):
            begun = number == self.period and self.until != self.dates[number - 1]
            factor = self._factor(self.until, self.dates[number]) if begun else self.factors[number - 1]
            interest = rounded(self.terms, balance * factor.numerator / factor.divisor)
            balance -= self._principal(interest, balance)
            if not balance:
                self.last = number
                return

    # --- what happens -------------------------------------------------------------------------------------------------

    def pay_instalment(self) -> None:
        """Pay what falls due at the end of the running period, and begin the next."""
        number = self.period
        self._run(self.dates[number])
        final = number == self.last
        interest = rounded(self.terms, self.full if len(self.pieces) == 1 else certain(self.full))
        principal = self.balance if final else self._principal(interest, self.balance)
        if self.coupons:
            interest = self._interest()
        fees = self._fees(number, ends=final)
        carried = self.carried_interest if final else ZERO
        self._pay(principal, interest + carried, fees + self.carried_fees if final else fees, None, carried)
        if final:
            self.carried_interest, self.carried_fees = ZERO, ()
        self.period += 1

    def run_out(self) -> None:
        """Pay every instalment that is left."""
        while not self.closed and self.period <= self.last:
            self.pay_instalment()

    def over(self, place: int) -> ProblemError:
        """Return why an event comes too late."""
        text = translate("Events", "{last} 已经还清，之后不能再有变动")
        return ProblemError(f"events.{place}.date", text.format(last=self.rows[-1].due_date))

    def apply(self, place: int, event: Event) -> None:
        """Let an event happen in the running period, or on the day that ended the one before."""
        if self.closed:
            raise self.over(place)
        if event.date < self.terms.start_date:
            text = translate("Events", "不能早于起息日 {start}")
            raise ProblemError(f"events.{place}.date", text.format(start=self.terms.start_date))
        if isinstance(event, RateChange):
            self.change_rate(place, event)
        elif isinstance(event, Prepayment):
            self._prepay(place, event)
        elif isinstance(event, Restructure):
            self.restructure(place, event, Unpaid())
        elif isinstance(event, Settlement):
            self._settle(event.date)
        else:
            raise ProblemError(f"events.{place}.type", translate("Events", "还款表里没有这种变动，它只改变欠多少"))

    def settlement_on(self, day: date) -> Row:
        """Return the row that paying everything off on a day would make."""
        twin = self._twin()
        twin._settle(day)  # noqa: SLF001 - its own kind
        return twin.rows[0]

    def interest_until(self, day: date) -> Decimal:
        """Return the interest of the running period up to a day, rounded as if it were settled then."""
        twin = self._twin()
        twin._run(day)  # noqa: SLF001 - its own kind
        return twin._interest()  # noqa: SLF001 - its own kind

    def _twin(self) -> Course:
        """Return a course that can go on without this one."""
        twin = copy(self)
        twin.rows, twin.pieces = [], list(self.pieces)
        return twin

    def change_rate(self, place: int, event: RateChange) -> None:
        """Let interest run at a new rate; where all has fallen due, only a penalty still follows it."""
        if self.terms.method is Method.FLAT_FEE:
            raise ProblemError(f"events.{place}.rate", translate("Events", "按手续费收的没有利率可变"))
        if event.date > self.until and not self.closed:
            self._run(event.date)
        self.quote = Quote(event.rate, event.rate_per or self.terms.rate_per)
        if self.closed:
            return
        self.factors = self._factors()
        self._divide()

    def _prepay(self, place: int, event: Prepayment) -> None:
        self._run(event.date)
        interest = self._interest()
        principal = event.amount - interest
        if principal <= 0:
            text = translate("Events", "要多于到那天的利息 {interest} 元，才还得到本金")
            raise ProblemError(f"events.{place}.amount", text.format(interest=grouped(interest)))
        if principal >= self.balance:
            text = translate("Events", "要少于全部本息 {all} 元；全部还清请用 settlement（结清）")
            raise ProblemError(f"events.{place}.amount", text.format(all=grouped(self.balance + interest)))
        self._pay(principal, interest, (), event.type)
        if event.effect is Effect.LOWER:
            self._divide()
        else:
            self._shorten()

    def _settle(self, day: date) -> None:
        self._run(day)
        before = day == self.dates[self.period - 1] and self.period > 1  # the next instalment has not begun
        fees = self._fees(self.period - 1 if before else self.period, ends=True)
        interest = self._interest()
        early = self.balance
        if day == self.dates[self.period]:  # what falls due today anyhow is not paid early
            early -= self._principal(rounded(self.terms, self.full), self.balance)
        if day < self.dates[self.last]:
            fees += self._early_charge(early)
        carried = self.carried_interest
        self._pay(self.balance, interest + carried, fees + self.carried_fees, "settlement", carried)

    def restructure(self, place: int, event: Restructure, unpaid: Unpaid) -> None:
        """Make what is owed the principal of a new plan; the row of it takes back what had fallen due unpaid.

        Raises:
            ProblemError: nothing is owed, or the new plan can't be; with the event's field.
        """
        if self.closed and not any(unpaid[:4]):
            raise self.over(place)
        interest = self.carried_interest
        if not self.closed:
            self._run(event.date)
            interest += self._interest() - unpaid.waived
        penalty = ZERO if event.arrears is Arrears.WAIVE_PENALTY else unpaid.penalty
        asked = self.carried_fees + _parts(FeeKind.PENALTY, penalty)  # not asked for before
        opening = self.balance
        principal = opening + unpaid.principal - unpaid.credit
        carry = event.arrears is Arrears.CARRY
        if not carry:
            principal += interest + unpaid.interest + unpaid.fee + _sum(asked)
        if principal <= 0:
            raise ProblemError(f"events.{place}.date", translate("Events", "没有欠款，不用重新分期"))
        terms = new_terms(place, event, principal, self.terms, self.quote, self.fee_left)
        self.until = event.date
        if carry:
            self._pay(opening - principal, -unpaid.interest, _parts(FeeKind.CARRIED, -unpaid.fee), event.type)
        else:
            self._pay(opening - principal, interest, asked, event.type, self.carried_interest)
        self._before += self.period - 1
        self.closed = False
        self._begin(terms)
        if carry:
            self.carried_interest = interest + unpaid.interest
            self.carried_fees = asked + _parts(FeeKind.CARRIED, unpaid.fee)
        self._check_repays(place)

    def _check_repays(self, place: int) -> None:
        """Refuse a plan by instalments in which none but the last repays anything."""
        if self.terms.method in {Method.INTEREST_FIRST, Method.BULLET}:
            return
        twin = self._twin()
        twin.run_out()
        if len(twin.rows) > 1 and not any(row.principal for row in twin.rows[:-1]):
            text = translate("Events", "这样分期，前面每期都还不到本金；请减少期数或利率")
            raise ProblemError(f"events.{place}.periods", text)

    def _fees(self, own: int, *, ends: bool) -> tuple[FeePart, ...]:
        """Return the fee of instalment `own` and, where the loan ends early with it, of later ones that fall due."""
        if self.terms.method is not Method.FLAT_FEE:
            return ()
        most = len(self.dates) - 1
        latest = own
        if ends:
            latest = {FeesLeft.ALL: most, FeesLeft.NEXT: min(own + 1, most), FeesLeft.NONE: own}[
                self.terms.early.fees_left
            ]
        return tuple(
            self._fee_of(number, FeeKind.SHARE if number == own else FeeKind.LEFT)
            for number in range(self.period, latest + 1)
        )

    def _fee_of(self, number: int, kind: FeeKind) -> FeePart:
        """Take an instalment's share of the fee, less what coupons for the first instalments take off."""
        whole = self.fee_left if number == len(self.dates) - 1 else min(self.fee_share, self.fee_left)
        self.fee_left -= whole
        amount = whole
        off = sum((coupon.share for coupon in self.fee_coupons if number <= (coupon.periods or 0)), ZERO)
        if off and whole:  # what is charged of it is already less by the coupons for all instalments
            amount = max(whole - rounded(self.terms, whole * off / (ONE - self.fee_off)), ZERO)
        return FeePart(kind, self.fee_share_exact, amount, self.fee_whole, self.terms.periods)

    def _early_charge(self, principal: Decimal) -> tuple[FeePart, ...]:
        """Return the charge for paying some principal before it falls due."""
        early = self.terms.early
        if not early.charge_rate and not early.at_least_one_fee:
            return ()
        exact = principal * early.charge_rate
        if early.at_least_one_fee:
            flat = self.terms.method is Method.FLAT_FEE
            whole = self.fee_share if flat else self.terms.principal * self.factors[self.period - 1].value
            exact = max(exact, whole)
        return (FeePart(FeeKind.CHARGE, exact, rounded(self.terms, exact)),)

    def _interest(self) -> Decimal:
        """Return the interest up to here, rounded, less what coupons take off."""
        return rounded(self.terms, certain(sum((piece.exact for piece in self.pieces), ZERO)))

    def _pay(
        self,
        principal: Decimal,
        interest: Decimal,
        fees: tuple[FeePart, ...],
        event: str | None,
        carried: Decimal = ZERO,
    ) -> None:
        """Settle interest up to here together with principal and fees."""
        fee = _sum(fees) if fees else ZERO
        opening, closing = self.balance, self.balance - principal
        number = self._before + (self.terms.periods if self.terms.method is Method.BULLET else self.period)
        row = Row(
            number,
            self.since,
            self.until,
            (self.until - self.since).days,
            opening,
            principal,
            interest,
            fee,
            principal + interest + fee,
            closing,
            event,
            tuple(self.pieces),
            fees,
            self.instalment,
            carried,
        )
        self.rows.append(row)
        self.balance = closing
        self.since = self.until
        self.pieces = []
        self.full = ZERO
        self.closed = not closing and (event == "settlement" or self.period == self.last)


def _parts(kind: FeeKind, amount: Decimal) -> tuple[FeePart, ...]:
    """Return an amount as a part of a fee; nothing where there is none."""
    return (FeePart(kind, amount, amount),) if amount else ()


def _sum(parts: tuple[FeePart, ...]) -> Decimal:
    return sum((part.amount for part in parts), ZERO)
