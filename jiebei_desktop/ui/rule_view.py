"""A product rule on screen: every figure in words, how sure it is, and whose word it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPushButton, QWidget

from jiebei_desktop.planning.own_rule_words import figure_support, own_words
from jiebei_desktop.planning.rule_words import NOTHING, FigureWords, Said, in_force, support
from jiebei_desktop.planning.why import confidence_name, source_name
from jiebei_desktop.products import Confidence, ProductRule, RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.icons import icon
from jiebei_desktop.ui.rules.figure_card import ChosenCard
from jiebei_desktop.ui.widgets.basics import Card, Notice, column, label, row
from jiebei_desktop.ui.widgets.fields import choose, fill
from jiebei_desktop.ui.widgets.figure_model import Cell, Tone
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.still import StillBox


class RuleView(QWidget):
    """Every figure of a rule, and the chosen one below.

    `version_chosen` says a version by its place, `figure_chosen` that another row was, `add_figure` and `reset_all`
    that their buttons were pressed.
    """

    version_chosen = Signal(int)
    figure_chosen = Signal()
    add_figure = Signal()
    reset_all = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[FigureWords, Said]] = []
        self._offers = False
        self.version = StillBox()
        self.version.setAccessibleName(translate("RulesPage", "看哪时候的规则"))
        self.version.activated.connect(lambda _: self.version_chosen.emit(int(self.version.currentData())))
        self._version_title = label(self.version.accessibleName(), "fieldLabel")
        self.add = QPushButton(icon("add"), "")
        self.add.clicked.connect(self.add_figure)
        self.all_back = QPushButton(translate("OwnRules", "全部改回自带的"))
        self.all_back.clicked.connect(self.reset_all)
        self._top = QWidget()
        line = row(spacing=design.GRID)
        for part in (self._version_title, self.version, self.add):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.all_back)
        self._top.setLayout(line)
        self.table = WordsTable(translate("RulesPage", "规则里的每一项"))
        self.table.selectionModel().currentChanged.connect(lambda *_: self.figure_chosen.emit())
        self.table.row_why = self._row_why
        figures = Card()
        figures.body.addWidget(self._top)
        figures.body.addWidget(self.table, 1)
        self.card = ChosenCard()
        self.support = self.card.support
        self.notice = Notice()
        self._layout = column(spacing=design.INSET)
        self._layout.addWidget(self.notice)
        self._layout.addWidget(figures, 1)
        self._layout.addWidget(self.card)
        self.setLayout(self._layout)

    def _row_why(self, place: int) -> Sequence[str]:
        found, said = self._rows[place]
        return (figure_support(found) if said is found.figure else support(said)).split("\n")

    @property
    def chosen(self) -> tuple[FigureWords, Said] | None:
        """Return the figure of the row that is looked at, and what that row says of it; None where there is no row."""
        place = self.table.currentIndex().row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @property
    def chosen_path(self) -> str:
        """Return where the figure that is looked at stands in its rule; empty where there is none."""
        return self.chosen[0].path if self.chosen else ""

    def show_versions(self, shown: ProductRule | None, rules: RuleBook) -> None:
        """Offer the versions of a rule where there are several, the newest first."""
        versions = rules.versions[shown.id] if shown else ()
        for part in (self.version, self._version_title):
            part.setVisible(len(versions) > 1)
        places = range(len(versions) - 1, -1, -1)
        fill(self.version, ((str(place), in_force(versions[place], rules)) for place in places))
        if shown is not None:
            choose(self.version, str(versions.index(shown)))

    def offer(self, add: str, *, changed: bool) -> None:
        """Offer a figure more, by what its button says, where there can be one; and to take back all changes."""
        self.add.setText(add)
        self.add.setVisible(bool(add))
        self.all_back.setVisible(changed)
        self._offers = bool(add) or changed or not self.version.isHidden()
        self._top.setVisible(self._offers and not self.card.is_form)

    def show_rule(self, words: Sequence[FigureWords], chosen: str) -> None:
        """Show the figures of a rule, what disagrees below each; the figure of a path is looked at, else the first."""
        self._rows = [(found, said) for found in words for said in (found.figure, *found.views)]
        own = any(found.own for found in words)
        titles = [
            translate("RulesPage", "名称"),
            translate("RulesPage", "规则怎么写"),
            *([translate("RulesPage", "我改成")] if own else []),
            translate("RulesPage", "可靠程度"),
            translate("RulesPage", "来源"),
        ]
        header = [Cell(title, words=True) for title in titles]
        self.table.show_cells(header, [_cells(found, said, own=own) for found, said in self._rows])
        paths = [found.path for found, _ in self._rows]
        self.table.clearSelection()
        place = paths.index(chosen) if chosen in paths else 0
        self.table.setCurrentIndex(self.table.figures.index(place, 0))

    def show_path(self, path: str) -> None:
        """Go to the row of a figure, where it is there."""
        paths = [found.path for found, _ in self._rows]
        if path in paths and path != self.chosen_path:
            self.table.setCurrentIndex(self.table.figures.index(paths.index(path), 0))

    def look_at(self, path: str) -> None:
        """Put the focus on the row of a figure."""
        self.show_path(path)
        self.table.setFocus()

    def make_room(self, *, form: bool) -> None:
        """Share the height out: the form has as much as the table, and what leads elsewhere makes room for it."""
        self._top.setVisible(self._offers and not form)
        self._layout.setStretchFactor(self.card, 1 if form else 0)


def _cells(found: FigureWords, said: Said, *, own: bool) -> list[Cell]:
    sources = source_name(said.sources[0]) if said.sources else ""
    if len(said.sources) > 1:
        text = translate("RulesPage", "{source}，等 {count} 处")
        sources = text.format(source=sources, count=len(said.sources))
    if said is not found.figure:
        view = translate("RulesPage", "— {view}").format(view=said.name)
        texts = (view, said.value, *([""] if own else []), "", sources)
        return [Cell(text, Tone.QUIET, words=True, why=said.note) for text in texts]
    sure = Tone.WRONG if said.confidence is Confidence.LOW else Tone.PLAIN
    mine = translate("RulesPage", "✎ {value}").format(value=found.own.value) if found.own else ""
    return [
        Cell(said.name, words=True, why=said.note),
        Cell(said.value or NOTHING, Tone.QUIET if found.own else Tone.STRONG, words=True, why=said.note),
        *([Cell(mine, Tone.STRONG, words=True, why=own_words(found))] if own else []),
        Cell(confidence_name(said.confidence) if said.confidence else "", sure, words=True),
        Cell(sources or source_name(found.own.sources[0]) if found.own else sources, Tone.QUIET, words=True),
    ]


class WordsTable(FigureTable):
    """A table of words: what is too long for one line goes on below."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setWordWrap(True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the lines anew for the new width, and keep the row that is looked at in sight."""
        super().resizeEvent(event)
        self._fit()
        self.scrollTo(self.currentIndex())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what a few rows need; the others are scrolled to."""
        return QSize(super().sizeHint().width(), _LEAST_ROWS * design.ROW_HEIGHT)

    def _fit(self) -> None:
        """Share the width out; make every row as tall as its lines, which Qt measures without a style's padding."""
        if not self.figures.columnCount():
            return
        titles, count = self.horizontalHeader(), self.figures.columnCount()
        sure = max(design.SURE_COLUMN, self._title_width(count - 2), self._longest_word(count - 2))
        left = self.viewport().width() - design.NAMED_COLUMN - sure
        least = design.NAMED_COLUMN if count == _PLAIN else design.SURE_COLUMN
        left = max(left, (count - 2) * least)  # it scrolls sideways before its words are torn apart
        share = 4 if count == _PLAIN else 3
        values = [max(left * share // 9, self._title_width(place)) for place in range(1, count - 2)]
        widths = (design.NAMED_COLUMN, *values, sure, max(left - sum(values), least))
        for place, width in enumerate(widths):
            titles.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            titles.resizeSection(place, width)
        titles.setFixedHeight(design.ROW_HEIGHT)
        bold = range(1, 1 + len(values))
        metrics = [QFontMetrics(design.text_font(bold=place in bold)) for place in range(len(widths))]
        room = [max(width - 2 * design.HEADER_INSET, design.ICON) for width in widths]
        for line in range(self.figures.rowCount()):
            texts = [self.figures.text(self.figures.index(line, place)) for place in range(len(widths))]
            tall = max(map(_height, metrics, texts, room))
            self.setRowHeight(line, max(tall + design.GRID, design.ROW_HEIGHT))

    def _longest_word(self, place: int) -> int:
        """Return the width that a column needs so that no word in it is cut."""
        metrics, figures = QFontMetrics(design.text_font()), self.figures
        texts = (figures.text(figures.index(line, place)) for line in range(figures.rowCount()))
        words = {word for text in texts for word in text.split()}
        return max(map(metrics.horizontalAdvance, words), default=0) + 2 * design.HEADER_INSET


_LEAST_ROWS = 4
"""With the header."""
_PLAIN = 4
"""How many columns there are while nothing of the rule is the user's own."""


def _height(metrics: QFontMetrics, text: str, width: int) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 0), Qt.TextFlag.TextWordWrap, text).height()
