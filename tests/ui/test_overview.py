"""总览, driven as a user drives it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop.engine import Payment
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Budget, Entry
from jiebei_desktop.planning.document import Loan
from jiebei_desktop.planning.overview import overview
from jiebei_desktop.planning.overview_words import answer as answer_of
from jiebei_desktop.ui import design
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.budget import BudgetPage
from jiebei_desktop.ui.pages.late import LatePage
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.overview import OverviewPage
from jiebei_desktop.ui.widgets.month_bars import BarStyle
from tests.conftest import TODAY
from tests.planning.budget.test_cash import free
from tests.planning.test_overview import BIKE, CASH, PHONE, SEED, with_
from tests.ui.conftest import choose_file


@pytest.fixture
def page(qtbot, window, store) -> OverviewPage:
    """The page with the sample on it: 借呗 over 5, 40 days late, and 4,600 yuan at hand."""
    store.replace(sample_plan(TODAY))
    return seen(qtbot, window)


def seen(qtbot, window) -> OverviewPage:
    """Go to the page and wait until all of it is there."""
    window.show_page(place_of("overview"))
    page = window.page(OverviewPage)
    qtbot.waitUntil(lambda: page.loans.table.model().rowCount() == len(window.store.plan.loans))
    return page


def lend(store, *lent: Loan, **changes: object) -> None:
    """Begin with other loans; the budget stays, unless it is given."""
    store.replace(store.plan.model_copy(update={"loans": lent} | changes))


def cells(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())] for row in range(model.rowCount())
    ]


def figures(page: OverviewPage) -> list[str]:
    return [card.accessibleName() for card in (page.month, page.owed, page.rate, page.ends)]


def warnings(page: OverviewPage) -> list[str]:
    return [button.accessibleName() for button in page.alerts.buttons]


def click(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def click_row(qtbot, page: OverviewPage, row: int) -> None:
    table = page.loans.table
    page.area.ensureWidgetVisible(table)
    place = table.visualRect(table.model().index(row, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_the_window_begins_with_it_and_an_empty_plan_with_the_welcome(qtbot, start):
    desk = start()
    assert desk.window.sidebar.isVisible()
    desk.window.show_page(0)
    page = desk.window.pages.current
    assert isinstance(page, OverviewPage)
    assert page.welcome.isVisible()
    assert not page.area.isVisible()
    assert page.headline.answer.text() == "借呗、花呗怎么还最省，晚一天多付多少，一看就明白。"
    assert not page.can_export()
    assert page.export() is None


def test_the_welcome_leads_to_an_own_loan(qtbot, window):
    window.show_page(place_of("overview"))
    click(qtbot, window.page(OverviewPage).welcome.new)
    assert window.page(LoansPage).isVisible()
    assert len(window.store.plan.loans) == 1
    page = seen(qtbot, window)
    assert not page.welcome.isVisible()
    assert page.headline.answer.text().startswith("下一笔：")


def test_the_welcome_leads_to_the_sample(qtbot, window):
    window.show_page(place_of("overview"))
    click(qtbot, window.page(OverviewPage).welcome.sample)
    assert [loan.id for loan in window.store.plan.loans] == ["seed"]


def test_the_sample_says_at_once_what_is_late_and_what_is_short(page):
    """5,055.73 are late, see test_late; 4,600 are there."""
    assert page.headline.answer.text() == "借呗 5 期逾期 40 天；今天付 5,055.73 元就不再逾期；手上的钱还差 455.73 元。"
    assert page.headline.reason.text() == "一共还欠 5,055.73 元，付清就全部还完了。"
    assert figures(page) == [
        "这个月还要还 5,055.73 借呗 5,055.73 · 都已逾期",
        "一共还欠 5,055.73 其中本金 4,890.57",
        "平均实际年化 16.08% 按欠的本金加权",
        "还清 今天 付清逾期的就还完了",
    ]
    assert page.late.isVisible()
    assert page.late.buttons[0].accessibleName() == "看有哪些办法：借呗 5 期"


def test_the_warnings_leave_out_what_the_late_card_says(page):
    assert warnings(page) == ["看先还哪笔：今天要还的比手上有的多，差 455.73 元"]


def test_every_figure_can_say_why(page):
    assert page.owed.why_here() == (
        "一共还欠 5,055.73 其中本金 4,890.57\n借呗 5 期：5,055.73 元 = 本金 4,890.57 + 利息和费用 91.63 + 罚息 73.53"
    )
    for card in (page.month, page.owed, page.rate, page.ends):
        assert "借呗 5 期" in card.why_here()
    assert page.headline_why() == "借呗 5 期：今天付 5,055.73 元（逾期 40 天，罚息 73.53 元，再晚一天多付 3.01 元）"


def test_an_empty_plan_has_nothing_to_explain(window):
    window.show_page(place_of("overview"))
    assert window.page(OverviewPage).headline_why() == ""


def test_a_late_loan_leads_to_its_ways_out(qtbot, page, window, store):
    store.edit("又一笔", store.plan.with_loan(with_(SEED, id="second", name="备用", unpaid_from=5)))
    assert [button.accessibleName() for button in page.late.buttons] == [
        "看有哪些办法：借呗 5 期",
        "看有哪些办法：备用",
    ]
    click(qtbot, page.late.buttons[1])
    late = window.page(LatePage)
    assert late.isVisible()
    assert late.picker.subjects[0].key == "second"


def test_two_products_stand_on_each_other_month_by_month(qtbot, window, store):
    lend(store, CASH, PHONE)
    page = seen(qtbot, window)
    bars = page.year.bars
    assert bars.isVisible()
    assert [str(bar.total) for bar in bars._bars[:4]] == ["0", "4490.30", "4490.30", "4490.30"]
    assert [part.style for part in bars._bars[1].parts] == [BarStyle.JIEBEI, BarStyle.HUABEI]
    assert [bar.label for bar in bars._bars[:4]] == ["2026-11", "12 月", "2027-01", "2 月"]
    assert bars.accessibleName() == page.year.summary.text()
    assert page.year.summary.text() == "往后 12 个月一共要还 18,451.50 元，最多的是 2026 年 12 月：4,490.30 元。"
    assert not page.late.isVisible()


def test_what_is_late_is_a_part_of_its_own_in_the_running_month(page):
    first, *others = page.year.bars._bars
    assert [(part.value, part.style) for part in first.parts] == [(Decimal("5055.73"), BarStyle.LATE)]
    assert first.marked
    assert not any(bar.marked or bar.parts for bar in others)


def test_the_budget_draws_a_line_for_what_it_leaves_in_a_month(qtbot, window, store):
    """5,000 less 3,500."""
    entries = Entry(id="pay", kind="income", amount=5000, day=10), Entry(id="rent", amount=3500, day=1)
    lend(store, CASH, PHONE, budget=Budget(entries=entries, as_of=TODAY))
    page = seen(qtbot, window)
    (level,) = page.year.bars._levels
    assert (level.value, level.label) == (Decimal(1500), "每月余 1,500")
    # 4,490.30 in three months, 2,490.30 and a little more in two
    assert page.year.summary.text().endswith("按预算，每月收入减开支还有 1,500.00 元，有 5 个月超过它。")
    poor = store.plan.budget.changed(entries=entries[1:])
    store.edit("没有收入", store.plan.model_copy(update={"budget": poor}))
    assert page.year.bars._levels == []
    assert page.year.summary.text().endswith("按预算，每月的收入不够开支。")


def test_without_a_budget_it_invites_to_one(qtbot, window, store):
    lend(store, CASH)
    page = seen(qtbot, window)
    assert page.headline.answer.text() == "下一笔：12 月 15 日还 2,490.30 元，还有 21 天。"
    assert warnings(page) == ["填收支：填上收入和开支，就知道往后每个月够不够还"]
    assert page.year.bars._levels == []
    click(qtbot, page.alerts.buttons[0])
    assert window.page(BudgetPage).isVisible()


def test_more_warnings_than_five_are_counted_and_lead_to_the_budget(qtbot, window, store):
    broken = [with_(CASH, id=f"b{place}", name=f"坏的{place}", rate=None) for place in range(6)]
    lend(store, PHONE, *broken)
    page = seen(qtbot, window)
    assert len(page.alerts.buttons) == 6
    assert [said.split("：")[0] for said in warnings(page)[:5]] == ["去改"] * 5
    more = page.alerts.buttons[-1]
    assert more.text() == "还有 2 条，去“预算”看"  # the sixth that can't be worked out, and the invitation
    click(qtbot, more)
    assert window.page(BudgetPage).isVisible()


def test_what_can_t_be_worked_out_is_named_and_can_be_mended(qtbot, window, store):
    lend(store, with_(CASH, id="broken", name="坏的", rate=None), PHONE)
    page = seen(qtbot, window)
    assert page.headline.aside.text() == "算不出来、没有算在里面的：坏的。"
    assert page.owed.accessibleName().startswith("一共还欠 6,000.00")
    assert cells(page.loans.table.model())[1] == ["坏的", "算不出来", "—", "—", "—", "—"]
    click(qtbot, page.alerts.buttons[0])
    loans = window.page(LoansPage)
    assert loans.isVisible()
    assert loans.loan.id == "broken"


def test_loans_that_all_can_t_be_worked_out_say_what_is_missing(qtbot, window, store):
    lend(store, with_(CASH, id="broken", rate=None))
    page = seen(qtbot, window)
    assert page.headline.answer.text() == "这里的借款还算不出来，补一处就好。"
    assert page.headline.reason.text() == "还没填利率"
    assert not page.figures.isVisible()
    assert not page.year.isVisible()


def test_paid_off_is_said_gladly_and_the_loans_stay(qtbot, window, store):
    lend(store, with_(SEED, unpaid_from=None))
    page = seen(qtbot, window)
    assert page.headline.answer.text() == "都还清了，没有要还的钱。真好。"
    assert not page.figures.isVisible()
    assert not page.year.isVisible()
    assert not page.alerts.isVisible()
    assert cells(page.loans.table.model()) == [["借呗 5 期", "已还清", "—", "0.00", "16.08%", "—"]]


def test_the_loans_stand_by_how_pressing_they_are(qtbot, window, store):
    lend(store, CASH, BIKE, SEED)
    page = seen(qtbot, window)
    assert cells(page.loans.table.model()) == [
        ["借呗 5 期（2026-06-15 借的）", "⚠ 逾期 40 天", "5,055.73", "5,055.73", "16.08%", "2026-11-15"],
        ["车", "2026-11-30", "1,000.00", "26,000.00", "0.00%", "2028-12-30"],
        ["借呗 5 期（2026-11-15 借的）", "2026-12-15", "2,490.30", "12,451.50", "16.08%", "2027-04-15"],
    ]


def test_a_row_leads_to_its_loan_by_click_and_by_key(qtbot, window, store):
    lend(store, CASH, PHONE)
    page = seen(qtbot, window)
    click_row(qtbot, page, 1)
    loans = window.page(LoansPage)
    assert loans.isVisible()
    assert loans.loan.id == "cash"
    seen(qtbot, window)
    page.loans.table.setFocus()
    page.loans.table.setCurrentIndex(page.loans.table.model().index(0, 0))
    qtbot.keyClick(page.loans.table, Qt.Key.Key_Return)
    assert loans.isVisible()
    assert loans.loan.id == "手机"


def test_an_edit_elsewhere_is_there_when_the_page_is_seen_again(qtbot, page, window, store):
    window.show_page(place_of("loans"))
    paid = store.plan.loans[0].model_copy(update={"events": (Payment(date=TODAY, amount=Decimal("5055.73")),)})
    store.edit("还了", store.plan.with_loan(paid))
    assert page.headline.answer.text().startswith("借呗 5 期逾期")  # nobody looks
    window.show_page(place_of("overview"))
    assert page.headline.answer.text() == "都还清了，没有要还的钱。真好。"
    assert not page.late.isVisible()
    store.undo_stack.undo()
    window.show_page(place_of("overview"))
    assert page.late.isVisible()


def test_a_change_that_is_in_sight_is_shown_at_once(qtbot, window, store):
    lend(store, PHONE)
    page = seen(qtbot, window)
    store.edit("加", store.plan.with_loan(free("包", 300, date(2026, 12, 1))))
    assert page.headline.answer.text() == "下一笔：12 月 1 日还 300.00 元，还有 7 天。"
    assert page.owed.accessibleName().startswith("一共还欠 6,300.00")
    assert [row[0] for row in cells(page.loans.table.model())] == ["包", "手机"]
    store.edit("拿走", store.plan.model_copy(update={"loans": ()}))
    assert page.welcome.isVisible()


def test_tab_goes_from_top_to_bottom_whatever_was_made_later(qtbot, page, store):
    store.edit("又一笔", store.plan.with_loan(with_(SEED, id="second", name="备用", unpaid_from=5)))
    qtbot.waitUntil(lambda: all(button.isVisible() for button in (*page.late.buttons, *page.alerts.buttons)))
    page.month.setFocus()
    seen_stops = [page.month]
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen_stops.append(QApplication.focusWidget())
        if seen_stops[-1] is page.loans.table:
            break
    expected = [page.month, page.owed, page.rate, page.ends, *page.late.buttons, *page.alerts.buttons, page.year.bars]
    assert [stop for stop in seen_stops if stop in expected] == expected
    assert seen_stops[-1] is page.loans.table


@pytest.mark.parametrize("size", [design.MINIMUM_WINDOW, design.USUAL_WINDOW])
def test_nothing_is_cut_off_sideways(qtbot, page, window, store, size):
    store.edit("又一笔", store.plan.with_loan(with_(SEED, id="second", name="一个很长的名字" * 9, unpaid_from=5)))
    window.resize(*size)
    bar = page.area.horizontalScrollBar()
    qtbot.waitUntil(lambda: page.area.viewport().width() >= page.area.widget().width())
    assert bar.maximum() == 0
    assert page.headline.width() >= page.headline.minimumSizeHint().width()


@pytest.mark.parametrize("size", [design.MINIMUM_WINDOW, design.USUAL_WINDOW])
def test_whether_the_money_is_there_comes_without_moving_what_is_below(qtbot, page, window, store, size):
    """It is known only after the first painting."""
    window.resize(*size)
    label = page.headline.answer
    qtbot.waitUntil(lambda: page.area.widget().width() <= page.area.viewport().width())
    first = answer_at_first(page)
    assert label.text().startswith(first.removesuffix("。"))
    height = label.heightForWidth(label.width())
    label.setText(first)
    assert label.heightForWidth(label.width()) == height


def answer_at_first(page: OverviewPage) -> str:
    """Return what the page says on top before the months ahead are worked out."""
    return answer_of(overview(page.store.plan, page.store.rules, TODAY))


def test_the_months_are_exported_and_the_loans_beside_them(qtbot, page, window, store, answer, tmp_path):
    lend(store, SEED, PHONE, BIKE)
    seen(qtbot, window)
    target = tmp_path / "总览.csv"
    answer(choose_file(target))
    qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(target.exists)
    header, *rows = csv.reader(target.read_text(encoding="utf-8-sig").splitlines())
    assert header == ["月份", "借呗", "花呗", "逾期的（含罚息）", "一共要还"]
    assert rows[0] == ["2026-11", "0.00", "1000.00", "5055.73", "6055.73"]
    assert rows[1] == ["2026-12", "0.00", "3000.00", "0.00", "3000.00"]
    assert rows[12] == ["以后", "0.00", "14000.00", "0.00", "14000.00"]
    # all rows together are what is owed: 5,055.73 + 6,000 + 26,000
    assert sum(Decimal(row[4]) for row in rows) == Decimal("37055.73")
    sheets = page.export().workbook()
    assert [sheet.name for sheet in sheets] == ["往后 12 个月", "每一笔借款"]
    assert [row[0] for row in sheets[1].table.rows] == ["借呗 5 期", "手机", "车"]
