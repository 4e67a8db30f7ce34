"""Workbooks as Excel reads them: what is in their XML."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jiebei_desktop.files.tables import Share, Table
from jiebei_desktop.files.xlsx_charts import COST, MONEY, PRINCIPAL, Chart, Series
from jiebei_desktop.files.xlsx_out import Sheet, sheet_names, write_xlsx, xlsx_bytes
from tests.conftest import TODAY

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
MADE = Sheet(
    "借呗 12 期",
    Table(
        ("项目", "数"),
        (
            ("总共还", Decimal("6528.10")),
            ("差", Decimal("-0.1")),
            ("首个还款日", date(2026, 12, 23)),
            ("年化", Share(Decimal("0.1494"))),
            ("期数", 12),
            ("原因", None),
        ),
    ),
    ("名义年化是单利。", "2026-11-24 的公告"),
)


class Read(NamedTuple):
    """A cell as the file has it: its kind ("s" for text), its value and its number format."""

    kind: str | None
    value: str
    form: str


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def tree(content: bytes, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts(content)[part])


def cells(content: bytes, sheet: int = 1) -> dict[str, Read]:
    """Return every cell of a sheet that holds something, by its address."""
    texts = [
        "".join(node.text or "" for node in each.iter(f"{MAIN}t"))
        for each in tree(content, "xl/sharedStrings.xml").iterfind(f"{MAIN}si")
    ]
    styles = tree(content, "xl/styles.xml")
    own = {node.get("numFmtId"): node.get("formatCode") for node in styles.iter(f"{MAIN}numFmt")}
    built_in = {"0": "General", "1": "0", "2": "0.00", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
    forms = {**built_in, **own}
    styled = [node.get("numFmtId") for node in styles.find(f"{MAIN}cellXfs")]
    found = {}
    for node in tree(content, f"xl/worksheets/sheet{sheet}.xml").iter(f"{MAIN}c"):
        value = node.findtext(f"{MAIN}v")
        assert node.find(f"{MAIN}f") is None, "a formula"
        if value is not None:
            value = texts[int(value)] if node.get("t") == "s" else value
            found[node.get("r")] = Read(node.get("t"), value, forms[styled[int(node.get("s"))]])
    return found


def test_every_cell_is_what_it_is():
    assert cells(xlsx_bytes([MADE], TODAY)) == {
        "A1": ("s", "项目", "General"),
        "B1": ("s", "数", "General"),
        "A2": ("s", "总共还", "General"),
        "B2": (None, "6528.10", "#,##0.00"),
        "A3": ("s", "差", "General"),
        "B3": (None, "-0.1", "#,##0.00"),
        "A4": ("s", "首个还款日", "General"),
        "B4": (None, "46379", "yyyy-mm-dd"),  # days since 30 December 1899
        "A5": ("s", "年化", "General"),
        "B5": (None, "0.1494", "0.00%"),
        "A6": ("s", "期数", "General"),
        "B6": (None, "12", "0"),
        "A7": ("s", "原因", "General"),
        "A9": ("s", "名义年化是单利。", "General"),
        "A10": ("s", "2026-11-24 的公告", "General"),
    }


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+86",
        "-1",
        "@SUM(A1)",
        "{=1}",
        "12",
        "1e5",
        "https://example.org/",
        "mailto:a",
        " a ",
        "a\nb",
        "_x0041_",
        "<b>&</b>",
    ],
)
def test_text_stays_text(typed):
    read = cells(xlsx_bytes([Sheet("a", Table((typed, typed), ((typed, typed),)), (typed,))], TODAY))
    assert list(read) == ["A1", "B1", "A2", "B2", "A4"]
    assert {(cell.kind, cell.value.replace("_x005F_", "_")) for cell in read.values()} == {("s", typed)}


def test_text_stays_text_when_it_is_edited():
    content = xlsx_bytes([MADE], TODAY)
    styles = tree(content, "xl/styles.xml").find(f"{MAIN}cellXfs")
    sheet = tree(content, "xl/worksheets/sheet1.xml")
    cell = next(node for node in sheet.iter(f"{MAIN}c") if node.get("r") == "A2")
    assert styles[int(cell.get("s"))].get("quotePrefix") == "1"


@pytest.mark.parametrize(("sign", "kept"), [("长", 32_766), ("😀", 16_383)])
def test_a_text_that_is_longer_than_a_cell_can_be_is_cut_and_not_left_out(sign, kept):
    read = cells(xlsx_bytes([Sheet("a", Table(("a",), ((sign * 40_000,), (sign * 10,))))], TODAY))
    assert read["A2"].value == sign * kept + "…"
    assert read["A3"].value == sign * 10


def test_text_like_the_mark_up_of_the_file_breaks_nothing():
    typed = "<r><t>a & b</r>"
    assert cells(xlsx_bytes([Sheet("a", Table(("a",), ((typed,),)))], TODAY))["A2"].value == f"\u200b{typed}"


@given(st.decimals("-1000000000", "1000000000", places=2))
def test_money_is_exact(amount):
    read = cells(xlsx_bytes([Sheet("a", Table(("a",), ((amount,),)))], TODAY))
    assert float(read["A2"].value) == float(amount)
    assert Decimal(read["A2"].value) == amount


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40), max_size=6),
)
def test_any_names_make_sheets(wanted):
    names = sheet_names(wanted)
    assert len(names) == len(wanted) == len({name.lower() for name in names})
    assert all(0 < len(name.encode("utf-16-le")) <= 62 for name in names)
    table = Table(("a",), ())
    content = xlsx_bytes([Sheet(name, table) for name in wanted], TODAY)
    if wanted:
        assert [node.get("name") for node in tree(content, "xl/workbook.xml").iter(f"{MAIN}sheet")] == names


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["还款计划"], ["还款计划"]),
        (["a/b:c*d?[e]\\"], ["a b c d  e"]),
        (["", " ", "''"], ["表", "表 (2)", "表 (3)"]),
        (["Loan", "loan", "LOAN"], ["Loan", "loan (2)", "LOAN (3)"]),
        (["x" * 40, "x" * 31], ["x" * 31, "x" * 27 + " (2)"]),
        (["'a'"], ["a"]),
        (["x" * 30 + "'x"], ["x" * 30]),
        (["😀" * 16], ["😀" * 15]),
        (["History"], ["History_"]),
    ],
)
def test_sheet_names(wanted, names):
    assert sheet_names(wanted) == names


def test_the_head_stays_in_sight_and_the_page_prints():
    sheet = tree(xlsx_bytes([MADE], TODAY), "xl/worksheets/sheet1.xml")
    pane = sheet.find(f".//{MAIN}pane")
    assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("1", "1", "frozen")
    setup = sheet.find(f"{MAIN}pageSetup")
    assert {name: setup.get(name) for name in ("paperSize", "orientation", "fitToHeight")} == {
        "paperSize": "9",
        "orientation": "landscape",
        "fitToHeight": "0",
    }
    assert sheet.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr").get("fitToPage") == "1"
    assert "&P" in sheet.findtext(f"{MAIN}headerFooter/{MAIN}oddFooter")
    titles = tree(xlsx_bytes([MADE], TODAY), "xl/workbook.xml").find(f".//{MAIN}definedName")
    assert (titles.get("name"), titles.text) == ("_xlnm.Print_Titles", "'借呗 12 期'!$1:$1")


def test_columns_are_as_wide_as_what_they_hold():
    table = Table(("期", "一二三四五", "应还"), (("一" * 20, Decimal("123456789.00"), "字" * 100),))
    columns = tree(xlsx_bytes([Sheet("a", table)], TODAY), "xl/worksheets/sheet1.xml").iter(f"{MAIN}col")
    widths = [float(column.get("width")) for column in columns]
    assert widths == pytest.approx([42, 16, 48], abs=1)


def test_notes_run_across_and_are_as_high_as_they_need():
    sheet = tree(xlsx_bytes([MADE._replace(notes=("字" * 200,))], TODAY), "xl/worksheets/sheet1.xml")
    assert [node.get("ref") for node in sheet.iter(f"{MAIN}mergeCell")] == ["A9:B9"]
    row = next(node for node in sheet.iter(f"{MAIN}row") if node.get("r") == "9")
    assert float(row.get("ht")) >= 15 * 400 / 36


DRAWN = Sheet(
    "还款表",
    Table(
        ("还款日", "本金", "利息", "剩余本金"),
        (
            (date(2026, 9, 25), Decimal(1000), Decimal("37.20"), Decimal(2000)),
            (date(2026, 10, 25), Decimal(1000), Decimal("24.00"), Decimal(1000)),
            (date(2026, 11, 25), Decimal(1000), None, Decimal(0)),
        ),
    ),
    ("一句话",),
    totals=(1, 2),
    chart=Chart("本金和利息", 0, (Series(1, PRINCIPAL), Series(2, COST)), (Series(3, MONEY),)),
)


def test_the_last_row_sums_what_is_above_it():
    sheet = tree(xlsx_bytes([DRAWN], TODAY), "xl/worksheets/sheet1.xml")
    found = {
        cell.get("r"): (cell.findtext(f"{MAIN}f"), cell.findtext(f"{MAIN}v"))
        for cell in sheet.iter(f"{MAIN}c")
        if cell.find(f"{MAIN}f") is not None
    }
    assert found == {"B5": ("SUM(B2:B4)", "3000"), "C5": ("SUM(C2:C4)", "61.20")}
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([DRAWN], TODAY))).active
    assert (page["A5"].value, page["D5"].value, page["A7"].value) == ("合计", None, "一句话")
    assert page["B5"].font.bold
    assert page["B5"].border.top.style == "thin"


def test_what_has_no_rows_has_neither_sums_nor_a_picture():
    bare = DRAWN._replace(table=DRAWN.table._replace(rows=()))
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([bare], TODAY))).active
    assert [cell.value for cell in page["A"]] == ["还款日", None, "一句话"]
    assert page._charts == []


def test_columns_and_a_line_are_drawn_of_the_table_itself():
    content = xlsx_bytes([DRAWN], TODAY)
    drawn = parts(content)["xl/charts/chart1.xml"].decode()
    assert re.findall(r"<c:f>([^<]*)</c:f>", drawn) == [
        *("还款表!$B$1", "还款表!$A$2:$A$4", "还款表!$B$2:$B$4"),
        *("还款表!$C$1", "还款表!$A$2:$A$4", "还款表!$C$2:$C$4"),
        *("还款表!$D$1", "还款表!$A$2:$A$4", "还款表!$D$2:$D$4"),
    ]
    assert drawn.index("<c:barChart>") < drawn.index("<c:lineChart>")
    assert '<c:grouping val="stacked"/>' in drawn
    assert drawn.count("<c:valAx>") == 2  # the balance is no part of what is paid
    assert drawn.count('<c:min val="0"/>') == 2
    anchor = parts(content)["xl/drawings/drawing1.xml"].decode()
    assert "<xdr:row>8</xdr:row>" in anchor  # a row below the sentence
    assert 'descr="本金和利息"' in anchor


@pytest.mark.parametrize(("rows", "breaks"), [(3, []), (9, []), (10, ["15"]), (60, ["65"])])
def test_a_picture_that_would_be_cut_in_two_begins_a_page(rows, breaks):
    """Of 487 points a picture takes 255: 9 rows of 15 go above it, with the head, the sums, a sentence and air."""
    days = tuple((date(2026, 9, 1), Decimal(number), None, Decimal(0)) for number in range(rows))
    sheet = tree(xlsx_bytes([DRAWN._replace(table=DRAWN.table._replace(rows=days))], TODAY), "xl/worksheets/sheet1.xml")
    assert [node.get("id") for node in sheet.iter(f"{MAIN}brk")] == breaks


def test_a_wide_table_is_printed_smaller_so_that_more_goes_above_its_picture():
    table = Table(tuple(f"{number}" for number in range(30)), ((*range(30),),) * 30)
    wide = Sheet("a", table, chart=Chart("宽", 0, lines=(Series(1, COST),)))
    sheet = tree(xlsx_bytes([wide], TODAY), "xl/worksheets/sheet1.xml")
    assert list(sheet.iter(f"{MAIN}brk")) == []


def test_days_beneath_a_picture_are_days_and_many_of_them_are_not_all_written():
    days = tuple((number, Decimal(number)) for number in range(60))
    chart = Chart("晚几天", 0, lines=(Series(1, COST),))
    content = xlsx_bytes([Sheet("a", Table(("晚几天", "多付"), days), chart=chart), DRAWN], TODAY)
    first, second = (parts(content)[f"xl/charts/chart{number}.xml"].decode() for number in (1, 2))
    assert '<c:tickLblSkip val="5"/>' in first  # 60 of them, 13 at most are written
    assert 'formatCode="yyyy-mm-dd"' not in first
    assert 'formatCode="yyyy-mm-dd"' in second


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40))
def test_whatever_a_sheet_is_called_its_sums_and_picture_find_it(name):
    renamed = DRAWN.table._replace(header=(name, name, name, name))
    content = xlsx_bytes([DRAWN._replace(name=name, table=renamed)], TODAY)
    book = openpyxl.load_workbook(io.BytesIO(content))
    (chart,) = book.active._charts
    title = book.sheetnames[0]
    inside = chart.series[0].val.numRef.f.rsplit("!", 1)[0]
    assert inside.removeprefix("'").removesuffix("'").replace("''", "'") == title
    formulas = [cell.value for row in book.active.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas == ["=SUM(B2:B4)", "=SUM(C2:C4)"]


def test_what_tells_is_quieter_than_the_figures():
    table = Table(("期", "怎么算的"), ((1, "1 + 1"),), ("period", "why"), frozenset({1}))
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([Sheet("a", table)], TODAY))).active
    assert page["B2"].font.color.rgb == "FF5B6675"
    assert page["A2"].font.color.rgb == "FF1B2330"


def test_a_long_text_has_its_lines():
    rows = (("字" * 100,), ("短",))
    page = openpyxl.load_workbook(io.BytesIO(xlsx_bytes([Sheet("a", Table(("a",), rows))], TODAY))).active
    assert page.row_dimensions[2].height >= 15 * 5  # 200 characters wide, at most 46 in a line
    assert page.row_dimensions[3].height is None


def test_no_row_is_higher_than_a_row_can_be():
    long = "字" * 5000
    content = xlsx_bytes([Sheet("a", Table(("a",), ((long,),)), (long,))], TODAY)
    page = openpyxl.load_workbook(io.BytesIO(content)).active
    assert [page.row_dimensions[row].height for row in (2, 4)] == [408.75, 408.75]


def test_the_properties_name_the_program_and_nobody():
    core = parts(xlsx_bytes([MADE], TODAY))["docProps/core.xml"].decode()
    assert "借花规划" in core
    assert "离线" in core
    assert "2026-11-24T00:00:00Z" in core
    found = ElementTree.fromstring(core)
    people = [node.text for node in found if node.tag.endswith(("creator", "lastModifiedBy"))]
    assert people == [None, None]


def test_the_same_sheets_make_the_same_bytes():
    assert xlsx_bytes([MADE, DRAWN], TODAY) == xlsx_bytes([MADE, DRAWN], TODAY)
    assert xlsx_bytes([MADE], TODAY) != xlsx_bytes([MADE], date(2026, 11, 25))


def test_writing_replaces_the_old_file(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_text("old")
    write_xlsx(path, [MADE], TODAY)
    assert path.read_bytes() == xlsx_bytes([MADE], TODAY)


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_xlsx(tmp_path / "none" / "a.xlsx", [MADE], TODAY)
