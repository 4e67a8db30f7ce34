"""The pages, in the order of the sidebar: a new page is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages.base import Page

__all__ = ["PAGES", "Page", "key_of", "place_of"]


class Place(NamedTuple):
    """A page in the sidebar. Its module is loaded when the page is first shown, so that a start pays for one page only.

    Attributes:
        name: of its module and of its icon.
        title: gives its name in the sidebar, in the language in use.
        page: the name of its class.
    """

    name: str
    title: Callable[[], str]
    page: str

    def load(self) -> type[Page]:
        """Return the page's class."""
        found: type[Page] = getattr(import_module(f"{__name__}.{self.name}"), self.page)
        return found


PAGES = (
    Place("overview", lambda: translate("Overview", "总览"), "OverviewPage"),
    Place("loans", lambda: translate("Loans", "借款"), "LoansPage"),
    Place("compare", lambda: translate("Compare", "对比"), "ComparePage"),
    Place("late", lambda: translate("Late", "逾期"), "LatePage"),
    Place("budget", lambda: translate("Budget", "预算"), "BudgetPage"),
    Place("payoff", lambda: translate("PayoffPage", "策略"), "PayoffPage"),
    Place("stress", lambda: translate("StressPage", "压力测试"), "StressPage"),
    Place("reconcile", lambda: translate("Reconcile", "对账"), "ReconcilePage"),
    Place("rules", lambda: translate("RulesPage", "规则"), "RulesPage"),
    Place("help", lambda: translate("HelpPage", "帮助"), "HelpPage"),
)


def key_of(place: int) -> str:
    """Return the key that shows the page at a place: a digit, the tenth being 0."""
    return f"Ctrl+{(place + 1) % 10}"


def place_of(name: str) -> int:
    """Return where the page of a name stands in the sidebar."""
    return next(place for place, page in enumerate(PAGES) if page.name == name)
