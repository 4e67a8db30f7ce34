"""Damaged files, and files that are none of ours: each one opens or says why not, whatever is in it.

What is damaged is real. What opens can be saved and is read back; what doesn't says so in words that name the file,
and stays as it is. Files that are made to fill the memory or to never end are read in processes of their own.
"""

import json
import os
import re
import socket
import sqlite3
import string
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from jiebei_desktop import text
from jiebei_desktop.files.drafts import Draft, DraftFile
from jiebei_desktop.files.plan_file import (
    DamagedPlanError,
    NewerPlanError,
    PlanFileError,
    load_plan,
    plan_content,
    plan_of,
    read_plan,
    save_plan,
)
from jiebei_desktop.files.sealed import Cost, Secret, as_bytes
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.snapshots import with_snapshot
from jiebei_desktop.resources import resource
from tests.files.test_json_in import anything, nested

PLANS = Path(__file__).parents[1] / "data" / "plans"
NAME = "坏了的计划.jiehua"
LONGEST = 600
"""Letters of a message, so that it fits into a window."""


@cache
def secret() -> Secret:
    """What opens the kept plan with a password."""
    found = read_plan(PLANS / "sealed.jiehua", "我的密码 2026").secret
    assert found is not None
    return found


def outcome(folder: Path, content: bytes) -> Plan | str:
    """The plan in a file of this content, after it was saved and read again; or what is said instead of it."""
    path = folder / NAME
    path.write_bytes(content)
    try:
        found = read_plan(path, None, secret())
    except PlanFileError as error:
        assert path.read_bytes() == content
        said = str(error)
        assert said.startswith((f"{NAME} 读不了：", f"{NAME} 有密码。", f"{NAME} 是更新版本的程序存的")), said
        assert said.endswith("。")
        assert len(said) < LONGEST
        return said
    save_plan(path, found.plan, found.secret)
    again = read_plan(path, None, secret())
    assert again.plan == found.plan
    assert plan_content(again.plan) == plan_content(found.plan)
    return found.plan


def said(folder: Path, content: bytes) -> str:
    """What is said of a file that can't be opened, without the words around it."""
    found = outcome(folder, content)
    assert isinstance(found, str)
    return found.removeprefix(f"{NAME} 读不了：").removesuffix("。文件没有被改动。")


# --- five thousand of them --------------------------------------------------------------------------------------------

SOURCES = ("first", "0.1.0", "schema-2", "sample", "sealed", "within")
"""Plans of each version, one in its envelope, and one inside of it."""
EACH = 42
"""Of each source by each kind of damage."""


def source(name: str) -> bytes:
    if name == "sample":
        return resource("samples", "seed.jiehua").read_bytes()
    return (PLANS / f"{'0.1.0' if name == 'within' else name}.jiehua").read_bytes()


def place(chance: Random, content: bytes) -> int:
    return chance.randrange(len(content))


def block(chance: Random, content: bytes) -> tuple[int, int]:
    start = place(chance, content)
    return start, start + chance.choice((1, 8, 64, 512, 4096))


def cut_off(chance: Random, content: bytes) -> bytes:
    return content[: place(chance, content)]


def beginning_gone(chance: Random, content: bytes) -> bytes:
    return content[place(chance, content) + 1 :]


def bit_turned(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def many_bits_turned(chance: Random, content: bytes) -> bytes:
    for _ in range(chance.randrange(2, 40)):
        content = bit_turned(chance, content)
    return content


def byte_replaced(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]


def letter_replaced(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[:at] + chance.choice(string.printable).encode() + content[at + 1 :]


def digit_replaced(chance: Random, content: bytes) -> bytes:
    at = chance.choice([found.start() for found in re.finditer(rb"\d", content)])
    return content[:at] + chance.choice("0123456789.-eE").encode() + content[at + 1 :]


def bytes_put_in(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[:at] + chance.randbytes(chance.randrange(1, 9)) + content[at:]


def signs_put_in(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[:at] + "".join(chance.choices('{}[]:,"\\', k=chance.randrange(1, 4))).encode() + content[at:]


def block_gone(chance: Random, content: bytes) -> bytes:
    start, end = block(chance, content)
    return content[:start] + content[end:]


def block_zeroed(chance: Random, content: bytes) -> bytes:
    start, end = block(chance, content)
    return content[:start] + bytes(len(content[start:end])) + content[end:]


def end_zeroed(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[:at] + bytes(len(content) - at)


def block_doubled(chance: Random, content: bytes) -> bytes:
    start, end = block(chance, content)
    return content[:end] + content[start:]


def halves_swapped(chance: Random, content: bytes) -> bytes:
    at = place(chance, content)
    return content[at:] + content[:at]


def line_gone(chance: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def line_doubled(chance: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return b"".join([*lines[: at + 1], *lines[at:]])


def lines_swapped(chance: Random, content: bytes) -> bytes:
    lines = content.splitlines(keepends=True)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"".join(lines)


def written_by_others(chance: Random, content: bytes) -> bytes:
    """Saved by an editor that knows other encodings and ends of lines."""
    coding = chance.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "utf-7"))
    return content.decode().replace("\n", chance.choice(("\n", "\r\n", "\r", "\u2028"))).encode(coding)


def value_replaced(chance: Random, content: bytes) -> bytes:
    data = json.loads(content)
    holder, key = chance.choice(places_in(data))
    values = (None, True, 0, -1, 1.5, 10**30, 10**4200, "", "x", "１２", "\0", "9" * 5000, [], {}, [[]], {"": {}}, "-0")
    holder[key] = chance.choice(values)
    return json.dumps(data).encode()


def number_replaced(chance: Random, content: bytes) -> bytes:
    data = json.loads(content)
    holder, key = chance.choice(places_in(data))
    holder[key] = "HERE"
    numbers = ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1" * 10_000, "1e-999", "0x10", "00", "1_000", "+1")
    return json.dumps(data).replace('"HERE"', chance.choice(numbers)).encode()


def value_moved(chance: Random, content: bytes) -> bytes:
    data = json.loads(content)
    (one, here), (other, there) = chance.choice(places_in(data)), chance.choice(places_in(data))
    one[here] = json.loads(json.dumps(other[there]))
    return json.dumps(data, ensure_ascii=False).encode()


def places_in(data: Any) -> list[tuple[Any, Any]]:
    """Each place in which there is a value, as what holds it and its key in that."""
    found = []
    waiting = [data]
    while waiting:
        holder = waiting.pop()
        pairs = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
        found += [(holder, key) for key, _ in pairs]
        waiting += [value for _, value in pairs if isinstance(value, dict | list)]
    return found


DAMAGES: tuple[Callable[[Random, bytes], bytes], ...] = (
    cut_off,
    beginning_gone,
    bit_turned,
    many_bits_turned,
    byte_replaced,
    letter_replaced,
    digit_replaced,
    bytes_put_in,
    signs_put_in,
    block_gone,
    block_zeroed,
    end_zeroed,
    block_doubled,
    halves_swapped,
    line_gone,
    line_doubled,
    lines_swapped,
    written_by_others,
    value_replaced,
    number_replaced,
    value_moved,
)


def test_there_are_more_than_five_thousand_damaged_files():
    assert len(DAMAGES) * len(SOURCES) * EACH == 5_292


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_file_opens_or_says_why_not(tmp_path, damage):
    refused = 0
    for name in SOURCES:
        content = source(name)
        for number in range(EACH):
            damaged = damage(Random(f"{name} {number}"), content)  # noqa: S311 - no secret
            if name == "within":
                damaged = as_bytes(secret().seal(damaged))
            refused += isinstance(outcome(tmp_path, damaged), str)
    assert refused > 0


def test_a_file_that_is_cut_off_anywhere_says_so(tmp_path):
    content = source("first").rstrip()
    for end in range(1, len(content)):
        assert said(tmp_path, content[:end]) == "文件不完整，后面的内容没有了"
    assert outcome(tmp_path, content) == load_plan(PLANS / "first.jiehua")


def test_a_sealed_file_with_a_turned_bit_never_opens_as_another_plan(tmp_path):
    content = source("sealed")
    plan = read_plan(PLANS / "sealed.jiehua", None, secret()).plan
    for bit in range(0, len(content) * 8, 17):
        damaged = bytearray(content)
        damaged[bit // 8] ^= 1 << bit % 8
        found = outcome(tmp_path, bytes(damaged))
        assert isinstance(found, str) or found == plan


@given(data=st.data())
@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_plan_with_anything_in_the_place_of_anything_opens_or_says_why_not(tmp_path, data):
    plan = json.loads(source(data.draw(st.sampled_from(["first", "0.1.0", "schema-2"]))))
    for _ in range(data.draw(st.integers(1, 2))):
        holder, key = data.draw(st.sampled_from(places_in(plan)))
        holder[key] = data.draw(anything)
    outcome(tmp_path, json.dumps(plan).encode())


@given(data=anything, within=st.sampled_from(["", "loans", "budget", "stress", "comparison", "snapshots", "x"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_at_all_opens_or_says_why_not(tmp_path, data, within):
    content = {**json.loads(source("schema-2")), within: data} if within else data
    outcome(tmp_path, json.dumps(content).encode())


# --- what is said -----------------------------------------------------------------------------------------------------


def plan_with(**parts: Any) -> bytes:
    """The first plan's file with other parts, as the newest version has it."""
    plan = json.loads(plan_content(load_plan(PLANS / "first.jiehua")))
    return json.dumps({**plan, **parts}).encode()


def deep_plan(levels: int) -> bytes:
    """A plan of so many levels, the plan itself the first."""
    return plan_with(x=json.loads(nested(levels - 1)))


def with_numbers(number: str) -> bytes:
    return plan_with(x="HERE").replace(b'"HERE"', number.encode())


BALANCE = {"day": "2026-01-01", "amount": "1"}
LONG = "长" * 100_000


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "文件是空的，可能没有写完"),
        (bytes(10_000), "文件是空的，可能没有写完"),
        (source("first")[:500], "文件不完整，后面的内容没有了"),
        (b"\xef\xbb\xbf" * 2 + source("first"), "第 1 行断了或者改坏了"),
        (source("first").decode().encode("utf-16"), "里面不是能读的文字"),
        (source("first").decode().encode("gbk"), "里面不是能读的文字"),
        (source("first") + source("first"), "第 44 行断了或者改坏了"),
        (source("first").replace(b'"id"', b'"name"'), "“name”写了两遍，不知道哪个算数"),
        (with_numbers("NaN"), "NaN 不是数"),
        (with_numbers("-Infinity"), "-Infinity 不是数"),
        (with_numbers("1e999"), "1e999 不是数"),
        (with_numbers("7" * 10_000), "内容断了或者改坏了"),
        (with_numbers('"\\ud800"'), "有不成文字的符号"),
        (deep_plan(61), "一层套一层，太深了，不会是还款计划"),
        (b"[" * 100_000 + b"]" * 100_000, "内容断了或者改坏了"),
        (b"[" * 2_000_000, "文件太大，不会是还款计划"),
        (plan_with(loans=5), "loans 5 不能用在这里"),
        (plan_with(loans=[{"id": "a"}]), "loans.0.product 必须填写"),
        (plan_with(loans=[{"id": "a"}] * 6_000), "loans.0.product 必须填写"),
        (plan_with(stress={"earners": ["a"] * 6_000 + [5]}), "stress.earners.6000 要填文字"),
        (
            plan_with(budget={"balances": [BALANCE] * 3_000 + [{"day": "2026-01-32"}]}),
            "budget.balances.3000.day 日历上没有 2026-01-32 这一天",
        ),
        (plan_with(schema_version=0), "里面没写是哪个版本存的"),
        (plan_with(schema_version=True), "里面没写是哪个版本存的"),
        (plan_with(format="jiehua-draft"), "里面没有还款计划"),
        (plan_with(name=5), "name 要填文字"),
    ],
)
def test_what_is_wrong_with_a_plan_is_said(tmp_path, content, why):
    assert said(tmp_path, content) == why


def test_a_large_plan_is_read_part_by_part_and_is_the_same(tmp_path):
    data = json.loads(source("schema-3"))
    data["loans"] = [{**loan, "id": f"{loan['id']} {number}"} for number in range(60) for loan in data["loans"]]
    data["budget"]["balances"] *= 300
    data["stress"]["earners"] *= 100
    plan = Plan.model_validate(data)
    assert len(plan.loans) == 300
    assert outcome(tmp_path, json.dumps(data).encode()) == plan
    data["loans"][299]["events"] = [{"type": "settlement", "date": "2026-02-30"}]
    assert (
        said(tmp_path, json.dumps(data).encode())
        == "loans.299.events.0.RateChange.type \"settlement\" 不能用；可选：'rate_change'"
    )


def test_a_message_is_short_whatever_the_file_says(tmp_path):
    entry = {"id": "a", "amount": "1", "day": 1, "account": LONG}
    assert len(said(tmp_path, plan_with(budget={"entries": [entry]}))) == 225
    event = {"type": "settlement", "date": "2026-01-01", LONG: 1}
    loan = {**json.loads(source("first"))["loans"][0], "events": [event]}
    assert len(said(tmp_path, plan_with(loans=[loan]))) < 250
    assert len(said(tmp_path, plan_with(schema_version=10**4_000, loans=5))) < 250


def test_a_plan_of_a_newer_program_is_no_damaged_one(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(plan_with(schema_version=99, loans=5))
    with pytest.raises(NewerPlanError) as caught:
        read_plan(path)
    assert str(caught.value) == f"{NAME} 是更新版本的程序存的（格式 99，这里认得到 3），请升级后再打开。"


def test_a_plan_of_a_newer_program_that_makes_sense_is_opened(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(plan_with(schema_version=10**4_000, later=[1]))
    found = read_plan(path)
    assert found.version == 10**4_000
    assert found.plan.model_extra == {"later": [1]}


@pytest.mark.parametrize("deep", [59, 60])
def test_a_plan_of_sixty_levels_opens_and_so_does_all_that_is_made_of_it(tmp_path, deep):
    plan = outcome(tmp_path, deep_plan(deep))
    assert isinstance(plan, Plan)
    kept = with_snapshot(plan, "留底", date(2026, 11, 24))
    assert outcome(tmp_path, plan_content(kept)) == kept
    draft = DraftFile(tmp_path / "drafts")
    draft.write(Draft(kept, kept), None)
    assert draft.read() == (Draft(kept, kept), None)
    draft.let_go()


def test_a_snapshot_of_a_plan_with_half_a_letter_opens_before_it_was_on_disk():
    plan = load_plan(PLANS / "first.jiehua").model_copy(update={"name": "欠款\ud83d"})
    (snapshot,) = with_snapshot(plan, "留底", date(2026, 11, 24)).snapshots
    assert plan_of(snapshot.content)[0] == plan


def test_a_snapshot_deeper_than_a_plan_can_be_is_refused(tmp_path):
    snapshot = {"name": "留底", "made": "2026-11-24", "content": json.loads(nested(60))}
    assert isinstance(outcome(tmp_path, plan_with(snapshots=[snapshot])), Plan)
    snapshot["content"] = json.loads(nested(61))
    assert said(tmp_path, plan_with(snapshots=[snapshot])) == "一层套一层，太深了，不会是还款计划"


def test_what_opens_can_be_saved_though_it_takes_more_room_then(tmp_path):
    numbers = list(range(260_000))
    assert isinstance(outcome(tmp_path, plan_with(x=numbers)), Plan)


def test_what_could_not_be_saved_because_of_its_size_says_so_when_it_is_saved(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(plan_with(x=list(range(500_000))))
    plan = load_plan(path)
    with pytest.raises(PlanFileError) as caught:
        save_plan(path, plan)
    assert str(caught.value) == "计划太大了，存下来会打不开。请先删掉几个快照。"
    assert load_plan(path) == plan


def test_a_plan_of_more_bytes_than_are_saved_is_refused(tmp_path):
    assert isinstance(outcome(tmp_path, plan_with(x="x" * 4_000_000)), Plan)
    assert said(tmp_path, plan_with(x="x" * 4_194_304)) == "文件太大，不会是还款计划"


def test_it_is_said_in_english_where_that_is_spoken(tmp_path):
    text.use(text.ENGLISH)
    path = tmp_path / "plan.jiehua"
    for content in (b"", source("first")[:500], with_numbers("NaN"), deep_plan(61), plan_with(loans=5), b"\xff"):
        path.write_bytes(content)
        with pytest.raises(DamagedPlanError) as caught:
            read_plan(path)
        assert re.fullmatch(r"Can not read plan\.jiehua: [ -~]+\. The file was left as it is\.", str(caught.value))


# --- files of other programs ------------------------------------------------------------------------------------------


def a_workbook(path: Path) -> None:
    with Workbook(path) as book:
        book.add_worksheet("还款").write(0, 0, "12000")


def a_database(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("create table loans (name text)")
    base.close()


def an_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plan.jiehua", source("first"))


FILES: dict[str, Callable[[Path], object]] = {
    "archive": an_archive,
    "database": a_database,
    "picture": lambda path: path.write_bytes(
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + bytes(range(256))
    ),
    "program": lambda path: path.write_bytes(Path(sys.executable).read_bytes()[:100_000]),
    "table": lambda path: path.write_bytes("\ufeff期数,还款日,应还\r\n1,2026-07-15,2490.00\r\n".encode()),
    "table of a Chinese Excel": lambda path: path.write_bytes("期数,还款日\r\n1,2026-07-15\r\n".encode("gbk")),
    "text": lambda path: path.write_text("欠借呗一万二", encoding="utf-8"),
    "workbook": a_workbook,
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_of_another_program_is_no_plan(tmp_path, kind):
    path = tmp_path / NAME
    FILES[kind](path)
    assert said(tmp_path, path.read_bytes()) in {"里面不是能读的文字", "第 1 行断了或者改坏了"}


def test_other_json_is_no_plan(tmp_path):
    for content in (b"{}", b'{"format": null}', b'{"format": ["jiehua-plan"]}', b'{"version": 2}', b"[1]", b"1", b'""'):
        assert said(tmp_path, content) == "里面没有还款计划"


# --- what is no file --------------------------------------------------------------------------------------------------


def not_opened(path: Path) -> str:
    with pytest.raises(PlanFileError) as caught:
        read_plan(path)
    return str(caught.value)


def test_what_is_not_there_says_so(tmp_path):
    link = tmp_path / "link.jiehua"
    link.symlink_to("gone.jiehua")
    gone = "文件或文件夹不在了（移动硬盘、U 盘是不是拔掉了？）"
    assert not_opened(tmp_path / "plan.jiehua") == f"打不开 plan.jiehua：{gone}"
    assert not_opened(tmp_path / "folder" / "plan.jiehua") == f"打不开 plan.jiehua：{gone}"
    assert not_opened(link) == f"打不开 link.jiehua：{gone}"


def test_a_folder_is_no_plan(tmp_path):
    (tmp_path / "plan.jiehua").mkdir()
    assert not_opened(tmp_path / "plan.jiehua") == "打不开 plan.jiehua：这是一个文件夹"


def test_a_name_that_no_file_can_have_says_so(tmp_path):
    assert not_opened(tmp_path / "plan\0.jiehua") == "打不开 plan\0.jiehua：这里不能用这个文件名"
    assert not_opened(tmp_path / ("x" * 300)) == f"打不开 {'x' * 300}：文件名太长"
    (tmp_path / "file").touch()
    assert not_opened(tmp_path / "file" / "plan.jiehua") == "打不开 plan.jiehua：路径中间有一个不是文件夹"


@pytest.mark.skipif(os.name != "posix", reason="links in circles are POSIX")
def test_links_that_lead_round_in_circles_say_so(tmp_path):
    loop, other = tmp_path / "loop.jiehua", tmp_path / "other.jiehua"
    loop.symlink_to(other)
    other.symlink_to(loop)
    assert not_opened(loop) == "打不开 loop.jiehua：链接指来指去，绕成了一圈"
    with pytest.raises(PlanFileError) as caught:
        save_plan(loop, load_plan(PLANS / "first.jiehua"))
    assert str(caught.value) == ("没能存到 loop.jiehua：链接指来指去，绕成了一圈。计划还在窗口里，可以另存到别处。")
    assert sorted(tmp_path.iterdir()) == [loop, other]


@pytest.mark.skipif(os.name != "posix", reason="pipes and sockets with a name are POSIX")
def test_a_pipe_a_socket_and_a_device_are_not_waited_for(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    os.mkfifo("pipe.jiehua")
    assert not_opened(Path("pipe.jiehua")) == "打不开 pipe.jiehua：这不是一个普通文件"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.jiehua")
        assert not_opened(Path("socket.jiehua")).startswith("打不开 socket.jiehua：")
    assert not_opened(Path("/dev/zero")) == "打不开 zero：这不是一个普通文件"
    assert not_opened(Path("/dev/null")) == "打不开 null：这不是一个普通文件"


@pytest.mark.skipif(os.name != "posix", reason="pipes with a name are POSIX")
def test_a_pipe_is_not_replaced_by_a_plan(tmp_path):
    pipe = tmp_path / "pipe.jiehua"
    os.mkfifo(pipe)
    with pytest.raises(PlanFileError, match="这里不能用这个文件名"):
        save_plan(pipe, load_plan(PLANS / "first.jiehua"))
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_half_a_gigabyte_of_nothing_is_refused(tmp_path):
    path = tmp_path / NAME
    with path.open("wb") as stream:
        stream.truncate(500 * 1024 * 1024)
    assert not_opened(path) == f"{NAME} 读不了：文件太大，不会是还款计划。文件没有被改动。"


# --- files made to fill the memory ------------------------------------------------------------------------------------

MOST_MEMORY = 300
"""In megabytes, of the whole process."""
PLAIN, FILE = 4 * 1024 * 1024, 6 * 1024 * 1024
LOAN = '{"id":"a","name":"","product":"p","periods":5,"method":"bullet","principal":"1","start_date":"2026-01-01"}'
OPENING = """
import sys
from pathlib import Path
from jiebei_desktop.files.plan_file import PlanFileError, read_plan

try:
    read_plan(Path(sys.argv[1]), "12345678")
    print("opened")
except PlanFileError as error:
    print(str(error).splitlines()[0])
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def before(part: str) -> str:
    """The first plan's file up to one of its parts, which comes last."""
    plan = json.loads(plan_with())
    plan.pop(part, None)
    return f'{json.dumps(plan)[:-1]},"{part}":'


def full(start: str, unit: str, end: str, size: int = FILE) -> bytes:
    """As much of something again and again as fits into a file."""
    return (start + unit * ((size - len((start + end).encode())) // len(unit.encode())) + end).encode()


def numbered(start: str, unit: str, end: str, size: int = FILE) -> bytes:
    """The same with a number of five digits in each, and commas between them."""
    count = (size - len(start) - len(end)) // (len(unit) + 5)
    return (start + ",".join(unit.replace("#", f"{number:05x}") for number in range(count)) + end).encode()


def hungry() -> dict[str, bytes]:
    """Contents of as many bytes as are read, of a plan or of a file, which come to as much as possible in memory."""
    other, loan = before("x"), f"{before('loans')}[{LOAN[:-1]}"
    lists, objects = "[" * 55 + "]" * 55 + ",", '{"":' * 55 + "0" + "}" * 55 + ","
    empty, event = "{}" + " " * 14 + ",", '{"date":"2026-01-01"}'
    names = ",".join(f'"{number:x}":0' for number in range(3_999))
    many_events = full(loan + ',"events":[', event + ",", event + "]}]}", PLAIN)
    return {
        "lists": full("[", "[],", "[]]"),
        "deep lists": full("[", lists, "0]"),
        "deep objects": full("[", objects, "0]"),
        "as many deep lists as there may be": full(other + "[" + lists * 4_700, '"ab",', "0]}", PLAIN),
        "as many deep objects as there may be": full(other + "[" + objects * 4_700, '"ab",', "0]}", PLAIN),
        "more of them": full(other + "[" + objects * 7_100, '"ab",', "0]}"),
        "ones": full(other + "[", "1,", "1]}"),
        "words": full(other + "[", '"ab",', "0]}", PLAIN),
        "letters of four bytes": full(other + '"', "😀", '"}', PLAIN),
        "one of them among letters of one byte": full(other + '"😀', "a", '   "}', PLAIN),
        "backslashes": full('{"x":"', '\\"', ""),
        "digits": full(other, "7", "}"),
        "names": numbered(other + "{", '"#":0', "}}"),
        "names, and one twice": numbered('{"x":{', '"#":0', ',"twice":0,"twice":0}}'),
        "bad loans": full(before("loans") + "[", "0  ,", "0]}", PLAIN),
        "empty loans": full(before("loans") + "[", empty, "0]}", PLAIN),
        "empty events": full(loan + ',"events":[', empty, "{}]}]}", PLAIN),
        "events with many names": f'{loan},"events":[{",".join([f"{{{names}}}"] * 100)}]}}]}}'.encode(),
        "bad earners": full(before("stress") + '{"earners":[', "0  ,", "0]}}", PLAIN),
        "empty entries": full(before("budget") + '{"entries":[', empty, "0]}}", PLAIN),
        "bad columns": full(before("comparison") + '{"options":[', '{"kind":"offer"},', "0]}}", PLAIN),
        "good events under a password": as_bytes(Secret("12345678").seal(many_events)),
        "good products": numbered(before("products") + "[", '{"id":"own_#","name":"a"}', "]}", PLAIN),
    }


def envelope(**changes: Any) -> bytes:
    """The first plan under a password that is made quickly, its envelope changed."""
    sealed = Secret("12345678", cost=Cost(128, 1, 1)).seal(source("first"))
    return json.dumps({**sealed, "key": {**sealed["key"], **changes}}).encode()


def opened(path: Path) -> tuple[str, int]:
    """Open a file in a process of its own; returns what it said, and the most memory that it took, in megabytes."""
    process = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", OPENING, path], capture_output=True, encoding="utf-8", check=True
    )
    words, kilobytes = process.stdout.splitlines()
    return words, int(kilobytes) // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of a process is read from /proc")
def test_no_file_fills_the_memory(tmp_path):
    contents = {
        **hungry(),
        "2 GB for a key": envelope(memory=2 * 1024 * 1024),
        "as much for a key as there may be": envelope(memory=128 * 1024, iterations=12, lanes=16),
    }
    paths = []
    for name, content in contents.items():
        paths.append(tmp_path / f"{name}.jiehua")
        paths[-1].write_bytes(content)
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(contents, pool.map(opened, paths), strict=True))
    peak, name = max((memory, name) for name, (_, memory) in found.items())
    print(f"{len(found)} files, at most {peak} MB: {name}")  # noqa: T201 - the figure
    assert peak < MOST_MEMORY
    words = {name: said.split("：", 1)[-1].removesuffix("。文件没有被改动。") for name, (said, _) in found.items()}
    assert words == {
        "lists": "文件太大，不会是还款计划",
        "deep lists": "文件太大，不会是还款计划",
        "deep objects": "文件太大，不会是还款计划",
        "as many deep lists as there may be": "opened",
        "as many deep objects as there may be": "opened",
        "more of them": "内容太多，不会是还款计划",
        "ones": "内容太多，不会是还款计划",
        "words": "opened",
        "letters of four bytes": "opened",
        "one of them among letters of one byte": "opened",
        "backslashes": "文件不完整，后面的内容没有了",
        "digits": "内容断了或者改坏了",
        "names": "内容太多，不会是还款计划",
        "names, and one twice": "内容太多，不会是还款计划",
        "bad loans": "loans.0 0 不能用在这里",
        "empty loans": "loans.0.product 必须填写",
        "empty events": "loans.0.events.0.RateChange.date 必须填写",
        "events with many names": "loans.0.events.0.RateChange.date 必须填写",
        "bad earners": "stress.earners.0 要填文字",
        "empty entries": "budget.entries.0.id 必须填写",
        "bad columns": "comparison.amount 必须填写",
        "good products": "opened",
        "2 GB for a key": "加密的内容坏了",
        "as much for a key as there may be": "密码不对。",
        "good events under a password": "opened",
    }
