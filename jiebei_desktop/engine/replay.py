"""The one replay of terms and events: day by day what falls due, and how it came about.

Between two dates interest is balance × rate × share of the year, kept exact and rounded once when it is settled. The
last instalment absorbs the remainder, so principal always sums to the principal. A loan paid as agreed is the replay
without events.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext
from itertools import pairwise

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.engine.events import Effect, Event, Prepayment, RateChange, Settlement, in_order
from jiebei_desktop.engine.interest import (
    Factor,
    Quote,
    dated_factor,
    levelled,
    period_factor,
    rounded,
    rounded_instalment,
)
from jiebei_desktop.engine.rows import FeeKind, FeePart, Instalment, Piece, Row
from jiebei_desktop.engine.terms import Terms
from jiebei_desktop.money import ONE, ZERO, grouped
from jiebei_desktop.products.conditions import CouponOf, FeesLeft
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError, RatePer

_DIGITS = 80
"""Enough for every product of money and rate to be exact, and for (1 + rate)ⁿ of a rate of 30 decimals."""
_CERTAIN_DIGITS = 40
"""What is left of them after 600 divisions; rounding to these first puts an exact half back where it belongs."""


def replay(terms: Terms, events: Sequence[Event] = ()) -> tuple[Row, ...]:
    """Return what falls due, row by row, when everything is paid on its day.

    Raises:
        ProblemError: an event that can't be, with its field: `events.0.date`.
    """
    with localcontext(prec=_DIGITS):
        loan = _Loan(terms)
        queue = in_order(events)
        _check_rates(terms, queue)
        while loan.period <= loan.last:
            due = loan.dates[loan.period]
            while queue and queue[0][1].date < due:
                loan.apply(*queue.pop(0))
            if queue and loan.balance and _only_settled(due, queue):
                queue = [placed for placed in queue if placed[1].date > due or isinstance(placed[1], Settlement)]
                loan.apply(*queue.pop(0))
            if loan.closed:
                break
            loan.pay_instalment()
            while queue and queue[0][1].date == due and not isinstance(queue[0][1], RateChange):
                loan.apply(*queue.pop(0))
        if queue:
            raise loan.over(queue[0][0])
        return tuple(loan.rows)


def _check_rates(terms: Terms, queue: Sequence[tuple[int, Event]]) -> None:
    """Refuse a new rate where there is none to change, and two of them on one day."""
    changed: set[date] = set()
    for place, event in queue:
        if isinstance(event, RateChange):
            if terms.method is Method.FLAT_FEE:
                raise ProblemError(f"events.{place}.rate", translate("Events", "按手续费收的没有利率可变"))
            if event.date in changed:
                text = translate("Events", "{day} 已经有一个新利率了")
                raise ProblemError(f"events.{place}.date", text.format(day=event.date))
            changed.add(event.date)


def _only_settled(due: date, queue: Sequence[tuple[int, Event]]) -> bool:
    """Tell whether a loan is paid off on a due date: with that instalment, whatever rate would follow."""
    today = [event for _, event in queue if event.date == due and not isinstance(event, RateChange)]
    return bool(today) and isinstance(today[0], Settlement)


class _Loan:
    """Where a loan stands while its days go by."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.dates = (terms.start_date, *terms.payment_dates)
        self.balance = terms.principal
        self.quote = Quote(terms.rate, terms.rate_per)
        self.last = len(self.dates) - 1
        self.period = 1
        self.rows: list[Row] = []
        self.closed = False
        self.since = terms.start_date  # interest is settled up to here
        self.until = terms.start_date  # and kept in pieces up to here
        self.pieces: list[Piece] = []
        self.full = ZERO  # the exact interest of the pieces without any coupon
        self.factors = self._factors()
        interest_coupons = (coupon for coupon in terms.coupons if coupon.of is CouponOf.INTEREST)
        self.coupons = sorted(interest_coupons, key=lambda coupon: coupon.days or 0)  # as their days run out
        self.fee_coupons = [coupon for coupon in terms.coupons if coupon.of is CouponOf.FEE]
        self.fee_left = self.fee_share = self.fee_share_exact = self.fee_off = ZERO
        if terms.method is Method.FLAT_FEE:
            self.fee_off = min(sum((coupon.share for coupon in self.fee_coupons if coupon.periods is None), ZERO), ONE)
            self.fee_left = rounded(terms, terms.principal * terms.fee_rate * (ONE - self.fee_off))
            self.fee_share_exact = self.fee_left / terms.periods
            self.fee_share = rounded(terms, self.fee_share_exact)
        self.instalment: Instalment | None = None
        self.share = ZERO
        self._divide()

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
            with localcontext(prec=_CERTAIN_DIGITS):
                exact = +exact
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
        interest = rounded(self.terms, self.full)
        principal = self.balance if final else self._principal(interest, self.balance)
        if self.coupons:
            interest = self._interest()
        self._pay(principal, interest, self._fees(number, ends=final), None)
        self.period += 1

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
            self._change_rate(event)
        elif isinstance(event, Prepayment):
            self._prepay(place, event)
        else:
            self._settle(event)

    def _change_rate(self, event: RateChange) -> None:
        if event.date > self.until:
            self._run(event.date)
        self.quote = Quote(event.rate, event.rate_per or self.terms.rate_per)
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

    def _settle(self, event: Settlement) -> None:
        self._run(event.date)
        before = event.date == self.dates[self.period - 1] and self.period > 1  # the next instalment has not begun
        fees = self._fees(self.period - 1 if before else self.period, ends=True)
        interest = self._interest()
        early = self.balance
        if event.date == self.dates[self.period]:  # what falls due today anyhow is not paid early
            early -= self._principal(rounded(self.terms, self.full), self.balance)
        if event.date < self.dates[self.last]:
            fees += self._early_charge(early)
        self._pay(self.balance, interest, fees, event.type)

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
        return FeePart(kind, self.fee_share_exact, amount)

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
        return rounded(self.terms, sum((piece.exact for piece in self.pieces), ZERO))

    def _pay(self, principal: Decimal, interest: Decimal, fees: tuple[FeePart, ...], event: str | None) -> None:
        """Settle interest up to here together with principal and fees."""
        fee = sum((part.amount for part in fees), ZERO) if fees else ZERO
        opening, closing = self.balance, self.balance - principal
        number = self.terms.periods if self.terms.method is Method.BULLET else self.period
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
        )
        self.rows.append(row)
        self.balance = closing
        self.since = self.until
        self.pieces = []
        self.full = ZERO
        self.closed = not closing and (event == "settlement" or self.period == self.last)
