"""The place for reasons in a window: under its pages, there when somebody asks, and about one figure at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages.stack import PageStack
from jiebei_desktop.ui.why import answering, answers, keep_in_sight

if TYPE_CHECKING:
    from jiebei_desktop.ui.widgets.why_panel import WhyPanel


class WhyPlace(QObject):
    """Fills the panel that stands under the pages; it is made when somebody first asks."""

    def __init__(self, pages: PageStack, below: QVBoxLayout) -> None:
        """Answer for the pages of a window.

        Args:
            pages: whose figures are asked about.
            below: the end of which the panel is put to.
        """
        super().__init__(pages)
        self._pages, self._below = pages, below
        self._made: WhyPanel | None = None

    @property
    def panel(self) -> WhyPanel:
        """Return the panel; it is made where it was not there yet."""
        if self._made is None:
            from jiebei_desktop.ui.widgets.why_panel import WhyPanel  # noqa: PLC0415 - a start does without

            self._made = WhyPanel()
            self._made.put_away.connect(self._pages.setFocus)
            self._below.addWidget(self._made)
        return self._made

    @property
    def is_shown(self) -> bool:
        """Tell whether reasons are on screen."""
        return self._made is not None and self._made.isVisible()

    def tell(self, widget: QWidget, *, opens: bool) -> None:
        """Show why what a widget shows is what it is; unless it `opens`, only if reasons are shown already."""
        shown = self.is_shown
        said = answers(widget) if opens or shown else ""
        if shown or said:
            if not shown:
                self.panel.follow_tab_of(self._pages.current)
            self.panel.say(said or translate("Why", "这里没有要算的数。"), widget)
            if not shown:
                QTimer.singleShot(0, widget, partial(keep_in_sight, widget))

    def ask(self) -> None:
        """Show why what has the keys is what it is, else how the page's headline came about."""
        focused = QApplication.focusWidget()
        if focused is None or self._made is None or not self._made.isAncestorOf(focused):
            asker = answering(focused) or self._pages.current
            if asker is not None:
                self.tell(asker, opens=True)

    def freshen(self, widget: QWidget) -> None:
        """Say anew why what a widget shows is what it is, if that is what is shown."""
        if self._made is not None and self._made.asker is widget:
            self._made.freshen(answers(widget) or "")

    def freshen_soon(self) -> None:
        """Say reasons anew once every page has taken a change in."""
        QTimer.singleShot(0, self, self._freshen)

    def follow_page(self) -> None:
        """Put away what is about a figure that is not on screen any more."""
        asker = self._made.asker if self._made is not None else None
        if asker is not None and not asker.isVisible():
            self.put()

    def put(self) -> None:
        """Put reasons away."""
        self.panel.put()

    def _freshen(self) -> None:
        asker = self._made.asker if self._made is not None else None
        if asker is not None and isValid(asker):
            self.freshen(asker)
