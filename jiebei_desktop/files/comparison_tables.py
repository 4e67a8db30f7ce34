"""A comparison as tables: all options side by side, and each option's payments with how they came about."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from jiebei_desktop.files.tables import Cell, Share, Table
from jiebei_desktop.files.xlsx_out import Sheet
from jiebei_desktop.planning.comparison import Compared
from jiebei_desktop.planning.comparison_lines import RATES, Key, Line, lines
from jiebei_desktop.planning.comparison_report import notes
from jiebei_desktop.planning.comparison_why import due_why
from jiebei_desktop.planning.verdict import verdict
from jiebei_desktop.planning.worked import Due
from jiebei_desktop.text import translate


def comparison_table(compared: Compared) -> Table:
    """Return a comparison, one column an option: the rows of the page, then every payment."""
    return _overview(compared, lines(compared))


def _overview(compared: Compared, figures: Sequence[Line]) -> Table:
    amount = compared.comparison.amount
    rows: list[tuple[Cell, ...]] = [
        (translate("Tables", "借到的钱"), *(amount for _ in compared.columns)),
        (translate("Tables", "哪天拿到"), *(found.start for found in compared.columns)),
    ]
    for line in figures:
        rows += _ends(compared) if line.key is Key.INSTALMENT else [_row(line)]
    columns = [found.worked.instalments if found.worked else () for found in compared.columns]
    for index in range(max(map(len, columns))):
        day = translate("Tables", "第 {period} 期还款日").format(period=index + 1)
        payment = translate("Tables", "第 {period} 期应还").format(period=index + 1)
        rows += _paid(day, payment, [_at(each, index) for each in columns])
    extra = [
        next((due for due in found.worked.dues if due.early), None) if found.worked else None
        for found in compared.columns
    ]
    if any(extra):
        rows += _paid(translate("Tables", "提前多还的日子"), translate("Tables", "提前多还"), extra)
    if any(found.problem for found in compared.columns):
        problems = (found.problem.message if found.problem else None for found in compared.columns)
        rows.append((translate("Tables", "算不出来的原因"), *problems))
    return Table((translate("Tables", "项目"), *compared.names), tuple(rows))


def option_table(compared: Compared, place: int) -> Table:
    """Return one option's payments, each with how it came about; none for one that can't be worked out."""
    header = (
        translate("Tables", "期"),
        translate("Tables", "还款日"),
        translate("Tables", "应还"),
        translate("Tables", "本金"),
        translate("Tables", "利息和手续费"),
        translate("Tables", "剩余本金"),
        translate("Tables", "怎么算的"),
    )
    worked = compared.columns[place].worked
    dues = worked.dues if worked else ()
    rows = tuple(
        (
            due.number,
            due.due_date,
            due.payment,
            due.principal,
            due.cost,
            due.balance,
            due_why(compared, place, index).replace("\n", " "),
        )
        for index, due in enumerate(dues)
    )
    return Table(header, rows)


def comparison_workbook(compared: Compared) -> list[Sheet]:
    """Return a sheet for all options side by side, and one for each of them."""
    said, figures = verdict(compared), lines(compared)
    told = (said.headline, said.reason, said.aside, *notes(compared, figures))
    first = Sheet(translate("Tables", "对比"), _overview(compared, figures), told)
    each = [
        Sheet(name, option_table(compared, place), (compared.columns[place].detail,))
        for place, name in enumerate(compared.names)
    ]
    return [first, *each]


def _paid(day: str, payment: str, dues: list[Due | None]) -> list[tuple[Cell, ...]]:
    """Return when and what each option pays, a row each."""
    return [
        (day, *(due.due_date if due else None for due in dues)),
        (payment, *(due.payment if due else None for due in dues)),
    ]


def _ends(compared: Compared) -> list[tuple[Cell, ...]]:
    """Return the least and the most that is paid at a time."""
    paid = [[due.payment for due in found.worked.instalments] if found.worked else [] for found in compared.columns]
    return [
        (translate("Tables", "每期最少"), *(min(each, default=None) for each in paid)),
        (translate("Tables", "每期最多"), *(max(each, default=None) for each in paid)),
    ]


def _row(line: Line) -> tuple[Cell, ...]:
    if line.key not in RATES:
        return (line.title, *(figure.value for figure in line.figures))
    title = translate("Tables", "{title}，%").format(title=line.title)
    rates = (Share(figure.value) if isinstance(figure.value, Decimal) else None for figure in line.figures)
    return (title, *rates)


def _at(dues: tuple[Due, ...], index: int) -> Due | None:
    return dues[index] if index < len(dues) else None
