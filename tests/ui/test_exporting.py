"""A page's file: what is typed, the ending that it gets, and what is there already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from jiebei_desktop.files.sample import sample_plan
from tests.conftest import TODAY
from tests.ui.conftest import press
from tests.ui.desks import in_turn


@pytest.mark.parametrize(("button", "kept"), [("取消", True), ("换掉", False)])
def test_an_ending_that_is_added_replaces_nothing_without_asking(qtbot, window, store, answer, tmp_path, button, kept):
    store.replace(sample_plan(TODAY))
    theirs = tmp_path / "借款.csv"
    theirs.write_bytes(b"of before")

    def type_name(asked) -> None:
        asked.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "借款"))
        asked.accept()

    said = in_turn(answer, type_name, press(button))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert said[1:] == ["已经有一个文件叫 借款.csv。"]
    assert (theirs.read_bytes() == b"of before") is kept
