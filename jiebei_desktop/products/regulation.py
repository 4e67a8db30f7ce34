"""The lines that a loan's price is held against: dated, sourced data, never a judgement."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from jiebei_desktop.products.book import RuleBook
from jiebei_desktop.products.models import Confidence, Figure, Source, View, check_keys, check_sources, strict_number
from jiebei_desktop.products.own import LINES, OwnFigure, OwnRate, changed_as_far_as_right, own_key, own_source
from jiebei_desktop.resources import resource
from jiebei_desktop.text import translate
from jiebei_desktop.values import Day, Frozen, ProblemError, Rate

Multiple = Annotated[int, Field(strict=True, ge=1, le=100)]


class PrimeRate(Figure[Rate]):
    """The one-year loan prime rate from a day on, as a share."""

    since: Annotated[Day, Field(alias="from")]


class Regulation(Frozen):
    """All the lines.

    Attributes:
        lpr: one-year loan prime rates, oldest first.
        assisted: the whole annual cost of a loan under the loan-assistance rule.
        private_multiple: the ceiling of private lending, in one-year loan prime rates.
        microloan_multiple: what microloan companies have to come down to, in one-year loan prime rates.
    """

    schema_version: Annotated[Literal[1], BeforeValidator(strict_number)]
    sources: dict[str, Source]
    lpr: Annotated[tuple[PrimeRate, ...], Field(min_length=1)]
    assisted: Figure[Rate]
    private_multiple: Figure[Multiple]
    microloan_multiple: Figure[Multiple]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        for before, after in pairwise(self.lpr):
            if after.since <= before.since:
                raise ProblemError("lpr", translate("Rules", "日期要一个比一个晚"))
        return self

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        check_sources(self, self.sources)
        for place, rate in enumerate(self.lpr):
            check_keys(f"lpr.{place}", rate.sources, self.sources)
        return self

    def prime_rate(self, on: date) -> PrimeRate | None:
        """Return the one-year loan prime rate in force on a day; None before the first that is known."""
        return next((rate for rate in reversed(self.lpr) if rate.since <= on), None)


def read_regulation(path: Path) -> Regulation:
    """Read the lines from a file.

    Raises:
        OSError, ValueError: it can't be read.
    """
    return Regulation.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@cache
def shipped_regulation() -> Regulation:
    """Return the lines that ship with the program."""
    return read_regulation(resource("regulation.toml"))


def regulation(rules: RuleBook) -> Regulation:
    """Return the lines in force: those that ship, with the user's own figures and prime rates in them."""
    return _with_own(rules.own_of(LINES), rules.own_rates)


@lru_cache(maxsize=8)
def _with_own(own: tuple[OwnFigure, ...], rates: tuple[OwnRate, ...]) -> Regulation:
    lines = shipped_regulation()
    by_day = {rate.since: rate for rate in lines.lpr}
    sources = dict(lines.sources)
    for rate in rates:
        key = own_key(str(rate.since))
        sources[key] = Source.model_validate(own_source(rate.made))
        by_day[rate.since] = _own_rate(rate, key, by_day.get(rate.since))
    whole = lines.model_copy(update={"lpr": tuple(by_day[day] for day in sorted(by_day)), "sources": sources})
    return changed_as_far_as_right(whole, own)


def _own_rate(rate: OwnRate, key: str, shipped: PrimeRate | None) -> PrimeRate:
    """Return a prime rate of the user's own, with the one that ships for its day beside it."""
    views = (View[Rate](value=shipped.value, sources=shipped.sources, note=shipped.note),) if shipped else ()
    return PrimeRate(**{"from": rate.since}, value=rate.value, sources=(key,), confidence=Confidence.HIGH, views=views)
