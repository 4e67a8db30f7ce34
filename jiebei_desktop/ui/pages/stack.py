"""The pages of a window. Each is made when it is first shown, so that a start pays for one page only."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from jiebei_desktop.ui.pages import PAGES, Page
from jiebei_desktop.ui.store import Cause, Change, Store

P = TypeVar("P", bound=Page)


class PageStack(QStackedWidget):
    """Shows one page at a time. `made` says a page that was just made, before it is shown."""

    made = Signal(object)

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._pages: dict[type[Page], Page] = {}
        store.changed.connect(self._show_change)

    def page(self, kind: type[P]) -> P:
        """Return the page of this kind; it is made if it was not there yet."""
        found = self._pages.get(kind)
        if found is None:
            found = self._pages[kind] = kind(self._store)
            self.addWidget(found)
            found.show_change(Change(self._store.plan, self._store.plan, Cause.ANOTHER_PLAN))
            self.made.emit(found)
        assert isinstance(found, kind)  # noqa: S101 - for the type checker: the key is the kind
        return found

    def go_on(self, before: PageStack) -> None:
        """Go on with what is not in the plan, in the place of the pages of a window before."""
        for kind, page in before._pages.items():
            left = page.left()
            if left is not None:
                self.page(kind).go_on(left)

    def _show_change(self, change: Change) -> None:
        for page in self._pages.values():
            page.show_change(change)

    @property
    def current(self) -> Page | None:
        """Return the page on screen."""
        found = self.currentWidget()
        return found if isinstance(found, Page) else None

    def show_page(self, index: int) -> None:
        """Show a page by its place in the sidebar."""
        page = self.page(PAGES[index].load())
        self.setCurrentWidget(page)
        page.setFocus()  # so that Tab goes on inside the page
