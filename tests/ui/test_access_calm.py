"""Calm: nothing moves on its own, and what takes long says in words what it does."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QStyle, QStyleOption

from jiebei_desktop.ui.app import application
from jiebei_desktop.ui.pages import place_of
from tests.ui.access_hand import full_plan

UI = Path(__file__).parents[2] / "jiebei_desktop" / "ui"
EFFECTS = ("AnimateMenu", "FadeMenu", "AnimateCombo", "AnimateTooltip", "FadeTooltip", "AnimateToolBox")
MOVING = r"QPropertyAnimation|QVariantAnimation|QTimeLine|QScroller|QMovie|QGraphicsOpacityEffect|setBusy|setAnimated"


def test_menus_lists_and_hints_are_there_at_once_even_where_the_system_moves_them(qapp):
    for name in EFFECTS:
        QApplication.setEffectEnabled(Qt.UIEffect[f"UI_{name}"], True)
    application()
    assert [name for name in EFFECTS if QApplication.isEffectEnabled(Qt.UIEffect[f"UI_{name}"])] == []


def test_no_widget_takes_time_to_change_its_look(window):
    style, option = window.style(), QStyleOption()
    assert style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, option, window) == 0
    assert style.styleHint(QStyle.StyleHint.SH_ScrollBar_Transient, option, window) == 0  # none comes and goes


def test_nothing_in_the_program_moves():
    moving = {
        path.name: found for path in UI.rglob("*.py") if (found := re.findall(MOVING, path.read_text(encoding="utf-8")))
    }
    assert moving == {}


@pytest.mark.parametrize("page", ["payoff", "stress"])
def test_long_work_shows_how_far_it_is_and_says_it_beside(qtbot, window, store, page):
    store.replace(full_plan())
    window.show_page(place_of(page))
    shown = window.pages.current
    bar = shown.findChild(QProgressBar)
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() > bar.minimum()  # else stripes would run for ever
    assert bar.accessibleName()
    beside = [each.text() for each in shown.findChildren(QLabel) if each.isVisible() and "正在" in each.text()]
    assert beside
    qtbot.waitUntil(lambda: not shown.busy, timeout=60_000)
    assert not bar.isVisible()
