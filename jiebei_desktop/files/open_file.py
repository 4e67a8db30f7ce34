"""A plan file that a window works on: what is known to be in it, who else has it, and writing to it with a backup."""

from __future__ import annotations

from pathlib import Path

from jiebei_desktop.files.atomic import clear_leftover
from jiebei_desktop.files.plan_file import (
    DamagedPlanError,
    Loaded,
    PlanFileError,
    plan_content,
    read_content,
    save_content,
    shown_name,
)
from jiebei_desktop.files.plan_lock import Holder, PlanLock, TakenError, lock_path
from jiebei_desktop.files.sealed import Secret
from jiebei_desktop.files.troubles import reason
from jiebei_desktop.planning.document import SCHEMA_VERSION, Plan
from jiebei_desktop.text import translate


class ChangedOnDiskError(PlanFileError):
    """The file holds something else than what this window read or wrote; saving would lose that."""


class NotOursError(PlanFileError):
    """The file is somebody else's to write to, or of a newer program: the plan can be saved elsewhere only."""


class OpenFile:
    """A file and the right to write to it, as far as this window has it.

    Attributes:
        path: where it is.
        content: what this window read from it or wrote to it last; None where it could not be read.
        holder: who else has it open; None where nobody has, or nobody can tell.
        newer: whether a newer program wrote it.
    """

    def __init__(self, path: Path, backups: Path, content: bytes | None = None, version: int = SCHEMA_VERSION) -> None:
        """Take a file's lock if it can be had; keep what an older program wrote before anything is changed."""
        self.path, self.content = path, content
        self.newer = version > SCHEMA_VERSION
        self.holder: Holder | None = None
        self._backups = backups
        self._lock: PlanLock | None = None
        if self._take_lock():
            clear_leftover(path)
        if content is not None and version < SCHEMA_VERSION:  # before anything is migrated
            self._back_up(content)

    @property
    def read_only(self) -> bool:
        """Tell whether it is not to be written to from here."""
        return self.holder is not None or self.newer

    @property
    def watched(self) -> list[str]:
        """Return what tells by changing that others did something: the file and its lock, where they are there."""
        return [str(path) for path in (self.path, lock_path(self.path)) if path.exists()]

    def news(self) -> bytes | None:
        """Return what others have put into the file since, if they have; None also where it can't be read."""
        there = self._there()
        return there if there != self.content else None

    def write(self, plan: Plan, secret: Secret | None, *, over: bool = False) -> str:
        """Write a plan, and keep a backup of it; what others put there is written over only where that is wanted.

        Returns:
            Why there is no backup; empty where there is one.

        Raises:
            NotOursError: it is not to be written to from here.
            ChangedOnDiskError: somebody has changed it, and `over` was not said.
            PlanFileError: it could not be written.
        """
        self.look_for_holder()
        if self.newer:
            raise NotOursError(translate("Keeper", "文件是更新版本的程序存的，这里只能另存到别处。"))
        if self.holder is not None:
            text = translate("Keeper", "{name} 正在别处打开，这里只能另存到别处。")
            raise NotOursError(text.format(name=shown_name(self.path)))
        theirs = self.news()
        if theirs is not None and not over:
            raise ChangedOnDiskError(translate("Keeper", "{name} 在别处改过了。").format(name=shown_name(self.path)))
        content = plan_content(plan, secret)  # refuses what is too much, before anything is kept
        no_backup = self._back_up(theirs) if theirs else ""
        save_content(self.path, content)
        self.content = content
        return self._back_up(content) or no_backup

    def back_up(self) -> str:
        """Keep what is known to be in the file; returns why that can't be, empty where it is kept."""
        return "" if self.content is None else self._back_up(self.content)

    def look_for_holder(self) -> None:
        """Take note of a window that has taken the file over, or that has given it back."""
        if self._lock is not None:
            holder = self._lock.holder()
            if holder is not None:
                self.release()
                self.holder = holder
        elif self.holder is not None:
            self._take_lock()

    def know(self, found: Loaded) -> None:
        """Take note of what is in the file now."""
        self.content, self.newer = found.content, found.version > SCHEMA_VERSION
        if found.version < SCHEMA_VERSION:
            self._back_up(found.content)

    def take_over(self) -> None:
        """Take the file from who has it open; raises `PlanFileError`."""
        try:
            self._lock = PlanLock(self.path, take_over=True)
        except OSError as error:
            text = translate("Keeper", "没能接管：{reason}。文件没有动；这里照样能看能试，也可以另存。")
            raise PlanFileError(text.format(reason=reason(error))) from error
        self.holder = None

    def release(self) -> None:
        """Let others have it."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _take_lock(self) -> bool:
        """Take the lock if it can be had; returns whether it was."""
        try:
            self._lock, self.holder = PlanLock(self.path), None
        except TakenError as error:
            self.holder = error.holder
        except OSError:  # as in a folder that can only be read: nobody can say who has it
            self.holder = None
        return self._lock is not None

    def _there(self) -> bytes | None:
        try:
            return read_content(self.path)
        except DamagedPlanError:  # more than a plan can be: something else for sure
            return b""
        except PlanFileError:
            return None

    def _back_up(self, content: bytes) -> str:
        """Keep something that is or was in the file; returns why it can't be."""
        from jiebei_desktop.files.backups import keep  # noqa: PLC0415 - a start keeps nothing

        try:
            keep(self._backups, self.path, content)
        except OSError as error:
            return reason(error)
        return ""
