"""What tools/bootstrap.py decides; what it does to a machine is seen on a bare one, by CI."""

import importlib.util
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
TOOL = ROOT / "tools" / "bootstrap.py"
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux needs this")


def _load():
    specification = importlib.util.spec_from_file_location("bootstrap", TOOL)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


bootstrap = _load()


@pytest.fixture
def project(tmp_path):
    """A folder laid out like the project, with the tool in it and little else."""
    (tmp_path / "tools").mkdir()
    shutil.copy(TOOL, tmp_path / "tools")
    return tmp_path


def _run_tool(project, *arguments):
    command = [sys.executable, project / "tools" / "bootstrap.py", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


# --- system packages


def test_a_library_is_had_from_its_package_and_none_is_asked_for_twice():
    sonames = ["libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0"]
    assert bootstrap.packages_for(sonames) == [("libegl1",), ("libglib2.0-0t64", "libglib2.0-0")]


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        ({"libglib2.0-0"}, "libglib2.0-0"),
        ({"libglib2.0-0", "libglib2.0-0t64"}, "libglib2.0-0t64"),
        (set(), "libglib2.0-0"),  # lists never refreshed: the newer release still answers to the old name
    ],
)
def test_a_renamed_package_goes_by_the_name_that_the_release_knows(known, chosen):
    assert bootstrap.choose_name(bootstrap.GLIB, known.__contains__) == chosen


@linux_only
def test_only_what_the_linker_cannot_load_is_missing():
    assert bootstrap.missing_libraries(["libc.so.6", "libnobody-has-this.so.7"]) == ["libnobody-has-this.so.7"]


@linux_only
@pytest.mark.skipif(shutil.which("ldd") is None, reason="needs ldd")
def test_nothing_that_qt_links_against_is_missing_after_set_up():
    qt = Path(pytest.importorskip("PySide6").__file__).parent / "Qt"
    modules = ("Core", "Gui", "Widgets", "DBus", "Network", "PrintSupport", "Svg", "Xml")
    files = [qt / "lib" / f"libQt6{name}.so.6" for name in modules]
    files += [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "wayland", "xcb")]
    for folder in ("imageformats", "iconengines", "xcbglintegrations", "wayland-shell-integration"):
        files += sorted((qt / "plugins" / folder).glob("*.so"))
    files = [file for file in files if file.name != "libqpdf.so"]  # its Qt module is in another package
    needed = subprocess.run(["ldd", *files], capture_output=True, encoding="utf-8", check=True).stdout
    assert set(re.findall(r"(\S+) => not found", needed)) == set()


@pytest.mark.parametrize(
    ("user", "sudo", "prefix"), [(0, False, []), (1000, True, ["sudo", "-n"]), (1000, False, None)]
)
def test_packages_are_installed_by_root_or_through_a_sudo_that_asks_nothing(user, sudo, prefix):
    assert bootstrap.elevation(user, lambda: sudo) == prefix


@pytest.mark.parametrize(("has_sudo", "start"), [(True, ["sudo", "sh", "-c"]), (False, ["su", "-", "-c"])])
def test_who_may_not_install_reads_exactly_one_command(has_sudo, start):
    message = bootstrap.by_hand_message(["libegl1", "fonts-noto-cjk"], has_sudo=has_sudo)
    commands = [line for line in message.splitlines() if "apt-get" in line]
    assert len(commands) == 1
    *words, script = shlex.split(commands[0])
    assert words == start
    assert script == "apt-get update && apt-get install -y --no-install-recommends libegl1 fonts-noto-cjk"


# --- screen


@linux_only
@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ""}, {"DISPLAY": ":54321"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-0"}],
)
def test_a_screen_nobody_serves_is_no_screen(environment):
    assert not bootstrap.has_screen(environment, "linux")


@linux_only
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_a_served_display_is_a_screen():
    with subprocess.Popen(["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        try:
            display = f":{int(server.stdout.readline())}"  # written once it serves
            assert bootstrap.has_screen({"DISPLAY": display}, "linux")
        finally:
            server.terminate()


@linux_only
def test_a_wayland_socket_is_a_screen_while_somebody_listens(tmp_path):
    by_name = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)}
    by_path = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(by_path["WAYLAND_DISPLAY"])
        compositor.listen()
        assert bootstrap.has_screen(by_name, "linux")
        assert bootstrap.has_screen(by_path, "linux")
    assert not bootstrap.has_screen(by_name, "linux")
    assert not bootstrap.has_screen(by_path, "linux")


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_there_is_always_a_screen(platform):
    assert bootstrap.has_screen({}, platform)


# --- virtual environment


def test_the_fingerprint_changes_with_what_is_installed(tmp_path):
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    first = bootstrap.fingerprint(tmp_path, "3.11")
    assert bootstrap.fingerprint(tmp_path, "3.11") == first
    seen = {first, bootstrap.fingerprint(tmp_path, "3.12")}
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("two", encoding="utf-8")
        seen.add(bootstrap.fingerprint(tmp_path, "3.11"))
    assert len(seen) == 4


def test_a_stamp_reads_back_as_it_was_written(tmp_path):
    stamp = bootstrap.Stamp("abc", frozenset({"build", "dev"}), has_font=True)
    bootstrap.write_stamp(stamp, tmp_path / "stamp")
    assert bootstrap.read_stamp(tmp_path / "stamp") == stamp


@pytest.mark.parametrize("content", ["", "{}", "[]", "nonsense", '{"fingerprint": "a", "extras": 1, "has_font": true}'])
def test_a_stamp_that_says_nothing_means_nothing_is_installed(tmp_path, content):
    (tmp_path / "stamp").write_text(content, encoding="utf-8")
    assert bootstrap.read_stamp(tmp_path / "stamp") == bootstrap.Stamp()
    assert bootstrap.read_stamp(tmp_path / "absent") == bootstrap.Stamp()


@pytest.mark.skipif(os.name == "nt", reason="lays out an environment as POSIX systems do")
def test_an_environment_is_kept_only_while_it_serves(tmp_path):
    venv, moved = tmp_path / "venv", tmp_path / "moved"
    assert bootstrap.environment_fault(venv) == "missing"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    assert bootstrap.environment_fault(venv) == "broken"  # no pip yet
    (venv / "bin" / "pip").write_text(f"#!{venv}/bin/python\n", encoding="utf-8")
    assert bootstrap.environment_fault(venv) is None

    shutil.copytree(venv, moved, symlinks=True)
    assert bootstrap.environment_fault(moved) == "moved here from another folder"

    (venv / "installing").touch()
    assert bootstrap.environment_fault(venv) == "left half installed"
    (venv / "installing").unlink()

    (venv / "bin" / "python").unlink()
    (venv / "bin" / "python").symlink_to("/nowhere/python")
    assert bootstrap.environment_fault(venv) == "broken"


def test_pip_without_a_network_is_not_reported_as_a_conflict_of_versions():
    log = "WARNING: Retrying (total=0) after connection broken by 'X'\nERROR: ResolutionImpossible: for help visit"
    assert "network" in bootstrap.pip_verdict(log)
    assert "network" not in bootstrap.pip_verdict("ERROR: No matching distribution found for nothing==1")


# --- commands, and the files they go by


def test_an_unknown_command_is_answered_with_the_known_ones(project):
    done = _run_tool(project, "dance")
    assert done.returncode == 2
    assert all(command in done.stderr for command in bootstrap.COMMANDS)


def test_a_failure_that_can_be_foreseen_ends_in_a_sentence(project):
    done = _run_tool(project, "constraints")  # there is no pyproject.toml
    assert done.returncode == 1
    assert "pyproject.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_clean_takes_what_can_be_made_again_and_nothing_else(project):
    gone = ["build/demo", "dist", ".ruff_cache", "tests/__pycache__", "jiebei_desktop/ui/__pycache__"]
    kept = [".venv/lib/__pycache__", ".hypothesis", "resources", "jiebei_desktop/ui"]
    for name in gone + kept:
        (project / name).mkdir(parents=True, exist_ok=True)
    assert _run_tool(project, "clean").returncode == 0
    assert [name for name in gone if (project / name).exists()] == []
    assert [name for name in kept if not (project / name).exists()] == []


def test_every_requirement_is_pinned_to_a_version_that_it_allows():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned: dict[str, list[str]] = {}
    for pin in (Requirement(line) for line in lines if not line.startswith("#")):
        pinned.setdefault(pin.name, []).extend(each.version for each in pin.specifier)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    required = [*project["build-system"]["requires"], *project["project"]["dependencies"], *bootstrap.OTHER_SYSTEMS]
    for extra in project["project"]["optional-dependencies"].values():
        required += extra
    for requirement in map(Requirement, required):
        versions = pinned[canonicalize_name(requirement.name)]  # more than one where systems differ
        assert all(map(requirement.specifier.contains, versions)), requirement
    assert "://" not in "".join(lines)


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_by_itself_lists_every_target():
    help_text = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert set(re.findall(r"^make (\S+)", help_text, re.MULTILINE)) == {"help", *bootstrap.COMMANDS}
