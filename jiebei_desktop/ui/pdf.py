"""PDF files whose text can be searched and copied as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QMarginsF, QRectF
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QRawFont

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design

_NAMED = re.compile(rb"(?<=> )(?:\[(?:<[0-9A-F]{4}> )+\]|<[0-9A-F]{4}>)(?=\n)")
_CODE = re.compile(rb"<[0-9A-F]{4}>")


class Printed(NamedTuple):
    """Something on pages, to be looked at, printed or kept as a PDF file.

    Attributes:
        title: what the printer and the file call it.
        sideways: whether its pages are held wide.
        paint: paints all pages on paper of whatever size; tells whether it could.
    """

    title: str
    sideways: bool
    paint: Callable[[QPagedPaintDevice], bool]

    def pdf(self) -> bytes:
        """Return it as the bytes of a PDF file on A4."""
        return pdf_of(self.title, self.paint, sideways=self.sideways)


def painted(device: QPagedPaintDevice, paint: Callable[[QPainter, QRectF], object]) -> bool:
    """Paint on a device, given all of its page; return False where that can't be begun, as on a printer that is off."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    paint(painter, QRectF(device.pageLayout().fullRectPixels(device.logicalDpiX())))
    return painter.end()


def pdf_of(title: str, draw: Callable[[QPdfWriter], object], *, sideways: bool = False) -> bytes:
    """Return what is drawn on A4 paper without margins as the bytes of a PDF file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    if sideways:
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setPageMargins(QMarginsF())  # what is drawn keeps its own
    writer.setTitle(title)
    writer.setCreator(translate("Window", "借花规划"))
    draw(writer)
    del writer  # the end of the file is written with it
    return _copied_as_typed(bytes(buffer.data().data()))


def copyable(font: QFont) -> QFont:
    """Return a font without what gives letters another shape beside Latin ones: those could not be copied as text."""
    font.clearFeatures()
    for feature in ("locl", "liga"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


def _copied_as_typed(content: bytes) -> bytes:
    """Return a PDF file that gives letters away as they are typed, to whoever searches it or copies from it.

    Qt names a shape by the first code that has it: 月 by that of the radical that looks the same, a space by a tab, a
    dash between two figures by one that is as wide as a figure.
    """
    font = QRawFont.fromFont(design.text_font())
    usual = " –～" + "".join(map(chr, range(0x4E00, 0xA000)))
    odd = "\t\u2012\u301c" + "".join(map(chr, range(0x2E80, 0x2FE0)))
    by_shape = dict(zip(reversed(font.glyphIndexesForString(usual)), reversed(usual), strict=True))
    names = {
        b"<%04X>" % ord(sign): b"<%04X>" % ord(by_shape[shape])
        for sign, shape in zip(odd, font.glyphIndexesForString(odd), strict=True)
        if shape in by_shape
    }
    return _NAMED.sub(lambda found: _CODE.sub(lambda code: names.get(code[0], code[0]), found[0]), content)
