"""The words of the page 策略."""

from __future__ import annotations

from decimal import Decimal

from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.payoff.debts import RealDebt
from jiebei_desktop.planning.payoff.outcome import Late, Outcome
from jiebei_desktop.planning.payoff.plan import Found, Negotiated, Question
from jiebei_desktop.planning.payoff.rules import Extra
from jiebei_desktop.planning.payoff.walk import Paid
from jiebei_desktop.planning.payoff.words import rule_name
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.text import translate


def payoff_headline(asked: Question, found: Found) -> str:
    """Return the answer in a sentence."""
    if asked.empty:
        return translate("PayoffPage", "没有要还的借款。")
    agreed = next((outcome for outcome in found.outcomes if outcome.rule == "as_agreed"), None)
    best = best_of(found)
    if agreed is None or best is None:
        return translate("PayoffPage", "正在算……")
    if best.unpaid:
        text = translate("PayoffPage", "钱一直不够：到 {day}还欠 {amount} 元，要谈新的分期。")
        return text.format(day=long_date(best.end), amount=grouped(best.unpaid))
    if best.late:
        worst = max(best.late, key=lambda late: late.days)
        text = translate("PayoffPage", "钱不够按时还，损失最小的办法：{late}")
        if len(best.late) > 1:
            text = translate("PayoffPage", "钱不够按时还，损失最小的办法也有 {count} 笔晚，最久的{late}")
        return text.format(count=len(best.late), late=late_words(worst))
    saved = agreed.cost - best.cost
    if saved <= 0:
        return translate("PayoffPage", "照约定还就是最省的，提前还也省不下钱。")
    text = translate("PayoffPage", "最省的还法一共多付 {cost} 元，比照约定还少 {saved} 元，{day}还清。")
    return text.format(
        cost=grouped(best.cost), saved=grouped(saved), day=long_date(best.debt_free) if best.debt_free else ""
    )


def payoff_reason(asked: Question, found: Found) -> str:
    """Return what is missing, and what is proven."""
    if asked.empty:
        return ""
    result = found.result
    said = [found.missing]
    if result is None:
        said.append(translate("PayoffPage", "简单的几种排法已经在下面；最省的还在找。"))
    elif result.proven:
        said.append(translate("PayoffPage", "已证明没有更省的还法（差在四舍五入的几分之内）。"))
    elif result.best.cost > result.bound:
        text = translate("PayoffPage", "还没证明是最省的：最多还能省 {amount} 元（{gap}）。")
        said.append(text.format(amount=grouped(result.best.cost - result.bound), gap=percent(result.gap)))
    else:
        said.append(translate("PayoffPage", "没有找到更省的还法。"))
    return joined(*said, _fewer_late(found))


def _fewer_late(found: Found) -> str:
    """Return which simple way is less late for a little more: being late costs more than money."""
    best = best_of(found)
    if best is None or not best.late:
        return ""
    fewer = [way for way in found.outcomes if not way.unpaid and _days_late(way) < _days_late(best)]
    if not fewer:
        return ""
    least = min(fewer, key=lambda way: (_days_late(way), way.cost))
    text = translate("PayoffPage", "只看钱是这样；晚还还会影响征信：“{way}”少晚 {days} 天，多付 {more} 元。")
    days = _days_late(best) - _days_late(least)
    return text.format(way=rule_name(least.rule), days=days, more=grouped(above(least, best)))


def _days_late(outcome: Outcome) -> int:
    return sum(late.days for late in outcome.late)


def payoff_aside(asked: Question, found: Found) -> str:
    """Return out of which money debts are paid, and what is left out."""
    best = best_of(found)
    said = [] if asked.empty else [_money(asked)]
    if asked.monthly is None and best is not None and best.late:
        said.append(translate("PayoffPage", "“预算”按见钱就扣来算，日子可能更早。"))
    return joined(*said, _left_out(asked))


def _left_out(asked: Question) -> str:
    left = asked.debts.left_out
    if not left:
        return ""
    text = translate("PayoffPage", "没有算在里面：{loans}")
    named = translate("PayoffPage", "{label}（{reason}）")
    loans = [named.format(label=each.label, reason=each.reason.rstrip("。.")) for each in left]
    return text.format(loans=translate("PayoffPage", "；").join(loans))


def _money(asked: Question) -> str:
    if asked.monthly is not None:
        text = translate("PayoffPage", "每月拿 {amount} 元还债。")
        return text.format(amount=grouped(asked.monthly))
    return translate("PayoffPage", "预算里剩下的钱都用来还债，往后吃住要用的先留着。")


def best_of(found: Found) -> Outcome | None:
    """Return the best of what was found so far."""
    if found.result is not None:
        return found.result.best
    return min(found.outcomes, key=lambda outcome: outcome.worth, default=None)


def late_words(late: Late) -> str:
    """Return what becomes of something that is paid late."""
    name = late.label
    if not late.number:
        what = translate("PayoffPage", "{name}逾期的部分").format(name=name)
    else:
        what = translate("PayoffPage", "{name}第 {number} 期").format(name=name, number=late.number)
    if late.paid is None:
        text = translate("PayoffPage", "{what}一直还不上。")
    else:
        text = translate("PayoffPage", "{what}晚 {days} 天，到 {day}还，多付 {cost} 元。")
    day = long_date(late.paid) if late.paid else ""
    return text.format(what=what, days=late.days, day=day, cost=grouped(late.cost))


def negotiated_words(found: Negotiated, best: Outcome) -> str:
    """Return what a new plan would change."""
    outcome = found.outcome
    text = translate("PayoffPage", "要是{loan}谈成分 {periods} 期：{late}，一共多付 {cost} 元（{than}）。")
    late = translate("PayoffPage", "还有 {count} 笔晚").format(count=len(outcome.late))
    if not outcome.late:
        late = translate("PayoffPage", "以后都不晚")
    difference = outcome.cost - best.cost
    than = (
        translate("PayoffPage", "比不谈多 {amount} 元")
        if difference >= 0
        else translate("PayoffPage", "比不谈少 {amount} 元")
    )
    return text.format(
        loan=found.loan,
        periods=found.periods,
        late=late,
        cost=grouped(outcome.cost),
        than=than.format(amount=grouped(abs(difference))),
    )


def paid_words(paid: Paid, debt: RealDebt) -> str:
    """Return what a payment is."""
    text = {
        "instalment": translate("PayoffPage", "第 {number} 期"),
        "late": translate("PayoffPage", "第 {number} 期，晚了"),
        "arrears": translate("PayoffPage", "逾期的部分"),
        "early": translate("PayoffPage", "提前还一笔"),
        "settle": translate("PayoffPage", "一次结清"),
    }[paid.kind]
    whole = translate("PayoffPage", "{label}：{what}")
    return whole.format(label=debt.label, what=text.format(number=paid.number))


def extra_words(first: Extra, more: Extra) -> str:
    """Return what so much more a month saves."""
    saved = first.cost - more.cost
    text = translate("PayoffPage", "每月多还 {amount} 元，少付 {saved} 元{sooner}。")
    sooner = ""
    if first.debt_free and more.debt_free and more.debt_free < first.debt_free:
        days = (first.debt_free - more.debt_free).days
        sooner = translate("PayoffPage", "，早 {days} 天还清").format(days=days)
    return text.format(amount=grouped(more.amount), saved=grouped(max(saved, ZERO)), sooner=sooner)


def above(outcome: Outcome, best: Outcome) -> Decimal:
    """Return what a way costs more than the best, in yuan."""
    return outcome.cost - best.cost
