"""The form for a figure of the user's own, without a window: its fields by what the figure is, and their texts read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum, StrEnum, auto
from typing import Final, NamedTuple, TypeVar

from pydantic import JsonValue

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.money import ZERO, RoundingMode, percent_exact, plain, typed
from jiebei_desktop.planning.entry import NO, YES, typed_share, whole_number
from jiebei_desktop.planning.figure_words import base_name, day_count_name, fees_left_name, is_money, listed
from jiebei_desktop.planning.wording import method_name, mode_name
from jiebei_desktop.products.conditions import Compounding, DueDayRule, EarlyRule, FeesLeft, OverdueBase, OverdueRule
from jiebei_desktop.text import half_width, translate
from jiebei_desktop.values import Method, ProblemError, RatePer, Rounding

_WHOLE: Final = "value"
"""The key of the field of a figure that is one field."""
_TIMES: Final = "times"
_MOVED: Final = ("29", "30", "31")
_INTEREST: Final = tuple(method for method in Method if method is not Method.FLAT_FEE)
_YEARS: Final = ("365", "360")


class Kind(Enum):
    """How a field is filled in: typed, a day, one of a few, or yes and no."""

    TEXT = auto()
    DATE = auto()
    CHOICE = auto()
    CHECK = auto()


class Part(NamedTuple):
    """One field of the form of a figure.

    Attributes:
        key: what tells it from the figure's other fields.
        text: what it shows; of a choice its value, of a check `YES` or `NO`.
        unit: what stands behind it.
        choices: values and names.
    """

    key: str
    title: str
    text: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()


Texts = Mapping[str, str]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def parts_of(path: str, value: object) -> tuple[Part, ...]:
    """Return the fields of a figure with its value in them; none where it can be nothing else.

    Args:
        path: of the figure in its rule.
        value: what the fields begin with.
    """
    if isinstance(value, OverdueRule):
        return _overdue_parts(value)
    if isinstance(value, EarlyRule):
        return _early_parts(value)
    if isinstance(value, DueDayRule):
        return _due_day_parts(value)
    if isinstance(value, Rounding):
        return _rounding_parts(value)
    if isinstance(value, DayCount):
        return (_choice(_WHOLE, _to(), value, {each: day_count_name(each) for each in DayCount}),)
    if isinstance(value, tuple):
        return _several_parts(path, value)
    if isinstance(value, Decimal):
        if is_money(path):
            return (Part(_WHOLE, _to(), plain(value, 0), unit=translate("Fields", "元")),)
        return (Part(_WHOLE, _to(), percent_exact(value), unit="%"),)
    if path == "year_days":
        days = translate("RulesPage", "{count} 天")
        return (_choice(_WHOLE, _to(), str(value), {each: days.format(count=each) for each in _YEARS}),)
    return (Part(_WHOLE, _to(), str(value), unit=translate("OwnRules", "倍")),)


def value_of(path: str, value: object, texts: Texts) -> JsonValue:
    """Return what the texts of a figure's fields come to, as a rule file would have it.

    Args:
        path: of the figure in its rule.
        value: what the figure is without the change; what has no field stays as it is there.
        texts: by the keys of the fields.

    Raises:
        ProblemError: a text can't be read; the field is its key.
    """
    if isinstance(value, OverdueRule):
        return _overdue_value(value, texts)
    if isinstance(value, EarlyRule):
        return _early_value(value, texts)
    if isinstance(value, DueDayRule):
        return _due_day_value(texts)
    if isinstance(value, Rounding):
        step = plain(_read(texts, "step", typed), 0)
        return {**value.model_dump(mode="json", exclude_none=True), "mode": texts["mode"], "step": step}
    if isinstance(value, tuple):
        return _several_value(value, texts)
    if isinstance(value, Decimal):
        return plain(_read(texts, _WHOLE, typed if is_money(path) else typed_share), 0)
    return texts[_WHOLE] if isinstance(value, DayCount) else _read(texts, _WHOLE, whole_number)


def field_of(inside: str) -> str:
    """Return the key of the field for a place inside a figure's value, where something is wrong."""
    head, _, rest = inside.partition(".")
    if head == "moved":
        return rest.partition(".")[0]
    if not head or head.isdigit():  # one of a list
        return _WHOLE
    return {"penalty_multiplier": "price", "penalty_rate": "price"}.get(head, head)


def _to() -> str:
    return translate("OwnRules", "改成")


def _overdue_parts(rule: OverdueRule) -> tuple[Part, ...]:
    times = rule.penalty_rate is None
    price = plain(rule.penalty_multiplier or ZERO, 0) if times else percent_exact(rule.penalty_rate or ZERO)
    kinds = {
        _TIMES: translate("OwnRules", "日利率的几倍"),
        RatePer.DAY: translate("OwnRules", "每天百分之几"),
        RatePer.MONTH: translate("OwnRules", "每月百分之几"),
        RatePer.YEAR: translate("OwnRules", "每年百分之几"),
    }
    compounding = {
        Compounding.NONE: translate("OwnRules", "不滚入"),
        Compounding.MONTHLY: translate("OwnRules", "每月滚入一次（利滚利）"),
    }
    return (
        _choice("kind", translate("OwnRules", "罚息怎么定"), _TIMES if times else rule.penalty_rate_per, kinds),
        Part("price", translate("OwnRules", "几倍，或百分之几"), price),
        _choice("base", translate("OwnRules", "按什么收"), rule.base, {each: base_name(each) for each in OverdueBase}),
        Part("grace_days", translate("OwnRules", "宽限几天"), str(rule.grace_days), unit=translate("OwnRules", "天")),
        _choice("compounding", translate("OwnRules", "罚息再生罚息"), rule.compounding, compounding),
        _check("on_interest", translate("OwnRules", "逾期的利息也收罚息"), on=rule.on_interest),
        _check("adds_to_interest", translate("OwnRules", "罚息以外，正常利息照收"), on=rule.adds_to_interest),
    )


def _overdue_value(rule: OverdueRule, texts: Texts) -> JsonValue:
    found = rule.model_dump(mode="json")
    for name in ("penalty_multiplier", "penalty_rate", "penalty_rate_per"):
        del found[name]
    if texts["kind"] == _TIMES:
        found["penalty_multiplier"] = plain(_read(texts, "price", typed), 0)
    else:
        found |= {"penalty_rate": plain(_read(texts, "price", typed_share), 0), "penalty_rate_per": texts["kind"]}
    found |= {name: texts[name] for name in ("base", "compounding")}
    found |= {name: texts[name] == YES for name in ("on_interest", "adds_to_interest")}
    return {**found, "grace_days": _read(texts, "grace_days", whole_number)}


def _early_parts(rule: EarlyRule) -> tuple[Part, ...]:
    left = {each: fees_left_name(each) for each in FeesLeft}
    return (
        _choice("fees_left", translate("OwnRules", "以后各期的手续费"), rule.fees_left, left),
        Part("charge_rate", translate("OwnRules", "另收提前还的本金的"), percent_exact(rule.charge_rate), unit="%"),
        _check("at_least_one_fee", translate("OwnRules", "另收的至少是一期的利息或手续费"), on=rule.at_least_one_fee),
    )


def _early_value(rule: EarlyRule, texts: Texts) -> JsonValue:
    return {
        **rule.model_dump(mode="json"),
        "fees_left": texts["fees_left"],
        "charge_rate": plain(_read(texts, "charge_rate", typed_share), 0),
        "at_least_one_fee": texts["at_least_one_fee"] == YES,
    }


def _due_day_parts(rule: DueDayRule) -> tuple[Part, ...]:
    least = translate("OwnRules", "不到几天，下个月起还")
    moved = translate("OwnRules", "{day} 日借的，几日还")
    unit = translate("OwnRules", "日")
    return (
        Part("least_days", least, str(rule.least_days), unit=translate("OwnRules", "天")),
        *(Part(day, moved.format(day=day), str(rule.due_day_after(int(day))), unit=unit) for day in _MOVED),
    )


def _due_day_value(texts: Texts) -> JsonValue:
    moved: dict[str, JsonValue] = {day: _read(texts, day, whole_number) for day in _MOVED}
    return {"least_days": _read(texts, "least_days", whole_number), "moved": moved}


def _rounding_parts(rounding: Rounding) -> tuple[Part, ...]:
    modes = {each: mode_name(each) for each in RoundingMode}
    return (
        _choice("mode", translate("OwnRules", "怎么取整"), rounding.mode, modes),
        Part("step", translate("OwnRules", "取到"), plain(rounding.step, 0), unit=translate("Fields", "元")),
    )


def _several_parts(path: str, values: tuple[object, ...]) -> tuple[Part, ...]:
    if Method.FLAT_FEE in values:
        return ()  # a fee is paid back in one way only
    if any(isinstance(value, Method) for value in values):
        return tuple(_check(method, method_name(method), on=method in values) for method in _INTEREST)
    unit = translate("OwnRules", "日") if path.startswith("cycles.") else translate("Fields", "期")
    return (Part(_WHOLE, _to(), listed(values), unit=unit),)


def _several_value(values: tuple[object, ...], texts: Texts) -> JsonValue:
    if any(isinstance(value, Method) for value in values):
        known = [value for value in values if isinstance(value, Method)]
        order = [*known, *(method for method in _INTEREST if method not in known)]
        chosen: list[JsonValue] = [method.value for method in order if texts[method] == YES]
        if not chosen:
            raise ProblemError(order[0], translate("OwnRules", "至少留一种还法"))
        return chosen
    return _read(texts, _WHOLE, _numbers)


def _numbers(text: str) -> list[JsonValue]:
    for mark in ("、", ",", "，", ";", "；", "期", "日"):
        text = text.replace(mark, " ")
    numbers = sorted({whole_number(each) for each in half_width(text).split()})
    if not numbers:
        raise ValueError(translate("OwnRules", "要填几个整数，比如 3、6、12"))
    return list(numbers)


def _read(texts: Texts, key: str, read: Callable[[str], T]) -> T:
    try:
        return read(texts[key])
    except ValueError as error:
        raise ProblemError(key, str(error)) from None


def _choice(key: str, title: str, chosen: str, choices: Mapping[E, str] | Mapping[str, str]) -> Part:
    pairs = tuple((str(value), name) for value, name in choices.items())
    return Part(key, title, str(chosen), Kind.CHOICE, choices=pairs)


def _check(key: str, title: str, *, on: bool) -> Part:
    return Part(key, title, YES if on else NO, Kind.CHECK)
