"""The Windows version resource: what it says, and that PyInstaller can read it."""

import ast
import sys
from types import ModuleType

import pytest

from jiebei_desktop import __version__
from tools.packing.version_info import numbers, version_text, write


def strings(text: str) -> dict[str, str]:
    """Return the texts of the resource as the Python expression has them."""
    calls = [node for node in ast.walk(ast.parse(text, mode="eval")) if isinstance(node, ast.Call)]
    pairs = [call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id == "StringStruct"]
    return {ast.literal_eval(key): ast.literal_eval(value) for key, value in pairs}


@pytest.mark.parametrize(
    ("version", "four"),
    [
        ("0.1.0", (0, 1, 0, 0)),
        ("2", (2, 0, 0, 0)),
        ("1.2.3.4", (1, 2, 3, 4)),
        ("0.2.0.dev3", (0, 2, 0, 0)),
        ("1.0rc1", (1, 0, 0, 0)),
    ],
)
def test_a_version_becomes_four_numbers(version, four):
    assert numbers(version) == four


@pytest.mark.parametrize("version", ["", "beta", "70000.0"])
def test_what_windows_cannot_hold_is_refused(version):
    with pytest.raises(ValueError, match="version"):
        numbers(version)


def test_the_texts():
    found = strings(version_text("0.2.0rc1"))
    assert found["ProductName"] == found["FileDescription"] == "借花规划"
    assert found["ProductVersion"] == found["FileVersion"] == "0.2.0rc1"
    assert found["OriginalFilename"] == "jiebei-desktop.exe"
    assert "not connected with Ant Group" in found["CompanyName"]


def test_the_language_is_simplified_chinese_in_unicode():
    text = version_text("0.2.0")
    assert "StringTable('080404B0'" in text
    assert "VarStruct('Translation', [2052, 1200])" in text


def test_the_file_is_written_where_it_is_wanted(tmp_path):
    path = write(tmp_path / "build" / "version.txt")
    assert strings(path.read_text(encoding="utf-8"))["FileVersion"] == __version__


def test_pyinstaller_reads_it(tmp_path, monkeypatch):
    compat = pytest.importorskip("PyInstaller.compat", reason="PyInstaller is for builds only")
    # Its module looks for things of Windows that reading a file needs none of.
    if sys.platform != "win32":
        monkeypatch.setattr(compat, "win32api", None, raising=False)
        monkeypatch.setitem(sys.modules, "pefile", ModuleType("pefile"))
    from PyInstaller.utils.win32 import versioninfo

    read = versioninfo.load_version_info_from_text_file(write(tmp_path / "version.txt", "1.2.3"))
    assert (read.ffi.fileVersionMS, read.ffi.fileVersionLS) == (1 << 16 | 2, 3 << 16)
    table, translation = read.kids[0].kids[0], read.kids[1].kids[0]
    assert table.name == "080404B0"
    assert {entry.name: entry.val for entry in table.kids}["ProductName"] == "借花规划"
    assert translation.kids == [0x0804, 1200]
