"""All commands of the window in one table, with their keys as each platform has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages import PAGES, key_of

_Standard = QKeySequence.StandardKey


class Group(Enum):
    """Where a command belongs in the list of keys."""

    LOOK = auto()
    PLAN = auto()
    IN_AND_OUT = auto()
    PLACE = auto()
    COMPARE = auto()
    ORDER = auto()


IN_WIDGETS = {Group.COMPARE, Group.ORDER}
"""Whose commands are heard where they belong only, not in the whole window."""


class Command(NamedTuple):
    """A command of the window, or of a widget in it.

    Attributes:
        name: what the window calls it by.
        group: where it is listed.
        title: gives what it is called, in the language in use.
        key: the platform's own key, or one of ours as Qt writes it (Ctrl is Cmd on a Mac); nothing where it has none.
        usual: the key where the platform has none of its own.
    """

    name: str
    group: Group
    title: Callable[[], str]
    key: QKeySequence.StandardKey | str = ""
    usual: str = ""


_PLACES = tuple(Command(f"page{place}", Group.PLACE, page.title, key_of(place)) for place, page in enumerate(PAGES))
COMMANDS = (
    Command("palette", Group.LOOK, lambda: translate("Shortcuts", "找页面、命令、借款和问题"), "Ctrl+K"),
    Command("why", Group.LOOK, lambda: translate("Why", "这个数是怎么来的"), _Standard.WhatsThis, "Shift+F1"),
    Command("help", Group.LOOK, lambda: translate("HelpPage", "帮助"), _Standard.HelpContents, "F1"),
    Command("menu", Group.LOOK, lambda: translate("Window", "菜单"), "F10"),
    Command("undo", Group.PLAN, lambda: translate("Shortcuts", "撤销"), _Standard.Undo),
    Command("redo", Group.PLAN, lambda: translate("Shortcuts", "重做"), _Standard.Redo),
    Command("loan", Group.PLAN, lambda: translate("Loans", "添加借款"), "Ctrl+L"),
    Command("new", Group.PLAN, lambda: translate("Window", "新建计划"), _Standard.New),
    Command("sample", Group.PLAN, lambda: translate("Window", "看示例计划")),
    Command("open", Group.PLAN, lambda: translate("Window", "打开…"), _Standard.Open),
    Command("save", Group.PLAN, lambda: translate("Window", "保存"), _Standard.Save),
    Command("save_as", Group.PLAN, lambda: translate("Window", "另存为…"), _Standard.SaveAs, "Ctrl+Shift+S"),
    Command("snapshots", Group.PLAN, lambda: translate("Window", "快照…"), "Ctrl+Shift+K"),
    Command("backups", Group.PLAN, lambda: translate("Window", "备份…")),
    Command("password", Group.PLAN, lambda: translate("Window", "密码…")),
    Command("quit", Group.PLAN, lambda: translate("Window", "退出"), _Standard.Quit, "Ctrl+Q"),
    Command("export", Group.IN_AND_OUT, lambda: translate("Window", "导出…"), "Ctrl+E"),
    Command("export_plan", Group.IN_AND_OUT, lambda: translate("Window", "导出整个计划…"), "Ctrl+Shift+E"),
    Command("print", Group.IN_AND_OUT, lambda: translate("Window", "打印这一页…"), _Standard.Print),
    Command("import_csv", Group.IN_AND_OUT, lambda: translate("Window", "从 CSV 导入…"), "Ctrl+I"),
    Command("statement", Group.IN_AND_OUT, lambda: translate("Window", "支付宝账单…"), "Ctrl+B"),
    Command("anonymous", Group.IN_AND_OUT, lambda: translate("Window", "存一份匿名的…")),
    Command("reminders", Group.IN_AND_OUT, lambda: translate("Window", "提醒…")),
    Command("about", Group.IN_AND_OUT, lambda: translate("Window", "关于借花规划")),
    *_PLACES,
    Command("column_left", Group.COMPARE, lambda: translate("Compare", "往左移一列"), "Alt+Left"),
    Command("column_right", Group.COMPARE, lambda: translate("Compare", "往右移一列"), "Alt+Right"),
    Command("column_copy", Group.COMPARE, lambda: translate("Compare", "复制这一列"), "Ctrl+D"),
    Command("column_remove", Group.COMPARE, lambda: translate("Compare", "去掉这一列"), "Ctrl+Delete"),
    Command("order_up", Group.ORDER, lambda: translate("Charts", "上移"), "Alt+Up"),
    Command("order_down", Group.ORDER, lambda: translate("Charts", "下移"), "Alt+Down"),
)
_BY_NAME = {command.name: command for command in COMMANDS}


def title_of(name: str) -> str:
    """Return what a command is called."""
    return _BY_NAME[name].title()


def keys_of(name: str) -> list[QKeySequence]:
    """Return the keys of a command, the one to show first; empty where it has none."""
    command = _BY_NAME[name]
    if isinstance(command.key, str):
        return [QKeySequence(command.key)] if command.key else []
    usual = [QKeySequence(command.usual)] if command.usual else []
    return QKeySequence.keyBindings(command.key) or usual


def key_text(name: str) -> str:
    """Return a command's key as the platform writes it; empty where it has none."""
    keys = keys_of(name)
    return native(keys[0]) if keys else ""


def native(key: QKeySequence | str) -> str:
    """Return a key as the platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def with_key(said: str, name: str) -> str:
    """Return what a tooltip says of a command, with its key where it has one."""
    key = key_text(name)
    return translate("Shortcuts", "{what}（{key}）").format(what=said, key=key) if key else said


def listed() -> Sequence[tuple[str, str, str]]:
    """Return all that a key does: its group, what it does, and the key as the platform writes it."""
    commands = [
        (_group_name(group), command.title(), key)
        for group in Group
        for command in COMMANDS
        if command.group is group and (key := key_text(command.name))
    ]
    return [*commands, *_in_widgets()]


def _group_name(group: Group) -> str:
    return {
        Group.LOOK: translate("Shortcuts", "找和问"),
        Group.PLAN: translate("Shortcuts", "计划"),
        Group.IN_AND_OUT: translate("Shortcuts", "导入和导出"),
        Group.PLACE: translate("Shortcuts", "页面"),
        Group.COMPARE: translate("Shortcuts", "“对比”的表里"),
        Group.ORDER: translate("Shortcuts", "自己排顺序的列表里"),
    }[group]


def _in_widgets() -> list[tuple[str, str, str]]:
    """Return what keys do that widgets hear by themselves."""
    here = translate("Shortcuts", "表、图和卡片里")
    return [
        (here, translate("Shortcuts", "看卡片里的数是怎么来的"), native("Return")),
        (here, translate("Shortcuts", "换一格、换一天"), "← → ↑ ↓"),
        (here, translate("Shortcuts", "到头、到尾"), f"{native('Home')} {native('End')}"),
        (here, translate("Shortcuts", "复制选中的行"), native(QKeySequence(_Standard.Copy))),
        (here, translate("Shortcuts", "勾上或去掉一行"), native("Space")),
        (here, translate("Shortcuts", "收起说明"), native("Esc")),
    ]
