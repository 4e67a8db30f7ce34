"""The engine's outer face: an array of JSON requests in, an array of results in the same order out.

Money, rates and shares are decimal strings both ways. A request that is wrong gives an error in its place, and the
others go on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from jiebei_desktop.calc_output import bills_written, explained, money, rates_written, schedule_written, totals_written
from jiebei_desktop.calendar import iso_date
from jiebei_desktop.engine import (
    Rates,
    Schedule,
    Terms,
    compounded,
    dated_rate,
    late_cost,
    period_rate,
    read_events,
    read_terms,
    schedule,
    solve,
)
from jiebei_desktop.engine.bill import bills, read_bill_request
from jiebei_desktop.engine.rates import RATE_STEP
from jiebei_desktop.money import exact, plain
from jiebei_desktop.planning.disclosure import disclosure
from jiebei_desktop.planning.fitting import fit, read_figures
from jiebei_desktop.planning.warnings import rate_warnings
from jiebei_desktop.products import RuleBook
from jiebei_desktop.products.bill import shipped_bill_rule
from jiebei_desktop.products.conditions import OverdueRule
from jiebei_desktop.products.regulation import shipped_regulation
from jiebei_desktop.text import translate
from jiebei_desktop.values import Method, ProblemError

_RATE_PLACES = 8
_PERIODS_A_YEAR = Decimal(12)
"""The periods of `rates` are months unless said otherwise, as the interval of terms is."""
_LATE_DAYS = (1, 7, 30, 90)
_MOST_LATE = 3660


class NotRequestsError(ValueError):
    """The input is not a JSON array; the message is for the user."""


Rules = Callable[[], RuleBook]
"""Gives the products; asked only where a request names one, for reading them takes longer than most answers."""
_NO_RULES = RuleBook({}, (), {})


def answers(text: bytes, rules: Rules) -> Iterator[dict[str, Any]]:
    """Yield the answer to every request of a JSON array, in order; one that failed has an `error`.

    Raises:
        NotRequestsError: the input is not a JSON array.
    """
    try:
        requests = json.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotRequestsError(translate("Calc", "输入不是 JSON：{detail}").format(detail=error)) from None
    if not isinstance(requests, list):
        raise NotRequestsError(translate("Calc", "输入要是一个 JSON 数组"))
    for request in requests:
        yield _answer(request, rules)


def _answer(request: Any, rules: Rules) -> dict[str, Any]:  # noqa: ANN401 - as JSON has it
    identity = request.get("id") if isinstance(request, dict) else None
    try:
        return {"id": identity, **_kind(request)(request, rules)}
    except ProblemError as error:
        return {"id": identity, "error": _error(error)}


def _error(error: ProblemError) -> dict[str, str]:
    return {"field": error.problem.field, "message": error.problem.message}


def _kind(request: Any) -> Callable[[Mapping[str, Any], Rules], dict[str, Any]]:  # noqa: ANN401 - as JSON has it
    if not isinstance(request, dict):
        raise ProblemError("", translate("Calc", "每个请求要是一个 JSON 对象"))
    if request.get("id") is None:
        raise ProblemError("id", translate("Values", "必须填写"))
    kind = request.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        text = translate("Calc", "不认识这种请求；可用：{known}").format(known="、".join(_KINDS))
        raise ProblemError("kind", text)
    return _KINDS[kind]


def _schedule(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    _only(request, "terms", "events", "explain")
    terms = _under("terms", lambda: _read(_terms_given(request), rules))
    found = schedule(terms, read_events(request.get("events")))
    written = schedule_written(found)
    if request.get("explain"):
        written["why"] = explained(found, _book(request["terms"], rules))
    warnings = rate_warnings(found, shipped_regulation())
    if warnings:
        written["warnings"] = [{"field": f"terms.{warning.field}", "message": warning.whole} for warning in warnings]
    return written


def _read(data: Mapping[str, Any], rules: Rules) -> Terms:
    return read_terms(data, _book(data, rules))


def _book(data: Mapping[str, Any], rules: Rules) -> RuleBook:
    return _NO_RULES if data.get("product") is None else rules()


def _terms_given(request: Mapping[str, Any]) -> Mapping[str, Any]:
    data = request.get("terms")
    if not isinstance(data, dict):
        raise ProblemError("", translate("Values", "必须填写"))
    return data


def _rates(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    del rules
    _only(request, "cashflows", "periods_per_year")
    flows = request.get("cashflows")
    if not isinstance(flows, list) or not flows or not all(isinstance(flow, dict) for flow in flows):
        raise ProblemError("cashflows", translate("Calc", "要是一个非空的数组，每一项有 amount 和 date 或 period"))
    amounts = [_field(f"cashflows.{index}.amount", exact, flow.get("amount")) for index, flow in enumerate(flows)]
    if all("date" in flow for flow in flows):
        days = [_field(f"cashflows.{index}.date", iso_date, flow["date"]) for index, flow in enumerate(flows)]
        found = dated_rate(zip(days, amounts, strict=True))
        written: dict[str, Any] = {"effective_annual": plain(found.rate, _RATE_PLACES)}
    else:
        numbers = [_field(f"cashflows.{index}.period", _period, flow.get("period")) for index, flow in enumerate(flows)]
        a_year = _field("periods_per_year", _positive, request.get("periods_per_year", _PERIODS_A_YEAR))
        found = period_rate(zip(numbers, amounts, strict=True))
        nominal = (found.rate * a_year).quantize(RATE_STEP)
        written = dict(rates_written(Rates(nominal, compounded(found.rate, a_year))))
    return written | ({"ambiguous": True} if found.ambiguous else {})


def _solve(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    _only(request, "terms", "payment")
    data = dict(_under("terms", lambda: _terms_given(request)))
    inside = data.pop("payment", None)
    payment = request.get("payment", inside)
    try:
        name, value = solve(data, payment, _book(data, rules))
    except ProblemError as error:
        field = error.problem.field
        outer = field in {"payment", "terms"}
        raise ProblemError(field if outer else f"terms.{field}", error.problem.message) from None
    if isinstance(value, int):
        return {name: value}
    return {name: plain(value, 2 if name in {"principal", "payment"} else _RATE_PLACES)}


def _compare(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    _only(request, "amount", "start_date", "options", "late_days")
    options = request.get("options")
    if not isinstance(options, list) or not options:
        raise ProblemError("options", translate("Calc", "要是一个非空的数组，每一项是一份 terms"))
    shared = {"principal": _needed(request, "amount"), "start_date": _needed(request, "start_date")}
    _field("amount", exact, shared["principal"])
    _field("start_date", iso_date, shared["start_date"])
    late = _late_days(request.get("late_days"))
    found: list[Schedule | None] = []
    written: list[dict[str, Any]] = []
    for place, option in enumerate(options):
        try:
            worked_out = schedule(_read(_object(option) | shared, rules))
            written.append(_option(worked_out, rules, late))
            found.append(worked_out)
        except ProblemError as error:
            found.append(None)
            field = ".".join(filter(None, ("options", str(place), error.problem.field)))
            written.append({"error": {"field": field, "message": error.problem.message}})
    able = [place for place, worked_out in enumerate(found) if worked_out]
    cheapest: dict[str, int | None] = {
        "total_cost": min(able, key=lambda place: _of(found, place).totals.cost, default=None),
        "effective_annual": min(able, key=lambda place: _of(found, place).rates.effective_annual, default=None),
    }
    return {"options": written, "cheapest": cheapest}


def _of(found: list[Schedule | None], place: int) -> Schedule:
    worked_out = found[place]
    assert worked_out is not None  # noqa: S101 - asked of those that were worked out only
    return worked_out


def _option(found: Schedule, rules: Rules, late: tuple[int, ...]) -> dict[str, Any]:
    written = {
        "totals": totals_written(found),
        "rates": rates_written(found.rates),
        "first_due_date": found.rows[0].due_date.isoformat(),
        "last_due_date": found.rows[-1].due_date.isoformat(),
    }
    rule = _overdue_rule(found, rules)
    if rule is not None:
        written["late_cost"] = {str(days): money(found.terms)(late_cost(found, rule, days)) for days in late}
    return written


def _overdue_rule(found: Schedule, rules: Rules) -> OverdueRule | None:
    product = found.terms.product
    figure = rules().rule(product, found.terms.start_date).overdue if product else None
    return figure.value if figure else None


def _object(value: object) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise ProblemError("", translate("Calc", "要是一个 JSON 对象"))


def _late_days(value: object) -> tuple[int, ...]:
    if value is None:
        return _LATE_DAYS
    good = isinstance(value, list) and all(
        isinstance(days, int) and not isinstance(days, bool) and 0 <= days <= _MOST_LATE for days in value
    )
    if not good or not isinstance(value, list):
        text = translate("Calc", "要是天数的数组，每个是 0 到 {most} 的整数")
        raise ProblemError("late_days", text.format(most=_MOST_LATE))
    return tuple(value)


def _disclose(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    _only(request, "terms", "events")
    terms = _under("terms", lambda: _read(_terms_given(request), rules))
    rule = rules().rule(terms.product, terms.start_date) if terms.product else None
    lines = disclosure(schedule(terms, read_events(request.get("events"))), rule)
    return {"lines": [line._asdict() for line in lines]}


def _fit(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    del rules
    _only(request, "figures")
    found = _under("figures", lambda: fit(read_figures(request.get("figures"))))
    price = "fee_rate" if found.terms.method is Method.FLAT_FEE else "rate"
    return {
        "fits": found.whole,
        "terms": {price: plain(getattr(found.terms, price), _RATE_PLACES), "rate_per": found.terms.rate_per.value},
        "findings": [
            {"figure": finding.figure, "fits": finding.fits, "message": finding.message} for finding in found.findings
        ],
    }


def _bill(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    del rules
    rule = shipped_bill_rule()
    asked = read_bill_request({name: value for name, value in request.items() if name not in {"id", "kind"}}, rule)
    return bills_written(bills(asked.purchases, asked.pay, asked, rule, asked.until))


def _period(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(translate("Calc", "每一项都要有 date，或者都有 period（0 起的整数）"))


def _positive(value: object) -> Decimal:
    number = exact(value)
    if number <= 0:
        raise ValueError(translate("Values", "要大于 {limit}").format(limit=0))
    return number


def _needed(request: Mapping[str, Any], name: str) -> object:
    if request.get(name) is None:
        raise ProblemError(name, translate("Values", "必须填写"))
    return request[name]


def _field(name: str, read: Callable[[object], Any], value: object) -> Any:  # noqa: ANN401 - as `read` gives it
    try:
        return read(value)
    except ValueError as error:
        raise ProblemError(name, str(error)) from None


def _under(name: str, read: Callable[[], Any]) -> Any:  # noqa: ANN401 - as `read` gives it
    try:
        return read()
    except ProblemError as error:
        field = ".".join(filter(None, (name, error.problem.field)))
        raise ProblemError(field, error.problem.message) from None


def _only(request: Mapping[str, Any], *names: str) -> None:
    for name in request:
        if name not in {"id", "kind", *names}:
            raise ProblemError(name, translate("Values", "不认识这一项"))


_KINDS = {
    "schedule": _schedule,
    "rates": _rates,
    "solve": _solve,
    "compare": _compare,
    "bill": _bill,
    "disclose": _disclose,
    "fit": _fit,
}
