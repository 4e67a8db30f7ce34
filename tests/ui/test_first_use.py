"""A new user finds out what being a week late costs on a loan of their own: presses and seconds are counted."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.overview import OverviewPage
from jiebei_desktop.ui.window import MainWindow
from tests.conftest import TODAY
from tests.ui.human import Hands, focus

CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_PRESSES, MOST_SECONDS = 12, 60

# 8,000 yuan by 12 equal instalments, drawn today, the first due in 30 days. The instalment at a daily rate d is
# 8,000 × m / (1 − (1 + m)^−12) with m = 30 d; its principal is that less the first month's 8,000 × m of interest; a
# week late costs that principal × d × 1.5 × 7, and nothing on the interest.
#   0.04 %: 720.38 − 96.00 = 624.38; × 0.0006 × 7 = 2.622396
#   0.05 %: 734.17 − 120.00 = 614.17; × 0.00075 × 7 = 3.224393
PRINTED = [("0.04", "720.38", "2.62"), ("0.05", "734.17", "3.22")]


@pytest.fixture
def first(window: MainWindow) -> MainWindow:
    """The window as it is at the first start: no plan, and nothing chosen."""
    window.show_page(place_of("overview"))
    assert window.store.plan.loans == ()
    assert window.page(OverviewPage).welcome.isVisible()
    return window


def answered(window: MainWindow, instalment: str, cost: str) -> None:
    """Check that the own loan is there and that the page says what a week costs."""
    (loan,) = window.store.plan.loans
    assert (loan.product, loan.principal, loan.periods, loan.start_date) == ("jiebei", Decimal(8000), 12, TODAY)
    assert f"要还 {instalment} 元" not in window.page(LatePage).headline.answer.text()
    assert window.pages.current is window.page(LatePage)
    assert window.page(LatePage).days == 7
    assert f"借呗 12 期 {cost} 元" in window.page(LatePage).headline.answer.text()
    assert f"每期还 {instalment} 元" in window.page(LoansPage).headline.answer.text()


@pytest.mark.parametrize(("rate", "instalment", "cost"), PRINTED)
def test_by_mouse_a_week_late_on_an_own_loan_takes_twelve_presses_and_a_minute_at_most(
    qtbot, first, rate, instalment, cost
):
    hands = Hands(qtbot)
    hands.think()  # three ways
    hands.click(first.page(OverviewPage).welcome.new)
    hands.think()  # the amount, which is selected
    hands.type("8000")
    form = first.page(LoansPage).form
    hands.think()  # 12 instalments are there already
    hands.think()  # the rate that the app prints
    hands.click(form.fields[Field.RATE].editor, times=2)
    hands.type(rate)
    hands.think()
    hands.click(first.sidebar.buttons[place_of("late")])
    hands.think()
    hands.click(first.page(LatePage).picker.days.editor, times=2)
    hands.type("7")
    hands.think()  # the sentence on top
    answered(first, instalment, cost)
    assert hands.presses <= MOST_PRESSES
    assert hands.presses == 6  # so that more of them are seen
    assert hands.seconds < MOST_SECONDS


@pytest.mark.parametrize(("rate", "instalment", "cost"), PRINTED)
def test_by_keyboard_alone_it_takes_as_few(qtbot, first, rate, instalment, cost):
    hands = Hands(qtbot)
    hands.think()
    hands.key(Qt.Key.Key_Tab)  # from the sample to an own loan
    hands.key(Qt.Key.Key_Space)
    hands.think()
    hands.type("8000")
    hands.think()
    for _ in range(5):  # the day, its calendar, the number and the kind of instalments, the rate
        hands.key(Qt.Key.Key_Tab)
    hands.type(rate)
    hands.think()
    hands.key(Qt.Key.Key_4, CONTROL)  # as the page's name in the sidebar says
    hands.think()
    for _ in range(4):  # two loans, the slider, the number of days
        hands.key(Qt.Key.Key_Tab)
    hands.type("7")
    hands.think()
    answered(first, instalment, cost)
    assert hands.presses == MOST_PRESSES
    assert hands.seconds < MOST_SECONDS


def test_the_walk_through_the_sample_takes_four_presses_from_the_first_page_to_an_own_loan(qtbot, first):
    hands = Hands(qtbot)
    hands.key(Qt.Key.Key_Space)  # the sample has the focus
    told = first.tour.bar.said.text()
    for _ in range(2):
        hands.key(Qt.Key.Key_Space)
        told += first.tour.bar.said.text()
    hands.key(Qt.Key.Key_Space)
    assert hands.presses == 4
    assert focus() is first.page(LoansPage).form.fields[Field.PRINCIPAL].editor
    reading = len(told) / 300 * 60  # seconds, at 300 characters a minute
    assert hands.seconds + reading < 2 * MOST_SECONDS


def test_the_first_key_on_the_first_page_is_for_what_there_is_to_do(first):
    assert focus() is first.page(OverviewPage).welcome.sample
    assert QApplication.activeModalWidget() is None  # nothing has to be put away first
