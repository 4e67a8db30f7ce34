"""Checks of the files for the desktop by the desktop's own tools, as far as these are there."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from jiebei_desktop import APP_ID
from tools.packing.project import MIME_TYPE, ROOT, PackingError, linux_file, require_done, run_tool

MIME_TOOL = "update-mime-database"


def validate(root: Path = ROOT) -> list[str]:
    """Check menu entry, metadata and file type, and return the names of the tools that are missing.

    Raises:
        PackingError: a tool found a mistake; the message says which.
    """
    entry, metadata, mime = (linux_file(kind, root) for kind in ("desktop", "metainfo.xml", "mime.xml"))
    checks: list[list[str | Path]] = [
        ["desktop-file-validate", entry],
        ["appstreamcli", "validate", "--no-net", "--no-color", metadata],
        ["xmllint", "--noout", metadata, mime],
    ]
    missing = [str(command[0]) for command in checks if shutil.which(str(command[0])) is None]
    for command in checks:
        if command[0] not in missing:
            require_done(run_tool(command))
    if shutil.which(MIME_TOOL) is None:
        return [*missing, MIME_TOOL]
    _try_type(mime)
    return missing


def _try_type(mime: Path) -> None:
    """Let the tool build a database of nothing but our type: it passes over what it does not understand."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "packages").mkdir()
        shutil.copyfile(mime, folder / "packages" / f"{APP_ID}.xml")
        require_done(run_tool([MIME_TOOL, folder]))
        if not (folder / f"{MIME_TYPE}.xml").is_file():
            raise PackingError(f"{mime.name} 里没有 {MIME_TYPE} / {mime.name} does not make a type {MIME_TYPE}")
