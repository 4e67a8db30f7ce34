"""The whole plan as files: tables, a workbook, paper, a calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget

from jiebei_desktop.files.csv_out import CsvOptions
from jiebei_desktop.files.ics_out import CalendarOptions, calendar_for
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.files.whole_plan import CALENDAR, WholePlan, put_file
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.asking import may_replace
from jiebei_desktop.ui.beside import Beside, Tell
from jiebei_desktop.ui.plan_papers import plan_papers
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.store import Store
from jiebei_desktop.ui.widgets.basics import Notice, column, label, row
from jiebei_desktop.ui.widgets.dialog_body import DialogBody
from jiebei_desktop.ui.widgets.passing import PassingDialog
from jiebei_desktop.ui.widgets.saving import file_name
from jiebei_desktop.values import ProblemError

CSV: Final = "csv"
XLSX: Final = "xlsx"
PDF: Final = "pdf"
ICS: Final = "ics"
Files = Iterator[tuple[str, bytes]]
_NAMED: Final = 3


class ExportDialog(PassingDialog):
    """What is wanted and how; then the files are made beside the window, and written once all are there."""

    def __init__(self, store: Store, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Export", "导出整个计划"))
        self._store, self._settings = store, settings
        self._folder = Path()
        self._making: _Making | None = None
        self.kinds = {
            CSV: QCheckBox(translate("Export", "CSV 表格：每笔借款、全部还款日、对比、预算……一张表一个文件")),
            XLSX: QCheckBox(translate("Export", "Excel 工作簿：同样的表放在一起，带图和合计")),
            PDF: QCheckBox(translate("Export", "PDF：还款表、成本明示表、逾期、预算，可以打印")),
            ICS: QCheckBox(translate("Export", "日历 .ics：每个还款日一条，到前会提醒")),
        }
        for box in self.kinds.values():
            box.setChecked(True)
            box.toggled.connect(lambda _: self._show_state())
        options = settings.csv_options
        self.mark = _box(translate("Export", "开头加 UTF-8 标记（Excel 直接打开不乱码）"), on=options.mark)
        self.keys = _box(translate("Export", "表头用固定的英文名（给程序读）"), on=options.keys)
        self.why = _box(translate("Export", "写上每个数是怎么来的"), on=options.why)
        self.about = label(name="quiet", wrap=True)
        self.notice = Notice()
        self.start = QPushButton(translate("Export", "选文件夹，导出…"))
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self._ask)
        self.show_folder = QPushButton(translate("Export", "打开文件夹"))
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        self.leave = QPushButton(translate("Export", "关闭"))
        self.leave.clicked.connect(self._stop_or_leave)
        self.work = Beside(self)
        self.work.found.connect(lambda _: self._draw())
        self.work.refused.connect(self._refuse)
        self.work.moved.connect(self._move)
        self._lay_out()
        self._show_state()

    @property
    def busy(self) -> bool:
        """Tell whether files are being made."""
        return self._making is not None

    def done(self, result: int) -> None:
        """Close, and stop what is being made."""
        self._stop()
        super().done(result)

    def export_to(self, folder: Path) -> None:
        """Make the chosen files and write them into a folder."""
        self._folder = folder
        self.notice.say("")
        options = CsvOptions(self.mark.isChecked(), self.keys.isChecked(), self.why.isChecked())
        self._settings.csv_options = options
        wanted = [kind for kind, box in self.kinds.items() if box.isChecked()]
        self._making = _Making(self._store, self._settings, folder, options, wanted)
        self.work.start(self._making.work_out)
        self._show_state()

    def _ask(self) -> None:
        title = translate("Export", "导出到哪个文件夹")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._settings.last_folder))
        if chosen:
            self._settings.last_folder = Path(chosen)
            self.export_to(Path(chosen))

    def _move(self, name: object) -> None:
        if name:  # else something long goes on
            self.about.setText(translate("Export", "已算好 {name}……").format(name=name))

    def _stop(self) -> None:
        self._making = None
        self.work.stop()

    def _refuse(self, said: str) -> None:
        self._stop()
        self._show_state()
        self.notice.say(said)

    def _draw(self) -> None:
        """Draw one paper after the other, for Qt's fonts are the window's, and let the window live between them."""
        making = self._making
        if making is None:  # it was stopped
            return
        if making.papers:
            name, paper = making.papers.pop(0)
            making.made[f"{name}.pdf"] = paper()
            self._move(f"{name}.pdf")
            QTimer.singleShot(0, self, self._draw)
        else:
            self._write(making)

    def _write(self, making: _Making) -> None:
        """Write what was made."""
        if not self._may_replace(making.made):
            self._refuse(_nothing_written())
            return
        try:
            for name, content in making.made.items():
                put_file(self._folder / name, content)
        except OSError as error:
            text = translate("Export", "没能写到 {folder}：{reason}。计划没有动，换个文件夹再试。")
            self._refuse(text.format(folder=self._folder, reason=reason(error)))
            return
        self._stop()
        self._show_state()
        text = translate("Export", "写好了 {count} 个文件，在 {folder}")
        self.about.setText(text.format(count=len(making.made), folder=self._folder))
        self.notice.say("\n".join(making.left_out))
        self.show_folder.show()
        self.show_folder.setFocus()

    def _may_replace(self, names: Collection[str]) -> bool:
        """Ask about files that are there already: the folder may have others by these names."""
        there = [name for name in names if not name.endswith(CALENDAR) and (self._folder / name).exists()]
        text = translate("Export", "这个文件夹里已经有 {count} 个同名的文件：{names}")
        shown = translate("Export", "、").join(there[:_NAMED]) + ("…" if len(there) > _NAMED else "")
        return not there or may_replace(self, text.format(count=len(there), names=shown))

    def _stop_or_leave(self) -> None:
        if self.busy:
            self._stop()
            self._show_state()
        else:
            self.reject()

    def _show_state(self) -> None:
        working = self.busy
        self.start.setEnabled(not working and any(box.isChecked() for box in self.kinds.values()))
        self.leave.setText(translate("Export", "停下") if working else translate("Export", "关闭"))
        self.about.setText("")
        self.show_folder.hide()
        for box in (self.mark, self.keys, self.why):
            box.setEnabled(self.kinds[CSV].isChecked())

    def _lay_out(self) -> None:
        asked = column(spacing=design.INSET)
        asked.addWidget(label(translate("Export", "要哪些？"), "cardTitle"))
        for kind, box in self.kinds.items():
            asked.addWidget(box)
            if kind == CSV:
                under = column()
                under.setContentsMargins(design.WIDE, 0, 0, 0)
                for option in (self.mark, self.keys, self.why):
                    under.addWidget(option)
                asked.addLayout(under)
        asked.addWidget(self.notice)
        asked.addWidget(self.about)
        asked.addStretch(1)
        buttons = row()
        buttons.addStretch(1)
        for button in (self.show_folder, self.start, self.leave):
            buttons.addWidget(button)
        whole = column(spacing=design.INSET)
        whole.setContentsMargins(design.WIDE, design.WIDE, design.WIDE, design.SPACE)
        whole.addWidget(DialogBody(asked, design.ABOUT_WIDTH - 2 * design.WIDE), 1)
        whole.addLayout(buttons)
        self.setLayout(whole)


class _Making:
    """What is made of a plan as it was when it was asked for, beside the window.

    Attributes:
        made: the files by name.
        papers: what is still to be drawn, by name, and what draws it; that is the window's part.
        left_out: what could not be made, and why.
    """

    def __init__(self, store: Store, settings: Settings, folder: Path, options: CsvOptions, wanted: list[str]) -> None:
        self._plan: Plan = store.plan
        self._rules: RuleBook = store.rules
        self._today, self._folder = store.today, folder
        self._options, self._wanted = options, wanted
        self._days_before = settings.remind_days
        self._name = file_name(store.plan.name)
        self.made: dict[str, bytes] = {}
        self.papers: list[tuple[str, Callable[[], bytes]]] = []
        self.left_out: list[str] = []

    def work_out(self, tell: Tell) -> None:
        """Make the files, and what is to be drawn, as far as it goes on.

        Raises:
            ProblemError: it was stopped.
        """
        whole = WholePlan(self._plan, self._rules, self._today, lambda _share: tell(""))
        for kind in self._wanted:
            for name, content in self._files_of(kind, whole):
                self.made[name] = content
                if not tell(name):
                    raise ProblemError("", _nothing_written())
        if PDF in self._wanted:
            self.papers = plan_papers(self._plan, self._rules, self._today, whole.memory)

    def _files_of(self, kind: str, whole: WholePlan) -> Files:
        if kind == CSV:
            yield from whole.csv_files(self._options, self.left_out.append)
        elif kind == XLSX:
            yield f"{self._name}.xlsx", whole.workbook()
        elif kind == ICS:
            now = datetime.now().astimezone()
            options = CalendarOptions(days_before=self._days_before)
            name = f"{self._name}{CALENDAR}"
            yield name, calendar_for(self._folder / name, self._plan, self._rules, now, options, whole.memory)


def _nothing_written() -> str:
    return translate("Export", "停下了，什么都没有写。")


def _box(text: str, *, on: bool) -> QCheckBox:
    made = QCheckBox(text)
    made.setChecked(on)
    return made
