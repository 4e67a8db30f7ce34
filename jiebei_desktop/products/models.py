"""What a product rule is: figures, each with its sources and how sure it is."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import BeforeValidator, Field, model_validator

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.products.conditions import DueDayRule, EarlyRule, OverdueRule
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import (
    MAX_PERIODS,
    Day,
    Frozen,
    Method,
    Money,
    Periods,
    ProblemError,
    Rate,
    RatePer,
    Rounding,
)

T = TypeVar("T")


class Brand(StrEnum):
    """The product family; it decides the colour everywhere."""

    JIEBEI = "jiebei"
    HUABEI = "huabei"
    OTHER = "other"


class Confidence(StrEnum):
    """How well a figure is supported."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class LocalText(Frozen):
    """A text of a rule file in both languages."""

    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]

    def __str__(self) -> str:
        """Return the text in the language in use."""
        return pick(self.zh, self.en)


class Source(Frozen):
    """Where figures come from.

    Attributes:
        title: what it is.
        address: a web address, or how to find it.
        dated: the date that it bears, as it writes it; empty where it bears none.
        read: the day on which it was read.
    """

    title: LocalText
    address: Annotated[str, Field(min_length=1)]
    dated: str
    read: Day


class View(Frozen, Generic[T]):
    """What a source says that disagrees with the figure in force."""

    value: T
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    note: LocalText | None = None


class Figure(Frozen, Generic[T]):
    """One figure of a rule with its support; `views` are the sources that disagree, kept and not averaged."""

    value: T
    sources: Annotated[tuple[str, ...], Field(min_length=1)]
    confidence: Confidence
    note: LocalText | None = None
    views: tuple[View[T], ...] = ()


def strict_number(value: object) -> object:
    """Keep true from passing for 1."""
    return None if isinstance(value, bool) else value


def _check_rising(rule: Frozen, *names: str) -> None:
    for before, after in pairwise(names):
        if getattr(rule, before).value > getattr(rule, after).value:
            text = translate("Rules", "不能小于 {other} 的值")
            raise ProblemError(f"{after}.value", text.format(other=before))


class PrincipalRule(Frozen):
    """How much can be borrowed, in yuan."""

    least: Figure[Money]
    most: Figure[Money]

    @model_validator(mode="after")
    def _rising(self) -> Self:
        _check_rising(self, "least", "most")
        return self


class DailyRateRule(Frozen):
    """A product that charges interest by a rate."""

    per: RatePer
    typical: Figure[Rate]
    least: Figure[Rate]
    most: Figure[Rate]

    @model_validator(mode="after")
    def _rising(self) -> Self:
        _check_rising(self, "least", "typical", "most")
        return self


class FeeRule(Frozen):
    """A product that charges a fee as a share of the original principal.

    Attributes:
        by_periods: the whole fee by number of instalments; or
        per_period: the fee of one instalment.
    """

    by_periods: (
        Annotated[dict[Annotated[int, Field(ge=1, le=MAX_PERIODS)], Figure[Rate]], Field(min_length=1)] | None
    ) = None
    per_period: Figure[Rate] | None = None

    @model_validator(mode="after")
    def _one_price(self) -> Self:
        if (self.by_periods is None) == (self.per_period is None):
            raise ProblemError("by_periods", translate("Rules", "by_periods 和 per_period 要有且只有一个"))
        return self

    def figure(self, periods: int) -> Figure[Rate] | None:
        """Return what the fee for this many instalments rests on, if the rule knows one."""
        return self.per_period or (self.by_periods or {}).get(periods)


class ProductRule(Frozen):
    """A product's rules as one dated version of its file says them.

    Exactly one of `rate` and `fee` is there: it decides whether interest or a fee is charged.

    Attributes:
        version: when the file was last checked against its sources.
        in_force_from: loans that begin on this day or later follow this version.
        rank: where it stands among the products of its brand.
        year_days: by how many days a daily rate is made an annual one.
    """

    schema_version: Annotated[Literal[1], BeforeValidator(strict_number)]
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    brand: Brand
    name: LocalText
    version: Day
    in_force_from: Day
    rank: int = 0
    sources: dict[str, Source]
    principal: PrincipalRule | None = None
    periods: Figure[Annotated[tuple[Periods, ...], Field(min_length=1)]]
    default_periods: Periods
    methods: Figure[Annotated[tuple[Method, ...], Field(min_length=1)]]
    day_count: Figure[DayCount]
    rounding: Figure[Rounding]
    rate: DailyRateRule | None = None
    fee: FeeRule | None = None
    year_days: Figure[Literal[360, 365]] | None = None
    due_day: Figure[DueDayRule] | None = None
    overdue: Figure[OverdueRule] | None = None
    early: Figure[EarlyRule] | None = None

    @model_validator(mode="after")
    def _one_way_of_charging(self) -> Self:
        if (self.rate is None) == (self.fee is None):
            raise ProblemError("rate", translate("Rules", "rate 和 fee 要有且只有一个"))
        if (self.fee is not None) != (self.methods.value == (Method.FLAT_FEE,)):
            raise ProblemError("methods", translate("Rules", "按手续费收的产品只能用 flat_fee，按利率收的不能用"))
        return self

    @model_validator(mode="after")
    def _default_is_offered(self) -> Self:
        if self.default_periods not in self.periods.value:
            raise ProblemError("default_periods", translate("Rules", "要是 periods 里的一个"))
        return self

    @model_validator(mode="after")
    def _sources_exist(self) -> Self:
        check_sources(self, self.sources)
        return self

    def fee_rate(self, periods: int) -> Decimal | None:
        """Return the whole fee's share for this many instalments, if the rule knows one."""
        figure = self.fee.figure(periods) if self.fee else None
        if self.fee is None or figure is None:
            return None
        return figure.value * periods if self.fee.per_period else figure.value


def figures(value: Frozen, path: str = "") -> list[tuple[str, Figure[object]]]:
    """Return every figure inside a rule with its dotted path."""
    found: list[tuple[str, Figure[object]]] = []
    for name in type(value).model_fields:
        child = getattr(value, name)
        here = f"{path}.{name}" if path else name
        if isinstance(child, Figure):
            found.append((here, child))
        elif isinstance(child, Frozen):
            found.extend(figures(child, here))
        elif isinstance(child, dict):
            found.extend((f"{here}.{key}", item) for key, item in child.items() if isinstance(item, Figure))
    return found


def sources_named(keys: Iterable[str], known: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the sources of these keys."""
    return tuple(known[key] for key in keys)


def check_keys(where: str, keys: Iterable[str], known: Container[str]) -> None:
    """Check that sources are there.

    Raises:
        ProblemError: one that is not, at `where`.
    """
    for key in keys:
        if key not in known:
            text = translate("Rules", "没有叫 {name} 的来源").format(name=key)
            raise ProblemError(f"{where}.sources", text)


def check_sources(rule: Frozen, known: Container[str]) -> None:
    """Check that every figure inside a rule names sources that are there.

    Raises:
        ProblemError: one that is not, at the figure or view that names it.
    """
    for path, figure in figures(rule):
        check_keys(path, figure.sources, known)
        for place, view in enumerate(figure.views):
            check_keys(f"{path}.views.{place}", view.sources, known)
