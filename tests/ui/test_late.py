"""The page 逾期, used as a user uses it: the slider, what is known of a loan, the ways out, the badge on 借款."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from jiebei_desktop.engine import Arrears, Payment, Restructure, Waiver, WaiverOf
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.money import typed
from jiebei_desktop.planning.document import CustomProduct, Loan
from jiebei_desktop.planning.entry import Field, edit
from jiebei_desktop.planning.happenings import Happening
from jiebei_desktop.planning.situation import WayKind
from jiebei_desktop.ui import design
from jiebei_desktop.ui.events_card import EventDialog
from jiebei_desktop.ui.letter_dialog import LetterDialog
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.values import Method, RatePer
from tests.conftest import TODAY
from tests.ui.conftest import choose_file, type_over
from tests.ui.why_hand import click_cell, press
from tests.ui.why_hand import said as why_said


@pytest.fixture
def page(window) -> LatePage:
    """The page with the sample plan, 40 days late."""
    window.store.replace(sample_plan(TODAY))
    window.show_page(place_of("late"))
    return window.page(LatePage)


def shown(table) -> list[list[str]]:
    model = table.model()
    rows = range(model.rowCount())
    return [[model.index(row, column).data() for column in range(model.columnCount())] for row in rows]


def header(table) -> list[str]:
    model = table.model()
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def line(table, name: str) -> list[str]:
    return next(row[1:] for row in shown(table) if row[0] == name)


def alone(qtbot, page) -> None:
    """Look at the loan that is late, without the offer beside it."""
    qtbot.mouseClick(page.picker.buttons["option 1"], Qt.MouseButton.LeftButton)


def test_it_begins_with_today_and_says_the_answer(qtbot, page):
    assert page.days == 40
    assert page.headline.answer.text() == "各晚 40 天，多付：借呗 5 期 73.53 元，花呗分期 6 期（对比） 51.21 元。"
    assert "付 5,055.73 元就不再逾期" in page.headline.reason.text()
    assert "付得出 5,055.73 元的话，最省的是“还清逾期部分”：比按时还多付 73.53 元。" in page.headline.reason.text()
    assert line(page.books.table, "逾期本金") == ["4,890.57", "4,000.00"]
    assert line(page.books.table, "要还才不逾期") == ["5,055.73", "4,231.21"]
    assert "31 天 × 2,430.80 × 0.0616% = 46.418557 元" in press(qtbot, page)
    assert page.stage.stage.text().startswith("M2")


def test_the_slider_by_keyboard_moves_everything(qtbot, page):
    alone(qtbot, page)
    page.picker.slider.setFocus()
    qtbot.keyClick(page.picker.slider, Qt.Key.Key_Home)
    assert page.headline.answer.text() == "还款日当天 24:00 以前还，不算逾期，一分不多付。"
    assert page.picker.day.text() == "2026 年 10 月 15 日"
    assert page.stage.stage.text().startswith("没有逾期")
    qtbot.keyClick(page.picker.slider, Qt.Key.Key_Right)
    # one night: 2,430.80 × 0.000616 = 1.50
    assert page.headline.answer.text() == "晚 1 天多付 1.50 元，全是本金的罚息。"
    assert (page.days, page.picker.days.text()) == (1, "1")
    qtbot.keyClick(page.picker.slider, Qt.Key.Key_PageDown)
    assert page.days in {0, 31}  # the page step is a month, whichever way the platform takes it
    qtbot.keyClick(page.picker.slider, Qt.Key.Key_End)
    assert page.days == 365
    assert page.stage.stage.text().startswith("M3+")


def test_days_can_be_typed_and_today_comes_back(qtbot, page):
    type_over(qtbot, page.picker.days.editor, "９０")
    assert page.days == page.picker.slider.value() == 90
    assert "各晚 90 天，多付" in page.headline.answer.text()
    for wrong, said in (("366", "要在 0 到 365 之间"), ("x", "不是数字"), ("-1", "要在 0 到 365 之间")):
        type_over(qtbot, page.picker.days.editor, wrong)
        assert said in page.picker.days.message.text()
    page.picker.slider.setFocus()  # what was wrong is not kept: it is no entry of the plan
    assert page.picker.days.text() == str(page.days)
    page.look_at_day(90)
    qtbot.mouseClick(page.picker.back, Qt.MouseButton.LeftButton)
    assert page.days == 40
    assert not page.picker.back.isVisible()


def test_a_click_in_the_chart_picks_the_day(qtbot, page):
    page.chart.picked.emit(7)
    assert page.days == page.picker.slider.value() == 7


def test_one_loan_always_stays(qtbot, page):
    alone(qtbot, page)
    assert page.picker.keys == ("seed",)
    qtbot.mouseClick(page.picker.buttons["seed"], Qt.MouseButton.LeftButton)
    assert page.picker.keys == ("seed",)
    assert page.picker.buttons["seed"].isChecked()
    assert header(page.books.table) == ["", "借呗 5 期"]


def test_ways_stand_side_by_side_with_the_cheapest_marked(qtbot, page):
    page.ways.show_last_days()
    names = header(page.ways.table)[1:]
    assert [name.replace("\n", "") for name in names] == [
        "不管它，再拖 90 天",
        "还清逾期部分",
        "一次结清",
        "整体推迟 1 个月",
        "协商分 6 期",
        "结清，罚息减 50%",
        "借花呗来还",
    ]
    assert line(page.ways.table, "当天要拿出") == ["0.00", "5,055.73", "5,055.73", "0.00", "0.00", "5,018.96", "0.00"]
    assert line(page.ways.table, "以后每月") == ["5,326.87", "—", "—", "最多 2,656.26", "879.65", "—", "880.54"]
    assert line(page.ways.table, "比按时还多付") == [
        "344.67",
        "73.53",
        "73.53",
        "165.16",
        "295.70",
        "✓ 36.76",
        "301.04",
    ]
    assert line(page.ways.table, "最晚哪天做还省钱")[4] == "2026-12-09"
    assert "2027 年 2 月 5 日以前（73 天内）" in page.ways.even.text()
    notes = [page.ways.notes.itemAt(place).widget().text() for place in range(page.ways.notes.count())]
    assert len(notes) == len(WayKind)
    assert any("只有花呗账单有最低还款" in note for note in notes)
    assert any("只适用于信用卡" in note for note in notes)


def test_the_last_days_come_by_themselves_when_the_hand_rests(qtbot, page):
    assert line(page.ways.table, "最晚哪天做还省钱")[0] in {"…", "—"}  # on a slow machine the hand has rested already
    qtbot.waitUntil(lambda: line(page.ways.table, "最晚哪天做还省钱")[4] == "2026-12-09")


def test_a_negotiated_plan_follows_each_key_and_can_be_undone(qtbot, page, window):
    type_over(qtbot, page.ways.fields[Field.PERIODS].editor, "12")
    assert window.store.plan.relief.periods == 12
    assert line(page.ways.table, "还几个月")[4] == "12"
    type_over(qtbot, page.ways.fields[Field.RATE].editor, "0")
    assert line(page.ways.table, "比按时还多付")[4] == "73.53"  # no interest: the penalty alone
    page.ways.fields[Field.ARREARS].box.setFocus()
    qtbot.keyClick(page.ways.fields[Field.ARREARS].box, Qt.Key.Key_End)
    page.ways.fields[Field.ARREARS].box.activated.emit(2)
    assert window.store.plan.relief.arrears is Arrears.WAIVE_PENALTY
    window.show_page(place_of("loans"))
    while window.store.undo_stack.canUndo():
        window.store.undo_stack.undo()
    assert isinstance(window.pages.current, LatePage)  # it goes where the step was
    assert line(page.ways.table, "比按时还多付")[4] == "295.70"
    assert page.ways.fields[Field.PERIODS].text() == ""
    assert page.ways.fields[Field.PERIODS].message.text() == "不填：按 6 期算"


def test_what_is_wrong_is_said_at_its_field_and_stays(qtbot, page, window):
    field = page.ways.fields[Field.WAIT_DAYS]
    type_over(qtbot, field.editor, "400")
    assert "不能大于 365" in field.message.text()
    assert window.store.plan.relief.wait_days == 40  # the last that was right on the way
    assert field.text() == "400"
    grace = page.settings.grace
    type_over(qtbot, grace.editor, "x")
    assert "不是数字" in grace.message.text()
    assert window.store.plan.loans[0].overdue is None
    type_over(qtbot, grace.editor, "3")
    assert not grace.message.isVisible()
    assert window.store.plan.loans[0].overdue.grace_days == 3


def test_another_view_of_the_penalty_is_one_choice_away(qtbot, page, window):
    alone(qtbot, page)
    rule = page.settings.rule
    place = next(place for place in range(rule.box.count()) if "× 1" in rule.box.itemText(place)[-4:])
    rule.box.setCurrentIndex(place)
    rule.box.activated.emit(place)
    assert window.store.plan.loans[0].overdue.penalty_multiplier == 1
    # 0.15 / 365 kept to 6 decimals is 0.000411: 2,430.80 × 31 + 4,890.57 × 9 nights
    assert "多付 49.06 元" in page.headline.answer.text()


def test_a_payment_that_came_late_is_recorded(qtbot, page, window):
    qtbot.mouseClick(page.settings.payment, Qt.MouseButton.LeftButton)
    dialog = next(each for each in page.settings.findChildren(EventDialog) if each.isVisible())
    type_over(qtbot, dialog.fields["date"].editor, "2026-11-04")
    type_over(qtbot, dialog.fields["amount"].editor, "2521.04")
    qtbot.mouseClick(dialog.findChild(QDialogButtonBox).buttons()[0], Qt.MouseButton.LeftButton)
    assert window.store.plan.loans[0].events == (Payment(date=date(2026, 11, 4), amount=Decimal("2521.04")),)
    assert "⚠ 逾期 9 天" in page.picker.buttons["seed"].text()
    assert isinstance(window.pages.current, LatePage)
    window.store.undo_stack.undo()
    assert "⚠ 逾期 40 天" in page.picker.buttons["seed"].text()
    assert isinstance(window.pages.current, LatePage)  # the page shows loans, too


def test_a_plan_that_was_agreed_is_taken_over(qtbot, page, window):
    qtbot.mouseClick(page.ways.adopt, Qt.MouseButton.LeftButton)
    assert window.store.plan.loans[0].events == (Restructure(date=TODAY, periods=6),)
    assert "逾期" not in page.picker.buttons["seed"].text()
    window.show_page(place_of("loans"))
    loans = window.page(LoansPage)
    rows = shown(loans.result.table)
    assert rows[5][0] == "⇨"
    assert rows[5][6] == "5,055.73"
    assert [row[5] for row in rows[6:12]] == ["879.65"] * 6


def test_after_a_plan_was_agreed_the_page_begins_with_today_again(qtbot, page, window):
    page.look_at_day(60)
    assert not page.ways.adopt.isEnabled()  # nobody agreed on anything on a day to come
    page.look_at_day(30)
    qtbot.mouseClick(page.ways.adopt, Qt.MouseButton.LeftButton)
    agreed = window.store.plan.loans[0]
    assert agreed.events[0].date == date(2026, 11, 14)  # the day that was looked at
    alone(qtbot, page)
    assert page.days == page.picker.slider.value()
    window.store.undo_stack.undo()
    page.look_at_day(40)
    qtbot.mouseClick(page.ways.adopt, Qt.MouseButton.LeftButton)
    assert (page.days, page.picker.day.text()) == (0, "2026 年 12 月 24 日")  # the first instalment of the new plan
    assert page.headline.answer.text() == "还款日当天 24:00 以前还，不算逾期，一分不多付。"
    assert not page.ways.adopt.isEnabled()  # nothing is late that could be agreed on


def test_another_plan_is_looked_at_from_its_own_day(qtbot, page, window):
    alone(qtbot, page)
    page.look_at_day(200)
    window.store.replace(sample_plan(TODAY).model_copy(update={"name": "又一份"}))
    assert page.days == 40
    assert page.picker.keys == ("seed", "option 1")


def test_a_loan_that_goes_takes_its_days_with_it(qtbot, page, window):
    old = sample_plan(date(2025, 2, 20)).loans[0]
    window.store.replace(window.store.plan.with_loan(old))
    assert page.days > 600
    window.store.edit("删", window.store.plan.without_loan("seed"))
    assert page.days == 0
    assert page.picker.keys == ("option 0", "option 1")


def test_a_plan_that_cannot_be_is_not_taken_over(qtbot, page, window):
    loan = window.store.plan.loans[0]
    waiver = Waiver(date=date(2026, 12, 1), amount=Decimal(70), of=WaiverOf.PENALTY)
    window.store.edit("记减免", window.store.plan.with_loan(loan.model_copy(update={"events": (waiver,)})))
    qtbot.mouseClick(page.ways.adopt, Qt.MouseButton.LeftButton)
    assert window.store.plan.loans[0].events == (waiver,)
    assert "那天只欠 0.00 元，减免不能更多" in page.notice.text


def test_grace_follows_undo_though_the_cursor_is_in_it(qtbot, page, window):
    grace = page.settings.grace
    type_over(qtbot, grace.editor, "5")
    assert window.store.plan.loans[0].overdue.grace_days == 5
    window.store.undo_stack.undo()
    assert grace.text() == "0"
    type_over(qtbot, grace.editor, "３")  # what is typed stays as it is typed
    assert grace.text() == "３"
    assert window.store.plan.loans[0].overdue.grace_days == 3


def test_another_product_brings_its_own_penalty(qtbot, page, window):
    type_over(qtbot, page.settings.grace.editor, "5")
    loan = edit(window.store.plan.loans[0], Field.PRODUCT, "huabei_instalment", window.store.rules)
    assert loan.overdue is None
    window.store.edit("换产品", window.store.plan.with_loan(loan))
    assert "0.05%" in page.settings.rule.box.currentText()


def test_a_loan_that_was_just_entered_is_looked_at(qtbot, window):
    window.show_page(place_of("late"))
    page = window.page(LatePage)
    assert page.picker.keys == ("option 0", "option 1")
    window.store.edit("填", window.store.plan.with_loan(sample_plan(TODAY).loans[0]))
    assert page.picker.keys == ("seed", "option 1")
    assert page.days == 40


def test_a_loan_that_is_over_is_not_what_a_page_begins_with(qtbot, window):
    over = sample_plan(TODAY).loans[0].model_copy(update={"id": "over", "unpaid_from": None})
    running = over.model_copy(update={"id": "running", "periods": 12})
    window.store.replace(window.store.plan.with_loan(over).with_loan(running))
    window.show_page(place_of("late"))
    page = window.page(LatePage)
    assert page.picker.keys == ("running", "option 1")
    page.look_at("over")
    assert "都还清了" in page.headline.reason.text()
    assert not page.ways.isVisible()
    type_over(qtbot, page.settings.unpaid_from.editor, "4")
    assert page.days == 40
    assert page.ways.isVisible()


def test_two_loans_of_one_brand_have_a_line_style_each(qtbot, page, window):
    twin = window.store.plan.loans[0].model_copy(update={"id": "twin", "name": "另一笔"})
    window.store.edit("加", window.store.plan.with_loan(twin))
    page.picker.buttons["twin"].click()
    curves = page.chart.chart._curves
    assert len({(curve.colour, curve.style) for curve in curves}) == len(curves) == 3


def test_books_stand_below_the_chart_where_there_is_no_room_beside_it(qtbot, page, window):
    assert page.books.x() > page.chart.x()
    assert page.books.y() == page.chart.y()
    for name in ("一笔名字很长很长很长很长的借款", "又一笔名字很长很长很长很长的借款"):
        loan = window.store.plan.loans[0].model_copy(update={"id": name, "name": name})
        window.store.edit("加", window.store.plan.with_loan(loan))
        page.picker.buttons[name].click()
    qtbot.waitUntil(lambda: page.books.y() > page.chart.y())
    assert page.books.x() == page.chart.x()
    alone(qtbot, page)
    for name in page.picker.keys[1:]:
        page.picker.buttons[name].click()
    qtbot.waitUntil(lambda: page.books.y() == page.chart.y())


def test_money_that_came_late_says_which_instalment_was_missed(qtbot, window):
    loan = sample_plan(TODAY).loans[0].model_copy(update={"unpaid_from": None})
    window.store.replace(sample_plan(TODAY).with_loan(loan))
    window.show_page(place_of("loans"))
    loans = window.page(LoansPage)
    for day, amount, said in (("2026-07-01", "5", "那天还没有到期的"), ("2026-10-20", "500", "")):
        qtbot.mouseClick(loans.events.buttons[Happening.PAYMENT], Qt.MouseButton.LeftButton)
        dialog = next(each for each in loans.events.findChildren(EventDialog) if each.isVisible())
        type_over(qtbot, dialog.fields["date"].editor, day)
        type_over(qtbot, dialog.fields["amount"].editor, amount)
        qtbot.mouseClick(dialog.findChild(QDialogButtonBox).buttons()[0], Qt.MouseButton.LeftButton)
        assert said in dialog.fields["date"].message.text()
        dialog.close()
    # the instalment of 15 October was not paid on its day: 500 less five nights of 1.50 are off it
    assert window.store.plan.loans[0].unpaid_from == 4
    assert [row[5] for row in shown(loans.result.table)[3:5]] == ["没还 1,998.58", "没还 2,491.11"]


def test_a_new_plan_adds_up_in_the_table(qtbot, page, window):
    qtbot.mouseClick(page.ways.adopt, Qt.MouseButton.LeftButton)
    window.show_page(place_of("loans"))
    loans = window.page(LoansPage)
    rows = shown(loans.result.table)
    assert [row[5] for row in rows[3:6]] == ["⇨ 2,491.09", "⇨ 2,491.11", "−4,982.20"]
    amounts = [typed(row[5].removeprefix("⇨ ")) for row in rows]
    assert sum(amounts[:-1]) == amounts[-1]
    assert loans.headline.answer.text() == "每期还 879.65 元，2027 年 5 月 24 日还清，一共多付 751.17 元。"
    why = click_cell(qtbot, loans.result.table, 5, 0)
    assert "没还的 4,982.20 元转入新的计划；连同利息和罚息一共欠 5,055.73 元" in why


def test_the_letter_opens_with_these_figures(qtbot, page):
    qtbot.mouseClick(page.ways.letter, Qt.MouseButton.LeftButton)
    dialog = next(each for each in page.findChildren(LetterDialog) if each.isVisible())
    assert "借呗 5 期" in dialog.windowTitle()
    dialog.close()


def test_every_day_goes_out_as_csv(qtbot, page, window, tmp_path, answer):
    answer(choose_file(tmp_path / "late.csv"))
    window.action("export").trigger()
    lines = (tmp_path / "late.csv").read_text(encoding="utf-8-sig").split("\r\n")
    lines = lines if len(lines) > 300 else "\n".join(lines).split("\n")
    assert (
        lines[0]
        == "晚几天,阶段,借呗 5 期：日期,借呗 5 期：多付,花呗分期 6 期（对比）：日期,花呗分期 6 期（对比）：多付"
    )
    assert lines[1] == "0,M0,2026-10-15,0.00,2026-07-15,0.00"
    assert lines[41] == "40,M2,2026-11-24,73.53,2026-08-24,51.21"
    assert len([each for each in lines if each]) == 367


def test_without_any_loan_the_offers_are_looked_at(qtbot, window):
    window.show_page(place_of("late"))
    page = window.page(LatePage)
    assert page.picker.keys == ("option 0", "option 1")
    assert not page.settings.isVisible()
    assert page.days == 0
    assert page.ways.adopt.isEnabled() is False


def test_a_loan_nobody_knows_the_penalty_of_says_so(qtbot, page, window):
    friend = CustomProduct(id="own_friend", name="朋友", periods=2, rate=Decimal("0.12"))
    owed = Loan(
        id="f",
        name="",
        product="own_friend",
        principal=Decimal(1000),
        start_date=date(2026, 9, 1),
        periods=2,
        method=Method.EQUAL_PAYMENT,
        rate=Decimal("0.12"),
        rate_per=RatePer.YEAR,
        unpaid_from=1,
    )
    plan = window.store.plan.model_copy(update={"products": (friend,), "loans": (owed,)})
    window.store.replace(plan)
    page.look_at("f")
    assert "⚠ 逾期 54 天" in page.picker.buttons["f"].text()  # since 2026-10-01
    assert page.notice.text == "⚠ 不知道朋友 2 期逾期一天多收多少。请在“规则”里填，或者换一笔看。"
    assert page.headline.answer.text() == "这笔借款的逾期算不出来"
    assert not page.ways.isVisible()
    window.show_page(place_of("loans"))
    loans = window.page(LoansPage)
    assert loans.late.title.text() == "⚠ 逾期 54 天，先做这几件"
    assert loans.headline.answer.text().startswith("不知道朋友 2 期逾期一天多收多少")


def test_the_loans_page_says_who_is_late_and_what_to_do_first(qtbot, window):
    window.store.replace(sample_plan(TODAY))
    window.show_page(place_of("loans"))
    loans = window.page(LoansPage)
    assert loans.headline.answer.text() == "逾期 40 天，2 期没还。今天付 5,055.73 元就不再逾期。"
    assert loans.late.isVisible()
    buttons = [button for button in loans.strip.findChildren(QPushButton) if "⚠ 逾期 40 天" in button.text()]
    assert len(buttons) == 1
    assert [row[5] for row in shown(loans.result.table)[2:5]] == ["2,491.09", "没还 2,491.09", "没还 2,491.11"]
    qtbot.mouseClick(loans.late.button, Qt.MouseButton.LeftButton)
    assert isinstance(window.pages.current, LatePage)
    assert window.page(LatePage).picker.keys == ("seed",)


def test_saying_that_all_was_paid_takes_the_badge_away(qtbot, page, window):
    type_over(qtbot, page.settings.unpaid_from.editor, "")
    assert window.store.plan.loans[0].unpaid_from is None
    assert "这里看第 5 期要是没还会怎样" in page.settings.unpaid_from.message.text()
    window.show_page(place_of("loans"))
    assert not window.page(LoansPage).late.isVisible()
    assert window.page(LoansPage).headline.answer.text().startswith("每期还 2,491.09 元")


def test_tab_goes_through_the_page_from_top_to_bottom(qtbot, page, window):
    window.activateWindow()
    page.setFocus()
    met = []
    for _ in range(24):
        qtbot.keyClick(window.focusWidget() or page, Qt.Key.Key_Tab)
        met.append(window.focusWidget())
    wanted = [
        page.picker.buttons["seed"],
        page.picker.buttons["option 1"],
        page.picker.slider,
        page.picker.days.editor,
        page.settings.unpaid_from.editor,
        page.settings.rule.box,
        page.settings.grace.editor,
        page.settings.payment,
        page.books.table,
        page.ways.loan,
        page.ways.fields[Field.PERIODS].editor,
        page.ways.table,
        page.ways.letter,
        page.ways.adopt,
        page.ways.one,
        page.ways.other,
    ]
    assert [met.index(widget) for widget in wanted] == sorted(met.index(widget) for widget in wanted)


def test_a_figure_says_how_it_came_about_by_arrow_keys(qtbot, page):
    table = page.books.table
    table.setCurrentIndex(table.model().index(2, 1))
    assert press(qtbot, table).split("\n") == [
        "逾期本金 · 借呗 5 期：4,890.57",
        "第 4 期（2026-10-15）2,430.80 + 第 5 期（2026-11-15）2,459.77",
    ]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert why_said(page).split("\n")[1] == "第 4 期（2026-10-15）60.29 + 第 5 期（2026-11-15）31.34"
    while table.model().index(table.currentIndex().row(), 0).data() != "要还才不逾期":
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert why_said(page).split("\n")[1] == "没还的各期 4,982.20 + 罚息 73.53 = 5,055.73 元"
    assert "合作银行公开的借呗计息表结构，2018-05-15" in why_said(page)  # the rule and its source
    page.look_at_day(41)  # the explanation follows the day
    assert why_said(page).split("\n")[1] == "没还的各期 4,982.20 + 罚息 76.54 = 5,058.74 元"
    ways = page.ways.table
    page.look_at_day(40)
    assert click_cell(qtbot, ways, 1, 5).split("\n")[1:] == [
        f"{day} 879.65" for day in ("2026-12-24", "2027-01-24", "2027-02-24", "2027-03-24", "2027-04-24", "2027-05-24")
    ]
    for _ in range(3):
        qtbot.keyClick(ways, Qt.Key.Key_Down)
    # 3 × 2,491.09 were paid before; the agreed plan comes to 12,455.47
    assert why_said(page).split("\n")[1:] == [
        "这样一共付 12,751.17 元（2026 年 11 月 24 日以前已付 7,473.27），都按时付是 12,455.47 元",
        "12,751.17 − 12,455.47 = 295.70",
    ]


def test_many_loans_fit(qtbot, page, window):
    """The buttons go on in the next line, in a window of the least size; the page ends where its content does."""
    plan = window.store.plan
    for number in range(6):
        plan = plan.with_loan(plan.loans[0].model_copy(update={"id": f"more {number}"}))
    window.store.replace(plan)
    window.resize(*design.MINIMUM_WINDOW)
    buttons = list(page.picker.buttons.values())
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    assert page.area.viewport().width() >= page.area.widget().width()
    assert all(button.geometry().right() < page.picker.width() for button in buttons)
    inside = page.area.widget()
    assert inside.height() <= inside.heightForWidth(inside.width()) + 1
