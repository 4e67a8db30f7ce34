"""Rows put into what a plan has: each is something that is there, the same or changed, or something new, or wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from jiebei_desktop.files.csv_in import CsvFile
from jiebei_desktop.files.plan_cells import EVENTS, JSON, Names, brief
from jiebei_desktop.files.plan_header import Header
from jiebei_desktop.files.plan_rows import Line, line_of, made, model_of
from jiebei_desktop.files.plan_tables import Column, Part, cell_of
from jiebei_desktop.files.tables import Cell
from jiebei_desktop.money import grouped, plain
from jiebei_desktop.planning.budget.household import Account
from jiebei_desktop.planning.budget.words import entry_label
from jiebei_desktop.planning.document import Loan, loan_terms
from jiebei_desktop.planning.wording import loan_label
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import Problem, ProblemError


class State(StrEnum):
    """What a row of a file is to a plan."""

    PROBLEM = "problem"
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Row(NamedTuple):
    """A row of a file.

    Attributes:
        line: as a spreadsheet numbers it.
        what: what it is, in words.
        messages: what is wrong, changes or is odd, by what the file calls the column; an empty one is the whole row.
    """

    line: int
    state: State
    what: str
    messages: tuple[Problem, ...] = ()


class Group:
    """The loans, accounts or entries that there are, and what rows make of them."""

    def __init__(self, parts: Sequence[Part], file: CsvFile, header: Header, names: Names, rules: RuleBook) -> None:
        self._parts = list(parts)
        self._file, self._header, self._names, self._rules = file, header, names, rules
        self._places = {part.id: place for place, part in reversed(list(enumerate(parts)))}
        self._own = len(parts)
        self._said: dict[str, int] = {}
        self._rows: dict[int, Row] = {}
        self._taken: dict[int, int] = {}
        self._alike: dict[tuple[str, ...], dict[tuple[Cell, ...], list[int]]] = {}

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what there is now, in its order, what is new at the end."""
        return tuple(self._parts)

    @property
    def rows(self) -> Iterable[Row]:
        """Return what was found of each row."""
        return self._rows.values()

    def take(self, model: type[Part]) -> None:
        """Go through the rows of a kind: those that have the id of something first, or others would take its place."""
        last = None if self._file.ended else self._file.rows[-1] if self._file.rows else None
        lines = [
            line_of(row, self._header, self._names, half=row is last)
            for row in self._file.rows
            if model_of(row, self._header) is model
        ]
        unknown = []
        for line in lines:
            before = self._said.setdefault(line.id, line.row.line) if line.id else line.row.line
            if line.wrong:
                self._refuse(line, line.wrong)
            elif before != line.row.line:
                text = translate("PlanIn", "和第 {line} 行的一样；一笔只能有一行").format(line=before)
                self._refuse(line, (Problem(self._header.titles["id"], text),))
            elif line.id in self._places:
                self._change(line, self._places[line.id])
            else:
                unknown.append(line)
        if unknown:
            self._header.require(model, self._file.name)
        for line in unknown:
            self._add(line)

    def refused(self, problem: Problem) -> str:
        """Put what is wrong with a whole budget to the row of an entry that it is of; return it where there is none."""
        path = problem.field.split(".")
        line = self._taken.get(int(path[1])) if path[0] == "entries" and len(path) > 1 else None
        if line is None:
            names = {"accounts": translate("PlanIn", "账户"), "entries": translate("PlanIn", "收入和开支")}
            text = translate("PlanIn", "{what}：{message}")
            return text.format(what=names.get(path[0], path[0]), message=problem.message)
        told = Problem(self._header.titles.get(path[-1], path[-1]), problem.message)
        self._rows[line] = self._rows[line]._replace(state=State.PROBLEM, messages=(told,))
        return ""

    def _change(self, line: Line, place: int) -> None:
        old = self._parts[place]
        found = made(line, old, self._rules, self._header)
        if isinstance(found, tuple):
            self._refuse(line, found)
        elif found == old:
            self._settle(line, place, State.SAME, line.odd)
        else:
            self._parts[place] = found
            changes = self._changes(line, old, found)
            self._settle(line, place, State.CHANGED, (*changes, *line.odd, *self._unworked(found)))

    def _add(self, line: Line) -> None:
        found = made(line, None, self._rules, self._header)
        if isinstance(found, tuple):
            self._refuse(line, found)
            return
        like = self._like(line, found)
        if like is not None:
            self._settle(line, like, State.SAME, line.odd)
            return
        self._parts.append(found)
        self._settle(line, len(self._parts) - 1, State.NEW, (*line.odd, *self._unworked(found)))

    def _like(self, line: Line, part: Part) -> int | None:
        """Return the place of something that says the same in all columns of a row, and that no other row is."""
        columns = [column for column in line.columns if column.field != "id"]
        fields = tuple(column.field for column in columns)
        if fields not in self._alike:
            known: dict[tuple[Cell, ...], list[int]] = {}
            for place, old in enumerate(self._parts[: self._own]):
                known.setdefault(_said(old, columns), []).append(place)
            self._alike[fields] = known
        places = self._alike[fields].get(_said(part, columns), [])
        while places:
            place = places.pop(0)
            if place not in self._taken:
                return place
        return None

    def _refuse(self, line: Line, problems: tuple[Problem, ...]) -> None:
        self._rows[line.row.line] = Row(line.row.line, State.PROBLEM, line.name, problems)

    def _settle(self, line: Line, place: int, state: State, messages: tuple[Problem, ...]) -> None:
        self._taken[place] = line.row.line
        self._rows[line.row.line] = Row(line.row.line, state, _what(self._parts[place], self._rules), messages)

    def _changes(self, line: Line, old: Part, new: Part) -> tuple[Problem, ...]:
        text = translate("PlanIn", "{old} → {new}")
        found = []
        for column in line.columns:
            before, after = (cell_of(column, part, self._names) for part in (old, new))
            if before != after:
                changed = translate("PlanIn", "有改动")
                said = text.format(old=_shown(before), new=_shown(after))
                found.append(
                    Problem(self._header.titles[column.field], changed if column.kind in {JSON, EVENTS} else said)
                )
        return tuple(found)

    def _unworked(self, part: Part) -> tuple[Problem, ...]:
        """Return why a loan can't be worked out as it is; it can be in the plan all the same."""
        try:
            if isinstance(part, Loan):
                loan_terms(part, self._rules)
        except ProblemError as error:
            field, message = error.problem
            text = translate("PlanIn", "照这样还算不出来：{reason}").format(reason=message)
            return (Problem(self._header.titles.get(field, ""), text),)
        return ()


_BARE = Names({}, {}, raw=True)


def _said(part: Part, columns: Iterable[Column]) -> tuple[Cell, ...]:
    return tuple(cell_of(column, part, _BARE) for column in columns)


def _shown(cell: Cell) -> str:
    if cell is None:
        return translate("PlanIn", "（空）")
    return plain(cell, 0) if isinstance(cell, Decimal) else brief(str(cell))


def _what(part: Part, rules: RuleBook) -> str:
    """Return what a part of the plan is, in a few words."""
    if isinstance(part, Loan):
        name, amount = loan_label(part, rules), part.principal
    elif isinstance(part, Account):
        name, amount = part.name.strip() or translate("Budget", "账户"), part.balance
    else:
        name, amount = entry_label(part), part.amount
    text = translate("PlanIn", "{name}，{amount} 元")
    return text.format(name=brief(name), amount=grouped(amount))
