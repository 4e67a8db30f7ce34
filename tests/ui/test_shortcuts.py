"""One table of commands and keys: by the platform's custom, without clashes, and each of them works in the window."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

import jiebei_desktop.ui
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui import shortcuts
from jiebei_desktop.ui.pages import PAGES
from jiebei_desktop.ui.pages.loans import LoansPage
from tests.ui.conftest import type_over

STANDARD = QKeySequence.StandardKey
EDITING = (
    *(STANDARD.Copy, STANDARD.Cut, STANDARD.Paste, STANDARD.SelectAll, STANDARD.Delete, STANDARD.Backspace),
    *(STANDARD.DeleteStartOfWord, STANDARD.MoveToNextWord, STANDARD.MoveToPreviousWord, STANDARD.SelectNextWord),
    *(STANDARD.SelectPreviousWord, STANDARD.MoveToStartOfLine, STANDARD.SelectStartOfLine, STANDARD.SelectEndOfLine),
    *(STANDARD.MoveToStartOfDocument, STANDARD.MoveToEndOfDocument, STANDARD.Find, STANDARD.FindNext),
)
"""What editing text takes everywhere. Linux has Emacs' Ctrl+E and Ctrl+K beside End and Shift+End: those are ours."""
WIDGETS = [
    *("Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Tab", "Ctrl+Shift+Tab", "Alt+Down", "Alt+Up", "F4", "Space", "Return", "Esc"),
    *("Tab", "Shift+Tab", "Home", "End", "PgUp", "PgDown", "Ctrl+Home", "Ctrl+End", "Ctrl+Space", "Ctrl+Up"),
]
"""What tabs, tables, boxes and lists hear by themselves."""
WINDOW = [command for command in shortcuts.COMMANDS if command.group not in shortcuts.IN_WIDGETS]
KEYED = [command.name for command in WINDOW if command.key]


@pytest.fixture(autouse=True)
def _application(qapp):
    """Without one no platform has keys of its own."""


def test_no_two_commands_share_a_key():
    keys = Counter(key.toString() for command in shortcuts.COMMANDS for key in shortcuts.keys_of(command.name))
    assert [key for key, count in keys.items() if count > 1] == []
    assert len(keys) >= 29


def test_no_command_takes_a_key_of_text_editing_or_of_a_widget():
    taken = {key.toString() for kind in EDITING for key in QKeySequence.keyBindings(kind)} | set(WIDGETS)
    assert {"Ctrl+C", "Ctrl+A", "Shift+Home"} <= taken
    keyed = [(name, key.toString()) for name in KEYED for key in shortcuts.keys_of(name)]
    assert [each for each in keyed if each[1] in taken] == []


def test_keys_are_the_platforms_own_where_it_has_one():
    assert QKeySequence.keyBindings(STANDARD.Save) == shortcuts.keys_of("save")
    assert QKeySequence.keyBindings(STANDARD.Undo) == shortcuts.keys_of("undo")
    assert QKeySequence.keyBindings(STANDARD.HelpContents) == shortcuts.keys_of("help")
    assert shortcuts.key_text("why") == "Shift+F1"
    assert shortcuts.key_text("snapshots") == "Ctrl+Shift+K"
    assert shortcuts.keys_of("backups") == []
    assert shortcuts.key_text("backups") == ""


def test_the_list_has_every_key_once_with_what_it_does():
    rows = shortcuts.listed()
    keyed = [command for command in shortcuts.COMMANDS if shortcuts.keys_of(command.name)]
    assert len(rows) == len(keyed) + 6
    assert all(group and what and key for group, what, key in rows)
    assert ("找和问", "这个数是怎么来的", "Shift+F1") in rows
    assert ("页面", "帮助", "Ctrl+0") in rows
    assert ("“对比”的表里", "往左移一列", shortcuts.native("Alt+Left")) in rows  # in Qt's words
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("where", ["a field", "a table"])
@pytest.mark.parametrize("name", KEYED)
def test_every_key_works_wherever_the_keys_are(qtbot, window, name, where):
    page = window.page(LoansPage)
    page.add_loan()
    editor = page.form.fields[Field.PRINCIPAL].editor
    type_over(qtbot, editor, "8000")
    if name == "redo":
        window.store.undo_stack.undo()
    (editor if where == "a field" else page.result.table).setFocus()
    action, heard = window.action(name), []
    assert action.isEnabled()
    action.triggered.disconnect()  # what it does is tested where it is done: a dialog would wait here for an answer
    action.triggered.connect(lambda _: heard.append(name))
    keys = [key for key in shortcuts.keys_of(name) if key[0].key() < Qt.Key.Key_Back]  # no tests press a key called New
    assert keys
    for key in keys:
        QTest.keySequence(window.focusWidget(), key)
    assert heard == [name] * len(keys)
    if name not in {"undo", "redo"}:
        assert editor.text().replace(",", "").startswith("8000")  # which the key did not edit


def test_a_key_leads_to_each_page_and_f1_to_help(qtbot, window):
    for place, page in enumerate(PAGES):
        QTest.keySequence(window, QKeySequence(shortcuts.key_text(f"page{place}")))
        assert window.pages.current.name == page.name
    window.show_page(0)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.pages.current.name == "help"


def test_keys_stand_in_the_menu_and_in_tooltips(window):
    assert window.topbar.export.toolTip() == "把这一页存成文件（Ctrl+E）"
    assert window.topbar.search.toolTip() == "找页面、命令、借款和问题（Ctrl+K）"
    assert window.sidebar.buttons[9].toolTip() == "帮助（Ctrl+0）"
    texts = {action.text(): action.shortcut().toString() for action in window.topbar.menu_button.menu().actions()}
    assert texts["这个数是怎么来的"] == "Shift+F1"
    assert texts["快照…"] == "Ctrl+Shift+K"


def test_no_text_names_a_key_by_itself():
    """Else it would say Ctrl on a Mac, or another key than the table."""
    found = []
    for path in Path(jiebei_desktop.ui.__path__[0]).rglob("*.py"):
        for call in re.findall(r'translate\(\s*"\w+",\s*"([^"]*)"', path.read_text(encoding="utf-8")):
            found += [call] if re.search(r"Ctrl|Alt\+|Shift\+|⌘", call) else []
    assert found == []
