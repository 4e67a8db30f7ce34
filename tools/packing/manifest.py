"""What an installation put where, kept in a file, so that exactly that can be taken away again."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tools.packing.project import PackingError


class Manifest(NamedTuple):
    """Full paths of what was put on the machine."""

    folders: frozenset[str] = frozenset()
    """Those that were not there before."""
    files: frozenset[str] = frozenset()
    links: frozenset[tuple[str, str]] = frozenset()
    """Each with what it points to, as it is written in the link."""
    indexes: frozenset[str] = frozenset()
    """Files that the desktop's tools made because of ours."""
    programs: frozenset[str] = frozenset()
    """The folders that hold a program, one for each version that is there."""

    def plus(self, other: Manifest) -> Manifest:
        """Return what is in either of two."""
        return Manifest(
            self.folders | other.folders,
            self.files | other.files,
            self.links | other.links,
            self.indexes | other.indexes,
            self.programs | other.programs,
        )

    def minus(self, other: Manifest) -> Manifest:
        """Return what is in this one only."""
        return Manifest(
            self.folders - other.folders,
            self.files - other.files,
            self.links - other.links,
            self.indexes - other.indexes,
            self.programs - other.programs,
        )

    def where(self, wanted: Callable[[str], bool]) -> Manifest:
        """Return that part whose paths are wanted."""
        return Manifest(
            frozenset(filter(wanted, self.folders)),
            frozenset(filter(wanted, self.files)),
            frozenset(link for link in self.links if wanted(link[0])),
            frozenset(filter(wanted, self.indexes)),
            frozenset(filter(wanted, self.programs)),
        )


def read_manifest(path: Path) -> Manifest:
    """Return what the file says, nothing where there is none.

    Raises:
        PackingError: the file is damaged.
    """
    if not path.exists():
        return Manifest()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        parts = {name: _paths(content[name]) for name in Manifest._fields if name != "links"}
        links = [(str(place), str(target)) for place, target in content["links"]]
        _paths([place for place, _ in links])
        return Manifest(**parts, links=frozenset(links))
    except (ValueError, KeyError, TypeError):
        raise PackingError(
            f"安装记录 {path} 坏了，不知道装过什么 / The record {path} is damaged: it does not tell what was installed"
        ) from None


def _paths(content: list[str]) -> frozenset[str]:
    """Return the paths; a shorter one would mean something else in each folder that a command is called from."""
    if not all(Path(path).is_absolute() for path in content):
        raise ValueError(content)
    return frozenset(content)


def write_manifest(manifest: Manifest, path: Path) -> None:
    """Write the record; the old one stays until the new one is whole."""
    content = {name: sorted(value) for name, value in manifest._asdict().items()}
    write_whole(path, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that there is the old one or the whole new one, and never half of it."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def link_whole(path: Path, target: str) -> None:
    """Make a link so that there is always the old one or the new one."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.unlink(missing_ok=True)
    unfinished.symlink_to(target)
    unfinished.replace(path)


def remove_files(manifest: Manifest) -> None:
    """Remove the files, and the links that still point to where they were made to point."""
    for place, target in manifest.links:
        with suppress(OSError):
            if os.readlink(place) == target:  # noqa: PTH115 - a Path would tidy the target up
                Path(place).unlink()
    for file in map(Path, manifest.files):
        if file.is_file() and not file.is_symlink():
            file.unlink()


def remove_folders(folders: Iterable[str]) -> None:
    """Remove those folders that nothing is in, the inner ones first."""
    for folder in sorted(folders, key=len, reverse=True):
        with suppress(OSError):  # somebody else has put something there, or has taken it away
            Path(folder).rmdir()
