"""A small folder that looks like a built program, and libraries made of nothing but what the linker reads."""

import shutil
import struct
from pathlib import Path

from tools.packing.project import CLI_NAME, NAME

PROGRAM = '#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n'
SHELL = Path("/bin/sh").resolve()
"""A real program that is on every Linux machine."""


def make_built(folder, program=PROGRAM):
    """A program that says what it was called by and with, data, links, and a file with too many rights."""
    inside = folder / "_internal"
    inside.mkdir(parents=True)
    (folder / NAME).write_text(program, encoding="utf-8")
    (folder / NAME).chmod(0o700)
    (folder / CLI_NAME).symlink_to(NAME)
    (inside / "说明.txt").write_text("words", encoding="utf-8")
    (inside / "说明.txt").chmod(0o777)
    (inside / "link.txt").symlink_to("说明.txt")
    shutil.copy(SHELL, inside / "helper")
    shutil.copy(SHELL, inside / "libhelper.so.1")
    (inside / "libhelper.so.1").chmod(0o755)
    return folder


def library(path, needed=(), soname="", search="", versions=()):
    """Write a 64-bit library for this kind of machine that asks for others and has no code."""
    names = [*needed, soname, search, *versions]
    strings = b"\0" + b"".join(name.encode() + b"\0" for name in names)
    places = {name: strings.index(b"\0" + name.encode() + b"\0") + 1 for name in names if name}
    strings_at = 64 + 2 * 56
    entries = [(1, places[name]) for name in needed]
    entries += [(14, places[soname])] if soname else []
    entries += [(29, places[search])] if search else []
    entries += [(5, strings_at), (10, len(strings)), (0, 0)]
    dynamic = b"".join(struct.pack("<QQ", *entry) for entry in entries)
    size = strings_at + len(strings) + len(dynamic)
    head = SHELL.read_bytes()[:20]  # of the same processor as this machine's own
    head += struct.pack("<IQQQIHHHHHH", 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0)
    whole = struct.pack("<IIQQQQQQ", 1, 4, 0, 0, 0, size, size, 4096)
    read = struct.pack("<IIQQQQQQ", 2, 4, *[strings_at + len(strings)] * 3, len(dynamic), len(dynamic), 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(head + whole + read + strings + dynamic)
    return path


def everything(folder):
    """What is below a folder: each path with its content, or where it points to."""
    return {
        str(path.relative_to(folder)): path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
        for path in folder.rglob("*")
    }
