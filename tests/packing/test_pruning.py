"""What goes along into a packed program, and that nothing which was left out is ever imported."""

import ast
from pathlib import Path

import pytest

from tools.packing.pruning import (
    EXCLUDED,
    LOOSE,
    PLUGINS,
    is_stripped,
    is_wanted,
    plugin_of,
    reached,
    with_targets,
)

ROOT = Path(__file__).parents[2]
PLACE = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    ("destination", "plugin"),
    [
        (f"{PLACE}/platforms/libqxcb.so", ("platforms", "qxcb")),
        ("PySide6\\plugins\\platforms\\qwindows.dll", ("platforms", "qwindows")),
        (f"{PLACE}/styles/libqmacstyle.dylib", ("styles", "qmacstyle")),
        ("PySide6/Qt/lib/libQt6Core.so.6", None),
        ("jiebei_desktop/plugins/own.so", None),
    ],
)
def test_a_plug_in_is_told_by_its_place(destination, plugin):
    assert plugin_of(destination) == plugin


@pytest.mark.parametrize(
    ("destination", "wanted"),
    [
        (f"{PLACE}/platforms/libqxcb.so", True),
        (f"{PLACE}/platforms/libqeglfs.so", False),
        (f"{PLACE}/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        (f"{PLACE}/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        (f"{PLACE}/printsupport/libcupsprintersupport.so", True),
        (f"{PLACE}/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6\\translations\\qtbase_de.qm", False),
        ("PySide6/Qt/qml/QtQuick/plugin.so", False),
        ("numpy/core/plugins.so", True),
        ("pypinyin/pinyin_dict.json", True),
        ("pypinyin/phrases_dict.json", False),
    ],
)
def test_what_is_wanted_is_told_by_its_name(destination, wanted):
    assert is_wanted(destination) is wanted


@pytest.mark.parametrize(
    ("place", "stripped"),
    [
        ("_internal/libpython3.11.so.1.0", True),
        ("_internal/python3.11/lib-dynload/_decimal.cpython-311-x86_64-linux-gnu.so", True),
        ("_internal/cryptography/hazmat/bindings/_rust.abi3.so", True),
        ("_internal/numpy.libs/libscipy_openblas64_-32a4b2a6.so", False),
        ("jiebei-desktop", False),  # it has the modules at its end
    ],
)
def test_symbols_go_where_that_is_safe(place, stripped):
    assert is_stripped(place) is stripped


def test_only_libraries_that_something_still_reaches_go_along():
    core, gui, network = (f"PySide6/Qt/lib/libQt6{name}.so.6" for name in ("Core", "Gui", "Network"))
    links = {
        "/QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
        "/qxcb": ["libxcb-cursor.so.0"],
        "/gui": ["libQt6Core.so.6"],
        "/printing": ["libcups.so.2"],
        "/cups": ["libgnutls.so.30"],
    }
    entries = [
        ("PySide6/QtGui.abi3.so", "/QtGui.abi3.so", "EXTENSION"),
        (f"{PLACE}/platforms/libqxcb.so", "/qxcb", "BINARY"),
        (gui, "/gui", "BINARY"),
        (core, "/core", "BINARY"),
        (network, "/network", "BINARY"),
        ("libxcb-cursor.so.0", "/cursor", "BINARY"),
        ("libssl.so.3", "/ssl", "BINARY"),
        (f"{PLACE}/printsupport/libcupsprintersupport.so", "/printing", "BINARY"),
        ("libcups.so.2", "/cups", "BINARY"),
        ("libgnutls.so.30", "/gnutls", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
        ("numpy.libs/libopenblas.so", "/blas", "BINARY"),
    ]
    kept = {entry[1] for entry in reached(entries, lambda path: links.get(path, []))}
    assert kept == {"/QtGui.abi3.so", "/qxcb", "/gui", "/core", "/cursor", "/printing", "/python", "/blas"}


def test_links_go_with_what_they_lead_to():
    library = ("PySide6/Qt/lib/libQt6Core.so.6", "/core", "BINARY")
    link = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    loose = ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK")
    data = ("README", "/README", "DATA")
    assert with_targets([link, loose, data], [library]) == [link, data]


def imported() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "jiebei_desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_the_program_imports_nothing_that_is_left_out():
    left_out = {name for name in imported() for each in EXCLUDED if name == each or name.startswith(f"{each}.")}
    assert left_out == set()


def test_every_plug_in_folder_is_one_that_qt_has():
    import PySide6

    places = [Path(PySide6.__file__).parent / part for part in ("Qt/plugins", "plugins")]
    there = {folder.name for place in places if place.is_dir() for folder in place.iterdir()}
    only_elsewhere = {"styles"}  # on macOS and Windows
    assert set(PLUGINS) - there <= only_elsewhere


def test_what_a_start_needs_is_loose():
    assert {"jiebei_desktop", "pydantic"} <= set(LOOSE)
