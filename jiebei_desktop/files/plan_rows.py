"""One row of a file of loans or of the budget: what its cells say, and what it is once that is put into the plan."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import uuid4

from pydantic import ValidationError

from jiebei_desktop.files.csv_in import CsvRow
from jiebei_desktop.files.plan_cells import CellKind, Names, brief
from jiebei_desktop.files.plan_header import Header
from jiebei_desktop.files.plan_tables import ACCOUNT_KIND, KIND, OTHER, Column, Part, extras
from jiebei_desktop.planning.budget.household import Account, Entry
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem, ProblemError, problems_of


class Line(NamedTuple):
    """What a row's cells say.

    Attributes:
        name: what it is called as long as nobody knows what it is.
        columns: those that it has a cell for.
        values: by field, as the plan's file has them; a field of an empty cell is left out.
        wrong: what can't be read, by what the file calls the column.
        odd: what is odd about it, and no reason to refuse it.
    """

    row: CsvRow
    name: str
    model: type[Part]
    columns: tuple[Column, ...]
    values: dict[str, Any]
    wrong: tuple[Problem, ...]
    odd: tuple[Problem, ...]

    @property
    def id(self) -> str:
        """Return the id that it gives; empty where it gives none."""
        return str(self.values.get("id", ""))


def _name(row: CsvRow, header: Header) -> str:
    """Return what can be said of a row that makes no sense: its first cells that say something, but no id."""
    cells = zip(header.columns, row.cells, strict=False)
    said = [text for column, cell in cells if (column is None or column.field != "id") and (text := brief(cell))]
    return translate("PlanIn", "，").join(said[:_NAMING])


_NAMING = 3
"""Cells that stand for a row."""


def model_of(row: CsvRow, header: Header) -> type[Part]:
    """Return what a row is to become; an entry where it does not say so right."""
    if header.loans:
        return Loan
    for column, cell in zip(header.columns, row.cells, strict=False):
        if column is not None and column.field == KIND:
            try:
                return Account if column.kind.read(cell, _NOBODY) == ACCOUNT_KIND else Entry
            except ValueError:
                return Entry
    return Entry


_NOBODY = Names({}, {})


def line_of(row: CsvRow, header: Header, names: Names, *, half: bool) -> Line:
    """Return what a row says; one that is `half` may not have been written to its end."""
    model, few = model_of(row, header), len(header.columns) - len(row.cells)
    columns = tuple(column for column in header.columns[: len(row.cells)] if column is not None)
    if half and (few > 0 or not row.cells[-1]):
        text = translate("PlanIn", "这一行到一半就没有了，文件可能没有写完；要是写完了，请在最后加一个换行")
        return Line(row, _name(row, header), model, columns, {}, (Problem("", text),), ())
    wrong: list[Problem] = []
    if any(cell.strip() for cell in row.cells[len(header.columns) :]):
        wrong.append(Problem("", translate("PlanIn", "这一行比第一行的列名多出 {count} 格").format(count=-few)))
    values: dict[str, Any] = {}
    for column, cell in zip(header.columns, row.cells, strict=False):
        if column is None or _is_empty(cell, column.kind):
            continue
        try:
            values[column.field] = _value(column, cell, model, names)
        except ProblemError as error:
            wrong.append(Problem(header.titles[column.field], _nested(error.problem)))
        except ValueError as error:
            wrong.append(Problem(header.titles[column.field], str(error)))
    text = translate("PlanIn", "这一行少最后 {count} 格，那几列当作没有")
    odd = (Problem("", text.format(count=few)),) if few > 0 else ()
    return Line(row, _name(row, header), model, columns, values, tuple(wrong), odd)


def _is_empty(cell: str, kind: CellKind) -> bool:
    return not (cell if kind.verbatim else cell.strip())


def _value(column: Column, cell: str, model: type[Part], names: Names) -> object:
    if model not in column.of:
        raise ValueError(translate("PlanIn", "这一列不是这一类的，要空着"))
    value = column.kind.read(cell, names)
    if column.field == OTHER:
        own = sorted(set(value) & set(model.model_fields)) if isinstance(value, dict) else []
        if own or not isinstance(value, dict):
            said = translate("PlanIn", "这一格只能放别的列没有的内容（{own}）")
            raise ValueError(said.format(own=", ".join(own) or "JSON"))
    return value


def _nested(problem: Problem) -> str:
    """Return what is wrong inside a cell, with its place in it."""
    place = problem.field.partition(".")[2]
    text = translate("PlanIn", "{place}：{message}")
    return text.format(place=place, message=problem.message) if place else problem.message


def made(line: Line, old: Part | None, rules: RuleBook, header: Header) -> Part | tuple[Problem, ...]:
    """Return what a row becomes, or what is wrong with it.

    Args:
        line: of which nothing is wrong so far.
        old: what it changes; None where it is something new.
        rules: the products; one's usual way of paying back stands in where a row says none.
        header: of the file.
    """
    data: dict[str, Any] = {} if old is None else old.model_dump(mode="json")
    for column in line.columns:
        if column.field == OTHER:
            for name in extras(old) if old is not None else ():
                del data[name]
            data |= line.values.get(OTHER, {})
        elif column.field in line.values:
            data[column.field] = line.values[column.field]
        else:
            data.pop(column.field, None)
    data.setdefault("name", "")
    data["id"] = line.id or (old.id if old is not None else uuid4().hex[:12])
    if line.model is Account:
        data.pop(KIND, None)
    rule = rules.rules.get(str(data.get("product")))
    if line.model is Loan and rule is not None:
        data.setdefault("method", rule.methods.value[0])
    try:
        return line.model.model_validate(data)
    except ValidationError as error:
        return _told(problems_of(error), header)


def _told(problems: list[Problem], header: Header) -> tuple[Problem, ...]:
    """Return what a model finds wrong, by what the file calls the columns and in their order."""
    found = {problem.field.partition(".")[0]: _nested(problem) for problem in problems}
    fields = [*header.titles, *(field for field in found if field not in header.titles)]
    return tuple(Problem(header.titles.get(field, field), found[field]) for field in fields if field in found)
