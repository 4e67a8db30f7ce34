"""What the help gives out: questions and answers, words, sources, as a table and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from jiebei_desktop.files.papers import Paper, PaperTable, made_words
from jiebei_desktop.files.tables import Table
from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.helping.answer import Answer
from jiebei_desktop.planning.helping.questions import answer
from jiebei_desktop.planning.helping.shipped import glossary, shipped_help
from jiebei_desktop.planning.helping.sources import source_groups
from jiebei_desktop.planning.why import confidence_name, names_of
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.text import translate
from jiebei_desktop.ui.help.entries import Entry, Kind
from jiebei_desktop.ui.help.views import source_line
from jiebei_desktop.ui.shortcuts import listed
from jiebei_desktop.ui.store import Store


class Given(NamedTuple):
    """What one entry says; `sure` is how sure that is, and `sources` whose word, where it is anybody's."""

    title: str
    paragraphs: tuple[str, ...]
    sure: str = ""
    sources: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return all that is said, and whose word it is."""
        text = translate("HelpPage", "来源：{sources}").format(sources=self.sources)
        return (*self.paragraphs, text) if self.sources else self.paragraphs


def given(entries: Iterable[Entry], store: Store, memory: Memory) -> list[Given]:
    """Return what entries say; pages say it themselves."""
    return [said for entry in entries if (said := _given(entry, store, memory)) is not None]


def table(said: Iterable[Given]) -> Table:
    """Return a row for each entry: what it is called, what it says, and whose word that is."""
    header = (
        translate("HelpPage", "问题"),
        translate("HelpPage", "回答"),
        translate("HelpPage", "可靠程度"),
        translate("HelpPage", "来源"),
    )
    return Table(header, tuple((each.title, "\n".join(each.paragraphs), each.sure, each.sources) for each in said))


def paper(said: Iterable[Given], plan: Plan, today: date) -> Paper:
    """Return the same to be printed."""
    return Paper(
        title=translate("HelpPage", "常问的和自己的数"),
        plan=plan.name,
        headline=translate("HelpPage", "常问的，用自己的数回答"),
        reason=translate("HelpPage", "数是照计划里填的算的；不是法律意见，以合同和放款方的记录为准。"),
        tables=tuple(PaperTable(each.title, said=each.lines) for each in said),
        notes=(),
        made=made_words(today),
    )


def _given(entry: Entry, store: Store, memory: Memory) -> Given | None:
    """Return what an entry says; None of a page, which says it itself."""
    if entry.kind is Kind.QUESTION:
        return _answered(entry.title, answer(entry.key, store.plan, store.rules, store.today, memory))
    if entry.kind is Kind.WORD:
        word = next(each for each in glossary() if each.term.zh == entry.key)
        return Given(entry.title, (str(word.text),))
    if entry.kind is Kind.SOURCES:
        group = source_groups(store.shipped_rules)[int(entry.key)]
        return Given(entry.title, tuple(source_line(each.source) for each in group.cited))
    if entry.kind is Kind.LIMITS:
        known = shipped_help()
        return Given(entry.title, tuple(map(str, (*known.unknown, *known.refuses))))
    if entry.kind is Kind.KEYS:
        text = translate("HelpPage", "{what}：{key}")
        return Given(entry.title, tuple(text.format(what=what, key=key) for _, what, key in listed()))
    return None


def _answered(title: str, said: Answer) -> Given:
    support = said.support
    sure = confidence_name(support.confidence) if support.confidence else ""
    unsure = (joined(translate("HelpPage", "还不确定的："), *support.unsure),) if support.unsure else ()
    return Given(title, (*said.text.splitlines(), *unsure), sure, names_of(support.sources))
