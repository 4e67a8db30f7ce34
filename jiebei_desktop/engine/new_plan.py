"""A new plan for what is owed: its terms, and what goes into it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.engine.events import Restructure
from jiebei_desktop.engine.interest import Quote
from jiebei_desktop.engine.terms import Terms, checked_terms
from jiebei_desktop.money import ZERO, round_to
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError


class Unpaid(NamedTuple):
    """What had fallen due and was not paid when a new plan is agreed, in yuan.

    Attributes:
        waived: interest of the running period that was let off before it fell due.
        credit: money that had arrived for what was to fall due.
    """

    principal: Decimal = ZERO
    interest: Decimal = ZERO
    fee: Decimal = ZERO
    penalty: Decimal = ZERO
    waived: Decimal = ZERO
    credit: Decimal = ZERO


def new_terms(place: int, event: Restructure, principal: Decimal, old: Terms, quote: Quote, fee_left: Decimal) -> Terms:
    """Return the terms of a new plan.

    Unless a rate is agreed a flat fee goes on: the same share for an instalment, and in all never less than what
    the old plan would still have asked for.
    """
    if event.first_due_date is not None and event.first_due_date <= event.date:
        text = translate("Events", "首个还款日要在 {day} 之后").format(day=event.date)
        raise ProblemError(f"events.{place}.first_due_date", text)
    changes: dict[str, object] = {
        "principal": round_to(principal),
        "start_date": event.date,
        "periods": event.periods,
        "first_due_date": event.first_due_date,
        "due_dates": None,
        "coupons": (),
    }
    flat = old.method is Method.FLAT_FEE
    if flat and event.rate is None:
        share = old.fee_rate / old.periods * event.periods
        changes["fee_rate"] = max(share, fee_left / principal)
    else:
        given = None if event.rate is None else Quote(event.rate, event.rate_per or quote.per)
        rate, per = given or quote
        kept = {Method.EQUAL_PAYMENT, Method.EQUAL_PRINCIPAL}
        changes |= {"rate": rate, "rate_per": per, "fee_rate": ZERO}
        same = old.method in kept or (event.same_method and not flat)
        changes["method"] = old.method if same else Method.EQUAL_PAYMENT
    try:
        terms = checked_terms({name: getattr(old, name) for name in Terms.model_fields} | changes)
    except ProblemError as error:
        field = error.problem.field
        field = field if field in {"periods", "first_due_date"} else "periods"
        raise ProblemError(f"events.{place}.{field}", str(error)) from None
    return terms.model_copy(update={"principal": principal})
