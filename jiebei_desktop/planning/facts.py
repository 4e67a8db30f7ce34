"""The facts behind a letter to the lender: the loan, what was paid, what is late and costs, and the ways out."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jiebei_desktop.engine import RateChange, Restructure, Terms
from jiebei_desktop.engine.books import Entry
from jiebei_desktop.engine.ledger import Ledger
from jiebei_desktop.engine.outstanding import Nights
from jiebei_desktop.money import ZERO, grouped, percent_exact, plain, round_to
from jiebei_desktop.planning.document import rule_for
from jiebei_desktop.planning.happenings import event_label
from jiebei_desktop.planning.late_words import cost_words, way_label
from jiebei_desktop.planning.letter import short_of, yearly
from jiebei_desktop.planning.sheet import Sheet, block
from jiebei_desktop.planning.situation import Outcome, Situation, Way, WayKind
from jiebei_desktop.planning.ways import ways
from jiebei_desktop.planning.why import names_of
from jiebei_desktop.planning.wording import long_date, method_name, product_name, rate_percent
from jiebei_desktop.products import sources_named
from jiebei_desktop.products.stages import Said, Stage, shipped_overdue
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method, ProblemError

_NIGHTS_SHOWN = Decimal("0.0001")


def fact_sheet(found: Situation, days: int) -> Sheet:
    """Return the facts behind the letter: the loan, what was paid, what is late, what it costs, and the ways out."""
    blocks = [_loan(found, days)]
    try:
        books = found.books(found.subject.on(days))
    except ProblemError as error:
        blocks.append(str(error))
    else:
        blocks += [_paid(books), _late(books), _penalty(books), _stage(books.overdue_days)]
    blocks += [_ways(found, days), _sources(found, days), _closing()]
    return Sheet(translate("Letter", "情况说明"), tuple(filter(None, blocks)))


def _loan(found: Situation, days: int) -> str:
    terms = found.subject.terms
    text = translate("Letter", "{name}，{start}借 {amount} 元，分 {periods} 期，{method}，{price}。")
    said = text.format(
        name=product_name(terms.product or "", found.rules),
        start=long_date(terms.start_date),
        amount=grouped(terms.principal),
        periods=terms.periods,
        method=method_name(terms.method),
        price=_price(terms),
    )
    changes = (event for event in found.events(found.subject.on(days)) if isinstance(event, RateChange | Restructure))
    happened = (
        translate("Letter", "{event}。").format(event=event_label(event))
        for event in sorted(changes, key=lambda event: event.date)
    )
    return block(translate("Letter", "这笔借款"), (said, *happened))


def _price(terms: Terms) -> str:
    if terms.method is Method.FLAT_FEE:
        return translate("Letter", "总手续费率 {rate}%").format(rate=percent_exact(terms.fee_rate))
    return yearly(terms.rate, terms.rate_per)


def _paid(books: Ledger) -> str:
    lines = [_entry(entry) for entry in books.entries]
    if not lines:
        return block(translate("Letter", "已经还的"), (translate("Letter", "还没有还过。"),))
    text = translate("Letter", "到 {day}，一共还了 {amount} 元。")
    lines.append(text.format(day=long_date(books.as_of), amount=grouped(books.paid)))
    return block(translate("Letter", "已经还的"), lines)


def _entry(entry: Entry) -> str:
    """Return where money went."""
    text = {
        "instalment": translate("Letter", "{day}按时还 {amount} 元：{parts}。"),
        "payment": translate("Letter", "{day}还 {amount} 元：{parts}。"),
        "prepayment": translate("Letter", "{day}提前还 {amount} 元：{parts}。"),
        "settlement": translate("Letter", "{day}一次结清 {amount} 元：{parts}。"),
        "waiver": translate("Letter", "{day}减免 {amount} 元：{parts}。"),
        "restructure": translate("Letter", "{day}重新分期，转过去 {amount} 元：{parts}。"),
        "credit": translate("Letter", "{day}用前面多还的抵：{parts}。"),
    }[entry.kind]
    parts = _parts(
        penalty=entry.penalty_on_principal + entry.penalty_on_interest,
        interest=entry.interest,
        fee=entry.fee,
        principal=entry.principal,
        kept=max(entry.credit, ZERO),
        used=max(-entry.credit, ZERO),
    )
    return text.format(day=long_date(entry.date), amount=grouped(entry.money), parts=parts)


def _parts(**amounts: Decimal) -> str:
    """Return what an amount is made of, leaving out what is nothing."""
    names = {
        "penalty": translate("Letter", "罚息 {amount}"),
        "interest": translate("Letter", "利息 {amount}"),
        "fee": translate("Letter", "手续费 {amount}"),
        "principal": translate("Letter", "本金 {amount}"),
        "kept": translate("Letter", "留着抵以后的 {amount}"),
        "used": translate("Letter", "用掉前面留的 {amount}"),
    }
    return pick("，", ", ").join(names[name].format(amount=grouped(value)) for name, value in amounts.items() if value)


def _late(books: Ledger) -> str:
    lines = []
    for due in books.unpaid:
        late = (books.as_of - due.due_date).days
        text = translate("Letter", "第 {number} 期，{due}到期，还差 {whole} 元：{parts}。")
        if late:
            text = translate("Letter", "第 {number} 期，{due}到期，逾期 {days} 天，还差 {whole} 元：{parts}。")
        parts = _parts(principal=due.principal, interest=due.interest, fee=due.fee)
        figures = {"number": due.number, "due": long_date(due.due_date), "days": late, "whole": grouped(due.whole)}
        lines.append(text.format(**figures, parts=parts))
    return block(translate("Letter", "到期没还的"), lines or (translate("Letter", "没有。"),))


def _penalty(books: Ledger) -> str:
    """Return how the penalty came about, night by night at one rate on one base."""
    if not books.nights:
        return ""
    lines = [line for nights in books.nights for line in _nights(nights)]
    whole = sum((nights.on_principal + nights.on_interest for nights in books.nights), ZERO)
    gone = sum((entry.penalty_on_principal + entry.penalty_on_interest for entry in books.entries), ZERO)
    text = translate("Letter", "合计 {whole}，取到分，欠罚息 {owed} 元。")
    if gone:
        text = translate("Letter", "合计 {whole}；其中 {gone} 元已经还了、减免了或者转走了，还欠罚息 {owed} 元。")
    elif round_to(whole) != books.penalty_total:  # both parts were rounded
        text = translate("Letter", "合计 {whole}，本金和其余两部分各自取到分，欠罚息 {owed} 元。")
    figures = {"whole": _shown(whole), "gone": grouped(gone), "owed": grouped(books.penalty_total)}
    return block(translate("Letter", "罚息是怎么来的"), (*lines, text.format(**figures)))


def _nights(nights: Nights) -> Iterable[str]:
    on_principal = translate("Letter", "{start}到 {end}：{days} 天 × 逾期本金 {base} × 每天 {rate}% = {amount}")
    on_interest = translate("Letter", "{start}到 {end}：{days} 天 × 逾期利息和费用 {base} × 每天 {rate}% = {amount}")
    for text, base, rate, amount in (
        (on_principal, nights.principal, nights.rate_on_principal, nights.on_principal),
        (on_interest, nights.interest, nights.rate, nights.on_interest),
    ):
        if base:
            yield text.format(
                start=long_date(nights.start_date),
                end=long_date(nights.end_date),
                days=nights.days,
                base=grouped(base),
                rate=rate_percent(rate),
                amount=_shown(amount),
            )


def _shown(amount: Decimal) -> str:
    return plain(round_to(amount, step=_NIGHTS_SHOWN))


def _stage(days: int) -> str:
    known = shipped_overdue()
    text = translate("Letter", "逾期 {days} 天，一般叫“{stage}”。") if days else translate("Letter", "{stage}。")
    lines = (
        text.format(days=days, stage=known.stage(days).name),
        translate("Letter", "五级分类里，一般算{name}").format(name=known.class_of(days).text),
    )
    return block(translate("Letter", "现在在哪一步"), lines)


def _ways(found: Situation, days: int) -> str:
    heading = translate("Letter", "几种办法，都从 {day}算起，和每期都按时还比")
    all_ways = ways(found, days)
    lines = [_way(found, each) for each in all_ways]
    plan = next(each.outcome for each in all_ways if each.kind is WayKind.NEGOTIATE)
    if plan and (short := short_of(found.relief, plan)):
        lines.append(short)
    return block(heading.format(day=long_date(found.subject.on(days))), lines)


def _way(found: Situation, each: Way) -> str:
    name, plan = way_label(found, each.kind), each.outcome
    if plan is None:
        return translate("Letter", "{way}：现在不行，{reason}。").format(way=name, reason=each.problem.rstrip("。."))
    parts = (
        translate("Letter", "当天还 {amount} 元").format(amount=grouped(plan.now)) if plan.now else "",
        _each_month(plan),
        cost_words(plan.extra),
        translate("Letter", "{day}起没有逾期").format(day=long_date(plan.clean)),
    )
    return translate("Letter", "{way}：{parts}。").format(way=name, parts=pick("；", "; ").join(filter(None, parts)))


def _each_month(found: Outcome) -> str:
    months = found.by_month
    if not months:
        return ""
    ends = long_date(found.ends)
    if len(months) == 1:
        return translate("Letter", "{day}还 {amount} 元").format(day=ends, amount=grouped(months[0]))
    if len(set(months)) == 1:
        text = translate("Letter", "以后每月 {amount} 元，到 {day}")
        return text.format(amount=grouped(months[0]), day=ends)
    text = translate("Letter", "以后每月 {least} 到 {most} 元，到 {day}")
    return text.format(least=grouped(min(months)), most=grouped(max(months)), day=ends)


def _sources(found: Situation, days: int) -> str:
    """Return whose word the figures are: the user's, the product's rule for the penalty, and those on the stages."""
    loan, product = found.subject.loan, found.subject.terms.product or ""
    lines = [translate("Letter", "借款和还款的数：我自己照 App 和合同填的。")]
    rule = rule_for(loan, found.rules) if loan else found.rules.rules.get(product)
    if loan and loan.overdue is not None:
        lines.append(translate("Letter", "罚息怎么算：我自己照合同填的。"))
    elif rule and rule.overdue:
        text = translate("Letter", "罚息怎么算：{sources}。")
        lines.append(text.format(sources=names_of(sources_named(rule.overdue.sources, rule.sources))))
    known = shipped_overdue()
    said: tuple[Stage | Said, ...] = (known.stage(days), known.class_of(days))
    keys = dict.fromkeys(key for each in said for key in each.sources)
    text = translate("Letter", "逾期的叫法和分类：{sources}。")
    lines.append(text.format(sources=names_of(sources_named(keys, known.sources))))
    return block(translate("Letter", "这些数是谁说的"), lines)


def _closing() -> str:
    return "\n".join(
        (
            translate("Letter", "以上是算出来的数和出处，不是法律意见；以合同和贷款人的记录为准。"),
            translate("Letter", "由“借花规划”算出。它是独立软件，与蚂蚁集团、支付宝没有关系。"),
        )
    )
