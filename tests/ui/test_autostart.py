"""Starting with the session: what is written for each system, and what it means there."""

from __future__ import annotations

import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from jiebei_desktop.ui.autostart import (
    Autostart,
    agent_path,
    command,
    desktop_entry,
    entry_is_on,
    entry_path,
    exec_line,
    keep,
    launch_agent,
    run_line,
)

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as desktops on Linux have it")
HARD = ['/opt/借花 规划/jie"hua', "a`b", "$HOME", "back\\slash", "100%", "--quiet", "tab\there", "line\nbreak", ""]


def values(content: bytes) -> dict[str, str]:
    """Read a desktop entry as the specification says, `\\` undone once as in any value."""
    lines = content.decode("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    found = dict(line.split("=", 1) for line in lines[1:])
    signs = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    read = {}
    for name, value in found.items():
        letters = iter(value)
        read[name] = "".join(signs[next(letters)] if letter == "\\" else letter for letter in letters)
    return read


def arguments(line: str) -> list[str]:
    """Take a command apart as the specification says: quotes, and in them `\\` before a few signs; `%%` is `%`."""
    found, letters = [], iter(line)
    for letter in letters:
        if letter == " ":
            continue
        assert letter == '"'
        part = ""
        for inside in letters:
            if inside == '"':
                break
            if inside == "\\":
                after = next(letters)
                assert after in '"`$\\'
                part += after
            else:
                assert inside not in "`$"
                part += inside
        found.append(part.replace("%%", "%"))
    return found


def test_a_command_of_hard_parts_is_read_back_by_the_desktop_entry_rules():
    assert arguments(values(desktop_entry(HARD))["Exec"]) == HARD


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("/usr/bin/jiehua", '"/usr/bin/jiehua"'),
        ("a b", '"a b"'),
        ("$x", '"\\\\$x"'),
        ("a\\b", '"a\\\\\\\\b"'),
        ("50%", '"50%%"'),
    ],
)
def test_single_parts_are_written_as_the_specification_shows(part, written):
    """A literal `$` is `\\\\$` in the file, a literal backslash four of them, as the specification has it."""
    assert exec_line([part]) == written


def test_the_entry_is_an_application_without_a_terminal():
    found = values(desktop_entry(["a", "open", "--quiet"]))
    assert found["Type"] == "Application"
    assert found["Name"] == "借花规划"
    assert found["Terminal"] == "false"
    assert "Hidden" not in found


@linux
def test_it_is_switched_on_and_off_again(tmp_path: Path):
    """The configuration's folder is the test's own."""
    own = Autostart()
    path = tmp_path / "autostart" / "jiehua.desktop"
    assert entry_path() == path
    assert not own.is_on()
    own.set(on=True)
    assert own.is_on()
    assert arguments(values(path.read_bytes())["Exec"]) == command()
    own.set(on=True)
    assert own.is_on()
    assert list(path.parent.iterdir()) == [path]
    own.set(on=False)
    assert not own.is_on()
    own.set(on=False)
    assert list(path.parent.iterdir()) == []


@linux
def test_a_start_that_the_desktop_switched_off_is_off_and_can_be_switched_on_again(tmp_path: Path):
    own = Autostart()
    own.set(on=True)
    path = entry_path()
    plain = path.read_text(encoding="utf-8")
    for off in ("Hidden=true\n", "X-GNOME-Autostart-enabled=false\n", "Hidden = True\n"):
        path.write_text(plain + off, encoding="utf-8")
        assert not own.is_on()
    own.set(on=True)
    assert own.is_on()


@linux
def test_what_can_t_be_written_is_said(tmp_path: Path):
    (tmp_path / "autostart").write_bytes(b"a file")
    with pytest.raises(OSError, match=r"."):
        Autostart().set(on=True)
    assert not Autostart().is_on()


def test_what_is_no_entry_is_off(tmp_path: Path):
    path = tmp_path / "a.desktop"
    assert not entry_is_on(path)
    path.write_bytes(b"\xff\xfe\0")
    assert not entry_is_on(path)


def test_from_its_source_it_is_started_by_the_python_that_runs_it():
    assert command() == [sys.executable, "-m", "jiebei_desktop", "open", "--quiet"]


def test_a_packed_program_starts_itself_and_an_appimage_the_file_that_the_user_has(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert command() == [sys.executable, "open", "--quiet"]
    monkeypatch.setenv("APPIMAGE", "/home/a/借花规划.AppImage")
    assert command() == ["/home/a/借花规划.AppImage", "open", "--quiet"]


def test_the_agent_of_macos_is_kept_in_a_folder_and_taken_away(tmp_path: Path):
    path = agent_path(tmp_path / "LaunchAgents")
    keep(path, launch_agent(HARD[:1]))
    assert path.name == "io.github.jiehua_planner.jiehua.plist"
    assert plistlib.loads(path.read_bytes()) == {
        "Label": "io.github.jiehua_planner.jiehua",
        "ProgramArguments": HARD[:1],
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    keep(path, None)
    assert not path.exists()
    keep(path, None)


def test_the_command_for_windows_has_quotes_where_it_needs_them():
    assert run_line(["C:\\Program Files\\借花规划\\jiehua.exe", "open", "--quiet"]) == (
        '"C:\\Program Files\\借花规划\\jiehua.exe" open --quiet'
    )
    assert run_line(["C:\\jiehua.exe", 'a"b']) == 'C:\\jiehua.exe a\\"b'
    assert shlex.split(run_line(["a b", "c"])) == ["a b", "c"]
