"""A comparison as tables: all options side by side, and each option's payments with how they came about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from jiebei_desktop.files.tables import Cell, Share, Table, Word, why_title
from jiebei_desktop.files.xlsx_charts import COST, PRINCIPAL, Chart, Series
from jiebei_desktop.files.xlsx_out import Sheet
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_lines import RATES, Key, Line, lines
from jiebei_desktop.planning.comparison_report import notes
from jiebei_desktop.planning.comparison_why import cell_why, due_why
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.worked import Due
from jiebei_desktop.text import translate


class _Row(NamedTuple):
    """A row of a comparison, and what tells of each of its cells how it came about."""

    cells: tuple[Cell, ...]
    why: Callable[[int], str] = lambda _: ""


def comparison_table(compared: Compared) -> Table:
    """Return a comparison, one column an option: the rows of the page, then every payment."""
    return _plain(compared, _overview(compared, lines(compared)))


def reasoned_comparison_table(compared: Compared) -> Table:
    """Return the same with one more column an option, which tells how its figures came about."""
    rows = _overview(compared, lines(compared))
    table = _plain(compared, rows)
    for place, name in enumerate(compared.names):
        title = translate("Tables", "{name}：怎么算的").format(name=name)
        told = [row.why(place) if compared.columns[place].worked else "" for row in rows]
        table = table.beside(f"why_{place + 1}", title, told)
    return table


def _plain(compared: Compared, rows: Sequence[_Row]) -> Table:
    keys = ("item", *(f"option_{number}" for number in range(1, len(compared.names) + 1)))
    return Table((translate("Tables", "项目"), *compared.names), tuple(row.cells for row in rows), keys)


def _overview(compared: Compared, figures: Sequence[Line]) -> list[_Row]:
    amount = compared.comparison.amount
    rows = [
        _Row((Word(translate("Tables", "借到的钱"), "amount"), *(amount for _ in compared.columns))),
        _Row((Word(translate("Tables", "哪天拿到"), "start_date"), *(found.start for found in compared.columns))),
    ]
    for line in figures:
        rows += (
            _ends(compared)
            if line.key is Key.INSTALMENT
            else [_Row(_cells(line, chosen=line is figures[-1]), partial(cell_why, compared, line))]
        )
    columns = [found.worked.instalments if found.worked else () for found in compared.columns]
    for index in range(max(map(len, columns))):
        day = translate("Tables", "第 {period} 期还款日").format(period=index + 1)
        payment = translate("Tables", "第 {period} 期应还").format(period=index + 1)
        titles = Word(day, f"due_date_{index + 1}"), Word(payment, f"payment_{index + 1}")
        rows += _paid(compared, *titles, [_at(each, index) for each in columns])
    extra = [
        next((due for due in found.worked.dues if due.early), None) if found.worked else None
        for found in compared.columns
    ]
    if any(extra):
        day, payment = translate("Tables", "提前多还的日子"), translate("Tables", "提前多还")
        rows += _paid(compared, Word(day, "extra_date"), Word(payment, "extra_payment"), extra)
    if any(found.problem for found in compared.columns):
        problems = (found.problem.message if found.problem else None for found in compared.columns)
        rows.append(_Row((Word(translate("Tables", "算不出来的原因"), "problem"), *problems)))
    return rows


def option_table(compared: Compared, place: int) -> Table:
    """Return one option's payments, each with how it came about; none for one that can't be worked out."""
    header = (
        translate("Tables", "期"),
        translate("Tables", "还款日"),
        translate("Tables", "应还"),
        translate("Tables", "本金"),
        translate("Tables", "利息和手续费"),
        translate("Tables", "剩余本金"),
    )
    worked = compared.columns[place].worked
    dues = worked.dues if worked else ()
    rows = tuple((due.number, due.due_date, due.payment, due.principal, due.cost, due.balance) for due in dues)
    keys = ("period", "due_date", "payment", "principal", "cost", "balance")
    told = [due_why(compared, place, index) for index in range(len(dues))]
    return Table(header, rows, keys).beside("why", why_title(), told)


def comparison_workbook(compared: Compared) -> list[Sheet]:
    """Return a sheet for all options side by side, and one for each of them."""
    said, figures = verdict(compared), lines(compared)
    told = tuple(filter(None, (said.headline, said.reason, said.aside, *notes(compared, figures))))
    first = Sheet(translate("Tables", "对比"), _plain(compared, _overview(compared, figures)), told)
    each = [_option_sheet(compared, place) for place in range(len(compared.names))]
    return [first, *each]


def _option_sheet(compared: Compared, place: int) -> Sheet:
    table = option_table(compared, place)
    payment, principal, cost = (table.keys.index(key) for key in ("payment", "principal", "cost"))
    return Sheet(
        compared.names[place],
        table,
        (compared.columns[place].detail,),
        totals=(payment, principal, cost),
        chart=Chart(
            translate("Tables", "每期要还"),
            across=table.keys.index("due_date"),
            columns=(Series(principal, PRINCIPAL), Series(cost, COST)),
        ),
    )


def _paid(compared: Compared, day: Word, payment: Word, dues: list[Due | None]) -> list[_Row]:
    """Return when and what each option pays, a row each."""

    def why(place: int) -> str:
        worked, due = compared.columns[place].worked, dues[place]
        return due_why(compared, place, worked.dues.index(due)) if worked and due else ""

    return [
        _Row((day, *(due.due_date if due else None for due in dues))),
        _Row((payment, *(due.payment if due else None for due in dues)), why),
    ]


def _ends(compared: Compared) -> list[_Row]:
    """Return the least and the most that is paid at a time."""
    paid = [[due.payment for due in found.worked.instalments] if found.worked else [] for found in compared.columns]
    return [
        _Row((Word(translate("Tables", "每期最少"), "least_instalment"), *(min(each, default=None) for each in paid))),
        _Row((Word(translate("Tables", "每期最多"), "most_instalment"), *(max(each, default=None) for each in paid))),
    ]


def _cells(line: Line, *, chosen: bool) -> tuple[Cell, ...]:
    """Return the cells of a row; `chosen` is that of the days late that the user chose."""
    if line.key not in RATES:
        key = line.key.value if line.key is not Key.LATE else "late_chosen" if chosen else f"late_{line.days}"
        return (Word(line.title, key), *(figure.value for figure in line.figures))
    title = translate("Tables", "{title}，%").format(title=line.title)
    rates = (Share(figure.value) if isinstance(figure.value, Decimal) else None for figure in line.figures)
    return (Word(title, f"{line.key}_percent"), *rates)


def _at(dues: tuple[Due, ...], index: int) -> Due | None:
    return dues[index] if index < len(dues) else None
