"""Why this number: what the figures of the stress test are counted from."""

from __future__ import annotations

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.budget.whys import all_late_why, lowest_day_why
from jiebei_desktop.planning.stress.chance import LEVELS, Chances
from jiebei_desktop.planning.stress.remedies import Remedied
from jiebei_desktop.planning.stress.scenarios import Stressed
from jiebei_desktop.planning.stress.settings import Stress
from jiebei_desktop.planning.stress.words import certainty, remedy_sentence, share_words, shock_sentence
from jiebei_desktop.text import translate


def lowest_shock_why(found: Stressed) -> str:
    """Return what a shock comes to, and how the least money of all days came about."""
    return "\n".join((shock_sentence(found), lowest_day_why(found.outlook)))


def short_why(found: Stressed) -> str:
    """Return the months in which there is not enough, and by how much."""
    months = found.outlook.short_months
    text = translate("StressWhy", "{month} 最紧那天差 {short} 元")
    said = [text.format(month=f"{month.first:%Y-%m}", short=grouped(month.short)) for month in months]
    return "\n".join((shock_sentence(found), *said))


def late_shock_why(found: Stressed) -> str:
    """Return what is late after a shock, each with the nights that it comes from."""
    return "\n".join(filter(None, (shock_sentence(found), all_late_why(found.outlook))))


def drawn_why(found: Chances) -> str:
    """Return how many futures were counted, and how they were drawn."""
    text = translate("StressWhy", "按填的波动随机抽了 {paths} 种收入和开支（种子 {seed}）；同一个种子，结果一分不差。")
    how = translate("StressWhy", "每一种都从今天起一天一天走：钱不够，到期的就等着，罚息按那笔借款的规则算。")
    return "\n".join((text.format(paths=f"{found.paths:,}", seed=found.seed), how))


def chance_why(found: Chances) -> str:
    """Return how the chance of being late came about, and how far it can be trusted."""
    text = translate("StressWhy", "至少晚一次的有 {late} 种：{late} ÷ {paths} = {share}。")
    said = text.format(late=f"{found.late_paths:,}", paths=f"{found.paths:,}", share=share_words(found.late))
    return "\n".join((drawn_why(found), said, certainty(found)))


def expected_why(found: Chances) -> str:
    """Return how the mean cost of being late came about."""
    text = translate("StressWhy", "{paths} 种可能的逾期费用加起来 ÷ {paths} = 平均 {cost} 元，没晚的算 0。")
    return "\n".join((drawn_why(found), text.format(paths=f"{found.paths:,}", cost=grouped(found.expected))))


def worst_why(found: Chances) -> str:
    """Return what is not exceeded in 95 % of the futures."""
    text = translate("StressWhy", "把 {paths} 种可能的逾期费用从小到大排，排在第 95% 的是 {cost} 元。")
    return "\n".join((drawn_why(found), text.format(paths=f"{found.paths:,}", cost=grouped(found.worst))))


def median_why(found: Chances) -> str:
    """Return how the middle one of the least amounts came about."""
    text = translate("StressWhy", "每种可能都记下最紧那天有多少（都按时还的话），从小到大排，中间的是 {held} 元。")
    return "\n".join((drawn_why(found), text.format(held=grouped(found.median_lowest))))


def itself_why(found: Remedied, nothing: Chances, stress: Stress) -> str:
    """Return what a remedy itself costs."""
    text = translate("StressWhy", "这个办法自己的利息和手续费，和不用它比：{extra} 元。")
    said = text.format(extra=grouped(found.extra)) if found.extra else ""
    return "\n".join(filter(None, (remedy_sentence(found, nothing, stress), said)))


def fan_why(found: Chances, place: int) -> str:
    """Return what the bands of a month are: ranks among the futures."""
    month = found.months[place]
    text = translate("StressWhy", "{paths} 种可能里，这个月最紧那天有的钱从小到大排：{ranks}。都按时还的话。")
    each = translate("StressWhy", "排在 {level}% 的是 {value} 元")
    ranks = translate("StressWhy", "；").join(
        each.format(level=level, value=grouped(value)) for level, value in zip(LEVELS, month.straight, strict=True)
    )
    return "\n".join((text.format(paths=f"{found.paths:,}", ranks=ranks), drawn_why(found)))


def late_month_why(found: Chances, place: int) -> str:
    """Return in how many futures something of a month is late."""
    month = found.months[place]
    late = int((month.late * found.paths).to_integral_value())
    text = translate("StressWhy", "{month} 到期的，有 {late} 种可能里晚了：{late} ÷ {paths} = {share}。")
    said = text.format(
        month=f"{month.first:%Y-%m}", late=f"{late:,}", paths=f"{found.paths:,}", share=share_words(month.late)
    )
    return "\n".join((said, drawn_why(found)))
