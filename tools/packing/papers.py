"""The texts that a Debian package carries: description, copyright and changelog."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from tools.packing.depends import Relations
from tools.packing.project import NAME, ROOT, VERSION, PackingError, releases

MAINTAINER = "Jiehua Planner contributors <jiehua-planner@users.noreply.github.com>"
CHINESE_FONTS = "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei"
SYNOPSIS = "loan repayment planner for Jiebei and Huabei"
DESCRIPTION = """\
Works out every instalment of loans from Jiebei (a cash loan) and Huabei (pay
later) to the fen, compares both products side by side with their true annual
rates, says which is cheaper and why, and what a late day costs and which ways
out there are. It also holds the repayments against the household's budget.
.
The program runs offline, keeps everything on the machine, and shows where its
figures come from. It is independent software, not connected with Ant Group or
Alipay and not endorsed by them.
.
借花规划：规划和比较借呗、花呗的还款，每一期都算到分，写明真实年利率，
说清哪个便宜、为什么，也算得出逾期一天要多少钱、有哪些办法。
程序离线运行，数据只留在自己的电脑上，每个数字都写明出处。
独立软件，与蚂蚁集团、支付宝没有关系，也没有得到它们的认可。
"""
LICENCE_FOLDER = Path("_internal", "jiebei_desktop", "resources", "licences")
_INSTALLED = f"usr/lib/{NAME}"
_FORMAT = "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
_QT_HOLDER = "The Qt Company Ltd. and other contributors"
_LICENCES = {
    "libraries": """\
Python and each library and font are under their own free licences, whose texts
come with them. The head of the program file is the boot loader of PyInstaller,
under the GNU General Public License, version 2 or later, with an exception that
lets programs of any licence be packed with it.
""",
    "LGPL-3": """\
Qt, PySide and shiboken are used as shared libraries, which may be replaced,
under the GNU Lesser General Public License, version 3. On Debian systems its
text is in /usr/share/common-licenses/LGPL-3.
""",
    "CC0-1.0": """\
On Debian systems the text of CC0 1.0 is in /usr/share/common-licenses/CC0-1.0.
""",
}


def control(architecture: str, size: int, needs: Relations) -> str:
    """Return the description that dpkg reads; `size` is in KiB."""
    fields = {
        "Package": NAME,
        "Version": VERSION,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(size),
        "Depends": ", ".join(needs.depends),
        "Recommends": ", ".join([CHINESE_FONTS, *needs.recommends]),
        "Section": "misc",
        "Priority": "optional",
        "Description": SYNOPSIS,
    }
    lines = [f"{name}: {value}\n" for name, value in fields.items() if value]
    return "".join(lines) + _indented(DESCRIPTION)


def changelog(root: Path, time: int) -> str:
    """Return the releases as Debian writes them down, the newest first.

    Raises:
        PackingError: the metadata does not have this version as its newest release.
    """
    found = releases(root)
    if not found or found[0].version != VERSION:
        raise PackingError(
            f"metainfo.xml 里最新的版本不是 {VERSION} / The newest release in metainfo.xml is not {VERSION}"
        )
    entries = []
    for release in found:
        day = datetime(release.day.year, release.day.month, release.day.day, tzinfo=UTC)
        # A package cannot be older than what is in it.
        moment = max(day, datetime.fromtimestamp(time, UTC)) if release is found[0] else day
        entries.append(
            f"{NAME} ({release.version}) unstable; urgency=medium\n\n"
            f"  * Release {release.version}; what is new is in the project's CHANGELOG.md.\n\n"
            f" -- {MAINTAINER}  {format_datetime(moment)}\n"
        )
    return "\n".join(entries)


def copyright_file(built: Path, root: Path = ROOT) -> str:
    """Return who holds the rights, in Debian's machine-readable form; it names the licence texts that are shipped."""
    holder, _, terms = (root / "LICENSE").read_text(encoding="utf-8").partition("Permission is hereby granted")
    own = next(line.removeprefix("Copyright (c) ") for line in holder.splitlines() if line.startswith("Copyright"))
    libraries = f"{_INSTALLED}/_internal"
    stanzas = [
        f"Format: {_FORMAT}\nUpstream-Name: {NAME}\nComment:\n{_indented(_shipped_texts(built))}",
        f"Files: *\nCopyright: {own}\nLicense: Expat\n",
        f"Files: {libraries}/*\nCopyright: the authors of Python and of each library and font\nLicense: libraries\n",
        f"Files: {libraries}/PySide6/*\n {libraries}/shiboken6/*\nCopyright: {_QT_HOLDER}\nLicense: LGPL-3\n",
        f"Files: {libraries}/jiebei_desktop/*\nCopyright: {own}\nLicense: Expat\n",
        f"Files: usr/share/metainfo/*\nCopyright: {own}\nLicense: CC0-1.0\n",
        *(f"License: {name}\n{_indented(text)}" for name, text in _LICENCES.items()),
        f"License: Expat\n{_indented('Permission is hereby granted' + terms)}",
    ]
    return "\n".join(stanzas)


def _shipped_texts(built: Path) -> str:
    intro = "The package brings its own Python, Qt and libraries, as they were built.\n"
    folder = built / LICENCE_FOLDER
    if not folder.is_dir():
        return intro
    names = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    listed = "".join(f"  {name}\n" for name in names)
    return f"{intro}Their licences are in /{_INSTALLED}/{LICENCE_FOLDER}:\n{listed}"


def _indented(text: str) -> str:
    """Return lines as they continue a field: a space before each, and a full stop where one would be empty."""
    return "".join(f" {line or '.'}\n" for line in text.strip("\n").splitlines())
