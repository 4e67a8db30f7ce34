"""压力测试, driven as a user drives it."""

import csv
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from jiebei_desktop.planning.entry import Field
from jiebei_desktop.planning.stress.settings import Shock
from jiebei_desktop.ui.pages import place_of
from jiebei_desktop.ui.pages.stress import StressPage
from tests.ui.conftest import choose_file, type_over
from tests.ui.test_budget import cells, click
from tests.ui.test_payoff import two_loans

WORK = 20_000  # milliseconds that a busy machine may take


@pytest.fixture
def page(window, store) -> StressPage:
    plan = two_loans(store.plan)
    chance = plan.stress.chance.model_copy(update={"paths": 1000})
    store.replace(plan.model_copy(update={"stress": plan.stress.model_copy(update={"chance": chance})}))
    window.show_page(place_of("stress"))
    return window.page(StressPage)


def ended(qtbot, page) -> None:
    qtbot.waitUntil(lambda: page.drawn is not None and bool(page.drawn.remedies), timeout=WORK)


@pytest.fixture
def drawn(qtbot, page) -> StressPage:
    """The page when all futures have been drawn."""
    ended(qtbot, page)
    return page


def shock_form(qtbot, page, shock: Shock):
    page.shocks.table.selectRow(list(Shock).index(shock))
    return page.shocks.forms[shock]


def test_without_a_budget_it_says_where_to_begin(window):
    window.show_page(place_of("stress"))
    page = window.page(StressPage)
    assert page.empty.isVisible()
    assert not page.can_export()


def test_shocks_are_there_at_once_and_futures_after_them(page):
    assert [row[0] for row in cells(page.shocks.table.model())] == [
        "收入变少",
        "丢了工作",
        "一笔突然的开销",
        "利率变了",
        "额度被关",
        "选中的一起发生",
    ]
    assert "正在算" in page.headline.answer.text()


def test_the_futures_say_how_likely_it_is_to_be_late(drawn):
    chances = drawn.drawn.chances
    assert chances.paths == 1000
    assert drawn.headline.answer.text()[:6] in {"1,000 ", "1,000"}
    assert len(chances.months) == 25
    assert [row[0] for row in cells(drawn.remedies.table.model())][:3] == [
        "什么都不做",
        "先多备 5,000.00 元",
        "开销省 10%",
    ]
    assert drawn.fan.chart.isEnabled()


def test_the_same_seed_gives_the_same_and_another_one_other_figures(qtbot, drawn, store):
    before = drawn.drawn.chances
    click(qtbot, drawn.chance.seed)
    assert store.plan.stress.chance.seed == 2
    ended(qtbot, drawn)
    assert drawn.drawn.chances.months != before.months
    store.undo_stack.undo()
    ended(qtbot, drawn)
    assert drawn.drawn.chances == before


def test_a_job_that_is_gone_for_longer_is_worse(qtbot, drawn, store):
    form = shock_form(qtbot, drawn, Shock.JOB)
    assert form.isVisible()
    before = drawn._test.alone[Shock.JOB]
    type_over(qtbot, form.fields[Field.MONTHS].editor, "9")
    after = drawn._test.alone[Shock.JOB]
    assert after.lowest[1] < before.lowest[1]
    assert "9 个月没有这份收入" in cells(drawn.shocks.table.model())[1][1]
    type_over(qtbot, form.fields[Field.MONTHS].editor, "99")
    assert "不能大于 24" in form.fields[Field.MONTHS].message.text()


def test_what_is_chosen_happens_together_and_to_the_futures_too(qtbot, drawn, store):
    before = drawn.drawn.chances
    form = shock_form(qtbot, drawn, Shock.INCOME)
    box = form.fields[Field.ON].editor
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert store.plan.stress.chosen == (Shock.INCOME,)
    together = cells(drawn.shocks.table.model())[-1]
    assert together[1] == "收入变少"
    assert together[3] == cells(drawn.shocks.table.model())[0][3]
    ended(qtbot, drawn)
    assert drawn.drawn.chances.median_lowest < before.median_lowest - 1000


def test_a_wider_spread_is_typed_in_and_nonsense_is_refused(qtbot, drawn, store):
    field = drawn.chance.form.fields[Field.INCOME_SPREAD]
    type_over(qtbot, field.editor, "40")
    assert store.plan.stress.chance.income_spread == Decimal("0.4")
    paths = drawn.chance.form.fields[Field.PATHS]
    type_over(qtbot, paths.editor, "5")
    assert "不能小于 1000" in paths.message.text()
    type_over(qtbot, paths.editor, "很多")
    assert "不是数字" in paths.message.text()
    assert store.plan.stress.chance.paths == 1000


def test_more_of_a_remedy_is_never_worse(qtbot, drawn, store):
    chance = {each.remedy: each.chances.late for each in drawn.drawn.remedies if each.chances}
    field = drawn.remedies.form.fields[Field.CUSHION]
    type_over(qtbot, field.editor, "50000")
    ended(qtbot, drawn)
    after = {each.remedy: each.chances.late for each in drawn.drawn.remedies if each.chances}
    assert after["cushion"] <= chance["cushion"] <= chance["nothing"]
    assert after["cut"] == chance["cut"]


def test_work_is_stopped_and_begun_again_by_their_buttons(qtbot, page, store):
    chance = store.plan.stress.chance.model_copy(update={"paths": 100_000})
    store.edit("", store.plan.model_copy(update={"stress": store.plan.stress.model_copy(update={"chance": chance})}))
    assert page.fan.chart.accessibleName() == "正在算很多种可能……"
    qtbot.waitUntil(lambda: page.work.running, timeout=WORK)
    click(qtbot, page.chance.stop)
    assert not page.busy
    assert page.drawn is None
    assert page.headline.answer.text() == "很多种可能没有算完"
    assert page.fan.chart.accessibleName() == page.late.bars.accessibleName() == "很多种可能没有算完"
    assert not page.chance.stop.isVisible()
    click(qtbot, page.chance.again)
    assert page.headline.answer.text() == "正在算很多种可能……"
    assert not page.chance.again.isVisible()
    ended(qtbot, page)
    assert page.drawn.chances.paths == 100_000
    assert page.headline.answer.text().startswith("10 万种可能里")


def test_figures_of_before_go_when_the_new_ones_are_not_wanted(qtbot, drawn, store):
    assert drawn.fan.chart.focusPolicy() is Qt.FocusPolicy.StrongFocus
    chance = store.plan.stress.chance.model_copy(update={"paths": 100_000})
    store.edit("", store.plan.model_copy(update={"stress": store.plan.stress.model_copy(update={"chance": chance})}))
    assert drawn.fan.chart.focusPolicy() is Qt.FocusPolicy.StrongFocus  # still there, greyed
    qtbot.waitUntil(lambda: drawn.work.running, timeout=WORK)
    click(qtbot, drawn.chance.stop)
    assert drawn.fan.chart.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert cells(drawn.remedies.table.model()) == []
    assert drawn.remedies.said.text() == "很多种可能没有算完"
    store.undo_stack.undo()
    ended(qtbot, drawn)
    assert len(cells(drawn.remedies.table.model())) == 7


def test_the_futures_go_out_as_csv(window, drawn, answer, tmp_path):
    path = tmp_path / "压力.csv"
    answer(choose_file(path))
    window.action("export").trigger()
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0][:2] == ["月份", "有一期会晚的可能"]
    assert len(rows) == 26
    sheets = drawn.export().workbook()
    assert len(sheets[1].table.rows) == 7
