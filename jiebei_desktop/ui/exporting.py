"""Writing what a page gives out to a file that the user names."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from jiebei_desktop.files.plan_file import shown_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui.asking import may_replace
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.widgets.saving import file_name, written


def export_page(export: Export, settings: Settings, day: date, window: QWidget) -> Path | None:
    """Ask for a file and write a page's table, workbook or print, by its ending; returns the file."""
    names = {
        ".csv": translate("Window", "CSV 表格 (*.csv)"),
        ".xlsx": translate("Window", "Excel 工作簿 (*.xlsx)"),
        ".pdf": translate("Window", "PDF (*.pdf)"),
    }
    path = _ask(export.name, {ending: names[ending] for ending in export.endings}, settings.last_folder, window)
    if path is None:
        return None
    if not written(window, path, partial(export.write, day=day, options=settings.csv_options)):
        return None
    settings.last_folder = path.parent
    return path


def _ask(name: str, kinds: dict[str, str], folder: Path, window: QWidget) -> Path | None:
    """Ask for a file; one without an ending gets that of the kind that was chosen."""
    proposed = folder / f"{file_name(name)}.csv"
    title = translate("Window", "导出这一页")
    chosen, kind = QFileDialog.getSaveFileName(window, title, str(proposed), ";;".join(kinds.values()))
    if not chosen:
        return None
    path = _named(Path(chosen), proposed.name, kind, kinds)
    if path != Path(chosen) and path.exists():  # of which the dialog could not ask
        text = translate("Window", "已经有一个文件叫 {name}。").format(name=shown_name(path))
        return path if may_replace(window, text) else None
    return path


def _named(path: Path, proposed: str, kind: str, kinds: dict[str, str]) -> Path:
    """Return the path that was chosen for a file of a kind, with an ending that says what it is."""
    wanted = next((suffix for suffix, text in kinds.items() if text == kind), ".csv")
    if path.suffix.lower() not in kinds:
        return path.with_name(f"{path.name}{wanted}") if not path.suffix else path
    typed_over = path.name == proposed and wanted != ".csv"  # another kind chosen, the name left as it was
    return path.with_suffix(wanted) if typed_over else path
