"""The window: sidebar, top bar, pages, and the commands on the plan and its file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jiebei_desktop import text
from jiebei_desktop.files.csv_out import write_csv
from jiebei_desktop.files.plan_file import SUFFIX, PlanFileError
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.about import show_about
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.pages import PAGES, Page
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Notice, column, label, row

P = TypeVar("P", bound=Page)
_FORBIDDEN_IN_NAMES = '<>:"/\\|?*\0'


class MainWindow(QMainWindow):
    """The program's window. `look_changed` asks for a window in another theme or language."""

    look_changed = Signal()

    def __init__(self, store: Store, settings: Settings) -> None:
        super().__init__()
        self.store = store
        self.settings = settings
        self._actions: dict[str, QAction] = {}
        self.pages = [make(store) for make in PAGES]
        self._make_actions()
        self._lay_out()
        for page in self.pages:
            store.changed.connect(page.show_change)
        loans = self.page(LoansPage)
        loans.sample_wanted.connect(self.open_sample)
        loans.file_wanted.connect(self.ask_open)
        store.changed.connect(self._show_state)
        store.file_changed.connect(self._show_state)
        self._show_broken_rules()
        self.setMinimumSize(*design.MINIMUM_WINDOW)
        self.resize(QSize(*design.USUAL_WINDOW).boundedTo(self.screen().availableSize()))
        self.show_page(0)
        self._show_all()

    def page(self, kind: type[P]) -> P:
        """Return the page of this kind."""
        return next(page for page in self.pages if isinstance(page, kind))

    @property
    def page_index(self) -> int:
        """Return the place of the page on screen."""
        return self._stack.currentIndex()

    def action(self, name: str) -> QAction:
        """Return a command by its name."""
        return self._actions[name]

    def show_page(self, index: int) -> None:
        """Show a page and mark it in the sidebar."""
        self._stack.setCurrentIndex(index)
        self._navigation.button(index).setChecked(True)
        self.pages[index].setFocus()  # so that Tab goes on inside the page
        self._actions["export"].setEnabled(self.pages[index].export() is not None)

    def open_plan(self, path: Path) -> bool:
        """Open a file; say why where it can't be read. Returns whether it is open."""
        try:
            self.store.open(path)
        except PlanFileError as error:
            self._warn(str(error))
            return False
        self.settings.last_plan = path
        self.settings.last_folder = path.parent
        return True

    def open_sample(self) -> None:
        """Begin with the sample plan, as an unnamed one."""
        if self._may_leave():
            self.store.replace(sample_plan(), None)
            self.settings.last_plan = None

    def new(self) -> None:
        """Begin with an empty plan."""
        if self._may_leave():
            name = translate("Window", "我的还款计划")
            self.store.replace(new_plan(name, self.store.rules, self.store.today), None)
            self.settings.last_plan = None

    def ask_open(self) -> None:
        """Ask for a plan file and open it."""
        if self._may_leave():
            kinds = translate("Window", "还款计划 (*{suffix})").format(suffix=SUFFIX)
            chosen, _ = QFileDialog.getOpenFileName(
                self, translate("Window", "打开计划"), str(self.settings.last_folder), kinds
            )
            if chosen:
                self.open_plan(Path(chosen))

    def save(self) -> bool:
        """Save to the plan's file, or ask for one. Returns whether it is saved."""
        return self._save_to(self.store.path) if self.store.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it. Returns whether it is saved."""
        kinds = translate("Window", "还款计划 (*{suffix})").format(suffix=SUFFIX)
        proposed = self.settings.last_folder / f"{_file_name(self.store.plan.name)}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self, translate("Window", "保存计划"), str(proposed), kinds)
        if not chosen:
            return False
        path = Path(chosen)
        return self._save_to(path if path.suffix else path.with_suffix(SUFFIX))

    def export_csv(self) -> None:
        """Ask for a file and write the table of the page on screen."""
        page = self.pages[self.page_index]
        export = page.export()
        if export is None:
            return
        proposed = self.settings.last_folder / f"{_file_name(export.name)}.csv"
        chosen, _ = QFileDialog.getSaveFileName(
            self, translate("Window", "导出表格"), str(proposed), translate("Window", "CSV 表格 (*.csv)")
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(".csv")
        try:
            write_csv(path, export.table)
        except OSError as error:
            reason = error.strerror or str(error)
            self._warn(translate("Window", "没能写到 {name}：{reason}。").format(name=path.name, reason=reason))
            return
        self.settings.last_folder = path.parent
        self._state.setText(translate("Window", "已导出 {name}").format(name=path.name))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the sidebar to the new width."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask about unsaved edits before the window goes."""
        if not self._may_leave():
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        super().closeEvent(event)

    def _may_leave(self) -> bool:
        """Tell whether the plan may be left; ask where it has unsaved edits."""
        if not self.store.unsaved:
            return True
        box = QMessageBox(self)
        box.setWindowTitle(translate("Window", "借花规划"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(translate("Window", "“{name}”有还没保存的改动。").format(name=self.store.plan.name))
        box.setInformativeText(translate("Window", "不保存的话，这些改动就没有了。"))
        keep = box.addButton(translate("Window", "保存"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(translate("Window", "不保存"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(translate("Window", "取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is keep:
            return self.save()
        return box.clickedButton() is drop

    def _save_to(self, path: Path) -> bool:
        try:
            self.store.save(path)
        except PlanFileError as error:
            self._warn(str(error))
            return False
        self.settings.last_plan = path
        self.settings.last_folder = path.parent
        return True

    def _warn(self, message: str) -> None:
        QMessageBox.warning(self, translate("Window", "借花规划"), message)

    def _make_actions(self) -> None:
        keys = QKeySequence.StandardKey
        undo, redo = self.store.undo_stack.createUndoAction(self), self.store.undo_stack.createRedoAction(self)
        undo.setIcon(icon("undo"))
        redo.setIcon(icon("redo"))
        undo.setShortcuts(QKeySequence.keyBindings(keys.Undo))
        redo.setShortcuts(QKeySequence.keyBindings(keys.Redo))
        self._actions = {"undo": undo, "redo": redo}
        self._add("new", translate("Window", "新建计划"), keys.New, self.new)
        self._add("sample", translate("Window", "看示例计划"), None, self.open_sample)
        self._add("open", translate("Window", "打开…"), keys.Open, self.ask_open)
        self._add("save", translate("Window", "保存"), keys.Save, self.save)
        self._add("save_as", translate("Window", "另存为…"), QKeySequence("Ctrl+Shift+S"), self.save_as)
        self._add("export", translate("Window", "导出 CSV"), QKeySequence("Ctrl+E"), self.export_csv)
        self._add("about", translate("Window", "关于借花规划"), None, lambda: show_about(self))
        self._add("quit", translate("Window", "退出"), QKeySequence("Ctrl+Q"), self.close)
        for index in range(len(self.pages)):
            self._add(f"page{index}", "", QKeySequence(f"Ctrl+{index + 1}"), partial(self.show_page, index))
        self.addActions(list(self._actions.values()))

    def _add(
        self, name: str, title: str, key: QKeySequence | QKeySequence.StandardKey | None, do: Callable[[], object]
    ) -> None:
        action = QAction(title, self)
        if key is not None:
            action.setShortcut(key)
        action.triggered.connect(lambda _: do())
        self._actions[name] = action

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        self._notice = Notice()
        notice = column()
        notice.setContentsMargins(design.WIDE, design.SPACE, design.WIDE, 0)
        notice.addWidget(self._notice)
        self._notice_frame = QWidget()
        self._notice_frame.setObjectName("page")
        self._notice_frame.setLayout(notice)
        self._notice_frame.hide()
        right = column(spacing=0)
        right.addWidget(self._topbar())
        right.addWidget(self._notice_frame)
        right.addWidget(self._stack, 1)
        whole = row(spacing=0)
        whole.addWidget(self._sidebar())
        whole.addLayout(right, 1)
        centre = QWidget()
        centre.setLayout(whole)
        self.setCentralWidget(centre)

    def _sidebar(self) -> QFrame:
        frame = self._side = QFrame()
        frame.setObjectName("sidebar")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(design.INSET, design.SPACE, design.INSET, design.SPACE)
        layout.setSpacing(design.HALF)
        self._words = [label(translate("Window", "借花规划"), "brand")]
        layout.addWidget(self._words[0])
        self._navigation = QButtonGroup(self)
        for index, page in enumerate(self.pages):
            button = QToolButton()
            button.setText(page.title())
            button.setCheckable(True)
            button.setToolTip(f"{page.title()} (Ctrl+{index + 1})")
            button.clicked.connect(lambda _, index=index: self.show_page(index))
            self._navigation.addButton(button, index)
            layout.addWidget(button)
        layout.addStretch(1)
        self._words.append(label(translate("Window", "独立软件，与蚂蚁集团无关"), "small", wrap=True))
        layout.addWidget(self._words[1])
        self._compact: bool | None = None
        self._fit_sidebar()
        return frame

    def _fit_sidebar(self) -> None:
        """Show icons without words where the window is narrow."""
        compact = self.width() < design.COMPACT_BELOW
        if compact == self._compact:
            return
        self._compact = compact
        width = design.COMPACT_SIDEBAR if compact else design.SIDEBAR_WIDTH
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if compact else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self._side.setFixedWidth(width)
        for button, page in zip(self._navigation.buttons(), self.pages, strict=True):
            assert isinstance(button, QToolButton)  # noqa: S101 - the group holds nothing else
            button.setIcon(icon(page.icon, spaced=not compact))
            button.setIconSize(QSize(design.ICON + (0 if compact else design.GRID), design.ICON))
            button.setToolButtonStyle(style)
            button.setFixedWidth(width - 2 * design.INSET)
        for words in self._words:
            words.setVisible(not compact)

    def _topbar(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("topbar")
        frame.setFixedHeight(design.TOPBAR_HEIGHT)
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(design.SPACE, 0, design.WIDE, 0)
        layout.setSpacing(design.GRID)
        self._name = QLineEdit()
        self._name.setObjectName("planName")
        self._name.setAccessibleName(translate("Window", "计划的名字"))
        self._name.setMaxLength(60)
        self._name.textEdited.connect(self._rename)
        self._name.editingFinished.connect(self.store.end_typing)
        self._state = QLabel()
        self._state.setObjectName("small")
        self._name.setFixedWidth(design.NAME_WIDTH)
        layout.addWidget(self._name)
        layout.addWidget(self._state, 1)
        for name in ("undo", "redo"):
            button = QToolButton()
            button.setDefaultAction(self._actions[name])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFixedWidth(design.CONTROL_HEIGHT)
            layout.addWidget(button)
        self.export_button = QPushButton(self._actions["export"].text())
        self.export_button.setObjectName("primary")
        self.export_button.setToolTip(translate("Window", "把这一页的表存成 CSV（Ctrl+E）"))
        self.export_button.clicked.connect(self._actions["export"].trigger)
        self._actions["export"].enabledChanged.connect(self.export_button.setEnabled)
        layout.addWidget(self.export_button)
        layout.addWidget(self._menu_button())
        return frame

    def _menu_button(self) -> QToolButton:
        menu = QMenu(self)
        for name in ("new", "sample", "open", "save", "save_as"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        self._add_choices(
            menu,
            translate("Window", "外观"),
            {
                design.ThemeChoice.SYSTEM: translate("Window", "跟随系统"),
                design.ThemeChoice.LIGHT: translate("Window", "浅色"),
                design.ThemeChoice.DARK: translate("Window", "深色"),
            },
            "theme",
        )
        names = {text.CHINESE: "中文", text.ENGLISH: "English"}
        self._add_choices(menu, translate("Window", "语言 / Language"), names, "language")
        menu.addSeparator()
        menu.addAction(self._actions["about"])
        menu.addAction(self._actions["quit"])
        button = QToolButton()
        button.setIcon(icon("menu"))
        button.setToolTip(translate("Window", "菜单"))
        button.setAccessibleName(translate("Window", "菜单"))
        button.setFixedWidth(design.CONTROL_HEIGHT)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._add("menu", translate("Window", "菜单"), QKeySequence("F10"), button.showMenu)
        self.addAction(self._actions["menu"])
        return button

    def _add_choices(
        self, menu: QMenu, title: str, names: dict[design.ThemeChoice, str] | dict[str, str], setting: str
    ) -> None:
        submenu = menu.addMenu(title)
        group = QActionGroup(submenu)
        for value, name in names.items():
            action = submenu.addAction(name)
            action.setCheckable(True)
            action.setChecked(getattr(self.settings, setting) == value)
            action.triggered.connect(lambda _, value=value: self._change_look(setting, value))
            group.addAction(action)

    def _change_look(self, setting: str, value: str) -> None:
        if getattr(self.settings, setting) != value:
            setattr(self.settings, setting, value)
            self.look_changed.emit()

    def _rename(self, name: str) -> None:
        plan = self.store.plan.model_copy(update={"name": name})
        self.store.edit(translate("Window", "改计划的名字"), plan, typing="name")

    def _show_all(self) -> None:
        change = Change(self.store.plan, self.store.plan, typed=False)
        for page in self.pages:
            page.show_change(change)
        self._show_state()

    def _show_state(self) -> None:
        plan, path = self.store.plan, self.store.path
        if self._name.text() != plan.name:
            self._name.setText(plan.name)
        if self.store.unsaved:
            state = translate("Window", "有未保存的改动")
        elif path:
            state = translate("Window", "已存在 {name}").format(name=path.name)
        else:
            state = translate("Window", "还没有改动")
        today = translate("Window", "今天 {day}").format(day=self.store.today)
        self._state.setText(f"{state} · {today}")
        self.setWindowModified(self.store.unsaved)
        program = translate("Window", "借花规划")
        self.setWindowTitle(f"{plan.name}[*] — {program}")
        page = self.pages[self.page_index]
        self._actions["export"].setEnabled(page.export() is not None)

    def _show_broken_rules(self) -> None:
        broken = self.store.rules.broken
        if broken:
            found = translate("Window", "；").join(map(str, broken))
            self._notice.say(translate("Window", "有产品规则读不了，其余照常可用。{found}").format(found=found))
            self._notice_frame.show()


def _file_name(name: str) -> str:
    """Return a name that every file system takes."""
    kept = "".join("_" if char in _FORBIDDEN_IN_NAMES or ord(char) < ord(" ") else char for char in name)
    return kept.strip(" .")[:60] or "jiehua"
