"""CSV that may be anything is read safely, or refused in words that say what to do."""

import csv
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jiebei_desktop.files import csv_in
from jiebei_desktop.files.csv_in import CsvError, CsvFile, CsvRow, read_csv

TABLE = "名字,本金\r\n装修,12000\r\n"
WANTED = (("名字", "本金"), (CsvRow(2, ("装修", "12000")),))


def read(tmp_path: Path, content: bytes | str) -> CsvFile:
    path = tmp_path / "借款.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_csv(path)


def refused(tmp_path: Path, content: bytes | str) -> str:
    with pytest.raises(CsvError) as caught:
        read(tmp_path, content)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_the_encoding_is_found(tmp_path, encoding):
    found = read(tmp_path, TABLE.encode(encoding))
    assert (found.name, found.header, found.rows, found.ended) == ("借款.csv", *WANTED, True)


def test_utf_16_of_either_order_is_read_by_its_mark(tmp_path):
    found = read(tmp_path, b"\xfe\xff" + TABLE.encode("utf-16-be"))
    assert (found.header, found.rows) == WANTED


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_separator_and_line_ends_are_found(tmp_path, separator, end):
    text = TABLE.replace(",", separator).replace("\r\n", end)
    found = read(tmp_path, text)
    assert (found.header, found.rows) == WANTED


def test_a_comma_inside_quotes_is_no_separator(tmp_path):
    found = read(tmp_path, '"a,b,c";d\r\n"1,5";2\r\n')
    assert found.header == ("a,b,c", "d")
    assert found.rows == (CsvRow(2, ("1,5", "2")),)


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path):
    # the second row takes two lines of the file, the third one is empty
    found = read(tmp_path, '\r\na,b\r\n"1\r\n1",2\r\n,\r\n3,4\r\n')
    assert found.header == ("a", "b")
    assert found.rows == (CsvRow(3, ("1\r\n1", "2")), CsvRow(5, ("3", "4")))


def test_a_file_that_ends_within_a_row_is_told(tmp_path):
    assert not read(tmp_path, TABLE.removesuffix("\r\n")).ended


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "里面什么都没有"),
        (b"\r\n,,\r\n", "里面什么都没有"),
        (b"PK\x03\x04rest", "这是 Excel 的工作簿；请在 Excel 里另存为 CSV，再导入"),
        (b"\xd0\xcf\x11\xe0rest", "这是 Excel 的工作簿；请在 Excel 里另存为 CSV，再导入"),
        ("名字\r\n装".encode() + b"\xe8\xa3", "最后一个字只有一半，文件没有写完"),
        ("名字\r\n装".encode("gb18030") + b"\xd0", "最后一个字只有一半，文件没有写完"),
        (TABLE.encode("utf-16")[:-1], "最后一个字只有一半，文件没有写完"),
        (TABLE.encode("utf-16-be"), "不是 UTF-8、UTF-16 或 GB18030 的文字；请另存为 CSV UTF-8，再导入"),
        (b"\xff\x00\xff\xff,\x81", "不是 UTF-8、UTF-16 或 GB18030 的文字；请另存为 CSV UTF-8，再导入"),
        ('a,b\r\n"1,2\r\n', "第 2 行的引号不成对，文件可能没有写完"),
        ('a,b\r\n1,2\r\n"1"x,2\r\n', "第 3 行的引号不成对，文件可能没有写完"),
        ("a\r\n" + "1," * 300 + "1\r\n", "第 2 行超过了 200 格，不会是借款或收支的表"),
        ("a,b\r\n" * 10_001, "超过了 10000 行，一个计划放不下这么多"),
        (b"a" * (8 * 1024 * 1024 + 1), "超过了 8 MB，一个计划放不下这么多"),
    ],
)
def test_what_can_not_be_read_is_refused_in_words(tmp_path, content, why):
    assert refused(tmp_path, content) == f"读不了 借款.csv：{why}。"


def test_a_folder_a_missing_file_and_a_name_that_can_not_be_are_refused(tmp_path):
    for path, why in [
        (tmp_path, "这是一个文件夹" if sys.platform != "win32" else "没有权限"),
        (tmp_path / "gone.csv", "文件或文件夹不在了"),
        (tmp_path / "a\0b.csv", "这里不能用这个文件名"),
    ]:
        with pytest.raises(CsvError, match=why):
            read_csv(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no place in folders here")
def test_a_pipe_is_refused_without_waiting_for_somebody_to_write_into_it(tmp_path):
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    with pytest.raises(CsvError, match="这不是一个普通文件"):
        read_csv(path)


def test_a_cell_may_be_longer_than_what_python_usually_allows(tmp_path):
    usual = csv.field_size_limit()
    found = read(tmp_path, "a,b\r\n" + "长" * 200_000 + ",2\r\n")
    assert found.rows[0].cells == ("长" * 200_000, "2")
    assert csv.field_size_limit() == usual


def test_many_rows_are_not_all_looked_at(tmp_path):
    # the fault in the last row is never reached: reading ends where there are too many
    content = "a,b\r\n" * csv_in.MOST_ROWS * 2 + '"'
    assert "超过了 10000 行" in refused(tmp_path, content)


@given(content=st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anything_is_read_or_refused(tmp_path, content):
    try:
        found = read(tmp_path, content)
    except CsvError as error:
        assert str(error).startswith("读不了 借款.csv：")
    else:
        assert any(title.strip() for title in found.header)
