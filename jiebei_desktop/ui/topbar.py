"""The bar at the top: the plan's name, its state, undo, redo, export, and the menu."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton

from jiebei_desktop import text
from jiebei_desktop.files.plan_file import shown_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.shortcuts import with_key
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.announcing import announce
from jiebei_desktop.ui.widgets.fields import leaves_undo_to_plan
from jiebei_desktop.ui.widgets.short_label import ShortLabel

_MENU = ("new", "sample", "open", "save", "save_as")
_MENU_OUT = ("export_plan", "print", "import_csv", "statement", "reminders")
_MENU_KEEPING = ("snapshots", "backups", "password", "anonymous")
_MENU_END = ("palette", "why", "help", "about", "quit")
_NAME_LENGTH = 60


class TopBar(QFrame):
    """Shows the plan's state and offers its commands.

    `look_changed` says that theme, size of texts or language were chosen anew.
    """

    look_changed = Signal()

    def __init__(self, store: Store, settings: Settings, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._store, self._settings = store, settings
        self.kept = False
        self.setObjectName("topbar")
        self.setFixedHeight(design.TOPBAR_HEIGHT)
        self.name = QLineEdit()
        self.name.setObjectName("planName")
        self.name.setAccessibleName(translate("Window", "计划的名字"))
        self.name.setMaxLength(_NAME_LENGTH)
        self.name.setMinimumWidth(design.FIRST_COLUMN)
        self.name.setMaximumWidth(design.NAME_WIDTH)
        self.name.installEventFilter(self)
        self.name.textEdited.connect(self._rename)
        self.name.editingFinished.connect(store.end_typing)
        self.state = ShortLabel("small")
        self.export = QPushButton(actions["export"].text())
        self.export.setObjectName("primary")
        self.export.setToolTip(with_key(translate("Window", "把这一页存成文件"), "export"))
        self.export.clicked.connect(actions["export"].trigger)
        actions["export"].enabledChanged.connect(self.export.setEnabled)
        self.search = _icon_button()
        self.search.setIcon(icon("search"))
        self.search.setAccessibleName(actions["palette"].text())
        self.search.setToolTip(with_key(actions["palette"].text(), "palette"))
        self.search.clicked.connect(actions["palette"].trigger)
        self.menu_button = _icon_button()
        self.menu_button.setIcon(icon("menu"))
        self.menu_button.setToolTip(with_key(translate("Window", "菜单"), "menu"))
        self.menu_button.setAccessibleName(translate("Window", "菜单"))
        self.menu_button.setMenu(self._menu(actions))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(design.SPACE, 0, design.WIDE, 0)
        layout.setSpacing(design.GRID)
        layout.addWidget(self.name, 2)
        layout.addWidget(self.state, 1)
        for name in ("undo", "redo"):
            button = _icon_button()
            button.setDefaultAction(actions[name])
            layout.addWidget(button)
        layout.addWidget(self.search)
        layout.addWidget(self.export)
        layout.addWidget(self.menu_button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave undo and redo to the plan."""
        return leaves_undo_to_plan(event) or super().eventFilter(watched, event)

    def show_state(self, note: str = "") -> None:
        """Show the plan's name, and a note or whether it is saved."""
        plan, path = self._store.plan, self._store.path
        if self.name.text() != plan.name:
            self.name.setText(plan.name)
        if note:
            state = note
        elif self._store.unsaved:
            state = (
                translate("Window", "有未保存的改动（已自动留存）")
                if self.kept
                else translate("Window", "有未保存的改动")
            )
        elif path:
            state = translate("Window", "已存在 {name}").format(name=shown_name(path))
        else:
            state = translate("Window", "还没有改动")
        today = translate("Window", "今天 {day}").format(day=self._store.today)
        self.state.setText(f"{state} · {today}")
        announce(self, note)

    def choose_look(self, setting: str, value: str | int) -> None:
        """Remember a choice of theme, size of texts or language and say that the look changed."""
        if getattr(self._settings, setting) != value:
            setattr(self._settings, setting, value)
            self.look_changed.emit()

    def _menu(self, actions: Mapping[str, QAction]) -> QMenu:
        menu = QMenu(self)
        menu.addActions([actions[name] for name in _MENU])
        menu.addSeparator()
        menu.addActions([actions[name] for name in _MENU_OUT])
        menu.addSeparator()
        menu.addActions([actions[name] for name in _MENU_KEEPING])
        menu.addSeparator()
        themes = {
            design.ThemeChoice.SYSTEM.value: translate("Window", "跟随系统"),
            design.ThemeChoice.LIGHT.value: translate("Window", "浅色"),
            design.ThemeChoice.DARK.value: translate("Window", "深色"),
        }
        self._add_choices(menu.addMenu(translate("Window", "外观")), "theme", themes.items())
        text_sizes = {size: f"{size}%" for size in design.TEXT_SIZES}
        self._add_choices(menu.addMenu(translate("Window", "文字大小")), "text_size", text_sizes.items())
        languages = {text.CHINESE: "中文", text.ENGLISH: "English"}
        self._add_choices(menu.addMenu(translate("Window", "语言 / Language")), "language", languages.items())
        menu.addSeparator()
        menu.addActions([actions[name] for name in _MENU_END])
        return menu

    def _add_choices(self, menu: QMenu, setting: str, names: Iterable[tuple[str | int, str]]) -> None:
        group = QActionGroup(menu)
        for value, name in names:
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(getattr(self._settings, setting) == value)
            action.triggered.connect(lambda _, value=value: self.choose_look(setting, value))
            group.addAction(action)

    def _rename(self, name: str) -> None:
        plan = self._store.plan.model_copy(update={"name": name})
        self._store.edit(translate("Window", "改计划的名字"), plan, typing="name")


def _icon_button() -> QToolButton:
    button = QToolButton()
    button.setFixedWidth(design.CONTROL_HEIGHT)
    return button
