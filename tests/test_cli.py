"""The command line: the demo without a screen, and what a wrong call says."""

import csv
import gc
import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from jiebei_desktop.cli import COMMANDS, main, settle_in


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    own = {name: value for name, value in os.environ.items() if name not in {"LANGUAGE", "LC_ALL", "LC_MESSAGES"}}
    return subprocess.run(
        [sys.executable, "-m", "jiebei_desktop", *arguments],
        capture_output=True,
        check=False,
        env={**own, "LANG": "C", **environment},
    )


def png_size(path: Path) -> tuple[int, int]:
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG\r\n")
    return struct.unpack(">II", content[16:24])


def test_the_demo_shows_the_sample_side_by_side_and_leaves_tables_and_pictures(tmp_path):
    done = run("demo", "--out", str(tmp_path))
    assert done.stderr == b""
    assert done.returncode == 0
    said = done.stdout.decode("utf-8")
    assert "每期还 2,491.09 元" in said
    assert "每期 1,300.00 元不可能" in said
    assert "同样 6 期，借呗比花呗分期少付 7.69 元。" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "budget-light-zh-1280x800.png",
        "budget.csv",
        "compare-light-zh-1280x800.png",
        "comparison.csv",
        "comparison.pdf",
        "comparison.xlsx",
        "help-light-zh-1280x800.png",
        "late-light-zh-1280x800.png",
        "late.csv",
        "loans-light-zh-1280x800.png",
        "overview-light-zh-1280x800.png",
        "payoff-light-zh-1280x800.png",
        "payoff.csv",
        "reconcile-light-zh-1280x800.png",
        "rules-light-zh-1280x800.png",
        "schedule-1.csv",
        "start-light-zh-1280x800.png",
        "stress-light-zh-1280x800.png",
        "stress.csv",
        "ways.csv",
    ]
    for path in tmp_path.glob("*.png"):
        assert png_size(path) == (1280, 800)
    rows = list(csv.reader((tmp_path / "schedule-1.csv").read_bytes().decode("utf-8-sig").splitlines()))
    assert len(rows) == 6
    assert rows[5][5:10] == ["2459.77", "31.34", "0.00", "2491.11", "0.00"]
    assert "晚 40 天多付 73.53 元" in said
    days = list(csv.reader((tmp_path / "late.csv").read_bytes().decode("utf-8-sig").splitlines()))
    assert days[41] == ["40", "M2", "2026-11-24", "73.53", "2026-08-24", "51.21"]
    found = list(csv.reader((tmp_path / "ways.csv").read_bytes().decode("utf-8-sig").splitlines()))
    assert found[6][:6] == ["协商分 6 期", "0.00", "879.65", "6", "5277.90", "295.70"]


def test_the_demo_speaks_the_terminal_s_language(tmp_path):
    done = run("demo", "--out", str(tmp_path), LANG="en_GB.UTF-8")
    assert "1,300.00 yuan cannot be the instalment" in done.stdout.decode("utf-8")
    assert (tmp_path / "loans-light-en-1280x800.png").is_file()


def test_a_demo_that_cannot_write_says_so_in_one_line(tmp_path):
    (tmp_path / "taken").write_text("a file")
    done = run("demo", "--out", str(tmp_path / "taken"))
    assert done.returncode == 1
    assert "没能写到" in done.stderr.decode("utf-8")
    assert b"Traceback" not in done.stderr


def test_a_reader_who_leaves_early_sees_no_traceback(tmp_path):
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "jiebei_desktop", "demo", "--out", str(tmp_path)],
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert b"Traceback" not in done.stderr


def test_help_names_every_command(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert all(command in said for command in COMMANDS)


@pytest.fixture
def opened(monkeypatch) -> list[tuple[Path | None, bool]]:
    """What a window was asked for, which is not opened."""
    found: list[tuple[Path | None, bool]] = []

    def run_window(plan, *, exit_after_first_paint, quiet):
        assert not quiet
        found.append((plan, exit_after_first_paint))
        gc.enable()  # which the command line has stopped, as for a window
        return 0

    monkeypatch.setattr("jiebei_desktop.ui.app.run_window", run_window)
    return found


def test_a_bare_path_opens_it(opened, tmp_path):
    plan = tmp_path / "my plan.jiehua"
    assert main([str(plan)]) == 0
    assert main([]) == 0
    assert main(["--exit-after-first-paint", str(plan)]) == 0
    assert opened == [(plan, False), (None, False), (plan, True)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_in_one_line(opened, monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert capsys.readouterr().err == "没有屏幕（DISPLAY 和 WAYLAND_DISPLAY 都没有设）：窗口开不了\n"
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert main([]) == 0
    assert opened == [(None, False)]


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the nothing that is written to stays open to the end
def test_a_program_without_a_console_has_nothing_to_write_to_and_goes_on(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["calc", str(tmp_path / "missing.json")]) == 2


@pytest.fixture
def surroundings(monkeypatch):
    """An environment that can be changed and comes back."""
    for name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "LC_CTYPE", "LC_ALL"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere they are its own")
def test_a_packed_program_takes_no_plug_ins_of_another_qt(surroundings):
    surroundings.setenv("QT_PLUGIN_PATH", "/usr/lib/qt6/plugins")
    surroundings.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", "/usr/lib/qt6/plugins/platforms")
    settle_in()
    assert "QT_PLUGIN_PATH" not in os.environ
    assert "QT_QPA_PLATFORM_PLUGIN_PATH" not in os.environ


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such locales")
@pytest.mark.parametrize(
    ("locale", "chosen", "then"), [("C", None, "C.UTF-8"), ("zh_CN", None, None), ("C", "C", None)]
)
def test_a_packed_program_leaves_the_c_locale_as_python_does(surroundings, locale, chosen, then):
    surroundings.setattr("locale.setlocale", lambda _: locale)
    if chosen is not None:
        surroundings.setenv("LC_ALL", chosen)
    settle_in()
    assert os.environ.get("LC_CTYPE") == then
