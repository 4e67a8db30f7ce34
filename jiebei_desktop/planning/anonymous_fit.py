"""The amounts of a copied loan put right: multiplied and rounded each by itself, they no longer fit to the fen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.engine import Payment, Prepayment, Waiver
from jiebei_desktop.engine.events import in_order
from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.money import FEN, MAX_MONEY
from jiebei_desktop.planning.document import Loan, loan_schedule
from jiebei_desktop.planning.late import loan_ledger
from jiebei_desktop.products import RuleBook
from jiebei_desktop.values import ProblemError

_MOST_OFF: Final = 100
"""Fen by which rounding each amount by itself can take those of a loan apart."""


class Ruled(NamedTuple):
    """A loan, and the rules that it goes by."""

    loan: Loan
    rules: RuleBook

    def books(self, happened: Sequence[int], day: date) -> Ledger | None:
        """Return its books at the end of a day, some of its events having happened; None where they can't be."""
        events = tuple(self.loan.events[place] for place in happened)
        with suppress(ProblemError):
            return loan_ledger(self.loan.model_copy(update={"events": events}), self.rules, day)
        return None

    def nothing_due(self, happened: Sequence[int], day: date) -> bool:
        """Tell whether it is known to owe nothing that has fallen due by the end of a day."""
        books = self.books(happened, day)
        return books is not None and not books.due_now

    def instalments(self) -> list[Decimal]:
        """Return what falls due; nothing where that can't be worked out."""
        with suppress(ProblemError):
            return [row.payment for row in loan_schedule(self.loan, self.rules).rows]
        return []

    def near(self, place: int) -> Iterator[Ruled]:
        """Yield it with other amounts of money that moved, the nearest first; nothing for an event without money."""
        event = self.loan.events[place]
        if not isinstance(event, Payment | Prepayment | Waiver):
            return
        for fen in sorted(range(-_MOST_OFF, _MOST_OFF + 1), key=abs):
            amount = event.amount + fen * FEN
            if FEN <= amount <= MAX_MONEY:
                events = list(self.loan.events)
                events[place] = event.model_copy(update={"amount": amount})
                yield self._replace(loan=self.loan.model_copy(update={"events": tuple(events)}))


def fitted(copy: Ruled, old: Ruled) -> Loan:
    """Return a copied loan, its amounts put right by the fen that rounding each by itself took them apart.

    Without that a loan of which all was paid could owe a fen, and be as late as one of which nothing was; what was let
    off could be more than is owed; and an instalment that agreed with the lender's would not.
    """
    happened: list[int] = []
    for place, event in in_order(old.loan.events):
        happened.append(place)
        then = old.books(happened, event.date)
        if then is None:
            return copy.loan  # nor can the user's own be worked out
        days = (event.date, then.next_due_date or event.date)  # money that came early waits for the next due date
        paid = [day for day in days if old.nothing_due(happened, day)]
        tries = (each for each in copy.near(place) if each.books(happened, event.date))
        copy = next((each for each in tries if all(each.nothing_due(happened, day) for day in paid)), copy)
    billed, rows = copy.loan.billed_instalment, zip(old.instalments(), copy.instalments(), strict=False)
    agreed = [now for before, now in rows if before == old.loan.billed_instalment]
    if billed is not None and agreed and abs(agreed[0] - billed) <= _MOST_OFF * FEN:
        return copy.loan.model_copy(update={"billed_instalment": agreed[0]})
    return copy.loan
