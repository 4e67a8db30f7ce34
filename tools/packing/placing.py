"""Where an installation for one person puts things, and what stands in its way."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tools.packing.desktop import entry_for
from tools.packing.layout import command_targets
from tools.packing.manifest import Manifest
from tools.packing.project import CLI_NAME, NAME, PORTABLE, VERSION, PackingError, shared_files


class Places(NamedTuple):
    """Where things go in a person's own folders."""

    lib: Path
    bin: Path
    share: Path
    settings: Path

    @property
    def current(self) -> Path:
        """The link to the folder of the version that counts."""
        return self.lib / NAME

    @property
    def manifest(self) -> Path:
        """The file that remembers what was put where."""
        return self.lib / f"{NAME}.installed.json"


def places(home: Path, environment: Mapping[str, str]) -> Places:
    """Return the places in a home folder; a variable that holds no full path does not count, as its standard says."""

    def named(variable: str, usual: str) -> Path:
        value = Path(environment.get(variable, ""))
        return value if value.is_absolute() else home / usual

    return Places(
        home / ".local" / "lib",
        home / ".local" / "bin",
        named("XDG_DATA_HOME", ".local/share"),
        named("XDG_CONFIG_HOME", ".config") / NAME,
    )


def require_free(to: Places, old: Manifest) -> None:
    """See to it that nothing of somebody else is replaced; files that bear our id can only be ours.

    Raises:
        PackingError: something is in the way; the message names it.
    """
    known = {place for place, _ in old.links}
    for path in (to.current, to.bin / NAME, to.bin / CLI_NAME):
        if not os.path.lexists(path) or str(path) in known:
            continue
        # Our own, though the record of it is gone.
        if path.is_symlink() and str(path.readlink()).startswith((f"{NAME}-", f"{to.current}{os.sep}")):
            continue
        raise PackingError(
            f"{path} 不是这里装的，请先移走再装 / {path} was not installed from here: move it away first, then install"
        )


def commands(to: Places, built: Path) -> list[tuple[Path, str]]:
    """Return the link of each command and what it points to."""
    return [(to.bin / name, str(to.current / target)) for name, target in command_targets(built)]


def free_folder(lib: Path) -> Path:
    """Return a folder for this version that is not there yet."""
    folder, number = lib / f"{NAME}-{VERSION}", 1
    while os.path.lexists(folder):
        number += 1
        folder = lib / f"{NAME}-{VERSION}-{number}"
    return folder


def shared_contents(to: Places, root: Path) -> dict[Path, bytes]:
    """Return the files for the desktop by their places; the menu entry names the program by its full path."""
    contents = {}
    for file in shared_files(root):
        content = file.source.read_bytes()
        if file.place.suffix == ".desktop":
            content = entry_for(content.decode(), to.current / NAME).encode()
        contents[to.share / file.place] = content
    return contents


def planned(built: Path, program: Path, to: Places, shared: Mapping[Path, bytes]) -> Manifest:
    """Return what is about to be put where: the built folder as `program`, links to it, and the shared files."""
    folders, files = {program}, set(shared)
    links = {*commands(to, built), (to.current, program.name)}
    for path in built.rglob("*"):
        place = program / path.relative_to(built)
        if path.is_relative_to(built / PORTABLE):
            continue
        if path.is_symlink():
            links.add((place, os.readlink(path)))  # noqa: PTH115 - a Path would tidy the target up
        else:
            (folders if path.is_dir() else files).add(place)
    for place in (to.manifest, to.bin / NAME, *shared):
        folders |= {folder for folder in place.parents if not folder.exists()}
    return Manifest(
        frozenset(map(str, folders)),
        frozenset(map(str, files)),
        frozenset((str(place), target) for place, target in links),
        programs=frozenset({str(program)}),
    )
