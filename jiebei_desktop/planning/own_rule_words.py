"""A rule and the user's own figures in it, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jiebei_desktop.money import percent_exact
from jiebei_desktop.planning.document import RuleChange
from jiebei_desktop.planning.figure_words import figure_name, listed
from jiebei_desktop.planning.own_changes import AnyRule
from jiebei_desktop.planning.rule_words import FigureWords, bill_sentence, rule_sentence, support, version_sentence
from jiebei_desktop.planning.wording import joined, product_name
from jiebei_desktop.products import ProductRule, RuleBook
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.own import BILL, LINES
from jiebei_desktop.products.regulation import Regulation
from jiebei_desktop.text import translate

_MOST_NAMED: Final = 5
"""Of the changes that do nothing: a damaged file can hold thousands."""


def answer_sentence(rule: AnyRule) -> str:
    """Return a rule in a sentence, as it is in force."""
    if isinstance(rule, ProductRule):
        return rule_sentence(rule)
    return bill_sentence(rule) if isinstance(rule, BillRule) else lines_sentence(rule)


def checked_sentence(rule: AnyRule, span: str, words: tuple[FigureWords, ...]) -> str:
    """Return when a rule that ships was checked, and how far its sources agree; of lines where new ones come from."""
    if isinstance(rule, Regulation):
        return translate("OwnRules", "有了新的 LPR，可以自己加一行。这些线只用来提示，不是判断。")
    return version_sentence(rule.version, span, words)


def figure_support(found: FigureWords) -> str:
    """Return what the user says of a figure, then what ships with its sources in full."""
    return "\n".join(filter(None, (own_words(found), support(found.figure) if found.figure.sources else "")))


def own_words(found: FigureWords) -> str:
    """Return what the user says of a figure instead of what ships, in a sentence; empty where they don't."""
    if found.own is None:
        return ""
    text = translate("RulesPage", "你改成 {value}（{day} 改的），现在照这个算。")
    return text.format(value=found.own.value, day=found.own.sources[0].read)


def lines_sentence(lines: Regulation) -> str:
    """Return the lines that a price is held against in a sentence."""
    newest = lines.lpr[-1]
    text = translate("RulesPage", "对照价格的线：助贷 {assisted}%，民间借贷 {times} 倍 LPR；最新的 LPR 是 {prime}%。")
    return text.format(
        assisted=percent_exact(lines.assisted.value),
        times=lines.private_multiple.value,
        prime=percent_exact(newest.value),
    )


def changes_sentence(count: int) -> str:
    """Return how many figures of a rule are the user's own; empty where none is."""
    if not count:
        return ""
    return translate("RulesPage", "✎ 有 {count} 项是你自己改的。").format(count=count)


def idle_sentence(idle: Sequence[RuleChange], rules: RuleBook) -> str:
    """Return which changes of a plan do nothing here, and that they are kept; empty where there is none."""
    if not idle:
        return ""
    names = {BILL: translate("RulesPage", "花呗账单"), LINES: translate("RulesPage", "LPR 和价格的线")}
    said = translate("OwnRules", "{rule}的“{figure}”")
    text = translate("OwnRules", "有 {count} 处改动这里用不上：{names}。")
    if len(idle) > _MOST_NAMED:
        text = translate("OwnRules", "有 {count} 处改动这里用不上，头几处是 {names}。")
    why = translate("OwnRules", "先留着，不起作用；可能是更新的版本存的，也可能和别的改动合不到一起。")
    listing = (
        said.format(rule=names.get(each.rule) or product_name(each.rule, rules), figure=figure_name(each.path))
        for each in idle[:_MOST_NAMED]
    )
    return joined(text.format(count=len(idle), names=listed(listing)), why)
