"""The figures of a product rule in words: what each is, its value, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from jiebei_desktop.calendar import DayCount
from jiebei_desktop.money import ZERO, percent_exact
from jiebei_desktop.planning.document import CustomProduct, Plan
from jiebei_desktop.planning.figure_words import figure_name, listed, value_words
from jiebei_desktop.planning.offers import OfferOption
from jiebei_desktop.planning.own_changes import AnyRule
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.planning.wording import joined, loan_label, method_name, rate_per_name
from jiebei_desktop.products import Confidence, Figure, ProductRule, RuleBook, Source, View, figures, sources_named
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.own import FEES, is_own
from jiebei_desktop.products.regulation import PrimeRate, Regulation
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import Method, RatePer

_ORDER = ("rate", "fee", "periods", "methods", "principal")

LPR = "lpr "
"""How the places of prime rates begin; the day follows."""
NOTHING = "—"
"""Stands where nothing ships."""


class Said(NamedTuple):
    """One value with its support.

    Attributes:
        confidence: how sure it is; None for what disagrees with the figure in force.
    """

    name: str
    value: str
    confidence: Confidence | None
    sources: tuple[Source, ...]
    note: str


class FigureWords(NamedTuple):
    """One figure of a rule as it ships, and what sources say that disagree with it.

    Attributes:
        figure: its value is empty where nothing ships: a prime rate of a day, or a fee, that only the user has.
        path: where it stands in the rule; of a prime rate `LPR` and its day.
        own: what the user says instead, its source the day on which they said it; None where they don't.
    """

    figure: Said
    views: tuple[Said, ...]
    path: str
    own: Said | None = None


def rule_words(rule: AnyRule, in_force: AnyRule | None = None) -> tuple[FigureWords, ...]:
    """Return every figure of a rule, the price first; the prime rates last, the newest first.

    Args:
        rule: as it ships.
        in_force: the same with the user's own figures in it, if there may be some.
    """
    found = figures(rule)
    known = {head: place for place, head in enumerate(_ORDER)}
    found.sort(key=lambda item: known.get(item[0].partition(".")[0], len(known)))
    now = dict(figures(in_force or rule))
    words = [_figure_words(path, figure, rule, now.pop(path), in_force or rule) for path, figure in found]
    last = max((place for place, each in enumerate(words) if each.path.startswith(FEES)), default=-1)
    words[last + 1 : last + 1] = [_own_words(path, figure, in_force or rule) for path, figure in now.items()]
    if isinstance(rule, Regulation):
        words += _prime_words(rule, in_force if isinstance(in_force, Regulation) else rule)
    return tuple(words)


def rule_sentence(rule: ProductRule) -> str:
    """Return a product in a sentence: how it charges, how much, over how many instalments."""
    periods = listed(rule.periods.value)
    if rule.rate is not None:
        least, most = rule.rate.least.value, rule.rate.most.value
        price = f"{percent_exact(least)}%"
        if least != most:
            text = translate("RulesPage", "{least}% 到 {most}%")
            price = text.format(least=percent_exact(least), most=percent_exact(most))
        text = translate("RulesPage", "{name}：按天计息，{per} {price}，公布的期数 {periods}。")
        if rule.day_count.value is DayCount.PERIOD:
            text = translate("RulesPage", "{name}：按期计息，{per} {price}，公布的期数 {periods}。")
        return text.format(name=rule.name, per=rate_per_name(rule.rate.per), price=price, periods=periods)
    if rule.fee is not None and rule.fee.per_period is not None:
        text = translate("RulesPage", "{name}：每期收本金的 {rate}% 作手续费，公布的期数 {periods}。")
        return text.format(name=rule.name, rate=percent_exact(rule.fee.per_period.value), periods=periods)
    each = translate("RulesPage", "{periods} 期 {rate}%")
    by_periods = (rule.fee.by_periods if rule.fee else None) or {}
    fees = (each.format(periods=count, rate=percent_exact(fee.value)) for count, fee in by_periods.items())
    text = translate("RulesPage", "{name}：收手续费不收利息，总费率 {fees}。")
    return text.format(name=rule.name, fees=listed(fees))


def in_force(rule: ProductRule, rules: RuleBook) -> str:
    """Return the days on which the loans begin that a version of a rule is for."""
    versions = rules.versions[rule.id]
    later = versions[versions.index(rule) + 1 :]
    if not later:
        return translate("RulesPage", "{since} 起").format(since=rule.in_force_from)
    text = translate("RulesPage", "{since} 到 {until} 之间")
    return text.format(since=rule.in_force_from, until=later[0].in_force_from - timedelta(days=1))


def version_sentence(version: date, span: str, words: tuple[FigureWords, ...]) -> str:
    """Return when a rule was checked, which loans follow it, and how far its sources agree."""
    text = translate("RulesPage", "{version} 核对过，{span}的借款照这个算。")
    if not span:
        text = translate("RulesPage", "{version} 核对过。")
    said = [text.format(version=version, span=span)]
    disputed = sum(bool(found.views) for found in words)
    if disputed:
        text = translate("RulesPage", "{count} 项里有 {disputed} 项各处说法不一，都列在下面。")
        said.append(text.format(count=len(words), disputed=disputed))
    return joined(*said)


def bill_sentence(rule: BillRule) -> str:
    """Return the bill in a sentence."""
    text = translate("RulesPage", "花呗账单：最低还 {share}%，没还的部分每天收 {rate}%，出账日是 {days} 日里的一天。")
    return text.format(
        share=percent_exact(rule.minimum_share.value),
        rate=percent_exact(rule.daily_rate.value),
        days=listed(rule.cycles),
    )


def own_sentence(product: CustomProduct) -> str:
    """Return a product of the user's own in a sentence."""
    if product.method is Method.FLAT_FEE:
        share = product.fee_rate
        text = translate("RulesPage", "{name}：{method}，总费率 {share}%，{periods} 期。")
    else:
        share = product.rate
        text = translate("RulesPage", "{name}：{method}，{per} {share}%，{periods} 期。")
    if share is None:
        text = translate("RulesPage", "{name}：{method}，{periods} 期；还没填价格，先按 0 算。")
    return text.format(
        name=product.name,
        method=method_name(product.method),
        per=rate_per_name(product.rate_per),
        share=percent_exact(share or ZERO),
        periods=product.periods,
    )


def support(said: Said) -> str:
    """Return a value with its note and its sources in full, an address a line."""
    lines = [view_words(said)]
    if said.confidence is not None:
        text = translate("RulesPage", "{name}：{value}（{confidence}）")
        lines = [text.format(name=said.name, value=said.value, confidence=confidence_name(said.confidence))]
    if said.note:
        lines.append(said.note)
    for source in said.sources:
        text = translate("RulesPage", "{source}；{day} 读到")
        lines += [text.format(source=source_name(source), day=source.read), source.address]
    return "\n".join(lines)


def view_words(said: Said) -> str:
    """Return what disagrees, in a sentence."""
    text = translate("RulesPage", "另一种说法：{value}，来自 {sources}")
    return text.format(value=said.value, sources=sources_words(said.sources))


def sources_words(sources: Iterable[Source]) -> str:
    """Return sources by title and date."""
    return pick("；", "; ").join(map(source_name, sources))


def uses_of(product: str, plan: Plan, rules: RuleBook) -> tuple[str, ...]:
    """Return the loans and the options of the comparison that a product is used by, by name."""
    loan = translate("RulesPage", "借款“{name}”")
    option = translate("RulesPage", "对比的第 {place} 列")
    return (
        *(loan.format(name=loan_label(found, rules)) for found in plan.loans if found.product == product),
        *(
            option.format(place=place)
            for place, found in enumerate(plan.comparison.options, start=1)
            if isinstance(found, OfferOption) and found.product == product
        ),
    )


def named(path: str, rule: AnyRule) -> str:
    """Return what a figure of a rule is called."""
    return figure_name(path, rule.rate.per if isinstance(rule, ProductRule) and rule.rate else RatePer.DAY)


def _figure_words(
    path: str, figure: Figure[object], rule: AnyRule, now: Figure[object], in_force: AnyRule
) -> FigureWords:
    fee = isinstance(rule, ProductRule) and rule.fee is not None

    def said(name: str, found: Figure[object] | View[object], known: AnyRule, sure: Confidence | None) -> Said:
        sources = sources_named(found.sources, known.sources)
        note = "" if found.note is None else str(found.note)
        return Said(name, value_words(path, found.value, fee=fee), sure, sources, note)

    name, other = named(path, rule), translate("RulesPage", "另一种说法")
    views = tuple(said(other, view, rule, None) for view in figure.views)
    own = said(name, now, in_force, now.confidence) if is_own(now) else None
    return FigureWords(said(name, figure, rule, figure.confidence), views, path, own)


def _own_words(path: str, figure: Figure[object], rule: AnyRule) -> FigureWords:
    """Return a figure that only the user has: a fee for one more number of instalments."""
    name = named(path, rule)
    sources = sources_named(figure.sources, rule.sources)
    own = Said(name, value_words(path, figure.value), figure.confidence, sources, "")
    return FigureWords(Said(name, "", None, (), ""), (), path, own)


def _prime_words(lines: Regulation, in_force: Regulation) -> list[FigureWords]:
    """Return the prime rates, the newest first."""
    shipped = {rate.since: rate for rate in lines.lpr}
    found = []
    for rate in reversed(in_force.lpr):
        name = translate("RulesPage", "LPR，{since} 起").format(since=rate.since)
        known = shipped.get(rate.since)
        own = _prime_said(name, rate, in_force) if is_own(rate) else None
        figure = _prime_said(name, known, lines) if known else Said(name, "", None, (), "")
        found.append(FigureWords(figure, (), f"{LPR}{rate.since}", own))
    return found


def _prime_said(name: str, rate: PrimeRate, lines: Regulation) -> Said:
    note = "" if rate.note is None else str(rate.note)
    sources = sources_named(rate.sources, lines.sources)
    return Said(name, value_words("rate", rate.value), rate.confidence, sources, note)
