"""From each version of the plan file to the next, as steps on what its JSON holds.

A step never imports what the program is made of: that changes, and what old files look like doesn't. It gets what
nobody has checked yet, leaves alone what is not as it should be, and is never changed once it was released. To add
one: raise `document.SCHEMA_VERSION`, append a function to `STEPS`, and put a plan of the old version into
`tests/data/plans`; a test counts them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

Data = dict[str, Any]


def _columns_say_their_kind(data: Data) -> Data:
    """1 → 2: a column of a comparison says what it is, by which further kinds can be told."""

    def said(comparison: object) -> object:
        if not isinstance(comparison, dict) or not isinstance(comparison.get("options"), list):
            return comparison
        options = [
            {"kind": "bill" if "pay" in option else "offer", **option} if isinstance(option, dict) else option
            for option in comparison["options"]
        ]
        return {**comparison, "options": options}

    changed = {**data, "comparison": said(data.get("comparison"))} if "comparison" in data else dict(data)
    if isinstance(data.get("scenarios"), list):
        changed["scenarios"] = [
            {**each, "comparison": said(each.get("comparison"))} if isinstance(each, dict) else each
            for each in data["scenarios"]
        ]
    return changed


def _rules_can_be_changed(data: Data) -> Data:
    """2 → 3: a plan can hold the user's own figures of rules, without which an older program comes to other amounts."""
    return dict(data)


STEPS: Final[tuple[Callable[[Data], Data], ...]] = (_columns_say_their_kind, _rules_can_be_changed)
"""The first leads from version 1 to 2, and so on."""


def migrated(data: Data, version: int) -> Data:
    """Return what a file of `version` (1 or more) holds, as the newest version has it."""
    for number, step in enumerate(STEPS[version - 1 :], version + 1):
        data = {**step(data), "schema_version": number}
    return data
