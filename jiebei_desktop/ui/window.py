"""The window: sidebar, top bar and pages, and the commands with their keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from jiebei_desktop.planning.document import says_rules
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design, shortcuts
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.in_and_out import InAndOut
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.notice_board import NoticeBoard
from jiebei_desktop.ui.pages import PAGES, Page, place_of
from jiebei_desktop.ui.pages.overview import OverviewPage
from jiebei_desktop.ui.pages.stack import PageStack
from jiebei_desktop.ui.plan_files import PlanFiles
from jiebei_desktop.ui.plan_tools import PlanTools
from jiebei_desktop.ui.remarks import Act, Remark, remarks
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.sidebar import Sidebar
from jiebei_desktop.ui.store import Cause, Change
from jiebei_desktop.ui.topbar import TopBar
from jiebei_desktop.ui.why_place import WhyPlace
from jiebei_desktop.ui.widgets.basics import column, row
from jiebei_desktop.ui.window_keys import WindowKeys

if TYPE_CHECKING:
    from jiebei_desktop.ui.palette import Palette
    from jiebei_desktop.ui.tour import Tour
    from jiebei_desktop.ui.widgets.why_panel import WhyPanel

P = TypeVar("P", bound=Page)
_SHOW_LOANS = {"late", "reconcile"}
"""Pages on which what was undone in a loan is seen, too."""
_SHOW_BUDGET = {"reconcile"}
"""The same for the budget."""


class MainWindow(QMainWindow):
    """The program's window.

    `look_changed` asks for a window in another theme or language, `reminders_wanted` for what is set about them;
    `put_away` says that it was closed and the program goes on.

    Attributes:
        stays: tells whether the program goes on when the window is closed.
    """

    look_changed = Signal()
    reminders_wanted = Signal()
    put_away = Signal()

    def __init__(self, keeper: Keeper, settings: Settings) -> None:
        super().__init__()
        self.keeper = keeper
        self.store = store = keeper.store
        self.settings = settings
        self.files = PlanFiles(keeper, settings, self)
        self.tools = PlanTools(keeper, self.files, self)
        self.in_and_out = InAndOut(self)
        self.in_and_out.written.connect(self._say_written)
        self.page_index = 0
        self.stays: Callable[[], bool] = lambda: False
        self._ending = False
        self._told = ""
        self._actions: dict[str, QAction] = {}
        self._make_actions()
        self.pages = PageStack(store)
        self.pages.made.connect(self._page_made)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.show_page)
        self.topbar = TopBar(store, settings, self._actions)
        self.topbar.look_changed.connect(self.look_changed)
        self._add("menu", self.topbar.menu_button.showMenu)
        self.addActions(list(self._actions.values()))
        self._keys = WindowKeys(self)
        self.notice = NoticeBoard()
        self.notice.wanted.connect(self._do)
        self.tour_place = column(spacing=0)
        self._lay_out()
        room = self.screen().availableSize()
        width, height = design.MINIMUM_WINDOW
        self.setMinimumSize(width, min(height, room.height()))  # the pages scroll, but not sideways
        self.resize(QSize(*design.USUAL_WINDOW).boundedTo(room))
        store.changed.connect(self._follow)
        store.changed.connect(self._show_state)
        store.changed.connect(self._reasons.freshen_soon)
        store.file_changed.connect(self._follow_file)
        keeper.changed.connect(self._show_state)
        keeper.kept.connect(self._show_kept)
        self.show_page(0)
        self._show_state()

    def page(self, kind: type[P]) -> P:
        """Return the page of this kind."""
        return self.pages.page(kind)

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        """Return all commands by their names."""
        return self._actions

    def action(self, name: str) -> QAction:
        """Return a command by its name."""
        return self._actions[name]

    def show_page(self, index: int) -> None:
        """Show a page and mark it in the sidebar."""
        self.page_index = index
        self.pages.show_page(index)
        self.sidebar.mark(index)
        self._reasons.follow_page()
        self._show_what_can_be_done()

    @property
    def why(self) -> WhyPanel:
        """Return what shows reasons under the page."""
        return self._reasons.panel

    @cached_property
    def palette_box(self) -> Palette:
        """Return the line that finds anything; it is made when it is first wanted."""
        from jiebei_desktop.ui.palette import Palette  # noqa: PLC0415 - a start does without
        from jiebei_desktop.ui.palette_items import all_items  # noqa: PLC0415

        return Palette(self, partial(all_items, self), self.settings.found_last)

    def tell_why(self, widget: QWidget, *, opens: bool) -> None:
        """Show under the page why what a widget shows is what it is; unless it `opens`, only if reasons are shown."""
        self._reasons.tell(widget, opens=opens)

    def freshen_why(self, widget: QWidget) -> None:
        """Say anew why what a widget shows is what it is, if that is what is shown."""
        self._reasons.freshen(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the sidebar to the new width."""
        super().resizeEvent(event)
        self.sidebar.set_compact(self.width() < design.COMPACT_BELOW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look what others did to the file when the user comes back to the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeper.look_at_disk()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Put reasons away by a key that nobody else wanted."""
        if event.key() == Qt.Key.Key_Escape and self._reasons.is_shown:
            self._reasons.put()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask about unsaved edits before the window goes; where the program goes on, only hide it."""
        if self.stays() and not self._ending:
            event.ignore()
            self.settings.geometry = self.saveGeometry()
            self.hide()
            self.put_away.emit()
            return
        if not self.files.may_leave():
            event.ignore()
            return
        self.keeper.close(give_up=True)  # what was to be kept is saved
        self.settings.geometry = self.saveGeometry()
        super().closeEvent(event)

    def end(self) -> None:
        """End the program, unless the user wants to stay with unsaved edits."""
        self._ending = True
        if self.close():
            QApplication.quit()  # where the window was hidden nothing else would say so
        self._ending = False

    def ends_with_session(self) -> None:
        """Take note that the session ends: closing the window is the end now."""
        self._ending = True

    def go(self, page: str, about: str) -> None:
        """Show a page, and what something is about on it: a loan, or a part of the page."""
        self.show_page(place_of(page))
        if about and self.pages.current is not None:
            self.pages.current.look_at(about)

    def _follow(self, change: Change) -> None:
        """Go to the page where a step was undone or redone, so that the user sees what it did."""
        if change.cause is not Cause.HISTORY:
            return
        if change.before.relief != change.after.relief:
            self.show_page(place_of("late"))
        elif change.before.loans != change.after.loans:
            self._show_unless_on(_SHOW_LOANS, "loans")
        elif change.before.comparison != change.after.comparison:
            self.show_page(place_of("compare"))
        elif change.before.budget != change.after.budget:
            self._show_unless_on(_SHOW_BUDGET, "budget")
        elif change.before.stress != change.after.stress:
            self.show_page(place_of("stress"))
        elif says_rules(change.before) != says_rules(change.after):
            self.show_page(place_of("rules"))

    def _show_unless_on(self, others: set[str], name: str) -> None:
        """Show a page, unless one of others that show the same is on screen."""
        if self.pages.current is None or self.pages.current.name not in others:
            self.show_page(place_of(name))

    def _page_made(self, page: Page) -> None:
        page.done.connect(self.topbar.show_state)
        page.wanted.connect(self.go)
        page.loan_wanted.connect(self._add_loan)
        page.sample_wanted.connect(self._show_sample)
        page.file_wanted.connect(self.files.ask_open)
        if isinstance(page, OverviewPage):
            page.welcome.recent_wanted.connect(self.files.open_recent)
            page.welcome.show_places(self.files.recent, self.settings.data_folder)

    def _add_loan(self) -> None:
        from jiebei_desktop.ui.pages.loans import LoansPage  # noqa: PLC0415 - a start pays for one page only

        self.show_page(place_of("loans"))
        self.page(LoansPage).add_loan()

    @cached_property
    def tour(self) -> Tour:
        """Return who leads through the sample; made with the first walk."""
        from jiebei_desktop.ui.tour import Tour  # noqa: PLC0415 - a start does without

        made = Tour(self)
        made.own_wanted.connect(self._begin_own)
        return made

    def go_on(self, before: MainWindow) -> None:
        """Go on where a window in another look was."""
        self.pages.go_on(before.pages)
        self.show_page(before.page_index)
        if "tour" in before.__dict__ and before.tour.place is not None:
            self.tour.begin(before.tour.place)

    def _show_sample(self) -> None:
        """Open the sample, and lead through it."""
        if self.files.open_sample():
            self.tour.begin()

    def _begin_own(self) -> None:
        """Leave the sample for the user's own first loan."""
        if self.files.new():
            self._add_loan()

    def tell(self, message: str) -> None:
        """Show on the board what went wrong, until it is put away, or the plan's file is another or saved."""
        self._told = message
        self._show_state()

    def _follow_file(self) -> None:
        """Show how it stands with the file; what went wrong before is past once a plan was opened or saved."""
        if not self.store.unsaved:
            self._told = ""
        self._show_state()

    def _do(self, act: Act) -> None:
        """Do what a remark offers."""
        if act is Act.PUT_AWAY:
            self.tell("")
        else:
            self.files.do(act)

    def _say_written(self, path: Path | None) -> None:
        if path is not None:
            self.topbar.show_state(translate("Window", "已导出 {name}").format(name=path.name))

    def _show_about(self) -> None:
        from jiebei_desktop.ui.about import AboutDialog  # noqa: PLC0415 - a start does without

        AboutDialog(self).exec()

    def _ask_why(self) -> None:
        self._reasons.ask()

    def _show_palette(self) -> None:
        self.palette_box.open()

    def _make_actions(self) -> None:
        undo, redo = self.store.undo_stack.createUndoAction(self), self.store.undo_stack.createRedoAction(self)
        for name, action in (("undo", undo), ("redo", redo)):
            action.setIcon(icon(name))
            action.setShortcuts(shortcuts.keys_of(name))
            self._actions[name] = action
        out, files, tools = self.in_and_out, self.files, self.tools
        commands: dict[str, Callable[[], object]] = {
            "palette": self._show_palette,
            "why": self._ask_why,
            "help": lambda: self.show_page(place_of("help")),
            "new": files.new,
            "sample": self._show_sample,
            "open": files.ask_open,
            "save": files.save,
            "save_as": files.save_as,
            "snapshots": tools.snapshots,
            "backups": tools.backups,
            "password": tools.password,
            "anonymous": lambda: self._say_written(tools.anonymous()),
            "loan": self._add_loan,
            "export": out.export_page,
            "export_plan": out.export_plan,
            "print": out.print_page,
            "import_csv": out.import_csv,
            "statement": out.statement,
            "reminders": self.reminders_wanted.emit,
            "about": self._show_about,
            "quit": self.end,
        }
        for name, do in commands.items():
            self._add(name, do)
        for index in range(len(PAGES)):
            self._add(f"page{index}", partial(self.show_page, index))

    def _add(self, name: str, do: Callable[[], object]) -> None:
        action = QAction(shortcuts.title_of(name), self)
        action.setShortcuts(shortcuts.keys_of(name))
        action.triggered.connect(lambda _: do())
        self._actions[name] = action

    def _lay_out(self) -> None:
        right = column(spacing=0)
        right.addWidget(self.topbar)
        right.addWidget(self.notice)
        right.addLayout(self.tour_place)
        right.addWidget(self.pages, 1)
        whole = row(spacing=0)
        whole.addWidget(self.sidebar)
        whole.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)
        self._reasons = WhyPlace(self.pages, right)

    def _show_kept(self, _number: int) -> None:
        self._show_state()

    def _show_state(self) -> None:
        self.topbar.kept = self.keeper.all_kept
        self.topbar.show_state()
        self.setWindowModified(self.store.unsaved)
        program, mark = translate("Window", "借花规划"), ""
        if self.keeper.standing.read_only:
            mark = translate("Window", "（只读）")
        name = self.store.plan.name.replace("[*]", "[*][*]")  # which is Qt's mark of what is not saved
        self.setWindowTitle(f"{name}[*]{mark} — {program}")
        told = [Remark(self._told, (Act.PUT_AWAY,))] if self._told else []
        self.notice.show_remarks([*told, *self._broken_rules(), *remarks(self.keeper.standing)])
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        page = self.pages.current
        self._actions["export"].setEnabled(page is not None and page.can_export())
        self._actions["print"].setEnabled(page is not None and page.can_print())

    def _broken_rules(self) -> list[Remark]:
        broken = self.store.shipped_rules.broken
        if not broken:
            return []
        found = translate("Window", "；").join(map(str, broken))
        return [Remark(translate("Window", "有产品规则读不了，其余照常可用。{found}").format(found=found))]
