"""What takes long, with real amounts of it: it goes on beside the window, says so, and can be stopped."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jiebei_desktop.calendar import add_months
from jiebei_desktop.files.sample import sample_plan
from jiebei_desktop.planning.budget.household import Entry, EntryKind
from jiebei_desktop.planning.document import Plan
from jiebei_desktop.ui.export_dialog import PDF, ExportDialog
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.payoff import PayoffPage
from jiebei_desktop.ui.pages.reconcile import ReconcilePage
from jiebei_desktop.ui.pages.stress import StressPage
from tests.conftest import TODAY
from tests.ui.conftest import type_over

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 120_000
ROWS = 200_000
HEADER = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"


def heavy() -> Plan:
    """Return the sample with twenty loans over 49 instalments, five of them late, and forty entries of a budget."""
    plan = sample_plan(TODAY)
    loans = tuple(
        plan.loans[0].model_copy(
            update={
                "id": f"l{number}",
                "principal": Decimal(3000 + 700 * number),
                "periods": 49,
                "start_date": add_months(TODAY, -3 - number % 6) - timedelta(days=number % 5),
                "unpaid_from": 2 if number < 5 else None,
                "billed_instalment": None,
            }
        )
        for number in range(20)
    )
    more = tuple(
        Entry(id=f"e{number}", kind=EntryKind.SPENDING, amount=Decimal(20 + number), day=1 + number % 28)
        for number in range(34)
    )
    pay = plan.budget.entries[0].model_copy(update={"amount": Decimal(20_000)})
    entries = (pay, *plan.budget.entries[1:], *more)
    budget = plan.budget.model_copy(update={"entries": entries})
    return Plan.model_validate(plan.model_copy(update={"loans": loans, "budget": budget}).model_dump())


@pytest.fixture(scope="module")
def statement(tmp_path_factory) -> Path:
    """A statement of two hundred thousand rows, a repayment among every thousand."""
    rows = []
    for number in range(ROWS):
        day = TODAY - timedelta(days=number % 365)
        if number % 1000 == 0:
            rows.append(f"{day} 08:00:01,信用借还,借呗,/,借呗还款,不计收支,100.09,余额宝,还款成功,A{number}\t,,,")
        else:
            rows.append(f"{day} 12:00:00,餐饮美食,小店,/,午饭,支出,{number % 90 + 1}.00,余额,交易成功,A{number}\t,,,")
    path = tmp_path_factory.mktemp("long") / "账单.csv"
    path.write_bytes(("支付宝交易明细\r\n" + "\r\n".join((HEADER, *rows)) + "\r\n").encode("gb18030"))
    return path


@pytest.fixture
def page(window, store) -> ReconcilePage:
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("reconcile"))
    return window.page(ReconcilePage)


def ended(page) -> bool:
    """Tell whether nothing works on beside the window any more, heard or not."""
    return not any(thread.is_alive() for thread in page.work._state.threads)


@pytest.mark.parametrize("how", ["button", "escape"])
def test_a_statement_of_two_hundred_thousand_rows_is_read_beside_and_can_be_stopped(
    qtbot, window, page, statement, how
):
    before = window.store.plan
    page.read(statement)
    assert page.busy
    assert page.cancel.isVisible()
    assert page.about.text() == "正在读 账单.csv……"
    type_over(qtbot, window.topbar.name, "边读边改")  # the window goes on meanwhile
    assert window.store.plan.name == "边读边改"
    assert page.busy
    if how == "button":
        qtbot.mouseClick(page.cancel, LEFT)
    else:
        qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: ended(page), timeout=PATIENCE)
    QApplication.processEvents()
    assert page.statement is None  # what was read to its end meanwhile is not heard any more
    assert not page.cancel.isVisible()
    assert page.choose.isEnabled()
    assert window.store.plan.loans == before.loans
    assert window.store.plan.budget == before.budget


def test_read_to_its_end_it_answers(qtbot, page, statement):
    page.read(statement)
    qtbot.waitUntil(lambda: not page.busy, timeout=PATIENCE)
    assert page.about.text().startswith("账单.csv：")
    assert len(page.statement.movements) == ROWS // 1000
    assert page.statement.skipped == ROWS - ROWS // 1000


def test_a_large_plan_goes_out_beside_the_window_and_when_stopped_writes_nothing(qtbot, window, store, tmp_path):
    plan = heavy()
    store.replace(plan)
    window.action("export_plan").trigger()
    dialog = window.findChild(ExportDialog)
    assert all(box.isChecked() for kind, box in dialog.kinds.items() if kind != PDF)
    folder = tmp_path / "导出"
    folder.mkdir()
    dialog.export_to(folder)
    assert dialog.busy
    assert dialog.leave.text() == "停下"
    qtbot.waitUntil(lambda: "已算好" in dialog.about.text(), timeout=PATIENCE)  # how far it has come
    qtbot.mouseClick(dialog.leave, LEFT)
    qtbot.waitUntil(lambda: ended(dialog), timeout=PATIENCE)
    QApplication.processEvents()
    assert list(folder.iterdir()) == []
    assert store.plan is plan
    assert dialog.leave.text() == "关闭"
    dialog.close()


def test_the_search_for_the_best_among_twenty_loans_says_how_far_it_is_and_can_be_ended(qtbot, window, store):
    plan = heavy()
    store.replace(plan)
    window.show_page(place_of("payoff"))
    page = window.page(PayoffPage)
    assert page.busy
    assert page.ways.isVisible()  # what is quick is there at once
    qtbot.waitUntil(page.money.stop.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(page.money.stop, LEFT)
    qtbot.waitUntil(lambda: not page.busy, timeout=PATIENCE)
    assert store.plan is plan


def test_a_hundred_thousand_futures_of_a_large_plan_can_be_stopped(qtbot, window, store):
    plan = heavy()
    chance = plan.stress.chance.model_copy(update={"paths": 100_000})
    plan = plan.model_copy(update={"stress": plan.stress.model_copy(update={"chance": chance})})
    store.replace(plan)
    window.show_page(place_of("stress"))
    page = window.page(StressPage)
    assert page.busy
    assert page.headline.answer.text() == "正在算很多种可能……"
    qtbot.waitUntil(page.chance.stop.isVisible, timeout=PATIENCE)
    qtbot.mouseClick(page.chance.stop, LEFT)
    assert not page.busy
    assert page.headline.answer.text() == "很多种可能没有算完"
    assert store.plan is plan


def test_what_is_worked_out_for_a_page_that_nobody_sees_waits_until_somebody_does(qtbot, window, store):
    store.replace(sample_plan(TODAY))
    window.show_page(place_of("payoff"))
    page = window.page(PayoffPage)
    qtbot.waitUntil(lambda: not page.busy, timeout=PATIENCE)
    before = page.headline.answer.text()
    window.show_page(place_of("loans"))
    loan = store.plan.loans[0]
    store.edit("少借", store.plan.with_loan(loan.model_copy(update={"principal": Decimal(6000)})))
    assert not page.busy
    assert page.headline.answer.text() == before
    window.show_page(place_of("payoff"))
    assert page.busy
    qtbot.waitUntil(lambda: not page.busy, timeout=PATIENCE)
    assert page.headline.answer.text() != before
