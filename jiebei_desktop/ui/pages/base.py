"""What every page is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import Headline

if TYPE_CHECKING:
    from jiebei_desktop.files.csv_out import CsvOptions
    from jiebei_desktop.files.tables import Table
    from jiebei_desktop.files.xlsx_out import Sheet
    from jiebei_desktop.ui.pdf import Printed


class Export(NamedTuple):
    """What a page gives out.

    Attributes:
        name: a file name to propose, without its ending.
        table: what a CSV file holds.
        workbook: makes the sheets of an Excel workbook, where the page has more to say than the table.
        printed: makes the pages for a PDF, a preview and a printer, where the page can be printed.
    """

    name: str
    table: Table
    workbook: Callable[[], Sequence[Sheet]] | None = None
    printed: Callable[[], Printed] | None = None

    @property
    def endings(self) -> tuple[str, ...]:
        """Return the endings of the kinds of files that it can be written to, the usual one first."""
        return ".csv", *((".xlsx",) if self.workbook else ()), *((".pdf",) if self.printed else ())

    def write(self, path: Path, day: date, options: CsvOptions) -> None:
        """Write a file of the kind that its ending names, of any other ending as CSV; a workbook bears the day.

        Raises:
            OSError: it could not be written.
        """
        from jiebei_desktop.files.atomic import write_atomically  # noqa: PLC0415 - a start writes nothing
        from jiebei_desktop.files.csv_out import write_csv  # noqa: PLC0415
        from jiebei_desktop.files.xlsx_out import write_xlsx  # noqa: PLC0415

        ending = path.suffix.lower()
        if ending == ".xlsx" and self.workbook:
            write_xlsx(path, self.workbook(), day)
        elif ending == ".pdf" and self.printed:
            write_atomically(path, self.printed().pdf())
        else:
            write_csv(path, self.table, options)


class Page(QWidget):
    """One page: the answer in a sentence on top, then figures, picture and table.

    `done` says in words what was done that is not seen here, `wanted` another page that something here leads to, and
    the loan that it is about. One that `prints` gives out paper, too.
    """

    done = Signal(str)
    wanted = Signal(str, str)
    name = ""
    prints = False

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("page")
        self.store = store
        self.headline = Headline()
        content = QWidget()
        content.setMaximumWidth(design.CONTENT_WIDTH)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(content, 1)
        whole.addStretch(0)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(design.WIDE, design.SPACE, design.WIDE, design.SPACE)
        self.body.setSpacing(design.INSET)
        self.body.addWidget(self.headline)

    def show_change(self, change: Change) -> None:
        """Show the plan after a change."""
        raise NotImplementedError

    def left(self) -> object:
        """Return what a window in another look is to go on with: what is not in the plan, None where nothing is."""
        return None

    def go_on(self, left: object) -> None:
        """Go on with what the page of the window before had left."""

    @property
    def busy(self) -> bool:
        """Tell whether something is still being worked out beside the window."""
        return False

    def can_export(self) -> bool:
        """Tell whether there is something to export, without making the table."""
        raise NotImplementedError

    def can_print(self) -> bool:
        """Tell whether what is exported can be printed."""
        return self.prints and self.can_export()

    def export(self) -> Export | None:
        """Return what the page exports, or None while there is nothing."""
        raise NotImplementedError
