"""What a CSV file would change in a plan: row by row in words, and the plan as it would be. Nothing by halves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from pydantic import ValidationError

from jiebei_desktop.files.csv_in import CsvFile, read_csv
from jiebei_desktop.files.json_in import DamagedError, read_object
from jiebei_desktop.files.plan_cells import Names
from jiebei_desktop.files.plan_file import PlanFileError, plan_content, plan_of
from jiebei_desktop.files.plan_header import Header, header_of
from jiebei_desktop.files.plan_tables import account_names, product_names
from jiebei_desktop.files.plan_taking import Group, Row, State
from jiebei_desktop.planning.budget.household import Account, Budget, Entry
from jiebei_desktop.planning.document import Loan, Plan
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.products import RuleBook
from jiebei_desktop.text import translate
from jiebei_desktop.values import problems_of


class Incoming(NamedTuple):
    """What a file would do to a plan.

    Attributes:
        name: of the file.
        loans: whether it is of loans; else of accounts and entries.
        plan: as it would be; None where something is wrong.
        remarks: what is odd about the file, in words.
        problem: what is wrong with all of it together, in words; empty where nothing is.
    """

    name: str
    loans: bool
    rows: tuple[Row, ...]
    plan: Plan | None
    remarks: tuple[str, ...] = ()
    problem: str = ""

    def count(self, state: State) -> int:
        """Return how many rows are in a state."""
        return sum(row.state is state for row in self.rows)


def read_plan_csv(path: Path, plan: Plan, rules: RuleBook, today: date) -> Incoming:
    """Return what a CSV file of loans, or of accounts and entries, would change in a plan.

    A row is what has its id, else what says the same in all of the file's columns, else something new. What the file
    has no column for stays as it is, and so does what it has no row for.

    Args:
        path: of the file.
        plan: that would be changed.
        rules: the products, with or without the plan's own.
        today: on which the plan's own products are looked at.

    Raises:
        CsvError: the file can't be read, or is of neither kind, or lacks columns.
    """
    file = read_csv(path)
    header = header_of(file)
    own = any(product.id not in rules.rules for product in plan.products)
    known = rules_of(plan, rules, today) if own else rules
    if header.loans:
        loans = Group(plan.loans, file, header, Names(product_names(plan, known), {}), known)
        loans.take(Loan)
        return _whole(file, header, plan.model_copy(update={"loans": loans.parts}), plan, [loans])
    return _budget(file, header, plan, known)


def _budget(file: CsvFile, header: Header, plan: Plan, rules: RuleBook) -> Incoming:
    """Return what accounts and entries would change; accounts first, for entries go by them."""
    header.require(Account, file.name)
    budget = plan.budget
    accounts = Group(budget.accounts, file, header, Names({}, account_names(budget.accounts)), rules)
    accounts.take(Account)
    names = Names({}, account_names(cast("tuple[Account, ...]", accounts.parts)))
    entries = Group(budget.entries, file, header, names, rules)
    entries.take(Entry)
    groups = [accounts, entries]
    try:
        changed = Budget.model_validate(dict(budget) | {"accounts": accounts.parts, "entries": entries.parts})
    except ValidationError as error:
        return _whole(file, header, None, plan, groups, entries.refused(problems_of(error)[0]))
    return _whole(file, header, plan.model_copy(update={"budget": changed}), plan, groups)


def _whole(
    file: CsvFile, header: Header, changed: Plan | None, plan: Plan, groups: Iterable[Group], problem: str = ""
) -> Incoming:
    """Return what all rows come to; a plan only where each of them is right and it could be saved."""
    rows = tuple(sorted(row for group in groups for row in group.rows))
    remarks = header.remarks
    if rows and not file.ended:
        remarks = (*remarks, translate("PlanIn", "文件最后没有换行，请看一看最后一行写完了没有。"))
    found = Incoming(file.name, header.loans, rows, None, remarks, problem)
    if problem or changed is None or found.count(State.PROBLEM):
        return found
    if changed == plan:
        return found._replace(plan=plan)
    try:
        plan_of(read_object(plan_content(changed)))  # what is taken over is what can be read again
    except PlanFileError as error:
        return found._replace(problem=str(error))
    except DamagedError as error:
        text = translate("PlanIn", "这样的计划存下来会打不开：{reason}")
        return found._replace(problem=text.format(reason=error))
    return found._replace(plan=changed)
