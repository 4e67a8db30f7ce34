"""Lines and rows: quotes, ends of lines, and what stands on which line."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.alipay.decoding import Line, lines_of
from jiebei_desktop.files.alipay.rows import cells_in, rows_of


def lines(text: str) -> list[Line]:
    return list(lines_of(io.BytesIO(f"交易\n{text}".encode())))[1:]


def rows(text: str, width: int = 3) -> list[tuple[int, list[str], bool]]:
    return [(row.line - 1, row.cells, row.ended) for row in rows_of(iter(lines(text)), width)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_has_a_number_and_may_have_no_end(end):
    assert lines(end.join(["a", "", "b"])) == [Line(2, "a", True), Line(3, "", True), Line(4, "b", False)]


def test_ends_of_lines_are_whole_where_the_file_is_read_in_pieces():
    text = "交易\r\n" + "x" * 100 + "\r\n"
    content = (text * 10_000).encode("gb18030")  # pieces of 64 KB end at each place of it
    found = list(lines_of(io.BytesIO(content)))
    assert len(found) == 20_000
    assert {line.text for line in found} == {"交易", "x" * 100}


def test_only_ends_of_lines_end_a_line():
    assert lines("a\x0bb\x0cc\x1cd\x85e\u2028f\n") == [Line(2, "a\x0bb\x0cc\x1cd\x85e\u2028f", True)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b,c", ["a", "b", "c"]),
        ("", [""]),
        (",", ["", ""]),
        ('"a,b",c', ["a,b", "c"]),
        ('"a""b"', ['a"b']),
        ('""', [""]),
        (' "a" ,b', ["a ", "b"]),
        ('5"屏,b', ['5"屏', "b"]),
        ('"品牌"手机,b', ["品牌手机", "b"]),
        ('"a\nb",c', ["a\nb", "c"]),
    ],
)
def test_a_row_is_cut_into_cells(text, cells):
    assert cells_in(text) == cells


@pytest.mark.parametrize("text", ['"', '"a', 'a,"b', '"a""', '"a"",b', '"a","'])
def test_a_row_that_ends_within_quotes_has_no_cells(text):
    assert cells_in(text) is None


@given(wanted=st.lists(st.lists(st.text('",\n 交a', max_size=6), min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_a_writer_of_tables_quotes_is_read_back(wanted):
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(wanted)
    assert [row[1] for row in rows(written.getvalue(), 30)] == wanted  # no line has as many cells as that


def test_a_quoted_cell_goes_over_lines_up_to_its_end():
    assert rows('a,"b\n\nc",d\ne,f,g') == [(1, ["a", "b\n\nc", "d"], True), (4, ["e", "f", "g"], False)]


def test_a_quote_without_end_stays_in_its_line():
    text = 'a,"b,c\nd,e,f\ng,"h,i\n'
    assert rows(text) == [(1, ["a", '"b', "c"], True), (2, ["d", "e", "f"], True), (3, ["g", '"h', "i"], True)]


def test_a_quote_that_closes_too_late_stays_in_its_line():
    text = 'a,"b\n' + "x\n" * 30 + '",c\n'
    assert [row[1] for row in rows(text)] == [["a", '"b'], *[["x"]] * 30, ['"', "c"]]
