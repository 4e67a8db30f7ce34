"""导入 CSV: what a file of loans or of the budget would change, before anything is changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.files.csv_in import CsvError
from jiebei_desktop.files.plan_in import Incoming, read_plan_csv
from jiebei_desktop.files.plan_taking import Row, State
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import column, label, row
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.passing import PassingDialog
from jiebei_desktop.ui.widgets.saving import warn
from jiebei_desktop.values import Problem

_TONES = {State.PROBLEM: Tone.WRONG, State.NEW: Tone.STRONG, State.CHANGED: Tone.STRONG, State.SAME: Tone.QUIET}


def import_csv(store: Store, path: Path, parent: QWidget) -> bool:
    """Show what a CSV file would change and, where the user wants that, take it over as one undo step.

    Returns:
        Whether it was taken over.
    """
    while True:
        plan = store.plan
        try:
            incoming = read_plan_csv(path, plan, store.rules, store.today)
        except CsvError as error:
            warn(parent, joined(str(error), translate("CsvDialog", "计划没有动。")))
            return False
        if not CsvDialog(incoming, parent).exec() or incoming.plan is None:
            return False
        if store.plan == plan:  # else somebody else changed it meanwhile, and it would be something else
            break
    store.take_in(translate("CsvDialog", "导入 {name}").format(name=incoming.name), incoming.plan)
    return True


class CsvDialog(PassingDialog):
    """A file's rows, those that are wrong first. It changes nothing itself: it is accepted, or not."""

    def __init__(self, incoming: Incoming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("CsvDialog", "导入 {name}").format(name=incoming.name))
        self.answer = label(headline(incoming), "headline", wrap=True)
        remarks = (_promise(incoming), *incoming.remarks)
        self.about = label("\n".join(remarks), "quiet", wrap=True)
        self.table = FigureTable(translate("CsvDialog", "文件里的每一行"), elided=True)
        self.whole = label(name="quiet", wrap=True)
        self.table.asked.connect(self.whole.setText)
        self.accepting = QPushButton(_button(incoming))
        self.accepting.setObjectName("primary")
        self.accepting.setDefault(True)
        self.accepting.clicked.connect(self.accept)
        self.why_not = label(refusal(incoming), "quiet", wrap=True)
        self.leave = QPushButton(translate("CsvDialog", "取消"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.accepting.setEnabled(not refusal(incoming))
        self.table.show_cells(_header(), [_cells(each) for each in _ordered(incoming)])
        self.table.fix_columns({0: design.NUMBER_COLUMN + design.SPACE, 1: design.MONEY_FIELD, 2: design.SURE_COLUMN})
        self._lay_out()
        self.table.setFocus()
        if incoming.rows:
            self.table.selectRow(0)

    def _lay_out(self) -> None:
        buttons = row()
        buttons.addWidget(self.why_not, 1)
        buttons.addWidget(self.accepting)
        buttons.addWidget(self.leave)
        whole = column(spacing=design.INSET)
        whole.setContentsMargins(design.WIDE, design.SPACE, design.WIDE, design.SPACE)
        whole.addWidget(self.answer)
        whole.addWidget(self.about)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.whole)
        whole.addLayout(buttons)
        self.setLayout(whole)
        width, height = design.MINIMUM_WINDOW
        self.resize(QSize(width - 4 * design.WIDE, height - 4 * design.WIDE).boundedTo(self.screen().availableSize()))


def headline(incoming: Incoming) -> str:
    """Return how many rows are what, in a sentence."""
    texts = {
        State.PROBLEM: translate("CsvDialog", "有错 {count} 行"),
        State.NEW: translate("CsvDialog", "新的 {count} 行"),
        State.CHANGED: translate("CsvDialog", "有改动 {count} 行"),
        State.SAME: translate("CsvDialog", "一样的 {count} 行"),
    }
    counted = {state: incoming.count(state) for state in texts}
    said = [text.format(count=counted[state]) for state, text in texts.items() if counted[state]]
    if not said:
        return translate("CsvDialog", "文件里只有列名，没有内容。")
    kind = translate("CsvDialog", "借款") if incoming.loans else translate("CsvDialog", "收支和账户")
    text = translate("CsvDialog", "{kind}：{counts}。")
    return text.format(kind=kind, counts=translate("CsvDialog", "，").join(said))


def refusal(incoming: Incoming) -> str:
    """Return why nothing can be taken over; empty where something can."""
    if incoming.problem:
        return incoming.problem
    if incoming.plan is None:
        return translate("CsvDialog", "有错的行要先在文件里改好，再导入；现在什么都不会改。")
    return "" if _count(incoming) else translate("CsvDialog", "和计划里的一样，没有要导入的。")


def _count(incoming: Incoming) -> int:
    return incoming.count(State.NEW) + incoming.count(State.CHANGED)


def _button(incoming: Incoming) -> str:
    text = translate("CsvDialog", "导入 {count} 笔") if incoming.loans else translate("CsvDialog", "导入 {count} 项")
    return text.format(count=_count(incoming))


def _promise(incoming: Incoming) -> str:
    if incoming.loans:
        return translate("CsvDialog", "文件里没有的借款和没有的列都不会动。导入后可以撤销。")
    return translate("CsvDialog", "文件里没有的账户、收支和没有的列都不会动。导入后可以撤销。")


def _ordered(incoming: Incoming) -> list[Row]:
    """Return the rows: those that are wrong first, then what changes, what is the same last."""
    order = list(_TONES)
    return sorted(incoming.rows, key=lambda each: (order.index(each.state), each.line))


def _header() -> list[Cell]:
    return [
        Cell(translate("CsvDialog", "行")),
        Cell(translate("CsvDialog", "内容"), words=True),
        Cell(translate("CsvDialog", "怎样"), words=True),
        Cell(translate("CsvDialog", "说明"), words=True),
    ]


def _cells(each: Row) -> list[Cell]:
    said = message(each)
    text = (
        translate("CsvDialog", "第 {line} 行，{what}：{said}")
        if said
        else translate("CsvDialog", "第 {line} 行，{what}")
    )
    whole = text.format(line=each.line, what=each.what, said=said)
    return [
        Cell(str(each.line), Tone.QUIET, why=whole),
        Cell(each.what, words=True, why=whole),
        Cell(_state_name(each.state), _TONES[each.state], words=True, why=whole),
        Cell(said, Tone.WRONG if each.state is State.PROBLEM else Tone.PLAIN, words=True, why=whole),
    ]


def _state_name(state: State) -> str:
    return {
        State.PROBLEM: translate("CsvDialog", "有错"),
        State.NEW: translate("CsvDialog", "新的"),
        State.CHANGED: translate("CsvDialog", "有改动"),
        State.SAME: translate("CsvDialog", "一样"),
    }[state]


def message(each: Row) -> str:
    """Return all that is said of a row, each part with its column."""
    return translate("CsvDialog", "；").join(_said(part) for part in each.messages)


def _said(part: Problem) -> str:
    text = translate("CsvDialog", "{column}：{message}")
    return text.format(column=part.field, message=part.message) if part.field else part.message
