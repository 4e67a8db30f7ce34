"""What a statement held against a plan comes to, in words."""

from __future__ import annotations

from collections import Counter

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.statement.movements import Kind, Movement
from jiebei_desktop.planning.statement.results import Match, Parting, Reconciled, Status
from jiebei_desktop.planning.statement.suggestions import Suggestion
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate


def status_name(status: Status) -> str:
    """Return how what was paid stands to what was expected."""
    return {
        Status.MATCHED: translate("Reconcile", "对上了"),
        Status.DIFFERENT: translate("Reconcile", "金额不一样"),
        Status.MISSING: translate("Reconcile", "没找到"),
        Status.EXTRA: translate("Reconcile", "计划里没有"),
    }[status]


def kind_name(movement: Movement) -> str:
    """Return what a row of the statement is: `借呗还款`."""
    text = {
        Kind.REPAYMENT: translate("Reconcile", "{product}还款"),
        Kind.DRAW: translate("Reconcile", "{product}借款"),
        Kind.PURCHASE: translate("Reconcile", "{product}消费"),
        Kind.REFUND: translate("Reconcile", "{product}退款"),
        Kind.FAILED: translate("Reconcile", "{product}没有成功"),
    }[movement.kind]
    return text.format(product=brand_name(movement.product))


def brand_name(brand: Brand) -> str:
    """Return what a product family is called."""
    if brand is Brand.JIEBEI:
        return translate("Reconcile", "借呗")
    return translate("Reconcile", "花呗")


def claims_label(match: Match) -> str:
    """Return which instalments a match is about: `借呗 5 期 第 2 期`; what was paid where there are none."""
    if not match.claims:
        return kind_name(match.payments[0])
    by_loan: dict[str, list[int]] = {}
    names: dict[str, str] = {}
    for claim in match.claims:
        by_loan.setdefault(claim.loan_id, []).append(claim.period)
        names[claim.loan_id] = claim.name
    text = translate("Reconcile", "{name} 第 {numbers} 期")
    listed = (
        text.format(name=names[loan_id], numbers=_numbers(sorted(set(periods)))) for loan_id, periods in by_loan.items()
    )
    return translate("Reconcile", "，").join(listed)


def _numbers(periods: list[int]) -> str:
    """Return numbers as a span where they follow each other."""
    if len(periods) > 2 and periods[-1] - periods[0] == len(periods) - 1:
        return translate("Reconcile", "{first} 到 {last}").format(first=periods[0], last=periods[-1])
    return translate("Reconcile", "、").join(map(str, periods))


def match_sentence(match: Match) -> str:
    """Return a match in a sentence or two."""
    if not match.payments:
        text = translate("Reconcile", "{label}：{day}该还 {amount} 元，账单里没找到。")
        said = text.format(
            label=claims_label(match), day=long_date(match.claims[0].due_date), amount=grouped(match.expected)
        )
    elif not match.claims:
        text = translate("Reconcile", "{label}：{day}付了 {amount} 元，计划里没有。")
        said = text.format(label=claims_label(match), day=long_date(match.payments[0].day), amount=grouped(match.paid))
    else:
        text = translate("Reconcile", "{label}：该还 {due} 元，付了 {paid} 元，{status}。")
        said = text.format(
            label=claims_label(match),
            due=grouped(match.expected),
            paid=grouped(match.paid),
            status=status_name(match.status),
        )
    return joined(said, match.note)


def parting_sentence(parting: Parting) -> str:
    """Return where the lender took something else than the plan has, and why that may be."""
    text = translate("Reconcile", "{name}从第 {period} 期（{day}）起对不上：计划是 {expected} 元，实际付了 {paid} 元。")
    said = text.format(
        name=parting.name,
        period=parting.period,
        day=long_date(parting.due_date),
        expected=grouped(parting.expected),
        paid=grouped(parting.paid),
    )
    return joined(said, parting.reason)


def headline(found: Reconciled) -> str:
    """Return how many repayments match and how many don't."""
    if not found.matches:
        return translate("Reconcile", "账单里没有花呗或借呗的还款，计划里这段时间也没有要还的。")
    counts = Counter(match.status for match in found.matches)
    texts = {
        Status.MATCHED: translate("Reconcile", "{count} 笔对上了"),
        Status.MISSING: translate("Reconcile", "{count} 笔没找到"),
        Status.DIFFERENT: translate("Reconcile", "{count} 笔金额不一样"),
        Status.EXTRA: translate("Reconcile", "{count} 笔计划里没有"),
    }
    told = [text.format(count=counts[status]) for status, text in texts.items() if counts[status]]
    return translate("Reconcile", "{told}。").format(told=translate("Reconcile", "，").join(told))


def reason(found: Reconciled) -> str:
    """Return what to do next."""
    counts = Counter(match.status for match in found.matches)
    new = sum(match.advised and not match.recorded for match in found.matches)
    said = []
    if counts[Status.DIFFERENT]:
        said.append(translate("Reconcile", "金额不一样的，先把那笔借款改对再记。"))
    if counts[Status.MISSING]:
        said.append(translate("Reconcile", "没找到的，到 App 里看看是不是真的还了。"))
    if new:
        said.append(translate("Reconcile", "勾好的 {count} 笔可以记进还款记录。").format(count=new))
    elif any(match.takes and match.recorded for match in found.matches) and not said:
        said.append(translate("Reconcile", "都记过了，没有要做的。"))
    new_loans = sum(drawn.loan_id is None for drawn in found.draws)
    if new_loans:
        said.append(translate("Reconcile", "账单里有 {count} 笔借款还不在计划里。").format(count=new_loans))
    return joined(*said)


def bought_sentence(found: Reconciled) -> str:
    """Return what was bought with 花呗 and given back; nothing where there was nothing."""
    if not found.purchases and not found.refunds:
        return ""
    text = translate("Reconcile", "这段时间用花呗买了 {bought} 元，退回 {back} 元。")
    return text.format(bought=grouped(found.purchases), back=grouped(found.refunds))


def suggestion_why(found: Suggestion) -> str:
    """Return what a suggested entry is the average of."""
    text = translate(
        "Reconcile", "{category}：账单里 {months} 个月一共 {rows} 笔，加起来 ÷ {months}，取整到元，是每月 {amount} 元。"
    )
    said = text.format(category=found.category, months=found.months, rows=found.rows, amount=grouped(found.monthly))
    day = translate("Reconcile", "这些笔平均在 {day} 日。").format(day=found.entry.day) if found.entry.day else ""
    return joined(said, day)
