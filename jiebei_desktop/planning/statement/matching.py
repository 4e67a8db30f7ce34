"""Holds a statement against a plan: what was paid for which instalment, and what is missing, too much or different."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from jiebei_desktop.money import ZERO, grouped
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.planning.statement.agreed import Slot, slots_of
from jiebei_desktop.planning.statement.bills import bills, bought
from jiebei_desktop.planning.statement.checking import checked
from jiebei_desktop.planning.statement.closeness import EARLY, LATE
from jiebei_desktop.planning.statement.differences import partings, with_reasons
from jiebei_desktop.planning.statement.instalments import Unmatched, exact_ones, instalments
from jiebei_desktop.planning.statement.making import extra, missing
from jiebei_desktop.planning.statement.movements import Kind, Movement, Statement
from jiebei_desktop.planning.statement.results import Claim, Drawn, Match, Parting, Reconciled, Status, Take
from jiebei_desktop.planning.statement.taking import is_recorded, recorded
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.products import Brand, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

__all__ = ["Claim", "Drawn", "Match", "Parting", "Reconciled", "Status", "Take", "reconcile"]

_DRAW_DAYS: Final = 1
_BY_HAND_DAYS: Final = 7
"""Days that a payment which was recorded by hand may be off."""


def reconcile(plan: Plan, rules: RuleBook, statement: Statement, today: date) -> Reconciled:
    """Hold a statement against a plan.

    Failed rows and rows that are there twice count for nothing. What an instalment comes to is as agreed, so payments
    that were recorded before change nothing of what is found, only whether it is recorded.
    """
    movements = [each for each in statement.movements if each.repeats is None]
    paid = sorted(_kept(movements), key=lambda payment: (payment.day, payment.line))
    around = _around(slots_of(plan, rules), statement)
    found: list[Match] = []
    left: list[Slot] = []
    for brand in (Brand.JIEBEI, Brand.HUABEI):
        rest = Unmatched(
            [slot for slot in around if slot.agreed.brand is brand],
            [payment for payment in paid if payment.product is brand],
        )
        found += _jiebei(rest, statement) if brand is Brand.JIEBEI else _huabei(rest, statement, plan)
        left += rest.slots
    until = min(statement.last, today)
    in_plan = _InPlan(rules, today)
    found += [missing(s, in_plan=in_plan.of(s)) for s in left if statement.first <= s.claim.due_date <= until]
    found.sort(key=lambda match: (match.day, [payment.line for payment in match.payments]))
    found = checked(found, around, rules, today)
    parts = partings(found, around)
    purchases = _whole(_of(movements, Kind.PURCHASE))
    return Reconciled(
        matches=_with_recorded(plan, with_reasons(found, parts)),
        draws=_draws(plan, rules, _of(movements, Kind.DRAW)),
        partings=parts,
        purchases=purchases,
        refunds=purchases - bought(movements, date.min, date.max),
    )


def _kept(movements: Sequence[Movement]) -> list[Movement]:
    """Return the repayments that the lender kept: what was given back has paid nothing."""
    back: dict[tuple[Brand, Decimal], list[str]] = {}
    for each in _of(movements, Kind.REFUND):
        back.setdefault((each.product, each.amount), []).append(each.order)
    return [
        each
        for each in _of(movements, Kind.REPAYMENT)
        if not each.order
        or not any(order.startswith(each.order) for order in back.get((each.product, each.amount), ()))
    ]


def _around(slots: Iterable[Slot], statement: Statement) -> list[Slot]:
    """Return what a payment in the statement can be for."""
    first, last = statement.first - timedelta(days=LATE), statement.last + timedelta(days=EARLY)
    return [slot for slot in slots if first <= slot.claim.due_date <= last]


def _jiebei(rest: Unmatched, statement: Statement) -> list[Match]:
    found = instalments(rest, statement.first)
    text = translate("Reconcile", "没有哪一期是这个数。可能是提前还了一笔、只还了一部分，或者计划里少了一笔借款。")
    return [*found, *(extra([payment], text) for payment in rest.payments)]


def _huabei(rest: Unmatched, statement: Statement, plan: Plan) -> list[Match]:
    early = Unmatched([slot for slot in rest.slots if slot.early], rest.payments)
    found = exact_ones(early, statement.first)
    plain = [slot for slot in rest.slots if not slot.early]
    found += bills(plain, early.payments, statement, plan.budget)
    matched = {claim for match in found for claim in match.claims}
    rest.slots = [slot for slot in rest.slots if slot.claim not in matched]
    return found


class _InPlan:
    """Tells of instalments without a payment what the plan knows of them; each loan's books are opened once."""

    def __init__(self, rules: RuleBook, today: date) -> None:
        self._rules, self._today = rules, today
        self._unpaid: dict[str, set[int]] = {}

    def of(self, slot: Slot) -> bool | None:
        """Return whether an instalment is paid by what was recorded; None where it is only taken to be."""
        loan, period = slot.agreed.loan, slot.claim.period
        if not is_recorded(loan, period):
            return None
        if loan.id not in self._unpaid:
            try:
                books = loan_ledger(loan, self._rules, self._today)
                self._unpaid[loan.id] = {due.number for due in books.unpaid}
            except ProblemError:
                return None
        return period not in self._unpaid[loan.id]


def _with_recorded(plan: Plan, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return matches with whether the plan has their takes, each recorded payment counted once.

    Of two payments of one day and amount, the one that was recorded is most likely the one that was advised. What was
    recorded by hand may be some days off, or of another amount: that is not recorded a second time unasked.
    """
    there = {loan.id: recorded(loan.events) for loan in plan.loans}
    loans = {loan.id: loan for loan in plan.loans}
    found = list(matches)
    ordered = sorted(range(len(found)), key=lambda place: not found[place].advised)
    for place in ordered:
        match = found[place]
        wanted = Counter((take.loan_id, take.day, take.amount) for take in match.takes)
        known = all(is_recorded(loans[take.loan_id], period) for take in match.takes for period in take.periods)
        known = known and all(there[loan_id][day, amount] >= count for (loan_id, day, amount), count in wanted.items())
        if known:
            for (loan_id, day, amount), count in wanted.items():
                there[loan_id][day, amount] -= count
        found[place] = match._replace(recorded=known)
    for place in ordered:
        if not found[place].recorded:
            found[place] = _by_hand(found[place], loans, there)
    return tuple(found)


def _by_hand(match: Match, loans: Mapping[str, Loan], there: Mapping[str, Counter[tuple[date, Decimal]]]) -> Match:
    """Return a match with what was recorded about then of its loans and is nothing else of the statement's.

    The same amount is the same money, whatever day it was recorded on; about the same one may be.
    """
    free = {take.loan_id: Counter(there[take.loan_id]) for take in match.takes}
    takes: list[Take] = []
    others: list[tuple[date, Decimal]] = []
    for take in match.takes:
        near = sorted(
            ((amount != take.amount, abs((day - take.day).days), day, amount) for day, amount in +free[take.loan_id])
        )
        differs, away, day, amount = near[0] if near else (True, _BY_HAND_DAYS + 1, take.day, take.amount)
        if away > _BY_HAND_DAYS or not take.amount / 2 < amount < take.amount * 2:
            continue
        free[take.loan_id][day, amount] -= 1
        if differs:
            others.append((day, amount))
        else:
            takes.append(take._replace(day=day))
    if takes and len(takes) == len(match.takes):
        for take in takes:
            there[take.loan_id][take.day, take.amount] -= 1
        known = all(is_recorded(loans[take.loan_id], period) for take in takes for period in take.periods)
        text = translate("Reconcile", "计划里记在 {day}。").format(day=long_date(takes[0].day))
        return match._replace(takes=tuple(takes), recorded=known, note=joined(match.note, text))
    others += [(take.day, take.amount) for take in takes]
    if not others:
        return match
    text = translate("Reconcile", "计划里 {day}已经记了 {amount} 元；如果是同一笔，就别再记。")
    note = text.format(day=long_date(others[0][0]), amount=grouped(others[0][1]))
    return match._replace(advised=False, note=joined(match.note, note))


def _draws(plan: Plan, rules: RuleBook, movements: Sequence[Movement]) -> tuple[Drawn, ...]:
    """Return what was borrowed, each with the nearest loan of the same principal that no other is."""
    free = list(plan.loans)
    found = []
    for movement in sorted(movements, key=lambda each: (each.day, each.line)):
        same = [
            (abs((loan.start_date - movement.day).days), place)
            for place, loan in enumerate(free)
            if rules.brand(loan.product) is movement.product and loan.principal == movement.amount
        ]
        near = [(away, place) for away, place in same if away <= _DRAW_DAYS]
        found.append(Drawn(movement, free.pop(min(near)[1]).id if near else None))
    return tuple(found)


def _of(movements: Iterable[Movement], kind: Kind) -> list[Movement]:
    return [movement for movement in movements if movement.kind is kind]


def _whole(movements: Iterable[Movement]) -> Decimal:
    return sum((movement.amount for movement in movements), ZERO)
