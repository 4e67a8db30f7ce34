"""Draw the icons of the program and of its plan files as the systems want them: PNG, .ico and .icns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tools.packing.project import ROOT

if TYPE_CHECKING:
    from PIL.Image import Image  # type: ignore[import,unused-ignore]
    from PySide6.QtGui import QImage

DRAWINGS = ROOT / "resources" / "icons"
NAMES = ("app", "plan-file")
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# As Pillow writes them: 16 to 512 points, the smaller ones at double density; macOS makes the rest from these.
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
# What has a drawing of its own for a grid of so many pixels; 22 pixels are those of 24 without the outermost.
SMALL_GRIDS = {16: 16, 22: 24, 24: 24}


def make(folder: Path) -> list[Path]:
    """Write the program's PNGs to `png`, the plan file's to `png-plan-file`, and an .ico and .icns of each beside."""
    written: list[Path] = []
    for name in NAMES:
        pngs = folder / ("png" if name == "app" else f"png-{name}")
        written += write_pngs(name, pngs)
        written += write_containers(name, folder)
    return written


def write_pngs(name: str, folder: Path) -> list[Path]:
    """Write the drawing at every size, `<size>.png` each."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for size in PNG_SIZES:
        path = folder / f"{size}.png"
        if not draw(name, size).save(str(path)):
            raise OSError(f"{path}: could not be written")
        paths.append(path)
    return paths


def write_containers(name: str, folder: Path) -> list[Path]:
    """Write the drawing as a Windows and a macOS icon, each size drawn for itself."""
    folder.mkdir(parents=True, exist_ok=True)
    ico, icns = folder / f"{name}.ico", folder / f"{name}.icns"
    images = pillow_images(name, ICO_SIZES)
    images[-1].save(ico, sizes=[image.size for image in images], append_images=images[:-1])
    images = pillow_images(name, ICNS_SIZES)
    images[-1].save(icns, append_images=images)
    return [ico, icns]


def pillow_images(name: str, sizes: Iterable[int]) -> list[Image]:
    """Return the drawing at these sizes as Pillow's images."""
    from PIL.Image import frombytes  # noqa: PLC0415 - only a build has it
    from PySide6.QtGui import QImage  # noqa: PLC0415 - as in draw

    images = []
    for size in sizes:
        straight = draw(name, size).convertToFormat(QImage.Format.Format_RGBA8888)
        images.append(frombytes("RGBA", (size, size), bytes(straight.constBits())))
    return images


def draw(name: str, size: int) -> QImage:
    """Return the drawing, so many pixels wide and high, on nothing."""
    from PySide6.QtCore import QRectF, Qt  # noqa: PLC0415 - whoever only asks for sizes needs no Qt
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    path, grid = drawing(name, size)
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        raise ValueError(f"{path}: no drawing that Qt can read")
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    margin = (size - grid) / 2
    renderer.render(painter, QRectF(margin, margin, grid, grid))
    painter.end()
    return image


def drawing(name: str, size: int) -> tuple[Path, int]:
    """Return which file to draw at a size, and at how many pixels: there may be one whose bars end between pixels."""
    grid = SMALL_GRIDS.get(size, size)
    small = DRAWINGS / f"{name}-small-{grid}.svg"
    return (small, grid) if small.exists() else (DRAWINGS / f"{name}.svg", size)
