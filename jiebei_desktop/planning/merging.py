"""Two people's changes to one plan put together: what only one of them changed is taken over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from jiebei_desktop.planning.document import Plan
from jiebei_desktop.values import ProblemError, checked

_GONE: Final = object()
_TOLD_APART: Final = {
    "scenarios": ("name",),
    "snapshots": ("name",),
    "rule_changes": ("rule", "since", "path"),
    "prime_rates": ("since",),
}
"""By what the parts of lists are told apart; in all others they are by `id`, where they have one."""
_WHOLE: Final = frozenset({"content", "value"})
"""What a snapshot holds, for it was so on one day, and what a figure was changed to: never mixed with another."""
_TOGETHER: Final = (
    ("product", "method", "rate", "rate_per", "fee_rate"),
    ("product", "overdue"),
    ("periods", "fee_rate"),
    ("events", "unpaid_from", "missed"),
    ("options", "base"),
    ("as_of", "accounts", "balances"),
)
"""Fields that mean something only with each other: one side's unit would give the other side's rate another meaning."""


class _ConflictError(Exception):
    """Both sides changed the same thing, and not alike."""


def merged(base: Plan, mine: Plan, theirs: Plan) -> Plan | None:
    """Return a plan with both sides' changes in it; None where they don't go together.

    They don't where both sides changed the same thing differently, or where what one of them changed rests on what the
    other one took away.

    Args:
        base: the plan that both sides began with.
        mine: what became of it here; where new things have no place of their own, those from here come first.
        theirs: what became of it elsewhere.
    """
    try:
        found = checked(Plan, _value("", *(side.model_dump(mode="json") for side in (base, mine, theirs))))
    except (_ConflictError, ProblemError):
        return None
    if _references(found) - _references(mine) - _references(theirs) or _first_torn(base, mine, theirs):
        return None
    return found


def _value(name: str, base: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - as the file has it
    """Return what becomes of what stands under a name; `_GONE` is what is not there."""
    if mine == theirs or base == theirs:
        return mine
    if base == mine:
        return theirs
    sides = base, mine, theirs
    if all(isinstance(side, dict) for side in sides) and name not in _WHOLE:
        _refuse_torn(*sides)
        return _parts(*sides)
    if all(isinstance(side, list) for side in sides):
        keys = _TOLD_APART.get(name, ("id",))
        named = [found for side in sides if (found := _named(side, keys)) is not None]
        if len(named) == len(sides):
            return _in_order(_parts(*named), *map(list, named))
    raise _ConflictError


def _parts(base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Return both sides' parts, each as it becomes; those that are gone are left out."""
    found = {
        name: _value(name, *(side.get(name, _GONE) for side in (base, mine, theirs))) for name in {**mine, **theirs}
    }
    return {name: value for name, value in found.items() if value is not _GONE}


def _refuse_torn(base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]) -> None:
    """Refuse that one side changes one part of what belongs together, and the other side another."""
    for group in _TOGETHER:
        apart = [name for name in group if mine.get(name, _GONE) != theirs.get(name, _GONE)]
        both = all(any(side.get(name, _GONE) != base.get(name, _GONE) for name in apart) for side in (mine, theirs))
        if len(apart) > 1 and both:
            raise _ConflictError


def _named(parts: list[Any], keys: Sequence[str]) -> dict[str, Any] | None:
    """Return the parts of a list by what tells them apart; None where they have nothing that does."""
    if not all(isinstance(part, dict) and any(isinstance(part.get(key), str) for key in keys) for part in parts):
        return None
    found = {" ".join(str(part.get(key)) for key in keys): part for part in parts}
    return found if len(found) == len(parts) else None


def _in_order(found: dict[str, Any], base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Any]:
    """Return parts in the order of the side that changed it, the other side's new ones where they stood there."""
    old = [name for name in base if name in found]
    by_mine, by_theirs = ([name for name in side if name in old] for side in (mine, theirs))
    if old not in (by_mine, by_theirs) and by_mine != by_theirs:
        raise _ConflictError
    first, second = (theirs, mine) if by_mine == old != by_theirs else (mine, theirs)
    order = [name for name in first if name in found]
    for place, name in enumerate(second):
        if name in found and name not in order:
            behind = [order.index(each) + 1 for each in second[max(place - 1, 0) : place] if each in order]
            ahead = [order.index(each) for each in second[place + 1 :] if each in order]
            order.insert([*behind, *ahead, len(order)][0], name)
    return [found[name] for name in order]


def _references(plan: Plan) -> set[tuple[str, str, str]]:
    """Return what rests on something that the plan does not have, and on what; products that ship are among it.

    A plan may have some, such as a kept comparison of a product that is gone: only new ones show that sides don't fit.
    """
    products = {product.id for product in plan.products}
    entries = {entry.id for entry in plan.budget.entries} | {""}
    kept = [(f"scenario {scenario.name}", scenario.comparison) for scenario in plan.scenarios]
    used = [
        *(("loan", loan.id, loan.product) for loan in plan.loans),
        *(
            ("option", where, option.product)
            for where, comparison in [("", plan.comparison), *kept]
            for option in comparison.offers
        ),
    ]
    named = [("earner", "", entry) for entry in (*plan.stress.earners, plan.stress.income.entry)]
    ordered = [("order", "", loan) for loan in plan.budget.order if plan.loan(loan) is None]
    return {
        *(each for each in used if each[2] not in products),
        *(each for each in named if each[2] not in entries),
        *ordered,
    }


def _first_torn(base: Plan, mine: Plan, theirs: Plan) -> bool:
    """Tell whether entries that name no account, and so go by the first one, would go by one that is not their side's.

    Which account comes first is something that is changed like a field.
    """
    first = [side.budget.accounts[0].id if side.budget.accounts else "" for side in (base, mine, theirs)]
    unnamed = any(not entry.account for side in (mine, theirs) for entry in side.budget.entries)
    return unnamed and len(set(first)) == len(first)
