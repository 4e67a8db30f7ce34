"""Help with negotiating on screen: a form for what only the user knows, beside letter, fact sheet and checklist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeySequence,
    QPageSize,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QWidget,
)

from jiebei_desktop.files.atomic import write_atomically
from jiebei_desktop.files.text_out import write_text
from jiebei_desktop.money import grouped
from jiebei_desktop.planning.checklist import checklist_sheet
from jiebei_desktop.planning.document import Relief
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.facts import fact_sheet
from jiebei_desktop.planning.late_words import assumed_periods
from jiebei_desktop.planning.letter import letter, remark, too_early
from jiebei_desktop.planning.sheet import Sheet, text
from jiebei_desktop.planning.situation import Situation, with_means
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.entry import Entry
from jiebei_desktop.ui.offer_fields import field_name
from jiebei_desktop.ui.pdf import copyable, pdf_of
from jiebei_desktop.ui.relief_fields import plan_fields
from jiebei_desktop.ui.settings import documents_folder
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Card, Notice, column, fill_area, label
from jiebei_desktop.ui.widgets.fields import FormField, TextField
from jiebei_desktop.ui.widgets.flow import FlowLayout
from jiebei_desktop.ui.widgets.reading import Reading
from jiebei_desktop.ui.widgets.saving import warn, written
from jiebei_desktop.ui.widgets.sides import Side, Sides

_POINTS = 0.75
"""A pixel of the design on paper."""


class LetterDialog(QDialog):
    """Letter, fact sheet and checklist for one loan, to copy, save and print; it goes when it is closed.

    Args:
        store: holds what the form edits.
        found: gives where the user stands, as the plan is now; a `ValueError` where there is no such loan any more.
        day: the day that is looked at; how late that is follows the loan.
        parent: the page that asks for it.
    """

    def __init__(self, store: Store, found: Callable[[], Situation], day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(translate("Letter", "协商还款"))
        self._store, self._found, self._day = store, found, day
        self._sheets: list[Callable[[], Sheet]] = [
            lambda: letter(*self._situation()),
            lambda: fact_sheet(*self._situation()),
            checklist_sheet,
        ]
        self._sheet: Sheet | None = None
        self.fields = _fields()
        self.notice = Notice()
        self.tabs = QTabWidget()
        self.views: list[Reading] = []
        for name in (translate("Letter", "协商信"), translate("Letter", "情况说明"), translate("Letter", "清单")):
            view = Reading(name)
            self.views.append(view)
            self.tabs.addTab(view, name)
        self.state = label(name="quiet")
        self.copy = QPushButton(translate("Letter", "复制"))
        self.save_text = QPushButton(translate("Letter", "存为文本…"))
        self.save_pdf = QPushButton(translate("Letter", "存为 PDF…"))
        self.print = QPushButton(translate("Letter", "打印…"))
        self.leave = QPushButton(translate("Letter", "关闭"))
        self._lay_out()
        self.entry = Entry(self.fields, self._read, self._commit, store.end_typing, lambda: store.rules)
        self.tabs.currentChanged.connect(lambda _: self._show_sheet())
        self.copy.clicked.connect(self._copy)
        self.save_text.clicked.connect(self._save_text)
        self.save_pdf.clicked.connect(self._save_pdf)
        self.print.clicked.connect(self._print)
        self.leave.clicked.connect(self.close)
        self._give_undo()
        store.changed.connect(self._follow)
        self.finished.connect(self._let_go)
        self._show()

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _situation(self) -> tuple[Situation, int]:
        """Return where the user stands, and how many days late that is."""
        found = self._found()
        relief = with_means(self._store.plan, found.subject)
        return found._replace(relief=relief), (self._day - found.subject.due_date).days

    def _follow(self, change: Change) -> None:
        if not change.typed:
            self.entry.forget()
        self._show()

    def _show(self) -> None:
        remarks = {}
        try:
            found, days = self._situation()
            remarks[Field.PERIODS] = assumed_periods(found)
            remarks |= self._means(found.relief)
            self.notice.say(joined(too_early(self._day, self._store.today), remark(found, days)))
        except ValueError as error:
            self.notice.say(str(error))
        self.entry.show(remarks)
        self._show_sheet()

    def _means(self, relief: Relief) -> dict[Field, str]:
        """Return what the letter says of the means where the user left them to the budget."""
        text, own = translate("Letter", "不填：按预算 {amount} 元"), self._store.plan.relief
        known = {Field.INCOME: (own.income, relief.income), Field.SPENDING: (own.spending, relief.spending)}
        return {
            field: text.format(amount=grouped(amount))
            for field, (said, amount) in known.items()
            if said is None and amount is not None
        }

    def _show_sheet(self) -> None:
        """Show the page that is in front; the others are made when they are."""
        place = self.tabs.currentIndex()
        self.state.clear()
        try:
            self._sheet = self._sheets[place]()
        except ValueError:  # said by the notice
            self._sheet = None
        for button in (self.copy, self.save_text, self.save_pdf, self.print):
            button.setEnabled(self._sheet is not None)
        self.views[place].show_text(text(self._sheet) if self._sheet else "")

    def _read(self) -> tuple[object, Relief]:
        return "relief", self._store.plan.relief

    def _commit(self, field: Field, relief: Relief) -> None:
        title = translate("Letter", "修改协商信：{field}").format(field=field_name(field))
        self._store.edit(title, self._store.plan.model_copy(update={"relief": relief}), typing=("relief", field))

    def _give_undo(self) -> None:
        """Undo and redo the plan's steps: the window's own keys do not reach a dialog."""
        stack, keys = self._store.undo_stack, QKeySequence.StandardKey
        for action, key in ((stack.createUndoAction(self), keys.Undo), (stack.createRedoAction(self), keys.Redo)):
            action.setShortcuts(QKeySequence.keyBindings(key))
            self.addAction(action)

    def _let_go(self) -> None:
        self._store.changed.disconnect(self._follow)

    # --- what is given out --------------------------------------------------------------------------------------------

    def _copy(self) -> None:
        if self._sheet is not None:
            QGuiApplication.clipboard().setText(text(self._sheet))
            self.state.setText(translate("Letter", "已复制"))

    def _save_text(self) -> None:
        if self._sheet is not None:
            content = text(self._sheet)
            self._save(translate("Letter", "文本 (*.txt)"), ".txt", lambda path: write_text(path, content))

    def _save_pdf(self) -> None:
        if self._sheet is not None:
            sheet = self._sheet
            kinds = translate("Letter", "PDF (*.pdf)")
            self._save(kinds, ".pdf", lambda path: write_atomically(path, pdf_bytes(sheet)))

    def _save(self, kinds: str, suffix: str, write: Callable[[Path], None]) -> None:
        """Ask for a file and write it; say why where it can't be written."""
        assert self._sheet is not None  # noqa: S101 - the buttons are only there with it
        proposed = self._folder() / f"{self._sheet.title} {self._day}{suffix}"
        title = translate("Letter", "保存到")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(proposed), kinds)
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(suffix)
        if written(self, path, write):
            self.state.setText(translate("Letter", "已存到 {name}").format(name=path.name))

    def tell(self, message: str) -> None:
        """Show what went wrong, beside the buttons."""
        self.state.setText(f"⚠ {message}")

    def _folder(self) -> Path:
        """Return the folder of the plan's file, else that of the user's documents."""
        if self._store.path is not None:
            return self._store.path.parent
        return documents_folder()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - slow to load, and seldom needed

        if self._sheet is None:
            return
        dialog = QPrintDialog(self)  # with a printer of its own, which lives as long as it does
        printer = dialog.printer()
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName(self._sheet.title)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            paper(self._sheet).print_(printer)
            if printer.printerState() is QPrinter.PrinterState.Error:
                warn(self, translate("Letter", "没能打印。可以先存为 PDF，再打印。"))
            else:
                self.state.setText(translate("Letter", "已送去打印"))
        dialog.deleteLater()

    # --- how it looks -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        form = Card()
        for field in self.fields.values():
            form.body.addWidget(field)
        inside = column()
        inside.addWidget(form)
        inside.addStretch(1)
        inside.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        area = QScrollArea()
        fill_area(area, inside)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        beside = column(spacing=design.INSET)
        beside.addWidget(self.notice)
        beside.addWidget(self.tabs, 1)
        papers = QWidget()
        papers.setLayout(beside)
        sides = Sides(
            Side(area, design.FORM_WIDTH + design.INSET, fixed=True, height=design.CHART_HEIGHT),
            Side(papers, design.FORM_WIDTH, height=design.CHART_HEIGHT),
        )
        buttons = FlowLayout(design.GRID, design.GRID, fill=True)
        self.state.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        buttons.addWidget(self.state)
        for button in (self.copy, self.save_text, self.save_pdf, self.print, self.leave):
            button.setAutoDefault(False)  # the enter key in a field presses none
            buttons.addWidget(button)
        whole = column(spacing=design.INSET)
        whole.setContentsMargins(design.SPACE, design.SPACE, design.SPACE, design.SPACE)
        whole.addWidget(sides, 1)
        whole.addLayout(buttons)
        self.setLayout(whole)
        width, height = design.MINIMUM_WINDOW
        self.resize(QSize(width, height).boundedTo(self.screen().availableSize()))


class _LinesField(FormField):
    """A text of several lines."""

    def __init__(self, title: str) -> None:
        self._lines = QPlainTextEdit()
        self._lines.setTabChangesFocus(True)
        self._lines.setFixedHeight(design.CHART_HEIGHT)
        super().__init__(title, self._lines)
        self._lines.textChanged.connect(lambda: self.edited.emit(self.text()))

    def set_text(self, text: str) -> None:
        """Show a value without saying `edited`."""
        if text != self.text():
            with QSignalBlocker(self._lines):
                self._lines.setPlainText(text)

    def text(self) -> str:
        """Return what is in the editor."""
        return self._lines.toPlainText()


def _fields() -> dict[Field, FormField]:
    """Return what the letter needs to know, by what it edits."""
    yuan = translate("Fields", "元")
    return {
        Field.REASON: _LinesField(field_name(Field.REASON)),
        Field.INCOME: TextField(field_name(Field.INCOME), yuan),
        Field.SPENDING: TextField(field_name(Field.SPENDING), yuan),
        **plan_fields(),
        Field.SIGNATURE: TextField(field_name(Field.SIGNATURE)),
        Field.CONTACT: TextField(field_name(Field.CONTACT)),
    }


def paper(sheet: Sheet) -> QTextDocument:
    """Return a sheet as a document to print: the title in the middle, room between paragraphs."""
    font = copyable(QFont(design.text_font()))
    font.setPointSizeF(design.PAPER_LETTER * _POINTS)
    document = QTextDocument()
    document.setDefaultFont(font)
    large = QTextCharFormat()
    large.setFont(font)
    large.setFontPointSize(design.PAPER_LETTER_TITLE * _POINTS)
    large.setFontWeight(QFont.Weight.Bold)
    usual = QTextCharFormat()
    usual.setFont(font)
    cursor = QTextCursor(document)
    block = QTextBlockFormat()
    block.setBottomMargin(design.INSET)
    middle = QTextBlockFormat(block)
    middle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    cursor.setBlockFormat(middle)
    cursor.insertText(sheet.title, large)
    for paragraph in sheet.paragraphs:
        cursor.insertBlock(block, usual)
        cursor.insertText(paragraph.replace("\n", "\u2028"), usual)  # lines of one block
    return document


def pdf_bytes(sheet: Sheet) -> bytes:
    """Return a sheet as a PDF file on A4."""
    return pdf_of(sheet.title, paper(sheet).print_)
