"""What could help, each tried on the very same futures as doing nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from jiebei_desktop.engine import Event, RateChange, Restructure
from jiebei_desktop.money import ONE, ZERO, round_to
from jiebei_desktop.planning.budget.household import EntryKind
from jiebei_desktop.planning.budget.occurrences import Flow
from jiebei_desktop.planning.budget.outlook import Basis
from jiebei_desktop.planning.budget.payables import TRIAL, Owed, Payable, in_order, payables_of
from jiebei_desktop.planning.document import NO_PENALTY, Relief
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.situation import Situation
from jiebei_desktop.planning.stress.chance import Chances, Progress, run
from jiebei_desktop.planning.stress.futures import Costs
from jiebei_desktop.planning.stress.rates import by_owed
from jiebei_desktop.planning.stress.scenarios import bought_in_cash, on_bills, split_bought, tomorrow, with_flows
from jiebei_desktop.planning.stress.settings import Remedy, Stress
from jiebei_desktop.planning.ways import negotiated
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError

USUAL_TERMS: Final = (3, 6, 12, 24, 36)
"""Instalments of a loan whose product has no rule."""


class Changed(NamedTuple):
    """What a remedy makes of a basis.

    Attributes:
        extra: what the remedy itself costs, in yuan: more interest and fees; below zero where it saves some.
        owed: the loan that it is about.
        plan: what would be agreed for it.
    """

    basis: Basis
    extra: Decimal = ZERO
    owed: Owed | None = None
    plan: Restructure | None = None


class Remedied(NamedTuple):
    """What a remedy comes to: its chances, or the `problem` for which it can't be taken."""

    remedy: Remedy
    changed: Changed | None
    chances: Chances | None
    problem: str = ""

    @property
    def extra(self) -> Decimal:
        """Return what the remedy itself costs, in yuan."""
        return self.changed.extra if self.changed else ZERO


class Patient(NamedTuple):
    """What remedies are tried on: a basis, shocks and all, and what becomes of it when nothing is done."""

    basis: Basis
    stress: Stress
    relief: Relief
    rules: RuleBook
    nothing: Chances


def remedied(
    base: Basis,
    stress: Stress,
    relief: Relief,
    rules: RuleBook,
    nothing: Chances | None = None,
    progress: Progress | None = None,
    costs: Costs | None = None,
) -> tuple[Remedied, ...] | None:
    """Try every remedy; None where `progress` stopped it.

    Args:
        base: what the months ahead are worked out from, shocks and all.
        stress: how futures are drawn, and how much of each remedy is tried.
        relief: what would be asked for in a negotiated plan.
        rules: the products, which say over how many instalments they can be paid back.
        nothing: what `run` found for `base` and `stress`, where it is known already.
        progress: as `run` has it, over all of them.
        costs: what being late costs, as far as it is known from `nothing`.

    Raises:
        ProblemError: as `run` does.
    """
    costs = costs or Costs()
    kinds = tuple(Remedy)
    known = nothing or run(base, stress, _part(progress, 0, len(kinds)), costs)
    if known is None:
        return None
    patient = Patient(base, stress, relief, rules, known)
    found = [Remedied(Remedy.NOTHING, Changed(base), known)]
    for place, remedy in enumerate(kinds):
        if remedy is Remedy.NOTHING:
            continue
        try:
            changed = _HOW[remedy](patient)
        except ProblemError as error:
            found.append(Remedied(remedy, None, None, str(error)))
            continue
        chances = run(changed.basis, stress, _part(progress, place, len(kinds)), costs)
        if chances is None:
            return None
        found.append(Remedied(remedy, changed, chances))
    return tuple(found)


def _part(progress: Progress | None, place: int, count: int) -> Progress | None:
    if progress is None:
        return None
    return lambda share: progress((place + share) / count)


# --- money ------------------------------------------------------------------------------------------------------------


def _cushion(patient: Patient) -> Changed:
    base = patient.basis
    return Changed(base._replace(opening=base.opening + patient.stress.help.cushion))


def _cut(patient: Patient) -> Changed:
    """Spend less from tomorrow on; what is on a bill already and what nobody chose to spend stays."""
    base, left = patient.basis, ONE - patient.stress.help.cut
    past = on_bills(base)
    own = {entry.id for entry in base.budget.entries}

    def cut(flow: Flow) -> Flow:
        entry, key = flow.entry, (flow.entry.id, flow.day, flow.amount)
        if entry.kind is not EntryKind.SPENDING or entry.id not in own or flow.day <= base.today:
            return flow
        if entry.by_huabei and past[key]:
            past[key] -= 1
            return flow
        return flow._replace(amount=round_to(flow.amount * left))

    changed = with_flows(base, [cut(flow) for flow in base.flows])
    if changed.flows == base.flows:
        raise ProblemError("", translate("Stress", "预算里没有以后的开销，没有可省的"))
    return Changed(changed)


def _cash(patient: Patient) -> Changed:
    _needs_bought(patient.basis)
    return Changed(bought_in_cash(patient.basis, tomorrow(patient.basis)))


def _less(patient: Patient) -> Changed:
    _needs_bought(patient.basis)
    return Changed(with_flows(patient.basis, split_bought(patient.basis)[1]))


def _needs_bought(base: Basis) -> None:
    if not split_bought(base)[0]:
        raise ProblemError("", translate("Stress", "以后没有记在花呗上的开销"))


# --- loans ------------------------------------------------------------------------------------------------------------


def _longer(patient: Patient) -> Changed:
    """Pay the largest loan back over the next longer usual term, from its next due date on."""
    base = patient.basis
    owed, own = _largest(base)
    due = sorted({each.due_date for each in own if each.due_date > base.today})
    left = len(due) - 1
    terms = usual_terms(owed, patient.rules)
    periods = next((term for term in terms if term > left), None)
    if not left:
        raise ProblemError("", translate("Stress", "{loan}只剩一期，不用拉长").format(loan=owed.name))
    if periods is None:
        text = translate("Stress", "{loan}还剩 {left} 期，没有更长的可选")
        raise ProblemError("", text.format(loan=owed.name, left=left))
    plan = Restructure(date=due[0], periods=periods, same_method=True)
    return _with_plan(base, owed, own, plan, owed.events)


def _negotiate(patient: Patient) -> Changed:
    """Agree a plan today, as the page of being late would ask for it, for the loan that breaks first."""
    base, first = patient.basis, patient.nothing.first
    if first is None:
        raise ProblemError("", translate("Stress", "没有一期会晚，不用谈"))
    if first.payable.owed.key.startswith(TRIAL):
        raise ProblemError("", translate("Stress", "最先撑不住的是还没借的这一笔，不借就行"))
    owed, own = next(each for each in by_owed(base.payables) if each[0].key == first.payable.owed.key)
    plan = negotiated(_situation(patient, owed, own), base.today)
    agreed_rate = plan.rate is not None
    events: list[Event] = [event for event in owed.events if event.date <= base.today]
    events += [e for e in owed.events if e.date > base.today and isinstance(e, RateChange) and not agreed_rate]
    return _with_plan(base, owed, own, plan, events)


def _with_plan(base: Basis, owed: Owed, own: list[Payable], plan: Restructure, events: Sequence[Event]) -> Changed:
    """Put a new plan in the place of what would fall due after its day; what is late by then goes into it."""
    new = payables_of(owed._replace(events=(*events, plan)), base.since, base.today)
    mine = {id(each) for each in own}
    others = [each for each in base.payables if id(each) not in mine]
    extra = sum((each.amount for each in new), ZERO) - sum((each.amount for each in own), ZERO)
    return Changed(base._replace(payables=in_order((*others, *new))), extra, owed, plan)


def _largest(base: Basis) -> tuple[Owed, list[Payable]]:
    """Return the loan of which most principal is still to fall due, of those with nothing unpaid.

    Raises:
        ProblemError: there is none.
    """
    running = [
        (owed, own)
        for owed, own in by_owed(base.payables)
        if not owed.key.startswith(TRIAL)
        and any(each.due_date > base.today for each in own)
        and owed.missed.first is None
    ]
    if not running:
        late = any(each.owed.missed.first is not None for each in base.payables)
        text = (
            translate("Stress", "已经逾期的不能再拉长，先谈协商分期") if late else translate("Stress", "没有在还的借款")
        )
        raise ProblemError("", text)
    return max(running, key=lambda each: _to_come(each[0], base.today))


def _to_come(owed: Owed, today: date) -> Decimal:
    return sum((row.principal for row in owed.rows() if row.due_date > today and row.event is None), ZERO)


def usual_terms(owed: Owed, rules: RuleBook) -> tuple[int, ...]:
    """Return over how many instalments something owed can usually be paid back, rising."""
    product = owed.terms.product
    if product is None or product not in rules.rules:
        return USUAL_TERMS
    return tuple(sorted(rules.rule(product, owed.terms.start_date).periods.value))


def _situation(patient: Patient, owed: Owed, own: Sequence[Payable]) -> Situation:
    """Return where a loan stands today, as the page of being late has it."""
    ahead = min((each for each in own if each.day >= patient.basis.today), key=lambda each: (each.day, each.number))
    subject = Subject(
        key=owed.key,
        name=owed.name,
        beside="",
        brand=owed.brand,
        loan=None,
        terms=owed.terms,
        events=owed.events,
        rule=owed.rule or NO_PENALTY,
        number=ahead.number,
        due_date=ahead.due_date,
        instalment=ahead.amount,
        last=owed.rows()[-1].period,
        since=ahead.due_date,
    )
    return Situation(subject, patient.relief, None, patient.rules)


_HOW: dict[Remedy, Callable[[Patient], Changed]] = {
    Remedy.CUSHION: _cushion,
    Remedy.CUT: _cut,
    Remedy.LONGER: _longer,
    Remedy.NEGOTIATE: _negotiate,
    Remedy.CASH: _cash,
    Remedy.LESS: _less,
}
