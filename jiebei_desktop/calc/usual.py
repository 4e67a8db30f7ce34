"""The kinds that are asked most: schedules, rates, comparisons, and the figure that is missing."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jiebei_desktop.calc.asking import (
    RATE_PLACES,
    Rules,
    book_for,
    field_read,
    needed,
    object_given,
    only,
    rule_of,
    terms_given,
    terms_read,
    under,
)
from jiebei_desktop.calc.output import explained, money, rates_written, schedule_written, totals_written
from jiebei_desktop.calendar import iso_date
from jiebei_desktop.engine import Rates, Schedule, compounded, dated_rate, period_rate, read_events, schedule, solve
from jiebei_desktop.engine.rates import RATE_STEP
from jiebei_desktop.money import exact, plain
from jiebei_desktop.planning.warnings import rate_warnings
from jiebei_desktop.products.regulation import shipped_regulation
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_PERIODS_A_YEAR = Decimal(12)
"""The periods of `rates` are months unless said otherwise, as the interval of terms is."""
_LATE_DAYS = (1, 7, 30, 90)
_MOST_LATE = 3660


def answer_schedule(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with rows, totals and rates."""
    only(request, "terms", "events", "explain")
    terms = under("terms", lambda: terms_read(terms_given(request), rules))
    found = schedule(terms, read_events(request.get("events")))
    written = schedule_written(found)
    if request.get("explain"):
        written["why"] = explained(found, rule_of(terms, rules))
    warnings = rate_warnings(found, shipped_regulation())
    if warnings:
        written["warnings"] = [{"field": f"terms.{warning.field}", "message": warning.whole} for warning in warnings]
    return written


def answer_rates(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the rates of a cash flow."""
    del rules
    only(request, "cashflows", "periods_per_year")
    flows = request.get("cashflows")
    if not isinstance(flows, list) or not flows or not all(isinstance(flow, dict) for flow in flows):
        raise ProblemError("cashflows", translate("Calc", "要是一个非空的数组，每一项有 amount 和 date 或 period"))
    amounts = [field_read(f"cashflows.{index}.amount", exact, flow.get("amount")) for index, flow in enumerate(flows)]
    if all("date" in flow for flow in flows):
        days = [field_read(f"cashflows.{index}.date", iso_date, flow["date"]) for index, flow in enumerate(flows)]
        found = dated_rate(zip(days, amounts, strict=True))
        written: dict[str, Any] = {"effective_annual": plain(found.rate, RATE_PLACES)}
    else:
        numbers = [
            field_read(f"cashflows.{index}.period", _period, flow.get("period")) for index, flow in enumerate(flows)
        ]
        a_year = field_read("periods_per_year", _positive, request.get("periods_per_year", _PERIODS_A_YEAR))
        found = period_rate(zip(numbers, amounts, strict=True))
        nominal = (found.rate * a_year).quantize(RATE_STEP)
        written = dict(rates_written(Rates(nominal, compounded(found.rate, a_year))))
    return written | ({"ambiguous": True} if found.ambiguous else {})


def answer_solve(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with the figure that is missing."""
    only(request, "terms", "payment")
    data = dict(under("terms", lambda: terms_given(request)))
    inside = data.pop("payment", None)
    payment = request.get("payment", inside)
    try:
        name, value = solve(data, payment, book_for(data, rules))
    except ProblemError as error:
        field = error.problem.field
        outer = field in {"payment", "terms"}
        raise ProblemError(field if outer else f"terms.{field}", error.problem.message) from None
    if isinstance(value, int):
        return {name: value}
    return {name: plain(value, 2 if name in {"principal", "payment"} else RATE_PLACES)}


def answer_compare(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
    """Answer with each option, and which is cheapest."""
    only(request, "amount", "start_date", "options", "late_days")
    options = request.get("options")
    if not isinstance(options, list) or not options:
        raise ProblemError("options", translate("Calc", "要是一个非空的数组，每一项是一份 terms"))
    shared = {"principal": needed(request, "amount"), "start_date": needed(request, "start_date")}
    field_read("amount", exact, shared["principal"])
    field_read("start_date", iso_date, shared["start_date"])
    late = _late_days(request.get("late_days"))
    found: list[Schedule | None] = []
    written: list[dict[str, Any]] = []
    for place, option in enumerate(options):
        try:
            worked_out = schedule(terms_read(object_given(option) | shared, rules))
            written.append(_option(worked_out, rules, late))
            found.append(worked_out)
        except ProblemError as error:
            found.append(None)
            written.append({"error": error.under(f"options.{place}").problem._asdict()})
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
    rule = rule_of(found.terms, rules)
    if rule is not None and rule.overdue is not None:
        from jiebei_desktop.engine.ledger import late_cost  # noqa: PLC0415 - most requests ask for no late day

        write, overdue = money(found.terms), rule.overdue.value
        written["late_cost"] = {str(days): write(late_cost(found, overdue, days)) for days in late}
    return written


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


def _period(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(translate("Calc", "每一项都要有 date，或者都有 period（0 起的整数）"))


def _positive(value: object) -> Decimal:
    number = exact(value)
    if number <= 0:
        raise ValueError(translate("Values", "要大于 {limit}").format(limit=0))
    return number
