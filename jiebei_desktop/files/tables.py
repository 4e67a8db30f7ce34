"""The tables that are exported: one header row and typed cells, whatever the format that they go out in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Self
from unicodedata import east_asian_width

from jiebei_desktop.engine import Row, Schedule
from jiebei_desktop.money import ZERO, grouped, percent
from jiebei_desktop.planning.late import Subject
from jiebei_desktop.planning.late_words import way_label
from jiebei_desktop.planning.situation import Situation, Way
from jiebei_desktop.planning.ways import ways
from jiebei_desktop.planning.why import cost_why, ground_why, instalment_why
from jiebei_desktop.planning.wording import joined
from jiebei_desktop.products import ProductRule
from jiebei_desktop.products.stages import shipped_overdue
from jiebei_desktop.text import translate


class Share(NamedTuple):
    """A share of 1, shown as a percentage."""

    value: Decimal


class Word(str):
    """A word for one of a few things, with the key that a program gets instead: English, the same in every version."""

    __slots__ = ("key",)
    key: str

    def __new__(cls, text: str, key: str) -> Self:
        """Return the word; it is a text like any other but for its key."""
        word = super().__new__(cls, text)
        word.key = key
        return word


Cell = str | int | Decimal | date | Share | None


def shown(cell: Cell) -> str:
    """Return a cell as it is read."""
    if cell is None:
        return ""
    if isinstance(cell, Share):
        return percent(cell.value)
    return grouped(cell) if isinstance(cell, Decimal) else str(cell)


def text_width(text: str) -> int:
    """Return how many characters wide a text's longest line is; a Chinese one counts two."""
    return max((sum(1 + (east_asian_width(sign) in "WF") for sign in line) for line in text.splitlines()), default=0)


class Table(NamedTuple):
    """A header and rows of the same length.

    Attributes:
        header: what each column is called, in the language in use.
        keys: what it is called for a program: English in lower case, the same in every version, no two alike.
        told: the places of the columns that only say how the figures came about.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[str, ...] = ()
    told: frozenset[int] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the keys; columns that were given none are numbered."""
        return self.keys or tuple(f"column_{number}" for number in range(1, len(self.header) + 1))

    def plus(self, key: str, title: str, cells: Sequence[Cell]) -> Table:
        """Return the table with one more column."""
        rows = tuple((*row, cell) for row, cell in zip(self.rows, cells, strict=True))
        return Table((*self.header, title), rows, (*self.names, key), self.told)

    def beside(self, key: str, title: str, told: Sequence[str]) -> Table:
        """Return the table with one more column, which tells of each row how it came about; on one line."""
        table = self.plus(key, title, [" ".join(each.splitlines()) or None for each in told])
        return table._replace(told=self.told | {len(self.header)})

    def without(self, places: Collection[int]) -> Table:
        """Return the table without the columns at these places."""
        kept = [place for place in range(len(self.header)) if place not in places]
        return Table(
            tuple(self.header[place] for place in kept),
            tuple(tuple(row[place] for place in kept) for row in self.rows),
            tuple(self.names[place] for place in kept),
            frozenset(new for new, place in enumerate(kept) if place in self.told),
        )


def schedule_table(worked_out: Schedule) -> Table:
    """Return a loan's schedule, one row an instalment."""
    columns: list[tuple[str, str, Callable[[Row], Cell]]] = [
        ("period", translate("Tables", "期"), lambda row: row.period),
        ("start_date", translate("Tables", "起息日"), lambda row: row.start_date),
        ("due_date", translate("Tables", "还款日"), lambda row: row.due_date),
        ("days", translate("Tables", "天数"), lambda row: row.days),
        ("opening_balance", translate("Tables", "期初本金"), lambda row: row.opening_balance),
        ("principal", translate("Tables", "本金"), lambda row: row.principal),
        ("interest", translate("Tables", "利息"), lambda row: row.interest),
        ("fee", translate("Tables", "手续费"), lambda row: row.fee),
        ("payment", translate("Tables", "应还"), lambda row: row.payment),
        ("balance", translate("Tables", "剩余本金"), lambda row: row.balance),
    ]
    rows = tuple(tuple(cell(row) for _, _, cell in columns) for row in worked_out.rows)
    return Table(tuple(name for _, name, _ in columns), rows, tuple(key for key, _, _ in columns))


def reasoned_schedule_table(worked_out: Schedule, rule: ProductRule | None) -> Table:
    """Return a loan's schedule with what each row is and how it came about, and in the first one what all rests on."""
    grounds = [joined(*ground_why(worked_out.terms, rule)), *("" for _ in worked_out.rows[1:])]
    told = [row_why(row, worked_out) for row in worked_out.rows]
    kinds = [kind_word(row) for row in worked_out.rows]
    table = schedule_table(worked_out).plus("kind", kind_title(), kinds).beside("why", why_title(), told)
    return table.beside("grounds", translate("Tables", "依据"), grounds)


def row_why(row: Row, worked_out: Schedule) -> str:
    """Return how an instalment came about."""
    return joined(*cost_why(row, worked_out.terms), *instalment_why(row))


def kind_title() -> str:
    """Return what a column is called that tells what falls due."""
    return translate("Tables", "种类")


def kind_word(row: Row) -> Word:
    """Return what falls due: a plain instalment, money that is paid early, or a new plan that takes the place of it."""
    return {
        None: Word(translate("Tables", "每期还款"), "instalment"),
        "prepayment": Word(translate("Tables", "提前还款"), "prepayment"),
        "settlement": Word(translate("Tables", "结清"), "settlement"),
        "restructure": Word(translate("Tables", "重新分期"), "restructure"),
    }[row.event]


def why_title() -> str:
    """Return what a column is called that tells how figures came about."""
    return translate("Tables", "怎么算的")


def late_table(subjects: Sequence[Subject], span: int) -> Table:
    """Return what each day late costs, up to `span` days, two columns a loan.

    Raises:
        ProblemError: nobody knows what being late costs for one of them.
    """
    stages = shipped_overdue()
    header, keys = [translate("Tables", "晚几天"), translate("Tables", "阶段")], ["days_late", "stage"]
    for number, subject in enumerate(subjects, 1):
        header.append(translate("Tables", "{label}：日期").format(label=subject.label))
        header.append(translate("Tables", "{label}：多付").format(label=subject.label))
        keys += [f"date_{number}", f"cost_{number}"]
    costs = [subject.cost(span) for subject in subjects]
    rows: list[tuple[Cell, ...]] = []
    for day in range(span + 1):
        cells: list[Cell] = [day, stages.stage(day).id]
        for subject, cost in zip(subjects, costs, strict=True):
            cells += [subject.on(day), cost[day]]
        rows.append(tuple(cells))
    return Table(tuple(header), tuple(rows), tuple(keys))


def ways_table(found: Situation, days: int) -> Table:
    """Return the ways out for somebody who is so many days late, one row a way."""
    header = (
        translate("Tables", "办法"),
        translate("Tables", "当天要拿出"),
        translate("Tables", "以后每月最多"),
        translate("Tables", "还几个月"),
        translate("Tables", "从那天起一共还"),
        translate("Tables", "比按时还多付"),
        translate("Tables", "哪天起不再逾期"),
        translate("Tables", "哪天还清"),
        translate("Tables", "用不了的原因"),
    )
    keys = ("way", "pay_now", "most_a_month", "months", "total", "extra_cost", "clean_date", "last_date", "problem")
    return Table(header, tuple(_way(found, each) for each in ways(found, days)), keys)


def _way(found: Situation, each: Way) -> tuple[Cell, ...]:
    name, worked_out = Word(way_label(found, each.kind), each.kind.value), each.outcome
    if worked_out is None:
        return name, None, None, None, None, None, None, None, each.problem
    months = worked_out.by_month
    return (
        name,
        worked_out.now,
        max(months, default=ZERO),
        len(months),
        worked_out.total,
        worked_out.extra,
        worked_out.clean,
        worked_out.ends,
        None,
    )
