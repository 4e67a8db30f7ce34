"""Events of a loan as people enter and read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from jiebei_desktop.calendar import typed_date
from jiebei_desktop.engine import (
    Arrears,
    Effect,
    Event,
    Payment,
    Prepayment,
    RateChange,
    Restructure,
    Schedule,
    Settlement,
    Waiver,
    WaiverOf,
    schedule,
)
from jiebei_desktop.money import HUNDRED, grouped, percent_exact, typed
from jiebei_desktop.planning.document import Loan, has_books, loan_schedule, loan_terms
from jiebei_desktop.planning.entry import whole_number
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
    PAYMENT = "payment"
    WAIVER = "waiver"
    RESTRUCTURE = "restructure"


def read_happening(kind: Happening, texts: Mapping[str, str], loan: Loan) -> Event:
    """Return the event that was typed.

    Args:
        kind: what happens.
        texts: what was typed, by field: `date`, and `amount` with `effect` or `of`, `rate` in percent, or `periods`,
            `rate`, `first_due_date` and `arrears` of a new plan, of which rate and date may be empty.
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
    if kind is Happening.PAYMENT:
        return checked(Payment, {"date": day, "amount": _parsed("amount", typed, texts)})
    if kind is Happening.WAIVER:
        return checked(Waiver, {"date": day, "amount": _parsed("amount", typed, texts), "of": texts["of"]})
    if kind is Happening.RESTRUCTURE:
        return _read_plan(day, texts, loan)
    rate = _parsed("rate", typed, texts) / HUNDRED
    return checked(RateChange, {"date": day, "rate": rate, "rate_per": loan.rate_per})


def _read_plan(day: date, texts: Mapping[str, str], loan: Loan) -> Restructure:
    rate = _parsed("rate", typed, texts) / HUNDRED if texts["rate"].strip() else None
    first = _parsed("first_due_date", typed_date, texts) if texts["first_due_date"].strip() else None
    return checked(
        Restructure,
        {
            "date": day,
            "periods": _parsed("periods", whole_number, texts),
            "rate": rate,
            "rate_per": loan.rate_per if rate is not None else None,
            "first_due_date": first,
            "arrears": texts["arrears"],
        },
    )


def _parsed(name: str, read: Callable[[str], T], texts: Mapping[str, str]) -> T:
    try:
        return read(texts[name])
    except ValueError as error:
        raise ProblemError(name, str(error)) from None


def with_event(loan: Loan, event: Event, rules: RuleBook) -> Loan:
    """Return a loan to which something happened.

    Money that arrived late tells that the instalment due before it was not paid on its day. A new plan closes the list
    of what was missed before it: from then on everything is taken as paid again.

    Raises:
        ProblemError: the loan can't be worked out with it, or money arrived before anything was due.
    """
    changes: dict[str, object] = {"events": (*loan.events, event)}
    late = isinstance(event, Payment | Waiver) and loan.unpaid_from is None
    if late or isinstance(event, Restructure):
        rows = loan_schedule(loan, rules).rows
        due = [row.period for row in rows if row.event is None and row.due_date <= event.date]
        if late and (not due or any(first <= due[-1] <= last for first, last in loan.missed)):
            raise ProblemError("date", translate("Events", "那天还没有到期的；提前还请选“提前还一笔”"))
        if late:
            changes["unpaid_from"] = due[-1]
        elif loan.unpaid_from is not None:
            last = max([loan.unpaid_from, *due])
            changes |= {"missed": (*loan.missed, (loan.unpaid_from, last)), "unpaid_from": None}
    made = loan.model_copy(update=changes)
    loan_schedule(made, rules)
    return made


def without_event(loan: Loan, place: int) -> Loan:
    """Return a loan to which one of its events did not happen; with the last new plan goes what it closed."""
    events = (*loan.events[:place], *loan.events[place + 1 :])
    changes: dict[str, object] = {"events": events}
    gone = isinstance(loan.events[place], Restructure) and not any(isinstance(e, Restructure) for e in events)
    if gone and loan.missed:
        changes |= {"missed": (), "unpaid_from": loan.missed[0][0]}
    return loan.model_copy(update=changes)


def event_label(event: Event) -> str:
    """Return an event in a few words."""
    day = long_date(event.date)
    if isinstance(event, Settlement):
        return translate("Events", "{day}一次结清").format(day=day)
    if isinstance(event, RateChange):
        per = rate_per_name(event.rate_per) if event.rate_per else translate("Events", "利率")
        return translate("Events", "{day}起{per} {rate}%").format(day=day, per=per, rate=percent_exact(event.rate))
    if isinstance(event, Payment):
        return translate("Events", "{day}还了 {amount} 元").format(day=day, amount=grouped(event.amount))
    if isinstance(event, Waiver):
        text = translate("Events", "{day}减免{what} {amount} 元")
        return text.format(day=day, what=waiver_name(event.of), amount=grouped(event.amount))
    if isinstance(event, Restructure):
        text = translate("Events", "{day}重新分 {periods} 期，{arrears}")
        return text.format(day=day, periods=event.periods, arrears=arrears_name(event.arrears))
    effect = {
        Effect.SHORTEN: translate("Events", "期数变少"),
        Effect.LOWER: translate("Events", "每期变少"),
    }[event.effect]
    return translate("Events", "{day}提前还 {amount} 元，{effect}").format(
        day=day, amount=grouped(event.amount), effect=effect
    )


def waiver_name(of: WaiverOf) -> str:
    """Return what is let off."""
    return {
        WaiverOf.PENALTY: translate("Events", "罚息"),
        WaiverOf.INTEREST: translate("Events", "利息"),
        WaiverOf.FEE: translate("Events", "手续费"),
    }[of]


def arrears_name(arrears: Arrears) -> str:
    """Return what becomes of overdue interest, fees and penalty in a new plan."""
    return {
        Arrears.CAPITALISE: translate("Events", "欠的利息和罚息并入本金"),
        Arrears.CARRY: translate("Events", "欠的利息和罚息挂账，最后一期还"),
        Arrears.WAIVE_PENALTY: translate("Events", "罚息减免，利息并入本金"),
    }[arrears]


def saved_sentence(loan: Loan, found: Schedule, rules: RuleBook) -> str:
    """Return what a loan's events save or cost against paying as agreed; nothing where there are none."""
    if not loan.events or has_books(loan):
        return ""
    usual = schedule(loan_terms(loan, rules)).totals.cost
    saved = usual - found.totals.cost
    text = translate("Events", "和照常还比，少付 {amount} 元。")
    if saved < 0:
        text = translate("Events", "和照常还比，多付 {amount} 元。")
    return text.format(amount=grouped(abs(saved)))
