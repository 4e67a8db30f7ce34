"""Pictures as files: PNG for chats and documents, SVG for print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.settings import documents_folder
from jiebei_desktop.ui.widgets.basics import Card, label, readable, row
from jiebei_desktop.ui.widgets.saving import file_name, written

PNG = ".png"
SVG = ".svg"


def save_picture(widget: QWidget, path: Path, title: str = "", note: str = "") -> None:
    """Write a widget as it looks now, on the card's ground: as SVG where the name ends so, else as PNG.

    With a `title` and a `note` above it, it can be understood alone.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    write = _svg if path.suffix.lower() == SVG else _png
    write_atomically(path, write(_Sheet(widget, title, note)))


class _Sheet:
    """A widget, with its title in a margin where it has one."""

    def __init__(self, widget: QWidget, title: str, note: str) -> None:
        self.widget, self.title, self.note = widget, title, note
        self.margin = design.SPACE if title else 0
        self.top = (
            self.margin + (design.HEADER_LINE + design.GRID if title else 0) + (design.HEADER_LINE if note else 0)
        )
        self.size = QSize(widget.width() + 2 * self.margin, widget.height() + self.top + self.margin)

    def paint(self, painter: QPainter) -> None:
        """Paint all of it."""
        theme, width = design.current(), self.size.width() - 2 * self.margin
        painter.fillRect(QRect(QPoint(), self.size), design.colour(theme.card))
        left, line = Qt.AlignmentFlag.AlignLeft, QRect(self.margin, self.margin, width, design.HEADER_LINE)
        painter.setFont(design.text_font(bold=True))
        painter.setPen(design.colour(theme.ink))
        painter.drawText(line, left, self.title)
        painter.setFont(design.text_font(design.SMALL))
        painter.setPen(design.colour(theme.quiet))
        painter.drawText(line.translated(0, design.HEADER_LINE), left, self.note)
        self.widget.render(painter, QPoint(self.margin, self.top), QRegion(), QWidget.RenderFlag.DrawChildren)


def _png(sheet: _Sheet) -> bytes:
    image = QImage(sheet.size * design.EXPORT_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(design.EXPORT_SCALE)
    painter = QPainter(image)
    sheet.paint(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _svg(sheet: _Sheet) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(sheet.size)
    generator.setViewBox(QRect(QPoint(), sheet.size))
    generator.setResolution(sheet.widget.logicalDpiX())
    generator.setTitle(sheet.title)
    generator.setDescription(sheet.widget.accessibleName())
    painter = QPainter(generator)
    sheet.paint(painter)
    painter.end()
    families = ",".join(design.text_font().families()).encode()
    return bytes(buffer.data().data()).replace(families, families + b",sans-serif")  # where none of them is installed


class PictureCard(Card):
    """A picture with a title, what it says in a line or two below, and a button that saves it as a file."""

    def __init__(self, title: str, picture: QWidget) -> None:
        super().__init__(title)
        self.title, self.picture, self.note = title, picture, ""
        self.summary = readable(label(name="small", wrap=True))
        self.state = label(name="small")
        self.save = QPushButton(translate("Pictures", "存成图片…"))
        self.save.setObjectName("smallChip")
        self.save.setAccessibleDescription(title)
        self.save.clicked.connect(self._save)
        self.body.addWidget(picture)
        below = row(spacing=design.INSET)
        below.addWidget(self.summary, 1)
        below.addWidget(self.state)
        below.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(below)
        self.body.addStretch(1)

    def show_summary(self, text: str, note: str = "") -> None:
        """Say the picture in a line or two; a `note` says on a saved one what it is about."""
        self.summary.setText(text or translate("Pictures", "没有算得出来的，画不了。"))
        self.note = note or self.note
        self.save.setEnabled(bool(text))
        self.state.clear()

    def _save(self) -> None:
        """Ask for a file and write it; say why where it can't be written."""
        self.state.clear()
        png, svg = translate("Pictures", "PNG 图片 (*.png)"), translate("Pictures", "SVG 图片 (*.svg)")
        proposed = documents_folder() / f"{file_name(self.title)}{PNG}"
        title = translate("Pictures", "存成图片")
        chosen, kind = QFileDialog.getSaveFileName(self, title, str(proposed), f"{png};;{svg}")
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in {PNG, SVG}:
            path = path.with_name(path.name + (SVG if kind == svg else PNG))
        if written(self, path, lambda path: save_picture(self.picture, path, self.title, self.note)):
            self.state.setText(translate("Pictures", "已存到 {name}").format(name=path.name))
