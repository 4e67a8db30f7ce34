"""Checking data that may be anybody's: pydantic looks at everything and remembers all that is wrong with it.

A file made for it takes gigabytes that way. So what is large is checked part by part, up to the first that is wrong.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from jiebei_desktop.files.json_in import levels
from jiebei_desktop.values import ProblemError, checked, problems_of

_FEW: Final = 5_000
"""Values of which nothing that is said takes much memory."""
M = TypeVar("M", bound=BaseModel)


def first_checked(model: type[M], data: dict[str, Any]) -> M:
    """Return a value of a model as `checked` does, and raise as it does, with little memory whatever the data is."""
    if any(count > _FEW for count in accumulate(map(len, levels(data)))):
        data = _in_parts(model, data)
    return checked(model, data)


def _in_parts(kind: Any, value: Any) -> Any:  # noqa: ANN401 - as annotations and JSON have it
    """Return a value in which each part of a list is checked."""
    if not _has_lists(kind):
        return value
    inner = get_args(kind)
    if get_origin(kind) in {Annotated, Union, UnionType}:
        for each in inner:
            value = _in_parts(each, value)
    elif get_origin(kind) is tuple and inner[-1] is Ellipsis and isinstance(value, list):
        return [_part(inner[0], item, str(place)) for place, item in enumerate(value)]
    elif isinstance(kind, type) and issubclass(kind, BaseModel) and isinstance(value, dict):
        fields = {name: field.annotation for name, field in kind.model_fields.items() if name in value}
        return {**value, **{name: _under(name, each, value[name]) for name, each in fields.items()}}
    return value


def _part(kind: Any, value: Any, path: str) -> Any:  # noqa: ANN401
    value = _under(path, kind, value)
    try:
        return _adapter(kind).validate_python(value)
    except ValidationError as error:
        raise ProblemError(*problems_of(error)[0]).under(path) from None


def _under(path: str, kind: Any, value: Any) -> Any:  # noqa: ANN401
    try:
        return _in_parts(kind, value)
    except ProblemError as error:
        raise error.under(path) from None


@cache
def _has_lists(kind: Any) -> bool:  # noqa: ANN401
    inner: tuple[Any, ...] = get_args(kind)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        inner = tuple(field.annotation for field in kind.model_fields.values())
    return get_origin(kind) is tuple or any(map(_has_lists, inner))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401
    return TypeAdapter(kind)
