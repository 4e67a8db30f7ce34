"""Pictures as files: whole, sharp, of vectors where they are asked for, and a plain word where it fails."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox

from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.cash_strip import CashStrip, Lane, Pay
from jiebei_desktop.ui.widgets.curve_lines import Curve
from jiebei_desktop.ui.widgets.curves import CurveChart
from jiebei_desktop.ui.widgets.heat_map import HeatMap
from jiebei_desktop.ui.widgets.picture_out import PictureCard, save_picture
from jiebei_desktop.ui.widgets.pictures import Cycle, CycleStrip

START = date(2026, 11, 24)
DAYS = [date(2026, 12, 24), date(2027, 1, 24)]
THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)
PICTURES = pytest.mark.parametrize("made", [CurveChart, CycleStrip, CashStrip, HeatMap])


def fill(picture) -> None:
    theme = design.current()
    if isinstance(picture, CurveChart):
        picture.show_curves(
            [Curve("借呗 12 期", theme.huabei, 0, [Decimal(day) for day in range(90)])], [], "线", START
        )
    elif isinstance(picture, CycleStrip):
        picture.show_cycles(START, [Cycle("借呗 12 期", theme.huabei, 0, [(day, Decimal(5)) for day in DAYS])])
    elif isinstance(picture, CashStrip):
        pays = [Pay(place, day, Decimal(5), Decimal(1)) for place, day in enumerate(DAYS)]
        picture.show_lanes(START, [Lane("借呗 12 期", theme.huabei, 0, START, Decimal(10), pays)])
    else:
        picture.show_heat(theme.huabei, ["3 期"], ["按时", "晚 1 天"], [[Decimal(1), Decimal(2)]], lambda *_: "", "")


def type_path(dialog: QDialog, path: Path) -> None:
    """Type a path over the one that a file dialog proposes, and accept it."""
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


@pytest.fixture
def make(qtbot):
    def made(kind):
        picture = kind()
        qtbot.addWidget(picture)
        fill(picture)
        picture.resize(600, picture.sizeHint().height() if picture.sizeHint().height() > 0 else picture.height())
        picture.show()
        return picture

    return made


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def full(kind) -> str:
    """Return a colour that is in the picture."""
    theme = design.current()
    return theme.line if kind is HeatMap else theme.huabei


def near(found: set[str], wanted: str) -> bool:
    one = QColor(wanted)
    return any(
        max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue())) < 24
        for two in map(QColor, found)
    )


@THEMES
@PICTURES
def test_a_png_is_sharp_and_on_the_ground_of_a_card(make, monkeypatch, tmp_path, theme, made):
    monkeypatch.setattr(design, "_current", theme)
    picture, path = make(made), tmp_path / "图.png"
    save_picture(picture, path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1200, picture.height() * 2)
    assert image.pixelColor(image.width() - 1, 0).name().upper() == theme.card
    assert near(colours(image), full(made))


@THEMES
@PICTURES
def test_an_svg_has_vectors_and_looks_like_the_picture(make, monkeypatch, tmp_path, theme, made):
    monkeypatch.setattr(design, "_current", theme)
    picture, path = make(made), tmp_path / "图.SVG"
    save_picture(picture, path)
    kinds = [element.tag.rsplit("}", 1)[-1] for element in ElementTree.parse(path).iter()]
    assert "image" not in kinds
    assert "text" in kinds
    assert {"path", "polyline", "rect"} & set(kinds)
    assert ",sans-serif" in path.read_text(encoding="utf-8")
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    assert renderer.viewBox().size() == picture.size()
    image = QImage(picture.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(image.width() - 1, 0).name().upper() == theme.card
    assert near(colours(image), full(made))


def test_a_curve_in_an_svg_is_where_it_is_in_the_window(make, tmp_path):
    chart, path = make(CurveChart), tmp_path / "图.svg"
    save_picture(chart, path)
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(str(path)).render(painter)
    painter.end()
    plot = chart._mark.frame
    for day in (20, 45, 70):
        x, y = round(plot.x(day)), round(plot.y(day)) + chart._view.y()
        around = {image.pixelColor(x, y + off).name() for off in range(-2, 3)}
        assert near(around, design.current().huabei)


@pytest.fixture
def folder(tmp_path) -> Path:
    made = tmp_path / "夹"
    made.mkdir()
    return made


@pytest.fixture
def card(qtbot) -> PictureCard:
    made = PictureCard("花了多少", CurveChart())
    fill(made.picture)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml"), ("a", b"\x89PNG")])
def test_the_button_saves_what_is_asked_for(qtbot, card, answer, folder, name, start):
    seen = answer(lambda dialog: type_path(dialog, folder / name))
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert seen == ["存成图片"]
    written, *others = folder.iterdir()
    assert not others
    assert written.name == (name if "." in name else "a.png")
    assert written.read_bytes().startswith(start)
    assert card.state.text() == f"已存到 {written.name}"
    card.show_summary("换了数")
    assert card.state.text() == ""


def test_another_kind_of_picture_is_named_as_what_it_is(qtbot, card, answer, folder):
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectNameFilter("SVG 图片 (*.svg)")
        type_path(dialog, folder / "图 1.5 版")

    answer(act)
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert [path.name for path in folder.iterdir()] == ["图 1.5 版.svg"]


def test_it_proposes_its_title_and_writes_nothing_when_left(qtbot, card, answer, folder):
    proposed: list[str] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        proposed.extend(Path(name).name for name in dialog.selectedFiles())
        dialog.reject()

    answer(act)
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert proposed == ["花了多少.png"]
    assert card.state.text() == ""


def test_a_folder_that_is_gone_is_said_in_words(qtbot, card, answer, folder):
    warned: list[str] = []

    def warn(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        warned.append(dialog.text())
        dialog.accept()

    def act(dialog: QDialog) -> None:
        folder.rmdir()
        answer(warn)
        type_path(dialog, folder / "a.png")

    answer(act)
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert warned == [
        "没能写到 a.png：文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）。计划没有动，换个地方再存一次就行。"
    ]
    assert card.state.text() == ""


def test_the_summary_can_be_selected_by_mouse_and_keys(card):
    card.show_summary("到 2027-11-24，多付 682.50 元。")
    assert card.summary.text() == "到 2027-11-24，多付 682.50 元。"
    flags = card.summary.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_a_curve_is_as_thick_in_a_picture_as_on_the_screen(make, tmp_path):
    chart = make(CurveChart)
    flat = Curve("平", design.current().huabei, 0, [Decimal(5)] * 90)
    chart.show_curves([flat, flat._replace(colour=design.current().card, values=[Decimal(9)] * 90)], [], "", START)
    frame = chart._mark.frame
    x, y = frame.x(45), frame.y(5) + chart._view.y()

    def thick(image: QImage, scale: int) -> int:
        rows = range(round((y - 6) * scale), round((y + 6) * scale))
        return sum(near({image.pixelColor(round(x * scale), row).name()}, design.current().huabei) for row in rows)

    on_screen = thick(chart.grab().toImage(), 1)
    save_picture(chart, tmp_path / "a.png")
    assert on_screen in {1, 2}  # a line between pixels is blended into them
    assert thick(QImage(str(tmp_path / "a.png")), 2) >= 3
