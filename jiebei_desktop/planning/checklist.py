"""What to say to the lender, what to keep, and what to count on."""

from __future__ import annotations

from jiebei_desktop.planning.sheet import Sheet
from jiebei_desktop.planning.why import names_of
from jiebei_desktop.products import sources_named
from jiebei_desktop.products.stages import Said, shipped_overdue
from jiebei_desktop.text import translate


def checklist() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what to say, what to keep and what to count on, each under its heading, each item with its sources."""
    known = shipped_overdue()
    return (
        (translate("Letter", "打电话时说什么"), tuple(map(_item, known.say))),
        (translate("Letter", "要留好什么"), tuple(map(_item, known.keep))),
        (translate("Letter", "可以要求什么"), tuple(map(_item, known.rights))),
    )


def checklist_sheet() -> Sheet:
    """Return the checklist as a page."""
    blocks: list[str] = []
    for heading, items in checklist():
        blocks += [heading, *items]
    return Sheet(translate("Letter", "协商清单"), tuple(blocks))


def _item(said: Said) -> str:
    known = shipped_overdue().sources
    lines = [f"□ {said.text}"]
    if said.note:
        lines.append(str(said.note))
    for view in said.views:
        text = translate("Letter", "也有来源说：{said}（{sources}）")
        lines.append(text.format(said=view.value, sources=names_of(sources_named(view.sources, known))))
    sources = names_of(sources_named(said.sources, known))
    lines.append(translate("Letter", "来源：{sources}").format(sources=sources))
    return "\n".join(lines)
