"""Keeps the plan: in its file, with a lock, backups and a password, and what is not saved in a draft on disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from jiebei_desktop.files.diary import Diary
from jiebei_desktop.files.drafts import Draft, DraftFile, left_behind
from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.files.open_file import OpenFile
from jiebei_desktop.files.plan_file import (
    Loaded,
    LockedPlanError,
    NewerError,
    PlanFileError,
    loaded,
    not_saved,
    read_plan,
)
from jiebei_desktop.files.sealed import Secret, WrongPasswordError
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.text import translate
from jiebei_desktop.ui.drafting import Drafting
from jiebei_desktop.ui.settings import BACKUPS
from jiebei_desktop.ui.standing import News, Standing
from jiebei_desktop.ui.store import Cause, Change, Store

_DRAFTS, _LOG = "drafts", "log.txt"


class Keeper(QObject):
    """Keeps a store's plan. `changed` says that it stands otherwise, `kept` up to which number edits are on disk.

    Attributes:
        standing: how it stands with the file.
        secret: what the plan is sealed with; None where it has no password.
        others: drafts that other windows left behind, held by this one.
    """

    changed = Signal()
    kept = Signal(int)

    def __init__(self, store: Store, folder: Path) -> None:
        """Keep a store's plan; drafts, backups and the log in a folder of the program's own."""
        super().__init__()
        self.store = store
        self.backups = folder / BACKUPS
        self.diary = Diary(folder / _LOG)
        self.standing = Standing()
        self.secret: Secret | None = None
        self.others: list[DraftFile] = []
        self._drafts = folder / _DRAFTS
        self._drafting = Drafting(self._drafts, self._draft, self)
        self._drafting.kept.connect(self._hear)
        self._drafting.kept.connect(self.kept)
        self._drafting.failed.connect(self._fail)
        self._file: OpenFile | None = None
        self._base = store.plan
        self._quiet = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self.look_at_disk)
        store.changed.connect(self._follow)
        store.file_changed.connect(self._edited)

    # --- beginning ----------------------------------------------------------------------------------------------------

    def begin(self, plan: Plan, *, saved: bool = True, secret: Secret | None = None) -> None:
        """Begin with a plan that has no file; one that is not `saved` is not to be left without asking."""
        self._take(plan, None, secret, saved=saved)

    def open(self, path: Path, password: str | None = None) -> None:
        """Begin with the plan of a file, and with the edits on it that a window left behind; raises as `read_plan`."""
        path = path.absolute()
        self.find()  # first: where the file can't be read they may be all that there is
        found = read_plan(path, password, self.secret)
        for draft in tuple(self.others):
            if self._is_of(draft, path, found.secret) and self.recover(draft, password):
                return
        self._take(found.plan, self._opened(path, found), found.secret)
        self.diary.note("opened", bytes=len(found.content), loans=len(found.plan.loans), version=found.version)

    def open_backup(self, path: Path, backup: Loaded) -> None:
        """Begin with an earlier state of a file that can't be read; it is not saved."""
        self._take(backup.plan, OpenFile(path.absolute(), self.backups), backup.secret, saved=False)

    def find(self) -> None:
        """Look for drafts that other windows left behind, the newest first, and hold them."""
        self.others += left_behind(self._drafts)
        self._stands(others=len(self.others))

    def recover(self, draft: DraftFile, password: str | None = None) -> bool:
        """Begin with a draft that was left behind; returns whether there was something in it that is not saved.

        Raises:
            LockedPlanError: it is under a password, and this is not the one.
        """
        try:
            found, secret = draft.read(password, self.secret)
        except WrongPasswordError:
            text = translate("Keeper", "密码不对。") if password else translate("Keeper", "没保存的改动有密码。")
            raise LockedPlanError(text) from None
        except NewerError:
            self.forget(draft)  # it waits for its program
            return False
        except DamagedError:
            draft.set_aside()
            self.forget(draft)
            return False
        there = self._of_file(found, password, secret)
        if there is not None and there.plan == found.plan:  # saved, and killed before the draft was taken away
            draft.remove()
            self.forget(draft)
            return False
        self._restore(draft, found, there, secret)
        self.diary.note("recovered", loans=len(self.store.plan.loans))
        return True

    def forget(self, draft: DraftFile) -> None:
        """Let go of a draft that was left behind."""
        draft.let_go()
        self._without(draft)

    # --- saving -------------------------------------------------------------------------------------------------------

    def save(self, path: Path, *, over: bool = False) -> None:
        """Write the plan to its own file or another one; raises as `OpenFile.write`, and then it stays unsaved."""
        path = path.absolute()
        try:
            own = self._is_here(path)
            file = self._file if own and self._file is not None else OpenFile(path, self.backups)
        except ValueError as error:
            raise not_saved(path, error) from error
        self._drafting.wait()  # or the draft could be older than the file, if this is the end
        try:
            no_backup = file.write(self.store.plan, self.secret, over=over or not own)
        except PlanFileError:
            self._stands(holder=self._file.holder if self._file else None)
            if file is not self._file:
                file.release()
            raise
        if file is not self._file:
            self._release()
            self._file = file
        self._base = self.store.plan
        self._stands(
            no_backup=no_backup, holder=None, newer=False, conflict=False, unreadable=False, locked=False, news=None
        )
        self.store.saved(file.path)
        self._watch()
        self.diary.note("saved", bytes=len(file.content or b""), loans=len(self.store.plan.loans))

    def set_password(self, password: str | None) -> int:
        """Put file, backups and draft under another password, or under none; the plan is saved with it.

        Returns:
            How many backups stay under a password of before.

        Raises:
            PlanFileError: it could not be written; which password is in force is what `secret` says.
        """
        from jiebei_desktop.files.backups import sealed_again  # noqa: PLC0415 - a start does without

        old = self.secret
        self.secret = None if password is None else Secret(password)
        if self._file is None:
            self._edited()
            return 0
        try:
            self.save(self._file.path)
        except PlanFileError:
            self.secret = old
            self._edited()  # the draft, too
            raise
        try:
            self._seal_others(self._file.path, old)
            return sealed_again(self.backups, self._file.path, old, self.secret)
        except OSError as error:
            text = translate("Keeper", "计划已存好，但不是每份备份都换上了新密码：{reason}。")
            raise PlanFileError(text.format(reason=reason(error))) from error

    # --- others -------------------------------------------------------------------------------------------------------

    def look_at_disk(self, _path: str = "") -> None:
        """Take note of what others did to the file; take it in where nothing is lost by that."""
        file = self._file
        if file is None:
            return
        file.look_for_holder()
        self._stands(holder=file.holder)
        self._watch()
        content = file.news()
        if file.content is None:
            return
        if content is None:
            self._stands(unreadable=False, locked=False, conflict=False)
            if not _is_there(file.path):
                self.store.saved_nowhere()
            elif self.store.unsaved and self.store.plan == self._base:  # it is there again
                self.store.saved(file.path)
            return
        try:
            theirs = loaded(file.path, content, None, self.secret)
        except PlanFileError as error:
            locked = isinstance(error, LockedPlanError)
            self._stands(unreadable=not locked, locked=locked)
            self.store.saved_nowhere()
            return
        self._take_in(file, theirs)

    def take_over(self) -> None:
        """Take the file from who has it open, with what they saved; raises `PlanFileError`."""
        if self._file is not None:
            self._file.take_over()
            self._stands(holder=None)
            self.look_at_disk()

    def use_theirs(self) -> None:
        """Settle a conflict by what is in the file, as a step that can be undone; raises `PlanFileError`."""
        if self._file is not None:
            found = read_plan(self._file.path, None, self.secret)
            self._show(self._file, found)

    def heard(self) -> None:
        """Take note that the user knows the news."""
        self._stands(news=None, no_backup="")

    @property
    def all_kept(self) -> bool:
        """Tell whether all edits are on disk, in the draft if not in the file."""
        return self._drafting.all_kept and not self.standing.not_kept

    @property
    def given(self) -> int:
        """Return the number of the last edit; it is on disk once `kept` has said it."""
        return self._drafting.given

    def wait(self) -> bool:
        """Wait until all edits are on disk; returns whether they are."""
        return self._drafting.wait()

    def close(self, *, give_up: bool = False) -> None:
        """End; what is not saved is left to the next start, or given up."""
        if give_up:
            self._drafting.drop()
        self._drafting.let_go()
        for draft in tuple(self.others):
            self.forget(draft)
        self._release()

    # --- how it is done -----------------------------------------------------------------------------------------------

    def _take(self, plan: Plan, file: OpenFile | None, secret: Secret | None, *, saved: bool = True) -> None:
        """Leave the plan of before, with what was not saved of it, and begin with another one."""
        self._release()
        self._file, self.secret, self._base = file, secret, plan
        holder, newer = (file.holder, file.newer) if file else (None, False)
        self.standing = Standing(
            holder=holder, newer=newer, unreadable=file is not None and not saved, others=len(self.others)
        )
        self.store.replace(plan, file.path if file else None)
        if not saved:
            self.store.saved_nowhere()
        QTimer.singleShot(0, self, self._watch)
        self.changed.emit()

    def _opened(self, path: Path, found: Loaded | None) -> OpenFile:
        if self._is_here(path):
            self._release()  # or the lock would be this window's own
        if found is None:
            return OpenFile(path, self.backups)
        return OpenFile(path, self.backups, found.content, found.version)

    def _is_here(self, path: Path) -> bool:
        """Tell whether a path leads to the file that is open, by whatever way."""
        return self._file is not None and self._file.path.resolve() == path.resolve()

    def _of_file(self, draft: Draft, password: str | None, secret: Secret | None) -> Loaded | None:
        """Return what the file of a draft holds now, where it can be read."""
        try:
            return read_plan(draft.file, password, secret) if draft.file and not draft.borrowed else None
        except PlanFileError:
            return None

    def _is_of(self, draft: DraftFile, path: Path, secret: Secret | None) -> bool:
        try:
            found, _ = draft.read(None, secret)
        except (WrongPasswordError, NewerError, DamagedError):
            return False
        return found.file == path and not found.borrowed

    def _seal_others(self, path: Path, old: Secret | None) -> None:
        """Put what other windows left of a file under the password in force as well; raises `OSError`."""
        self.find()
        for draft in self.others:
            try:
                found, _ = draft.read(None, old)
            except (WrongPasswordError, NewerError, DamagedError):
                continue
            if found.file == path:
                draft.write(found, self.secret)

    def _restore(self, draft: DraftFile, found: Draft, there: Loaded | None, secret: Secret | None) -> None:
        """Show a draft as a step from what its file holds, together with what was saved there since."""
        from jiebei_desktop.planning.merging import merged  # noqa: PLC0415 - seldom needed

        plan, news, conflict = found.plan, News.FOUND, False
        if found.borrowed and found.file is not None:
            news = News.FOUND_BESIDE
        elif there is not None and there.plan != found.base:
            both = merged(found.base, found.plan, there.plan)
            conflict, plan = both is None, both or found.plan
            news = News.FOUND if conflict else News.FOUND_AND_MERGED
        file = self._opened(found.file, there) if found.file is not None and not found.borrowed else None
        self._quiet = True  # the draft stays on disk until it is there anew
        self._take(there.plan if there else found.base, file, secret)
        self._drafting.adopt(draft)
        self._without(draft)
        self.store.take_in(translate("Keeper", "找回没保存的改动"), plan)
        if there is None and (file is not None or plan == found.base):
            self.store.saved_nowhere()
        if file is not None and conflict:
            file.content = None  # whatever is in it, saving asks first
            self._base = found.base  # and it is a conflict for the next window, too, should this one be killed
        self._quiet = False
        self._edited()
        damaged = file is not None and there is None and _is_there(file.path)
        self._stands(news=news, edited_since=False, conflict=conflict, unreadable=damaged)

    def _take_in(self, file: OpenFile, theirs: Loaded) -> None:
        """Take in what others saved to the file, beside what was changed here."""
        if not self.store.unsaved:
            self._show(file, theirs)
            return
        from jiebei_desktop.planning.merging import merged  # noqa: PLC0415 - seldom needed

        both = merged(self._base, self.store.plan, theirs.plan)
        if both is None:
            self._stands(conflict=True, unreadable=False, locked=False)
            self.store.saved_nowhere()
            return
        self._know(file, theirs)
        self.store.take_in(translate("Keeper", "合并文件里的改动"), both)
        if both == theirs.plan:
            self.store.saved(file.path)
        else:
            self.store.saved_nowhere()
        self._stands(news=News.MERGED, edited_since=False)

    def _show(self, file: OpenFile, theirs: Loaded) -> None:
        self._know(file, theirs)
        self.store.take_in(translate("Keeper", "换成文件里的内容"), theirs.plan)
        self.store.saved(file.path)
        self._stands(news=News.RELOADED, edited_since=False)

    def _know(self, file: OpenFile, theirs: Loaded) -> None:
        """Take note of what is in the file now."""
        file.know(theirs)
        self._base, self.secret = theirs.plan, theirs.secret
        self._stands(newer=file.newer, conflict=False, unreadable=False, locked=False)

    def _follow(self, change: Change) -> None:
        self._edited()
        if change.cause is Cause.HISTORY:
            self._stands(news=None)
        elif change.cause is Cause.EDIT:
            self._stands(edited_since=True)

    def _edited(self) -> None:
        """Let the disk have what no file has."""
        if not self._quiet:
            self._drafting.changed()

    def _draft(self) -> tuple[Draft | None, Secret | None]:
        """Return what is not saved."""
        if not self.store.unsaved:
            return None, None
        path = self._file.path if self._file is not None else None
        borrowed = self._file is not None and self._file.read_only
        return Draft(self.store.plan, self._base, path, borrowed), self.secret

    def _hear(self, _number: int) -> None:
        self._stands(not_kept="")

    def _fail(self, error: Exception) -> None:
        self._stands(not_kept=reason(error) if isinstance(error, OSError) else type(error).__name__)
        self.diary.note("not_kept", number=self._drafting.given)
        if not isinstance(error, OSError):
            raise error  # a mistake of the program's goes the way of all mistakes

    def _stands(self, **changes: object) -> None:
        standing = self.standing._replace(**changes)  # type: ignore[arg-type]
        if standing != self.standing:
            other_hands = standing.read_only is not self.standing.read_only
            self.standing = standing
            self.changed.emit()
            if other_hands:
                self._edited()  # the draft says whether the file is this window's

    def _without(self, draft: DraftFile) -> None:
        self.others = [other for other in self.others if other is not draft]
        self._stands(others=len(self.others))

    def _watch(self) -> None:
        """Hear when others change the file or its lock; a file that was replaced is another one to the system."""
        try:
            wanted = self._file.watched if self._file is not None else []
        except OSError:  # in a folder that can't be looked into any more
            wanted = []
        gone = [path for path in self._watcher.files() if path not in wanted]
        if gone:
            self._watcher.removePaths(gone)
        new = [path for path in wanted if path not in self._watcher.files()]
        if new:
            self._watcher.addPaths(new)

    def _release(self) -> None:
        if self._file is not None:
            self._file.release()
            self._file = None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # in a folder that can't be looked into any more
        return False
