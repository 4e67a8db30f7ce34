"""The curves of a comparison. Importing this imports pyqtgraph."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_curves import (
    balances_by_day,
    balances_said,
    costs_by_day,
    costs_said,
    late_by_day,
    late_said,
    late_span,
    origin_of,
)
from jiebei_desktop.planning.comparison_picture_why import balances_why, costs_why, late_why
from jiebei_desktop.planning.comparison_report import given
from jiebei_desktop.text import translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.late_chart import stage_bands
from jiebei_desktop.ui.widgets.curve_lines import Curve
from jiebei_desktop.ui.widgets.curves import CurveChart
from jiebei_desktop.ui.widgets.picture_out import PictureCard


class CurveCards:
    """Three cards: costs by date, balances by date, costs by days late."""

    def __init__(self) -> None:
        self.cost_chart = CurveChart("", hover=True, steps=True)
        self.balance_chart = CurveChart("", hover=True, steps=True)
        self.late_chart = CurveChart(hover=True)
        self.costs = PictureCard(translate("Compare", "到每一天为止，付了多少利息和手续费"), self.cost_chart)
        self.balances = PictureCard(translate("Compare", "到每一天为止，还欠多少本金"), self.balance_chart)
        self.late = PictureCard(translate("Compare", "第一期晚几天，多付多少罚息"), self.late_chart)
        self.cards = [self.costs, self.balances, self.late]

    @property
    def parts(self) -> dict[QWidget, Callable[[Compared], None]]:
        """Return the cards with what shows a comparison in each."""
        return {self.costs: self.show_costs, self.balances: self.show_balances, self.late: self.show_late}

    def show_costs(self, compared: Compared) -> None:
        """Show what was paid in interest and fees by each day."""
        self.cost_chart.why = partial(costs_why, compared)
        said = costs_said(compared)
        self.cost_chart.show_curves(_curves(compared, costs_by_day(compared)), (), said, origin_of(compared))
        self.costs.show_summary(said, given(compared))

    def show_balances(self, compared: Compared) -> None:
        """Show what is owed on each day."""
        self.balance_chart.why = partial(balances_why, compared)
        by_day = balances_by_day(compared)
        said = balances_said(compared, by_day)
        self.balance_chart.show_curves(_curves(compared, by_day), (), said, origin_of(compared))
        self.balances.show_summary(said, given(compared))

    def show_late(self, compared: Compared) -> None:
        """Show what each day late costs."""
        self.late_chart.why = partial(late_why, compared)
        late = late_by_day(compared)
        said = late_said(compared, late)
        self.late_chart.show_curves(_curves(compared, late), stage_bands(late_span(compared)), said)
        self.late_chart.mark(compared.comparison.late_days)
        self.late.show_summary(said, given(compared))


def _curves(compared: Compared, values: dict[int, list[Decimal]]) -> list[Curve]:
    theme = design.current()
    return [
        Curve(compared.names[place], theme.brand(compared.columns[place].brand), place, by_day)
        for place, by_day in values.items()
    ]
