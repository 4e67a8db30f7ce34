"""What of Qt and of the system goes into the packaged program: the plug-ins that it uses, and what those need.

PyInstaller collects every plug-in of each Qt module that is imported, and every library that any of them links
against. Here only the plug-ins named below stay, and of the libraries only those that something left still reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath, PurePosixPath

Entry = tuple[str, str, str]
"""A file of PyInstaller's lists: where it goes, where it comes from, and what it is."""

PLUGINS: dict[str, frozenset[str]] = {
    # Offscreen for the self-test, and for machines without a screen.
    "platforms": frozenset({"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"}),
    # Chinese is typed through ibus, which fcitx speaks, too; compose is for keys that combine.
    "platforminputcontexts": frozenset({"ibusplatforminputcontextplugin", "composeplatforminputcontextplugin"}),
    # The native file dialogs of any Linux desktop; GTK's own would bring half of GNOME along.
    "platformthemes": frozenset({"qxdgdesktopportal"}),
    "wayland-shell-integration": frozenset({"xdg-shell"}),
    "wayland-decoration-client": frozenset({"bradient", "adwaita"}),
    "printsupport": frozenset({"cupsprintersupport", "windowsprintersupport", "cocoaprintersupport"}),
    "iconengines": frozenset({"qsvgicon"}),
    "imageformats": frozenset({"qsvg"}),
    "styles": frozenset({"qmacstyle"}),
}
OF_THE_SYSTEM = frozenset({"libcups.so.2"})
"""Libraries that are taken from the machine, where it has them: this one speaks to its printing service."""
TRANSLATIONS = frozenset({"qtbase_zh_CN.qm"})
EXCLUDED = [
    # Of the environment that builds, or asked for by packages in a way that this program never takes.
    *("hypothesis", "mypy", "pip", "pkg_resources", "pytest", "setuptools", "tkinter", "_tkinter", "test", "lib2to3"),
    # Reads lines from a terminal, which this program never does; its library is under the GPL.
    "readline",
    *("IPython", "matplotlib", "scipy", "PIL", "cupy", "colorcet", "OpenGL", "h5py", "rich", "email_validator"),
    *("pydantic.mypy", "pydantic._hypothesis_plugin", "numpy.f2py", "numpy.testing.tests"),
    *("pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter"),
    # No network: without these nothing links against OpenSSL, and the digests are Python's own. What passwords need of
    # OpenSSL is compiled into cryptography.
    *("ssl", "_ssl", "_hashlib", "PySide6.QtNetwork"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest"),
]
"""Modules that do not go along."""
NO_OPENGL = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")
"""Ten megabytes that pyqtgraph imports and no chart needs: packaging/no_opengl.py stands in for them."""

LOOSE = {"jiebei_desktop": "pyc", "pydantic": "pyc", "pydantic_core": "pyc"}
"""Packages that a start needs: as files of their own they load faster than out of the packed archive."""

NEEDLESS_HOOKS = frozenset(
    {
        "pyi_rth_inspect",  # finds the source of what is packed, of which there is none
        "pyi_rth_multiprocessing",  # the program has no process beside its own
        "pyi_rth_pyqtgraph_multiprocess",
        "pyi_rth_cryptography_openssl",  # looks for loadable parts of OpenSSL, which is compiled in whole
        "pyi_rth_pyside6",  # loads Qt at once, also for what needs none; on Linux its wheel finds its own plug-ins
    }
)
"""What PyInstaller would do at each start, and this program can do without."""
STRIPPED = ("_internal/libpython", "_internal/python3", "_internal/cryptography/")
"""What lies there loses the symbols that only debuggers read, on Linux: up to three quarters of such a file.

The libraries of numpy keep theirs: their makers moved parts of them about, and strip has broken such files before.
"""
NEEDLESS_WORDS = PurePosixPath("pypinyin", "phrases_dict.json")
"""How whole phrases are read out, 2.5 MB: the search looks at single characters."""
_QT = ("PySide6", "shiboken6")


def plugin_of(destination: str) -> tuple[str, str] | None:
    """Return the folder and the bare name of a Qt plug-in, or None for a file that is none."""
    parts = _place(destination).parts
    if "plugins" not in parts or parts[0] != "PySide6":
        return None
    name = parts[-1].partition(".")[0].removeprefix("lib")
    return parts[parts.index("plugins") + 1], name


def is_wanted(destination: str) -> bool:
    """Tell whether a file goes along, as far as that can be said from its name."""
    path = _place(destination)
    if path == NEEDLESS_WORDS:
        return False
    if path.parts[0] == "PySide6" and "translations" in path.parts:
        return path.name in TRANSLATIONS
    if path.parts[0] == "PySide6" and "qml" in path.parts:
        return False
    plugin = plugin_of(destination)
    return plugin is None or plugin[1] in PLUGINS.get(plugin[0], frozenset())


def reached(binaries: Sequence[Entry], imports: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out the shared libraries that nothing needs any more.

    Args:
        binaries: all that would go along; extension modules and plug-ins are needed by themselves.
        imports: gives the file names of the libraries that a binary links against, if possible not also theirs.
    """
    by_name: dict[str, list[Entry]] = {}
    for entry in binaries:
        by_name.setdefault(PurePath(entry[0]).name, []).append(entry)
    waiting = [entry for entry in binaries if not _is_library(entry)]
    kept: set[Entry] = set(waiting)
    while waiting:
        for name in imports(waiting.pop()[1]):
            for needed in by_name.get(PurePath(name).name, ()):
                if needed not in kept and PurePath(name).name not in OF_THE_SYSTEM:
                    kept.add(needed)
                    waiting.append(needed)
    return [entry for entry in binaries if entry in kept]


def is_stripped(place: str) -> bool:
    """Tell whether a file of the packed folder loses its symbols."""
    return place.startswith(STRIPPED)


def with_targets(entries: Sequence[Entry], others: Iterable[Entry]) -> list[Entry]:
    """Leave out the links to files that are neither among the entries nor among the others."""
    there = {_place(entry[0]) for entry in (*entries, *others) if entry[2] != "SYMLINK"}

    def leads_somewhere(entry: Entry) -> bool:
        destination, target, kind = entry
        return kind != "SYMLINK" or _place(destination).parent / target in there

    return [entry for entry in entries if leads_somewhere(entry)]


def _place(destination: str) -> PurePosixPath:
    """Return where a file goes, whichever system the list is of."""
    return PurePosixPath(destination.replace("\\", "/"))


def _is_library(entry: Entry) -> bool:
    destination, _, kind = entry
    path = _place(destination)
    if kind == "EXTENSION" or plugin_of(destination) is not None:
        return False
    if path.name.startswith(("libpython", "python3")):
        return False  # the program's own starter loads it by name
    return path.parts[0] in _QT or len(path.parts) == 1
