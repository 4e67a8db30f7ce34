"""What a desktop has to be told about a program in a person's own folders."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tools.bootstrap import last_lines, say
from tools.packing.project import NAME, run_tool

ICON_CACHE = "icon-theme.cache"


def entry_for(entry: str, program: Path) -> str:
    """Return a menu entry that starts the program at this place instead of the one on the PATH."""
    # Backslashes count twice here, once for the value and once for the command line.
    tried = f"TryExec={_value(str(program))}"
    started = f"Exec={_value(_quoted(str(program)))}"
    lines = entry.splitlines()
    changed = [
        f"{tried}\n{started}{line.removeprefix(f'Exec={NAME}')}" if line.startswith(f"Exec={NAME}") else line
        for line in lines
    ]
    return "\n".join(changed) + "\n"


def _quoted(argument: str) -> str:
    escaped = "".join(f"\\{sign}" if sign in '\\"`$' else sign for sign in argument)
    return '"' + escaped.replace("%", "%%") + '"'


def _value(text: str) -> str:
    return text.replace("\\", "\\\\")


def refresh(share: Path) -> None:
    """Let the desktop's tools, where they are there, take notice of what came and went below the share folder."""
    icons = share / "icons" / "hicolor"
    if icons.is_dir():
        os.utime(icons)  # desktops look at this time, and read the folder again
    for tool, options, folder in (
        ("update-desktop-database", ["--quiet"], share / "applications"),
        ("update-mime-database", [], share / "mime"),
        ("gtk-update-icon-cache", ["--quiet", "--force", "--ignore-theme-index"], icons),
    ):
        if not folder.is_dir() or shutil.which(tool) is None:
            continue
        # A new cache would hide icons that others put there later without renewing it.
        if folder == icons and not (icons / ICON_CACHE).is_file():
            continue
        done = run_tool([tool, *options, folder])
        if done.returncode:
            reason = last_lines(done.stdout + done.stderr, 1)
            say(f"{tool} 没有做成，菜单可能要重新登录后才更新", f"{tool} failed, menus may need a new login: {reason}")


def indexes(share: Path) -> set[Path]:
    """Return all that the tools keep about the entries and types below the share folder, with the folders it is in."""
    mime = share / "mime"
    kept = {path for path in mime.rglob("*") if path != mime / "packages" and mime / "packages" not in path.parents}
    menu = share / "applications" / "mimeinfo.cache"
    return kept | {menu} if menu.is_file() else kept


def useless_indexes(share: Path, made: set[Path]) -> set[Path]:
    """Return those of the indexes that tell of nothing any more, since nobody has an entry or a type there."""
    entries, types = share / "applications", share / "mime" / "packages"
    useless = set()
    if not any(entries.glob("*.desktop")):
        useless |= {path for path in made if entries in path.parents}
    if not any(types.glob("*.xml")):
        useless |= {path for path in made if types.parent in path.parents}
    return useless
