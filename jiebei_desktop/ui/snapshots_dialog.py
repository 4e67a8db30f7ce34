"""快照: states of the plan kept by name, compared with it as it is, and gone back to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.files.plan_file import NewerError, plan_of
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.snapshots import gone_back, with_snapshot, without_snapshot, without_snapshots
from jiebei_desktop.text import translate
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.versions_dialog import State, VersionsDialog
from jiebei_desktop.ui.widgets.basics import row
from jiebei_desktop.ui.widgets.fields import TextField, chain_tabs
from jiebei_desktop.values import ProblemError


class SnapshotsDialog(VersionsDialog):
    """The plan's snapshots. What is done with them are steps that can be undone."""

    def __init__(self, store: Store, parent: QWidget) -> None:
        super().__init__(store, translate("Snapshots", "快照"), translate("Snapshots", "留快照时"), parent)
        self.name = TextField(translate("Snapshots", "名字，比如“协商之前”"))
        self.add = QPushButton(translate("Snapshots", "把现在的样子留成快照"))
        self.add.clicked.connect(self._add)
        self.name.editor.returnPressed.connect(self._add)  # type: ignore[attr-defined]
        self.delete = QPushButton(translate("Snapshots", "删除这个快照"))
        self.delete.clicked.connect(self._delete)
        for button in (self.add, self.delete):
            button.setAutoDefault(False)
        self.buttons.insertWidget(0, self.delete)
        line = row()
        line.addWidget(self.name, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        self.above.addLayout(line)
        chain_tabs([self.name.editor, self.add, self.list, self.table, self.all, self.delete, self.restore, self.leave])
        self.name.editor.setFocus()
        self._names: list[str] = []
        store.changed.connect(self._show)  # others may save to the file while this is on screen
        self._show()

    def found(self, place: int) -> State:
        """Return the plan that a snapshot holds."""
        try:
            return State(plan_of(self.store.plan.snapshots[place].content)[0])
        except NewerError as error:
            return State(None, error.told_of(self.store.plan.snapshots[place].name))
        except DamagedError as error:
            return State(None, translate("Snapshots", "这个快照读不了：{reason}").format(reason=error))

    def now(self) -> Plan:
        """Return the plan without its snapshots, as they have none either."""
        return without_snapshots(self.store.plan)

    def restored(self, plan: Plan) -> None:
        """Go back to the snapshot; the snapshots stay."""
        name = self.store.plan.snapshots[self.list.currentRow()].name
        title = translate("Snapshots", "回到快照“{name}”").format(name=name)
        self.store.take_in(title, gone_back(self.store.plan, plan))
        self.accept()

    def _add(self) -> None:
        name = self.name.text().strip()
        try:
            plan = with_snapshot(self.store.plan, name, self.store.today)
        except ProblemError as error:
            self.name.say(str(error))
            return
        self.name.say("")
        self.name.set_text("")
        self.store.edit(translate("Snapshots", "留快照“{name}”").format(name=name), plan)
        self.list.setCurrentRow(0)

    def _delete(self) -> None:
        name = self.store.plan.snapshots[self.list.currentRow()].name
        title = translate("Snapshots", "删除快照“{name}”").format(name=name)
        self.store.edit(title, without_snapshot(self.store.plan, name))

    def _show(self) -> None:
        """Show the snapshots that there are now, and go on at the one that was chosen."""
        kept, row = self.store.plan.snapshots, self.list.currentRow()
        chosen = self._names[row] if row >= 0 else ""
        self._names = [snapshot.name for snapshot in kept]
        self.delete.setEnabled(bool(kept))
        self.show_names(
            [f"{snapshot.name}\n{snapshot.made}" for snapshot in kept],
            translate("Snapshots", "还没有快照。试大的改动之前留一个，随时能对比、能回来。"),
        )
        if chosen in self._names:
            self.list.setCurrentRow(self._names.index(chosen))
