"""The folder that an AppImage is made of, and the AppImage where there is a tool to make it."""

from __future__ import annotations

import shutil
from pathlib import Path

from jiebei_desktop import APP_ID
from tools.bootstrap import say
from tools.packing.layout import RUNNABLE, lay_program, lay_shared, open_folders, put
from tools.packing.project import (
    NAME,
    ROOT,
    VERSION,
    linux_file,
    machine,
    require_built,
    require_done,
    run_tool,
)

TOOL = "appimagetool"
APP_RUN = f"""\
#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/usr/lib/{NAME}/{NAME}" "$@"
"""


def write_appdir(built: Path, folder: Path, root: Path = ROOT) -> Path:
    """Lay the folder out anew and return it.

    Args:
        built: the built folder.
        folder: what becomes the AppDir; one that is there is replaced.
        root: the project, for icons and metadata.
    """
    require_built(built)
    if folder.exists():
        shutil.rmtree(folder)
    prefix = folder / "usr"
    lay_program(built, prefix)
    lay_shared(prefix, root)
    put(folder / "AppRun", APP_RUN.encode(), RUNNABLE)
    put(folder / f"{APP_ID}.desktop", linux_file("desktop", root).read_bytes())
    put(folder / f"{APP_ID}.svg", (root / "resources" / "icons" / "app.svg").read_bytes())
    (folder / ".DirIcon").symlink_to(f"{APP_ID}.svg")
    open_folders(folder)
    return folder


def write_appimage(appdir: Path, out: Path, time: int) -> Path | None:
    """Make the AppImage and return its path, or say that the tool for it is missing and return None."""
    if shutil.which(TOOL) is None:
        say(
            f"铺好了 {appdir}；这里没有 {TOOL}，没有做 AppImage",
            f"Laid out, but no AppImage was made: there is no {TOOL} here",
        )
        return None
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{NAME}-{VERSION}-{machine()}.AppImage"
    environment = {"ARCH": machine(), "SOURCE_DATE_EPOCH": str(time)}
    require_done(run_tool([TOOL, appdir, target], environment=environment))
    return target
