"""Nothing is cut off: every page and dialog, in small windows, large texts, long words and plans that ask much.

By default the worst corners are looked at; `JIEHUA_FITTING=all` looks at every size, language and plan.
"""

import os
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QWidget

from jiebei_desktop import text
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.ui import design
from jiebei_desktop.ui.app import Desk, application
from jiebei_desktop.ui.design import TEXT_SIZES, ThemeChoice
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.stress import StressPage
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.snapshot import settle
from jiebei_desktop.ui.widgets.basics import label
from jiebei_desktop.ui.widgets.even import Even
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.short_label import ShortLabel, shortened
from jiebei_desktop.ui.widgets.sides import Side, Sides
from tests.ui.access_dialogs import DIALOGS, filled
from tests.ui.desks import end
from tests.ui.fitting import faults, painted_texts
from tests.ui.full_plans import LONG_NAME, awkward_plan, stretch_all, stretched

SMALL, USUAL, LARGE = (1024, 700), (1280, 800), (1920, 1080)
STRETCHED = "en+40%"
PLANS = {"sample": sample_plan, "empty": None, "awkward": awkward_plan}


class Corner(NamedTuple):
    """How a window is, and what is in it."""

    language: str
    text_size: int
    size: tuple[int, int]
    plan: str


CORNERS = (
    Corner("zh", 100, SMALL, "awkward"),
    Corner("zh", 200, SMALL, "sample"),
    Corner("en", 200, SMALL, "empty"),
    Corner("en", 200, USUAL, "sample"),
    Corner(STRETCHED, 100, SMALL, "sample"),
    Corner(STRETCHED, 125, USUAL, "sample"),
)
ALL = tuple(
    Corner(*each)
    for each in product(("zh", "en", STRETCHED), TEXT_SIZES, (SMALL, USUAL, LARGE), PLANS)
    # words 40 % longer in letters twice as large are no language
    if not (each[0] == STRETCHED and each[1] > 150)
)
LOOKED_AT = ALL if os.environ.get("JIEHUA_FITTING") == "all" else CORNERS


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Iterator[Callable[..., Desk]]:
    """A way to start the program in a language, a size of texts and a size of the window."""
    desks = []

    def start(language: str, text_size: int, size: tuple[int, int]) -> Desk:
        with monkeypatch.context() as patched:
            if language == STRETCHED:
                patched.setattr(text, "read_catalogue", text.read_catalogue)  # put back afterwards
                stretch_all(text)
            settings = Settings(tmp_path / "settings.ini")
            settings.language, settings.theme, settings.text_size = language[:2], ThemeChoice.LIGHT, text_size
            made = Desk(application(), settings)
        desks.append(made)
        made.window.resize(*size)
        made.window.show()
        return made

    yield start
    for made in desks:
        end(made)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # or the next look is given to them, too
    design.choose(QApplication.instance(), ThemeChoice.LIGHT)


def views(desk: Desk) -> Iterator[str]:
    """Go from page to page, and from tab to tab; yields the name of what is on screen."""
    for index, place in enumerate(PAGES):
        desk.window.show_page(index)
        page = desk.window.pages.current
        settle(page)
        tabs = page.findChild(QTabWidget)
        for tab in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(tab)
                settle(page)
            yield f"{place.name} {tab}"


@pytest.mark.parametrize("corner", LOOKED_AT, ids=lambda corner: "-".join(map(str, corner)).replace(" ", ""))
def test_nothing_is_cut_on_any_page(desk, corner):
    made = desk(corner.language, corner.text_size, corner.size)
    if PLANS[corner.plan]:
        made.store.replace(PLANS[corner.plan](made.store.today))
    assert made.window.size() == QSize(*corner.size)
    found = [f"{name}: {fault}" for name in views(made) for fault in faults(made.window)]
    assert found == []


@pytest.mark.parametrize(("language", "text_size"), [("zh", 200), ("en", 200), ("en", 100)])
def test_every_dialog_fits_into_the_smallest_window(desk, tmp_path, language, text_size):
    made = desk(language, text_size, SMALL)
    filled(made, tmp_path)
    found = []
    for name, make in DIALOGS.items():
        dialog = make(made)
        dialog.show()
        settle_dialog(dialog)
        dialog.resize(dialog.size().boundedTo(QSize(*SMALL)))  # as on a screen of this size
        settle_dialog(dialog)
        assert dialog.width() <= SMALL[0], name
        assert dialog.height() <= SMALL[1], name
        buttons = [button for button in dialog.findChildren(QPushButton) if button.isDefault() and button.isVisible()]
        out = [button.text() for button in buttons if not button.visibleRegion().boundingRect().contains(button.rect())]
        found += [f"{name}: {fault}" for fault in faults(dialog)]
        found += [f"{name}: {button} is out of sight" for button in out]
        dialog.hide()
        dialog.deleteLater()
    assert found == []


def settle_dialog(dialog: QDialog) -> None:
    for _ in range(12):
        QApplication.processEvents()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_a_small_screen_every_page_has_its_sentence_and_what_is_first_below_in_sight(desk, language):
    made = desk(language, 100, SMALL)
    made.store.replace(sample_plan(made.store.today))
    for name in views(made):
        page = made.window.pages.current
        sentence = page.headline.answer
        assert sentence.visibleRegion().boundingRect() == sentence.rect(), name
        below = QRect(0, sentence.mapTo(page, QPoint(0, sentence.height())).y(), page.width(), page.height())
        cards = [card for card in page.findChildren(QWidget) if card.objectName() in CARDS and card.isVisible()]
        tops = [QRect(card.mapTo(page, QPoint()), QSize(1, design.HEAD_HEIGHT)) for card in cards]
        assert any(below.contains(top) for top in tops), name


CARDS = {"card", "lateCard", "helpList", "plain"}


def test_a_text_size_is_remembered_and_grows_what_holds_text_but_not_distances_or_paper(desk, tmp_path):
    before = {name: getattr(design, name) for name in ("GRID", "SPACE", "PAPER_TEXT", "PAPER_LETTER", "LINE_WIDTH")}
    made = desk("zh", 200, USUAL)
    assert Settings(tmp_path / "settings.ini").text_size == 200
    assert (design.TEXT, design.SMALL, design.LARGE, design.ICON) == (28, 24, 44, 40)
    # 36 pixels are 22 of text and 14 around it, which stay; its borders of one pixel each are taken off as before
    assert (design.CONTROL_HEIGHT, design.BUTTON_HEIGHT) == (58, 56)
    assert {name: getattr(design, name) for name in before} == before
    assert made.window.topbar.name.fontMetrics().height() > 1.8 * small_letters()


def small_letters() -> int:
    """Return how high a line is in the usual size: 14 pixels of letters."""
    return QLabel(font=design.text_font(14)).fontMetrics().height()


def test_choosing_a_text_size_from_the_menu_makes_the_window_anew_on_the_same_page(desk):
    made = desk("zh", 100, USUAL)
    made.window.show_page(place_of("budget"))
    first = made.window
    menus = {action.text(): action.menu() for action in first.topbar.menu_button.menu().actions()}
    chosen = {action.text(): action for action in menus["文字大小"].actions()}
    assert list(chosen) == ["100%", "125%", "150%", "200%"]
    assert chosen["100%"].isChecked()
    chosen["150%"].trigger()
    assert made.window is not first
    assert made.window.pages.current.name == "budget"
    assert made.window.font().pixelSize() == 21
    menus = {action.text(): action.menu() for action in made.window.topbar.menu_button.menu().actions()}
    assert [action.text() for action in menus["文字大小"].actions() if action.isChecked()] == ["150%"]


def test_a_page_that_keys_lead_to_begins_at_its_top(qtbot, desk):
    made = desk("zh", 200, USUAL)
    made.store.replace(sample_plan(made.store.today))
    made.window.show_page(place_of("payoff"))
    settle(made.window.pages.current)
    assert made.window.pages.current.hasFocus()
    qtbot.keyClick(made.window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    page = made.window.page(StressPage)
    settle(page)
    assert page.hasFocus()
    assert page.area.verticalScrollBar().maximum() > 0
    assert page.area.verticalScrollBar().value() == 0


def test_what_the_tour_points_at_is_on_top_in_large_texts_too(desk):
    made = desk("en", 200, USUAL)
    made.store.replace(sample_plan(made.store.today))
    made.window.tour.begin(1)
    page = made.window.page(LatePage)
    settle(page)
    assert page.area.verticalScrollBar().value() == page.books.mapTo(page.area.widget(), QPoint()).y()


def test_an_unknown_text_size_in_the_settings_means_the_usual_one(tmp_path):
    sizes = {"7": 100, "purple": 100, "": 100, "100000": 100, "1e2": 100, "125": 125}
    for place, (written, size) in enumerate(sizes.items()):
        path = tmp_path / f"settings{place}.ini"
        path.write_text(f"[General]\ntext_size={written}\n", encoding="utf-8")
        assert Settings(path).text_size == size


def test_words_are_stretched_and_fields_are_not():
    assert stretched("Save {name} today") == "Save~~ {name} today~~"
    assert stretched("{days} {days:day|days} late") == "{days} {days:day|days} late~~"
    assert stretched("¥ 3.50") == "¥ 3.50"


# --- the measure itself -----------------------------------------------------------------------------------------------


@pytest.fixture
def host(qtbot) -> QWidget:
    design.choose(QApplication.instance(), ThemeChoice.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    return made


def held(host: QWidget, *parts: QWidget, width: int = 400) -> QWidget:
    line = QHBoxLayout(host)
    for part in parts:
        line.addWidget(part)
    host.resize(width, 200)
    host.show()
    QApplication.processEvents()
    return host


def test_the_measure_finds_a_label_that_is_too_narrow_for_its_text(host):
    cut = QLabel("一句很长很长的话")
    cut.setFixedWidth(30)
    found = faults(held(host, cut))
    assert len(found) == 1
    assert "'一句很长很长的话' is" in found[0]
    cut.setFixedWidth(cut.sizeHint().width())
    QApplication.processEvents()
    assert faults(host) == []


def test_the_measure_finds_lines_that_are_cut_off_below(host):
    cut = label("很长的一段话，要好几行才写得完。" * 10, wrap=True)
    cut.setFixedSize(120, 40)
    assert any("high in 40" in fault for fault in faults(held(host, cut)))


def test_the_measure_finds_a_button_that_is_too_narrow(host):
    button = QPushButton("按照 App 里的明示表核对")
    button.setFixedWidth(60)
    assert any("按照 App 里的明示表核对" in fault for fault in faults(held(host, button)))


def test_the_measure_finds_what_lies_over_something_else_and_what_sticks_out(host):
    one, other = QLabel("甲"), QLabel("乙")
    held(host, one, other)
    other.setGeometry(one.geometry())
    assert any("overlap" in fault for fault in faults(host))
    other.setGeometry(380, 190, 60, 40)
    assert any("sticks out" in fault for fault in faults(host))


def test_the_measure_reads_painted_texts_at_their_places(host):
    short = ShortLabel()
    short.setText("12,000.00")
    held(host, short)
    (said, place), *more = painted_texts(short)
    assert (said, more) == ("12,000.00", [])
    assert QRect(QPoint(), short.size()).contains(place.toAlignedRect())


# --- what gives way ---------------------------------------------------------------------------------------------------


def test_a_short_label_says_the_whole_text_on_hover(host):
    short = ShortLabel()
    short.setText(LONG_NAME)
    held(host, short, width=120)
    assert short.width() < short.sizeHint().width()
    assert short.toolTip() == short.text() == LONG_NAME
    (said, _), *_ = painted_texts(short)
    assert said.endswith("…")
    assert LONG_NAME.startswith(said[:-1])


def test_a_short_name_stays_as_it_is_and_a_long_one_is_no_wider_than_a_name_may_be(host):
    assert shortened("装修") == "装修"
    assert QLabel(font=design.text_font()).fontMetrics().horizontalAdvance(shortened(LONG_NAME)) <= design.CYCLE_FIELD


def test_names_that_differ_at_their_end_differ_when_they_are_short_too(host):
    first, second = (shortened(f"Huabei instalments × 12 (of 2026-{month}-20)") for month in ("08", "09"))
    assert "…" in first
    assert first.endswith("2026-08-20)")
    assert second.endswith("2026-09-20)")


def test_sides_go_below_one_another_where_there_is_too_little_room(host):
    left, right = QWidget(), QWidget()
    sides = Sides(Side(left, 300, fixed=True), Side(right, 200, height=150))
    held(host, sides, width=600)
    assert (left.width(), left.y(), right.y()) == (300, 0, 0)
    host.resize(400, 600)
    QApplication.processEvents()
    assert right.y() >= left.y() + left.height()
    assert left.width() == right.width() == sides.width()
    assert right.height() >= 150
    host.resize(600, 600)
    QApplication.processEvents()
    assert (left.width(), right.y()) == (300, 0)


def test_even_parts_stand_in_rows_about_as_long_as_another(host):
    parts = [QWidget() for _ in range(6)]
    for part in parts:
        part.setMinimumSize(100, 20)
    even = Even(parts, spacing=10)
    held(host, even, width=700)
    for width, columns in ((700, 6), (560, 3), (360, 3), (300, 2), (150, 1)):
        host.resize(width, 400)
        for _ in range(3):
            QApplication.processEvents()
        assert len({part.x() for part in parts}) == columns, width


def test_a_line_that_is_filled_gives_what_is_left_to_what_can_use_it(host):
    flow = FlowLayout(10, 5, fill=True)
    fixed, wide = QLabel("甲"), QPushButton("乙")
    fixed.setFixedSize(100, 20)
    wide.setSizePolicy(wide.sizePolicy().Policy.Expanding, wide.sizePolicy().Policy.Fixed)
    inside = QWidget()
    for part in (fixed, wide):
        flow.addWidget(part)
    inside.setLayout(flow)
    held(host, inside, width=500)
    assert wide.geometry().right() == inside.width() - 1
    assert wide.x() == 110
