"""What each day late costs, by loan, as curves over the stages."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.products import Brand
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import pick, translate
from jiebei_desktop.ui import design
from jiebei_desktop.ui.widgets.basics import Card
from jiebei_desktop.ui.widgets.curve_layers import Band
from jiebei_desktop.ui.widgets.curve_lines import Curve
from jiebei_desktop.ui.widgets.curves import CurveChart


class LateChart(Card):
    """`picked` says a day of the chart; importing this imports pyqtgraph."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__(translate("Late", "每晚一天，一共多付多少"))
        self.chart = CurveChart()
        self.chart.picked.connect(self.picked)
        self.chart.setMinimumWidth(design.CURVES_WIDTH)
        self.body.addWidget(self.chart)
        self.body.addStretch(1)

    def show_costs(self, costs: Sequence[tuple[Subject, Sequence[Decimal]]], span: int) -> None:
        """Show what each day costs, for each loan, over a number of days."""
        theme = design.current()
        brands = [subject.brand for subject, _ in costs]
        curves = [
            Curve(subject.label, theme.brand(subject.brand), _style(place, brands), values)
            for place, (subject, values) in enumerate(costs)
        ]
        text = translate("Late", "{label}晚 {days} 天多付 {amount} 元")
        said = (text.format(label=curve.name, days=span, amount=grouped(curve.values[-1])) for curve in curves)
        self.chart.show_curves(curves, stage_bands(span), pick("；", "; ").join(said))

    def mark(self, days: int) -> None:
        """Mark a day on the curves."""
        self.chart.mark(days)


def stage_bands(span: int) -> list[Band]:
    """Return the stages of being late over so many days."""
    stages = shipped_overdue().stages[1:]
    ends = [*(stage.first_day - 1 for stage in stages[1:]), span]
    return [Band(stage.first_day, end, stage.id) for stage, end in zip(stages, ends, strict=True)]


def _style(place: int, brands: Sequence[Brand | None]) -> int:
    """Return the style of a line: 借呗 solid and 花呗 dashed where they are one each, else one style a loan."""
    return int(brands[place] is Brand.HUABEI) if sorted(map(str, brands)) == _ONE_EACH else place % 4


_ONE_EACH = sorted(map(str, (Brand.JIEBEI, Brand.HUABEI)))
