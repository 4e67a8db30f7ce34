"""The engine's outer face: an array of JSON requests in, an array of results in the same order out.

Money, rates and shares are decimal strings both ways. A request that is wrong gives an error in its place, and the
others go on. What rare kinds need is loaded with them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any

from jiebei_desktop.calc import usual
from jiebei_desktop.calc.asking import Rules
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

_Answer = Callable[[Mapping[str, Any], Rules], dict[str, Any]]


def _more(name: str, module: str = "more") -> _Answer:
    """Return the answer of a kind that is rarely asked; what it needs is loaded only when it is."""

    def answer(request: Mapping[str, Any], rules: Rules) -> dict[str, Any]:
        found = import_module(f"jiebei_desktop.calc.{module}")
        answered: dict[str, Any] = getattr(found, name)(request, rules)
        return answered

    return answer


_KINDS: dict[str, _Answer] = {
    "schedule": usual.answer_schedule,
    "rates": usual.answer_rates,
    "solve": usual.answer_solve,
    "compare": usual.answer_compare,
    "bill": _more("answer_bill"),
    "disclose": _more("answer_disclose"),
    "fit": _more("answer_fit"),
    "ledger": _more("answer_ledger", "late"),
    "payoff": _more("answer_payoff", "payoff"),
    "budget": _more("answer_budget", "budget"),
    "stress": _more("answer_stress", "stress"),
}


class NotRequestsError(ValueError):
    """The input is not a JSON array; the message is for the user."""


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
        return {"id": identity, "error": error.problem._asdict()}


def _kind(request: Any) -> _Answer:  # noqa: ANN401 - as JSON has it
    if not isinstance(request, dict):
        raise ProblemError("", translate("Calc", "每个请求要是一个 JSON 对象"))
    if request.get("id") is None:
        raise ProblemError("id", translate("Values", "必须填写"))
    kind = request.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        text = translate("Calc", "不认识这种请求；可用：{known}").format(known="、".join(_KINDS))
        raise ProblemError("kind", text)
    return _KINDS[kind]
