"""What a program or library file asks of the system, read from the file itself (ELF)."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MAGIC = b"\x7fELF"
_LOAD, _DYNAMIC = 1, 2
_NEEDED, _STRING_TABLE, _STRING_SIZE, _SONAME = 1, 5, 10, 14
_SEARCH_PATHS = (15, 29)  # the older kind and the newer one
_FROM_ITSELF = "$ORIGIN"


class Binary(NamedTuple):
    """A program or library."""

    path: Path
    needed: tuple[str, ...]
    """The names of the libraries that the linker has to find."""
    soname: str
    """The name under which others ask for it, empty for a program."""
    libc: tuple[int, ...]
    """The newest version of the C library that it asks for, empty where it asks for none."""


class _Layout(NamedTuple):
    """How numbers stand in a file: two word sizes, two orders of bytes."""

    order: str
    wide: bool

    @property
    def word(self) -> str:
        return "Q" if self.wide else "I"

    def read(self, content: bytes, at: int, fields: str) -> tuple[int, ...]:
        return struct.unpack_from(self.order + fields, content, at)


class _Table(NamedTuple):
    """What the linker reads of a file: where it begins, tags with their values, and the texts that values point to."""

    layout: _Layout
    place: int
    entries: list[tuple[int, int]]
    strings: bytes

    def texts(self, wanted: int) -> list[str]:
        return [_text(self.strings, value) for tag, value in self.entries if tag == wanted]


def binaries(folder: Path) -> list[Binary]:
    """Return every program and library below the folder, in order of paths, links left out."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [binary for binary in map(read_binary, files) if binary is not None]


def is_binary(path: Path) -> bool:
    """Tell whether a file is a program or library."""
    with path.open("rb") as stream:
        return stream.read(len(_MAGIC)) == _MAGIC


def read_binary(path: Path) -> Binary | None:
    """Return what the file asks for, or None where it is no program or library, or a damaged one."""
    if not is_binary(path):
        return None
    try:
        table = _table(path.read_bytes())
    except (struct.error, ValueError):
        return None
    if table is None:
        return Binary(path, (), "", ())
    soname = next(iter(table.texts(_SONAME)), "")
    return Binary(path, tuple(table.texts(_NEEDED)), soname, _newest_libc(table.strings))


def drop_search_path(path: Path) -> bool:
    """Take out the folders in which a program or library looks for others first, and tell whether there were any.

    Only those stay that are named from where the file itself lies: others are of the machine that it was built on.
    """
    content = path.read_bytes()
    table = _table(content)
    if table is None:
        return False
    kept = [
        (tag, value)
        for tag, value in table.entries
        if tag not in _SEARCH_PATHS or _FROM_ITSELF in _text(table.strings, value)
    ]
    if len(kept) == len(table.entries):
        return False
    gone = len(table.entries) - len(kept)
    numbers = [number for entry in [*kept, *[(0, 0)] * gone] for number in entry]
    with path.open("r+b") as stream:
        stream.seek(table.place)
        stream.write(struct.pack(f"{table.layout.order}{len(numbers)}{table.layout.word}", *numbers))
    return True


def drop_symbols(path: Path) -> None:
    """Take out what only debuggers read; the names that others find it by stay."""
    subprocess.run(["strip", "--strip-unneeded", path], check=True)


def unmet(found: list[Binary]) -> dict[str, list[Binary]]:
    """Return the names of libraries that are not among the files, each with those who ask for it."""
    inside = {binary.soname for binary in found} | {binary.path.name for binary in found}
    asked: dict[str, list[Binary]] = {}
    for binary in found:
        for name in binary.needed:
            if name not in inside:
                asked.setdefault(name, []).append(binary)
    return dict(sorted(asked.items()))


def _table(content: bytes) -> _Table | None:
    """Return what the linker reads of a file, or None where it is not needed, as in a program that is whole by itself.

    Raises:
        struct.error, ValueError: the file is damaged.
    """
    layout = _Layout(">" if content[5:6] == b"\x02" else "<", content[4:5] == b"\x02")
    segments = list(_segments(content, layout))
    for segment in segments:
        if segment[0] == _DYNAMIC:
            entries = list(_entries(content, layout, segment))
            values = dict(entries)
            start = _offset(values.get(_STRING_TABLE, 0), segments)
            return _Table(layout, segment[1], entries, content[start : start + values.get(_STRING_SIZE, 0)])
    return None


def _segments(content: bytes, layout: _Layout) -> Iterator[tuple[int, int, int, int]]:
    """Yield kind, place in the file, address and length of each segment."""
    (table,) = layout.read(content, 32 if layout.wide else 28, layout.word)
    size, count = layout.read(content, 54 if layout.wide else 42, "HH")
    for index in range(count):
        at = table + index * size
        if layout.wide:
            kind, _, place, address, _, length = layout.read(content, at, "IIQQQQ")
        else:
            kind, place, address, _, length = layout.read(content, at, "IIIII")
        yield kind, place, address, length


def _entries(content: bytes, layout: _Layout, segment: tuple[int, int, int, int]) -> Iterator[tuple[int, int]]:
    """Yield tag and value of what the linker reads, up to the entry that ends it."""
    _, place, _, length = segment
    step = struct.calcsize(f"{layout.order}{layout.word}") * 2
    for at in range(place, place + length, step):
        tag, value = layout.read(content, at, layout.word * 2)
        if tag == 0:
            return
        yield tag, value


def _offset(address: int, segments: list[tuple[int, int, int, int]]) -> int:
    """Return where in the file a piece lies that the program sees at the address."""
    for kind, place, start, length in segments:
        if kind == _LOAD and start <= address < start + length:
            return place + address - start
    raise struct.error


def _text(strings: bytes, at: int) -> str:
    return strings[at : strings.index(b"\0", at)].decode("utf-8", "replace")


def _newest_libc(strings: bytes) -> tuple[int, ...]:
    versions = re.findall(rb"\0GLIBC_(\d+(?:\.\d+)+)(?=\0)", strings)
    return max((tuple(map(int, version.split(b"."))) for version in versions), default=())
