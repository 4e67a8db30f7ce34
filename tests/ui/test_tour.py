"""The walk through the sample, by mouse and by keyboard, as far as the user wants to go."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop import text
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui import design
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.compare import ComparePage
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.tour import TourBar
from tests.ui.conftest import press, type_over

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(window) -> TourBar:
    window.action("sample").trigger()
    return window.tour.bar


def in_sight(page: LatePage, widget) -> bool:
    """Tell whether the top of a widget is in sight."""
    top = widget.mapTo(page.area.viewport(), QPoint()).y()
    return 0 <= top < page.area.viewport().height()


def test_it_begins_with_the_sample_at_the_comparison(window, bar):
    assert bar.isVisible()
    assert bar.count.text() == "第 1 步，共 3 步"
    assert "算下来是 2,491.09 元" in bar.said.text()
    assert isinstance(window.pages.current, ComparePage)
    assert window.pages.current.card.property("pointed") is True
    assert bar.next.hasFocus()
    assert not bar.back.isEnabled()


def test_three_clicks_lead_through_it_and_into_the_form_of_an_own_loan(qtbot, window, bar):
    qtbot.mouseClick(bar.next, LEFT)
    late = window.page(LatePage)
    assert window.pages.current is late
    assert bar.said.text().startswith("逾期 40 天，已经多付 73.53 元")
    assert late.headline.answer.text() == "晚 40 天多付 73.53 元，全是本金的罚息。"  # the same as the page says
    assert late.books.property("pointed")
    assert not window.page(ComparePage).card.property("pointed")
    qtbot.mouseClick(bar.next, LEFT)
    qtbot.waitUntil(lambda: in_sight(late, late.ways))
    assert "每月 879.65 元" in bar.said.text()
    assert late.ways.property("pointed")
    assert bar.next.text() == "填自己的借款"
    qtbot.mouseClick(bar.next, LEFT)
    assert window.tour.bar is None
    loans = window.page(LoansPage)
    assert window.pages.current is loans
    assert [loan.id for loan in window.store.plan.loans] != ["seed"]
    assert len(window.store.plan.loans) == 1
    amount = loans.form.fields[Field.PRINCIPAL].editor
    assert amount.hasFocus()
    assert amount.selectedText() == amount.text()
    assert not late.ways.property("pointed")


def test_enter_alone_leads_on_and_tab_leads_back(qtbot, window, bar):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert bar.place == 1
    assert bar.next.hasFocus()
    qtbot.keyClick(bar.next, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert bar.back.hasFocus()
    qtbot.keyClick(bar.back, Qt.Key.Key_Space)
    assert bar.place == 0
    assert isinstance(window.pages.current, ComparePage)
    assert bar.next.hasFocus()  # there is nothing before the first


def test_tab_goes_from_the_bar_above_through_the_walk(qtbot, window, bar):
    window.topbar.menu_button.setFocus()
    seen = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [bar.next, bar.end]  # `back` can't be pressed yet


def test_a_screen_reader_hears_the_step_with_the_button_that_leads_on(bar):
    assert bar.next.accessibleDescription() == f"第 1 步，共 3 步 {bar.said.text()}"


@pytest.mark.parametrize("how", ["button", "escape"])
def test_it_can_be_left_at_any_moment_and_the_sample_stays(qtbot, window, bar, how):
    plan = window.store.plan
    if how == "button":
        qtbot.mouseClick(bar.end, LEFT)
    else:
        qtbot.keyClick(bar.next, Qt.Key.Key_Escape)
    assert window.tour.bar is None
    assert window.store.plan is plan
    assert window.pages.current.hasFocus()
    assert not window.page(ComparePage).card.property("pointed")


def test_meanwhile_everything_else_works_and_its_figures_follow(qtbot, window, bar):
    compare = window.page(ComparePage)
    type_over(qtbot, compare.amount.editor, "6000")
    # half of 12,000 costs half: 266.15 of interest, as each period is rounded, against 270.00
    assert "少付 3.85 元" in bar.said.text()
    window.show_page(place_of("budget"))
    assert bar.isVisible()
    qtbot.mouseClick(bar.next, LEFT)
    assert isinstance(window.pages.current, LatePage)


@pytest.mark.parametrize("way", ["another plan", "nothing late any more"])
def test_it_goes_with_the_story_that_it_tells(window, bar, way):
    store = window.store
    if way == "another plan":
        window.action("new").trigger()
    else:
        store.edit("都还了", store.plan.with_loan(store.plan.loans[0].model_copy(update={"unpaid_from": None})))
    assert window.tour.bar is None


def test_a_change_that_is_not_saved_is_asked_about_before_the_own_loan(qtbot, window, bar, answer):
    store = window.store
    store.edit("改名", store.plan.model_copy(update={"name": "我试过的"}))
    qtbot.mouseClick(bar.next, LEFT)
    qtbot.mouseClick(bar.next, LEFT)
    asked = answer(press("取消"))
    qtbot.mouseClick(bar.next, LEFT)
    assert asked == ["“我试过的”有还没保存的改动。"]
    assert window.tour.bar is bar
    assert store.plan.name == "我试过的"


def test_begun_again_it_begins_at_the_first_step(qtbot, window, bar):
    qtbot.mouseClick(bar.next, LEFT)
    window.action("sample").trigger()
    assert window.tour.place == 0
    assert len([each for each in window.findChildren(TourBar) if each.isVisible()]) == 1


@pytest.mark.parametrize("look", ["theme", "language"])
def test_a_window_in_another_look_goes_on_at_the_same_step(qtbot, start, look):
    desk = start()
    desk.window.action("sample").trigger()
    desk.window.tour.bar.next.click()
    before = desk.window.tour.bar.said.text()
    value = {"theme": ThemeChoice.DARK, "language": text.ENGLISH}[look]
    desk.window.topbar.choose_look(look, value)
    assert desk.window.tour.place == 1
    assert isinstance(desk.window.pages.current, LatePage)
    assert desk.window.tour.bar.isVisible()
    assert (desk.window.tour.bar.said.text() == before) is (look == "theme")
    desk.window.topbar.choose_look(look, {"theme": ThemeChoice.LIGHT, "language": text.CHINESE}[look])


def test_one_that_was_left_is_not_begun_again_by_another_look(start):
    desk = start()
    desk.window.action("sample").trigger()
    desk.window.tour.end()
    desk.window.topbar.choose_look("theme", ThemeChoice.DARK)
    assert "tour" not in vars(desk.window)
    desk.window.topbar.choose_look("theme", ThemeChoice.LIGHT)


def test_in_the_least_window_all_its_words_are_there(qtbot, window, bar):
    window.resize(*design.MINIMUM_WINDOW)
    for _ in range(3):
        qtbot.waitUntil(lambda: bar.said.height() >= bar.said.heightForWidth(bar.said.width()))
        assert bar.end.geometry().right() < bar.width()
        if bar.place < 2:
            bar.next.click()
