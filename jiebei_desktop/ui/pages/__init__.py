"""The pages, in the order of the sidebar: a new page is one module and one line here."""

from __future__ import annotations

from jiebei_desktop.ui.pages.base import Page
from jiebei_desktop.ui.pages.compare import ComparePage
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.rules import RulesPage

__all__ = ["PAGES", "Page"]

PAGES: tuple[type[Page], ...] = (LoansPage, ComparePage, LatePage, RulesPage)
