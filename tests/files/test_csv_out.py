"""CSV that spreadsheets read right."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.csv_out import CsvOptions, csv_bytes, guarded, write_csv
from jiebei_desktop.files.tables import Share, Table, Word

STARTS = "=+-@\t\r＝＋－＠"
TOLD = Table(("期", "应还", "怎么算的"), ((1, Decimal(-5), "-5 元"),), ("period", "payment", "why"), frozenset({2}))


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
        ("好\r=1", "'好\r=1"),
        ("＝1+1", "'＝1+1"),
        ("－5", "'－5"),
        ("-5", "'-5"),
        ("'=1", "''=1"),
        ("'n Sofa", "'n Sofa"),
        ("装修=5", "装修=5"),
        ("借呗 12 期", "借呗 12 期"),
        ("", ""),
    ],
)
def test_text_that_a_spreadsheet_would_run_is_guarded(cell, written):
    assert guarded(cell) == written
    assert read(csv_bytes(Table((cell,), ((cell,),)))) == [[written]] * 2 or cell == ""


def unguarded(cell: str) -> str:
    """Take away the apostrophe that was put before a text."""
    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def test_a_number_below_zero_stays_one_where_the_same_text_is_guarded():
    assert read(csv_bytes(Table(("a", "b"), (("-5", Decimal(-5)),))))[1] == ["'-5", "-5.00"]


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (CsvOptions(), "\ufeff期,应还,怎么算的\r\n1,-5.00,'-5 元\r\n"),
        (CsvOptions(mark=False), "期,应还,怎么算的\r\n1,-5.00,'-5 元\r\n"),
        (CsvOptions(keys=True), "\ufeffperiod,payment,why\r\n1,-5.00,'-5 元\r\n"),
        (CsvOptions(why=False), "\ufeff期,应还\r\n1,-5.00\r\n"),
        (CsvOptions(mark=False, keys=True, why=False), "period,payment\r\n1,-5.00\r\n"),
    ],
)
def test_what_is_asked_for_is_written(options, written, tmp_path):
    assert csv_bytes(TOLD, options) == written.encode()
    write_csv(tmp_path / "a.csv", TOLD, options)
    assert (tmp_path / "a.csv").read_bytes() == written.encode()


def test_a_program_gets_the_key_of_a_word():
    table = Table(("a", "b"), ((Word("-已还", "paid"), Word("x", "=own")),))
    assert read(csv_bytes(table)) == [["a", "b"], ["'-已还", "x"]]
    assert read(csv_bytes(table, CsvOptions(keys=True)))[1] == ["paid", "'=own"]


texts = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_any_text_reads_back(rows):
    table = Table(("a", "b"), tuple(rows))
    assert read(csv_bytes(table))[1:] == [[guarded(cell) for cell in row] for row in rows]


risky = st.lists(st.sampled_from([*STARTS, "'", " ", "\u3000", "\n", "a", "好", ",", '"', "1"]), max_size=8).map(
    "".join
)


@given(st.lists(st.tuples(risky | texts, risky | texts), min_size=1, max_size=5))
def test_no_text_begins_a_formula_and_each_is_had_back(rows):
    found = read(csv_bytes(Table(("a", "b"), tuple(rows))))[1:]
    assert [tuple(map(unguarded, row)) for row in found] == rows
    for cell in (cell for row in found for cell in row):
        lines = cell.replace("\r", "\n").split("\n")
        assert cell.startswith("'") or not any(line.lstrip(" \u00a0\u3000").startswith(tuple(STARTS)) for line in lines)


def test_writing_replaces_the_old_file(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("old")
    write_csv(path, Table(("a",), ((1,),)))
    assert read(path.read_bytes()) == [["a"], ["1"]]
