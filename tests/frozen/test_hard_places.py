"""The packed program where it has it hard: each of these once made a packed program somewhere fail."""

import ctypes
import json
import marshal
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from ctypes.util import find_library
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest
from PyInstaller.archive.readers import CArchiveReader

from jiebei_desktop import __version__
from tools.packing.pruning import EXCLUDED

on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux has these places")
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("unshare") is None, reason="needs root and unshare"
)
NO_FONTS = "<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"


def passed(done: subprocess.CompletedProcess[str]) -> bool:
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in {f"自检通过（{__version__}）", f"The self-test passed ({__version__})"}
    return done.returncode == 0


def test_from_another_folder(program, run):
    assert passed(run(program, "--selftest"))


def test_at_a_place_with_chinese_and_spaces_in_its_name(copied, run):
    assert passed(run(copied, "--selftest"))


def test_for_a_user_with_a_chinese_name(program, run, tmp_path):
    home = tmp_path / "家" / "王小明"
    home.mkdir(parents=True)
    assert passed(run(program, "--selftest", HOME=str(home), USER="王小明", TMPDIR=str(home)))


@pytest.mark.parametrize("home", [None, "/nowhere/to/be/found"])
def test_without_a_home(program, run, home):
    assert passed(run(program, "--selftest", HOME=home))


@on_linux
@as_root
def test_without_a_home_and_unknown_to_the_system(program, run, tmp_path):
    tmp_path.chmod(0o777)
    for parent in tmp_path.parents[:3]:
        parent.chmod(parent.stat().st_mode | 0o055)
    before = ("setpriv", "--reuid=31415", "--regid=31415", "--clear-groups")
    assert passed(run(program, "--selftest", before=before, HOME=None, TMPDIR=str(tmp_path)))


@on_linux
@as_root
def test_in_a_folder_that_cannot_be_written_to(copied, run):
    """Not even by root: in a name space of its own the folder is mounted for reading only."""
    folder = copied.parent
    script = f'mount --bind "{folder}" "{folder}" && mount -o remount,ro,bind "{folder}" && exec "$@"'
    check = f'touch "{folder}/x" 2>/dev/null && exit 9; exec "$@"'
    before = ("unshare", "--mount", "sh", "-c", script, "sh", "sh", "-c", check, "sh")
    assert passed(run(copied, "--selftest", before=before))


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_GB.ISO-8859-1", "xx_YY"])
def test_in_any_language(program, run, locale):
    assert passed(run(program, "--selftest", LANG=locale, LC_ALL=locale, LANGUAGE=None))


@on_linux
def test_without_a_font_chinese_is_drawn_all_the_same(program, run, tmp_path):
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(folder=tmp_path), encoding="utf-8")
    done = run(program, "--selftest", FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert passed(done)
    assert "中文用 Jiehua Sans SC 显示" in done.stdout
    drawn = tmp_path / "drawn"
    done = run(program, "demo", "--out", str(drawn), FONTCONFIG_FILE=str(tmp_path / "fonts.conf"))
    assert done.returncode == 0, done.stderr
    assert (drawn / "loans-light-zh-1280x800.png").stat().st_size > 50_000


@on_linux
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs xvfb")
def test_without_a_graphics_card(program, run):
    """On a real X server that has no OpenGL: a window only needs pixels."""
    before = ("xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x1024x24 -extension GLX")
    done = run(program, "--exit-after-first-paint", before=before)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
    assert "GL" not in done.stderr


@on_linux
@pytest.mark.skipif(shutil.which("weston") is None, reason="needs weston")
def test_on_wayland(program, run, tmp_path):
    """The plug-ins for it are among those that stayed."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    command = ["weston", "--backend=headless-backend.so", "--shell=kiosk-shell.so", "--socket=wayland-7"]
    surroundings = {**os.environ, "XDG_RUNTIME_DIR": str(folder)}
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.STDOUT, stdout=subprocess.PIPE) as screen:
        try:
            assert any(b"kiosk-shell.so" in line for line in screen.stdout)  # loaded when the socket is there
            on_it = {
                "XDG_RUNTIME_DIR": str(folder),
                "WAYLAND_DISPLAY": "wayland-7",
                "QT_LOGGING_RULES": "qt.qpa.*=true",
            }
            done = run(program, "--exit-after-first-paint", **on_it)
        finally:
            screen.kill()
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 0
    assert "Using the 'xdg-shell' shell integration" in done.stderr


def test_two_at_a_time(program, run):
    with ThreadPoolExecutor(2) as pool:
        assert all(pool.map(lambda _: passed(run(program, "--selftest")), range(2)))


def test_it_calculates_without_qt(program, run, tmp_path):
    terms = {"product": "jiebei", "principal": "100", "rate": "0.00035", "periods": 12, "start_date": "2023-04-15"}
    request = tmp_path / "requests.json"
    request.write_text(json.dumps([{"id": 1, "kind": "schedule", "terms": terms}]), encoding="utf-8")
    done = run(program, "calc", str(request))
    assert done.stderr == ""
    assert json.loads(done.stdout)[0]["totals"]["interest"] == "7.08"  # per 100 yuan: ieqm.com, 2023-04-15


@on_linux
def test_nothing_links_against_the_network_or_a_library_under_the_gpl(program):
    names = {path.name for path in program.parent.rglob("*")}
    tls = ("libssl", "libcrypto", "_ssl", "_hashlib", "libgnutls")
    unwanted = (*tls, "libQt6Network", "libreadline", "libgtk", "libQt6Qml")
    assert not [name for name in names if name.startswith(unwanted)]
    assert not [path for path in program.parent.rglob("*") if path.is_symlink() and not path.exists()]


SEALING = """
import sys
from pathlib import Path

sys.modules.update(dict.fromkeys(sys.argv[2].split(",")))
sys.path.insert(0, sys.argv[1])
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

key = Argon2id(salt=bytes(16), length=32, iterations=3, lanes=4, memory_cost=64 * 1024).derive("密码".encode())
sealed = AESGCM(key).encrypt(bytes(12), b"plan", b"head")
assert AESGCM(key).decrypt(bytes(12), sealed, b"head") == b"plan"
try:
    AESGCM(key).decrypt(bytes(12), sealed, b"another head")
except InvalidTag:
    print(key.hex())
brought = [module.__file__ for name, module in sys.modules.items() if name.startswith(("cryptography", "_cffi"))]
assert all(Path(file).is_relative_to(sys.argv[1]) for file in brought), brought
"""
KEY = "a12305bd2a129728ece86b6fc574cd9fbda75f4bc1d4c1b893fc6452200eb36d"  # so says argon2-cffi, too


def test_a_password_needs_nothing_that_was_left_out(program, tmp_path):
    """What was packed of cryptography, and nothing else of it, in a Python that has only its own library."""
    whole = CArchiveReader(str(program))
    modules = whole.open_embedded_archive("PYZ.pyz")
    for name, (kind, *_) in modules.toc.items():
        if name.partition(".")[0] == "cryptography":
            path = tmp_path.joinpath(*name.split("."), *(["__init__"] if kind else [])).with_suffix(".pyc")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(MAGIC_NUMBER + bytes(12) + marshal.dumps(modules.extract(name)))
    inside = program.parent / "_internal"
    for library in (*inside.glob("_cffi_backend*"), *(inside / "cryptography").rglob("_rust*")):
        shutil.copy(library, tmp_path / library.relative_to(inside))
    command = [sys.executable, "-I", "-S", "-c", SEALING, tmp_path, ",".join(EXCLUDED)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.stderr, done.stdout) == ("", f"{KEY}\n")


@on_linux
def test_it_still_types_chinese(program):
    """The plug-in for ibus, which fcitx speaks, too, and what it links against can be loaded."""
    plugins = program.parent / "_internal" / "PySide6" / "Qt" / "plugins" / "platforminputcontexts"
    found = {path.name for path in plugins.iterdir()}
    assert found == {"libcomposeplatforminputcontextplugin.so", "libibusplatforminputcontextplugin.so"}
    for name in found:
        ctypes.CDLL(str(plugins / name))


@on_linux
@pytest.mark.skipif(find_library("cups") is None, reason="needs the library of a printing service")
def test_it_still_prints(program):
    """By the machine's own library: it has to fit the machine's printing service."""
    ctypes.CDLL(str(program.parent / "_internal/PySide6/Qt/plugins/printsupport/libcupsprintersupport.so"))
    assert not list(program.parent.rglob("libcups*.so.2"))


def test_every_licence_is_there(program):
    folder = program.parent / "_internal" / "jiebei_desktop" / "resources" / "licences"
    listed = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    names = {entry["name"] for entry in listed}
    assert {
        "Qt",
        "GNU LGPL",
        "GNU GPL",
        "numpy",
        "pydantic",
        "highspy",
        "PySide6_Essentials",
        "Jiehua Sans SC",
        "cryptography",
        "cffi",
        "OpenSSL",
    } <= names
    for entry in listed:
        assert Path(folder, entry["file"]).stat().st_size > 100, entry
