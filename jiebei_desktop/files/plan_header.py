"""What the columns of a file are: known by their titles in every language and by their keys, in any order."""

from __future__ import annotations

from typing import NamedTuple

from jiebei_desktop.files.csv_in import CsvError, CsvFile
from jiebei_desktop.files.plan_cells import brief, folded, listed, spoken
from jiebei_desktop.files.plan_tables import Column, Part, budget_columns, loan_columns
from jiebei_desktop.text import translate


class Header(NamedTuple):
    """What a file's first row says.

    Attributes:
        loans: whether its rows are loans; else they are accounts and entries of the budget.
        columns: by place; None for one that nobody knows.
        titles: what the file calls its columns, by field; the program's own words for those that it does not have.
        remarks: what is odd about it, in words.
    """

    loans: bool
    columns: tuple[Column | None, ...]
    titles: dict[str, str]
    remarks: tuple[str, ...]

    @property
    def there(self) -> set[str]:
        """Return the fields that the file has a column for."""
        return {column.field for column in self.columns if column is not None}

    def require(self, model: type[Part], name: str) -> None:
        """Make sure that something new can be made of the columns.

        Raises:
            CsvError: some are missing; they are named.
        """
        known = loan_columns() if self.loans else budget_columns()
        needed = (column for column in known if column.needed and model in column.of)
        missing = [column.title for column in needed if column.field not in self.there]
        if missing:
            text = translate("PlanIn", "{name} 里缺少这些列：{columns}。请补上，第一行写列名。")
            raise CsvError(text.format(name=name, columns=listed(missing)))


def header_of(file: CsvFile) -> Header:
    """Return what the columns of a file are.

    Raises:
        CsvError: nobody can tell whether it is of loans or of the budget, or two columns are the same.
    """
    kinds = loan_columns(), budget_columns()
    found = [_placed(file.header, columns) for columns in kinds]
    loans, budget = (_weight(columns) for columns in found)
    if loans == budget:
        text = translate(
            "PlanIn", "{name} 的第一行看不出是借款还是收支。借款至少要有：{loans}；收支至少要有：{budget}。"
        )
        raise CsvError(text.format(name=file.name, loans=_needed(kinds[0]), budget=_needed(kinds[1])))
    place = 0 if loans > budget else 1
    titles = {column.field: column.title for column in kinds[place]}
    given: dict[str, str] = {}
    for column, title in zip(found[place], file.header, strict=True):
        if column is None:
            continue
        if column.field in given:
            text = translate("PlanIn", "{name} 里有两列都是“{column}”，不知道哪一列算数。请删掉一列。")
            raise CsvError(text.format(name=file.name, column=column.title))
        given[column.field] = brief(title)
    unknown = [brief(title) for column, title in zip(found[place], file.header, strict=True) if not column and title]
    text = translate("PlanIn", "不认识这些列，没有用：{columns}。")
    remarks = (text.format(columns=listed(unknown[:_NAMED])),) if unknown else ()
    return Header(place == 0, found[place], titles | given, remarks)


_NAMED = 10
"""Columns that nobody knows, as many as are named."""


def _placed(header: tuple[str, ...], columns: tuple[Column, ...]) -> tuple[Column | None, ...]:
    known = {word: column for column in columns for word in spoken("PlanTable", column.title)}
    known |= {column.key: column for column in columns}
    return tuple(known.get(folded(title)) for title in header)


def _weight(columns: tuple[Column | None, ...]) -> tuple[int, int]:
    """Return how much speaks for a kind of table: what it can't be without, then what else it has."""
    known = {column.key: column for column in columns if column is not None}
    return sum(column.needed for column in known.values()), len(known)


def _needed(columns: tuple[Column, ...]) -> str:
    return listed(column.title for column in columns if column.needed)
