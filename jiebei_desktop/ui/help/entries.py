"""What the help has: questions, words, sources, what is not known, keys; and what a search finds of it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.planning.helping.finding import matches
from jiebei_desktop.planning.helping.questions import questions
from jiebei_desktop.planning.helping.shipped import glossary
from jiebei_desktop.planning.helping.sources import source_groups
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages import PAGES

_IN_TEXT = 100
"""Added where a word is found in what explains it only: its own name comes first."""


class Kind(StrEnum):
    """What an entry is."""

    QUESTION = "question"
    WORD = "word"
    SOURCES = "sources"
    LIMITS = "limits"
    KEYS = "keys"
    PAGE = "page"


TABS = (Kind.QUESTION, Kind.WORD, Kind.SOURCES, Kind.LIMITS, Kind.KEYS)


class Entry(NamedTuple):
    """Something to open.

    Attributes:
        key: tells it from others of its kind.
        title: in the language in use.
        also: other names by which it is found.
        text: in which it is found, too.
    """

    kind: Kind
    key: str
    title: str
    also: tuple[str, ...] = ()
    text: str = ""


def tab_name(kind: Kind) -> str:
    """Return what one of `TABS` is called."""
    return {
        Kind.QUESTION: translate("HelpPage", "常问"),
        Kind.WORD: translate("HelpPage", "词语"),
        Kind.SOURCES: translate("HelpPage", "来源"),
        Kind.LIMITS: translate("HelpPage", "程序不知道的"),
        Kind.KEYS: translate("HelpPage", "快捷键"),
    }[kind]


def listed_title(entry: Entry) -> str:
    """Return what an entry is called among others of other kinds."""
    text = {
        Kind.WORD: translate("HelpPage", "{title}（词语）"),
        Kind.PAGE: translate("HelpPage", "{title}（页面）"),
    }.get(entry.kind, "{title}")
    return text.format(title=entry.title)


def entries(kind: Kind, rules: RuleBook) -> list[Entry]:
    """Return all entries of a kind, in their order; `rules` are the products as they ship."""
    if kind is Kind.QUESTION:
        return [Entry(kind, each.key, each.title) for each in questions()]
    if kind is Kind.WORD:
        return [Entry(kind, each.term.zh, str(each.term), each.also.shown, str(each.text)) for each in glossary()]
    if kind is Kind.SOURCES:
        return [Entry(kind, str(place), each.title) for place, each in enumerate(source_groups(rules))]
    if kind is Kind.PAGE:
        return [Entry(kind, page.name, page.title()) for page in PAGES]
    return [Entry(kind, kind, tab_name(kind))]


def found(query: str, rules: RuleBook) -> list[Entry]:
    """Return what a search finds, the best first: questions, words, pages, and the other tabs by their names."""
    ranked = []
    for kind in (Kind.QUESTION, Kind.WORD, Kind.PAGE, Kind.LIMITS, Kind.KEYS):
        ranked += [(rank, entry) for entry in entries(kind, rules) if (rank := _rank(entry, query)) is not None]
    ranked.sort(key=lambda each: each[0])  # which keeps the order of those that are found as well
    return [entry for _, entry in ranked]


def _rank(entry: Entry, query: str) -> int | None:
    ranks = [matches(name, query) for name in (entry.title, *entry.also)]
    whole = [rank for rank in ranks if rank is not None]
    if whole:
        return min(whole)
    if query.isascii() and not entry.text.isascii():
        return None  # the sound of any few letters is somewhere in a long text
    inside = matches(entry.text, query)
    return None if inside is None else inside + _IN_TEXT
