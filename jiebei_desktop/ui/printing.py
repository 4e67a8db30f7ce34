"""打印: how a paper looks before it is printed, on which printer it goes, or in which PDF file.

Qt's part for printing comes with this module: only who asks for a preview loads it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPagedPaintDevice, QPageLayout, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QFileDialog, QGraphicsView, QPushButton, QSizePolicy, QWidget

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.plan_file import shown_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.asking import may_replace
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.pdf import Printed
from jiebei_desktop.ui.settings import documents_folder
from jiebei_desktop.ui.widgets.basics import column, label
from jiebei_desktop.ui.widgets.fields import chain_tabs
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.saving import file_name, warn, written


def preview(parent: QWidget, export: Export, folder: Path | None = None) -> PreviewDialog:
    """Open a preview of what a page gives out and return it; it goes when it is closed.

    Args:
        parent: the window that asks for it.
        export: what can be printed, which is all that is `printed`.
        folder: where a PDF file is proposed; the user's documents where None.
    """
    assert export.printed is not None  # noqa: S101 - nothing else can be printed
    dialog = PreviewDialog(export.name, export.printed(), folder or documents_folder(), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class PreviewDialog(QDialog):
    """Pages as they will be, to leaf through and print. `printers` tells the names of those that there are."""

    def __init__(
        self,
        name: str,
        printed: Printed,
        folder: Path,
        parent: QWidget,
        printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Preview", "打印：{name}").format(name=name))
        self._name, self._printed, self._folder, self._printers = name, printed, folder, printers
        self._painted = False
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(name)
        self._printer.setFullPage(True)  # what is painted keeps its own margins
        orientation = QPageLayout.Orientation.Landscape if printed.sideways else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(orientation)
        self.view = QPrintPreviewWidget(self._printer, self)
        sheet = self.view.findChild(QGraphicsView)  # which the keys go to
        if sheet is not None:
            sheet.setAccessibleName(translate("Preview", "打印出来的样子"))
        self.view.paintRequested.connect(self._paint)
        self.view.previewChanged.connect(self._show_place)
        keys = QKeySequence.StandardKey
        self.print = _button(translate("Preview", "打印…"), keys.Print, self._print)
        self.save = _button(translate("Preview", "存成 PDF…"), keys.Save, self._save)
        self.back = _button(translate("Preview", "上一页"), keys.MoveToPreviousPage, lambda: self._turn(-1))
        self.on = _button(translate("Preview", "下一页"), keys.MoveToNextPage, lambda: self._turn(1))
        self.larger = _button(translate("Preview", "放大"), keys.ZoomIn, self.view.zoomIn)
        self.smaller = _button(translate("Preview", "缩小"), keys.ZoomOut, self.view.zoomOut)
        self.whole = _button(translate("Preview", "整页"), QKeySequence("Ctrl+0"), self.view.fitInView)
        self.wide = _button(translate("Preview", "页宽"), QKeySequence("Ctrl+9"), self.view.fitToWidth)
        self.leave = _button(translate("Preview", "关闭"), None, self.close)
        self.place = label(name="quiet")
        self.state = label(name="quiet", wrap=True)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the first page whole."""
        super().showEvent(event)
        self.view.fitInView()
        self._show_place()

    def _paint(self, device: QPagedPaintDevice) -> None:
        self._painted = self._printed.paint(device)

    def _turn(self, pages: int) -> None:
        """Go so many pages on."""
        self.view.setCurrentPage(min(max(self.view.currentPage() + pages, 1), self.view.pageCount()))
        self._show_place()

    def _show_place(self) -> None:
        page, pages = self.view.currentPage(), self.view.pageCount()
        self.place.setText(translate("Preview", "第 {page} / {pages} 页").format(page=page, pages=pages))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < pages)

    def _print(self) -> None:
        """Ask for a printer and print on it."""
        if not self._printers():
            self.state.setText(translate("Preview", "没有找到打印机。接好以后再试，或者先存成 PDF。"))
            return
        dialog = QPrintDialog(self._printer, self)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)  # all pages are printed
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.view.print_()
            if not self._painted or self._printer.printerState() is QPrinter.PrinterState.Error:
                warn(self, translate("Preview", "没能打印。看看打印机开着没有，或者先存成 PDF。"))
            else:
                self.state.setText(translate("Preview", "已送去打印"))
            self.view.updatePreview()  # other paper may have been chosen
        dialog.deleteLater()

    def _save(self) -> None:
        """Ask for a file and write a PDF; say why where it can't be written."""
        proposed = self._folder / f"{file_name(self._name)}.pdf"
        title, kinds = translate("Preview", "存成 PDF"), translate("Preview", "PDF (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(proposed), kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
            text = translate("Window", "已经有一个文件叫 {name}。").format(name=shown_name(path))
            if path.exists() and not may_replace(self, text):  # the dialog could not ask
                return
        if written(self, path, lambda path: write_atomically(path, self._printed.pdf())):
            self.state.setText(translate("Preview", "已存到 {name}").format(name=path.name))

    def tell(self, message: str) -> None:
        """Show what went wrong, beside the buttons."""
        self.state.setText(f"⚠ {message}")

    def _lay_out(self) -> None:
        above, below = FlowLayout(design.GRID, design.GRID, fill=True), FlowLayout(design.GRID, design.GRID, fill=True)
        for stretched in (self.place, self.state):
            stretched.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for part in (self.back, self.on, self.place, self.smaller, self.larger, self.whole, self.wide):
            above.addWidget(part)
            above.setAlignment(part, Qt.AlignmentFlag.AlignVCenter)
        below.addWidget(self.state)
        for part in (self.print, self.save, self.leave):
            below.addWidget(part)
        layout = column(spacing=design.INSET)
        layout.setContentsMargins(design.SPACE, design.SPACE, design.SPACE, design.SPACE)
        layout.addLayout(above)
        layout.addWidget(self.view, 1)
        layout.addLayout(below)
        self.setLayout(layout)
        chain_tabs(
            [self.print, self.save, self.leave, self.back, self.on, self.smaller, self.larger, self.whole, self.wide]
        )
        width, height = design.MINIMUM_WINDOW
        self.resize(QSize(width, height).boundedTo(self.screen().availableSize()))
        self.print.setDefault(True)
        self.print.setFocus()


def _button(text: str, key: QKeySequence | QKeySequence.StandardKey | None, do: Callable[[], object]) -> QPushButton:
    """Return a button with a key that does something."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if key is not None:
        sequence = QKeySequence(key)
        QShortcut(sequence, made).activated.connect(made.click)  # a button's own key waits before it presses it again
        made.setToolTip(sequence.toString(QKeySequence.SequenceFormat.NativeText))
    made.clicked.connect(lambda _: do())  # which is not told whether it is pressed
    return made
