"""What a statement comes in: zips that are sealed, damaged, full of other things, or made to fill the memory."""

import os
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from jiebei_desktop.files.alipay import PasswordWantedError, StatementError, WrongPasswordError, read_statement
from tests.files.alipay.making import read, repaid, text_of
from tests.files.alipay.zips import NAME, aes_zip, old_zip, plain_zip

TABLE = text_of([repaid()]).encode("gb18030")
linux = pytest.mark.skipif(sys.platform != "linux", reason="pipes, sockets and peaks of memory as Linux has them")

PASSWORD = "314159"  # noqa: S105 - of files that are made up
SEALED = {
    "AES": (Path(__file__).parent / "sealed.zip").read_bytes(),  # made once: each one made is sealed differently
    "the old way": old_zip(TABLE, PASSWORD, NAME.encode("gbk")),
    "the old way, stored": old_zip(TABLE, PASSWORD, NAME.encode("gbk"), stored=True),
}


def refused(folder, content, password=None, error=StatementError):
    with pytest.raises(error) as caught:
        read(folder, content, password, "账单.zip")
    assert type(caught.value) is error
    said = str(caught.value)
    assert said.startswith("账单.zip 读不了：")
    return said.removeprefix("账单.zip 读不了：")


@pytest.mark.parametrize("way", SEALED)
def test_a_sealed_zip_asks_for_its_password(tmp_path, way):
    wanted = "压缩包有密码，请填支付宝给的解压密码"
    assert refused(tmp_path, SEALED[way], error=PasswordWantedError) == wanted
    assert refused(tmp_path, SEALED[way], "", error=PasswordWantedError) == wanted


@pytest.mark.parametrize("way", SEALED)
@pytest.mark.parametrize("password", [PASSWORD, f" {PASSWORD}\n", "３１４１５９"])
def test_the_password_opens_it_as_it_was_meant(tmp_path, way, password):
    assert len(read(tmp_path, SEALED[way], password).movements) == 1


def test_a_sealed_zip_that_is_damaged_within_is_told_from_a_wrong_password(tmp_path):
    content = bytearray(SEALED["AES"])
    content[content.index(b".csv") + 60] ^= 1
    assert refused(tmp_path, bytes(content), PASSWORD) == "压缩包坏了或者没有下载完，请重新下载"


def test_a_password_with_chinese_letters_opens_it_in_either_code(tmp_path):
    assert len(read(tmp_path, aes_zip(TABLE, "密码"), "密码").movements) == 1


@pytest.mark.parametrize("way", SEALED)
def test_no_wrong_password_opens_it(tmp_path, way):
    # Of a thousand, four or so pass the one byte by which the old way tells them from the right one.
    said = {refused(tmp_path, SEALED[way], f"{n:06d}", WrongPasswordError) for n in range(1000)}
    doubtful = "密码不对，也可能是压缩包坏了；请再试一次，不行就重新下载"
    assert said == ({"密码不对"} if way == "AES" else {"密码不对", doubtful})


def test_a_password_is_of_no_use_to_a_plain_file(tmp_path):
    assert len(read(tmp_path, TABLE, "whatever").movements) == 1
    assert len(read(tmp_path, plain_zip({NAME: TABLE}), "whatever").movements) == 1


def test_what_a_file_is_called_does_not_matter(tmp_path):
    assert len(read(tmp_path, plain_zip({NAME: TABLE}), name="账单.csv").movements) == 1
    assert len(read(tmp_path, TABLE, name="账单.zip").movements) == 1


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "压缩包里没有 .csv 表，请选支付宝发来的那个压缩包"),
        ({"说明.pdf": b"%PDF"}, "压缩包里没有 .csv 表，请选支付宝发来的那个压缩包"),
        ({"内/": b"", "内/.a.csv": TABLE}, "压缩包里没有 .csv 表，请选支付宝发来的那个压缩包"),
        ({"a.csv": TABLE, "b.csv": TABLE}, "压缩包里有 2 张表（a.csv、b.csv），不知道要读哪一张，请解压后选一张"),
        ({"a.txt": TABLE, "b.txt": TABLE}, "压缩包里有 2 张表（a.txt、b.txt），不知道要读哪一张，请解压后选一张"),
        (
            {f"{n}/../表\u202e{n}.csv": TABLE for n in range(5)},
            "压缩包里有 5 张表（表0.csv、表1.csv、表2.csv），不知道要读哪一张，请解压后选一张",
        ),
        ({"a.zip": plain_zip({NAME: TABLE})}, "压缩包里还是压缩包，请先解开外面的一层"),
        ({"a.csv": plain_zip({NAME: TABLE})}, "压缩包里还是压缩包，请先解开外面的一层"),
        ({"a.csv": b""}, "文件是空的，可能没有下载完，请重新下载"),
        ({"a.csv": b"%PDF-1.7"}, "这是一个 PDF，请选支付宝发来的原始 .csv 或 .zip"),
        ({f"{n}.txt": b"" for n in range(600)}, "压缩包里的文件太多，不会是支付宝的账单"),
    ],
)
def test_a_zip_with_anything_but_one_table_says_what_is_in_it(tmp_path, files, said):
    assert refused(tmp_path, plain_zip(files)) == said


def test_a_text_beside_the_table_is_left_alone(tmp_path):
    assert len(read(tmp_path, plain_zip({"说明.txt": b"hello", "a.csv": TABLE, "x.pdf": b"%PDF"})).movements) == 1


def test_a_long_statement_of_rows_that_are_all_alike_is_no_bomb(tmp_path):
    long = text_of([repaid()] * 200_000).encode("gb18030")
    packed = plain_zip({NAME: long})
    assert len(long) > 250 * len(packed)
    assert len(read(tmp_path, packed).movements) == 200_000


@pytest.mark.parametrize("name", ["../../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.CSV", "x.txt"])
def test_a_path_in_a_zip_leads_nowhere(tmp_path, name):
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    assert len(read(inner, plain_zip({name: TABLE})).movements) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [inner / "账单.csv"]


def test_a_name_in_gbk_is_shown_as_it_was_meant(tmp_path):
    both = plain_zip({"aaaaaa.csv": TABLE, "bbbbbb.csv": TABLE})
    both = both.replace(b"aaaaaa", "账单一".encode("gbk")).replace(b"bbbbbb", "账单二".encode("gbk"))
    assert refused(tmp_path, both).startswith("压缩包里有 2 张表（账单一.csv、账单二.csv）")


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_uncommon_way_to_compress_is_refused(tmp_path, compression):
    said = "压缩包用的压缩方式不常见，请解压后再选里面的 .csv"
    assert refused(tmp_path, plain_zip({NAME: TABLE}, compression)) == said


def test_a_workbook_is_told_from_a_zip(tmp_path):
    path = tmp_path / "账单.xlsx"
    Workbook(path).close()
    said = "这是一个 Excel 工作簿，请选支付宝发来的原始 .csv 或 .zip"
    assert refused(tmp_path, path.read_bytes()) == said


def test_a_zip_that_is_cut_off_or_turned_at_any_place_says_so_or_is_read_right(tmp_path):
    whole = plain_zip({NAME: TABLE})
    wanted = read(tmp_path, whole, name="账单.zip")
    for end in range(4, len(whole), 7):
        assert refused(tmp_path, whole[:end]) == "压缩包坏了或者没有下载完，请重新下载"
    for name, content in {"plain": whole, **SEALED}.items():
        for place in range(len(content)):
            turned = content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :]
            try:
                assert read(tmp_path, turned, PASSWORD, "账单.zip") == wanted, (name, place)
            except StatementError as error:
                assert str(error).startswith("账单.zip 读不了：")


@linux
def test_a_folder_and_a_pipe_are_refused_at_once(tmp_path):
    with pytest.raises(StatementError, match=f"^{tmp_path.name} 读不了：这是一个文件夹$"):
        read_statement(tmp_path)
    os.mkfifo(tmp_path / "管子.csv")
    with pytest.raises(StatementError, match=r"^管子\.csv 读不了：这不是一个普通文件$"):
        read_statement(tmp_path / "管子.csv")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        with pytest.raises(StatementError, match=r"^s 读不了："):
            read_statement(tmp_path / "s")


@linux
def test_a_disk_that_fails_while_it_is_read_is_named():
    with pytest.raises(StatementError, match=r"^mem 读不了：磁盘读写出错"):
        read_statement(Path("/proc/self/mem"))  # a regular file whose first page can't be read


# --- what is made to fill the memory ----------------------------------------------------------------------------------

MEASURED = """
import resource, sys
from pathlib import Path
from jiebei_desktop.files.alipay import StatementError, read_statement
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_statement(Path(sys.argv[1]), "314159")
except StatementError as error:
    print(error)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def measured(path: Path) -> tuple[str, float]:
    """What a process of its own says of a file, and the megabytes that it takes more for reading it."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", MEASURED, path], capture_output=True, text=True, check=True, timeout=120
    )
    said, taken = done.stdout.splitlines()
    return said, int(taken) / 1024


@linux
@pytest.mark.parametrize("sealed", [False, True])
def test_a_zip_bomb_is_refused_before_it_fills_the_memory(tmp_path, sealed):
    bomb = tmp_path / "炸弹.zip"
    zeros = bytes(300_000_000)
    bomb.write_bytes(aes_zip(zeros, PASSWORD) if sealed else plain_zip({NAME: zeros}))
    said, taken = measured(bomb)
    assert said == "炸弹.zip 读不了：压缩包里的东西解开太大，不会是支付宝的账单"
    assert taken < 150


@linux
def test_a_file_of_zeros_is_refused_at_once(tmp_path):
    path = tmp_path / "零.csv"
    with path.open("wb") as stream:
        stream.truncate(500_000_000)
    said, taken = measured(path)
    assert said == "零.csv 读不了：文件是空的，可能没有下载完，请重新下载"
    assert taken < 20


@pytest.mark.parametrize(
    ("head", "why"), [(b"x", "文件太大，不会是支付宝的账单"), (b"PK\x03\x04", "文件太大，不会是支付宝的账单")]
)
def test_a_file_that_is_too_large_is_refused_at_once(tmp_path, head, why):
    path = tmp_path / "大.csv"
    with path.open("wb") as stream:
        stream.write(head)
        stream.truncate(500_000_000)
    said, taken = measured(path)
    assert said == "大.csv 读不了：文件太大，不会是支付宝的账单"
    assert taken < 20
