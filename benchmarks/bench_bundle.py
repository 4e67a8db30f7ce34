"""The size of the packed program against an empty PySide6 window packed in the same run, without any pruning."""

from __future__ import annotations

import lzma
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKED = ROOT / "dist" / "jiebei-desktop"
BARE = ROOT / "build" / "packed" / "bare-window"
MEGA = 1_000_000


def pack_bare() -> None:
    """Pack the empty window as PyInstaller does it by itself."""
    places = [
        "--distpath",
        str(BARE.parent),
        "--workpath",
        str(ROOT / "build" / "work"),
        "--specpath",
        str(ROOT / "build"),
    ]
    script = Path(__file__).with_name("bare_window.py")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places]
    subprocess.run([*command, "--name", BARE.name, str(script)], check=True)


def size(folder: Path) -> int:
    """Return how many bytes the files of a folder hold; links hold none."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def compressed(folder: Path) -> int:
    """Return the size of the folder as a .tar.xz."""

    class Counting:
        def __init__(self) -> None:
            self.bytes = 0

        def write(self, data: bytes) -> int:
            self.bytes += len(data)
            return len(data)

    counting = Counting()
    with lzma.LZMAFile(counting, "w", preset=9) as stream, tarfile.open(fileobj=stream, mode="w|") as archive:
        archive.add(folder, folder.name)
    return counting.bytes


def main() -> None:
    """Print the sizes and their ratio; without a packed program say how to make one."""
    if not PACKED.exists() or find_spec("PyInstaller") is None:
        print("bundle: nothing is packed, make bundle packs it")
        return
    pack_bare()
    ours, bare = size(PACKED), size(BARE)
    print(f"bundle: {ours / MEGA:.0f} MB, empty window {bare / MEGA:.0f} MB, ratio {ours / bare:.2f}")
    print(f"bundle as .tar.xz: {compressed(PACKED) / MEGA:.1f} MB")


if __name__ == "__main__":
    main()
