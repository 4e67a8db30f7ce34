"""A product rule on screen: every figure in words, how sure it is, and whose word it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QScrollArea, QSizePolicy, QWidget

from jiebei_desktop.planning.rule_words import FigureWords, Said, in_force, support
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.products import Confidence, ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, column
from jiebei_desktop.ui.widgets.fields import ChoiceField
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone


class RuleView(QScrollArea):
    """Every figure of a rule, and the sources of the chosen one. `version_chosen` says a version by its place."""

    version_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._said: list[Said] = []
        self.version = ChoiceField(translate("RulesPage", "看哪时候的规则"))
        self.version.setMaximumWidth(design.FORM_WIDTH)
        self.version.edited.connect(lambda text: self.version_chosen.emit(int(text)))
        self.table = WordsTable(translate("RulesPage", "规则里的每一项"))
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._explain(now.row()))
        figures = Card()
        figures.body.addWidget(self.version)
        figures.body.addWidget(self.table)
        self.support = Selectable()
        self.support.setAccessibleName(translate("RulesPage", "来源"))
        sources = Card(translate("RulesPage", "来源"))
        sources.body.addWidget(self.support)
        layout = column(spacing=design.INSET)
        layout.addWidget(figures)
        layout.addWidget(sources)
        layout.addStretch(1)
        layout.setContentsMargins(0, 0, design.INSET, 0)  # the scroll bar's room
        inside = QWidget()
        inside.setObjectName("plain")
        inside.setLayout(layout)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_versions(self, shown: ProductRule | None, rules: RuleBook) -> None:
        """Offer the versions of a rule where there are several, the newest first."""
        versions = rules.versions[shown.id] if shown else ()
        self.version.setVisible(len(versions) > 1)
        places = range(len(versions) - 1, -1, -1)
        self.version.set_choices((str(place), in_force(versions[place], rules)) for place in places)
        if shown is not None:
            self.version.set_text(str(versions.index(shown)))

    def show_rule(self, words: Sequence[FigureWords]) -> None:
        """Show the figures of a rule, what disagrees below each."""
        self._said = [said for found in words for said in (found.figure, *found.views)]
        header = [
            Cell(translate("RulesPage", "名称"), words=True),
            Cell(translate("RulesPage", "规则怎么写"), words=True),
            Cell(translate("RulesPage", "可靠程度"), words=True),
            Cell(translate("RulesPage", "来源"), words=True),
        ]
        self.table.show_cells(header, [_cells(said) for said in self._said])
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.figures.index(0, 0))
        self._explain(0)

    def _explain(self, place: int) -> None:
        self.support.setText(support(self._said[place]) if 0 <= place < len(self._said) else "")


def _cells(said: Said) -> list[Cell]:
    sources = source_name(said.sources[0])
    if len(said.sources) > 1:
        text = translate("RulesPage", "{source}，等 {count} 处")
        sources = text.format(source=sources, count=len(said.sources))
    if said.confidence is None:
        view = translate("RulesPage", "— {view}").format(view=said.name)
        quiet = (Cell(text, Tone.QUIET, words=True, why=said.note) for text in (view, said.value, "", sources))
        return list(quiet)
    sure = Tone.WRONG if said.confidence is Confidence.LOW else Tone.PLAIN
    return [
        Cell(said.name, words=True, why=said.note),
        Cell(said.value, Tone.STRONG, words=True, why=said.note),
        Cell(confidence_name(said.confidence), sure, words=True),
        Cell(sources, Tone.QUIET, words=True),
    ]


class WordsTable(FigureTable):
    """A table of words: lines that are too long go on below, and all rows are to be seen."""

    def __init__(self, name: str) -> None:
        super().__init__(name, whole=True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setMinimumWidth(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as tall as all rows with their lines broken."""
        titles = self.horizontalHeader()
        if not titles.count():
            return
        for place, width in ((0, design.NAMED_COLUMN), (2, design.SURE_COLUMN)):
            titles.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            titles.resizeSection(place, width)
        titles.setFixedHeight(design.ROW_HEIGHT)
        height = design.ROW_HEIGHT + 2 * design.FOCUS
        for place in range(self.figures.rowCount()):
            tall = max(self.sizeHintForRow(place), design.ROW_HEIGHT)
            self.setRowHeight(place, tall)
            height += tall
        self.setFixedHeight(height)


class Selectable(QLabel):
    """Text to copy from: Tab chooses all of it, Ctrl+C copies."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take any width: an address without a place to break must not widen the page."""
        return QSize(0, super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose everything when Tab comes here."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.setSelection(0, len(self.text()))
