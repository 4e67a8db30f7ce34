"""The one design module: readable in both themes, and nothing elsewhere goes around it."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from jiebei_desktop.products import Brand
from jiebei_desktop.ui import design
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.widgets.figure_model import Cell, FigureModel, Tone
from jiebei_desktop.ui.widgets.heat_map import ground
from tests.ui.chart_hand import blended
from tests.ui.contrast import EYES, SHAPE, TEXT, contrast, distance

UI = Path(__file__).parents[2] / "jiebei_desktop" / "ui"
THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)


def test_the_measures_themselves():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert distance("#000000", "#FFFFFF", "usual") == pytest.approx(100, abs=0.1)  # L* goes from 0 to 100
    assert distance("#FF0000", "#00FF00", "usual") == pytest.approx(170.6, abs=0.5)  # as tables of CIE 1976 have it
    assert distance("#FF0000", "#00FF00", "deuteranopia") < 100  # red and green come nearer to each other
    assert distance("#B0B0B0", "#B0B0B0", "protanopia") == 0


@THEMES
@pytest.mark.parametrize(
    ("ink", "grounds"),
    [
        ("ink", "ground card hover selected late_ground"),
        ("quiet", "ground card hover selected late_ground"),
        ("jiebei_text", "ground card selected"),
        ("huabei_text", "ground card selected"),
        ("other", "ground card selected"),
        ("late", "ground card selected late_ground"),
        ("good", "ground card selected"),
        ("accent", "ground card selected"),
        ("on_accent", "accent accent_hover"),
    ],
)
def test_text_that_is_painted_is_readable_on_its_grounds(theme, ink, grounds):
    for place in grounds.split():
        assert contrast(getattr(theme, ink), getattr(theme, place)) >= TEXT, place


@THEMES
@pytest.mark.parametrize("shape", ["jiebei", "huabei", "other", "late", "accent", "control", "quiet"])
def test_lines_rings_and_frames_stand_out_from_their_ground(theme, shape):
    for place in ("ground", "card", "hover", "selected", "late_ground"):
        assert contrast(getattr(theme, shape), getattr(theme, place)) >= SHAPE, place


@THEMES
def test_a_ring_inside_a_filled_button_stands_out_from_it(theme):
    assert contrast(theme.on_accent, theme.accent) >= SHAPE


@THEMES
@pytest.mark.parametrize("tone", list(Tone))
def test_every_tone_of_a_table_is_readable_plain_and_in_a_row_that_is_selected(monkeypatch, theme, tone):
    monkeypatch.setattr(design, "_current", theme)
    model = FigureModel()
    model.show_cells([Cell("应还")], [[Cell("1.00", tone)]])
    brush = model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole)
    ink = brush.color().name() if brush else theme.ink
    assert min(contrast(ink, getattr(theme, place)) for place in ("card", "ground", "selected")) >= TEXT


def test_no_table_has_rows_of_another_ground():
    assert [path for path in UI.rglob("*.py") if "AlternatingRow" in path.read_text(encoding="utf-8")] == []


@THEMES
def test_text_is_readable_on_the_darkest_cell_of_a_heat_map_and_on_a_stretch_of_days(monkeypatch, theme):
    monkeypatch.setattr(design, "_current", theme)
    for brand in (*Brand, None):
        assert contrast(theme.ink, ground(theme.brand(brand), 1.0).name()) >= TEXT, brand
    stretch = blended(theme.selected, design.GROUND, theme.card)
    assert contrast(theme.quiet, stretch) >= TEXT
    assert min(contrast(theme.brand(brand), stretch) for brand in Brand) >= SHAPE


@THEMES
@pytest.mark.parametrize("eyes", EYES)
def test_families_lateness_and_what_is_best_are_told_apart_by_all_eyes(theme, eyes):
    meant = {name: getattr(theme, name) for name in ("jiebei", "huabei", "other", "late", "good")}
    near = {
        (one, other): round(distance(meant[one], meant[other], eyes), 1)
        for one, other in combinations(meant, 2)
        if distance(meant[one], meant[other], eyes) < 20
    }
    assert near == {}


@THEMES
def test_each_product_has_its_own_colour(theme):
    assert len({theme.brand(brand) for brand in (*Brand, None)}) == 4


def test_no_colour_is_written_outside_the_design_module():
    for path in UI.rglob("*.py"):
        if path.name != "design.py":
            assert not re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(", path.read_text(encoding="utf-8")), path
    sheet = (UI.parents[1] / "resources" / "style.qss").read_text(encoding="utf-8")
    assert not re.search(r":[^;{]*#[0-9A-Fa-f]{3,6}\b", sheet)


def test_nothing_of_the_look_is_left_that_nothing_uses():
    sheet = (UI.parents[1] / "resources" / "style.qss").read_text(encoding="utf-8")
    code = {path.name: path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    said = "".join(code.values())
    named = set(re.findall(r"#([A-Za-z]\w*)", sheet)) - {"qt_calendar_navigationbar"}  # which is Qt's
    assert [name for name in sorted(named) if f'"{name}"' not in said] == []
    others = "".join(text for name, text in code.items() if name != "design.py")
    written = re.findall(r"^([A-Z][A-Z_]+)(?:: [^=]+)? =", code["design.py"], re.MULTILINE)
    used = {name for name in written if re.search(rf"design\.{name}\b|import .*\b{name}\b", others)}
    used |= {name.upper() for name in re.findall(r"\$\{?(\w+)", sheet)}
    inside = {name for name in written if len(re.findall(rf"\b{name}\b", code["design.py"])) > 1}
    assert [name for name in written if name not in used | inside] == []


def test_no_distance_is_written_outside_the_design_module():
    calls = r"\.(setSpacing|setContentsMargins|setFixedWidth|setFixedHeight|setMinimumWidth|setMaximumWidth)\(([^)]*)\)"
    for path in UI.rglob("*.py"):
        for _, arguments in re.findall(calls, path.read_text(encoding="utf-8")):
            assert not re.search(r"\b([2-9]|\d\d+)\b(?! \*)", arguments), (path, arguments)


@pytest.mark.parametrize("choice", list(design.ThemeChoice))
def test_settings_remember_the_theme(tmp_path, choice):
    path = tmp_path / "settings.ini"
    settings = Settings(path)
    settings.theme = choice
    del settings
    assert Settings(path).theme is choice


def test_a_damaged_settings_file_means_the_defaults(tmp_path):
    path = tmp_path / "settings.ini"
    path.write_bytes(b"\x00\xff[General]\ntheme=purple\nlanguage=tlh\nlast_folder=/nowhere\ngeometry=5\n")
    settings = Settings(path)
    assert settings.theme is design.ThemeChoice.SYSTEM
    assert settings.language in {"zh", "en"}
    assert settings.last_folder.is_dir()
    assert settings.geometry is None
