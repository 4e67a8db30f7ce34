"""What goes out of the plan and comes in beside its own file: tables, paper, statements, reminders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages import place_of

if TYPE_CHECKING:
    from jiebei_desktop.ui.window import MainWindow


class InAndOut(QObject):
    """The commands, with their dialogs over the window. `written` says which file was written."""

    written = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._store, self._settings = window.store, window.settings

    def export_page(self) -> None:
        """Ask for a file and write what the page on screen gives out."""
        page = self._window.pages.current
        export = page.export() if page else None
        if export is not None:
            from jiebei_desktop.ui.exporting import export_page  # noqa: PLC0415 - a start does without

            path = export_page(export, self._settings, self._store.today, self._window)
            if path is not None:
                self.written.emit(path)

    def export_plan(self) -> None:
        """Offer the whole plan as files."""
        from jiebei_desktop.ui.export_dialog import ExportDialog  # noqa: PLC0415 - a start does without

        ExportDialog(self._store, self._settings, self._window).open()

    def print_page(self) -> None:
        """Show the page on screen as it is printed."""
        page = self._window.pages.current
        export = page.export() if page else None
        if export is not None and export.printed is not None:
            from jiebei_desktop.ui.printing import preview  # noqa: PLC0415 - a start does without

            preview(self._window, export, self._settings.last_folder)

    def import_csv(self) -> None:
        """Ask for a CSV file of loans or of a budget, show what it would change, and take it over if that is wanted."""
        title = translate("Window", "从 CSV 导入借款或预算")
        kinds = translate("Window", "CSV 表格 (*.csv)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(self._settings.last_folder), kinds)
        if chosen:
            from jiebei_desktop.ui.csv_dialog import import_csv  # noqa: PLC0415 - a start does without

            import_csv(self._store, Path(chosen), self._window)

    def statement(self) -> None:
        """Go to where a statement is held against the plan, and ask for one."""
        from jiebei_desktop.ui.pages.reconcile import ReconcilePage  # noqa: PLC0415 - a start pays for one page only

        self._window.show_page(place_of("reconcile"))
        self._window.page(ReconcilePage).ask()
