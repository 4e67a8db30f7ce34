"""When the draft is written: soon after an edit, never between two keys, and again where the disk refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from jiebei_desktop.files.autosave import Autosave
from jiebei_desktop.files.drafts import Draft, DraftFile
from jiebei_desktop.files.sealed import Secret

_SOON: Final = 150
"""In milliseconds after an edit: what is typed in them is written at once, and by then it is painted."""
_TRY_AGAIN: Final = 5_000
"""In milliseconds, until what could not be put on disk is tried again."""

State = Callable[[], tuple[Draft | None, Secret | None]]


class Drafting(QObject):
    """Keeps on disk what `state` says: a draft, sealed where there is a secret, or none.

    `kept` says up to which number edits are on disk, `failed` what is in the way.

    Attributes:
        given: the number of the last edit.
    """

    kept = Signal(int)
    failed = Signal(object)
    _done = Signal(int, object)

    def __init__(self, folder: Path, state: State, parent: QObject) -> None:
        super().__init__(parent)
        self.given = 0
        self._state = state
        self._autosave = Autosave(folder, self._tell)
        self._edits: dict[int, int] = {}  # of the jobs that were given to it
        self._there = False
        self._reached = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._write)
        self._done.connect(self._hear)

    @property
    def all_kept(self) -> bool:
        """Tell whether everything up to the last edit is on disk."""
        return self._reached == self.given

    def changed(self) -> None:
        """Take note of an edit, or that something was saved."""
        self.given += 1
        if not self._timer.isActive() or self._timer.remainingTime() > _SOON:
            self._timer.start(_SOON)

    def adopt(self, file: DraftFile) -> None:
        """Go on in the place of a draft that was left behind, where it stays until what is there now is on disk."""
        self._timer.stop()
        self._autosave.drop()
        self._autosave.adopt(file)
        self._there = True

    def wait(self) -> bool:
        """Return once the disk has everything, or does not answer; returns whether it has."""
        self._flush()
        return self._autosave.wait()

    def drop(self) -> None:
        """Give up what is not saved."""
        self._timer.stop()
        self._autosave.drop()

    def let_go(self) -> None:
        """End; a draft that is there is left to the next start."""
        self._flush()
        self._autosave.let_go()

    def _flush(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._write()

    def _write(self) -> None:
        draft, secret = self._state()
        if draft is not None:
            self._there = True
            self._edits[self._autosave.keep(draft, secret)] = self.given
        elif self._there:
            self._there = False
            self._edits[self._autosave.drop()] = self.given
        else:  # neither was there a draft, nor is there to be one
            self._reach(self.given)

    def _tell(self, number: int, error: Exception | None) -> None:
        """Hand on what the autosave did, from its thread to the window's."""
        if isValid(self):
            self._done.emit(number, error)

    def _hear(self, number: int, error: Exception | None) -> None:
        reached = max((edit for job, edit in self._edits.items() if job <= number), default=0)
        self._edits = {job: edit for job, edit in self._edits.items() if job > number}
        if error is None:
            self._reach(reached)
            return
        self._there = True  # as far as is known
        self._timer.start(_TRY_AGAIN)
        self.failed.emit(error)

    def _reach(self, edit: int) -> None:
        self._reached = max(edit, self._reached)
        self.kept.emit(self._reached)
