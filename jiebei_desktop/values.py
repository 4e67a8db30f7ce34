"""The vocabulary that products, engine and plan share: checked pydantic types, enums, and errors named by field."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, FailFast, Field, PlainSerializer, ValidationError

from jiebei_desktop.calendar import iso_date
from jiebei_desktop.money import FEN, MAX_MONEY, RoundingMode, exact, plain
from jiebei_desktop.text import translate

MAX_PERIODS = 600
M = TypeVar("M", bound=BaseModel)


class Method(StrEnum):
    """How a loan is paid back."""

    EQUAL_PAYMENT = "equal_payment"
    EQUAL_PRINCIPAL = "equal_principal"
    INTEREST_FIRST = "interest_first"
    FLAT_FEE = "flat_fee"
    BULLET = "bullet"


class RatePer(StrEnum):
    """The time that a rate is quoted for."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


TIMES_A_YEAR = {RatePer.DAY: 365, RatePer.MONTH: 12, RatePer.YEAR: 1}
"""By which a rate is multiplied to be one of a year, where nothing says otherwise."""


class Frozen(BaseModel):
    """A value: immutable, equal by content, closed to unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


Exact = Annotated[Decimal, BeforeValidator(exact), PlainSerializer(lambda value: plain(value, 0), when_used="json")]
Money = Annotated[
    Decimal,
    BeforeValidator(exact),
    PlainSerializer(plain, when_used="json"),
    Field(ge=0, le=MAX_MONEY, decimal_places=2),
]
Principal = Annotated[Money, Field(ge=FEN)]
Rate = Annotated[Exact, Field(ge=0, le=1)]
Day = Annotated[date, BeforeValidator(iso_date)]
_Step = Annotated[Exact, Field(gt=0), Field(ge=Decimal("1E-12"), le=MAX_MONEY)]
T = TypeVar("T")
Many = Annotated[tuple[T, ...], FailFast()]
"""A list out of a file: checking it ends with the first thing that is wrong, or all that is would fill the memory."""
Periods = Annotated[int, Field(strict=True, ge=1, le=MAX_PERIODS)]


class Rounding(Frozen):
    """How amounts are rounded: interest and fee by `mode` and `step`, the instalment by its own where given."""

    mode: RoundingMode = RoundingMode.HALF_UP
    step: _Step = FEN
    instalment_mode: RoundingMode | None = None
    instalment_step: _Step | None = None


class Problem(NamedTuple):
    """What is wrong with one field, in words for the user; `field` is a dotted path, empty for the whole."""

    field: str
    message: str


class ProblemError(ValueError):
    """An input that was refused, with the field at fault."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(field, message)

    def under(self, path: str) -> ProblemError:
        """Return the same problem, its field inside `path`."""
        return ProblemError(".".join(filter(None, (path, self.problem.field))), self.problem.message)


def checked(model: type[M], data: object) -> M:
    """Return a value of a model.

    Raises:
        ProblemError: the first thing that is wrong with the data, with its field.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ProblemError(*problems_of(error)[0]) from None


def problems_of(error: ValidationError) -> list[Problem]:
    """Put pydantic's findings into the user's words, one a field."""
    found: dict[str, str] = {}
    for item in error.errors(include_url=False):
        path = ".".join(str(part) for part in item["loc"])
        raised = item.get("ctx", {}).get("error")
        if isinstance(raised, ProblemError):
            path = raised.under(path).problem.field
        found.setdefault(path, _message(item["type"], item.get("ctx", {}), item.get("input")))
    return [Problem(field, message) for field, message in found.items()]


def _message(kind: str, ctx: Mapping[str, Any], value: object) -> str:
    if "error" in ctx:
        return str(ctx["error"])
    limits = {
        "greater_than": translate("Values", "要大于 {limit}"),
        "greater_than_equal": translate("Values", "不能小于 {limit}"),
        "less_than": translate("Values", "要小于 {limit}"),
        "less_than_equal": translate("Values", "不能大于 {limit}"),
    }
    if kind in limits:
        return limits[kind].format(limit=_limit(ctx))
    if kind in {"enum", "literal_error"}:
        return translate("Values", "{value} 不能用；可选：{allowed}").format(
            value=_shown(value), allowed=ctx["expected"]
        )
    texts = {
        "decimal_max_places": translate("Values", "最多两位小数（到分）"),
        "missing": translate("Values", "必须填写"),
        "extra_forbidden": translate("Values", "不认识这一项"),
        "int_type": translate("Values", "要填一个整数"),
        "string_type": translate("Values", "要填文字"),
        "string_too_short": translate("Values", "不能是空的"),
        "string_too_long": translate("Values", "太长了"),
        "bool_type": translate("Values", "要填 true 或 false"),
        "too_short": translate("Values", "至少要有一项"),
        "too_long": translate("Values", "最多 {most} 项").format(most=ctx.get("max_length")),
    }
    if kind == "too_short" and ctx["min_length"] > 1:
        return translate("Values", "至少要有 {least} 项").format(least=ctx["min_length"])
    return texts.get(kind) or translate("Values", "{value} 不能用在这里").format(value=_shown(value))


def _limit(ctx: Mapping[str, Any]) -> str:
    """Return a bound without the `Decimal('…')` that pydantic writes around it."""
    bound = next(ctx[name] for name in ("gt", "ge", "lt", "le") if name in ctx)
    return str(bound).removeprefix("Decimal('").removesuffix("')")


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 40 else f"{text[:39]}…"
