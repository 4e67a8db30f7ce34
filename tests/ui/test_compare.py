"""对比, driven as a user drives it. The figures of 6,000 yuan are those of public rules: 0.04 % a day, 8.8 % for 12."""

import csv
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QInputDialog

from jiebei_desktop.files.plan_file import load_plan
from jiebei_desktop.planning.document import CustomProduct
from jiebei_desktop.ui.pages.compare import ComparePage
from jiebei_desktop.ui.snapshot import settle
from tests.ui.conftest import choose_file, type_over
from tests.ui.why_hand import click_cell, press, said

# Interest of the first three periods, 30, 31 and 31 days: 72.00 + 68.59 + 62.74 = 203.33.


@pytest.fixture
def page(qtbot, window) -> ComparePage:
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    found = window.page(ComparePage)
    assert found.isVisible()
    type_over(qtbot, found.amount.editor, "6000")
    type_over(qtbot, found.start_date.editor, "2026-11-23")
    return found


def summary(page: ComparePage) -> dict[str, list[str]]:
    model = page.table.model()
    return {
        model.headerData(row, Qt.Orientation.Vertical): [
            model.index(row, column).data() for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
    }


def heads(page: ComparePage) -> list[str]:
    model = page.table.model()
    return [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]


def row_of(page: ComparePage, title: str) -> int:
    return list(summary(page)).index(title)


def look_at(qtbot, page: ComparePage, title: str, column: int) -> None:
    """Click a cell."""
    page.area.ensureWidgetVisible(page.table)
    cell = page.table.visualRect(page.table.model().index(row_of(page, title), column))
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())


def choose(qtbot, page: ComparePage, column: int) -> None:
    """Click a column's head."""
    header = page.table.horizontalHeader()
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    place = header.viewport().rect().center()
    place.setX(middle)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def type_periods(qtbot, page: ComparePage, text: str) -> None:
    type_over(qtbot, page.form.offer.periods.editor.lineEdit(), text)


def test_both_products_stand_side_by_side_with_the_cheaper_marked(page):
    assert heads(page) == ["借呗 12 期", "花呗分期 12 期"]
    assert summary(page) == {
        "每期还款": ["540.28～540.34", "544.00"],
        "总共还": ["6,483.42", "6,528.00"],
        "利息和手续费": ["✓ 483.42", "528.00"],
        "每借 100 元多付": ["✓ 8.06", "8.80"],
        "名义年化（单利）": ["✓ 14.55%", "15.86%"],
        "实际年化（复利）": ["✓ 15.62%", "17.13%"],
        "免息天数": ["0", "0"],
        "首个还款日": ["2026-12-23", "2026-12-23"],
        "最后还款日": ["2027-11-23", "2027-11-23"],
        "最多的一个月要还": ["✓ 540.34", "544.00"],
        "第 3 期还清，多付": ["✓ 203.33", "528.00"],
        "晚 1 天，罚息": ["0.28", "✓ 0.27"],
        "晚 7 天，罚息": ["1.97", "✓ 1.90"],
        "晚 30 天，罚息": ["8.43", "✓ 8.16"],
        "晚 90 天，罚息": ["25.29", "✓ 24.48"],
        "晚 15 天（滑块），罚息": ["4.21", "✓ 4.08"],
    }
    assert page.headline.answer.text() == "同样 12 期，借呗比花呗分期少付 44.58 元。"
    assert "15.62%，花呗分期是 17.13%" in page.headline.reason.text()
    assert page.headline.aside.text() == "没有计入优惠券、提前还款、逾期、征信和额度。"


def test_a_cell_says_what_it_differs_by_from_the_base_column(page):
    model = page.table.model()
    index = model.index(row_of(page, "利息和手续费"), 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "花呗分期 12 期，利息和手续费：528.00，比基准 +44.58"


def test_every_period_of_both_is_listed(qtbot, page):
    page.area.ensureWidgetVisible(page.periods)
    model = page.periods.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 12)
    first = [model.index(0, column).data() for column in range(model.columnCount())]
    assert model.headerData(0, Qt.Orientation.Vertical) == "1"
    assert first == ["2026-12-23", "540.28", "72.00", "5,531.72", "2026-12-23", "544.00", "44.00", "5,500.00"]


def test_a_shorter_term_that_only_seems_cheap_is_said_to_be_so(qtbot, page):
    choose(qtbot, page, 1)
    type_periods(qtbot, page, "3")
    assert page.headline.answer.text() == "花呗分期 3 期比借呗 12 期总共少付 333.42 元。"
    assert "因为借得短，不是因为便宜" in page.headline.reason.text()
    assert summary(page)["利息和手续费"] == ["483.42", "✓ 150.00"]
    assert summary(page)["实际年化（复利）"] == ["✓ 15.62%", "15.96%"]


def test_an_option_that_cannot_be_computed_says_why_and_the_other_goes_on(qtbot, page):
    choose(qtbot, page, 1)
    type_periods(qtbot, page, "5")
    assert summary(page)["利息和手续费"] == ["483.42", "—"]
    assert "5 期的费率没有公布" in page.form.notes.text()
    column = [cells[1] for cells in summary(page).values()]
    assert column == ["算不出来", *["—"] * 15]  # said once
    assert page.headline.answer.text() == "先把两边都填好，才能比较"
    look_at(qtbot, page, "利息和手续费", 1)
    assert "5 期的费率没有公布" in page.window().why.text.toPlainText()
    type_over(qtbot, page.form.offer.fee_rate.editor, "4")
    assert summary(page)["利息和手续费"][1] == "✓ 240.00"


def test_the_same_price_is_said_to_be_the_same(qtbot, page):
    type_over(qtbot, page.form.offer.rate.editor, "0")
    choose(qtbot, page, 1)
    type_over(qtbot, page.form.offer.fee_rate.editor, "0")
    assert page.headline.answer.text() == "借呗和花呗分期一样贵：都多付 0.00 元。"
    assert summary(page)["利息和手续费"] == ["0.00", "0.00"]


def test_undo_of_an_option_shows_in_its_fields(qtbot, window, page):
    choose(qtbot, page, 1)
    type_periods(qtbot, page, "3")
    page.amount.editor.setFocus()
    window.action("undo").trigger()
    assert page.form.offer.periods.text() == "12"
    assert page.form.offer.fee_rate.editor.text() == "8.8"


def test_bad_input_is_named_and_the_figures_stay(qtbot, page):
    before = summary(page)
    type_over(qtbot, page.amount.editor, "six")
    assert "不是数字" in page.amount.message.text()
    assert summary(page) == before


def test_one_tap_adds_a_column_and_three_terms_make_one_sentence(qtbot, page):
    page.add_bar.buttons["huabei_instalment 3"].click()
    assert heads(page) == ["借呗 12 期", "花呗分期 12 期", "花呗分期 3 期"]
    expected = "同样 12 期，借呗比花呗分期少付 44.58 元。能在 3 期内还清，花呗分期 3 期只多付 150.00 元。"
    assert page.headline.answer.text() == expected
    assert page.form.offer.periods.text() == "3"  # the new column is the one that is edited
    page.add_bar.buttons["full"].click()
    assert summary(page)["利息和手续费"] == ["483.42", "528.00", "150.00", "✓ 0.00"]
    assert summary(page)["免息天数"] == ["0", "0", "0", "✓ 17"]
    assert summary(page)["首个还款日"][3] == "2026-12-10"
    assert page.form.statement_day.text() == "1"
    expected = "2026 年 12 月 10 日就还得出 6,000.00 元的话，花呗全额还一分钱也不多付。"
    assert page.headline.answer.text().endswith(expected)


def test_the_minimum_payment_carries_the_rest_to_the_next_bill(qtbot, page):
    page.add_bar.buttons["minimum"].click()
    # 5,400 are left on 2026-12-10 and cost 0.05 % a day for 31 days: 83.70
    assert summary(page)["每期还款"][2] == "600.00～5,483.70"
    assert summary(page)["利息和手续费"][2] == "✓ 83.70"
    look_at(qtbot, page, "利息和手续费", 2)
    assert "0.00 + 83.70 = 83.70" in page.window().why.text.toPlainText()
    type_over(qtbot, page.form.statement_day.editor, "10")
    assert page.form.bill_due_day.text() == "20"
    assert summary(page)["首个还款日"][2] == "2026-12-20"


def test_at_most_six_columns(qtbot, page):
    for _ in range(6):
        page.add_bar.buttons["jiebei 6"].click()
    assert len(heads(page)) == 6
    assert not page.add_bar.buttons["jiebei 6"].isEnabled()
    assert "最多并排 6 列" in page.add_bar.buttons["jiebei 6"].toolTip()
    assert not page.form.buttons["copy"].isEnabled()
    page.form.buttons["remove"].click()
    assert len(heads(page)) == 5
    assert page.add_bar.buttons["jiebei 6"].isEnabled()


def test_identical_columns_are_said_to_be_identical(qtbot, page):
    page.form.buttons["copy"].click()
    assert heads(page)[:2] == ["借呗 12 期（第 1 列）", "借呗 12 期（第 2 列）"]
    assert "借呗 12 期（第 1 列）和借呗 12 期（第 2 列）完全一样。" in page.headline.aside.text()
    # what was compared before is compared still
    assert page.headline.answer.text() == "同样 12 期，借呗 12 期（第 1 列）比花呗分期 12 期少付 44.58 元。"


def test_columns_are_moved_and_the_base_column_goes_along(qtbot, page):
    page.form.buttons["right"].click()
    assert heads(page) == ["花呗分期 12 期", "借呗 12 期"]
    assert page.place == 1
    assert page.store.plan.comparison.base == 1
    index = page.table.model().index(row_of(page, "利息和手续费"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("比基准 +44.58")
    page.form.buttons["left"].click()
    assert heads(page) == ["借呗 12 期", "花呗分期 12 期"]


def test_another_column_becomes_the_base(qtbot, page):
    choose(qtbot, page, 1)
    page.form.buttons["base"].click()
    index = page.table.model().index(row_of(page, "利息和手续费"), 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "借呗 12 期，利息和手续费：483.42，比基准 −44.58"


def test_a_column_has_a_name_of_its_own(qtbot, page):
    type_over(qtbot, page.form.name.editor, "同事推荐的")
    assert heads(page)[0] == "同事推荐的"
    assert page.headline.answer.text() == "同样 12 期，同事推荐的比花呗分期 12 期少付 44.58 元。"


def test_a_column_may_have_a_coupon_a_due_day_and_a_day_of_its_own(qtbot, page):
    assert not page.form.coupon_off.isVisible()
    page.form.more.click()
    assert page.form.coupon_off.isVisible()
    type_over(qtbot, page.form.coupon_off.editor, "100")
    type_over(qtbot, page.form.coupon_periods.editor, "1")
    # the first 30 days cost 72.00; without them they are free
    assert summary(page)["免息天数"] == ["✓ 30", "0"]
    assert page.headline.aside.text() == "没有计入提前还款、逾期、征信和额度。"
    type_over(qtbot, page.form.start_date.editor, "2026-12-01")
    assert summary(page)["首个还款日"] == ["2027-01-01", "2026-12-23"]
    type_over(qtbot, page.form.start_date.editor, "")
    type_over(qtbot, page.form.due_day.editor, "10")
    assert summary(page)["首个还款日"][0] == "2026-12-10"
    choose(qtbot, page, 1)
    page.form.more.click()
    assert not page.form.coupon_off.isVisible()
    choose(qtbot, page, 0)
    assert page.form.coupon_off.isVisible()  # a column that has a coupon shows it


def test_a_column_becomes_a_real_loan(qtbot, window, page):
    page.form.more.click()
    type_over(qtbot, page.form.due_day.editor, "10")
    page.form.buttons["loan"].click()
    [loan] = page.store.plan.loans
    assert (loan.product, loan.periods, str(loan.principal), loan.due_day) == ("jiebei", 12, "6000", 10)
    assert "已经在“借款”里加了一笔：借呗 12 期" in window.topbar.state.text()
    window.action("undo").trigger()
    assert page.store.plan.loans == ()


def test_a_bill_is_no_loan(qtbot, page):
    page.add_bar.buttons["full"].click()
    assert not page.form.buttons["loan"].isEnabled()


def test_a_loan_of_the_plan_becomes_a_column_for_the_same_money(qtbot, window, page):
    page.form.buttons["loan"].click()
    actions = {action.text(): action for action in page.add_bar.more.menu().actions()}
    actions["我的借款：借呗 12 期"].trigger()
    assert len(heads(page)) == 3
    assert summary(page)["利息和手续费"][2] == "✓ 483.42"


def test_loans_that_are_called_the_same_are_told_apart_in_the_menu(page):
    page.form.buttons["loan"].click()
    [loan] = page.store.plan.loans
    earlier = loan.model_copy(update={"id": "earlier", "start_date": date(2026, 3, 1), "due_day": 9})
    page.store.edit("", page.store.plan.with_loan(earlier))
    actions = {action.text(): action for action in page.add_bar.more.menu().actions()}
    assert f"我的借款：借呗 12 期（{loan.start_date} 借的）" in actions
    actions["我的借款：借呗 12 期（2026-03-01 借的）"].trigger()
    assert page.store.plan.comparison.options[-1].due_day == 9


def test_why_of_a_cell_has_the_formula_the_rule_its_source_and_how_sure_it_is(qtbot, page):
    look_at(qtbot, page, "晚 30 天，罚息", 0)
    said = page.window().why.text.toPlainText()
    # principal of the first instalment is 540.28 - 72.00 = 468.28
    assert "30 天 × 468.28 × 0.06% = 8.42904 元" in said
    assert "合作银行公开的借呗计息表结构，2018-05-15" in said
    assert "（较可靠）" in said
    page.window().why.copy.click()
    assert QGuiApplication.clipboard().text() == said


def test_keys_alone_reach_every_figure_and_copy_it(qtbot, page):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert said(page) == ""  # arrow keys lead on from reason to reason, but don't ask
    assert press(qtbot, page.table).startswith("借呗 12 期 · 每期还款：")
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.window().why.text.toPlainText().startswith("花呗分期 12 期 · 利息和手续费：528.00")
    assert page.form.place == 1  # the column that keys went to is the one that is edited
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\t花呗分期 12 期\n利息和手续费\t528.00"
    qtbot.keyClick(page.table, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert heads(page) == ["花呗分期 12 期", "借呗 12 期"]
    qtbot.keyClick(page.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(heads(page)) == 3
    qtbot.keyClick(page.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert heads(page) == ["花呗分期 12 期", "借呗 12 期"]


def test_tab_walks_from_the_money_to_the_table(qtbot, page):
    page.amount.editor.setFocus()
    seen = []
    for _ in range(60):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())
        if seen[-1] is page.table:
            break
    names = [widget.accessibleName() or widget.text() for widget in seen]
    places = [names.index(name) for name in ("加一列：借呗 3 期", "加一列：花呗全额还", "分几期", "并排比较")]
    assert places == sorted(places)
    assert all(names)


def slide(qtbot, knob, places: int) -> None:
    """Turn a slider by keys."""
    knob.slider.setFocus()
    key = Qt.Key.Key_Right if places > 0 else Qt.Key.Key_Left
    for _ in range(abs(places)):
        qtbot.keyClick(knob.slider, key)


def test_sliders_change_the_money_the_column_and_what_happens_on_the_way(qtbot, window, page):
    slide(qtbot, page.what_if.amount, 2)
    assert page.amount.editor.text() == "7,000.00"
    assert summary(page)["利息和手续费"][1] == "616.00"  # 8.8 % of 7,000
    slide(qtbot, page.what_if.periods, -1)
    assert heads(page)[0] == "借呗 9 期"
    slide(qtbot, page.what_if.early, -1)
    assert "第 2 期还清，多付" in summary(page)
    slide(qtbot, page.what_if.late, 5)
    assert "晚 20 天（滑块），罚息" in summary(page)
    choose(qtbot, page, 1)
    slide(qtbot, page.what_if.rate, 2)
    assert page.form.offer.fee_rate.editor.text() == "9"
    assert summary(page)["利息和手续费"][1] == "630.00"  # 9 % of 7,000
    window.action("undo").trigger()
    assert summary(page)["利息和手续费"][1] == "616.00"


def test_money_paid_early_changes_what_is_left(qtbot, page):
    slide(qtbot, page.what_if.prepayment, 10)
    assert page.store.plan.comparison.prepayment == 3000
    cost = summary(page)["利息和手续费"]
    assert cost[0] < "✓ 483.42"
    assert cost[1] == "528.00"  # a fee is charged all the same
    expected = "已经算上第 3 期那天多还 3,000.00 元（账单除外）。没有计入优惠券、逾期、征信和额度。"
    assert page.headline.aside.text() == expected
    slide(qtbot, page.what_if.prepayment, -10)
    assert page.store.plan.comparison.prepayment is None
    assert summary(page)["利息和手续费"][0] == "✓ 483.42"


def test_a_scenario_is_kept_with_the_plan_and_taken_up_again(qtbot, window, page, answer, tmp_path):
    page.add_bar.buttons["huabei_instalment 3"].click()

    def name(dialog) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue("三列")
        dialog.accept()

    answer(name)
    page.scenarios.ask_name()
    page.form.buttons["remove"].click()
    assert len(heads(page)) == 2
    path = tmp_path / "plan.jiehua"
    window.files.save_to(path)
    assert [scenario.name for scenario in load_plan(path).scenarios] == ["三列"]
    window.files.open(path)
    page.scenarios.fill()
    actions = {action.text(): action for action in page.scenarios.menu().actions()}
    actions["三列"].trigger()
    assert heads(page) == ["借呗 12 期", "花呗分期 12 期", "花呗分期 3 期"]
    window.action("undo").trigger()
    assert len(heads(page)) == 2


def test_income_is_held_against_the_highest_month(qtbot, page):
    plan = page.store.plan
    relief = plan.relief.model_copy(update={"income": 8000})
    page.store.edit("收入", plan.model_copy(update={"relief": relief}))
    assert summary(page)["最多的一个月要还"] == ["✓ 540.34，占收入 7%", "544.00，占收入 7%"]


def test_the_exported_comparison_reads_back(qtbot, window, page, answer, tmp_path):
    path = tmp_path / "compare.csv"
    answer(choose_file(path))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    lines = list(csv.reader(path.read_bytes().decode("utf-8-sig").splitlines()))
    assert lines[0] == ["项目", "借呗 12 期", "花呗分期 12 期"]
    found = {line[0]: line[1:] for line in lines}
    assert found["每期最少"] == ["540.28", "544.00"]
    assert found["每期最多"] == ["540.34", "544.00"]
    assert found["实际年化（复利），%"] == ["15.62", "17.13"]
    assert found["第 12 期应还"] == ["540.34", "544.00"]


@pytest.mark.parametrize(("name", "start"), [("对比.xlsx", b"PK"), ("对比.pdf", b"%PDF-")])
def test_the_ending_chooses_a_workbook_or_a_page(qtbot, window, page, answer, tmp_path, name, start):
    path = tmp_path / name
    answer(choose_file(path))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert path.read_bytes().startswith(start)


def test_pictures_are_made_when_they_come_into_sight_and_follow_every_edit(qtbot, page):
    assert not page.pictures.curves.cards
    page.area.ensureWidgetVisible(page.pictures.curves)
    qtbot.waitUntil(lambda: bool(page.pictures.curves.cards))
    cards = page.pictures.curves.made
    said = "到 2027-11-23 一共付的利息和手续费：借呗 12 期 483.42 元、花呗分期 12 期 528.00 元。"
    page.area.ensureWidgetVisible(cards.costs)
    qtbot.waitUntil(lambda: cards.costs.summary.text() == said)
    type_over(qtbot, page.amount.editor, "12000")
    page.area.ensureWidgetVisible(cards.costs)
    qtbot.waitUntil(lambda: "花呗分期 12 期 1,056.00 元" in cards.costs.summary.text())
    assert "花呗分期 12 期 1,056.00 元" in cards.cost_chart.accessibleName()


def test_a_click_into_the_late_curves_is_a_what_if(qtbot, page):
    page.area.ensureWidgetVisible(page.pictures.curves)
    qtbot.waitUntil(lambda: bool(page.pictures.curves.cards))
    page.pictures.curves.made.late_chart.picked.emit(45)
    assert "晚 45 天（滑块），罚息" in summary(page)
    assert page.what_if.late.slider.value() == 45


def test_each_product_has_a_heat_map(qtbot, page):
    page.area.ensureWidgetVisible(page.pictures.heats)
    qtbot.waitUntil(lambda: len(page.pictures.heats.cards) == 2)
    jiebei, huabei = page.pictures.heats.cards
    page.area.ensureWidgetVisible(huabei)
    qtbot.waitUntil(lambda: huabei.summary.text().startswith("花呗分期最省：3 期，按时还：一共多付 150.00 元"))
    huabei.map.setFocus()
    qtbot.keyClick(huabei.map, Qt.Key.Key_End)
    assert huabei.summary.text() == "3 期，第一期晚 90 天：一共多付 242.25 元"
    assert jiebei.name == "借呗"


def test_a_wheel_that_scrolls_past_changes_nothing(qtbot, page):
    before = page.store.plan
    for widget in (page.what_if.amount.slider, page.form.offer.method.box):
        place = QPointF(widget.rect().center())
        turned = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QGuiApplication.sendEvent(widget, turned)
    assert page.store.plan == before


def test_a_head_that_is_dragged_moves_its_column(qtbot, page):
    page.add_bar.buttons["jiebei 6"].click()
    page.table.horizontalHeader().moveSection(0, 2)
    assert heads(page) == ["花呗分期 12 期", "借呗 6 期", "借呗 12 期"]
    header = page.table.horizontalHeader()
    assert [header.visualIndex(place) for place in range(3)] == [0, 1, 2]


def test_the_models_keep_the_rules_of_models(qtbot, qtmodeltester, page):
    qtmodeltester.check(page.table.model())
    page.add_bar.buttons["full"].click()
    type_over(qtbot, page.amount.editor, "7000")
    page.form.buttons["remove"].click()
    page.area.ensureWidgetVisible(page.periods)
    qtbot.waitUntil(lambda: page.periods.table.model().rowCount() == 12)
    qtmodeltester.check(page.table.model())
    qtmodeltester.check(page.periods.table.model())


def test_keys_of_the_table_leave_fields_alone(qtbot, page):
    page.amount.editor.setFocus()
    for key, modifier in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
    ):
        qtbot.keyClick(page.amount.editor, key, modifier)
    assert heads(page) == ["借呗 12 期", "花呗分期 12 期"]


def test_the_reason_of_a_figure_is_in_sight_and_escape_puts_it_away(qtbot, page):
    assert not page.window().why.isVisible()
    look_at(qtbot, page, "利息和手续费", 1)
    assert page.window().why.isVisible()
    assert not page.window().why.visibleRegion().isEmpty()
    page.window().why.text.setFocus()
    qtbot.keyClick(page.window().why.text, Qt.Key.Key_Escape)
    assert not page.window().why.isVisible()


@pytest.mark.parametrize("which", ["table", "periods"])
def test_the_cell_that_keys_go_to_stays_in_sight(qtbot, page, which):
    table = page.table if which == "table" else page.periods.table
    page.area.ensureWidgetVisible(page.periods if which == "periods" else page.table)
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    settle(page)
    table.setFocus()
    for _ in range(table.model().rowCount() - 1):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    now = table.currentIndex()
    assert now.row() == table.model().rowCount() - 1
    assert table.viewport().visibleRegion().contains(table.visualRect(now).center())


def test_a_column_beyond_the_edge_is_scrolled_to_when_it_is_added(qtbot, window, page):
    window.resize(1024, 700)
    for _ in range(4):
        page.add_bar.buttons["jiebei 6"].click()
    header = page.table.horizontalHeader()
    right = header.sectionViewportPosition(5) + header.sectionSize(5)
    assert right <= page.table.viewport().width()


def test_a_column_that_goes_takes_its_explanation_along(qtbot, page):
    look_at(qtbot, page, "利息和手续费", 1)
    page.form.buttons["remove"].click()
    assert heads(page) == ["借呗 12 期"]
    assert page.window().why.text.toPlainText().startswith("借呗 12 期 · 利息和手续费：483.42")
    assert page.headline.answer.text() == "再加一列，才能比较"


def test_an_own_product_without_a_price_does_not_win(qtbot, page):
    plan = page.store.plan
    own = CustomProduct(id="own_friend", name="朋友的钱")
    page.store.edit("产品", plan.model_copy(update={"products": (own,)}))
    actions = {action.text(): action for action in page.add_bar.more.menu().actions()}
    actions["朋友的钱"].trigger()
    assert "还没填利率" in page.form.notes.text()
    assert page.headline.answer.text() == "同样 12 期，借呗比花呗分期少付 44.58 元。"


def test_an_unusual_term_is_remarked_on_without_moving_the_table(qtbot, page):
    settle(page)  # what the fixture typed is laid out
    before = page.table.y()
    type_periods(qtbot, page, "24")
    assert "借呗常见" in page.form.notes.text()
    qtbot.waitUntil(lambda: page.table.y() == before)  # where it was before nothing was in the field


def test_two_picks_in_the_late_curves_are_two_steps(qtbot, window, page):
    page.area.ensureWidgetVisible(page.pictures.curves)
    qtbot.waitUntil(lambda: bool(page.pictures.curves.cards))
    chart = page.pictures.curves.made.late_chart
    for days in (20, 50):
        chart.picked.emit(days)
        chart.let_go.emit()
    window.action("undo").trigger()
    assert page.store.plan.comparison.late_days == 20


def test_tab_goes_on_from_the_table_through_pictures_made_late_to_the_sliders(qtbot, page):
    page.area.ensureWidgetVisible(page.pictures.curves)
    qtbot.waitUntil(lambda: bool(page.pictures.curves.cards))
    page.area.ensureWidgetVisible(page.pictures.heats)
    qtbot.waitUntil(lambda: bool(page.pictures.heats.cards))
    cards = page.pictures.curves.made
    page.table.setFocus()
    seen = [page.table]
    while seen[-1] is not page.what_if.late.slider:
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())
        assert len(seen) < 60
    wanted = [cards.cost_chart, cards.late_chart, page.pictures.heats.cards[1].map, page.periods.table]
    places = [seen.index(widget) for widget in (*wanted, page.what_if.amount.slider)]
    assert places == sorted(places)


def test_a_product_that_goes_while_its_map_is_in_sight_takes_the_map_along(qtbot, window, page):
    choose(qtbot, page, 1)
    page.form.buttons["remove"].click()
    window.action("undo").trigger()
    page.area.ensureWidgetVisible(page.pictures.heats)
    qtbot.waitUntil(lambda: len(page.pictures.heats.cards) == 2)
    page.area.ensureWidgetVisible(page.pictures.heats.cards[1])
    qtbot.waitUntil(lambda: bool(page.pictures.heats.cards[1].summary.text()))
    window.action("redo").trigger()
    qtbot.waitUntil(lambda: [card.name for card in page.pictures.heats.cards] == ["借呗"])


def test_an_explanation_that_was_put_away_stays_away_until_somebody_asks_again(qtbot, page):
    look_at(qtbot, page, "利息和手续费", 1)
    page.window().why.copy.setFocus()
    qtbot.keyClick(page.window().why.copy, Qt.Key.Key_Escape)
    assert not page.window().why.isVisible()
    assert page.table.hasFocus()
    slide(qtbot, page.what_if.amount, 1)
    assert not page.window().why.isVisible()
    look_at(qtbot, page, "利息和手续费", 1)
    assert page.window().why.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.window().why.isVisible()


def test_a_payment_says_why_in_the_same_place(qtbot, page):
    page.area.ensureWidgetVisible(page.periods)
    table = page.periods.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 12)
    click_cell(qtbot, table, 1, 1)
    assert page.window().why.text.toPlainText().startswith("借呗 12 期 · 第 2 期，2027-01-23：还 540.28 元")
