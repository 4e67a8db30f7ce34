"""The payoff of real loans as a mixed-integer programme: what is paid early, what waits, what slips.

One column a balance after each instalment of a loan that takes money in parts; one binary a day on which a loan may be
paid off whole; one binary a late day that an instalment may be paid on. The cost is what is paid and still owed, less
the principal. Money is cut into stretches between incomes: only what is spent in a stretch in all counts.

That a loan paid early goes on with its instalments is held by a chord first: its balance falls at least as the agreed
one does, in proportion. Where a solution rests between, a binary that tells whether the loan is closed is added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from jiebei_desktop.planning.payoff.debts import Early, RealDebt
from jiebei_desktop.planning.payoff.model_parts import Part, PlanMade, is_of, later, most_left, place_of
from jiebei_desktop.planning.payoff.outcome import Outcome
from jiebei_desktop.planning.payoff.programme import Programme
from jiebei_desktop.planning.payoff.windows import Slip, Stretches, whole_nights
from jiebei_desktop.values import Method

UNPAID = 2.0
"""What a yuan that is never paid counts on top of itself: dearer than any time of being late, so the last resort."""
_LEFT = 0.05
"""Yuan below which a balance of the optimiser's is taken as nothing."""
_BREACH = 0.02
_HALF = 0.5


class Model:
    """The programme of some loans, and what its columns mean."""

    def __init__(
        self,
        debts: Sequence[RealDebt],
        stretches: Stretches,
        slips: Sequence[Slip],
        *,
        short: bool = False,
        narrow: bool = False,
    ) -> None:
        """Build it.

        Args:
            debts: the loans.
            stretches: with their money.
            slips: what may be late.
            short: find how much money is missing so that nothing has to be.
            narrow: leave out what pays a loan early and is late with it after that; quicker, but its bound proves less.
        """
        self.programme = Programme()
        self.narrow = narrow
        self.debts, self.stretches, self.slips = debts, stretches, slips
        self.parts: dict[int, Part] = {}
        self.wholes: dict[int, dict[date, int]] = {}
        self.late: dict[tuple[int, int], dict[date | None, int]] = {}
        self.closed: dict[tuple[int, int], int] = {}
        self.short: list[int] = []
        self._spent: list[dict[int, float]] = [{} for _ in stretches.starts]
        self._fixed = [0.0] * len(stretches.starts)
        for place, debt in enumerate(debts):
            self.programme.offset -= float(debt.owed)
            if not any(slip.place == place and not slip.number for slip in slips):
                self._pay(debt.today, None, float(debt.due_now))
            if debt.early is Early.PART and len(debt.rows) > 1:
                self._part(place, debt)
            elif debt.early is Early.WHOLE:
                self._whole(place, debt)
            else:
                for row in debt.rows:
                    self._pay(row.due_date, None, float(row.payment))
        self._slip()
        self._hold(short=short)

    # --- building -----------------------------------------------------------------------------------------------------

    def _pay(self, day: date, column: int | None, factor: float, *, cost: bool = True) -> None:
        """Let money go on a day: so much for each of a column, or just so much."""
        stretch = self.stretches.of(day)
        if column is None:
            self._fixed[stretch] += factor
            self.programme.offset += factor
            return
        self._spent[stretch][column] = self._spent[stretch].get(column, 0.0) + factor
        if cost:
            self.programme.costs[column] += factor

    def _part(self, place: int, debt: RealDebt) -> None:
        rows, programme = debt.rows, self.programme
        full, charged = [0.0], [0.0]
        for row in rows[1:]:
            opening = float(row.opening_balance)
            charged.append(float(row.interest_exact) / opening)
            full.append(sum(float(piece.numerator) / piece.divisor for piece in row.pieces))
        balances = [programme.column(0.0, 0.0, float(row.balance)) for row in rows[:-1]]
        self._pay(rows[0].due_date, None, float(rows[0].opening_balance + rows[0].interest))
        self._pay(rows[0].due_date, balances[0], -1.0)
        for number, row in enumerate(rows[1:], start=1):
            self._pay(row.due_date, balances[number - 1], 1.0 + charged[number])
            if number < len(balances):
                self._pay(row.due_date, balances[number], -1.0)
                before, after = float(rows[number - 1].balance), float(row.balance)
                programme.row({balances[number]: before, balances[number - 1]: -after}, high=0.0)
        method = debt.terms.method
        level = method is Method.EQUAL_PAYMENT
        instalment = rows[0].instalment
        needs = 0.0
        if level and instalment is not None:
            needs = float(instalment.amount)
        elif method is Method.EQUAL_PRINCIPAL:
            needs = float(max(row.principal for row in rows[:-1]))
        self.parts[place] = Part(rows, tuple(balances), tuple(charged), tuple(full), needs, level)

    def _whole(self, place: int, debt: RealDebt) -> None:
        columns: dict[date, int] = {}
        for day, settling in zip(debt.dates, debt.settling, strict=True):
            spared = sum(float(row.payment) for row in debt.rows if row.due_date >= day)
            if spared - float(settling) > 0 and day < debt.rows[-1].due_date:
                columns[day] = self.programme.binary()
                self._pay(day, columns[day], float(settling))
        for row in debt.rows:
            self._pay(row.due_date, None, float(row.payment))
            for day, column in columns.items():
                if day <= row.due_date:
                    self._pay(row.due_date, column, -float(row.payment))
        self.programme.row(dict.fromkeys(columns.values(), 1.0), high=1.0)
        self.wholes[place] = columns

    def _slip(self) -> None:
        """Let things be paid late: a binary each day; of one loan nothing before what is older."""
        programme = self.programme
        before: Slip | None = None
        for slip in self.slips:
            columns: dict[date | None, int] = {}
            moved = self._moves(slip)
            shares: list[int] = []
            for number, (day, penalty) in enumerate(zip(slip.days, slip.penalties, strict=True)):
                column = programme.binary()
                columns[day] = column
                if moved:
                    shares.append(self._moved(slip, number, column))
                    continue
                if slip.number:
                    self._pay(slip.due_date, column, -slip.amount)
                if day is None:
                    programme.costs[column] += slip.amount * (1 + UNPAID) + penalty
                else:
                    self._pay(day, column, slip.amount + penalty)
            if moved:
                self._whole_moved(slip, shares, columns)
            self.late[slip.place, slip.number] = columns
            self._choose(slip, columns)
            if before is not None and before.place == slip.place:
                self._oldest_first(before, slip)
            before = slip
        for place, debt in enumerate(self.debts):
            self._all_principal(place, debt)

    def _choose(self, slip: Slip, columns: Mapping[date | None, int]) -> None:
        """Let one day be chosen at most, and nothing of the loan go early before it."""
        place, programme = slip.place, self.programme
        wholes = self.wholes.get(place, {})
        every = dict.fromkeys(columns.values(), 1.0)
        if slip.number:
            over = {column: 1.0 for day, column in wholes.items() if day <= slip.due_date}
            programme.row(every | over, high=1.0)
        else:
            programme.row(every, low=1.0, high=1.0)
        for day, column in wholes.items():
            waits = later(columns, day)
            if day > slip.due_date and waits:
                programme.row(dict.fromkeys(waits, 1.0) | {column: 1.0}, high=1.0)
        part = self.parts.get(place)
        if part is None:
            return
        moved = self._moves(slip) or not slip.number
        for number, (row, balance) in enumerate(zip(part.rows, part.balances, strict=False)):
            held = dict.fromkeys(later(columns, row.due_date), -float(row.balance))
            if row.due_date < slip.due_date or not held:
                continue
            if moved and number:  # nothing beyond the instalment
                growth = part.growth(number)
                before = {part.balances[number - 1]: -growth}
                low = -part.needs - float(row.balance) - _BREACH
                programme.row({balance: 1.0} | before | held, low=low)
            else:  # nothing early at all so far
                programme.row({balance: 1.0} | held, low=0.0)

    def _moves(self, slip: Slip) -> bool:
        """Tell whether an instalment may be late after something of its loan was paid early, so that it may be less."""
        return not self.narrow and bool(slip.number) and slip.place in self.parts and slip.on_all is not None

    def _moved(self, slip: Slip, number: int, column: int) -> int:
        """Add what of an instalment is paid on a late day, and what of that is principal; return the column of it."""
        programme, part = self.programme, self.parts[slip.place]
        day, nights = slip.days[number], slip.nights[number]
        place = place_of(part, slip)
        moved = programme.column(0.0, 0.0, slip.amount)
        principal = programme.column(0.0, 0.0, float(part.rows[place].principal))
        programme.row({moved: 1.0, column: -slip.amount}, high=0.0)
        interest = {part.balances[place - 1]: part.charged[place]} if place else {column: float(part.rows[0].interest)}
        programme.row({principal: 1.0, moved: -1.0} | interest, low=0.0)
        self._pay(slip.due_date, moved, -1.0)
        on_all = slip.on_all or 0.0
        if day is None:
            programme.costs[moved] += 1 + UNPAID + on_all * nights
            programme.costs[principal] += slip.on_principal * nights
        else:
            self._pay(day, moved, 1.0 + on_all * nights)
            self._pay(day, principal, slip.on_principal * nights)
        return moved

    def _whole_moved(self, slip: Slip, shares: Sequence[int], columns: Mapping[date | None, int]) -> None:
        """Let an instalment be paid whole on the day that is chosen."""
        part = self.parts[slip.place]
        place = place_of(part, slip)
        fixed = 0.0
        terms = dict.fromkeys(shares, 1.0)
        if place:
            terms[part.balances[place - 1]] = -(1.0 + part.charged[place])
        else:
            fixed = float(part.rows[0].opening_balance + part.rows[0].interest)
        if place < len(part.balances):
            terms[part.balances[place]] = 1.0
        most = float(part.rows[place].opening_balance) * (1.0 + part.charged[place]) if place else fixed
        self.programme.row(terms, high=fixed)
        late = dict.fromkeys(columns.values(), -most)
        self.programme.row(terms | late, low=fixed - most - _BREACH)

    def _oldest_first(self, older: Slip, newer: Slip) -> None:
        first, second = self.late[older.place, older.number], self.late[newer.place, newer.number]
        for day in [newer.due_date, *(day for day in newer.days if day is not None)]:
            terms = dict.fromkeys(later(first, day), 1.0) | dict.fromkeys(later(second, day), -1.0)
            if terms:
                self.programme.row(terms, high=0.0)

    def _all_principal(self, place: int, debt: RealDebt) -> None:
        """Charge nights on all principal not due yet while anything of the loan is late, where its rule does."""
        night = whole_nights(debt)
        own = [slip for slip in self.slips if slip.place == place]
        if not night or not own:
            return
        grace = timedelta(days=debt.rule.grace_days)
        cuts = {slip.due_date + grace for slip in own} | {row.due_date for row in debt.rows}
        cuts |= {day or self.stretches.end for slip in own for day in slip.days}
        days = sorted(cuts)
        for start, end in pairwise(days):
            balance = next((float(row.balance) for row in reversed(debt.rows) if row.due_date <= start), 0.0)
            column = self.programme.column(night * balance * (end - start).days, 0.0, 1.0)
            for slip in own:
                if slip.number and slip.due_date + grace <= start:
                    terms = dict.fromkeys(later(self.late[place, slip.number], start), -1.0)
                    self.programme.row({column: 1.0, **terms}, low=0.0)

    def _hold(self, *, short: bool) -> None:
        """Let each stretch spend what came in it and what was left before; with `short`, find what is missing."""
        programme = self.programme
        if short:
            programme.costs = [0.0] * len(programme.costs)
            for columns in self.late.values():
                if None in columns:
                    programme.highs[columns[None]] = 0.0
        before: int | None = None
        came = 0.0
        for stretch, spent in enumerate(self._spent):
            usable = float(self.stretches.usable[stretch])
            left = programme.column(0.0)
            terms = dict(spent)
            terms[left] = 1.0
            if before is not None:
                terms[before] = -1.0
            if short:
                lent = programme.column(1.0)
                self.short.append(lent)
                terms[lent] = -1.0
            amount = usable - came - self._fixed[stretch]
            programme.row(terms, amount, amount)
            before, came = left, usable

    # --- reading ------------------------------------------------------------------------------------------------------

    def plan(self, values: Sequence[float]) -> PlanMade:
        """Return what a solution says is to be done."""
        balances = {
            (place, row.due_date): 0.0 if values[column] < _LEFT else values[column]
            for place, part in self.parts.items()
            for row, column in zip(part.rows, part.balances, strict=False)
        }
        settled = {
            place: day
            for place, columns in self.wholes.items()
            for day, each in columns.items()
            if values[each] > _HALF
        }
        slipped: dict[tuple[int, int], tuple[date, float] | None] = {}
        for slip in self.slips:
            for (day, column), penalty in zip(self.late[slip.place, slip.number].items(), slip.penalties, strict=True):
                if values[column] > _HALF:
                    slipped[slip.place, slip.number] = None if day is None else (day, penalty)
        return PlanMade(balances, settled, slipped)

    def begin(self, outcome: Outcome) -> dict[int, float] | None:
        """Return the binaries of a plan that is there; None where it pays late on a day that none stands for."""
        values: dict[int, float] = {}
        for place, columns in self.wholes.items():
            settled = {paid.date for paid in outcome.loans[place].payments if paid.kind == "settle"}
            values |= {column: float(day in settled) for day, column in columns.items()}
        for slip in self.slips:
            columns_of = self.late[slip.place, slip.number]
            on = next(
                (paid.date for paid in outcome.loans[slip.place].payments if is_of(paid, slip)),
                None if outcome.loans[slip.place].unpaid else slip.due_date,
            )
            if on not in columns_of and (on != slip.due_date or not slip.number):
                return None
            values |= {column: float(day == on) for day, column in columns_of.items()}
        return values or None

    def tightened(self, values: Sequence[float]) -> bool:
        """Add a binary wherever a loan that goes on is paid less than its instalment; tell whether any was."""
        added = False
        for place, part in self.parts.items():
            for number in range(1, len(part.balances)):
                before, after = values[part.balances[number - 1]], values[part.balances[number]]
                if after > max(most_left(part, number, before), 0.0) + _BREACH and (place, number) not in self.closed:
                    self._close(place, part, number)
                    added = True
        return added

    def _close(self, place: int, part: Part, number: int) -> None:
        programme = self.programme
        closed = programme.binary()
        self.closed[place, number] = closed
        before, after = part.balances[number - 1], part.balances[number]
        growth = part.growth(number)
        programme.row({after: 1.0, before: -growth, closed: -part.needs}, high=-part.needs)
        most = float(part.rows[number].balance)
        programme.row({after: 1.0, closed: most}, high=most)
