"""CSV that spreadsheets read right."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.csv_out import csv_bytes, guarded, write_csv
from jiebei_desktop.files.tables import Share, Table


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_form_of_the_file():
    table = Table(("期", "应还"), ((1, Decimal("-12.5")), (2, date(2026, 11, 24)), (3, None), (4, Decimal("1E+3"))))
    assert csv_bytes(table) == (b"\xef\xbb\xbf" + "期,应还\r\n1,-12.50\r\n2,2026-11-24\r\n3,\r\n4,1000.00\r\n".encode())


@pytest.mark.parametrize(
    ("share", "written"), [("0.149375", "14.94"), ("0.15", "15.00"), ("-0.00005", "-0.01"), ("0", "0.00")]
)
def test_a_share_is_a_percentage_without_its_sign(share, written):
    assert read(csv_bytes(Table(("a",), ((Share(Decimal(share)),),))))[1] == [written]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-借款", "'-借款"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u3000=cmd|' /C calc'!A0", "'\u3000=cmd|' /C calc'!A0"),
        ("好\n=1", "'好\n=1"),
        ("装修=5", "装修=5"),
        ("借呗 12 期", "借呗 12 期"),
        ("", ""),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_guarded(cell, written):
    assert guarded(cell) == written
    assert read(csv_bytes(Table((cell,), ((cell,),)))) == [[written]] * 2 or cell == ""


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_any_text_reads_back(rows):
    table = Table(("a", "b"), tuple(rows))
    assert read(csv_bytes(table))[1:] == [[guarded(cell) for cell in row] for row in rows]


def test_writing_replaces_the_old_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old")
    write_csv(path, Table(("a",), ((1,),)))
    assert read(path.read_bytes()) == [["a"], ["1"]]
