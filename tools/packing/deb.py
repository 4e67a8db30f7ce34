"""The Debian package: the built folder and what a desktop wants, laid out, described and packed by dpkg-deb."""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import tempfile
from pathlib import Path

from tools.packing import papers
from tools.packing.archive import digest
from tools.packing.depends import relations
from tools.packing.layout import RUNNABLE, files_below, lay_program, lay_shared, open_folders, put
from tools.packing.project import CLI_NAME, NAME, ROOT, VERSION, PackingError, require_built, require_done, run_tool

_DEBIAN_MACHINES = {"x86_64": "amd64", "aarch64": "arm64", "armv7l": "armhf", "i686": "i386"}


def write_deb(built: Path, out: Path, time: int, root: Path = ROOT) -> Path:
    """Pack the built folder as a Debian package and return the package's path.

    Args:
        built: the built folder.
        out: where the package goes.
        time: what every file bears as its time, in seconds since 1970.
        root: the project, for icons, metadata and papers.

    Raises:
        PackingError: there is no built program, dpkg-deb is missing or fails, or a library's package is unknown.
    """
    require_built(built)
    if shutil.which("dpkg-deb") is None:
        raise PackingError("没有 dpkg-deb，打不了 .deb / There is no dpkg-deb here to make a .deb with")
    out.mkdir(parents=True, exist_ok=True)
    architecture = debian_architecture()
    target = out / f"{NAME}_{VERSION}_{architecture}.deb"
    unfinished = target.with_name(f"{target.name}.part")
    with tempfile.TemporaryDirectory(prefix=f"{NAME}-deb-") as name:
        tree = Path(name, "tree")
        lay_out(tree, built, time, root)
        describe(tree, architecture)
        for path in [tree, *tree.rglob("*")]:
            os.utime(path, (time, time), follow_symlinks=False)
        command: list[str | Path] = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, unfinished]
        require_done(run_tool(command, environment={"SOURCE_DATE_EPOCH": str(time)}))
    unfinished.replace(target)
    return target


def debian_architecture() -> str:
    """Return the processor's name as Debian calls it."""
    if shutil.which("dpkg"):
        return require_done(run_tool(["dpkg", "--print-architecture"])).strip()
    return _DEBIAN_MACHINES.get(platform.machine(), platform.machine())


def lay_out(tree: Path, built: Path, time: int, root: Path = ROOT) -> None:
    """Put every file where Debian wants it."""
    prefix = tree / "usr"
    lay_program(built, prefix)
    lay_shared(prefix, root)
    ours, share = root / "packaging" / "linux", prefix / "share"
    manual = share / "man" / "man1"
    put(manual / f"{NAME}.1.gz", pressed((ours / f"{NAME}.1").read_bytes()))
    (manual / f"{CLI_NAME}.1.gz").symlink_to(f"{NAME}.1.gz")
    put(share / "lintian" / "overrides" / NAME, (ours / f"{NAME}.lintian-overrides").read_bytes())
    put(share / "doc" / NAME / "copyright", papers.copyright_file(built, root).encode())
    put(share / "doc" / NAME / "changelog.gz", pressed(papers.changelog(root, time).encode()))
    open_folders(tree)


def describe(tree: Path, architecture: str) -> None:
    """Write what dpkg reads about a package that is laid out: its description and the digests of its files."""
    files = files_below(tree)
    size = sum(size_in_kib(path) for path in tree.rglob("*"))
    put(tree / "DEBIAN" / "control", papers.control(architecture, size, relations(tree)).encode())
    sums = [f"{digest(file, 'md5')}  {file.relative_to(tree)}\n" for file in files if not file.is_symlink()]
    put(tree / "DEBIAN" / "md5sums", "".join(sums).encode())
    (tree / "DEBIAN").chmod(RUNNABLE)


def size_in_kib(path: Path) -> int:
    """Return what a file takes on a disk as Debian counts it: whole KiB for files and links, 1 for anything else."""
    if path.is_symlink() or path.is_file():
        return -(-path.lstat().st_size // 1024)
    return 1


def pressed(content: bytes) -> bytes:
    """Return the content packed by gzip, without a time in it."""
    return gzip.compress(content, mtime=0)
