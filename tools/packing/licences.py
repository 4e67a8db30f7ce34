"""Gather the notices of everything of others that a built program brings along, for its folder of licences.

A licence that cannot be found stops the build: a bundle without it may not be passed on.
"""

from __future__ import annotations

import json
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import Distribution, packages_distributions
from importlib.metadata import distributions as installed_distributions
from pathlib import Path
from typing import Any, Protocol

from jiebei_desktop.files.notices import INDEX, Notice
from tools.packing.font import describe
from tools.packing.project import ROOT

KEPT = ROOT / "packaging" / "licences"
"""Texts that the wheels do not bring along: by distribution, or by licence."""
OWN = frozenset({"jiebei-desktop", "tools", "tests", "-main-"})

LICENCE_FILE = re.compile(r"(?i)(licen[cs]e|copying|notice|copyright|authors|third.?party)")
TEXTS = {"LGPL-3.0-only": ("LGPL-3.0.txt", "GPL-3.0.txt"), "PSF-2.0": ("PSF-2.0.txt",), "OFL-1.1": ("OFL-1.1.txt",)}
"""The texts of a licence that needs no more than its text; the LGPL refers to the GPL's."""
CHOSEN = "Apache-2.0"
"""The licence that is taken of those that a part offers: wheels that have such parts bring its text along."""
CRATES_OF = re.compile(r"^=== (.+): .+ ===$", re.MULTILINE)
"""How a text that we keep for parts under other licences names them."""
OPENSSL_BINDINGS = "cryptography"
OPENSSL_COPYRIGHT = """\
Copyright (c) 1998-2026 The OpenSSL Project Authors
Copyright (c) 1995-1998 Eric A. Young, Tim J. Hudson
All rights reserved.

Compiled into the library of cryptography. Its source: https://github.com/openssl/openssl"""
QT_BINDINGS = "pyside6-essentials"
QT_MODULES = ("QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets")
"""What the program imports; where the libraries of a build are known, they tell."""
QT_LIBRARY = re.compile(r"(?:lib)?Qt6?(?P<module>[A-Z]\w+)(?:\.so[.\d]*|\.dll|\.dylib)?")
ICU_LIBRARY = re.compile(r"libicu\w+\.so\.(?P<version>\d+)")

DOCUMENTATION = Path("/usr/share/doc")
COMMON_LICENCES = Path("/usr/share/common-licenses")
COMMON_LICENCE = re.compile(re.escape(COMMON_LICENCES.as_posix()) + r"/([A-Za-z][\w-]*(?:\.\d+)*)")
LICENCE_FIELD = re.compile(r"^License:[ \t]*(\S.*)$", re.MULTILINE)
PACKAGE_FIELDS = "${binary:Package}\t${Version}\t${source:Package}\t${source:Version}\n"


class MissingLicenceError(Exception):
    """Something would be passed on without its licence; the message names it."""


class Analysis(Protocol):
    """What PyInstaller found: entries of a name in the bundle, the file it is made from, and a kind."""

    scripts: Iterable[tuple[str, str, str]]
    pure: Iterable[tuple[str, str, str]]
    binaries: Iterable[tuple[str, str, str]]
    datas: Iterable[tuple[str, str, str]]


def collect_bundled(analysis: Analysis, folder: Path, *, with_font: bool = False) -> list[Notice]:
    """Write the notices of all that PyInstaller found, as `collect` does, and return the list."""
    entries = [*analysis.scripts, *analysis.pure, *analysis.binaries, *analysis.datas]
    files = [Path(source) for _, source, _ in entries if source]
    libraries = [Path(source) for _, source, _ in analysis.binaries]
    return collect(installed_names(files), folder, libraries=libraries, with_font=with_font)


def collect(
    modules: Iterable[str], folder: Path, *, libraries: Iterable[Path] = (), with_font: bool = False
) -> list[Notice]:
    """Write a text for each thing that is brought along, and the list of them, and return the list.

    `modules` are names of modules or distributions; those of Python itself and of this program are passed over.
    `libraries` are the shared libraries in the places where the build found them. MissingLicenceError names all that
    belong to no distribution, or a distribution without a licence. The folder's older texts are removed.
    """
    libraries = list(libraries)
    found = find_distributions(modules)
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.txt"), folder / INDEX):
        old.unlink(missing_ok=True)
    notices = [write_distribution(distribution, folder) for distribution in found]
    notices.append(write_python(folder))
    for bindings in found:
        if canonical(bindings.name) == QT_BINDINGS:
            notices += write_qt(bindings.version, libraries, folder)
        elif canonical(bindings.name) == OPENSSL_BINDINGS:
            notices.append(write_openssl(bindings, folder))
    if with_font:
        notices.append(write_font(folder))
    notices += collect_system(libraries, folder)
    notices.sort(key=lambda notice: (notice.name.casefold(), notice.version))
    listed = json.dumps([notice._asdict() for notice in notices], ensure_ascii=False, indent=2)
    (folder / INDEX).write_text(listed + "\n", encoding="utf-8")
    return notices


# --- Python packages -------------------------------------------------------------------------------------------------


def installed_names(files: Iterable[Path]) -> set[str]:
    """Return the top-level names of those files that pip installed, whatever becomes of them in the bundle."""
    homes = {Path(sysconfig.get_path(kind)) for kind in ("purelib", "platlib")}
    names: set[str] = set()
    for home in homes:
        for file in files:
            if file.is_relative_to(home):
                first = file.relative_to(home).parts[0]
                names.add(first.partition("-")[0] if first.endswith(".dist-info") else first.partition(".")[0])
    return names


def find_distributions(names: Iterable[str]) -> list[Distribution]:
    """Return the installed distributions that modules or distributions of these names belong to, each once."""
    installed = {canonical(distribution.name): distribution for distribution in installed_distributions()}
    providers = packages_distributions()
    wanted: set[str] = set()
    unknown: list[str] = []
    for name in sorted({name.partition(".")[0] for name in names}):
        if name in sys.stdlib_module_names or name.startswith("_sysconfigdata") or canonical(name) in OWN:
            continue
        if name in providers:
            wanted.update(canonical(provider) for provider in providers[name])
        elif canonical(name) in installed:
            wanted.add(canonical(name))
        elif name.lstrip("_").startswith("pyi"):  # what PyInstaller itself puts into a program
            wanted.add("pyinstaller")
        else:
            unknown.append(name)
    if unknown:
        raise MissingLicenceError(f"of no installed distribution, so of no known licence: {', '.join(unknown)}")
    return [installed[name] for name in sorted(wanted - OWN)]


def canonical(name: str) -> str:
    """Return a distribution's name in its one spelling."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared_licence(distribution: Distribution) -> str:
    """Return the licence that a distribution declares, as short as it says it; empty where it says nothing."""
    metadata = distribution.metadata
    for field in ("License-Expression", "License"):
        for value in metadata.get_all(field, []):
            if value and "\n" not in value:
                return str(value)
    classifiers = [line for line in metadata.get_all("Classifier", []) if line.startswith("License ::")]
    return " AND ".join(line.rpartition(" :: ")[2] for line in classifiers)


def write_distribution(distribution: Distribution, folder: Path) -> Notice:
    """Write a distribution's licence files into one text; MissingLicenceError, where there are none."""
    name, version, licence = distribution.name, distribution.version, declared_licence(distribution)
    texts = list(licence_files(distribution)) or list(kept_texts(canonical(name), licence))
    if not texts:
        raise MissingLicenceError(
            f"{name} {version} ({licence or 'no licence declared'}) brings no licence text along: "
            f"put it into {KEPT.relative_to(ROOT).as_posix()}/{canonical(name)}.txt"
        )
    file = f"{name}-{version}.txt"
    write_texts(folder / file, f"{name} {version}", [*texts, *crate_texts(distribution)])
    return Notice(name, version, licence, file)


def licence_files(distribution: Distribution) -> Iterator[tuple[str, str]]:
    """Yield the name and text of each licence file that came with a distribution."""
    for file in sorted(distribution.files or (), key=str):
        home, *rest = file.parts
        if not home.endswith(".dist-info") or not rest:
            continue
        if rest[0] in {"licenses", "license_files"} or LICENCE_FILE.search(rest[-1]):
            yield "/".join(rest), Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")


def compiled_in(distribution: Distribution) -> Iterator[dict[str, Any]]:
    """Yield what a distribution says that is compiled into it, in the terms of CycloneDX; not what only built it."""
    for file in sorted(distribution.files or (), key=str):
        home, *rest = file.parts
        if home.endswith(".dist-info") and rest[0] == "sboms" and file.suffix == ".json":
            listed = json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))
            yield from (part for part in listed["components"] if part.get("scope") != "excluded")


def crate_texts(distribution: Distribution) -> Iterator[tuple[str, str]]:
    """Yield the list of the Rust crates in a distribution that we keep such texts for, and these.

    MissingLicenceError names the crates that are neither under the chosen licence nor among the texts.
    """
    file = f"{canonical(distribution.name)}-crates.txt"
    if not (KEPT / file).exists():
        return
    crates = [part for part in compiled_in(distribution) if part.get("purl", "").startswith("pkg:cargo/")]
    name, text = kept(file)
    named = {crate for heading in CRATES_OF.findall(text) for crate in heading.split(", ")}
    unknown = [crate["name"] for crate in crates if not is_chosen(part_licence(crate)) and crate["name"] not in named]
    if unknown:
        raise MissingLicenceError(
            f"crates in {distribution.name} {distribution.version} that {(KEPT / file).relative_to(ROOT).as_posix()} "
            f"has no licence text of: {', '.join(unknown)}"
        )
    lines = [
        f"{crate['name']} {crate['version']}: {part_licence(crate)}; {crate.get('author', '')}".rstrip("; ")
        for crate in crates
    ]
    yield f"compiled in; {CHOSEN} where it can be chosen", "\n".join(lines)
    yield name, text


def part_licence(part: dict[str, Any]) -> str:
    """Return the licence of something compiled in, as it declares it."""
    return " AND ".join(licence.get("expression", "") for licence in part.get("licenses", ()))


def is_chosen(licence: str) -> bool:
    """Tell whether a licence offers the chosen one, be it with an exception that takes nothing away."""
    return CHOSEN in {choice.partition(" WITH ")[0] for choice in licence.split(" OR ")}


def kept_texts(name: str, licence: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that we keep for a distribution, or for the first licence it offers that we keep a text of."""
    if (KEPT / f"{name}.txt").exists():
        yield kept(f"{name}.txt")
        return
    offered = next((choice for choice in licence.split(" OR ") if choice in TEXTS), None)
    for file in TEXTS[offered] if offered else ():
        yield kept(file)


def kept(file: str) -> tuple[str, str]:
    """Return the name and text of one that we keep."""
    return file, (KEPT / file).read_text(encoding="utf-8")


def write_texts(path: Path, title: str, texts: Iterable[tuple[str, str]]) -> None:
    """Write texts one after the other, each under its name."""
    parts = [title]
    for name, text in texts:
        parts += [f"--- {name} ---", text.strip("\n")]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


# --- Python, Qt, OpenSSL, the font -----------------------------------------------------------------------------------


def write_python(folder: Path) -> Notice:
    """Write the licence of the Python that the program brings along, and of the code of others in it."""
    version = platform.python_version()
    file = f"Python-{version}.txt"
    licence = python_licence()
    texts = [(licence.name, licence.read_text(encoding="utf-8", errors="replace")), kept("python-incorporated.txt")]
    write_texts(folder / file, f"Python {version}", texts)
    return Notice("Python", version, "PSF-2.0", file)


def python_licence() -> Path:
    """Return where this Python's licence is: beside it, in its library, in Debian's documentation, or ours."""
    places = (
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        DOCUMENTATION / "python{}.{}".format(*sys.version_info[:2]) / "copyright",
    )
    return next((place for place in places if place.is_file()), KEPT / "PSF-2.0.txt")


def write_qt(version: str, libraries: Sequence[Path], folder: Path) -> list[Notice]:
    """Write the note on Qt, the texts of its licence, and that of the ICU libraries that its wheel has on Linux."""
    matches = (QT_LIBRARY.fullmatch(library.name) for library in libraries)
    modules = sorted({f"Qt{match['module']}" for match in matches if match}) or QT_MODULES
    note = kept("qt.txt")[1].format(version=version, modules=", ".join(modules))
    (folder / "qt.txt").write_text(note, encoding="utf-8")
    notices = [Notice("Qt", version, "LGPL-3.0-only", "qt.txt")]
    for name, file in zip(("GNU LGPL", "GNU GPL"), TEXTS["LGPL-3.0-only"], strict=True):
        shutil.copyfile(KEPT / file, folder / file)
        notices.append(Notice(name, "3", Path(file).stem, file))
    matches = (ICU_LIBRARY.fullmatch(library.name) for library in libraries if "PySide6" in library.parts)
    for icu in sorted({match["version"] for match in matches if match}):
        write_texts(folder / f"ICU-{icu}.txt", f"ICU {icu}", [kept("icu.txt")])
        notices.append(Notice("ICU", icu, "ICU", f"ICU-{icu}.txt"))
    return notices


def write_openssl(bindings: Distribution, folder: Path) -> Notice:
    """Write the licence of the OpenSSL in the wheel of its bindings; MissingLicenceError, where that has none."""
    # By its address: there is a crate of the same name.
    found = (part for part in compiled_in(bindings) if part.get("purl", "").startswith("pkg:generic/openssl@"))
    version = next((part["version"] for part in found), None)
    if version is None:
        raise MissingLicenceError(f"{bindings.name} {bindings.version} does not say which OpenSSL is compiled into it")
    file = f"OpenSSL-{version}.txt"
    texts = [("copyright", OPENSSL_COPYRIGHT), kept("Apache-2.0.txt")]
    write_texts(folder / file, f"OpenSSL {version}", texts)
    return Notice("OpenSSL", version, "Apache-2.0", file)


def write_font(folder: Path) -> Notice:
    """Write the licence of the font, under the copyright notice that the font itself has."""
    family, version, notice = describe()
    file = f"{family.replace(' ', '')}-{version}.txt"
    note = f"{notice}\n\nMade from Noto Sans CJK SC: a part of it, renamed. Noto is a trademark of Google Inc."
    write_texts(folder / file, f"{family} {version}", [("copyright", note), kept("OFL-1.1.txt")])
    return Notice(family, version, "OFL-1.1", file)


# --- the system's libraries ------------------------------------------------------------------------------------------


def collect_system(libraries: Iterable[Path], folder: Path) -> list[Notice]:
    """Write the copyright file of each Debian package that libraries come from, and the texts these files refer to.

    Libraries of no package are passed over, and all of them where there is no dpkg. MissingLicenceError, where a
    package is installed without its copyright file.
    """
    packages = find_packages(libraries)
    if not packages:
        return []
    query = ["dpkg-query", "--show", f"--showformat={PACKAGE_FIELDS}", *packages]
    shown = subprocess.run(query, capture_output=True, encoding="utf-8", check=True).stdout
    notices: list[Notice] = []
    referred: set[str] = set()
    for line in shown.splitlines():
        name, version, source, source_version = line.split("\t")
        name = name.partition(":")[0]
        path = DOCUMENTATION / name / "copyright"
        if not path.is_file():
            raise MissingLicenceError(f"the system's package {name} is installed without {path}")
        text = path.read_text(encoding="utf-8", errors="replace")
        file = f"{name}-{re.sub(r'[^0-9A-Za-z.+~-]', '_', version)}.txt"
        origin = f"{name} {version}, from {system_name()}. Its source: apt-get source {source}={source_version}"
        write_texts(folder / file, origin, [("copyright", text)])
        # Only the newer form of these files names licences; elsewhere such a line may be a part of a sentence.
        licence = LICENCE_FIELD.search(text) if text.startswith("Format:") else None
        notices.append(Notice(name, version, licence[1] if licence else "", file))
        referred.update(COMMON_LICENCE.findall(text))
    for name in sorted(referred):
        if (COMMON_LICENCES / name).is_file():
            shutil.copyfile(COMMON_LICENCES / name, folder / f"{name}.txt")
            notices.append(Notice(name, "", name, f"{name}.txt"))
    return notices


def find_packages(libraries: Iterable[Path]) -> list[str]:
    """Return the Debian packages that installed these files; none where there is no dpkg."""
    if shutil.which("dpkg-query") is None:
        return []
    places: set[str] = set()
    for library in libraries:
        for path in (library, library.resolve()):
            # dpkg knows a file under the name it was installed by, which may be from before /lib moved into /usr.
            text = path.as_posix()
            places |= {text, text.removeprefix("/usr"), f"/usr{text}"}
    if not places:
        return []
    found = subprocess.run(
        ["dpkg-query", "--search", *sorted(places)], capture_output=True, encoding="utf-8", check=False
    ).stdout
    owners = (line.rpartition(": ")[0] for line in found.splitlines() if not line.startswith("diversion "))
    return sorted({owner for several in owners for owner in several.split(", ")})


@cache
def system_name() -> str:
    """Return what the system calls itself, with its version."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()
