"""What is really on the screen: words stand out from their ground, and nothing is told by colour alone."""

import numpy as np
import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabWidget, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.widgets.basics import Card, Notice
from jiebei_desktop.ui.widgets.chart import Chart
from jiebei_desktop.ui.widgets.fields import TextField
from jiebei_desktop.ui.widgets.figure_model import Cell, FigureModel, Tone
from jiebei_desktop.ui.widgets.month_bars import BarStyle, paint_part
from tests.ui.access_hand import called, plans, settle
from tests.ui.contrast import SHAPE, TEXT, contrasts, luminances

SCALE = 2
"""Pixels of a point: so that thin strokes are as dark somewhere as their ink."""
THEMES = pytest.mark.parametrize("theme", [design.ThemeChoice.LIGHT, design.ThemeChoice.DARK])


@pytest.fixture
def desk(start, settings, theme) -> Desk:
    settings.theme = theme
    made = start()
    made.window.resize(*design.USUAL_WINDOW)
    QApplication.processEvents()
    return made


def seen(window: QWidget) -> np.ndarray:
    """Return the luminance of each pixel of a window."""
    image = QImage(window.size() * SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SCALE)
    window.render(image)
    return luminances(image)


def faint(root: QWidget) -> list[str]:
    """Return the labels and buttons whose words do not stand out from their ground as they have to."""
    picture = seen(root)
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text().strip():
            continue
        if widget.visibleRegion().boundingRect() != widget.rect():  # nobody reads what is cut off
            continue
        place = QRect(widget.mapTo(root, widget.rect().topLeft()) * SCALE, widget.size() * SCALE)
        part = picture[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
        inner = part[3 * SCALE : -3 * SCALE, 3 * SCALE : -3 * SCALE] if isinstance(widget, QAbstractButton) else part
        levels, counts = np.unique(inner.round(4), return_counts=True)
        ratio = float(contrasts(inner, float(levels[counts.argmax()])).max())
        if ratio < (TEXT if widget.isEnabled() else SHAPE):
            found.append(f"{called(widget)} {widget.text()[:12]!r} {ratio:.2f}")
    return found


@THEMES
@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_words_on_a_page_stand_out_as_painted(desk, rules, name):
    desk.store.replace(plans(rules)["sample"])
    window = desk.window
    window.show_page(place_of(name))
    page = window.pages.current
    tabs = page.findChild(QTabWidget)
    for view in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(view)
        settle(page)
        assert faint(window) == [], view


def painted(paint) -> bytes:
    """Return what something looks like in greys."""
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(design.colour(design.current().card))
    painter = QPainter(image)
    paint(painter, QRectF(6, 6, 48, 18))
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def test_parts_of_bars_have_patterns_of_their_own(monkeypatch):
    monkeypatch.setattr(BarStyle, "colour", design.current().ink)  # as if there were one colour only
    pictures = {painted(lambda painter, place, style=style: paint_part(painter, place, style)) for style in BarStyle}
    assert len(pictures) >= len(BarStyle) - 1  # the plain one is alone in its chart


@pytest.mark.parametrize("theme", [design.ThemeChoice.LIGHT])
@pytest.mark.parametrize("name", [page.name for page in PAGES])
def test_legends_in_one_colour_still_tell_everything_apart(desk, rules, monkeypatch, name):
    desk.store.replace(plans(rules)["full"])
    window = desk.window
    window.resize(1280, 6000)
    window.show_page(place_of(name))
    for _ in range(3):
        settle(window.pages.current)
    theme, colour = design.current(), design.colour
    monkeypatch.setattr(
        design, "colour", lambda value, alpha=1.0: colour(value if value == theme.card else theme.ink, alpha)
    )
    for chart in window.pages.current.findChildren(Chart):
        samples = [painted(entry.sample) for entry in chart._legend() if entry.sample] if chart._count() else []
        assert len(set(samples)) == len(samples), called(chart)


@pytest.mark.parametrize(
    ("text", "tone", "shown"),
    [
        ("1.00", Tone.PLAIN, "1.00"),
        ("1.00", Tone.BEST, "✓ 1.00"),
        ("57%", Tone.WRONG, "⚠ 57%"),
        ("−464.77", Tone.WRONG, "−464.77"),  # a minus says it
        ("没还 2,491.09", Tone.WRONG, "没还 2,491.09"),  # so do words
        ("⚠ 43", Tone.WRONG, "⚠ 43"),
    ],
)
def test_a_figure_that_is_best_or_in_trouble_has_a_sign(text, tone, shown):
    model = FigureModel()
    model.show_cells([Cell("")], [[Cell(text, tone)]])
    assert model.index(0, 0).data() == shown
    assert model.text(model.index(0, 0)) == text  # what is copied is the bare figure


def test_a_notice_and_a_fault_have_a_sign(qtbot):
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("读不了")
    assert notice.text == "⚠ 读不了"
    field = TextField("借了多少", "元")
    qtbot.addWidget(field)
    field.say("不是数字")
    assert field.message.text() == "⚠ 不是数字"


def test_the_look_at_words_finds_faint_ones(qtbot):
    card = Card("标题")
    qtbot.addWidget(card)
    words = QLabel("看不清的字")
    words.setStyleSheet(f"color: {design.current().line}")  # as a frame is painted, which is no ink
    card.body.addWidget(words)
    card.show()
    QApplication.processEvents()
    assert len(faint(card)) == 1
