"""Every figure says why: by one gesture and one key, in one place under the page."""

import re
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QTableView, QVBoxLayout

from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.money import typed
from jiebei_desktop.planning.entry import Field
from jiebei_desktop.ui.compare.table import ComparisonTable
from jiebei_desktop.ui.pages import PAGES, Page, place_of
from jiebei_desktop.ui.pages.budget import BudgetPage
from jiebei_desktop.ui.pages.compare import ComparePage
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.payoff import PayoffPage
from jiebei_desktop.ui.pages.stress import StressPage
from jiebei_desktop.ui.snapshot import settle
from jiebei_desktop.ui.why import answers
from jiebei_desktop.ui.widgets.basics import FigureCard
from jiebei_desktop.ui.widgets.chart import Chart
from jiebei_desktop.ui.widgets.figure_model import Cell
from jiebei_desktop.ui.widgets.figures import FigureTable
from jiebei_desktop.ui.widgets.ticks import TickRow, TickTable
from jiebei_desktop.ui.widgets.why_panel import WhyPanel
from tests.conftest import TODAY
from tests.ui.conftest import type_over
from tests.ui.why_hand import click, click_cell, press, said

PLACES = list(range(len(PAGES)))
AMOUNT = r"−?\d[\d,]*\.\d\d(?!\d)"
BARE = {
    ("还款表", "期"): "the number of an instalment, or the sign of what happened",
    ("还款表", "还款日"): "a date that follows from the day of the loan; what the row says goes with it",
    ("那天欠多少", "哪一天"): "the day that is looked at, which the user chose above",
    ("账户", "余额"): "what the user typed; a click opens its form",
    ("收入和开支", "每次"): "what the user typed; a click opens its form",
}
"""Figures that need no reason of their own, by table and column or row, and why not."""
LEADING = {"每一笔借款": "a click leads to the loan, where each figure says it; the key asks here as well"}
"""Tables in which a click on a row does something else, and what."""


@pytest.fixture
def sample(window, store):
    store.replace(sample_plan(TODAY))
    return window


def shown(qtbot, window, place: int) -> list[Page]:
    """Show a page, each of its tabs in turn, with all that comes into sight later."""
    window.show_page(place)
    page = window.pages.current
    settle(page)
    return page


def tables(page: Page) -> list[FigureTable]:
    """Return the page's tables with what is in them, as far down as the page goes."""
    found = []
    for table in page.findChildren(FigureTable):
        area = table.parentWidget()
        while area is not None and not hasattr(area, "ensureWidgetVisible"):
            area = area.parentWidget()
        if area is not None and table.isVisibleTo(page):
            area.ensureWidgetVisible(table)
            for _ in range(4):
                QApplication.processEvents()
        if table.isVisibleTo(page):
            found.append(table)
    return found


def bare(table: FigureTable, row: int, column: int) -> bool:
    model = table.figures
    names = model.title(column), model.index(row, 0).data()
    return any((table.accessibleName(), name) in BARE for name in names)


def unexplained(table: FigureTable) -> list[tuple[str, str, str]]:
    """Return the figures of a table that have no reason of their own."""
    model, found = table.figures, []
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            right = index.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
            figure = right and any(sign.isdigit() for sign in model.text(index))
            if figure and not bare(table, row, column) and not model.why(index).strip():
                found.append((table.accessibleName(), model.title(column), model.text(index)))
    return found


@pytest.mark.parametrize("place", PLACES, ids=[page.name for page in PAGES])
def test_every_figure_of_every_page_says_why(qtbot, sample, place):
    page = shown(qtbot, sample, place)
    tabs = getattr(page, "tabs", None)
    for tab in range(tabs.count() if tabs is not None else 1):
        if tabs is not None:
            tabs.setCurrentIndex(tab)
        for table in tables(page):
            assert unexplained(table) == []
        cards = [card for card in page.findChildren(FigureCard) if card.isVisibleTo(page)]
        assert [card.title for card in cards if not card.why_here()] == []
        charts = [chart for chart in page.findChildren(Chart) if chart.isVisibleTo(page) and chart.marked is None]
        for chart in charts:
            if chart.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                chart.mark(0)
                assert answers(chart).count("\n") >= 1, chart.accessibleName()  # the figures, then how they came about
    assert page.why_here().startswith(page.headline.answer.text())


@pytest.mark.parametrize("place", PLACES, ids=[page.name for page in PAGES])
def test_a_click_and_the_key_say_the_same_on_every_page(qtbot, sample, place):
    page = shown(qtbot, sample, place)
    for card in page.findChildren(FigureCard):
        if card.isVisibleTo(page) and not card.visibleRegion().isEmpty():
            said_by_click = click(qtbot, card)
            assert said_by_click.startswith(f"{card.title} ")
            sample.why.put()
            assert press(qtbot, card) == said_by_click
    for table in tables(page):
        figures = [
            (row, column)
            for row in range(table.figures.rowCount())
            for column in range(table.figures.columnCount())
            if table.figures.why(table.figures.index(row, column))
        ]
        if table.accessibleName() in LEADING:
            table.setCurrentIndex(table.figures.index(*figures[-1]))
            assert press(qtbot, table).startswith(table.figures.head(table.currentIndex()))
            continue
        for row, column in figures[:1]:
            said_by_click = click_cell(qtbot, table, row, column)
            assert table.figures.why(table.figures.index(row, column)).split("\n")[0] in said_by_click
            sample.why.put()
            assert press(qtbot, table) == said_by_click
    sample.why.put()
    page.setFocus()
    assert press(qtbot, page).startswith(page.headline.answer.text())


def sums(text: str) -> list[tuple[str, Decimal, Decimal]]:
    """Return every sum that a reason writes down: its words, and what its two sides come to."""
    found = []
    for said_so in re.split(r"[\n。；：]", text):
        sides = [whole(side) for side in said_so.split("=")]
        if len(sides) == 2 and None not in sides and not re.search(r"[×÷%…/]", said_so):
            found.append((said_so, *sides))
    return found


def whole(side: str) -> Decimal | None:
    """Return what amounts with signs before them and words around come to; None where there is more or less to it."""
    terms = [(sign, re.findall(AMOUNT, words)) for sign, words in re.findall(r"(^|[+−])([^+−]*)", side)]
    if terms and terms[0] == ("", []) and len(terms) > 1:  # the sign of a first amount below nothing
        terms = terms[1:]
    if not terms or any(len(amounts) != 1 for _, amounts in terms):
        return None
    return sum((number(amounts[0]) * (-1 if sign == "−" else 1) for sign, amounts in terms), Decimal(0))


def number(text: str) -> Decimal:
    return typed(text)


def test_every_sum_that_a_reason_writes_down_is_right(qtbot, sample):
    """Worked out a second time, from the words alone."""
    checked = set()
    for place in PLACES:
        page = shown(qtbot, sample, place)
        texts = [page.why_here()]
        for table in tables(page):
            model = table.figures
            indexes = [model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]
            texts += map(model.why, indexes)
        checked |= {each for text in texts for each in sums(text)}
    assert [each for each in checked if each[1] != each[2]] == []
    assert len(checked) >= 80
    assert (
        "应还 2,491.09 − 利息 123.03 − 手续费 0.00 = 本金 2,368.06",
        Decimal("2368.06"),
        Decimal("2368.06"),
    ) in checked


# --- what reasons say -------------------------------------------------------------------------------------------------


def test_the_cards_of_a_loan_say_sums_rates_and_the_rule(qtbot, sample):
    sample.show_page(place_of("loans"))
    cards = {card.title: card for card in sample.page(LoansPage).findChildren(FigureCard)}
    cost = click(qtbot, cards["利息和手续费"]).split("\n")
    # by hand: 12,000 × 15 % × 30 ÷ 365 = 147.945…, then 31, 31, 30, 31 days on what is left
    assert cost[2] == "147.95 + 123.03 + 92.86 + 60.29 + 31.34 = 455.47"
    assert cost[3] == "455.47 ÷ 12,000.00 × 100 = 3.80"
    assert "12,000.00 × 年利率 15% × 30 天 ÷ 365 = 147.945205，四舍五入到分是 147.95 元" in cost[4]
    assert "规则：借呗（jiebei，2026-11-23 核对）。" in cost
    assert any(line.startswith("取整：来自 借呗两种还款方式的利息对比，2023-04-15") for line in cost)
    assert "2,491.09 + 2,491.09 + 2,491.09 + 2,491.09 + 2,491.11 = 12,455.47" in click(qtbot, cards["总共还"])
    assert "× 一年 12 期 = 15.0572%" in click(qtbot, cards["名义年化"])
    assert "按年利率 16.0754% 把后面的每笔还款折回起始日" in click(qtbot, cards["实际年化"])


def test_each_column_of_a_schedule_says_its_own_step_first(qtbot, sample):
    sample.show_page(place_of("loans"))
    table = sample.page(LoansPage).result.table
    steps = [click_cell(qtbot, table, 1, column).split("\n")[1] for column in range(2, 7)]
    assert steps == [
        "2026-07-15 到 2026-08-15 有 31 天；还款日当天不算在内。",
        "应还 2,491.09 − 利息 123.03 − 手续费 0.00 = 本金 2,368.06。",
        "利息 2026-07-15 到 2026-08-15：9,656.86 × 年利率 15% × 31 天 ÷ 365 = 123.025751，四舍五入到分是 123.03 元。",
        "本金 2,368.06 + 利息 123.03 + 手续费 0.00 = 应还 2,491.09。",
        "之前欠本金 9,656.86 − 这期还本金 2,368.06 = 还剩 7,288.80。",
    ]
    assert click_cell(qtbot, table, 5, 4).split("\n")[1] == "147.95 + 123.03 + 92.86 + 60.29 + 31.34 = 455.47"


def test_the_cost_table_says_a_line_by_a_click_and_all_by_the_key(qtbot, sample):
    sample.show_page(place_of("loans"))
    page = sample.page(LoansPage)
    page.result.ensureWidgetVisible(page.disclosure)
    amount = next(label for label in page.disclosure.findChildren(QLabel) if label.text() == "日利率的 1.5 倍")
    late = click(qtbot, amount)
    assert late.startswith("罚息：日利率的 1.5 倍")
    assert "合作银行公开的借呗计息表结构，2018-05-15" in late
    whole = press(qtbot, page.disclosure)
    assert whole.count("147.95 + 123.03 + 92.86 + 60.29 + 31.34 = 455.47") >= 1
    assert whole.count("规则：借呗（jiebei，2026-11-23 核对）。") == 1  # said once for all lines


def test_a_way_of_paying_off_says_what_each_loan_costs(qtbot, sample):
    page = shown(qtbot, sample, place_of("payoff"))
    assert isinstance(page, PayoffPage)
    ways = click_cell(qtbot, page.ways.table, 0, 1)
    assert "− 今天欠的本金 " in ways
    assert page.extra.table in tables(page)
    paid = click_cell(qtbot, page.months.table, 0, 2)
    assert paid.split("\n")[0].endswith(page.months.table.figures.index(0, 2).data())
    assert "少付" in click_cell(qtbot, page.extra.table, 1, 2)


def test_a_chance_says_how_many_futures_it_was_counted_from(qtbot, sample):
    page = shown(qtbot, sample, place_of("stress"))
    assert isinstance(page, StressPage)
    chances = page.drawn.chances
    why = click_cell(qtbot, page.remedies.table, 0, 1)
    assert f"至少晚一次的有 {chances.late_paths:,} 种：{chances.late_paths:,} ÷ {chances.paths:,} = " in why
    assert f"（种子 {chances.seed}）" in why


def test_a_click_on_the_headline_says_how_its_figures_came_about(qtbot, sample):
    page = shown(qtbot, sample, place_of("late"))
    assert isinstance(page, LatePage)
    why = click(qtbot, page.headline.answer, QPoint(5, 5))
    assert why.startswith(page.headline.answer.text())
    assert "31 天 × 2,430.80 × 0.0616% = 46.418557 元" in why
    assert "罚息：逾期本金 × 日利率 × 1.5。来自 " in why


def test_a_day_of_a_chart_says_what_moves_on_it(qtbot, sample):
    page = shown(qtbot, sample, place_of("budget"))
    assert isinstance(page, BudgetPage)
    page.ahead.ensureWidgetVisible(page.ahead.lines)
    qtbot.waitUntil(lambda: page.ahead.lines.focusPolicy() is not Qt.FocusPolicy.NoFocus)
    press(qtbot, page.ahead.lines)
    qtbot.keyClick(page.ahead.lines, Qt.Key.Key_Home)
    why = said(page)
    assert why.split("\n")[0].startswith(f"{TODAY}：不再借 ")
    assert why.split("\n")[1].startswith(f"{TODAY}：借呗 5 期逾期的部分 −5,055.73，那天结束有 ")
    qtbot.keyClick(page.ahead.lines, Qt.Key.Key_Right)
    assert said(page) != why


# --- the panel --------------------------------------------------------------------------------------------------------


def test_arrow_keys_lead_from_reason_to_reason_but_do_not_ask(qtbot, sample):
    sample.show_page(place_of("loans"))
    table = sample.page(LoansPage).result.table
    table.setFocus()
    table.setCurrentIndex(table.figures.index(0, 5))
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert said(table) == ""
    assert press(qtbot, table).startswith("应还：2,491.09")
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert said(table).startswith("还剩本金：7,288.80")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_is_come_to_by_tab_and_asked_like_a_button(qtbot, sample, key):
    sample.show_page(place_of("loans"))
    cards = [card for card in sample.page(LoansPage).findChildren(FigureCard) if card.isVisible()]
    cards[0].setFocus()
    assert cards[0].hasFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Tab)
    assert cards[1].hasFocus()
    qtbot.keyClick(cards[1], key)
    assert said(cards[1]).startswith("总共还 12,455.47")
    assert cards[1].hasFocus()  # whoever wants to read it goes there by Tab


@pytest.mark.parametrize("how", ["by Esc where the keys are", "by Esc in the panel", "by the button"])
def test_it_is_put_away_and_the_keys_go_back(qtbot, sample, how):
    sample.show_page(place_of("loans"))
    table = sample.page(LoansPage).result.table
    click_cell(qtbot, table, 0, 5)
    if how == "by Esc where the keys are":
        qtbot.keyClick(table, Qt.Key.Key_Escape)
    elif how == "by Esc in the panel":
        sample.why.text.setFocus()
        qtbot.keyClick(sample.why.text, Qt.Key.Key_Escape)
    else:
        sample.why.away.setFocus()
        qtbot.keyClick(sample.why.away, Qt.Key.Key_Space)
    assert not sample.why.isVisible()
    assert table.hasFocus()


def test_it_comes_after_the_page_in_the_order_of_tab(qtbot, sample):
    sample.show_page(place_of("loans"))
    card = next(card for card in sample.page(LoansPage).findChildren(FigureCard) if card.isVisible())
    press(qtbot, card)
    qtbot.keyClick(sample.why.text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    sample.why.text.setFocus()
    qtbot.keyClick(sample.why.text, Qt.Key.Key_Tab)
    assert sample.why.copy.hasFocus()
    qtbot.keyClick(sample.why.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == sample.why.text.toPlainText()
    qtbot.keyClick(sample.why.copy, Qt.Key.Key_Tab)
    assert sample.why.away.hasFocus()
    sample.why.text.setFocus()
    qtbot.keyClick(sample.why.text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert sample.pages.current.isAncestorOf(sample.focusWidget())


def test_it_follows_the_figure_while_the_plan_changes(qtbot, sample):
    sample.show_page(place_of("loans"))
    page = sample.page(LoansPage)
    card = next(card for card in page.findChildren(FigureCard) if card.title == "总共还")
    assert click(qtbot, card).startswith("总共还 12,455.47")
    type_over(qtbot, page.form.fields[Field.PRINCIPAL].editor, "6000")
    qtbot.waitUntil(lambda: said(card).startswith("总共还 6,227.7"))


def test_it_goes_with_the_page_that_it_speaks_of(qtbot, sample):
    sample.show_page(place_of("loans"))
    click(qtbot, next(card for card in sample.page(LoansPage).findChildren(FigureCard) if card.isVisible()))
    sample.show_page(place_of("late"))
    assert not sample.why.isVisible()
    sample.show_page(place_of("loans"))
    assert not sample.why.isVisible()


def test_the_figure_that_was_asked_stays_in_sight(qtbot, sample):
    sample.resize(1024, 700)
    sample.show_page(place_of("loans"))
    page = sample.page(LoansPage)
    page.result.ensureWidgetVisible(page.result.table)
    QApplication.processEvents()
    table, viewport = page.result.table, page.result.table.viewport()
    low = viewport.visibleRegion().boundingRect().bottom() - 5  # the last row in sight, which the panel would cover
    row = table.rowAt(low)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(viewport.width() - 20, low))
    assert table.currentIndex().row() == row
    cell = table.visualRect(table.currentIndex())
    qtbot.waitUntil(lambda: viewport.visibleRegion().contains(cell.center()))


def test_a_cell_without_a_figure_does_not_open_it(qtbot, window):
    table = FigureTable("leer")
    window.pages.current.body.addWidget(table)
    table.show_cells([Cell("a")], [[Cell("—")]])
    assert click_cell(qtbot, table, 0, 0) == ""


def test_a_click_that_ticks_does_not_ask(qtbot, window):
    table = TickTable("还款")
    window.pages.current.body.addWidget(table)
    table.show_rows(
        [Cell("结果", words=True), Cell("应还")], [TickRow([Cell("对上了"), Cell("5.00", why="4 + 1")], ticked=False)]
    )
    assert click_cell(qtbot, table, 0, 0) == ""
    assert click_cell(qtbot, table, 0, 1).endswith("4 + 1")


def test_a_table_of_a_dialog_asks_nothing_and_looks_like_it(qtbot, window):
    dialog = QDialog(window)
    table = FigureTable("表")
    layout = QVBoxLayout(dialog)
    layout.addWidget(table)
    table.show_cells([Cell("应还")], [[Cell("5.00", why="4 + 1")]])
    dialog.open()
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.figures.index(0, 0)).center()
    )
    assert said(window.centralWidget()) == ""
    assert table.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    dialog.close()


def test_with_the_keys_in_a_field_the_page_answers(qtbot, sample):
    sample.show_page(place_of("loans"))
    page = sample.page(LoansPage)
    why = press(qtbot, page.form.fields[Field.PRINCIPAL].editor)
    assert why.startswith(page.headline.answer.text())
    assert "利息和手续费 455.47" in why  # the cards in sight, one after the other


def test_reasons_of_all_pages_are_shown_in_one_place(qtbot, sample):
    for place in PLACES:
        sample.show_page(place)
        sample.pages.current.setFocus()
        assert press(qtbot, sample.pages.current)
    assert sample.findChildren(WhyPanel) == [sample.why]


def test_a_cell_of_the_comparison_asks_by_a_click(qtbot, sample):
    page = shown(qtbot, sample, place_of("compare"))
    assert isinstance(page, ComparePage)
    assert isinstance(page.table, ComparisonTable)
    assert isinstance(page.table, QTableView)
    model = page.table.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
    first = click_cell(qtbot, page.table, 1, 0)
    assert first.split("\n")[0].endswith(model.index(1, 0).data().removeprefix("✓ "))
