"""What was worked out before, kept for the next edit: most of a plan is the same after it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Final, TypeVar, cast

from jiebei_desktop.products import RuleBook

T = TypeVar("T")
_MOST: Final = 512


class Memory:
    """Values by what they follow from, as long as the products are the same ones."""

    def __init__(self) -> None:
        self._rules: RuleBook | None = None
        self._kept: dict[Hashable, object] = {}
        self._last: dict[str, tuple[object, Hashable, object]] = {}

    def kept(self, rules: RuleBook, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return the value of a key, worked out where it is not known; what it raises is raised each time."""
        if rules is not self._rules or len(self._kept) > _MOST:
            self._rules = rules
            self._kept.clear()
        if key not in self._kept:
            self._kept[key] = work_out()
        return cast("T", self._kept[key])

    def last(self, name: str, source: object, key: Hashable, work_out: Callable[[], T]) -> T:
        """Return what follows from something and a key, kept as long as it is the very same and the key is equal."""
        known = self._last.get(name)
        if known is None or known[0] is not source or known[1] != key:
            known = self._last[name] = source, key, work_out()
        return cast("T", known[2])
