"""Earlier states of plan files: which are kept, in which order, and that none of them is lost or shown to others."""

import json
import os
import re
import sys
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.backups import (
    Backup,
    backups_of,
    files_with_backups,
    folder_of,
    keep,
    newest_good,
    sealed_again,
    too_many,
)
from jiebei_desktop.files.plan_file import load_plan, loaded, plan_content
from jiebei_desktop.files.sealed import Cost, Secret
from tests.files.test_hold import NAMES

PLANS = Path(__file__).parents[1] / "data" / "plans"
GOOD = plan_content(load_plan(PLANS / "first.jiehua"))


def quick(password: str) -> Secret:
    return Secret(password, cost=Cost(128, 1, 1))


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "data" / "backups"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "我的计划.jiehua"


def contents(backups: Path, file: Path) -> list[bytes]:
    """What is kept of a file, the newest first."""
    return [backup.path.read_bytes() for backup in backups_of(backups, file)]


def numbers(backups: Path, file: Path) -> list[int]:
    return [backup.number for backup in backups_of(backups, file)]


def put(backups: Path, file: Path, name: str, content: bytes = b"x") -> Path:
    """Put something into the folder of a file's backups, as an earlier version or another day would have."""
    folder = folder_of(backups, file)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


# --- keeping ----------------------------------------------------------------------------------------------------------


def test_what_is_kept_is_the_file_to_the_byte(backups, file):
    keep(backups, file, GOOD)
    (backup,) = backups_of(backups, file)
    assert backup.path.read_bytes() == GOOD
    assert backup.number == 1
    assert backup.path.parent == folder_of(backups, file)
    assert re.fullmatch(r"000001 \d{4}-\d\d-\d\d \d{6}\.jiehua", backup.path.name)
    assert backup.when == backup.made.isoformat(" ", "seconds")
    assert backup.when.startswith(backup.day)


def test_a_backup_is_known_by_its_name(backups, file):
    path = put(backups, file, "000042 2026-11-24 093015.jiehua")
    assert backups_of(backups, file) == [Backup(path, 42, datetime(2026, 11, 24, 9, 30, 15))]  # noqa: DTZ001 - a wall clock's
    assert backups_of(backups, file)[0].day == "2026-11-24"
    assert backups_of(backups, file)[0].when == "2026-11-24 09:30:15"


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_backups_are_their_owner_s_alone(backups, file):
    keep(backups, file, GOOD)
    folder = folder_of(backups, file)
    assert sorted(path.stat().st_mode & 0o777 for path in folder.iterdir()) == [0o600, 0o600]
    assert [path.stat().st_mode & 0o777 for path in (folder, backups, backups.parent)] == [0o700] * 3


def test_the_same_content_is_not_kept_twice_in_a_row(backups, file):
    for content in (b"a", b"a", b"b", b"a", b"a"):
        keep(backups, file, content)
    assert contents(backups, file) == [b"a", b"b", b"a"]
    assert numbers(backups, file) == [3, 2, 1]


@pytest.mark.parametrize("content", [b"", b"\x00" * 5_000, b"{", b"\xff\xfe", GOOD[:300], b"x" * 7_000_000])
def test_what_can_not_be_read_is_kept_as_well(backups, file, content):
    keep(backups, file, content)
    assert contents(backups, file) == [content]


def test_a_last_backup_that_can_not_be_read_is_not_the_same_as_anything(backups, file):
    (folder_of(backups, file) / "000005 2026-11-24 093015.jiehua").mkdir(parents=True)
    keep(backups, file, GOOD)
    assert numbers(backups, file) == [6, 5]


def test_numbers_go_on_whatever_the_clock_says(backups, file):
    for name in ("000007 2031-01-01 000000.jiehua", "000008 2019-01-01 000000.jiehua"):
        put(backups, file, name)
    keep(backups, file, b"new")
    assert numbers(backups, file) == [9, 8, 7]
    assert contents(backups, file)[0] == b"new"


def test_the_order_is_that_of_the_numbers_and_not_of_the_days(backups, file):
    names = [
        "000003 2026-11-20 100000.jiehua",
        "000010 2026-11-01 100000.jiehua",
        "000002 2026-11-24 100000.jiehua",
        "1000000 2026-10-01 100000.jiehua",
        "999999 2026-12-31 100000.jiehua",
    ]
    for name in names:
        put(backups, file, name)
    assert numbers(backups, file) == [1_000_000, 999_999, 10, 3, 2]


def test_other_files_among_the_backups_do_not_count(backups, file):
    others = [
        "file.txt",
        "1 2026-11-24 093015.jiehua",
        "000001 2026-11-24 093015.jiehua.bak",
        "000001 2026-13-24 093015.jiehua",
        "000001 2026-11-24 256060.jiehua",
        "000001-2026-11-24-093015.jiehua",
        ".0001-00000000.tmp",
    ]
    for name in others:
        put(backups, file, name)
    assert backups_of(backups, file) == []


def test_what_a_killed_writer_left_is_tidied_up(backups, file):
    put(backups, file, ".000001_2026_11_24_093015-00000000.tmp", b"half")
    keep(backups, file, GOOD)
    assert sorted(path.suffix for path in folder_of(backups, file).iterdir()) == [".jiehua", ".txt"]


def test_files_of_the_same_name_have_folders_of_their_own(tmp_path, backups):
    files = [tmp_path / "one" / "plan.jiehua", tmp_path / "other" / "plan.jiehua", tmp_path / "plan.jiehua"]
    for file in files:
        keep(backups, file, os.fsencode(file))
    assert [contents(backups, file) for file in files] == [[os.fsencode(file)] for file in files]
    assert len(list(backups.iterdir())) == 3


def test_a_file_that_is_opened_by_a_link_has_the_backups_of_what_it_leads_to(tmp_path, backups, file):
    link = tmp_path / "link.jiehua"
    link.symlink_to(file)
    keep(backups, link, GOOD)
    assert contents(backups, file) == [GOOD]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a name is text")
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_name_has_backups(tmp_path, backups, name):
    file = tmp_path / os.fsdecode(NAMES[name])
    keep(backups, file, GOOD)
    assert contents(backups, file) == [GOOD]
    assert files_with_backups(backups) == [file]


def test_where_no_folder_can_be_made_it_says_so(backups, file):
    backups.parent.mkdir()
    backups.write_text("a file where the folder should be")
    with pytest.raises(OSError, match="backups"):
        keep(backups, file, GOOD)
    assert backups_of(backups, file) == []
    assert files_with_backups(backups) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_where_nothing_can_be_written_what_is_there_stays(backups, file):
    keep(backups, file, b"a")
    folder_of(backups, file).chmod(0o500)
    try:
        with pytest.raises(PermissionError):
            keep(backups, file, b"b")
        assert contents(backups, file) == [b"a"]
    finally:
        folder_of(backups, file).chmod(0o700)


# --- how many ---------------------------------------------------------------------------------------------------------


def on(*days: str) -> list[Backup]:
    """Backups of these days of November 2026, the newest first; other months are written out."""
    made = [datetime.fromisoformat(day if "-" in day else f"2026-11-{day}") for day in days]
    return [Backup(Path(str(number)), number, day) for number, day in zip(range(len(made), 0, -1), made, strict=True)]


def gone(*days: str) -> list[int]:
    return [backup.number for backup in too_many(on(*days))]


def test_the_last_ten_are_kept_whatever_their_day():
    assert gone(*["24"] * 10) == []
    assert gone(*["24"] * 11) == [1]
    assert gone(*["24"] * 13) == [3, 2, 1]


def test_of_each_day_before_the_last_one_is_kept():
    # 14 backups, the newest first: ten of the last ten, then of the 23rd and the 22nd one each
    assert gone(*["24"] * 9, "23", "23", "23", "22", "22") == [4, 3, 1]
    assert gone(*["24"] * 10, "23", "23", "22", "20", "20", "20") == [5, 2, 1]


def test_a_day_that_is_among_the_last_ten_has_its_last_one_there():
    assert gone(*["24"] * 5, *["23"] * 9) == [4, 3, 2, 1]


def test_thirty_days_are_kept_and_no_more():
    november = [f"{day:02}" for day in range(30, 0, -1)]
    october = [f"2026-10-{day:02}" for day in range(31, 0, -1)]
    assert gone(*november) == []
    assert gone(*november, *october[:1]) == [1]
    assert gone(*november, *october) == list(range(31, 0, -1))
    assert gone(*["30"] * 3, *november[1:], *october[:2]) == [2, 1]


def test_days_without_a_save_do_not_count():
    months = [f"2026-{month:02}-01" for month in range(12, 0, -1)]
    years = [f"{year}-06-15" for year in range(2025, 2007, -1)]
    assert gone(*months, *years) == []
    assert gone(*months, *years, "2000-01-01") == [1]


def test_a_clock_that_was_set_back_loses_no_new_state():
    # the clock went back from the 24th to the 20th after the backup 12
    assert gone("20", "20", *["24"] * 10, "20", "20", "19") == [5, 4, 3, 2]
    assert gone(*["01"] * 10, "30", "30", "29") == [2]
    assert gone("1970-01-01", *["24"] * 10) == [1]


@given(days=st.lists(st.integers(1, 28).map(lambda day: f"{day:02}"), max_size=80))
def test_what_is_kept_follows_the_rule(days):
    there = on(*days)
    kept = [backup for backup in there if backup not in too_many(there)]
    assert kept[:10] == there[:10]
    assert {backup.day for backup in kept} == {backup.day for backup in there}
    for day in {backup.day for backup in there}:
        assert next(b for b in kept if b.day == day) == next(b for b in there if b.day == day)
    assert too_many(kept) == []


@given(days=st.lists(st.dates().map(str), max_size=120))
def test_there_are_never_more_than_forty(days):
    kept: list[Backup] = []
    for number, day in enumerate(days, 1):
        kept = [Backup(Path(str(number)), number, datetime.fromisoformat(day)), *kept]
        kept = [backup for backup in kept if backup not in too_many(kept)]
        assert kept[0].number == number
        assert len(kept) <= 39


def test_what_is_not_kept_any_more_is_taken_away(backups, file):
    for number in range(1, 16):
        keep(backups, file, str(number).encode())
    assert numbers(backups, file)[:10] == list(range(15, 5, -1))
    assert len(numbers(backups, file)) <= 11  # one more where midnight was between them
    assert contents(backups, file)[0] == b"15"


def test_old_days_go_when_a_new_one_comes(backups, file):
    days = [f"2019-10-{day:02}" for day in range(1, 32)]
    for number, day in enumerate(days, 1):
        put(backups, file, f"{number:06} {day} 180000.jiehua", day.encode())
    keep(backups, file, GOOD)
    assert numbers(backups, file) == list(range(32, 2, -1))


# --- finding them -----------------------------------------------------------------------------------------------------


def test_files_with_backups_are_found_by_name_whether_they_are_there_or_not(tmp_path, backups):
    files = [tmp_path / name for name in ("b.jiehua", "a.jiehua", "c.jiehua")]
    for file in files:
        keep(backups, file, GOOD)
    files[0].write_bytes(GOOD)
    assert files_with_backups(backups) == [files[1], files[0], files[2]]


def test_there_are_none_where_nothing_was_kept(backups):
    assert files_with_backups(backups) == []


@pytest.mark.parametrize(
    "content", [b"", b"plan.jiehua", b"/elsewhere/plan.jiehua", b"/plan\0.jiehua", b"\xff" * 9_999]
)
def test_a_folder_that_does_not_say_whose_it_is_is_left_out(backups, file, content):
    keep(backups, file, GOOD)
    (folder_of(backups, file) / "file.txt").write_bytes(content)
    other = file.with_name("other.jiehua")
    keep(backups, other, GOOD)
    assert files_with_backups(backups) == [other]


def test_a_folder_that_says_nothing_or_holds_nothing_is_left_out(backups, file):
    keep(backups, file, GOOD)
    (folder_of(backups, file) / "file.txt").unlink()
    empty = file.with_name("empty.jiehua")
    keep(backups, empty, GOOD)
    backups_of(backups, empty)[0].path.unlink()
    (backups / "note.txt").touch()
    (backups / "folder").mkdir()
    assert files_with_backups(backups) == []
    keep(backups, file, b"again")
    assert files_with_backups(backups) == [file]


def test_the_newest_that_can_be_opened_is_found(backups, file):
    assert newest_good(backups, file) is None
    newer = json.dumps({**json.loads(GOOD), "schema_version": 99, "loans": 5}).encode()
    for content in (GOOD.replace(b"12000", b"11000"), GOOD, b"", newer, GOOD[:100], b"x" * 7_000_000):
        keep(backups, file, content)
    assert newest_good(backups, file).number == 2


def test_there_is_none_where_all_are_damaged(backups, file):
    for content in (b"", b"{", GOOD[:-9]):
        keep(backups, file, content)
    assert newest_good(backups, file) is None


def test_one_with_a_password_may_be_opened_by_it(backups, file):
    secret, other = quick("12345678"), quick("87654321")
    plan = load_plan(PLANS / "first.jiehua")
    for content in (GOOD, plan_content(plan, secret), b"{"):
        keep(backups, file, content)
    for known in (None, secret, other):
        assert newest_good(backups, file, known).number == 2


# --- another password -------------------------------------------------------------------------------------------------


def test_backups_are_put_under_a_password_and_back_again(backups, file):
    before = [GOOD, GOOD.replace(b"12000", b"11000"), GOOD.replace(b"\n", b"\r\n")]
    for content in before:
        keep(backups, file, content)
    names = [backup.path.name for backup in backups_of(backups, file)]
    secret, other = quick("12345678"), quick("87654321")

    assert sealed_again(backups, file, None, secret) == 0
    assert all(b"12000" not in content and b"jiehua-sealed" in content for content in contents(backups, file))
    assert sealed_again(backups, file, secret, other) == 0
    found = [loaded(file, content, None, other) for content in contents(backups, file)]
    assert [each.plan.loans[0].principal for each in found] == [12000, 11000, 12000]

    assert sealed_again(backups, file, other, None) == 0
    assert contents(backups, file) == before[::-1]
    assert [backup.path.name for backup in backups_of(backups, file)] == names


def test_one_under_an_earlier_password_stays_and_is_counted(backups, file):
    plan, lost = load_plan(PLANS / "first.jiehua"), quick("forgotten")
    sealed = plan_content(plan, lost)
    for content in (sealed, GOOD):
        keep(backups, file, content)
    old = quick("12345678")
    assert sealed_again(backups, file, None, old) == 1
    assert sealed_again(backups, file, old, quick("87654321")) == 1
    assert contents(backups, file)[1] == sealed
    assert loaded(file, sealed, "forgotten").plan == plan


def test_what_can_not_be_understood_does_not_stay_readable_beside_a_password(backups, file):
    for content in (GOOD, b'{"name": "12000', b"", GOOD[:300]):
        keep(backups, file, content)
    assert sealed_again(backups, file, None, None) == 0
    assert len(contents(backups, file)) == 4
    secret = quick("12345678")
    assert sealed_again(backups, file, None, secret) == 0
    (left,) = contents(backups, file)
    assert loaded(file, left, None, secret).content == left


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_a_backup_that_was_sealed_is_still_its_owner_s_alone(backups, file):
    keep(backups, file, GOOD)
    sealed_again(backups, file, None, quick("12345678"))
    assert backups_of(backups, file)[0].path.stat().st_mode & 0o777 == 0o600


def test_where_there_are_no_backups_none_has_another_password(backups, file):
    assert sealed_again(backups, file, None, quick("12345678")) == 0
    assert not backups.exists()
