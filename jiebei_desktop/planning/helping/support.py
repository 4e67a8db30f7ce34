"""Whose word something is that the help says: figures of rules, what is known of being late, facts of its own."""

from __future__ import annotations

from typing import NamedTuple

from jiebei_desktop.planning.figure_words import figure_name, value_words
from jiebei_desktop.planning.helping.shipped import Fact, shipped_help
from jiebei_desktop.products import Confidence, ProductRule, Source, figures, sources_named
from jiebei_desktop.products.bill import BillRule
from jiebei_desktop.products.stages import Said, Stage, shipped_overdue
from jiebei_desktop.text import pick, translate
from jiebei_desktop.values import RatePer


class Support(NamedTuple):
    """Whose word something is.

    Attributes:
        unsure: what is to be known about it, and what others say.
        confidence: how sure the weakest of it is; None where it rests on nobody's word.
    """

    sources: tuple[Source, ...] = ()
    unsure: tuple[str, ...] = ()
    confidence: Confidence | None = None


def of_rule(rule: ProductRule | BillRule | None, *paths: str) -> Support:
    """Return the support of figures of a rule, by their places in it."""
    if rule is None:
        return Support()
    fee, per = False, RatePer.DAY
    if isinstance(rule, ProductRule):
        fee, per = rule.fee is not None, rule.rate.per if rule.rate else per
    found = []
    for path, figure in figures(rule):
        if path in paths:
            views = [value_words(path, view.value, fee=fee) for view in figure.views]
            said = _said(str(figure.note) if figure.note else "", views, figure_name(path, per))
            found.append(Support(sources_named(figure.sources, rule.sources), said, figure.confidence))
    return together(*found)


def of_late(*said: Said | Stage) -> Support:
    """Return the support of what is said about being late."""
    known = shipped_overdue().sources
    return together(*(_support(each, sources_named(each.sources, known)) for each in said))


def of_help(*names: str) -> Support:
    """Return the support of facts of the help."""
    known = shipped_help()
    facts = [known.facts[name] for name in names]
    return together(*(_support(fact, sources_named(fact.sources, known.sources)) for fact in facts))


def fact(name: str) -> str:
    """Return a fact of the help in the language in use."""
    return str(shipped_help().facts[name].text)


def together(*supports: Support) -> Support:
    """Return several supports as one, each source once, as sure as the weakest."""
    levels = list(Confidence)
    sure = [each.confidence for each in supports if each.confidence is not None]
    return Support(
        tuple({_identity(source): source for each in supports for source in each.sources}.values()),
        tuple(dict.fromkeys(said for each in supports for said in each.unsure)),
        max(sure, key=levels.index) if sure else None,
    )


def _identity(source: Source) -> str:
    """Return what tells a source from others: its address where it has one, as several files can name one page."""
    return source.address if len(source.address) > 1 else f"{source.title} {source.read}"


def _support(said: Said | Stage | Fact, sources: tuple[Source, ...]) -> Support:
    views = [str(view.value).rstrip("。.") for view in getattr(said, "views", ())]
    return Support(sources, _said(str(said.note) if said.note else "", views), said.confidence)


def _said(note: str, views: list[str], name: str = "") -> tuple[str, ...]:
    text = translate("Help", "“{name}”另有说法：{others}。") if name else translate("Help", "另有说法：{others}。")
    between = pick("；", "; " if name else ". ")  # without a name they are sentences
    others = text.format(name=name, others=between.join(views)) if views else ""
    return tuple(filter(None, (note, others)))
