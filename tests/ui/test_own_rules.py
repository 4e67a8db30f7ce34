"""The user's own figures beside the shipped ones, on the page of the rules, driven as a user drives it."""

import csv
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from jiebei_desktop.planning.document import Loan, RuleChange
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.rules import RulesPage
from tests.conftest import SEED, TODAY
from tests.ui.conftest import choose_file, type_over


@pytest.fixture
def page(qtbot, window, store) -> RulesPage:
    """The page, over a plan with the late loan of the sample."""
    store.edit("借", store.plan.with_loan(Loan.model_validate(SEED)))
    store.end_typing()
    window.show_page(place_of("rules"))
    return window.page(RulesPage)


def products(page: RulesPage) -> dict[str, QPushButton]:
    found = page.list.findChildren(QPushButton, "loan")
    return {button.accessibleName(): button for button in found if button.isVisible()}


def press(qtbot, button) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def shown(page: RulesPage) -> list[list[str]]:
    model = page.rule.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def row(page: RulesPage, name: str) -> list[str]:
    return next(cells for cells in shown(page) if cells[0] == name)


def go_to(page: RulesPage, name: str) -> None:
    place = [cells[0] for cells in shown(page)].index(name)
    page.rule.table.setFocus()
    page.rule.table.setCurrentIndex(page.rule.table.figures.index(place, 0))


def field(page: RulesPage, key: str = "value"):
    return page.rule.card.form.fields[key]


def pick(qtbot, page: RulesPage, key: str, value: str) -> None:
    box = field(page, key).editor
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != value:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() > before


def say(qtbot, page: RulesPage, name: str, text: str) -> None:
    """Open the form of a figure that is one field, and type into it."""
    go_to(page, name)
    press(qtbot, page.rule.card.change)
    type_over(qtbot, field(page).editor, text)


def change(qtbot, page: RulesPage, name: str, text: str) -> None:
    say(qtbot, page, name, text)
    press(qtbot, page.rule.card.take)


def effect(page: RulesPage) -> list[str]:
    assert page.rule.card.effect.isVisible()
    return page.rule.card.effect.toPlainText().split("\n")


def test_the_effect_on_the_plan_is_said_before_it_is_taken_and_taking_is_one_step(qtbot, window, page, store):
    before = store.plan
    go_to(page, "逾期每天多收")
    press(qtbot, page.rule.card.change)
    assert effect(page) == ["和现在一样。改一改，这里就说会怎么变。"]
    assert not page.rule.card.take.isEnabled()
    type_over(qtbot, field(page, "price").editor, "2")
    assert effect(page)[0] == "借呗 5 期"
    assert "晚 1 天，罚息：1.50 → 2.00" in effect(page)  # a third more, as 2 is of 1.5
    assert store.plan == before
    press(qtbot, page.rule.card.take)
    assert [each.path for each in store.plan.rule_changes] == ["overdue"]
    assert store.rules.rule("jiebei").overdue.value.penalty_multiplier == Decimal(2)
    assert store.undo_stack.undoText() == "改规则：逾期每天多收"
    assert page.rule.table.hasFocus()
    assert row(page, "逾期每天多收")[1:4] == ["逾期本金 × 日利率 × 1.5", "✎ 逾期本金 × 日利率 × 2", "较可靠"]
    window.action("undo").trigger()
    assert store.plan == before


def test_a_changed_figure_is_marked_by_a_sign_and_a_word_wherever_it_is(qtbot, page):
    change(qtbot, page, "日利率，常见的", "0.05")
    assert row(page, "日利率，常见的")[:3] == ["日利率，常见的", "0.04%", "✎ 0.05%"]
    assert products(page)["借呗"].text() == "借呗 ✎ 改过"
    assert products(page)["借呗"].accessibleDescription() == "有你自己改的数字"
    assert products(page)["花呗分期"].text() == "花呗分期"
    assert page.headline.reason.text().endswith("✎ 有 1 项是你自己改的。")
    said = page.rule.card.support.toPlainText().split("\n")
    assert said[0] == "你改成 0.05%（2026-11-24 改的），现在照这个算。"
    assert "http://lnmlw.com/Loanconsultation/icvcaxjrfi.html" in said


def test_a_plan_without_changes_has_no_column_for_them(qtbot, page):
    assert len(shown(page)[0]) == 4
    assert not page.rule.all_back.isVisible()
    assert not page.rule.card.back.isVisible()


def test_a_usual_rate_is_said_to_be_for_new_loans(qtbot, page):
    say(qtbot, page, "日利率，常见的", "0.05")
    assert effect(page) == [
        "这份计划里没有数字会变。",
        "",
        "已有的借款各有自己填的价格和期数，不跟着变；新填一笔时用这个值。",
    ]


def test_a_product_that_is_not_used_says_so(qtbot, page):
    press(qtbot, products(page)["借呗分期贷（旧）"])
    say(qtbot, page, "每期费率", "0.7")
    assert effect(page)[0] == "这份计划里没有用到这条规则。"


def test_what_can_not_be_is_said_at_its_field_and_can_not_be_taken(qtbot, page, store):
    before = store.plan
    say(qtbot, page, "日利率，常见的", "7")
    assert field(page).message.text() == "⚠ 不能大于“日利率，最高”的 0.06%"
    assert effect(page) == ["上面有一处还没填对。"]
    assert not page.rule.card.take.isEnabled()
    qtbot.keyClick(field(page).editor, Qt.Key.Key_Return)
    assert store.plan == before
    type_over(qtbot, field(page).editor, "0.05")
    assert not field(page).message.isVisible()
    qtbot.keyClick(field(page).editor, Qt.Key.Key_Return)
    assert [each.value for each in store.plan.rule_changes] == ["0.0005"]


def test_what_is_wrong_in_a_form_of_several_fields_is_said_at_the_one(qtbot, page):
    go_to(page, "逾期每天多收")
    press(qtbot, page.rule.card.change)
    type_over(qtbot, field(page, "grace_days").editor, "400")
    assert field(page, "grace_days").message.text() == "⚠ 不能大于 366"
    assert not field(page, "price").message.isVisible()


def test_leaving_the_form_changes_nothing_and_the_table_has_the_focus(qtbot, page, store):
    before = store.plan
    say(qtbot, page, "日利率，常见的", "0.05")
    press(qtbot, page.rule.card.leave)
    assert store.plan == before
    assert page.rule.table.hasFocus()
    assert page.rule.card.support.isVisible()
    say(qtbot, page, "日利率，常见的", "0.05")
    qtbot.keyClick(field(page).editor, Qt.Key.Key_Escape)
    assert store.plan == before
    assert page.rule.table.hasFocus()


def test_a_change_is_made_by_keys_alone(qtbot, page, store):
    table = page.rule.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert field(page).editor.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "0.05")  # what was there is chosen
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.rule.card.effect.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.rule.card.take.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.rule.card.leave.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert [each.value for each in store.plan.rule_changes] == ["0.0005"]
    for _ in range(3):  # the sources, the form again, and back
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert page.rule.card.back.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert store.plan.rule_changes == ()
    assert table.hasFocus()


def test_one_figure_or_all_of_a_product_go_back_to_what_ships(qtbot, window, page, store):
    before = store.plan
    change(qtbot, page, "日利率，常见的", "0.05")
    change(qtbot, page, "日利率，最高", "0.08")
    go_to(page, "日利率，常见的")
    press(qtbot, page.rule.card.back)
    assert [each.path for each in store.plan.rule_changes] == ["rate.most"]
    assert store.undo_stack.undoText() == "改回自带的：日利率，常见的"
    window.action("undo").trigger()
    assert len(store.plan.rule_changes) == 2
    press(qtbot, page.rule.all_back)
    assert store.plan == before
    assert store.undo_stack.undoText() == "全部改回自带的：借呗"


def test_what_another_change_rests_on_is_held_and_the_page_says_why(qtbot, page, store):
    change(qtbot, page, "日利率，最高", "0.1")
    change(qtbot, page, "日利率，常见的", "0.09")
    go_to(page, "日利率，最高")
    press(qtbot, page.rule.card.back)
    assert len(store.plan.rule_changes) == 2
    assert "现在改不回去：不能小于“日利率，常见的”的 0.09%。先改那一项。" in page.rule.notice.text


def test_typing_what_ships_takes_the_change_back(qtbot, page, store):
    change(qtbot, page, "日利率，常见的", "0.05")
    change(qtbot, page, "日利率，常见的", "0.04")
    assert store.plan.rule_changes == ()
    assert len(shown(page)[0]) == 4


def test_undo_leads_to_the_figure_in_its_version(qtbot, window, page, store):
    page.rule.version.setFocus()
    qtbot.keyClick(page.rule.version, Qt.Key.Key_Down)
    change(qtbot, page, "日利率，最高", "0.07")
    assert store.plan.rule_changes[0].since == date(2017, 1, 1)
    press(qtbot, products(page)["花呗分期"])
    window.action("undo").trigger()
    assert products(page)["借呗"].isChecked()
    assert page.rule.version.currentText() == "2017-01-01 到 2021-11-23 之间"
    assert page.rule.chosen_path == "rate.most"
    window.action("redo").trigger()
    assert row(page, "日利率，最高")[2] == "✎ 0.07%"


def test_undo_from_another_page_shows_the_rules(qtbot, window, page):
    change(qtbot, page, "日利率，最高", "0.07")
    window.show_page(place_of("late"))
    window.action("undo").trigger()
    assert page.isVisible()


def test_methods_are_ticked_and_fees_have_one_way(qtbot, page, store):
    go_to(page, "怎么还")
    press(qtbot, page.rule.card.change)
    box = field(page, "bullet").editor
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    press(qtbot, page.rule.card.take)
    assert store.plan.rule_changes[0].value == ["equal_payment", "interest_first", "equal_principal"]
    press(qtbot, products(page)["花呗分期"])
    go_to(page, "怎么还")
    assert not page.rule.card.change.isEnabled()
    assert page.rule.card.change.toolTip() == "这一项只能是这样，没有别的可以选"
    qtbot.keyClick(page.rule.table, Qt.Key.Key_Return)
    assert not page.rule.card.is_form


def test_a_choice_is_picked_from_its_box(qtbot, page, store):
    go_to(page, "怎么数天数")
    press(qtbot, page.rule.card.change)
    pick(qtbot, page, "value", "period")
    assert "利息和手续费：455.47 → 453.73" in effect(page)
    press(qtbot, page.rule.card.take)
    assert store.rules.rule("jiebei").day_count.value == "period"


def test_going_to_another_figure_lets_the_form_go(qtbot, page, store):
    say(qtbot, page, "日利率，常见的", "0.05")
    go_to(page, "日利率，最高")
    assert not page.rule.card.is_form
    assert page.rule.card.title.text() == "日利率，最高"
    assert store.plan.rule_changes == ()


def test_the_bill_can_be_changed_and_bill_columns_follow(qtbot, window, page, store):
    press(qtbot, products(page)["花呗账单"])
    change(qtbot, page, "最低还款", "20")
    assert page.headline.answer.text().startswith("花呗账单：最低还 20%")
    assert row(page, "最低还款")[1:3] == ["10%", "✎ 20%"]
    press(qtbot, page.rule.all_back)
    assert page.headline.answer.text().startswith("花呗账单：最低还 10%")


def test_a_prime_rate_is_added_changed_and_taken_away(qtbot, window, page, store):
    press(qtbot, products(page)["LPR 和价格的线"])
    assert row(page, "LPR，2025-05-20 起")[1] == "3%"
    press(qtbot, page.rule.add)
    assert field(page, "since").editor.hasFocus()
    type_over(qtbot, field(page, "since").editor, "2026-03-20")
    type_over(qtbot, field(page, "value").editor, "2.9")
    assert effect(page)[0] == "借呗 5 期"
    assert "4 倍 LPR 12%" in effect(page)[1]
    assert "4 倍 LPR 11.6%" in effect(page)[1]
    press(qtbot, page.rule.card.take)
    assert page.rule.chosen_path == "lpr 2026-03-20"
    assert row(page, "LPR，2026-03-20 起")[1:3] == ["—", "✎ 2.9%"]
    assert page.headline.answer.text().endswith("最新的 LPR 是 2.9%。")
    press(qtbot, page.rule.card.change)
    type_over(qtbot, field(page, "value").editor, "2.8")
    press(qtbot, page.rule.card.take)
    assert [str(rate.value) for rate in store.plan.prime_rates] == ["0.028"]
    assert page.rule.card.back.text() == "删掉这一行"
    press(qtbot, page.rule.card.back)
    assert store.plan.prime_rates == ()
    window.action("undo").trigger()
    assert [str(rate.since) for rate in store.plan.prime_rates] == ["2026-03-20"]


def test_a_wrong_day_of_a_prime_rate_is_said_at_its_field(qtbot, page):
    press(qtbot, products(page)["LPR 和价格的线"])
    press(qtbot, page.rule.add)
    type_over(qtbot, field(page, "since").editor, "2026-13-01")
    assert field(page, "since").message.isVisible()
    assert not page.rule.card.take.isEnabled()


def test_a_shipped_line_keeps_its_sources_and_can_be_changed(qtbot, page, store):
    press(qtbot, products(page)["LPR 和价格的线"])
    assert "http://www.zjblf.com/?p=44128" in page.rule.card.support.toPlainText()
    change(qtbot, page, "民间借贷：最高是 LPR 的几倍", "6")
    assert store.plan.rule_changes[0].value == 6
    assert page.headline.answer.text() == "对照价格的线：助贷 24%，民间借贷 6 倍 LPR；最新的 LPR 是 3%。"


def test_changes_that_are_not_known_here_are_kept_and_named(page, store):
    strange = RuleChange(rule="moon_loan", since=TODAY, path="rate.tides", value={"a": [1]}, made=TODAY)
    store.edit("怪", store.plan.model_copy(update={"rule_changes": (strange,)}))
    assert page.headline.aside.text() == (
        "有 1 处改动这里用不上：moon_loan的“rate.tides”。"
        "先留着，不起作用；可能是更新的版本存的，也可能和别的改动合不到一起。"
    )
    assert store.plan.rule_changes == (strange,)


def test_the_exported_rule_has_the_users_figure_beside_the_shipped_one(qtbot, window, page, answer, tmp_path):
    change(qtbot, page, "日利率，常见的", "0.05")
    path = tmp_path / "rule.csv"
    answer(choose_file(path))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    rows = list(csv.reader(path.read_bytes().decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[1][:4] == ["日利率，常见的", "0.04%", "0.05%", "一般"]


def test_a_loan_says_that_a_convention_is_the_users(qtbot, window, page, store):
    go_to(page, "怎么数天数")
    press(qtbot, page.rule.card.change)
    pick(qtbot, page, "value", "period")
    press(qtbot, page.rule.card.take)
    window.show_page(place_of("loans"))
    table = window.pages.current.result.table
    table.setCurrentIndex(table.figures.index(0, 4))
    assert "计息天数：来自 你自己改的，2026-11-24（较可靠）。" in table.why_here()


def test_a_new_product_is_filled_in_like_another_in_one_step(qtbot, window, page, store):
    press(qtbot, page.list.add)
    form = page.own.form
    assert form.fields[Field.RATE].message.text() == "还没填，先按 0 算"
    assert form.fields[Field.PENALTY_RATE].message.text() == "不填，就不知道晚一天多收多少"
    box = form.like.editor
    box.setFocus()
    for _ in range(3):  # by keys one goes through those that stand above
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentData() == "huabei_instalment"
    assert store.plan.products[0].fee_rate == Decimal("0.088")
    qtbot.keyClick(box, Qt.Key.Key_Home)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    (product,) = store.plan.products
    assert (product.name, product.rate, product.penalty_rate) == ("我的产品", Decimal("0.0004"), Decimal("0.0006"))
    assert form.fields[Field.RATE].text() == "0.04"
    assert store.undo_stack.undoText() == "照着借呗填"
    assert not form.fields[Field.RATE].message.isVisible()
    window.action("undo").trigger()
    assert store.plan.products[0].rate is None


def test_a_fee_for_one_more_number_of_instalments_is_added_and_offered_and_taken_away(qtbot, window, page, store):
    before = store.plan
    assert not page.rule.add.isVisible()  # 借呗 charges interest
    press(qtbot, products(page)["花呗分期"])
    assert page.rule.add.text() == "加一个期数的费率…"
    press(qtbot, page.rule.add)
    assert page.rule.card.title.text() == "加一个期数的费率"
    assert not page.rule.card.take.isEnabled()
    assert effect(page) == ["填好了，这里就说会怎么变。"]
    type_over(qtbot, field(page, "periods").editor, "12")
    assert not field(page, "value").message.isVisible()  # which is still to come
    type_over(qtbot, field(page, "value").editor, "12.6")
    assert field(page, "periods").message.text() == "⚠ 这个期数已经有费率了，改那一行就行"
    assert effect(page) == ["上面有一处还没填对。"]
    type_over(qtbot, field(page, "periods").editor, "18")
    type_over(qtbot, field(page, "value").editor, "12.6")
    press(qtbot, page.rule.card.take)
    assert page.rule.chosen_path == "fee.by_periods.18"
    assert row(page, "18 期的总费率")[1:3] == ["—", "✎ 12.6%"]
    assert row(page, "能分几期")[1:3] == ["3、6、9、12 期", "✎ 3、6、9、12、18 期"]
    assert page.headline.answer.text().endswith("12 期 8.8%、18 期 12.6%。")
    assert page.rule.card.back.text() == "删掉这一行"
    press(qtbot, page.rule.card.back)
    assert store.plan == before
    window.action("undo").trigger()
    assert page.rule.chosen_path == "fee.by_periods.18"
    assert row(page, "18 期的总费率")[2] == "✎ 12.6%"


def test_what_is_typed_stays_while_other_rules_are_undone_or_come_from_elsewhere(qtbot, window, page, store):
    change(qtbot, page, "日利率，最高", "0.07")
    say(qtbot, page, "日利率，常见的", "0.05")
    window.action("undo").trigger()
    assert store.plan.rule_changes == ()
    assert page.rule.card.is_form
    assert field(page).text() == "0.05"
    assert len(shown(page)[0]) == 4  # the table follows
    other = RuleChange(rule="bill:huabei", path="minimum_share", value="0.2", made=TODAY)
    store.edit("另一个窗口", store.plan.model_copy(update={"rule_changes": (other,)}))
    assert field(page).text() == "0.05"
    assert products(page)["借呗"].isChecked()
    press(qtbot, page.rule.card.take)
    assert [each.path for each in store.plan.rule_changes] == ["minimum_share", "rate.typical"]


def test_a_form_in_which_nothing_was_typed_makes_way_for_what_an_undo_leads_to(qtbot, window, page):
    change(qtbot, page, "日利率，最高", "0.07")
    go_to(page, "日利率，常见的")
    press(qtbot, page.rule.card.change)
    window.action("undo").trigger()
    assert not page.rule.card.is_form
    assert page.rule.chosen_path == "rate.most"


def test_another_plan_closes_the_form_that_was_about_the_one_before(qtbot, page, store):
    say(qtbot, page, "日利率，常见的", "0.05")
    store.replace(store.plan.model_copy(update={"name": "别的"}))
    assert not page.rule.card.is_form


def test_another_look_goes_on_with_product_version_figure_and_what_is_typed(qtbot, start):
    desk = start()
    desk.window.show_page(place_of("rules"))
    page = desk.window.page(RulesPage)
    page.rule.version.setFocus()
    qtbot.keyClick(page.rule.version, Qt.Key.Key_Down)
    say(qtbot, page, "日利率，最高", "0.07")
    desk.window.topbar.choose_look("theme", ThemeChoice.DARK)
    renewed = desk.window.page(RulesPage)
    assert renewed is not page
    assert products(renewed)["借呗"].isChecked()
    assert renewed.rule.version.currentText() == "2017-01-01 到 2021-11-23 之间"
    assert renewed.rule.chosen_path == "rate.most"
    assert field(renewed).text() == "0.07"
    assert desk.store.plan.rule_changes == ()
    press(qtbot, renewed.rule.card.take)
    assert [each.since for each in desk.store.plan.rule_changes] == [date(2017, 1, 1)]
    press(qtbot, products(renewed)["LPR 和价格的线"])
    press(qtbot, renewed.rule.add)
    type_over(qtbot, field(renewed, "value").editor, "2.9")
    desk.window.topbar.choose_look("theme", ThemeChoice.LIGHT)
    last = desk.window.page(RulesPage)
    assert last.rule.card.title.text() == "加一个 LPR"
    assert field(last, "value").text() == "2.9"
    assert products(last)["LPR 和价格的线"].isChecked()


def test_all_columns_are_in_sight_in_the_least_window_when_there_is_one_for_the_users_figures(qtbot, window, page):
    window.resize(1024, 700)
    change(qtbot, page, "日利率，常见的", "0.05")
    assert page.rule.table.horizontalScrollBar().maximum() == 0


def test_changes_that_do_nothing_are_not_counted_as_the_users_own_figures(page, store):
    strange = RuleChange(rule="jiebei", since=date(2021, 11, 24), path="tides", value=1, made=TODAY)
    store.edit("怪", store.plan.model_copy(update={"rule_changes": (strange,)}))
    assert "✎" not in page.headline.reason.text()
    assert page.rule.all_back.isVisible()  # they can be put away
