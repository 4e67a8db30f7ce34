"""Help with negotiating: a letter to the lender and a fact sheet with the user's own figures, and a checklist."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from jiebei_desktop.calendar import LAST_DAY
from jiebei_desktop.engine import Entry, FeeKind, Ledger, Nights, RateChange, Restructure, Terms, ledger
from jiebei_desktop.money import ZERO, grouped, percent, percent_exact, plain, round_to
from jiebei_desktop.planning.document import Relief, rule_for
from jiebei_desktop.planning.happenings import arrears_name, event_label
from jiebei_desktop.planning.late import no_rule
from jiebei_desktop.planning.late_words import cost_words, one_line, way_name
from jiebei_desktop.planning.situation import Outcome, Situation, Way, WayKind
from jiebei_desktop.planning.ways import negotiated, way, ways
from jiebei_desktop.planning.why import source_name
from jiebei_desktop.planning.wording import long_date, method_name, product_name, rate_per_name
from jiebei_desktop.products import Source, sources_named
from jiebei_desktop.products.stages import Said, Stage, shipped_overdue
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import TIMES_A_YEAR, Method, ProblemError, RatePer

_BLANK = "＿" * 12
_RATE_SHOWN = Decimal("1E-8")
_NIGHTS_SHOWN = Decimal("0.0001")


class Sheet(NamedTuple):
    """A page of plain text; a paragraph may be of several lines."""

    title: str
    paragraphs: tuple[str, ...]


def text(sheet: Sheet) -> str:
    """Return a sheet in one piece."""
    return "\n\n".join((sheet.title, *sheet.paragraphs)) + "\n"


def letter(found: Situation, days: int) -> Sheet:
    """Return the letter that asks the lender for a new plan; what can't be worked out is said in its place."""
    proposal = _proposal(found, days)
    return Sheet(
        translate("Letter", "协商还款申请"),
        (
            _greeting(found),
            _owed(found, days),
            _reason(found.relief),
            *_means(found.relief, proposal.outcome),
            _asked(found, proposal),
            _wished(),
            _documents(),
            _signed(found, days),
        ),
    )


def remark(found: Situation, days: int) -> str:
    """Return what somebody should know before sending the letter; nothing where all is well."""
    proposal = _proposal(found, days)
    if proposal.outcome is None:
        return _unworkable(proposal.problem)
    return _short_of(found.relief, proposal.outcome)


def fact_sheet(found: Situation, days: int) -> Sheet:
    """Return the facts behind the letter: the loan, what was paid, what is late, what it costs, and the ways out."""
    blocks = [_loan(found, days)]
    try:
        books = _books(found, days)
    except ProblemError as error:
        blocks.append(str(error))
    else:
        blocks += [_paid(books), _late(books), _penalty(books), _stage(books.overdue_days)]
    blocks += [_ways(found, days), _sources(found, days), _closing()]
    return Sheet(translate("Letter", "情况说明"), tuple(filter(None, blocks)))


def checklist() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what to say, what to keep and what to count on, each under its heading, each item with its sources."""
    known = shipped_overdue()
    return (
        (translate("Letter", "打电话时说什么"), tuple(map(_item, known.say))),
        (translate("Letter", "要留好什么"), tuple(map(_item, known.keep))),
        (translate("Letter", "可以要求什么"), tuple(map(_item, known.rights))),
    )


def checklist_sheet() -> Sheet:
    """Return the checklist as a page."""
    blocks: list[str] = []
    for heading, items in checklist():
        blocks += [heading, *items]
    return Sheet(translate("Letter", "协商清单"), tuple(blocks))


# --- the letter -------------------------------------------------------------------------------------------------------


def _books(found: Situation, days: int) -> Ledger:
    """Return the books of the day.

    Raises:
        ProblemError: they can't be kept, with the reason.
    """
    if found.subject.rule is None:
        raise ProblemError("overdue", no_rule(found.subject.label))
    return found.books(found.subject.on(days))


def _proposal(found: Situation, days: int) -> Way:
    """Return the plan that is asked for."""
    return way(found, WayKind.NEGOTIATE, days)


def _unworkable(problem: str) -> str:
    return translate("Letter", "这个方案现在算不出来：{reason}。").format(reason=problem.rstrip("。."))


def _block(heading: str, lines: Iterable[str]) -> str:
    return "\n".join((heading, *lines))


def _greeting(found: Situation) -> str:
    terms = found.subject.terms
    to = translate("Letter", "{name}的客服、贷款人：").format(name=product_name(terms.product or "", found.rules))
    asks = translate(
        "Letter",
        "您好。{start}，我借了 {amount} 元，分 {periods} 期还。我想把这笔钱还清。"
        "按原来的计划，我现在有困难，所以写这封信，和您商量一个新的还款计划。",
    )
    return _block(
        to,
        (asks.format(start=long_date(terms.start_date), amount=grouped(terms.principal), periods=terms.periods),),
    )


def _owed(found: Situation, days: int) -> str:
    heading = translate("Letter", "到 {day}，我算出来欠的是：").format(day=long_date(found.subject.on(days)))
    try:
        books = _books(found, days)
    except ProblemError as error:
        return _block(heading, (str(error),))
    lines = []
    if books.overdue_days:
        text = translate("Letter", "从第 {number} 期（{due}到期）起没有还清，已经逾期 {days} 天，共 {count} 期。")
        lines.append(
            text.format(
                number=books.unpaid[0].number,
                due=long_date(books.unpaid[0].due_date),
                days=books.overdue_days,
                count=books.overdue_periods,
            )
        )
    amounts = []
    if books.overdue_amount + books.penalty_total:
        amounts = [
            (translate("Letter", "逾期本金：{amount} 元"), books.overdue_principal),
            (translate("Letter", "利息：{amount} 元"), books.overdue_interest),
            (translate("Letter", "手续费：{amount} 元"), books.overdue_fee),
            (translate("Letter", "罚息：{amount} 元"), books.penalty_total),
        ]
    else:
        lines.append(translate("Letter", "还没有逾期。"))
    today = books.due_now - books.overdue_amount - books.penalty_total
    if today:
        amounts.append((translate("Letter", "当天到期、不算逾期的：{amount} 元"), today))
    amounts.append((translate("Letter", "合计，到这天要还：{amount} 元"), books.due_now))
    if books.normal_principal:
        amounts.append((translate("Letter", "还没到期的本金：{amount} 元"), books.normal_principal))
    if books.credit:
        amounts.append((translate("Letter", "已经多还、等着抵扣的：{amount} 元"), books.credit))
    if books.settlement != books.due_now:
        amounts.append((translate("Letter", "这天全部还清要：{amount} 元"), books.settlement))
    lines += [line.format(amount=grouped(amount)) for line, amount in amounts]
    lines.append(translate("Letter", "和您那边的记录不一样的话，请告诉我差在哪里。"))
    return _block(heading, lines)


def _reason(relief: Relief) -> str:
    said = relief.reason.strip().splitlines() or [_BLANK]
    return _block(translate("Letter", "没能按时还的原因："), said)


def _means(relief: Relief, plan: Outcome | None) -> tuple[str, ...]:
    """Return what comes in and what is left each month, as far as it was entered."""
    lines = []
    if relief.income is not None:
        lines.append(translate("Letter", "收入 {amount} 元。").format(amount=grouped(relief.income)))
    if relief.spending is not None:
        lines.append(translate("Letter", "必要开支 {amount} 元。").format(amount=grouped(relief.spending)))
    left = _left(relief)
    if left is not None and left < 0:
        lines.append(translate("Letter", "收入比开支少 {amount} 元。").format(amount=grouped(-left)))
    elif left is not None:
        text = translate("Letter", "剩下 {left} 元。")
        most = max(plan.by_month) if plan else ZERO
        share = percent(most / left, 0) if left else ""
        if 0 < most <= left:
            text = translate("Letter", "剩下 {left} 元；下面的方案每月最多还 {most} 元，占剩下的 {share}。")
        lines.append(text.format(left=grouped(left), most=grouped(most), share=share))
    return (_block(translate("Letter", "我每个月的收支："), lines),) if lines else ()


def _left(relief: Relief) -> Decimal | None:
    """Return what is left of a month's income; below zero where it is not enough."""
    if relief.income is None or relief.spending is None:
        return None
    return relief.income - relief.spending


def _short_of(relief: Relief, plan: Outcome) -> str:
    """Return that the proposal takes more than is left each month; nothing where it does not, or nobody knows."""
    left, most = _left(relief), max(plan.by_month)
    if left is None or left >= most:
        return ""
    text = translate("Letter", "每月剩下 {left} 元，方案里每月最多要还 {most} 元，差 {gap} 元。可以多分几期再算。")
    if left <= 0:
        text = translate("Letter", "按填的收支，每月没有剩下的钱，方案里每月最多要还 {most} 元。先看看收支填对没有。")
    return text.format(left=grouped(left), most=grouped(most), gap=grouped(most - left))


def _asked(found: Situation, proposal: Way) -> str:
    heading = translate("Letter", "我想这样还：")
    plan = proposal.outcome
    if plan is None:
        return _block(heading, (_unworkable(proposal.problem),))
    text = translate("Letter", "分 {periods} 期，{each}；第一期 {first}，最后一期 {last}。")
    return _block(
        heading,
        (
            text.format(
                periods=len(plan.later),
                each=_each([amount for _, amount in plan.later]),
                first=long_date(plan.later[0][0]),
                last=long_date(plan.ends),
            ),
            _price_asked(found, plan),
            translate("Letter", "{arrears}。").format(arrears=arrears_name(found.relief.arrears)),
            translate("Letter", "这样一共还 {total} 元。").format(total=grouped(plan.total)),
        ),
    )


def _each(amounts: list[Decimal]) -> str:
    """Return what the instalments come to: one amount, one and a last that differs, or from the least to the most."""
    usual, last = amounts[0], amounts[-1]
    if len(set(amounts)) == 1:
        return translate("Letter", "每期 {amount} 元").format(amount=grouped(usual))
    if len(set(amounts[:-1])) == 1:
        text = translate("Letter", "每期 {amount} 元，最后一期 {last} 元")
        return text.format(amount=grouped(usual), last=grouped(last))
    text = translate("Letter", "每期 {least} 到 {most} 元")
    return text.format(least=grouped(min(amounts)), most=grouped(max(amounts)))


def _price_asked(found: Situation, plan: Outcome) -> str:
    """Return the rate of the plan that is asked for, as one of a year; those after it where it is known to change."""
    subject, day, new = found.subject, plan.day, negotiated(found, plan.day)
    to_come = (change for change in found.to_come(day) if change.date < plan.ends)
    events = (*found.events(day), new, *to_come)
    books = ledger(subject.terms, events, subject.rule, LAST_DAY, subject.missed(day))
    rows = [row for row in books.rows if row.due_date > day]
    if any(part.kind is FeeKind.SHARE for row in rows for part in row.fees):
        return translate("Letter", "手续费照原来的算。")
    rates = dict.fromkeys((piece.rate, piece.rate_per) for row in rows for piece in row.pieces)
    said = translate("Letter", "，以后").join(_yearly(*rate) for rate in rates)
    if new.rate is not None:
        return translate("Letter", "{rate}。").format(rate=said)
    return translate("Letter", "{rate}，和原来一样。").format(rate=said)


def _yearly(rate: Decimal, per: RatePer) -> str:
    """Return a rate as one of a year, and how it is made one."""
    yearly = percent_exact(round_to(rate * TIMES_A_YEAR[per], step=_RATE_SHOWN))
    if per is RatePer.YEAR:
        return translate("Letter", "年利率 {rate}%").format(rate=yearly)
    text = translate("Letter", "年利率 {rate}%（{per} {own}% × {times}）")
    return text.format(rate=yearly, per=rate_per_name(per), own=percent_exact(rate), times=TIMES_A_YEAR[per])


def _wished() -> str:
    return _block(
        translate("Letter", "请您帮我确认："),
        (
            translate("Letter", "1. 这个计划可不可以。可以的话，请书面发给我，短信、邮件或者 App 里都行。"),
            translate("Letter", "2. 按新计划还的时候，罚息还算不算，算多少。"),
            translate("Letter", "3. 征信记录会怎么写。"),
            translate("Letter", "这个计划不行的话，也请告诉我怎样的计划可以。谢谢您。"),
        ),
    )


def _documents() -> str:
    heading = translate("Letter", "附上的材料（附了的打勾）：")
    return _block(heading, (f"□ {said.text}" for said in shipped_overdue().documents))


def _signed(found: Situation, days: int) -> str:
    relief = found.relief
    return "\n".join(
        (
            translate("Letter", "签名：{name}").format(name=relief.signature.strip() or _BLANK),
            translate("Letter", "联系方式：{contact}").format(contact=relief.contact.strip() or _BLANK),
            translate("Letter", "日期：{day}").format(day=long_date(found.subject.on(days))),
        )
    )


# --- the facts --------------------------------------------------------------------------------------------------------


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
    return _block(translate("Letter", "这笔借款"), (said, *happened))


def _price(terms: Terms) -> str:
    if terms.method is Method.FLAT_FEE:
        return translate("Letter", "总手续费率 {rate}%").format(rate=percent_exact(terms.fee_rate))
    return _yearly(terms.rate, terms.rate_per)


def _paid(books: Ledger) -> str:
    lines = [_entry(entry) for entry in books.entries]
    if not lines:
        return _block(translate("Letter", "已经还的"), (translate("Letter", "还没有还过。"),))
    text = translate("Letter", "到 {day}，一共还了 {amount} 元。")
    lines.append(text.format(day=long_date(books.as_of), amount=grouped(books.paid)))
    return _block(translate("Letter", "已经还的"), lines)


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
    return _block(translate("Letter", "到期没还的"), lines or (translate("Letter", "没有。"),))


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
    figures = {"whole": _shown(whole), "gone": grouped(gone), "owed": grouped(books.penalty_total)}
    return _block(translate("Letter", "罚息是怎么来的"), (*lines, text.format(**figures)))


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
                rate=percent_exact(round_to(rate, step=_RATE_SHOWN)),
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
    return _block(translate("Letter", "现在在哪一步"), lines)


def _ways(found: Situation, days: int) -> str:
    heading = translate("Letter", "几种办法，都从 {day}算起，和每期都按时还比")
    lines = [_way(found, each) for each in ways(found, days)]
    plan = _proposal(found, days).outcome
    if plan and (short := _short_of(found.relief, plan)):
        lines.append(short)
    return _block(heading.format(day=long_date(found.subject.on(days))), lines)


def _way(found: Situation, each: Way) -> str:
    name, plan = one_line(way_name(found, each.kind)), each.outcome
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
        lines.append(text.format(sources=_names(sources_named(rule.overdue.sources, rule.sources))))
    known = shipped_overdue()
    said: tuple[Stage | Said, ...] = (known.stage(days), known.class_of(days))
    keys = dict.fromkeys(key for each in said for key in each.sources)
    text = translate("Letter", "逾期的叫法和分类：{sources}。")
    lines.append(text.format(sources=_names(sources_named(keys, known.sources))))
    return _block(translate("Letter", "这些数是谁说的"), lines)


def _closing() -> str:
    return "\n".join(
        (
            translate("Letter", "以上是算出来的数和出处，不是法律意见；以合同和贷款人的记录为准。"),
            translate("Letter", "由“借花规划”算出。它是独立软件，与蚂蚁集团、支付宝没有关系。"),
        )
    )


# --- the checklist ----------------------------------------------------------------------------------------------------


def _item(said: Said) -> str:
    known = shipped_overdue().sources
    lines = [f"□ {said.text}"]
    if said.note:
        lines.append(str(said.note))
    for view in said.views:
        text = translate("Letter", "也有来源说：{said}（{sources}）")
        lines.append(text.format(said=view.value, sources=_names(sources_named(view.sources, known))))
    sources = _names(sources_named(said.sources, known))
    lines.append(translate("Letter", "来源：{sources}").format(sources=sources))
    return "\n".join(lines)


def _names(sources: Iterable[Source]) -> str:
    return pick("；", "; ").join(map(source_name, sources))
