"""The one design module: readable in both themes, and nothing elsewhere goes around it."""

import re
from pathlib import Path

import pytest

from jiebei_desktop.products import Brand
from jiebei_desktop.ui import design
from jiebei_desktop.ui.settings import Settings

UI = Path(__file__).parents[2] / "jiebei_desktop" / "ui"
THEMES = pytest.mark.parametrize("theme", [design.LIGHT, design.DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2's contrast ratio."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("ink", "ground"),
        ("ink", "card"),
        ("ink", "hover"),
        ("ink", "selected"),
        ("quiet", "ground"),
        ("quiet", "card"),
        ("quiet", "selected"),
        ("jiebei_text", "card"),
        ("huabei_text", "card"),
        ("late", "card"),
        ("late", "late_ground"),
        ("good", "card"),
        ("good", "selected"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
    ],
)
def test_text_is_readable_on_its_ground(theme, ink, ground):
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("shape", ["jiebei", "huabei", "accent", "control"])
def test_shapes_stand_out_from_their_card(theme, shape):
    assert contrast(getattr(theme, shape), theme.card) >= 3


@THEMES
def test_each_product_has_its_own_colour(theme):
    assert len({theme.brand(brand) for brand in (*Brand, None)}) == 4


def test_no_colour_is_written_outside_the_design_module():
    for path in UI.rglob("*.py"):
        if path.name != "design.py":
            assert not re.search(r"#[0-9A-Fa-f]{6}\b|QColor\(", path.read_text(encoding="utf-8")), path
    sheet = (UI.parents[1] / "resources" / "style.qss").read_text(encoding="utf-8")
    assert not re.search(r":[^;{]*#[0-9A-Fa-f]{3,6}\b", sheet)


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
