"""Earlier states of the plan in a list, and the chosen one beside the plan as it is now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QWidget

from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.versions import Row, changed_rows, side_by_side, summary
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import column, label, row
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.passing import PassingDialog
from jiebei_desktop.ui.widgets.sides import Side, Sides


class State(NamedTuple):
    """The chosen state: a plan, or why there is none to be shown."""

    plan: Plan | None
    trouble: str = ""


class VersionsDialog(PassingDialog):
    """A list of states, what differs from the plan as it is, and room for what can be done with them."""

    def __init__(self, store: Store, title: str, then: str, parent: QWidget) -> None:
        """Make a dialog called `title`; the column of the chosen state is called `then`."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.store = store
        self.state = State(None)
        self._then = then
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.about = label(name="quiet", wrap=True)
        self.all = QCheckBox(translate("VersionsDialog", "一样的也列出来"))
        self.table = FigureTable(translate("VersionsDialog", "那时和现在"), elided=True)
        self.whole = label(name="quiet", wrap=True)
        self.table.asked.connect(self.whole.setText)
        self.restore = QPushButton(translate("VersionsDialog", "换回这一份"))
        self.restore.setObjectName("primary")
        self.leave = QPushButton(translate("VersionsDialog", "关闭"))
        self.leave.clicked.connect(self.reject)
        self.buttons = row()
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.restore)
        self.buttons.addWidget(self.leave)
        for button in (self.restore, self.leave):
            button.setAutoDefault(False)  # the enter key in a field presses none
        self.above = column()
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.all.toggled.connect(lambda _: self._compare())
        self.restore.clicked.connect(self._restore)

    def found(self, place: int) -> State:
        """Return the state at a place of the list."""
        raise NotImplementedError

    def now(self) -> Plan:
        """Return the plan as it is now, as it is compared."""
        return self.store.plan

    def restored(self, plan: Plan) -> None:
        """Do what the button for going back does."""
        raise NotImplementedError

    def show_names(self, names: Sequence[str], none: str) -> None:
        """Show the names of the states, or a sentence where there is none."""
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        self.list.addItems(names)
        for index, name in enumerate(names):
            self.list.item(index).setToolTip(name)
        self.list.setCurrentRow(min(place, len(names) - 1))
        if not names:
            self.show_state(State(None, none))

    def show_state(self, state: State) -> None:
        """Show a state beside the plan as it is."""
        self.state = state
        self.restore.setEnabled(state.plan is not None)
        self._compare()

    def _choose(self, place: int) -> None:
        if place >= 0:
            self.show_state(self.found(place))

    def _compare(self) -> None:
        plan, now = self.state.plan, self.now()
        if plan is None:
            self.about.setText(self.state.trouble)
            self.table.setVisible(False)
            self.whole.clear()
            self.all.setVisible(False)
            return
        every = side_by_side(plan, now, self.store.shipped_rules, self.store.today)
        rows = every if self.all.isChecked() else changed_rows(every)
        said = summary(plan, self.store.shipped_rules, self.store.today)
        same = translate("VersionsDialog", "{plan}。和现在完全一样。")
        some = translate("VersionsDialog", "{plan}。和现在有 {count} 处不一样。")
        count = len(changed_rows(every))
        self.about.setText((some if count else same).format(plan=said, count=count))
        self.table.setVisible(bool(rows))
        self.all.setVisible(True)
        header = [
            Cell("", words=True),
            Cell(self._then, words=True),
            Cell(translate("VersionsDialog", "现在"), words=True),
        ]
        cells = [
            [
                Cell(line.label, Tone.QUIET, words=True, why=line.label),
                Cell(line.left, Tone.STRONG if line.differs else Tone.PLAIN, words=True, why=_whole(line)),
                Cell(line.right, words=True, why=_whole(line)),
            ]
            for line in rows
        ]
        self.table.show_cells(header, cells)
        self.table.fix_columns({0: design.CYCLE_FIELD})

    def _restore(self) -> None:
        if self.state.plan is not None:
            self.restored(self.state.plan)

    def _lay_out(self) -> None:
        beside = column()
        beside.addWidget(self.about)
        beside.addWidget(self.table, 1)
        beside.addWidget(self.whole)
        beside.addWidget(self.all)
        beside.addStretch(0)
        beside.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown = QWidget()
        shown.setLayout(beside)
        sides = Sides(
            Side(self.list, design.LIST_WIDTH, fixed=True, height=design.LOAN_HEIGHT),
            Side(shown, design.FORM_WIDTH, height=design.CHART_HEIGHT),
        )
        whole = column(spacing=design.INSET)
        whole.setContentsMargins(design.SPACE, design.SPACE, design.SPACE, design.SPACE)
        whole.addLayout(self.above)
        whole.addWidget(sides, 1)
        whole.addLayout(self.buttons)
        self.setLayout(whole)
        width, height = design.MINIMUM_WINDOW
        self.resize(QSize(width - 4 * design.WIDE, height - 4 * design.WIDE).boundedTo(self.screen().availableSize()))


def _whole(line: Row) -> str:
    """Return a row in a sentence, for what does not fit into its columns."""
    text = translate("VersionsDialog", "{label}：{left} → {right}")
    return text.format(label=line.label, left=line.left or "—", right=line.right)
