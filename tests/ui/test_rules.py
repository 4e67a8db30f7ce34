"""规则, driven as a user drives it. Figures are those of the shipped rule files."""

import csv
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from jiebei_desktop.planning.document import Plan
from jiebei_desktop.planning.entry import Field, new_loan
from jiebei_desktop.planning.rule_words import rule_words
from jiebei_desktop.products import figures
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.rules import RulesPage
from jiebei_desktop.values import Method, RatePer
from tests.conftest import TODAY
from tests.ui.conftest import choose_file, type_over
from tests.ui.why_hand import click_cell


@pytest.fixture
def page(qtbot, window) -> RulesPage:
    qtbot.keyClick(window, str(place_of("rules") + 1), Qt.KeyboardModifier.ControlModifier)
    found = window.page(RulesPage)
    assert found.isVisible()
    return found


@pytest.fixture
def own_page(qtbot, page) -> RulesPage:
    """The page with a new product of the user's own."""
    page.list.add.setFocus()
    qtbot.keyClick(page.list.add, Qt.Key.Key_Space)
    return page


def buttons(page: RulesPage) -> dict[str, QPushButton]:
    found = page.list.findChildren(QPushButton, "loan")
    return {button.accessibleName(): button for button in found if button.isVisible()}


def shown(page: RulesPage) -> list[list[str]]:
    model = page.rule.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def editor(page: RulesPage, field: Field):
    found = page.own.form.fields[field].editor
    return found.lineEdit() if field in {Field.NAME, Field.PERIODS} else found


def press(qtbot, page: RulesPage, name: str) -> None:
    button = buttons(page)[name]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_all_products_are_listed_and_the_first_is_shown(page):
    assert list(buttons(page)) == [
        "借呗",
        "借呗分期贷（旧）",
        "花呗分期",
        "花呗购物分期",
        "信用购分期",
        "花呗账单",
        "LPR 和价格的线",
    ]
    assert page.headline.answer.text() == "借呗：按天计息，日利率 0.015% 到 0.06%，公布的期数 3、6、9、12。"
    assert page.headline.reason.text().startswith("2026-11-23 核对过，2021-11-24 起的借款照这个算。")


@pytest.mark.parametrize(
    "product", ["jiebei", "jiebei_instalment", "huabei_instalment", "huabei_purchase", "credit_pay"]
)
def test_every_figure_of_the_file_and_every_view_is_on_screen(qtbot, page, rules, product):
    rule = rules.rule(product)
    press(qtbot, page, str(rule.name))
    expected = sum(1 + len(figure.views) for _, figure in figures(rule))
    assert len(shown(page)) == expected
    assert [row[1] for row in shown(page)] == [
        said.value for found in rule_words(rule) for said in (found.figure, *found.views)
    ]


def test_disagreement_stands_below_its_figure(page):
    assert shown(page)[:2] == [
        ["日利率，常见的", "0.04%", "一般", "借呗日利率举例，无日期，等 2 处"],
        ["— 另一种说法", "0.045%", "", "借呗额度与利息，2020-01-29"],
    ]


def test_the_sources_of_the_chosen_row_follow_the_arrow_keys_and_can_be_copied(qtbot, page, qapp):
    table, sources = page.rule.table, page.rule.support
    table.setFocus()
    assert "http://lnmlw.com/Loanconsultation/icvcaxjrfi.html" in sources.toPlainText()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert sources.toPlainText().startswith("另一种说法：0.045%，来自 借呗额度与利息，2020-01-29")
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert sources.hasFocus()
    qtbot.keyClick(sources, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == sources.toPlainText()
    assert "http://www.49028c.com/wen/2020/01-29/679364.html" in qapp.clipboard().text()


def test_a_row_can_be_copied_into_a_spreadsheet(qtbot, page, qapp):
    qtbot.keyClick(page.rule.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text().split("\t")[:2] == ["日利率，常见的", "0.04%"]


def test_an_older_version_can_be_looked_at(qtbot, page):
    box = page.rule.version
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "2017-01-01 到 2021-11-23 之间"
    assert shown(page)[0][:2] == ["日利率，常见的", "0.045%"]
    assert "2017-01-01 到 2021-11-23 之间的借款照这个算" in page.headline.reason.text()
    press(qtbot, page, "花呗分期")
    assert not box.isVisible()
    press(qtbot, page, "借呗")
    assert box.currentText() == "2017-01-01 到 2021-11-23 之间"


def test_long_values_are_shown_whole(page):
    table = page.rule.table
    row = next(place for place, cells in enumerate(shown(page)) if cells[0] == "每月哪天还")
    lines = table.rowHeight(row) // table.fontMetrics().lineSpacing()
    room = table.columnWidth(1)
    assert lines * room >= table.fontMetrics().horizontalAdvance(shown(page)[row][1])
    assert sum(table.columnWidth(place) for place in range(4)) <= table.viewport().width()


def test_the_bill_has_its_figures_too(qtbot, page):
    press(qtbot, page, "花呗账单")
    assert page.headline.answer.text().startswith("花呗账单：最低还 10%")
    assert shown(page)[0][:3] == ["1 日出账，哪天还", "8、9、10 日", "较可靠"]


def test_a_new_product_waits_for_its_name(qtbot, own_page, store):
    assert own_page.own.isVisible()
    line = editor(own_page, Field.NAME)
    assert line.hasFocus() or own_page.own.form.name.box.hasFocus()
    assert line.selectedText() == "我的产品"
    type_over(qtbot, line, "招商银行卡")
    assert [product.name for product in store.plan.products] == ["招商银行卡"]
    assert list(buttons(own_page))[-1] == "招商银行卡"
    assert store.undo_stack.undoText() == "修改产品：名字"


def test_a_product_typed_into_the_form_can_be_borrowed_and_compared(qtbot, own_page, store):
    type_over(qtbot, editor(own_page, Field.NAME), "白条")
    type_over(qtbot, editor(own_page, Field.PERIODS), "6")
    type_over(qtbot, editor(own_page, Field.RATE), "18")
    type_over(qtbot, editor(own_page, Field.PENALTY_RATE), "0.05")
    product = store.plan.products[0]
    assert (product.periods, product.rate, product.rate_per) == (6, Decimal("0.18"), RatePer.YEAR)
    assert own_page.headline.answer.text() == "白条：每月等额，年利率 18%，6 期。"
    rule = store.rules.rule(product.id)
    assert rule.overdue.value.penalty_rate == Decimal("0.0005")
    assert store.rules.ordered[-1].id == product.id
    assert Plan.model_validate_json(store.plan.model_dump_json()) == store.plan


def test_a_flat_fee_is_asked_for_where_one_is_charged(qtbot, own_page, store):
    box = editor(own_page, Field.METHOD)
    box.setFocus()
    while box.currentData() != Method.FLAT_FEE:
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert own_page.own.form.fee_rate.isVisible()
    assert not own_page.own.form.rate.isVisible()
    type_over(qtbot, editor(own_page, Field.FEE_RATE), "7.2")
    assert own_page.headline.answer.text() == "我的产品：等本等费，总费率 7.2%，12 期。"
    assert store.rules.rule(store.plan.products[0].id).fee_rate(12) == Decimal("0.072")


def test_changing_the_unit_of_a_rate_keeps_what_it_means(qtbot, own_page, store):
    type_over(qtbot, editor(own_page, Field.RATE), "14.6")
    per = own_page.own.form.rate.per
    per.setFocus()
    qtbot.keyClick(per, Qt.Key.Key_Up)
    assert per.currentData() == "day"
    assert store.plan.products[0].rate == Decimal("0.0004")
    assert editor(own_page, Field.RATE).text() == "0.04"


@pytest.mark.parametrize(
    ("field", "text"),
    [(Field.NAME, ""), (Field.PERIODS, "0"), (Field.RATE, "很高"), (Field.RATE, "200"), (Field.PENALTY_RATE, "x")],
)
def test_bad_input_is_named_at_its_field_and_nothing_is_lost(qtbot, own_page, store, field, text):
    type_over(qtbot, editor(own_page, Field.RATE), "18")
    before = store.plan
    type_over(qtbot, editor(own_page, field), text)
    message = own_page.own.form.fields[field].message
    assert message.isVisible()
    assert message.text().startswith("⚠")
    own_page.own.form.method.editor.setFocus()
    assert editor(own_page, field).text() == text
    # what could not be taken over left the plan at the last text that could: a prefix of it, or the old value
    kept = {field.value: getattr(before.products[0], field)}
    assert store.plan.products[0].model_copy(update=kept) == before.products[0]


def test_undo_and_redo_of_what_was_typed(qtbot, window, own_page, store):
    line = editor(own_page, Field.NAME)
    type_over(qtbot, line, "白条")
    type_over(qtbot, editor(own_page, Field.PERIODS), "24")
    window.action("undo").trigger()
    assert editor(own_page, Field.PERIODS).text() == "12"
    window.action("undo").trigger()
    assert line.text() == "我的产品"
    window.action("undo").trigger()
    assert store.plan.products == ()
    assert own_page.rule.isVisible()
    window.action("redo").trigger()
    assert own_page.own.isVisible()
    assert line.text() == "我的产品"


def test_a_product_that_is_not_used_can_be_deleted_and_comes_back_by_undo(qtbot, window, own_page, store):
    product = store.plan.products[0]
    own_page.own.form.delete.setFocus()
    qtbot.keyClick(own_page.own.form.delete, Qt.Key.Key_Space)
    assert store.plan.products == ()
    assert own_page.rule.isVisible()
    assert buttons(own_page)["借呗"].hasFocus()
    window.action("undo").trigger()
    assert store.plan.products == (product,)
    assert own_page.product == product


def test_a_product_in_use_is_not_deleted_and_what_uses_it_is_named(qtbot, own_page, store):
    product = store.plan.products[0]
    loan = new_loan(store.rules.rule(product.id), TODAY).model_copy(update={"name": "装修"})
    store.edit("添加借款", store.plan.with_loan(loan))
    assert "借款“装修”" in own_page.own.uses.text()
    qtbot.mouseClick(own_page.own.form.delete, Qt.MouseButton.LeftButton)
    assert store.plan.products == (product,)
    assert "现在不能删：借款“装修” 在用它" in own_page.own.notice.text
    assert own_page.own.notice.isVisible()
    store.edit("删除借款", store.plan.without_loan(loan.id))
    assert not own_page.own.notice.isVisible()
    qtbot.mouseClick(own_page.own.form.delete, Qt.MouseButton.LeftButton)
    assert store.plan.products == ()


def test_an_option_of_the_comparison_is_named_too(qtbot, own_page, store):
    comparison = store.plan.comparison
    option = comparison.options[1].model_copy(update={"product": store.plan.products[0].id})
    changed = comparison.model_copy(update={"options": (comparison.options[0], option)})
    store.edit("修改对比", store.plan.model_copy(update={"comparison": changed}))
    qtbot.mouseClick(own_page.own.form.delete, Qt.MouseButton.LeftButton)
    assert "对比的第 2 列" in own_page.own.notice.text


def test_a_wrong_text_stays_with_its_product(qtbot, own_page):
    type_over(qtbot, editor(own_page, Field.RATE), "abc")
    own_page.add_product()
    assert editor(own_page, Field.RATE).text() == ""
    assert list(buttons(own_page))[-2:] == ["我的产品", "我的产品 2"]
    qtbot.mouseClick(buttons(own_page)["我的产品"], Qt.MouseButton.LeftButton)
    assert editor(own_page, Field.RATE).text() == "abc"


def test_the_other_product_is_shown_where_one_of_two_is_deleted(qtbot, own_page, store):
    own_page.add_product()
    type_over(qtbot, editor(own_page, Field.NAME), "白条")
    qtbot.mouseClick(own_page.own.form.delete, Qt.MouseButton.LeftButton)
    assert own_page.headline.answer.text().startswith("我的产品：")
    assert buttons(own_page)["我的产品"].hasFocus()
    qtbot.keyClick(buttons(own_page)["我的产品"], Qt.Key.Key_Tab)
    assert own_page.list.add.hasFocus()


def test_the_arrow_keys_lead_through_the_products(qtbot, page):
    first = buttons(page)["借呗"]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = buttons(page)["借呗分期贷（旧）"]
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert page.headline.answer.text().startswith("借呗分期贷（旧）：")


def test_a_name_with_an_ampersand_is_shown_as_typed(qtbot, own_page):
    type_over(qtbot, editor(own_page, Field.NAME), "A & B")
    assert buttons(own_page)["A & B"].text() == "A && B"


def test_the_exported_rule_reads_back(qtbot, window, page, answer, tmp_path):
    path = tmp_path / "rule.csv"
    answer(choose_file(path))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    rows = list(csv.reader(path.read_bytes().decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == ["名称", "规则怎么写", "我改成", "可靠程度", "来源", "另一种说法"]
    addresses = ("http://lnmlw.com/Loanconsultation/icvcaxjrfi.html", "https://yuqile.com/html/yuqi/xuiffiihg22.html")
    assert rows[1] == [
        "日利率，常见的",
        "0.04%",
        "",
        "一般",
        f"借呗日利率举例，无日期 {addresses[0]}\n借呗逾期与罚息，无日期 {addresses[1]}",
        "另一种说法：0.045%，来自 借呗额度与利息，2020-01-29",
    ]
    assert len(rows) == 14


def test_an_own_product_is_exported_with_the_user_as_its_source(own_page):
    export = own_page.export()
    assert export.name == "我的产品 规则"
    assert {row[4].partition("，")[0] for row in export.table.rows} == {"你自己填的"}


def test_a_loan_follows_its_own_product_when_that_changes(qtbot, window, own_page, store):
    type_over(qtbot, editor(own_page, Field.RATE), "3.65")
    rule = store.rules.rule(own_page.product.id)
    loan = new_loan(rule, TODAY)
    store.edit("借", store.plan.with_loan(loan))
    window.show_page(place_of("loans"))
    table = window.page(LoansPage).result.table
    assert "一期（不看天数）" in click_cell(qtbot, table, 0, 4)  # a yearly rate counts by the month
    window.show_page(place_of("rules"))
    box = own_page.own.form.rate.per
    box.setFocus()
    box.setCurrentIndex(box.findData("day"))
    box.activated.emit(box.currentIndex())
    window.show_page(place_of("loans"))
    assert "30 天" in click_cell(qtbot, table, 0, 4)  # a daily one by the days
