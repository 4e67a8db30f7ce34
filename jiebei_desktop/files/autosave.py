"""Keeping one window's draft on disk, beside the window: what is typed never waits for the disk."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from jiebei_desktop.files.drafts import Draft, DraftFile
from jiebei_desktop.files.latest import Done, Latest
from jiebei_desktop.files.sealed import Secret

_LONGEST_WAIT: Final = 10.0
"""In seconds, for a disk that does not answer, before the window goes all the same."""


class Autosave:
    """Writes the draft with each edit, and takes it away when there is nothing to keep.

    `done` hears in another thread which of the edits is on disk, or why it isn't.
    """

    def __init__(self, folder: Path, done: Done) -> None:
        self._folder = folder
        self._latest = Latest(done)
        self._file: DraftFile | None = None

    def keep(self, draft: Draft, secret: Secret | None) -> int:
        """Put a draft on disk soon; returns the number that `done` will hear of, or a later one."""
        return self._latest.put(partial(self._write, draft, secret))

    def drop(self) -> int:
        """Take the draft away soon: there are no edits that are not saved; returns a number as `keep`."""
        return self._latest.put(self._remove)

    def adopt(self, file: DraftFile) -> None:
        """Go on in the place of a draft that was left behind, in which it stays until the next `keep` or `drop`."""
        self.let_go()
        self._file = file

    def wait(self) -> bool:
        """Wait until the disk has what it was given; returns whether it has."""
        return self._latest.wait(_LONGEST_WAIT)

    def let_go(self) -> None:
        """End; a draft that is still there is left to the next start."""
        if self.wait() and self._file is not None:
            self._file.let_go()
            self._file = None

    def _write(self, draft: Draft, secret: Secret | None) -> None:
        if self._file is None:
            self._file = DraftFile(self._folder)
        try:
            self._file.write(draft, secret)
        except FileNotFoundError:  # the folder was tidied up, and what held the draft's place with it
            self._file.let_go()
            self._file = DraftFile(self._folder)
            self._file.write(draft, secret)

    def _remove(self) -> None:
        if self._file is not None:
            self._file.remove()
