"""Edits that are in no plan file yet, on disk all the same: one draft a window, until they are saved or given up.

A draft is the whole plan as it is now, and the plan as the file had it when these edits began. It is replaced as a
whole with each edit. Its window holds a file beside it, so that a later start can tell which drafts nobody works on.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic_core import PydanticSerializationError

from jiebei_desktop.files.atomic import clear_leftovers, private_folder, write_atomically
from jiebei_desktop.files.hold import HeldError, Hold
from jiebei_desktop.files.json_in import MAX_BYTES, DamagedError, fits, read_object
from jiebei_desktop.files.plan_file import (
    PlanFileError,
    plan_data,
    plan_of,
    read_content,
    text_of,
    unsealed,
)
from jiebei_desktop.files.sealed import Secret, as_bytes
from jiebei_desktop.planning.document import Plan

FORMAT: Final = "jiehua-draft"
_VERSION: Final = 1
_SUFFIX: Final = ".draft"
_HELD: Final = ".held"
_MOST_BYTES: Final = MAX_BYTES * 3
_MOST_FILE_BYTES: Final = _MOST_BYTES * 3 // 2
"""Of a file: a sealed one takes a third more than what is in it."""


class Draft(NamedTuple):
    """A plan with edits that are not saved.

    Attributes:
        base: the plan as it was when they began; as its file had it, if it has one.
        file: the plan's file; None for a new plan.
        borrowed: whether somebody else had the file, so that it can't be saved there by itself.
    """

    plan: Plan
    base: Plan
    file: Path | None = None
    borrowed: bool = False


class DraftFile:
    """The place of one window's draft, held as long as the window lives."""

    def __init__(self, folder: Path, name: str = "") -> None:
        """Take a new place, or that of a draft that was left behind; raises `OSError` and, for that, `HeldError`."""
        private_folder(folder)
        self._hold = Hold(folder / f"{name}{_HELD}") if name else _new_hold(folder)
        self.path = self._hold.path.with_suffix(_SUFFIX)

    def write(self, draft: Draft, secret: Secret | None) -> None:
        """Put a draft on disk, sealed where a secret is given; raises `OSError`."""
        head = {"format": FORMAT, "version": _VERSION, "file": _spelt(draft.file), "borrowed": draft.borrowed}
        plan, base = _json(draft.plan), _json(draft.base)
        content = b"".join((json.dumps(head)[:-1].encode(), b', "plan": ', plan, b', "base": ', base, b"}\n"))
        if not fits(content, _MOST_BYTES):  # nobody could read it again
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(self.path))
        write_atomically(self.path, content if secret is None else as_bytes(secret.seal(content)))

    def read(self, password: str | None = None, secret: Secret | None = None) -> tuple[Draft, Secret | None]:
        """Return what is there, and the secret that opened it.

        Raises:
            WrongPasswordError: it is under a password that is not the one given.
            NewerError: only a newer program understands it.
            DamagedError: it can't be understood.
        """
        try:
            sealed = read_object(read_content(self.path, _MOST_FILE_BYTES), _MOST_FILE_BYTES)
            data, secret = unsealed(sealed, password, secret, _MOST_BYTES)
            return _draft(data), secret
        except PlanFileError as error:
            raise DamagedError(str(error)) from None

    def remove(self) -> None:
        """Take the draft away: it is saved or given up."""
        self.path.unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Rename a draft that can't be read, so that it is not met again with each start, and is not lost either."""
        self.path.replace(self.path.with_suffix(".unreadable"))

    def let_go(self) -> None:
        """Leave the draft, if there still is one, to the next start."""
        self._hold.let_go(take_away=True)


def left_behind(folder: Path) -> Iterator[DraftFile]:
    """Yield the drafts that nobody works on, the newest first; whoever takes one must let it go.

    What else their windows left is taken away.
    """
    try:
        entries = list(os.scandir(folder))
    except OSError:  # no folder, no draft
        return
    clear_leftovers(folder)
    names = {Path(entry.name).stem for entry in entries if entry.name.endswith((_SUFFIX, _HELD))}
    for name in sorted(names, key=lambda name: _written(folder, name), reverse=True):
        try:
            place = DraftFile(folder, name)
        except (HeldError, OSError):
            continue
        if place.path.exists():
            yield place
        else:  # its window had nothing that was not saved
            place.let_go()


def _new_hold(folder: Path) -> Hold:
    while True:
        with suppress(HeldError):  # somebody who looks for drafts was quicker than we
            return Hold(folder / f"{os.urandom(8).hex()}{_HELD}")


def _written(folder: Path, name: str) -> int:
    try:
        return (folder / f"{name}{_SUFFIX}").stat().st_mtime_ns
    except OSError:
        return 0


def _json(plan: Plan) -> bytes:
    try:
        return plan.model_dump_json().encode()  # faster, as it waits for each edit
    except PydanticSerializationError:  # half a pair of surrogates
        return text_of(plan_data(plan))


def _spelt(file: Path | None) -> str | None:
    """Return a path as text; None for one whose bytes are none, so that its plan comes back without a file."""
    if file is None:
        return None
    try:
        os.fspath(file).encode("utf-8")
    except UnicodeEncodeError:
        return None
    return os.fspath(file)


def _draft(data: dict[str, Any]) -> Draft:
    file, plan, base = data.get("file"), data.get("plan"), data.get("base")
    if data.get("format") != FORMAT or not isinstance(plan, dict) or not isinstance(base, dict):
        raise DamagedError(FORMAT)
    path = Path(file) if isinstance(file, str) else None
    return Draft(plan_of(plan)[0], plan_of(base)[0], path, data.get("borrowed") is True)
