"""The kind `budget`: the months ahead of a household, with what its loans ask for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel

from jiebei_desktop.calc.asking import (
    RATE_PLACES,
    Rules,
    field_read,
    known,
    needed,
    object_given,
    only,
    rule_of,
    terms_given,
    terms_read,
    under,
)
from jiebei_desktop.calc.late import overdue_read
from jiebei_desktop.calendar import LAST_DAY, add_months, iso_date
from jiebei_desktop.engine import read_events
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.money import ZERO, plain, round_to
from jiebei_desktop.planning.budget.cash import Paid
from jiebei_desktop.planning.budget.household import Account, Balance, Budget, Entry
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.budget.occurrences import opening
from jiebei_desktop.planning.budget.outlook import MONTHS, Basis, Month, Outlook, basis_of
from jiebei_desktop.planning.budget.payables import Owed, Payable, PlanPayables, in_order, payables_of
from jiebei_desktop.text import translate
from jiebei_desktop.values import MAX_PERIODS, ProblemError, checked

ASKED: Final = ("today", "months", "loans")
"""What is asked besides the parts of a budget."""
PARTS: Final = (
    "accounts",
    "entries",
    "as_of",
    "cushion",
    "tight",
    "heavy",
    "statement_day",
    "due_day",
    "balances",
)
_LISTS: Final[Mapping[str, type[BaseModel]]] = {"accounts": Account, "entries": Entry, "balances": Balance}
_MOST_MONTHS: Final = 60
_MOST_LOANS: Final = 100
_SHARE: Final = Decimal(1).scaleb(-RATE_PLACES)


def answer_budget(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the months ahead."""
    only(request, *ASKED, *PARTS)
    return outlook_written(basis_read(request, rules).outlook())


# --- reading ----------------------------------------------------------------------------------------------------------


def basis_read(request: Mapping[str, Any], rules: Rules) -> Basis:
    """Read what the months ahead follow from.

    Raises:
        ProblemError: the first thing that is wrong, with its field: `entries.0.repeat`.
    """
    today: date = field_read("today", iso_date, needed(request, "today"))
    months = whole(request.get("months", MONTHS), "months", 1, _MOST_MONTHS)
    if today > add_months(LAST_DAY, -_MOST_MONTHS):
        raise ProblemError("today", translate("Budget", "太远了，算不到那么多个月以后"))
    budget = _budget(request, today)
    day, _ = opening(budget, today)
    payables: list[Payable] = []
    loans = listed(request.get("loans", []), "loans", _MOST_LOANS)
    for place, loan in enumerate(loans):
        owed = under(f"loans.{place}", lambda loan=loan, place=place: _owed(loan, place, rules))  # type: ignore[misc]
        payables += under(
            f"loans.{place}",
            lambda owed=owed: payables_of(owed, day, today),  # type: ignore[misc]
        )
    return basis_of(budget, PlanPayables(in_order(payables), ()), today, months, Memory())


def _budget(request: Mapping[str, Any], today: date) -> Budget:
    given = {name: request[name] for name in PARTS if request.get(name) is not None}
    for name, model in _LISTS.items():
        if name in given:
            items = given[name] if isinstance(given[name], list) else listed(given[name], name, 0)
            given[name] = [_named(item, f"{name}.{place}", model, place) for place, item in enumerate(items)]
    budget = checked(Budget, given)
    if budget.as_of is not None and budget.as_of > today:
        text = translate("Budget", "余额的日期 {day} 不能晚于今天 {today}")
        raise ProblemError("as_of", text.format(day=budget.as_of, today=today))
    return budget


def _named(item: object, field: str, model: type[BaseModel], place: int) -> dict[str, Any]:
    """Return a part of the budget with an id, its keys all known."""
    found = under(field, lambda: object_given(item))
    under(field, lambda: known(found, model.model_fields))
    return {"id": str(place), **found} if "id" in model.model_fields else found


def _owed(given: object, place: int, rules: Rules) -> Owed:
    loan = object_given(given)
    known(loan, {"name", "terms", "events", "overdue", "unpaid_from"})
    name = loan.get("name", "")
    if not isinstance(name, str):
        raise ProblemError("name", translate("Values", "要填文字"))
    terms = under("terms", lambda: terms_read(terms_given(loan), rules))
    product = rule_of(terms, rules)
    unpaid = loan.get("unpaid_from")
    return Owed(
        key=str(place),
        name=name or (str(product.name) if product else translate("Budget", "第 {number} 笔").format(number=place + 1)),
        brand=product.brand if product else None,
        terms=terms,
        events=read_events(loan.get("events")),
        rule=under("overdue", lambda: overdue_read(loan.get("overdue"), product)),
        missed=Missed(None if unpaid is None else whole(unpaid, "unpaid_from", 1, MAX_PERIODS)),
    )


def listed(value: object, field: str, most: int) -> list[Any]:
    """Return what has to be an array, not too long."""
    if not isinstance(value, list):
        raise ProblemError(field, translate("Events", "要是一个数组"))
    if len(value) > most:
        raise ProblemError(field, translate("Budget", "最多 {most} 项").format(most=most))
    return value


def whole(value: object, field: str, least: int, most: int) -> int:
    """Return what has to be a whole number between two."""
    if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
        return value
    text = translate("Budget", "要是 {least} 到 {most} 的整数")
    raise ProblemError(field, text.format(least=least, most=most))


# --- writing ----------------------------------------------------------------------------------------------------------


def outlook_written(found: Outlook) -> dict[str, Any]:
    """Write the months ahead, and what they come to."""
    months, line = found.months, found.line
    short = line.first_short(months[0].first)
    worst = min(months, key=lambda month: month.lowest)
    sums: dict[str, Callable[[Month], Decimal]] = {
        "income": lambda month: month.income,
        "spending": lambda month: month.spending,
        "saving": lambda month: month.saving,
        "debt": lambda month: month.debt,
        "late_cost": lambda month: month.late_cost,
    }
    return {
        "months": [_month(month) for month in months],
        "totals": {name: plain(sum((read(month) for month in months), ZERO)) for name, read in sums.items()},
        "closing": plain(line.on_time[-1]),
        "lowest": plain(worst.lowest),
        "lowest_day": worst.lowest_day.isoformat(),
        "first_short": None if short is None else short[0].isoformat(),
    }


def _month(month: Month) -> dict[str, Any]:
    return {
        "month": f"{month.first:%Y-%m}",
        "first": month.first.isoformat(),
        "last": month.last.isoformat(),
        "income": plain(month.income),
        "spending": plain(month.spending),
        "saving": plain(month.saving),
        "debt": {brand.value: plain(amount) for brand, amount in sorted(month.dues.items())},
        "share": None if month.share is None else plain(round_to(month.share, step=_SHARE), RATE_PLACES),
        "band": month.band.value,
        "lowest": plain(month.lowest),
        "lowest_day": month.lowest_day.isoformat(),
        "short": plain(month.short),
        "late": [_late(paid) for paid in month.late],
    }


def _late(paid: Paid) -> dict[str, Any]:
    return {
        **payable_written(paid.payable),
        "paid_on": paid.day.isoformat() if paid.day else None,
        "days": paid.days,
        "cost": plain(paid.cost),
    }


def payable_written(payable: Payable) -> dict[str, Any]:
    """Write which payment of which loan it is."""
    return {"loan": payable.owed.name, "period": payable.number, "due_date": payable.due_date.isoformat()}
