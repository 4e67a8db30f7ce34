"""PDF files whose text can be searched and copied as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QRawFont

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design

_NAMED = re.compile(rb"(?<=> )(?:\[(?:<[0-9A-F]{4}> )+\]|<[0-9A-F]{4}>)(?=\n)")
_CODE = re.compile(rb"<[0-9A-F]{4}>")


def pdf_of(title: str, draw: Callable[[QPdfWriter], None], *, sideways: bool = False) -> bytes:
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

    Qt names a shape by the first code that has it: 月 by that of the radical that looks the same, a space by a tab.
    """
    font = QRawFont.fromFont(design.text_font())
    usual = " " + "".join(map(chr, range(0x4E00, 0xA000)))
    odd = "\t" + "".join(map(chr, range(0x2E80, 0x2FE0)))
    by_shape = dict(zip(reversed(font.glyphIndexesForString(usual)), reversed(usual), strict=True))
    names = {
        b"<%04X>" % ord(sign): b"<%04X>" % ord(by_shape[shape])
        for sign, shape in zip(odd, font.glyphIndexesForString(odd), strict=True)
        if shape in by_shape
    }
    return _NAMED.sub(lambda found: _CODE.sub(lambda code: names.get(code[0], code[0]), found[0]), content)
