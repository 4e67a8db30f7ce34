"""Who has a plan file open: a small hidden file beside it, with its owner, machine and time.

On the same machine the system tells whether its owner still lives. A file from another machine counts until somebody
takes over, since nothing tells whether that machine is on.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from jiebei_desktop.files.atomic import beside, resolved
from jiebei_desktop.files.hold import HeldError, Hold

_MOST_BYTES: Final = 4096


class Holder(NamedTuple):
    """Who has a file open, on which machine, and since when; empty where it isn't said.

    Attributes:
        held: whether they held the lock when they said so: if nobody does any more, their program has ended.
    """

    owner: str = ""
    machine: str = ""
    since: str = ""
    id: str = ""
    held: bool = True

    @property
    def here(self) -> bool:
        """Tell whether it is on this machine."""
        return self.machine == _text(_machine())


class PlanLock:
    """This window's right to write to a file, until `release` or until another one takes it over.

    Attributes:
        path: of the lock, beside the file.
    """

    def __init__(self, path: Path, *, take_over: bool = False) -> None:
        """Take the lock of a plan file; with `take_over` whoever has it.

        Raises:
            TakenError: somebody else has it.
            OSError: the folder takes no lock, as one that can only be read.
        """
        since = datetime.now().astimezone().isoformat(timespec="minutes")
        self._me = Holder(_text(_user()), _text(_machine()), since, os.urandom(8).hex())
        self.path = lock_path(path)
        self._hold: Hold | None = None
        try:
            hold = Hold(self.path)
        except HeldError:
            if not take_over:
                raise TakenError(_read(self.path)) from None
            # Into the file that the other one holds: it will find out and let go; until then this one can't hold it.
            self.path.write_bytes(self._said(held=False))
            return
        found = _holder(hold.read())
        stale = found is None or (found.here and found.held and hold.sure)
        if not (stale or take_over):
            hold.let_go(take_away=False)
            raise TakenError(found or Holder())
        self._take(hold)

    def holder(self) -> Holder | None:
        """Return who took the lock over; None while it is this window's."""
        found = _read(self.path)
        if found.id == self._me.id:
            if self._hold is None:
                self._hold_again()
            return None
        if not found.id:  # the file was taken away, as by somebody who tidies up: it is nobody else's
            return None
        return found

    def release(self) -> None:
        """Give it back; what another one took over stays theirs."""
        mine = self.holder() is None
        if self._hold is not None:
            self._hold.let_go(take_away=mine)
            self._hold = None
        elif _read(self.path).id == self._me.id:  # taken over from a window that has not noticed
            with suppress(OSError):
                self.path.write_bytes(b"")

    def _hold_again(self) -> None:
        """Hold what was taken over, once the one before has let go."""
        with suppress(HeldError, OSError):
            self._take(Hold(self.path))

    def _take(self, hold: Hold) -> None:
        try:
            hold.write(self._said(held=True))
        except OSError:
            hold.let_go(take_away=True)
            raise
        self._hold = hold

    def _said(self, *, held: bool) -> bytes:
        return json.dumps(self._me._replace(held=held)._asdict(), ensure_ascii=False).encode()


class TakenError(Exception):
    """Somebody else has the file open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


def lock_path(path: Path) -> Path:
    """Return where the lock of a plan file is: beside it, with a name that is not too long whatever the file's is."""
    return beside(resolved(path), ".lock")


def _read(path: Path) -> Holder:
    try:
        with path.open("rb") as stream:
            return _holder(stream.read(_MOST_BYTES)) or Holder()
    except OSError:
        return Holder()


def _holder(content: bytes) -> Holder | None:
    """Return whom a lock's content names, if it names somebody."""
    try:
        data = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    owner, machine, since, number = (_text(data.get(name)) for name in ("owner", "machine", "since", "id"))
    return Holder(owner, machine, since, number, held=data.get("held") is not False) if number else None


def _text(value: object) -> str:
    """Return what somebody says about themselves, or what the system says, as text that is not too long."""
    return value[:100].encode("utf-8", "replace").decode() if isinstance(value, str) else ""


def _machine() -> str:
    if os.name == "posix":
        return os.uname().nodename
    return os.environ.get("COMPUTERNAME", "")


def _user() -> str:
    for name in ("USER", "LOGNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    return ""
