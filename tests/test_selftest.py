"""The self-test of the program, run from its source; what it finds when something is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jiebei_desktop import selftest
from jiebei_desktop.files.plan_file import load_plan


def test_it_walks_through_everything_and_says_so():
    done = subprocess.run(
        [sys.executable, "-m", "jiebei_desktop", "--selftest"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "LANGUAGE": "zh_CN"},
    )
    assert done.stderr == ""
    said = done.stdout.splitlines()
    assert said[0] == "保存时被强行结束：最后一次存好的还在"
    assert "示例算得对：每期 2,491.09 元，逾期多付 73.53 元" in said
    assert any(line.startswith("中文用 ") for line in said)
    assert "对比：画出来了 export.csv export.xlsx export.pdf" in said
    assert "8 种图都画出来了" in said
    assert said[-1] == "自检通过（0.1.0）"
    assert done.returncode == 0


def test_time_that_runs_out_is_a_failure(capsys):
    assert selftest.run_selftest(seconds=0) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("自检没有通过：")


@pytest.mark.parametrize(
    ("said", "unknown"),
    [
        ("This plugin does not support propagateSizeHints()\n\n", []),
        ("Fontconfig error: Cannot load default config file: No such file: (null)\n", []),
        ("QObject::startTimer: Timers cannot be started from another thread\n", 1),
        ("Traceback (most recent call last):\n  File x\nValueError\n", 3),
        ("something This plugin does not support raise()\n", 1),
    ],
)
def test_what_is_said_on_standard_error_is_known_or_a_failure(said, unknown):
    assert len(selftest.unknown_lines(said)) == (unknown or 0)


def test_a_process_that_fails_is_told_by_its_last_lines(tmp_path):
    script = "import sys; sys.stderr.write('what is this\\n'); sys.exit(3)"
    ended = selftest._run([sys.executable, "-c", script], tmp_path, selftest.time.monotonic() + 60)
    with pytest.raises(selftest.SelftestError, match="退出码 3，错误输出：what is this"):
        selftest._check(ended)


def test_what_was_saved_last_is_there_after_the_kill(tmp_path):
    path = selftest._killed_while_saving(tmp_path, selftest.time.monotonic() + 60)
    saved = [int(line) for line in (tmp_path / "saves.txt").read_text().splitlines()]
    assert len(saved) >= 5
    assert int(load_plan(path).name) in {saved[-1], saved[-1] + 1}
    assert [each for each in path.parent.iterdir() if each.suffix == ".jiehua"] == [path]


def test_a_wrong_figure_is_found(monkeypatch):
    monkeypatch.setattr(selftest, "_INSTALMENT", "2,491.10")
    with pytest.raises(selftest.SelftestError, match=r"2,491\.09"):
        selftest._figures(lambda _: None)


def test_its_own_folder_is_all_that_it_writes_to(tmp_path):
    homes = selftest._surroundings(Path(tmp_path))
    assert {homes[name] for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")} == {str(tmp_path)}
    assert homes["QT_QPA_PLATFORM"] == "offscreen"
