"""A product rule on screen: every figure in words, how sure it is, and whose word it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QWidget

from jiebei_desktop.planning.rule_words import FigureWords, Said, in_force, support
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.products import Confidence, ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card, column, label, row
from jiebei_desktop.ui.widgets.fields import choose, fill
from jiebei_desktop.ui.widgets.figures import Cell, FigureTable, Tone
from jiebei_desktop.ui.widgets.still import StillBox


class RuleView(QWidget):
    """Every figure of a rule, and the sources of the chosen one. `version_chosen` says a version by its place."""

    version_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._said: list[Said] = []
        self.version = StillBox()
        self.version.setAccessibleName(translate("RulesPage", "看哪时候的规则"))
        self.version.activated.connect(lambda _: self.version_chosen.emit(int(self.version.currentData())))
        self._versions = QWidget()
        line = row()
        line.addWidget(label(self.version.accessibleName(), "fieldLabel"))
        line.addWidget(self.version)
        line.addStretch(1)
        self._versions.setLayout(line)
        self.table = WordsTable(translate("RulesPage", "规则里的每一项"))
        self.table.selectionModel().currentChanged.connect(lambda now, _: self._explain(now.row()))
        figures = Card()
        figures.body.addWidget(self._versions)
        figures.body.addWidget(self.table, 1)
        self.support = Sources()
        self.support.setAccessibleName(translate("RulesPage", "来源"))
        sources = Card(translate("RulesPage", "选中这一项的来源"))
        sources.body.addWidget(self.support)
        layout = column(spacing=design.INSET)
        layout.addWidget(figures, 1)
        layout.addWidget(sources)
        self.setLayout(layout)

    def show_versions(self, shown: ProductRule | None, rules: RuleBook) -> None:
        """Offer the versions of a rule where there are several, the newest first."""
        versions = rules.versions[shown.id] if shown else ()
        self._versions.setVisible(len(versions) > 1)
        places = range(len(versions) - 1, -1, -1)
        fill(self.version, ((str(place), in_force(versions[place], rules)) for place in places))
        if shown is not None:
            choose(self.version, str(versions.index(shown)))

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
        self.support.setPlainText(support(self._said[place]) if 0 <= place < len(self._said) else "")


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
    """A table of words: what is too long for one line goes on below."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Share the width out; make every row as tall as its lines, which Qt measures without a style's padding."""
        if not self.figures.columnCount():
            return
        titles, left = self.horizontalHeader(), self.viewport().width() - design.NAMED_COLUMN - design.SURE_COLUMN
        values = left * 4 // 9
        widths = (design.NAMED_COLUMN, values, design.SURE_COLUMN, left - values)
        for place, width in enumerate(widths):
            titles.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            titles.resizeSection(place, width)
        titles.setFixedHeight(design.ROW_HEIGHT)
        metrics = [QFontMetrics(design.text_font(bold=place == _VALUES)) for place in range(len(widths))]
        room = [max(width - 2 * design.HEADER_INSET, design.ICON) for width in widths]
        for line in range(self.figures.rowCount()):
            texts = [self.figures.text(self.figures.index(line, place)) for place in range(len(widths))]
            tall = max(map(_height, metrics, texts, room))
            self.setRowHeight(line, max(tall + design.GRID, design.ROW_HEIGHT))


_VALUES = 1


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, text).height()


class Sources(QPlainTextEdit):
    """Text to read and to copy from: Tab chooses all of it, Ctrl+C copies."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(design.SOURCES_HEIGHT)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Choose everything when Tab comes here."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.selectAll()
