"""The pages of a window. Each is made when it is first shown, so that a start pays for one page only."""

from __future__ import annotations

from functools import reduce
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from jiebei_desktop.ui.pages import PAGES, Page
from jiebei_desktop.ui.store import Cause, Change, Store

P = TypeVar("P", bound=Page)


class PageStack(QStackedWidget):
    """Shows one page at a time, and tells that one what changes: the others hear of it when they are wanted.

    `made` says a page that was just made, before it is shown.
    """

    made = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._pages: dict[type[Page], Page] = {}
        self._missed: dict[Page, tuple[Change, ...]] = {}
        store.changed.connect(self._show_change)

    def page(self, kind: type[P]) -> P:
        """Return the page of this kind with the plan as it is now; it is made if it was not there yet."""
        found = self._pages.get(kind)
        if found is None:
            found = self._pages[kind] = kind(self._store)
            self.addWidget(found)
            found.show_change(Change(self._store.plan, self._store.plan, Cause.ANOTHER_PLAN))
            self.made.emit(found)
        for change in self._missed.pop(found, ()):
            found.show_change(change)
        assert isinstance(found, kind)  # noqa: S101 - for the type checker: the key is the kind
        return found

    def go_on(self, before: PageStack) -> None:
        """Go on with what is not in the plan, in the place of the pages of a window before."""
        for kind in before._pages:
            left = before.page(kind).left()
            if left is not None:
                self.page(kind).go_on(left)

    def _show_change(self, change: Change) -> None:
        for page in self._pages.values():
            if page is self.current:
                page.show_change(change)
            else:
                self._missed[page] = _merged(self._missed.get(page, ()), change)
                page.miss_change(change)

    @property
    def current(self) -> Page | None:
        """Return the page on screen."""
        found = self.currentWidget()
        return found if isinstance(found, Page) else None

    def show_page(self, index: int) -> None:
        """Show a page by its place in the sidebar."""
        page = self.page(PAGES[index].load())
        self.setFocus()  # else Qt gives the focus to a part of the page first, and that is scrolled into sight
        self.setCurrentWidget(page)
        page.setFocus()  # so that Tab goes on inside the page


def _merged(missed: tuple[Change, ...], change: Change) -> tuple[Change, ...]:
    """Return all that a page missed as one change; a step that was undone last stays by itself, for pages follow it."""
    if not missed:
        return (change,)
    whole = reduce(Change.then, missed)
    return (whole, change) if change.cause is Cause.HISTORY else (whole.then(change),)
