"""Earlier states of plan files, kept apart from them: each save, the last ten of them and the last of each day.

They are numbered, and go by their numbers: a clock that was set back mixes nothing up. What is kept is the file as it
is, whether it can be read or not, and sealed where it was.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from jiebei_desktop.files.atomic import clear_leftovers, plain_name, private_folder, resolved, write_atomically
from jiebei_desktop.files.json_in import DamagedError
from jiebei_desktop.files.plan_file import SUFFIX, LockedPlanError, PlanFileError, loaded, read_content, resealed
from jiebei_desktop.files.sealed import Secret, WrongPasswordError

LAST: Final = 10
DAYS: Final = 30
_NAME: Final = re.compile(r"(\d{6,12}) (\d{4}-\d{2}-\d{2}) (\d{2})(\d{2})(\d{2})" + re.escape(SUFFIX))
_WHERE: Final = "file.txt"


class Backup(NamedTuple):
    """A state that was kept.

    Attributes:
        number: grows with each one of the same file.
        made: by this machine's clock then.
    """

    path: Path
    number: int
    made: datetime

    @property
    def day(self) -> str:
        """Return the day on which it was made."""
        return self.made.date().isoformat()

    @property
    def when(self) -> str:
        """Return when it was made, to the second."""
        return self.made.isoformat(" ", "seconds")


def folder_of(backups: Path, file: Path) -> Path:
    """Return the folder that holds the backups of a plan file."""
    path = resolved(file)
    spelt = os.fsencode(path)
    return backups / f"{plain_name(path.stem)} {zlib.crc32(spelt):08x}{zlib.adler32(spelt):08x}"


def keep(backups: Path, file: Path, content: bytes) -> None:
    """Keep what a plan file holds, and let go what is older than is kept; raises `OSError`.

    The same content as the last one is not kept twice.
    """
    folder = private_folder(folder_of(backups, file))
    clear_leftovers(folder)
    there = backups_of(backups, file)
    if there and _same(there[0].path, content):
        return
    where = folder / _WHERE
    if not where.exists():
        write_atomically(where, os.fsencode(resolved(file)))
    number = there[0].number + 1 if there else 1
    made = datetime.now().astimezone()
    name = f"{number:06} {made:%Y-%m-%d %H%M%S}{SUFFIX}"
    write_atomically(folder / name, content)
    for old in too_many([Backup(folder / name, number, made.replace(tzinfo=None)), *there]):
        old.path.unlink(missing_ok=True)


def too_many(newest_first: Iterable[Backup]) -> list[Backup]:
    """Return which are kept no longer: neither of the last ten, nor the last one of one of the last thirty days."""
    days: set[str] = set()
    found = []
    for place, backup in enumerate(newest_first):
        last_of_day = backup.day not in days and len(days) < DAYS
        if last_of_day:
            days.add(backup.day)
        if place >= LAST and not last_of_day:
            found.append(backup)
    return found


def backups_of(backups: Path, file: Path) -> list[Backup]:
    """Return the backups of a plan file, the newest first."""
    return _in(folder_of(backups, file))


def files_with_backups(backups: Path) -> list[Path]:
    """Return the plan files that there are backups of, whether they are still there or not, by name."""
    found = []
    for folder in _folders(backups):
        try:
            path = Path(os.fsdecode((folder / _WHERE).read_bytes()))
            known = path.is_absolute() and folder_of(backups, path) == folder
        except (OSError, ValueError):  # a ValueError: what is there is no path
            continue
        if known and _in(folder):
            found.append(path)
    return sorted(found, key=lambda path: path.name)


def newest_good(backups: Path, file: Path, secret: Secret | None = None) -> Backup | None:
    """Return the newest backup that can be opened, or that a password may open; those that are damaged don't count."""
    for backup in backups_of(backups, file):
        try:
            loaded(backup.path, read_content(backup.path), None, secret)
        except LockedPlanError:
            return backup
        except PlanFileError:
            continue
        return backup
    return None


def sealed_again(backups: Path, file: Path, old: Secret | None, new: Secret | None) -> int:
    """Put the backups of a file under another secret, or under none; returns of how many another one is needed.

    One that can't be understood is taken away where there is a new secret: it may hold what is to be hidden.

    Raises:
        OSError: one can't be read or written.
    """
    others = 0
    for backup in backups_of(backups, file):
        try:
            write_atomically(backup.path, resealed(backup.path.read_bytes(), old, new))
        except WrongPasswordError:
            others += 1
        except DamagedError:
            if new is not None:
                backup.path.unlink(missing_ok=True)
    return others


def _in(folder: Path) -> list[Backup]:
    found = []
    try:
        paths = list(folder.iterdir())
    except OSError:
        return []
    for path in paths:
        match = _NAME.fullmatch(path.name)
        if match:
            number, day, *time = match.groups()
            try:
                made = datetime.fromisoformat(f"{day} {':'.join(time)}")
            except ValueError:
                continue
            found.append(Backup(path, int(number), made))
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def _folders(backups: Path) -> Iterator[Path]:
    try:
        yield from (path for path in backups.iterdir() if path.is_dir())
    except OSError:
        return


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False
