"""The kind `ledger`: what is owed on a day, given the money that really arrived."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jiebei_desktop.calc.asking import (
    Rules,
    field_read,
    needed,
    object_given,
    only,
    rule_of,
    terms_given,
    terms_read,
    under,
)
from jiebei_desktop.calc.output import money, unrounded
from jiebei_desktop.calendar import iso_date
from jiebei_desktop.engine import read_events
from jiebei_desktop.engine.books import Entry
from jiebei_desktop.engine.ledger import Ledger, ledger
from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.money import plain
from jiebei_desktop.products import ProductRule
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.values import checked

_Write = Callable[[Decimal], str]
_AMOUNTS = (
    "overdue_principal",
    "overdue_interest",
    "overdue_fee",
    "penalty_on_principal",
    "penalty_on_interest",
    "penalty_total",
    "due_now",
    "settlement",
    "balance",
)
_PRICES = ("penalty_multiplier", "penalty_rate")


def answer_ledger(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the books of a loan at the end of a day."""
    only(request, "terms", "events", "overdue", "as_of", "explain")
    terms = under("terms", lambda: terms_read(terms_given(request), rules))
    events = read_events(request.get("events"))
    rule = under("overdue", lambda: overdue_read(request.get("overdue"), rule_of(terms, rules)))
    as_of = field_read("as_of", iso_date, needed(request, "as_of"))
    found = ledger(terms, events, rule, as_of)
    write = money(terms)
    written: dict[str, Any] = {
        "overdue_days": found.overdue_days,
        "stage": shipped_overdue().stage(found.overdue_days).id,
        **{name: write(getattr(found, name)) for name in _AMOUNTS},
    }
    return written | {"why": _why(found, write)} if request.get("explain") else written


def overdue_read(given: object, product: ProductRule | None) -> OverdueRule | None:
    """Return the overdue rule of a product, with what is given in the place of its own."""
    known = product.overdue.value if product and product.overdue else None
    if given is None:
        return known
    changes = object_given(given)
    kept = {name: getattr(known, name) for name in known.model_fields_set} if known else {}
    if any(changes.get(name) is not None for name in _PRICES):
        kept = {name: value for name, value in kept.items() if name not in {*_PRICES, "penalty_rate_per"}}
    return checked(OverdueRule, kept | {name: value for name, value in changes.items() if value is not None})


def _why(found: Ledger, write: _Write) -> dict[str, Any]:
    """Write the rest of the books: what is not late, what money went to, and the nights that bore a penalty."""
    return {
        "overdue_periods": found.overdue_periods,
        "normal_principal": write(found.normal_principal),
        "normal_interest": write(found.normal_interest),
        "credit": write(found.credit),
        "next_due_date": found.next_due_date.isoformat() if found.next_due_date else None,
        "entries": [_entry(entry, write) for entry in found.entries],
        "penalty": [_nights(nights) for nights in found.nights],
    }


def _entry(entry: Entry, write: _Write) -> dict[str, str]:
    amounts = {name: write(value) for name, value in zip(entry._fields[2:], entry[2:], strict=True)}
    return {"date": entry.date.isoformat(), "kind": entry.kind, **amounts}


def _nights(nights: Nights) -> dict[str, Any]:
    return {
        "start_date": nights.start_date.isoformat(),
        "end_date": nights.end_date.isoformat(),
        "days": nights.days,
        "principal": plain(nights.principal),
        "interest": plain(nights.interest),
        "rate_on_principal": plain(nights.rate_on_principal, 0),
        "rate": plain(nights.rate, 0),
        "exact": unrounded(nights.on_principal + nights.on_interest),
    }
