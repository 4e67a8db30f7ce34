"""帮助: a question in two clicks, found by its sound, answered with own figures, and given out."""

import csv

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from jiebei_desktop import text
from jiebei_desktop.files.csv_out import CsvOptions
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.helping.questions import questions
from jiebei_desktop.ui.design import MINIMUM_WINDOW
from jiebei_desktop.ui.help.entries import Kind, found
from jiebei_desktop.ui.help.views import AnswerView, KeysView, LimitsView, SourcesView, WordView
from jiebei_desktop.ui.pages import PAGES, place_of
from jiebei_desktop.ui.pages.help import HelpPage, Left
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.shortcuts import listed
from tests.conftest import TODAY
from tests.ui.conftest import type_over

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
LATE_DAYS = "晚一天、逾期几天，多付多少钱？"


@pytest.fixture
def page(window, store) -> HelpPage:
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("help"))
    return window.page(HelpPage)


def titles(page: HelpPage) -> list[str]:
    return [page.list.item(place).text() for place in range(page.list.count())]


def shown(page: HelpPage) -> str:
    return "\n".join(made.accessibleName() or made.text() for made in page.opened.findChildren(QLabel))


def click(qtbot, page: HelpPage, title: str) -> None:
    item = page.list.item(titles(page).index(title))
    page.list.scrollToItem(item)
    qtbot.mouseClick(page.list.viewport(), LEFT, pos=page.list.visualItemRect(item).center())


def test_any_question_is_two_clicks_from_the_first_page(qtbot, window, store):
    store.replace(sample_plan(TODAY))
    window.show_page(0)
    qtbot.mouseClick(window.sidebar.buttons[place_of("help")], LEFT)
    page = window.page(HelpPage)
    assert titles(page) == [question.title for question in questions()]
    click(qtbot, page, LATE_DAYS)
    # 4,890.57 yuan of late principal × 0.0616 % a day = 3.0126
    assert "再拖 1 天多付 3.01 元" in shown(page)


def test_every_question_can_be_opened_and_shows_its_sources(qtbot, page):
    for question in questions():
        click(qtbot, page, question.title)
        assert isinstance(page.opened, AnswerView)
        assert shown(page).startswith(question.title)
        assert "这些话是谁说的" in shown(page)


def test_typing_the_sound_finds_and_enter_goes_to_the_answer(qtbot, page):
    assert page.search.hasFocus()
    qtbot.keyClicks(page.search, "yqjt")
    assert titles(page) == [LATE_DAYS]
    assert page.count.text() == "找到 1 个"
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert isinstance(page.opened, AnswerView)
    assert page.opened.jump.hasFocus()


def test_signs_find_questions_words_and_pages_the_best_first(qtbot, page):
    type_over(qtbot, page.search, "逾期")
    assert titles(page)[:3] == ["逾期（词语）", "逾期（页面）", "逾期了会怎样？"]
    assert titles(page).index(LATE_DAYS) < titles(page).index("M1（词语）")  # which only says it
    click(qtbot, page, "逾期（词语）")
    assert isinstance(page.opened, WordView)
    assert "从第二天起算第 1 天" in shown(page)


def test_a_word_is_found_by_its_other_names_and_by_what_explains_it(store):
    rules = store.shipped_rules
    assert [entry.title for entry in found("雪崩", rules)] == ["先还最贵的"]
    assert [entry.title for entry in found("irr", rules)] == ["实际年化"]
    assert "M1" in [entry.title for entry in found("31 到 60 天", rules)]


def test_in_english_words_are_found_by_their_english_names(store):
    text.use(text.ENGLISH)
    rules = store.shipped_rules
    assert found("avalanche", rules)[0].title == "Dearest first"
    assert found("RATE effective", rules)[0].title == "Effective annual rate"


def test_a_title_that_is_too_long_for_a_line_goes_on_below(page):
    page.list.show_titles(["短的", "What do I have to know about a very long question?"])
    short, long = (page.list.visualItemRect(page.list.item(place)).height() for place in range(2))
    assert long > short * 1.4


def test_a_page_that_is_found_is_led_to(qtbot, window, page):
    type_over(qtbot, page.search, "yalice")  # 压力测试
    click(qtbot, page, "压力测试（页面）")
    qtbot.mouseClick(page.opened.findChild(QPushButton), LEFT)
    assert window.page_index == place_of("stress")


def test_esc_clears_the_search_and_ctrl_f_goes_back_to_it(qtbot, window, page):
    qtbot.keyClicks(page.search, "zzzz")
    assert titles(page) == []
    assert "没有找到“zzzz”" in page.opened.text()
    assert not page.can_export()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert len(titles(page)) == 18
    page.list.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert page.search.hasFocus()


def test_the_down_key_goes_to_the_list_and_on_from_there(qtbot, page):
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert shown(page).startswith("额度够不够？我还能借多少？")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.opened.jump.hasFocus()


def test_the_button_leads_to_the_loan_on_its_page(qtbot, window, page):
    page.show_question("late_days")
    qtbot.mouseClick(page.opened.jump, LEFT)
    assert window.page_index == place_of("late")
    assert isinstance(window.pages.current, LatePage)


def test_an_example_leads_to_entering_a_loan(qtbot, window):
    window.show_page(place_of("help"))
    page = window.page(HelpPage)
    page.show_question("late_days")
    assert page.opened.jump.text() == "填一笔自己的借款"
    assert "这是例子：借呗 12 期 10,000.00 元" in shown(page)
    qtbot.mouseClick(page.opened.jump, LEFT)
    assert window.page_index == place_of("loans")


def test_an_answer_follows_the_plan(window, page, store):
    page.show_question("late_days")
    before = store.plan
    store.edit("还清", before.model_copy(update={"loans": ()}))
    assert "这是例子" in shown(page)
    window.show_page(place_of("compare"))
    store.undo_stack.undo()
    window.show_page(place_of("help"))
    assert "借呗 5 期已经逾期 40 天" in shown(page)


def test_amounts_stand_out_and_names_of_the_users_own_are_no_markup(window, page, store):
    loans = tuple(each.model_copy(update={"name": "<b>甲</b> & 乙"}) for each in store.plan.loans)
    store.edit("改名", store.plan.model_copy(update={"loans": loans}))
    page.show_question("late_days")
    lead = page.opened.findChild(QLabel, "answerLead")
    assert "&lt;b&gt;甲&lt;/b&gt; &amp; 乙" in lead.text()
    assert "<b>3.01&nbsp;元</b>" in lead.text()
    assert lead.accessibleName().startswith("<b>甲</b> & 乙已经逾期")


def test_each_tab_opens_something(qtbot, page, store):
    kinds = {1: WordView, 2: SourcesView, 3: LimitsView, 4: KeysView}
    for place, kind in kinds.items():
        qtbot.mouseClick(page.tabs, LEFT, pos=page.tabs.tabRect(place).center())
        assert isinstance(page.opened, kind)
    assert "Ctrl+K" in shown(page)
    assert [each.text() for each in page.opened.findChildren(QLabel, "keys")] == [key for _, _, key in listed()]
    assert not page.list.isVisible()


def test_what_is_long_is_scrolled_by_the_page_keys(qtbot, page):
    page.tabs.setCurrentIndex(4)
    bar = page.right.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(page.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(page.tabs, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_sources_can_be_selected_and_copied_and_open_nothing(qtbot, page):
    page.tabs.setCurrentIndex(2)
    click(qtbot, page, "花呗账单")
    read = page.opened.text
    assert "http://dxf1.cn/eamysrrfjbf.html\n用在：1 日出账，哪天还" in read.toPlainText()
    read.setFocus()
    qtbot.keyClick(read, Qt.Key.Key_A, CONTROL)
    assert read.textCursor().selectedText().replace("\u2029", "\n") == read.toPlainText()
    assert read.isReadOnly() or not read.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable


def test_what_the_program_does_not_know_is_said_in_words(page):
    page.tabs.setCurrentIndex(3)
    assert "扣款的那一刻，卡里有没有钱" in shown(page)
    assert "不联网" in shown(page)


def test_all_that_is_listed_goes_out_as_a_table(page, tmp_path):
    path = tmp_path / "帮助.csv"
    page.export().write(path, TODAY, CsvOptions())
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == ["问题", "回答", "可靠程度", "来源"]
    assert [row[0] for row in rows[1:]] == [question.title for question in questions()]
    by_title = {row[0]: row for row in rows[1:]}
    assert "再拖 1 天多付 3.01 元" in by_title[LATE_DAYS][1]
    assert by_title[LATE_DAYS][2] == "较可靠"
    assert "借呗逾期一天多少钱，2022-06" in by_title[LATE_DAYS][3]


def test_what_a_search_lists_is_what_goes_out(qtbot, page, tmp_path):
    qtbot.keyClicks(page.search, "LPR")
    table = page.export().table
    assert "LPR" in [row[0] for row in table.rows]
    assert len(table.rows) == len(titles(page))
    page.tabs.setCurrentIndex(0)
    for tab in range(5):
        page.search.clear()
        page.tabs.setCurrentIndex(tab)
        assert len(page.export().table.rows) == page.list.count()


def test_the_answers_go_on_paper(page, tmp_path):
    path = tmp_path / "帮助.pdf"
    page.export().write(path, TODAY, CsvOptions())
    assert path.read_bytes().startswith(b"%PDF")
    assert page.can_print()


def test_a_window_in_another_look_goes_on_with_what_was_opened(qtbot, page):
    page.show_question("part")
    assert page.left() == Left(Kind.QUESTION, "part", "")
    page.go_on(Left(Kind.WORD, "罚息", ""))
    assert shown(page).startswith("罚息")
    page.go_on(Left(Kind.QUESTION, "part", "yqjt"))
    assert titles(page) == [LATE_DAYS]


def test_all_can_be_reached_by_tab(qtbot, window, page):
    page.show_question("part")
    page.search.setFocus()
    seen = []
    for _ in range(4):
        seen.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [page.search, page.tabs, page.list, page.opened.jump]


def test_at_the_smallest_size_nothing_is_cut_off_sideways(qtbot, window, page):
    window.resize(*MINIMUM_WINDOW)
    for question in questions():
        page.show_question(question.key)
        qtbot.waitUntil(lambda: page.right.widget().width() <= page.right.viewport().width())
        assert page.opened.jump.mapTo(page.right.viewport(), QPoint()).x() >= 0


def test_why_says_how_the_answer_came_about(page):
    page.show_question("late_days")
    assert "逾期本金 × 日利率 × 1.5" in page.why_here()
    page.tabs.setCurrentIndex(1)
    assert "每个答案下面都写着是谁说的" in page.why_here()


def test_every_page_that_an_answer_leads_to_is_there():
    assert {question.page for question in questions()} <= {page.name for page in PAGES}
    assert text.language() == text.CHINESE
