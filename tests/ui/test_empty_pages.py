"""Pages that have nothing to work with yet: a sentence, and the one thing to do."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from jiebei_desktop.engine.bill import Pay
from jiebei_desktop.files.plan_file import save_plan
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import EntryKind
from jiebei_desktop.planning.entry import Field, new_plan
from jiebei_desktop.planning.offers import BillOption
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.pages.budget import BudgetPage
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.overview import OverviewPage
from jiebei_desktop.ui.pages.payoff import PayoffPage
from jiebei_desktop.ui.pages.reconcile import ReconcilePage
from jiebei_desktop.ui.pages.stress import StressPage
from jiebei_desktop.ui.welcome import Welcome
from tests.conftest import TODAY
from tests.ui.conftest import choose_file

LEFT = Qt.MouseButton.LeftButton
WANTS_A_LOAN = {"loans": "填一笔借款", "late": "填一笔借款", "payoff": "填一笔借款"}


def primary(window) -> list[str]:
    """Return what stands out on the page in sight as the thing to do."""
    found = window.pages.current.findChildren(QPushButton)
    return [button.text() for button in found if button.objectName() == "primary" and button.isVisible()]


@pytest.fixture
def welcome(window) -> Welcome:
    window.show_page(place_of("overview"))
    return window.page(OverviewPage).welcome


@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_every_page_of_an_empty_plan_says_a_sentence_and_offers_at_most_one_thing_first(qtbot, window, name):
    window.show_page(place_of(name))
    page = window.pages.current
    qtbot.waitUntil(lambda: not page.busy)
    assert page.headline.answer.text()
    offered = primary(window)
    expected = {
        "overview": ["看示例计划"],
        "compare": [],  # it compares two usual offers at once
        "budget": ["+ 收入"],
        "stress": ["填收入和开支"],
        "reconcile": ["打开支付宝账单…"],
    }
    if name in WANTS_A_LOAN:
        assert offered[0] == WANTS_A_LOAN[name]
    elif name in expected:
        assert offered == expected[name]


@pytest.mark.parametrize("kind", [LoansPage, LatePage, PayoffPage])
def test_one_click_leads_into_the_form_with_the_amount_selected(qtbot, window, kind):
    window.show_page(place_of(kind.name))
    qtbot.mouseClick(window.page(kind).empty.action, LEFT)
    loans = window.page(LoansPage)
    assert window.pages.current is loans
    amount = loans.form.fields[Field.PRINCIPAL].editor
    assert amount.hasFocus()
    assert amount.selectedText() == amount.text() != ""
    window.show_page(place_of(kind.name))
    assert not window.page(kind).empty.isVisible()


@pytest.mark.parametrize("kind", [LoansPage, LatePage, PayoffPage, StressPage])
def test_the_sample_is_the_quiet_second(qtbot, window, kind):
    window.show_page(place_of(kind.name))
    second = window.page(kind).empty.second
    assert second.text() == "看示例计划"
    qtbot.mouseClick(second, LEFT)
    assert window.store.plan.loans[0].id == "seed"
    assert window.tour.place == 0


def test_without_loans_being_late_is_shown_on_the_offers_and_says_so(window):
    window.show_page(place_of("late"))
    page = window.page(LatePage)
    assert page.empty.said.text() == "下面先用“对比”里的两种借法算。填了自己的借款，就按自己的算。"
    assert page.area.isVisible()


def test_without_loans_and_offers_being_late_only_invites(window, store):
    bill = BillOption(pay=Pay.FULL, statement_day=1, due_day=10)
    comparison = store.plan.comparison.with_options((bill,), 0)
    store.edit("只比账单", store.plan.model_copy(update={"comparison": comparison}))
    window.show_page(place_of("late"))
    page = window.page(LatePage)
    assert page.empty.said.text() == "填了自己的借款，就知道晚一天多付多少、有哪些办法。"
    assert not page.area.isVisible()


def test_trying_what_goes_wrong_leads_to_the_budget_and_there_income_comes_first(qtbot, window):
    window.store.edit("借", sample_plan(TODAY).model_copy(update={"budget": window.store.plan.budget}))
    window.show_page(place_of("stress"))
    qtbot.mouseClick(window.page(StressPage).empty.action, LEFT)
    budget = window.page(BudgetPage)
    assert window.pages.current is budget
    income = budget.inputs.add[EntryKind.INCOME]
    assert primary(window) == ["+ 收入"]
    qtbot.mouseClick(income, LEFT)
    assert primary(window) == []  # one is there: the rest is as important
    assert budget.inputs.entry_form.fields[Field.AMOUNT].editor.hasFocus()


# --- the made-up statement --------------------------------------------------------------------------------------------


def test_with_the_sample_a_made_up_statement_is_tried_by_one_click(qtbot, window, store):
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("reconcile"))
    page = window.page(ReconcilePage)
    assert page.how.sample.text() == "先用编的账单试试"
    qtbot.mouseClick(page.how.sample, LEFT)
    assert page.headline.answer.text() == "3 笔对上了，2 笔没找到。"
    assert page.odd.text == "这份账单是编的，只为试一试；真的账单也是这样对。"
    assert page.about.text().startswith("示例账单（编的）.csv：2026-06-15 到 2026-11-24")


def test_it_goes_with_the_sample(qtbot, window, store):
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("reconcile"))
    page = window.page(ReconcilePage)
    qtbot.mouseClick(page.how.sample, LEFT)
    window.action("new").trigger()
    assert page.statement is None
    assert page.how.isVisible()
    assert page.how.sample.text() == "看示例计划"  # which the made-up one is about


def test_in_another_look_it_is_still_the_made_up_one(start):
    desk = start()
    desk.store.replace(sample_plan(desk.store.today))
    desk.window.show_page(place_of("reconcile"))
    desk.window.page(ReconcilePage).how.sample.click()
    desk.renew()
    page = desk.window.page(ReconcilePage)
    assert page.statement is not None
    desk.window.action("new").trigger()
    assert page.statement is None


# --- the welcome ------------------------------------------------------------------------------------------------------


def test_the_first_page_of_an_empty_plan_welcomes_with_three_ways(window, welcome):
    assert welcome.isVisible()
    assert [button.text() for button in (welcome.sample, welcome.new, welcome.open)] == [
        "看示例计划",
        "填自己的借款",
        "打开存过的计划…",
    ]
    assert not welcome.recent.isVisible()
    window.store.replace(sample_plan(TODAY))
    assert not welcome.isVisible()


def test_it_says_where_the_programs_own_files_are_and_copies_the_folder(qtbot, welcome, settings):
    assert str(settings.data_folder) in welcome.place.text()
    qtbot.mouseClick(welcome.copy, LEFT)
    assert Path(QApplication.clipboard().text()) == settings.data_folder


def test_an_own_loan_begins_in_the_form_with_the_amount_selected(qtbot, window, welcome):
    qtbot.mouseClick(welcome.new, LEFT)
    amount = window.page(LoansPage).form.fields[Field.PRINCIPAL].editor
    assert amount.hasFocus()
    assert amount.selectedText() == amount.text() != ""


def test_the_sample_begins_with_its_walk(qtbot, window, welcome):
    qtbot.mouseClick(welcome.sample, LEFT)
    assert window.tour.bar.isVisible()


def test_a_saved_plan_is_opened(qtbot, window, welcome, answer, rules, tmp_path):
    path = tmp_path / "家里.jiehua"
    save_plan(path, sample_plan(TODAY))
    answer(choose_file(path))
    qtbot.mouseClick(welcome.open, LEFT)
    assert window.store.path == path


def test_the_plan_of_before_is_offered_as_long_as_it_is_there(qtbot, window, welcome, tmp_path):
    path = tmp_path / "家里.jiehua"
    save_plan(path, sample_plan(TODAY))
    window.files.open(path)
    window.action("new").trigger()
    window.show_page(place_of("overview"))
    assert welcome.recent.isVisible()
    assert welcome.file.text() == "家里.jiehua"
    qtbot.mouseClick(welcome.recent, LEFT)
    assert window.store.path == path
    window.action("new").trigger()
    path.unlink()
    window.show_page(place_of("loans"))
    window.show_page(place_of("overview"))
    assert not welcome.recent.isVisible()


def test_the_plan_that_is_open_is_not_offered_as_the_one_of_before(window, welcome, rules, tmp_path):
    path = tmp_path / "空的.jiehua"
    save_plan(path, new_plan("空的", rules, TODAY))
    window.files.open(path)
    window.show_page(place_of("overview"))
    assert welcome.isVisible()
    assert not welcome.recent.isVisible()
