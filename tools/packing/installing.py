"""Install dist/jiebei-desktop for one person, and take it away: python -m tools.packing.installing {install|uninstall}.

Each version gets a folder of its own, and a link says which one counts: so it changes from one moment to the next, and
a window that is open goes on reading the files that it was started from.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tools.bootstrap import say
from tools.packing import desktop
from tools.packing.layout import copy_program
from tools.packing.manifest import (
    Manifest,
    link_whole,
    read_manifest,
    remove_files,
    remove_folders,
    write_manifest,
    write_whole,
)
from tools.packing.placing import Places, commands, free_folder, places, planned, require_free, shared_contents
from tools.packing.project import CLI_NAME, NAME, ROOT, VERSION, PackingError, main_with, require_built

BUILT = ROOT / "dist" / NAME


def install(built: Path, to: Places, root: Path = ROOT) -> Manifest:
    """Install the built folder in place of an earlier version, and return what is there now.

    Raises:
        PackingError: there is no built program, or something of somebody else is in the way.
    """
    require_built(built)
    old = read_manifest(to.manifest)
    require_free(to, old)
    program = free_folder(to.lib)
    shared = shared_contents(to, root)
    new = planned(built, program, to, shared).plus(_still_ours(old))
    before = desktop.indexes(to.share)
    for folder in (to.lib, to.bin):
        folder.mkdir(parents=True, exist_ok=True)
    write_manifest(old.plus(new), to.manifest)  # if we are stopped halfway the next call knows what to take away

    copy_program(built, program)
    link_whole(to.current, program.name)
    for command, target in commands(to, built):
        link_whole(command, target)
    for place, content in shared.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        write_whole(place, content)
    stale = old.minus(new)
    remove_files(stale)
    remove_folders(stale.folders)
    desktop.refresh(to.share)
    made = desktop.indexes(to.share) - before - set(shared)
    new = new.plus(
        Manifest(
            folders=frozenset(str(path) for path in made if path.is_dir()),
            indexes=frozenset(str(path) for path in made if path.is_file()),
        )
    )
    write_manifest(new, to.manifest)
    _tell_left(stale)
    return new


def uninstall(to: Places) -> bool:
    """Remove exactly what was installed, and tell whether there was anything.

    Raises:
        PackingError: the program is running, or the record of what was installed is damaged.
    """
    if not to.manifest.exists():
        return False
    old = read_manifest(to.manifest)
    if any(map(is_running_from, old.programs)):
        raise PackingError("借花规划还开着，请先关掉再卸载 / The program is running: close it, then uninstall it")
    remove_files(old)
    desktop.refresh(to.share)
    for path in desktop.useless_indexes(to.share, {Path(index) for index in old.indexes}):
        path.unlink(missing_ok=True)
    to.manifest.unlink()
    remove_folders(old.folders)
    _tell_left(old)
    return True


def is_running_from(folder: str) -> bool:
    """Tell whether a program file below the folder is running, as far as Linux lets us see."""
    below = f"{Path(folder).resolve()}{os.sep}"
    for process in Path("/proc").glob("[0-9]*/exe"):
        try:
            if str(process.readlink()).startswith(below):
                return True
        except OSError:  # it has ended, or is somebody else's
            continue
    return False


def _still_ours(old: Manifest) -> Manifest:
    """Return what stays from before: folders and indexes around the program, and a program that is running."""
    inside = old.where(lambda path: _is_below_any(path, old.programs))
    busy = frozenset(filter(is_running_from, old.programs))
    around = Manifest(folders=old.folders - inside.folders, indexes=old.indexes)
    return around.plus(old.where(lambda path: _is_below_any(path, busy)))


def _is_below_any(path: str, folders: frozenset[str]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


def _tell_left(removed: Manifest) -> None:
    for folder in sorted(removed.programs):
        if Path(folder).exists():
            say(f"{folder} 里有不是程序的文件，留着", "Left as it is: there are files in it that are not the program's")


def _install_here() -> None:
    to = places(Path.home(), os.environ)
    earlier = to.manifest.exists()
    install(BUILT, to)
    replaced = ("，换下了原来的", ", in place of the earlier one") if earlier else ("", "")
    say(f"程序 {VERSION} 装到了 {to.current}{replaced[0]}", f"Program {VERSION} is installed{replaced[1]}")
    say(f"菜单、图标和 .jiehua 文件类型在 {to.share}", "Menu entry, icons and the file type .jiehua are there")
    say(f"命令 {NAME} 和 {CLI_NAME} 在 {to.bin}", "The commands are there")
    if str(to.bin) not in os.environ.get("PATH", "").split(os.pathsep):
        say("它还不在 PATH 里，也许要重新登录", "That folder is not on the PATH yet, maybe after the next login")
    say(f"装了什么都记在 {to.manifest}", "What was installed is recorded there")


def _uninstall_here() -> None:
    to = places(Path.home(), os.environ)
    if not uninstall(to):
        say("这里没有装过，没有什么要卸载", "It is not installed here: nothing to remove")
        return
    say("程序、命令、菜单、图标和文件类型都卸载了", "Program, commands, menu entry, icons and file type are removed")
    say(
        f"计划（.jiehua 文件）留在原来保存的地方，设置留在 {to.settings}",
        "Plans stay where you saved them, settings stay in that folder",
    )


def main(arguments: list[str]) -> int:
    """Run the command that is named and return the exit status."""
    return main_with({"install": _install_here, "uninstall": _uninstall_here}, "tools.packing.installing", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
