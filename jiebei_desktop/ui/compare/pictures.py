"""The pictures of a comparison; those that need pyqtgraph are made when the first of them comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_curves import cash_said, cycles_said, origin_of
from jiebei_desktop.planning.comparison_picture_why import heat_why
from jiebei_desktop.planning.comparison_report import given
from jiebei_desktop.planning.heat import day_titles, heat_of, period_titles, product_names
from jiebei_desktop.planning.worked import Worked
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import column
from jiebei_desktop.ui.widgets.cash_strip import CashStrip, Lane, Pay
from jiebei_desktop.ui.widgets.heat_map import HeatMap
from jiebei_desktop.ui.widgets.later import Later
from jiebei_desktop.ui.widgets.picture_out import PictureCard
from jiebei_desktop.ui.widgets.pictures import Cycle, CycleStrip


class Pictures(QWidget):
    """Strips by date, curves and heat maps.

    `picked` says a day late of the curves, `let_go` that it is chosen, `made` that there are other pictures.
    """

    picked = Signal(int)
    let_go = Signal()
    made = Signal()

    def __init__(self, later: Later[Compared]) -> None:
        super().__init__()
        self._later = later
        self._cycle_strip, self._cash_strip = CycleStrip(), CashStrip()
        self.cycles = PictureCard(translate("Compare", "哪天还"), self._cycle_strip)
        self.cash = PictureCard(translate("Compare", "钱的进出，按日期"), self._cash_strip)
        self.curves = _Curves(self)
        self.heats = _Heats(self)
        layout = column(spacing=design.INSET)
        for part in (self.cycles, self.cash, self.curves, self.heats):
            layout.addWidget(part)
        self.setLayout(layout)
        later.add(self.cycles, self._show_cycles)
        later.add(self.cash, self._show_cash)
        later.add(self.curves, self.curves.make)
        later.add(self.heats, self.heats.make)

    def take(self, parts: Mapping[QWidget, Callable[[Compared], None]]) -> None:
        """Take in cards that were made late."""
        for card, show in parts.items():
            self._later.add(card, show)
        self._later.look_soon()
        self.made.emit()

    @property
    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, from top to bottom."""
        cards = [self.cycles, self.cash, *self.curves.cards, *self.heats.cards]
        found = []
        for card in cards:
            found += [card.picture] if card.picture.focusPolicy() is not Qt.FocusPolicy.NoFocus else []
            found.append(card.save)
        return found

    def _show_cycles(self, compared: Compared) -> None:
        theme = design.current()
        cycles = [
            Cycle(compared.names[place], theme.brand(compared.columns[place].brand), place, _paid(worked))
            for place, worked in compared.able
        ]
        self._cycle_strip.show_cycles(origin_of(compared), cycles)
        self.cycles.show_summary(cycles_said(compared), given(compared))

    def _show_cash(self, compared: Compared) -> None:
        theme = design.current()
        lanes = [
            Lane(
                compared.names[place],
                theme.brand(compared.columns[place].brand),
                place,
                worked.start,
                worked.amount,
                [Pay(due.number, due.due_date, due.principal, due.cost) for due in worked.by_day],
            )
            for place, worked in compared.able
        ]
        self._cash_strip.show_lanes(origin_of(compared), lanes)
        self.cash.show_summary(cash_said(compared), given(compared))


def _paid(worked: Worked) -> list[tuple[date, Decimal]]:
    return [(due.due_date, due.payment) for due in worked.by_day]


class Pairs(QWidget):
    """Cards two in a row, or one where two are too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: Sequence[PictureCard] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(design.INSET)
        self._places = 2

    def set_cards(self, cards: Sequence[PictureCard]) -> None:
        """Hold other cards; those that are no longer among them go."""
        for gone in [card for card in self.cards if card not in cards]:
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.cards = cards
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the number of columns for the new width."""
        super().resizeEvent(event)
        if self._fitting != self._places:
            self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return what one card needs: they stand below one another where two don't fit."""
        return QSize(self._least, super().minimumSizeHint().height())

    @property
    def _fitting(self) -> int:
        """Return how many cards fit beside one another."""
        return 2 if self.width() >= 2 * self._least + design.INSET else 1

    @property
    def _least(self) -> int:
        return max([design.CURVES_WIDTH, *(card.minimumSizeHint().width() for card in self.cards)])

    def _arrange(self) -> None:
        count, places = len(self.cards), self._fitting
        self._places = places
        for place, card in enumerate(self.cards):
            alone = place == count - 1 and place % places == 0
            self._grid.addWidget(card, place // places, place % places, 1, places if alone else 1)
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < places else 0)


class _Curves(Pairs):
    """Costs and balances by date, and costs by days late."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self.setMinimumHeight(design.CURVES_HEIGHT)  # a place to come into sight

    def make(self, _compared: Compared) -> None:
        """Make the charts when they are first seen."""
        if self.cards:
            return
        from jiebei_desktop.ui.compare.curves import CurveCards  # noqa: PLC0415 - pyqtgraph with the first chart

        self.made = CurveCards()
        self.made.late_chart.picked.connect(self._pictures.picked)
        self.made.late_chart.let_go.connect(self._pictures.let_go)
        self.set_cards(self.made.cards)
        self._pictures.take(self.made.parts)


class _Heats(Pairs):
    """A heat map for each product."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures
        self._maps: list[HeatCard] = []
        self.setMinimumHeight(design.CHART_HEIGHT)

    def make(self, compared: Compared) -> None:
        """Make a card for each product."""
        names = product_names(compared)
        if names != [card.name for card in self._maps]:
            made = self._maps = [HeatCard(place, name) for place, name in enumerate(names)]
            self.set_cards(made)
            self._pictures.take({card: card.show_comparison for card in made})
        self.setMinimumHeight(design.CHART_HEIGHT if names else design.LINE_WIDTH)  # a place to come into sight


class HeatCard(PictureCard):
    """One heat map; the cell that is looked at is said below it."""

    def __init__(self, place: int, name: str) -> None:
        self._place = place
        self.map = HeatMap()
        text = translate("Compare", "{name}：分几期、晚几天，一共多付多少（元）")
        super().__init__(text.format(name=name), self.map)
        self.name, self._whole = name, ""
        self.map.asked.connect(lambda said: self.show_summary(said or self._whole))

    def show_comparison(self, compared: Compared) -> None:
        """Show what the product costs by term and by days late."""
        heat = heat_of(compared, self._place)
        self._whole = heat.summary
        colour = design.current().brand(heat.brand)
        self.map.why = partial(heat_why, heat)
        self.map.show_heat(colour, period_titles(heat), day_titles(), heat.cells, heat.said, heat.summary)
        self.note = given(compared)
        if not self.map.hasFocus():  # else the map says its cell
            self.show_summary(heat.summary)
