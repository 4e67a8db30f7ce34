"""The user's own figures in the place of shipped ones: each with the user as its source, what ships kept beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeVar

from jiebei_desktop.products.models import Confidence, Figure, figures
from jiebei_desktop.text import translate
from jiebei_desktop.values import Frozen, ProblemError, checked

BILL: Final = "bill:huabei"
"""Stands for the rule of the 花呗 bill where products go by their ids, none of which has a colon."""
LINES: Final = "lines:price"
"""Stands for the lines that a price is held against."""
FEES: Final = "fee.by_periods."
"""How the paths of the whole fees by number of instalments begin: the user can say one more."""
_KEY: Final = "own:"
_FEE: Final = re.compile(rf"{re.escape(FEES)}([1-9][0-9]{{0,2}})")

R = TypeVar("R", bound=Frozen)


class OwnFigure(NamedTuple):
    """A figure of the user's own.

    Attributes:
        rule: the id of a product, `BILL` or `LINES`.
        since: the day from which the changed version of a product's rule is in force; None where there is one only.
        path: the figure's dotted path.
        value: as a file has it, in JSON.
        made: the day on which the user said it.
    """

    rule: str
    since: date | None
    path: str
    value: str
    made: date


class OwnRate(NamedTuple):
    """A one-year loan prime rate of the user's own, as a share, from a day on; said on the day `made`."""

    since: date
    value: Decimal
    made: date


def own_source(made: date) -> dict[str, object]:
    """Return the user as a source, by the day on which they said it."""
    return {"title": {"zh": "你自己改的", "en": "Changed by you"}, "address": "-", "dated": str(made), "read": made}


def own_key(place: str) -> str:
    """Return the key of the source of what the user changed in a place of a rule."""
    return f"{_KEY}{place}"


def is_own(figure: Figure[Any]) -> bool:
    """Tell whether a figure in force is the user's own; its first view is then what ships, where something does."""
    return figure.sources[0].startswith(_KEY)


def own_paths(rule: Frozen) -> frozenset[str]:
    """Return the paths of a rule's figures that are the user's own."""
    return frozenset(path for path, figure in figures(rule) if is_own(figure))


def changed(rule: R, own: Sequence[OwnFigure]) -> R:
    """Return a rule with every one of the user's own figures in it.

    Raises:
        ProblemError: one of them is unknown here, or is not right by itself or with the others; with its field.
    """
    if not own:
        return rule
    data = rule.model_dump(by_alias=True)
    for each in own:
        place = _place(data, each.path)
        shipped = [{name: place[name] for name in ("value", "sources", "note")}] if place else []
        place |= {
            "value": json.loads(each.value),
            "sources": (own_key(each.path),),
            "confidence": Confidence.HIGH,
            "note": None,
            "views": (*shipped, *place.get("views", ())),
        }
        data["sources"][own_key(each.path)] = own_source(each.made)
    _keep_default(data)
    return checked(type(rule), data)


def changed_as_far_as_right(rule: R, own: Iterable[OwnFigure]) -> R:
    """Return a rule with those of the user's own figures that are right; the others are as if they were not there."""
    own = tuple(own)
    if not own:
        return rule
    data = rule.model_dump(by_alias=True)
    left = [each for each in own if _figure(data, each.path) or _is_new_fee(data, each.path)]  # of maybe thousands
    try:
        return changed(rule, left)
    except ProblemError:
        kept: list[OwnFigure] = []
    found, more = rule, True
    while more:  # one that is wrong with the first ones may be right with later ones
        more = False
        for each in [each for each in left if each not in kept]:
            try:
                found = changed(rule, [*kept, each])
            except ProblemError:
                continue
            kept.append(each)
            more = True
    return found


def fee_periods(path: str) -> int | None:
    """Return the number of instalments that a path is the whole fee of; None where it is none."""
    found = _FEE.fullmatch(path)
    return int(found[1]) if found else None


def _place(data: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the figure at a path of a rule's content; a new one for a number of instalments that has no fee yet."""
    found = _figure(data, path)
    if found is not None:
        return found
    if not _is_new_fee(data, path):
        raise ProblemError(path, translate("Rules", "规则里没有这一项"))
    fees, made = data["fee"]["by_periods"], dict[str, Any]()
    data["fee"]["by_periods"] = dict(sorted({**fees, fee_periods(path): made}.items()))
    return made


def _is_new_fee(data: dict[str, Any], path: str) -> bool:
    fees, count = (data.get("fee") or {}).get("by_periods") or {}, fee_periods(path)
    return bool(fees) and count is not None and count not in fees


def _figure(data: dict[str, Any], path: str) -> dict[str, Any] | None:
    found: Any = data
    for part in path.split("."):
        names = {str(key): key for key in found} if isinstance(found, dict) and "value" not in found else {}
        found = found[names[part]] if part in names else None
    return found if isinstance(found, dict) and "views" in found else None


def _keep_default(data: dict[str, Any]) -> None:
    """Let a product begin with a number of instalments that is still among those it offers."""
    if "default_periods" not in data or not isinstance(data["periods"]["value"], list):
        return
    offered = [each for each in data["periods"]["value"] if isinstance(each, int)]
    if offered and data["default_periods"] not in offered:
        shorter = [each for each in offered if each < data["default_periods"]]
        data["default_periods"] = max(shorter) if shorter else min(offered)
