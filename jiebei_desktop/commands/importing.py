"""`import-alipay`: what an Alipay statement says, matched to a plan, and taken over where it fits."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from jiebei_desktop.commands.refusing import printing, remark, writing
from jiebei_desktop.files.alipay import read_statement
from jiebei_desktop.files.open_file import OpenFile
from jiebei_desktop.files.plan_file import Loaded, PlanFileError, read_plan, shown_name
from jiebei_desktop.money import grouped, plain
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.planning.statement.matching import reconcile
from jiebei_desktop.planning.statement.movements import Movement, Statement
from jiebei_desktop.planning.statement.results import Match, Reconciled
from jiebei_desktop.planning.statement.taking import with_matches
from jiebei_desktop.planning.statement.words import headline, kind_name, match_sentence, parting_sentence, reason
from jiebei_desktop.products import shipped_rules
from jiebei_desktop.text import translate

_JSON: Final = json.JSONEncoder(ensure_ascii=False)


def import_alipay(
    path: Path,
    plan_path: Path | None,
    passwords: tuple[str | None, str | None],
    *,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Print what a statement says of 花呗 and 借呗; record in a plan what fits it.

    Args:
        path: of the statement.
        plan_path: of the plan, if it is to be matched to one.
        passwords: of the statement and of the plan, where they are sealed.
        dry_run: whether the plan stays as it is.
        as_json: whether it is printed for a program.

    Raises:
        ValueError: the statement can't be read, the plan not be written, or what came of it not be printed.
        PlanFileError: the plan can't be read or written.
    """
    today = datetime.now().astimezone().date()
    statement = read_statement(path, passwords[0])
    matches: tuple[Match, ...] = ()
    said: list[str] = []
    if plan_path is not None:
        found, taken = _matched(plan_path, passwords[1], statement, today, dry_run=dry_run)
        matches, said = found.matches, [*_told(found), taken]
    for odd in statement.remarks:  # not before: what is refused has one line
        remark(odd)
    with printing():
        if as_json:
            _print_json(statement, matches)
        else:
            print("\n".join((*_listed(statement), *said)))


def _matched(
    path: Path, password: str | None, statement: Statement, today: date, *, dry_run: bool
) -> tuple[Reconciled, str]:
    """Match a statement to a plan and record what is advised; returns what was found and what was done."""
    loaded = read_plan(path, password)
    rules = rules_of(loaded.plan, shipped_rules(), today)
    found = reconcile(loaded.plan, rules, statement, today)
    new = [match for match in found.matches if match.advised and not match.recorded]
    if not new:
        return found, translate("Cli", "没有新的还款要记。")
    if dry_run:
        return found, translate("Cli", "有 {count} 笔可以记进计划；这次只看，没有改。").format(count=len(new))
    _write(path, loaded, with_matches(loaded.plan, new, rules, today))
    return found, translate("Cli", "记进计划 {count} 笔。").format(count=len(new))


def _write(path: Path, loaded: Loaded, plan: Plan) -> None:
    """Write a plan back to its file; what was in it is kept among the backups, as a way back.

    Raises:
        ValueError: it is not to be written to.
        PlanFileError: it could not be written.
    """
    from jiebei_desktop.ui.without_window import backups_folder

    name = shown_name(path)
    file = OpenFile(path, backups_folder(), loaded.content, loaded.version)
    try:
        if file.newer:
            raise ValueError(translate("Cli", "{name} 是更新版本的程序存的，没有改。").format(name=name))
        if file.holder is not None:
            raise ValueError(translate("Cli", "{name} 正在别处打开，没有改；请先关上它。").format(name=name))
        no_backup = file.back_up()
        with writing(path):
            no_backup = _written(file, plan, loaded) or no_backup
    finally:
        file.release()
    if no_backup:
        remark(translate("Cli", "{name} 改好了，只是没能留备份：{reason}").format(name=name, reason=no_backup))


def _written(file: OpenFile, plan: Plan, loaded: Loaded) -> str:
    """Write a plan to its file, and return why there is no backup of it; empty where there is one."""
    try:
        return file.write(plan, loaded.secret)
    except PlanFileError as error:
        if isinstance(error.__cause__, OSError):  # the error around it speaks of a window
            raise error.__cause__ from None
        raise


def _listed(statement: Statement) -> list[str]:
    """Return the rows that concern 花呗 or 借呗, a line each."""
    row = translate("Cli", "第 {line} 行 {day} {kind} {amount} {said}")
    lines = [
        row.format(line=each.line, day=each.day, kind=kind_name(each), amount=grouped(each.amount), said=each.said)
        for each in statement.movements
    ]
    count = translate("Cli", "{count} 行和花呗、借呗有关，{skipped} 行无关。")
    return [*lines, count.format(count=len(lines), skipped=statement.skipped)]


def _told(found: Reconciled) -> list[str]:
    """Return what came of the matching, a line each."""
    said = ["", headline(found), reason(found)]
    return [*said, *map(match_sentence, found.matches), *map(parting_sentence, found.partings)]


def _print_json(statement: Statement, matches: Sequence[Match]) -> None:
    """Print row by row: all of a long statement at once would take more memory than reading it."""
    out = sys.stdout.buffer
    out.write(b'{"rows": [')
    _write_each(map(_row, statement.movements))
    out.write(b'],\n"skipped": %d,\n"matches": [' % statement.skipped)
    _write_each(map(_match, matches))
    out.write(b"]}\n")
    out.flush()


def _write_each(values: Iterable[dict[str, Any]]) -> None:
    for place, value in enumerate(values):
        line = _JSON.encode(value).encode("utf-8")
        sys.stdout.buffer.write(b",\n" + line if place else b"\n" + line)


def _row(movement: Movement) -> dict[str, Any]:
    return {
        "line": movement.line,
        "kind": movement.kind.value,
        "product": movement.product.value,
        "date": movement.day.isoformat(),
        "amount": plain(movement.amount),
        "bill_month": f"{movement.bill_month:%Y-%m}" if movement.bill_month else None,
    }


def _match(match: Match) -> dict[str, Any]:
    return {
        "status": match.status.value,
        "lines": [payment.line for payment in match.payments],
        "instalments": [
            {
                "loan": claim.loan_id,
                "name": claim.name,
                "period": claim.period,
                "due_date": claim.due_date.isoformat(),
                "amount": plain(claim.amount),
            }
            for claim in match.claims
        ],
        "difference": plain(match.difference),
        "note": match.note,
        "recorded": match.recorded,
        "advised": match.advised,
    }
