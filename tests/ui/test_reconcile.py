"""对账: a real statement opened as a user opens it, looked at, ticked, recorded, undone."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import pyzipper
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from jiebei_desktop.engine import Payment
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import EntryKind
from jiebei_desktop.ui.design import ThemeChoice
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.loans import LoansPage
from jiebei_desktop.ui.pages.reconcile import ReconcilePage
from tests.conftest import TODAY
from tests.ui.conftest import choose_file

CONTROL = Qt.KeyboardModifier.ControlModifier
HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
ROWS = (
    "2026-07-01 10:00:00,收入,某公司,/,工资,收入,8000.00,余额,交易成功,B1\t,,,",
    "2026-07-15 08:00:01,信用借还,借呗,/,借呗还款,不计收支,2491.09,余额宝,还款成功,A1\t,,,",
    "2026-08-01 10:00:00,收入,某公司,/,工资,收入,8200.00,余额,交易成功,B2\t,,,",
    "2026-08-17 09:30:00,信用借还,借呗,/,借呗还款,不计收支,2500.00,余额宝,还款成功,A3\t,,,",
    "2026-09-01 10:00:00,收入,某公司,/,工资,收入,8100.00,余额,交易成功,B3\t,,,",
    "2026-09-09 12:00:00,餐饮美食,小店,/,午饭,支出,300.00,花呗,交易成功,A4\t,,,",
    "2026-09-20 12:00:00,信用借还,借呗,/,借呗放款,不计收支,5000.00,余额,放款成功,A5\t,,,",
)


def statement(rows: tuple[str, ...] = ROWS) -> bytes:
    before = "支付宝交易明细\n起始时间：[2026-07-01 00:00:00]    终止时间：[2026-09-30 23:59:59]\n------\n"
    return (before + "\n".join((HEADER, *rows)) + "\n").replace("\n", "\r\n").encode("gb18030")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "alipay_record.csv"
    path.write_bytes(statement())
    return path


@pytest.fixture
def page(window, store) -> ReconcilePage:
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("reconcile"))
    return window.page(ReconcilePage)


@pytest.fixture
def read(qtbot, page) -> Callable[[Path], None]:
    def do(path: Path) -> None:
        page.read(path)
        qtbot.waitUntil(lambda: not page.busy)

    return do


def shown(page: ReconcilePage) -> list[list[str]]:
    model = page.matches.table.figures
    return [[model.text(model.index(row, place)) for place in range(6)] for row in range(model.rowCount())]


def test_an_empty_page_says_how_to_get_a_statement(page):
    assert "拿支付宝的账单对一对" in page.headline.answer.text()
    assert page.how.isVisible()
    assert not page.matches.isVisible()


def test_a_statement_is_opened_by_the_menu_and_answers_at_once(qtbot, window, page, file, answer):
    window.show_page(place_of("loans"))
    answer(choose_file(file))
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL)
    qtbot.waitUntil(lambda: page.statement is not None)
    assert page.isVisible()
    assert page.headline.answer.text() == "1 笔对上了，1 笔没找到，1 笔金额不一样。"
    assert "5 行" not in page.about.text()
    assert "3 行和花呗、借呗有关" not in page.about.text()
    assert shown(page) == [
        ["金额不一样", "借呗 5 期 第 2 期", "2026-08-15", "2,491.09", "2,500.00", "+8.91"],
        ["没找到", "借呗 5 期 第 3 期", "2026-09-15", "2,491.09", "", "−2,491.09"],
        ["对上了", "借呗 5 期 第 1 期", "2026-07-15", "2,491.09", "2,491.09", ""],
    ]
    assert page.headline.aside.text() == "这段时间用花呗买了 300.00 元，退回 0.00 元。"
    assert not page.how.isVisible()


def test_what_is_ticked_is_recorded_as_one_step_and_undone(qtbot, window, page, read, file, store):
    read(file)
    before = store.plan
    assert page.matches.take.text() == "把勾选的 1 笔记进还款记录"
    qtbot.mouseClick(page.matches.take, Qt.MouseButton.LeftButton)
    loan = store.plan.loans[0]
    assert loan.events == (Payment(date=date(2026, 7, 15), amount=Decimal("2491.09")),)
    assert loan.missed == ((1, 1),)
    assert shown(page)[-1][0] == "已记过"
    assert not page.matches.take.isEnabled()
    assert store.undo_stack.undoText() == "记下账单里的还款"
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert store.plan == before
    assert window.pages.current is page  # it shows what was undone itself
    assert page.matches.take.text() == "把勾选的 1 笔记进还款记录"


def test_the_same_file_again_changes_nothing(page, read, file, store):
    read(file)
    page.matches.take.click()
    after = store.plan
    read(file)
    assert not page.matches.take.isEnabled()
    assert store.plan == after


def test_rows_are_ticked_by_keyboard_and_stay_ticked_when_the_plan_changes(qtbot, page, read, file, store):
    read(file)
    table = page.matches.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home, CONTROL)
    assert "2,500.00" in page.matches.whole.text()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.matches.take.text() == "把勾选的 2 笔记进还款记录"
    store.edit("改名字", store.plan.model_copy(update={"name": "另一个名字"}))
    assert page.matches.take.text() == "把勾选的 2 笔记进还款记录"


def test_a_sealed_zip_asks_for_its_password_until_it_is_right(qtbot, page, tmp_path):
    path = tmp_path / "账单.zip"
    with pyzipper.AESZipFile(path, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"234512")
        archive.writestr("alipay_record.csv", statement())

    def dialog() -> QDialog:
        qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QDialog)))
        return next(each for each in page.findChildren(QDialog) if each.isVisible())

    page.read(path)
    first = dialog()
    qtbot.keyClicks(first.findChild(QLineEdit), "111111")
    qtbot.keyClick(first.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not first.isVisible())
    second = dialog()
    assert "密码不对" in second.password.message.text()
    qtbot.keyClicks(second.findChild(QLineEdit), "234512")
    qtbot.keyClick(second.findChild(QLineEdit), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.statement is not None)
    assert page.statement.name == "账单.zip"


def test_a_file_that_can_not_be_read_is_named_and_the_one_before_stays(page, read, file, tmp_path, store):
    read(file)
    before, found = store.plan, page.statement
    wrong = tmp_path / "坏的.csv"
    wrong.write_bytes(statement((ROWS[1].replace("2491.09", "24x91"),)))
    read(wrong)
    assert "坏的.csv" in page.notice.text
    assert "金额" in page.notice.text
    assert page.statement is found
    assert store.plan == before


def test_where_app_and_lender_part_is_said_before_what_is_odd_about_the_file(page, read, tmp_path):
    path = tmp_path / "twice.csv"
    path.write_bytes(statement((*ROWS, ROWS[1])))
    read(path)
    first, second = page.odd.text.splitlines()
    assert first.startswith("借呗 5 期从第 2 期")
    assert second == "有 1 行和前面的重复，没有再算（第 12 行）"


def test_a_file_that_is_dropped_is_read(qtbot, page, file):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    actions, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(QPoint(10, 10)), actions, data, buttons, none))
    qtbot.waitUntil(lambda: page.statement is not None)


def test_a_draw_that_the_plan_does_not_know_becomes_a_loan(qtbot, window, page, read, file, store):
    read(file)
    assert page.draws.isVisible()
    qtbot.mouseClick(page.draws.buttons[0], Qt.MouseButton.LeftButton)
    made = store.plan.loans[-1]
    assert (made.principal, made.start_date, made.product) == (Decimal("5000.00"), date(2026, 9, 20), "jiebei")
    assert isinstance(window.pages.current, LoansPage)
    assert window.pages.current.loan == made
    window.show_page(place_of("reconcile"))
    assert not page.draws.isVisible()  # it is in the plan now


def test_average_months_go_into_the_budget_when_they_are_ticked(qtbot, page, read, file, store):
    read(file)
    assert page.suggested.isVisible()
    assert not page.suggested.take.isEnabled()
    table = page.suggested.table
    table.setCurrentIndex(table.figures.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_Space)
    page.suggested.take.click()
    entry = store.plan.budget.entries[-1]
    assert (entry.kind, entry.amount, entry.day) == (EntryKind.INCOME, Decimal(8100), 1)
    assert table.figures.text(table.figures.index(0, 1)) == "已在预算里"
    less = entry.model_copy(update={"amount": Decimal(7000), "name": "工资"})
    store.edit("改", store.plan.model_copy(update={"budget": store.plan.budget.with_entry(less)}))
    assert table.figures.text(table.figures.index(0, 1)) == "预算里现在是 7,000.00"
    store.undo_stack.undo()
    store.undo_stack.undo()
    assert store.plan.budget == sample_plan(TODAY).budget


def test_another_plan_is_held_against_the_same_statement(page, read, file, store, rules):
    read(file)
    store.replace(sample_plan(TODAY).model_copy(update={"loans": ()}))
    assert page.headline.answer.text() == "2 笔计划里没有。"
    assert all(row[0] == "计划里没有" for row in shown(page))


def test_a_statement_stays_open_with_what_is_ticked_when_the_look_changes(qtbot, start, file):
    desk = start()
    desk.store.replace(sample_plan(TODAY))
    desk.window.show_page(place_of("reconcile"))
    page = desk.window.page(ReconcilePage)
    page.read(file)
    qtbot.waitUntil(lambda: not page.busy)
    page.matches.table.ticks.tick([0, 2], ticked=True)
    page.suggested.table.ticks.tick([1], ticked=True)
    desk.window.topbar.choose_look("theme", ThemeChoice.DARK)
    renewed = desk.window.page(ReconcilePage)
    assert renewed is not page
    assert renewed.isVisible()
    assert renewed.headline.answer.text() == "1 笔对上了，1 笔没找到，1 笔金额不一样。"
    assert renewed.matches.take.text() == "把勾选的 2 笔记进还款记录"
    assert renewed.suggested.table.ticked == [1]


def test_a_statement_that_is_being_read_is_read_in_the_new_look(qtbot, start, file):
    desk = start()
    desk.window.show_page(place_of("reconcile"))
    desk.window.page(ReconcilePage).read(file)
    desk.window.topbar.choose_look("theme", ThemeChoice.DARK)
    page = desk.window.page(ReconcilePage)
    qtbot.waitUntil(lambda: page.statement is not None)
    assert page.statement.name == "alipay_record.csv"


def test_a_plan_in_the_place_of_a_statement_is_named_as_what_it_is(page, read, file, tmp_path):
    read(file)
    page.read(tmp_path / "我的.jiehua")
    assert "我的.jiehua 是还款计划，不是账单" in page.notice.text
    assert "打开…" in page.notice.text
    assert not page.busy
    assert page.statement.name == "alipay_record.csv"


def test_tab_goes_through_what_there_is_from_the_top_down(page, read, file):
    read(file)
    stops = [page.choose, page.matches.table, page.matches.take, *page.draws.buttons, page.suggested.table]
    found = [page.choose]
    while found[-1] is not page.suggested.table:
        found[-1].setFocus()
        page.focusNextPrevChild(True)  # as the key does
        found.append(page.focusWidget())
        assert len(found) <= len(stops)
    assert found == stops


def test_after_recording_the_keys_stay_in_the_table_and_the_page_where_it_was(qtbot, window, page, read, file):
    window.resize(1024, 700)
    read(file)
    page.matches.take.setFocus()
    qtbot.keyClick(page.matches.take, Qt.Key.Key_Space)
    assert not page.matches.take.isEnabled()
    assert page.matches.table.hasFocus()
    assert page.area.verticalScrollBar().value() == 0
    assert "还款已记到“借款”里" in window.topbar.state.text()


def test_what_is_undone_in_the_budget_is_seen_on_this_page(qtbot, window, page, read, file, store):
    read(file)
    page.suggested.table.ticks.tick([0], ticked=True)
    page.suggested.take.click()
    assert "收支已放进“预算”" in window.topbar.state.text()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert window.pages.current is page
    assert page.suggested.table.ticked == [0]


def test_the_escape_key_stops_reading(page, file, qapp):
    page.read(file)
    QTest.keyClick(page.cancel, Qt.Key.Key_Escape)
    assert not page.busy
    assert page.choose.isEnabled()
    assert page.about.text() == ""
    for thread in page.work._state.threads:
        thread.join()
    qapp.processEvents()
    assert page.statement is None
