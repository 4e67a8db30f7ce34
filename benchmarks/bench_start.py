"""Cold start to the first painted page with the sample plan, and the memory it takes, against an empty window.

Both in the same run, from source and, where they were built, packed: `make bundle` packs the program, and
`benchmarks/bench_bundle.py` the empty window. A process is new each time; the disk's cache is warm.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "seed.jiehua"
BARE = Path(__file__).with_name("bare_window.py")
PACKED = ROOT / "dist" / "jiebei-desktop" / "jiebei-desktop"
PACKED_BARE = ROOT / "build" / "packed" / "bare-window" / "bare-window"
RUNS = 11


class Start(NamedTuple):
    """What one start took."""

    seconds: float
    kilobytes: int


def start(command: Sequence[str | Path], folder: str) -> Start:
    """Run a program until it says that its first page is painted, and then to its end.

    Its memory is the most that it held.
    """
    environment = {**os.environ, "XDG_CONFIG_HOME": folder, "PYTHONDONTWRITEBYTECODE": ""}
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    process.stdout.readline()
    seconds = time.perf_counter() - began
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    assert process.returncode == 0, command
    return Start(seconds, usage.ru_maxrss)


def compare(kind: str, bare: Sequence[str | Path], ours: Sequence[str | Path]) -> None:
    """Start both in turn and print the medians and the ratios of each pair."""
    with tempfile.TemporaryDirectory() as folder:
        for command in (bare, ours):
            start(command, folder)
        pairs = [(start(bare, folder), start(ours, folder)) for _ in range(RUNS)]
    empty, own = (
        [statistics.median(value) for value in zip(*starts, strict=True)] for starts in zip(*pairs, strict=True)
    )
    slower = statistics.median(mine.seconds / its.seconds for its, mine in pairs)
    larger = statistics.median(mine.kilobytes / its.kilobytes for its, mine in pairs)
    print(f"start, {kind}: {own[0] * 1000:.0f} ms, empty window {empty[0] * 1000:.0f} ms, ratio {slower:.2f}")
    print(f"memory, {kind}: {own[1] / 1024:.0f} MiB, empty window {empty[1] / 1024:.0f} MiB, ratio {larger:.2f}")


def main() -> None:
    """Compare from source, and packed where both were built."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    opening = ("open", "--exit-after-first-paint", SAMPLE)
    compare("source", (sys.executable, BARE), (sys.executable, "-m", "jiebei_desktop", *opening))
    if PACKED.exists() and PACKED_BARE.exists():
        compare("packed", (PACKED_BARE,), (PACKED, *opening))


if __name__ == "__main__":
    main()
