"""The icons: every size there, and the small ones sharp."""

import importlib.util
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tools.packing import icons
from tools.packing.icons import ICO_SIZES, NAMES, PNG_SIZES, draw, make, write_pngs

needs_pillow = pytest.mark.skipif(importlib.util.find_spec("PIL") is None, reason="Pillow is for builds only")
BLUE, ORANGE = "#ff7da2ff", "#fff2a246"


def colours(image: QImage) -> dict[tuple[int, int], str]:
    """Return every pixel's colour with its opacity."""
    return {
        (x, y): f"#{image.pixelColor(x, y).rgba():08x}" for x in range(image.width()) for y in range(image.height())
    }


def box(places: list[tuple[int, int]]) -> tuple[int, int, int, int]:
    """Return the left, top, width and height of what the places span."""
    columns, rows = [x for x, _ in places], [y for _, y in places]
    return min(columns), min(rows), max(columns) - min(columns) + 1, max(rows) - min(rows) + 1


@pytest.mark.parametrize("name", NAMES)
def test_a_png_of_every_size(name, tmp_path):
    paths = write_pngs(name, tmp_path / "png")
    assert [path.name for path in paths] == [f"{size}.png" for size in PNG_SIZES]
    for path, size in zip(paths, PNG_SIZES, strict=True):
        image = QImage(str(path))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() < 255, "the corners are round"
        assert image.pixelColor(size // 2, size // 2).alpha() == 255


@pytest.mark.parametrize("size", [16, 22, 24])
@pytest.mark.parametrize(("name", "ground"), [("app", "#ff1b2330"), ("plan-file", "#fff4f6fa")])
def test_the_bars_of_the_small_icons_end_on_pixels(size, name, ground):
    found = colours(draw(name, size))
    bars = []
    for colour in (BLUE, ORANGE):
        bar = [place for place, shade in found.items() if shade == colour]
        left, top, width, height = box(bar)
        assert len(bar) == width * height, "a full rectangle of the pure colour"
        assert width == (3 if size == 16 else 5)
        around = [(left - 1, top), (left + width, top), (left, top - 1), (left + width - 1, top - 1)]
        assert {found[place] for place in around} == {ground}, "nothing blurred beside it"
        bars.append((left, top, width, height))
    blue, orange = bars
    assert blue[0] == size - (orange[0] + orange[2]), "as far from the left as the other from the right"
    assert blue[1] + blue[3] == orange[1] + orange[3], "they stand on one line"
    assert blue[3] < orange[3]


@pytest.mark.parametrize("size", [16, 24, 32, 128])
def test_the_plan_file_is_a_light_sheet_with_both_bars(size):
    image = draw("plan-file", size)
    found = list(colours(image).values())
    assert found.count(ORANGE) > found.count(BLUE) > size / 2
    assert image.pixelColor(size // 2, size // 4).lightness() > 230
    assert image.pixelColor(size - 1, 0).alpha() == 0, "a corner is folded"


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_drawing_that_is_none_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(icons, "DRAWINGS", tmp_path)
    (tmp_path / "app.svg").write_text("no drawing", encoding="utf-8")
    with pytest.raises(ValueError, match=r"app\.svg"):
        draw("app", 32)


@needs_pillow
def test_everything_is_written(tmp_path):
    from PIL import Image

    written = make(tmp_path)
    assert all(path.exists() for path in written)
    assert {path.relative_to(tmp_path) for path in written if path.suffix != ".png"} == {
        Path(f"{name}{suffix}") for name in NAMES for suffix in (".ico", ".icns")
    }
    for name in NAMES:
        with Image.open(tmp_path / f"{name}.ico") as ico:
            assert {width for width, _ in ico.info["sizes"]} == set(ICO_SIZES)
            smallest = ico.ico.getimage((16, 16)).convert("RGBA")
        assert smallest.tobytes() == icons.pillow_images(name, [16])[0].tobytes(), "drawn for itself, not made smaller"
        with Image.open(tmp_path / f"{name}.icns") as icns:
            assert {points * density for points, _, density in icns.info["sizes"]} == set(icons.ICNS_SIZES)
            assert icns.icns.getimage((16, 16, 2)).size == (32, 32)
