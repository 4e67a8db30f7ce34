"""Every source that the program rests on, by the file that names it, with what it supports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from jiebei_desktop.planning.figure_words import figure_name
from jiebei_desktop.planning.helping.shipped import shipped_help
from jiebei_desktop.products import ProductRule, RuleBook, Source, figures
from jiebei_desktop.products.bill import BillRule, bill_rule
from jiebei_desktop.products.regulation import Regulation, regulation
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.values import ProblemError, RatePer


class Cited(NamedTuple):
    """A source, and what rests on it in a few words each."""

    source: Source
    supports: tuple[str, ...]


class SourceGroup(NamedTuple):
    """The sources of one file.

    Attributes:
        title: what the file is about.
        read: the last day on which one of them was read.
    """

    title: str
    read: date
    cited: tuple[Cited, ...]


def source_groups(rules: RuleBook) -> tuple[SourceGroup, ...]:
    """Return every source that ships: of the products and their versions, the bill, being late, the lines, the help.

    Args:
        rules: the products as they ship, without the user's own figures.
    """
    found = []
    for rule in rules.ordered:
        for version in rules.versions[rule.id]:
            text = translate("Help", "{name}（{since} 起）") if len(rules.versions[rule.id]) > 1 else "{name}"
            title = text.format(name=version.name, since=version.in_force_from)
            found.append(_group(title, version.sources, _of_rule(version)))
    bill = _bill(rules)
    if bill is not None:
        found.append(_group(translate("Help", "花呗账单"), bill.sources, _of_rule(bill)))
    late, lines, told = shipped_overdue(), regulation(rules), shipped_help()
    found.append(_group(translate("Help", "逾期和出路"), late.sources, _of_late()))
    found.append(_group(translate("Help", "利率的几条线"), lines.sources, _of_lines(lines)))
    found.append(_group(translate("Help", "帮助里的说法"), told.sources, _of_help()))
    return tuple(group for group in found if group is not None)


def _bill(rules: RuleBook) -> BillRule | None:
    try:
        return bill_rule(rules)
    except ProblemError:
        return None  # the other files go on without it


def _group(title: str, sources: dict[str, Source], supports: Iterable[tuple[str, str]]) -> SourceGroup | None:
    """Return a file's sources; None where it names none, as a product of the user's own."""
    by_key: dict[str, list[str]] = {key: [] for key in sources}
    for key, what in supports:
        if what not in by_key[key]:
            by_key[key].append(what)
    cited = tuple(Cited(source, tuple(by_key[key])) for key, source in sources.items())
    outside = [each for each in cited if each.source.address not in _NOWHERE]
    return SourceGroup(title, max(each.source.read for each in outside), tuple(outside)) if outside else None


_NOWHERE = {"derived", "-"}
"""Addresses of what is nobody's word but this program's, or was found nowhere."""


def _of_rule(rule: ProductRule | BillRule) -> Iterator[tuple[str, str]]:
    per = rule.rate.per if isinstance(rule, ProductRule) and rule.rate else RatePer.DAY
    for path, figure in figures(rule):
        name = figure_name(path, per)
        keys = [*figure.sources, *(key for view in figure.views for key in view.sources)]
        yield from ((key, name) for key in keys)


def _of_late() -> Iterator[tuple[str, str]]:
    names = {
        "stages": translate("Help", "逾期的叫法"),
        "classes": translate("Help", "五级分类"),
        "consequences": translate("Help", "会发生什么"),
        "rights": translate("Help", "你可以要求什么"),
        "ways": translate("Help", "几种办法"),
        "say": translate("Help", "打电话怎么说"),
        "keep": translate("Help", "要留着的东西"),
        "documents": translate("Help", "协商要的材料"),
        "holidays": translate("Help", "节假日"),
    }
    for path, entry in shipped_overdue().entries():
        keys = [*entry.sources, *(key for view in getattr(entry, "views", ()) for key in view.sources)]
        yield from ((key, names[path.partition(".")[0]]) for key in keys)


def _of_lines(lines: Regulation) -> Iterator[tuple[str, str]]:
    for rate in lines.lpr:
        yield from ((key, translate("Help", "LPR")) for key in rate.sources)
    for what, figure in (
        (translate("Help", "助贷的线"), lines.assisted),
        (translate("Help", "民间借贷的线"), lines.private_multiple),
        (translate("Help", "小额贷款公司的线"), lines.microloan_multiple),
    ):
        keys = [*figure.sources, *(key for view in figure.views for key in view.sources)]
        yield from ((key, what) for key in keys)


def _of_help() -> Iterator[tuple[str, str]]:
    for fact in shipped_help().facts.values():
        keys = [*fact.sources, *(key for view in fact.views for key in view.sources)]
        yield from ((key, str(fact.text)) for key in keys)
