"""Lays the program and its files for the desktop out below a prefix, as in /usr."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tools.packing.elf import is_binary
from tools.packing.project import CLI_NAME, NAME, PORTABLE, ROOT, shared_files

PLAIN, RUNNABLE = 0o644, 0o755


def lay_program(built: Path, prefix: Path) -> Path:
    """Copy the built folder to `lib`, with the rights that its files should have, link its commands, and return it."""
    program = prefix / "lib" / NAME
    copy_program(built, program)
    for file in files_below(program):
        if not file.is_symlink():
            file.chmod(RUNNABLE if is_runnable(file) else PLAIN)
    commands = prefix / "bin"
    commands.mkdir()
    for name, target in command_targets(built):
        (commands / name).symlink_to(f"../lib/{NAME}/{target}")
    return program


def copy_program(built: Path, target: Path) -> None:
    """Copy the built folder, but not what makes it portable: what is installed keeps nothing beside itself."""
    shutil.copytree(built, target, symlinks=True, ignore=lambda at, _: [PORTABLE] if Path(at) == built else [])


def lay_shared(prefix: Path, root: Path = ROOT) -> None:
    """Copy the files for the desktop to `share`."""
    for file in shared_files(root):
        put(prefix / "share" / file.place, file.source.read_bytes())


def open_folders(tree: Path) -> None:
    """Let everybody look into all folders of the tree, whatever the umask was."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(RUNNABLE)


def command_targets(built: Path) -> Iterator[tuple[str, str]]:
    """Yield each command with the name of the file that it starts; an older folder has one file for both."""
    yield NAME, NAME
    yield CLI_NAME, CLI_NAME if os.path.lexists(built / CLI_NAME) else NAME


def files_below(folder: Path) -> list[Path]:
    """Return all files and links below the folder, in order of paths."""
    return sorted(path for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def is_runnable(file: Path) -> bool:
    """Tell whether a file is to be started: libraries are not, whatever rights they came with, nor is plain data."""
    if ".so" in file.name or not file.stat().st_mode & 0o100:
        return False
    with file.open("rb") as stream:
        return stream.read(2) == b"#!" or is_binary(file)


def put(path: Path, content: bytes, mode: int = PLAIN) -> None:
    """Write a file that all may read, and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    path.chmod(mode)
