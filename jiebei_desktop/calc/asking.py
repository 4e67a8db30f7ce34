"""What every kind of request has in common: reading its fields, and naming the one at fault."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from typing import Any

from jiebei_desktop.engine import Terms, read_terms
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

RATE_PLACES = 8
Rules = Callable[[], RuleBook]
"""Gives the products; asked only where a request names one, for reading them takes longer than most answers."""
_NO_RULES = RuleBook({}, (), {})


def terms_read(data: Mapping[str, Any], rules: Rules) -> Terms:
    """Return the terms of a request or an option, with the field at fault named inside them."""
    return read_terms(data, book_for(data, rules))


def book_for(data: Mapping[str, Any], rules: Rules) -> RuleBook:
    """Return the products where one is named, else none."""
    return _NO_RULES if data.get("product") is None else rules()


def rule_of(terms: Terms, rules: Rules) -> ProductRule | None:
    """Return the product rule that terms follow, if they name a product."""
    return rules().rule(terms.product, terms.start_date) if terms.product else None


def terms_given(request: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the object under `terms`."""
    data = request.get("terms")
    if not isinstance(data, dict):
        raise ProblemError("", translate("Values", "必须填写"))
    return data


def object_given(value: object) -> dict[str, Any]:
    """Return what has to be a JSON object."""
    if isinstance(value, dict):
        return value
    raise ProblemError("", translate("Calc", "要是一个 JSON 对象"))


def needed(request: Mapping[str, Any], name: str) -> object:
    """Return what a request has to have."""
    if request.get(name) is None:
        raise ProblemError(name, translate("Values", "必须填写"))
    return request[name]


def field_read(name: str, read: Callable[[object], Any], value: object) -> Any:  # noqa: ANN401 - as `read` gives it
    """Read a field, and name it where it can't be read."""
    try:
        return read(value)
    except ValueError as error:
        raise ProblemError(name, str(error)) from None


def under(name: str, read: Callable[[], Any]) -> Any:  # noqa: ANN401 - as `read` gives it
    """Read what stands under a name, and put the name before the field at fault."""
    try:
        return read()
    except ProblemError as error:
        raise error.under(name) from None


def only(request: Mapping[str, Any], *names: str) -> None:
    """Refuse what a request of this kind does not know."""
    known(request, {"id", "kind", *names})


def known(given: Mapping[str, Any], names: Container[str]) -> None:
    """Refuse what an object does not know."""
    for name in given:
        if name not in names:
            raise ProblemError(name, translate("Values", "不认识这一项"))
