"""Pictures as files: PNG for chats and documents, SVG for print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRect, QStandardPaths, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QRegion
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, label, row

PNG = ".png"
SVG = ".svg"


def save_picture(widget: QWidget, path: Path) -> None:
    """Write a widget as it looks now, on the card's ground: as SVG where the name ends so, else as PNG.

    Raises:
        OSError: it could not be written; an old file is as it was.
    """
    write_atomically(path, _svg(widget) if path.suffix.lower() == SVG else _png(widget))


def _png(widget: QWidget) -> bytes:
    image = QImage(widget.size() * design.EXPORT_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(design.EXPORT_SCALE)
    painter = QPainter(image)
    _paint(widget, painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _svg(widget: QWidget) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    generator.setResolution(widget.logicalDpiX())
    generator.setDescription(widget.accessibleName())
    painter = QPainter(generator)
    _paint(widget, painter)
    painter.end()
    families = ",".join(design.text_font().families()).encode()
    return bytes(buffer.data().data()).replace(families, families + b",sans-serif")  # where none of them is installed


def _paint(widget: QWidget, painter: QPainter) -> None:
    painter.fillRect(widget.rect(), design.colour(design.current().card))
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)


class PictureCard(Card):
    """A picture with a title, what it says in a line or two below, and a button that saves it as a file."""

    def __init__(self, title: str, picture: QWidget) -> None:
        super().__init__(title)
        self.title, self.picture = title, picture
        self.summary = label(name="small", wrap=True)
        self.summary.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
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

    def show_summary(self, text: str) -> None:
        """Say the picture in a line or two."""
        self.summary.setText(text)
        self.state.clear()

    def _save(self) -> None:
        """Ask for a file and write it; say why where it can't be written."""
        self.state.clear()
        png, svg = translate("Pictures", "PNG 图片 (*.png)"), translate("Pictures", "SVG 图片 (*.svg)")
        proposed = _folder() / f"{self.title.replace('/', ' ')}{PNG}"
        title = translate("Pictures", "存成图片")
        chosen, kind = QFileDialog.getSaveFileName(self, title, str(proposed), f"{png};;{svg}")
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() not in {PNG, SVG}:
            path = path.with_name(path.name + (SVG if kind == svg else PNG))
        try:
            save_picture(self.picture, path)
        except OSError as error:
            reason = error.strerror or str(error)
            text = translate("Window", "没能写到 {name}：{reason}。").format(name=path.name, reason=reason)
            QMessageBox.warning(self, translate("Window", "借花规划"), text)
        else:
            self.state.setText(translate("Pictures", "已存到 {name}").format(name=path.name))


def _folder() -> Path:
    """Return the folder of the user's documents."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
