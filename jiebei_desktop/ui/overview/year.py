"""The months ahead as stacked bars by product, with what the budget leaves a month where that is known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial

from jiebei_desktop.money import grouped
from jiebei_desktop.planning.overview import MonthDue, Overview
from jiebei_desktop.planning.overview_words import level_summary, month_why, year_summary
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate
from jiebei_desktop.ui.widgets.chart_parts import Level
from jiebei_desktop.ui.widgets.month_bars import BarStyle, MonthBar, MonthBars, Part
from jiebei_desktop.ui.widgets.picture_out import PictureCard


class YearCard(PictureCard):
    """What is late stands at the foot of the running month's bar."""

    def __init__(self) -> None:
        self.bars = MonthBars()
        super().__init__(translate("Overview", "往后 12 个月"), self.bars)

    def show_overview(self, found: Overview, left: Decimal | None) -> None:
        """Show the months ahead; `left` is what the budget leaves in one, None where there is no budget."""
        summary = year_summary(found)
        level = None
        if left is not None:
            summary = joined(summary, level_summary(found, left))
            if left > 0:
                text = translate("Overview", "每月余 {amount}").format(amount=grouped(left).removesuffix(".00"))
                level = Level(left, text, late=True)
        bars = [_bar(month, found.today) for month in found.months]
        self.bars.show_bars(bars, level, summary, marked_name=translate("Overview", "这个月有逾期的"))
        self.bars.why = partial(month_why, found)
        self.show_summary(summary, found.today.isoformat())


def _bar(month: MonthDue, today: date) -> MonthBar:
    parts = [Part(month.late_sum, BarStyle.LATE)] if month.late else []
    parts += [Part(month.dues[brand], BarStyle(brand)) for brand in Brand if brand in month.dues]
    return MonthBar(_month_label(month.first, today), tuple(parts), marked=bool(month.late))


def _month_label(first: date, today: date) -> str:
    """Return a month's name under its bar, with its year where that begins."""
    if first.month == 1 or (first.year, first.month) == (today.year, today.month):
        return f"{first:%Y-%m}"
    return translate("Overview", "{month} 月").format(month=first.month)
