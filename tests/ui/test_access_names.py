"""What a screen reader says: names of all that can be used, fields with unit and error, pictures in words."""

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QLabel,
    QProgressBar,
    QScrollBar,
    QTableView,
    QTabWidget,
    QWidget,
)

from jiebei_desktop import text
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.widgets.announcing import voice
from jiebei_desktop.ui.widgets.basics import Notice
from jiebei_desktop.ui.widgets.chart import Chart
from jiebei_desktop.ui.widgets.curves import CurveChart
from jiebei_desktop.ui.widgets.fields import FormField
from jiebei_desktop.ui.widgets.hinted import Hinted
from jiebei_desktop.ui.widgets.picture_words import Against, Told, picture_words
from jiebei_desktop.ui.widgets.pictures import Bars
from jiebei_desktop.ui.window import MainWindow
from tests.conftest import TODAY
from tests.ui.access_dialogs import DIALOGS, filled
from tests.ui.access_hand import called, plans, settle, stops
from tests.ui.conftest import type_over

PICTURES = (Bars, Chart, CurveChart, Hinted)
NAMED = (*PICTURES, QAbstractButton, QAbstractItemView, QAbstractSlider, QProgressBar)
TALL = (1280, 6000)
"""A window in which all of a page is in sight, and so made."""
OF_QT = re.compile("撤销|重做|[上下左右]方向")
"""Words of Qt's own, which are in the language of a window that another test had."""
PAGE = pytest.mark.parametrize("name", [page.name for page in PAGES])


@pytest.fixture
def desk(start) -> Desk:
    made = start()
    made.window.resize(*TALL)
    return made


def spoken(root: QWidget) -> list[QWidget]:
    """Return all that has to have a name: what takes the focus, tables, pictures, bars, buttons, images."""
    shown = [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.window() is root.window() and not isinstance(widget, QScrollBar)
    ]
    kinds = [
        widget
        for widget in shown
        if isinstance(widget, NAMED) or (isinstance(widget, QLabel) and not widget.pixmap().isNull())
    ]
    found = dict.fromkeys([*stops(root), *kinds])
    return [widget for widget in found if not widget.objectName().startswith("qt_") and not is_header(widget)]


def is_header(widget: QWidget) -> bool:
    """Tell whether Qt speaks a widget with the table that it is a part of."""
    parent = widget.parent()
    return isinstance(parent, QTableView) and widget in {parent.horizontalHeader(), parent.verticalHeader()}


def name_of(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found else ""


def nameless(root: QWidget) -> list[str]:
    """Return what has no name, or one without a letter or figure in it."""
    return [called(widget) for widget in spoken(root) if not re.search(r"\w", name_of(widget))]


def views(page: QWidget) -> list[int]:
    tabs = page.findChild(QTabWidget)
    return list(range(tabs.count())) if tabs is not None else [-1]


def show_view(page: QWidget, view: int) -> None:
    tabs = page.findChild(QTabWidget)
    if tabs is not None:
        tabs.setCurrentIndex(view)
    for _ in range(3):  # what comes into sight begins work of its own
        settle(page)


@PAGE
@pytest.mark.parametrize("plan", ["empty", "sample", "full"])
def test_all_of_a_page_has_a_name(desk, rules, name, plan):
    desk.store.replace(plans(rules)[plan])
    desk.window.show_page(place_of(name))
    page = desk.window.pages.current
    for view in views(page):
        show_view(page, view)
        assert nameless(desk.window) == [], view


@pytest.mark.parametrize("name", DIALOGS)
def test_all_of_a_dialog_has_a_name(desk, tmp_path, name):
    filled(desk, tmp_path)
    dialog = DIALOGS[name](desk)
    dialog.open()
    settle(None)
    found = nameless(dialog)
    title = dialog.windowTitle()
    dialog.reject()
    assert found == []
    assert title


@PAGE
def test_names_are_in_the_language_of_the_window(start, settings, name):
    settings.language = text.ENGLISH
    desk = start()
    window = desk.window
    window.resize(*TALL)
    desk.store.replace(sample_plan(SAMPLE_DAY))
    window.show_page(place_of(name))
    page = window.pages.current
    found = []
    for view in views(page):
        show_view(page, view)
        said = [said for widget in spoken(window) for said in (name_of(widget), widget.accessibleDescription())]
        own = [OF_QT.sub("", re.sub("“[^”]*”", "", words)) for words in said]
        found += [words for words in own if re.search(r"[\u4e00-\u9fff]", words)]
    assert found == []


@PAGE
def test_every_picture_says_what_it_shows(desk, rules, name):
    desk.store.replace(plans(rules)["sample"])
    desk.window.show_page(place_of(name))
    page = desk.window.pages.current
    for view in views(page):
        show_view(page, view)
        for picture in page.findChildren(QWidget):
            if isinstance(picture, PICTURES) and picture.isVisible():
                said = f"{picture.accessibleName()} {picture.accessibleDescription()}"
                assert len(re.findall(r"\d", said)) >= 4, called(picture)


def picture(window: MainWindow, page: str, kind: type[QWidget]) -> QWidget:
    """Return the first picture of a page with the sample plan, as it is when nobody has been at it."""
    window.resize(*TALL)
    window.store.replace(sample_plan(TODAY))
    window.show_page(place_of(page))
    for _ in range(3):
        settle(window.pages.current)
    return next(each for each in window.pages.current.findChildren(kind) if each.isVisible())


def test_instalments_as_bars_say_their_span_ends_least_and_most(window):
    assert picture(window, "loans", Bars).accessibleDescription() == (
        "柱状图，07-15 到 11-15。从 2,491.09 元到 2,491.11 元，最少 2,491.09 元（07-15），最多 2,491.11 元（11-15）。"
    )


def test_cost_curves_say_where_one_goes_past_the_other(window):
    costs = picture(window, "compare", CurveChart)
    assert costs.accessibleName().startswith("到 2026-12-15 一共付的利息和手续费：借呗 6 期 532.31 元、")
    said = costs.accessibleDescription()
    assert said.startswith("折线图，2026-06-15 到 2026-12-")
    assert "借呗 6 期：从 0.00 元到 532.31 元，最少 0.00 元（2026-06-15），最多 532.31 元（2026-12-15）。" in said
    assert said.endswith("2026-12-15 起“花呗分期 6 期”比“借呗 6 期”多。")


def test_cash_by_day_says_when_it_is_below_what_is_to_be_kept(window):
    cash = picture(window, "budget", Chart)
    assert cash.accessibleDescription().startswith("折线图，2026-11-24 到 2028-11-24。不再借：从 ")
    assert cash.accessibleDescription().endswith("2026-11-24 第一次低于“要留 300.00”。")


def test_a_level_says_in_words_that_it_is_never_crossed_and_one_place_has_no_span():
    def say(values, *levels):
        return picture_words("折线图", "abc".__getitem__, [Told("", list(map(Decimal, values)))], str, levels)

    assert (
        say([3, 5], Against(Decimal(2), "下限"))
        == "折线图，a 到 b。从 3到 5，最少 3（a），最多 5（b）。没有低于“下限”的。"
    )
    assert say([3], Against(Decimal(2), "上限", over=True)) == "折线图，a。一直是 3。a 第一次超过“上限”。"
    assert say([3, 3], Against(Decimal(4), "上限", over=True)) == "折线图，a 到 b。一直是 3。没有超过“上限”的。"
    assert say([]) == ""


def test_keys_on_a_picture_are_said(qtbot, window):
    cash = picture(window, "budget", Chart)
    said: list[str] = []
    voice().said.connect(said.append)
    cash.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(cash, Qt.Key.Key_Right)
    voice().said.disconnect(said.append)
    assert said[0].startswith("折线图，")  # what there is, when the keys come to it
    assert said[-1] == cash.accessibleDescription()
    assert said[-1].startswith("2026-11-25：")


def test_fields_say_their_unit_and_what_is_wrong_and_that_it_became_wrong(qtbot, window, store):
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("loans"))
    field = window.page(LoansPage).form.fields[Field.PRINCIPAL]
    assert isinstance(field, FormField)
    assert (name_of(field.editor), field.editor.accessibleDescription()) == ("借了多少", "元")
    said: list[str] = []
    voice().said.connect(said.append)
    type_over(qtbot, field.editor, "12x")
    voice().said.disconnect(said.append)
    assert {"这里要填一个数字", "“12x”不是数字"} <= set(said)  # when it was empty, and at the last key
    assert field.editor.accessibleDescription() == "元；“12x”不是数字"
    assert field.message.text() == "⚠ “12x”不是数字"


def test_a_notice_is_said_when_it_appears_and_not_again(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    said: list[str] = []
    voice().said.connect(said.append)
    for words in ("读不了", "读不了", "", "读不了"):
        notice.say(words)
    voice().said.disconnect(said.append)
    assert said == ["读不了", "读不了"]


def test_what_is_said_reaches_the_screen_reader_s_side_without_a_complaint(qtbot, capfd):
    notice = Notice()
    qtbot.addWidget(notice)
    QAccessible.setActive(True)
    notice.say("读不了")
    QApplication.processEvents()
    QAccessible.setActive(False)
    assert capfd.readouterr().err.replace("This plugin does not support propagateSizeHints()\n", "") == ""


def test_tables_say_their_headers_and_cells(window, store):
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("loans"))
    settle(window.pages.current)
    found = QAccessible.queryAccessibleInterface(window.page(LoansPage).result.table)
    said = [found.child(place).text(QAccessible.Text.Name) for place in range(found.childCount())]
    assert said[1:8] == ["期", "还款日", "天数", "本金", "利息", "应还", "还剩本金"]
    assert "2026-07-15" in said
