"""备份: what was saved before, compared with the plan as it is, and taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from jiebei_desktop.files.backups import backups_of, files_with_backups
from jiebei_desktop.files.plan_file import Loaded, LockedPlanError, PlanFileError, read_plan, shown_name
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.text import translate
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.password_dialog import AskPassword
from jiebei_desktop.ui.versions_dialog import State, VersionsDialog
from jiebei_desktop.ui.widgets.basics import label, row
from jiebei_desktop.ui.widgets.fields import chain_tabs


class BackupsDialog(VersionsDialog):
    """The backups of the plan's file, and of the others that there are.

    One of the plan's own file comes back as a step that can be undone; one of another file is `wanted` as a plan.
    """

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(keeper.store, translate("Backups", "备份"), translate("Backups", "备份时"), parent)
        self._keeper = keeper
        self.wanted: Loaded | None = None
        self._shown: Loaded | None = None
        own = keeper.store.path
        others = [path for path in files_with_backups(keeper.backups) if path != (own and own.resolve())]
        self._files = ([own] if own is not None else []) + others
        self.file = QComboBox()
        self.file.setAccessibleName(translate("Backups", "哪个文件的备份"))
        for path in self._files:
            self.file.addItem(shown_name(path), path)
            self.file.setItemData(self.file.count() - 1, str(path.parent), 3)
        self.unlock = QPushButton(translate("Backups", "输入密码…"))
        self.unlock.setAutoDefault(False)
        self.unlock.clicked.connect(self._unlock)
        self.buttons.insertWidget(0, self.unlock)
        line = row()
        line.addWidget(label(translate("Backups", "文件"), "fieldLabel"))
        line.addWidget(self.file, 1)
        self.above.addLayout(line)
        self.above.addWidget(
            label(translate("Backups", "每次保存都会留一份：最近 10 份，和最近 30 天里每天最后一份。"), "small")
        )
        chain_tabs([self.file, self.list, self.table, self.all, self.unlock, self.restore, self.leave])
        self.list.setFocus()
        self.file.currentIndexChanged.connect(lambda _: self._show_file())
        self._show_file()

    def found(self, place: int) -> State:
        """Return the plan that a backup holds."""
        backup = self._backups[place]
        try:
            return self._state(read_plan(backup.path, None, self._keeper.secret))
        except PlanFileError as error:
            self.unlock.setVisible(isinstance(error, LockedPlanError))
            return State(None, str(error))

    def show_state(self, state: State) -> None:
        """Show a state beside the plan as it is; without a password where it needs one."""
        if state.plan is not None or not state.trouble:
            self.unlock.hide()
        super().show_state(state)

    def restored(self, plan: Plan) -> None:
        """Take the backup back."""
        if self._path == self._keeper.store.path:
            self.store.take_in(translate("Backups", "换回备份"), plan)
        else:
            self.wanted = self._shown
        self.accept()

    @property
    def _path(self) -> Path | None:
        place = self.file.currentIndex()
        return self._files[place] if place >= 0 else None

    def _state(self, found: Loaded) -> State:
        self._shown = found
        return State(found.plan)

    def _show_file(self) -> None:
        path = self._path
        self.unlock.hide()
        self._backups = backups_of(self._keeper.backups, path) if path else []
        own = path == self._keeper.store.path
        self.restore.setText(translate("Backups", "换回这一份") if own else translate("Backups", "打开这一份"))
        self.show_names(
            [backup.when for backup in self._backups],
            translate("Backups", "还没有备份：第一次保存就会有。"),
        )

    def _unlock(self) -> None:
        backup = self._backups[self.list.currentRow()]
        AskPassword(
            backup.when,
            lambda password: self.show_state(self._state(read_plan(backup.path, password))),
            self,
        ).exec()
