"""The log: what it takes, who may read it, how far it grows, and that it never stands in the way."""

import os
import re
import subprocess
import sys
from decimal import Decimal

import pytest

from jiebei_desktop.files.diary import MOST_BYTES, Diary

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d \d+ [a-z_]+(?: [a-z_]+=-?\d+)*")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "logs" / "diary.txt"


def lines(path) -> list[str]:
    return path.read_text(encoding="ascii").splitlines()


def test_a_note_is_a_line_with_time_process_event_and_facts(path):
    diary = Diary(path)
    diary.note("started", loans=3, schema_version=2)
    diary.note("closed")
    first, second = lines(path)
    assert LINE.fullmatch(first)
    assert first.split()[1:] == [str(os.getpid()), "started", "loans=3", "schema_version=2"]
    assert LINE.fullmatch(second)
    assert second.split()[1:] == [str(os.getpid()), "closed"]


@pytest.mark.parametrize("amount", ["王小明", "12000", Decimal(12000), 12000.5, None])
def test_it_takes_no_amounts_and_no_names(path, amount):
    with pytest.raises(TypeError):
        Diary(path).note("saved", amount=amount)
    assert not path.exists()


@pytest.mark.parametrize("event", ["王小明", "Wang", "wang 12", "", "a=1", "saved\n"])
def test_an_event_and_the_name_of_a_fact_are_plain_words(path, event):
    with pytest.raises(ValueError, match="a-z and _ only"):
        Diary(path).note(event)
    with pytest.raises(ValueError, match="a-z and _ only"):
        Diary(path).note("saved", **{event: 1})
    assert not path.exists()


def test_a_truth_counts_as_nought_or_one(path):
    Diary(path).note("saved", whole=True, late=False)
    assert lines(path)[0].endswith(" saved whole=1 late=0")


def test_nothing_is_made_before_the_first_note(path):
    Diary(path)
    assert not path.parent.exists()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a user's own folder is closed to others")
def test_the_user_alone_can_read_it(path):
    before = os.umask(0)
    try:
        Diary(path).note("started")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_it_grows_to_256_kb_and_then_becomes_the_older_one(path):
    diary = Diary(path)
    path.parent.mkdir()
    older = path.with_name("diary.1.txt")
    older.write_text("long ago\n", encoding="ascii")
    path.write_text("x" * 99 + "\n", encoding="ascii")
    while "x" in path.read_text(encoding="ascii"):
        diary.note("counted", **{"n" * 2000: 1})
        assert path.stat().st_size <= MOST_BYTES == 256 * 1024
    assert older.read_text(encoding="ascii").startswith("xxx")
    assert 250 * 1024 < older.stat().st_size <= MOST_BYTES
    assert len(lines(path)) == 1
    assert sorted(each.name for each in path.parent.iterdir()) == ["diary.1.txt", "diary.txt"]


def test_a_full_one_that_cannot_be_moved_takes_no_more(path):
    path.parent.mkdir()
    path.write_bytes(b"x" * MOST_BYTES)
    blocked = path.with_name("diary.1.txt")
    blocked.mkdir()
    (blocked / "something").touch()
    Diary(path).note("started")
    assert path.stat().st_size == MOST_BYTES


def test_a_directory_in_its_place_is_left_alone(path):
    path.mkdir(parents=True)
    Diary(path).note("started")
    assert list(path.iterdir()) == []


def test_a_file_in_the_place_of_its_folder_is_left_alone(path):
    path.parent.write_text("mine", encoding="ascii")
    Diary(path).note("started")
    assert path.parent.read_text(encoding="ascii") == "mine"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_left_alone(path):
    path.parent.mkdir(mode=0o500)
    Diary(path).note("started")
    assert not path.exists()


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_passed_over(tmp_path):
    path = tmp_path / "diary.txt"
    path.symlink_to("/dev/full")
    Diary(path).note("started")
    assert path.is_symlink()


SEVERAL = """
import sys
from pathlib import Path
from jiebei_desktop.files.diary import Diary

diary = Diary(Path(sys.argv[1]))
for number in range(2000):  # of three processes some 350 KB: more than one file, and less than two
    diary.note("counted", number=number, who=int(sys.argv[2]))
"""


def test_several_processes_write_whole_lines_to_two_files_at_most(path):
    running = [subprocess.Popen([sys.executable, "-c", SEVERAL, str(path), str(who)]) for who in range(3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    files = sorted(path.parent.iterdir())
    assert [each.name for each in files] == ["diary.1.txt", "diary.txt"]
    found = []
    for each in files:
        assert each.stat().st_size <= MOST_BYTES
        found += lines(each)
    assert all(LINE.fullmatch(line) for line in found)
    assert {tuple(line.split()[-2:]) for line in found} >= {("number=1999", f"who={who}") for who in range(3)}


def test_it_loads_nothing_that_is_slow():
    code = (
        "import sys; from jiebei_desktop.files import diary; print(sorted({'logging', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="ascii", check=True)
    assert done.stdout == "[]\n"
