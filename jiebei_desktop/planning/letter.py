"""The letter to the lender that asks for a new plan, with the user's own figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop.calendar import LAST_DAY
from jiebei_desktop.engine import FeeKind, Restructure
from jiebei_desktop.engine.ledger import ledger
from jiebei_desktop.money import ZERO, grouped, percent, percent_exact
from jiebei_desktop.planning.document import Relief
from jiebei_desktop.planning.happenings import arrears_name, event_label
from jiebei_desktop.planning.sheet import Sheet, block
from jiebei_desktop.planning.situation import Outcome, Situation, Way, WayKind
from jiebei_desktop.planning.ways import negotiated, way
from jiebei_desktop.planning.wording import joined, long_date, product_name, rate_per_name, rate_percent
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.values import TIMES_A_YEAR, ProblemError, RatePer

_BLANK = "＿" * 12


def letter(found: Situation, days: int) -> Sheet:
    """Return the letter that asks the lender for a new plan; what can't be worked out is said in its place."""
    proposal = proposal_of(found, days)
    return Sheet(
        translate("Letter", "协商还款申请"),
        (
            _greeting(found, days),
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
    proposal = proposal_of(found, days)
    if proposal.outcome is None:
        return _unworkable(proposal.problem)
    return joined(heavier(found, proposal.outcome), short_of(found.relief, proposal.outcome))


def too_early(day: date, today: date) -> str:
    """Return that the letter tells of a day to come, and what can be done before; nothing where the day is there."""
    if day <= today:
        return ""
    text = translate("Letter", "信里写的是 {day}的情况，那天还没到，先别发。现在就想谈，可以先打电话，照“清单”说。")
    return text.format(day=long_date(day))


def heavier(found: Situation, plan: Outcome) -> str:
    """Return that the proposal takes more a month than the instalment that could not be paid."""
    most, agreed = max(plan.by_month), found.subject.instalment
    if most <= agreed or found.periods <= 1:
        return ""
    text = translate("Letter", "方案里每月最多 {most} 元，比没还上的那期 {agreed} 元还多。可以多分几期再算。")
    return text.format(most=grouped(most), agreed=grouped(agreed))


def proposal_of(found: Situation, days: int) -> Way:
    """Return the plan that is asked for."""
    return way(found, WayKind.NEGOTIATE, days)


def _unworkable(problem: str) -> str:
    return translate("Letter", "这个方案现在算不出来：{reason}。").format(reason=problem.rstrip("。."))


def _greeting(found: Situation, days: int) -> str:
    terms = found.subject.terms
    to = translate("Letter", "{name}的客服、贷款人：").format(name=product_name(terms.product or "", found.rules))
    asks = translate(
        "Letter",
        "您好。{start}，我借了 {amount} 元，分 {periods} 期还。我想把这笔钱还清。"
        "按原来的计划，我现在有困难，所以写这封信，和您商量一个新的还款计划。",
    )
    lines = [asks.format(start=long_date(terms.start_date), amount=grouped(terms.principal), periods=terms.periods)]
    plans = [event for event in found.events(found.subject.on(days)) if isinstance(event, Restructure)]
    lines += [translate("Letter", "之前已经约定过：{plan}。").format(plan=event_label(plan)) for plan in plans]
    return block(to, lines)


def _owed(found: Situation, days: int) -> str:
    heading = translate("Letter", "到 {day}，我算出来欠的是：").format(day=long_date(found.subject.on(days)))
    try:
        books = found.books(found.subject.on(days))
    except ProblemError as error:
        return block(heading, (str(error),))
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
            (translate("Letter", "罚息：{amount} 元"), books.penalty_total),
        ]
        if books.overdue_fee:
            amounts.insert(2, (translate("Letter", "手续费：{amount} 元"), books.overdue_fee))
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
    return block(heading, lines)


def _reason(relief: Relief) -> str:
    said = relief.reason.strip().splitlines() or [_BLANK]
    return block(translate("Letter", "还不上的原因："), said)


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
    return (block(translate("Letter", "我每个月的收支："), lines),) if lines else ()


def _left(relief: Relief) -> Decimal | None:
    """Return what is left of a month's income; below zero where it is not enough."""
    if relief.income is None or relief.spending is None:
        return None
    return relief.income - relief.spending


def short_of(relief: Relief, plan: Outcome) -> str:
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
        return block(heading, (_unworkable(proposal.problem),))
    text = translate("Letter", "分 {periods} 期，{each}；第一期 {first}，最后一期 {last}。")
    return block(
        heading,
        (
            text.format(
                periods=len(plan.later),
                each=_each([amount for _, amount in plan.later]),
                first=long_date(plan.later[0][0]),
                last=long_date(plan.ends),
            ),
            _price_asked(found, plan),
            *_arrears(found, plan.day),
            translate("Letter", "这样一共还 {total} 元。").format(total=grouped(plan.total)),
        ),
    )


def _arrears(found: Situation, day: date) -> tuple[str, ...]:
    """Return what becomes of what is late, where something is."""
    if not found.books(day).overdue_days:
        return ()
    return (translate("Letter", "{arrears}。").format(arrears=arrears_name(found.relief.arrears)),)


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
    said = translate("Letter", "，以后").join(yearly(*rate) for rate in rates)
    if new.rate is not None or len(rates) > 1:
        return translate("Letter", "{rate}。").format(rate=said)
    return translate("Letter", "{rate}，和原来一样。").format(rate=said)


def yearly(rate: Decimal, per: RatePer) -> str:
    """Return a rate as one of a year, and how it is made one."""
    yearly = rate_percent(rate * TIMES_A_YEAR[per])
    if per is RatePer.YEAR:
        return translate("Letter", "年利率 {rate}%").format(rate=yearly)
    text = translate("Letter", "年利率 {rate}%（{per} {own}% × {times}）")
    return text.format(rate=yearly, per=rate_per_name(per), own=percent_exact(rate), times=TIMES_A_YEAR[per])


def _wished() -> str:
    return block(
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
    return block(heading, (f"□ {said.text}" for said in shipped_overdue().documents))


def _signed(found: Situation, days: int) -> str:
    relief = found.relief
    return "\n".join(
        (
            translate("Letter", "签名：{name}").format(name=relief.signature.strip() or _BLANK),
            translate("Letter", "联系方式：{contact}").format(contact=relief.contact.strip() or _BLANK),
            translate("Letter", "日期：{day}").format(day=long_date(found.subject.on(days))),
        )
    )
