"""One figure of a product rule in words: what it is called, and its value."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.money import ZERO, grouped, percent_exact, plain
from jiebei_desktop.planning.wording import method_name, rate_per_name, rounding_name
from jiebei_desktop.products.conditions import Compounding, DueDayRule, EarlyRule, FeesLeft, OverdueBase, OverdueRule
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method, RatePer, Rounding


def figure_name(path: str, per: RatePer = RatePer.DAY) -> str:
    """Return what a figure is called by its place in the rule; `per` is the time that the rule's rate is quoted for."""
    head, _, rest = path.rpartition(".")
    numbered = {
        "fee.by_periods": translate("RulesPage", "{number} 期的总费率"),
        "cycles": translate("RulesPage", "{number} 日出账，哪天还"),
    }
    if head in numbered:
        return numbered[head].format(number=rest)
    name = {
        "rate.typical": translate("RulesPage", "{per}，常见的"),
        "rate.least": translate("RulesPage", "{per}，最低"),
        "rate.most": translate("RulesPage", "{per}，最高"),
        "fee.per_period": translate("RulesPage", "每期费率"),
        "periods": translate("RulesPage", "能分几期"),
        "methods": translate("RulesPage", "怎么还"),
        "principal.least": translate("RulesPage", "金额，最少"),
        "principal.most": translate("RulesPage", "金额，最多"),
        "day_count": translate("RulesPage", "怎么数天数"),
        "rounding": translate("RulesPage", "零头"),
        "year_days": translate("RulesPage", "一年按几天"),
        "due_day": translate("RulesPage", "每月哪天还"),
        "overdue": translate("RulesPage", "逾期每天多收"),
        "early": translate("RulesPage", "提前还清"),
        "minimum_share": translate("RulesPage", "最低还款"),
        "daily_rate": translate("RulesPage", "没还的部分，每天"),
        "least_split": translate("RulesPage", "能分期的账单，最少"),
        "assisted": translate("RulesPage", "助贷：一年的综合成本，最高"),
        "private_multiple": translate("RulesPage", "民间借贷：最高是 LPR 的几倍"),
        "microloan_multiple": translate("RulesPage", "小额贷款公司：最高是 LPR 的几倍"),
    }.get(path, path)
    return name.format(per=rate_per_name(per))


def value_words(path: str, value: object, *, fee: bool = False) -> str:
    """Return a figure's value in words; `fee` tells that the product charges a fee and no interest."""
    if isinstance(value, Decimal):
        text = translate("RulesPage", "{amount} 元")
        return text.format(amount=grouped(value)) if is_money(path) else _percent(value)
    if isinstance(value, tuple):
        return _several(path, value)
    if isinstance(value, DayCount):
        return day_count_name(value)
    if isinstance(value, Rounding):
        return _rounding(value)
    if isinstance(value, DueDayRule):
        return _due_day(value)
    if isinstance(value, OverdueRule):
        return _overdue(value)
    if isinstance(value, EarlyRule):
        return _early(value, fee=fee)
    if path.endswith("_multiple"):
        return translate("RulesPage", "{times} 倍").format(times=value)
    return translate("RulesPage", "{count} 天").format(count=value) if path == "year_days" else str(value)


def is_money(path: str) -> bool:
    """Tell whether a number at a place of a rule is yuan; else it is a share."""
    return path.startswith("principal.") or path == "least_split"


def base_name(base: OverdueBase) -> str:
    """Return what a penalty is charged on in words."""
    return {
        OverdueBase.OVERDUE_PRINCIPAL: translate("RulesPage", "逾期本金"),
        OverdueBase.OVERDUE_AMOUNT: translate("RulesPage", "没还金额"),
        OverdueBase.ALL_PRINCIPAL: translate("RulesPage", "剩下的全部本金"),
    }[base]


def fees_left_name(left: FeesLeft) -> str:
    """Return which fees not yet due are charged when a loan is paid off early, in words."""
    return {
        FeesLeft.ALL: translate("RulesPage", "以后各期的手续费照收"),
        FeesLeft.NEXT: translate("RulesPage", "再收下一期的手续费"),
        FeesLeft.NONE: translate("RulesPage", "以后的手续费不收"),
    }[left]


def day_count_name(day_count: DayCount) -> str:
    """Return a way of counting days in words."""
    return {
        DayCount.ACTUAL: translate("RulesPage", "按实际天数"),
        DayCount.ACTUAL_365: translate("RulesPage", "实际天数，一年 365 天"),
        DayCount.ACTUAL_360: translate("RulesPage", "实际天数，一年 360 天"),
        DayCount.ACTUAL_364: translate("RulesPage", "实际天数，一年 364 天"),
        DayCount.ACTUAL_ACTUAL: translate("RulesPage", "实际天数，一年按当年天数"),
        DayCount.THIRTY_360: translate("RulesPage", "每月 30 天，一年 360 天"),
        DayCount.PERIOD: translate("RulesPage", "按期，不看天数"),
    }[day_count]


def listed(items: Iterable[object]) -> str:
    """Return things in a row, as the language in use separates them."""
    return pick("、", ", ").join(map(str, items))


def _several(path: str, values: tuple[object, ...]) -> str:
    names = [method_name(value) if isinstance(value, Method) else str(value) for value in values]
    text = translate("RulesPage", "{days} 日") if path.startswith("cycles") else "{days}"
    if path == "periods":
        text = translate("RulesPage", "{days} 期")
    return text.format(days=listed(names))


def _percent(share: Decimal) -> str:
    return f"{percent_exact(share)}%"


def _rounding(rounding: Rounding) -> str:
    said = rounding_name(rounding.mode, rounding.step)
    if rounding.instalment_mode is None and rounding.instalment_step is None:
        return said
    instalment = rounding_name(rounding.instalment_mode or rounding.mode, rounding.instalment_step or rounding.step)
    return translate("RulesPage", "{said}；每期金额{instalment}").format(said=said, instalment=instalment)


def _due_day(rule: DueDayRule) -> str:
    said = [translate("RulesPage", "第一次借的那天")]
    if rule.moved:
        text = translate("RulesPage", "{drawn} 日借的，改为 {days} 日")
        said.append(text.format(drawn=listed(rule.moved), days=listed(rule.moved.values())))
    if rule.least_days:
        text = translate("RulesPage", "离还款日不到 {days} 天，从下个月起还")
        said.append(text.format(days=rule.least_days))
    return translate("RulesPage", "；").join(said)


def _overdue(rule: OverdueRule) -> str:
    base = base_name(rule.base)
    if rule.penalty_rate is None:
        times = plain(rule.penalty_multiplier or ZERO, 0)
        said = [translate("RulesPage", "{base} × 日利率 × {times}").format(base=base, times=times)]
    else:
        text = {
            RatePer.DAY: translate("RulesPage", "{base}的 {rate}"),
            RatePer.MONTH: translate("RulesPage", "{base}的 {rate} × 12 ÷ 一年的天数"),
            RatePer.YEAR: translate("RulesPage", "{base}的 {rate} ÷ 一年的天数"),
        }[rule.penalty_rate_per]
        said = [text.format(base=base, rate=_percent(rule.penalty_rate))]
    if rule.on_interest:
        said.append(translate("RulesPage", "逾期利息也收"))
    if rule.adds_to_interest:
        said.append(translate("RulesPage", "正常利息照收"))
    if rule.compounding is Compounding.MONTHLY:
        said.append(translate("RulesPage", "每月滚入一次（利滚利）"))
    if rule.grace_days:
        said.append(translate("RulesPage", "宽限 {days} 天").format(days=rule.grace_days))
    return translate("RulesPage", "，").join(said)


def _early(rule: EarlyRule, *, fee: bool) -> str:
    said = []
    if fee:
        said.append(fees_left_name(rule.fees_left))
    if rule.charge_rate:
        text = translate("RulesPage", "另收提前还的本金的 {rate}")
        said.append(text.format(rate=_percent(rule.charge_rate)))
        if rule.at_least_one_fee:
            said.append(translate("RulesPage", "至少是当期的利息和手续费"))
    return translate("RulesPage", "，").join(said) or translate("RulesPage", "不另收钱")
