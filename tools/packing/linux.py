"""From dist/jiebei-desktop to what Linux installs: python -m tools.packing.linux {archive|deb|appdir|validate}."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.bootstrap import say
from tools.packing.appdir import write_appdir, write_appimage
from tools.packing.archive import write_archive, write_sums
from tools.packing.deb import write_deb
from tools.packing.project import NAME, ROOT, build_time, main_with
from tools.packing.validate import validate as validate_files

OUT = ROOT / "dist"
BUILT = OUT / NAME
APPDIR = ROOT / "build" / "AppDir"


def archive() -> None:
    """Write the archive to unpack anywhere."""
    say("打包 tar.xz，要几分钟", "Packing the tar.xz, a few minutes")
    _written(write_archive(BUILT, OUT, build_time()))


def deb() -> None:
    """Write the Debian package."""
    say("打包 .deb，要几分钟", "Packing the .deb, a few minutes")
    _written(write_deb(BUILT, OUT, build_time()))


def appdir() -> None:
    """Lay the AppDir out, and write the AppImage where that can be done."""
    image = write_appimage(write_appdir(BUILT, APPDIR), OUT, build_time())
    if image is not None:
        _written(image)


def validate() -> None:
    """Check the files for the desktop."""
    missing = validate_files()
    if missing:
        names = ", ".join(missing)
        say(f"这里没有 {names}，这部分没有检查", f"Not checked by {names}: not on this machine")
    say("菜单、元数据和文件类型没有错", "Menu entry, metadata and file type are right")


def _written(artefact: Path) -> None:
    sums = write_sums(artefact.parent)
    size = artefact.stat().st_size / 1e6
    say(f"写好了 {artefact}，{size:.1f} MB", f"Written, and its digest to {sums.name}")


def main(arguments: list[str]) -> int:
    """Run the command that is named and return the exit status."""
    commands = {"archive": archive, "deb": deb, "appdir": appdir, "validate": validate}
    return main_with(commands, "tools.packing.linux", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
