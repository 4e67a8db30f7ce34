"""The rules of the 花呗 bill, as dated, sourced data."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from jiebei_desktop.products.conditions import DueDayOfMonth
from jiebei_desktop.products.models import Figure, LocalText, Source, check_sources
from jiebei_desktop.resources import resource
from jiebei_desktop.values import Day, Frozen, Money, Rate


class BillCycle(Frozen):
    """A statement day and the days of the month on which its bills can fall due."""

    statement_day: DueDayOfMonth
    due_days: Annotated[tuple[DueDayOfMonth, ...], Field(min_length=1)]


class BillRule(Frozen):
    """How purchases become bills.

    Attributes:
        cycles: the pairs of statement day and due days on offer.
        minimum_share: the part of a bill's purchases that has to be paid at least.
        daily_rate: what the rest bears a day, from the day after the due day.
        least_split: the least bill, in yuan, that can be paid by instalments.
    """

    schema_version: Literal[1]
    id: str
    name: LocalText
    version: Day
    sources: dict[str, Source]
    cycles: Figure[tuple[BillCycle, ...]]
    minimum_share: Figure[Rate]
    daily_rate: Figure[Rate]
    least_split: Figure[Money]

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        check_sources(self, self.sources)
        return self


def read_bill_rule(path: Path) -> BillRule:
    """Read the rules from a file.

    Raises:
        OSError, ValueError: it can't be read.
    """
    return BillRule.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def shipped_bill_rule() -> BillRule:
    """Return the rules that ship with the program."""
    return read_bill_rule(resource("bills", "huabei.toml"))
