"""`export`: all that a plan gives out, as files in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from jiebei_desktop.commands.refusing import remark, writing
from jiebei_desktop.files.csv_out import CsvOptions
from jiebei_desktop.files.ics_out import calendar_for
from jiebei_desktop.files.plan_file import read_plan
from jiebei_desktop.files.whole_plan import CALENDAR, WholePlan, put_file
from jiebei_desktop.planning.own_rules import rules_of
from jiebei_desktop.products import shipped_rules

Made = Iterator[tuple[str, bytes]]


def export(path: Path, password: str | None, folders: Mapping[str, Path], options: CsvOptions) -> list[Path]:
    """Write what a plan gives out and return the files; nothing is written before all of it is made.

    Args:
        path: of the plan.
        password: opens it where it is sealed.
        folders: where each kind of file goes, by its ending without the point.
        options: how CSV is written.

    Raises:
        ValueError: a file can't be written.
        PlanFileError: the plan can't be read.
    """
    plan, now = read_plan(path, password).plan, datetime.now().astimezone()
    whole = WholePlan(plan, rules_of(plan, shipped_rules(), now.date()), now.date())
    left_out: list[str] = []
    kinds: dict[str, Callable[[], Made]] = {
        "csv": lambda: whole.csv_files(options, left_out.append),
        "xlsx": lambda: iter([("plan.xlsx", whole.workbook())]),
        "ics": lambda: _calendar(whole, now, folders["ics"]),
        "pdf": lambda: _papers(whole),
    }
    made = [(folder / name, content) for kind, folder in folders.items() for name, content in kinds[kind]()]
    for folder in folders.values():
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
    for file, content in made:
        with writing(file):
            put_file(file, content)
    for why in left_out:  # not before: what is refused has one line
        remark(why)
    return [file for file, _ in made]


def _calendar(whole: WholePlan, now: datetime, folder: Path) -> Made:
    file = folder / f"plan{CALENDAR}"
    with writing(file):
        content = calendar_for(file, whole.plan, whole.rules, now, memory=whole.memory)
    yield file.name, content


def _papers(whole: WholePlan) -> Made:
    from jiebei_desktop.ui.plan_papers import plan_papers
    from jiebei_desktop.ui.without_window import begin_drawing

    begin_drawing()
    for name, paper in plan_papers(whole.plan, whole.rules, whole.today, whole.memory):
        yield f"{name}.pdf", paper()
