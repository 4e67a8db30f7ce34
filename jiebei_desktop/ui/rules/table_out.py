"""The figures of a rule as they are exported."""

from __future__ import annotations

from collections.abc import Sequence

from jiebei_desktop.files.tables import Table
from jiebei_desktop.planning.rule_words import FigureWords, view_words
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.text import translate


def figures_table(words: Sequence[FigureWords]) -> Table:
    """Return the figures of a rule, the user's own beside them, with their sources and what disagrees."""
    header = (
        translate("RulesPage", "名称"),
        translate("RulesPage", "规则怎么写"),
        translate("RulesPage", "我改成"),
        translate("RulesPage", "可靠程度"),
        translate("RulesPage", "来源"),
        translate("RulesPage", "另一种说法"),
    )
    rows = []
    for found in words:
        figure = found.figure
        sources = "\n".join(f"{source_name(source)} {source.address}".strip() for source in figure.sources)
        sure = confidence_name(figure.confidence) if figure.confidence else ""
        own = found.own.value if found.own else ""
        rows.append((figure.name, figure.value, own, sure, sources, "\n".join(map(view_words, found.views))))
    return Table(header, tuple(rows))
