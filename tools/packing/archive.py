"""The archive to unpack anywhere, and the digests of everything that was packed."""

from __future__ import annotations

import hashlib
import tarfile
from pathlib import Path
from typing import Final

from tools.packing.project import NAME, PORTABLE, VERSION, machine, require_built

SUMS = "SHA256SUMS"
_STRONGEST: Final = 9
_CHUNK = 1 << 20


def write_archive(built: Path, out: Path, time: int) -> Path:
    """Pack the built folder and return the archive's path; the same folder and time give the same bytes.

    Args:
        built: the built folder.
        out: where the archive goes.
        time: what every file bears as its time, in seconds since 1970.
    """
    require_built(built)
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{NAME}-{VERSION}-linux-{machine()}.tar.xz"
    unfinished = target.with_name(f"{target.name}.part")

    top = f"{NAME}-{VERSION}"

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo | None:
        if member.name.startswith(f"{top}/{PORTABLE}/"):
            return None  # settings and plans of whoever tried the program
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        member.mtime = time
        member.mode = mode_of(member)
        return member

    # In this format nothing but what is set above tells one machine from another.
    with tarfile.open(unfinished, "w:xz", format=tarfile.GNU_FORMAT, preset=_STRONGEST) as archive:
        archive.add(built, top, filter=plain)  # goes through each folder in order of names
    unfinished.replace(target)
    return target


def mode_of(member: tarfile.TarInfo) -> int:
    """Return the rights of an archived file whatever the umask was: all may read, none but the owner write."""
    if member.issym():
        return 0o777
    return 0o755 if member.isdir() or member.mode & 0o100 else 0o644


def write_sums(out: Path) -> Path:
    """Write the SHA-256 digest of every file in the folder, in the form that `sha256sum --check` reads."""
    files = sorted(file for file in out.iterdir() if file.is_file() and file.name != SUMS and file.suffix != ".part")
    target = out / SUMS
    lines = [f"{digest(file, 'sha256')}  {file.name}\n" for file in files]
    target.write_text("".join(lines), encoding="utf-8")
    return target


def digest(file: Path, kind: str) -> str:
    """Return the digest of a file in hexadecimal digits; none of them is there to keep secrets."""
    found = hashlib.new(kind, usedforsecurity=False)
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
