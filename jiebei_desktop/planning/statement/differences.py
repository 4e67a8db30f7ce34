"""Where the lender took something else than the plan has, and why that may be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.statement.agreed import Slot, penalty
from jiebei_desktop.planning.statement.results import Claim, Match, Parting, Status
from jiebei_desktop.planning.statement.variants import Paid, Variant, variants
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate

_FEW_FEN: Final = Decimal("0.02")
_SOME_FEN: Final = Decimal("0.05")


def partings(matches: Iterable[Match], slots: Iterable[Slot]) -> tuple[Parting, ...]:
    """Return, for each loan for which something else was paid than expected, the first such instalment and why.

    A payment of several instalments that is not their sum says nothing of any one of them.
    """
    by_claim = {slot.claim: slot for slot in slots}
    by_loan: dict[str, list[Paid]] = {}
    for match in _with_fee(matches):
        for paid in _paid(match, by_claim):
            by_loan.setdefault(paid.slot.claim.loan_id, []).append(paid)
    found = []
    for known in by_loan.values():
        known.sort(key=lambda paid: paid.slot.claim.period)
        if any(paid.gap for paid in known):
            found.append(_parting(known))
    return tuple(found)


def _with_fee(matches: Iterable[Match]) -> list[Match]:
    """Return matches; as different those 花呗 bills of one loan that all have the same little beyond the instalment.

    The last instalment may be some fen off. That nothing was bought has to be seen for one of them at least.
    """
    told = list(matches)
    bills: dict[str, list[Match]] = {}
    for match in told:
        if match.status is Status.MATCHED:
            for claim in match.claims:
                if claim.product is Brand.HUABEI:
                    bills.setdefault(claim.loan_id, []).append(match)
    dear = set()
    for loan_id, its in bills.items():
        more = [match.paid - match.expected for match in its]
        seen = len(its) > 1 and min(more) > 0 and any(match.above for match in its)
        if seen and max(more) - min(more) <= _SOME_FEN and all(len(match.claims) == 1 for match in its):
            dear.add(loan_id)
    return [
        match._replace(status=Status.DIFFERENT, difference=match.paid - match.expected)
        if match.status is Status.MATCHED and any(claim.loan_id in dear for claim in match.claims)
        else match
        for match in told
    ]


def with_reasons(matches: Iterable[Match], found: Sequence[Parting]) -> list[Match]:
    """Return matches, each that is different with the likely reason in its note."""
    reasons = {parting.loan_id: parting.reason for parting in found}
    told = []
    for match in matches:
        reason = reasons.get(match.claims[0].loan_id) if _tells(match) else None
        told.append(match._replace(note=joined(match.note, reason)) if reason else match)
    return told


def _tells(match: Match) -> bool:
    """Tell whether a match is one of an instalment for which something else was paid."""
    return match.status is Status.DIFFERENT and len(match.claims) == 1


def _paid(match: Match, by_claim: dict[Claim, Slot]) -> list[Paid]:
    """Return what was paid for each instalment of a match, without penalty where it is the plan's."""
    slots = [by_claim[claim] for claim in match.claims]
    if match.status is Status.MATCHED:
        day = max(payment.day for payment in match.payments)
        return [Paid(slot, slot.claim.amount, day) for slot in slots if not slot.early]
    if _tells(match):
        day = max(payment.day for payment in match.payments)
        return [Paid(slots[0], slots[0].claim.amount + match.difference, day)]
    return []


def _parting(known: Sequence[Paid]) -> Parting:
    different = [paid for paid in known if paid.gap]
    claim = different[0].slot.claim
    return Parting(
        loan_id=claim.loan_id,
        name=claim.name,
        period=claim.period,
        due_date=claim.due_date,
        expected=claim.amount,
        paid=different[0].amount,
        reason=_reason(known, different),
    )


def _reason(known: Sequence[Paid], different: Sequence[Paid]) -> str:
    """Return the likely reason: what explains all that was paid by a usual figure, else the most of it.

    A figure that was found by one instalment explains that one in any case, so it has to explain more than half of
    those that are different; an odd one has to explain all of several.
    """
    if different[0].amount < different[0].slot.principal:
        return translate("Reconcile", "付的还不到这一期的本金，可能只还了一部分。")
    alone = len(known) == 1
    surplus = _penalty(different) or _fen_only(different) or _surplus(different)
    if surplus and alone and _usual_penalty(different[0]):  # almost any change of terms would explain one figure
        return surplus
    whole: list[Variant] = []
    best: tuple[int, Variant] | None = None
    for variant in variants(known):
        fits = sum(map(variant.fits, known))
        if fits == len(known):
            whole.append(variant)
            if not variant.far and not variant.like_price:
                break
        elif (
            not variant.far and 2 * sum(map(variant.fits, different)) > len(different) and (not best or fits > best[0])
        ):
            best = fits, variant
    usual = [variant for variant in whole if not variant.far]
    if usual:
        others = "".join(variant.also for variant in usual[1:2])
        return joined(usual[0].sentence, others, _fits(len(known), len(known)))
    if surplus:
        return surplus
    if alone and whole:
        return _one_figure(different[0])
    if whole:
        return joined(whole[0].sentence, _fits(len(known), len(known)))
    if best is not None:
        return joined(best[1].sentence, _fits(best[0], len(known)))
    return translate("Reconcile", "说不准是为什么；请和 App 里的还款计划一期一期对一对。")


def _penalty(different: Sequence[Paid]) -> str:
    """Return why late payments were more, where all that were more were late."""
    if not all(paid.gap > 0 and paid.slot.late(paid.day) > 0 for paid in different):
        return ""
    first = different[0]
    asked = penalty([first.slot], first.day)
    text = translate("Reconcile", "可能是罚息：晚了 {days} 天，多收 {more} 元；照计划里的逾期规则是 {asked} 元。")
    if not asked:
        text = translate("Reconcile", "可能是罚息：晚了 {days} 天，多收 {more} 元；照计划里的逾期规则不收。")
    return text.format(days=first.slot.late(first.day), more=grouped(first.gap), asked=grouped(asked))


def _usual_penalty(paid: Paid) -> bool:
    """Tell whether what is above is no more than twice the plan's penalty; a fen or two are no matter."""
    return abs(paid.gap) <= max(2 * penalty([paid.slot], paid.day), _FEW_FEN)


def _fen_only(different: Sequence[Paid]) -> str:
    """Return what a fen or two are: no lender charges as little."""
    if any(abs(paid.gap) > _FEW_FEN for paid in different):
        return ""
    return translate("Reconcile", "只差一两分，可能是尾数取法不同。")


def _one_figure(paid: Paid) -> str:
    """Return what may be the reason where only an odd rate or coupon would explain a single figure."""
    if paid.gap > 0:
        return translate("Reconcile", "可能另收了费用，也可能利率不同；账单里多有几期才看得出来。")
    return translate("Reconcile", "可能有优惠，也可能利率不同；账单里多有几期才看得出来。")


def _surplus(different: Sequence[Paid]) -> str:
    """Return why the same was taken on top each time, where it was."""
    gap: Decimal = different[0].gap
    if len(different) == 1 or gap < 0 or any(paid.gap != gap for paid in different):
        return ""
    text = translate("Reconcile", "{count} 期都正好多 {gap} 元：可能每期另收了一笔费用。")
    return text.format(count=len(different), gap=grouped(gap))


def _fits(fits: int, count: int) -> str:
    if count == 1:
        return translate("Reconcile", "这样算，这一期正好。")
    if fits == count:
        return translate("Reconcile", "这样算，账单里的 {count} 期都正好。").format(count=count)
    return translate("Reconcile", "这样算，账单里的 {count} 期有 {fits} 期正好。").format(count=count, fits=fits)
