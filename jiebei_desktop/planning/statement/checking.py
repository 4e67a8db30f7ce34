"""Whether matches that are each right leave a loan's books right when all of them are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.statement.agreed import Slot
from jiebei_desktop.planning.statement.making import left_open
from jiebei_desktop.planning.statement.results import Match, Take
from jiebei_desktop.planning.statement.taking import with_takes
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError


def checked(matches: Sequence[Match], slots: Iterable[Slot], rules: RuleBook, today: date) -> list[Match]:
    """Return matches of which recording all that are advised can be, and leaves nothing owed.

    Books give money to what is late before they give it to what is due. An instalment that is paid while another one
    is late therefore goes to that one first, and then its own penalty is not what it was for each alone. The late ones
    of such a loan are not advised, nor any of a loan with whose events they don't go together.
    """
    by_claim = {slot.claim: slot for slot in slots}
    by_loan: dict[str, tuple[list[Slot], list[Take]]] = {}
    for match in matches:
        for take in match.takes if match.advised else ():
            by_loan.setdefault(take.loan_id, ([], []))[1].append(take)
        for claim in match.claims if match.advised else ():
            by_loan.setdefault(claim.loan_id, ([], []))[0].append(by_claim[claim])
    refused: dict[str, str] = {}
    left: dict[str, Decimal] = {}
    for loan_id, (its_slots, takes) in by_loan.items():
        if takes:
            try:
                with_takes(its_slots[0].agreed.loan, takes, rules, today)
            except ProblemError as error:
                refused[loan_id] = str(error)
            left[loan_id] = left_open(its_slots, takes, max(take.day for take in takes))
    return [_checked(match, refused, left) if match.advised else match for match in matches]


def _checked(match: Match, refused: Mapping[str, str], left: Mapping[str, Decimal]) -> Match:
    last = {take.loan_id: take.day for take in match.takes}
    for claim in match.claims:
        note = ""
        if problem := refused.get(claim.loan_id):
            note = translate("Reconcile", "{problem}。请先看看这笔借款的变动。").format(problem=problem)
        elif left.get(claim.loan_id) and claim.due_date < last.get(claim.loan_id, claim.due_date):
            text = translate(
                "Reconcile", "和这笔借款的另外几期一起记，按计划的逾期规则还会差 {amount} 元；请先看看罚息怎么算。"
            )
            note = text.format(amount=grouped(left[claim.loan_id]))
        if note:
            return match._replace(advised=False, note=joined(match.note, note))
    return match
