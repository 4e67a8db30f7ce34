#!/usr/bin/env python3
"""Set the project up and run its commands; the Makefile hands every target to this file.

It needs nothing but Python's own library, since it runs before anything is installed. The order of a set-up is
system packages, virtual environment, Python packages, Chinese font: each step looks first and acts only on what is
missing, so a second call finds nothing to do and an interrupted one is finished by the next.
"""

import functools
import hashlib
import importlib.util
import io
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

# Checked here and not in main(): the annotations below do not even load on the Pythons this line is meant for.
MINIMUM_PYTHON = (3, 11)
if sys.version_info < MINIMUM_PYTHON:
    sys.exit(
        "需要 Python 3.11 或更新的版本，这里是 {0}.{1}：请用 PYTHON=… 指定 / Python 3.11 or newer is needed, this is "
        "{0}.{1}: name one with PYTHON=…, as in make run PYTHON=python3.12".format(*sys.version_info[:2])
    )

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
PACKED = ROOT / "dist" / "jiebei-desktop" / ("jiebei-desktop-cli.exe" if os.name == "nt" else "jiebei-desktop")
CONSTRAINTS = "constraints.txt"
STAMP = VENV / "set-up.json"
# There while pip writes: an environment that still has it was left half installed and is made anew.
UNFINISHED = VENV / "installing"

RUNNING_PYTHON = "{}.{}".format(*sys.version_info[:2])
ON_LINUX = sys.platform.startswith("linux")
CODE_FOLDERS = ("jiebei_desktop", "tests", "tools", "benchmarks", "packaging")
CACHES = ("build", "dist", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache")
PAGES_IN_README = ("compare", "late", "loans", "rules", "budget", "payoff", "stress")
README_PICTURES = {f"{page}-zh.png": f"{page}-light-zh-1280x800.png" for page in PAGES_IN_README} | {
    "compare-en-dark.png": "compare-dark-en-1280x800.png"
}
LAST_LINES = 15
SCREEN_SECONDS = 10
EXIT_USAGE, EXIT_INTERRUPTED, EXIT_TERMINATED = 2, 130, 143

# What Qt's libraries and its xcb, Wayland and offscreen plugins link against and do not bring along (as ldd tells),
# each with the Debian package that holds it. Where a package was renamed the newer name stands first. Kerberos is
# for Qt's network library: the program has no use for it, but Qt's own tools and PyInstaller load it.
GLIB = ("libglib2.0-0t64", "libglib2.0-0")
QT_LIBRARIES: dict[str, tuple[str, ...]] = {
    "libstdc++.so.6": ("libstdc++6",),
    "libz.so.1": ("zlib1g",),
    "libzstd.so.1": ("libzstd1",),
    "libglib-2.0.so.0": GLIB,
    "libgthread-2.0.so.0": GLIB,
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libfreetype.so.6": ("libfreetype6",),
    "libbrotlidec.so.1": ("libbrotli1",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libEGL.so.1": ("libegl1",),
    "libGL.so.1": ("libgl1",),
    "libX11.so.6": ("libx11-6",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb.so.1": ("libxcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxcb-glx.so.0": ("libxcb-glx0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render.so.0": ("libxcb-render0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-shm.so.0": ("libxcb-shm0",),
    "libxcb-sync.so.1": ("libxcb-sync1",),
    "libxcb-util.so.1": ("libxcb-util1",),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
    "libwayland-client.so.0": ("libwayland-client0",),
    "libwayland-cursor.so.0": ("libwayland-cursor0",),
    "libwayland-egl.so.1": ("libwayland-egl1",),
}
CHINESE_FONT = ("fonts-noto-cjk",)
BROUGHT_FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")  # of that package

# Needed by our tools on other systems only, so the resolver does not meet them here; pinned all the same.
OTHER_SYSTEMS = ("colorama", "macholib", "pefile", "pywin32-ctypes")
# The last version with wheels for a system that newer ones have none for: which system that is, and which it is not.
LAST_WHEELS = {
    "cryptography": (
        '48.0.1; sys_platform == "darwin" and platform_machine == "x86_64"',
        'sys_platform != "darwin" or platform_machine != "x86_64"',
    ),
}

# The probes run in a process of their own: a library that crashes or hangs while it loads must not take us along,
# and a process that has failed to load a library may not see it after it was installed.
LIBRARY_PROBE = """
import ctypes, sys
for soname in sys.argv[1:]:
    try:
        ctypes.CDLL(soname)
    except OSError:
        print(soname)
"""
SCREEN_PROBE = """
import ctypes, sys
xcb = ctypes.CDLL("libxcb.so.1")
xcb.xcb_connect.restype = ctypes.c_void_p
xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
sys.exit(xcb.xcb_connection_has_error(xcb.xcb_connect(None, None)))
"""
FONT_PROBE = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
application = QGuiApplication([])
print(len(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)))
"""


class SetUpError(Exception):
    """The machine cannot be set up; the message says why and what to do about it."""


class Stamp(NamedTuple):
    """What the environment was last set up with."""

    fingerprint: str = ""
    extras: frozenset[str] = frozenset()
    has_font: bool = False


def say(chinese: str, english: str) -> None:
    """Print one line in both languages."""
    print(f"{chinese} / {english}", flush=True)


def last_lines(output: str, count: int = LAST_LINES) -> str:
    """Return the end of a program's output: the part that tells why it failed."""
    return "\n".join(output.strip().splitlines()[-count:])


def capture(
    command: Iterable[str | Path], environment: Mapping[str, str] | None = None, timeout: float | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program with nothing on its standard input and keep what it prints, errors included."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )


def start(*command: str | Path, offscreen: bool = False) -> int:
    """Run one of the project's programs on our terminal and return its exit status."""
    environment = _environment_for_programs(offscreen=offscreen)
    status = subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode
    return status if status >= 0 else 128 - status


def hand_over(*command: str | Path, offscreen: bool = False) -> int:
    """Become one of the project's programs, so that a signal reaches it and it ends in its own time."""
    if os.name == "posix":
        sys.stdout.flush()
        os.chdir(ROOT)
        words = [str(part) for part in command]
        os.execve(words[0], words, _environment_for_programs(offscreen=offscreen))  # noqa: S606 - no shell is wanted
    return start(*command, offscreen=offscreen)


def _environment_for_programs(*, offscreen: bool) -> dict[str, str]:
    return {**({"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}), **os.environ}


# --- system packages -------------------------------------------------------------------------------------------------


def missing_libraries(sonames: Iterable[str]) -> list[str]:
    """Return those of the shared libraries that the dynamic linker cannot load."""
    probe = capture([sys.executable, "-I", "-c", LIBRARY_PROBE, *sonames])
    if probe.returncode:
        raise SetUpError(f"{last_lines(probe.stdout)}\n系统库查不了 / The system libraries could not be checked")
    return probe.stdout.split()


def packages_for(sonames: Iterable[str]) -> list[tuple[str, ...]]:
    """Return the Debian packages that hold the libraries, each as its possible names, none twice."""
    return list(dict.fromkeys(QT_LIBRARIES[soname] for soname in sonames))


def choose_name(names: tuple[str, ...], exists: Callable[[str], bool]) -> str:
    """Return the first name that the package lists know, else the oldest one, which newer releases also provide."""
    return next((name for name in names[:-1] if exists(name)), names[-1])


def apt_knows(name: str) -> bool:
    """Tell whether apt could install a package of exactly this name."""
    candidate = re.search(r"Candidate: (\S+)", capture(["apt-cache", "policy", name], _plain_environment()).stdout)
    return candidate is not None and candidate[1] != "(none)"


def elevation(user: int, sudo_works: Callable[[], bool]) -> list[str] | None:
    """Return what goes before a command that installs packages, or None where we may not install any."""
    if user == 0:
        return []
    return ["sudo", "-n"] if sudo_works() else None


@functools.cache
def sudo_works() -> bool:
    """Tell whether sudo lets us through without asking for a password."""
    return shutil.which("sudo") is not None and capture(["sudo", "-n", "true"]).returncode == 0


def install_script(names: Iterable[str]) -> str:
    """Return what root's shell has to run; without fresh package lists there may be nothing to install from."""
    return f"apt-get update && apt-get install -y --no-install-recommends {' '.join(names)}"


def command_by_hand(names: Iterable[str], *, has_sudo: bool) -> str:
    """Return the one command, with one password to give, that installs the packages when a person runs it."""
    script = shlex.quote(install_script(names))
    return f"sudo sh -c {script}" if has_sudo else f"su - -c {script}"


def by_hand_message(names: Iterable[str], *, has_sudo: bool) -> str:
    """Return what a person reads who has to install the packages."""
    return (
        "缺少系统软件包，这里无权安装。请运行下面这一条命令，然后再来一次。 / "
        "System packages are missing and may not be installed from here: run this one command, then try again.\n\n"
        f"    {command_by_hand(names, has_sudo=has_sudo)}\n"
    )


def install_system_packages(packages: Collection[tuple[str, ...]], chinese: str, english: str) -> None:
    """Install Debian packages, or stop with the one command that does."""
    prefix = elevation(os.geteuid(), sudo_works)
    if prefix is None:
        names = [choose_name(package, apt_knows) for package in packages]
        raise SetUpError(by_hand_message(names, has_sudo=shutil.which("sudo") is not None))
    shown = ", ".join(package[-1] for package in packages)
    if len(shown) > 60:
        shown = shown[:60].rpartition(", ")[0] + ", …"
    say(f"安装 {len(packages)} 个系统软件包：{chinese}", f"Installing {english}: {shown}")
    refreshed = _refresh_package_lists(tuple(prefix))
    names = [choose_name(package, apt_knows) for package in packages]
    installed = _apt_get(prefix, "install", "--yes", "--no-install-recommends", *names)
    if installed.returncode:
        # The lists matter only now: one broken source among many must not stop packages that are to be had.
        reasons = [last_lines(step.stdout, 5) for step in (refreshed, installed) if step.returncode]
        by_hand = command_by_hand(names, has_sudo=True) if prefix else install_script(names)
        raise SetUpError(
            "\n".join(reasons) + "\napt-get 没有装成，请检查网络，然后再来一次，或者手工运行： / "
            f"apt-get failed: check the network and try again, or run by hand:\n\n    {by_hand}\n"
        )


def _apt_get(prefix: Iterable[str], *arguments: str) -> subprocess.CompletedProcess[str]:
    # Through env, since sudo drops variables; the lock is often held for a moment by automatic updates.
    settings = ("DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8")
    options = ("--quiet", "-o", "DPkg::Lock::Timeout=120")
    return capture([*prefix, "env", *settings, "apt-get", *options, *arguments])


@functools.cache
def _refresh_package_lists(prefix: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    # Without the option a source that does not answer counts as success, and the reason is lost.
    return _apt_get(prefix, "update", "-o", "APT::Update::Error-Mode=any")


def _plain_environment() -> dict[str, str]:
    # apt-cache translates the word that we look for.
    return {**os.environ, "LC_ALL": "C"}


def has_apt() -> bool:
    """Tell whether this is a Debian-like machine."""
    return shutil.which("apt-get") is not None


def provide_system_packages(*, qt: bool, bundling: bool) -> None:
    """Install what has to come from the system: the means to make a virtual environment, and Qt's libraries."""
    missing = missing_libraries(QT_LIBRARIES) if ON_LINUX and qt else []
    packages = packages_for(missing)
    if environment_fault() and not can_make_environments():
        packages.insert(0, environment_package())
    if ON_LINUX and bundling:
        packages += bundling_packages()
    if not packages:
        return
    if not has_apt():
        raise SetUpError(
            f"缺少系统库 / Missing system libraries:\n    {' '.join(missing) or ' '.join(p[-1] for p in packages)}\n"
            "请用这个系统的软件包管理器安装，然后再来一次。 / "
            "Install them with the package manager of this distribution, then try again."
        )
    may_install = elevation(os.geteuid(), sudo_works) is not None
    if qt and not may_install and not fontconfig_has_chinese():
        # Whoever has to type a command types one: Qt cannot be asked about fonts yet, so take fontconfig's word.
        packages.append(CHINESE_FONT)
    install_system_packages(packages, "Python 和 Qt 要用", "what Python and Qt need from the system")
    still_missing = missing_libraries(missing)
    if still_missing:
        raise SetUpError(f"装过之后仍然缺少 / Still missing after the installation: {' '.join(still_missing)}")


def can_make_environments() -> bool:
    """Tell whether this Python can make a virtual environment with pip in it; Debian ships it without."""
    return importlib.util.find_spec("venv") is not None and importlib.util.find_spec("ensurepip") is not None


def environment_package() -> tuple[str, ...]:
    """Return the Debian package that lets this Python make virtual environments."""
    if not (ON_LINUX and has_apt() and sys.base_prefix == "/usr"):
        raise SetUpError(
            f"这个 Python 没有 venv 和 ensurepip，请换一个 / This Python has no venv and ensurepip, "
            f"name another one with PYTHON=…: {sys.executable}"
        )
    return (f"python{RUNNING_PYTHON}-venv",)


def bundling_packages() -> list[tuple[str, ...]]:
    """Return what a build needs beside Qt: the font to bring along, objdump, and Python as a shared library."""
    packages: list[tuple[str, ...]] = []
    if not BROUGHT_FONT.exists():
        packages.append(CHINESE_FONT)
    if shutil.which("objdump") is None:
        packages.append(("binutils",))
    library = sysconfig.get_config_var("INSTSONAME")
    if sysconfig.get_config_var("Py_ENABLE_SHARED") and sys.base_prefix == "/usr" and missing_libraries([library]):
        packages.append((f"libpython{RUNNING_PYTHON}t64", f"libpython{RUNNING_PYTHON}"))
    return packages


# --- Chinese font ----------------------------------------------------------------------------------------------------


def fontconfig_has_chinese() -> bool:
    """Tell whether fontconfig's own tool, where there is one, lists a font for simplified Chinese."""
    return shutil.which("fc-list") is not None and bool(capture(["fc-list", ":lang=zh-cn", "family"]).stdout.strip())


def qt_has_chinese() -> bool:
    """Tell whether Qt itself finds a font for simplified Chinese."""
    probe = capture([PYTHON, "-c", FONT_PROBE], {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    if probe.returncode:
        raise SetUpError(f"{last_lines(probe.stdout)}\nQt 启动不了 / Qt does not start")
    return probe.stdout.split()[-1] != "0"


def provide_font() -> None:
    """See to it that Chinese text is not drawn as boxes, and remember that it is not."""
    stamp = read_stamp()
    if stamp.has_font:
        return
    if not qt_has_chinese():
        if not has_apt():
            say("没有中文字体，文字会显示成方块，请装一个", "No Chinese font, text will show as boxes: install one")
            return
        install_system_packages([CHINESE_FONT], "显示中文要用", "a font for Chinese text")
        if not qt_has_chinese():
            raise SetUpError("装过之后 Qt 仍然找不到中文字体 / Qt still finds no Chinese font after the installation")
    write_stamp(stamp._replace(has_font=True))


# --- virtual environment ---------------------------------------------------------------------------------------------


def fingerprint(root: Path, python: str) -> str:
    """Return a digest that changes when the environment has to be installed anew."""
    digest = hashlib.sha256(python.encode())
    for name in ("pyproject.toml", CONSTRAINTS):
        digest.update(hashlib.sha256((root / name).read_bytes()).digest())
    return digest.hexdigest()


def read_stamp(path: Path = STAMP) -> Stamp:
    """Return what the environment was set up with; nothing, where that cannot be told."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Stamp(content["fingerprint"], frozenset(content["extras"]), content["has_font"])
    except (OSError, ValueError, KeyError, TypeError):
        return Stamp()


def write_stamp(stamp: Stamp, path: Path = STAMP) -> None:
    """Note what the environment is set up with."""
    content = {**stamp._asdict(), "extras": sorted(stamp.extras)}
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def environment_fault(venv: Path = VENV) -> str | None:
    """Return why the environment has to be made anew, or None where it serves."""
    scripts = venv / SCRIPTS.name
    if not venv.exists():
        return "missing"
    if (venv / UNFINISHED.name).exists():
        return "left half installed"
    try:
        python = capture([scripts / PYTHON.name, "-I", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        pip = (scripts / ("pip.exe" if os.name == "nt" else "pip")).read_bytes()
    except OSError:
        return "broken"
    if python.returncode:
        return "broken"
    if python.stdout.strip() != RUNNING_PYTHON:
        return f"made by Python {python.stdout.strip()}, this is {RUNNING_PYTHON}"
    # The scripts name their Python by its full path (on Windows in more than one spelling).
    if os.name != "nt" and os.fsencode(scripts) not in pip:
        return "moved here from another folder"
    return None


def provide_environment(extras: frozenset[str]) -> None:
    """Make the environment where it is missing or useless, and install the project with these extras in it."""
    fault = environment_fault()
    if fault:
        make_environment(fault)
    stamp = read_stamp()
    wanted = fingerprint(ROOT, RUNNING_PYTHON)
    if stamp.fingerprint == wanted:
        if extras <= stamp.extras:
            return
        # What other extras brought is still there and still right.
        extras |= stamp.extras
    install_project(extras)
    write_stamp(Stamp(wanted, extras))
    UNFINISHED.unlink(missing_ok=True)


def make_environment(fault: str) -> None:
    """Make an empty environment in place of whatever is there."""
    if fault == "missing":
        say("建立 .venv", "Creating .venv")
    else:
        say("重建 .venv", f"Rebuilding .venv ({fault})")
        shutil.rmtree(VENV)
    VENV.mkdir()
    UNFINISHED.touch()
    # Not sys.executable: that may be the very environment that was just removed.
    python = getattr(sys, "_base_executable", None) or sys.executable
    made = capture([python, "-m", "venv", VENV])
    if made.returncode:
        raise SetUpError(f"{last_lines(made.stdout)}\n.venv 建不成 / The virtual environment could not be made")


def install_project(extras: frozenset[str]) -> None:
    """Install the project itself and its dependencies at their pinned versions."""
    say("安装 Python 软件包，第一次要几分钟", "Installing Python packages, a few minutes the first time")
    target = f".[{','.join(sorted(extras))}]" if extras else "."
    log = VENV / "pip.log"
    log.unlink(missing_ok=True)
    options = ("--disable-pip-version-check", "--no-input", "--log", str(log))
    command = [str(PYTHON), "-m", "pip", "install", *options, "-c", CONSTRAINTS, "-e", target]
    # The option does not reach the build backend that pip fetches by itself, the variables do: the first in older
    # versions of pip, the second in newer ones.
    environment = dict(os.environ)
    for name in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"):
        environment[name] = f"{environment.get(name, '')} {CONSTRAINTS}".strip()
    UNFINISHED.touch()
    if sys.stdout.isatty():
        status, output = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode, ""
    else:
        quiet = capture([*command, "--quiet"], environment)
        status, output = quiet.returncode, f"{last_lines(quiet.stdout)}\n"
    if status > 0:
        # pip stopped by its own will and put back what it had begun, so the environment is still good.
        UNFINISHED.unlink(missing_ok=True)
    if status:
        written = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        raise SetUpError(output + pip_verdict(written))


def pip_verdict(log: str) -> str:
    """Return in a sentence why pip failed; it calls it a conflict of versions when it could not see any version."""
    if re.search(r"connection broken by|Failed to establish a new connection|Could not fetch URL", log):
        return (
            "pip 连不上软件包索引：请检查网络或代理，然后再来一次。 / "
            "pip could not reach the package index: check the network or the proxy, then try again."
        )
    return "pip 没有装成，原因见上面几行。 / pip failed, the lines above tell why."


def set_up(extras: Iterable[str] = (), *, qt: bool = True, bundling: bool = False) -> None:
    """Bring the machine to where the project runs; where it already is, neither pip nor apt is called."""
    provide_system_packages(qt=qt, bundling=bundling)
    provide_environment(frozenset(extras))
    if ON_LINUX and qt:
        provide_font()


# --- screen ----------------------------------------------------------------------------------------------------------


def has_screen(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window could be shown: a variable that names a screen nobody serves does not count."""
    if platform in {"darwin", "win32", "cygwin"}:
        return True
    return wayland_answers(environment) or x11_answers(environment)


def wayland_answers(environment: Mapping[str, str]) -> bool:
    """Tell whether somebody listens on the socket that WAYLAND_DISPLAY names."""
    name = environment.get("WAYLAND_DISPLAY", "")
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), name)  # a full path in the name wins, as in Wayland itself
    if not name or not path.is_absolute():
        return False
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(SCREEN_SECONDS)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def x11_answers(environment: Mapping[str, str]) -> bool:
    """Tell whether the X server that DISPLAY names lets us in."""
    if not environment.get("DISPLAY"):
        return False
    try:
        return capture([sys.executable, "-I", "-c", SCREEN_PROBE], environment, SCREEN_SECONDS).returncode == 0
    except subprocess.TimeoutExpired:
        return False


# --- commands --------------------------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Open the window; without a screen write the demonstration instead."""
    set_up()
    if has_screen(os.environ):
        return hand_over(PYTHON, "-m", "jiebei_desktop", *arguments)
    say("没有找到屏幕，改为运行演示，结果写到 build/demo", "No screen found: running the demo instead, into build/demo")
    return demo([])


def demo(arguments: list[str]) -> int:
    """Write the demonstration to build/demo."""
    set_up()
    return hand_over(PYTHON, "-m", "jiebei_desktop", "demo", "--out", "build/demo", *arguments, offscreen=True)


def screenshots(arguments: list[str]) -> int:
    """Write a picture of every page to build/screenshots, and those that the README shows to docs."""
    set_up()
    folder = ROOT / "build" / "screenshots"
    failed = start(PYTHON, "-m", "jiebei_desktop", "screenshots", "--out", folder, *arguments, offscreen=True)
    if not failed:
        for name, made in README_PICTURES.items():
            shutil.copyfile(folder / made, ROOT / "docs" / name)
    return failed


def test(arguments: list[str]) -> int:
    """Run the tests, on all processors."""
    set_up(["dev"])
    return hand_over(PYTHON, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *arguments, offscreen=True)


def lint(_arguments: list[str]) -> int:
    """Run every check of the code, whatever the ones before it say."""
    set_up(["dev"], qt=False)
    folders = code_folders()
    checks: list[tuple[str | Path, ...]] = [
        (PYTHON, "-m", "ruff", "check", *folders, "build.spec"),
        (PYTHON, "-m", "ruff", "format", "--check", *folders, "build.spec"),
        (PYTHON, "-m", "mypy"),
        (PYTHON, "-m", "mypy", "--platform", "linux", "tools"),  # some of it is for Linux only
        (SCRIPTS / "lint-imports", "--no-logo"),
    ]
    return max(start(*check) for check in checks)


def format_code(_arguments: list[str]) -> int:
    """Lay the code out, and mend what can be mended without thinking."""
    set_up(["dev"], qt=False)
    return max(
        start(PYTHON, "-m", "ruff", "check", "--fix-only", "--exit-zero", *code_folders(), "build.spec"),
        start(PYTHON, "-m", "ruff", "format", *code_folders(), "build.spec"),
    )


def bench(arguments: list[str]) -> int:
    """Run every benchmark."""
    set_up(["dev"])
    scripts = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    return max((start(PYTHON, script, *arguments, offscreen=True) for script in scripts), default=0)


def bundle(arguments: list[str]) -> int:
    """Pack the program with its Python into dist/, and let it test itself; arguments after `--` reach build.spec."""
    set_up(["build"], bundling=True)
    built = start(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec", *arguments)
    return built or start(PACKED, "--selftest")


def check_bundle(arguments: list[str]) -> int:
    """Try the packed program where it has it hard, and run the tests inside a packed Python."""
    set_up(["dev", "build"], bundling=True)
    if not PACKED.exists() and (failed := bundle([])):
        return failed
    failed = start(PYTHON, "-m", "pytest", "tests/frozen", *arguments, offscreen=True)
    return failed or start(PYTHON, "-m", "tools.packing.inside", *arguments, offscreen=True)


def package(_arguments: list[str]) -> int:
    """Make what people download for Linux out of the packed program."""
    return _with_packed("tools.packing.linux", "validate", "archive", "deb", "appdir")


def install(_arguments: list[str]) -> int:
    """Put the packed program under the user's own folders, where desktops find it."""
    return _with_packed("tools.packing.installing", "install")


def uninstall(_arguments: list[str]) -> int:
    """Take away what `install` put there; plans and settings stay."""
    return start(sys.executable, "-m", "tools.packing.installing", "uninstall")


def _with_packed(module: str, *tasks: str) -> int:
    """Run tasks on the packed program, which is made where it is missing, until one fails."""
    if not ON_LINUX:
        raise SetUpError("这条命令只管 Linux，别的系统见 README / This command is for Linux, for others see the README")
    if not PACKED.exists() and (failed := bundle([])):
        return failed
    return next(filter(None, (start(sys.executable, "-m", module, task) for task in tasks)), 0)


def translations(arguments: list[str]) -> int:
    """Collect the texts to translate from the code."""
    set_up()
    sources = sorted((ROOT / "jiebei_desktop").rglob("*.py"))
    target = "resources/translations/jiebei_en.ts"
    # Without locations: a line that moves is no change to its translation.
    flags = ("-locations", "none", *arguments)
    return hand_over(
        SCRIPTS / "pyside6-lupdate", *flags, *(source.relative_to(ROOT) for source in sources), "-ts", target
    )


def constraints(_arguments: list[str]) -> int:
    """Pin the newest versions that fit together and run on the oldest Python that we support."""
    import tomllib  # noqa: PLC0415 - here, for the check of the version above to be the first thing that can fail

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requirements = [
        *project["build-system"]["requires"],
        "editables",  # hatchling asks for it when it installs a project in place
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
        *OTHER_SYSTEMS,
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python, report = folder / SCRIPTS.name / PYTHON.name, folder / "report.json"
        # pip takes another Python's version only together with a target, though a dry run writes nothing there.
        options = ("--quiet", "--dry-run", "--ignore-installed", "--only-binary=:all:", "--target", folder / "target")
        oldest = ("--python-version", "{}.{}".format(*MINIMUM_PYTHON))
        for command in (
            (sys.executable, "-m", "venv", folder),
            (python, "-m", "pip", "install", *options, *oldest, "--report", report, *requirements),
        ):
            done = capture(command)
            if done.returncode:
                raise SetUpError(f"{last_lines(done.stdout)}\n版本定不下来 / The versions could not be resolved")
        packages = [item["metadata"] for item in json.loads(report.read_text(encoding="utf-8"))["install"]]
    write_constraints({package["name"]: package["version"] for package in packages})
    return 0


def write_constraints(versions: Mapping[str, str]) -> None:
    """Write the pinned versions down, one package a line."""
    pinned = {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in versions.items()}
    lines: list[str] = []
    for name, version in sorted(pinned.items()):
        if name in LAST_WHEELS:
            last, elsewhere = LAST_WHEELS[name]
            lines += [f"{name}=={last}", f"{name}=={version}; {elsewhere}"]
        else:
            lines.append(f"{name}=={version}")
    header = [
        "# The exact version of everything that set-up installs on any system: for the program, its tests and checks,",
        "# and for building it. Refresh with: make constraints",
    ]
    (ROOT / CONSTRAINTS).write_text("\n".join([*header, *lines, ""]), encoding="utf-8")


def clean(_arguments: list[str]) -> int:
    """Remove what was built and the caches; not the environment, and not the failures hypothesis remembers."""
    folders = [ROOT / name for name in CACHES]
    folders += [cache for name in code_folders() for cache in (ROOT / name).rglob("__pycache__")]
    for folder in folders:
        if folder.exists():
            shutil.rmtree(folder)
    return 0


def code_folders() -> list[str]:
    """Return the folders of Python code that are there."""
    return [name for name in CODE_FOLDERS if (ROOT / name).is_dir()]


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "demo": demo,
    "screenshots": screenshots,
    "test": test,
    "lint": lint,
    "format": format_code,
    "bench": bench,
    "bundle": bundle,
    "check-bundle": check_bundle,
    "package": package,
    "install": install,
    "uninstall": uninstall,
    "translations": translations,
    "constraints": constraints,
    "clean": clean,
}


def main(arguments: list[str]) -> int:
    """Run a command and return its exit status; failures that can be foreseen end in a sentence, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that has no Chinese characters must still say the rest
    # As with Ctrl-C: what runs under us must not go on without us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(EXIT_TERMINATED))
    if not arguments or arguments[0] not in COMMANDS:
        print(f"tools/bootstrap.py {{{'|'.join(COMMANDS)}}} [ARGUMENT …]", file=sys.stderr)
        return EXIT_USAGE
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetUpError as error:
        print(str(error).strip("\n"), file=sys.stderr)
    except OSError as error:
        print(f"没有做成 / Failed: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
