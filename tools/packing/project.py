"""What every packer needs to know: names, version, dates, and the files that a desktop wants beside the program."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from jiebei_desktop import APP_ID, __version__
from tools.bootstrap import last_lines

ROOT = Path(__file__).resolve().parents[2]
NAME = "jiebei-desktop"
CLI_NAME = f"{NAME}-cli"
MIME_TYPE = "application/x-jiehua-plan+json"
VERSION = __version__
PORTABLE = "data"
"""A folder of this name beside the program makes it portable: it then keeps settings and plans there."""
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


class PackingError(Exception):
    """Something that can be foreseen went wrong; the message is one sentence in both languages."""


class Release(NamedTuple):
    """A version and the day on which it came out."""

    version: str
    day: date


class SharedFile(NamedTuple):
    """A file for the desktop and its place below a share folder."""

    source: Path
    place: PurePosixPath


def linux_file(kind: str, root: Path = ROOT) -> Path:
    """Return the path of the `desktop`, `metainfo.xml` or `mime.xml` file of the program."""
    return root / "packaging" / "linux" / f"{APP_ID}.{kind}"


def shared_files(root: Path = ROOT) -> list[SharedFile]:
    """Return what goes below a share folder: menu entry, metadata, file type and icons, as far as they are there."""
    files = [
        SharedFile(linux_file("desktop", root), PurePosixPath(f"applications/{APP_ID}.desktop")),
        SharedFile(linux_file("metainfo.xml", root), PurePosixPath(f"metainfo/{APP_ID}.metainfo.xml")),
        SharedFile(linux_file("mime.xml", root), PurePosixPath(f"mime/packages/{APP_ID}.xml")),
    ]
    icons = PurePosixPath("icons/hicolor")
    # The names of drawings and the folders of pictures are those of tools/packing/icons.py.
    for drawing, pictures, kind, name in (
        ("app", "png", "apps", APP_ID),
        ("plan-file", "png-plan-file", "mimetypes", MIME_TYPE.replace("/", "-")),
    ):
        drawn = root / "resources" / "icons" / f"{drawing}.svg"
        files.append(SharedFile(drawn, icons / "scalable" / kind / f"{name}.svg"))
        for size in ICON_SIZES:
            picture = root / "build" / "icons" / pictures / f"{size}.png"
            files.append(SharedFile(picture, icons / f"{size}x{size}" / kind / f"{name}.png"))
    return [file for file in files if file.source.is_file()]


def require_built(built: Path) -> Path:
    """Return the built folder.

    Raises:
        PackingError: there is no program in it.
    """
    if not os.access(built / NAME, os.X_OK) or not (built / NAME).is_file():
        raise PackingError(
            f"{built} 里没有打好的程序，请先运行 make bundle / "
            f"There is no built program in {built}: run make bundle first"
        )
    return built


def releases(root: Path = ROOT) -> list[Release]:
    """Return the releases that the metadata names, the newest first."""
    tree = Xml.parse(linux_file("metainfo.xml", root))  # noqa: S314 - our own file
    found = [(tag.attrib["version"], tag.attrib["date"]) for tag in tree.iter("release")]
    return [Release(version, date.fromisoformat(day)) for version, day in found]


def build_time(root: Path = ROOT, environment: Mapping[str, str] = os.environ) -> int:
    """Return the time that packed files bear, in seconds since 1970, so that the same source packs to the same bytes.

    It is SOURCE_DATE_EPOCH, else the last commit's, else the day of the newest release.

    Raises:
        PackingError: SOURCE_DATE_EPOCH is no whole number of seconds.
    """
    given = environment.get("SOURCE_DATE_EPOCH", "")
    if given:
        if not given.isascii() or not given.isdigit():
            raise PackingError(
                f"SOURCE_DATE_EPOCH 不是整数秒：{given} / SOURCE_DATE_EPOCH is no whole number of seconds: {given}"
            )
        return int(given)
    try:
        commit = run_tool(["git", "-C", root, "log", "-1", "--format=%ct"]).stdout.strip()
    except OSError:
        commit = ""
    if commit.isdigit():
        return int(commit)
    newest = releases(root)[0].day
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def machine() -> str:
    """Return the processor's name as Linux calls it, for the names of files."""
    return platform.machine()


def run_tool(
    command: Iterable[str | Path], *, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program that prints plain English, and keep its output and its complaints apart."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def require_done(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a program printed.

    Raises:
        PackingError: it failed; the message ends with its complaints.
    """
    if done.returncode:
        name = Path(done.args[0]).name
        reason = last_lines(done.stdout + done.stderr)
        raise PackingError(f"{name} 没有做成 / {name} failed: {reason}")
    return done.stdout


def main_with(commands: Mapping[str, Callable[[], None]], program: str, arguments: list[str]) -> int:
    """Run the one command that was named and return the exit status; what can be foreseen ends in a sentence."""
    if len(arguments) != 1 or arguments[0] not in commands:
        print(f"python -m {program} {{{'|'.join(commands)}}}", file=sys.stderr)
        return 2
    try:
        commands[arguments[0]]()
    except PackingError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"没有做成 / Failed: {error}", file=sys.stderr)
    else:
        return 0
    return 1
