"""What the window says when something goes wrong: what happened, what is safe, what to do; nothing has to be put away
before the user can go on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop.files.plan_file import save_plan
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.reconcile import ReconcilePage
from jiebei_desktop.ui.remarks import Act
from jiebei_desktop.ui.widgets.saving import warn
from tests.conftest import TODAY
from tests.ui.conftest import type_over

LEFT = Qt.MouseButton.LeftButton
SAFE = "这里的计划也没有动；有别的副本的话，打开那份试试。"


@pytest.fixture
def broken(tmp_path):
    path = tmp_path / "坏了.jiehua"
    path.write_bytes(b"{")
    return path


def test_a_file_that_does_not_open_is_told_of_on_the_board_and_stops_nothing(qtbot, window, store, broken):
    store.replace(sample_plan(TODAY))
    plan = store.plan
    assert not window.files.open(broken)
    assert QApplication.activeModalWidget() is None
    assert window.notice.text == f"⚠ 坏了.jiehua 读不了：文件不完整，后面的内容没有了。文件没有被改动。{SAFE}"
    assert broken.read_bytes() == b"{"
    assert store.plan is plan
    type_over(qtbot, window.topbar.name, "接着改")
    assert store.plan.name == "接着改"
    assert SAFE in window.notice.text  # an edit does not take it away unread


def test_it_is_put_away_by_its_button(qtbot, window, broken):
    window.files.open(broken)
    qtbot.mouseClick(window.notice.button(Act.PUT_AWAY), LEFT)
    assert window.notice.text == ""
    assert not window.notice.isVisible()


@pytest.mark.parametrize("then", ["another plan", "the same saved"])
def test_it_goes_once_a_file_is_opened_or_saved(window, store, broken, tmp_path, then):
    good = tmp_path / "好的.jiehua"
    window.files.open(broken)
    if then == "another plan":
        save_plan(good, sample_plan(TODAY))
        assert window.files.open(good)
    else:
        assert window.files.save_to(good)
    assert window.notice.text == ""


def test_the_newest_trouble_takes_the_place_of_the_one_before(window, broken, tmp_path):
    window.files.open(broken)
    window.files.open(tmp_path / "没有的.jiehua")
    assert window.notice.text == f"⚠ 打不开 没有的.jiehua：文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）。{SAFE}"


def test_what_is_said_inside_the_window_reaches_its_board(window):
    warn(window.pages.current, "试一试。")
    assert window.notice.text == "⚠ 试一试。"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "文件是空的，可能没有下载完，请重新下载"),
        ("日期,金额\n2026-01-01,5\n".encode(), "不是支付宝的交易明细；请选支付宝发来的 .csv 或 .zip"),
        (b"%PDF-1.7", "这是一个 PDF，请选支付宝发来的原始 .csv 或 .zip"),
    ],
)
def test_a_statement_that_is_none_says_what_to_choose_and_that_nothing_was_changed(
    qtbot, window, store, tmp_path, content, why
):
    window.show_page(place_of("reconcile"))
    page = window.page(ReconcilePage)
    path = tmp_path / "账单.csv"
    path.write_bytes(content)
    plan = store.plan
    page.read(path)
    qtbot.waitUntil(lambda: not page.busy)
    assert why in page.notice.text
    assert page.notice.text.endswith("。计划和这个文件都没有动。")
    assert page.statement is None
    assert store.plan is plan
    assert QApplication.activeModalWidget() is None
