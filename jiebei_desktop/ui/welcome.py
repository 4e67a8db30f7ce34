"""What the program says to somebody who has no loan in it yet: three ways to begin, and where everything stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from jiebei_desktop.files.plan_file import shown_name
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, column, label, row


class Welcome(QWidget):
    """Shown in the place of figures on an empty plan.

    `sample_wanted`, `new_wanted` and `file_wanted` are the three ways; `recent_wanted` is the plan of before.
    """

    sample_wanted = Signal()
    new_wanted = Signal()
    file_wanted = Signal()
    recent_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._folder = ""
        self._recent_plan: Callable[[], Path | None] = lambda: None
        self.sample = QPushButton(translate("Welcome", "看示例计划"))
        self.sample.setObjectName("primary")
        self.new = QPushButton(translate("Welcome", "填自己的借款"))
        self.open = QPushButton(translate("Welcome", "打开存过的计划…"))
        self.recent = QPushButton(translate("Welcome", "接着上次的"))
        self.file = label(name="quiet", wrap=True)
        self.sample.clicked.connect(self.sample_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.file_wanted)
        self.recent.clicked.connect(self.recent_wanted)
        self.place = label(name="small", wrap=True)
        self.copy = QPushButton(translate("Welcome", "复制位置"))
        self.copy.setObjectName("smallChip")
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._folder))
        layout = column(spacing=design.INSET)
        layout.addWidget(self._ways())
        layout.addWidget(self._promises())
        layout.addStretch(1)
        self.setLayout(layout)

    def show_places(self, recent: Callable[[], Path | None], folder: Path) -> None:
        """Show where the program keeps its own files, and the plan that was open before, whenever it is still there."""
        self._recent_plan, self._folder = recent, str(folder)
        text = translate("Welcome", "没存的改动和备份，程序替你留在：{folder}")
        self.place.setText(text.format(folder=folder))
        self._look_for_recent()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look anew what was open before."""
        super().showEvent(event)
        self._look_for_recent()

    def _look_for_recent(self) -> None:
        path = self._recent_plan()
        there = path is not None and path.is_file()
        self._recent.setVisible(there)
        if path is not None and there:
            self.file.setText(shown_name(path))

    def _ways(self) -> Card:
        card = Card(translate("Welcome", "从哪里开始？"))
        self._recent = self._way(self.recent, self.file)
        ways = (
            (self.sample, translate("Welcome", "借 12,000 元，两期没还：怎么借便宜、拖一天多少钱、怎么谈。约两分钟。")),
            (self.new, translate("Welcome", "照着 App 填金额和利率，每期还多少、晚几天多付多少，马上就有。")),
            (self.open, translate("Welcome", "以前存过的文件，接着看。")),
        )
        card.body.addWidget(self._recent)
        for button, what in ways:
            card.body.addWidget(self._way(button, label(what, "quiet", wrap=True)))
        card.setMaximumWidth(design.READING_WIDTH)
        return card

    def _way(self, button: QPushButton, what: QWidget) -> QWidget:
        line = row(spacing=design.SPACE)
        line.setContentsMargins(0, design.HALF, 0, design.HALF)
        button.setMinimumWidth(design.WIDE_BUTTON)
        line.addWidget(button)
        line.addWidget(what, 1)
        made = QWidget()
        made.setLayout(line)
        return made

    def _promises(self) -> Card:
        card = Card(translate("Welcome", "都留在你手里"))
        for said in (
            translate("Welcome", "不用注册，不联网。你填的东西只在这台电脑上。"),
            translate("Welcome", "计划存成一个文件，放哪里由你定，随时可以拷走、删掉。"),
        ):
            card.body.addWidget(label(said, wrap=True))
        where = row(spacing=design.GRID)
        where.addWidget(self.place, 1)
        where.addWidget(self.copy)
        card.body.addLayout(where)
        card.body.addWidget(
            label(translate("Welcome", "独立软件，与蚂蚁集团无关。算的是数，不是法律意见。"), "small", wrap=True)
        )
        card.setMaximumWidth(design.READING_WIDTH)
        return card
