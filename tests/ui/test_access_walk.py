"""A walk by Tab through every page and every dialog, there and back: all is come to and in sight, nothing is a trap."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget

from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.design import MINIMUM_WINDOW
from jiebei_desktop.ui.pages import PAGES, place_of
from tests.ui.access_dialogs import DIALOGS, filled, kinds
from tests.ui.access_hand import called, out_of_sight, plans, rounds, settle, steps_back, stops

PAGE = pytest.mark.parametrize("name", [page.name for page in PAGES])
PLAN = pytest.mark.parametrize("plan", ["empty", "sample", "full"])
AFTER = {"优惠券、日期…"}
"""After these the way goes up: what is done with a whole column stands beside its name, and is come to after its
fields, for who fills in a column goes from its name to its figures."""


@pytest.fixture
def desk(start) -> Desk:
    """A window as small as it can be, as the program makes it."""
    made = start()
    made.window.resize(*MINIMUM_WINDOW)
    made.window.activateWindow()
    QApplication.processEvents()
    return made


def faults(first: QWidget, root: QWidget, *, back: bool) -> list[str]:
    """Go round once so that all is there that the focus brings forth, and once more looking."""
    page = root.pages.current if hasattr(root, "pages") else None
    for _ in rounds(first, back=back):
        settle(page)
    seen, found = [], []
    for now in rounds(first, back=back):
        settle(page)
        seen.append(now)
        if why := out_of_sight(now):
            found.append(f"out of sight: {why}")
    wanted = stops(root)
    found += [f"left out: {called(each)}" for each in wanted if each not in seen]
    found += [f"twice: {called(each)}" for each in set(seen) if seen.count(each) > 1]
    whole = [first, *seen] if not back else [first, *seen][::-1]
    up = [each for each in steps_back(whole) if not any(f"'{name}' ->" in each for name in AFTER)]
    return found + (up if len(up) > 1 else [])  # one goes from the end to the beginning


@PAGE
@PLAN
def test_tab_comes_to_all_of_a_page_in_the_order_of_reading_and_back(desk, rules, name, plan):
    desk.store.replace(plans(rules)[plan])
    window = desk.window
    window.show_page(place_of(name))
    page = window.pages.current
    settle(page)
    tabs = page.findChild(QTabWidget)
    for view in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(view)
        settle(page)
        first = window.sidebar.buttons[window.page_index]
        assert faults(first, window, back=False) == [], view
        assert faults(first, window, back=True) == [], view


def test_every_dialog_is_walked_through():
    assert kinds() == set(DIALOGS)


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_comes_to_all_of_a_dialog_in_the_order_of_reading_and_back(desk, tmp_path, name):
    filled(desk, tmp_path)
    dialog = shown(DIALOGS[name](desk))
    first = QApplication.focusWidget()
    assert first in stops(dialog), called(first)
    problems = [*faults(first, dialog, back=False), *faults(first, dialog, back=True)]
    dialog.reject()
    assert problems == []


def shown(dialog: QDialog) -> QDialog:
    dialog.open()
    dialog.activateWindow()
    settle(None)
    return dialog
