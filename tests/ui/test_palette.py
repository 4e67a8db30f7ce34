"""Ctrl+K finds pages, commands, loans, questions and products by a few letters, from anywhere."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.pages import PAGES
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.rules import RulesPage
from jiebei_desktop.ui.palette_items import MOST, Group, Item, all_items, found
from jiebei_desktop.ui.palette_list import FoundModel
from tests.conftest import TODAY
from tests.ui.conftest import type_over

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(window, store):
    store.replace(sample_plan(TODAY))
    return window


@pytest.fixture
def palette(qtbot, sample):
    qtbot.keyClick(sample, Qt.Key.Key_K, CONTROL)
    assert sample.palette_box.isVisible()
    return sample.palette_box


def rows(palette) -> list[str]:
    model = palette.found
    return [model.index(row).data() for row in range(model.rowCount())]


def titles(palette) -> list[str]:
    return [palette.found.index(row).data() for row in palette.found.places]


def chosen(palette) -> str:
    return palette.list.currentIndex().data()


def items(*names: str, group: str = "页面") -> list[Item]:
    return [Item(name, group, name, "", list) for name in names]


def test_a_few_letters_and_enter_lead_to_a_page(qtbot, sample, palette):
    qtbot.keyClicks(palette.line, "yq")  # the initials of 逾期
    assert rows(palette)[:2] == ["页面", "逾期"]
    assert chosen(palette) == "逾期"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert sample.pages.current.name == "late"
    assert not palette.isVisible()


def test_it_opens_from_inside_a_field_and_gives_the_keys_back(qtbot, window):
    page = window.page(LoansPage)
    page.add_loan()
    editor = page.form.fields[Field.PRINCIPAL].editor
    type_over(qtbot, editor, "8000")
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    qtbot.keyClick(editor, Qt.Key.Key_K, CONTROL)  # which would delete to the end of the line on Linux
    assert editor.text() == "8000"
    assert window.palette_box.line.hasFocus()
    qtbot.keyClick(window.palette_box.line, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()
    assert editor.hasFocus()


def test_the_same_key_puts_it_away_and_so_do_keys_that_go_elsewhere(qtbot, sample, palette):
    qtbot.keyClick(palette.line, Qt.Key.Key_K, CONTROL)
    assert not palette.isVisible()
    qtbot.mouseClick(sample.topbar.search, Qt.MouseButton.LeftButton)
    assert palette.isVisible()
    sample.topbar.name.setFocus()
    assert not palette.isVisible()
    assert sample.topbar.name.hasFocus()


def test_commands_that_cannot_be_used_now_are_not_offered(qtbot, sample, palette):
    palette.line.setText("撤销")
    assert titles(palette) == []
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    sample.page(LoansPage).add_loan()
    qtbot.keyClick(sample, Qt.Key.Key_K, CONTROL)
    qtbot.keyClicks(palette.line, "chexiao")
    assert titles(palette) == ["撤销：添加借款"]
    assert palette.found.index(palette.found.places[0]).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Ctrl+Z")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert len(sample.store.plan.loans) == 1


def test_two_loans_that_are_called_the_same_are_told_apart_by_their_first_day(qtbot, sample, palette, store):
    loan = store.plan.loans[0]
    twin = loan.model_copy(update={"id": "twin", "start_date": date(2026, 9, 1)})
    store.edit("", store.plan.with_loan(twin))
    palette.close_up()
    palette.open()
    palette.line.setText("借呗 5 期")
    assert titles(palette) == [
        "借呗 5 期（2026-06-15 借的）",
        "借呗 5 期（2026-06-15 借的）：逾期会怎样",
        "借呗 5 期（2026-09-01 借的）",
        "借呗 5 期（2026-09-01 借的）：逾期会怎样",
    ]


def test_a_loan_is_found_by_its_name_and_so_is_what_being_late_does(qtbot, sample, palette, store):
    loan = store.plan.loans[0]
    store.edit("", store.plan.with_loan(loan.model_copy(update={"id": "second", "name": "装修那笔"})))
    palette.close_up()
    palette.open()
    qtbot.keyClicks(palette.line, "zxnb")
    assert titles(palette) == ["装修那笔", "装修那笔：逾期会怎样"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert sample.pages.current.name == "loans"
    assert sample.page(LoansPage).loan.id == "second"
    palette.open()
    palette.line.setText("装修")
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert sample.page(LatePage).picker.keys == ("second",)


def test_a_question_opens_its_answer(qtbot, sample, palette):
    from jiebei_desktop.planning.helping.questions import questions

    wanted = questions()[0]
    palette.line.setText(wanted.title)
    assert wanted.title in titles(palette)
    palette.list.setCurrentIndex(palette.found.index(rows(palette).index(wanted.title)))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert sample.pages.current.name == "help"


def test_a_product_is_shown_on_the_rules_page(qtbot, sample, palette):
    palette.line.setText("花呗分期")
    assert "花呗分期" in titles(palette)
    place = rows(palette).index("花呗分期")
    qtbot.mouseClick(
        palette.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=palette.list.visualRect(palette.found.index(place)).center(),
    )
    assert sample.pages.current.name == "rules"
    assert "花呗分期" in sample.page(RulesPage).headline.answer.text()


def test_what_was_used_last_comes_first_while_nothing_is_typed(qtbot, sample, palette):
    assert rows(palette)[:2] == ["页面", "总览"]
    palette.line.setText("规则")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.keyClick(sample, Qt.Key.Key_K, CONTROL)
    palette.line.setText("帮助")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.keyClick(sample, Qt.Key.Key_K, CONTROL)
    assert palette.line.text() == ""
    assert rows(palette)[:3] == ["刚用过的", "帮助", "规则"]
    assert titles(palette).count("规则") == 1  # not a second time under the pages


def test_arrow_keys_pass_over_captions_and_go_round(qtbot, palette):
    first, *_, last = titles(palette)
    assert chosen(palette) == first
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert chosen(palette) == last
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    met = [chosen(palette)]
    for _ in titles(palette)[1:]:
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
        met.append(chosen(palette))
    assert met == titles(palette)
    qtbot.keyClick(palette.line, Qt.Key.Key_PageUp)
    assert chosen(palette) == met[-6]
    qtbot.keyClick(palette.line, Qt.Key.Key_Tab)  # there is nowhere else to go
    assert palette.line.hasFocus()


def test_it_stays_inside_a_small_window(qtbot, sample, palette):
    sample.resize(1024, 700)
    QApplication.processEvents()
    assert sample.rect().contains(palette.geometry())
    assert abs(palette.geometry().center().x() - sample.rect().center().x()) <= 1
    assert palette.list.height() <= sample.height()


def test_it_finds_what_the_plan_has_now(qtbot, sample, palette, store):
    names = [item.title for item in all_items(sample)]
    assert (
        len(names) == len(set(names)) + 1
    )  # 借呗 is a page's loan by name as well as a product... and nothing else twice
    assert {page.title() for page in PAGES} <= set(names)
    assert "外观：深色" in names
    store.edit("", store.plan.without_loan(store.plan.loans[0].id))
    assert not any("逾期会怎样" in item.title for item in all_items(sample))


def test_the_best_stands_first_and_a_group_where_its_best_is():
    pages, commands = items("逾期", "对比"), items("看逾期", "逾", group="命令")
    groups = found([*pages, *commands], "逾期", [])
    assert groups == [Group("页面", (pages[0],)), Group("命令", (commands[0],))]
    assert found([*commands, *pages], "逾期", [])[0].name == "页面"
    assert found(pages, "没有这样的", []) == []


def test_no_more_is_offered_than_can_be_looked_through():
    many = items(*(f"第 {number} 个" for number in range(50)))
    assert sum(len(group.items) for group in found(many, "第", [])) == MOST
    assert sum(len(group.items) for group in found(many, "", ["第 40 个"])) <= MOST


def test_what_was_used_and_is_gone_is_left_out():
    groups = found(items("对比"), "", ["loan:gone", "对比"])
    assert [(group.name, [item.key for item in group.items]) for group in groups] == [("刚用过的", ["对比"])]


def test_the_model_keeps_qts_rules(qtmodeltester):
    model = FoundModel()
    model.show_groups([Group("页面", tuple(items("逾期", "对比"))), Group("命令", tuple(items("保存")))])
    assert model.places == [1, 2, 4]
    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    qtmodeltester.check(model, force_py=True)
    model.show_groups([])
    qtmodeltester.check(model, force_py=True)
