"""The rows of a comparison: one figure a column, what it differs by from the base column, and which is best."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.money import HUNDRED, ZERO, grouped, percent, round_to
from jiebei_desktop.planning.columns import Column
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.offers import LATE_DAYS
from jiebei_desktop.planning.worked import Worked
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem, ProblemError

Value = Decimal | date | int


class Key(StrEnum):
    """What a row says."""

    INSTALMENT = "instalment"
    PAYMENT = "payment"
    COST = "cost"
    PER_HUNDRED = "per_hundred"
    NOMINAL = "nominal"
    EFFECTIVE = "effective"
    FREE_DAYS = "free_days"
    FIRST_DUE = "first_due"
    LAST_DUE = "last_due"
    HIGHEST = "highest"
    EARLY = "early"
    LATE = "late"


RATES = frozenset({Key.NOMINAL, Key.EFFECTIVE})


class Figure(NamedTuple):
    """One cell.

    Attributes:
        value: a share for a rate, yuan for money; None where there is none.
        text: the same for a person.
        beside: what it differs by from the base column, with its sign; empty in that column and where it is the same.
        best: whether it is the best of its row, one of several where they tie.
        problem: why there is none.
    """

    value: Value | None
    text: str
    beside: str = ""
    best: bool = False
    problem: Problem | None = None


class Line(NamedTuple):
    """One row: `days` late where it is about that, `basis` in words what it is measured by."""

    key: Key
    title: str
    basis: str
    figures: tuple[Figure, ...]
    days: int = 0


class _Kind(NamedTuple):
    """How a row is made; `sign` is 1 where less is better, -1 where more is, 0 where neither."""

    key: Key
    title: str
    basis: str
    value: Callable[[Worked], Value]
    text: Callable[[Worked, Value], str]
    sign: int = 0
    days: int = 0


def lines(compared: Compared) -> tuple[Line, ...]:
    """Return all rows."""
    for _, worked in compared.able:
        with suppress(ProblemError):  # its cell says why
            worked.late(compared.comparison.late_days)  # by one replay with the days that are always shown
    return tuple(_line(kind, compared) for kind in _kinds(compared))


def highest_month(worked: Worked) -> Decimal:
    """Return the most that is paid in one calendar month."""
    return max(worked.by_month.values())


def range_text(worked: Worked) -> str:
    """Return what is paid each time, or the least and the most where that differs."""
    payments = [due.payment for due in worked.instalments]
    least, most = min(payments), max(payments)
    if least == most:
        return grouped(least)
    return translate("Compare", "{least}～{most}").format(least=grouped(least), most=grouped(most))


def _kinds(compared: Compared) -> list[_Kind]:
    period = compared.comparison.early_period

    def money(_worked: Worked, value: Value) -> str:
        return grouped(_number(value))

    def rate(_worked: Worked, value: Value) -> str:
        return percent(_number(value))

    def day(_worked: Worked, value: Value) -> str:
        return str(value)

    def highest(_worked: Worked, value: Value) -> str:
        amount = _number(value)
        if not compared.income:
            return grouped(amount)
        text = translate("Compare", "{amount}，占收入 {share}")
        return text.format(amount=grouped(amount), share=percent(amount / compared.income, 0))

    kinds = [
        _Kind(
            Key.INSTALMENT,
            translate("Compare", "每期还款"),
            translate("Compare", "每一期还的钱；各期不一样时写出范围，下面的表里有每一期。"),
            lambda worked: worked.instalments[0].payment,
            lambda worked, _: range_text(worked),
        ),
        _Kind(
            Key.PAYMENT,
            translate("Compare", "总共还"),
            translate("Compare", "所有各期加起来。"),
            lambda worked: worked.payment,
            money,
        ),
        _Kind(
            Key.COST,
            translate("Compare", "利息和手续费"),
            translate("Compare", "各期的利息和手续费加起来，等于总共还的减去本金。"),
            lambda worked: worked.cost,
            money,
            1,
        ),
        _Kind(
            Key.PER_HUNDRED,
            translate("Compare", "每借 100 元多付"),
            translate("Compare", "利息和手续费 ÷ 本金 × 100。"),
            lambda worked: worked.per_hundred,
            money,
            1,
        ),
        _Kind(
            Key.NOMINAL,
            translate("Compare", "名义年化（单利）"),
            translate("Compare", "每期的内部收益率 × 一年的期数，不算利滚利。"),
            lambda worked: worked.rates.nominal_annual,
            rate,
            1,
        ),
        _Kind(
            Key.EFFECTIVE,
            translate("Compare", "实际年化（复利）"),
            translate("Compare", "按真实日期的现金流折现（IRR），一年 365 天，算利滚利。"),
            lambda worked: worked.rates.effective_annual,
            rate,
            1,
        ),
        _Kind(
            Key.FREE_DAYS,
            translate("Compare", "免息天数"),
            translate("Compare", "从拿到钱那天起，一分钱也不收的天数。"),
            lambda worked: worked.free_days,
            day,
            -1,
        ),
        _Kind(
            Key.FIRST_DUE,
            translate("Compare", "首个还款日"),
            translate("Compare", "当天 24:00 前还上都不算逾期。"),
            lambda worked: worked.instalments[0].due_date,
            day,
        ),
        _Kind(
            Key.LAST_DUE,
            translate("Compare", "最后还款日"),
            translate("Compare", "这天还完，就不欠了。"),
            lambda worked: worked.dues[-1].due_date,
            day,
        ),
        _Kind(
            Key.HIGHEST,
            translate("Compare", "最多的一个月要还"),
            translate("Compare", "按自然月加起来最多的那个月；在“逾期”的协商里填了每月收入，就写出占多少。"),
            highest_month,
            highest,
            1,
        ),
        _Kind(
            Key.EARLY,
            translate("Compare", "第 {period} 期还清，多付").format(period=period),
            translate("Compare", "还第 {period} 期的那天一次还清，前后一共付的利息和手续费。").format(period=period),
            lambda worked: worked.early(period),
            money,
            1,
        ),
    ]
    basis = translate("Compare", "第一期晚 {days} 天还、其余按时，要多付的罚息。")
    titles = {days: translate("Compare", "晚 {days} 天，罚息") for days in LATE_DAYS}
    own = compared.comparison.late_days
    kinds += [
        _Kind(
            Key.LATE,
            title.format(days=days),
            basis.format(days=days),
            lambda worked, days=days: worked.late(days),  # type: ignore[misc]
            money,
            1,
            days,
        )
        for days, title in [*titles.items(), (own, translate("Compare", "晚 {days} 天（滑块），罚息"))]
    ]
    return kinds


def _seen(kind: _Kind, value: Value) -> Value:
    """Return a value as it is shown: none is better than one that reads the same."""
    return round_to(_number(value) * HUNDRED) if kind.key in RATES else value


def _number(value: Value) -> Decimal:
    assert isinstance(value, Decimal)  # noqa: S101 - of money and rates only
    return value


def _line(kind: _Kind, compared: Compared) -> Line:
    figures = [_figure(kind, found) for found in compared.columns]
    base = figures[compared.comparison.base_place].value
    values = [figure.value for figure in figures if figure.value is not None]
    best: Value | None = None
    shown = [_seen(kind, value) for value in values]
    if kind.sign and len(set(shown)) > 1:
        best = (min if kind.sign > 0 else max)(shown)  # rows of dates have none
    done = []
    for place, figure in enumerate(figures):
        held = kind.sign and place != compared.comparison.base_place
        beside = _difference(kind, figure.value, base) if held else ""
        seen = None if figure.value is None else _seen(kind, figure.value)
        done.append(figure._replace(beside=beside, best=best is not None and seen == best))
    return Line(kind.key, kind.title, kind.basis, tuple(done), kind.days)


def _figure(kind: _Kind, found: Column) -> Figure:
    if found.worked is None:
        return Figure(None, translate("Compare", "算不出来"), problem=found.problem)
    try:
        value = kind.value(found.worked)
    except ProblemError as error:
        return Figure(None, translate("Compare", "不知道"), problem=error.problem)
    return Figure(value, kind.text(found.worked, value))


def _difference(kind: _Kind, value: Value | None, base: Value | None) -> str:
    """Return by how much a figure is above or below the base column's, as it is shown there."""
    if value is None or base is None or isinstance(value, date) or isinstance(base, date):
        return ""
    if isinstance(value, int):
        return _signed(f"{value - base:+d}") if value != base else ""
    factor = HUNDRED if kind.key in RATES else Decimal(1)
    apart = round_to(value * factor) - round_to(Decimal(base) * factor)
    if apart == ZERO:
        return ""
    return _signed(f"{apart:+,.2f}")


def _signed(text: str) -> str:
    """Return a difference with a minus as wide as a plus."""
    return text.replace("-", "−")
