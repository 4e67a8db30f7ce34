"""What a stage of being late means: what can have happened, what comes next, what the borrower can count on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jiebei_desktop.planning.late_words import support
from jiebei_desktop.products.stages import Overdue, Said, Stage, shipped_overdue
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, clear, column, label
from jiebei_desktop.ui.widgets.even import Even


class StageCard(Card):
    """Made anew only when the stage, or what has happened by it, is another."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self.stage = label(name="cardTitle", wrap=True)
        self.body.addWidget(self.stage)
        sourced = translate("Late", "各家说法不一，都附来源。只给数字和出处，不是法律意见。")
        self.body.addWidget(label(sourced, "small", wrap=True))
        self._happens = column(spacing=design.GRID)
        self._rights = column(spacing=design.GRID)
        sides = []
        for title, side in (
            (translate("Late", "会发生什么"), self._happens),
            (translate("Late", "你可以指望的"), self._rights),
        ):
            whole = column(spacing=design.GRID)
            whole.addWidget(label(title, "tableTitle"))
            whole.addLayout(side)
            whole.addStretch(1)
            part = QWidget()
            part.setLayout(whole)
            part.setMinimumWidth(design.LIST_WIDTH)
            sides.append(part)
        self.body.addWidget(Even(sides, spacing=design.WIDE))

    def show_days(self, days: int) -> None:
        """Show what being so many days late means."""
        known = shipped_overdue()
        stage, happened, ahead = known.stage(days), known.happened(days), known.ahead(days)
        shown = (stage, happened, ahead)
        if shown == self._shown:
            return
        self._shown = shown
        self.stage.setText(_title(stage, known.class_of(days)))
        clear(self._happens)
        for said in reversed(happened):
            self._happens.addWidget(_line(str(said.text), support(said, known)))
        if ahead is not None:
            text = translate("Late", "接下来（第 {day} 天起）：{what}").format(day=ahead.from_day, what=ahead.text)
            self._happens.addWidget(_line(text, support(ahead, known)))
        if self._rights.count() == 0:
            self._show_rights(known)

    def _show_rights(self, known: Overdue) -> None:
        for said in (*known.rights, known.holidays):
            self._rights.addWidget(_line(str(said.text), support(said, known)))


def _title(stage: Stage, level: Said) -> str:
    return translate("Late", "{stage} · 五级分类 {level}").format(stage=stage.name, level=level.text)


def _line(text: str, whose: str) -> QWidget:
    made = QWidget()
    layout = column(spacing=0)
    layout.addWidget(label(text, wrap=True))
    layout.addWidget(label(whose, "small", wrap=True))
    made.setLayout(layout)
    return made
