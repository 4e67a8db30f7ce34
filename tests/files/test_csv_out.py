"""CSV that spreadsheets read right."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.csv_out import csv_bytes, guarded, write_csv
from jiebei_desktop.files.tables import Table, comparison_table
from jiebei_desktop.planning.comparison import compare
from jiebei_desktop.planning.document import Comparison, Offer
from jiebei_desktop.planning.entry import offer_for
from jiebei_desktop.values import Method


def read(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_form_of_the_file():
    table = Table(("期", "应还"), ((1, Decimal("-12.5")), (2, date(2026, 11, 24)), (3, None), (4, Decimal("1E+3"))))
    assert csv_bytes(table) == (b"\xef\xbb\xbf" + "期,应还\r\n1,-12.50\r\n2,2026-11-24\r\n3,\r\n4,1000.00\r\n".encode())


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


def test_an_option_without_figures_leaves_its_cells_empty_and_gives_the_reason(rules):
    able = offer_for(rules.rules["jiebei"]).model_copy(update={"periods": 3})
    unable = Offer(product="huabei_instalment", periods=5, method=Method.FLAT_FEE)
    comparison = Comparison(amount=Decimal(1000), start_date=date(2026, 11, 24), options=(able, unable))
    rows = comparison_table(compare(comparison, rules)).rows
    assert rows[1][2] is None
    assert rows[-1][0] == "算不出来的原因"
    assert "没有公布" in rows[-1][2]
    assert len(rows) == 7 + 2 * 3 + 1
