"""对比, driven as a user drives it. The figures of 6,000 yuan are those of public rules: 0.04 % a day, 8.8 % for 12."""

import csv

import pytest
from PySide6.QtCore import Qt

from jiebei_desktop.ui.pages.compare import ComparePage
from tests.ui.conftest import choose_file, type_over


@pytest.fixture
def page(qtbot, window) -> ComparePage:
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    found = window.page(ComparePage)
    assert found.isVisible()
    type_over(qtbot, found.amount.editor, "6000")
    type_over(qtbot, found.start_date.editor, "2026-11-23")
    return found


def periods(page: ComparePage, option: int):
    return page.columns[option].offer.periods.editor.lineEdit()


def summary(page: ComparePage) -> dict[str, list[str]]:
    model = page.summary.model()
    return {
        model.index(row, 0).data(): [model.index(row, column).data() for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    }


def test_both_products_stand_side_by_side_with_the_cheaper_marked(page):
    assert summary(page) == {
        "每期还款": ["540.28，最后一期 540.34", "544.00"],
        "总共还": ["6,483.42", "6,528.00"],
        "利息和手续费": ["✓ 483.42", "528.00"],
        "名义年化（单利）": ["14.55%", "15.86%"],
        "实际年化（复利）": ["✓ 15.62%", "17.13%"],
        "首个还款日": ["2026-12-23", "2026-12-23"],
        "最后还款日": ["2027-11-23", "2027-11-23"],
    }
    assert page.headline.answer.text() == "同样 12 期，借呗比花呗分期少付 44.58 元。"
    assert "15.62%，花呗分期是 17.13%" in page.headline.reason.text()


def test_every_period_of_both_is_listed(page):
    model = page.periods.model()
    assert model.rowCount() == 12
    first = [model.index(0, column).data() for column in range(model.columnCount())]
    assert first == ["1", "2026-12-23", "540.28", "72.00", "5,531.72", "2026-12-23", "544.00", "44.00", "5,500.00"]


def test_a_shorter_term_that_only_seems_cheap_is_said_to_be_so(qtbot, page):
    type_over(qtbot, periods(page, 1), "3")
    assert page.headline.answer.text() == "花呗分期 3 期总共少付 333.42 元。"
    assert "因为借得短，不是因为便宜" in page.headline.reason.text()
    assert summary(page)["利息和手续费"] == ["483.42", "✓ 150.00"]
    assert summary(page)["实际年化（复利）"] == ["✓ 15.62%", "15.96%"]
    model = page.periods.model()
    assert [model.index(3, column).data() for column in range(5, 9)] == ["–"] * 4


def test_an_option_that_cannot_be_computed_says_why_and_the_other_goes_on(qtbot, page):
    type_over(qtbot, periods(page, 1), "5")
    assert summary(page)["利息和手续费"] == ["483.42", "算不出来"]
    assert "5 期的费率没有公布" in page.columns[1].offer.fee_rate.message.text()
    assert page.headline.answer.text() == "先把两边都填好，才能比较"
    type_over(qtbot, page.columns[1].offer.fee_rate.editor, "4")
    assert summary(page)["利息和手续费"][1] == "✓ 240.00"


def test_the_same_price_is_said_to_be_the_same(qtbot, page):
    type_over(qtbot, page.columns[0].offer.rate.editor, "0")
    type_over(qtbot, page.columns[1].offer.fee_rate.editor, "0")
    assert page.headline.answer.text() == "借呗和花呗分期一样贵：都多付 0.00 元。"
    assert summary(page)["利息和手续费"] == ["0.00", "0.00"]


def test_undo_of_an_option_shows_in_its_fields(qtbot, window, page):
    type_over(qtbot, periods(page, 1), "3")
    page.amount.editor.setFocus()
    window.action("undo").trigger()
    assert periods(page, 1).text() == "12"
    assert page.columns[1].offer.fee_rate.editor.text() == "8.8"


def test_bad_input_is_named_and_the_figures_stay(qtbot, page):
    before = summary(page)
    type_over(qtbot, page.amount.editor, "six")
    assert "不是数字" in page.amount.message.text()
    assert summary(page) == before


def test_the_exported_comparison_reads_back(qtbot, window, page, answer, tmp_path):
    path = tmp_path / "compare.csv"
    answer(choose_file(path))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    lines = list(csv.reader(path.read_bytes().decode("utf-8-sig").splitlines()))
    assert lines[:8] == [
        ["项目", "借呗 12 期", "花呗分期 12 期"],
        ["期数", "12", "12"],
        ["总共还", "6483.42", "6528.00"],
        ["利息和手续费", "483.42", "528.00"],
        ["名义年化（%）", "14.55", "15.86"],
        ["实际年化（%）", "15.62", "17.13"],
        ["首个还款日", "2026-12-23", "2026-12-23"],
        ["最后还款日", "2027-11-23", "2027-11-23"],
    ]
    assert lines[8] == ["第 1 期还款日", "2026-12-23", "2026-12-23"]
    assert lines[31] == ["第 12 期应还", "540.34", "544.00"]
    assert len(lines) == 32
