"""Ways out of being late, each an event on the same loan, side by side with doing nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal

from jiebei_desktop.calendar import LAST_DAY, add_months
from jiebei_desktop.engine import Arrears, Event, Payment, Restructure, Schedule, Settlement, Waiver, WaiverOf, schedule
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.money import ZERO, grouped, percent, round_to
from jiebei_desktop.planning.document import offer_terms
from jiebei_desktop.planning.late import USUAL_SPAN
from jiebei_desktop.planning.situation import Outcome, Situation, Way, WayKind, with_rates
from jiebei_desktop.planning.wording import offer_label
from jiebei_desktop.products import Brand
from jiebei_desktop.products.bill import bill_rule
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


def ways(found: Situation, days: int) -> tuple[Way, ...]:
    """Return every way out for somebody who is so many days late."""
    return tuple(way(found, kind, days) for kind in WayKind)


def way(found: Situation, kind: WayKind, days: int) -> Way:
    """Return what a way comes to when it is taken so many days late, or why it can't be."""
    try:
        return Way(kind, outcome(found, kind, days))
    except ProblemError as error:
        return Way(kind, None, str(error))


def outcome(found: Situation, kind: WayKind, days: int) -> Outcome:
    """Return what a way comes to.

    Raises:
        ProblemError: it can't be taken, with the reason.
    """
    found.subject.known_rule()
    day = found.subject.on(days)
    if day > LAST_DAY - timedelta(days=USUAL_SPAN):
        raise ProblemError("", translate("Ways", "太远了，算不到那时候"))
    return _HOW[kind](found, day, days)


def cheapest(all_ways: Iterable[Way]) -> frozenset[WayKind]:
    """Return which ways cost least; none where all cost the same. Doing nothing is no way out."""
    costs = {each.kind: each.outcome.extra for each in all_ways if each.outcome and each.kind is not WayKind.NOTHING}
    least = min(costs.values(), default=ZERO)
    return frozenset(kind for kind, cost in costs.items() if cost == least and len(set(costs.values())) > 1)


# --- each way ---------------------------------------------------------------------------------------------------------


def _run(
    found: Situation, day: date, events: Iterable[Event], until: date, clean: date, *, new_rate: bool = False
) -> Outcome:
    """Let the loan go on to its end with what is done about it, and see what it comes to.

    A `new_rate` that was agreed stays, whatever was to come.
    """
    subject = found.subject
    missed = subject.missed(until)
    books = with_rates(
        (*found.events(day), *events),
        () if new_rate else found.to_come(day),
        lambda happened: ledger(subject.terms, happened, subject.rule, LAST_DAY, missed),
    )
    if not books.closed:
        raise ProblemError("", translate("Ways", "这样还不清"))
    moved = [(entry.date, entry.arrived) for entry in books.entries]
    had = [entry.arrived for entry in found.books(day).entries if entry.date == day]
    return Outcome(
        day,
        sum((amount for when, amount in moved if when == day), -sum(had, ZERO)),
        tuple((when, amount) for when, amount in moved if when > day and amount),
        books.paid - found.agreed(day),
        clean,
    )


def _due(found: Situation, day: date, seen: date | None = None) -> Decimal:
    """Return what is due on a day when nothing was done."""
    due = found.books(day, seen).due_now
    if not due:
        raise ProblemError("", _nothing_due())
    return due


def _still_owed(found: Situation, day: date) -> None:
    """Refuse a way out for a loan that is paid off, or will be by what is kept for it."""
    if not found.books(day).settlement:
        raise ProblemError("", _nothing_due())


def _nothing_due() -> str:
    return translate("Ways", "那天没有要还的")


def _nothing(found: Situation, day: date, _days: int) -> Outcome:
    end = day + timedelta(days=found.relief.wait_days)
    pay = Payment(date=end, amount=_due(found, end, seen=day))
    return _run(found, day, (pay,), end, end)


def _pay_overdue(found: Situation, day: date, _days: int) -> Outcome:
    return _run(found, day, (Payment(date=day, amount=_due(found, day)),), day, day)


def _pay_all(found: Situation, day: date, _days: int) -> Outcome:
    _still_owed(found, day)
    return _run(found, day, (Settlement(date=day),), day, day)


def _minimum(found: Situation, day: date, days: int) -> Outcome:
    if found.subject.brand is not Brand.HUABEI:
        raise ProblemError("", translate("Ways", "只有花呗账单有最低还款"))
    if days > 0:
        text = translate("Ways", "要在还款日 {due} 当天 24:00 前还；现在补最低还款，仍算逾期")
        raise ProblemError("", text.format(due=found.subject.due_date))
    owed = _due(found, day)
    share = bill_rule(found.rules).minimum_share.value
    first = Payment(date=day, amount=round_to(owed * share))
    rest_on = add_months(day, 1)
    subject = found.subject
    rest = ledger(subject.terms, (*found.events(day), first), subject.rule, rest_on, subject.missed(day)).due_now
    return _run(found, day, (first, Payment(date=rest_on, amount=rest)), day, day)


def _defer(found: Situation, day: date, _days: int) -> Outcome:
    left = found.books(day)
    periods = len(left.unpaid) + left.periods_left
    if not periods:
        raise ProblemError("", _nothing_due())
    put_off = Restructure(
        date=day,
        periods=periods,
        first_due_date=add_months(day, found.relief.defer_months),
        arrears=Arrears.CARRY,
        same_method=True,
    )
    return _run(found, day, (put_off,), day, day)


def negotiated(found: Situation, day: date) -> Restructure:
    """Return the new plan that would be asked for."""
    relief = found.relief
    return Restructure(
        date=day,
        periods=found.periods,
        rate=relief.rate,
        rate_per=None if relief.rate is None else relief.rate_per,
        first_due_date=relief.first_due_date,
        arrears=relief.arrears,
    )


def _negotiate(found: Situation, day: date, _days: int) -> Outcome:
    _still_owed(found, day)
    return _run(found, day, (negotiated(found, day),), day, day, new_rate=found.relief.rate is not None)


def _waiver(found: Situation, day: date, _days: int) -> Outcome:
    off = round_to(found.books(day).penalty_total * found.relief.waiver_share)
    if not off:
        raise ProblemError("", translate("Ways", "还没有罚息可减"))
    return _run(found, day, (Waiver(date=day, amount=off, of=WaiverOf.PENALTY), Settlement(date=day)), day, day)


def _move(found: Situation, day: date, _days: int) -> Outcome:
    owed = _due(found, day)
    new = new_loan(found, day)
    paid = _run(found, day, (Payment(date=day, amount=owed),), day, day)
    later = sorted((*paid.later, *((row.due_date, row.payment) for row in new.rows)))
    return paid._replace(now=ZERO, later=tuple(later), extra=paid.extra + new.totals.cost)


def new_loan(found: Situation, day: date) -> Schedule:
    """Return the loan of the other product that would pay what is due.

    Raises:
        ProblemError: there is no other product, or it does not lend so little.
    """
    offer = found.other
    if offer is None:
        raise ProblemError("", translate("Ways", "没有另一个产品可借"))
    owed = _due(found, day)
    rule = found.rules.rule(offer.product, day)
    if rule.principal is not None and owed < rule.principal.least.value:
        text = translate("Ways", "{name}一般最少借 {least} 元")
        raise ProblemError("", text.format(name=rule.name, least=grouped(rule.principal.least.value)))
    if rule.principal is not None and owed > rule.principal.most.value:
        text = translate("Ways", "{name}一般最多借 {most} 元")
        raise ProblemError("", text.format(name=rule.name, most=grouped(rule.principal.most.value)))
    return schedule(offer_terms(offer, owed, day, found.rules))


def move_warning(found: Situation, day: date) -> str:
    """Return what the figures say of borrowing to repay."""
    try:
        new = new_loan(found, day)
    except ProblemError:
        return ""
    assert found.other is not None  # noqa: S101 - there is a loan by it
    text = translate("Ways", "用{other}来还：新借的 {amount} 元自己要多付 {cost} 元（实际年化 {rate}），债没有变少。")
    return text.format(
        other=offer_label(found.other, found.rules),
        amount=grouped(new.terms.principal),
        cost=grouped(new.totals.cost),
        rate=percent(new.rates.effective_annual),
    )


def _card_plan(found: Situation, _day: date, _days: int) -> Outcome:
    if found.subject.brand is Brand.OTHER:
        raise ProblemError("", translate("Ways", "只适用于信用卡；是信用卡的话，条件要和银行谈"))
    raise ProblemError("", translate("Ways", "只适用于信用卡，借呗、花呗用不了"))


_HOW: dict[WayKind, Callable[[Situation, date, int], Outcome]] = {
    WayKind.NOTHING: _nothing,
    WayKind.PAY_OVERDUE: _pay_overdue,
    WayKind.PAY_ALL: _pay_all,
    WayKind.MINIMUM: _minimum,
    WayKind.DEFER: _defer,
    WayKind.NEGOTIATE: _negotiate,
    WayKind.WAIVER: _waiver,
    WayKind.MOVE: _move,
    WayKind.CARD_PLAN: _card_plan,
}
