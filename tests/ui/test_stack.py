"""Pages that are not on screen: what they hear, and when; and that a window that is replaced goes as a whole."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from jiebei_desktop import text
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.reconcile import ReconcilePage
from jiebei_desktop.ui.pages.stress import StressPage
from jiebei_desktop.ui.store import Cause, Change
from tests.ui.conftest import type_over

ROUNDS = 3


def named(name: str):
    return sample_plan().model_copy(update={"name": name})


def on(window, name: str):
    """Show a page and return it."""
    window.show_page(place_of(name))
    return window.pages.current


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (Cause.EDIT, Cause.EDIT, Cause.EDIT),
        (Cause.EDIT, Cause.HISTORY, Cause.HISTORY),
        (Cause.HISTORY, Cause.EDIT, Cause.HISTORY),
        (Cause.FROM_OUTSIDE, Cause.HISTORY, Cause.FROM_OUTSIDE),
        (Cause.ANOTHER_PLAN, Cause.EDIT, Cause.ANOTHER_PLAN),
    ],
)
def test_two_changes_are_one_that_was_typed_only_where_both_were(first, second, both):
    one, other, third = named("一"), named("二"), named("三")
    merged = Change(one, other, first).then(Change(other, third, second))
    assert merged == Change(one, third, both)
    assert merged.typed is (both is Cause.EDIT)


def test_a_page_out_of_sight_does_nothing_until_it_is_shown(window, store):
    late = on(window, "late")
    before = late.headline.answer.text()
    on(window, "loans")
    store.replace(sample_plan())
    assert late.headline.answer.text() == before
    assert late.picker.subjects[0].loan is None
    assert on(window, "late") is late
    assert late.picker.subjects[0].loan == store.plan.loans[0]
    assert late.headline.answer.text() != before


def test_who_asks_for_a_page_gets_it_with_the_plan_as_it_is(window, store):
    late = on(window, "late")
    on(window, "loans")
    store.replace(sample_plan())
    assert window.page(LatePage) is late
    assert late.picker.subjects[0].loan == store.plan.loans[0]


def test_what_was_half_typed_is_forgotten_when_a_step_was_undone_meanwhile(qtbot, window, store):
    store.replace(sample_plan())
    field = window.page(LoansPage).form.fields[Field.PRINCIPAL]
    right = field.text()
    type_over(qtbot, field.editor, "x")
    on(window, "compare")
    store.edit("改名", store.plan.model_copy(update={"name": "别的"}))
    on(window, "loans")
    assert field.text() == "x"  # what is typed elsewhere takes nothing away
    on(window, "compare")
    store.undo_stack.undo()
    on(window, "loans")
    assert field.text() == right


def test_a_step_that_was_undone_is_shown_where_it_was_on_a_page_that_slept(window, store):
    store.replace(sample_plan())
    loans = window.page(LoansPage)
    loan = store.plan.loans[0]
    store.edit("再加一笔", store.plan.with_loan(loan.model_copy(update={"id": "b", "name": "装修"})))
    loans.choose("b")
    on(window, "compare")
    store.edit("改第一笔", store.plan.with_loan(loan.model_copy(update={"name": "手机"})))
    store.undo_stack.undo()
    assert window.pages.current is loans
    assert loans.loan == loan


def test_long_work_of_a_page_that_sleeps_is_given_up_and_begun_anew(window, store):
    store.replace(sample_plan())
    stress = on(window, "stress")
    assert stress.busy
    on(window, "loans")
    loan = store.plan.loans[0]
    assert stress.busy  # nothing it follows from has changed
    store.edit("改名", store.plan.model_copy(update={"name": "别的"}))
    assert stress.busy
    store.edit("改金额", store.plan.with_loan(loan.model_copy(update={"name": "手机"})))
    assert not stress.busy
    store.edit("改回", store.plan.with_loan(loan))
    on(window, "stress")
    assert stress.busy  # though all is as it was when it was seen last
    assert window.page(StressPage) is stress


def test_a_window_in_another_look_gets_no_statement_of_a_plan_that_is_gone(start):
    desk = start()
    desk.store.replace(sample_plan())
    on(desk.window, "reconcile").read_sample()
    on(desk.window, "loans")
    desk.store.replace(named("别的"))
    desk.renew()
    assert desk.window.page(ReconcilePage).statement is None


def test_windows_that_were_replaced_are_gone_with_all_that_was_in_them(start):
    desk = start()
    desk.store.replace(sample_plan())
    settings, gone, counts = desk.window.settings, [], []
    for number in range(ROUNDS):
        window = desk.window
        for place in range(len(PAGES)):
            window.show_page(place)
            QApplication.processEvents()
        window.action("why").trigger()
        window.action("palette").trigger()
        window.tour.begin()
        QApplication.processEvents()
        desk.store.edit("改名", desk.store.plan.model_copy(update={"name": str(number)}))
        gone.append(window)
        settings.theme = (ThemeChoice.DARK, ThemeChoice.LIGHT)[number % 2]
        settings.language = (text.ENGLISH, text.CHINESE)[number % 2]
        desk.renew()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
        gc.collect()
        counts.append(len(QApplication.allWidgets()))
    assert not any(isValid(each) for each in gone)
    assert counts == [counts[0]] * ROUNDS
