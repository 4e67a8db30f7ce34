"""What every page is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Change, Store
from jiebei_desktop.ui.widgets.basics import FigureCard, Headline, row
from jiebei_desktop.ui.widgets.whole import Whole

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

    `done` says in words what was done that is not seen here, `wanted` the page that something here leads to, and
    what it is about there. `loan_wanted`, `sample_wanted` and `file_wanted` are what a page leads to that has too
    little to show: an own loan, the sample, a plan that was saved. One that `prints` gives out paper, too.
    """

    done = Signal(str)
    wanted = Signal(str, str)
    loan_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal()
    name = ""
    prints = False

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.setObjectName("page")
        self.store = store
        self.headline = Headline()
        self.headline.explain(self.why_here)
        content = QWidget()
        content.setMaximumWidth(design.CONTENT_WIDTH)
        sides = row(spacing=0)
        sides.addWidget(content, 1)
        sides.addStretch(0)
        whole = row(spacing=0)
        whole.addWidget(Whole(sides))
        self.setLayout(whole)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(design.WIDE, design.SPACE, design.WIDE, design.SPACE)
        self.body.setSpacing(design.INSET)
        self.body.addWidget(self.headline)

    def show_change(self, change: Change) -> None:
        """Show the plan after a change, or after all that the page missed while another was on screen."""
        raise NotImplementedError

    def miss_change(self, change: Change) -> None:
        """Hear of a change that is shown when the page is on screen again: until then nothing is worked out for it."""

    def headline_why(self) -> str:
        """Return how the figures of the headline came about; nothing where the cards or the tables say it."""
        return ""

    def why_here(self) -> str:
        """Return the headline and how its figures came about, then those of the cards in sight."""
        cards = [card.why_here() for card in self.findChildren(FigureCard) if card.isVisibleTo(self)]
        parts = [part for part in (self.headline_why(), *cards) if part]
        if not parts:
            parts = [translate("Why", "下面的数都能点：点哪个，就说哪个是怎么来的。")]
        return "\n\n".join((self.headline.answer.text(), *parts))

    def look_at(self, about: str) -> None:
        """Show what something elsewhere leads to: a loan by its id, or a part of the page by its name."""

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
