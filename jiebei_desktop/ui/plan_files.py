"""What the user does with files: new, open, save, export. Nothing unsaved is left behind without asking."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from jiebei_desktop.files.plan_file import SUFFIX, PlanFileError
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.text import translate
from jiebei_desktop.ui.pages.base import Export
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.saving import file_name, warn, written


class PlanFiles(QObject):
    """The commands on files, with their dialogs over `window`."""

    def __init__(self, store: Store, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._store, self._settings, self._window = store, settings, window

    def new(self) -> None:
        """Begin with an empty plan."""
        if self.may_leave():
            name = translate("Window", "我的还款计划")
            self._store.replace(new_plan(name, self._store.rules, self._store.today), None)
            self._settings.last_plan = None

    def open_sample(self) -> None:
        """Begin with the sample plan, as an unnamed one."""
        from jiebei_desktop.files.sample import sample_plan  # noqa: PLC0415 - most starts do without

        if self.may_leave():
            self._store.replace(sample_plan(self._store.today), None)
            self._settings.last_plan = None

    def open(self, path: Path) -> bool:
        """Open a file; say why where it can't be read. Returns whether it is open."""
        try:
            self._store.open(path)
        except PlanFileError as error:
            warn(self._window, str(error))
            return False
        self._settings.opened(path)
        return True

    def ask_open(self) -> None:
        """Ask for a plan file and open it."""
        if self.may_leave():
            chosen, _ = QFileDialog.getOpenFileName(
                self._window, translate("Window", "打开计划"), str(self._settings.last_folder), _plan_kinds()
            )
            if chosen:
                self.open(Path(chosen))

    def save(self) -> bool:
        """Save to the plan's file, or ask for one. Returns whether it is saved."""
        return self.save_to(self._store.path) if self._store.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it. Returns whether it is saved."""
        path = self._ask_save(translate("Window", "保存计划"), self._store.plan.name, SUFFIX, _plan_kinds())
        return self.save_to(path) if path else False

    def save_to(self, path: Path) -> bool:
        """Save to a file; say why where it can't be written. Returns whether it is saved."""
        try:
            self._store.save(path)
        except PlanFileError as error:
            warn(self._window, str(error))
            return False
        self._settings.opened(path)
        return True

    def export(self, export: Export) -> Path | None:
        """Ask for a file and write a page's table, workbook or print, by its ending; returns the file."""
        names = {
            ".csv": translate("Window", "CSV 表格 (*.csv)"),
            ".xlsx": translate("Window", "Excel 工作簿 (*.xlsx)"),
            ".pdf": translate("Window", "PDF，一页 (*.pdf)"),
        }
        path = self._ask_export(export.name, {ending: names[ending] for ending in export.endings})
        if path is None:
            return None
        if not written(self._window, path, partial(export.write, day=self._store.today)):
            return None
        self._settings.last_folder = path.parent
        return path

    def _ask_export(self, name: str, kinds: dict[str, str]) -> Path | None:
        """Ask for a file; one without an ending gets that of the kind that was chosen."""
        proposed = self._settings.last_folder / f"{file_name(name)}.csv"
        title = translate("Window", "导出这一页")
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, str(proposed), ";;".join(kinds.values()))
        if not chosen:
            return None
        path = Path(chosen)
        wanted = next((suffix for suffix, text in kinds.items() if text == kind), ".csv")
        if path.suffix.lower() not in kinds:
            return path.with_name(f"{path.name}{wanted}") if not path.suffix else path
        typed_over = path.name == proposed.name and wanted != ".csv"  # another kind chosen, the name left as it was
        return path.with_suffix(wanted) if typed_over else path

    def may_leave(self) -> bool:
        """Tell whether the plan may be left; ask where it has unsaved edits."""
        if not self._store.unsaved:
            return True
        box = QMessageBox(self._window)
        box.setWindowTitle(translate("Window", "借花规划"))
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(translate("Window", "“{name}”有还没保存的改动。").format(name=self._store.plan.name))
        box.setInformativeText(translate("Window", "不保存的话，这些改动就没有了。"))
        keep = box.addButton(translate("Window", "保存"), QMessageBox.ButtonRole.AcceptRole)
        drop = box.addButton(translate("Window", "不保存"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(translate("Window", "取消"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        if box.clickedButton() is keep:
            return self.save()
        return box.clickedButton() is drop

    def _ask_save(self, title: str, name: str, suffix: str, kinds: str) -> Path | None:
        proposed = self._settings.last_folder / f"{file_name(name)}{suffix}"
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix else path.with_suffix(suffix)


def _plan_kinds() -> str:
    return translate("Window", "还款计划 (*{suffix})").format(suffix=SUFFIX)
