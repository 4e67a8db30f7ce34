"""What comes in and goes out in an average month of a statement, as entries of the budget."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from pydantic import ValidationError

from jiebei_desktop.calendar import add_months
from jiebei_desktop.money import MAX_MONEY, ONE, ZERO, round_to
from jiebei_desktop.planning.budget.household import MOST_ENTRIES, Budget, Entry, EntryKind, Repeat
from jiebei_desktop.planning.offers import MOST_NAME
from jiebei_desktop.planning.statement.movements import Flow, Statement
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, problems_of


class Suggestion(NamedTuple):
    """An entry that the budget could have.

    Attributes:
        category: in the statement's words.
        monthly: in whole yuan.
        months: over how many months it is the average.
        rows: of how many rows of the statement.
        present: whether the budget has just this entry already.
        before: what the budget has of it now, each time and in yuan; None where it has none of it.
    """

    entry: Entry
    kind: EntryKind
    category: str
    monthly: Decimal
    months: int
    rows: int
    present: bool
    before: Decimal | None


def suggestions(statement: Statement, budget: Budget) -> tuple[Suggestion, ...]:
    """Return what a statement's average month has, the biggest first; what comes to less than a yuan is left out.

    So is more than any amount can be. Months that it covers only in part are left out, unless there are no others.
    """
    months = _months(statement)
    groups: dict[tuple[bool, str, bool], list[Flow]] = {}
    for flow in statement.flows:
        if flow.month in months:
            groups.setdefault((flow.income, flow.category, flow.by_huabei), []).append(flow)
    found = []
    for (income, category, by_huabei), flows in groups.items():
        monthly = round_to(sum((flow.amount for flow in flows), ZERO) / len(months), step=ONE)
        if not 1 <= monthly <= MAX_MONEY:
            continue
        kind = EntryKind.INCOME if income else EntryKind.SPENDING
        rows = sum(flow.rows for flow in flows)
        entry = Entry(
            id=_key(kind, category, by_huabei=by_huabei),
            kind=kind,
            amount=monthly,
            repeat=Repeat.MONTHS,
            day=_usual_day(sum(flow.days for flow in flows), rows),
            category=category[:MOST_NAME],
            by_huabei=by_huabei,
        )
        old = budget.entry(entry.id)
        if old is not None:
            entry = _up_to_date(old, entry)
        before = old.amount if old else None
        found.append(Suggestion(entry, kind, category, monthly, len(months), rows, entry == old, before))
    return tuple(sorted(found, key=lambda each: (-each.monthly, each.entry.id)))


def with_suggestions(budget: Budget, chosen: Sequence[Suggestion]) -> Budget:
    """Return a budget with suggested entries; one that was taken over before gets its new amount and day.

    Raises:
        ProblemError: there would be more entries than can be, or one of them can't be.
    """
    entries = {entry.id: entry for entry in budget.entries} | {each.entry.id: each.entry for each in chosen}
    if len(entries) > MOST_ENTRIES:
        text = translate("Reconcile", "预算最多 {most} 项，放不下这么多。请少选几项，或者先删掉几项。")
        raise ProblemError("entries", text.format(most=MOST_ENTRIES))
    try:
        return budget.changed(entries=tuple(entries.values()))
    except ValidationError as error:
        raise ProblemError(*problems_of(error)[0]) from None


def _up_to_date(old: Entry, new: Entry) -> Entry:
    """Return an entry that was taken over before with its new amount and day; all else that the user has made of it."""
    return old.model_copy(update={"amount": new.amount, "repeat": new.repeat, "every": new.every, "day": new.day})


def _months(statement: Statement) -> set[date]:
    """Return the months over which to take the average: whole ones; where there are none, those that there are."""
    first = statement.first.replace(day=1)
    count = (statement.last.year - first.year) * 12 + statement.last.month - first.month + 1
    every = [add_months(first, away) for away in range(count)]
    whole = {
        month
        for month in every
        if statement.first <= month and add_months(month, 1) - timedelta(days=1) <= statement.last
    }
    return whole or set(every)


def _usual_day(days: int, count: int) -> int:
    """Return the average day of the month of some rows."""
    return min(max(int(round_to(Decimal(days) / max(count, 1), step=ONE)), 1), 31)


def _key(kind: EntryKind, category: str, *, by_huabei: bool) -> str:
    """Return an id that is the same for the same kind and category, so that taking over twice changes nothing."""
    said = f"{kind.value}|{by_huabei}|{category}"
    return f"statement-{hashlib.sha256(said.encode()).hexdigest()[:16]}"
