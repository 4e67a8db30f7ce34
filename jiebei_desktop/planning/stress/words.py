"""What the stress test found, in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiebei_desktop.money import ONE, ZERO, grouped, percent, percent_exact
from jiebei_desktop.planning.budget.words import payable_label
from jiebei_desktop.planning.stress.chance import Chances
from jiebei_desktop.planning.stress.remedies import Remedied
from jiebei_desktop.planning.stress.scenarios import Stressed
from jiebei_desktop.planning.stress.settings import Remedy, Shape, Shock, Stress
from jiebei_desktop.planning.wording import joined, long_date
from jiebei_desktop.products import Brand
from jiebei_desktop.text import pick, translate

_WAN = 10_000
_YEAR = 12
_FEW = Decimal("0.1")
_ONE_PERCENT = Decimal("0.01")


def headline(found: Chances) -> str:
    """Return the answer: how often something is late, and what breaks first."""
    many, span = _count(found.paths), _span(found)
    if found.first is None:
        text = translate("Stress", "{paths}种可能里，没有一种会在{span}内晚还。")
        return text.format(paths=many, span=span)
    if found.late_paths == found.paths:
        often = translate("Stress", "{paths}种可能，每一种都会在{span}内至少晚一次；").format(paths=many, span=span)
    else:
        text = translate("Stress", "{paths}种可能里有 {share} 会在{span}内至少晚一次；")
        often = text.format(paths=many, share=share_words(found.late), span=span)
    first = found.first.payable
    text = translate("Stress", "最先撑不住的是 {day}的{what}。")
    if first.overdue:
        text = translate("Stress", "已经晚了的是{what}。")
    return joined(often, text.format(day=long_date(first.day), what=payable_label(first)))


def reason(found: Chances) -> str:
    """Return why, and what it costs."""
    if found.first is None:
        text = translate("Stress", "最紧的一天，一半的可能里还有 {least} 元以上。")
        if found.median_lowest < 0:  # spending alone can take more than there is
            text = translate("Stress", "但最紧的一天，一半的可能里生活开销要透支 {least} 元以上。")
        return text.format(least=grouped(abs(found.median_lowest)))
    text = translate("Stress", "会晚的那些可能里，{share} 是先从它开始的，那天要还 {amount} 元。")
    if found.first.share == ONE:
        text = translate("Stress", "那天要还 {amount} 元。")
    if found.first.payable.overdue:
        text = translate("Stress", "今天付 {amount} 元就不再逾期。")
    first = text.format(share=share_words(found.first.share), amount=grouped(found.first.payable.amount))
    if not found.expected and not found.worst:
        return first
    text = translate("Stress", "逾期平均多花 {expected} 元，95% 的可能里不超过 {worst} 元。")
    if found.worst < found.expected:  # a few very late futures weigh more than the rest
        text = translate("Stress", "逾期平均多花 {expected} 元。")
    return joined(first, text.format(expected=grouped(found.expected), worst=grouped(found.worst)))


def certainty(found: Chances) -> str:
    """Return how far the chance can be trusted: it comes from a sample."""
    if not found.late_paths:
        text = translate("Stress", "没抽到不等于不会：{paths}次都没有，会晚的可能多半不超过 {most}。")
        return text.format(paths=_count(found.paths), most=percent(found.unseen))
    if found.late_paths == found.paths:
        return translate("Stress", "抽到的每一次都晚，和你填的波动无关。")
    low, high = max(found.late - 2 * found.error, ZERO), min(found.late + 2 * found.error, ONE)
    text = translate("Stress", "这是抽样，标准误差 {error}：换一个种子，多半在 {low} 到 {high} 之间。")
    return text.format(error=percent(found.error), low=percent(low, 1), high=percent(high, 1))


def share_words(share: Decimal) -> str:
    """Return a chance as somebody says it: whole percent, a place more below ten, never 0 % or 100 % of some."""
    if ZERO < share < _ONE_PERCENT / 10:
        return translate("Stress", "不到 0.1%")
    if ONE - _ONE_PERCENT / 2 < share < ONE:
        return translate("Stress", "超过 99%")
    return percent(share, 1 if ZERO < share < _FEW else 0)


# --- what could go wrong ----------------------------------------------------------------------------------------------


def shock_name(shock: Shock) -> str:
    """Return what a shock is called."""
    return {
        Shock.INCOME: translate("Stress", "收入变少"),
        Shock.JOB: translate("Stress", "丢了工作"),
        Shock.COST: translate("Stress", "一笔突然的开销"),
        Shock.RATE: translate("Stress", "利率变了"),
        Shock.LIMIT: translate("Stress", "额度被关"),
    }[shock]


def shock_detail(shock: Shock, stress: Stress) -> str:
    """Return what a shock is in figures."""
    if shock is Shock.INCOME:
        fall = stress.income
        text = translate("Stress", "少 {share}%，{begin}起 {months} 个月")
        return text.format(share=percent_exact(fall.share), begin=_begin(fall.begin), months=fall.months)
    if shock is Shock.JOB:
        text = translate("Stress", "{begin}起 {months} 个月没有这份收入")
        return text.format(begin=_begin(stress.job.begin), months=stress.job.months)
    if shock is Shock.COST:
        return translate("Stress", "{amount} 元").format(amount=grouped(stress.cost.amount))
    if shock is Shock.RATE:
        points = percent_exact(abs(stress.rate.points))
        if stress.rate.points < 0:
            return translate("Stress", "年利率降 {points} 个百分点").format(points=points)
        return translate("Stress", "年利率升 {points} 个百分点").format(points=points)
    if stress.limit.brand is Brand.HUABEI:
        return translate("Stress", "花呗不能再买，只能付现金；已经欠的照常还")
    return translate("Stress", "不能再借新的；已经欠的照常还")


def shock_sentence(found: Stressed) -> str:
    """Return what a shock, or several together, come to against the plan as it is."""
    day, least = found.lowest
    if least < 0:
        text = translate("Stress", "最紧的是 {day}，差 {short} 元。")
        worst = text.format(day=long_date(day), short=grouped(-least))
    else:
        text = translate("Stress", "每天都够，最紧的是 {day}，还剩 {left} 元。")
        worst = text.format(day=long_date(day), left=grouped(least))
    more = len(found.new_short)
    months = translate("Stress", "多出 {months} 个不够的月份。").format(months=more) if more else ""
    late = len(found.outlook.line.late) - len(found.before.line.late)
    dues = translate("Stress", "会多晚 {count} 期，逾期多花 {cost} 元。") if late > 0 else ""
    if late <= 0 and found.extra_late_cost > 0:  # as many are late, but for longer
        dues = translate("Stress", "逾期多花 {cost} 元。")
    return joined(worst, months, dues.format(count=late, cost=grouped(found.extra_late_cost)))


# --- what could help --------------------------------------------------------------------------------------------------


def remedy_name(remedy: Remedy, stress: Stress) -> str:
    """Return what a remedy is called, with how much of it is tried."""
    return {
        Remedy.NOTHING: translate("Stress", "什么都不做"),
        Remedy.CUSHION: translate("Stress", "先多备 {amount} 元"),
        Remedy.CUT: translate("Stress", "开销省 {share}%"),
        Remedy.LONGER: translate("Stress", "最大的一笔拉长"),
        Remedy.NEGOTIATE: translate("Stress", "现在谈协商分期"),
        Remedy.CASH: translate("Stress", "花呗的开销改付现金"),
        Remedy.LESS: translate("Stress", "花呗的东西不再买"),
    }[remedy].format(amount=grouped(stress.help.cushion), share=percent_exact(stress.help.cut))


def remedy_sentence(found: Remedied, nothing: Chances, stress: Stress) -> str:
    """Return what a remedy changes, what it costs, or why it can't be taken."""
    name = _remedy_label(found, stress)
    if found.chances is None:
        return translate("Stress", "{name}：用不上，{problem}。").format(name=name, problem=found.problem.rstrip("。"))
    late = share_words(found.chances.late)
    if found.remedy is Remedy.NOTHING:
        text = translate("Stress", "{name}：会晚的可能是 {late}，逾期平均多花 {cost} 元。")
        return text.format(name=name, late=late, cost=grouped(nothing.expected))
    before = share_words(nothing.late)
    if before == late:
        text = translate("Stress", "{name}：会晚的可能还是 {late}，逾期平均多花 {cost} 元。")
    elif found.chances.late_paths < nothing.late_paths:
        text = translate("Stress", "{name}：会晚的可能从 {before} 降到 {late}，逾期平均多花 {cost} 元。")
    else:
        text = translate("Stress", "{name}：会晚的可能从 {before} 升到 {late}，逾期平均多花 {cost} 元。")
    figures = {"before": before, "late": late, "cost": grouped(found.chances.expected)}
    return joined(text.format(name=name, **figures), _itself(found.extra))


def _remedy_label(found: Remedied, stress: Stress) -> str:
    name = remedy_name(found.remedy, stress)
    changed = found.changed
    if changed is None or changed.owed is None or changed.plan is None:
        return name
    text = translate("Stress", "{name}（{loan}，改成 {periods} 期）")
    return text.format(name=name, loan=changed.owed.name, periods=changed.plan.periods)


def _itself(extra: Decimal) -> str:
    if extra > 0:
        return translate("Stress", "它自己要多付 {extra} 元利息和手续费。").format(extra=grouped(extra))
    if extra < 0:
        return translate("Stress", "它自己还能少付 {extra} 元。").format(extra=grouped(-extra))
    return ""


# --- small words ------------------------------------------------------------------------------------------------------


def shape_name(shape: Shape) -> str:
    """Return what a shape is called."""
    return {
        Shape.UNIFORM: translate("Stress", "平均分布"),
        Shape.TRIANGULAR: translate("Stress", "靠中间的多"),
    }[shape]


def _count(paths: int) -> str:
    """Return a number of futures: `1 万`, `2,500`, and as other languages count."""
    plain = f"{paths:,}"
    if paths % _WAN:
        return pick(f"{plain} ", plain)
    return pick(f"{paths // _WAN} 万", plain)


def _span(found: Chances) -> str:
    """Return how far the futures go."""
    months = _months(found.months[0].first, found.months[-1].last)
    if months == 2 * _YEAR:
        return translate("Stress", "两年")
    if months == _YEAR:
        return translate("Stress", "一年")
    return translate("Stress", " {months} 个月").format(months=months)


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * _YEAR + last.month - first.month


def _begin(begin: int) -> str:
    if not begin:
        return translate("Stress", "这个月")
    if begin == 1:
        return translate("Stress", "下个月")
    return translate("Stress", "{begin} 个月后").format(begin=begin)
