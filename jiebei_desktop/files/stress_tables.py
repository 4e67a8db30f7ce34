"""The stress test as tables."""

from __future__ import annotations

from collections.abc import Sequence

from jiebei_desktop.files.tables import Cell, Share, Table, Word
from jiebei_desktop.planning.stress.chance import LEVELS, Chances
from jiebei_desktop.planning.stress.remedies import Remedied
from jiebei_desktop.planning.stress.settings import Stress
from jiebei_desktop.planning.stress.words import remedy_name, remedy_sentence
from jiebei_desktop.text import translate


def chances_table(found: Chances) -> Table:
    """Return the many futures, one row a month."""
    header = (
        translate("StressTable", "月份"),
        translate("StressTable", "有一期会晚的可能"),
        *(translate("StressTable", "最紧那天：{level}% 的可能不超过").format(level=level) for level in LEVELS),
        *(translate("StressTable", "月底：{level}% 的可能不超过").format(level=level) for level in LEVELS),
    )
    rows: list[tuple[Cell, ...]] = [
        (f"{month.first:%Y-%m}", Share(month.late), *month.straight, *month.ends) for month in found.months
    ]
    keys = ("month", "late_percent", *(f"lowest_{level}" for level in LEVELS), *(f"end_{level}" for level in LEVELS))
    return Table(header, tuple(rows), keys)


def remedies_table(found: Sequence[Remedied], nothing: Chances, stress: Stress) -> Table:
    """Return what would help, one row a remedy."""
    header = (
        translate("StressTable", "办法"),
        translate("StressTable", "会晚的可能"),
        translate("StressTable", "逾期平均多花"),
        translate("StressTable", "95% 不超过"),
        translate("StressTable", "最紧那天的中位数"),
        translate("StressTable", "办法本身多付"),
        translate("StressTable", "说明"),
    )
    rows: list[tuple[Cell, ...]] = []
    for each in found:
        said, chances = remedy_sentence(each, nothing, stress), each.chances
        name = Word(remedy_name(each.remedy, stress), each.remedy.value)
        if chances is None:
            rows.append((name, None, None, None, None, None, said))
        else:
            figures = (Share(chances.late), chances.expected, chances.worst, chances.median_lowest, each.extra)
            rows.append((name, *figures, said))
    keys = ("remedy", "late_percent", "late_cost", "late_cost_95", "median_lowest", "extra_cost", "why")
    return Table(header, tuple(rows), keys, frozenset({keys.index("why")}))
