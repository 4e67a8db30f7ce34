"""A whole plan as a workbook, read back by another program, and worked out again by a real spreadsheet."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from jiebei_desktop.files.csv_out import write_csv
from jiebei_desktop.files.outputs import always, outputs
from jiebei_desktop.files.plan_workbook import plan_workbook
from jiebei_desktop.files.sample import SAMPLE_DAY, sample_plan
from jiebei_desktop.files.xlsx_charts import BRAND_COLOURS
from jiebei_desktop.files.xlsx_out import xlsx_bytes
from jiebei_desktop.products import Brand
from tests.conftest import TODAY
from tests.files.small_plan import LATE, PHONE, small_plan

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def workbook_of(plan, rules, *, slow: bool = True, go_on=always):
    tables = [each for each in outputs(plan, rules, TODAY, go_on) if slow or not each.slow]
    return plan_workbook(plan, rules, TODAY, tables)


@pytest.fixture
def sheets(rules):
    return workbook_of(small_plan(), rules)


def opened(sheets, *, values: bool = False):
    return openpyxl.load_workbook(io.BytesIO(xlsx_bytes(sheets, TODAY)), data_only=values)


def without_figures(content: bytes) -> bytes:
    """Return a workbook whose formulas have no figures with them, so that whoever opens it has to work them out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, re.sub(rb"(<f>[^<]*</f>)<v>[^<]*</v>", rb"\1", old.read(name)))
    return made.getvalue()


def converted(source: Path, folder: Path, kind: str, *how: str) -> None:
    """Let LibreOffice read a file and write it as another kind."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    asked = [OFFICE, profile, "--headless", *how, "--convert-to", kind, "--outdir", folder, source]
    subprocess.run(asked, check=True, capture_output=True, timeout=120)


def test_the_overview_comes_first_and_each_part_has_its_sheets(sheets):
    assert [sheet.name for sheet in sheets] == [
        *("概览", "每个月", "全部还款日", "=装修", "=装修 账本", "=装修 办法", "手机", "晚几天"),
        *("对比", "借呗 3 期", "花呗分期 3 期", "往后的月份", "还能承担", "收支"),
        *("还法", "最省的还法", "压力测试", "压力测试的办法"),
    ]


def test_what_takes_long_is_left_out_where_it_is_not_asked_for(rules, sheets):
    quick = workbook_of(small_plan(), rules, slow=False)
    assert quick == sheets[:14]


def test_totals_are_formulas_that_have_their_figure_with_them(sheets):
    formulas, figures = opened(sheets), opened(sheets, values=True)
    page = formulas["全部还款日"]
    assert [page.cell(8, column).value for column in (1, 5, 6, 7, 8, 12)] == [
        "合计",
        *("=SUM(E2:E7)", "=SUM(F2:F7)", "=SUM(G2:G7)", "=SUM(H2:H7)", "=SUM(L2:L7)"),
    ]
    # 3,000 and 1,200; 37.20 + 24.00 + 12.40; three times 10.00; 530.00 + 1,012.40 + 2 × 410.00 are not paid
    kept = figures["全部还款日"]
    assert [kept.cell(8, column).value for column in (5, 6, 7, 8, 12)] == [4200, 73.6, 30, 4303.6, 2362.4]
    assert page.cell(8, 5).font.bold
    assert page.cell(8, 5).number_format == "#,##0.00"
    assert figures["概览"]["J4"].value == 2368.76  # 1,548.76 + 820.00


def test_no_text_of_the_user_becomes_a_formula(sheets):
    for page in opened(sheets):
        for cell in (cell for row in page.iter_rows() for cell in row):
            if cell.data_type == "f":
                assert cell.value.startswith("=SUM(")
    assert opened(sheets)["概览"]["A2"].value == "=装修"
    assert opened(sheets)["概览"]["A2"].data_type == "s"


def test_figures_are_figures_and_the_head_stays(sheets):
    page = opened(sheets)["=装修"]
    assert [page.cell(1, column).value for column in (1, 3, 10, 12)] == ["期", "还款日", "剩余本金", "怎么算的"]
    assert page["C2"].value.date() == date(2026, 9, 25)
    assert page["C2"].number_format == "yyyy-mm-dd"
    assert (page["I2"].value, page["I2"].number_format) == (1037.2, "#,##0.00")
    assert opened(sheets)["概览"]["D2"].number_format == "0.00%"
    for each in opened(sheets):
        assert each.freeze_panes == "B2"
        assert each.page_setup.orientation == "landscape"
        assert each.print_title_rows == "$1:$1"
        assert each.sheet_properties.pageSetUpPr.fitToPage


def test_what_is_told_has_the_height_that_it_needs(sheets):
    page = opened(sheets)["=装修"]
    assert page.row_dimensions[1].height is None
    assert page.row_dimensions[2].height >= 30


def test_the_pictures(sheets):
    drawn = {page.title: len(page._charts) for page in opened(sheets) if page._charts}
    assert drawn == dict.fromkeys(
        (
            *("每个月", "=装修", "手机", "晚几天", "借呗 3 期", "花呗分期 3 期"),
            *("往后的月份", "还法", "压力测试"),
        ),
        1,
    )
    months = opened(sheets)["每个月"]._charts[0]
    assert months.grouping == "stacked"
    assert [series.val.numRef.f for series in months.series] == ["每个月!$B$2:$B$6", "每个月!$C$2:$C$6"]
    colours = [series.graphicalProperties.solidFill.srgbClr for series in months.series]
    assert [f"#{colour}" for colour in colours] == [BRAND_COLOURS[Brand.JIEBEI], BRAND_COLOURS[Brand.HUABEI]]
    loan = opened(sheets)["手机"]._charts[0]
    assert [series.tx.strRef.f for series in loan.series] == ["手机!$F$1", "手机!$H$1"]  # it has no interest


def test_product_colours_are_those_of_the_window():
    from jiebei_desktop.ui.design import LIGHT

    assert {brand: LIGHT.brand(brand) for brand in Brand} == BRAND_COLOURS


def test_an_axis_begins_at_zero_unless_something_is_below(sheets):
    assert opened(sheets)["每个月"]._charts[0].y_axis.scaling.min == 0
    assert opened(sheets)["往后的月份"]._charts[0].y_axis.scaling.min is None  # 548.76 lack in November


def test_the_overview_tells_what_all_comes_to(sheets):
    notes = sheets[0].notes
    assert notes[0].startswith("=装修：每期还 1,012.40 到 1,037.20 元，2026 年 11 月 25 日还清，一共多付 73.60 元。")
    assert "今天" in notes[3] or "2026 年 11 月 25 日" in notes[3]
    assert notes[-1].startswith("2026-11-24 的情况")
    assert sheets[3].notes[1].startswith("规则：借呗（jiebei，")


def test_a_loan_that_can_t_be_worked_out_is_named_in_the_overview(rules):
    plan = small_plan(LATE, {**PHONE, "fee_rate": None, "periods": 5})
    first, *others = workbook_of(plan, rules, slow=False)
    assert [row[0] for row in first.table.rows] == ["=装修"]
    assert "没有算在里面的：" in first.notes
    assert any(note.startswith("手机：花呗分期 5 期的费率没有公布") for note in first.notes)
    assert "手机" not in [sheet.name for sheet in others]


def test_a_part_that_is_stopped_is_named_in_the_overview(rules):
    sheets = workbook_of(small_plan(), rules, go_on=lambda _: False)
    assert "压力测试" not in [sheet.name for sheet in sheets]
    assert "压力测试：每个月：停下了，很多种可能还没有算完。" in sheets[0].notes


def test_an_empty_plan_makes_a_workbook(rules):
    plan = small_plan(budget={}).model_copy(update={"loans": ()})
    sheets = workbook_of(plan, rules)
    assert [sheet.name for sheet in sheets] == ["概览", "对比", "借呗 3 期", "花呗分期 3 期"]
    assert opened(sheets)["概览"].max_row == 4  # the header and two sentences


def test_under_a_table_stands_no_sentence_without_words(rules):
    alone = {"kind": "offer", "product": "jiebei", "periods": 3, "method": "equal_principal", "rate": "0.0004"}
    comparison = {"amount": "3000", "start_date": "2026-08-25", "options": [alone]}
    for sheet in workbook_of(small_plan(comparison=comparison), rules, slow=False):
        assert all(sheet.notes), sheet.name


def test_two_loans_of_one_name_have_two_sheets(rules):
    plan = small_plan(PHONE, {**PHONE, "id": "second"})
    names = opened(workbook_of(plan, rules, slow=False)).sheetnames
    assert names[3:5] == ["手机", "手机 (2)"]


@pytest.mark.parametrize("plan", [small_plan(), sample_plan(SAMPLE_DAY)], ids=["small", "sample"])
@needs_office
def test_a_spreadsheet_comes_to_the_same_totals(plan, rules, tmp_path):
    sheets = workbook_of(plan, rules, slow=False)
    content = xlsx_bytes([sheet._replace(name=str(place)) for place, sheet in enumerate(sheets)], TODAY)
    (tmp_path / "plan.xlsx").write_bytes(without_figures(content))
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    converted(tmp_path / "plan.xlsx", tmp_path, kind)
    checked = 0
    for place, sheet in enumerate(sheets):
        if not sheet.totals:
            continue
        path = tmp_path / f"plan-{place}.csv"
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))
        last = rows[len(sheet.table.rows) + 1]
        for column in sheet.totals:
            own = sum(row[column] for row in sheet.table.rows if isinstance(row[column], Decimal))
            assert round(Decimal(last[column]), 2) == own, (sheet.name, column)
            checked += 1
    assert checked >= 20


@needs_office
def test_a_spreadsheet_reads_our_csv_as_figures_days_and_texts(rules, tmp_path):
    table = next(each for each in outputs(small_plan(), rules, TODAY) if each.key == "all-loans").table()
    write_csv(tmp_path / "all.csv", table)
    converted(tmp_path / "all.csv", tmp_path, "xlsx", "--infilter=CSV:44,34,76,1,,0,false,true")  # commas, UTF-8
    page = openpyxl.load_workbook(tmp_path / "all.xlsx").active
    for row, cells in enumerate(table.rows, 2):
        for column, cell in enumerate(cells, 1):
            read = page.cell(row, column)
            assert read.data_type != "f"
            if isinstance(cell, Decimal):
                assert Decimal(str(read.value)) == cell
            elif isinstance(cell, date):
                assert read.value.date() == cell
            elif cell == "=装修":
                assert read.value == "'=装修"
            elif cell is not None:
                assert read.value == cell
