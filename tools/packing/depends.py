"""Which Debian packages a built folder asks for: read from its programs and libraries, named by dpkg."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tools.bootstrap import say
from tools.packing.elf import Binary, binaries, unmet
from tools.packing.project import NAME, PackingError, require_done, run_tool

# What a library of ours reads from the system, though nothing in the file says so.
DATA_PACKAGES = {
    "libX11.so.6": "libx11-data",
    "libfontconfig.so.1": "fontconfig-config",
    "libxkbcommon.so.0": "xkb-data",
}
_PLUGINS = "plugins"
# Qt does without these where their libraries are missing: the window looks less like the desktop's own, or printing
# goes to files only.
_SPARE_PLUGINS = frozenset({"platformthemes", "printsupport"})
_HEADER = 20


class Relations(NamedTuple):
    """Packages by how much they are needed, each as Debian writes it: a name, maybe with a lowest version."""

    depends: list[str]
    recommends: list[str]


def relations(tree: Path) -> Relations:
    """Return what the programs and libraries below a package's tree need from other packages.

    Raises:
        PackingError: this machine lacks a library, or dpkg does not know whose it is.
    """
    found = binaries(tree)
    owners = _owners(found)
    lacking = {name for name, owner in owners.items() if not owner}
    usable = [binary for binary in found if lacking.isdisjoint(binary.needed)]
    needed = [binary for binary in usable if not _is_spare(binary)]
    spare = [binary for binary in usable if _is_spare(binary)]
    depends = _relations_of(needed, owners, tree)
    names = {binary.soname or binary.path.name for binary in found}
    depends += [package for library, package in DATA_PACKAGES.items() if library in names]
    held = {_package(relation) for relation in depends}
    recommends = [item for item in _relations_of(spare, owners, tree) if _package(item) not in held]
    return Relations(sorted(set(depends)), sorted(set(recommends)))


def _is_spare(binary: Binary) -> bool:
    return binary.path.parent.name in _SPARE_PLUGINS


def _owners(found: list[Binary]) -> dict[str, str]:
    """Return the package of each library that is not among the files; an empty name where only a plug-in lacks it."""
    places = _system_libraries(found)
    owners: dict[str, str] = {}
    for soname, users in unmet(found).items():
        owners[soname] = _owner(places[soname]) if soname in places else ""
        if owners[soname]:
            continue
        plugins = [user for user in users if _PLUGINS in user.path.parts]
        if len(plugins) < len(users):
            user = next(user for user in users if user not in plugins)
            raise PackingError(
                f"{user.path.name} 要用的 {soname} 不属于这里的任何软件包 / "
                f"{soname}, which {user.path.name} needs, belongs to no package on this machine"
            )
        say(
            f"略过只有插件才用的 {soname}",
            f"Left out {soname}: only plug-ins ask for it, and it is not on this machine",
        )
    return owners


def _system_libraries(found: list[Binary]) -> dict[str, Path]:
    """Return where the linker finds each library of this machine, those for other processors left out."""
    search = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    tool = shutil.which("ldconfig", path=search)
    if tool is None or not found:
        return {}
    kind = _kind(found[0].path)
    places: dict[str, Path] = {}
    for soname, place in re.findall(r"^\s+(\S+) \(.*\) => (\S+)$", require_done(run_tool([tool, "-p"])), re.MULTILINE):
        path = Path(place)
        if soname not in places and path.is_file() and _kind(path) == kind:
            places[soname] = path
    return places


def _kind(path: Path) -> bytes:
    """Return the part of a file's head that tells word size, order of bytes and processor."""
    with path.open("rb") as stream:
        head = stream.read(_HEADER)
    return head[4:6] + head[18:20]


def _owner(path: Path) -> str:
    """Return the package that brought the file, or nothing; dpkg knows it with or without /usr before it."""
    real = path.resolve()
    spellings = [path, real]
    for one in (path, real):
        text = str(one)
        spellings.append(Path(text.removeprefix("/usr")) if text.startswith("/usr/") else Path("/usr" + text))
    for one in dict.fromkeys(spellings):
        done = run_tool(["dpkg", "-S", one])
        for line in done.stdout.splitlines():
            package = re.match(r"([a-z0-9][a-z0-9.+-]*)(?::[a-z0-9-]+)?(?:, .*)?: /", line)
            if done.returncode == 0 and package:
                return package[1]
    return ""


def _relations_of(chosen: list[Binary], owners: dict[str, str], tree: Path) -> list[str]:
    """Return the packages that these files need, with the lowest version where it can be told."""
    packages = {owners[name] for binary in chosen for name in binary.needed if name in owners}
    if not packages:
        return []
    if shutil.which("dpkg-shlibdeps"):
        told = {_package(item): item for item in _by_shlibdeps(chosen, tree)}
    else:
        told = _by_symbols(chosen, owners)
    return [told.get(package, package) for package in packages]


def _by_shlibdeps(chosen: list[Binary], tree: Path) -> list[str]:
    """Return what dpkg-shlibdeps says; it names packages of libraries that are in the tree as well."""
    folders = sorted({binary.path.parent for binary in binaries(tree) if ".so" in binary.path.name})
    with tempfile.TemporaryDirectory() as name:
        # It reads the names of our own packages from here, and nothing else.
        control = Path(name, "debian", "control")
        control.parent.mkdir()
        control.write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8")
        options = ["-O", "--ignore-missing-info", "--warnings=0", *(f"-l{folder}" for folder in folders)]
        files = [binary.path for binary in chosen]
        printed = require_done(run_tool(["dpkg-shlibdeps", *options, *files], folder=Path(name)))
    relation = re.search(r"^shlibs:Depends=(.*)$", printed, re.MULTILINE)
    return relation[1].split(", ") if relation and relation[1] else []


def _by_symbols(chosen: Iterable[Binary], owners: dict[str, str]) -> dict[str, str]:
    """Return the lowest version of the C library's package, which the names of its symbols tell."""
    newest = max((binary.libc for binary in chosen), default=())
    package = owners.get("libc.so.6")
    return {package: f"{package} (>= {'.'.join(map(str, newest))})"} if package and newest else {}


def _package(relation: str) -> str:
    return relation.split(maxsplit=1)[0]
