"""帮助: what people ask, answered with the figures of their own plan; words, sources, and what is not known."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QLineEdit, QPushButton, QScrollArea, QTabBar, QWidget

from jiebei_desktop.planning.budget.memory import Memory
from jiebei_desktop.planning.helping.questions import answer
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.help.entries import TABS, Entry, Kind, entries, found, listed_title, tab_name
from jiebei_desktop.ui.help.opening import view_of
from jiebei_desktop.ui.help.title_list import TitleList
from jiebei_desktop.ui.help.views import SourcesView
from jiebei_desktop.ui.pages.base import Export, Page
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import column, fill_area, label
from jiebei_desktop.ui.widgets.sides import Side, Sides

_ALONE = {Kind.LIMITS, Kind.KEYS}
"""Tabs with one thing to open, which needs no list."""
_SCROLLS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class Left(NamedTuple):
    """What a window in another look goes on with."""

    kind: Kind
    key: str
    query: str


class HelpPage(Page):
    """A search field, the tabs, a list on the left, and on the right what is opened of it."""

    name = "help"
    prints = True

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._listed: list[Entry] = []
        self._opened: Entry | None = None
        self._shown = QWidget()
        self._stale = False
        self._memory = Memory()
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("HelpPage", "搜：逾期几天，或拼音 yqjt、yuqi"))
        self.search.setAccessibleName(translate("HelpPage", "搜帮助：字、拼音或首字母"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._show_list())
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(translate("HelpPage", "帮助里的几部分"))
        for kind in TABS:
            self.tabs.addTab(tab_name(kind))
        self.tabs.currentChanged.connect(self._change_tab)
        self.tabs.installEventFilter(self)
        self.list = TitleList()
        self.list.currentRowChanged.connect(self._open_place)
        self.list.itemActivated.connect(lambda _: self._go_right())
        self.right = QScrollArea()
        sides = Sides(
            Side(self.list, design.HELP_LIST, fixed=True, height=design.CHART_HEIGHT),
            Side(self.right, design.RESULT_WIDTH, height=design.PART_HEIGHT),
        )
        self.body.addWidget(self.search)
        self.count = label(name="quiet")
        self.count.setFixedHeight(self.tabs.sizeHint().height())
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.count)
        self.body.addWidget(sides, 1)
        self.setFocusProxy(self.search)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        title = translate("HelpPage", "想知道什么？用你自己的数来答")
        self.headline.say(title, translate("HelpPage", "都在这台电脑上算，不联网；给数字和出处，不是法律意见。"))
        self._show_list()

    @property
    def kind(self) -> Kind:
        """Return the tab that is chosen."""
        return TABS[self.tabs.currentIndex()]

    @property
    def opened(self) -> QWidget:
        """Return what is opened on the right."""
        return self._shown

    def look_at(self, about: str) -> None:
        """Show the question that something elsewhere leads to."""
        self.show_question(about)

    def show_question(self, key: str) -> None:
        """Show a question with its answer."""
        self._show_entry(Kind.QUESTION, key)

    def show_change(self, change: Change) -> None:
        """Answer anew with the plan after a change: at once where somebody looks, else when somebody does."""
        del change  # whatever changed, an answer may rest on it
        if self._opened is not None and self._opened.kind is Kind.QUESTION:
            self._stale = True
            if self.isVisible():
                self._freshen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Bring what is opened up to date."""
        super().showEvent(event)
        self._freshen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Clear the search by Esc, go from it to the list by the down key, scroll what is opened by the page keys."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
            if key in _SCROLLS:
                self.right.verticalScrollBar().triggerAction(_SCROLLS[Qt.Key(key)])
                return True
            if watched is self.search and key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if watched is self.search and key == Qt.Key.Key_Down and self._listed and self.list.isVisible():
                self.list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def headline_why(self) -> str:
        """Return whose word what is opened is."""
        if self._opened is None or self._opened.kind is not Kind.QUESTION:
            return translate("HelpPage", "每个答案下面都写着是谁说的、有多可靠。")
        store = self.store
        said = answer(self._opened.key, store.plan, store.rules, store.today, self._memory)
        return "\n".join((self._opened.title, said.text, *said.support.unsure))

    def left(self) -> Left:
        """Return what is opened and searched for."""
        return Left(self.kind, self._opened.key if self._opened else "", self.search.text())

    def go_on(self, left: object) -> None:
        """Open what was opened."""
        if isinstance(left, Left):
            self._show_entry(left.kind, left.key)
            self.search.setText(left.query)

    def can_export(self) -> bool:
        """Tell whether something is listed that says something by itself."""
        return any(entry.kind is not Kind.PAGE for entry in self._listed)

    def export(self) -> Export | None:
        """Return all that is listed with what it says, as a table and on paper."""
        from jiebei_desktop.ui.help.giving import given, paper, table  # noqa: PLC0415 - nothing is given out at first
        from jiebei_desktop.ui.print_paper import printed  # noqa: PLC0415

        said = given(self._listed, self.store, self._memory)
        if not said:
            return None
        title = translate("HelpPage", "{name} 帮助").format(name=self.store.plan.name)
        return Export(title, table(said), printed=lambda: printed(paper(said, self.store.plan, self.store.today)))

    def _show_entry(self, kind: Kind, key: str) -> None:
        self.search.clear()
        self.tabs.setCurrentIndex(TABS.index(kind))
        place = next((place for place, entry in enumerate(self._listed) if entry.key == key), 0)
        self.list.setCurrentRow(place)

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _change_tab(self) -> None:
        if self.search.text():
            self.search.clear()  # which shows the tab's own list
        else:
            self._show_list()

    def _show_list(self) -> None:
        """List what is searched for, or all that the tab has, and open the first of it."""
        query, rules = self.search.text().strip(), self.store.shipped_rules
        self._listed = found(query, rules) if query else entries(self.kind, rules)
        self.list.show_titles([listed_title(entry) if query else entry.title for entry in self._listed])
        self.tabs.setVisible(not query)
        self.count.setVisible(bool(query))
        self.count.setText(translate("HelpPage", "找到 {count} 个").format(count=len(self._listed)))
        self.list.setVisible(bool(query) or self.kind not in _ALONE)
        self.list.setCurrentRow(0 if self._listed else -1)
        if not self._listed:
            self._show_nothing(query)

    def _open_first(self) -> None:
        if self._listed:
            self.list.setCurrentRow(0)
            self._go_right()

    def _go_right(self) -> None:
        """Put the focus on what can be done with what is opened: the button, or the text."""
        target = self._shown.findChild(QPushButton)
        if target is not None:
            target.setFocus()

    def _open_place(self, place: int) -> None:
        self._opened, self._stale = self._listed[place] if place >= 0 else None, True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        """Show what is opened where it is not shown yet, or was told by a plan that has changed since."""
        if self._stale and self._opened is not None:
            self._show(view_of(self._opened, self.store, self.wanted, self._memory))
        self._stale = False

    def _show_nothing(self, query: str) -> None:
        self._opened = None
        text = translate("HelpPage", "没有找到“{query}”。换个说法，或者只打拼音的首字母试试。")
        self._show(label(text.format(query=query), "quiet", wrap=True))

    def _show(self, view: QWidget) -> None:
        self._shown = view
        layout = column(spacing=0)
        layout.addWidget(view, 1 if isinstance(view, SourcesView) else 0)
        layout.addStretch(0 if isinstance(view, SourcesView) else 1)
        layout.setContentsMargins(0, 0, design.INSET, 0)
        fill_area(self.right, layout)
