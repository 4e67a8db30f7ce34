"""The engine's outer face: an array of JSON requests in, an array of results in the same order out.

Money, rates and shares are decimal strings both ways. A request that is wrong gives an error in its place, and the
others go on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from jiebei_desktop.calendar import iso_date
from jiebei_desktop.engine import Rates, Row, Schedule, Terms, compounded, dated_rate, period_rate, read_terms, schedule
from jiebei_desktop.engine.rates import RATE_STEP
from jiebei_desktop.money import RoundingMode, exact, plain, round_to
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_RATE_PLACES = 8
_UNROUNDED = Decimal("1E-10")
_PERIODS_A_YEAR = Decimal(12)
"""The periods of `rates` are months unless said otherwise, as the interval of terms is."""


class NotRequestsError(ValueError):
    """The input is not a JSON array; the message is for the user."""


def calculate(text: bytes, rules: RuleBook) -> tuple[list[dict[str, Any]], bool]:
    """Answer every request of a JSON array.

    Returns:
        the results in the order of the requests, and whether all succeeded.

    Raises:
        NotRequestsError: the input is not a JSON array.
    """
    try:
        requests = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotRequestsError(translate("Calc", "输入不是 JSON：{detail}").format(detail=error)) from None
    if not isinstance(requests, list):
        raise NotRequestsError(translate("Calc", "输入要是一个 JSON 数组"))
    results = [_answer(request, rules) for request in requests]
    return results, not any("error" in result for result in results)


def _answer(request: Any, rules: RuleBook) -> dict[str, Any]:  # noqa: ANN401 - as JSON has it
    identity = request.get("id") if isinstance(request, dict) else None
    try:
        return {"id": identity, **_kind(request)(request, rules)}
    except ProblemError as error:
        return {"id": identity, "error": {"field": error.problem.field, "message": error.problem.message}}


def _kind(request: Any) -> Callable[[Mapping[str, Any], RuleBook], dict[str, Any]]:  # noqa: ANN401 - as JSON has it
    if not isinstance(request, dict):
        raise ProblemError("", translate("Calc", "每个请求要是一个 JSON 对象"))
    if request.get("id") is None:
        raise ProblemError("id", translate("Values", "必须填写"))
    kind = request.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        text = translate("Calc", "不认识这种请求；可用：{known}").format(known="、".join(_KINDS))
        raise ProblemError("kind", text)
    return _KINDS[kind]


def _schedule(request: Mapping[str, Any], rules: RuleBook) -> dict[str, Any]:
    _only(request, "terms", "events")
    if request.get("events"):
        raise ProblemError("events", translate("Calc", "这个版本还不能算途中的变动"))
    data = request.get("terms")
    if not isinstance(data, dict):
        raise ProblemError("terms", translate("Values", "必须填写"))
    try:
        terms = read_terms(data, rules)
    except ProblemError as error:
        raise ProblemError(f"terms.{error.problem.field}", error.problem.message) from None
    return _written(schedule(terms))


def _written(worked_out: Schedule) -> dict[str, Any]:
    terms, totals = worked_out.terms, worked_out.totals
    return {
        "rows": [_row(row, terms) for row in worked_out.rows],
        "totals": {name: _money(getattr(totals, name), terms) for name in totals._fields},
        "rates": _rates_written(worked_out.rates),
    }


def _row(row: Row, terms: Terms) -> dict[str, Any]:
    return {
        "period": row.period,
        "start_date": row.start_date.isoformat(),
        "due_date": row.due_date.isoformat(),
        "days": row.days,
        "opening_balance": _money(row.opening_balance, terms),
        "principal": _money(row.principal, terms),
        "interest": _money(row.interest, terms),
        "fee": _money(row.fee, terms),
        "payment": _money(row.payment, terms),
        "balance": _money(row.balance, terms),
    }


def _money(value: Decimal, terms: Terms) -> str:
    """Write yuan with two places; more only where the terms round finer or not at all."""
    if terms.rounding.mode is RoundingMode.NONE:
        value = round_to(value, step=_UNROUNDED)
    return plain(value)


def _rates_written(rates: Rates) -> dict[str, str]:
    return {name: plain(getattr(rates, name), _RATE_PLACES) for name in rates._fields}


def _rates(request: Mapping[str, Any], rules: RuleBook) -> dict[str, Any]:
    del rules
    _only(request, "cashflows", "periods_per_year")
    flows = request.get("cashflows")
    if not isinstance(flows, list) or not flows or not all(isinstance(flow, dict) for flow in flows):
        raise ProblemError("cashflows", translate("Calc", "要是一个非空的数组，每一项有 amount 和 date 或 period"))
    amounts = [_field(f"cashflows.{index}.amount", exact, flow.get("amount")) for index, flow in enumerate(flows)]
    if all("date" in flow for flow in flows):
        days = [_field(f"cashflows.{index}.date", iso_date, flow["date"]) for index, flow in enumerate(flows)]
        return {"effective_annual": plain(dated_rate(zip(days, amounts, strict=True)).rate, _RATE_PLACES)}
    numbers = [_field(f"cashflows.{index}.period", _period, flow.get("period")) for index, flow in enumerate(flows)]
    a_year = _field("periods_per_year", _positive, request.get("periods_per_year", _PERIODS_A_YEAR))
    rate = period_rate(zip(numbers, amounts, strict=True)).rate
    return _rates_written(Rates((rate * a_year).quantize(RATE_STEP), compounded(rate, a_year)))


def _period(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(translate("Calc", "每一项都要有 date，或者都有 period（0 起的整数）"))


def _positive(value: object) -> Decimal:
    number = exact(value)
    if number <= 0:
        raise ValueError(translate("Calc", "要大于 0"))
    return number


def _field(name: str, read: Callable[[object], Any], value: object) -> Any:  # noqa: ANN401 - as `read` gives it
    try:
        return read(value)
    except ValueError as error:
        raise ProblemError(name, str(error)) from None


def _only(request: Mapping[str, Any], *names: str) -> None:
    for name in request:
        if name not in {"id", "kind", *names}:
            raise ProblemError(name, translate("Values", "不认识这一项"))


_KINDS = {"schedule": _schedule, "rates": _rates}
