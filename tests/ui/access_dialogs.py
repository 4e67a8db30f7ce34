"""Every dialog of the program, as it is over a window with a plan of three loans."""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtWidgets import QDialog

import jiebei_desktop.ui
from jiebei_desktop.files.notices import Notice
from jiebei_desktop.files.plan_in import read_plan_csv
from jiebei_desktop.planning.document import loan_schedule
from jiebei_desktop.planning.happenings import Happening
from jiebei_desktop.planning.late import subjects
from jiebei_desktop.planning.situation import situation
from jiebei_desktop.planning.snapshots import with_snapshot
from jiebei_desktop.ui.about import AboutDialog, LicencesDialog
from jiebei_desktop.ui.app import Desk
from jiebei_desktop.ui.backups_dialog import BackupsDialog
from jiebei_desktop.ui.crash import CrashDialog
from jiebei_desktop.ui.csv_dialog import CsvDialog
from jiebei_desktop.ui.disclosure_card import FitDialog
from jiebei_desktop.ui.events_card import EventDialog
from jiebei_desktop.ui.export_dialog import ExportDialog
from jiebei_desktop.ui.left_behind import LeftBehind
from jiebei_desktop.ui.letter_dialog import LetterDialog
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.password_dialog import AskPassword, NewPassword
from jiebei_desktop.ui.printing import PreviewDialog
from jiebei_desktop.ui.reminders_dialog import RemindersDialog
from jiebei_desktop.ui.snapshots_dialog import SnapshotsDialog
from tests.ui.access_hand import full_plan

BASES = {"PassingDialog", "_PasswordDialog", "VersionsDialog"}
"""Dialogs that only others are made of."""
ROWS = "代号,名字,产品,本金,借款日,期数,还法,利率（%）,利率单位\nseed,装修,借呗,12000,2026-06-15,6,每月等额,15,年利率\n"


def kinds() -> set[str]:
    """Return the names of all dialogs that there are in the program."""
    for module in pkgutil.walk_packages(jiebei_desktop.ui.__path__, "jiebei_desktop.ui."):
        import_module(module.name)
    found, rest = set(), [QDialog]
    while rest:
        kind = rest.pop()
        rest += kind.__subclasses__()
        if kind.__module__.startswith("jiebei_desktop."):
            found.add(kind.__name__)
    return found - BASES


def filled(desk: Desk, folder: Path) -> None:
    """Give a window a plan that was saved more than once, with a snapshot."""
    plan = full_plan()
    desk.store.replace(with_snapshot(plan, "上月", desk.store.today))
    for _ in range(2):
        assert desk.window.files.save_to(folder / "plan.jiehua.json")


def _letter(desk: Desk) -> QDialog:
    store = desk.store
    late = next(each for each in subjects(store.plan, store.rules, store.today) if each.loan is not None)
    return LetterDialog(store, lambda: situation(store.plan, late, store.rules), store.today, desk.window)


def _fit(desk: Desk) -> QDialog:
    loan = desk.store.plan.loans[0]
    return FitDialog(loan, loan_schedule(loan, desk.store.rules), desk.window)


def _csv(desk: Desk) -> QDialog:
    path = desk.window.settings.data_folder / "loans.csv"
    path.write_text(ROWS, encoding="utf-8")
    store = desk.store
    return CsvDialog(read_plan_csv(path, store.plan, store.rules, store.today), desk.window)


def _preview(desk: Desk) -> QDialog:
    desk.window.show_page(place_of("loans"))
    page = desk.window.pages.current
    export = page.export() if page else None
    assert export is not None
    assert export.printed is not None
    return PreviewDialog(export.name, export.printed(), desk.window.settings.data_folder, desk.window, lambda: ["home"])


def _licences(desk: Desk) -> QDialog:
    names = [("Qt", "6"), ("pydantic", "2")]
    return LicencesDialog(tuple(_Licence(name, version, "MIT", "") for name, version in names), desk.window)


class _Licence(Notice):
    text = "MIT"


DIALOGS: dict[str, Callable[[Desk], QDialog]] = {
    "AboutDialog": lambda desk: AboutDialog(desk.window),
    "AskPassword": lambda desk: AskPassword("计划", lambda _: None, desk.window),
    "BackupsDialog": lambda desk: BackupsDialog(desk.keeper, desk.window),
    "CrashDialog": lambda desk: CrashDialog("ValueError", lambda: None, desk.window),
    "CsvDialog": _csv,
    "EventDialog": lambda desk: EventDialog(Happening.RESTRUCTURE, desk.store.plan.loans[0], desk.store, desk.window),
    "ExportDialog": lambda desk: ExportDialog(desk.store, desk.window.settings, desk.window),
    "FitDialog": _fit,
    "LeftBehind": lambda desk: LeftBehind(desk.keeper, desk.window),
    "LetterDialog": _letter,
    "LicencesDialog": _licences,
    "NewPassword": lambda desk: NewPassword(lambda _: None, desk.window, has_one=True),
    "PreviewDialog": _preview,
    "RemindersDialog": lambda desk: RemindersDialog(desk.window.settings, desk.reminders, desk.window),
    "SnapshotsDialog": lambda desk: SnapshotsDialog(desk.store, desk.window),
}
"""What makes each."""
