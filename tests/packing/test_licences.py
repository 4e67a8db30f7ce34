"""The notices of what a built program brings along: none may be missing, whatever a wheel leaves out."""

import importlib.util
import json
import platform
import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution
from pathlib import Path
from types import SimpleNamespace

import pytest

from tools.packing import licences
from tools.packing.font import SOURCE
from tools.packing.licences import (
    MissingLicenceError,
    Notice,
    collect,
    collect_bundled,
    collect_system,
    find_distributions,
)

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="no Debian packages here")
LIBC = next((place for place in Path("/usr/lib").glob("*-linux-gnu/libc.so.6")), None)


class Wheel(Distribution):
    """A distribution in a folder of its own, with the files that a test puts there."""

    def __init__(self, folder: Path, metadata: str, files: dict[str, str]):
        self.folder = folder
        record = []
        for name, text in {"METADATA": f"Metadata-Version: 2.4\nVersion: 1.5\n{metadata}\n", **files}.items():
            path = folder / "thing-1.5.dist-info" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            record.append(f"thing-1.5.dist-info/{name},,")
        (folder / "thing-1.5.dist-info" / "RECORD").write_text("\n".join(record), encoding="utf-8")

    def read_text(self, filename):
        path = self.folder / "thing-1.5.dist-info" / filename
        return path.read_text(encoding="utf-8") if path.exists() else None

    def locate_file(self, path):
        return self.folder / path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "licences"


def text_of(folder: Path, notice: Notice) -> str:
    return (folder / notice.file).read_text(encoding="utf-8")


def by_name(notices: list[Notice]) -> dict[str, Notice]:
    return {notice.name: notice for notice in notices}


def test_the_whole_program_has_its_notices(folder):
    names = ["pydantic", "numpy_financial", "chinese_calendar", "PySide6", "shiboken6", "highspy", "xlsxwriter"]
    names += ["cryptography", "_cffi_backend"]
    notices = by_name(collect(names, folder))
    assert set(notices) == {
        "pydantic", "numpy-financial", "chinesecalendar", "PySide6_Essentials", "shiboken6", "highspy", "xlsxwriter",
        "cryptography", "cffi", "OpenSSL", "Python", "Qt", "GNU LGPL", "GNU GPL",
    }  # fmt: skip
    assert all((folder / notice.file).stat().st_size > 500 for notice in notices.values())
    assert notices["pydantic"].licence == "MIT"
    assert "Copyright (c) 2017" in text_of(folder, notices["pydantic"])
    assert "THIRD_PARTY_NOTICES" in text_of(folder, notices["highspy"])
    assert "Copyright (c) 2017 Lirian Su" in text_of(folder, notices["chinesecalendar"]), "its wheel has no licence"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text_of(folder, notices["shiboken6"]), "nor has this one"
    assert "GNU GENERAL PUBLIC LICENSE" in text_of(folder, notices["shiboken6"]), "which the other one refers to"


def test_the_list_beside_the_texts_is_sorted_and_says_the_same(folder):
    notices = collect(["xlsxwriter", "highspy", "PySide6"], folder)
    listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    assert listed == [notice._asdict() for notice in notices]
    names = [entry["name"].casefold() for entry in listed]
    assert names == sorted(names)
    assert {entry["file"] for entry in listed} | {"index.json"} == {path.name for path in folder.iterdir()}


def test_texts_of_an_earlier_build_go(folder):
    folder.mkdir()
    (folder / "gone-1.0.txt").write_text("old", encoding="utf-8")
    (folder / "kept.json").write_text("{}", encoding="utf-8")
    collect(["pydantic"], folder)
    assert not (folder / "gone-1.0.txt").exists()
    assert (folder / "kept.json").exists()


def test_python_comes_with_its_licence_and_that_of_the_code_in_it(folder):
    python = by_name(collect([], folder))["Python"]
    assert (python.version, python.licence) == (platform.python_version(), "PSF-2.0")
    assert "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2" in text_of(folder, python)
    assert "libmpdec" in text_of(folder, python), "what decimal is made of"


def test_a_python_that_hides_its_licence_gets_the_kept_text(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    monkeypatch.setattr(licences.sysconfig, "get_path", lambda _name: str(tmp_path))
    monkeypatch.setattr(licences, "DOCUMENTATION", tmp_path)
    assert licences.python_licence() == licences.KEPT / "PSF-2.0.txt"
    (tmp_path / "LICENSE.txt").write_text("its own", encoding="utf-8")
    assert licences.python_licence() == tmp_path / "LICENSE.txt"


def test_qt_says_which_of_its_libraries_are_there_and_where_its_source_is(folder):
    qt_folder = Path("site-packages/PySide6/Qt/lib")
    libraries = [qt_folder / name for name in ("libQt6Core.so.6", "libQt6XcbQpa.so.6", "libicuuc.so.73")]
    libraries += [Path("PySide6/Qt6Gui.dll"), Path("PySide6/QtSvg"), Path("PySide6/QtWidgets.abi3.so")]
    notices = by_name(collect(["PySide6"], folder, libraries=libraries))
    note = text_of(folder, notices["Qt"])
    assert "QtCore, QtGui, QtSvg, QtXcbQpa\n" in note
    assert "https://download.qt.io/" in note
    assert "_internal/PySide6/Qt/lib" in note
    assert notices["Qt"].version == notices["PySide6_Essentials"].version
    assert notices["ICU"] == Notice("ICU", "73", "ICU", "ICU-73.txt")
    assert "Copyright © 1991" in text_of(folder, notices["ICU"])


def test_openssl_comes_with_its_licence_in_the_version_that_is_compiled_in(folder):
    from cryptography.hazmat.backends.openssl.backend import backend

    notice = by_name(collect(["cryptography"], folder))["OpenSSL"]
    assert backend.openssl_version_text().startswith(f"OpenSSL {notice.version} ")
    text = text_of(folder, notice)
    assert "The OpenSSL Project Authors" in text
    assert "Apache License" in text


def test_each_crate_that_is_compiled_in_is_named_with_its_licence(folder):
    text = text_of(folder, by_name(collect(["cryptography"], folder))["cryptography"])
    assert re.search(r"^pyo3 [\d.]+: MIT OR Apache-2\.0; PyO3 Project", text, re.MULTILINE)
    assert re.search(r"^pem [\d.]+: MIT; Jonathan Creekmore", text, re.MULTILINE)
    assert "Copyright (c) 2016 Jonathan Creekmore" in text, "the wheel has no text of this one"
    assert "pkg-config" not in text, "it only helped to build"


BILL = """{"components": [
    {"name": "both", "version": "1", "purl": "pkg:cargo/both@1", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
    {"name": "one", "version": "2", "purl": "pkg:cargo/one@2", "licenses": [{"expression": "MIT"}]},
    {"name": "tool", "version": "3", "purl": "pkg:cargo/tool@3", "scope": "excluded"}
]}"""


def test_a_crate_without_a_licence_text_stops_the_build(tmp_path, monkeypatch):
    wheel = Wheel(tmp_path / "site", "Name: thing", {"sboms/rust.json": BILL})
    assert list(licences.crate_texts(wheel)) == []
    monkeypatch.setattr(licences, "KEPT", tmp_path)
    monkeypatch.setattr(licences, "ROOT", tmp_path)
    (tmp_path / "thing-crates.txt").write_text("=== another: MIT ===", encoding="utf-8")
    with pytest.raises(MissingLicenceError, match=r"thing 1\.5 .*thing-crates\.txt .*: one$"):
        list(licences.crate_texts(wheel))
    (tmp_path / "thing-crates.txt").write_text("=== another, one: MIT ===", encoding="utf-8")
    assert [text for _, text in licences.crate_texts(wheel)] == [
        "both 1: MIT OR Apache-2.0\none 2: MIT",
        "=== another, one: MIT ===",
    ]
    with pytest.raises(MissingLicenceError, match=r"thing 1\.5 does not say which OpenSSL"):
        licences.write_openssl(wheel, tmp_path)


def test_what_pyinstaller_found_is_known_by_where_it_was_installed(folder, tmp_path):
    home = Path(sysconfig.get_path("purelib"))
    analysis = SimpleNamespace(
        scripts=[("cli", str(tmp_path / "cli.py"), "PYSOURCE")],
        pure=[("json", json.__file__, "PYMODULE"), ("namespace", "", "PYMODULE")],
        binaries=[("numpy.libs/libblas.so", str(home / "numpy.libs" / "libblas.so"), "BINARY")],
        datas=[
            ("elsewhere/xlsxwriter/core.py", str(home / "xlsxwriter" / "core.py"), "DATA"),
            ("x", str(home / "annotated_types-0.8.0.dist-info" / "RECORD"), "DATA"),
            ("y", str(home / "typing_extensions.py"), "DATA"),
        ],
    )
    found = {"numpy", "xlsxwriter", "annotated-types", "typing_extensions", "Python"}
    assert set(by_name(collect_bundled(analysis, folder))) == found


def test_names_of_modules_and_distributions_lead_to_the_same():
    found = [*find_distributions(["chinese_calendar"]), *find_distributions(["ChineseCalendar"])]
    assert [distribution.name for distribution in found] == ["chinesecalendar"] * 2
    assert find_distributions(["json", "_decimal", "jiebei_desktop.ui.app", "jiebei-desktop", "__main__"]) == []
    assert len(find_distributions(["pydantic", "pydantic.fields", "pydantic"])) == 1


def test_what_belongs_to_nothing_is_named():
    with pytest.raises(MissingLicenceError, match="nobody, nothing"):
        find_distributions(["nothing", "pydantic", "nobody.at.all"])


def test_licence_files_are_found_wherever_a_wheel_has_them(folder, tmp_path):
    files = {"licenses/LICENSE": "first", "licenses/src/inner/terms.md": "second", "NOTICE": "third", "WHEEL": "no"}
    wheel = Wheel(tmp_path / "site", "Name: thing\nLicense-Expression: MIT", files)
    folder.mkdir()
    notice = licences.write_distribution(wheel, folder)
    assert notice == Notice("thing", "1.5", "MIT", "thing-1.5.txt")
    text = text_of(folder, notice)
    assert text.startswith("thing 1.5\n")
    assert all(word in text for word in ("first", "second", "third", "licenses/src/inner/terms.md"))
    assert "no" not in text


def test_a_wheel_without_a_licence_stops_the_build_unless_we_keep_the_text(folder, tmp_path, monkeypatch):
    wheel = Wheel(tmp_path / "site", "Name: thing\nLicense: MIT", {})
    with pytest.raises(MissingLicenceError, match=r"thing 1\.5 \(MIT\).*packaging/licences/thing\.txt"):
        licences.write_distribution(wheel, folder)
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "thing.txt").write_text("as its author says", encoding="utf-8")
    monkeypatch.setattr(licences, "KEPT", kept)
    folder.mkdir()
    assert "as its author says" in text_of(folder, licences.write_distribution(wheel, folder))


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: Apache-2.0 OR MIT\nLicense: other", "Apache-2.0 OR MIT"),
        ("License: BSD 3-Clause", "BSD 3-Clause"),
        ("License: Granted\n        to all\nClassifier: License :: OSI Approved :: MIT License", "MIT License"),
        ("Classifier: Topic :: Office/Business", ""),
    ],
)
def test_the_declared_licence(metadata, licence, tmp_path):
    assert licences.declared_licence(Wheel(tmp_path, f"Name: thing\n{metadata}", {})) == licence


@needs_dpkg
@pytest.mark.skipif(LIBC is None, reason="no C library where Debian has it")
def test_a_system_library_comes_with_its_package_s_copyright_file(folder, tmp_path):
    folder.mkdir()
    notices = by_name(collect_system([LIBC, tmp_path / "libnone.so.1"], folder))
    assert "libc6" in notices
    text = text_of(folder, notices["libc6"])
    assert "apt-get source glibc=" in text
    assert "Free Software Foundation" in text
    assert ":" not in notices["libc6"].file
    assert "GNU LESSER" in text_of(folder, notices["LGPL-2.1"]), "the file only refers to it"


def test_without_dpkg_the_system_has_no_notices(folder, monkeypatch):
    monkeypatch.setattr(licences.shutil, "which", lambda _name: None)
    assert collect_system([Path("/usr/lib/libz.so.1")], folder) == []


@pytest.mark.skipif(importlib.util.find_spec("fontTools") is None, reason="fontTools is for builds only")
@pytest.mark.skipif(not SOURCE.exists(), reason="fonts-noto-cjk is not installed")
def test_the_font_comes_with_its_licence(folder):
    notice = by_name(collect([], folder, with_font=True))["Jiehua Sans SC"]
    assert (notice.version, notice.licence) == ("2.004", "OFL-1.1")
    text = text_of(folder, notice)
    assert "© 2014-2021 Adobe" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
