"""The months ahead of all loans together, as a table: by product, what is late apart, and what comes after them."""

from __future__ import annotations

from jiebei_desktop.files.tables import Cell, Table, Word
from jiebei_desktop.money import ZERO
from jiebei_desktop.planning.overview import Overview
from jiebei_desktop.planning.overview_words import brand_word
from jiebei_desktop.products import Brand
from jiebei_desktop.text import translate


def year_table(found: Overview) -> Table:
    """Return what is to be paid in each month by brand; the running one has what is late already in a column apart.

    In the last row is what falls due after these months, so that all rows together are all that is still to be paid.
    """
    asked = {each.brand for each in found.stands if each.owed}
    brands = [brand for brand in Brand if brand in asked]
    header = (
        translate("OverviewTable", "月份"),
        *map(brand_word, brands),
        translate("OverviewTable", "逾期的（含罚息）"),
        translate("OverviewTable", "一共要还"),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            f"{month.first:%Y-%m}",
            *(month.dues.get(brand, ZERO) for brand in brands),
            month.late_sum,
            month.whole,
        )
        for month in found.months
    ]
    after = Word(translate("OverviewTable", "以后"), "later")
    rows.append((after, *(found.later.get(brand, ZERO) for brand in brands), ZERO, sum(found.later.values(), ZERO)))
    return Table(header, tuple(rows), ("month", *(brand.value for brand in brands), "late", "total"))
