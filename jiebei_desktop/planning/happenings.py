"""Events of a loan as people enter and read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.engine import Effect, Event, Prepayment, RateChange, Schedule, Settlement, schedule
from jiebei_desktop.money import HUNDRED, grouped, percent_exact, typed
from jiebei_desktop.planning.document import Loan, loan_terms
from jiebei_desktop.planning.wording import long_date, rate_per_name
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, checked

T = TypeVar("T")


class Happening(StrEnum):
    """What can be entered."""

    PREPAYMENT = "prepayment"
    SETTLEMENT = "settlement"
    RATE_CHANGE = "rate_change"


def read_happening(kind: Happening, texts: Mapping[str, str], loan: Loan) -> Event:
    """Return the event that was typed.

    Args:
        kind: what happens.
        texts: what was typed, by field: `date`, and `amount` with `effect`, or `rate` in percent.
        loan: gives the time that a rate is quoted for.

    Raises:
        ProblemError: with the name of the field.
    """
    day = _parsed("date", typed_date, texts)
    if kind is Happening.SETTLEMENT:
        return Settlement(date=day)
    if kind is Happening.PREPAYMENT:
        amount = _parsed("amount", typed, texts)
        return checked(Prepayment, {"date": day, "amount": amount, "effect": texts["effect"]})
    rate = _parsed("rate", typed, texts) / HUNDRED
    return checked(RateChange, {"date": day, "rate": rate, "rate_per": loan.rate_per})


def _parsed(name: str, read: Callable[[str], T], texts: Mapping[str, str]) -> T:
    try:
        return read(texts[name])
    except ValueError as error:
        raise ProblemError(name, str(error)) from None


def event_label(event: Event) -> str:
    """Return an event in a few words."""
    day = long_date(event.date)
    if isinstance(event, Settlement):
        return translate("Events", "{day}一次结清").format(day=day)
    if isinstance(event, RateChange):
        per = rate_per_name(event.rate_per) if event.rate_per else translate("Events", "利率")
        return translate("Events", "{day}起{per} {rate}%").format(day=day, per=per, rate=percent_exact(event.rate))
    effect = {
        Effect.SHORTEN: translate("Events", "期数变少"),
        Effect.LOWER: translate("Events", "每期变少"),
    }[event.effect]
    return translate("Events", "{day}提前还 {amount} 元，{effect}").format(
        day=day, amount=grouped(event.amount), effect=effect
    )


def saved_sentence(loan: Loan, found: Schedule, rules: RuleBook) -> str:
    """Return what a loan's events save or cost against paying as agreed; nothing where there are none."""
    if not loan.events:
        return ""
    usual = schedule(loan_terms(loan, rules)).totals.cost
    saved = usual - found.totals.cost
    text = translate("Events", "和照常还比，少付 {amount} 元。")
    if saved < 0:
        text = translate("Events", "和照常还比，多付 {amount} 元。")
    return text.format(amount=grouped(abs(saved)))
