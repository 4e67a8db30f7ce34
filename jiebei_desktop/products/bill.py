"""The rule of the monthly 花呗 bill: its days, the minimum payment, and what the rest of a bill costs."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from jiebei_desktop.products.book import BrokenRule, RuleBook, read_table
from jiebei_desktop.products.conditions import DueDayOfMonth
from jiebei_desktop.products.models import Figure, Source, check_sources, strict_number
from jiebei_desktop.products.own import BILL, OwnFigure, changed_as_far_as_right
from jiebei_desktop.resources import resource
from jiebei_desktop.values import Day, Frozen, Money, ProblemError, Rate, checked

StatementDay = Annotated[int, Field(ge=1, le=28)]


class BillRule(Frozen):
    """What is known of the bill.

    Attributes:
        version: when the file was last checked against its sources.
        cycles: by the day of the month on which the bill comes, the days on which it can fall due.
        minimum_share: the share of a bill's new part that has to be paid by its due day.
        daily_rate: interest for a day, as a share of what was left unpaid, from the day after the due day on.
        least_split: the least bill, in yuan, that can be split into instalments.
    """

    schema_version: Annotated[Literal[1], BeforeValidator(strict_number)]
    version: Day
    sources: dict[str, Source]
    cycles: Annotated[
        dict[StatementDay, Figure[Annotated[tuple[DueDayOfMonth, ...], Field(min_length=1)]]], Field(min_length=1)
    ]
    minimum_share: Figure[Rate]
    daily_rate: Figure[Rate]
    least_split: Figure[Money]

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        check_sources(self, self.sources)
        return self


def read_bill_rule(path: Path) -> BillRule:
    """Read a bill rule from its file.

    Raises:
        ProblemError: the first thing that is wrong, with its key; the message names file, key and reason.
    """
    found = read_table(path)
    if isinstance(found, BrokenRule):
        raise ProblemError("", str(found))
    try:
        return checked(BillRule, found)
    except ProblemError as error:
        key, reason = error.problem
        raise ProblemError(key, str(BrokenRule(path.name, key, reason))) from None


@cache
def shipped_bill_rule() -> BillRule:
    """Return the bill rule that ships with the program."""
    return read_bill_rule(resource("products", "bills", "huabei_bill.toml"))


def bill_rule(rules: RuleBook) -> BillRule:
    """Return the bill rule in force: the one that ships, with the user's own figures in it.

    Raises:
        ProblemError: the one that ships can't be read.
    """
    return _with_own(rules.own_of(BILL))


@lru_cache(maxsize=8)
def _with_own(own: tuple[OwnFigure, ...]) -> BillRule:
    return changed_as_far_as_right(shipped_bill_rule(), own)
