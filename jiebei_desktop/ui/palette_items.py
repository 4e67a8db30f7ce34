"""What the palette finds: pages, commands, the plan's loans, questions and products."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from jiebei_desktop.planning.helping.finding import matches
from jiebei_desktop.planning.helping.questions import questions
from jiebei_desktop.planning.wording import loan_labels
from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages import PAGES
from jiebei_desktop.ui.shortcuts import key_text, title_of

if TYPE_CHECKING:
    from jiebei_desktop.ui.window import MainWindow

MOST = 12
"""Things that are offered at once."""
_LEFT_OUT = {"palette", "menu"}
_FEW = 3
"""Things of a kind that are offered before anything is typed."""


class Item(NamedTuple):
    """Something to go to or to do.

    Attributes:
        key: tells it from all others, from one sitting to the next.
        group: the caption that it stands under.
        title: what it is called, and found by.
        detail: its key, or what else is to be said of it, on the right.
        do: goes there, or does it.
    """

    key: str
    group: str
    title: str
    detail: str
    do: Callable[[], object]


class Group(NamedTuple):
    """A caption and what stands under it."""

    name: str
    items: tuple[Item, ...]


def all_items(window: MainWindow) -> list[Item]:
    """Return all that there is to find in a window as it is now."""
    return [*_pages(window), *_commands(window), *_loans(window), *_questions(window), *_products(window)]


def found(items: Sequence[Item], query: str, last: Sequence[str]) -> list[Group]:
    """Return what fits a query, best first, by groups whose best is best; of nothing typed, what was used last first.

    Args:
        items: all that there is.
        query: what was typed.
        last: the keys of what was used before, the last one first.
    """
    if query.strip():
        ranked = [(rank, place) for place, item in enumerate(items) if (rank := matches(item.title, query)) is not None]
        return _grouped(items[place] for _, place in sorted(ranked)[:MOST])
    by_key = {item.key: item for item in items}
    used = [by_key[key] for key in last if key in by_key][:_FEW]
    offered: list[Item] = []
    counts: dict[str, int] = {}
    for item in items:
        counts[item.group] = counts.get(item.group, 0) + 1
        if item not in used and counts[item.group] <= _FEW:
            offered.append(item)
    recent = Group(translate("Palette", "刚用过的"), tuple(used))
    return [*([recent] if used else []), *_grouped(offered[: MOST - len(used)])]


def _grouped(items: Iterable[Item]) -> list[Group]:
    """Return items by their groups, in the order in which they turn up."""
    by_group: dict[str, list[Item]] = {}
    for item in items:
        by_group.setdefault(item.group, []).append(item)
    return [Group(name, tuple(each)) for name, each in by_group.items()]


def _pages(window: MainWindow) -> list[Item]:
    group = translate("Palette", "页面")
    return [
        Item(f"page:{page.name}", group, page.title(), key_text(f"page{place}"), partial(window.show_page, place))
        for place, page in enumerate(PAGES)
    ]


def _commands(window: MainWindow) -> Iterator[Item]:
    """Give the window's commands that can be used now, and the choices of its menu."""
    group, stack = translate("Palette", "命令"), window.store.undo_stack
    steps = {"undo": stack.undoText(), "redo": stack.redoText()}
    both = translate("Palette", "{menu}：{choice}")
    for name, action in window.actions_by_name.items():
        if action.isEnabled() and name not in _LEFT_OUT and not name.startswith("page"):
            title = title_of(name).removesuffix("…")
            if name in steps:
                title = both.format(menu=title, choice=steps[name])
            yield Item(f"do:{name}", group, title, key_text(name), action.trigger)
    known = set(window.actions_by_name.values())
    for action in window.topbar.menu_button.menu().actions():
        menu = action.menu()
        if isinstance(menu, QMenu) and action not in known:
            for choice in menu.actions():
                if choice.isEnabled() and not choice.isChecked():
                    title = both.format(menu=_bare(action), choice=_bare(choice))
                    yield Item(f"choose:{title}", group, title, "", choice.trigger)


def _bare(action: QAction) -> str:
    return action.text().replace("&", "").removesuffix("…")


def _loans(window: MainWindow) -> Iterator[Item]:
    group = translate("Palette", "借款")
    late = translate("Palette", "{loan}：逾期会怎样")
    names = loan_labels(window.store.plan.loans, window.store.rules)
    for loan in window.store.plan.loans:
        name = names[loan.id]
        yield Item(f"loan:{loan.id}", group, name, "", partial(window.go, "loans", loan.id))
        yield Item(f"late:{loan.id}", group, late.format(loan=name), "", partial(window.go, "late", loan.id))


def _questions(window: MainWindow) -> list[Item]:
    group = translate("Palette", "常问")
    go = partial(window.go, "help")
    return [Item(f"ask:{each.key}", group, each.title, "", partial(go, each.key)) for each in questions()]


def _products(window: MainWindow) -> list[Item]:
    group = translate("Palette", "规则")
    return [
        Item(f"rule:{rule.id}", group, str(rule.name), "", partial(window.go, "rules", rule.id))
        for rule in window.store.rules.ordered
    ]
