"""What the user does with files: new, open, save. Nothing unsaved is left behind without asking."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from jiebei_desktop.files.drafts import DraftFile
from jiebei_desktop.files.open_file import ChangedOnDiskError, NotOursError
from jiebei_desktop.files.plan_file import (
    SUFFIX,
    DamagedPlanError,
    LockedPlanError,
    PlanFileError,
    read_plan,
    shown_name,
)
from jiebei_desktop.planning.entry import new_plan
from jiebei_desktop.text import translate
from jiebei_desktop.ui.keeper import Keeper
from jiebei_desktop.ui.remarks import Act
from jiebei_desktop.ui.settings import Settings
from jiebei_desktop.ui.widgets.saving import file_name, warn

if TYPE_CHECKING:
    from jiebei_desktop.files.backups import Backup
    from jiebei_desktop.planning.document import Plan


class _Answer(Enum):
    """What can be done with a plan that is left, or that can't be saved or opened as it was wanted."""

    OVER = "over"
    ELSEWHERE = "elsewhere"
    BACKUP = "backup"
    SAVE = "save"
    DROP = "drop"


class PlanFiles(QObject):
    """The commands on files, with their dialogs over `window`."""

    def __init__(self, keeper: Keeper, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._keeper, self._store = keeper, keeper.store
        self._settings, self._window = settings, window

    @property
    def folder(self) -> Path:
        """Return the folder that dialogs begin in."""
        return self._settings.last_folder

    # --- beginning ----------------------------------------------------------------------------------------------------

    def new(self) -> bool:
        """Begin with an empty plan. Returns whether it is open."""
        name = translate("Window", "我的还款计划")
        return self._begin(lambda: new_plan(name, self._store.rules, self._store.today))

    def open_sample(self) -> bool:
        """Begin with the sample plan, as an unnamed one. Returns whether it is open."""
        from jiebei_desktop.files.sample import sample_plan  # noqa: PLC0415 - most starts do without

        return self._begin(lambda: sample_plan(self._store.today))

    def open_recent(self) -> None:
        """Open the plan file that was in use last."""
        path = self.recent()
        if path is not None and self.may_leave():
            self.open(path)

    def recent(self) -> Path | None:
        """Return the plan file that was in use last, where it is not the one that is open."""
        path = self._settings.recent_plan
        return path if path != self._store.path else None

    def open(self, path: Path) -> bool:
        """Open a file, ask for its password, say why where it can't be read. Returns whether it is open."""
        try:
            self._keeper.open(path)
        except PlanFileError as error:
            return self.opened_after(error, path)
        self._remember()
        return True

    def opened_after(self, error: PlanFileError, path: Path) -> bool:
        """Do what can be done where a file does not open by itself. Returns whether it is open after that."""
        if isinstance(error, LockedPlanError):
            return self.unlock(path)
        backup = self._newest_backup(path) if isinstance(error, DamagedPlanError) else None
        if backup is None:
            text = translate("Window", "{why}。这里的计划也没有动；有别的副本的话，打开那份试试。")
            warn(self._window, text.format(why=str(error).rstrip("。.")))
            return False
        return self._open_backup(path, backup, str(error))

    def unlock(self, what: Path | DraftFile) -> bool:
        """Ask for the password of a file or draft until it opens. Returns whether it does."""

        def opens(password: str) -> None:
            if isinstance(what, Path):
                self._keeper.open(what, password)
            elif not self._keeper.recover(what, password) and self._settings.last_plan is not None:
                self._keeper.open(self._settings.last_plan, password)  # it was saved after all

        name = shown_name(what) if isinstance(what, Path) else translate("Window", "没保存的改动")
        return self._unlocked(name, opens)

    def ask_open(self) -> None:
        """Ask for a plan file and open it."""
        if self.may_leave():
            chosen, _ = QFileDialog.getOpenFileName(
                self._window, translate("Window", "打开计划"), str(self._settings.last_folder), plan_kinds()
            )
            if chosen:
                self.open(Path(chosen))

    # --- saving -------------------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save to the plan's file, or ask for one. Returns whether it is saved."""
        return self.save_to(self._store.path) if self._store.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a file and save to it. Returns whether it is saved."""
        proposed = self._settings.last_folder / f"{file_name(self._store.plan.name)}{SUFFIX}"
        title = translate("Window", "保存计划")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), plan_kinds())
        if not chosen:
            return False
        path = named(chosen)
        if path != Path(chosen) and path.exists():  # of which the dialog could not ask
            text = translate("Window", "已经有一个文件叫 {name}。")
            return self._save_over(text.format(name=shown_name(path)), path)
        return self.save_to(path)

    def save_to(self, path: Path, *, over: bool = False) -> bool:
        """Save to a file, ask what to do where it can't be. Returns whether it is saved."""
        try:
            self._keeper.save(path, over=over)
        except ChangedOnDiskError as error:
            return self._save_over(str(error), path)
        except PlanFileError as error:
            more = "" if isinstance(error, NotOursError) else translate("Window", "什么都没有丢，改动还在。")
            answers = {_Answer.ELSEWHERE: translate("Window", "存到别处…")}
            return self._ask(str(error), more, answers) is _Answer.ELSEWHERE and self.save_as()
        self._remember()
        return True

    def may_leave(self) -> bool:
        """Tell whether the plan may be left; ask where it has unsaved edits."""
        if not self._store.unsaved:
            return True
        text = translate("Window", "“{name}”有还没保存的改动。").format(name=self._store.plan.name)
        more = translate("Window", "不保存的话，这些改动就没有了。")
        answers = {_Answer.SAVE: translate("Window", "保存"), _Answer.DROP: translate("Window", "不保存")}
        answer = self._ask(text, more, answers)
        return self.save() if answer is _Answer.SAVE else answer is _Answer.DROP

    def do(self, act: Act) -> None:
        """Do what a remark offers."""
        path = self._store.path
        try:
            if act is Act.TAKE_OVER:
                self._keeper.take_over()
            elif act is Act.USE_THEIRS:
                self._keeper.use_theirs()
            elif act is Act.SAVE_AS:
                self.save_as()
            elif act is Act.SAVE_OVER and path is not None:
                self.save_to(path, over=True)
            elif act is Act.OPEN_AGAIN and path is not None:
                if self.may_leave():
                    self.open(path)
            elif act is Act.UNDO:
                self._store.undo_stack.undo()
            elif act is Act.HEARD:
                self._keeper.heard()
            elif act is Act.SHOW_OTHERS:
                self.show_others()
        except PlanFileError as error:
            warn(self._window, str(error))

    def show_others(self) -> None:
        """Show what other windows left behind, and begin with what is chosen of it."""
        from jiebei_desktop.ui.left_behind import LeftBehind  # noqa: PLC0415 - seldom needed

        dialog = LeftBehind(self._keeper, self._window)
        if dialog.exec() == LeftBehind.DialogCode.Accepted and dialog.chosen and self.may_leave():
            try:
                if not self._keeper.recover(dialog.chosen):
                    warn(self._window, translate("Window", "这份改动已经存过了，或者读不了。别的都没有动。"))
            except LockedPlanError:
                self.unlock(dialog.chosen)
            self._remember()

    # --- how it is done -----------------------------------------------------------------------------------------------

    def _begin(self, make: Callable[[], Plan]) -> bool:
        if not self.may_leave():
            return False
        self._keeper.begin(make())
        self._settings.last_plan = None
        return True

    def _save_over(self, why: str, path: Path) -> bool:
        """Ask before something else is written over. Returns whether the plan is saved."""
        more = translate("Window", "用这里的计划盖掉它之前，会先给它留一份备份。")
        answers = {_Answer.OVER: translate("Window", "盖掉"), _Answer.ELSEWHERE: translate("Window", "存到别处…")}
        answer = self._ask(why, more, answers)
        if answer is _Answer.OVER:
            return self.save_to(path, over=True)
        return answer is _Answer.ELSEWHERE and self.save_as()

    def _ask(self, text: str, more: str, answers: dict[_Answer, str]) -> _Answer | None:
        from jiebei_desktop.ui.asking import ask  # noqa: PLC0415 - a start asks nothing

        return ask(self._window, text, more, answers)

    def _newest_backup(self, path: Path) -> Backup | None:
        from jiebei_desktop.files.backups import newest_good  # noqa: PLC0415 - a start does without

        return newest_good(self._keeper.backups, path)

    def _open_backup(self, path: Path, backup: Backup, why: str) -> bool:
        """Offer the newest good backup of a file that can't be read. Returns whether it is open."""
        text = translate("Window", "最近一份好的备份是 {when} 的。打开它，原来的文件先不动。")
        answers = {_Answer.BACKUP: translate("Window", "打开备份")}
        if self._ask(why, text.format(when=backup.when), answers) is None:
            return False
        try:
            self._keeper.open_backup(path, read_plan(backup.path))
        except LockedPlanError:
            return self._unlocked(
                backup.when, lambda password: self._keeper.open_backup(path, read_plan(backup.path, password))
            )
        self._remember()
        return True

    def _unlocked(self, name: str, opens: Callable[[str], None]) -> bool:
        """Ask for a password until something opens. Returns whether it does."""
        from jiebei_desktop.ui.password_dialog import AskPassword  # noqa: PLC0415 - most plans have none

        if not AskPassword(name, opens, self._window).exec():
            return False
        self._remember()
        return True

    def _remember(self) -> None:
        if self._store.path is not None:
            self._settings.opened(self._store.path)


def named(chosen: str) -> Path:
    """Return the path that was chosen for a plan, with the ending of plans: without it no dialog would list it."""
    path = Path(chosen)
    return path if path.suffix.lower() == SUFFIX else path.with_name(f"{path.name}{SUFFIX}")


def plan_kinds() -> str:
    """Return the kinds of files that a plan can be, for a dialog."""
    return translate("Window", "还款计划 (*{suffix})").format(suffix=SUFFIX)
