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
    Row,
    Schedule,
    Settlement,
    Waiver,
    WaiverOf,
    schedule,
)
from jiebei_desktop.engine.books import Missed
from jiebei_desktop.money import HUNDRED, grouped, percent_exact, typed
from jiebei_desktop.planning.document import Loan, has_books, loan_schedule, loan_terms
from jiebei_desktop.planning.entry import whole_number
from jiebei_desktop.planning.late import loan_ledger
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


def with_event(loan: Loan, event: Event, rules: RuleBook, today: date) -> Loan:
    """Return a loan to which something happened.

    Money that arrived late tells that the instalment due before it was not paid on its day. Once nothing is owed any
    more, or a new plan is agreed, the list of what was missed is closed: what comes later is taken as paid again. A
    list that was begun before stays open where something of it is owed by today.

    Raises:
        ProblemError: the loan can't be worked out with it, or money arrived before anything was due.
    """
    made = loan.model_copy(update={"events": (*loan.events, event)})
    if isinstance(event, Payment | Waiver):
        made = _with_late(loan, made, event.date, rules, today)
    elif isinstance(event, Restructure) and loan.unpaid_from is not None:
        made = _closed(made, max([loan.unpaid_from, *(row.period for row in _due(loan, event.date, rules))]))
    loan_schedule(made, rules)
    return made


def _with_late(loan: Loan, made: Loan, day: date, rules: RuleBook, today: date) -> Loan:
    """Return a loan with the instalment marked that money came late for; closed if nothing is owed after all of it."""
    due = _due(loan, day, rules)
    if not due:
        raise ProblemError("date", translate("Events", "那天还没有到期的；提前还请选“提前还一笔”"))
    if due[-1] in Missed(None, earlier=loan.missed):
        return made
    number = due[-1].period
    later = [first for first, _ in loan.missed] + ([loan.unpaid_from] if loan.unpaid_from is not None else [])
    if any(first > number for first in later):
        return made.model_copy(update={"missed": tuple(sorted([*loan.missed, (number, number)]))})
    until = max(event.date for event in made.events if isinstance(event, Payment | Waiver | Restructure))
    if loan.unpaid_from is None:
        made = made.model_copy(update={"unpaid_from": number})
    else:
        until = max(until, today)
    if loan_ledger(made, rules, until).due_now:
        return made
    return _closed(made, _due(made, until, rules)[-1].period)


def _due(loan: Loan, day: date, rules: RuleBook) -> list[Row]:
    """Return the instalments that have fallen due by a day."""
    return [row for row in loan_schedule(loan, rules).rows if row.event is None and row.due_date <= day]


def _closed(loan: Loan, last: int) -> Loan:
    assert loan.unpaid_from is not None  # noqa: S101 - there is nothing else to close
    return loan.model_copy(update={"missed": (*loan.missed, (loan.unpaid_from, last)), "unpaid_from": None})


def without_event(loan: Loan, place: int, rules: RuleBook) -> Loan:
    """Return a loan to which one of its events did not happen.

    What it had closed is open again: with the last new plan all that was missed, with a late payment the list that
    ended with it. A single instalment of which only that payment said that it was late is taken as paid on its day.
    """
    gone = loan.events[place]
    events = (*loan.events[:place], *loan.events[place + 1 :])
    changes: dict[str, object] = {"events": events}
    if isinstance(gone, Restructure):
        if loan.missed and not any(isinstance(event, Restructure) for event in events):
            changes |= {"missed": (), "unpaid_from": loan.missed[0][0]}
    elif isinstance(gone, Payment | Waiver) and loan.unpaid_from is None:
        due = _due(loan, gone.date, rules)
        ended = [each for each in loan.missed if due and each[1] == due[-1].period]
        if ended and ended[-1] == loan.missed[-1]:
            first, last = ended[-1]
            changes |= {"missed": loan.missed[:-1], "unpaid_from": None if first == last else first}
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
