"""The window: sidebar, top bar and pages, and the commands with their keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.in_and_out import InAndOut
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.notice_board import NoticeBoard
from jiebei_desktop.ui.pages import PAGES, Page, place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.stack import PageStack
from jiebei_desktop.ui.plan_files import PlanFiles
from jiebei_desktop.ui.plan_tools import PlanTools
from jiebei_desktop.ui.remarks import Remark, remarks
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.sidebar import Sidebar
from jiebei_desktop.ui.store import Cause, Change
from jiebei_desktop.ui.topbar import TopBar
from jiebei_desktop.ui.widgets.basics import column, row

P = TypeVar("P", bound=Page)
_SHOW_LOANS = {"late", "reconcile"}
"""Pages on which what was undone in a loan is seen, too."""
_SHOW_BUDGET = {"reconcile"}
"""The same for the budget."""
_Key = QKeySequence | QKeySequence.StandardKey | None


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
        self._actions: dict[str, QAction] = {}
        self._make_actions()
        self.pages = PageStack(store)
        self.pages.made.connect(self._page_made)
        self.sidebar = Sidebar()
        self.sidebar.chosen.connect(self.show_page)
        self.topbar = TopBar(store, settings, self._actions)
        self.topbar.look_changed.connect(self.look_changed)
        self._add("menu", "", QKeySequence("F10"), self.topbar.menu_button.showMenu)
        self.addActions(list(self._actions.values()))
        self.notice = NoticeBoard()
        self.notice.wanted.connect(self.files.do)
        self._lay_out()
        room = self.screen().availableSize()
        width, height = design.MINIMUM_WINDOW
        self.setMinimumSize(width, min(height, room.height()))  # the pages scroll, but not sideways
        self.resize(QSize(*design.USUAL_WINDOW).boundedTo(room))
        store.changed.connect(self._follow)
        store.changed.connect(self._show_state)
        store.file_changed.connect(self._show_state)
        keeper.changed.connect(self._show_state)
        keeper.kept.connect(self._show_kept)
        self.show_page(0)
        self._show_state()

    def page(self, kind: type[P]) -> P:
        """Return the page of this kind."""
        return self.pages.page(kind)

    def action(self, name: str) -> QAction:
        """Return a command by its name."""
        return self._actions[name]

    def show_page(self, index: int) -> None:
        """Show a page and mark it in the sidebar."""
        self.page_index = index
        self.pages.show_page(index)
        self.sidebar.mark(index)
        self._show_what_can_be_done()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the sidebar to the new width."""
        super().resizeEvent(event)
        self.sidebar.set_compact(self.width() < design.COMPACT_BELOW)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Look what others did to the file when the user comes back to the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeper.look_at_disk()

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

    def go(self, page: str, loan_id: str) -> None:
        """Show a page, and the loan on it that something is about."""
        if page == "late" and loan_id:
            self._show_late(loan_id)
            return
        self.show_page(place_of(page))
        if page == "loans" and loan_id:
            self.page(LoansPage).choose(loan_id)

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
        elif change.before.products != change.after.products:
            self.show_page(place_of("rules"))

    def _show_unless_on(self, others: set[str], name: str) -> None:
        """Show a page, unless one of others that show the same is on screen."""
        if self.pages.current is None or self.pages.current.name not in others:
            self.show_page(place_of(name))

    def _page_made(self, page: Page) -> None:
        page.done.connect(self.topbar.show_state)
        page.wanted.connect(self.go)
        if isinstance(page, LoansPage):
            page.sample_wanted.connect(self.files.open_sample)
            page.file_wanted.connect(self.files.ask_open)
            page.late_wanted.connect(self._show_late)

    def _show_late(self, loan_id: str) -> None:
        from jiebei_desktop.ui.pages.late import LatePage  # noqa: PLC0415 - a start pays for one page only

        self.show_page(place_of("late"))
        self.page(LatePage).look_at(loan_id)

    def _add_loan(self) -> None:
        self.show_page(place_of("loans"))
        self.page(LoansPage).add_loan()

    def _say_written(self, path: Path | None) -> None:
        if path is not None:
            self.topbar.show_state(translate("Window", "已导出 {name}").format(name=path.name))

    def _show_about(self) -> None:
        from jiebei_desktop.ui.about import AboutDialog  # noqa: PLC0415 - a start does without

        AboutDialog(self).exec()

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        for name, action in (
            ("undo", self.store.undo_stack.createUndoAction(self)),
            ("redo", self.store.undo_stack.createRedoAction(self)),
        ):
            action.setIcon(icon(name))
            action.setShortcuts(QKeySequence.keyBindings(keys.Undo if name == "undo" else keys.Redo))
            self._actions[name] = action
        self._add("new", translate("Window", "新建计划"), keys.New, self.files.new)
        self._add("sample", translate("Window", "看示例计划"), None, self.files.open_sample)
        self._add("open", translate("Window", "打开…"), keys.Open, self.files.ask_open)
        self._add("save", translate("Window", "保存"), keys.Save, self.files.save)
        self._add("save_as", translate("Window", "另存为…"), QKeySequence("Ctrl+Shift+S"), self.files.save_as)
        self._add("snapshots", translate("Window", "快照…"), QKeySequence("Ctrl+K"), self.tools.snapshots)
        self._add("backups", translate("Window", "备份…"), None, self.tools.backups)
        self._add("password", translate("Window", "密码…"), None, self.tools.password)
        self._add(
            "anonymous", translate("Window", "存一份匿名的…"), None, lambda: self._say_written(self.tools.anonymous())
        )
        self._add("loan", translate("Loans", "添加借款"), QKeySequence("Ctrl+L"), self._add_loan)
        out = self.in_and_out
        self._add("export", translate("Window", "导出…"), QKeySequence("Ctrl+E"), out.export_page)
        self._add("export_plan", translate("Window", "导出整个计划…"), QKeySequence("Ctrl+Shift+E"), out.export_plan)
        self._add("print", translate("Window", "打印这一页…"), keys.Print, out.print_page)
        self._add("import_csv", translate("Window", "从 CSV 导入…"), QKeySequence("Ctrl+I"), out.import_csv)
        self._add("statement", translate("Window", "支付宝账单…"), QKeySequence("Ctrl+B"), out.statement)
        self._add("reminders", translate("Window", "提醒…"), None, self.reminders_wanted.emit)
        self._add("about", translate("Window", "关于借花规划"), None, self._show_about)
        self._add("quit", translate("Window", "退出"), QKeySequence("Ctrl+Q"), self.end)
        for index in range(len(PAGES)):
            self._add(f"page{index}", "", QKeySequence(f"Ctrl+{index + 1}"), partial(self.show_page, index))

    def _add(self, name: str, title: str, key: _Key, do: Callable[[], object]) -> None:
        action = QAction(title, self)
        if key is not None:
            action.setShortcut(key)
        action.triggered.connect(lambda _: do())
        self._actions[name] = action

    def _lay_out(self) -> None:
        right = column(spacing=0)
        right.addWidget(self.topbar)
        right.addWidget(self.notice)
        right.addWidget(self.pages, 1)
        whole = row(spacing=0)
        whole.addWidget(self.sidebar)
        whole.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)

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
        self.notice.show_remarks([*self._broken_rules(), *remarks(self.keeper.standing)])
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
